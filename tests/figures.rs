//! The figures of 健龙镇, to the character, and what moves them.

use std::fs;

use serde_json::json;

use crate::office::{Office, example, row};

const YEAR_END: [&str; 4] = ["report", "summary", "--as-of", "2024-12-31"];

fn published(report: &serde_json::Value) {
    let scope = &report["data"]["scope"];
    assert_eq!(
        (&scope["total"], &scope["tracked"]),
        (&json!(69), &json!(86))
    );
    for (class, count, percent) in [("A", 40, "58"), ("B", 21, "30.4"), ("C", 8, "11.6")] {
        let found = row(report, "class", class);
        assert_eq!(
            (&found["count"], &found["percent"]),
            (&json!(count), &json!(percent)),
            "{class}"
        );
    }
    for rate in ["reply_rate", "closure_rate", "satisfaction_rate"] {
        let found = row(report, "rates", rate);
        assert_eq!(found["numerator"], json!(69), "{rate}");
        assert_eq!(found["denominator"], json!(69), "{rate}");
        assert_eq!(found["percent"], json!("100"), "{rate}");
    }
    assert_eq!(row(report, "revisit", "满意")["count"], json!(69));
    assert_eq!(row(report, "kind", "key_supervised")["count"], json!(10));
    assert_eq!(row(report, "level", "district")["count"], json!(17));
}

#[test]
fn the_demo_prints_exactly_one_summary_with_the_published_figures() {
    let office = Office::empty();
    let report = office.json(&["demo"]);
    assert_eq!(report["kind"], "report.summary");
    published(&report);
    assert!(
        office.journal().is_empty(),
        "the demo's store is thrown away"
    );
}

#[test]
fn the_imported_year_gives_the_published_figures() {
    published(&Office::with_year().json(&YEAR_END));
}

#[test]
fn an_earlier_day_gives_other_figures() {
    let office = Office::with_year();
    let may = office.json(&["report", "summary", "--as-of", "2024-05-31"]);
    let december = office.json(&YEAR_END);
    assert_ne!(may["data"], december["data"]);
    assert_eq!(
        row(&may, "class", "C")["count"],
        json!(5),
        "replied to by May"
    );
    assert_eq!(may["data"]["scope"]["total"], json!(58));
}

#[test]
fn changing_one_row_changes_the_figure() {
    let office = Office::empty();
    office.does(&[
        "init",
        "--office",
        "健龙镇人大主席团",
        "--secretary",
        "王敏",
        "--rules",
        "jianlong",
    ]);
    let ledger = fs::read_to_string(example("jianlong/ledger.csv")).expect("the ledger");
    let class_a = ledger
        .lines()
        .find(|l| l.contains(",A,,,,满意,") && l.contains(",镇,"));
    let class_a = class_a.expect("a case of class A");
    let changed = ledger.replace(class_a, &class_a.replace(",A,,,,满意,", ",C,,,,满意,"));
    let file = office.path("changed.csv");
    fs::write(&file, changed).expect("written");
    let file = file.to_str().expect("UTF-8");
    office.does(&["import", file, "--apply", "--lenient"]);
    let report = office.json(&YEAR_END);
    assert_eq!(row(&report, "class", "A")["count"], json!(39));
    assert_eq!(row(&report, "class", "A")["percent"], json!("56.5"));
    assert_eq!(row(&report, "class", "C")["percent"], json!("13"));
}

#[test]
fn importing_the_year_again_changes_nothing() {
    let office = Office::with_year();
    let before = office.journal();
    let again = office.does(&[
        "import",
        &example("jianlong/ledger.csv"),
        "--apply",
        "--format",
        "plain",
    ]);
    assert!(
        again.out.lines().all(|line| line.contains("\tsame\t")),
        "{again:?}"
    );
    assert_eq!(office.journal(), before);
}

