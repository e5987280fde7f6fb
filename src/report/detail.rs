//! What a fact says beside its name, as one line for a timeline.

use serde_json::Value;

use super::fact_fields::fact_fields;
use crate::domain::event::Event;
use crate::words::{self, Lang};

/// The fields of a fact in words, without its day and case: `lead 农业服务中心; due 2024-06-05`.
pub(super) fn detail(lang: Lang, event: &Event) -> String {
    let words = String::new();
    let mut detail = Detail { lang, event, words };
    for (key, value) in fact_fields(event, |key| !told_elsewhere(event, key)) {
        detail.tell(key, &value);
    }
    detail.words
}

/// What stands above the timeline, or is too long for a line of it.
fn told_elsewhere(event: &Event, key: &str) -> bool {
    let submitted = matches!(event, Event::Submitted(_));
    matches!(
        key,
        "type" | "on" | "case" | "rules" | "table" | "number" | "store"
    ) || (submitted && matches!(key, "title" | "body" | "term" | "session"))
}

/// What was told of a fact so far.
struct Detail<'e> {
    lang: Lang,
    event: &'e Event,
    words: String,
}

impl Detail<'_> {
    fn tell(&mut self, key: &str, value: &Value) {
        match value {
            Value::Object(nested) => {
                for (key, value) in nested {
                    self.tell(key, value);
                }
            }
            Value::Array(items) => {
                self.begin(key);
                for (place, item) in items.iter().enumerate() {
                    if place > 0 {
                        self.words.push('、');
                    }
                    match item.is_object() {
                        true => self.words.push_str(&nested(self.lang, item)),
                        false => self.value(key, item),
                    }
                }
            }
            Value::Null => {}
            Value::Bool(_) | Value::Number(_) | Value::String(_) => {
                self.begin(key);
                self.value(key, value);
            }
        }
    }

    /// The word of a field, parted from what was told before.
    fn begin(&mut self, key: &str) {
        if !self.words.is_empty() {
            self.words.push_str(match self.lang {
                Lang::Zh => "；",
                Lang::En => "; ",
            });
        }
        self.words.push_str(words::field(self.lang, key));
        self.words.push(' ');
    }

    fn value(&mut self, key: &str, value: &Value) {
        let words = words::code(self.lang, self.event, key, value);
        self.words.push_str(&words);
    }
}

/// A member of a list: an object as its fields (`项目 1 赞成 40`).
fn nested(lang: Lang, item: &Value) -> String {
    let Some(fields) = item.as_object() else {
        return words::plain_value(item).into_owned();
    };
    let words = fields
        .iter()
        .map(|(key, value)| format!("{} {}", words::field(lang, key), words::plain_value(value)));
    words.collect::<Vec<_>>().join(" ")
}
