//! What a row leaves open → what is recorded for it, always said.
//!
//! Columns may be missing, so the session, the period, a day may have to be supposed; a value
//! that no fact carries is set aside and named; a value that means nothing without another one is
//! an error, unless the import is lenient and it can stay as a remark.
//!
//! Refuses: to suppose who or what. Only days, the session, the period, the category 其他 and the
//! plain talk are supposed.

mod handling;

use std::collections::BTreeMap;

use super::header::set_beside;
use super::ledger::{LedgerRow, ReadRow};
use super::sessions::Sessions;
use crate::domain::book::Book;
use crate::domain::event::ConsultMode;
use crate::domain::refusal::Refusal;
use crate::domain::terms::{Date, Level, Name, Period, Series, SessionKey, Text};
use crate::words::LedgerColumn as Column;

/// A gap or contradiction in a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Gap {
    /// Nothing can be recorded without it.
    #[error("{} is missing", .0.header())]
    Missing(Column),
    /// With what it has to carry beside its own words, the cell is longer than a text may be.
    #[error("{} is too long", .0.header())]
    TooLong(Column),
    /// Several people on the roster bear the name.
    #[error("{}: which of {candidates:?}?", column.header())]
    Namesakes {
        /// The cell.
        column: Column,
        /// The name.
        called: Name,
        /// As they can be told apart.
        candidates: Vec<String>,
    },
    /// One cell means nothing without another.
    #[error("{} needs {}", by.header(), column.header())]
    Needs {
        /// The cell that is empty.
        column: Column,
        /// The cell that needs it.
        by: Column,
    },
    /// As many values as another cell has, or one for all.
    #[error("{}: {found} values for {expected}", column.header())]
    Count {
        /// The cell.
        column: Column,
        /// Values found.
        found: usize,
        /// Values that would fit.
        expected: usize,
    },
}

impl Gap {
    /// Whether it is there only because a cell is empty or could not be read.
    pub(super) fn lacks(&self, unread: Column) -> bool {
        match self {
            Self::Missing(column) | Self::Needs { column, .. } | Self::Count { column, .. } => {
                *column == unread
            }
            Self::TooLong(_) | Self::Namesakes { .. } => false,
        }
    }
}

/// A row that leaves nothing open.
#[derive(Debug, Clone)]
pub(super) struct Completed {
    pub(super) row: LedgerRow,
    pub(super) series: Series,
    /// What was supposed.
    pub(super) supposed: Vec<Column>,
    /// What no fact carries.
    pub(super) not_carried: Vec<Column>,
    /// What became a remark, because the import is lenient.
    pub(super) remarked: Vec<Column>,
}

/// Fills in what a row leaves open.
pub(super) fn complete(
    read: &ReadRow,
    book: &Book,
    sessions: &Sessions,
    lenient: bool,
) -> Result<Completed, Vec<Gap>> {
    let mut open = Open {
        book,
        sessions,
        lenient,
        cells: &read.cells,
        row: read.row.clone(),
        gaps: Vec::new(),
        supposed: Vec::new(),
        not_carried: Vec::new(),
        remarked: unread_in_words(read, lenient),
    };
    open.gaps = with_people(&mut open.row, book);
    let series = open.raising();
    open.hand_over();
    open.handling();
    open.reply();
    open.judging();
    open.remarks();
    match series {
        Some(series) if open.gaps.is_empty() => Ok(Completed {
            row: with_full_lead(open.row, series, sessions),
            series,
            supposed: open.supposed,
            not_carried: open.not_carried,
            remarked: open.remarked,
        }),
        _ => Err(open.gaps),
    }
}

/// Cells of a historic ledger that cannot be read and that no figure rests on.
fn unread_in_words(read: &ReadRow, lenient: bool) -> Vec<Column> {
    let needed: Vec<Column> = read.unread(lenient).map(|error| error.column).collect();
    let unread = read.errors.iter().map(|error| error.column);
    unread.filter(|column| !needed.contains(column)).collect()
}

