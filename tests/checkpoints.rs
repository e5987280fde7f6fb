//! A checkpoint beside the journal changes no answer: with it and without it, whole, stale,
//! forged or cut off, the same bytes; and a book comes back from its bytes as it was.

use std::borrow::Cow;
use std::fs;
use std::rc::Rc;

use chrono::Days;
use jianyi::domain::book::{Book, Entry, LAYOUT, Making, Titled, View};
use jianyi::domain::terms::Date;
use jianyi::journal::{AtWork, Checkpoint, Journal, Place};
use jianyi::report::due::{Question, due};
use jianyi::report::log::log;
use jianyi::report::search::search;
use jianyi::report::similar::{Asked, similar};
use jianyi::report::today::today;
use jianyi::report::{Cell, Document, Outlook};
use jianyi::words::Lang;
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};
use sha2::{Digest, Sha256};

use crate::laws::{history, play};
use crate::office::{Office, Told, keys};
use crate::world::{AtHand, day, office, replayed};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn a_packed_book_and_the_rest_are_the_whole(
        history in history(), cut in 1_usize..60, later in 0_u64..200, known in 1_u64..60,
    ) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let entries: Vec<Entry> = book.entries().cloned().collect();
        let cut = cut.min(entries.len());
        let before = Book::replay(entries[..cut].to_vec(), View::default()).expect("a prefix folds");
        let (index, packed) = packed(&before).expect("a whole view");
        let as_of = day("2024-01-11") + Days::new(later);
        for view in [
            View::default(),
            View { as_of: Some(as_of), known: None },
            View { as_of: None, known: Some(known) },
            View { as_of: Some(as_of), known: Some(known) },
        ] {
            let whole = replayed(&book, view);
            // Who reads a long record has all of it at hand, what came later too.
            let read = made(&entries, view);
            prop_assert_eq!(written(&read, as_of), written(&whole, as_of));
            prop_assert!(read == whole, "{view:?}");
            prop_assert!(view.as_of.is_none_or(|day| found_by(&whole, day)));
            let (lines, files) = (entries[..cut].to_vec(), packed.clone());
            let past = Rc::new(AtHand { lines, files });
            let Some(mut grown) = Book::unpacked(&index, past, view) else {
                prop_assert!(view != View::default());
                continue;
            };
            let rest = entries[cut..].iter();
            for entry in rest.take_while(|e| view.known.is_none_or(|known| e.seq <= known)) {
                grown.apply(entry.clone()).expect("the rest folds");
            }
            // What a case is called is told before anybody has looked at it, and what was written.
            let called = whole.cases().map(|case| Some(Titled::from(case)));
            let titled = whole.cases().map(|case| grown.titled(case.id));
            prop_assert!(titled.eq(called));
            prop_assert_eq!(written(&grown, as_of), written(&whole, as_of));
            // Who looks at the cases in passing sees them as who knows them by heart.
            let ends = [as_of - Days::new(30), as_of];
            for (passing, case) in grown.walk().zip(whole.cases()) {
                prop_assert_eq!(&*passing, case);
                let stood = passing.on(ends).map(|case| case.map(Cow::into_owned));
                prop_assert_eq!(stood, ends.map(|day| whole.case_on(case.id, day)));
                let happened = whole.timeline(case.id).map(|fact| fact.place());
                let happened = happened.filter(|(on, _)| (ends[0]..=ends[1]).contains(on));
                let within = passing.within(ends[0]..=ends[1]).map(|fact| fact.place());
                prop_assert!(within.eq(happened));
            }
            prop_assert_eq!(grown.walk().count(), whole.cases().count());
            prop_assert_eq!(pages(&grown, as_of), pages(&whole, as_of));
            prop_assert!(grown == whole, "{view:?}");
            prop_assert!(grown.is_whole());
            // What is packed anew of it, most of it as it came, is the whole too.
            let Some((index, files)) = self::packed(&grown) else { continue };
            let past = Rc::new(AtHand { lines: entries.clone(), files });
            let again = Book::unpacked(&index, past, view).expect("the whole view");
            prop_assert_eq!(written(&again, as_of), written(&grown, as_of));
            prop_assert!(again == grown);
            prop_assert_eq!(pages(&again, as_of), pages(&grown, as_of));
        }
    }
}

/// The index of a book, and its files.
fn packed(book: &Book) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut files = Vec::new();
    let index = book.pack(&mut |bytes| files.extend_from_slice(bytes))?;
    Some((index, files))
}

/// The book as who reads a long record makes it.
fn made(entries: &[Entry], view: View) -> Book {
    let mut making = Making::new(view).with_room(2);
    entries.iter().for_each(|entry| making.take(entry));
    let past = AtHand {
        lines: entries.to_vec(),
        files: Vec::new(),
    };
    making.finish(Rc::new(past)).expect("it can have happened")
}

