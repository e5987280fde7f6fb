//! What every report is asked of: the book as it was seen on a day, for a reader.
//!
//! It lends the book and makes the foot; it counts nothing.

use std::borrow::Cow;

use super::document::Basis;
use super::section::Headings;
use crate::domain::book::{Book, Case, Office};
use crate::domain::rules::RuleSet;
use crate::domain::terms::Date;
use crate::words::{self, Label, Lang, Word};

/// The version of the layouts of all reports; older ones stay readable as goldens.
pub const LAYOUT: u32 = 1;

/// A view of the book with its reader.
#[derive(Debug, Clone)]
pub struct Outlook<'a> {
    /// The book, folded for this view.
    pub book: &'a Book,
    /// The last day whose happenings count.
    pub as_of: Date,
    /// The reader's language.
    pub lang: Lang,
    /// The journal's fingerprint at the last line that counts.
    pub fingerprint: String,
}

impl<'a> Outlook<'a> {
    /// A view of which nothing is printed, so that no fingerprint of the journal is asked for.
    pub fn unprinted(book: &'a Book, as_of: Date, lang: Lang) -> Self {
        Self {
            book,
            as_of,
            lang,
            fingerprint: String::new(),
        }
    }
}

impl Outlook<'_> {
    /// The office as it stood on the day of the view.
    pub fn office(&self) -> Cow<'_, Office> {
        self.book.office().on(self.as_of)
    }

    /// The rule set in force on the day of the view.
    pub fn rules(&self) -> Option<&RuleSet> {
        self.book.office().rules_on(self.as_of)
    }

    /// What the document is made from.
    pub fn basis(&self) -> Basis {
        Basis {
            as_of: self.as_of,
            known: self.book.head(),
            rules: self.rules().map(|r| r.name.to_string()).unwrap_or_default(),
            fingerprint: self.fingerprint.clone(),
            layout: LAYOUT,
        }
    }

    /// The lines at the foot of a report: both times, the rules, the fingerprint, the layout.
    pub fn foot(&self) -> Vec<String> {
        let Basis {
            as_of,
            known,
            rules,
            fingerprint,
            layout,
        } = self.basis();
        words::foot(self.lang, as_of, known, &rules, &fingerprint, layout)
    }

    /// The headings that sections of figures need.
    pub fn headings(&self) -> Headings<'static> {
        Headings {
            item: Label::Item.word(self.lang),
            count: Label::Count.word(self.lang),
            formula: Label::Formula.word(self.lang),
            numerator: Label::Numerator.word(self.lang),
            denominator: Label::Denominator.word(self.lang),
            percent: Label::Share.word(self.lang),
            mean: Label::Mean.word(self.lang),
            colon: match self.lang {
                Lang::Zh => "：",
                Lang::En => ": ",
            },
        }
    }

    /// Whether another level decides the case (跟踪件).
    pub fn is_tracked(&self, case: &Case) -> bool {
        case.level != self.book.office().level()
    }
}
