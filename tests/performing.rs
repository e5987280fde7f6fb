//! How deputies do their duty: the tables that come with the program, what feeds them by itself,
//! pledges, ratings of a year, the file and the card.

use serde_json::{Value, json};

use crate::handling::{play, refused};
use crate::office::{Office, row};

/// A town under a table of points, with two deputies.
fn town(rules: &str) -> Office {
    let mut office = Office::empty();
    office.now = "2026-12-31T09:00:00+08:00";
    play(
        &office,
        &format!(
            "
init --office 健龙镇人大主席团 --secretary 王敏 --rules {rules} --on 2024-01-02
session open 20-5 --on 2024-01-10
unit add 农业服务中心 --on 2024-01-10
deputy add 祝晓琴 --group 第一代表小组 --card 0017 --on 2024-01-10
deputy add 凌钦泽 --on 2024-01-10"
        ),
    );
    office
}

fn standing(office: &Office, year: &str, deputy: &str) -> Value {
    let report = office.json(&["report", "performance", "--year", year]);
    row(&report, "standing", deputy)
}

fn check(office: &Office, year: &str, deputy: &str, expected: &Value) {
    let row = standing(office, year, deputy);
    for (key, value) in expected.as_object().expect("an object") {
        assert_eq!(row[key], *value, "{key} of {deputy} in {year}: {row}");
    }
}

#[test]
fn jiangbei_is_fed_by_suggestions_activities_and_leave() {
    let office = town("jiangbei");
    check(
        &office,
        "2024",
        "祝晓琴",
        &json!({"count": 0, "points": "0"}),
    );
    play(
        &office,
        "
submit 修路 --deputy 祝晓琴 --category 其他 --on 2024-02-12
submit 修桥 --deputy 祝晓琴 --category 其他 --on 2024-05-12
kind 1 --supervisor 张主任 --on 2024-05-20
activity plan 水库视察 --kind 视察 --attended 祝晓琴 --on 2024-08-01
activity plan 小组会 --kind 小组活动 --attended 祝晓琴 --on 2024-08-02
activity plan 调研 --kind 调研 --invited 祝晓琴,凌钦泽 --attended 凌钦泽 --leave 祝晓琴 --on 2024-11-01
deputy log 祝晓琴 评为优秀建议 修路建议 --on 2024-12-20",
    );
    // Two suggestions, one inspection, one excellent suggestion, half a day of leave.
    let own = json!({"suggestion": 2, "suggestion_points": "6", "inspection_points": "3", "excellent_points": "2", "leave_points": "-1", "key_suggestion_points": "2", "q1": "3", "q2": "5", "q4": "1", "rank": 1});
    check(&office, "2024", "祝晓琴", &own);
    check(
        &office,
        "2024",
        "凌钦泽",
        &json!({"points": "3", "rank": 2}),
    );
    let behind = office.json(&[
        "report",
        "performance",
        "--year",
        "2024",
        "--explain",
        "standing.祝晓琴.suggestion",
    ]);
    assert_eq!(behind["data"].as_array().map(Vec::len), Some(2), "{behind}");
    refused(&office, "deputy log 祝晓琴 提出建议 修路", 4, "自动计分");
    refused(
        &office,
        "deputy log 祝晓琴 评为优秀建议 修路 --points 9",
        4,
        "由办法规定",
    );
    refused(&office, "deputy log 祝晓琴 发明 修路", 3, "没有分项");
    refused(&office, "deputy log 李四 评为优秀建议 修路", 3, "没有代表");
    // What is taken back counts no more; an earlier day does not know it yet.
    play(&office, "undo --why 登记错了");
    assert_eq!(standing(&office, "2024", "祝晓琴")["excellent_points"], "0");
    let early = office.json(&[
        "report",
        "performance",
        "--year",
        "2024",
        "--as-of",
        "2024-03-31",
    ]);
    assert_eq!(row(&early, "standing", "祝晓琴")["points"], "3");
}

