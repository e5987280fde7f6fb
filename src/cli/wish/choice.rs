//! Words of which only some are taken: a mode, a level, a kind. A wrong one names all there are.
//!
//! Refuses: to choose among what the store holds; that is the domain's.

use super::{Parsed, Wish, pieces};
use crate::cli::failure::{Exit, Failure};
use crate::words::{self, Listed, Word};

impl Wish<'_> {
    /// A word where only some are taken.
    pub(in crate::cli) fn choice<T: Listed + Word>(
        &self,
        typed: &str,
        field: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Parsed<T> {
        let choices = || words::choices::<T>(self.lang);
        let unknown = || words::bad_choice(self.lang, field, typed, &choices());
        parse(typed).ok_or_else(|| Failure::told(unknown(), Exit::Misuse))
    }

    pub(in crate::cli) fn maybe_choice<T: Listed + Word>(
        &self,
        typed: Option<&str>,
        field: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Parsed<Option<T>> {
        typed
            .map(|typed| self.choice(typed, field, parse))
            .transpose()
    }

    pub(in crate::cli) fn choices<T: Listed + Word>(
        &self,
        typed: &str,
        field: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Parsed<Vec<T>> {
        pieces(typed)
            .map(|piece| self.choice(piece, field, &parse))
            .collect()
    }

    pub(in crate::cli) fn list<T>(
        &self,
        typed: &str,
        field: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Parsed<Vec<T>> {
        let pieces = pieces(typed);
        pieces.map(|piece| self.one(piece, field, &parse)).collect()
    }
}
