//! Numbers of people in free text, told to whoever enters it: the journal only grows, and what
//! stands in it cannot be erased.

use serde_json::Value;

use super::Desk;
use crate::domain::event::Event;
use crate::domain::terms::people_numbers;
use crate::words;

impl Desk<'_, '_> {
    /// Says how many numbers what was recorded holds.
    pub(super) fn tell_numbers(&mut self, found: usize) -> anyhow::Result<()> {
        match found {
            0 => Ok(()),
            found => self.say(&words::holds_numbers(self.lang, found)),
        }
    }
}

/// How many numbers the words of some facts hold.
pub(super) fn numbers_in<'e>(events: impl IntoIterator<Item = &'e Event>) -> usize {
    events.into_iter().map(numbers).sum()
}

/// How many numbers the words of a fact hold. Rules and calendars are documents, and no words of
/// whoever enters them.
fn numbers(event: &Event) -> usize {
    if matches!(event, Event::RulesAdopted(_) | Event::CalendarAdopted(_)) {
        return 0;
    }
    serde_json::to_value(event).map_or(0, |value| count(&value))
}

/// The fields that are meant for a number: of a clerk, of a card, of a file, of a seal.
const MEANT: [&str; 5] = ["phone", "card", "store", "sha256", "hash"];

/// Numbers in every text but in the fields that are meant for one.
fn count(value: &Value) -> usize {
    match value {
        Value::String(text) => people_numbers(text).len(),
        Value::Array(items) => items.iter().map(count).sum(),
        Value::Object(fields) => fields
            .iter()
            .filter(|(key, _)| !MEANT.contains(&key.as_str()))
            .map(|(_, value)| count(value))
            .sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHONE: &str = "请回13966667777";

    /// Each fact with every text of it in turn replaced by a phone, with the path to that text.
    fn planted(whole: &Value, at: &Value, path: &str, found: &mut Vec<(String, Value)>) {
        match at {
            Value::String(_) => {
                let mut fact = whole.clone();
                if let Some(place) = fact.pointer_mut(path) {
                    *place = PHONE.into();
                }
                found.push((path.to_owned(), fact));
            }
            Value::Array(items) => {
                for (place, item) in items.iter().enumerate() {
                    planted(whole, item, &format!("{path}/{place}"), found);
                }
            }
            Value::Object(fields) => {
                for (key, value) in fields {
                    planted(whole, value, &format!("{path}/{key}"), found);
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    #[test]
    fn a_number_in_any_text_of_any_fact_is_seen() {
        let facts = include_str!("../../../tests/frozen/facts.v1.jsonl");
        let mut told = 0;
        for line in facts.lines() {
            let fact: Value = serde_json::from_str(line).expect("JSON");
            let mut all = Vec::new();
            planted(&fact, &fact, "", &mut all);
            for (path, fact) in all {
                // A day, a kind, a hash take no such words.
                let Ok(event) = serde_json::from_value::<Event>(fact) else {
                    continue;
                };
                let document = matches!(event, Event::RulesAdopted(_) | Event::CalendarAdopted(_));
                let meant = path.split('/').any(|key| MEANT.contains(&key));
                let expected = usize::from(!document && !meant);
                assert_eq!(numbers(&event), expected, "{path} of {line}");
                told += expected;
            }
        }
        assert!(told > 100, "{told} texts");
    }
}
