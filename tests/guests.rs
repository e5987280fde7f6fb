//! Bad guests: journals that another hand wrote, each line in its place in the chain. Nothing of
//! them makes the program stop without a word, take all memory, or show what is not there.

use std::time::Duration;

use chrono::DateTime;
use jianyi::domain::terms::{Name, is_hidden};
use jianyi::journal::{Draft, Holder, Place, Writer};
use serde_json::{Value, json};

use crate::office::Office;

/// An office whose journal another program went on with.
fn visited(facts: Vec<Value>) -> Office {
    let office = Office::new();
    let place = Place::open(office.folder()).expect("a store");
    let at = DateTime::parse_from_rfc3339("2024-06-01T08:00:00+08:00").expect("a time");
    let holder = Holder {
        process: 1,
        by: None,
        at,
    };
    let mut writer: Writer<Value> =
        Writer::open(&place, Duration::ZERO, &holder).expect("the lock");
    let draft = Draft {
        at,
        by: Name::new("某人").expect("a name"),
        batch: None,
        lenient: false,
        events: facts,
    };
    let _ = writer.append(vec![draft]).expect("appended");
    drop(writer);
    office
}

const READERS: [&[&str]; 9] = [
    &["list"],
    &["show", "1"],
    &["due"],
    &["report", "summary"],
    &["report", "monthly", "--month", "2024-05"],
    &["report", "commitments"],
    &["verify"],
    &["verify", "--complete"],
    &["export", "ledger", "--format", "csv"],
];

/// Every reader and a writer answers with a documented code, in a few lines.
#[track_caller]
fn answers(office: &Office, codes: &[u8]) {
    let submit = "submit 关于修渠的建议 --deputy 祝晓琴 --category 其他";
    let writer: Vec<&str> = submit.split(' ').collect();
    for words in READERS.into_iter().chain([&writer[..]]) {
        let told = office.run(words);
        assert!(
            codes.contains(&told.code),
            "{words:?}: {} {}",
            told.code,
            told.err
        );
        let shown = told.out.len() + told.err.len();
        assert!(shown < 100_000, "{words:?} says {shown} bytes");
    }
}

#[test]
fn days_and_numbers_at_the_end_of_their_range_are_answered() {
    let series = json!({"level": "town", "term": 20, "session": 5, "period": "in_session"});
    for fact in [
        json!({"type": "consulted", "on": "9999-12-31", "case": 1, "mode": "visit"}),
        json!({"type": "extended", "on": "2024-02-01", "case": 1, "to": "+262142-12-31", "why": "久"}),
        json!({"type": "commitment_made", "on": "2024-02-01", "case": 1, "promise": "修", "due": "+262142-12-31"}),
        json!({"type": "milestone_set", "on": "2024-02-01", "case": 1, "milestone": "修", "due": "+262142-12-31"}),
        json!({"type": "numbered", "on": "2024-02-01", "case": 1, "number": {"seq": u32::MAX, "series": series}}),
        json!({"type": "progressed", "on": "2024-02-01", "case": 1, "percent": 255, "note": "快"}),
    ] {
        let office = visited(vec![fact.clone()]);
        let told = office.run(&["list"]);
        assert_eq!(told.code, 0, "{fact}: {}", told.err);
        answers(&office, &[0, 4, 8]);
    }
}

#[test]
fn what_is_no_fact_is_damage() {
    for fact in [
        json!({"type": "closed", "on": "2024-02-30", "case": 1}),
        json!({"type": "closed", "on": "2024-02-01", "case": 18_446_744_073_709_551_615_u64}),
        json!({"type": "closed", "on": "2024-02-01", "case": -1}),
        json!({"type": "closed", "on": "2024-02-01", "case": 1e3}),
        json!({"type": "noted", "on": "2024-02-01", "case": 1, "note": "左\u{202e}右"}),
        json!({"type": "noted", "on": "2024-02-01", "case": 1, "note": "响\u{7}"}),
        json!({"type": "noted", "on": "2024-02-01", "case": 1, "note": "长".repeat(50_001)}),
        json!({"type": "burnt", "on": "2024-02-01", "case": 1}),
        json!("closed"),
    ] {
        let office = visited(vec![fact]);
        answers(&office, &[6]);
    }
}

