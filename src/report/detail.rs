//! What a fact says beside its name, as one line for a timeline.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::event::{
    ActivityKind, Assembly, Channel, CheckKind, ConsultMode, ConsultStage, Event, InspectMode,
    Kind, MajorityOf, Publication, Rateable, RemindMode, ReviewStage, RevisitMeans, SuperviseMode,
    Track, Trait,
};
use crate::domain::rules::Colour;
use crate::domain::terms::{Level, Period};
use crate::words::{self, Label, Lang, Word};

/// The fields of a fact in words, without its day and case: `lead 农业服务中心; due 2024-06-05`.
pub(super) fn detail(lang: Lang, event: &Event) -> String {
    let Ok(Value::Object(fields)) = serde_json::to_value(event) else {
        return String::new();
    };
    let mut parts = Vec::new();
    for (key, value) in &fields {
        if !told_elsewhere(event, key) {
            tell(lang, event, (key, value), &mut parts);
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
                false => word(lang, event, key, item),
            });
            let words: Vec<String> = words.collect();
            parts.push(format!("{} {}", words::field(lang, key), words.join("、")));
        }
        Value::Null => {}
        Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            parts.push(format!(
                "{} {}",
                words::field(lang, key),
                word(lang, event, key, value)
            ));
        }
    }
}

/// A coded value in its words; anything else as it stands. What a code means is the fact's to say:
/// one word may stand for several ways.
fn word(lang: Lang, event: &Event, key: &str, value: &Value) -> String {
    let word = match (key, event) {
        ("into" | "within" | "earlier", _) => return format!("#{}", plain(value)),
        ("mode", Event::Reminded(_)) => coded::<RemindMode>(lang, value),
        ("mode", Event::Inspected(_)) => coded::<InspectMode>(lang, value),
        ("mode", Event::Supervised(_)) => coded::<SuperviseMode>(lang, value),
        ("mode", _) => coded::<ConsultMode>(lang, value),
        ("stage", Event::ClassReviewed(_)) => coded::<ReviewStage>(lang, value),
        ("stage", _) => coded::<ConsultStage>(lang, value),
        ("kind", Event::CheckOpened(_)) => coded::<CheckKind>(lang, value),
        ("kind", _) => coded::<Kind>(lang, value).or_else(|| coded::<ActivityKind>(lang, value)),
        ("track", _) => coded::<Track>(lang, value),
        ("assembly", _) => coded::<Assembly>(lang, value),
        ("majority_of", _) => coded::<MajorityOf>(lang, value),
        ("channel", _) => coded::<Channel>(lang, value),
        ("colour", _) => coded::<Colour>(lang, value),
        ("level", _) => coded::<Level>(lang, value),
        ("means", _) => coded::<RevisitMeans>(lang, value),
        ("of", _) => coded::<Rateable>(lang, value),
        ("period", _) => coded::<Period>(lang, value),
        ("publication", _) => coded::<Publication>(lang, value),
        ("traits", _) => coded::<Trait>(lang, value),
        _ => value
            .as_bool()
            .map(|yes| if yes { Label::Yes } else { Label::No }.word(lang)),
    };
    word.map_or_else(|| plain(value), str::to_owned)
}

fn coded<T: DeserializeOwned + Word>(lang: Lang, value: &Value) -> Option<&'static str> {
    T::deserialize(value).ok().map(|code| code.word(lang))
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
