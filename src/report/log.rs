//! The journal's lines: who recorded what, when, and what of it was taken back.
//!
//! Refuses: to leave out what was taken back. Lines stand as recorded; `show` says what stands now.
//! Asked of one case, a line that carries facts of several tells those of the one.

use std::collections::{BTreeMap, BTreeSet};

use chrono::SecondsFormat;
use serde_json::{Value, json};

use super::cell::{Cell, Tone};
use super::detail::detail;
use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::{Book, Entry};
use crate::domain::event::Event;
use crate::domain::terms::CaseId;
use crate::words::{self, Label, Word};

/// The lines, newest last; of one case, one alone, or the last so many. `with_facts` adds what a
/// script reads of them: their facts as they stand in the journal.
pub fn log(
    outlook: &Outlook,
    (case, line): (Option<CaseId>, Option<u64>),
    limit: Option<usize>,
    with_facts: bool,
) -> Document {
    let lang = outlook.lang;
    let columns = vec![
        Column::number("seq", Label::Entry.word(lang)),
        Column::text("at", Label::RecordedAt.word(lang)),
        Column::text("by", Label::RecordedBy.word(lang)),
        Column::text("cases", Label::Cases.word(lang)),
        Column::text("what", Label::What.word(lang)),
        Column::text("detail", Label::Detail.word(lang)),
        Column::text("state", Label::Note.word(lang)),
    ];
    let mut sheet = Sheet::new("entries", Label::Entries.word(lang), columns);
    let about =
        |entry: &Entry| case.is_none_or(|case| outlook.book.cases_of_line(entry).contains(&case));
    let mut labels = Labels::default();
    let mut values = Vec::new();
    let take = |entry: &Entry| {
        if !about(entry) {
            return;
        }
        let told = Told::of(outlook.book, entry, case);
        sheet.push(row(outlook, entry, &told, &mut labels));
        if with_facts {
            values.push(value(outlook, entry, &told));
        }
    };
    match (line, limit) {
        (Some(line), _) => outlook.book.entry(line).into_iter().for_each(take),
        (None, None) => outlook.book.walk_entries(take),
        // The last lines are looked for from the end, so that the others need not be read.
        (None, Some(most)) => {
            let fits = outlook.book.entries().rev().filter(|entry| about(entry));
            let last: Vec<&Entry> = fits.take(most).collect();
            last.into_iter().rev().for_each(take);
        }
    }
    let title = Label::Entries.word(lang);
    let log = Document::of_rows("log", title, outlook.basis(), vec![sheet]);
    match with_facts {
        true => log.with_value(values.into()),
        false => log,
    }
}

/// What of a line is told.
struct Told<'a> {
    /// The facts with their places in the line.
    facts: Vec<(usize, &'a Event)>,
    cases: BTreeSet<CaseId>,
}

impl<'a> Told<'a> {
    /// Everything, or what is about one case.
    fn of(book: &Book, entry: &'a Entry, case: Option<CaseId>) -> Self {
        let facts = entry.events.iter().enumerate();
        let Some(case) = case else {
            return Self {
                facts: facts.collect(),
                cases: book.cases_of_line(entry),
            };
        };
        let about = |event: &Event| book.cases_of_fact(entry.seq, event).contains(&case);
        Self {
            facts: facts.filter(|(_, event)| about(event)).collect(),
            cases: BTreeSet::from([case]),
        }
    }
}

/// A line for scripts: its facts as they stand in the journal, with their places there.
fn value(outlook: &Outlook, entry: &Entry, told: &Told) -> Value {
    let label = |id: &CaseId| words::plain_label(outlook.book, *id);
    let (places, events): (Vec<usize>, Vec<&Event>) = told.facts.iter().copied().unzip();
    json!({
        "seq": entry.seq,
        "at": entry.at,
        "by": entry.by,
        "batch": entry.batch,
        "lenient": entry.lenient,
        "undone": outlook.book.is_undone(entry.seq),
        "cases": told.cases.iter().map(label).collect::<Vec<_>>(),
        "places": places,
        "events": events,
    })
}

/// How cases are named that lines tell alone: most lines are of one, and a case has many.
#[derive(Default)]
struct Labels(BTreeMap<CaseId, String>);

impl Labels {
    fn of(&mut self, book: &Book, cases: &BTreeSet<CaseId>) -> Vec<String> {
        let cases: Vec<CaseId> = cases.iter().copied().collect();
        let [case] = cases[..] else {
            return words::case_labels(book, &cases);
        };
        let label = || words::case_label(book, case);
        vec![self.0.entry(case).or_insert_with(label).clone()]
    }
}

fn row(outlook: &Outlook, entry: &Entry, told: &Told, labels: &mut Labels) -> Vec<Cell> {
    let lang = outlook.lang;
    let labels = labels.of(outlook.book, &told.cases);
    let mut what: Vec<&'static str> = Vec::new();
    for (_, event) in &told.facts {
        let word = words::fact(lang, event);
        if !what.contains(&word) {
            what.push(word);
        }
    }
    let note = match (outlook.book.is_undone(entry.seq), entry.lenient) {
        (true, _) => Cell::toned("undone", Label::Undone.word(lang), Tone::Warning),
        (false, true) => Cell::word("lenient", Label::Lenient.word(lang)),
        (false, false) => Cell::Empty,
    };
    vec![
        Cell::Integer(i64::try_from(entry.seq).unwrap_or(i64::MAX)),
        moment(entry).into(),
        entry.by.as_str().into(),
        if labels.is_empty() {
            Cell::Empty
        } else {
            Cell::List(labels)
        },
        Cell::List(what.iter().map(|w| (*w).to_owned()).collect()),
        said(outlook, told).into(),
        note,
    ]
}

/// When a line was recorded, as it is printed everywhere: `2024-03-05 09:12:33`.
fn moment(entry: &Entry) -> String {
    // Whole seconds, as the journal has them; the offset is the office's own.
    let at = entry.at.to_rfc3339_opts(SecondsFormat::Secs, true);
    let at = at.get(..19).unwrap_or(&at);
    at.replace('T', " ")
}

/// What the facts of a line say: what is the same of all once, what differs for each case.
fn said(outlook: &Outlook, told: &Told) -> Option<String> {
    if let [(_, event)] = told.facts[..] {
        let words = detail(outlook.lang, event);
        return (!words.is_empty()).then_some(words);
    }
    let mut said: Vec<(String, Vec<CaseId>)> = Vec::new();
    for (_, event) in &told.facts {
        let words = detail(outlook.lang, event);
        if words.is_empty() {
            continue;
        }
        let cases = event.case().into_iter();
        match said.iter_mut().find(|(known, _)| *known == words) {
            Some((_, of)) => of.extend(cases),
            None => said.push((words, cases.collect())),
        }
    }
    let is_of_others =
        |(_, cases): &(String, Vec<CaseId>)| said.first().is_some_and(|(_, first)| first != cases);
    // The facts of one case, and of none, are told by the first that says something.
    if told.cases.len() < 2 || !said.iter().any(is_of_others) {
        return said.into_iter().next().map(|(words, _)| words);
    }
    let line = |(words, cases): &(String, Vec<CaseId>)| {
        let cases = words::case_spans(outlook.lang, outlook.book, cases.iter().copied());
        format!("{cases}: {words}")
    };
    Some(said.iter().map(line).collect::<Vec<_>>().join("\n"))
}
