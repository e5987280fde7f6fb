//! Ledgers that say the part of a unit in a column of its own (`承办性质`: 主办, 会办, 分办), and that
//! give a suggestion a row for each of its units.
//!
//! Refuses: to join rows that say more than their unit differently. What a unit that replies for itself
//! did not do, nobody did for it: such rows are joined only where they say all the same.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::cell::pieces;
use super::ledger::ReadRow;
use super::table::Remark;
use crate::words::LedgerColumn as Column;

/// Where units stand, by their part.
const UNITS: [Column; 3] = [Column::Lead, Column::Co, Column::Separate];

/// Writes the part behind the one unit of a row, where `parts` reads it.
pub(super) fn say_part(cells: &mut BTreeMap<Column, String>, part: &str) {
    if let Some(unit) = cells.get_mut(&Column::Lead)
        && !part.is_empty()
        && pieces(unit).count() == 1
    {
        *unit = format!("{unit}（{part}）");
    }
}

/// Makes one row of those that stand for one suggestion, and tells which.
pub(super) fn join_units(rows: &mut Vec<ReadRow>) -> Option<Remark> {
    let mut joined: Vec<ReadRow> = Vec::new();
    let mut lines = Vec::new();
    for row in std::mem::take(rows) {
        match joined.last_mut().filter(|last| is_one(last, &row)) {
            Some(last) => {
                lines.push(row.line);
                let mut cells = std::mem::take(&mut last.cells);
                add(&mut cells, row.cells);
                *last = ReadRow::of(last.line, cells);
            }
            None => joined.push(row),
        }
    }
    *rows = joined;
    (!lines.is_empty()).then_some(Remark::Joined(lines))
}

/// Whether two rows are one suggestion: they name its number, and nothing that both say differs.
fn is_one(first: &ReadRow, second: &ReadRow) -> bool {
    let said = |row: &ReadRow, column| row.cells.get(&column).cloned();
    let number = said(first, Column::No);
    if number.is_none() || number != said(second, Column::No) {
        return false;
    }
    let replies = [first, second]
        .iter()
        .any(|row| row.cells.contains_key(&Column::Separate));
    let others = |row: &ReadRow| {
        let cells = row.cells.clone().into_iter();
        let others = cells.filter(|(column, _)| !UNITS.contains(column));
        others.collect::<BTreeMap<Column, String>>()
    };
    let (before, after) = (others(first), others(second));
    let agrees =
        |(column, cell): (&Column, &String)| before.get(column).is_none_or(|before| before == cell);
    match replies {
        true => before == after,
        false => after.iter().all(agrees),
    }
}

fn add(cells: &mut BTreeMap<Column, String>, others: BTreeMap<Column, String>) {
    for (column, cell) in others {
        match cells.entry(column) {
            Entry::Vacant(place) => {
                place.insert(cell);
            }
            Entry::Occupied(mut place) if UNITS.contains(&column) => {
                let units = place.get_mut();
                if !pieces(units).any(|unit| unit == cell) {
                    units.push('、');
                    units.push_str(&cell);
                }
            }
            Entry::Occupied(_) => {}
        }
    }
}
