//! Deputies' activities: the calendar, who came, what they brought, and the groups that owe more.

use crate::office::{Office, row};
use serde_json::{Value, json};

/// 秭归's rules, under which a group meets four times a year.
fn office() -> Office {
    let mut office = Office::empty();
    office.now = "2024-12-20T09:00:00+08:00";
    for line in [
        "init --office 茅坪镇人大主席团 --secretary 王敏 --rules zigui --on 2024-01-02",
        "unit add 水务站 --on 2024-01-02",
        "deputy add 祝晓琴 --小组 第一代表小组 --on 2024-01-02",
        "deputy add 凌钦泽 --小组 第一代表小组 --on 2024-01-02",
        "deputy add 曾庆瑜 --小组 第二代表小组 --on 2024-01-02",
    ] {
        does(&office, line);
    }
    office
}

fn does(office: &Office, line: &str) -> String {
    office
        .does(&line.split_whitespace().collect::<Vec<_>>())
        .err
}

fn refuses(office: &Office, line: &str, code: u8, says: &[&str]) {
    office.refuses(&line.split_whitespace().collect::<Vec<_>>(), code, says);
}

fn figure(office: &Office, section: &str, key: &str) -> Value {
    row(
        &office.json(&["report", "activities", "--year", "2024"]),
        section,
        key,
    )
}

#[test]
fn sixteen_trainings_are_counted_in_person_times() {
    let office = office();
    for month in 1..=16 {
        let day = format!("2024-{:02}-0{}", (month - 1) % 12 + 1, month % 9 + 1);
        let words = format!(
            "activity plan 第{month}期 --kind 培训 --on {day} --attended 祝晓琴、凌钦泽 --others 11"
        );
        does(&office, &words);
    }
    let trained = figure(&office, "kind", "training");
    assert_eq!(
        (&trained["count"], &trained["person_times"]),
        (&json!(16), &json!(208))
    );
    assert_eq!(figure(&office, "deputy", "祝晓琴")["count"], 16);
    let words = [
        "report",
        "activities",
        "--explain",
        "kind.training.person_times",
    ];
    assert_eq!(
        office.json(&words)["data"].as_array().map(Vec::len),
        Some(16)
    );
}

#[test]
fn a_group_below_its_yearly_minimum_is_named() {
    let office = office();
    for month in 3..7 {
        let day = format!("2024-0{month}-15");
        does(
            &office,
            &format!(
                "activity plan 学习 --kind 小组活动 --group 第一代表小组 --attended 祝晓琴 --on {day}"
            ),
        );
    }
    does(
        &office,
        "activity plan 走访 --kind 小组活动 --group 第二代表小组 --attended 曾庆瑜 --on 2024-05-01",
    );
    // Another kind of activity, and one that is only planned, do not count.
    does(
        &office,
        "activity plan 接待 --kind 接待日 --group 第二代表小组 --attended 曾庆瑜 --on 2024-05-10",
    );
    does(
        &office,
        "activity plan 学习 --kind 小组活动 --group 第二代表小组 --day 2024-12-30 --on 2024-05-10",
    );
    let first = figure(&office, "group", "第一代表小组");
    assert_eq!(
        (&first["count"], &first["minimum"]),
        (&json!(4), &json!("reached"))
    );
    let second = figure(&office, "group", "第二代表小组");
    assert_eq!(
        (&second["count"], &second["minimum"]),
        (&json!(1), &json!("below"))
    );
    let told = office.does(&["report", "activities", "--year", "2024"]).out;
    assert!(told.contains("未达到(4)"), "{told}");
    // By April the first group had met twice.
    let report = office.json(&[
        "report",
        "activities",
        "--year",
        "2024",
        "--as-of",
        "2024-04-30",
    ]);
    assert_eq!(row(&report, "group", "第一代表小组")["count"], 2);
}

