//! Files that a person named, to be read (rule sets, calendars, tables) or to be written.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::PathBuf;

use super::{Desk, misuse};
use crate::cli::failure::Failure;
use crate::domain::rules::{self, RuleSet, YearTable};
use crate::journal;
use crate::words;

/// The most bytes of a rule set, a calendar: the largest that ships has 30,000.
const DOCUMENT_MOST: u64 = 16 << 20;
/// The most bytes of a table: 100,000 rows with long texts have 100 MB.
const TABLE_MOST: u64 = 256 << 20;

impl Desk<'_, '_> {
    /// A rule set: one that comes with the program, or a file.
    pub(in crate::cli) fn rule_set(&self, named: &str) -> anyhow::Result<RuleSet> {
        if let Some(rules) = rules::shipped_set(named) {
            return Ok(rules.map_err(|e| misuse(words::bad_rules(self.lang, &e)))?);
        }
        let document = self
            .text_of(named)
            .map_err(|e| misuse(words::no_rule_set(self.lang, named, &reason(&e))))?;
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
        let bytes = File::open(self.path(named)).and_then(|file| bounded(file, DOCUMENT_MOST));
        let text = bytes.and_then(|bytes| {
            String::from_utf8(bytes).map_err(|_| io::ErrorKind::InvalidData.into())
        });
        text.map_err(|e| self.unread(named, &e, DOCUMENT_MOST))
    }

    fn unread(&self, named: &str, error: &io::Error, most: u64) -> Failure {
        let is_larger = error.kind() == io::ErrorKind::FileTooLarge;
        let why = match is_larger {
            true => words::larger_than(self.lang, most >> 20),
            false => words::system(self.lang, error),
        };
        misuse(words::no_file(self.lang, named, &why))
    }

    /// The bytes of a file that a person named; `-` is what is piped in.
    pub(in crate::cli) fn bytes_of(&mut self, named: &str) -> Result<Vec<u8>, Failure> {
        if named == "-" {
            let bytes = bounded(&mut *self.world.stdin, TABLE_MOST);
            return bytes.map_err(|e| self.unread(named, &e, TABLE_MOST));
        }
        let path = self.path(named);
        let bytes = File::open(&path).and_then(|file| match file.metadata()?.len() {
            0..=TABLE_MOST => bounded(file, TABLE_MOST),
            _ => Err(io::ErrorKind::FileTooLarge.into()),
        });
        let bytes = bytes.map_err(|e| self.unread(named, &e, TABLE_MOST))?;
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

/// All bytes, if there are no more than so many.
fn bounded(from: impl Read, most: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(most + 1).read_to_end(&mut bytes)?;
    match bytes.len() as u64 <= most {
        true => Ok(bytes),
        false => Err(io::ErrorKind::FileTooLarge.into()),
    }
}

/// Why, where a failure says so apart from what.
fn reason(failure: &Failure) -> String {
    let message = failure.message();
    message.why.as_ref().unwrap_or(&message.what).clone()
}
