//! Which row is the header: the one that knows most of our words.

use std::collections::BTreeMap;

use super::cells::Row;
use super::{TableError, WorkbookError, line};

/// Titles above a header are few.
pub(in crate::intake) const ROWS_LOOKED_AT: usize = 50;

/// What a text is as a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Meaning {
    /// The name of a column, or a person mapped it.
    Column,
    /// A word that names columns in some offices.
    Doubtful,
    /// A person told to pass over it.
    Ignored,
    /// No header that we know.
    Nothing,
}

/// The rows of a table that have a filled cell, counted from 0.
pub(in crate::intake) type Rows = BTreeMap<u32, Row>;

/// The row of the header, from 0.
pub(super) fn find(rows: &Rows, meaning: &dyn Fn(&str) -> Meaning) -> Result<u32, TableError> {
    let first = rows.iter().take(ROWS_LOOKED_AT);
    let best = first
        .rev()
        .max_by_key(|(_, row)| (known(row, meaning), row.len()));
    let (head, _) = best.ok_or(TableError::Empty)?;
    refuse_second(rows, *head, meaning)?;
    Ok(*head)
}

/// The same of plain text, where rows are as wide as they are long: the first row, unless one below
/// it knows more of our words.
pub(in crate::intake) fn find_below_titles(
    rows: &Rows,
    meaning: &dyn Fn(&str) -> Meaning,
) -> Result<u32, TableError> {
    let (first, cells) = rows.first_key_value().ok_or(TableError::Empty)?;
    let least = known(cells, meaning).max(1);
    let better = rows.iter().filter(|(_, row)| known(row, meaning) > least);
    let best = better.rev().max_by_key(|(_, row)| known(row, meaning));
    let head = best.map_or(*first, |(head, _)| *head);
    refuse_second(rows, head, meaning)?;
    Ok(head)
}

/// How many cells of a row may be headers.
fn known(row: &Row, meaning: &dyn Fn(&str) -> Meaning) -> usize {
    let known = row
        .iter()
        .filter(|(_, text)| meaning(text) != Meaning::Nothing);
    known.count()
}

/// Refuses another row that looks like the header of a table.
fn refuse_second(
    rows: &Rows,
    head: u32,
    meaning: &dyn Fn(&str) -> Meaning,
) -> Result<(), TableError> {
    let Some(header) = rows.get(&head) else {
        return Ok(());
    };
    for (row, cells) in rows.iter().filter(|(row, _)| **row != head) {
        if is_header(cells, meaning) || completes(*row, cells, (head, header), meaning) {
            return Err(WorkbookError::TwoHeaders {
                first: line(head.min(*row)),
                second: line(head.max(*row)),
            }
            .into());
        }
    }
    Ok(())
}

/// A row of which at least two cells, and half of all, are names of columns.
fn is_header(row: &Row, meaning: &dyn Fn(&str) -> Meaning) -> bool {
    let named = row
        .iter()
        .filter(|(_, text)| meaning(text) == Meaning::Column);
    let named = named.count();
    named >= 2 && named * 2 >= row.len()
}

/// A row beside the header that names columns where the header has gaps: a header on two rows.
fn completes(
    row: u32,
    cells: &Row,
    (head, header): (u32, &Row),
    meaning: &dyn Fn(&str) -> Meaning,
) -> bool {
    let fills = |(at, text): &(u32, String)| {
        let gap = header
            .binary_search_by_key(at, |(column, _)| *column)
            .is_err();
        gap && meaning(text) == Meaning::Column
    };
    row.abs_diff(head) == 1 && cells.iter().any(fills)
}
