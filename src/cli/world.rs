//! Everything the program is given from outside, as values: a test makes its own.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{BufRead, Write};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use directories::ProjectDirs;
use uuid::Uuid;

use super::fold;
use super::progress::Progress;
use super::prompt::Person;
use crate::journal::Keys;
use crate::words::{Lang, pick};

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

/// Leaves at once what fits, keeps colours, breaks no line of a table (the arrow keys move over it),
/// leaves the page on the screen, and names its keys instead of a bare colon. Its prompt is ASCII: up
/// to version 590 it garbles every other.
const PAGER: &str = "less -FRSX -Ps[SPACE]-->[q]";

/// What the keys of the pager do, above the page.
const PAGER_KEYS: &str = crate::both!(
    "[SPACE] 空格键翻页,[q] 退出\n",
    "[SPACE] goes on, [q] leaves\n"
);

impl World<'_> {
    /// A page of help in lines that fit the terminal of who looks.
    pub(super) fn fitted(&self, page: &str) -> String {
        let looks = self.terminal.size.filter(|_| self.terminal.output);
        match looks {
            Some((columns, _)) => fold::help(page, columns.into()),
            None => page.to_owned(),
        }
    }

    /// Lets somebody who looks read a page that is longer than his screen in a pager; whether he
    /// did.
    pub(super) fn reads(&mut self, page: &[u8], lang: Lang) -> bool {
        let (_, rows) = self.terminal.size.unwrap_or_default();
        let lines = || page.iter().filter(|byte| **byte == b'\n').count();
        let is_long = self.terminal.output && rows > 0 && lines() >= usize::from(rows);
        // Such a terminal cannot be paged, and the pager would only warn of it.
        if !is_long || self.env.get("TERM").is_some_and(|term| term == "dumb") {
            return false;
        }
        match self.env.get("PAGER") {
            Some(own) => !own.trim().is_empty() && self.person.reads(own, page),
            None => {
                let page = [pick(PAGER_KEYS, lang).as_bytes(), page].concat();
                self.person.reads(PAGER, &page)
            }
        }
    }
}

/// Environment variables as text. What is none keeps its place with the sign for that.
pub fn environment(
    variables: impl IntoIterator<Item = (OsString, OsString)>,
) -> BTreeMap<String, String> {
    let text = |word: OsString| word.to_string_lossy().into_owned();
    let variables = variables.into_iter();
    variables
        .map(|(name, value)| (text(name), text(value)))
        .collect()
}

/// Where the platform keeps the settings of this user, and with them his secrets.
pub fn keys_of_user(chance: Uuid) -> Option<Keys> {
    let dirs = ProjectDirs::from("", "", "jianyi")?;
    let folder = dirs.config_local_dir().to_path_buf();
    Some(Keys { folder, chance })
}
