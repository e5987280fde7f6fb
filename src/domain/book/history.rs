//! What the record says about itself: lines taken back and put back, fields corrected.
//!
//! It never changes an entry; it only says which facts count, and as what.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::entries::Entries;
use super::entry::{Entry, FactId};
use super::impossible::Clash;
use crate::domain::event::{self, About, Event, Given};

/// Which lines do not count, and which facts stand otherwise than they were recorded.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct History {
    pub(super) undone: BTreeSet<u64>,
    pub(super) corrected: BTreeMap<FactId, Event>,
}

impl History {
    /// Reads all entries, in the order they were recorded.
    pub(super) fn read(entries: &Entries) -> Result<Self, (FactId, Clash)> {
        let facts = entries.iter().flat_map(facts_of);
        let record = facts.filter(|(_, event)| event.about() == About::Record);
        let record: Vec<_> = record.collect();
        Self::told(record.iter().copied(), entries)
    }

    /// The same from the facts about other lines alone.
    pub(super) fn told<'a>(
        record: impl Iterator<Item = (FactId, &'a Event)> + Clone,
        entries: &Entries,
    ) -> Result<Self, (FactId, Clash)> {
        let mut history = Self::default();
        for (id, event) in record.clone() {
            history
                .take_back(entries, id.line, event)
                .map_err(|clash| (id, clash))?;
        }
        for (id, event) in record {
            if !history.is_undone(id.line) {
                correct(&mut history.corrected, entries, event).map_err(|clash| (id, clash))?;
            }
        }
        Ok(history)
    }

    /// Takes in one more line about other lines: which facts count otherwise than before. None where
    /// that hangs on more than this line, or cannot be.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only these facts are about other lines"
    )]
    pub(super) fn take_in(&mut self, entries: &Entries, entry: &Entry) -> Option<Vec<FactId>> {
        let mut changed = Vec::new();
        for event in &entry.events {
            match event {
                Event::Undone(event::Undone { lines, .. })
                | Event::Redone(event::Redone { lines, .. }) => {
                    self.take_back(entries, entry.seq, event).ok()?;
                    for line in lines {
                        let facts = facts_of(entries.get(*line)?);
                        // A correction that counts no longer leaves those before it.
                        if facts.clone().any(|(_, fact)| fact.about() == About::Record) {
                            return None;
                        }
                        changed.extend(facts.map(|(id, _)| id));
                    }
                }
                Event::Corrected(event::Corrected { line, fact, .. }) => {
                    correct(&mut self.corrected, entries, event).ok()?;
                    changed.push(FactId {
                        line: *line,
                        index: *fact,
                    });
                }
                _ => return None,
            }
        }
        Some(changed)
    }

    /// Whether a line was taken back.
    pub(super) fn is_undone(&self, line: u64) -> bool {
        self.undone.contains(&line)
    }

    /// The fact as it stands now; none if its line was taken back.
    pub(super) fn standing<'a>(&'a self, entry: &'a Entry, id: FactId) -> Option<&'a Event> {
        self.as_it_stands(id, entry.events.get(usize::from(id.index)))
    }

    /// The same of a fact as it was recorded.
    pub(super) fn as_it_stands<'a>(
        &'a self,
        id: FactId,
        recorded: Option<&'a Event>,
    ) -> Option<&'a Event> {
        if self.is_undone(id.line) {
            return None;
        }
        self.corrected.get(&id).or(recorded)
    }

    fn take_back(&mut self, entries: &Entries, now: u64, event: &Event) -> Result<(), Clash> {
        let (lines, back) = if let Event::Undone(event::Undone { lines, .. }) = event {
            (lines, false)
        } else if let Event::Redone(event::Redone { lines, .. }) = event {
            (lines, true)
        } else {
            return Ok(());
        };
        for line in lines {
            let entry = entries
                .get(*line)
                .filter(|e| e.seq < now && can_be_undone(e));
            let done = match (back, entry.is_some()) {
                (_, false) => false,
                (true, true) => self.undone.remove(line),
                (false, true) => self.undone.insert(*line),
            };
            if !done {
                return Err(Clash::NoSuchLine(*line));
            }
        }
        Ok(())
    }
}

/// The facts of an entry with their places.
pub(super) fn facts_of(entry: &Entry) -> impl Iterator<Item = (FactId, &Event)> + Clone {
    (0..).zip(&entry.events).map(|(index, event)| {
        let id = FactId {
            line: entry.seq,
            index,
        };
        (id, event)
    })
}

/// A line that takes back or puts back is itself mended by its opposite; the first line stays, and
/// particulars that were erased or replaced do not come back.
fn can_be_undone(entry: &Entry) -> bool {
    !entry.events.iter().any(|e| {
        matches!(
            e,
            Event::Undone(_)
                | Event::Redone(_)
                | Event::StoreOpened(_)
                | Event::Erased(_)
                | Event::ParticularsCorrected(_)
        )
    })
}

