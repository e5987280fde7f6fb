//! Citizens' opinions: from the day they are heard to the suggestions they became, and back.

use serde_json::{Value, json};

use crate::office::{Office, row};

/// An office in June with four opinions; the first three became one suggestion, the fourth two.
fn heard() -> Office {
    let office = Office::new();
    for line in [
        "deputy add 杨帆 --小组 第一代表小组 --on 2024-01-10",
        "opinion add 路灯不亮 --channel 接待日 --station 和平村代表之家 --collector 祝晓琴 --category 其他 --on 2024-02-10",
        "opinion add 路面破损 --channel 院坝会 --place 和平村 --on 2024-02-11",
        "opinion add 没有路灯 --channel visit --collector 凌钦泽 --on 2024-02-12",
        "opinion add 桥和路都要修 --channel 问卷 --on 2024-02-13",
        "opinion add 证怎么办 --channel 接待日 --answer 带身份证到窗口 --on 2024-02-10",
        "opinion discuss 1-4 --group 第一代表小组 --people 杨帆 --on 2024-03-01",
        "opinion raise 1-3 --cases 1 --on 2024-03-02",
        "opinion raise 4 --cases 1,2 --on 2024-03-03",
    ] {
        office.does(&line.split_whitespace().collect::<Vec<_>>());
    }
    office
}

fn count(report: &Value, section: &str, key: &str) -> Value {
    row(report, section, key)["count"].clone()
}

#[test]
fn links_are_told_both_ways() {
    let office = heard();
    let report = office.json(&["report", "opinions"]);
    for (key, expected) in [
        ("heard", 5),
        ("raised", 4),
        ("suggestions", 2),
        ("many_to_one", 1),
        ("one_to_many", 1),
    ] {
        assert_eq!(count(&report, "links", key), expected, "{key}");
    }
    assert_eq!(
        row(&report, "suggestion", "2024-1")["opinions"],
        json!(["1", "2", "3", "4"])
    );
    let told = office.does(&["show", "1"]).out;
    assert!(told.contains("民意1、民意2、民意3、民意4"), "{told}");
    let told = office.does(&["opinion", "show", "4"]).out;
    assert!(told.contains("第1号") && told.contains("第2号"), "{told}");
}

#[test]
fn every_figure_names_what_stands_behind_it() {
    let office = heard();
    let report = office.json(&["report", "opinions"]);
    for section in report["data"]["sections"].as_array().expect("sections") {
        for row in section["rows"].as_array().expect("rows") {
            let (section, key) = (&section["key"], &row["key"]);
            let figure = format!(
                "{}.{}",
                section.as_str().expect("a key"),
                key.as_str().expect("a key")
            );
            let explained = office.json(&["report", "opinions", "--explain", &figure]);
            let behind = explained["data"].as_array().map_or(0, Vec::len);
            assert_eq!(row["count"], behind, "{figure}");
        }
    }
    office.refuses(
        &["report", "opinions", "--explain", "links.heart"],
        3,
        &["links.heard"],
    );
}

#[test]
fn a_view_knows_only_what_had_happened() {
    let office = heard();
    let on = |day| office.json(&["report", "opinions", "--as-of", day]);
    let before = on("2024-03-02");
    assert_eq!(count(&before, "links", "raised"), 3);
    assert_eq!(count(&on("2024-02-10"), "links", "heard"), 2);
    let known = office.json(&["report", "opinions", "--known", "14"]);
    assert_ne!(known["data"], on("2024-06-28")["data"]);
    // An opinion entered late for an earlier day shows as a difference.
    office.does(&[
        "opinion",
        "add",
        "补记",
        "--channel",
        "网上",
        "--on",
        "2024-02-10",
    ]);
    assert_eq!(count(&on("2024-02-10"), "links", "heard"), 3);
    assert_eq!(on("2024-03-02")["data"]["scope"]["total"], 6);
    assert_eq!(
        count(
            &office.json(&["report", "opinions", "--year", "2023"]),
            "links",
            "heard"
        ),
        0
    );
}

