//! Files that a person named, to be read (rule sets, calendars, tables) or to be written.

use std::fs;
use std::path::PathBuf;

use super::{Desk, misuse};
use crate::cli::failure::Failure;
use crate::domain::rules::{self, RuleSet, YearTable};
use crate::journal;
use crate::words;

impl Desk<'_, '_> {
    /// A rule set: one that comes with the program, or a file.
    pub(in crate::cli) fn rule_set(&self, named: &str) -> anyhow::Result<RuleSet> {
        if let Some(rules) = rules::shipped_set(named) {
            return Ok(rules.map_err(|e| misuse(words::bad_rules(self.lang, &e)))?);
        }
        let document = self
            .text_of(named)
            .map_err(|e| misuse(words::no_rule_set(self.lang, named, &e.to_string())))?;
        Ok(rules::resolve(&document).map_err(|e| misuse(words::bad_rules(self.lang, &e)))?)
    }

    /// A calendar: a year that comes with the program, or a file.
    pub(in crate::cli) fn year_table(&self, named: &str) -> anyhow::Result<YearTable> {
        if let Some(table) = named.parse().ok().and_then(rules::shipped_year) {
            return Ok(table);
        }
        let document = self.text_of(named)?;
        let bad = |e| misuse(words::bad_calendar(self.lang, &e));
        Ok(YearTable::parse(&document).map_err(bad)?)
    }

    /// The text of a file that a person named.
    fn text_of(&self, named: &str) -> Result<String, Failure> {
        let unread = |e: std::io::Error| {
            misuse(words::no_file(
                self.lang,
                named,
                &words::system(self.lang, &e),
            ))
        };
        std::fs::read_to_string(self.path(named)).map_err(unread)
    }

    /// The bytes of a file that a person named; `-` is what is piped in.
    pub(in crate::cli) fn bytes_of(&mut self, named: &str) -> Result<Vec<u8>, Failure> {
        let unread = |e: std::io::Error| {
            misuse(words::no_file(
                self.lang,
                named,
                &words::system(self.lang, &e),
            ))
        };
        if named == "-" {
            let mut bytes = Vec::new();
            self.world.stdin.read_to_end(&mut bytes).map_err(unread)?;
            return Ok(bytes);
        }
        let path = self.path(named);
        let bytes = fs::read(&path).map_err(unread)?;
        self.read.push(path);
        Ok(bytes)
    }

    /// Where a file that a person named is to be written: never over a part of a store, nor over
    /// what the same command was made from.
    pub(in crate::cli) fn target(&self, named: &str) -> Result<PathBuf, Failure> {
        let path = self.path(named);
        if journal::is_part_of_a_store(&path) {
            return Err(misuse(words::part_of_a_store(self.lang, named)));
        }
        if let Ok(there) = fs::canonicalize(&path) {
            let mut read = self.read.iter();
            if read.any(|file| fs::canonicalize(file).is_ok_and(|file| file == there)) {
                return Err(misuse(words::read_by_this_command(self.lang, named)));
            }
        }
        Ok(path)
    }
}
