//! Whom to chase beside the cases: projects that are late, repairs under warranty, pledges.

use serde_json::Value;

use crate::handling::play;
use crate::projects::{candidates, does, office};

#[test]
fn late_projects_repairs_and_pledges_are_chased() {
    let office = office();
    candidates(&office, 2);
    for line in [
        "project ballot 票决 --quota 2 --deputies 60 --present 55 --votes 1=55/0/0,2=50/5/0 --on 2025-01-10",
        "project announce 1-2 --on 2025-01-15",
        "project start 1 --unit 水务站 --plan 装 --due 2025-06-30 --on 2025-02-01",
        "project progress 1 --percent 100 --on 2025-05-01",
        "project supervise 1 --people 祝晓琴 --note 好 --on 2025-05-02",
        "project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --warranty-to 2026-06-30 --on 2025-05-03",
        "project defect 1 --what 灯坏了 --due 2025-11-30 --on 2025-10-01",
        "deputy pledge 祝晓琴 帮三户通水 --due 2025-12-01 --on 2025-03-01",
    ] {
        does(&office, line);
    }
    let due = || -> Vec<(String, String)> {
        let list = office.json(&["due"]);
        let rows = list["data"].as_array().expect("rows").iter();
        let told = |row: &Value| {
            let unit = row["unit"].to_string();
            let number = row["number"].as_str().unwrap_or_default();
            (
                number.to_owned(),
                unit.trim_matches(['[', ']', '"']).to_owned(),
            )
        };
        rows.map(told).collect()
    };
    let owed = |number: &str, by: &str| (number.to_owned(), by.to_owned());
    // The second was chosen and never begun: it is late too.
    assert_eq!(
        due(),
        [
            owed("项目2", "水务站"),
            owed("项目1", "水务站"),
            owed("承诺1", "祝晓琴")
        ]
    );
    // It is red on the board, too.
    let report = office.json(&["report", "projects"]);
    assert_eq!(crate::office::row(&report, "board", "red")["count"], 1);
    let page = office.does(&["today"]).out;
    assert!(page.contains("逾期的项目、质保和承诺"), "{page}");
    play(
        &office,
        "
project mend 1 --note 换了 --on 2025-12-05
deputy settle 1 --note 通水 --on 2025-12-06",
    );
    assert_eq!(due(), [owed("项目2", "水务站")]);
}

/// A group that met too seldom is called when the year is near its end by the rules, and not before.
#[test]
fn groups_that_met_too_seldom_are_called_before_the_year_ends() {
    let office = office();
    play(
        &office,
        "
deputy add 曾庆瑜 --group 第二代表小组 --on 2025-01-02
deputy add 王强 --group 第一代表小组 --on 2025-01-02",
    );
    for month in 3..7 {
        does(
            &office,
            &format!(
                "activity plan 学习 --kind 小组活动 --group 第一代表小组 --attended 王强 --on 2025-0{month}-15"
            ),
        );
    }
    let called = |as_of: &str| {
        let list = office.json(&["due", "--as-of", as_of]);
        let rows = list["data"].as_array().expect("rows").iter();
        rows.map(|row| {
            (
                row["number"].clone(),
                row["due"].clone(),
                row["title"].clone(),
            )
        })
        .collect::<Vec<_>>()
    };
    assert_eq!(called("2025-10-31"), []);
    let short = (
        "第二代表小组".into(),
        "2025-12-31".into(),
        "今年开展 0 次,每年至少 4 次".into(),
    );
    assert_eq!(called("2025-11-02"), [short]);
    let page = office.does(&["today", "--as-of", "2025-12-01"]).out;
    assert!(
        page.contains("第二代表小组") && !page.contains("第一代表小组"),
        "{page}"
    );
    // A new year begins at nothing, and nobody is called for the old one.
    assert_eq!(called("2026-01-01"), []);
}

/// What is past its last day is red under any rules; the percents are theirs to say.
#[test]
fn a_late_project_is_red_where_the_rules_know_no_colours() {
    let mut office = crate::office::Office::empty();
    office.now = "2025-12-31T09:00:00+08:00";
    play(
        &office,
        "
init --office 某镇人大主席团 --secretary 王敏 --rules national-2025 --on 2024-01-02
unit add 水务站 --on 2024-01-02
deputy add 祝晓琴 --on 2024-01-02",
    );
    candidates(&office, 2);
    for line in [
        "project ballot 票决 --quota 2 --deputies 60 --present 55 --votes 1=55/0/0,2=50/5/0 --on 2025-01-10",
        "project announce 1-2 --on 2025-01-15",
        "project start 1 --unit 水务站 --plan 装 --due 2025-06-30 --on 2025-02-01",
    ] {
        does(&office, line);
    }
    let board = |as_of: &str, key: &str| {
        let report = office.json(&["report", "projects", "--as-of", as_of]);
        crate::office::row(&report, "board", key)["count"].clone()
    };
    assert_eq!(
        (board("2025-06-30", "red"), board("2025-06-30", "none")),
        (0.into(), 1.into())
    );
    assert_eq!(board("2025-12-31", "red"), 2);
}

/// Each repair that is open counts, and those past their day are said.
#[test]
fn open_repairs_are_counted_one_by_one() {
    let office = office();
    candidates(&office, 1);
    for line in [
        "project ballot 票决 --quota 1 --deputies 60 --present 55 --votes 1=55/0/0 --on 2025-01-10",
        "project announce 1 --on 2025-01-15",
        "project start 1 --unit 水务站 --plan 装 --due 2025-06-30 --on 2025-02-01",
        "project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --warranty-to 2026-06-30 --on 2025-05-03",
        "project defect 1 --what 灯坏了 --due 2025-11-30 --on 2025-10-01",
        "project defect 1 --what 杆歪了 --due 2026-01-31 --on 2025-10-02",
    ] {
        does(&office, line);
    }
    let told = || {
        let report = office.json(&["report", "projects"]);
        let row = crate::office::row(&report, "upkeep", "open_defects");
        (
            row["count"].clone(),
            row["repairs"].clone(),
            row["late"].clone(),
        )
    };
    assert_eq!(told(), (1.into(), 2.into(), 1.into()));
    does(&office, "project mend 1 --on 2025-12-05");
    assert_eq!(told(), (1.into(), 1.into(), 0.into()));
}
