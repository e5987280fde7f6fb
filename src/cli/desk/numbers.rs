//! Numbers of people in free text, told to whoever enters it: the journal only grows, and what
//! stands in it cannot be erased.

use serde_json::Value;

use super::Desk;
use crate::domain::event::{About, Event};
use crate::domain::terms::people_numbers;
use crate::words;

impl Desk<'_, '_> {
    /// Says how many numbers what was recorded holds.
    pub(super) fn tell_numbers<'e>(
        &mut self,
        events: impl Iterator<Item = &'e Event>,
    ) -> anyhow::Result<()> {
        // The office's own facts are rules, calendars, and phones of its clerks.
        let texts = events.filter(|event| event.about() != About::Office);
        let found = texts.map(|event| serde_json::to_value(event).map_or(0, |v| count(&v)));
        match found.sum() {
            0 => Ok(()),
            found => self.say(&words::holds_numbers(self.lang, found)),
        }
    }
}

/// Numbers in every text but in the fields that are meant for one.
fn count(value: &Value) -> usize {
    match value {
        Value::String(text) => people_numbers(text).len(),
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| key.as_str() != "phone")
            .map(|(_, value)| count(value))
            .sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}
