//! Words planted in every field of every fact: the frozen journal replayed, each fact filled up with
//! the fields that it lacks, each of its words changed.
//!
//! The facts are read as JSON. That no field is missing is for the vocabulary: the frozen samples
//! must hold all that it lists, or a test of the facts fails.

use std::collections::{BTreeMap, BTreeSet};

use jianyi::domain::book::{Book, Entry};
use jianyi::journal::{AtWork, Journal};
use serde_json::Value;

/// What makes a fact another one: nobody reads it, the promise is rated, no correction adds the plan.
const OTHERWISE: [&str; 3] = ["confidential", "of", "plan"];

pub(crate) fn entries() -> Vec<Entry> {
    let frozen = include_bytes!("frozen/every_fact.v1.jsonl");
    let journal: Journal = Journal::parse(frozen, AtWork::No).expect("sound");
    journal.lines.into_iter().map(Entry::from).collect()
}

/// Each fact once with all its fields.
pub(crate) fn samples() -> BTreeMap<String, Value> {
    let read = |line: &str| serde_json::from_str::<Value>(line).expect("JSON");
    let facts = include_str!("frozen/facts.v1.jsonl").lines().map(read);
    facts
        .map(|f| (f["type"].as_str().expect("a type").to_owned(), f))
        .collect()
}

/// Places of words in a fact: the fields and list places that lead there.
pub(crate) fn words(value: &Value, path: &[String], found: &mut Vec<Vec<String>>) {
    let under = |key: &str| [path, &[key.to_owned()]].concat();
    match value {
        Value::String(_) => found.push(path.to_vec()),
        Value::Array(items) => {
            for (place, item) in items.iter().enumerate() {
                words(item, &under(&place.to_string()), found);
            }
        }
        Value::Object(fields) => {
            for (key, value) in fields.iter().filter(|(key, _)| *key != "type") {
                words(value, &under(key), found);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

pub(crate) fn at<'v>(value: &'v mut Value, path: &[String]) -> &'v mut Value {
    path.iter()
        .fold(value, |value, key| match value.is_array() {
            true => &mut value[key.parse::<usize>().expect("a place")],
            false => &mut value[key.as_str()],
        })
}

/// A history with something planted, and what could not carry it.
pub(crate) struct Planted {
    pub(crate) book: Book,
    pub(crate) carried: usize,
    /// The facts and fields in which something was planted.
    pub(crate) fields: BTreeSet<(String, String)>,
    pub(crate) refused: BTreeSet<String>,
}

/// A change to one fact of a line.
#[derive(Clone)]
enum Change {
    /// A field that it lacks.
    Filled(usize, String, Value),
    /// A word of it: where, what stands there, what is to stand there.
    Planted(usize, Vec<String>, String, String),
}

impl Change {
    /// The word that was to be changed.
    fn word(&self) -> Option<String> {
        match self {
            Self::Filled(..) => None,
            Self::Planted(_, _, word, _) => Some(word.clone()),
        }
    }
}

/// The line with some changes; none if that makes no facts.
fn changed(entry: &Entry, changes: &[&Change]) -> Option<Entry> {
    let mut entry = entry.clone();
    for place in 0..entry.events.len() {
        let mut value = serde_json::to_value(&entry.events[place]).expect("JSON");
        for change in changes {
            match change {
                Change::Filled(of, key, sample) if *of == place => value[key] = sample.clone(),
                Change::Planted(of, path, _, new) if *of == place => {
                    *at(&mut value, path) = Value::String(new.clone());
                }
                Change::Filled(..) | Change::Planted(..) => {}
            }
        }
        entry.events[place] = serde_json::from_value(value).ok()?;
    }
    Some(entry)
}

/// Every change of a line that makes a fact by itself.
fn changes(
    entry: &Entry,
    samples: &BTreeMap<String, Value>,
    change: &impl Fn(&str, &[String], &str) -> Option<String>,
    refused: &mut BTreeSet<String>,
) -> Vec<Change> {
    let mut all = Vec::new();
    for (place, event) in entry.events.iter().enumerate() {
        let mut value = serde_json::to_value(event).expect("JSON");
        for (key, sample) in samples[event.name()].as_object().expect("fields") {
            let filled = Change::Filled(place, key.clone(), sample.clone());
            let lacks = value.get(key).is_none() && !OTHERWISE.contains(&key.as_str());
            if lacks && changed(entry, &[&filled]).is_some() {
                value[key] = sample.clone();
                all.push(filled);
            }
        }
        let (filled, mut paths) = (all.clone(), Vec::new());
        words(&value, &[], &mut paths);
        for path in paths {
            let old = at(&mut value, &path).as_str().expect("a word").to_owned();
            let Some(new) = change(event.name(), &path, &old) else {
                continue;
            };
            let planted = Change::Planted(place, path, old, new);
            match changed(entry, &filled.iter().chain([&planted]).collect::<Vec<_>>()) {
                Some(_) => all.push(planted),
                None => refused.extend(planted.word()),
            }
        }
    }
    all
}

/// Replays the frozen journal, each fact filled up with the fields it lacks and every word of it
/// changed, where that makes a history that can have happened.
pub(crate) fn planted(change: impl Fn(&str, &[String], &str) -> Option<String>) -> Planted {
    let samples = samples();
    let (mut carried, mut refused, mut fields) = (0, BTreeSet::new(), BTreeSet::new());
    let mut book = Book::default();
    for entry in entries() {
        let all = changes(&entry, &samples, &change, &mut refused);
        let mut kept: Vec<&Change> = all.iter().collect();
        let takes =
            |kept: &[&Change]| changed(&entry, kept).filter(|entry| book.admits(entry).is_ok());
        // What makes the line impossible is given up: one change if one is enough.
        while takes(&kept).is_none() {
            assert!(!kept.is_empty(), "line {} cannot stand", entry.seq);
            let without = |place: usize| {
                let mut less = kept.clone();
                less.remove(place);
                less
            };
            let one = (0..kept.len()).find(|place| takes(&without(*place)).is_some());
            let filled = kept.iter().position(|c| matches!(c, Change::Filled(..)));
            let given_up = kept.remove(one.or(filled).unwrap_or_default());
            refused.extend(given_up.word());
        }
        for change in &kept {
            if let Change::Planted(place, path, ..) = change {
                carried += 1;
                let fact = entry.events[*place].name().to_owned();
                fields.insert((fact, path[0].clone()));
            }
        }
        let entry = takes(&kept).expect("admitted");
        book.apply(entry).expect("what was admitted");
    }
    Planted {
        book,
        carried,
        fields,
        refused,
    }
}
