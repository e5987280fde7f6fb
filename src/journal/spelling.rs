//! A line as our own writer spells it: no white space, no escapes but in long texts, whole numbers.
//!
//! It hands the line to the same definitions as the full parser and knows no field of them. What it
//! reads, the full parser reads alike. A line that is spelled otherwise, or that the definitions do
//! not take, is left to the full parser, which also knows why.
//!
//! Refuses: to say what is wrong.

use std::borrow::Cow;
use std::fmt;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, forward_to_deserialize_any};

/// Nothing that we write lies deeper.
const DEPTH_MOST: u32 = 64;
/// Numbers of more digits might be too great.
const DIGITS_MOST: usize = 18;

/// What a text spells; none where it is not spelled as we do.
pub(super) fn read<'t, T: Deserialize<'t>>(text: &'t str) -> Option<T> {
    // No string may have such a sign. All bytes are looked at at once, which is quicker than to stop
    // at the first.
    if text.bytes().fold(false, |odd, byte| odd | (byte < b' ')) {
        return None;
    }
    let (at, depth) = (0, 0);
    let mut spelled = Spelled { text, at, depth };
    let read = T::deserialize(&mut spelled).ok()?;
    (spelled.at == text.len()).then_some(read)
}

/// It is not spelled as we do, or says what the definitions do not take.
#[derive(Debug)]
struct Unusual;

impl fmt::Display for Unusual {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("is spelled otherwise")
    }
}

impl std::error::Error for Unusual {}

impl Error for Unusual {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

/// A text that was read up to a place.
struct Spelled<'t> {
    text: &'t str,
    at: usize,
    depth: u32,
}

impl<'t> Spelled<'t> {
    fn sign(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Whether a sign or a word stands here.
    fn stands(&self, word: &str) -> bool {
        let rest = self.text.as_bytes().get(self.at..);
        rest.is_some_and(|rest| rest.starts_with(word.as_bytes()))
    }

    /// Goes over one that must stand here.
    fn over(&mut self, word: &str) -> Result<(), Unusual> {
        if !self.stands(word) {
            return Err(Unusual);
        }
        self.at += word.len();
        Ok(())
    }

    /// A key or the name of a kind: a few letters, without escapes.
    fn key(&mut self) -> Result<&'t str, Unusual> {
        self.over("\"")?;
        let rest = self.text.get(self.at..).ok_or(Unusual)?;
        let ends = |byte: u8| byte == b'"' || byte == b'\\';
        let end = rest.bytes().position(ends).ok_or(Unusual)?;
        self.at += end;
        self.over("\"")?;
        rest.get(..end).ok_or(Unusual)
    }

    fn string(&mut self) -> Result<Cow<'t, str>, Unusual> {
        let begin = self.at;
        self.over("\"")?;
        let bytes = self.text.as_bytes();
        let mut has_escapes = false;
        loop {
            let rest = bytes.get(self.at..).ok_or(Unusual)?;
            let next = memchr::memchr2(b'"', b'\\', rest).ok_or(Unusual)?;
            if rest[next] == b'"' {
                self.at += next + 1;
                break;
            }
            // What is escaped ends no string.
            self.at += next + 2;
            has_escapes = true;
        }
        if has_escapes {
            let spelled = self.text.get(begin..self.at).ok_or(Unusual)?;
            let words = serde_json::from_str(spelled).map_err(|_| Unusual)?;
            return Ok(Cow::Owned(words));
        }
        let words = self.text.get(begin + 1..self.at - 1).ok_or(Unusual)?;
        Ok(Cow::Borrowed(words))
    }

    /// A whole number that is spelled the one way there is.
    fn digits(&mut self) -> Result<i64, Unusual> {
        let rest = self.text.get(self.at..).ok_or(Unusual)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let ends = !matches!(rest.as_bytes().get(digits), Some(b'.' | b'e' | b'E'));
        let has_one_spelling = digits == 1 || !rest.starts_with('0');
        if !(1..=DIGITS_MOST).contains(&digits) || !ends || !has_one_spelling {
            return Err(Unusual);
        }
        self.at += digits;
        rest[..digits].parse().map_err(|_| Unusual)
    }

    fn number<V: Visitor<'t>>(&mut self, visitor: V) -> Result<V::Value, Unusual> {
        if self.over("-").is_err() {
            return visitor.visit_u64(self.digits()?.unsigned_abs());
        }
        match self.digits()? {
            // To others that is a fraction.
            0 => Err(Unusual),
            number => visitor.visit_i64(-number),
        }
    }

    /// What lies between two marks, one step deeper.
    fn inside<T>(
        &mut self,
        [begin, end]: [&'static str; 2],
        read: impl FnOnce(Parts<'_, 't>) -> Result<T, Unusual>,
    ) -> Result<T, Unusual> {
        self.over(begin)?;
        self.depth += 1;
        if self.depth > DEPTH_MOST {
            return Err(Unusual);
        }
        let (spelled, is_first) = (&mut *self, true);
        let read = read(Parts {
            spelled,
            end,
            is_first,
        })?;
        self.depth -= 1;
        self.over(end)?;
        Ok(read)
    }
}

