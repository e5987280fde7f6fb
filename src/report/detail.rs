//! What a fact says beside its name, as one line for a timeline.

use serde_json::Value;

use crate::domain::event::Event;
use crate::words::{self, Label, Lang, Word};

/// The fields of a fact in words, without its day and case: `lead 农业服务中心; due 2024-06-05`.
pub(super) fn detail(lang: Lang, event: &Event) -> String {
    let Ok(Value::Object(fields)) = serde_json::to_value(event) else {
        return String::new();
    };
    let mut parts = Vec::new();
    for (key, value) in &fields {
        if !told_elsewhere(event, key) {
            tell(lang, key, value, &mut parts);
        }
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

fn tell(lang: Lang, key: &str, value: &Value, parts: &mut Vec<String>) {
    match value {
        Value::Object(nested) => {
            for (key, value) in nested {
                tell(lang, key, value, parts);
            }
        }
        Value::Array(items) => {
            let words: Vec<String> = items.iter().map(|item| nested(lang, item)).collect();
            parts.push(format!("{} {}", words::field(lang, key), words.join("、")));
        }
        Value::Null => {}
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            parts.push(format!(
                "{} {}",
                words::field(lang, key),
                word(lang, key, value)
            ));
        }
    }
}

/// A coded value in its words; anything else as it stands.
fn word(lang: Lang, key: &str, value: &Value) -> String {
    let code = plain(value);
    let word = match key {
        "into" | "within" | "earlier" => return format!("#{code}"),
        "mode" => mode(lang, &code),
        "colour" => words::parse_colour(&code).map(|v| v.word(lang)),
        "stage" => words::parse_stage(&code).map(|v| v.word(lang)),
        "track" => words::parse_track(&code).map(|v| v.word(lang)),
        "assembly" => words::parse_assembly(&code).map(|v| v.word(lang)),
        "majority_of" => words::parse_majority(&code).map(|v| v.word(lang)),
        "channel" => words::parse_channel(&code).map(|v| v.word(lang)),
        "kind" => words::parse_kind(&code)
            .map(|v| v.word(lang))
            .or_else(|| words::parse_activity_kind(&code).map(|v| v.word(lang))),
        "level" => words::parse_level(&code).map(|v| v.word(lang)),
        "period" => words::parse_period(&code).map(|v| v.word(lang)),
        "publication" => words::parse_publication(&code).map(|v| v.word(lang)),
        _ => value
            .as_bool()
            .map(|yes| if yes { Label::Yes } else { Label::No }.word(lang)),
    };
    word.map_or(code, str::to_owned)
}

/// A member of a list: an object as its fields (`项目 1 赞成 40`).
fn nested(lang: Lang, item: &Value) -> String {
    let Some(fields) = item.as_object() else {
        return plain(item);
    };
    let words = fields
        .iter()
        .map(|(key, value)| format!("{} {}", words::field(lang, key), plain(value)));
    words.collect::<Vec<_>>().join(" ")
}

fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            value.to_string()
        }
    }
}

/// The way of a talk, of urging, of a look.
fn mode(lang: Lang, code: &str) -> Option<&'static str> {
    let talk = words::parse_mode(code).map(|v| v.word(lang));
    let urged = || words::parse_remind_mode(code).map(|v| v.word(lang));
    let looked = || words::parse_inspect_mode(code).map(|v| v.word(lang));
    talk.or_else(urged).or_else(looked)
}