#[test]
fn what_was_wrong_is_taken_back_or_mended_by_the_same_rules() {
    let office = heard();
    // A suggestion that opinions became, and an opinion that became one, are not undone under each other.
    let log = office.json(&["log", "--limit", "99"]);
    let entries = log["data"].as_array().expect("entries");
    let line = |what: &str| {
        let has = |entry: &&Value| entry.to_string().contains(what);
        entries.iter().find(has).expect(what)["seq"].to_string()
    };
    office.refuses(
        &["undo", &line("关于修桥的建议"), "--why", "错了"],
        4,
        &["民意4"],
    );
    office.refuses(&["undo", &line("没有路灯"), "--why", "错了"], 4, &["民意3"]);
    let first = format!("{}.0", line("路灯不亮"));
    let mend = |field, value| {
        [
            "correct", &first, "--field", field, "--value", value, "--why", "抄错",
        ]
        .map(str::to_owned)
    };
    let refused = |field, value, code, says| {
        let words = mend(field, value);
        office.refuses(&words.each_ref().map(String::as_str), code, &[says]);
    };
    refused("collector", "没有此人", 3, "没有此人");
    refused("category", "杂", 3, "杂");
    refused("on", "2024-03-05", 4, "民意1");
    refused("channel", "walk", 2, "channel");
    let words = mend("channel", "visit");
    office.does(&words.each_ref().map(String::as_str));
    assert_eq!(
        count(&office.json(&["report", "opinions"]), "channel", "visit"),
        2
    );
    office.does(&["undo", "--why", "没抄错", "-y"]);
    assert_eq!(
        count(&office.json(&["report", "opinions"]), "channel", "visit"),
        1
    );
}

#[test]
fn what_cannot_be_taken_is_refused_with_its_rule() {
    let office = heard();
    let add = |text: &'static str| ["opinion", "add", text, "--channel", "走访"];
    office.refuses(&["opinion", "add"], 2, &["TEXT", "--channel"]);
    office.refuses(&add("  "), 2, &["内容 是空的"]);
    office.refuses(
        &["opinion", "add", "有话说", "--channel", "梦里"],
        2,
        &["--channel", "梦里"],
    );
    office.refuses(
        &[&add("有话说")[..], &["--collector", "王二"]].concat(),
        3,
        &["王二"],
    );
    office.refuses(
        &[&add("有话说")[..], &["--on", "2024-06-29"]].concat(),
        4,
        &["还没到"],
    );
    office.refuses(
        &["opinion", "answer", "9", "--text", "好"],
        3,
        &["没有民意“9”"],
    );
    office.refuses(&["opinion", "answer", "x", "--text", "好"], 2, &["x"]);
    office.refuses(
        &["opinion", "answer", "5", "--text", "好"],
        4,
        &["民意5", "已经答复"],
    );
    office.refuses(&["opinion", "pass", "5", "--to", "派出所"], 4, &["民意5"]);
    office.refuses(
        &[
            "opinion",
            "answer",
            "1",
            "--text",
            "好",
            "--on",
            "2024-02-01",
        ],
        4,
        &["早于"],
    );
}

#[test]
fn what_names_somebody_unknown_or_gone_is_refused() {
    let office = heard();
    let add = |text: &'static str| ["opinion", "add", text, "--channel", "走访"];
    office.refuses(
        &["opinion", "discuss", "1", "--group", "第九小组"],
        3,
        &["第九小组"],
    );
    office.refuses(&["opinion", "raise", "1", "--cases", "9"], 3, &["9"]);
    office.refuses(&["opinion", "raise", "1", "--cases", "1"], 4, &[]);
    office.refuses(
        &["opinion", "settle", "5", "--outcome", "办了"],
        4,
        &["民意5"],
    );
    let forward = [
        "opinion",
        "forward",
        "1",
        "--to",
        "县人大",
        "--proposal",
        "改",
    ];
    office.refuses(&forward, 4, &["--draft"]);
    office.does(&["deputy", "end", "祝晓琴", "--on", "2024-06-01"]);
    let left = ["--collector", "祝晓琴", "--on", "2024-06-02"];
    office.refuses(
        &[&add("有话说")[..], &left].concat(),
        4,
        &["祝晓琴", "已经不是代表"],
    );
}

#[test]
fn a_clock_runs_where_the_rules_or_the_hand_over_set_one() {
    let office = heard();
    let line = |key| count(&office.json(&["report", "opinions"]), "timeliness", key);
    assert_eq!(line("no_clock"), 5, "the office's rules set none");
    office.does(&[
        "opinion",
        "pass",
        "1",
        "--to",
        "供电所",
        "--due",
        "2024-03-01",
        "--on",
        "2024-02-20",
    ]);
    office.does(&[
        "opinion",
        "add",
        "停水",
        "--channel",
        "走访",
        "--on",
        "2024-05-01",
    ]);
    office.does(&[
        "opinion",
        "pass",
        "6",
        "--to",
        "水厂",
        "--due",
        "2024-05-20",
        "--on",
        "2024-05-02",
    ]);
    assert_eq!((line("late"), line("overdue")), (1.into(), 1.into()));
}
