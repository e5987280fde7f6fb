//! A journal that is too long to be held is read line by line, and tells the same.

use std::time::Duration;

use jianyi::domain::event::{self, Event};
use jianyi::domain::terms::{CaseId, Name, Text};
use jianyi::journal::{Draft, Holder, Journal, Place, Writer};

use crate::office::Office;
use crate::world::day;

/// However long a journal grows, no line of it is held, and the same is told of its beginning.
#[test]
fn what_a_long_journal_tells_of_its_beginning_is_what_the_short_one_told() {
    let office = Office::with_year();
    let place = Place::open(office.folder()).expect("a store");
    let known = Journal::<Event>::read(&place).expect("sound").head;
    let known_words = known.seq.to_string();
    let answers = || {
        let questions: [&[&str]; 4] = [
            &["report", "summary", "--format", "json"],
            &["show", "#1", "--format", "json"],
            &["log"],
            &["search", "山坪塘"],
        ];
        let told = questions.map(|words| {
            let told = office.run(&[words, &["--known", &known_words]].concat());
            (told.code, told.out)
        });
        assert!(told.iter().all(|(code, _)| *code == 0), "{told:?}");
        told
    };
    let short = answers();
    let at = known.at.expect("lines");
    let holder = Holder {
        process: 1,
        by: None,
        at,
    };
    let note = "山坪塘".repeat(Text::LIMIT / 3);
    let draft = |case| Draft {
        at,
        by: Name::new("王敏").expect("a name"),
        batch: None,
        lenient: false,
        events: vec![Event::Progressed(event::Progressed {
            on: day("2024-12-01"),
            case: CaseId(case),
            unit: None,
            percent: None,
            note: Text::new(&note).expect("a text"),
        })],
    };
    let mut writer: Writer = Writer::open(&place, Duration::ZERO, &holder).expect("the lock");
    let _ = writer
        .append((0..28).map(|_| draft(1)).collect())
        .expect("written");
    drop(writer);
    assert!(office.journal().len() > 4 << 20);
    assert_eq!(answers(), short);
    let all = office.does(&["show", "#1", "--format", "json"]).out;
    assert!(all.contains(&note));
    // Who writes after it holds no line of it either.
    let before = office.journal();
    office.does(&["progress", "1", "再写一行"]);
    assert!(office.journal().starts_with(&before));
    office.does(&["undo", "--why", "误写"]);
    office.does(&["verify"]);
    assert_eq!(answers(), short);
    office.write("journal.jsonl", &before);
    // What cannot be read again where it is asked for is told, and nothing is made up.
    let mut journal = office.journal();
    let last = journal.len() - 9;
    journal[last] = b'x';
    office.write("journal.jsonl", &journal);
    assert_eq!(office.run(&["report", "summary"]).code, 6);
}
