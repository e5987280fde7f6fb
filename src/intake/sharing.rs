//! Ledgers that say the part of a unit in a column of its own (`承办性质`: 主办, 会办, 分办), and that
//! give a suggestion a row for each of its units.
//!
//! Refuses: to join rows that say more than their unit differently.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::cell::pieces;
use super::ledger::ReadRow;
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

/// Makes one row of those that stand for one suggestion.
pub(super) fn join_units(rows: &mut Vec<ReadRow>) {
    let mut joined: Vec<ReadRow> = Vec::new();
    for row in std::mem::take(rows) {
        match joined.last_mut().filter(|last| is_one(last, &row)) {
            Some(last) => {
                let mut cells = std::mem::take(&mut last.cells);
                add(&mut cells, row.cells);
                *last = ReadRow::of(last.line, cells);
            }
            None => joined.push(row),
        }
    }
    *rows = joined;
}

/// Whether two rows are one suggestion: they name its number, and nothing that both say differs.
fn is_one(first: &ReadRow, second: &ReadRow) -> bool {
    let said = |row: &ReadRow, column| row.cells.get(&column).cloned();
    let number = said(first, Column::No);
    let mut others = second.cells.iter().filter(|(c, _)| !UNITS.contains(c));
    let agrees = |(column, cell): (&Column, &String)| {
        first.cells.get(column).is_none_or(|before| before == cell)
    };
    number.is_some() && number == said(second, Column::No) && others.all(agrees)
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
