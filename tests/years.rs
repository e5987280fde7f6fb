//! Years beside each other: every report with another year beside it, trends, what is raised again,
//! hot topics, what is left over.

use serde_json::{Value, json};

use crate::handling::{play, refused};
use crate::office::{Office, row};

/// Two years of a town: bridges and roads in both, charging posts in the second; a promise of the
/// first was not kept.
fn town() -> Office {
    let mut office = Office::empty();
    office.now = "2025-12-31T09:00:00+08:00";
    let mut script = "
init --office 健龙镇人大主席团 --secretary 王敏 --rules national-2015 --on 2024-01-02
unit add 农业服务中心 --on 2024-01-02
unit add 村镇建设服务中心 --on 2024-01-02
deputy add 祝晓琴 --on 2024-01-02
session open 20-5 --on 2024-01-10"
        .to_owned();
    let mut submit = |title: &str, category: &str, on: &str| {
        script += &format!("\nsubmit {title} --deputy 祝晓琴 --category {category} --on {on}");
    };
    for (title, category) in [
        ("修复和平村山坪塘", "其他"),
        ("硬化东村道路", "城建交通"),
        ("硬化西村道路", "城建交通"),
        ("整修南村水渠", "其他"),
    ] {
        submit(title, category, "2024-01-12");
    }
    script += "
session close --on 2024-01-13
assign 1-3 --lead 农业服务中心 --on 2024-01-20
assign 4 --lead 村镇建设服务中心 --on 2024-01-20
consult 1-4 --mode 走访 --on 2024-02-01
reply 1 --class B --promise 年内修好 --promise-due 2024-11-30 --on 2024-03-01
reply 2-4 --class A --on 2024-03-01
close 2-4 --on 2024-04-01
session open 20-6 --on 2025-01-10";
    let mut submit = |title: &str, category: &str| {
        script +=
            &format!("\nsubmit {title} --deputy 祝晓琴 --category {category} --on 2025-01-12");
    };
    for place in ["广场", "学校", "车站", "医院", "市场", "政府"] {
        submit(&format!("在{place}新建充电桩"), "城建交通");
    }
    for (title, category) in [("修复和平村山坪塘", "其他"), ("硬化北村道路", "城建交通")]
    {
        submit(title, category);
    }
    script += "
session close --on 2025-01-13
assign 2025-1-2025-8 --lead 农业服务中心 --on 2025-01-20";
    play(&office, &script.replace("2025-1-2025-8", "1-8"));
    office
}

fn cases(office: &Office, words: &[&str]) -> Vec<Value> {
    let told = office.json(words);
    let rows = told["data"].as_array().expect("rows").clone();
    rows.into_iter().map(|row| row["title"].clone()).collect()
}

#[test]
fn any_report_has_the_same_day_of_another_year_beside_it() {
    let office = town();
    let summary = office.json(&["report", "summary", "--compare", "2024"]);
    let traffic = row(&summary, "category", "城建交通");
    assert_eq!(
        (&traffic["count"], &traffic["before"], &traffic["change"]),
        (&json!(7), &json!("2 (50%)"), &json!(5))
    );
    // What stood there and is gone is told too.
    let gone = row(&summary, "unit", "村镇建设服务中心");
    assert_eq!(
        (&gone["count"], &gone["before"], &gone["change"]),
        (&json!(0), &json!("1"), &json!(-1))
    );
    let units = office.json(&["report", "units", "--compare", "2024"]);
    assert_eq!(row(&units, "unit", "农业服务中心")["before"], "3");
    let closed = office.json(&[
        "report",
        "summary",
        "--compare",
        "2024",
        "--as-of",
        "2025-02-01",
    ]);
    assert_eq!(
        row(&closed, "rates", "closure_rate")["before"],
        "0%",
        "on that day nothing was closed"
    );
    let session = office.json(&["report", "categories", "--compare", "20-5"]);
    assert_eq!(row(&session, "category", "其他")["before"], "2 (50%)");
    assert_eq!(
        cases(
            &office,
            &[
                "report",
                "summary",
                "--compare",
                "2024",
                "--explain",
                "category.其他.before"
            ]
        ),
        [json!("修复和平村山坪塘"), json!("整修南村水渠")]
    );
    refused(&office, "report summary --compare 去年", 2, "--compare");
    let activities = office.json(&["report", "activities", "--compare", "2024"]);
    let held = row(&activities, "state", "held");
    assert_eq!(
        (&held["before"], &held["change"]),
        (&json!("—"), &json!("—")),
        "nothing is on record of that year"
    );
    // A year of which something is on record, but nothing of this kind.
    let units = office.json(&[
        "report",
        "units",
        "--scope",
        "year=2025",
        "--compare",
        "2024",
    ]);
    assert_eq!(row(&units, "unit", "村镇建设服务中心")["count"], 0);
}

