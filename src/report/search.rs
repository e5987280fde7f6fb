//! Full text: where in titles, bodies, notes, replies and everything else that was written of a case
//! some words stand. A row a place, with what stands around them.
//!
//! Refuses: to rank. The newest case stands first.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::case_sheet::called;
use super::cell::Cell;
use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use super::texts::texts;
use crate::domain::book::{Fact, FactId};
use crate::domain::terms::{CaseId, Date};
use crate::words::{self, Label, Lang, Word};

/// So many characters are shown on either side.
const AROUND: usize = 14;

/// The places where all the words stand.
pub fn search(outlook: &Outlook, wanted: &[String]) -> Document {
    let lang = outlook.lang;
    let label = |label: Label| label.word(lang);
    let columns = vec![
        Column::text("number", label(Label::Number)),
        Column::text("title", label(Label::Title)),
        Column::date("on", label(Label::Date)),
        Column::text("where", label(Label::Where)),
        Column::text("text", label(Label::Detail)),
    ];
    let mut sheet = Sheet::new("search", label(Label::Hits), columns);
    let wanted: Vec<String> = wanted.iter().map(|word| word.to_lowercase()).collect();
    let mut places: BTreeMap<Reverse<CaseId>, Vec<Place>> = BTreeMap::new();
    outlook.book.look_through(&wanted, |fact| {
        let found = places_in(lang, &fact, &wanted);
        if let Some(case) = fact.event.case().filter(|_| !found.is_empty()) {
            places.entry(Reverse(case)).or_default().extend(found);
        }
    });
    let mut found = 0;
    for (Reverse(id), mut places) in places {
        // What is handed in after the view's day is no case yet.
        let Some(case) = outlook.book.titled(id) else {
            continue;
        };
        found += 1;
        places.sort_by_key(|place| place.at);
        places.dedup_by(|one, other| one.reads_as(other));
        let number = called(outlook, case.designation);
        let title = Cell::from(case.title.as_str());
        for place in places {
            sheet.push(vec![
                number.clone(),
                title.clone(),
                place.at.0.into(),
                place.what.into(),
                place.around.into(),
            ]);
        }
    }
    let foot = vec![words::foot_count(lang, found)];
    Document::of_rows("search", label(Label::Hits), outlook.basis(), vec![sheet]).with_foot(foot)
}

/// A place where all the words stand.
struct Place {
    /// Where its fact stands among those of its case.
    at: (Date, FactId),
    /// The fact.
    what: &'static str,
    /// What stands around the words.
    around: String,
}

impl Place {
    /// Whether a reader would see the same twice.
    fn reads_as(&self, other: &Self) -> bool {
        let ((on, _), (other_on, _)) = (self.at, other.at);
        on == other_on && self.what == other.what && self.around == other.around
    }
}

/// The texts of a fact that hold all the words.
fn places_in(lang: Lang, fact: &Fact, wanted: &[String]) -> Vec<Place> {
    texts(fact.event, |text| {
        let lower = lowered(text, |text| text.to_lowercase());
        let holds = wanted.iter().all(|word| lower.contains(word));
        holds.then(|| Place {
            at: fact.place(),
            what: words::fact(lang, fact.event),
            around: around(text, wanted),
        })
    })
}

/// A text in lower case. Han, and most signs beside them, have one case, so that most texts are that
/// already.
fn lowered(text: &str, lower: impl Fn(&str) -> String) -> Cow<'_, str> {
    let has_one_case = |c: char| match c {
        '\u{3000}'..='\u{9fff}' => true,
        _ => c.is_ascii() && !c.is_ascii_uppercase(),
    };
    match text.chars().all(has_one_case) {
        true => Cow::Borrowed(text),
        false => Cow::Owned(lower(text)),
    }
}

/// What stands around the first word.
fn around(text: &str, wanted: &[String]) -> String {
    // Sign by sign, so that a place in it is the same place in the text.
    let lower = lowered(text, |text| {
        let sign = |c: char| c.to_lowercase().next().unwrap_or(c);
        text.chars().map(sign).collect()
    });
    let word = wanted.first().map_or("", String::as_str);
    let before = lower
        .find(word)
        .map_or("", |at| &lower[..at])
        .chars()
        .count();
    let from = before.saturating_sub(AROUND);
    let shown = before - from + word.chars().count() + AROUND;
    let mut rest = text.chars().skip(from);
    let part: String = rest.by_ref().take(shown).collect();
    let mark = |there: bool| if there { "…" } else { "" };
    let (before, after) = (mark(from > 0), mark(rest.next().is_some()));
    format!("{before}{}{after}", part.replace('\n', " "))
}
