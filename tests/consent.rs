//! What needs whose consent: decisions of a congress, and projects that go on otherwise than was voted.

use crate::handling::{play, refused};
use crate::office::Office;
use crate::projects::{candidates, does, office, refuses};

/// A congress decides by more than half of all its deputies, a presidium by more than half of those
/// who are there (地方组织法 第二十五条).
#[test]
fn a_congress_decides_by_all_its_deputies() {
    let office = Office::new();
    let deputies = "祝晓琴,凌钦泽";
    play(
        &office,
        &format!(
            "
meeting call 主席团会议 --day 2024-02-05 --on 2024-02-01
meeting hold 1 --present {deputies} --on 2024-02-05
meeting call 人代会 --meeting-kind congress --day 2024-02-06 --on 2024-02-01
meeting hold 2 --present {deputies} --on 2024-02-06
deputy add 甲 --on 2024-01-10
deputy add 乙 --on 2024-01-10
meeting decide 1 --what 同意 --votes 2/0/0 --on 2024-02-05"
        ),
    );
    let all = office.json(&["deputy", "list"])["data"]
        .as_array()
        .map(Vec::len);
    let said = format!("全体代表 {} 名", all.expect("deputies"));
    refused(
        &office,
        "meeting decide 2 --what 同意 --votes 2/0/0 --on 2024-02-06",
        4,
        &said,
    );
    // A decision of another day than its meeting is told.
    let told = office.does(&[
        "meeting",
        "decide",
        "1",
        "--what",
        "再议",
        "--on",
        "2024-03-01",
    ]);
    assert!(
        told.err.contains("2月5日") && told.err.contains("--日期 2024-02-05"),
        "{}",
        told.err
    );
    let list = office.json(&["meeting", "list"]);
    assert_eq!(
        list["data"][0]["present"], 2,
        "units that signed in are no people"
    );
}

/// What was voted for is begun as it was declared; what is otherwise needs consent, and something that
/// changes.
#[test]
fn what_was_voted_for_is_begun_as_declared() {
    let office = office();
    candidates(&office, 1);
    for line in [
        "unit add 农业站 --on 2024-01-02",
        "project ballot 票决 --quota 1 --deputies 60 --present 55 --votes 1=55/0/0 --on 2025-01-10",
        "project announce 1 --on 2025-01-15",
    ] {
        does(&office, line);
    }
    let start = |rest: &str| format!("project start 1 {rest} --plan 装 --on 2025-02-01");
    for otherwise in [
        "--unit 农业站 --due 2025-09-30",
        "--unit 水务站 --due 2027-12-31",
        "--unit 水务站 --due 2025-09-30 --budget 1000",
    ] {
        refuses(&office, &start(otherwise), 4, &["票决", "项目 调整"]);
    }
    does(
        &office,
        &start("--unit 水务站 --due 2025-09-01 --budget 12"),
    );
    refuses(
        &office,
        "project change 1 --why 涨价 --consent 主席团 --on 2025-03-01",
        4,
        &["没有什么要更正"],
    );
    let told = |line: &str| does(&office, line);
    let over = told("project progress 1 --percent 70 --spent 80 --on 2025-03-01");
    assert!(over.contains("超过投资 12 万元"), "{over}");
    let back = told("project progress 1 --percent 20 --spent 8 --on 2025-04-01");
    assert!(back.contains("70%"), "{back}");
    let units = office.json(&["report", "projects", "--section", "unit"]);
    assert_eq!(crate::office::row(&units, "unit", "水务站")["count"], 1);
}
