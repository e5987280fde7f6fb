//! A document over the one that it extends.
//!
//! What the child writes replaces the parent's value whole, clock by clock and, in a group, key by
//! key; its source goes with it, and what it does not write stays the parent's. A clock or a key
//! written `null` is taken away.
//!
//! Refuses: to read what is written. It knows objects and keys, and no value.

use serde_json::{Map, Value};

use super::error::RulesError;
use super::keys::GROUPS;

/// Lays a document over what it extends.
///
/// # Errors
/// A value without source.
pub(super) fn lay_over(
    whole: &mut Map<String, Value>,
    mut layer: Map<String, Value>,
) -> Result<(), RulesError> {
    layer.remove("extends");
    own_sources(whole, &mut layer)?;
    for (key, value) in layer {
        match (whole.get_mut(&key), value) {
            (Some(Value::Object(parent)), Value::Object(parts)) => {
                parts
                    .into_iter()
                    .for_each(|(part, value)| put(parent, part, value));
            }
            (None, Value::Object(mut parts)) => {
                parts.retain(|_, value| !value.is_null());
                whole.insert(key, Value::Object(parts));
            }
            (Some(_) | None, value) => put(whole, key, value),
        }
    }
    Ok(())
}

/// The parent's source does not speak for the child's values, and the child's only for its own:
/// where the parent has more in a group, the child's source stands with each key that it writes.
fn own_sources(
    whole: &mut Map<String, Value>,
    layer: &mut Map<String, Value>,
) -> Result<(), RulesError> {
    let mut sources = match layer.remove("sources") {
        Some(Value::Object(sources)) => sources,
        Some(_) | None => Map::new(),
    };
    let mut inherited = match whole.remove("sources") {
        Some(Value::Object(sources)) => sources,
        Some(_) | None => Map::new(),
    };
    for (group, value) in layer
        .iter()
        .filter(|(group, _)| GROUPS.contains(&group.as_str()))
    {
        let (Some(Value::Object(parent)), Value::Object(parts)) = (whole.get(group), value) else {
            inherited.retain(|place, _| place.split('.').next() != Some(group));
            continue;
        };
        let keeps_some = parent.keys().any(|key| !parts.contains_key(key));
        let places = parts.keys().map(|key| format!("{group}.{key}"));
        if !keeps_some {
            inherited.remove(group);
            places.for_each(|place| drop(inherited.remove(&place)));
            continue;
        }
        let of_group = sources.remove(group);
        for place in places {
            inherited.remove(&place);
            match (&of_group, sources.contains_key(&place)) {
                (_, true) => {}
                (Some(source), false) => drop(sources.insert(place, source.clone())),
                (None, false) => return Err(RulesError::NoSource(place)),
            }
        }
    }
    inherited.extend(sources);
    whole.insert("sources".to_owned(), Value::Object(inherited));
    Ok(())
}

/// `null` takes a value away.
fn put(whole: &mut Map<String, Value>, key: String, value: Value) {
    if value.is_null() {
        whole.remove(&key);
    } else {
        whole.insert(key, value);
    }
}
