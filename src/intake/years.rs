//! Days that a ledger writes without their year: `3月5日`, `3.5`.
//!
//! Refuses: to guess where the other days are of several years, and to do it without a remark.

use std::collections::BTreeSet;

use super::cell::{CellError, Why, date};
use super::ledger::ReadRow;
use super::table::Remark;
use crate::domain::terms::year_of;
use crate::words::LedgerColumn as Column;

/// Days without a year, in a table whose other days are all of one year, are of that year.
pub(super) fn take_from_the_others(rows: &mut [ReadRow]) -> Option<Remark> {
    // Most tables have none, and need not be read through for it.
    let without =
        |error: &CellError<Column>| error.why == Why::NoYear && error.value.contains(['月', '.']);
    if !rows.iter().flat_map(|row| &row.errors).any(without) {
        return None;
    }
    let days = rows.iter().flat_map(|row| row.cells.values());
    let years = days.filter_map(|cell| date(cell).ok()).map(year_of);
    let years: BTreeSet<i32> = years.collect();
    let year = *years.first().filter(|_| years.len() == 1)?;
    let mut cells = Vec::new();
    for row in rows {
        let bare = row.errors.iter().filter(|error| without(error));
        let bare: Vec<Column> = bare.map(|error| error.column).collect();
        for column in &bare {
            if let Some(cell) = row.cells.get_mut(column) {
                cells.push(cell.clone());
                let mark = if cell.contains('月') { '年' } else { '.' };
                *cell = format!("{year}{mark}{cell}");
            }
        }
        if !bare.is_empty() {
            *row = ReadRow::of(row.line, std::mem::take(&mut row.cells));
        }
    }
    (!cells.is_empty()).then_some(Remark::OfTheYear { year, cells })
}
