//! Any bytes as a journal, and any facts as a record: never a panic, and the two ways to a book
//! agree.
#![no_main]

use chrono::DateTime;
use jianyi::domain::book::{Book, Entry, View};
use jianyi::domain::deadline;
use jianyi::domain::event::Event;
use jianyi::domain::terms::Name;
use jianyi::journal::{AtWork, Journal, verify_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let read = Journal::<Event>::parse(bytes, AtWork::No);
    let verified = verify_bytes::<Event>(bytes, AtWork::No);
    assert_eq!(read.is_ok(), verified.is_sound());
    // The chain stops nearly everything; so each line is also taken as the facts of a line that
    // has its right place.
    let mut book = Book::default();
    for line in bytes.split(|byte| *byte == b'\n') {
        let Ok(events) = serde_json::from_slice::<Vec<Event>>(line) else {
            continue;
        };
        if events.is_empty() {
            continue;
        }
        let entry = Entry {
            seq: book.head() + 1,
            at: DateTime::default(),
            by: Name::new("王敏").expect("a name"),
            batch: None,
            lenient: false,
            events,
        };
        // What cannot have happened leaves the book as it was.
        let _ = book.apply(entry);
    }
    let again = Book::replay(book.entries().cloned().collect::<Vec<_>>(), View::default());
    assert!(again.as_ref() == Ok(&book), "replayed otherwise");
    for case in book.cases() {
        deadline::clocks(&book, case, case.submitted);
    }
});
