//! Names of formats: what `--format` accepts, and what the ending of a file says.
//!
//! Refuses: to guess. A file with an ending that is not listed has no format.

use std::fmt;
use std::path::Path;
use std::str::FromStr;

use thiserror::Error;

/// What `--format` may say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For the eye: drawn by the terminal, as wide as it is.
    Table,
    /// Bytes that are the same on every terminal, in every file.
    Paper(Paper),
}

/// A format of files and pipes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Paper {
    /// Tab-separated, for scripts.
    Plain,
    /// One document with its envelope.
    Json,
    /// One object a row.
    Jsonl,
    /// For spreadsheets.
    Csv,
    /// Markdown.
    Md,
    /// A workbook, which no terminal can show.
    Xlsx,
    /// A document for Word and WPS, which no terminal can show.
    Docx,
    /// One web page that needs nothing but itself.
    Html,
}

/// A word that names no format.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a format")]
pub struct NoSuchFormat(pub String);

impl Format {
    /// Every format, in the order in which help lists them.
    pub const ALL: [Self; 9] = [
        Self::Table,
        Self::Paper(Paper::Plain),
        Self::Paper(Paper::Json),
        Self::Paper(Paper::Jsonl),
        Self::Paper(Paper::Csv),
        Self::Paper(Paper::Md),
        Self::Paper(Paper::Xlsx),
        Self::Paper(Paper::Docx),
        Self::Paper(Paper::Html),
    ];

    /// The word that names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Paper(paper) => paper.name(),
        }
    }
}

impl Paper {
    /// The word that names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Json => "json",
            Self::Jsonl => "jsonl",
            Self::Csv => "csv",
            Self::Md => "md",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Html => "html",
        }
    }

    /// The format that a file's ending asks for, in small letters or capitals.
    pub fn from_extension(file: &Path) -> Option<Self> {
        let ending = file.extension()?.to_str()?.to_ascii_lowercase();
        Some(match ending.as_str() {
            "txt" | "tsv" => Self::Plain,
            "json" => Self::Json,
            "jsonl" | "ndjson" => Self::Jsonl,
            "csv" => Self::Csv,
            "md" | "markdown" => Self::Md,
            "xlsx" => Self::Xlsx,
            "docx" => Self::Docx,
            "html" | "htm" => Self::Html,
            _ => return None,
        })
    }
}

impl FromStr for Format {
    type Err = NoSuchFormat;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let mut all = Self::ALL.into_iter();
        all.find(|format| format.name() == name)
            .ok_or_else(|| NoSuchFormat(name.to_owned()))
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_read_back() {
        for format in Format::ALL {
            assert_eq!(format.to_string().parse(), Ok(format));
        }
        let error = NoSuchFormat("pdf".to_owned());
        assert_eq!("pdf".parse::<Format>(), Err(error));
    }

    #[test]
    fn a_file_says_its_format_by_its_ending() {
        for (file, paper) in [
            ("报表.CSV", Some(Paper::Csv)),
            ("a.b.jsonl", Some(Paper::Jsonl)),
            ("表.md", Some(Paper::Md)),
            ("报表.XLSX", Some(Paper::Xlsx)),
            ("复函.docx", Some(Paper::Docx)),
            ("公开.htm", Some(Paper::Html)),
            ("报表.pdf", None),
            ("csv", None),
            (".csv", None),
        ] {
            assert_eq!(Paper::from_extension(Path::new(file)), paper, "{file}");
        }
    }
}
