//! The fields of a fact as they stand in the journal, each with its key.
//!
//! A line of the log tells a few fields of each fact: the others, texts among them, are passed over
//! without being taken apart.
//!
//! Refuses: whatever is no fact, and to say what a field means.

use serde::ser::{Error, Impossible, Serialize, SerializeStruct, Serializer};
use serde_json::Value;

use crate::domain::event::Event;

type Failure = serde_json::Error;

/// The wanted fields of a fact, in the order of their keys.
pub(super) fn fact_fields(
    event: &Event,
    wanted: impl Fn(&str) -> bool,
) -> Vec<(&'static str, Value)> {
    let fields = Vec::new();
    // Whatever is a fact has its fields, and what stands in them can be written.
    let mut fields = event
        .serialize(Fields { wanted, fields })
        .unwrap_or_default();
    fields.sort_unstable_by_key(|(key, _)| *key);
    fields
}

struct Fields<W> {
    wanted: W,
    fields: Vec<(&'static str, Value)>,
}

impl<W: Fn(&str) -> bool> SerializeStruct for Fields<W> {
    type Ok = Vec<(&'static str, Value)>;
    type Error = Failure;

    fn serialize_field<T: ?Sized + Serialize>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Failure> {
        if (self.wanted)(key) {
            let value = value.serialize(serde_json::value::Serializer)?;
            self.fields.push((key, value));
        }
        Ok(())
    }

    fn end(self) -> Result<Self::Ok, Failure> {
        Ok(self.fields)
    }
}

fn no_fact<T>() -> Result<T, Failure> {
    Err(Failure::custom("is no fact"))
}

/// Everything that is not a fact's own structure.
macro_rules! refused {
    ($($name:ident($($kind:ty),*) -> $made:ty;)*) => {
        $(fn $name(self, $(_: $kind),*) -> Result<$made, Failure> {
            no_fact()
        })*
    };
}

impl<W: Fn(&str) -> bool> Serializer for Fields<W> {
    type Ok = Vec<(&'static str, Value)>;
    type Error = Failure;
    type SerializeSeq = Impossible<Self::Ok, Failure>;
    type SerializeTuple = Impossible<Self::Ok, Failure>;
    type SerializeTupleStruct = Impossible<Self::Ok, Failure>;
    type SerializeTupleVariant = Impossible<Self::Ok, Failure>;
    type SerializeMap = Impossible<Self::Ok, Failure>;
    type SerializeStruct = Self;
    type SerializeStructVariant = Impossible<Self::Ok, Failure>;

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, Failure> {
        Ok(self)
    }

    fn serialize_some<T: ?Sized + Serialize>(self, _: &T) -> Result<Self::Ok, Failure> {
        no_fact()
    }

    fn serialize_newtype_struct<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: &T,
    ) -> Result<Self::Ok, Failure> {
        no_fact()
    }

    fn serialize_newtype_variant<T: ?Sized + Serialize>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<Self::Ok, Failure> {
        no_fact()
    }

    refused! {
        serialize_bool(bool) -> Self::Ok;
        serialize_i8(i8) -> Self::Ok;
        serialize_i16(i16) -> Self::Ok;
        serialize_i32(i32) -> Self::Ok;
        serialize_i64(i64) -> Self::Ok;
        serialize_u8(u8) -> Self::Ok;
        serialize_u16(u16) -> Self::Ok;
        serialize_u32(u32) -> Self::Ok;
        serialize_u64(u64) -> Self::Ok;
        serialize_f32(f32) -> Self::Ok;
        serialize_f64(f64) -> Self::Ok;
        serialize_char(char) -> Self::Ok;
        serialize_str(&str) -> Self::Ok;
        serialize_bytes(&[u8]) -> Self::Ok;
        serialize_none() -> Self::Ok;
        serialize_unit() -> Self::Ok;
        serialize_unit_struct(&'static str) -> Self::Ok;
        serialize_unit_variant(&'static str, u32, &'static str) -> Self::Ok;
        serialize_seq(Option<usize>) -> Self::SerializeSeq;
        serialize_tuple(usize) -> Self::SerializeTuple;
        serialize_tuple_struct(&'static str, usize) -> Self::SerializeTupleStruct;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> Self::SerializeTupleVariant;
        serialize_map(Option<usize>) -> Self::SerializeMap;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> Self::SerializeStructVariant;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fact_has_the_fields_that_the_journal_has() {
        let lines = include_str!("../../tests/frozen/every_fact.v1.jsonl");
        let mut facts = 0;
        for line in lines.lines() {
            let line: Value = serde_json::from_str(line).expect(line);
            for fact in line["events"].as_array().expect("facts") {
                let event: Event = serde_json::from_value(fact.clone()).expect("a fact");
                let fields = fact_fields(&event, |_| true);
                let fields = fields
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value));
                let fields: Vec<(String, Value)> = fields.collect();
                let Value::Object(written) = fact else {
                    panic!("{fact}");
                };
                assert_eq!(fields, written.clone().into_iter().collect::<Vec<_>>());
                facts += 1;
            }
        }
        assert!(facts > 100, "{facts}");
    }

    #[test]
    fn other_fields_are_passed_over() {
        let fact = r#"{"type":"signed","on":"2024-01-22","case":1,"unit":"水利站"}"#;
        let event: Event = serde_json::from_str(fact).expect("a fact");
        let fields = fact_fields(&event, |key| key == "unit");
        assert_eq!(fields, [("unit", Value::from("水利站"))]);
    }
}
