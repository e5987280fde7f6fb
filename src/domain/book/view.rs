//! How far a book is looked at: up to a day, and up to a line.
//!
//! Refuses to know which lines there are.

use crate::domain::terms::Date;

/// Which part of the record is looked at; everything where nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct View {
    /// The last day whose happenings count.
    pub as_of: Option<Date>,
    /// The last line that counts.
    pub known: Option<u64>,
}

impl View {
    /// Whether what happened on a day counts.
    pub fn has_come(self, on: Date) -> bool {
        self.as_of.is_none_or(|as_of| on <= as_of)
    }
}
