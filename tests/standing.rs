//! The standing of deputies: quarters come to the year, years that say nothing are held against nobody.

use serde_json::{Value, json};

use crate::handling::{play, refused};
use crate::office::{Office, row};

/// A town under its own table: four points at most of what is entered, ten of what is deducted too.
fn town(table: &str, now: &'static str) -> Office {
    let mut office = Office::empty();
    office.now = now;
    let rules = format!(
        r#"{{"name":"本镇","label":"本镇","extends":"national-2015","in_force_from":"2021-01-01","performance":{table},"sources":{{"performance":{{"verified":false}}}}}}"#
    );
    office.write("own.json", rules);
    play(
        &office,
        "
init --office 健龙镇人大主席团 --secretary 王敏 --rules own.json --on 2021-12-01
session open 20-1 --on 2021-12-10
deputy add 祝晓琴 --on 2021-12-10
deputy add 凌钦泽 --on 2021-12-10",
    );
    office
}

const CAPPED: &str =
    r#"{"label":"积分","base":"60","items":[{"code":"bonus","label":"加分","cap":"4"}]}"#;

#[test]
fn the_quarters_of_a_year_come_to_its_points() {
    let office = town(CAPPED, "2023-12-31T09:00:00+08:00");
    let standing = || {
        let report = office.json(&["report", "performance", "--year", "2023"]);
        row(&report, "standing", "祝晓琴")
    };
    play(
        &office,
        "
deputy log 祝晓琴 bonus 好 --points 3 --on 2023-02-01
deputy log 祝晓琴 bonus 好 --points 1 --on 2023-08-01",
    );
    refused(
        &office,
        "deputy log 祝晓琴 bonus 好 --points 1 --on 2023-09-01",
        4,
        "只剩 0 分",
    );
    // What is taken off comes nearer to nothing, whatever the cap.
    play(
        &office,
        "deputy log 祝晓琴 bonus 差 --points -3 --on 2023-10-01",
    );
    let now = standing();
    assert_eq!(
        (&now["points"], &now["q1"], &now["q3"], &now["q4"]),
        (&json!("61"), &json!("3"), &json!("1"), &json!("-3"))
    );
    play(&office, "rules adopt own.json --from 2023-01-01");
}

#[test]
fn what_lies_above_the_cap_is_in_no_quarter() {
    let table = r#"{"label":"积分","base":"0","ceiling":"100","items":[{"code":"s","label":"建议","counts":"suggestion","points":"3","cap":"5"},{"code":"m","label":"扣分"}]}"#;
    let office = town(table, "2023-12-31T09:00:00+08:00");
    for on in ["2023-02-01", "2023-05-01", "2023-08-01"] {
        play(
            &office,
            &format!("submit 修路 --deputy 祝晓琴 --category 其他 --on {on}"),
        );
    }
    play(
        &office,
        "deputy log 凌钦泽 m 缺席 --points -10 --on 2023-03-01",
    );
    let report = office.json(&["report", "performance", "--year", "2023"]);
    let own = row(&report, "standing", "祝晓琴");
    assert_eq!(
        (&own["points"], &own["q1"], &own["q2"], &own["q3"]),
        (&json!("5"), &json!("3"), &json!("2"), &json!("0"))
    );
    // A table up to a hundred goes down to nothing.
    assert_eq!(row(&report, "standing", "凌钦泽")["points"], "0");
}

/// The ceiling is that of the whole table: what one item leaves of it is not for another one too.
#[test]
fn the_ceiling_is_that_of_all_items_together() {
    let table = r#"{"label":"积分","base":"0","ceiling":"100","items":[{"code":"a","label":"甲类"},{"code":"b","label":"乙类"}]}"#;
    let office = town(table, "2023-12-31T09:00:00+08:00");
    play(
        &office,
        "
deputy log 祝晓琴 a 得分 --points 60 --on 2023-03-01
deputy log 祝晓琴 b 得分 --points 40 --on 2023-04-01",
    );
    for item in ["a", "b"] {
        let line = format!("deputy log 祝晓琴 {item} 得分 --points 1 --on 2023-05-01");
        refused(&office, &line, 4, "上限 100 分");
    }
    // Another year, and what is taken off, are other matters.
    play(
        &office,
        "
deputy log 祝晓琴 b 缺席 --points -5 --on 2023-06-01
deputy log 祝晓琴 a 得分 --points 100 --on 2022-06-01",
    );
}

