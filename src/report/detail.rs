//! What a fact says beside its name, as one line for a timeline.

use serde_json::Value;

use super::fact_fields::fact_fields;
use crate::domain::event::Event;
use crate::words::{self, Lang};

/// The fields of a fact in words, without its day and case: `lead 农业服务中心; due 2024-06-05`.
pub(super) fn detail(lang: Lang, event: &Event) -> String {
    let mut parts = Vec::new();
    for (key, value) in fact_fields(event, |key| !told_elsewhere(event, key)) {
        tell(lang, event, (key, &value), &mut parts);
    }
    parts.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

/// What stands above the timeline, or is too long for a line of it.
fn told_elsewhere(event: &Event, key: &str) -> bool {
    let submitted = matches!(event, Event::Submitted(_));
    matches!(
        key,
        "type" | "on" | "case" | "rules" | "table" | "number" | "store"
    ) || (submitted && matches!(key, "title" | "body" | "term" | "session"))
}

fn tell(lang: Lang, event: &Event, (key, value): (&str, &Value), parts: &mut Vec<String>) {
    match value {
        Value::Object(nested) => {
            for (key, value) in nested {
                tell(lang, event, (key, value), parts);
            }
        }
        Value::Array(items) => {
            let words = items.iter().map(|item| match item.is_object() {
                true => nested(lang, item),
                false => words::code(lang, event, key, item),
            });
            let words: Vec<String> = words.collect();
            parts.push(format!("{} {}", words::field(lang, key), words.join("、")));
        }
        Value::Null => {}
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            parts.push(format!(
                "{} {}",
                words::field(lang, key),
                words::code(lang, event, key, value)
            ));
        }
    }
}

/// A member of a list: an object as its fields (`项目 1 赞成 40`).
fn nested(lang: Lang, item: &Value) -> String {
    let Some(fields) = item.as_object() else {
        return words::plain_value(item);
    };
    let words = fields
        .iter()
        .map(|(key, value)| format!("{} {}", words::field(lang, key), words::plain_value(value)));
    words.collect::<Vec<_>>().join(" ")
}