#[test]
fn the_yearly_report_is_held_against_an_earlier_year_and_the_lists_are_not() {
    let office = town();
    for paper in ["booklet", "public"] {
        let line = format!("report {paper} --compare 2024");
        refused(&office, &line, 2, "不能并列两年");
    }
    let annual = |more: &[&str]| {
        let words = [&["report", "annual", "--format", "md"][..], more].concat();
        office.does(&words).out
    };
    let told = annual(&["--scope", "year=2025", "--compare", "2024"]);
    assert!(
        told.contains("与2024年同期相比，代表建议由4件增加到"),
        "{told}"
    );
    assert!(!annual(&["--scope", "year=2025"]).contains("同期相比"));
    assert!(annual(&["--compare", "2019"]).contains("2019年没有可比的建议"));
}

#[test]
fn the_trend_has_a_column_a_year() {
    let office = town();
    let trend = office.json(&["report", "trend"]);
    let category = row(&trend, "category", "城建交通");
    assert_eq!(
        (&category["2024"], &category["2025"], &category["change"]),
        (&json!(2), &json!(7), &json!(5))
    );
    let year = row(&trend, "year", "2024");
    assert_eq!(
        (&year["count"], &year["resolved"], &year["closed"]),
        (&json!(4), &json!(3), &json!(3))
    );
    let unit = row(&trend, "unit", "村镇建设服务中心");
    assert_eq!((&unit["2024"], &unit["2025"]), (&json!(1), &json!(0)));
    assert_eq!(
        cases(
            &office,
            &["report", "trend", "--explain", "unit.村镇建设服务中心.2024"]
        ),
        [json!("整修南村水渠")]
    );
}

#[test]
fn a_year_without_data_is_no_year_of_nothing() {
    let mut office = town();
    let trend = office.json(&["report", "trend", "--scope", "year=2024"]);
    let category = row(&trend, "category", "城建交通");
    assert_eq!(
        (&category["count"], &category["change"]),
        (&json!(2), &json!("—"))
    );
    let summary = office.json(&["report", "summary", "--compare", "2023"]);
    let category = row(&summary, "category", "城建交通");
    assert_eq!(
        (&category["before"], &category["change"]),
        (&json!("—"), &json!("—"))
    );
    // In a January in which nothing has come in yet, the last year is the one that is told.
    office.now = "2026-01-05T09:00:00+08:00";
    let trend = office.json(&["report", "trend"]);
    let category = row(&trend, "category", "城建交通");
    assert_eq!(
        (&category["count"], &category["change"]),
        (&json!(7), &json!(5))
    );
    let month = office.json(&["report", "monthly", "--month", "2024-06"]);
    let total = row(&month, "basics", "total");
    assert_eq!(total["last_year"], "—");
}

#[test]
fn cases_of_several_sessions_carry_theirs() {
    let office = town();
    let list = office.does(&["list"]).out;
    assert!(list.contains("2024-1") && list.contains("2025-1"), "{list}");
    assert!(!list.contains("第1号"), "{list}");
    // Of one session the number is told as the office prints it.
    let one = office.does(&["list", "--unit", "村镇建设服务中心"]).out;
    assert!(one.contains("第4号"), "{one}");
    let lists = office.does(&["report", "lists"]).out;
    assert!(!lists.contains("第1号"), "{lists}");
    let both = "第20届第5次会议、第20届第6次会议";
    let scope = office.json(&["report", "summary"])["data"]["scope"]["label"].clone();
    assert!(
        scope.as_str().is_some_and(|label| label.contains(both)),
        "{scope}"
    );
    let lists = office
        .does(&["report", "lists", "--scope", "year=2025"])
        .out;
    assert!(lists.contains("第1号"), "{lists}");
    let scope = office.json(&["report", "summary", "--scope", "year=2025"]);
    let label = scope["data"]["scope"]["label"].as_str().expect("a label");
    assert!(!label.contains("第20届"), "{label}");
}

