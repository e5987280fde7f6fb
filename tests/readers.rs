//! The lists and the case whole: which cases a filter takes, and what scripts read of one.

use crate::office::Office;
use jianyi::domain::refusal::Refusal;
use jianyi::domain::terms::CaseId;
use jianyi::report::list::{self, Filter, FilterError, FilterWords};
use jianyi::report::{Data, Outlook, show};
use jianyi::words::Lang;
use serde_json::{Value, json};

use crate::small_year::{outlook, small_year};
use crate::world::{day, rule_set_of};

/// Filters from `option value` pairs.
fn words<'a>(option: &str, value: &'a str) -> FilterWords<'a> {
    let mut words = FilterWords::default();
    let place = match option {
        "overdue" => {
            words.overdue = true;
            return words;
        }
        "due_within" => {
            words.due_within = value.parse().ok();
            return words;
        }
        "text" => &mut words.text,
        "state" => &mut words.state,
        "unit" => &mut words.unit,
        "category" => &mut words.category,
        "class" => &mut words.class,
        _ => &mut words.level,
    };
    *place = Some(value);
    words
}

#[test]
fn a_list_is_chosen_by_words_and_codes() {
    let book = small_year(rule_set_of("jianlong"));
    let outlook = outlook(&book, day("2024-06-30"));
    for (option, value, numbers) in [
        ("overdue", "", "#4"),
        ("due_within", "10", ""),
        ("class", "a类", "#1 #2"),
        ("class", "不具备条件", "#3"),
        ("unit", "农业服务中心", "#1 #2 #3"),
        ("level", "区", "#7"),
        ("state", "撤回", "#6"),
        ("state", "withdrawn", "#6"),
        ("text", "修好", "#2"),
    ] {
        let filter = Filter::read(&outlook, &words(option, value)).expect(value);
        let document = list::list(&outlook, &filter);
        let rows = document.sheets[0].rows().iter();
        let listed: Vec<_> = rows.map(|row| row[0].plain().into_owned()).collect();
        assert_eq!(listed.join(" "), numbers, "{option} {value}");
    }
}

#[test]
fn a_filter_that_nothing_can_fit_is_refused_with_the_nearest() {
    let book = small_year(rule_set_of("jianlong"));
    let outlook = outlook(&book, day("2024-06-30"));
    for (option, value, nearest) in [
        ("class", "Z", "A 已解决或采纳"),
        ("category", "其它", "其他"),
        ("unit", "农业中心", "农业服务中心"),
    ] {
        let error = Filter::read(&outlook, &words(option, value)).expect_err(value);
        let FilterError::NotFound(Refusal::NotFound { near, .. }) = error else {
            panic!("{option} {value} is not on record");
        };
        assert_eq!(near.first().map(String::as_str), Some(nearest));
    }
}

#[test]
fn a_case_whole_speaks_the_words_of_the_journal() {
    let book = small_year(rule_set_of("jianlong"));
    let case = book.case(CaseId(2)).expect("the case");
    let shown = |lang| {
        let outlook = Outlook {
            lang,
            ..outlook(&book, day("2024-06-12"))
        };
        match show::show(&outlook, case).data {
            Data::Value(value) => value,
            Data::Rows | Data::Prose | Data::Figures(_) => panic!("a shape of its own"),
        }
    };
    let value = shown(Lang::Zh);
    assert_eq!(value, shown(Lang::En), "no word of it is the reader's");
    assert_eq!(value["hand_overs"][0]["to"]["co"], json!(["农业服务中心"]));
    assert_eq!(value["replies"][1]["class"], "A");
    assert_eq!(value["commitments"][1]["kept"], Value::Null);
    let days = value["timeline"].as_array().expect("facts").iter();
    assert!(
        days.map(|f| f["event"]["on"].as_str())
            .all(|on| on <= Some("2024-06-12"))
    );
    let reply = value["clocks"].as_array().expect("clocks").iter();
    let reply = reply
        .clone()
        .find(|c| c["key"] == "reply")
        .expect("a reply clock");
    assert_eq!(
        (
            &reply["start"],
            &reply["due"],
            &reply["met"],
            &reply["verified"]
        ),
        (
            &json!("2024-01-31"),
            &json!("2024-04-30"),
            &json!("2024-05-10"),
            &json!(false)
        )
    );
}

