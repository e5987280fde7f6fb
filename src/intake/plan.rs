//! A ledger and a book → what an import would do, row by row, without doing it.
//!
//! A row is known by level, term, session, period and number; one without a number by its title,
//! deputy and day instead, so that importing the same file twice changes nothing. Rows with a
//! number are judged first: the others take the numbers that are left free after them.
//!
//! Refuses: to write, and to mend. A row that differs from the book is shown, not merged.

use std::collections::BTreeMap;

use super::additions::Added;
use super::cell::CellError;
use super::column::LedgerColumn as Column;
use super::complete::{Completed, Gap, complete, normal};
use super::ledger::{LedgerFile, LedgerRow, ReadRow};
use super::sessions::Sessions;
use super::table::Encoding;
use super::trial::{Admitted, Trial};
use crate::domain::book::{Book, Case, Impossible};
use crate::domain::event::Event;
use crate::domain::refusal::Refusal;
use crate::domain::terms::{CaseId, Date, Name, Number, Series, Title};
use crate::report::ledger::{self, DayStyle};

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
    /// The line of the file its row begins on; none for the rosters.
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
pub fn plan(file: &LedgerFile, book: &Book, options: &Options) -> Plan {
    let sessions = Sessions::of(book, &file.rows);
    let mut known = Known::new(book);
    let mut states: Vec<State> = file
        .rows
        .iter()
        .map(|read| known.place(read, book, &sessions, options))
        .collect();
    let fresh = states.iter().filter_map(State::fresh);
    let roster = Added::by(fresh, book).events(book, options);
    let mut trial = Trial::new(book, roster, options);
    let mut lines = Vec::new();
    for numbered in [true, false] {
        for (read, state) in file.rows.iter().zip(&mut states) {
            let Some(row) = state.fresh().filter(|row| row.row.no.is_some() == numbered) else {
                continue;
            };
            let judged = trial.row(row);
            state.judged = Some(judged);
            lines.extend(state.line(read.line));
        }
    }
    // Only now is it known which rows are right, and so what they need.
    let right = states.iter().filter_map(State::right);
    let added = Added::by(right, book);
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
        not_carried: not_carried(&file.rows, &states),
        rows: file
            .rows
            .iter()
            .zip(states)
            .map(|(read, state)| state.report(read))
            .collect(),
        added,
        lines,
    }
}

fn not_carried(rows: &[ReadRow], states: &[State]) -> BTreeMap<Column, Vec<u64>> {
    let mut columns: BTreeMap<Column, Vec<u64>> = BTreeMap::new();
    for (read, state) in rows.iter().zip(states) {
        for column in state.right().into_iter().flat_map(|row| &row.not_carried) {
            columns.entry(*column).or_default().push(read.line);
        }
    }
    columns
}

/// A row on its way.
struct State {
    completed: Option<Completed>,
    /// Settled before any judgement: on record, or wrong.
    settled: Option<Verdict>,
    judged: Option<Result<Admitted, Reason>>,
}

impl State {
    fn wrong(reasons: Vec<Reason>) -> Self {
        Self {
            completed: None,
            settled: Some(Verdict::Wrong(reasons)),
            judged: None,
        }
    }

    /// A row that is not on record and can be judged.
    fn fresh(&self) -> Option<&Completed> {
        self.completed.as_ref().filter(|_| self.settled.is_none())
    }

    /// A new row that was admitted.
    fn right(&self) -> Option<&Completed> {
        let admitted = matches!(self.judged, Some(Ok(_)));
        self.fresh().filter(|_| admitted)
    }

    fn line(&self, row: u64) -> Option<Line> {
        let admitted = self.judged.as_ref()?.as_ref().ok()?;
        Some(Line {
            row: Some(row),
            lenient: !admitted.waived.is_empty(),
            events: admitted.events.clone(),
        })
    }

    fn report(self, read: &ReadRow) -> RowReport {
        let given = match &self.judged {
            Some(Ok(admitted)) => admitted.events.iter().find_map(number_of),
            Some(Err(_)) | None => None,
        };
        let written = self.completed.as_ref().and_then(number);
        let (verdict, waived) = match (self.settled, self.judged) {
            (Some(verdict), _) => (verdict, Vec::new()),
            (None, Some(Ok(admitted))) => (Verdict::New(admitted.case), admitted.waived),
            (None, Some(Err(reason))) => (Verdict::Wrong(vec![reason]), Vec::new()),
            (None, None) => (Verdict::Wrong(Vec::new()), Vec::new()),
        };
        let (supposed, remarked) = match (self.completed, &verdict) {
            (Some(row), Verdict::New(_)) => (row.supposed, row.remarked),
            (_, _) => (Vec::new(), Vec::new()),
        };
        RowReport {
            line: read.line,
            number: given.or(written),
            title: read.cells.get(&Column::Title).cloned().unwrap_or_default(),
            verdict,
            supposed,
            remarked,
            waived,
        }
    }
}