fn outlook(book: &Book, as_of: Date) -> Outlook<'_> {
    Outlook {
        book,
        as_of,
        lang: Lang::Zh,
        fingerprint: String::new(),
    }
}

/// The pages that pass over what is over, since none of them shows it, and the one that looks at
/// nothing but titles and bodies.
fn pages(book: &Book, as_of: Date) -> [Document; 3] {
    let outlook = outlook(book, as_of);
    let question = Question {
        days_left: i64::MIN..=i64::MAX,
        unit: None,
        supervisor: None,
    };
    let alike = similar(&outlook, Asked::Text("关于硬化村道的建议"), 9);
    [today(&outlook), due(&outlook, &question), alike]
}

/// Whether all that a search finds had happened by a day.
fn found_by(book: &Book, day: Date) -> bool {
    let found = search(&outlook(book, day), &["的".to_owned()]);
    let mut rows = found.sheets[0].rows().iter();
    rows.all(|row| matches!(row[2], Cell::Date(on) if on <= day))
}

/// The pages that walk through all lines.
fn written(book: &Book, as_of: Date) -> [Document; 2] {
    let outlook = outlook(book, as_of);
    [
        search(&outlook, &["的".to_owned()]),
        log(&outlook, (None, None), None, true),
    ]
}

/// The bytes of a book are what they were: who changes them raises `LAYOUT`, lest a new program
/// read what an old one packed as something else.
#[test]
fn the_bytes_of_a_layout_stay_what_they_are() {
    let journal: Journal =
        Journal::parse(include_bytes!("frozen/every_fact.v1.jsonl"), AtWork::No).expect("sound");
    let entries = journal.lines.into_iter().map(Entry::from);
    let book = Book::replay(entries, View::default()).expect("replays");
    let (index, files) = packed(&book).expect("a whole view");
    let sum: String = Sha256::digest([index, files].concat())
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    assert_eq!(
        (LAYOUT, sum.as_str()),
        (
            11,
            "1c09fe6df897808f3e2b2010888a6858e6fd3fe8f2225d58fb64e00e83769c55"
        )
    );
}

/// A year with enough lines for a checkpoint, and the checkpoint.
pub(crate) fn with_checkpoint() -> Office {
    let office = Office::with_year();
    for day in 1..=200 {
        if office.path(CHECKPOINT).exists() {
            return office;
        }
        let date = (crate::world::day("2024-03-01") + Days::new(day % 100)).to_string();
        office.does(&["progress", "1", "继续办理", "--on", &date]);
    }
    panic!("200 lines and no checkpoint")
}

pub(crate) const CHECKPOINT: &str = "journal.checkpoint";

/// The store as this user sees it: the one who tests is the first.
fn place(office: &Office, whose: u128) -> Place {
    let place = Place::open(office.folder()).expect("a store");
    place.sealed(keys(whose).made())
}

/// Who writes with it leaves the same bytes as who reads the whole journal first, also where it is
/// bad.
#[test]
fn a_writer_that_goes_on_from_it_writes_the_same() {
    let office = with_checkpoint();
    let journal = office.journal();
    let good = fs::read(office.path(CHECKPOINT)).expect("bytes");
    let mut bad = good.clone();
    let last = bad.len() - 9;
    bad[last] ^= 1;
    let wishes: [&[&str]; 6] = [
        &["progress", "2", "又一步", "--on", "2024-07-01"],
        &["progress", "3", "补记", "--on", "2024-03-20"],
        &["unit", "add", "水务站"],
        &["undo", "--why", "误录"],
        &["progress", "999", "没有这一件"],
        &["progress", "1", "再看", "--dry-run"],
    ];
    let written = |checkpoint: Option<&[u8]>| {
        office.write("journal.jsonl", &journal);
        match checkpoint {
            Some(bytes) => office.write(CHECKPOINT, bytes),
            None => fs::remove_file(office.path(CHECKPOINT)).expect("it was there"),
        }
        let told: Vec<Told> = wishes.iter().map(|words| office.run(words)).collect();
        (told, office.journal())
    };
    let (told, with) = written(Some(&good));
    let codes: Vec<_> = told.iter().map(|told| told.code).collect();
    assert_eq!(codes, [0, 0, 0, 0, 3, 0], "{told:?}");
    assert!(with.len() > journal.len());
    assert_eq!(written(Some(&bad)), (told.clone(), with.clone()));
    assert_eq!(written(None), (told, with));
}