#[test]
fn dongbao_has_a_base_no_ceiling_and_years_running() {
    let office = town("dongbao");
    for year in [2024, 2025, 2026] {
        play(
            &office,
            &format!("deputy log 祝晓琴 entered 年度履职 --points 118.5 --on {year}-05-01"),
        );
    }
    check(
        &office,
        "2025",
        "祝晓琴",
        &json!({"points": "178.5", "q2": "118.5", "rank": 1}),
    );
    check(
        &office,
        "2025",
        "凌钦泽",
        &json!({"points": "60", "rank": 2}),
    );
    let running = |year: &str, label: &str| {
        let report = office.json(&["report", "performance", "--year", year]);
        row(&report, "running", label)["deputies"].clone()
    };
    assert_eq!(
        (running("2026", "表彰"), running("2026", "诫勉")),
        (json!("祝晓琴"), json!("凌钦泽"))
    );
    assert_eq!(
        (running("2025", "表彰"), running("2025", "诫勉")),
        (json!(""), json!("凌钦泽"))
    );
}

/// A year is counted by the table in force at its end, whatever was adopted since.
#[test]
fn each_year_is_counted_by_its_own_table() {
    let office = town("dongbao");
    play(
        &office,
        "
deputy log 祝晓琴 entered 年度履职 --points 10 --on 2024-05-01
rules adopt yinchuan --from 2026-01-01 --on 2026-01-02
deputy log 祝晓琴 履职得分 年度 --points 90 --on 2026-05-01",
    );
    check(&office, "2024", "祝晓琴", &json!({"points": "70"}));
    check(
        &office,
        "2026",
        "祝晓琴",
        &json!({"points": "90", "grade": "好"}),
    );
}

#[test]
fn yinchuan_grades_a_hundred_points() {
    let office = town("yinchuan");
    for (deputy, points, grade) in [("祝晓琴", "80", "好"), ("凌钦泽", "79.5", "较好")] {
        play(
            &office,
            &format!("deputy log {deputy} 履职得分 年度 --points {points} --on 2024-05-01"),
        );
        check(
            &office,
            "2024",
            deputy,
            &json!({"points": points, "grade": grade}),
        );
    }
    for year in [2025, 2026] {
        play(
            &office,
            &format!("deputy log 凌钦泽 履职得分 年度 --points 59.99 --on {year}-05-01"),
        );
        check(
            &office,
            &year.to_string(),
            "凌钦泽",
            &json!({"grade": "差"}),
        );
    }
    let report = office.json(&["report", "performance", "--year", "2026"]);
    assert_eq!(
        row(&report, "running", "劝其辞职")["deputies"],
        "凌钦泽、祝晓琴"
    );
    refused(
        &office,
        "deputy log 祝晓琴 履职得分 加分 --points 20.01 --on 2024-06-01",
        4,
        "只剩 20 分",
    );
    refused(
        &office,
        "deputy log 祝晓琴 履职得分 加分 --points 101 --on 2026-06-01",
        4,
        "上限 100 分",
    );
    refused(
        &office,
        "deputy log 祝晓琴 履职得分 加分",
        4,
        "没有固定分值",
    );
    play(
        &office,
        "deputy log 祝晓琴 履职得分 加分 --points 20 --on 2024-06-01",
    );
    // A correction is judged as a fresh entry.
    let last = String::from_utf8(office.journal())
        .expect("text")
        .lines()
        .count()
        .to_string();
    office.refuses(
        &[
            "correct", &last, "--field", "points", "--value", "21", "--why", "抄错",
        ],
        4,
        &["上限 100 分"],
    );
    office.does(&[
        "correct", &last, "--field", "points", "--value", "19", "--why", "抄错",
    ]);
    assert_eq!(standing(&office, "2024", "祝晓琴")["points"], "99");
}

#[test]
fn an_office_without_a_table_is_told_how_to_get_one() {
    let office = town("jianlong");
    refused(
        &office,
        "deputy log 祝晓琴 办实事 调解",
        4,
        "没有履职积分表",
    );
    let report = office.json(&["report", "performance"]);
    assert_eq!(report["data"]["sections"][0]["key"], "pledges");
}

#[test]
fn pledges_are_kept_or_not_and_stand_on_the_card() {
    let office = town("yinchuan");
    play(
        &office,
        "
deputy pledge 祝晓琴 三户通水 --due 2024-06-30 --on 2024-01-20
deputy pledge 祝晓琴 修便民桥 --due 2024-12-31 --on 2024-01-20
deputy settle 1 --note 通水 --on 2024-06-20",
    );
    refused(&office, "deputy settle 1 --on 2024-07-01", 4, "承诺1");
    refused(&office, "deputy settle 9", 3, "没有承诺");
    refused(
        &office,
        "deputy pledge 祝晓琴 修路 --due 2024-01-01 --on 2024-01-20",
        4,
        "",
    );
    let report = office.json(&["report", "performance", "--year", "2024"]);
    for (key, count) in [("kept", 1), ("open", 1), ("overdue", 1), ("broken", 0)] {
        assert_eq!(row(&report, "pledges", key)["count"], json!(count), "{key}");
    }
    let card = office.does(&["deputy", "card", "祝晓琴"]).out;
    for shown in ["祝晓琴", "第一代表小组", "三户通水", "已兑现", "修便民桥"] {
        assert!(card.contains(shown), "{shown}: {card}");
    }
    assert!(
        !card.contains("0017"),
        "the card number is nobody's business: {card}"
    );
    refused(&office, "deputy card 李四", 3, "没有代表");
}

