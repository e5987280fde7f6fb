//! Which cases there are, by filters: one row a case.

mod filter;

use super::case_sheet::CaseRows;
pub use super::case_sheet::columns;
pub(super) use super::case_sheet::{number, sheet_of};
use super::cell::Tone;
use super::document::Document;
use super::outlook::Outlook;
use super::table::Look;
use crate::domain::book::{Passing, State};
use crate::domain::rules::Colour;
use crate::domain::terms::CaseId;
use crate::words::{self, Label, Word};
pub use filter::{Filter, FilterError, FilterWords, Standing};

/// The list.
pub fn list(outlook: &Outlook, filter: &Filter) -> Document {
    let mut rows = CaseRows::new(outlook);
    each(outlook, filter, |look| rows.push(look));
    let sheet = rows.by_number();
    let foot = words::foot_count(outlook.lang, sheet.rows().len());
    let title = Label::Cases.word(outlook.lang);
    Document::of_rows("list", title, outlook.basis(), vec![sheet]).with_foot(vec![foot])
}

/// The same cases without their rows, as they were handed in.
pub fn chosen(outlook: &Outlook, filter: &Filter) -> Vec<CaseId> {
    let mut chosen = Vec::new();
    each(outlook, filter, |look| chosen.push(look.id));
    chosen
}

/// Looks at each case that the filter takes.
fn each(outlook: &Outlook, filter: &Filter, mut taken: impl FnMut(&Look)) {
    let take = |case: Passing| {
        let look = Look::on_the_way(outlook, &case, &case);
        if filter.takes(&look) {
            taken(&look);
        }
    };
    let book = outlook.book;
    if filter.is_of_waiting() {
        book.walk_waiting().for_each(take);
    } else if filter.is_of_open() {
        book.walk_open().for_each(take);
    } else if filter.is_of_running() {
        book.walk_running().for_each(take);
    } else {
        book.walk().for_each(take);
    }
}

/// How a colour is told where there are no colours but tones.
pub(super) fn tone(colour: Colour) -> Tone {
    match colour {
        Colour::Green => Tone::Plain,
        Colour::Yellow => Tone::Warning,
        Colour::Red => Tone::Bad,
    }
}

/// What scripts call a colour.
pub(super) fn colour_key(colour: Colour) -> &'static str {
    match colour {
        Colour::Green => "green",
        Colour::Yellow => "yellow",
        Colour::Red => "red",
    }
}

/// What scripts call a state.
pub(super) fn state_key(state: State) -> &'static str {
    match state {
        State::Submitted => "submitted",
        State::ForAmendment => "for_amendment",
        State::Accepted => "accepted",
        State::PreAssigned => "pre_assigned",
        State::Assigned => "assigned",
        State::Signed => "signed",
        State::Returned => "returned",
        State::InProgress => "in_progress",
        State::Replied => "replied",
        State::Rated => "rated",
        State::Rehandling => "rehandling",
        State::Adjudicating => "adjudicating",
        State::Reworking => "reworking",
        State::Closed => "closed",
        State::Tracking => "tracking",
        State::Refused => "refused",
        State::Letter => "letter",
        State::Withdrawn => "withdrawn",
    }
}
