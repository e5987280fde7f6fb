//! A table of text cells, with the line each row begins on, and how it comes out of the bytes of a
//! CSV file; `workbook` makes the same of a workbook.
//!
//! The encoding is settled in a fixed order: a byte order mark, strict UTF-8, GB18030; and it is
//! told which one it was. Cells come out trimmed and without the `'` that guards them from being
//! read as formulas.
//!
//! Refuses: to guess. Bytes that are text in neither encoding, a quote that is never closed, a
//! row of another width than the header are errors with their line; what a cell means is for the
//! reader of its column.

use std::borrow::Cow;

use thiserror::Error;

use super::foot;
use super::workbook::{Head, Meaning, ROWS_LOOKED_AT, Rows, WorkbookError, find_below_titles};
use crate::domain::terms::{SessionKey, unguard};

/// The most bytes of a row: some twenty of the longest texts.
pub(super) const ROW_MOST: usize = 4 << 20;

/// How the bytes of a file became text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, as the byte order mark says.
    Utf8Bom,
    /// UTF-8: every byte fits.
    Utf8,
    /// GB18030, since it was not UTF-8.
    Gb18030,
    /// No text, but a workbook.
    Workbook,
}

/// What the reader of a file noticed and a person should know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// Which worksheet was read.
    Sheet {
        /// Its name.
        name: String,
        /// Those that were not.
        others: Vec<String>,
    },
    /// Lines above the header that were passed over.
    Above(Vec<u64>),
    /// Lines below the rows that were passed over: totals, who made it.
    Below(Vec<u64>),
    /// The two lines that are the header together; none where it stands on one.
    HeaderOf(Vec<u64>),
    /// Hidden lines, which count.
    Hidden(Vec<u64>),
    /// Cells merged down, whose value holds in each of their lines.
    Merged(Vec<String>),
    /// Days without a year, read as days of the year of all others.
    OfTheYear {
        /// The year.
        year: i32,
        /// As they stand there.
        cells: Vec<String>,
    },
    /// The session that the title names, of rows that name none.
    OfTheTitle(SessionKey),
    /// Cells that count people who signed and do not name them.
    Nameless(Vec<String>),
    /// Answers to what a header of theirs asks, with the words of ours that they stand for.
    Answers(Vec<String>),
    /// Lines that were added to the one above, since they are of one suggestion.
    Joined(Vec<u64>),
    /// Lines that count other than they name who signed.
    OtherCount(Vec<String>),
    /// Numbers so long that a spreadsheet has lost their last digits.
    LongNumbers(Vec<String>),
}

/// Why bytes are no table.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    /// UTF-16 or another file that is neither plain text nor a workbook.
    #[error("not a text file")]
    NotText,
    /// A workbook, but not one that can be read.
    #[error(transparent)]
    Workbook(#[from] WorkbookError),
    /// Text in neither UTF-8 nor GB18030.
    #[error("line {line}: neither UTF-8 nor GB18030")]
    BadBytes {
        /// The first line that cannot be read, from 1.
        line: u64,
    },
    /// A cell that begins with a quote and never ends.
    #[error("line {line}: the quote is never closed")]
    OpenQuote {
        /// The line of the quote, from 1.
        line: u64,
    },
    /// A row that is longer than any that a person wrote.
    #[error("line {line}: the row is longer than {ROW_MOST} bytes")]
    LongRow {
        /// The line on which it begins, from 1.
        line: u64,
    },
    /// Not even a header.
    #[error("empty file")]
    Empty,
    /// A header and nothing below it.
    #[error("no rows")]
    NoRows,
    /// A row of another width than the header.
    #[error("line {line}: {found} cells under {expected} headers")]
    Width {
        /// The line, from 1.
        line: u64,
        /// Cells in the row.
        found: usize,
        /// Cells in the header.
        expected: usize,
    },
}

/// One row and the line it begins on, from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The line.
    pub line: u64,
    /// As many cells as the header has.
    pub cells: Vec<String>,
}