/// Years that are not over, of which nothing was entered, or in which somebody served a few weeks.
#[test]
fn years_that_say_nothing_are_held_against_nobody() {
    let table = r#"{"label":"积分","base":"0","ceiling":"100","items":[{"code":"bonus","label":"得分"}],"grades":[{"grade":"好","points_min":"80"},{"grade":"差"}],"running":[{"label":"劝其辞职","years":2,"grade":"差"}]}"#;
    let office = town(table, "2024-06-30T09:00:00+08:00");
    let urged = |year: &str, day: &str| -> (Value, Value) {
        let report = office.json(&["report", "performance", "--year", year, "--as-of", day]);
        let row = row(&report, "running", "劝其辞职");
        (row["count"].clone(), row["deputies"].clone())
    };
    let nobody = (json!(0), json!(""));
    // Three weeks of 2021, and 2022 without an entry.
    play(
        &office,
        "deputy log 祝晓琴 bonus 年度 --points 90 --on 2021-12-20",
    );
    assert_eq!(urged("2022", "2022-12-31"), nobody);
    play(
        &office,
        "
deputy log 祝晓琴 bonus 年度 --points 90 --on 2022-05-01
deputy log 祝晓琴 bonus 年度 --points 90 --on 2023-05-01",
    );
    assert_eq!(urged("2022", "2022-12-31"), nobody, "2021 were three weeks");
    assert_eq!(urged("2023", "2023-12-31"), (json!(1), json!("凌钦泽")));
    assert_eq!(urged("2023", "2023-12-30"), nobody, "it is not over");
    let told = office.does(&[
        "report",
        "performance",
        "--year",
        "2023",
        "--explain",
        "running.劝其辞职",
    ]);
    assert!(
        told.out.contains("凌钦泽") && !told.out.contains("祝晓琴"),
        "{}",
        told.out
    );
}

/// Calls on households feed the file and the points by themselves; the file tells every seat.
#[test]
fn calls_on_households_and_seats_stand_in_the_file() {
    let table = r#"{"label":"积分","base":"0","items":[{"code":"v","label":"走访","counts":"household_visit","points":"0.5"}]}"#;
    let office = town(table, "2023-12-31T09:00:00+08:00");
    play(
        &office,
        "
deputy seat 凌钦泽 --level 区 --constituency 第三选区 --by-election --on 2022-03-01
deputy end 凌钦泽 --level 区 --why 辞职 --on 2023-11-30
citizen add 甲户 --deputy 凌钦泽 --on 2023-01-05
citizen add 乙户 --deputy 凌钦泽 --on 2023-01-05
citizen visit 1-2 --note 问了用水 --on 2023-02-01
citizen visit 1 --note 回访 --on 2023-05-01",
    );
    let report = office.json(&["report", "performance", "--year", "2023"]);
    let own = row(&report, "standing", "凌钦泽");
    assert_eq!((&own["v"], &own["points"]), (&json!(3), &json!("1.5")));
    let file = office.json(&["deputy", "file", "凌钦泽"]);
    let visits = &file["data"]["household_visits"];
    assert_eq!(
        (
            &visits[0]["households"],
            &visits[0]["note"],
            &visits[1]["households"]
        ),
        (&json!(2), &json!("问了用水"), &json!(1))
    );
    let seat = &file["data"]["mandates"][1];
    assert_eq!(
        [
            &seat["constituency"],
            &seat["from"],
            &seat["to"],
            &seat["why"],
            &seat["by_election"]
        ],
        ["第三选区", "2022-03-01", "2023-11-30", "辞职", "yes"]
    );
    // None of it stands on the card for the public but the seats that are held.
    let card = office.does(&["deputy", "card", "凌钦泽"]).out;
    assert!(
        !card.contains("问了用水") && !card.contains("第三选区"),
        "{card}"
    );
}

/// Where the rules have no table, ratings of a year are in the report all the same.
#[test]
fn ratings_are_reported_without_a_table() {
    let mut office = Office::new();
    office.now = "2024-12-31T09:00:00+08:00";
    play(
        &office,
        "
deputy rate 祝晓琴 --year 2024 --self 优秀
deputy rate 凌钦泽 --year 2024 --satisfied 30 --mostly 3 --dissatisfied 1",
    );
    let report = office.json(&["report", "performance", "--year", "2024"]);
    assert_eq!(row(&report, "rated", "祝晓琴")["self_rated"], "优秀");
    let voters = row(&report, "rated", "凌钦泽")["voters"].to_string();
    assert!(voters.contains("30"), "{voters}");
}
