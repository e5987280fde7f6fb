//! Input that cannot be taken: who or what is unknown, days, texts, missing values.

use crate::office::Office;

/// A suggestion with a title.
fn submit(title: &str) -> [&str; 6] {
    ["submit", title, "--deputy", "祝晓琴", "--category", "其他"]
}

#[test]
fn an_unknown_name_is_answered_with_the_nearest() {
    let office = Office::new();
    office.refuses(&["show", "99"], 3, &["99", "jianyi list"]);
    office.refuses(&["assign", "99", "--lead", "农业服务中心"], 3, &["99"]);
    let near = "相近的: 农业服务中心";
    office.refuses(
        &["assign", "2", "--lead", "农业服务中"],
        3,
        &["“农业服务中”", near],
    );
    let words = [
        "submit",
        "关于路的建议",
        "--deputy",
        "祝小琴",
        "--category",
        "其他",
    ];
    office.refuses(&words, 3, &["没有代表“祝小琴”", "相近的: 祝晓琴"]);
    let words = [
        "submit",
        "关于路的建议",
        "--deputy",
        "祝晓琴",
        "--category",
        "杂",
    ];
    office.refuses(&words, 3, &["没有类别“杂”", "可以写: "]);
}

#[test]
fn a_number_of_two_sessions_is_answered_with_the_candidates() {
    let office = Office::new();
    office.does(&["session", "open", "20-6", "--on", "2024-06-03"]);
    let mut words = submit("关于修渠的建议").to_vec();
    words.extend(["--on", "2024-06-03"]);
    office.does(&words);
    office.refuses(&["show", "2024-1"], 3, &["“2024-1”", "20-5-1", "20-6-1"]);
    office.refuses(
        &["assign", "2024-1", "--lead", "农业服务中心"],
        3,
        &["20-5-1", "20-6-1"],
    );
    assert!(office.does(&["show", "20-6-1"]).out.contains("修渠"));
    assert!(office.does(&["show", "20-5-1"]).out.contains("村道"));
}

#[test]
fn a_step_out_of_turn_names_the_rule() {
    let office = Office::new();
    office.refuses(&["sign", "2"], 4, &["第2号", "“提出”"]);
    office.refuses(&["close", "2"], 4, &["第2号"]);
    office.refuses(&["assign", "1", "--lead", "农业服务中心"], 4, &["第1号"]);
    office.refuses(
        &["withdraw", "1-2", "--why", "x", "--on", "2024-01-11"],
        4,
        &[],
    );
    office.refuses(&["session", "close"], 4, &[]);
    office.refuses(&["deputy", "add", "祝晓琴"], 4, &["祝晓琴"]);
    office.refuses(&["unit", "add", "农业服务中心"], 4, &["农业服务中心"]);
}

#[test]
fn a_day_must_exist_fit_and_have_come() {
    let office = Office::new();
    let on = |day| ["assign", "2", "--lead", "农业服务中心", "--on", day];
    for day in [
        "2024-02-30",
        "2023-02-29",
        "20241301",
        "2月30日",
        "9999-12-31",
    ] {
        office.refuses(&on(day), 2, &[day, "2026-03-01"]);
    }
    for day in ["", "周五", "01/02/2024", "2024", "2024-1-1-1"] {
        office.refuses(&on(day), 2, &["2026-03-01"]);
    }
    office.refuses(&on("2024-01-05"), 4, &["第2号"]);
    office.refuses(&on("2024-06-29"), 4, &[]);
    // The hand-over of the 20th was signed on the 22nd.
    office.refuses(
        &["withdraw", "1", "--why", "x", "--on", "2024-01-15"],
        4,
        &["第1号", "2024年1月20日"],
    );
}

#[test]
fn a_number_is_given_once() {
    let office = Office::new();
    let mut words = submit("关于修渠的建议").to_vec();
    words.extend(["--number", "1", "--period", "会议期间"]);
    office.refuses(&words, 4, &["第1号"]);
    for number in ["0", "一二三x", "99999999999", "-1"] {
        let number = format!("--number={number}");
        let mut words = submit("关于修渠的建议").to_vec();
        words.push(&number);
        office.refuses(&words, 2, &["--number"]);
    }
}

#[test]
fn a_title_is_one_readable_line() {
    let office = Office::new();
    for title in ["", "   ", "　"] {
        office.refuses(&submit(title), 2, &["标题 是空的"]);
    }
    let long = "长".repeat(10_000);
    office.refuses(&submit(&long), 2, &["10000", "最多"]);
    let hidden = [
        ("关于\u{7}修桥", "U+0007"),
        ("关于\u{1b}[31m修桥", "U+001B"),
        ("关于\n修桥", "U+000A"),
        ("关于\u{202e}修桥", "U+202E"),
        ("关于\u{200f}修桥", "U+200F"),
        ("关于\u{2066}修桥", "U+2066"),
        ("关于\u{200b}修桥", "U+200B"),
        ("关于\u{85}修桥", "U+0085"),
    ];
    for (title, code) in hidden {
        office.refuses(&submit(title), 2, &[code]);
    }
    let words = ["deputy", "add", "祝\u{202e}晓琴"];
    office.refuses(&words, 2, &["U+202E"]);
}

