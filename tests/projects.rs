//! Livelihood projects: from the first wish to the caretaker, by the congress and by the village.

use serde_json::{Value, json};

use crate::office::{Office, row};

/// 秭归's rules, on the last day of the year after the ballot.
pub(crate) fn office() -> Office {
    let mut office = Office::empty();
    office.now = "2025-12-31T09:00:00+08:00";
    for line in [
        "init --office 茅坪镇人大主席团 --secretary 王敏 --rules zigui --on 2024-01-02",
        "unit add 水务站 --on 2024-01-02",
        "deputy add 祝晓琴 --on 2024-01-02",
        "deputy add 凌钦泽 --on 2024-01-02",
    ] {
        does(&office, line);
    }
    office
}

pub(crate) fn does(office: &Office, line: &str) -> String {
    office
        .does(&line.split_whitespace().collect::<Vec<_>>())
        .err
}

pub(crate) fn refuses(office: &Office, line: &str, code: u8, says: &[&str]) {
    office.refuses(&line.split_whitespace().collect::<Vec<_>>(), code, says);
}

/// Some projects that are candidates.
pub(crate) fn candidates(office: &Office, count: u32) {
    for project in 1..=count {
        does(
            office,
            &format!("project collect 第{project}处路灯 --year 2025 --on 2024-10-08"),
        );
        does(office, &format!("project screen {project} --on 2024-10-20"));
        let declare = format!(
            "project declare {project} --unit 水务站 --content 装灯 --budget 12.5 --due 2025-09-30 --on 2024-11-01"
        );
        does(office, &declare);
    }
    does(
        office,
        &format!("project nominate 1-{count} --on 2024-11-10"),
    );
}

/// The first of two was chosen, and its work has begun.
fn under_way() -> Office {
    let office = office();
    candidates(&office, 2);
    for line in [
        "project ballot 2025年票决 --quota 1 --deputies 60 --present 55 --votes 1=40/10/5,2=15/30/10 --on 2025-01-10",
        "project announce 1 --on 2025-01-15",
        "project start 1 --unit 水务站 --plan 分三段装 --budget 12.5 --due 2025-09-30 --on 2025-02-01",
    ] {
        does(&office, line);
    }
    office
}

fn figure(office: &Office, as_of: &str, section: &str, key: &str) -> Value {
    let report = office.json(&["report", "projects", "--year", "2025", "--as-of", as_of]);
    row(&report, section, key)["count"].clone()
}