#[test]
fn who_came_who_was_on_leave_and_who_stayed_away() {
    let office = office();
    does(
        &office,
        "activity plan 视察水库 --kind 视察 --day 2024-06-05 --invited 祝晓琴、凌钦泽、曾庆瑜 --on 2024-06-01",
    );
    does(
        &office,
        "activity hold 1 --attended 祝晓琴 --leave 凌钦泽 --on 2024-06-05",
    );
    does(&office, "activity count 1 发现问题 3 个 --on 2024-06-05");
    does(&office, "activity count 1 走访农户 12.5 户 --on 2024-06-06");
    let of = |name| figure(&office, "deputy", name);
    assert_eq!(of("祝晓琴")["count"], 1);
    assert_eq!(of("凌钦泽")["leave"], 1);
    assert_eq!(of("曾庆瑜")["missed"], 1);
    assert_eq!(
        figure(&office, "result", "走访农户(户)")["amount"],
        json!("12.5")
    );
    let told = office.does(&["activity", "show", "1"]).out;
    assert!(told.contains("缺席") && told.contains("请假"), "{told}");
}

#[test]
fn ratings_of_a_unit_are_counts_and_few_are_not_told() {
    let office = office();
    for (day, others) in [("2024-06-05", 8), ("2024-07-05", 3)] {
        let held = format!(
            "activity plan 水务站报告 --kind 部门报告 --attended 祝晓琴 --others {others} --on {day}"
        );
        does(&office, &held);
    }
    does(
        &office,
        "activity rate 1 --unit 水务站 --satisfied 6 --mostly 2 --dissatisfied 1 --on 2024-06-05",
    );
    refuses(
        &office,
        "activity rate 1 --unit 水务站 --satisfied 1",
        4,
        &["水务站"],
    );
    refuses(
        &office,
        "activity rate 2 --unit 水务站 --satisfied 5",
        4,
        &["评价 5 份,到场 4 人"],
    );
    refuses(&office, "activity rate 2 --unit 水务站", 4, &["评价 0 份"]);
    refuses(
        &office,
        "activity rate 2 --unit 供电所 --satisfied 1",
        3,
        &["供电所"],
    );
    does(
        &office,
        "activity rate 2 --unit 水务站 --dissatisfied 4 --on 2024-07-05",
    );
    let rated = figure(&office, "unit", "水务站");
    let told = ["ratings", "satisfied", "mostly", "dissatisfied"].map(|key| rated[key].clone());
    assert_eq!(told, [13, 6, 2, 1].map(Value::from));
}

#[test]
fn what_cannot_be_is_refused_with_its_rule() {
    let office = office();
    refuses(&office, "activity plan", 2, &["TITLE", "--kind"]);
    refuses(
        &office,
        "activity plan 登山 --kind 郊游",
        2,
        &["--kind", "郊游"],
    );
    refuses(
        &office,
        "activity plan 视察 --kind 视察 --day 2024-12-30 --attended 祝晓琴",
        4,
        &["还没有举行"],
    );
    refuses(
        &office,
        "activity plan 视察 --kind 视察 --attended 祝晓琴 --on 2024-12-30",
        4,
        &["还没到"],
    );
    refuses(
        &office,
        "activity plan 视察 --kind 视察 --day 2024-12-30 --last 2024-12-29",
        4,
        &["早于"],
    );
    refuses(
        &office,
        "activity plan 视察 --kind 视察 --day 2024-05-01 --last 2024-05-09 --attended 祝晓琴 --on 2024-05-03",
        4,
        &["还没有举行"],
    );
    refuses(
        &office,
        "activity plan 视察 --kind 视察 --attended 王二",
        3,
        &["王二"],
    );
    refuses(
        &office,
        "activity plan 视察 --kind 视察 --attended 祝晓琴、祝晓琴",
        4,
        &["祝晓琴"],
    );
    refuses(
        &office,
        "activity plan 视察 --kind 视察 --attended 祝晓琴 --leave 祝晓琴",
        4,
        &["祝晓琴"],
    );
    refuses(
        &office,
        "activity plan 学习 --kind 小组活动 --group 第九代表小组",
        3,
        &["第九代表小组"],
    );
}

