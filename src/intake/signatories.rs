//! How many signed, where a ledger counts them (`提出人数`): compared with the names that it gives.
//!
//! Refuses: to record a count, and to hold one against a row that names nobody, as a delegation's does.
//! Who signed is recorded by name.

use super::ledger::ReadRow;
use super::table::{Remark, TableRow};
use crate::domain::terms::{half_width, parse_integer};

/// The lines whose count is another than their names; `place` is where the count stands.
pub(super) fn compare(rows: &[ReadRow], table: &[TableRow], place: usize) -> Option<Remark> {
    let other = table.iter().filter(|row| {
        let Some(counted) = row.cells.get(place).and_then(|cell| count(cell)) else {
            return false;
        };
        let read = rows.binary_search_by_key(&row.line, |read| read.line);
        read.is_ok_and(|at| ![0, counted].contains(&rows[at].row.signatories()))
    });
    let lines: Vec<String> = other.map(|row| row.line.to_string()).collect();
    (!lines.is_empty()).then_some(Remark::OtherCount(lines))
}

/// `5`, `5人`, `五名`.
pub(super) fn count(cell: &str) -> Option<usize> {
    let plain = half_width(cell.trim());
    let count = parse_integer(plain.trim_end_matches(['人', '名', '位']))?;
    usize::try_from(count).ok().filter(|count| *count > 0)
}
