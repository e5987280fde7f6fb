//! The deadlines of the texts, as a table read from them by a person, held against the shipped
//! rule sets cell by cell: what a text does not set is empty here and absent there.

use jianyi::domain::rules::{ClockKey, ClockRule, shipped_set};

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
