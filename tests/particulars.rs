//! Particulars that come in as a table, and those that are put right: no word of them is told, and what
//! was replaced is gone.

use std::fs;

use crate::citizens::{files, holds, planted};
use crate::guided::{Says, led};
use crate::office::Office;

#[test]
fn particulars_are_put_right_and_what_stood_there_is_gone() {
    let office = planted();
    let before = office.json(&["log", "--limit", "1"])["data"][0]["seq"].clone();
    let right = [
        "citizen",
        "correct",
        "1",
        "--phone",
        "13955554444",
        "--why",
        "换号",
        "--on",
        "2024-04-01",
    ];
    office.does(&[&right[..], &["--dry-run"]].concat());
    assert!(!holds(&office.journal(), "particulars_corrected"));
    office.does(&right);
    let shown = office.does(&["citizen", "show", "1", "--private"]).out;
    assert!(
        shown.contains("139****4444") && shown.contains("金丝雀巷九号"),
        "{shown}"
    );
    for (file, bytes) in files(office.folder()) {
        assert!(
            !holds(&bytes, "13966667777"),
            "{file} still holds the old number"
        );
        assert!(
            file.ends_with("private.jsonl") || !holds(&bytes, "13955554444"),
            "{file}"
        );
    }
    assert_eq!(office.run(&["verify"]).code, 0);
    office.refuses(&right, 4, &["没有"]);
    let other = [
        "citizen",
        "correct",
        "1",
        "--name",
        "金丝雀乙",
        "--phone",
        "13966667778",
        "--why",
        "错",
    ];
    office.refuses(&other, 4, &["群众2"]);
    office.refuses(
        &["citizen", "correct", "9", "--phone", "1", "--why", "错"],
        3,
        &["9"],
    );
    // What was replaced is not there to come back.
    office.refuses(&["undo", "--why", "错"], 4, &["撤"]);
    assert_ne!(
        before,
        office.json(&["log", "--limit", "1"])["data"][0]["seq"]
    );
}

#[test]
fn of_two_rows_the_one_that_was_sealed_stands() {
    let office = planted();
    office.does(&[
        "citizen",
        "correct",
        "1",
        "--phone",
        "13955554444",
        "--why",
        "换号",
        "--on",
        "2024-04-01",
    ]);
    // A writing that was interrupted leaves both rows: the journal says which one stands.
    let rows = fs::read_to_string(office.path("private.jsonl")).expect("rows");
    let stale = rows
        .lines()
        .find(|row| row.contains("13955554444"))
        .expect("a row");
    let stale = stale.replace("13955554444", "13900001111");
    office.write("private.jsonl", format!("{rows}{stale}\n"));
    assert_eq!(office.run(&["verify"]).code, 0);
    let shown = office.does(&["citizen", "show", "1", "--private"]).out;
    assert!(
        shown.contains("139****4444") && !shown.contains("139****1111"),
        "{shown}"
    );
    office.does(&["erase", "1", "--why", "本人要求"]);
    let rows = fs::read_to_string(office.path("private.jsonl")).expect("rows");
    assert!(
        !rows.contains("13955554444") && !rows.contains("13900001111"),
        "{rows}"
    );
}