const QUESTIONS: [&[&str]; 24] = [
    &["list"],
    &["list", "--overdue"],
    &["list", "--state", "in_progress"],
    &["due"],
    &["today"],
    &["similar", "修桥"],
    &["unit", "list"],
    &["show", "1"],
    &["show", "1", "--format", "json"],
    &["log"],
    &["report", "summary"],
    &["report", "monthly", "--month", "2024-05"],
    &["report", "summary", "--as-of", "2024-04-30"],
    &["report", "monthly", "--as-of", "2024-04-30"],
    &["list", "--as-of", "2024-03-10", "--known", "100"],
    &["due", "--as-of", "2024-02-01"],
    &["show", "1", "--as-of", "2024-02-01"],
    &["today", "--as-of", "2024-05-10"],
    &["log", "--as-of", "2024-02-01"],
    &["report", "summary", "--known", "100"],
    &["export", "--format", "csv"],
    &["list", "道路"],
    &["search", "继续"],
    &["search", "最后", "一步"],
];

/// Lists of which some pass over what is over.
const STANDINGS: [&str; 8] = [
    "在办",
    "未办结",
    "办结",
    "未交办",
    "未答复",
    "可办结",
    "红",
    "绿",
];

fn answers(office: &Office) -> Vec<Told> {
    let lists = STANDINGS.map(|standing| ["list", standing]);
    let lists = lists.iter().map(|words| words.as_slice());
    let questions = QUESTIONS.into_iter().chain(lists);
    questions.map(|words| office.run(words)).collect()
}

#[test]
fn with_it_or_without_the_answers_are_the_same() {
    let office = with_checkpoint();
    // What is new since then is read from the journal.
    office.does(&["progress", "2", "最后一步", "--on", "2024-07-01"]);
    office.does(&["undo", "--why", "误录"]);
    let place = place(&office, 1);
    let checkpoint = Checkpoint::load(&place, LAYOUT).expect("it fits");
    assert!(checkpoint.head.seq >= 200);
    let with = answers(&office);
    fs::remove_file(office.path(CHECKPOINT)).expect("it may go at any time");
    assert_eq!(answers(&office), with);
    assert!(with.iter().all(|told| told.code == 0), "{with:?}");
}

#[test]
fn one_that_is_forged_cut_or_of_another_journal_is_passed_over() {
    let office = with_checkpoint();
    let place = place(&office, 1);
    let good = fs::read(office.path(CHECKPOINT)).expect("bytes");
    let loads = |bytes: &[u8]| {
        office.write(CHECKPOINT, bytes);
        Checkpoint::load(&place, LAYOUT).is_some()
    };
    assert!(loads(&good));
    assert!(Checkpoint::load(&place, LAYOUT + 1).is_none());
    // Whole and fitting, but marked by another hand, or asked by one who has no secret.
    assert!(Checkpoint::load(&self::place(&office, 2), LAYOUT).is_none());
    assert!(Checkpoint::load(&place.clone().sealed(None), LAYOUT).is_none());
    let answers = || {
        QUESTIONS[..4]
            .iter()
            .map(|words| office.run(words))
            .collect::<Vec<_>>()
    };
    let with = answers();
    for at in (0..good.len()).step_by(good.len() / 8) {
        let mut flipped = good.clone();
        flipped[at] ^= 0x20;
        for bad in [&flipped, &good[..at]] {
            office.write(CHECKPOINT, bad);
            assert_eq!(answers(), with, "byte {at}");
        }
    }
    // The same store as it was before the last line: the checkpoint is ahead of it.
    let journal = office.journal();
    let end = journal[..journal.len() - 1]
        .iter()
        .rposition(|b| *b == b'\n');
    let shorter = &journal[..=end.expect("lines")];
    office.write("journal.jsonl", shorter);
    assert!(!loads(&good));
    // Another journal of the same length.
    let mut other = journal.clone();
    let last = other.len() - 3;
    other[last] ^= 1;
    office.write("journal.jsonl", &other);
    assert!(!loads(&good));
}

/// A line that went bad under a checkpoint is told as soon as it is asked for.
#[test]
fn a_line_gone_bad_under_it_is_told_when_it_is_asked_for() {
    check_told(b'S', r#""type":"submitted""#, r#""type":""#);
}

#[test]
fn a_line_that_says_something_else_is_told_when_it_is_asked_for() {
    check_told(
        b'9',
        r#""type":"submitted""#,
        r#""type":"submitted","on":"202"#,
    );
}

/// Changes one byte of the first case's line, behind some words of it.
fn check_told(byte: u8, fact: &str, before: &str) {
    let office = with_checkpoint();
    let mut journal = office.journal();
    let first_case = String::from_utf8_lossy(&journal).find(fact);
    let place = first_case.expect("a case") + before.len();
    assert_ne!(journal[place], byte);
    journal[place] = byte;
    office.write("journal.jsonl", &journal);
    let told = office.run(&["show", "#1"]);
    assert_eq!(told.code, 6, "{}", told.err);
    assert_eq!(told.out, "");
    assert_eq!(office.run(&["log"]).code, 6);
    assert_eq!(office.run(&["verify"]).code, 6);
    assert_eq!(office.run(&["progress", "1", "再写"]).code, 6);
}
