//! The deadlines of the texts, as a table read from them by a person, held against the shipped
//! rule sets cell by cell: what a text does not set is empty here and absent there.

use jianyi::domain::rules::{ClockKey, ClockRule, shipped, shipped_set};

use crate::handling::{play, shown};
use crate::office::Office;

const MATRIX: &str = include_str!("data/deadline_matrix.csv");

/// A clock as the table writes it: `signed 5d`, `received between 10wd`, `assigned 6m consent`.
fn written(rule: &ClockRule) -> String {
    let start = serde_json::to_value(rule.start).expect("a start");
    let mut cell = start.as_str().expect("a word").to_owned();
    let limits = [
        ("", rule.limit),
        (" in", rule.in_session),
        (" between", rule.between_sessions),
    ];
    for (when, limit) in limits {
        cell += &limit
            .map(|limit| format!("{when} {limit}"))
            .unwrap_or_default();
    }
    cell += match rule.consent {
        Some(true) => " consent",
        Some(false) => " no consent",
        None => "",
    };
    cell
}

#[test]
fn the_shipped_sets_are_the_texts_cell_by_cell() {
    let mut lines = MATRIX.lines();
    let names: Vec<&str> = lines.next().expect("names").split(',').skip(1).collect();
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
    for (column, name) in names.into_iter().enumerate() {
        let rules = shipped_set(name).expect(name).expect(name);
        for key in ClockKey::ALL {
            let row = rows.iter().find(|row| row[0] == key.code());
            let cell = row.map_or("", |row| row[column + 1]);
            let ours = rules.clock(key).map(written).unwrap_or_default();
            assert_eq!(ours, cell, "{name}: {}", key.code());
        }
    }
    let known = |row: &Vec<&str>| ClockKey::ALL.iter().any(|key| key.code() == row[0]);
    assert!(rows.iter().all(known), "every row is a clock");
}

/// With what the help of each verb names, under every set that comes with the program.
#[test]
fn a_case_is_walked_under_every_shipped_set() {
    for set in shipped() {
        let office = Office::empty();
        let rules = shipped_set(set).expect(set).expect(set);
        let category = rules.categories.last().expect("a category").to_string();
        let grade = rules
            .satisfaction
            .levels
            .first()
            .expect("a word")
            .to_string();
        let begun =
            format!("init --office 某镇人大主席团 --secretary 王敏 --rules {set} --on 2024-01-02");
        play(&office, &begun);
        play(&office, SETTING);
        let submit =
            format!("submit 关于修路的建议 --deputy 祝晓琴 --category {category} --on 2024-01-12");
        play(&office, &submit);
        let class = rules.classes.first().expect("a class").code.to_string();
        play(&office, &WALK.replace("CLASS", &class));
        play(
            &office,
            &format!("rate 1 --rating {grade} --result {grade} --on 2024-03-20"),
        );
        play(
            &office,
            "deliver 1 --on 2024-03-05\nlook-back 1 --good --on 2024-03-22\nclose 1 --on 2024-03-25",
        );
        let case = shown(&office, "1");
        assert_eq!(case["state"], "closed", "{set}");
        assert_eq!(case["class"], class, "{set}");
        for clock in case["clocks"].as_array().expect("clocks") {
            assert!(clock["source"].is_string(), "{set}: {clock}");
        }
    }
}

const SETTING: &str = "
session open 20-5 --on 2024-01-10
unit add 村镇建设服务中心 --leader 陈刚 --on 2024-01-10
unit add 农业服务中心 --on 2024-01-10
deputy add 祝晓琴 --on 2024-01-10
session close --on 2024-01-13";

const WALK: &str = "
review 1 --accept --on 2024-01-13
assign 1 --lead 村镇建设服务中心 --co 农业服务中心 --on 2024-01-20
sign 1 --on 2024-01-22
consult 1 --mode 面谈 --stage 办前 --on 2024-01-30
concur 1 --unit 农业服务中心 --note 同意 --on 2024-02-10
progress 1 路基完成 --percent 60 --on 2024-02-20
reply 1 --class CLASS --signer 陈刚 --publication 公开 --on 2024-03-01
class 1 --first-review CLASS --on 2024-03-03
class 1 --confirm CLASS --on 2024-03-04";
