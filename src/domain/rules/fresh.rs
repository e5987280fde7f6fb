//! A new document for an office to fill in, on the ground of a set that there is.
//!
//! Refuses: to change a value. What the office wants otherwise it writes itself, or takes as a whole
//! group from another set.

use serde_json::{Map, Value};

use super::RuleSet;
use super::shipped::shipped;

/// A document on the ground of a rule set, for an office to fill in: it extends one that comes with
/// the program, and holds the whole of another. Groups (`performance`) are taken from other sets,
/// with their sources.
pub fn new_document(from: &RuleSet, name: &str, taken: &[(&str, &RuleSet)]) -> String {
    let mut document = match shipped().any(|name| from.name.as_str() == name) {
        true => extending(from),
        false => whole(from),
    };
    for key in ["name", "label"] {
        document.insert(key.to_owned(), Value::String(name.to_owned()));
    }
    for (group, other) in taken {
        take(&mut document, group, from, other);
    }
    // A value made of strings and maps is always JSON.
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

fn whole(rules: &RuleSet) -> Map<String, Value> {
    let document = serde_json::to_value(rules).unwrap_or_default();
    document.as_object().cloned().unwrap_or_default()
}

/// Lays a group of another set over the document, sources and all; what only the ground has in the
/// group is taken away.
fn take(document: &mut Map<String, Value>, group: &str, from: &RuleSet, other: &RuleSet) {
    let (from, other) = (whole(from), whole(other));
    let of_group = |place: &str| place.split('.').next() == Some(group);
    let empty = || Value::Object(Map::new());
    let sources = document.entry("sources").or_insert_with(empty);
    if let (Some(sources), Some(theirs)) = (
        sources.as_object_mut(),
        other.get("sources").and_then(Value::as_object),
    ) {
        sources.retain(|place, _| !of_group(place));
        let theirs = theirs.iter().filter(|(place, _)| of_group(place));
        sources.extend(theirs.map(|(place, source)| (place.clone(), source.clone())));
    }
    let Some(mut value) = other.get(group).cloned() else {
        return;
    };
    if let (Some(value), Some(ground)) = (
        value.as_object_mut(),
        from.get(group).and_then(Value::as_object),
    ) {
        for key in ground.keys() {
            value.entry(key.clone()).or_insert(Value::Null);
        }
    }
    document.insert(group.to_owned(), value);
}

/// What an office is most likely to change stands in the document, the rest in the set it extends.
fn extending(from: &RuleSet) -> Map<String, Value> {
    let clocks: Map<String, Value> = from
        .clocks
        .iter()
        .filter_map(|(key, rule)| Some((key.code().to_owned(), serde_json::to_value(rule).ok()?)))
        .collect();
    let document = serde_json::json!({
        "extends": from.name,
        "in_force_from": from.in_force_from,
        "clocks": clocks,
        "categories": from.categories,
        "percent": from.percent,
        "letters": from.letters.clone().unwrap_or_default(),
        "card": {"link": from.card.as_ref().and_then(|card| card.link.clone())},
        "sources": {
            "categories": {"verified": false, "note": "本办公室自定"},
            "percent": {"verified": false, "note": "本办公室自定"},
            "letters": {"verified": false, "note": "本办公室自定"},
            "card": {"verified": false, "note": "本办公室自定"},
        },
    });
    document.as_object().cloned().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::{resolve, shipped_set};
    use super::*;

    #[test]
    fn a_new_document_resolves_to_the_same_clocks() {
        for name in shipped() {
            let from = shipped_set(name).expect("shipped").expect("resolves");
            let rules = resolve(&new_document(&from, "本镇办法", &[])).expect(name);
            assert_eq!(
                (rules.clocks, rules.classes),
                (from.clocks, from.classes),
                "{name}"
            );
            // The switches of the letters stand there to be turned.
            let letters = from.letters.unwrap_or_default();
            assert_eq!(rules.letters, Some(letters), "{name}");
        }
    }

    #[test]
    fn a_new_document_takes_groups_of_other_sets() {
        let from = shipped_set("jianlong").expect("shipped").expect("resolves");
        let points = shipped_set("yinchuan").expect("shipped").expect("resolves");
        let taken = [("performance", &points)];
        let ours = resolve(&new_document(&from, "本镇办法", &taken)).expect("ours");
        assert_eq!(ours.performance, points.performance);
        let place = "performance";
        assert_eq!(ours.source_of(place), points.source_of(place));
        assert_eq!(ours.clocks, from.clocks);
        let next =
            resolve(&new_document(&ours, "明年办法", &[])).expect("a set that is not shipped");
        assert_eq!(
            (next.performance, next.gates),
            (ours.performance, ours.gates)
        );
    }
}
