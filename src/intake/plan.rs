//! A ledger and a book → what an import would do, row by row, without doing it.
//!
//! A row is known by level, term, session, period and number; one without a number by its title,
//! deputy and day instead, so that importing the same file twice changes nothing. Rows are judged
//! in the order of the file, which is that of their cases; those without a number take the numbers
//! after the last one that the file has.
//!
//! Refuses: to write, and to mend. A row that differs from the book is shown, not merged.

use std::collections::BTreeMap;

use super::additions::Added;
use super::candidate::{self, Candidate};
use super::cell::CellError;
use super::complete::{Completed, Gap};
use super::known::Known;
use super::ledger::{LedgerFile, ReadRow};
use super::sessions::Sessions;
use super::table::Encoding;
use super::trial::Trial;
use crate::domain::book::{Book, Impossible};
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;
use crate::domain::terms::{CaseId, Date, Name, Number, Series, Steps};
use crate::words::LedgerColumn as Column;

/// How an import is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The day on the clock.
    pub today: Date,
    /// Who imports.
    pub by: Name,
    /// A historic ledger may pass the office's gates.
    pub lenient: bool,
}

/// What an import would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// How the file became text.
    pub encoding: Encoding,
    /// Each row of the file, in its order.
    pub rows: Vec<RowReport>,
    /// What the right rows add to the rosters.
    pub added: Added,
    /// The lines to write, as one batch and in this order: the rosters, then each new row.
    pub lines: Vec<Line>,
    /// Columns of new rows that no fact carries, each with the lines of the file.
    pub not_carried: BTreeMap<Column, Vec<u64>>,
}

/// One line of the journal to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The line of the file its first row begins on; none for the rosters.
    pub row: Option<u64>,
    /// Whether it passed a gate that only a lenient import passes.
    pub lenient: bool,
    /// Its facts.
    pub events: Vec<Event>,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowReport {
    /// The line of the file it begins on, from 1.
    pub line: u64,
    /// Its number: as it stands there, or as it will be given.
    pub number: Option<Number>,
    /// Its title, as it stands there.
    pub title: String,
    /// New, the same, different or wrong.
    pub verdict: Verdict,
    /// Columns that are empty and were supposed.
    pub supposed: Vec<Column>,
    /// Columns whose cells became a remark, because the import is lenient.
    pub remarked: Vec<Column>,
    /// Gates that it passes only because the import is lenient.
    pub waived: Vec<Waived>,
}

/// New, the same, different or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It would be entered as this case.
    New(CaseId),
    /// It is on record; an empty cell says nothing against what is known.
    Same(CaseId),
    /// It is on record otherwise.
    Different(CaseId, Vec<Difference>),
    /// It cannot be entered.
    Wrong(Vec<Reason>),
}

/// A cell that says something else than the book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The column.
    pub column: Column,
    /// What our own ledger would say; nothing for an empty cell.
    pub ours: String,
    /// What stands in the file.
    pub theirs: String,
}

/// Why a row is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Reason {
    /// A cell cannot be read.
    #[error(transparent)]
    Cell(#[from] CellError<Column>),
    /// Something is missing or does not fit together.
    #[error(transparent)]
    Gap(#[from] Gap),
    /// The same suggestion stands in an earlier row.
    #[error("stands on line {first} already")]
    Twice {
        /// The line of the first row.
        first: u64,
    },
    /// A rule forbids one of its steps.
    #[error("{on}: {refusal}")]
    Refused {
        /// The day of the step.
        on: Date,
        /// The rule.
        refusal: Refusal,
    },
    /// One of its steps cannot have happened.
    #[error("{on}: {impossible}")]
    Impossible {
        /// The day of the step.
        on: Date,
        /// What it contradicts.
        impossible: Impossible,
    },
}

/// A gate that was passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waived {
    /// The day of the step.
    pub on: Date,
    /// What would have been said.
    pub refusal: Refusal,
}

