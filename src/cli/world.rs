//! Everything the program is given from outside, as values: a test makes its own.

use std::collections::BTreeMap;
use std::io::{BufRead, Write};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use directories::ProjectDirs;
use uuid::Uuid;

use super::progress::Progress;
use super::prompt::Person;
use crate::journal::Keys;

/// Whether a person sits at the ends of the streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Terminal {
    /// Somebody can be asked.
    pub input: bool,
    /// Somebody looks at the output: tables fit his width, colours may be used.
    pub output: bool,
    /// Columns and lines of the output, where they are known.
    pub size: Option<(u16, u16)>,
}

/// Streams, environment, folder, clock, chance, and who answers.
pub struct World<'a> {
    /// Where piped files come from.
    pub stdin: &'a mut dyn BufRead,
    /// Data goes here.
    pub stdout: &'a mut dyn Write,
    /// Talk goes here.
    pub stderr: &'a mut dyn Write,
    /// Who is at the other end.
    pub terminal: Terminal,
    /// Who is told how far long work is.
    pub progress: &'a dyn Progress,
    /// Who answers questions, where somebody can be asked.
    pub person: &'a mut dyn Person,
    /// The environment variables.
    pub env: BTreeMap<String, String>,
    /// The working folder; relative paths start here.
    pub folder: PathBuf,
    /// The clock, with the office's offset.
    pub now: DateTime<FixedOffset>,
    /// The same clock, to be asked again by who waited; none where it stands still.
    pub clock: Option<fn() -> DateTime<FixedOffset>>,
    /// Where this user's secrets are kept; without them no checkpoint is asked or written.
    pub keys: Option<Keys>,
    /// The number of this process, for those who wait for its lock.
    pub process: u32,
    /// The UUID that a store gets if one is made.
    pub seed: Uuid,
}

/// Where the platform keeps the settings of this user, and with them his secrets.
pub fn keys_of_user(chance: Uuid) -> Option<Keys> {
    let dirs = ProjectDirs::from("", "", "jianyi")?;
    let folder = dirs.config_local_dir().to_path_buf();
    Some(Keys { folder, chance })
}
