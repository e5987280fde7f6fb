//! The texts of a fact, each with the name of its field, as the journal would write them. The fact is
//! written by the writer of the journal, with somebody in the place of the file who keeps the texts:
//! so there is no second list of what a fact holds, and none of it is copied but what is wanted.
//!
//! Refuses: to judge a text, and to tell the kind of a fact and its day, which are words of ours.

use std::io::{self, Write};

use serde::Serialize;
use serde_json::ser::{CharEscape, Formatter, Serializer};

/// Fields whose text nobody typed.
const UNTYPED: [&str; 2] = ["type", "on"];

/// Those of the texts that are wanted, by the names of their fields, each made into something.
pub(super) fn texts<T>(fact: &impl Serialize, take: impl FnMut(&str) -> Option<T>) -> Vec<T> {
    let mut taken = Taken {
        take,
        path: String::new(),
        outer: Vec::new(),
        // Room for most texts at once.
        text: String::with_capacity(512),
        is_name: false,
        found: Vec::new(),
    };
    // What cannot be written was never recorded.
    let written = fact.serialize(&mut Serializer::with_formatter(io::sink(), &mut taken));
    let mut found = taken.found;
    if written.is_err() {
        found.clear();
    }
    found.sort_by(|(one, _), (other, _)| one.cmp(other));
    found.into_iter().map(|(_, made)| made).collect()
}

/// Who keeps texts while a fact is written.
struct Taken<F, T> {
    take: F,
    /// The field: `to.lead`.
    path: String,
    /// How long the names of the fields around it are.
    outer: Vec<usize>,
    /// The text so far.
    text: String,
    /// Whether it is the name of a field.
    is_name: bool,
    found: Vec<(String, T)>,
}

impl<T, F: FnMut(&str) -> Option<T>> Formatter for &mut Taken<F, T> {
    fn begin_string<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.text.clear();
        Ok(())
    }

    fn write_string_fragment<W: ?Sized + Write>(
        &mut self,
        _: &mut W,
        fragment: &str,
    ) -> io::Result<()> {
        self.text.push_str(fragment);
        Ok(())
    }

    fn write_char_escape<W: ?Sized + Write>(
        &mut self,
        _: &mut W,
        escape: CharEscape,
    ) -> io::Result<()> {
        self.text.push(match escape {
            CharEscape::Quote => '"',
            CharEscape::ReverseSolidus => '\\',
            CharEscape::Solidus => '/',
            CharEscape::Backspace => '\u{8}',
            CharEscape::FormFeed => '\u{c}',
            CharEscape::LineFeed => '\n',
            CharEscape::CarriageReturn => '\r',
            CharEscape::Tab => '\t',
            CharEscape::AsciiControl(byte) => byte.into(),
        });
        Ok(())
    }

    fn end_string<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        if !self.is_name && !UNTYPED.contains(&self.path.as_str()) {
            let made = (self.take)(&self.text);
            let path = &self.path;
            self.found.extend(made.map(|made| (path.clone(), made)));
        }
        Ok(())
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, _: &mut W, _: bool) -> io::Result<()> {
        self.is_name = true;
        Ok(())
    }

    fn end_object_key<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        self.is_name = false;
        self.outer.push(self.path.len());
        if !self.path.is_empty() {
            self.path.push('.');
        }
        self.path.push_str(&self.text);
        Ok(())
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, _: &mut W) -> io::Result<()> {
        let outer = self.outer.pop().unwrap_or_default();
        self.path.truncate(outer);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// The texts of a value, however deep they stand, in the order of the names of its fields.
    fn plainly(value: &Value) -> Vec<String> {
        match value {
            Value::String(text) => vec![text.clone()],
            Value::Array(values) => values.iter().flat_map(plainly).collect(),
            Value::Object(fields) => fields.values().flat_map(plainly).collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
        }
    }

    #[test]
    fn every_text_is_taken_as_it_was_typed() {
        let fact = json!({
            "title": "修桥 \"一\"\\二\n\t三\u{1}",
            "to": {"lead": "村建办", "co": ["农业办", "党政办"], "with": {"on": "别处的", "z": ""}},
            "to_whom": "张三",
            "count": 3, "is": true, "none": null,
        });
        let mut all = texts(&fact, |text| Some(text.to_owned()));
        assert_eq!(all, plainly(&fact));
        all.retain(|text| text.contains('办'));
        let some = texts(&fact, |text| text.contains('办').then(|| text.to_owned()));
        assert_eq!(some, all);
    }

    #[test]
    fn the_kind_and_the_day_of_a_fact_are_no_texts() {
        let fact = json!({"type": "closed", "on": "2024-05-20", "by": "王"});
        assert_eq!(texts(&fact, |text| Some(text.to_owned())), ["王"]);
    }
}
