//! All that is wrong with a journal, not only the first thing.
//!
//! Looks at form, numbers, chain and clock, and at what lies beside the journal. Refuses to judge
//! the facts, which are replayed by who has a book, and to repair: it reads and tells.

use std::fs;
use std::path::PathBuf;

use serde::de::DeserializeOwned;

use super::chain::{Chain, ClockWentBack, Head};
use super::error::{Fault, JournalError};
use super::format::Line;
use super::place::{Place, TORN_PREFIX};
use super::read::{AtWork, Tail, lines_of, settled, split_tail};
use super::surroundings::copies;
use crate::domain::terms::Steps;

/// One thing that is wrong with one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The line of the file, counted from 1.
    pub line: u64,
    /// The number that it bears, where it could be read.
    pub seq: Option<u64>,
    /// What is wrong.
    pub fault: Fault,
}

/// How many problems are told one by one: a file that is no journal has one on each line.
pub const MOST_PROBLEMS: usize = 1000;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Lines without fault.
    pub lines_ok: u64,
    /// What is wrong, in the order of the file, the first [`MOST_PROBLEMS`]. The journal is sound if
    /// there is nothing.
    pub problems: Vec<Problem>,
    /// How many more there are.
    pub more: u64,
    /// The last line, as far as it could be read. Its fingerprint can be compared with one that was
    /// printed: only this shows that lines were cut off the end.
    pub head: Head,
    /// What stands after the last `\n`; an interrupted append is no damage.
    pub tail: Tail,
    /// Lines before which the clock went back: no damage either.
    pub clock: Vec<ClockWentBack>,
    /// Interrupted appends that were kept aside.
    pub torn: Vec<PathBuf>,
    /// Files that look like a second journal, as synchronised folders leave them: lines may stand
    /// there that are missing here.
    pub copies: Vec<PathBuf>,
}

/// Verifies a store's journal and looks at what lies beside it.
///
/// # Errors
/// [`JournalError::NotThere`] and [`JournalError::NotReadable`] only: damage is an answer here.
pub fn verify<E: DeserializeOwned>(place: &Place) -> Result<Report, JournalError> {
    let (bytes, writer) = settled(place, 0)?;
    let mut report = verify_bytes::<E>(&bytes, writer);
    beside(place, &mut report);
    Ok(report)
}

/// The same, with the lines for whom goes on to replay them: all of them where the journal is
/// sound.
///
/// # Errors
/// As [`verify`].
pub fn verified<E: DeserializeOwned>(
    place: &Place,
    steps: Steps,
) -> Result<(Report, Vec<Line<E>>), JournalError> {
    let (bytes, writer) = settled(place, 0)?;
    let mut lines = Vec::new();
    let mut report = examined(&bytes, writer, steps, |line| lines.push(line));
    beside(place, &mut report);
    Ok((report, lines))
}

/// The pure part of [`verify`].
pub fn verify_bytes<E: DeserializeOwned>(bytes: &[u8], writer: AtWork) -> Report {
    examined::<E>(bytes, writer, &|_, _| (), |_| ())
}

/// Hands on each line that could be read.
fn examined<E: DeserializeOwned>(
    bytes: &[u8],
    writer: AtWork,
    steps: Steps,
    mut each: impl FnMut(Line<E>),
) -> Report {
    let mut report = Report {
        lines_ok: 0,
        problems: Vec::new(),
        more: 0,
        head: Head::EMPTY,
        tail: Tail::Clean,
        clock: Vec::new(),
        torn: Vec::new(),
        copies: Vec::new(),
    };
    let (whole, tail) = split_tail(bytes);
    let mut chain = Chain::START;
    let mut line = 0;
    let mut done = 0;
    for bytes in lines_of(whole) {
        line += 1;
        report.examine(&mut chain, line, bytes, &mut each);
        done += bytes.len() + 1;
        steps(done, whole.len());
    }
    report.tail = Tail::of::<E>(tail, chain, writer);
    if report.tail == Tail::Unsealed {
        report.examine(&mut chain, line + 1, tail, &mut each);
    }
    report.head = chain.head();
    report
}

impl Report {
    /// No line is bad, missing, doubled or changed.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }

    fn examine<E: DeserializeOwned>(
        &mut self,
        chain: &mut Chain,
        line: u64,
        bytes: &[u8],
        each: &mut impl FnMut(Line<E>),
    ) {
        let link = chain.step::<E>(bytes);
        if link.faults.is_empty() {
            self.lines_ok += 1;
        }
        let seq = link.line.as_ref().map(|line| line.seq);
        for fault in link.faults {
            if self.problems.len() < MOST_PROBLEMS {
                self.problems.push(Problem { line, seq, fault });
            } else {
                self.more += 1;
            }
        }
        self.clock.extend(link.clock);
        if let Some(line) = link.line {
            each(line);
        }
    }
}

/// What lies beside the journal. A folder that cannot be listed says nothing.
fn beside(place: &Place, report: &mut Report) {
    let Ok(entries) = fs::read_dir(place.folder()) else {
        return;
    };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let name = name.unwrap_or_default();
        if name.starts_with(TORN_PREFIX) {
            report.torn.push(path);
        }
    }
    report.torn.sort();
    report.copies = copies(place);
}
