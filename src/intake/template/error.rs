//! Why a template cannot be used.

use thiserror::Error;

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TemplateError {
    /// A document of the old kind, or one with a password.
    #[error("an old document, or one with a password")]
    Old,
    /// An archive, but of something else.
    #[error("an archive, but no document")]
    NoDocument,
    /// It is damaged; what the reader says.
    #[error("a damaged document: {0}")]
    Broken(String),
    /// A part of it is no XML; what the reader says.
    #[error("{part}: {why}")]
    NoXml {
        /// `word/document.xml`
        part: String,
        /// In the reader's words.
        why: String,
    },
    /// More than a template can be.
    #[error("too large")]
    TooLarge,
    /// It carries macros.
    #[error("with macros")]
    Macros,
    /// There is no `{{…}}` in it.
    #[error("no placeholder")]
    NoPlaceholder,
    /// Pairs of braces without their others, each with the words after it.
    #[error("braces that are not paired: {0:?}")]
    Unclosed(Vec<String>),
    /// A part of it would lie outside the document.
    #[error("a part outside the document: {0}")]
    Outside(String),
    /// Names that nobody knows.
    #[error("no such placeholders: {unknown:?}")]
    Unknown {
        /// Each as it stands in the template, with those that are near to it.
        unknown: Vec<(String, Vec<String>)>,
        /// All that there are.
        known: Vec<String>,
    },
}

impl TemplateError {
    pub(super) fn in_part(part: &str, why: &str) -> Self {
        Self::NoXml {
            part: part.to_owned(),
            why: why.to_owned(),
        }
    }
}
