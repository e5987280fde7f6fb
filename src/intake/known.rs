//! By what a row is known, and what is known of it before it is judged: gaps, rows seen above,
//! cases on record, and how they differ.

use std::collections::BTreeMap;

use super::candidate::{Candidate, number};
use super::complete::{Completed, Gap, complete, normal, with_full_lead, with_people};
use super::ledger::{LedgerRow, ReadRow};
use super::plan::{Difference, Options, Reason, Verdict};
use super::sessions::Sessions;
use crate::domain::book::{Book, Case};
use crate::domain::terms::{CaseId, Date, Name, Number, Series, Title};
use crate::report::ledger::{self, DayStyle};
use crate::words::LedgerColumn as Column;

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
        Self::Unnumbered(
            case.series(),
            case.title.clone(),
            case.deputy.clone(),
            case.submitted,
        )
    }
}

/// What was seen so far: the cases of the book, the rows above.
pub(super) struct Known {
    cases: BTreeMap<Identity, CaseId>,
    rows: BTreeMap<Identity, u64>,
}

impl Known {
    pub(super) fn new(book: &Book) -> Self {
        let numbered = book
            .register()
            .map(|(number, case)| (Identity::Numbered(number), case));
        let others = book.cases().map(|case| (Identity::of_case(case), case.id));
        Self {
            cases: others.chain(numbered).collect(),
            rows: BTreeMap::new(),
        }
    }

    /// What can be said of a row before it is judged.
    pub(super) fn place(
        &mut self,
        read: &ReadRow,
        book: &Book,
        sessions: &Sessions,
        options: &Options,
    ) -> Candidate {
        let unread = || read.unread(options.lenient);
        let cells = unread().cloned().map(Reason::Cell);
        let completed = match complete(read, book, sessions, options.lenient) {
            Ok(completed) if unread().count() == 0 => completed,
            Ok(_) => return Candidate::wrong(cells.collect()),
            Err(gaps) => {
                let of_itself = |gap: &Gap| !unread().any(|error| gap.lacks(error.column));
                let gaps = gaps.into_iter().filter(of_itself).map(Reason::Gap);
                return Candidate::wrong(cells.chain(gaps).collect());
            }
        };
        let identity = Identity::of_row(&completed);
        let first = identity
            .clone()
            .map(|identity| *self.rows.entry(identity).or_insert(read.line));
        let on_record = identity.and_then(|identity| self.cases.get(&identity));
        let settled = match (first.filter(|first| *first != read.line), on_record) {
            (Some(first), _) => Some(Verdict::Wrong(vec![Reason::Twice { first }])),
            (None, Some(case)) => compared(read, &completed, *case, book, sessions, options.today),
            (None, None) => None,
        };
        Candidate {
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
    sessions: &Sessions,
    today: Date,
) -> Option<Verdict> {
    let case = book.case(id)?;
    let cells = ledger::row(book, case, today, DayStyle::Always);
    let cells = Column::ALL.iter().copied().zip(&cells);
    let cells: BTreeMap<Column, String> = cells
        .map(|(column, cell)| (column, cell.shown().into_owned()))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let (mut ours, _) = LedgerRow::read(read.line, &cells);
    with_people(&mut ours, book);
    let ours = with_full_lead(normal(ours), theirs.series, sessions);
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
