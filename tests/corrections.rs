//! Corrections: judged by the rules of a fresh entry, told with what they move, for many cases at
//! once.

use crate::office::Office;

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
fn a_value_is_named_as_it_is_read_and_its_number_goes_along() {
    let office = Office::new();
    for title in ["关于修塘的建议", "关于修渠的建议", "关于修井的建议"] {
        let words = ["submit", title, "--deputy", "祝晓琴", "--category", "其他"];
        office.does(&[&words[..], &["--on", "2024-02-01"]].concat());
    }
    let mend = |case: &str, field: &str, value: &str| {
        let words = ["correct", case, "--fact", "提出", "--field", field];
        office.run(&[&words[..], &["--value", value, "--why", "抄错"]].concat())
    };
    let kind = mend("闭1", "种类", "重点");
    assert!(kind.err.contains("一般 → 重点"), "{}", kind.err);
    let period = mend("闭3", "时间", "会议期间");
    assert!(period.err.contains("闭会期间 → 会议期间"), "{}", period.err);
    let shown = office.does(&["show", "3"]);
    assert!(shown.out.contains("关于修井的建议"), "{}", shown.out);
    let taken = mend("闭1", "时间", "会议期间");
    assert_eq!(taken.code, 4, "a number 1 stands in session: {}", taken.err);
}

#[test]
fn a_holiday_that_is_announced_later_moves_the_clocks_that_run() {
    let office = Office::new();
    let last_day = |more: &[&str]| {
        let shown = office.json(&[&["show", "1"], more].concat());
        let clocks = shown["data"]["clocks"].as_array().expect("clocks").clone();
        let mut returns = clocks.iter().filter(|clock| clock["key"] == "return");
        returns.next().expect("a clock")["due"].clone()
    };
    let before = last_day(&[]);
    assert_eq!(before, "2024-02-02");
    let known = office.json(&["list"])["known"].to_string();
    let table = include_str!("../src/domain/rules/calendars/2024.json");
    let announced = r#""days": [{"name": "放假", "date": "2024-01-30", "isOffDay": true},"#;
    office.write("2024.json", table.replacen("\"days\": [", announced, 1));
    let told = office.does(&["calendar", "adopt", "2024.json"]);
    assert!(told.err.contains("期限变动"), "{}", told.err);
    // A working Sunday follows.
    assert_eq!(last_day(&[]), "2024-02-04");
    assert_eq!(
        last_day(&["--known", &known]),
        before,
        "as it was known then"
    );
}

/// What a refusal says to look at can be looked at.
#[test]
fn one_line_of_the_journal_is_shown_alone() {
    let office = crate::office::Office::new();
    let lines = office.json(&["log", "--line", "3"]);
    assert_eq!(lines["data"].as_array().map(Vec::len), Some(1), "{lines}");
    assert_eq!(lines["data"][0]["seq"], 3);
}

/// A line that is on record and has fewer facts is answered with those that it has.
#[test]
fn a_fact_that_its_line_does_not_have_is_answered_with_those_it_has() {
    let office = Office::new();
    let correct = |fact: &'static str| {
        [
            "correct",
            fact,
            "--field",
            "on",
            "--value",
            "2024-01-01",
            "--why",
            "错",
        ]
    };
    office.refuses(&correct("2.9"), 3, &["“2.9”", "2.0"]);
    office.refuses(&correct("999"), 3, &["“999”"]);
}