#[test]
fn the_card_shows_no_number_even_when_asked() {
    let office = town("jiangbei");
    play(
        &office,
        "deputy pledge 祝晓琴 有事打13812345678 --on 2024-01-20",
    );
    let card = office.does(&["deputy", "card", "祝晓琴", "--phones"]).out;
    assert!(card.contains("有事打") && !card.contains("5678"), "{card}");
}

#[test]
fn a_year_is_rated_by_the_deputy_and_by_voters_who_stay_unknown() {
    let office = town("yinchuan");
    play(
        &office,
        "
deputy rate 祝晓琴 --year 2024 --self 好 --on 2024-12-20
deputy rate 祝晓琴 --year 2024 --satisfied 36 --mostly 3 --dissatisfied 1 --on 2024-12-21
deputy rate 凌钦泽 --year 2024 --satisfied 3 --dissatisfied 1 --on 2024-12-21",
    );
    check(
        &office,
        "2024",
        "祝晓琴",
        &json!({"self_rated": "好", "voters": "满意 36、基本满意 3、不满意 1"}),
    );
    check(&office, "2024", "凌钦泽", &json!({"voters": "4 票"}));
    let journal = String::from_utf8(office.journal()).expect("text");
    let line = journal.lines().last().expect("a line");
    assert!(line.contains(r#""year":2024,"ballots":4}"#), "{line}");
    refused(
        &office,
        "deputy rate 祝晓琴 --year 2024 --self 一般",
        3,
        "可以写: 好",
    );
    refused(
        &office,
        "deputy rate 祝晓琴 --year 2027 --satisfied 9",
        4,
        "还没有到",
    );
    refused(&office, "deputy rate 祝晓琴 --year 2024", 4, "共 0 票");
}

#[test]
fn the_file_has_eight_blocks_and_the_pledges() {
    let office = town("jiangbei");
    play(
        &office,
        "
submit 修路 --deputy 凌钦泽 --co-signers 祝晓琴 --category 其他 --on 2024-02-12
activity plan 代表培训 --kind 代表培训 --attended 祝晓琴 --on 2026-03-01
activity plan 述职 --kind 述职 --attended 祝晓琴 --on 2026-11-01
deputy log 祝晓琴 excellent 修路建议 --on 2026-12-20
deputy pledge 祝晓琴 三户通水 --on 2026-01-20
deputy commend 祝晓琴 --what 优秀人大代表 --body 县人大常委会 --on 2026-03-08
meeting call 主席团会议 --on 2026-02-01
meeting hold 1 --present 祝晓琴 --on 2026-02-01
meeting call 另一次会议 --on 2026-03-01
meeting hold 2 --present 凌钦泽 --absent 祝晓琴 --on 2026-03-01
activity plan 大会发言 --kind 大会发言 --attended 祝晓琴 --on 2026-01-15",
    );
    let file = office.json(&["deputy", "file", "祝晓琴"]);
    let data = file["data"].as_object().expect("blocks");
    let blocks: Vec<(&str, usize)> = data
        .iter()
        .map(|(key, rows)| (key.as_str(), rows.as_array().map_or(0, Vec::len)))
        .collect();
    assert_eq!(blocks.len(), 12, "{blocks:?}");
    for (key, rows) in [
        ("meetings", 2),
        ("inspections", 0),
        ("training", 1),
        ("group_activities", 0),
        ("suggestions", 1),
        ("voter_reports", 1),
        ("awards", 1),
        ("register", 1),
        ("pledges", 1),
    ] {
        assert!(blocks.contains(&(key, rows)), "{key}: {blocks:?}");
    }
    assert!(
        file["data"]["basics"]
            .as_array()
            .expect("rows")
            .iter()
            .any(|row| row["key"] == "points" && row["value"] == "2"),
        "{file}"
    );
}
