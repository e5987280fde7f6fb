//! The import from bytes to plan, against real books.

mod groups;
mod mirror;
mod rosters;
mod rows;
mod sessions;
mod vocabulary;

use super::*;
use crate::domain::book::{Book, Entry, View};
use crate::domain::event::{self, Event};
use crate::domain::rules::{shipped_set, shipped_year};
use crate::domain::terms::{Date, Level, Name};

/// A plan that nobody waits for.
fn plan(file: &LedgerFile, book: &Book, options: &Options) -> Plan {
    super::plan(file, book, options, &|_, _| ())
}

fn day(text: &str) -> Date {
    text.parse().expect("an ISO date")
}

fn name(word: &str) -> Name {
    Name::new(word).expect(word)
}

fn entry(seq: u64, lenient: bool, events: Vec<Event>) -> Entry {
    Entry {
        seq,
        at: chrono::DateTime::default(),
        by: name("王秘书"),
        batch: None,
        lenient,
        events,
    }
}

fn office() -> Book {
    let on = day("2023-12-01");
    let rules = shipped_set("jianlong").expect("shipped").expect("resolved");
    let opened = Event::StoreOpened(event::StoreOpened {
        on,
        store: uuid::Uuid::nil(),
        office: name("健龙镇人大主席团"),
        level: Level::Town,
        secretary: name("王秘书"),
    });
    let rules = Event::RulesAdopted(event::RulesAdopted {
        on,
        from: day("2018-01-01"),
        running: false,
        rules: Box::new(rules),
    });
    let table = shipped_year(2024).expect("2024 is shipped");
    let events = vec![
        opened,
        rules,
        Event::CalendarAdopted(event::CalendarAdopted { on, table }),
    ];
    Book::replay([entry(1, false, events)], View::default()).expect("an empty office")
}

fn options(lenient: bool) -> Options {
    Options {
        today: day("2024-12-31"),
        by: name("王秘书"),
        lenient,
    }
}

fn write(book: &mut Book, lines: &[Line]) {
    for line in lines {
        let entry = entry(book.head() + 1, line.lenient, line.events.clone());
        book.apply(entry).expect("what is planned is possible");
    }
}

/// A year of a town: 69 of its own suggestions and 17 that the district decides.
fn sample() -> LedgerFile {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/jianlong/ledger.csv");
    let bytes = std::fs::read(path).expect("the example lies in the repository");
    LedgerFile::read(&bytes, &Mapping::default()).expect("a ledger")
}

/// A ledger of a few columns beside those that every row needs.
fn ledger(columns: &str, rows: &[&str]) -> LedgerFile {
    let mut text = format!("编号,标题,领衔代表,届次,会次,提出日期,类别,{columns}\n");
    for (place, row) in rows.iter().enumerate() {
        let number = place + 1;
        text +=
            &format!("{number},关于第{number}座桥的建议,王秀兰,20,5,2024-01-10,城建交通,{row}\n");
    }
    LedgerFile::read(text.as_bytes(), &Mapping::default()).expect("a ledger")
}

fn reasons(report: &RowReport) -> Vec<String> {
    match &report.verdict {
        Verdict::Wrong(reasons) => reasons.iter().map(Reason::to_string).collect(),
        Verdict::New(_) | Verdict::Same(_) | Verdict::Different(..) => Vec::new(),
    }
}

fn facts(line: &Line) -> Vec<&'static str> {
    line.events.iter().map(Event::name).collect()
}

fn planned(columns: &str, rows: &[&str]) -> Plan {
    plan(&ledger(columns, rows), &office(), &options(false))
}
