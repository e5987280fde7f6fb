//! Which keys a document may have, place by place; read from the types themselves, so that no
//! second list can drift.

use serde_aux::serde_introspection::serde_introspect;
use serde_json::{Map, Value};

use super::assessment::{ItemGrade, OverallGrade, ScoreItem, ScoreTable, ShareNeed, Worth};
use super::card::CardRules;
use super::clock::{ClockKey, ClockRule, Extra};
use super::colours::{Colours, RedRule, SignRule, SignRules, YellowRule};
use super::error::RulesError;
use super::letters::LetterRules;
use super::performance::{PointGrade, PointItem, PointTable, YearsRunning};
use super::repeats::RepeatRules;
use super::values::{
    ActivityRules, ClassRule, Gates, Numbering, ProjectRules, Rates, ReviewReason, Satisfaction,
    SessionRules, Source,
};
use super::{PercentStyle, RuleSet};
use crate::domain::terms::nearest;

/// The groups of values whose source stands in `sources`.
pub const GROUPS: &[&str] = &[
    "classes",
    "satisfaction",
    "gates",
    "rates",
    "percent",
    "colours",
    "categories",
    "number",
    "reply_to",
    "withdraw",
    "review_reasons",
    "sessions",
    "activities",
    "projects",
    "letters",
    "card",
    "repeats",
    "assessment",
    "performance",
];

/// The keys that may stand in a part of a document; none where the part is no object.
fn keys_in(place: &str) -> Option<Vec<String>> {
    let fields: &[&str] = match place {
        "" => &[serde_introspect::<RuleSet>(), &["extends"]].concat(),
        "clocks" => &ClockKey::ALL.map(ClockKey::code),
        "sources" => return Some(sourced_places()),
        "classes" => serde_introspect::<ClassRule>(),
        "review_reasons" => serde_introspect::<ReviewReason>(),
        "satisfaction" => serde_introspect::<Satisfaction>(),
        "gates" => serde_introspect::<Gates>(),
        "rates" => serde_introspect::<Rates>(),
        "percent" => serde_introspect::<PercentStyle>(),
        "colours" => serde_introspect::<Colours>(),
        "colours.yellow" => serde_introspect::<YellowRule>(),
        "colours.red" => serde_introspect::<RedRule>(),
        "colours.progress" => serde_introspect::<SignRules>(),
        "colours.progress.yellow" | "colours.progress.red" => serde_introspect::<SignRule>(),
        "number" => serde_introspect::<Numbering>(),
        "projects" => serde_introspect::<ProjectRules>(),
        "sessions" => serde_introspect::<SessionRules>(),
        "activities" => serde_introspect::<ActivityRules>(),
        "letters" => serde_introspect::<LetterRules>(),
        "card" => serde_introspect::<CardRules>(),
        "repeats" => serde_introspect::<RepeatRules>(),
        "assessment" => serde_introspect::<ScoreTable>(),
        "assessment.items" => serde_introspect::<ScoreItem>(),
        "assessment.items.counts" => serde_introspect::<Worth>(),
        "assessment.items.grades" => serde_introspect::<ItemGrade>(),
        "assessment.items.grades.needs" => serde_introspect::<ShareNeed>(),
        "assessment.grades" => serde_introspect::<OverallGrade>(),
        "performance" => serde_introspect::<PointTable>(),
        "performance.items" => serde_introspect::<PointItem>(),
        "performance.grades" => serde_introspect::<PointGrade>(),
        "performance.running" => serde_introspect::<YearsRunning>(),
        _ => match place.split_once('.')? {
            ("sources", _) => serde_introspect::<Source>(),
            ("clocks", clock) if clock.ends_with(".extra") => serde_introspect::<Extra>(),
            ("clocks", _) => serde_introspect::<ClockRule>(),
            _ => return None,
        },
    };
    Some(fields.iter().copied().map(str::to_owned).collect())
}

/// A group of values, or one value of it that stands in another article (`gates.key_needs`).
fn sourced_places() -> Vec<String> {
    let values = GROUPS.iter().flat_map(|group| {
        let keys = keys_in(group).unwrap_or_default().into_iter();
        keys.map(move |key| format!("{group}.{key}"))
    });
    let groups = GROUPS.iter().copied().map(str::to_owned);
    groups.chain(values).collect()
}

/// Refuses a key that serde would refuse too, but with the place and the nearest known one.
pub(super) fn known(place: &str, object: &Map<String, Value>) -> Result<(), RulesError> {
    let Some(keys) = keys_in(place) else {
        return Ok(());
    };
    for (key, value) in object {
        if !keys.contains(key) {
            let near = nearest(key, keys.iter().map(String::as_str));
            return Err(RulesError::UnknownKey {
                place: place.to_owned(),
                key: key.clone(),
                near: near.into_iter().map(str::to_owned).collect(),
            });
        }
        let inner = [place, key].into_iter().filter(|part| !part.is_empty());
        let inner = inner.collect::<Vec<_>>().join(".");
        let parts = value
            .as_array()
            .map_or(std::slice::from_ref(value), Vec::as_slice);
        for part in parts.iter().filter_map(Value::as_object) {
            known(&inner, part)?;
        }
    }
    Ok(())
}