/// A header and its rows. Rows without a single filled cell are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// How the bytes became text.
    pub encoding: Encoding,
    /// The cells of the header.
    pub header: Vec<String>,
    /// What stands above it, from top to bottom.
    pub titles: Vec<String>,
    /// The rows below it: at least one.
    pub rows: Vec<TableRow>,
    /// What a person should know of how it was read.
    pub remarks: Vec<Remark>,
}

impl Table {
    /// Reads a CSV file whose first row is the header.
    ///
    /// # Errors
    /// Any [`TableError`]; the first one that is found.
    pub fn read(bytes: &[u8]) -> Result<Self, TableError> {
        Self::with_header(bytes, |rows| {
            let first = rows.first_key_value();
            let (row, cells) = first.ok_or(TableError::Empty)?;
            Ok(Head::of_row(*row, cells.clone()))
        })
    }

    /// Reads a CSV file that may have titles above its header. `meaning` says of a text what it is
    /// as a header.
    ///
    /// # Errors
    /// Any [`TableError`], two headers among them.
    pub(super) fn read_below_titles(
        bytes: &[u8],
        meaning: &dyn Fn(&str) -> Meaning,
    ) -> Result<Self, TableError> {
        Self::with_header(bytes, |rows| find_below_titles(rows, meaning))
    }

    /// Reads a CSV file; `find` chooses the header among its first rows.
    fn with_header(
        bytes: &[u8],
        find: impl Fn(&Rows) -> Result<Head, TableError>,
    ) -> Result<Self, TableError> {
        let (text, encoding) = decode(bytes)?;
        look_over(&text)?;
        let rows = rows(&text);
        let filled = |row: &TableRow| {
            let cells = (0_u32..).zip(row.cells.iter().cloned());
            cells.filter(|(_, cell)| !cell.is_empty()).collect()
        };
        let place = |row: &TableRow| u32::try_from(row.line.saturating_sub(1)).unwrap_or(u32::MAX);
        let first = rows.iter().take(ROWS_LOOKED_AT);
        let head = find(&first.map(|row| (place(row), filled(row))).collect())?;
        let above = rows.iter().filter(|row| place(row) < head.first);
        let (above, titles): (Vec<u64>, Vec<String>) =
            above.map(|row| (row.line, row.cells.concat())).unzip();
        let rest = rows.into_iter().skip(above.len());
        let (of_head, mut below): (Vec<_>, Vec<_>) = rest.partition(|row| place(row) <= head.last);
        let firsts = below.iter().rev().map(first_filled);
        let foot = below.split_off(below.len() - foot::rows(firsts));
        let foot = foot.iter().map(|row| row.line).collect();
        let width = of_head.iter().map(|row| row.cells.len()).max();
        let header = head.in_columns(width.unwrap_or_default());
        let rows = below.into_iter().map(|row| fitted(row, header.len()));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        if rows.is_empty() {
            return Err(TableError::NoRows);
        }
        Ok(Self {
            encoding,
            header,
            titles,
            rows,
            remarks: vec![Remark::Above(above), Remark::Below(foot), head.remark()],
        })
    }
}

fn first_filled(row: &TableRow) -> &str {
    let filled = row.cells.iter().find(|cell| !cell.is_empty());
    filled.map_or("", String::as_str)
}

fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), TableError> {
    const BOM: &[u8] = b"\xef\xbb\xbf";
    let (bytes, by_mark) = match bytes.strip_prefix(BOM) {
        Some(rest) => (rest, true),
        None => (bytes, false),
    };
    // No text contains NUL; UTF-16 and workbooks do.
    if bytes.contains(&0) {
        return Err(TableError::NotText);
    }
    let bad_at = match (std::str::from_utf8(bytes), by_mark) {
        (Ok(text), true) => return Ok((text.into(), Encoding::Utf8Bom)),
        (Ok(text), false) => return Ok((text.into(), Encoding::Utf8)),
        (Err(bad), _) => bad.valid_up_to(),
    };
    let bad_at = match (gb18030(bytes), by_mark) {
        (Ok(text), false) => return Ok((text.into(), Encoding::Gb18030)),
        // The encoding that got further is the one that was meant.
        (Err(other), false) => bad_at.max(other),
        (_, true) => bad_at,
    };
    let line = 1 + breaks(&bytes[..bad_at]);
    Err(TableError::BadBytes { line })
}

