//! What needs whose consent: decisions of a congress, and projects that go on otherwise than was voted.

use crate::handling::{play, refused};
use crate::office::Office;
use crate::projects::{candidates, does, of_a_village, office, refuses};

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
        &["没有改变项目1", "--内容"],
    );
    refuses(
        &office,
        "project change 1 --why 涨价 --consent 主席团 --budget 12 --due 2025-09-01 --on 2025-03-01",
        4,
        &["没有改变项目1"],
    );
    let told = |line: &str| does(&office, line);
    let over = told("project progress 1 --percent 70 --spent 80 --on 2025-03-01");
    assert!(over.contains("超过投资 12 万元"), "{over}");
    let back = told("project progress 1 --percent 20 --spent 8 --on 2025-04-01");
    assert!(back.contains("70%"), "{back}");
    let units = office.json(&["report", "projects", "--section", "unit"]);
    assert_eq!(crate::office::row(&units, "unit", "水务站")["count"], 1);
}

/// What the congress voted on is not put right behind its back, and is while it is only declared.
#[test]
fn a_declaration_stays_as_it_was_voted_on() {
    let office = office();
    candidates(&office, 1);
    let declared = office.json(&["log"])["data"]
        .as_array()
        .expect("lines")
        .iter()
        .find(|line| line["events"].to_string().contains("project_declared"))
        .map(|line| line["seq"].to_string());
    let line = declared.expect("the declaration");
    let correct = |field: &str, value: &str| {
        format!("correct {line} --field {field} --value {value} --why 记错 --on 2025-01-12")
    };
    does(&office, "unit add 农业站 --on 2024-01-02");
    does(&office, &correct("budget", "13"));
    does(&office, &correct("budget", "12.5"));
    does(
        &office,
        "project ballot 票决 --quota 1 --deputies 60 --present 55 --votes 1=55/0/0 --on 2025-01-10",
    );
    for (field, value) in [("budget", "900"), ("unit", "农业站"), ("due", "2026-12-31")] {
        refuses(
            &office,
            &correct(field, value),
            4,
            &["已经票决", "项目 调整"],
        );
    }
    does(&office, &correct("content", "装灯二十二盏"));
}

/// A decision changes a project in its plan, its budget or its last day, and says which.
#[test]
fn a_decision_says_what_it_changes() {
    let office = begun();
    does(
        &office,
        "meeting call 第三次主席团会议 --day 2025-03-01 --on 2025-02-20",
    );
    does(
        &office,
        "meeting hold 1 --present 祝晓琴,凌钦泽 --on 2025-03-01",
    );
    let decide = |more: &str| {
        format!(
            "meeting decide 1 --about 项目调整 --what 同意调整 --projects 1 {more} --on 2025-03-01"
        )
    };
    refuses(&office, &decide(""), 4, &["没有改变项目1"]);
    does(&office, &decide("--content 改装太阳能灯"));
    let shown = office.does(&["project", "show", "1"]).out;
    assert!(shown.contains("改装太阳能灯"), "{shown}");
    assert!(shown.contains("第三次主席团会议"), "{shown}");
}

/// What was accepted was finished, whenever its progress is entered.
#[test]
fn what_is_entered_late_leaves_no_accepted_project_unfinished() {
    let office = begun();
    does(
        &office,
        "project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --on 2025-06-03",
    );
    refuses(
        &office,
        "project progress 1 --percent 99 --on 2025-06-02",
        4,
        &["6月3日", "99%", "完工后才验收"],
    );
    does(&office, "project progress 1 --percent 100 --on 2025-06-02");
    does(&office, "project progress 1 --percent 60 --on 2025-05-02");
}

/// What a village resolved is made public before it is accepted (村民委员会组织法 第三十条).
#[test]
fn a_village_announces_what_it_accepts() {
    let office = office();
    of_a_village(&office);
    let accept = "project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --on 2025-06-03";
    refuses(&office, accept, 4, &["还没有公布", "项目 公布 1"]);
    does(&office, "project announce 1 --on 2025-03-01");
    does(&office, accept);
}

/// A project that was voted for, announced and begun.
fn begun() -> Office {
    let office = office();
    candidates(&office, 1);
    for line in [
        "project ballot 票决 --quota 1 --deputies 60 --present 55 --votes 1=55/0/0 --on 2025-01-10",
        "project announce 1 --on 2025-01-15",
        "project start 1 --unit 水务站 --plan 装 --due 2025-09-30 --on 2025-02-01",
    ] {
        does(&office, line);
    }
    office
}