impl<'de> Deserializer<'de> for &mut Spelled<'de> {
    type Error = Unusual;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        match self.sign().ok_or(Unusual)? {
            b'"' => match self.string()? {
                Cow::Borrowed(words) => visitor.visit_borrowed_str(words),
                Cow::Owned(words) => visitor.visit_string(words),
            },
            b'{' => self.inside(["{", "}"], |fields| visitor.visit_map(fields)),
            b'[' => self.inside(["[", "]"], |items| visitor.visit_seq(items)),
            b't' => self.over("true").and_then(|()| visitor.visit_bool(true)),
            b'f' => self.over("false").and_then(|()| visitor.visit_bool(false)),
            b'n' => self.over("null").and_then(|()| visitor.visit_unit()),
            _ => self.number(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unusual> {
        match self.over("null") {
            Ok(()) => visitor.visit_none(),
            Err(Unusual) => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unusual> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unusual> {
        visitor.visit_enum(BorrowedStrDeserializer::new(self.key()?))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

/// Fields of an object, or items of a list.
struct Parts<'a, 't> {
    spelled: &'a mut Spelled<'t>,
    end: &'static str,
    is_first: bool,
}

impl Parts<'_, '_> {
    /// Whether there is another one.
    fn goes_on(&mut self) -> Result<bool, Unusual> {
        if self.spelled.stands(self.end) {
            return Ok(false);
        }
        if !std::mem::take(&mut self.is_first) {
            self.spelled.over(",")?;
        }
        Ok(true)
    }
}

impl<'t> MapAccess<'t> for Parts<'_, 't> {
    type Error = Unusual;

    fn next_key_seed<K: DeserializeSeed<'t>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Unusual> {
        if !self.goes_on()? {
            return Ok(None);
        }
        let key = BorrowedStrDeserializer::<Unusual>::new(self.spelled.key()?);
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'t>>(&mut self, seed: S) -> Result<S::Value, Unusual> {
        self.spelled.over(":")?;
        seed.deserialize(&mut *self.spelled)
    }
}

impl<'t> SeqAccess<'t> for Parts<'_, 't> {
    type Error = Unusual;

    fn next_element_seed<S: DeserializeSeed<'t>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Unusual> {
        if !self.goes_on()? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.spelled).map(Some)
    }

    /// How many items there are is known at their end. Most lists have one, and room is made for it.
    fn size_hint(&self) -> Option<usize> {
        Some(1)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, any, prop_assert_eq, prop_oneof, proptest};
    use serde_json::{Value, json};

    use super::*;
    use crate::journal::Line;

    fn full(text: &str) -> Option<Value> {
        serde_json::from_str(text).ok()
    }

    #[test]
    fn what_our_writer_writes_is_read() {
        let value = json!({"a": [1, -2, [], {}], "桥": {"b": "🚧\u{7f}", "c": null}, "d": [true, "\"\n\\"]});
        assert_eq!(read::<Value>(&value.to_string()), Some(value));
        let lines = include_str!("../../tests/frozen/every_fact.v1.jsonl");
        for line in lines.lines() {
            let read = read::<Line>(line);
            // Only a rule set has fractions.
            assert_eq!(read.is_some(), !line.contains("\"elapsed\":0."), "{line}");
            let full = serde_json::from_str(line).ok();
            assert_eq!(read.or_else(|| full.clone()), full);
        }
    }

    #[test]
    fn what_is_spelled_otherwise_is_left_to_the_full_parser() {
        for text in [
            "",
            " 1",
            "1 ",
            "-",
            "-0",
            "01",
            "1.0",
            "1e3",
            "1234567890123456789",
            "tru",
            "nulll",
            "\"",
            "\"a",
            "\"a\\",
            "\"\\x\"",
            "{\"\\n\":1}",
            "\"\u{1}\"",
            "[1,]",
            "[,1]",
            "[1 ]",
            "[1}",
            "{",
            "{\"a\"}",
            "{\"a\":1,}",
            "{\"a\": 1}",
            "{a:1}",
            "{1:1}",
            "[1]]",
            "\u{feff}1",
        ] {
            assert_eq!(read::<Value>(text), None, "{text}");
        }
        let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        let most = DEPTH_MOST as usize;
        assert_eq!(read::<Value>(&deep(most)), full(&deep(most)));
        assert_eq!(read::<Value>(&deep(most + 1)), None);
    }

    #[test]
    fn the_definitions_are_asked_as_the_full_parser_asks_them() {
        #[derive(Debug, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct One {
            on: Option<u8>,
            kind: Kind,
            pair: (i32, String),
        }
        #[derive(Debug, PartialEq, Deserialize)]
        #[serde(rename_all = "snake_case")]
        enum Kind {
            Plain,
            With(u8),
        }
        for text in [
            r#"{"on":null,"kind":"plain","pair":[1,"a"]}"#,
            r#"{"kind":"plain","pair":[-1,"桥"],"on":7}"#,
            r#"{"kind":"other","pair":[1,"a"],"on":7}"#,
            r#"{"kind":"plain","pair":[1,"a",2],"on":7}"#,
            r#"{"kind":"plain","pair":[1],"on":7}"#,
            r#"{"kind":"plain","pair":[1,"a"],"on":256}"#,
            r#"{"kind":"plain","pair":[1,"a"],"on":1,"on":2}"#,
            r#"{"kind":"plain","pair":[1,"a"],"why":0}"#,
            r#"{"pair":[1,"a"]}"#,
        ] {
            assert_eq!(read::<One>(text), serde_json::from_str(text).ok(), "{text}");
        }
        let with = r#"{"kind":{"with":1},"pair":[1,"a"]}"#;
        assert_eq!(read::<One>(with), None);
    }

    proptest! {
        #[test]
        fn what_it_reads_the_full_parser_reads_alike(
            signs in proptest::collection::vec(
                prop_oneof![
                    4 => proptest::sample::select(vec![
                        "{", "}", "[", "]", ",", ":", "\"", "\"a\"", "\"桥\":", "{\"b\":1", "null",
                        "true", "false", "0", "-12", "3.5", " ", "\\", "9e9", "\"\\", "\\\"", "n\"",
                    ]).prop_map(str::to_owned),
                    1 => any::<char>().prop_map(String::from),
                    1 => Just("{\"a\":[1,{\"b\":\"c\"}],\"d\":null}".to_owned()),
                ],
                0..9,
            ),
        ) {
            let text = signs.concat();
            if let Some(value) = read::<Value>(&text) {
                prop_assert_eq!(Some(value), full(&text));
            }
        }
    }
}
