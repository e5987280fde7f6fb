//! All that is wrong with a journal, not only the first thing.
//!
//! Looks at form, numbers, chain and clock, and at what lies beside the journal. Refuses to judge
//! the facts, which are replayed by who has a book, and to repair: it reads and tells.

use std::fs;
use std::path::PathBuf;

use serde::de::DeserializeOwned;

use super::aside::is_kept_aside;
use super::chain::{Chain, ClockWentBack, Head};
use super::error::{Fault, JournalError};
use super::format::Line;
use super::lengths::Lengths;
use super::place::Place;
use super::read::{AtWork, Tail, each_line, lines_of, split_tail};
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
    /// What gave way and was kept aside: interrupted appends, what a repair took out of its place.
    pub aside: Vec<PathBuf>,
    /// Files that look like a second journal, as synchronised folders leave them: lines may stand
    /// there that are missing here.
    pub copies: Vec<PathBuf>,
}

/// Verifies a store's journal and looks at what lies beside it.
///
/// # Errors
/// [`JournalError::NotThere`] and [`JournalError::NotReadable`] only: damage is an answer here.
pub fn verify<E: DeserializeOwned>(place: &Place) -> Result<Report, JournalError> {
    verified(place, &|_, _| (), |_: Line<E>| ()).map(|(report, _)| report)
}

/// The same for who goes on to replay the lines: each that could be read is handed on, and their
/// lengths are told, by which they are found again where the journal is sound.
///
/// # Errors
/// As [`verify`], and [`JournalError::Changed`].
pub fn verified<E: DeserializeOwned>(
    place: &Place,
    steps: Steps,
    each: impl FnMut(Line<E>),
) -> Result<(Report, Lengths), JournalError> {
    let mut examined = Examined::new(each);
    let mut done = 0;
    let end = each_line(place, None, |line, length| {
        examined.take::<E>(line, 1);
        done += line.len() + 1;
        steps(done, usize::try_from(length).unwrap_or(usize::MAX));
        Ok(())
    })?;
    let (mut report, lengths) = examined.end::<E>(&end.tail, end.writer);
    beside(place, &mut report);
    Ok((report, lengths))
}

/// The pure part of [`verify`].
pub fn verify_bytes<E: DeserializeOwned>(bytes: &[u8], writer: AtWork) -> Report {
    let mut examined = Examined::new(|_: Line<E>| ());
    let (whole, tail) = split_tail(bytes);
    lines_of(whole).for_each(|line| examined.take::<E>(line, 1));
    examined.end::<E>(tail, writer).0
}

/// A journal that is gone through line by line; each that could be read is handed on.
struct Examined<F> {
    report: Report,
    chain: Chain,
    lengths: Lengths,
    each: F,
}

impl<F> Examined<F> {
    fn new(each: F) -> Self {
        Self {
            report: Report {
                lines_ok: 0,
                problems: Vec::new(),
                more: 0,
                head: Head::EMPTY,
                tail: Tail::Clean,
                clock: Vec::new(),
                aside: Vec::new(),
                copies: Vec::new(),
            },
            chain: Chain::START,
            lengths: Lengths::default(),
            each,
        }
    }

    /// The next line, and how many bytes end it.
    fn take<E: DeserializeOwned>(&mut self, bytes: &[u8], end: usize)
    where
        F: FnMut(Line<E>),
    {
        self.lengths.add((bytes.len() + end) as u64);
        let line = self.lengths.count();
        self.report
            .examine(&mut self.chain, line, bytes, &mut self.each);
    }

    /// What stands after the last `\n`.
    fn end<E: DeserializeOwned>(mut self, tail: &[u8], writer: AtWork) -> (Report, Lengths)
    where
        F: FnMut(Line<E>),
    {
        self.report.tail = Tail::of::<E>(tail, self.chain, writer);
        if self.report.tail == Tail::Unsealed {
            self.take::<E>(tail, 0);
        }
        self.report.head = self.chain.head();
        (self.report, self.lengths)
    }
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
        if is_kept_aside(&name) {
            report.aside.push(path);
        }
    }
    report.aside.sort();
    report.copies = copies(place);
}
