//! A small office for tests: rules, roster, session, and a way to wish.

use std::collections::BTreeSet;
use std::ops::Range;

use chrono::DateTime;
use jianyi::domain::book::{Book, Entry, Past, View};
use jianyi::domain::command::{Command, Stamp};
use jianyi::domain::decide::decide;
use jianyi::domain::event::Event;
use jianyi::domain::refusal::Refusal;
use jianyi::domain::rules::{self, RuleSet};
use jianyi::domain::terms::{Date, Level, Name, SessionKey};
use uuid::Uuid;

pub(crate) const UNITS: [&str; 3] = ["农业服务中心", "村镇建设服务中心", "便民服务中心"];
pub(crate) const DEPUTIES: [&str; 3] = ["祝晓琴", "凌钦泽", "曾庆瑜"];

pub(crate) fn name(text: &str) -> Name {
    Name::new(text).expect("a name")
}

pub(crate) fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

/// A book with the office opened under a rule set; a session since 10 January 2024.
pub(crate) fn office(rule_set: &str) -> Book {
    office_under(rule_set_of(rule_set))
}

/// A rule set that comes with the program.
pub(crate) fn rule_set_of(name: &str) -> RuleSet {
    rules::shipped_set(name)
        .expect("shipped")
        .expect("resolves")
}

/// The same under a rule set of the test's own.
pub(crate) fn office_under(rules: RuleSet) -> Book {
    let mut book = Book::default();
    let tables = rules::shipped_years()
        .filter_map(rules::shipped_year)
        .collect();
    let opened = day("2024-01-10");
    let open = Command::Init {
        store: Uuid::nil(),
        office: name("健龙镇人大主席团"),
        level: Level::Town,
        secretary: name("王敏"),
        rules: Box::new(rules),
        from: day("2018-01-01"),
        tables,
    };
    wish(&mut book, &open, opened).expect("opens");
    let key = SessionKey {
        term: 20,
        session: 5,
    };
    wish(&mut book, &Command::OpenSession { key }, opened).expect("a session");
    for unit in UNITS {
        let add = Command::AddUnit {
            unit: name(unit),
            post: None,
        };
        wish(&mut book, &add, opened).expect("a unit");
    }
    for deputy in DEPUTIES {
        let add = Command::AddDeputy {
            deputy: name(deputy),
            card: None,
            group: None,
            seats: Vec::new(),
        };
        wish(&mut book, &add, opened).expect("a deputy");
    }
    book
}

/// Judges a wish of a day and folds what comes of it; today is the end of 2025.
pub(crate) fn wish(book: &mut Book, command: &Command, on: Date) -> Result<Vec<Event>, Refusal> {
    let stamp = Stamp {
        on,
        today: day("2025-12-31"),
        by: name("王敏"),
        lenient: false,
        old_ledger: false,
    };
    let events = decide(book, command, &stamp)?;
    let entry = entry(book.head() + 1, events.clone());
    book.apply(entry)
        .expect("what decide yields, apply accepts");
    Ok(events)
}

pub(crate) fn entry(seq: u64, events: Vec<Event>) -> Entry {
    Entry {
        seq,
        at: DateTime::parse_from_rfc3339("2025-12-31T09:00:00+08:00").expect("a time"),
        by: name("王敏"),
        batch: None,
        lenient: false,
        events,
    }
}

/// Everything that was recorded, folded anew.
pub(crate) fn replayed(book: &Book, view: View) -> Book {
    Book::replay(book.entries().cloned().collect::<Vec<_>>(), view).expect("every view folds")
}

/// What a packed book stands for, at hand.
#[derive(Debug)]
pub(crate) struct AtHand {
    pub(crate) lines: Vec<Entry>,
    pub(crate) files: Vec<u8>,
}

impl Past for AtHand {
    fn entry(&self, line: u64) -> Option<Entry> {
        self.lines.iter().find(|entry| entry.seq == line).cloned()
    }

    fn look_at_holding(
        &self,
        last: u64,
        _: &[String],
        _: &BTreeSet<u64>,
        look: &mut dyn FnMut(&Entry),
    ) {
        let lines = self.lines.iter().filter(|entry| entry.seq <= last);
        lines.for_each(look);
    }

    fn files(&self, bytes: Range<u64>) -> Option<Vec<u8>> {
        let place = |at: u64| usize::try_from(at).expect("few");
        let files = self.files.get(place(bytes.start)..place(bytes.end));
        files.map(<[u8]>::to_vec)
    }
}
