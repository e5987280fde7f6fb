//! Why a workbook cannot be read.

use thiserror::Error;

/// Why a workbook cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WorkbookError {
    /// A workbook of the old kind, or one with a password.
    #[error("an old workbook, or one with a password")]
    Old,
    /// An archive, but of something else.
    #[error("an archive, but no workbook")]
    NoWorkbook,
    /// It is damaged; what the reader says.
    #[error("a damaged workbook: {0}")]
    Broken(String),
    /// More than a table of people's work can be.
    #[error("too large")]
    TooLarge,
    /// A worksheet was named, and there is none in a CSV file.
    #[error("no workbook, so no worksheet")]
    NoSheets,
    /// There is no worksheet of that name.
    #[error("no worksheet `{named}`")]
    NoSuchSheet {
        /// As it was given.
        named: String,
        /// Those that there are.
        sheets: Vec<String>,
    },
    /// The worksheet that comes first is a cover or empty, and there are others.
    #[error("no table on `{sheet}`")]
    NoTable {
        /// The one that was looked at.
        sheet: String,
        /// Those that were not.
        others: Vec<String>,
    },
    /// Cells that cannot be read.
    #[error("bad cells: {}", names(.0))]
    BadCells(Vec<BadCell>),
    /// Two rows that name columns.
    #[error("headers on lines {first} and {second}")]
    TwoHeaders {
        /// The upper line, from 1.
        first: u64,
        /// The lower line.
        second: u64,
    },
    /// A filled cell in a column without a header.
    #[error("no header above {0}")]
    NoHeader(String),
}

/// A cell that cannot be read, by its name (`D17`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadCell {
    /// Its name.
    pub cell: String,
    /// Its error: `#REF!`. Nothing for a formula that was never computed.
    pub value: Option<String>,
}

fn names(cells: &[BadCell]) -> String {
    let names: Vec<&str> = cells.iter().map(|bad| bad.cell.as_str()).collect();
    names.join(", ")
}
