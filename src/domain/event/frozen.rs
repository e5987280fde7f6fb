//! Whether the frozen journals carry every field of every fact: a field that was added and that no
//! frozen line has could change its name and nobody would know.

use std::collections::{BTreeMap, BTreeSet};

use serde_aux::serde_introspection::serde_introspect;
use serde_json::Value;

use super::{AnonymousScore, Event, Handlers, MarkCount, ProjectVotes};

const FACTS: &str = include_str!("../../../tests/frozen/facts.v1.jsonl");
const JOURNAL: &str = include_str!("../../../tests/frozen/every_fact.v1.jsonl");

/// What stands inside a fact, by the field that holds it.
const INSIDE: [&str; 4] = ["to", "votes", "scores", "marks"];

fn fields_inside(field: &str) -> &'static [&'static str] {
    match field {
        "to" => serde_introspect::<Handlers>(),
        "votes" => serde_introspect::<ProjectVotes>(),
        "scores" => serde_introspect::<AnonymousScore>(),
        _ => serde_introspect::<MarkCount>(),
    }
}

/// The keys of each kind of object, with those that it holds.
fn look(kind: &str, object: &Value, seen: &mut BTreeMap<String, BTreeSet<String>>) {
    for (key, value) in object.as_object().into_iter().flatten() {
        seen.entry(kind.to_owned()).or_default().insert(key.clone());
        let parts = value
            .as_array()
            .map_or(std::slice::from_ref(value), Vec::as_slice);
        if INSIDE.contains(&key.as_str()) {
            parts.iter().for_each(|part| look(key, part, seen));
        }
    }
}

fn missing<'v>(facts: impl Iterator<Item = &'v Value>) -> Vec<String> {
    let mut seen = BTreeMap::new();
    for fact in facts {
        look(fact["type"].as_str().expect("a name"), fact, &mut seen);
    }
    let inside = INSIDE.map(|field| (field, fields_inside(field)));
    let all = Event::fields().into_iter().chain(inside);
    let gaps = all.flat_map(|(kind, fields)| {
        let seen = seen.get(kind).cloned().unwrap_or_default();
        let gaps = fields.iter().filter(move |field| !seen.contains(**field));
        gaps.map(move |field| format!("{kind}.{field}"))
    });
    gaps.collect()
}

#[test]
fn every_field_of_every_fact_is_frozen() {
    let read = |line: &str| serde_json::from_str::<Value>(line).expect("JSON");
    let facts: Vec<Value> = FACTS.lines().map(read).collect();
    assert_eq!(missing(facts.iter()), Vec::<String>::new(), "facts");
    let lines: Vec<Value> = JOURNAL.lines().map(read).collect();
    let events = lines
        .iter()
        .flat_map(|line| line["events"].as_array().expect("facts"));
    assert_eq!(missing(events), Vec::<String>::new(), "journal");
    // It finds a gap where there is one.
    let without = facts.iter().filter(|fact| fact["type"] != "rated");
    assert!(missing(without).contains(&"rated.of".to_owned()));
}
