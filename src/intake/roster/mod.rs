//! Rosters → wishes: deputies (one row a seat) and handling units.
//!
//! Each row is judged against a copy of the book that has the rows above it, and comes out new,
//! the same, different or wrong, as the rows of a ledger do.
//!
//! Refuses: to mend. A row that differs from the roster is shown, not merged.

mod deputies;
mod units;

pub use deputies::{DeputyColumn, deputies};
pub use units::{UnitColumn, units};

use std::collections::BTreeMap;

use super::allowed::allowed;
use super::cell::CellError;
use super::guess::Guess;
use super::header::TableColumn;
use super::ledger::FileError;
use super::mapping::Mapping;
use super::open::open;
use super::plan::{Line, Options, Waived};
use super::table::{Encoding, Remark};
use crate::domain::book::{Book, Entry};
use crate::domain::command::Command;
use crate::domain::refusal::Refusal;
use crate::domain::terms::{CitizenId, Date};

/// What an import of a roster would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterPlan<C: TableColumn> {
    /// How the file became text.
    pub encoding: Encoding,
    /// What a person should know of how it was read.
    pub remarks: Vec<Remark>,
    /// Headers that were taken for a column by another name than ours.
    pub read_as: Vec<(String, C)>,
    /// Headers that were decided by their values.
    pub guessed: Vec<(String, Guess<C>)>,
    /// Each row of the file, in its order.
    pub rows: Vec<RosterRow<C>>,
    /// The lines to write, as one batch and in this order: one for each new row.
    pub lines: Vec<Line>,
    /// Columns of new rows that no fact carries, each with the lines of the file.
    pub not_carried: BTreeMap<C, Vec<u64>>,
}

/// What becomes of a row of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterRow<C: TableColumn> {
    /// The line of the file it begins on, from 1.
    pub line: u64,
    /// Whom it is about, as it stands there.
    pub name: String,
    /// New, the same, different or wrong.
    pub verdict: RosterVerdict<C>,
    /// What was let off because the file tells of before.
    pub waived: Vec<Waived>,
    /// Citizens of the same name: told, and no reason to refuse it.
    pub namesakes: Vec<CitizenId>,
}

/// New, the same, different or wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RosterVerdict<C: TableColumn> {
    /// It would be entered.
    New,
    /// It is on record; an empty cell says nothing against what is known.
    Same,
    /// It is on record otherwise.
    Different(Vec<RosterDifference<C>>),
    /// It cannot be entered.
    Wrong(Vec<RosterReason<C>>),
}

/// A cell that says something else than the roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterDifference<C> {
    /// The column.
    pub column: C,
    /// What the roster says; nothing where it says nothing.
    pub ours: String,
    /// What stands in the file.
    pub theirs: String,
}

/// Why a row of a roster is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RosterReason<C: TableColumn> {
    /// A cell cannot be read.
    #[error(transparent)]
    Cell(#[from] CellError<C>),
    /// A private cell cannot be read; what stands in it is not told.
    #[error("{} cannot be read", .0.header())]
    Unread(C),
    /// It says nobody's name.
    #[error("{} is missing", .0.header())]
    Missing(C),
    /// One cell means nothing without another.
    #[error("{} needs {}", by.header(), column.header())]
    Needs {
        /// The cell that is empty.
        column: C,
        /// The cell that needs it.
        by: C,
    },
    /// The same stands in an earlier row.
    #[error("stands on line {first} already")]
    Twice {
        /// The line of the first row.
        first: u64,
    },
    /// Another person of the same name holds a seat at that level. The journal knows people by
    /// name: they have to be told apart there.
    #[error("a namesake stands on line {first}")]
    Namesake {
        /// The line of the other person.
        first: u64,
    },
    /// A rule forbids it.
    #[error("{0}")]
    Refused(Refusal),
}

/// A row before it is judged.
pub(super) struct ReadRow<'a, C> {
    pub(super) line: u64,
    pub(super) cells: &'a BTreeMap<C, String>,
}