#[test]
fn what_cannot_have_happened_is_damage() {
    for fact in [
        json!({"type": "closed", "on": "1949-01-01", "case": 1}),
        json!({"type": "replied", "on": "2024-02-01", "case": 7, "unit": "农业服务中心", "class": "A"}),
        json!({"type": "undone", "on": "2024-02-01", "lines": [99], "why": "无"}),
        json!({"type": "merged", "on": "2024-02-01", "case": 1, "into": 1}),
    ] {
        let office = visited(vec![fact]);
        answers(&office, &[6]);
    }
}

#[test]
fn a_file_of_empty_lines_is_told_in_few_words() {
    let office = Office::new();
    let mut bytes = office.journal();
    bytes.extend(std::iter::repeat_n(b'\n', 300_000));
    office.write("journal.jsonl", bytes);
    let told = office.run(&["verify"]);
    assert_eq!(told.code, 6);
    assert!(
        told.out.lines().count() < 1_100,
        "{}",
        told.out.lines().count()
    );
    assert!(told.out.contains("此外还有 299000 处") || told.err.contains("此外还有 299000 处"));
    let told = office.run(&["verify", "--repair"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert_eq!(office.run(&["verify"]).code, 0);
}

#[test]
fn deep_and_long_lines_are_damage() {
    for guest in [
        format!(
            "{{\"v\":1,\"seq\":{}1{}}}\n",
            "[".repeat(10_000),
            "]".repeat(10_000)
        ),
        format!("{{\"v\":1,\"x\":\"{}\"}}\n", "a".repeat(5_000_000)),
        "{\"v\":18446744073709551616}\n".to_owned(),
    ] {
        let office = Office::new();
        let mut bytes = office.journal();
        bytes.extend(guest.as_bytes());
        office.write("journal.jsonl", bytes);
        answers(&office, &[6]);
    }
}

#[test]
fn talk_hides_numbers_of_people_and_moves_no_cursor() {
    let office = Office::new();
    let title = "关于联系13912345678修路的建议";
    let to = ["--deputy", "祝晓琴", "--category", "其他"];
    let table = "编号,\u{1b}[31m标题x,领衔\u{202e}代表\n1,a,b\n";
    office.write("foreign.csv", table);
    let foreign = office.path("foreign.csv").display().to_string();
    let submitted = office.does(&[&["submit", title, "--format", "plain"][..], &to].concat());
    let case = submitted.out.trim().to_owned();
    let told = [
        submitted,
        office.does(&[&["submit", title, "--dry-run"][..], &to].concat()),
        office.does(&["show", &case]),
        office.does(&["show", &case, "--format", "md"]),
        office.does(&["deadline", &case]),
        office.run(&["show", "\u{1b}[31m 139-1234-5678"]),
        office.run(&["list", "--as-of", "\u{202e}13912345678"]),
        office.run(&["\u{1b}[31mlist"]),
        office.run(&["import", &foreign]),
    ];
    let moves = |c: char| c != '\n' && c != '\t' && is_hidden(c);
    for told in &told {
        let page = format!("{}{}", told.out, told.err);
        assert!(
            !page.contains("12345678") && !page.contains("1234-5678"),
            "{page}"
        );
        assert!(!page.contains(moves), "{page:?}");
    }
    let whole = office.does(&["show", &case, "--phones"]).out;
    assert!(whole.contains("13912345678"), "{whole}");
}

/// Another hand may have written how two voters voted; no report tells it.
#[test]
fn few_voters_are_told_by_their_number_only() {
    let rated = |ballots, satisfied, bad| {
        json!({"type": "deputy_voter_rated", "on": "2024-05-20", "deputy": "祝晓琴", "year": 2024,
            "ballots": ballots, "satisfied": satisfied, "mostly": 0, "dissatisfied": bad})
    };
    let told = |fact| {
        let office = visited(vec![fact]);
        office.does(&["deputy", "file", "祝晓琴"]).out
    };
    let (few, many) = (told(rated(2, 1, 1)), told(rated(7, 4, 3)));
    assert!(few.contains("2 票") && !few.contains("不满意 1"), "{few}");
    assert!(
        many.contains("满意 4") && many.contains("不满意 3"),
        "{many}"
    );
}
