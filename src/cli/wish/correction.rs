//! A correction as it is typed: which field is meant, and the new value in the form it can have.
//!
//! Refuses: to judge the value; the fact's own type takes it or not.

use std::collections::BTreeSet;

use super::{Parsed, Wish, pieces};
use crate::cli::failure::{Exit, Failure};
use crate::domain::book::{Book, Fact, FactId};
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::terms::{self, CaseId, CaseList, CaseRef, Date};
use crate::words::{self, Lang};

/// `812` or `812.1`: the place of a fact.
pub(in crate::cli) fn fact_id(typed: &str) -> Option<FactId> {
    let typed = terms::half_width(typed);
    let (line, fact) = typed.split_once('.').unwrap_or((&typed, "0"));
    Some(FactId {
        line: line.trim().parse().ok()?,
        index: fact.trim().parse().ok()?,
    })
}

/// The keys of the fields that a fact has or can have.
pub(in crate::cli) fn fields_of(book: &Book, at: FactId) -> Vec<&'static str> {
    let keys = words::field_keys();
    keys.filter(|key| can_have(book, at, key)).collect()
}

/// Whether a fact has a field, or can be given it.
fn can_have(book: &Book, at: FactId, key: &str) -> bool {
    book.field(at, key).is_some() || book.takes(at, key, &serde_json::Value::Null)
}

/// What the entry of a typed number is about, in words, and whether a case bears that number which it
/// is not about.
pub(in crate::cli) fn entry_meant(
    book: &Book,
    lang: Lang,
    line: u64,
    typed: &str,
) -> Option<(String, bool)> {
    let entry = book.entry(line)?;
    let case = entry.events.iter().find_map(Event::case);
    let case = case.and_then(|id| book.case(id));
    let namesake = typed.parse::<CaseRef>().ok();
    let namesake = namesake.and_then(|named| book.find(&named).ok());
    let namesake = namesake.filter(|id| case.map(|case| case.id) != Some(*id));
    let whole = entry.batch.is_some();
    let about = (line, entry.events.first(), case);
    let told = words::entry_meant(lang, book, about, (namesake, whole))?;
    Some((told, namesake.is_some()))
}

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

    /// The facts that are meant: an entry of the journal by its number, or of a case (`第41号`) the
    /// one that has the field. A bare number is an entry's; whose it is is told.
    pub(in crate::cli) fn facts_meant(&self, typed: &str, field: &str) -> Parsed<Vec<FactId>> {
        let entry = self.fact(typed);
        match (entry, typed.parse::<CaseList>()) {
            (Ok(entry), _) => {
                self.tell_about(entry.line, typed);
                self.tell_others(entry, typed);
                Ok(vec![entry])
            }
            (Err(_), Ok(_)) => self.facts_with(typed, field.trim()),
            (Err(unread), Err(_)) => Err(unread),
        }
    }

    /// Says what an entry is about, and that a case bears the same number where it is another one.
    pub(in crate::cli) fn tell_about(&self, line: u64, typed: &str) {
        let meant = entry_meant(self.book, self.lang, line, typed);
        self.tell(meant.map(|(told, _)| told));
    }

    /// Says which facts an entry has, where several are and none was named.
    fn tell_others(&self, meant: FactId, typed: &str) {
        let facts = self.book.entry(meant.line).map(|entry| &entry.events);
        let facts = facts.filter(|facts| facts.len() > 1 && !typed.contains('.'));
        let named = facts.map(|facts| {
            let named = (0..).zip(facts.iter());
            let named = named.map(|(at, event): (usize, &Event)| {
                format!("{}.{at} {}", meant.line, words::fact(self.lang, event))
            });
            words::facts_of_entry(self.lang, meant.line, &named.collect::<Vec<_>>())
        });
        self.tell(named);
    }

    /// The one fact of each case that has a field.
    fn facts_with(&self, cases: &str, field: &str) -> Parsed<Vec<FactId>> {
        let of_case = |case: CaseId| {
            let has = |fact: &Fact<'_>| {
                let key = self.field_of(fact.id, field);
                let value = self.book.field(fact.id, &key);
                value.is_some_and(|value| !value.is_null())
            };
            let having: Vec<Fact<'_>> = self.book.timeline(case).filter(has).collect();
            let names: BTreeSet<&str> = having.iter().map(|fact| fact.event.name()).collect();
            match (names.len(), having.last()) {
                (1, Some(fact)) => Ok(fact.id),
                _ => {
                    let facts = having.iter().map(|fact| words::fact(self.lang, fact.event));
                    let facts: BTreeSet<&str> = facts.collect();
                    let message = words::which_fact(self.lang, cases, field, &facts);
                    Err(Failure::told(message, Exit::Misuse))
                }
            }
        };
        self.cases(cases)?.into_iter().map(of_case).collect()
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
        let can = |key: &&str| can_have(self.book, at, key);
        let filled = keys.iter().copied().find(has);
        let meant = filled.or_else(|| keys.iter().copied().find(can));
        meant.unwrap_or(typed).to_owned()
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