#[test]
fn promises_are_chosen_by_their_case() {
    let mut office = town();
    play(&office, "follow 2024-1 --kept --on 2025-02-01");
    office.now = "2026-03-01T09:00:00+08:00";
    let status = |words: &[&str]| {
        let told = office.json(&[&["report", "commitments"][..], words].concat());
        row(&told, "status", "kept_late")["count"].clone()
    };
    // Kept in 2025, of a case of 2024: none of the ledger of 2026, but a promise of its year.
    assert_eq!(status(&[]), 0);
    assert_eq!(status(&["--scope", "year=2024"]), 1);
    assert_eq!(status(&["--scope", "session=20-5"]), 1);
    assert_eq!(status(&["--scope", "year=2025"]), 0);
    assert_eq!(status(&["--year", "2025"]), 1);
}

#[test]
fn the_log_of_a_case_tells_of_that_case_only() {
    let office = town();
    let log = office.json(&["log", "--case", "2024-2"]);
    let rows = log["data"].as_array().expect("lines");
    for row in rows {
        assert_eq!(row["cases"], json!(["2024-2"]), "{row}");
        for event in row["events"].as_array().expect("facts") {
            assert_eq!(event["case"], 2, "{event}");
        }
    }
    let assigned = rows
        .iter()
        .find(|row| row["events"][0]["type"] == "accepted")
        .expect("handed over together");
    assert_eq!(
        assigned["places"],
        json!([2, 3]),
        "as `correct` counts them"
    );
    let told = office.does(&["log", "--case", "2024-2"]).out;
    assert!(
        !told.contains("2024-1") && !told.contains("第1号"),
        "{told}"
    );
}

#[test]
fn a_matter_that_comes_again_is_named_with_the_promise_that_was_not_kept() {
    let office = town();
    let trend = office.json(&["report", "trend"]);
    let again = row(&trend, "repeated", "2025-7");
    assert_eq!(
        (&again["earlier"], &again["unkept"]),
        (&json!("2024-1"), &json!(1))
    );
    assert_eq!(
        row(&trend, "repeated", "2025-1"),
        Value::Null,
        "charging posts are new"
    );
    let left = row(&trend, "carried", "2024-1");
    assert_eq!(
        (&left["of_year"], &left["due"]),
        (&json!(2024), &json!("2024-11-30"))
    );
    assert_eq!(
        row(&trend, "carried", "2024-2"),
        Value::Null,
        "closed and nothing promised"
    );
}

#[test]
fn what_this_year_speaks_of_is_a_hot_topic() {
    let mut office = town();
    office.now = "2026-01-31T09:00:00+08:00";
    let trend = office.json(&["report", "trend", "--scope", "year=2025"]);
    let sections = trend["data"]["sections"].as_array().expect("sections");
    let topics = sections
        .iter()
        .find(|s| s["key"] == "topics")
        .expect("topics");
    let first = &topics["rows"][0];
    assert!(
        first["key"]
            .as_str()
            .is_some_and(|key| key.contains("充电")),
        "{topics}"
    );
    assert_eq!((&first["count"], &first["before"]), (&json!(6), &json!(0)));
    let keys = topics["rows"].to_string();
    assert!(!keys.contains("道路") && !keys.contains("山坪塘"), "{keys}");
}

/// Carried over is what was not solved, closed or not; at the beginning of a year too, when nothing was
/// handed in yet.
#[test]
fn what_was_solved_is_not_carried_over() {
    let mut office = town();
    play(
        &office,
        "
consult 5,6 --mode 走访 --on 2025-02-20
reply 5 --class A --on 2025-03-01
reply 6 --class C --reason 没有条件 --on 2025-03-01
close 6 --on 2025-04-01",
    );
    office.now = "2026-01-02T09:00:00+08:00";
    let carried = office.json(&["report", "trend", "--section", "carried"]);
    let told = carried.to_string();
    // The first is solved and not closed, the second closed and not solved.
    assert!(
        !told.contains("在市场新建充电桩") && told.contains("在政府新建充电桩"),
        "{told}"
    );
    assert!(!told.contains("硬化东村道路"), "{told}");
}