#[test]
fn a_month_is_byte_for_byte_the_same_for_ever() {
    let mut office = Office::with_year();
    let known = office.json(&["log", "--limit", "1"])["known"]
        .as_u64()
        .expect("a number")
        .to_string();
    for format in ["table", "plain", "json", "jsonl", "csv", "md"] {
        let month = [
            "report",
            "monthly",
            "--month",
            "2024-05",
            "--as-of",
            "2024-06-30",
            "--known",
            &known,
            "--format",
            format,
        ];
        office.now = "2025-01-02T09:00:00+08:00";
        office.terminal = false;
        let before = office.does(&month).out;
        // Later entries for days of that month, another day, somebody looking on.
        office.now = "2026-03-04T10:11:12+08:00";
        office.does(&["consult", "10", "--mode", "电话", "--on", "2024-05-06"]);
        office.does(&["progress", "11", "补记", "--on", "2024-05-07"]);
        office.env.insert("COLUMNS".to_owned(), "40".to_owned());
        office.terminal = true;
        assert_eq!(office.does(&month).out, before, "{format}");
        let now = [
            "report",
            "monthly",
            "--month",
            "2024-05",
            "--as-of",
            "2024-06-30",
            "--format",
            format,
        ];
        assert_ne!(
            office.does(&now).out,
            before,
            "{format}: what was recorded since shows as a difference"
        );
    }
}

#[test]
fn every_figure_names_its_cases() {
    let office = Office::with_year();
    let report = office.json(&YEAR_END);
    for section in report["data"]["sections"].as_array().expect("sections") {
        for row in section["rows"].as_array().expect("rows") {
            let name = format!(
                "{}.{}",
                section["key"].as_str().unwrap_or_default(),
                row["key"].as_str().unwrap_or_default()
            );
            if row.get("mean").is_some() {
                continue;
            }
            let counted = row
                .get("count")
                .or(row.get("numerator"))
                .expect("a figure")
                .as_u64();
            let mut words = YEAR_END.to_vec();
            words.extend(["--explain", &name]);
            let listed = office.json(&words)["data"]
                .as_array()
                .map(|rows| rows.len() as u64);
            assert_eq!(listed, counted, "{name}");
        }
    }
}

#[test]
fn a_figure_that_is_not_there_is_answered_with_the_nearest() {
    let done = Office::with_year().run(&["report", "summary", "--explain", "class.Z"]);
    assert_eq!(done.code, 3);
    assert!(done.err.contains("class.A"), "{}", done.err);
}

#[test]
fn scope_chooses_the_denominator() {
    let office = Office::with_year();
    for (scope, total) in [
        ("level=district", 17),
        ("kind=ordinary", 54),
        ("period=闭会期间", 23),
        ("category=社会事业", 9),
        ("year=2024", 69),
        ("year=2023", 0),
        ("unit=党政办公室", 2),
        ("session=20-5", 69),
    ] {
        let words = [
            "report",
            "summary",
            "--as-of",
            "2024-12-31",
            "--scope",
            scope,
        ];
        assert_eq!(
            office.json(&words)["data"]["scope"]["total"],
            json!(total),
            "{scope}"
        );
    }
    let done = office.run(&["report", "summary", "--scope", "levle=town"]);
    assert_eq!(done.code, 2);
    assert!(done.err.contains("level"), "{}", done.err);
}

#[test]
fn an_alarm_hears_only_what_the_report_counts() {
    let office = Office::with_year();
    let report = ["report", "summary", "--as-of", "2024-05-31"];
    let alarm = |scope: &str| {
        let words = [&report[..], &["--fail-on", "overdue", "--scope", scope]].concat();
        office.run(&words).code
    };
    let late = office.json(&["list", "--overdue", "--as-of", "2024-05-31"]);
    let late = late["data"].as_array().expect("rows").len();
    assert!(late > 0, "there are late ones");
    assert_eq!(alarm("level=town"), 8);
    assert_eq!(alarm("unit=文化服务中心"), 0);
}