#[test]
fn every_readable_character_is_taken_and_shown() {
    let office = Office::new();
    for title in [
        "关于修🌉的建议",
        "关于𠮷祥村的建议",
        "关于“引号”、'单引号'与\\的建议",
        "=1+1",
    ] {
        office.does(&submit(title));
        assert!(office.does(&["list"]).out.contains(title), "{title}");
        let csv = office.does(&["export", "--format", "csv"]).out;
        let quoted = title.replace('"', "\"\"");
        assert!(csv.contains(&quoted), "{csv}");
    }
    office.does(&["verify"]);
}

#[test]
fn what_is_missing_is_named_at_once() {
    let office = Office::new();
    office.refuses(&["submit"], 2, &["TITLE", "--deputy", "--category"]);
    office.refuses(
        &["submit", "关于修渠的建议"],
        2,
        &["--deputy", "--category"],
    );
    office.refuses(&["assign"], 2, &["CASES", "--lead"]);
    office.refuses(&["reply"], 2, &["CASES", "--class"]);
    office.refuses(&["init"], 2, &["--office", "--secretary"]);
    for verb in [
        "review", "withdraw", "sign", "forward", "return", "reassign", "consult", "progress",
        "concur", "extend", "rate", "close", "show",
    ] {
        office.refuses(&[verb], 2, &["缺少: 编号"]);
    }
    for words in [["deputy", "add"], ["unit", "add"], ["session", "open"]] {
        office.refuses(&words, 2, &["缺少: "]);
    }
}

#[test]
fn a_word_outside_a_closed_list_is_refused() {
    let office = Office::new();
    office.refuses(&["list", "--state", "奇怪"], 2, &["奇怪"]);
    office.refuses(&["list", "--known", "x"], 2, &["--known"]);
    office.refuses(&["list", "--known", "999"], 2, &["999", "最后一条"]);
    office.refuses(&["show", "甲"], 2, &["甲", "2024-17"]);
    office.refuses(&["session", "open", "二十"], 2, &["二十"]);
    office.refuses(
        &["report", "summary", "--explain", "nothing"],
        3,
        &["nothing"],
    );
    office.refuses(
        &["report", "summary", "--scope", "colour=red"],
        2,
        &["colour"],
    );
    office.refuses(&["list", "--now", "noon"], 2, &["--now", "noon"]);
    office.refuses(&["list", "-o", "列表.doc"], 2, &["列表.doc"]);
    office.refuses(&["list", "-o", "没有/列表.csv"], 2, &[]);
    let told = office.run_in("la", &["list"]);
    assert_eq!((told.code, told.out.as_str()), (2, ""));
    assert!(
        told.err.contains("--lang") && told.err.contains("la"),
        "{}",
        told.err
    );
}

#[test]
fn what_cases_use_is_not_undone_under_them() {
    let office = Office::new();
    let log = office
        .does(&["log", "--format", "plain", "--limit", "99"])
        .out;
    let line = |what: &str| {
        let found = log.lines().find(|line| line.contains(what)).expect(what);
        found.split('\t').next().expect("a number").to_owned()
    };
    for name in ["村镇建设服务中心", "祝晓琴"] {
        let added = line(name);
        office.refuses(&["undo", &added, "--why", "错了"], 4, &[name]);
    }
}

#[test]
fn what_left_the_handling_owes_nothing() {
    let office = Office::new();
    office.does(&[
        "submit",
        "关于修渠的建议",
        "--deputy",
        "祝晓琴",
        "--category",
        "其他",
        "--on",
        "2024-03-12",
    ]);
    let told = office.does(&[
        "review",
        "闭1",
        "--letter",
        "--why",
        "亲属",
        "--on",
        "2024-03-13",
    ]);
    assert!(!told.err.contains("期限"), "{told:?}");
    let told = office.run(&["show", "区12"]);
    assert!(told.err.contains("区12"), "{told:?}");
}

/// Files of any size are told of at once, and not held.
#[test]
fn a_file_that_is_too_large_is_not_read() {
    let office = Office::new();
    for (file, megabytes) in [("办法.json", 17), ("台账.csv", 257)] {
        let made = std::fs::File::create(office.path(file)).expect("a file");
        made.set_len(megabytes << 20).expect("a hole");
    }
    office.refuses(
        &["rules", "adopt", "办法.json", "--from", "2024-07-01"],
        2,
        &["大于 16 MB"],
    );
    office.refuses(&["import", "台账.csv"], 2, &["大于 256 MB"]);
}

#[test]
fn a_store_without_a_name_is_none() {
    let office = Office::new();
    let before = office.journal();
    office.refuses(&["progress", "1", "误写", "--store", ""], 2, &["--store"]);
    assert_eq!(office.journal(), before);
}

#[test]
fn a_variable_that_is_no_text_is_told_and_no_other_store_is_written() {
    for name in ["JIANYI_STORE", "JIANYI_BY"] {
        let mut office = Office::new();
        let before = office.journal();
        office.env.insert(name.to_owned(), "st\u{fffd}".to_owned());
        office.refuses(&["progress", "1", "误写"], 2, &[name]);
        assert_eq!(office.journal(), before);
    }
}