#[test]
fn a_register_of_households_comes_in_once_and_is_told_by_nobody() {
    let office = Office::new();
    office.write(
        "联系户.csv",
        "户主,联系电话,家庭住址,备注,包户代表\n金丝雀甲,13966667777,金丝雀巷九号,金丝雀备注,祝晓琴\n金丝雀乙,,金丝雀路二号,,凌钦泽\n,13900000000,,,\n",
    );
    let file = office.path("联系户.csv").display().to_string();
    let import = ["import", &file, "--kind", "citizens"];
    let dry = office.run(&import);
    assert_eq!(dry.code, 4, "one row names nobody");
    let apply = [&import[..], &["--apply", "--skip-wrong"]].concat();
    let told = office.does(&apply);
    for said in [&dry.out, &dry.err, &told.out, &told.err] {
        assert!(
            !said.contains("金丝雀") && !said.contains("139666"),
            "{said}"
        );
    }
    let held = |word: &str| {
        let all = files(office.folder()).into_iter();
        let all = all.filter(|(file, _)| !file.ends_with("联系户.csv"));
        all.filter(|(_, bytes)| holds(bytes, word))
            .map(|(file, _)| file)
            .collect::<Vec<_>>()
    };
    let kept = held("金丝雀甲");
    assert!(
        kept.len() == 1 && kept[0].ends_with("private.jsonl"),
        "{kept:?}"
    );
    let list = office.json(&["citizen", "list"]);
    assert_eq!(list["data"].as_array().map(Vec::len), Some(2));
    assert_eq!(list["data"][0]["deputy"], "祝晓琴");
    assert_eq!(office.run(&["verify"]).code, 0);
    // Twice changes nothing; what differs is named, and not what it is.
    let lines = office.journal();
    office.does(&apply);
    assert!(office.journal() == lines);
    office.write(
        "联系户.csv",
        "户主,联系电话,家庭住址\n金丝雀甲,13966667777,金丝雀巷十号\n",
    );
    let told = office.run(&[&import[..], &["--apply"]].concat());
    assert!(
        told.out.contains("住址") && !told.out.contains("金丝雀"),
        "{}",
        told.out
    );
    assert!(office.journal() == lines);
}

/// Whoever enters a name that is on record is told of the earlier one, by its number: it may be the
/// same person, or not.
#[test]
fn who_bears_a_name_that_is_on_record_is_told_of_and_entered() {
    let office = planted();
    let told = |words: &[&str]| {
        let told = office.does(words).err;
        assert!(!told.contains("金丝雀甲"), "{told}");
        told.contains("同名") && told.contains("群众1(2024-02-01)") && told.contains("查看 1")
    };
    let add = ["citizen", "add", "金丝雀甲", "--phone", "13700000000"];
    assert!(told(&[&add[..], &["--dry-run"]].concat()));
    assert!(told(&add));
    let said = ["opinion", "add", "路灯坏了", "--channel", "走访"];
    assert!(told(&[&said[..], &["--citizen", "金丝雀甲"]].concat()));
    assert!(!told(&[&said[..], &["--citizen", "金丝雀丙"]].concat()));
    // Somebody who is called so by a correction, too; nobody is his own namesake.
    let correct = ["citizen", "correct", "2", "--why", "写错"];
    assert!(told(&[&correct[..], &["--name", "金丝雀甲"]].concat()));
    assert!(!told(&[
        "citizen",
        "correct",
        "5",
        "--address",
        "九号",
        "--why",
        "补"
    ]));
    office.does(&["erase", "1", "--why", "本人要求"]);
    assert!(!told(&[
        "citizen",
        "add",
        "金丝雀甲",
        "--phone",
        "13700000001"
    ]));
}

#[test]
fn the_last_look_shows_whose_name_it_is_before_anything_is_written() {
    let office = planted();
    let before = office.journal();
    let says = [Says::Line("金丝雀甲"), Says::Picks("取消")];
    let told = led(&office, &["citizen", "add"], &says);
    assert!(told.err.contains("群众1(2024-02-01)"), "{}", told.err);
    assert!(office.journal() == before);
}

#[test]
fn an_import_finds_names_that_are_on_record_or_stand_twice() {
    let office = planted();
    office.write(
        "名册.csv",
        "姓名,联系电话\n金丝雀甲,13700000000\n金丝雀丙,\n金丝雀丙,13700000001\n金丝雀丁,\n",
    );
    let import = [
        "import",
        "名册.csv",
        "--kind",
        "citizens",
        "--format",
        "json",
    ];
    let rows: serde_json::Value = serde_json::from_str(&office.does(&import).out).expect("JSON");
    let why = |row: usize| rows["data"][row]["why"].as_str().unwrap_or_default();
    assert!(why(0).contains("同名: 群众1"), "{rows}");
    assert!(why(2).contains("同名: 群众4"), "{rows}");
    assert_eq!((why(1), why(3)), ("", ""), "{rows}");
    office.does(&[&import[..], &["--apply"]].concat());
    assert_eq!(
        office.json(&["citizen", "list"])["data"]
            .as_array()
            .map(Vec::len),
        Some(6)
    );
}