#[test]
fn a_step_out_of_turn_names_its_activity() {
    let office = office();
    does(
        &office,
        "activity plan 视察 --kind 视察 --day 2024-06-10 --invited 祝晓琴 --on 2024-06-01",
    );
    refuses(
        &office,
        "activity hold 1 --attended 祝晓琴 --on 2024-06-09",
        4,
        &["活动1", "2024年6月10日"],
    );
    refuses(
        &office,
        "activity hold 1 --on 2024-06-10",
        4,
        &["没有写谁参加"],
    );
    refuses(
        &office,
        "activity hold 1 --attended 祝晓琴 --leave 凌钦泽 --on 2024-06-10",
        4,
        &["凌钦泽"],
    );
    refuses(
        &office,
        "activity hold 9 --attended 祝晓琴",
        3,
        &["没有活动“9”"],
    );
    refuses(
        &office,
        "activity count 1 问题 3 个 --on 2024-06-10",
        4,
        &["还没有举行"],
    );
    refuses(&office, "activity count 1 问题 三三 个", 2, &["三三"]);
    does(&office, "deputy end 凌钦泽 --on 2024-06-05");
    refuses(
        &office,
        "activity hold 1 --attended 凌钦泽 --on 2024-06-10",
        4,
        &["已经不是代表"],
    );
    does(&office, "activity hold 1 --attended 祝晓琴 --on 2024-06-10");
    refuses(
        &office,
        "activity hold 1 --attended 祝晓琴",
        4,
        &["已经举行或取消"],
    );
    refuses(
        &office,
        "activity cancel 1 --why 下雨",
        4,
        &["已经举行或取消"],
    );
    refuses(
        &office,
        "correct 8.0 --field on --value 2024-06-09 --why 抄错",
        4,
        &["还没有举行"],
    );
    refuses(&office, "undo 6 --why 错了", 4, &["活动1"]);
}

#[test]
fn a_calendar_is_the_same_for_ever() {
    let office = office();
    does(
        &office,
        "activity plan 五月接待日 --kind 接待日 --day 2024-05-10 --place 和平村 --invited 祝晓琴、凌钦泽 --on 2024-05-01",
    );
    does(
        &office,
        "activity plan 集中视察 --kind 视察 --day 2024-04-01 --last 2024-04-03 --on 2024-03-01",
    );
    does(&office, "activity cancel 2 --why 防汛 --on 2024-03-20");
    let told = office.does(&["activity", "calendar"]).out;
    assert_eq!(told, office.does(&["activity", "calendar"]).out);
    assert!(
        !told.replace("\r\n", "").contains(['\r', '\n']),
        "every line ends in CRLF"
    );
    insta::assert_snapshot!(told.replace("\r\n", "\n"), @r"
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//jianyi//activities//ZH
    CALSCALE:GREGORIAN
    BEGIN:VEVENT
    UID:activity-2@00000000-0000-0000-0000-000000000000
    DTSTAMP:20241220T010000Z
    DTSTART;VALUE=DATE:20240401
    DTEND;VALUE=DATE:20240404
    SUMMARY:视察: 集中视察
    STATUS:CANCELLED
    END:VEVENT
    BEGIN:VEVENT
    UID:activity-1@00000000-0000-0000-0000-000000000000
    DTSTAMP:20241220T010000Z
    DTSTART;VALUE=DATE:20240510
    DTEND;VALUE=DATE:20240511
    SUMMARY:接待日: 五月接待日
    LOCATION:和平村
    DESCRIPTION:祝晓琴、凌钦泽
    END:VEVENT
    END:VCALENDAR
    ");
    office.does(&["activity", "calendar", "-o", "活动.ics"]);
    let saved = std::fs::read_to_string(office.path("活动.ics")).expect("a file");
    assert_eq!(saved, told);
}

#[test]
fn a_calendar_file_hides_numbers_of_people() {
    let office = office();
    does(
        &office,
        "activity plan 打13912345678 --kind 培训 --day 2024-12-28 --place 王家13912345679",
    );
    office.does(&["activity", "calendar", "-o", "活动.ics"]);
    let saved = std::fs::read_to_string(office.path("活动.ics")).expect("a file");
    assert!(
        saved.contains("139****5678") && !saved.contains("13912345679"),
        "{saved}"
    );
}

#[test]
fn an_activity_that_is_over_is_recorded_of_its_day() {
    let office = Office::new();
    let plan = [
        "activity",
        "plan",
        "6月接待日",
        "--kind",
        "接待日",
        "--day",
        "2024-06-10",
    ];
    office.does(&plan);
    office.does(&["activity", "hold", "1", "--attended", "祝晓琴"]);
    let held = office.json(&["activity", "list"]);
    assert!(held.to_string().contains("2024-06-10"), "{held}");
    assert!(!held["data"].to_string().contains("2024-06-28"), "{held}");
}