/// The published figures of 德惠市, over the 35 ordinary suggestions.
#[test]
fn the_city_of_dehui_prints_its_published_figures() {
    let office = imported("dehui", "district", "2023-01-10T09:00:00+08:00", false);
    let over = |scope: &str| {
        let at = [
            "report",
            "summary",
            "--as-of",
            "2022-12-31",
            "--scope",
            scope,
        ];
        office.json(&at)
    };
    let ordinary = over("kind=ordinary");
    assert_eq!(ordinary["data"]["scope"]["total"], json!(35));
    for (category, count) in [
        ("农林水电", 10),
        ("教科文卫", 8),
        ("工交财贸", 7),
        ("城建环保", 3),
        ("政法", 2),
        ("其他", 5),
    ] {
        assert_eq!(row(&ordinary, "category", category)["count"], json!(count));
    }
    for (class, count, percent) in [
        ("解决", 20, "57.1"),
        ("部分解决", 14, "40"),
        ("不能解决", 1, "2.9"),
    ] {
        let found = row(&ordinary, "class", class);
        assert_eq!(
            (&found["count"], &found["percent"]),
            (&json!(count), &json!(percent)),
            "{class}"
        );
    }
    for rate in ["reply_rate", "satisfaction_rate"] {
        assert_eq!(
            row(&ordinary, "rates", rate)["percent"],
            json!("100"),
            "{rate}"
        );
    }
    assert_eq!(row(&over("kind=key"), "class", "解决")["count"], json!(1));
    let all = office.json(&["report", "summary", "--as-of", "2022-12-31"]);
    assert_eq!(all["data"]["scope"]["units_count"], json!(20));
}

/// The published figures of 昆明市, in its own style of two decimals.
#[test]
fn the_city_of_kunming_prints_its_published_figures() {
    let office = imported("kunming-2017", "city", "2022-01-10T09:00:00+08:00", true);
    let all = office.json(&["report", "summary", "--as-of", "2021-12-31"]);
    let scope = &all["data"]["scope"];
    assert_eq!(
        (&scope["total"], &scope["units_count"]),
        (&json!(291), &json!(57))
    );
    for (section, key, count, percent) in [
        ("period", "in_session", 270, "92.78"),
        ("period", "between_sessions", 21, "7.22"),
        ("category", "经济建设", 28, "9.62"),
        ("category", "城建交通", 85, "29.21"),
        ("category", "监察司法", 12, "4.12"),
        ("category", "社会事业", 22, "7.56"),
        ("category", "教科文卫", 65, "22.34"),
        ("category", "农林水、生态环保", 60, "20.62"),
        ("category", "党群综合及其他", 19, "6.53"),
        ("class", "A", 226, "77.66"),
        ("class", "B", 33, "11.34"),
        ("class", "C", 32, "11.00"),
    ] {
        let found = row(&all, section, key);
        assert_eq!(
            (&found["count"], &found["percent"]),
            (&json!(count), &json!(percent)),
            "{key}"
        );
    }
    let key = [
        "report",
        "summary",
        "--as-of",
        "2021-12-31",
        "--scope",
        "kind=key",
    ];
    assert_eq!(row(&office.json(&key), "class", "A")["count"], json!(4));
}

/// An office of the examples with its rosters and its ledger.
fn imported(rules: &str, level: &str, now: &'static str, lenient: bool) -> Office {
    let mut office = Office::empty();
    office.now = now;
    let folder = rules.split('-').next().expect("a name");
    let init = [
        "init",
        "--office",
        "示例市人大常委会",
        "--secretary",
        "高秘书",
    ];
    office.does(&[&init[..], &["--level", level, "--rules", rules]].concat());
    for (file, kind) in [
        ("units", "units"),
        ("deputies", "deputies"),
        ("ledger", "ledger"),
    ] {
        let file = example(&format!("{folder}/{file}.csv"));
        let mut words = vec!["import", &file, "--kind", kind, "--apply"];
        words.extend((lenient && kind == "ledger").then_some("--lenient"));
        office.does(&words);
    }
    office
}

#[test]
fn the_stations_of_the_town_stand_on_its_roster() {
    let office = Office::with_year();
    for kind in ["stations", "opinions", "activities"] {
        let file = example(&format!("jianlong/{kind}.csv"));
        office.does(&["import", &file, "--kind", kind, "--apply", "-q"]);
    }
    let roster = office.json(&["report", "roster"]);
    let count = |key| row(&roster, "station", key)["count"].clone();
    assert_eq!((count("home"), count("station")), (json!(1), json!(11)));
    let heard = office.json(&["report", "opinions"]);
    assert_eq!(row(&heard, "links", "heard")["count"], json!(154));
    assert_eq!(row(&heard, "links", "suggestions")["count"], json!(86));
}