/// The lead of a merged row in the one form that tells it from every other case: a bare number is
/// of the row's own series, one with a session was given in session.
pub(super) fn with_full_lead(mut row: LedgerRow, series: Series, sessions: &Sessions) -> LedgerRow {
    let Some(merged) = &mut row.merged else {
        return row;
    };
    let case = &mut merged.value;
    let is_bare = case.session.is_none() && case.year.is_none();
    case.level.get_or_insert(series.level);
    if is_bare {
        case.session = Some(series.session_key());
        case.period.get_or_insert(series.period);
    } else if let Some(key) = case.year.and_then(|year| sessions.of_year(year)) {
        (case.session, case.year) = (Some(key), None);
    }
    case.period.get_or_insert(Period::InSession);
    row
}

/// The people as the roster has their names; what is left open where several bear a name.
pub(super) fn with_people(row: &mut LedgerRow, book: &Book) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let signers = row.co_signers.iter_mut();
    let signers = signers.map(|name| (Column::CoSigners, name));
    let lead = row.deputy.iter_mut().map(|name| (Column::Deputy, name));
    for (column, name) in lead.chain(signers) {
        match book.office().person_called(name) {
            Ok(person) => *name = person,
            Err(Refusal::Ambiguous { candidates, .. }) => gaps.push(Gap::Namesakes {
                column,
                called: name.clone(),
                candidates,
            }),
            Err(Refusal::Rule { .. } | Refusal::NotFound { .. }) => {}
        }
    }
    gaps
}

/// Talks and co-opinions in the one form that an export gives them: sorted, one mode for all
/// where all are the same, every day with its unit.
pub(super) fn normal(mut row: LedgerRow) -> LedgerRow {
    if row.consult_mode.len() == row.consulted.len() {
        let mut talks: Vec<(Date, ConsultMode)> = row
            .consulted
            .iter()
            .copied()
            .zip(row.consult_mode.iter().copied())
            .collect();
        talks.sort_by_key(|(day, _)| *day);
        (row.consulted, row.consult_mode) = talks.into_iter().unzip();
    }
    if row.consult_mode.windows(2).all(|two| two[0] == two[1]) {
        row.consult_mode.truncate(1);
    }
    row.consulted.sort();
    if let [(None, day)] = row.co_opinion[..] {
        row.co_opinion = row
            .co
            .iter()
            .map(|unit| (Some(unit.clone()), day))
            .collect();
    } else if row.co_opinion.len() == row.co.len() {
        for ((unit, _), co) in row.co_opinion.iter_mut().zip(&row.co) {
            unit.get_or_insert_with(|| co.clone());
        }
    }
    row.co_opinion.sort();
    row
}

struct Open<'a> {
    book: &'a Book,
    sessions: &'a Sessions,
    lenient: bool,
    cells: &'a BTreeMap<Column, String>,
    row: LedgerRow,
    gaps: Vec<Gap>,
    supposed: Vec<Column>,
    not_carried: Vec<Column>,
    remarked: Vec<Column>,
}

