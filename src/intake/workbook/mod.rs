//! Bytes of a workbook (.xlsx) → the same table of text cells that a CSV gives.
//!
//! The first worksheet that is not hidden is read, or the one that was named. The header is the
//! row that knows most of our words; what stands above it (a title, a unit, a date) is passed over
//! and told. A header on two rows, a group above its columns, is read as one. A day comes out as `2024-03-05`, a number without a `.0`, a formula as the value that
//! was last computed. Cells merged down hold their value in every row. Hidden rows count and are
//! told.
//!
//! Refuses: an error in a cell and a formula that was never computed, each by the name of its
//! cell; two headers; more than fits into bounds, however small the file is (`gate`). A
//! million empty rows cost their reading and no memory.

mod cells;
mod error;
mod gate;
mod heading;
mod hidden;
mod merged;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

use calamine::{Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use super::table::{Encoding, Remark, Table, TableError, TableRow};
use cells::Grid;

pub use error::{BadCell, WorkbookError};
pub(super) use heading::{Head, Meaning, ROWS_LOOKED_AT, Rows, find_below_titles};

/// What a table of this size holds in memory at most, beside its text.
const CELLS_MOST: usize = 20_000_000;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Whether bytes are a workbook, or want to be one: an archive, or the container of old formats.
pub fn is_one(bytes: &[u8]) -> bool {
    let is_archive = bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06");
    is_archive || gate::is_old(bytes)
}

/// Reads a worksheet. `meaning` says of a text what it is as a header.
pub(super) fn read(
    bytes: &[u8],
    named: Option<&str>,
    meaning: &dyn Fn(&str) -> Meaning,
) -> Result<Table, TableError> {
    gate::check(bytes)?;
    let mut book = Book::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let (sheet, others) = chosen(&book, named)?;
    let no_table = |error: TableError| match (error, named) {
        (TableError::Empty | TableError::NoRows, None) if !others.is_empty() => {
            let (sheet, others) = (sheet.clone(), others.clone());
            WorkbookError::NoTable { sheet, others }.into()
        }
        (error, _) => error,
    };
    read_sheet(bytes, &mut book, (&sheet, &others), meaning).map_err(no_table)
}

fn read_sheet(
    bytes: &[u8],
    book: &mut Book,
    (sheet, others): (&str, &[String]),
    meaning: &dyn Fn(&str) -> Meaning,
) -> Result<Table, TableError> {
    let mut grid = Grid::read(book, sheet)?;
    let head = heading::find(&grid.rows, meaning)?;
    let foot = grid.cut_foot(head.last);
    let merged = merged::fill(book, sheet, &mut grid, head.last)?;
    let hidden = hidden::rows(bytes, sheet);
    let above = grid
        .rows
        .range(..head.first)
        .map(|(row, _)| line(*row))
        .collect();
    let has_row = |row: &u32| *row > head.last && grid.rows.contains_key(row);
    let hidden = hidden.into_iter().filter(has_row).map(line).collect();
    let long = grid.long.iter().filter(|(row, _)| *row > head.last);
    let remarks = vec![
        Remark::Sheet {
            name: sheet.to_owned(),
            others: others.to_vec(),
        },
        Remark::Above(above),
        Remark::Below(foot.into_iter().map(line).collect()),
        head.remark(),
        Remark::Hidden(hidden),
        Remark::Merged(merged),
        Remark::LongNumbers(long.map(|(row, column)| name(*row, *column)).collect()),
    ];
    let titles = grid.rows.range(..head.first);
    let titles = titles.map(|(_, cells)| cells.iter().map(|(_, text)| text.as_str()).collect());
    let titles: Vec<String> = titles.collect();
    let table = table(grid, head, meaning)?;
    Ok(Table {
        titles,
        remarks,
        ..table
    })
}

/// The worksheet that is read, and those that are not.
fn chosen(book: &Book, named: Option<&str>) -> Result<(String, Vec<String>), TableError> {
    let sheets = book.sheets_metadata().iter();
    let sheets: Vec<_> = sheets.filter(|s| s.typ == SheetType::WorkSheet).collect();
    let names = || sheets.iter().map(|s| s.name.clone());
    let found = match named {
        Some(named) => sheets.iter().find(|s| s.name == named.trim()),
        None => {
            let mut seen = sheets.iter().filter(|s| s.visible == SheetVisible::Visible);
            seen.next().or(sheets.first())
        }
    };
    match (found, named) {
        (Some(found), _) => {
            let others = names().filter(|name| *name != found.name).collect();
            Ok((found.name.clone(), others))
        }
        (None, Some(named)) => Err(WorkbookError::NoSuchSheet {
            named: named.to_owned(),
            sheets: names().collect(),
        }
        .into()),
        (None, None) => Err(TableError::Empty),
    }
}

/// The header and the rows below it, in the columns that have a header.
fn table(grid: Grid, head: Head, meaning: &dyn Fn(&str) -> Meaning) -> Result<Table, TableError> {
    let Grid { rows, bad, .. } = grid;
    let (header, head) = (head.cells, head.last);
    let places: BTreeMap<u32, usize> = header.iter().map(|(at, _)| *at).zip(0..).collect();
    let ignored = header.iter().filter(|h| meaning(&h.1) == Meaning::Ignored);
    let ignored: BTreeSet<u32> = ignored.map(|(at, _)| *at).collect();
    let counts = |at: &u32| places.contains_key(at) && !ignored.contains(at);
    let bad: Vec<BadCell> = bad
        .into_iter()
        .filter(|cell| cell.row > head && counts(&cell.column))
        .map(|cell| BadCell {
            cell: name(cell.row, cell.column),
            value: cell.value,
        })
        .collect();
    if !bad.is_empty() {
        return Err(WorkbookError::BadCells(bad).into());
    }
    let rows: Vec<(u32, cells::Row)> = rows.into_iter().filter(|(row, _)| *row > head).collect();
    if rows.len().saturating_mul(places.len()) > CELLS_MOST {
        return Err(WorkbookError::TooLarge.into());
    }
    let mut table = Table {
        encoding: Encoding::Workbook,
        header: header
            .into_iter()
            .map(|(_, text)| on_one_line(&text))
            .collect(),
        titles: Vec::new(),
        rows: Vec::new(),
        remarks: Vec::new(),
    };
    for (row, filled) in rows {
        let mut cells = vec![String::new(); places.len()];
        for (at, text) in filled {
            let Some(place) = places.get(&at) else {
                return Err(WorkbookError::NoHeader(name(row, at)).into());
            };
            cells[*place] = text;
        }
        table.rows.push(TableRow {
            line: line(row),
            cells,
        });
    }
    match table.rows.is_empty() {
        true => Err(TableError::NoRows),
        false => Ok(table),
    }
}

/// A header is broken over lines to keep its column narrow.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect()
}

/// As a person counts rows.
fn line(row: u32) -> u64 {
    u64::from(row) + 1
}

/// As a person names a cell: `D17`.
fn name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or_default();
        letters.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    let letters: String = letters.into_iter().collect();
    format!("{letters}{}", line(row))
}

/// What the reader of the archive says, in its own words.
fn broken(error: &XlsxError) -> TableError {
    WorkbookError::Broken(error.to_string()).into()
}
