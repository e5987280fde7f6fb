//! The codes of the journal in words, and back: what `in_session` in a fact's field means to a
//! person, and which code he means who writes 会议期间.
//!
//! Refuses: to know which field takes which code; the fact's own type does.

use std::borrow::Cow;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Label, Lang, Listed, Word, list};
use crate::domain::event::{
    ActivityKind, Assembly, Channel, CheckKind, ConsultMode, ConsultStage, DecisionKind, Event,
    InspectMode, Kind, MajorityOf, MeetingKind, Publication, Rateable, RemindMode, ReviewStage,
    RevisitMeans, StationKind, SuperviseMode, Track, Trait,
};
use crate::domain::rules::Colour;
use crate::domain::terms::{Level, Period};

/// A coded value in its words; anything else as it stands. What a code means is the fact's to say:
/// one word may stand for several ways.
pub fn code<'v>(lang: Lang, event: &Event, key: &str, value: &'v Value) -> Cow<'v, str> {
    let word = match (key, event) {
        ("into" | "within" | "earlier", _) => return format!("#{}", plain_value(value)).into(),
        ("mode", Event::Reminded(_)) => coded::<RemindMode>(lang, value),
        ("mode", Event::Inspected(_)) => coded::<InspectMode>(lang, value),
        ("mode", Event::Supervised(_)) => coded::<SuperviseMode>(lang, value),
        ("mode", _) => coded::<ConsultMode>(lang, value),
        ("stage", Event::ClassReviewed(_)) => coded::<ReviewStage>(lang, value),
        ("stage", _) => coded::<ConsultStage>(lang, value),
        ("kind", Event::CheckOpened(_)) => coded::<CheckKind>(lang, value),
        ("kind", Event::MeetingCalled(_)) => coded::<MeetingKind>(lang, value),
        ("kind", Event::StationAdded(_)) => coded::<StationKind>(lang, value),
        ("about", Event::MeetingDecided(_)) => coded::<DecisionKind>(lang, value),
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
    word.map_or_else(|| plain_value(value), Cow::Borrowed)
}

/// The codes of the journal that a word of ours stands for, one for each kind of value that has it:
/// a field takes only its own.
pub fn codes_named(typed: &str) -> Vec<Value> {
    fn of<T: Listed + Serialize + Word>(typed: &str) -> Option<Value> {
        let words = |value: &&T| [Lang::Zh, Lang::En].iter().any(|l| value.word(*l) == typed);
        let named = T::ALL.iter().find(words)?;
        serde_json::to_value(named).ok()
    }
    let yes_or_no = [(Label::Yes, true), (Label::No, false)];
    let truths = yes_or_no.into_iter().filter_map(|(label, truth)| {
        let is_named = [Lang::Zh, Lang::En].iter().any(|l| label.word(*l) == typed);
        is_named.then_some(Value::Bool(truth))
    });
    let codes = [
        of::<RemindMode>(typed),
        of::<InspectMode>(typed),
        of::<SuperviseMode>(typed),
        of::<ConsultMode>(typed),
        of::<ReviewStage>(typed),
        of::<ConsultStage>(typed),
        of::<CheckKind>(typed),
        of::<Kind>(typed),
        of::<ActivityKind>(typed),
        of::<Track>(typed),
        of::<Assembly>(typed),
        of::<MajorityOf>(typed),
        of::<Channel>(typed),
        of::<Colour>(typed),
        of::<Level>(typed),
        of::<RevisitMeans>(typed),
        of::<Rateable>(typed),
        of::<Period>(typed),
        of::<Publication>(typed),
        of::<Trait>(typed),
        of::<MeetingKind>(typed),
        of::<StationKind>(typed),
        of::<DecisionKind>(typed),
    ];
    truths.chain(codes.into_iter().flatten()).collect()
}

/// A value of a fact's field as a person reads it.
pub(super) fn value_in_words(lang: Lang, event: &Event, field: &str, value: &Value) -> String {
    let key = field.rsplit('.').next().unwrap_or(field);
    match value {
        Value::Null => "—".to_owned(),
        Value::Array(items) if items.iter().all(|item| !item.is_object()) => {
            let words = items.iter().map(|item| code(lang, event, key, item));
            list(lang, &words.collect::<Vec<_>>())
        }
        Value::Bool(_)
        | Value::Number(_)
        | Value::String(_)
        | Value::Array(_)
        | Value::Object(_) => code(lang, event, key, value).into_owned(),
    }
}

fn coded<T: DeserializeOwned + Word>(lang: Lang, value: &Value) -> Option<&'static str> {
    T::deserialize(value).ok().map(|code| code.word(lang))
}

/// A value as it stands in the journal, a text without its quotes.
pub fn plain_value(value: &Value) -> Cow<'_, str> {
    match value {
        Value::String(text) => text.into(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
            value.to_string().into()
        }
    }
}