impl Open<'_> {
    fn level(&self) -> Level {
        self.row.level.unwrap_or(self.book.office().level())
    }

    fn own(&self) -> bool {
        self.level() == self.book.office().level()
    }

    /// Whose number it is. Session and period are supposed as `decide` would.
    fn raising(&mut self) -> Option<Series> {
        let level = self.level();
        self.row.level = Some(level);
        let key = self.session();
        self.submitted();
        self.category();
        if self.row.title.is_none() {
            self.gaps.push(Gap::Missing(Column::Title));
        }
        let key = key?;
        let own = self.own();
        let session = self.sessions.get(key).filter(|_| own);
        let closed = session.and_then(|session| session.closed);
        let day = self.row.submitted?;
        let period = self.row.period.unwrap_or_else(|| {
            self.supposed.push(Column::Period);
            match closed {
                Some(closed) if day > closed => Period::BetweenSessions,
                _ => Period::InSession,
            }
        });
        self.row.period = Some(period);
        Some(Series {
            level,
            term: key.term,
            session: key.session,
            period,
        })
    }

    /// A ledger that tells neither day nor period lists what the session was given: its suggestions
    /// are supposed to be handed in on its first day.
    fn submitted(&mut self) {
        if self.row.submitted.is_some() {
            return;
        }
        let own = self.own();
        let key = self.row.session_key().filter(|_| own);
        let opened = key.and_then(|key| Some(self.sessions.get(key)?.opened));
        let in_session = self.row.period != Some(Period::BetweenSessions);
        let assigned = self.row.assigned;
        let before = |opened: &Date| assigned.is_none_or(|assigned| *opened <= assigned);
        let day = opened.filter(|_| in_session).filter(before).or(assigned);
        match day {
            Some(day) => {
                self.row.submitted = Some(day);
                self.supposed.push(Column::Submitted);
            }
            None => self.gaps.push(Gap::Missing(Column::Submitted)),
        }
    }

    fn session(&mut self) -> Option<SessionKey> {
        let missing = Gap::Missing;
        let key = match (self.row.term, self.row.session) {
            (Some(_), None) => Err(missing(Column::Session)),
            (None, Some(_)) => Err(missing(Column::Term)),
            (Some(term), Some(session)) => self.session_named(SessionKey { term, session }),
            // Whose session of another level it was, nobody here can know.
            (None, None) if !self.own() => Err(missing(Column::Session)),
            (None, None) => {
                // Without a day no session can be told; that the day is missing is said already.
                let known = self.row.submitted.or(self.row.assigned)?;
                self.supposed.push(Column::Session);
                self.sessions.on(known).ok_or(missing(Column::Session))
            }
        };
        match key {
            Ok(key) => {
                (self.row.term, self.row.session) = (Some(key.term), Some(key.session));
                Some(key)
            }
            Err(gap) => {
                self.gaps.push(gap);
                None
            }
        }
    }

    /// A row that does not say its level is ours, unless only another level has that session.
    fn session_named(&self, key: SessionKey) -> Result<SessionKey, Gap> {
        let says_level = self.cells.contains_key(&Column::Level);
        if says_level || !self.sessions.is_foreign(key) {
            return Ok(key);
        }
        Err(Gap::Needs {
            column: Column::Level,
            by: Column::Session,
        })
    }

    /// A historic ledger may have been sorted otherwise: its word stays as a remark.
    fn category(&mut self) {
        let other = || Name::new("其他").ok();
        match &self.row.category {
            None => {
                self.row.category = other();
                self.supposed.push(Column::Category);
            }
            Some(category) if self.lenient && !self.is_of_rules(category) => {
                self.row.category = other();
                self.remarked.push(Column::Category);
            }
            Some(_) => {}
        }
    }

    /// Whether the rules of its day know a category; any where they name none.
    fn is_of_rules(&self, category: &Name) -> bool {
        let day = self.row.submitted.unwrap_or_default();
        let rules = self.book.office().rules_on(day);
        let known = rules.map(|rules| rules.categories.as_slice());
        known.is_none_or(|known| known.is_empty() || known.contains(category))
    }

    /// What is carried as a remark stands after the remarks, each cell under its header.
    fn remarks(&mut self) {
        self.remarked.sort();
        if self.remarked.is_empty() {
            return;
        }
        let own = self.cells.get(&Column::Remarks).cloned();
        let mut all = own.unwrap_or_default();
        for column in &self.remarked {
            if let Some(cell) = self.cells.get(column) {
                set_beside(&mut all, column.header(), cell);
            }
        }
        match Text::new(&all) {
            Ok(remarks) => self.row.remarks = Some(remarks),
            Err(_) => self.gaps.push(Gap::TooLong(Column::Remarks)),
        }
    }

    fn needs(&mut self, column: Column, by: Column) {
        self.gaps.push(Gap::Needs { column, by });
    }

    fn count(&mut self, column: Column, found: usize, expected: usize) {
        self.gaps.push(Gap::Count {
            column,
            found,
            expected,
        });
    }

    /// Sets a value aside that no fact carries.
    fn aside(&mut self, column: Column, take: impl FnOnce(&mut LedgerRow) -> bool) {
        if take(&mut self.row) {
            self.not_carried.push(column);
        }
    }

    /// Keeps a value as a remark. What its cell says is said there in the cell's own words.
    fn remark(&mut self, column: Column, clear: impl FnOnce(&mut LedgerRow)) {
        if self.cells.contains_key(&column) && !self.remarked.contains(&column) {
            self.remarked.push(column);
        }
        clear(&mut self.row);
    }
}
