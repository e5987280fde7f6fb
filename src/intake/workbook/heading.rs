//! Which row is the header: the one that knows most of our words.

use super::cells::{Grid, Row};
use super::{TableError, WorkbookError, line};

/// Titles above a header are few.
const ROWS_LOOKED_AT: usize = 50;

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

/// The row of the header, from 0.
pub(super) fn find(grid: &Grid, meaning: &dyn Fn(&str) -> Meaning) -> Result<u32, TableError> {
    let known = |row: &Row| {
        let cells = row
            .iter()
            .filter(|(_, text)| meaning(text) != Meaning::Nothing);
        cells.count()
    };
    let first = grid.rows.iter().take(ROWS_LOOKED_AT);
    let best = first.rev().max_by_key(|(_, row)| (known(row), row.len()));
    let (head, header) = best.ok_or(TableError::Empty)?;
    for (row, cells) in grid.rows.iter().filter(|(row, _)| *row != head) {
        if is_header(cells, meaning) || completes(*row, cells, (*head, header), meaning) {
            return Err(WorkbookError::TwoHeaders {
                first: line(*head.min(row)),
                second: line(*head.max(row)),
            }
            .into());
        }
    }
    Ok(*head)
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
    row.abs_diff(head) == 1 && cells.iter().all(fills)
}
