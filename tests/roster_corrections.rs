//! The roster mended: a correction, a line taken back or put back is judged like a fresh entry.

use crate::office::Office;

fn office() -> Office {
    let office = Office::new();
    recorded(&office, "deputy add 李明 --card 1001 --on 2024-01-10");
    office
}

/// Plays lines and gives the number of the last entry.
fn recorded(office: &Office, lines: &str) -> String {
    for line in lines.trim().lines() {
        office.does(&line.split_whitespace().collect::<Vec<_>>());
    }
    let log = office.json(&["log", "--limit", "1"]);
    log["data"][0]["seq"].to_string()
}

fn mend(office: &Office, line: &str, field: &str, value: &str) -> (u8, String) {
    let words = [
        "correct", line, "--field", field, "--value", value, "--why", "抄错",
    ];
    let told = office.run(&words);
    (told.code, told.err)
}

#[test]
fn seats_are_judged_again_where_they_are_corrected_or_taken_back() {
    let office = office();
    let ended = recorded(&office, "deputy end 李明 --why 辞职 --on 2024-02-01");
    let given = recorded(&office, "deputy seat 李明 --by-election --on 2024-03-01");
    let told = mend(&office, &given, "on", "2024-01-20");
    assert!(told.0 == 4 && told.1.contains("不能重叠"), "{told:?}");
    let told = mend(&office, &ended, "on", "2024-04-01");
    assert!(told.0 == 4 && told.1.contains("不能重叠"), "{told:?}");
    office.refuses(&["undo", &ended, "--why", "错"], 4, &["不能重叠"]);
    assert_eq!(mend(&office, &given, "on", "2024-02-10").0, 0);
    // A line that comes back is judged as well.
    let late = recorded(&office, "deputy end 李明 --on 2024-05-01");
    let both = format!("{given},{late}");
    office.does(&["undo", &both, "--why", "错"]);
    recorded(&office, "deputy seat 李明 --on 2024-02-05");
    office.refuses(&["redo", &both, "--why", "对"], 4, &["不能重叠"]);
}

#[test]
fn an_earlier_seat_entered_late_ends_on_its_own_day() {
    let office = office();
    recorded(
        &office,
        "deputy seat 李明 --level district --on 2022-01-01
deputy seat 李明 --level district --to 2021-12-31 --on 2017-01-01",
    );
    let seats = office.does(&["export", "deputies"]).out;
    assert!(seats.contains("2017-01-01,2021-12-31"), "{seats}");
    office.refuses(
        &[
            "deputy",
            "seat",
            "李明",
            "--level",
            "district",
            "--on",
            "2024-01-01",
        ],
        4,
        &["不能重叠"],
    );
}

#[test]
fn a_group_and_a_station_begin_before_those_who_belong_to_them() {
    let office = office();
    let group = recorded(&office, "group add 茶业小组 --professional --on 2024-02-01");
    let joined = recorded(
        &office,
        "group join 茶业小组 --deputies 祝晓琴 --on 2024-03-01",
    );
    let early = [
        "group",
        "join",
        "茶业小组",
        "--deputies",
        "李明",
        "--on",
        "2024-01-20",
    ];
    office.refuses(&early, 4, &["2024年2月1日"]);
    let told = mend(&office, &group, "on", "2024-03-10");
    assert!(told.0 == 4 && told.1.contains("2024年3月1日"), "{told:?}");
    let told = mend(&office, &joined, "on", "2024-01-20");
    assert!(told.0 == 4 && told.1.contains("2024年2月1日"), "{told:?}");
    let told = mend(&office, &joined, "deputies", "没有此人");
    assert!(told.0 == 3 && told.1.contains("没有此人"), "{told:?}");
    let left = recorded(
        &office,
        "group leave 茶业小组 --deputies 祝晓琴 --on 2024-04-01",
    );
    let told = mend(&office, &left, "on", "2024-02-20");
    assert!(told.0 == 4 && told.1.contains("2024年3月1日"), "{told:?}");
    let station = recorded(&office, "station add 甲站 --on 2024-02-01");
    recorded(&office, "station staff 甲站 --heads 祝晓琴 --on 2024-03-01");
    let told = mend(&office, &station, "on", "2024-03-10");
    assert!(told.0 == 4 && told.1.contains("2024年3月1日"), "{told:?}");
}

#[test]
fn what_the_program_numbered_keeps_its_number() {
    let office = office();
    let pledge = recorded(&office, "deputy pledge 祝晓琴 每月走访一次 --on 2024-02-01");
    for (line, field) in [
        (&pledge, "pledge"),
        (
            &recorded(
                &office,
                "opinion add 路灯不亮 --channel 走访 --on 2024-02-01",
            ),
            "opinion",
        ),
        (
            &recorded(
                &office,
                "activity plan 培训 --kind 代表培训 --on 2024-02-01",
            ),
            "activity",
        ),
        (
            &recorded(&office, "project collect 路灯 --year 2024 --on 2024-02-01"),
            "project",
        ),
    ] {
        let told = mend(&office, line, field, "9");
        assert_eq!(told.0, 3, "{field}: {told:?}");
    }
    assert_eq!(mend(&office, &pledge, "promise", "每周走访").0, 0);
}

#[test]
fn the_conditions_of_a_saved_list_are_corrected_as_a_list() {
    let office = office();
    let line = recorded(&office, "filter save 我的 逾期");
    let told = mend(&office, &line, "conditions", r#"["逾期","红"]"#);
    assert_eq!(told.0, 0, "{told:?}");
    let journal = String::from_utf8(office.journal()).expect("text");
    let last = journal.lines().last().expect("a line");
    assert!(last.contains(r#""new":["逾期","红"]"#), "{last}");
}
