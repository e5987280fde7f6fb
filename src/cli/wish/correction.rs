//! A correction as it is typed: which field is meant, and the new value in the form it can have.
//!
//! Refuses: to judge the value; the fact's own type takes it or not.

use super::{Parsed, Wish, pieces};
use crate::domain::book::FactId;
use crate::domain::command::Command;
use crate::domain::terms::{self, Date};
use crate::words;

impl Wish<'_> {
    /// Facts, a field, and its new value: JSON where it is JSON, else a text.
    pub(in crate::cli) fn correction(
        &self,
        facts: Vec<FactId>,
        field: &str,
        value: &str,
        why: &str,
    ) -> Parsed<Command> {
        let first = self.present("LINE", facts.first().copied())?;
        let field = self.field_of(first, field.trim());
        let field = field.as_str();
        Ok(Command::Correct {
            new: self.new_value(first, field, value),
            facts,
            field: field.to_owned(),
            why: self.text("--why", why)?,
        })
    }

    /// The key of a field that was named in Chinese; several facts share words, so it must be one
    /// that this fact has.
    fn field_of(&self, at: FactId, typed: &str) -> String {
        let keys = words::fields_named(typed);
        let has = |key: &&str| {
            self.book
                .field(at, key)
                .is_some_and(|value| !value.is_null())
        };
        let mut keys = keys.into_iter();
        keys.find(has).unwrap_or(typed).to_owned()
    }

    /// The new value in the first form that the field can have: a day, a text, a list, JSON.
    fn new_value(&self, at: FactId, field: &str, typed: &str) -> serde_json::Value {
        use serde_json::Value;
        let typed = typed.trim();
        let text = || Value::String(typed.to_owned());
        if typed == "null" {
            return Value::Null;
        }
        let day = terms::parse_date(typed, self.stamp.today);
        let day = day.ok().map(|day| Value::String(day.to_string()));
        let was_day = self.book.field(at, field);
        let was_day =
            was_day.is_some_and(|old| old.as_str().is_some_and(|o| o.parse::<Date>().is_ok()));
        let list = || Value::Array(pieces(typed).map(|p| Value::String(p.to_owned())).collect());
        // What is written as a list or a record is meant as one, unless the field takes words only.
        let written = || serde_json::from_str(typed).ok();
        let forms = [
            day.clone().filter(|_| was_day),
            typed.starts_with(['[', '{']).then(written).flatten(),
            Some(text()),
            day,
            Some(list()),
            written(),
        ];
        let fits = |form: &Value| self.book.takes(at, field, form);
        let codes = words::codes_named(typed);
        let mut forms = forms.into_iter().flatten().chain(codes);
        forms.find(fits).unwrap_or_else(text)
    }
}
