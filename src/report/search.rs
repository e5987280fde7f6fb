//! Full text: where in titles, bodies, notes, replies and everything else that was written of a case
//! some words stand. A row a place, with what stands around them.
//!
//! Refuses: to rank. The newest case stands first.

use serde_json::Value;

use super::document::Document;
use super::list::number;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::Case;
use crate::domain::terms::Date;
use crate::words::{self, Label, Word};

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
    let book = outlook.book;
    let mut cases: Vec<&Case> = match book.cases_holding(&wanted) {
        Some(cases) => cases.iter().filter_map(|id| book.case(*id)).collect(),
        None => book.cases().collect(),
    };
    cases.sort_by_key(|case| std::cmp::Reverse(case.id));
    let mut found = 0;
    for case in cases {
        let places = places(outlook, case, &wanted);
        found += usize::from(!places.is_empty());
        for (on, place, excerpt) in places {
            sheet.push(vec![
                number(outlook, case),
                case.title.as_str().into(),
                on.into(),
                place.as_str().into(),
                excerpt.as_str().into(),
            ]);
        }
    }
    let foot = vec![words::foot_count(lang, found)];
    Document::of_rows("search", label(Label::Hits), outlook.basis(), vec![sheet]).with_foot(foot)
}

/// The texts of a case's facts that hold all the words: the day, the fact, what stands around.
fn places(outlook: &Outlook, case: &Case, wanted: &[String]) -> Vec<(Date, String, String)> {
    let mut places = Vec::new();
    for fact in outlook.book.timeline(case.id) {
        let Ok(Value::Object(fields)) = serde_json::to_value(fact.event) else {
            continue;
        };
        for (field, value) in &fields {
            if field == "type" || field == "on" {
                continue;
            }
            for text in texts(value) {
                let lower = text.to_lowercase();
                if wanted.iter().all(|word| lower.contains(word)) {
                    let what = words::fact(outlook.lang, fact.event);
                    let on = fact.event.on();
                    places.push((on, what.to_owned(), around(text, wanted)));
                }
            }
        }
    }
    places.dedup();
    places
}

/// The texts of a value, however deep they stand.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(fields) => fields.values().flat_map(texts).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// What stands around the first word.
fn around(text: &str, wanted: &[String]) -> String {
    let letters: Vec<char> = text.chars().collect();
    let lower: Vec<char> = letters
        .iter()
        .map(|c| c.to_lowercase().next().unwrap_or(*c))
        .collect();
    let word: Vec<char> = wanted
        .first()
        .map(|w| w.chars().collect())
        .unwrap_or_default();
    let at = lower
        .windows(word.len().max(1))
        .position(|part| part == word.as_slice());
    let at = at.unwrap_or_default();
    let from = at.saturating_sub(AROUND);
    let to = (at + word.len() + AROUND).min(letters.len());
    let part: String = letters[from..to].iter().collect();
    let (before, after) = (from > 0, to < letters.len());
    let mark = |there: bool| if there { "…" } else { "" };
    format!("{}{}{}", mark(before), part.replace('\n', " "), mark(after))
}
