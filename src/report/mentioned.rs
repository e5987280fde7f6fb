//! Whether the words of a case mention something: title, body, replies, notes, promises, talks.
//!
//! Refuses: to look into names, numbers and figures; those are conditions of their own.

use super::outlook::Outlook;
use super::table::Look;
use crate::domain::event::{self, Event};
use crate::domain::terms::{Date, Text};

/// Whether any case mentions it.
pub fn is_mentioned(outlook: &Outlook, text: &str) -> bool {
    let text = text.to_lowercase();
    let mut cases = outlook.book.walk();
    cases.any(|case| mentions(&Look::on_the_way(outlook, &case, &case), &text))
}

/// Whether a case mentions it; in lower case.
pub(super) fn mentions(case: &Look, text: &str) -> bool {
    let texts = case.outlook.book.texts();
    let has = |words: &str| words.to_lowercase().contains(text);
    let in_text = |words: &Text| has(texts.words(words));
    if has(case.title.as_str()) || case.body.as_ref().is_some_and(in_text) {
        return true;
    }
    case.replies
        .iter()
        .any(|r| r.text.iter().chain(&r.reason).any(in_text))
        || case.progress.iter().any(|p| in_text(&p.note))
        || case.commitments.iter().any(|c| in_text(&c.promise))
        || case.notes.iter().any(|(_, note)| in_text(note))
        || case.within(&(Date::MIN..=Date::MAX)).any(|fact| {
            matches!(fact.event, Event::Consulted(event::Consulted { note: Some(note), .. })
                | Event::CoOpinionGiven(event::CoOpinionGiven { note: Some(note), .. }) if in_text(note))
        })
}