#[test]
fn a_project_goes_from_an_evening_talk_to_its_caretaker() {
    let office = office();
    does(
        &office,
        "opinion add 三组晚上看不见路 --channel 院坝会 --on 2024-10-01",
    );
    for line in [
        "project collect 三组路灯 --year 2025 --source 和平村 --opinions 1 --on 2024-10-08",
        "project screen 1 --on 2024-10-20",
        "project discuss 1 --note 装二十盏 --on 2024-10-25",
        "project declare 1 --unit 水务站 --content 装二十盏 --budget 12.5 --due 2025-09-30 --on 2024-11-01",
        "project nominate 1 --on 2024-11-10",
        "project ballot 2025年票决 --quota 1 --deputies 60 --present 55 --votes 1=50/5/0 --on 2025-01-10",
        "project announce 1 --on 2025-01-15",
        "project start 1 --unit 水务站 --plan 分三段装 --due 2025-09-30 --on 2025-02-01",
        "project progress 1 --percent 40 --spent 5 --on 2025-04-01",
        "project change 1 --why 汛期 --consent 主席团 --due 2025-10-31 --on 2025-05-01",
        "project supervise 1 --people 祝晓琴、凌钦泽 --note 质量好 --on 2025-06-01",
        "project progress 1 --percent 100 --spent 12 --on 2025-08-01",
        "project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --warranty-to 2026-09-20 --on 2025-09-20",
        "project evaluate 1 --satisfied 40 --mostly 10 --dissatisfied 2 --on 2025-10-01",
        "project defect 1 --what 一盏不亮 --on 2025-10-10",
        "project mend 1 --on 2025-10-15",
        "project entrust 1 --caretaker 三组管护岗 --duty 每月巡查 --on 2025-10-20",
        "project credit 1 --caretaker 三组管护岗 --points 10 --what 巡查 --on 2025-11-01",
        "project reward 1 --caretaker 三组管护岗 --points 8 --reward 洗衣液 --on 2025-12-01",
    ] {
        does(&office, line);
    }
    let shown = office.json(&["project", "show", "1"]);
    assert_eq!(shown["data"]["projects"][0]["stage"], "kept_up");
    assert_eq!(shown["data"]["steps"].as_array().map(Vec::len), Some(19));
    assert_eq!(shown["data"]["caretakers"][0]["earned"], 10);
    for key in [
        "collected",
        "screened",
        "declared",
        "candidates",
        "chosen",
        "started",
        "accepted",
        "kept_up",
    ] {
        assert_eq!(figure(&office, "2025-12-31", "funnel", key), 1, "{key}");
    }
    assert_eq!(figure(&office, "2025-03-01", "stage", "under_way"), 1);
    assert_eq!(figure(&office, "2025-01-12", "stage", "chosen"), 1);
    let rated = row(&office.json(&["report", "projects"]), "evaluation", "1");
    assert_eq!(
        (&rated["ratings"], &rated["satisfied"]),
        (&json!(52), &json!(40))
    );
    refuses(
        &office,
        "project reward 1 --caretaker 三组管护岗 --points 3 --reward 纸",
        4,
        &["只剩 2 分"],
    );
    refuses(
        &office,
        "project credit 1 --caretaker 张三 --points 3 --what 巡查",
        3,
        &["三组管护岗"],
    );
}

#[test]
fn the_board_follows_progress_and_time() {
    let office = under_way();
    let colour = |as_of: &str| {
        let report = office.json(&["report", "projects", "--as-of", as_of]);
        ["red", "yellow", "green", "blue"].map(|key| row(&report, "board", key)["count"].clone())
    };
    let only = |place: usize| std::array::from_fn(|at| Value::from(u8::from(at == place)));
    does(&office, "project progress 1 --percent 29 --on 2025-03-01");
    does(&office, "project progress 1 --percent 30 --on 2025-04-01");
    does(&office, "project progress 1 --percent 70 --on 2025-05-01");
    assert_eq!(colour("2025-03-01"), only(0));
    assert_eq!(colour("2025-04-01"), only(1));
    assert_eq!(colour("2025-05-01"), only(2));
    assert_eq!(colour("2025-10-01"), only(0), "late");
    does(&office, "project progress 1 --percent 100 --on 2025-10-02");
    let voters = "--voters 3 --voters-spoke 3 --voters-signed 3";
    does(
        &office,
        &format!(
            "project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 {voters} --on 2025-10-02"
        ),
    );
    assert_eq!(colour("2025-10-02"), only(3));
    let unit = row(&office.json(&["report", "projects"]), "unit", "水务站");
    assert_eq!(
        (&unit["count"], &unit["accepted"], &unit["budget"]),
        (&json!(1), &json!(1), &json!("12.5"))
    );
}

