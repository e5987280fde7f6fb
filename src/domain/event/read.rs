//! A fact from any serde format.
//!
//! Every fact that we write begins with its name, so what follows is read straight into its fields.
//! A fact whose name stands elsewhere, as other tools may leave it, is put in order first. Both ways
//! end in the same definitions; there is no second list of fields.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::{MapAccessDeserializer, MapDeserializer};
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::Event;

/// The key of a fact's name.
const NAME: &str = "type";

impl<'de> Deserialize<'de> for Event {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_map(Fact)
    }
}

struct Fact;

impl<'de> Visitor<'de> for Fact {
    type Value = Event;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a fact")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Event, A::Error> {
        let first: Option<Word> = map.next_key()?;
        match first {
            Some(Word(key)) if key == NAME => {
                let name: Word = map.next_value()?;
                Event::named(&name.0, MapAccessDeserializer::new(map))
            }
            first => in_order(first.map(|Word(key)| key.into_owned()), map),
        }
    }
}

/// Finds the name among the fields, which are then read as they are.
fn in_order<'de, A: MapAccess<'de>>(
    mut key: Option<String>,
    mut map: A,
) -> Result<Event, A::Error> {
    let mut name: Option<String> = None;
    let mut fields: Vec<(String, Value)> = Vec::new();
    while let Some(field) = key {
        if field == NAME && name.is_none() {
            name = Some(map.next_value()?);
        } else {
            fields.push((field, map.next_value()?));
        }
        key = map.next_key()?;
    }
    let name = name.ok_or_else(|| A::Error::missing_field(NAME))?;
    let fields = fields.into_iter();
    let fact: Result<Event, serde_json::Error> = Event::named(&name, MapDeserializer::new(fields));
    fact.map_err(A::Error::custom)
}

/// A word that is borrowed where it stands in the text as it is.
struct Word<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for Word<'de> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Borrow;
        impl<'de> Visitor<'de> for Borrow {
            type Value = Word<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "a word")
            }

            fn visit_borrowed_str<E: Error>(self, word: &'de str) -> Result<Word<'de>, E> {
                Ok(Word(Cow::Borrowed(word)))
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<Word<'de>, E> {
                Ok(Word(Cow::Owned(word.to_owned())))
            }
        }
        from.deserialize_str(Borrow)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIGNED: &str = r#"{"type":"signed","on":"2024-01-22","case":1,"unit":"水利站"}"#;

    #[test]
    fn the_order_of_keys_does_not_matter() {
        let fact: Event = serde_json::from_str(SIGNED).expect("a fact");
        for other in [
            r#"{"on":"2024-01-22","case":1,"unit":"水利站","type":"signed"}"#,
            r#"{ "on" : "2024-01-22" , "ty\u0070e":"signed","unit":"水\u5229站","case":1}"#,
            r#"{"ty\u0070e":"signed","on":"2024-01-22","case":1,"unit":"水利站"}"#,
        ] {
            assert_eq!(
                serde_json::from_str::<Event>(other).ok().as_ref(),
                Some(&fact),
                "{other}"
            );
        }
        let value: Value = serde_json::from_str(SIGNED).expect("JSON");
        assert_eq!(
            serde_json::from_value::<Event>(value).ok(),
            Some(fact.clone())
        );
        assert_eq!(serde_json::to_string(&fact).expect("JSON"), SIGNED);
    }

    #[test]
    fn what_is_no_fact_is_refused_in_either_order() {
        for (bad, why) in [
            (
                r#"{"type":"signed","on":"2024-01-22","case":1}"#,
                "missing field `unit`",
            ),
            (
                r#"{"on":"2024-01-22","case":1,"type":"signed"}"#,
                "missing field `unit`",
            ),
            (
                r#"{"type":"flown","on":"2024-01-22"}"#,
                "unknown variant `flown`",
            ),
            (r#"{"on":"2024-01-22","case":1}"#, "missing field `type`"),
            (
                r#"{"type":"closed","type":"closed","on":"2024-01-22","case":1}"#,
                "unknown field `type`",
            ),
            (
                r#"{"on":"2024-01-22","on":"2024-01-22","type":"closed","case":1}"#,
                "duplicate field `on`",
            ),
            (
                r#"{"case":1,"type":"closed","type":"closed","on":"2024-01-22"}"#,
                "unknown field `type`",
            ),
            (r#"["closed"]"#, "invalid type"),
        ] {
            let told = serde_json::from_str::<Event>(bad)
                .expect_err(bad)
                .to_string();
            assert!(told.contains(why), "{bad}: {told}");
        }
    }
}