/// The text, or how many bytes could be read.
fn gb18030(bytes: &[u8]) -> Result<String, usize> {
    let mut decoder = encoding_rs::GB18030.new_decoder_without_bom_handling();
    let most = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(most.unwrap_or_default());
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        encoding_rs::DecoderResult::InputEmpty => Ok(text),
        encoding_rs::DecoderResult::OutputFull | encoding_rs::DecoderResult::Malformed(..) => {
            Err(read.saturating_sub(1))
        }
    }
}

fn breaks(bytes: &[u8]) -> u64 {
    (0..)
        .zip(bytes.iter().filter(|b| **b == b'\n'))
        .last()
        .map_or(0, |(last, _)| last + 1)
}

/// Refuses a quote that is never closed, since the reader of the rows would take everything after it
/// for one cell and say nothing, and a row that no reader of rows should have to hold.
fn look_over(text: &str) -> Result<(), TableError> {
    enum At {
        CellStart,
        Bare,
        Quoted(u64),
        Quote(u64),
    }
    let mut at = At::CellStart;
    let mut line = 1;
    // Where the row begins, and the line of it; the first that is too long.
    let (mut row, mut row_line, mut long) = (0, 1, None);
    for (place, c) in text.char_indices() {
        at = match (at, c) {
            (At::CellStart, '"') => At::Quoted(line),
            (At::Quoted(since), '"') => At::Quote(since),
            (At::Quoted(since), _) => At::Quoted(since),
            (At::Quote(since), '"') => At::Quoted(since),
            (_, ',' | '\n' | '\r') => At::CellStart,
            (At::CellStart | At::Bare | At::Quote(_), _) => At::Bare,
        };
        if c == '\n' {
            line += 1;
            if let At::CellStart = at {
                (row, row_line) = (place, line);
            }
        } else if place - row > ROW_MOST {
            long = long.or(Some(row_line));
        }
    }
    match (at, long) {
        (At::Quoted(line), _) => Err(TableError::OpenQuote { line }),
        (_, Some(line)) => Err(TableError::LongRow { line }),
        (At::CellStart | At::Bare | At::Quote(_), None) => Ok(()),
    }
}

/// The rows that have a filled cell.
fn rows(text: &str) -> Vec<TableRow> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    // The text is a `&str`: no record can fail to be one.
    let records = reader.records().map_while(Result::ok);
    let rows = records.map(|record| TableRow {
        line: record
            .position()
            .map_or(0, |at| first_line(text, at.byte(), at.line())),
        cells: record
            .iter()
            .map(|cell| unguard(cell.trim()).to_owned())
            .collect(),
    });
    rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty()))
        .collect()
}

/// The reader passes over empty lines and names the first of them.
fn first_line(text: &str, byte: u64, line: u64) -> u64 {
    let rest = usize::try_from(byte)
        .ok()
        .and_then(|byte| text.get(byte..))
        .unwrap_or_default();
    let blank = rest.len() - rest.trim_start_matches(['\n', '\r']).len();
    line + breaks(&rest.as_bytes()[..blank])
}

/// A row as wide as the header. What Excel leaves at the end, cells without content, is cut off.
fn fitted(mut row: TableRow, expected: usize) -> Result<TableRow, TableError> {
    while row.cells.len() > expected && row.cells.last().is_some_and(String::is_empty) {
        row.cells.pop();
    }
    match row.cells.len() {
        found if found == expected => Ok(row),
        found => Err(TableError::Width {
            line: row.line,
            found,
            expected,
        }),
    }
}

#[cfg(test)]
mod tests;