/// What a row comes to.
pub(super) enum Placed<C: TableColumn> {
    /// To be entered by this wish, on this day; what no fact carries.
    New(Date, Command, Vec<C>),
    /// To be entered by these wishes, each on its day: a line each, all or none.
    Several(Vec<(Date, Command)>),
    Same,
    Different(Vec<RosterDifference<C>>),
    Wrong(Vec<RosterReason<C>>),
}

/// Reads a file and judges its rows one after the other.
pub(super) fn planned<C: TableColumn>(
    bytes: &[u8],
    mapping: &Mapping,
    book: &Book,
    options: &Options,
    name: C,
    mut place: impl FnMut(&ReadRow<'_, C>, &Book) -> Placed<C>,
) -> Result<RosterPlan<C>, FileError> {
    let (table, header) = open::<C>(bytes, mapping)?;
    let mut book = book.clone();
    let mut plan = RosterPlan {
        encoding: table.encoding,
        remarks: table.remarks,
        read_as: header.read_as.clone(),
        guessed: header.guessed.clone(),
        rows: Vec::new(),
        lines: Vec::new(),
        not_carried: BTreeMap::new(),
    };
    for row in &table.rows {
        let cells = header.cells(&row.cells);
        let read = ReadRow {
            line: row.line,
            cells: &cells,
        };
        let placed = place(&read, &book);
        let mut waived = Vec::new();
        let mut enter = |wishes: &[(Date, Command)]| {
            let entered = wishes
                .iter()
                .map(|(on, wish)| entered(&mut book, *on, wish, options, row.line));
            match entered.collect::<Result<Vec<_>, _>>() {
                Ok(entered) => {
                    for (line, let_off) in entered {
                        plan.lines.push(line);
                        waived.extend(let_off);
                    }
                    RosterVerdict::New
                }
                Err(refusal) => RosterVerdict::Wrong(vec![RosterReason::Refused(refusal)]),
            }
        };
        let verdict = match placed {
            Placed::New(on, wish, not_carried) => {
                let verdict = enter(&[(on, wish)]);
                let entered = verdict == RosterVerdict::New;
                for column in not_carried.into_iter().filter(|_| entered) {
                    plan.not_carried.entry(column).or_default().push(row.line);
                }
                verdict
            }
            Placed::Several(wishes) => enter(&wishes),
            Placed::Same => RosterVerdict::Same,
            Placed::Different(differences) => RosterVerdict::Different(differences),
            Placed::Wrong(reasons) => RosterVerdict::Wrong(reasons),
        };
        plan.rows.push(RosterRow {
            line: row.line,
            name: cells.get(&name).cloned().unwrap_or_default(),
            verdict,
            waived,
            namesakes: Vec::new(),
        });
    }
    Ok(plan)
}

/// Judges a wish and folds its facts into the copy: the line it comes to, and what it was let off.
fn entered(
    book: &mut Book,
    on: Date,
    wish: &Command,
    options: &Options,
    row: u64,
) -> Result<(Line, Option<Waived>), Refusal> {
    let (events, waived) = allowed(book, on, wish, options)?;
    let lenient = options.lenient || waived.is_some();
    let entry = Entry {
        seq: book.head() + 1,
        at: chrono::DateTime::default(),
        by: options.by.clone(),
        batch: None,
        lenient,
        events: events.clone(),
    };
    // What `decide` yields, `apply` accepts.
    let _ = book.apply(entry);
    let line = Line {
        row: Some(row),
        lenient,
        events,
    };
    Ok((line, waived))
}

/// Where the file says something and the roster something else.
pub(super) fn differences<C: TableColumn>(
    cells: &BTreeMap<C, String>,
    beside: &[(C, Option<String>, Option<String>)],
) -> Placed<C> {
    let differ = beside
        .iter()
        .filter(|(_, ours, theirs)| theirs.is_some() && ours != theirs);
    let found: Vec<RosterDifference<C>> = differ
        .map(|(column, ours, _)| RosterDifference {
            column: *column,
            ours: ours.clone().unwrap_or_default(),
            theirs: cells.get(column).cloned().unwrap_or_default(),
        })
        .collect();
    if found.is_empty() {
        Placed::Same
    } else {
        Placed::Different(found)
    }
}