/// Plans an import. Nothing is written; the book is as it was.
pub fn plan(file: &LedgerFile, book: &Book, options: &Options, steps: Steps) -> Plan {
    let sessions = Sessions::of(book, &file.rows);
    let mut known = Known::new(book);
    let mut candidates: Vec<Candidate> = file
        .rows
        .iter()
        .map(|read| known.place(read, book, &sessions, options))
        .collect();
    let fresh = candidates.iter().filter_map(Candidate::fresh);
    let roster = Added::by(fresh, book, &sessions).events(book, options);
    let numbers = candidates
        .iter()
        .filter_map(|c| candidate::number(c.fresh()?));
    let mut trial = Trial::new(book, roster, numbers, options);
    let mut entering = Vec::new();
    let mut done = 0;
    for places in joined(&candidates) {
        let rows = places
            .iter()
            .map(|place| (*place, candidates[*place].fresh()));
        let rows = rows.filter_map(|(place, row)| Some((place, row?)));
        let (judged, has_entered) = trial.rows(&rows.collect::<Vec<_>>());
        for (place, judged) in judged {
            candidates[place].judged = Some(judged);
        }
        let mut entered = places.iter().map(|place| &candidates[*place]);
        entering.extend(has_entered.then(|| {
            let first = places.first().map(|first| file.rows[*first].line);
            (first, entered.any(Candidate::was_let_off))
        }));
        done += places.len();
        steps(done, file.rows.len());
    }
    let lines = entering.into_iter().zip(trial.into_lines());
    let lines = lines.map(|((row, lenient), events)| Line {
        row,
        lenient,
        events,
    });
    let mut lines: Vec<Line> = lines.collect();
    // Only now is it known which rows are right, and so what they need.
    let right = candidates.iter().filter_map(Candidate::right);
    let added = Added::by(right, book, &sessions);
    if !added.is_empty() {
        let roster = Line {
            row: None,
            lenient: false,
            events: added.events(book, options),
        };
        lines.insert(0, roster);
    }
    Plan {
        encoding: file.encoding,
        not_carried: not_carried(&file.rows, &candidates),
        rows: file
            .rows
            .iter()
            .zip(candidates)
            .map(|(read, candidate)| candidate.report(read))
            .collect(),
        added,
        lines,
    }
}

/// Where the number that leads a row's group would stand.
fn lead_of(row: &Completed) -> Option<Number> {
    let case = row.row.merged.as_ref()?.value;
    let (level, key, period) = (case.level?, case.session?, case.period?);
    let series = Series {
        level,
        term: key.term,
        session: key.session,
        period,
    };
    Some(Number {
        series,
        seq: case.seq,
    })
}

/// The rows by the lines that enter them, in the order of the file: one that is merged into a row
/// further down stands in one line with all rows down to that one, so that every case keeps its
/// place and no half of a group is ever on record. Where that would be a line of more rows than
/// anybody reads, it comes right after the row that leads it.
fn joined(candidates: &[Candidate]) -> Vec<Vec<usize>> {
    const JOINED_MOST: usize = 1000;
    let rows = || candidates.iter().map(Candidate::fresh).enumerate();
    let numbered = rows().filter_map(|(place, row)| Some((candidate::number(row?)?, place)));
    let places: BTreeMap<Number, usize> = numbered.collect();
    let mut lines: Vec<Vec<usize>> = Vec::new();
    let mut behind: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut end = 0;
    for (place, row) in rows() {
        let lead = row.and_then(lead_of);
        let lead = lead.and_then(|lead| places.get(&lead)).copied();
        let lead = lead.filter(|lead| *lead > place).unwrap_or(place);
        let open = lines.last_mut().filter(|_| place < end);
        let first = open.as_ref().and_then(|line| line.first().copied());
        if lead - first.unwrap_or(place) > JOINED_MOST {
            behind.entry(lead).or_default().push(place);
            continue;
        }
        let after = behind.remove(&place).unwrap_or_default();
        let entered = std::iter::once(place).chain(after);
        match open {
            Some(line) => line.extend(entered),
            None => lines.push(entered.collect()),
        }
        end = end.max(lead + 1);
    }
    lines
}

fn not_carried(rows: &[ReadRow], candidates: &[Candidate]) -> BTreeMap<Column, Vec<u64>> {
    let mut columns: BTreeMap<Column, Vec<u64>> = BTreeMap::new();
    for (read, candidate) in rows.iter().zip(candidates) {
        for column in candidate
            .right()
            .into_iter()
            .flat_map(|row| &row.not_carried)
        {
            columns.entry(*column).or_default().push(read.line);
        }
    }
    columns
}