#[test]
fn nothing_is_accepted_without_everybodys_word_and_signature() {
    let office = under_way();
    let accept =
        |more: &str| format!("project accept 1 --deputies 祝晓琴、凌钦泽 {more} --on 2025-09-20");
    refuses(
        &office,
        &accept("--spoke 祝晓琴、凌钦泽"),
        4,
        &["没有签字", "祝晓琴、凌钦泽"],
    );
    refuses(
        &office,
        &accept("--spoke 祝晓琴、凌钦泽 --signed 祝晓琴"),
        4,
        &["没有签字: 凌钦泽"],
    );
    refuses(
        &office,
        &accept("--spoke 祝晓琴 --signed 祝晓琴、凌钦泽"),
        4,
        &["没有发言: 凌钦泽"],
    );
    let both = "--spoke 祝晓琴、凌钦泽 --signed 祝晓琴、凌钦泽";
    refuses(
        &office,
        &accept(&format!("{both} --voters 3 --voters-spoke 3")),
        4,
        &["群众 3 人"],
    );
    refuses(&office, &accept(&format!("{both}、王二")), 4, &["王二"]);
    refuses(&office, &accept(both), 4, &["没有选民代表"]);
    let both = &format!("{both} --voters 3 --voters-spoke 3 --voters-signed 3");
    refuses(
        &office,
        &accept(&format!("{both} --warranty-to 2025-09-01")),
        4,
        &["早于"],
    );
    refuses(&office, "project evaluate 1 --satisfied 9", 4, &["实施中"]);
    does(&office, "project progress 1 --percent 10 --on 2025-09-01");
    refuses(&office, &accept(both), 4, &["还没有完工"]);
    does(&office, &accept(&format!("{both} --failed --note 返工")));
    does(&office, "project progress 1 --percent 100 --on 2025-09-19");
    assert_eq!(
        figure(&office, "2025-12-31", "stage", "under_way"),
        1,
        "it did not pass"
    );
    does(&office, &accept(both));
    refuses(
        &office,
        "project defect 1 --what 不亮 --on 2025-10-01",
        4,
        &["没有质保期"],
    );
    refuses(&office, "project mend 1 --on 2025-10-01", 4, &["没有待修"]);
    refuses(&office, "project evaluate 1", 4, &["没有一票"]);
}

#[test]
fn an_evaluation_says_how_many_were_asked_and_answered() {
    let office = under_way();
    does(
        &office,
        "project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --on 2025-09-20",
    );
    let told = || row(&office.json(&["report", "projects"]), "evaluation", "1");
    assert_eq!(
        (&told()["issued"], &told()["ratings"], &told()["content"]),
        (&json!("—"), &json!(0), &json!("—")),
        "accepted, and nobody was asked"
    );
    let more = "project evaluate 1 --satisfied 9 --issued 8";
    refuses(&office, more, 4, &["9 不能多于 8"]);
    does(&office, "project evaluate 1 --satisfied 9 --issued 90");
    assert_eq!(
        (&told()["issued"], &told()["answered"], &told()["content"]),
        (&json!(90), &json!("10"), &json!("100"))
    );
    assert!(told().get("basis").is_none(), "the rules name no share");
    let rules = r#"{"name": "ours", "label": "本镇", "extends": "zigui", "projects": {"majority_of": "all", "answered_percent_min": 50}, "sources": {"projects": {"verified": false}}}"#;
    office.write("本镇.json", rules);
    let file = office.path("本镇.json").display().to_string();
    office.does(&["rules", "adopt", &file, "--from", "2024-01-02"]);
    assert!(told()["basis"].to_string().contains("50%"), "{}", told());
}