fn number_of(event: &Event) -> Option<Number> {
    if let Event::Numbered { number, .. } = event {
        Some(*number)
    } else {
        None
    }
}

fn number(row: &Completed) -> Option<Number> {
    row.row.no.map(|seq| Number {
        series: row.series,
        seq,
    })
}

/// By what a row is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Identity {
    Numbered(Number),
    Unnumbered(Series, Title, Option<Name>, Date),
}

impl Identity {
    fn of_row(row: &Completed) -> Option<Self> {
        if let Some(number) = number(row) {
            return Some(Self::Numbered(number));
        }
        let fields = &row.row;
        let (title, day) = (fields.title.clone()?, fields.submitted?);
        Some(Self::Unnumbered(
            row.series,
            title,
            fields.deputy.clone(),
            day,
        ))
    }

    fn of_case(case: &Case) -> Self {
        let series = Series {
            level: case.level,
            term: case.session.term,
            session: case.session.session,
            period: case.period,
        };
        Self::Unnumbered(
            series,
            case.title.clone(),
            case.deputy.clone(),
            case.submitted,
        )
    }
}

/// What was seen so far: the cases of the book, the rows above.
struct Known {
    cases: BTreeMap<Identity, CaseId>,
    rows: BTreeMap<Identity, u64>,
}

impl Known {
    fn new(book: &Book) -> Self {
        let numbered = book
            .register()
            .map(|(number, case)| (Identity::Numbered(*number), case));
        let others = book.cases().map(|case| (Identity::of_case(case), case.id));
        Self {
            cases: others.chain(numbered).collect(),
            rows: BTreeMap::new(),
        }
    }

    /// What can be said of a row before it is judged.
    fn place(
        &mut self,
        read: &ReadRow,
        book: &Book,
        sessions: &Sessions,
        options: &Options,
    ) -> State {
        if !read.errors.is_empty() {
            return State::wrong(read.errors.iter().cloned().map(Reason::Cell).collect());
        }
        let completed = match complete(read, book, sessions, options.lenient) {
            Ok(completed) => completed,
            Err(gaps) => return State::wrong(gaps.into_iter().map(Reason::Gap).collect()),
        };
        let identity = Identity::of_row(&completed);
        let first = identity
            .clone()
            .map(|identity| *self.rows.entry(identity).or_insert(read.line));
        let on_record = identity.and_then(|identity| self.cases.get(&identity));
        let settled = match (first.filter(|first| *first != read.line), on_record) {
            (Some(first), _) => Some(Verdict::Wrong(vec![Reason::Twice { first }])),
            (None, Some(case)) => compared(read, &completed, *case, book, options.today),
            (None, None) => None,
        };
        State {
            completed: Some(completed),
            settled,
            judged: None,
        }
    }
}

/// A row beside the row that our own ledger would have for the case.
fn compared(
    read: &ReadRow,
    theirs: &Completed,
    id: CaseId,
    book: &Book,
    today: Date,
) -> Option<Verdict> {
    let case = book.case(id)?;
    let cells = ledger::row(book, case, today, DayStyle::Always);
    let cells = Column::ALL.into_iter().zip(&cells);
    let cells: BTreeMap<Column, String> = cells
        .map(|(column, cell)| (column, cell.shown().into_owned()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let (ours, _) = LedgerRow::read(read.line, &cells);
    let ours = normal(ours);
    let differs = |column: &&Column| {
        !theirs.not_carried.contains(column) && !theirs.row.agrees(&ours, **column)
    };
    let differences: Vec<Difference> = read
        .cells
        .keys()
        .filter(differs)
        .map(|column| Difference {
            column: *column,
            ours: cells.get(column).cloned().unwrap_or_default(),
            theirs: read.cells.get(column).cloned().unwrap_or_default(),
        })
        .collect();
    Some(if differences.is_empty() {
        Verdict::Same(id)
    } else {
        Verdict::Different(id, differences)
    })
}
