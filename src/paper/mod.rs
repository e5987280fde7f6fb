//! Bytes in a format: a [`Document`] goes in, a file's content comes out.
//!
//! One file a format, all of one shape: `write(document) -> bytes`. [`save()`] is the one door
//! through which bytes become a file. A screen's table is drawn by the terminal, not here.
//!
//! `json`, `jsonl` and `csv` lose nothing that the journal may hold; `plain` folds a cell into one
//! line. In none of them does a hidden character, a formula or a piece of markup from a cell come
//! to life.
//!
//! [`ics()`] alone is no table: it writes appointments.
//!
//! Refuses: to count, to choose words, to ask the clock. The same document gives the same bytes.

pub(crate) mod code;
mod csv;
mod docx;
mod dossier;
pub(crate) mod drawn;
pub(crate) mod fewest_lines;
mod file_name;
mod format;
mod html;
mod ics;
mod json;
mod jsonl;
mod md;
mod plain;
#[cfg(test)]
mod sample;
mod save;
mod xlsx;

use std::path::Path;

use thiserror::Error;

use crate::report::{Block, Document};

pub use csv::{Dialect, Encoding, NoSuchEncoding, Target};
pub use dossier::{Contents, DossierError, Measure, Open, Part, pack};
pub use file_name::FileNames;
pub use format::{Format, NoSuchFormat, Paper};
pub use ics::ics;
pub use save::{SaveError, save, save_for_owner, save_with};

/// Why a document cannot be written in a format.
#[derive(Debug, Error)]
pub enum PaperError {
    /// The encoding that was asked for does not know these characters.
    #[error("GB18030 has no code for {}", codes(.0))]
    Unencodable(Vec<char>),
    /// The document has a shape that JSON has not.
    #[error("cannot be written as JSON")]
    Json(#[from] serde_json::Error),
    /// A row cannot stand in a CSV file.
    #[error("cannot be written as CSV")]
    Csv(#[from] ::csv::Error),
    /// It has more rows than a worksheet, or no temporary file can be made.
    #[error("cannot be written as a workbook: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The parts of a document cannot be packed.
    #[error("cannot be packed: {0}")]
    Docx(#[from] zip::result::ZipError),
}

fn codes(characters: &[char]) -> String {
    let codes = characters
        .iter()
        .map(|c| format!("U+{:04X}", u32::from(*c)));
    codes.collect::<Vec<_>>().join(", ")
}

/// The document as the content of a file or of a pipe. `csv` heeds the dialect
/// whole, `xlsx`, `docx` and `html` its language.
///
/// # Errors
/// [`PaperError::Unencodable`] where the dialect's encoding has no code for a character.
pub fn write(document: &Document, paper: Paper, dialect: Dialect) -> Result<Vec<u8>, PaperError> {
    match paper {
        Paper::Plain => Ok(plain::write(document)),
        Paper::Json => json::write(document),
        Paper::Jsonl => jsonl::write(document),
        Paper::Csv => csv::write(document, dialect),
        Paper::Md => Ok(md::write(document)),
        Paper::Xlsx => xlsx::write(document, dialect.lang),
        Paper::Docx => docx::write(document, dialect.lang),
        Paper::Html => Ok(html::write(document, dialect.lang)),
    }
}

/// The tables and forms of a text as they stand in a Word document: for a template of the office.
pub fn tables_for_template(document: &Document) -> String {
    docx::tables(document)
}

/// Whether somebody went on writing a document or a workbook in another program since it was written
/// by this one. A file of another kind is not asked, nor is one that is no such file at all.
pub fn is_worked_on(file: &Path, read: impl FnOnce() -> Option<Vec<u8>>) -> bool {
    let is_own: fn(&[u8]) -> bool = match Paper::from_extension(file) {
        Some(Paper::Docx) => docx::is_own,
        Some(Paper::Xlsx) => xlsx::is_own,
        Some(Paper::Plain | Paper::Json | Paper::Jsonl | Paper::Csv | Paper::Md | Paper::Html)
        | None => return false,
    };
    read().is_some_and(|bytes| !is_own(&bytes))
}

/// A block of a text as lines of words, for a screen; its tables as in `plain`.
pub fn lines(block: &Block) -> Vec<String> {
    plain::lines(block)
}