#[test]
fn each_step_has_its_turn() {
    let office = office();
    refuses(&office, "project collect", 2, &["TITLE"]);
    refuses(
        &office,
        "project collect 路灯 --opinions 9",
        3,
        &["没有民意“9”"],
    );
    refuses(&office, "project collect 路灯 --track 抽签", 2, &["抽签"]);
    refuses(&office, "project screen 1", 3, &["没有民生实事项目“1”"]);
    does(&office, "project collect 路灯 --year 2025 --on 2024-10-08");
    refuses(
        &office,
        "project screen 1 --dropped --on 2024-10-09",
        4,
        &["理由"],
    );
    refuses(&office, "project screen 1 --on 2024-10-07", 4, &["早于"]);
    refuses(
        &office,
        "project declare 1 --unit 水务站 --content 装灯",
        4,
        &["征集", "通过筛选"],
    );
    does(&office, "project screen 1 --on 2024-10-09");
    refuses(
        &office,
        "project declare 1 --unit 供电所 --content 装灯",
        3,
        &["供电所"],
    );
    refuses(
        &office,
        "project declare 1 --unit 水务站 --content 装灯 --budget 很多",
        2,
        &["很多"],
    );
    refuses(&office, "project nominate 1", 4, &["已申报"]);
    refuses(&office, "project announce 1", 4, &["已票决"]);
    refuses(
        &office,
        "project start 1 --unit 水务站 --plan 装 --due 2026-01-01",
        4,
        &["已公布"],
    );
    refuses(&office, "project progress 1 --percent 10", 4, &["实施中"]);
    let office = under_way();
    refuses(&office, "project progress 1 --percent 101", 4, &["101"]);
    refuses(
        &office,
        "project supervise 1 --people 王二 --note 好",
        3,
        &["王二"],
    );
    refuses(
        &office,
        "correct 14.0 --field due --value 2025-01-31 --why 抄错",
        4,
        &["早于"],
    );
    refuses(&office, "undo 12 --why 错了", 4, &["项目1"]);
}

#[test]
fn a_village_resolves_on_its_own_projects() {
    let office = office();
    does(
        &office,
        "project collect 院坝整修 --year 2025 --track 村民决议 --place 和平村 --on 2024-10-08",
    );
    does(&office, "project collect 路灯 --year 2025 --on 2024-10-08");
    let resolve = |more: &str| format!("project resolve 1 --village 和平村 {more} --on 2024-12-01");
    refuses(
        &office,
        &resolve("--assembly 村民大会小会 --eligible 9 --present 9 --in-favour 9"),
        2,
        &["--assembly"],
    );
    refuses(
        &office,
        &resolve("--assembly 村民代表会议 --eligible 30 --present 19 --in-favour 19"),
        4,
        &["不够法定人数"],
    );
    refuses(
        &office,
        &resolve("--assembly 村民会议 --eligible 300 --present 150 --in-favour 150"),
        4,
        &["不够法定人数"],
    );
    refuses(
        &office,
        &resolve("--assembly 户代表会议 --eligible 30 --present 31 --in-favour 30"),
        4,
        &["31", "30"],
    );
    refuses(
        &office,
        &resolve("--assembly 户代表会议 --eligible 30 --present 30 --in-favour 31"),
        4,
        &["31", "30"],
    );
    let other = resolve("--assembly 户代表会议 --eligible 30 --present 30 --in-favour 30")
        .replace("resolve 1", "resolve 2");
    refuses(&office, &other, 4, &["不由这里决定"]);
    does(
        &office,
        &resolve("--assembly 村民代表会议 --eligible 30 --present 20 --in-favour 11"),
    );
    assert_eq!(figure(&office, "2025-12-31", "village", "和平村"), 1);
    does(
        &office,
        "project start 1 --unit 水务站 --plan 整修 --due 2025-06-30 --on 2025-01-05",
    );
    let report = office.json(&["report", "projects"]);
    assert_eq!(row(&report, "track", "village")["chosen"], 1);
    let behind = office.json(&["report", "projects", "--explain", "village.和平村"]);
    assert_eq!(behind["data"][0]["title"], "院坝整修");
}

/// A project that a village resolved on and began at once.
pub(crate) fn of_a_village(office: &Office) {
    for line in [
        "project collect 路灯 --year 2025 --track village --on 2025-01-02",
        "project screen 1 --on 2025-01-03",
        "project declare 1 --unit 水务站 --content 装灯 --on 2025-01-04",
        "project resolve 1 --village 和平村 --assembly 村民会议 --eligible 100 --present 80 --in-favour 70 --on 2025-01-05",
        "project start 1 --unit 水务站 --plan 装灯 --due 2025-09-30 --on 2025-02-01",
    ] {
        does(office, line);
    }
}
