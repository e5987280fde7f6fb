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
    office.refuses(&["withdraw", "1-2", "--on", "2024-01-11"], 4, &[]);
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
    for day in ["", "明天", "01/02/2024", "2024", "2024-1-1-1"] {
        office.refuses(&on(day), 2, &["2026-03-01"]);
    }
    office.refuses(&on("2024-01-05"), 4, &["第2号"]);
    office.refuses(&on("2024-06-29"), 4, &[]);
    // The hand-over of the 20th was signed on the 22nd.
    office.refuses(
        &["withdraw", "1", "--on", "2024-01-15"],
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
        office.refuses(&submit(title), 2, &["TITLE 是空的"]);
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

/// The place of the first fact of a name, as `correct` takes it.
fn place_of(entries: &[serde_json::Value], name: &str) -> String {
    let mut places = entries.iter().flat_map(|entry| {
        let facts = entry["events"].as_array().expect("facts").iter();
        let named = |(_, fact): &(usize, &serde_json::Value)| fact["type"] == name;
        let at = move |(index, _)| format!("{}.{index}", entry["seq"]);
        facts.enumerate().filter(named).map(at).collect::<Vec<_>>()
    });
    places.next().expect(name)
}

#[test]
fn a_correction_is_judged_like_a_fresh_entry() {
    let office = Office::new();
    for line in [
        "consult 1 --mode 走访 --on 2024-02-01",
        "reply 1 --class A --signer 陈刚 --on 2024-03-10",
        "rate 1 --rating 满意 --on 2024-03-20",
        "amend 2 --title 关于修好路的建议 --on 2024-01-16",
        "deliver 1 --on 2024-03-11",
        "class 1 --confirm A --by 王敏 --on 2024-03-21",
        "remind 1 --unit 村镇建设服务中心 --on 2024-02-01",
        "merge 2 --into 1 --on 2024-03-01",
    ] {
        office.does(&line.split_whitespace().collect::<Vec<_>>());
    }
    let log = office.json(&["log"]);
    let entries = log["data"].as_array().expect("entries");
    let line = |what: &str| place_of(entries, what);
    let (submitted, replied, rated) = (line("submitted"), line("replied"), line("rated"));
    let (amended, delivered) = (line("amended"), line("delivered"));
    let (confirmed, merged, reminded) = (line("class_confirmed"), line("merged"), line("reminded"));
    for (line, field, value, code, says) in [
        (&rated, "on", "2024-07-01", 4, "2024年7月1日"),
        (&replied, "on", "2024-01-25", 4, "面商"),
        (&replied, "class", "Z", 3, "Z"),
        (&replied, "class", "C", 4, "C"),
        (&replied, "unit", "农业服务中心", 4, "农业服务中心"),
        (&rated, "deputy", "曾庆瑜", 4, "曾庆瑜"),
        (&rated, "rating", "很好", 3, "很好"),
        (&submitted, "deputy", "没有此人", 3, "没有此人"),
        (&submitted, "category", "没有此类", 3, "没有此类"),
        (&amended, "category", "没有此类", 3, "没有此类"),
        (&delivered, "deputy", "没有此人", 3, "没有此人"),
        (&confirmed, "class", "Z", 3, "Z"),
        (&merged, "into", "99", 3, "99"),
        (&reminded, "unit", "没有此单位", 3, "没有此单位"),
    ] {
        let words = [
            "correct", line, "--field", field, "--value", value, "--why", "抄错",
        ];
        office.refuses(&words, code, &[says]);
    }
    let words = [
        "correct", &replied, "--field", "signer", "--value", "王强", "--why", "抄错",
    ];
    office.does(&words);
}

#[test]
fn a_mended_hand_over_tells_what_moves() {
    let office = Office::new();
    let log = office.json(&["log"]);
    let entries = log["data"].as_array().expect("entries");
    let place = place_of(entries, "assigned");
    let words = [
        "correct",
        &place,
        "--field",
        "on",
        "--value",
        "2024-01-16",
        "--why",
        "抄错",
    ];
    let told = office.does(&words).err;
    assert!(told.contains("期限变动"), "{told}");
    assert!(
        told.contains("第1号 答复: 2024年4月20日 → 2024年4月16日"),
        "{told}"
    );
    let undone = office.does(&["undo", "--why", "没抄错", "-y"]).err;
    assert!(undone.contains("2024年4月16日 → 2024年4月20日"), "{undone}");
}

#[test]
fn a_hand_over_date_wrong_on_many_cases_is_mended_at_once() {
    let office = Office::new();
    let due = |case: &str| {
        let clocks = office.json(&["show", case])["data"]["clocks"].clone();
        let clocks = clocks.as_array().expect("clocks").clone();
        let reply = clocks.into_iter().find(|clock| clock["key"] == "reply");
        reply.expect("handed over")["due"].clone()
    };
    office.does(&[
        "assign",
        "2",
        "--lead",
        "农业服务中心",
        "--on",
        "2024-01-20",
    ]);
    office.does(&["consult", "2", "--mode", "走访", "--on", "2024-02-20"]);
    let mend = |day, why| {
        let words = [
            "correct", "1-2", "--fact", "交办", "--field", "on", "--value", day, "--why", why,
        ];
        office.run(&words)
    };
    let before = mend("2024-01-18", "抄错");
    assert!(before.err.contains("期限变动 "), "{}", before.err);
    assert_eq!(
        (due("1"), due("2")),
        ("2024-04-18".into(), "2024-04-18".into())
    );
    assert_eq!(mend("2024-01-18", "再来一次").code, 4, "nothing changes");
    let against = mend("2024-01-23", "太晚");
    assert_eq!(against.code, 4, "signed on the 22nd: {}", against.err);
    assert_eq!(
        (due("1"), due("2")),
        ("2024-04-18".into(), "2024-04-18".into()),
        "all or none"
    );
    office.refuses(
        &[
            "correct",
            "1-2",
            "--fact",
            "答复",
            "--field",
            "on",
            "--value",
            "2024-03-01",
            "--why",
            "x",
        ],
        3,
        &["replied"],
    );
    office.refuses(
        &[
            "correct",
            "1-2",
            "--fact",
            "喝茶",
            "--field",
            "on",
            "--value",
            "2024-03-01",
            "--why",
            "x",
        ],
        2,
        &["喝茶"],
    );
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
        office.refuses(&[verb], 2, &["缺少: CASE"]);
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
