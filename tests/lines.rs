//! One literal line of every fact, as it stands in journals for ever: what is written is this, and
//! this is read back. A line here never changes; a new meaning is a new fact.

use jianyi::domain::event::Event;

/// Every fact once, with all its fields.
const FACTS: &str = include_str!("frozen/facts.v1.jsonl");

#[test]
fn every_fact_is_written_as_it_always_was() {
    for line in FACTS.lines() {
        let event: Event = serde_json::from_str(line).expect(line);
        assert_eq!(serde_json::to_string(&event).expect("JSON"), line);
    }
}

#[test]
fn every_fact_is_pinned_once() {
    let read = |line: &str| serde_json::from_str::<Event>(line).expect("a fact").name();
    let mut pinned: Vec<&str> = FACTS.lines().map(read).collect();
    let mut names = Event::NAMES.to_vec();
    pinned.sort_unstable();
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

#[test]
fn a_frozen_journal_reads_as_it_always_did() {
    use jianyi::domain::book::{Book, Entry, View};
    use jianyi::journal::{AtWork, Journal};
    let bytes = include_bytes!("frozen/journal.v1.jsonl");
    let journal: Journal = Journal::parse(bytes, AtWork::No).expect("sound");
    assert_eq!(
        journal.head.hash.fingerprint(),
        include_str!("frozen/journal.v1.fingerprint").trim()
    );
    let book = Book::replay(journal.lines.into_iter().map(Entry::from), View::default());
    let book = book.expect("replays");
    let states: Vec<String> = book
        .cases()
        .map(|c| format!("{} {:?}", c.title, c.state()))
        .collect();
    assert_eq!(
        states,
        [
            "关于修桥的建议 Tracking",
            "关于修路的建议 Assigned",
            "关于修渠的建议 Refused",
        ]
    );
}
