//! Other command lines on a store that was made for a demo, as its secretary would type them.
//!
//! Refuses: the journal's own way around a command; each line is run as every other.

use std::ffi::OsString;
use std::io::Write;
use std::path::Path;

use clap::ValueEnum;

use super::Desk;
use crate::cli::world::World;
use crate::words::Lang;

/// Who records in a demo.
pub(in crate::cli) const SECRETARY: &str = "王敏";

impl Desk<'_, '_> {
    /// Runs another command line on a store, silently; its failure is ours.
    pub(in crate::cli) fn rehearse(
        &mut self,
        store: &Path,
        words: Vec<OsString>,
    ) -> anyhow::Result<()> {
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let code = self.run_again(store, words, Some((&mut out, &mut err)));
        match code {
            0 => Ok(()),
            _ => Err(anyhow::anyhow!("{}", String::from_utf8_lossy(&err).trim())),
        }
    }

    /// Runs another command line on a store, for the reader to see.
    pub(in crate::cli) fn perform(
        &mut self,
        store: &Path,
        words: Vec<OsString>,
    ) -> anyhow::Result<()> {
        match self.run_again(store, words, None) {
            0 => Ok(()),
            code => Err(anyhow::anyhow!("exit {code}")),
        }
    }

    fn run_again(
        &mut self,
        store: &Path,
        words: Vec<OsString>,
        streams: Option<(&mut Vec<u8>, &mut Vec<u8>)>,
    ) -> u8 {
        let mut line: Vec<OsString> = ["jianyi", "--store"].map(OsString::from).into();
        line.push(store.as_os_str().to_owned());
        let lang = match self.lang {
            Lang::Zh => "zh",
            Lang::En => "en",
        };
        line.extend(["--lang", lang, "--by", SECRETARY, "--no-input"].map(OsString::from));
        line.extend(["--now".into(), self.now.to_rfc3339().into()]);
        if streams.is_none() {
            let format = self.common.format.and_then(|f| f.to_possible_value());
            if let Some(format) = format {
                line.extend(["--format".into(), format.get_name().into()]);
            }
            line.extend(self.common.ascii.then(|| "--ascii".into()));
            if let Some(file) = &self.common.output {
                line.extend(["-o".into(), file.into()]);
            }
        }
        line.extend(words);
        let mut nobody = std::io::empty();
        let (stdout, stderr): (&mut dyn Write, &mut dyn Write) = match streams {
            Some((out, err)) => (out, err),
            None => (&mut *self.world.stdout, &mut *self.world.stderr),
        };
        let mut world = World {
            stdin: &mut nobody,
            stdout,
            stderr,
            terminal: self.world.terminal,
            progress: self.world.progress,
            person: &mut *self.world.person,
            env: self.world.env.clone(),
            folder: self.world.folder.clone(),
            now: self.now,
            keys: self.world.keys.clone(),
            clock: None,
            process: self.world.process,
            // Any demo on any day gives the same bytes.
            seed: uuid::Uuid::nil(),
        };
        crate::cli::run(line, &mut world)
    }
}
