//! One literal line of every fact, as it stands in journals for ever: what is written is this, and
//! this is read back. A line here never changes; a new meaning is a new fact.

use std::collections::BTreeSet;

use jianyi::domain::book::{Book, Case, Entry, View};
use jianyi::domain::event::Event;
use jianyi::journal::{AtWork, Journal};

/// Every fact with all its fields; once more where a field was added later.
const FACTS: &str = include_str!("frozen/facts.v1.jsonl");

#[test]
fn every_fact_is_written_as_it_always_was() {
    for line in FACTS.lines() {
        let event: Event = serde_json::from_str(line).expect(line);
        assert_eq!(serde_json::to_string(&event).expect("JSON"), line);
    }
}

#[test]
fn every_fact_is_pinned() {
    let read = |line: &str| serde_json::from_str::<Event>(line).expect("a fact").name();
    let mut pinned: Vec<&str> = FACTS.lines().map(read).collect();
    let mut names = Event::NAMES.to_vec();
    pinned.sort_unstable();
    pinned.dedup();
    names.sort_unstable();
    assert_eq!(pinned, names);
}

#[test]
fn an_unknown_field_or_fact_is_refused() {
    for line in [
        r#"{"type":"closed","on":"2024-05-01","case":1,"mood":"good"}"#,
        r#"{"type":"celebrated","on":"2024-05-01","case":1}"#,
        r#"{"type":"closed","on":"2024-05-32","case":1}"#,
    ] {
        assert!(serde_json::from_str::<Event>(line).is_err(), "{line}");
    }
}

/// A journal of an older day: its fingerprint, its facts, what became of its cases.
fn frozen(bytes: &[u8], fingerprint: &str) -> Book {
    let journal: Journal = Journal::parse(bytes, AtWork::No).expect("sound");
    assert_eq!(journal.head.hash.fingerprint(), fingerprint.trim());
    let book = Book::replay(journal.lines.into_iter().map(Entry::from), View::default());
    book.expect("replays")
}

fn states(book: &Book) -> Vec<String> {
    let told = |c: &Case| format!("{} {:?}", c.title, book.state(c));
    book.cases().map(told).collect()
}

#[test]
fn a_frozen_journal_reads_as_it_always_did() {
    let book = frozen(
        include_bytes!("frozen/journal.v1.jsonl"),
        include_str!("frozen/journal.v1.fingerprint"),
    );
    let expected = [
        "关于修桥的建议 Tracking",
        "关于修路的建议 Assigned",
        "关于修渠的建议 Refused",
    ];
    assert_eq!(states(&book), expected);
}

#[test]
fn a_frozen_journal_of_every_fact_reads_as_it_always_did() {
    let book = frozen(
        include_bytes!("frozen/every_fact.v1.jsonl"),
        include_str!("frozen/every_fact.v1.fingerprint"),
    );
    let facts = book.entries().flat_map(|entry| &entry.events);
    let names: BTreeSet<&str> = facts.map(Event::name).collect();
    let all: BTreeSet<&str> = Event::NAMES.iter().copied().collect();
    assert_eq!(names, all);
    let expected = [
        "关于第一条路的建议 Closed",
        "关于第二条路的建议 InProgress",
        "关于第三条路的建议 Rated",
        "关于第四条路的建议 Refused",
        "关于第五条村道的建议 Assigned",
        "关于第六条路的建议 Letter",
        "关于第七条路的建议 Withdrawn",
        "关于第八条路的建议 Assigned",
        "关于第九条路的建议 InProgress",
        "关于区道的建议 Assigned",
        "关于便桥加固的建议 Replied",
        "关于国道的建议 Assigned",
        "关于树木的建议 Withdrawn",
    ];
    assert_eq!(states(&book), expected);
}