/// What was said of a person's particulars is for ever: they are gone, or hash to what was written.
fn is_fixed(event: &Event, field: &str) -> bool {
    let citizens = (matches!(event, Event::CitizenRecorded(_)) && field != "on")
        || (matches!(event, Event::ParticularsCorrected(_)) && matches!(field, "citizen" | "hash"))
        || (matches!(event, Event::Erased(_)) && field == "citizens");
    // Of whom a majority is needed is the rules' word, not the writer's.
    let ruled = matches!(event, Event::ProjectsBalloted(_)) && field == "majority_of";
    // By its own number later facts know it.
    let number = event.number().map(Given::field) == Some(field);
    citizens || ruled || number || matches!(field, "type" | "case")
}

fn correct(
    corrected: &mut BTreeMap<FactId, Event>,
    entries: &Entries,
    event: &Event,
) -> Result<(), Clash> {
    let Event::Corrected(event::Corrected {
        line,
        fact,
        field,
        old,
        new,
        ..
    }) = event
    else {
        return Ok(());
    };
    let id = FactId {
        line: *line,
        index: *fact,
    };
    let recorded = entries
        .get(*line)
        .and_then(|e| e.events.get(usize::from(*fact)));
    let now = corrected
        .get(&id)
        .or(recorded)
        .ok_or_else(|| Clash::NoSuchField(field.clone()))?;
    let mended = with_field(now, field, old, new)?;
    corrected.insert(id, mended);
    Ok(())
}

/// A fact as it once stood on record.
#[derive(Debug, Clone, PartialEq)]
pub struct Once {
    /// What was said.
    pub event: Event,
    /// Whether it stands as it was said.
    pub stands: bool,
}

/// Everything that was ever said, corrected and taken back facts too: the journal keeps them.
pub(super) fn ever_said(
    history: &History,
    entries: &Entries,
    wanted: impl Fn(&Event) -> bool,
) -> Vec<Once> {
    let mut said: Vec<(FactId, Event)> = Vec::new();
    for entry in entries.iter() {
        for (id, event) in facts_of(entry) {
            if let Event::Corrected(fact) = event {
                let of = FactId {
                    line: fact.line,
                    index: fact.fact,
                };
                let before = said.iter().filter(|(id, _)| *id == of);
                let mended = before.filter_map(|(_, event)| {
                    with_field(event, &fact.field, &fact.old, &fact.new).ok()
                });
                let mended: Vec<Event> = mended.collect();
                said.extend(mended.into_iter().map(|event| (of, event)));
            } else if wanted(event) {
                said.push((id, event.clone()));
            }
        }
    }
    let stands = |id: FactId, event: &Event| {
        let entry = entries.get(id.line);
        entry.and_then(|entry| history.standing(entry, id)) == Some(event)
    };
    let said = said.into_iter();
    said.map(|(id, event)| Once {
        stands: stands(id, &event),
        event,
    })
    .collect()
}

/// A copy of a fact with one field replaced; `null` stands for a field that is left out.
/// `field` may name a part: `to.lead`.
fn with_field(event: &Event, field: &str, old: &Value, new: &Value) -> Result<Event, Clash> {
    let bad = |e: &dyn std::fmt::Display| Clash::BadValue(field.to_owned(), e.to_string());
    let no_such = || Clash::NoSuchField(field.to_owned());
    if is_fixed(event, field) {
        return Err(no_such());
    }
    let mut value = serde_json::to_value(event).map_err(|e| bad(&e))?;
    let mut place = &mut value;
    let mut path = field.split('.').peekable();
    while let Some(key) = path.next() {
        let object = place.as_object_mut().ok_or_else(no_such)?;
        if path.peek().is_some() {
            place = object.get_mut(key).ok_or_else(no_such)?;
            continue;
        }
        if object.get(key).unwrap_or(&Value::Null) != old {
            return Err(no_such());
        }
        if new.is_null() {
            object.remove(key);
        } else {
            object.insert(key.to_owned(), new.clone());
        }
        break;
    }
    serde_json::from_value(value).map_err(|e: serde_json::Error| {
        // The one thing that serde says in words only.
        match e.to_string().starts_with("unknown field") {
            true => no_such(),
            false => bad(&e),
        }
    })
}

/// Whether a field of a fact can have a value.
pub(super) fn takes(event: &Event, field: &str, value: &Value) -> bool {
    let old = field_of(event, field);
    old.is_some_and(|old| with_field(event, field, &old, value).is_ok())
}

/// The value that a field of a fact has now, `null` where it is left out.
pub(super) fn field_of(event: &Event, field: &str) -> Option<Value> {
    let value = serde_json::to_value(event).ok()?;
    let mut place = &value;
    for key in field.split('.') {
        place = place.as_object()?.get(key).unwrap_or(&Value::Null);
    }
    Some(place.clone())
}
