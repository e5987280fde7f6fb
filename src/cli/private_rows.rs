//! The particulars beside the journal while something is recorded: the rows that are known, and new
//! ones, which stand on disk before the line that names them.

use std::cell::RefCell;

use chrono::{DateTime, FixedOffset};

use super::bad_private::bad_private;
use super::failure::Failure;
use crate::domain::book::Book;
use crate::domain::terms::{CitizenId, Particulars, Sealed};
use crate::journal::{Place, private};
use crate::words::Lang;

/// The rows that are known, and new ones.
pub(super) struct Rows {
    at: DateTime<FixedOffset>,
    known: Vec<Sealed>,
    new: RefCell<Vec<Sealed>>,
}

impl Rows {
    /// Those of a store, at a time on the clock.
    pub(super) fn of(
        place: &Place,
        at: DateTime<FixedOffset>,
        lang: Lang,
    ) -> Result<Self, Failure> {
        Ok(Self {
            at,
            known: private::rows(place).map_err(|error| bad_private(lang, &error))?,
            new: RefCell::default(),
        })
    }

    /// The known ones that the journal names.
    pub(super) fn known(&self, book: &Book) -> Vec<Sealed> {
        private::standing(self.known.clone(), &book.sealed())
    }

    /// What is known of one citizen.
    pub(super) fn particulars(&self, book: &Book, id: CitizenId) -> Option<Particulars> {
        let mut known = self.known(book).into_iter();
        Some(known.find(|row| row.citizen == id)?.particulars)
    }

    /// Puts a row aside until the wish is judged; the last wish counts.
    pub(super) fn put_aside(&self, row: Sealed) {
        self.new.replace(vec![row]);
    }

    /// Writes what was put aside, before the line that names it.
    pub(super) fn keep(&self, place: &Place, book: &Book, lang: Lang) -> Result<(), Failure> {
        keep(place, book, (&self.new.borrow(), self.at), lang)
    }
}

/// Writes new rows, before the lines that name them.
pub(super) fn keep(
    place: &Place,
    book: &Book,
    (rows, at): (&[Sealed], DateTime<FixedOffset>),
    lang: Lang,
) -> Result<(), Failure> {
    private::keep(place, rows, &book.sealed(), at).map_err(|error| bad_private(lang, &error))
}

/// Takes away what no line names: rows of a line that was not recorded, and those that were
/// replaced. Where that fails, `verify` tells of it and the next writing does it.
pub(super) fn settle(place: &Place, book: &Book) {
    let _ = private::settle(place, &book.sealed());
}