#[test]
fn the_numbers_of_people_are_printed_only_where_asked() {
    const PHONE: &str = "13987654321";
    const CARD: &str = "500227199001011234";
    let office = Office::new();
    let note = format!("群众电话{PHONE},证号{CARD}");
    office.does(&[
        "unit",
        "post",
        "村镇建设服务中心",
        "--phone",
        PHONE,
        "--on",
        "2024-01-10",
    ]);
    office.does(&[
        "consult",
        "1",
        "--mode",
        "走访",
        "--note",
        &note,
        "--on",
        "2024-01-25",
    ]);
    office.does(&["progress", "1", &note, "--difficulty", "--on", "2024-01-26"]);
    for words in [
        &["show", "1"][..],
        &["log"],
        &["due", "--within", "99"],
        &["unit", "list"],
        &["report", "monthly", "--month", "2024-01"],
    ] {
        for format in ["table", "plain", "json", "csv", "md"] {
            let words = [words, &["--format", format]].concat();
            let out = office.does(&words).out;
            assert!(
                !out.contains(PHONE) && !out.contains(CARD),
                "{words:?}: {out}"
            );
        }
    }
    let whole = office.does(&["show", "1", "--phones"]).out;
    assert!(whole.contains(PHONE) && whole.contains(CARD), "{whole}");
    let ledger = office.does(&["export", "--format", "jsonl"]).out;
    assert!(ledger.contains(PHONE), "an exchange is whole");
}

#[test]
fn all_lines_that_count_are_exported_and_no_others() {
    let office = Office::with_year();
    let journal = office.journal();
    let export = ["export", "--format", "jsonl"];
    // The last line counts without its end too.
    std::fs::write(
        office.folder().join("journal.jsonl"),
        journal.trim_ascii_end(),
    )
    .expect("written");
    assert_eq!(office.does(&export).out.as_bytes(), journal);
    let three: usize = journal
        .split_inclusive(|byte| *byte == b'\n')
        .take(3)
        .map(<[u8]>::len)
        .sum();
    let known = office.does(&[&export[..], &["--known", "3"]].concat());
    assert_eq!(known.out.as_bytes(), &journal[..three]);
    for (option, value) in [("--known", "9999"), ("--as-of", "2024-05-01")] {
        let told = office.run(&[&export[..], &[option, value]].concat());
        assert_eq!(
            (told.code, told.out.as_str()),
            (2, ""),
            "{option}: {}",
            told.err
        );
    }
}

#[test]
fn a_number_means_the_case_that_was_there_by_the_day() {
    let office = Office::with_year();
    let asked: [&[&str]; 4] = [
        &["show", "1"],
        &["list", "1-3"],
        &["similar", "1"],
        &["deadline", "1"],
    ];
    let answers = || {
        asked.map(|words| {
            let told =
                office.does(&[words, &["--as-of", "2024-12-31", "--format", "json"]].concat());
            let document: Value = serde_json::from_str(&told.out).expect("JSON");
            document["data"].clone()
        })
    };
    let before = answers();
    // The next session begins again with the first number.
    office.does(&["session", "open", "20-6", "--on", "2025-01-01"]);
    for title in ["修路", "修渠", "修塘"] {
        let words = ["submit", title, "--deputy", "祝晓琴", "--category", "其他"];
        office.does(&[&words[..], &["--on", "2025-01-02"]].concat());
    }
    assert_eq!(answers(), before);
    let now = office.json(&["show", "1"]);
    assert_eq!(now["data"]["title"], "修路", "{now}");
    // One that nobody had given by the day is none.
    office.refuses(&["list", "1-3", "--as-of", "2023-12-31"], 3, &["1"]);
}
