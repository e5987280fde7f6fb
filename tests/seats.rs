//! Seats and what hangs on them: the first day that was said, the names of people, what a seat that ends
//! leaves behind.

use serde_json::json;

use crate::handling::{play, refused};
use crate::office::{Office, row};
use crate::roster::office;

/// A day that is said is the first day, today's too; only who says none gets that of the term.
#[test]
fn a_seat_begins_on_the_day_that_is_said() {
    let office = Office::new();
    play(&office, "deputy add 新人 --on 2024-06-28");
    refused(
        &office,
        "activity plan 视察 --kind 视察 --attended 新人 --on 2024-03-05",
        4,
        "任职以前",
    );
    play(&office, "deputy seat 祝晓琴 --level 区 --on 2024-06-28");
    let list = office.json(&["deputy", "list", "--as-of", "2024-06-27"]);
    let rows = list["data"].as_array().expect("rows").iter();
    let levels = |who: &str| {
        let mut rows = rows.clone();
        let found = rows.find(|row| row["name"] == who);
        found.map(|row| row["levels"].clone())
    };
    // Who became one later is nobody's deputy yet.
    assert_eq!(
        (levels("新人"), levels("祝晓琴")),
        (None, Some(json!(["镇"])))
    );
    play(&office, "deputy add 老人");
    play(
        &office,
        "activity plan 视察 --kind 视察 --attended 老人 --on 2024-03-05",
    );
}

/// A seat that ends on a day to come is held until then, which is said where it is entered.
#[test]
fn a_seat_that_ends_later_is_held_until_then() {
    let office = Office::new();
    let told = |line: &str| office.does(&line.split(' ').collect::<Vec<_>>()).err;
    let seat = "deputy seat 祝晓琴 --level 区 --on 2024-06-01 --to";
    let later = told(&format!("{seat} 2030-01-01"));
    assert!(
        later.contains("注意") && later.contains("2030年"),
        "{later}"
    );
    let rows = office.json(&["deputy", "list"])["data"].clone();
    let mut rows = rows.as_array().expect("rows").iter();
    let own = rows
        .find(|row| row["name"] == "祝晓琴")
        .expect("on the roster");
    assert_eq!(own["levels"], json!(["镇", "区"]));
    let over = told("deputy seat 凌钦泽 --level 区 --on 2023-06-01 --to 2023-12-31");
    assert!(!over.contains("注意"), "{over}");
}

/// Whoever has a namesake is named with the card, in every command.
#[test]
fn one_name_means_one_person_everywhere() {
    let office = office();
    play(&office, "deputy add 李明 --card 1024 --on 2024-01-10");
    for line in [
        "deputy pledge 李明 修路",
        "deputy rate 李明 --satisfied 9",
        "deputy card 李明",
        "deputy file 李明",
        "deputy commend 李明 --what 优秀",
    ] {
        refused(&office, line, 3, "李明(1024)");
    }
    refused(&office, "list --deputy 李明", 3, "李明(1024)");
    office.does(&["list", "--deputy", "李明(1024)"]);
    play(&office, "deputy pledge 李明(1001) 修路");
    for (who, pledged) in [("李明(1001)", true), ("李明(1024)", false)] {
        let file = office.does(&["deputy", "file", who]).out;
        assert_eq!(file.contains("修路"), pledged, "{who}: {file}");
    }
}

/// What a deputy did stands against ending the seat before it, whichever is entered first.
#[test]
fn a_seat_does_not_end_before_what_was_done_in_it() {
    let office = office();
    play(
        &office,
        "
activity plan 视察 --kind 视察 --attended 李明 --on 2024-05-05
station add 甲站 --heads 李明,祝晓琴 --informants 凌钦泽 --on 2024-02-01",
    );
    refused(&office, "deputy end 李明 --on 2024-05-01", 4, "不合规定");
    play(&office, "deputy end 李明 --on 2024-05-06");
    // Who has left keeps no station, and is rated for no year in which he held no seat.
    let report = office.json(&["report", "roster"]);
    assert_eq!(row(&report, "staff", "heads")["count"], 1);
    refused(
        &office,
        "deputy rate 李明 --year 2023 --satisfied 9",
        4,
        "没有代表职务",
    );
    play(&office, "deputy rate 李明 --year 2024 --satisfied 9");
}

/// What is not said anew stays: the clerk when the leader changes, the informants when the head does.
#[test]
fn a_post_and_a_station_keep_what_is_not_said_anew() {
    let office = office();
    play(
        &office,
        "
unit post 农业服务中心 --leader 赵局 --post 分管 --clerk 钱科 --phone 0717-1234567 --on 2024-02-01
unit post 农业服务中心 --leader 孙局 --on 2024-03-01
station add 甲站 --heads 祝晓琴 --informants 凌钦泽 --on 2024-02-01
station staff 甲站 --heads 李明 --on 2024-03-01",
    );
    let units = office.json(&["unit", "list", "--phones"]);
    let units = units["data"].as_array().expect("rows");
    let unit = units
        .iter()
        .find(|row| row["unit"] == "农业服务中心")
        .expect("a unit");
    assert_eq!(
        (&unit["leader"], &unit["clerk"], &unit["phone"]),
        (&json!("孙局"), &json!("钱科"), &json!("0717-1234567"))
    );
    let station = office.json(&["station", "list"])["data"][0].clone();
    assert_eq!(
        (&station["heads"], &station["informants"]),
        (&json!(["李明"]), &json!(["凌钦泽"]))
    );
}

/// Our own term tells nothing of a congress of another level: the day of a seat in it is said.
#[test]
fn the_day_of_a_seat_at_another_level_is_said() {
    let office = Office::new();
    refused(&office, "deputy seat 祝晓琴 --level 区", 2, "--日期");
    play(
        &office,
        "
deputy seat 祝晓琴 --level 区 --by-election
deputy seat 凌钦泽 --level 区 --on 2022-03-01",
    );
    let out = |as_of: &str| {
        let file = office.does(&["export", "deputies", "--as-of", as_of, "--format", "csv"]);
        file.out
    };
    // What goes out is what had begun, and had ended, by the day.
    let early = out("2024-02-01");
    assert!(early.contains("2022-03-01"), "{early}");
    assert_eq!(early.matches("祝晓琴").count(), 1, "{early}");
    play(&office, "deputy end 凌钦泽 --level 区 --on 2024-05-01");
    assert!(!out("2024-04-30").contains("2024-05-01"));
    assert!(out("2024-05-01").contains("2024-05-01"));
    play(&office, "deputy add 后来 --on 2024-06-28");
    let list = |as_of: &str| office.does(&["deputy", "list", "--as-of", as_of]).out;
    assert!(!list("2024-06-27").contains("后来") && list("2024-06-28").contains("后来"));
}

/// A station is not put after those who were heard in it.
#[test]
fn a_station_stays_before_what_was_heard_in_it() {
    let office = office();
    play(
        &office,
        "
station add 一站 --on 2024-01-15
opinion add 路灯不亮 --channel 接待日 --station 一站 --on 2024-01-31",
    );
    let journal = String::from_utf8(office.journal()).expect("text");
    let line = journal.lines().count() - 1;
    let moved = |day: &str| format!("correct {line} --field on --value {day} --why 记错 -y");
    refused(&office, &moved("2024-02-28"), 4, "1月31日");
    play(&office, &moved("2024-01-20"));
}
