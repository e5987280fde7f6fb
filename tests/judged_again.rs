//! What a correction or a line taken back does to the entries after it: each that would no longer be
//! lawful is named, and nothing is written. And who acts before the seat begins.

use crate::office::Office;
use crate::projects::candidates;

/// Plays lines and gives the number of the last entry.
fn recorded(office: &Office, lines: &str) -> String {
    for line in lines.trim().lines() {
        office.does(&line.split_whitespace().collect::<Vec<_>>());
    }
    let log = office.json(&["log", "--limit", "1"]);
    log["data"][0]["seq"].to_string()
}

fn mend(office: &Office, line: &str, field: &str, value: &str, says: &[&str]) {
    let words = [
        "correct", line, "--field", field, "--value", value, "--why", "抄错",
    ];
    let before = office.journal();
    office.refuses(&words, 4, says);
    assert!(office.journal() == before, "nothing is written");
}

#[test]
fn a_meeting_is_not_moved_behind_what_came_of_it() {
    let office = Office::new();
    let called = recorded(
        &office,
        "meeting call 第十次主席团会议 --agenda 督办 --day 2024-02-05 --on 2024-02-01",
    );
    let held = recorded(
        &office,
        "meeting hold 1 --present 祝晓琴,凌钦泽,曾庆瑜 --on 2024-02-05",
    );
    recorded(
        &office,
        "meeting decide 1 --about 其他 --what 通过 --votes 2/1/0 --on 2024-02-05",
    );
    mend(
        &office,
        &called,
        "day",
        "2024-02-09",
        &["会议", "2024年2月9日"],
    );
    let one = r#"["李明"]"#;
    mend(
        &office,
        &held,
        "present",
        one,
        &["第", "条记录", "不合规定"],
    );
    // What stays lawful is corrected as before.
    let four = ["correct", &held, "--field", "present", "--value"];
    let four = [
        &four[..],
        &[r#"["李明","王强","赵刚","祝晓琴"]"#, "--why", "漏记"],
    ]
    .concat();
    office.refuses(&four, 4, &["不合规定"]);
    let day = [
        "correct",
        &called,
        "--field",
        "day",
        "--value",
        "2024-02-04",
    ];
    office.does(&[&day[..], &["--why", "抄错"]].concat());
}

#[test]
fn an_activity_keeps_its_day_and_those_who_came() {
    let office = Office::new();
    let planned = recorded(
        &office,
        "activity plan 局长进站 --kind 局长进站 --day 2024-02-05 --on 2024-02-01",
    );
    let held = recorded(
        &office,
        "activity hold 1 --attended 祝晓琴 --others 6 --on 2024-02-05",
    );
    recorded(
        &office,
        "activity rate 1 --unit 村镇建设服务中心 --satisfied 5 --mostly 1 --dissatisfied 1 --on 2024-02-06",
    );
    mend(&office, &planned, "day", "2024-02-09", &["2024年2月5日"]);
    mend(&office, &held, "others", "2", &["第", "2024年2月6日"]);
    mend(&office, &held, "on", "2024-02-07", &["2024年2月6日"]);
}

#[test]
fn a_first_ballot_stands_under_its_second_round() {
    let office = crate::projects::office();
    candidates(&office, 3);
    let first = recorded(
        &office,
        "project ballot 票决 --deputies 60 --present 55 --quota 2 --votes 1=40/15/0,2=32/20/3,3=32/20/3 --on 2025-01-10",
    );
    recorded(
        &office,
        "project ballot 票决 --deputies 60 --present 55 --quota 1 --round 2 --votes 2=40/15/0,3=10/45/0 --on 2025-01-11",
    );
    let votes = r#"[{"project":1,"yes":40,"no":15,"abstained":0},{"project":2,"yes":33,"no":19,"abstained":3},{"project":3,"yes":31,"no":21,"abstained":3}]"#;
    mend(&office, &first, "votes", votes, &["票", "不合规定"]);
}

#[test]
fn a_deputy_and_a_unit_stand_under_what_rests_on_them() {
    let office = Office::new();
    let added = recorded(&office, "deputy add 李明 --card 1001 --on 2024-01-10");
    recorded(&office, "deputy pledge 李明 每月走访一次 --on 2024-02-01");
    office.refuses(&["undo", &added, "--why", "错"], 4, &["李明", "不合规定"]);
    let unit = recorded(&office, "unit add 水务站 --on 2024-01-10");
    recorded(
        &office,
        "unit commend 水务站 --what 先进 --body 镇人大 --on 2024-03-01",
    );
    office.refuses(&["undo", &unit, "--why", "错"], 4, &["水务站"]);
}

#[test]
fn nobody_acts_before_the_seat_begins() {
    let office = Office::new();
    let seat = recorded(&office, "deputy add 李明 --card 1001 --on 2024-03-01");
    for line in [
        "submit 关于路灯的建议 --deputy 李明 --category 其他 --on 2024-02-20",
        "deputy pledge 李明 每月走访一次 --on 2024-02-20",
        "opinion add 路灯不亮 --channel 走访 --collector 李明 --on 2024-02-20",
        "activity plan 培训 --kind 代表培训 --attended 李明 --on 2024-02-20",
    ] {
        let words: Vec<&str> = line.split(' ').collect();
        office.refuses(&words, 4, &["李明", "2024年3月1日", "还不是"]);
    }
    recorded(
        &office,
        "submit 关于路灯的建议 --deputy 李明 --category 其他 --on 2024-03-20",
    );
    // The seat that a suggestion was signed under is not moved behind it.
    mend_second(&office, &seat, "2024-04-01");
    // An old ledger tells of it, and it is said.
    office.write(
        "旧台账.csv",
        "编号,标题,领衔代表,类别,提出日期\n7,关于水渠的建议,李明,其他,2024-02-18\n",
    );
    let file = office.path("旧台账.csv").display().to_string();
    let told = office.does(&["import", &file, "--apply"]);
    assert!(
        told.out.contains("从宽") && told.out.contains("还不是"),
        "{}",
        told.out
    );
    office.write(
        "旧民意.csv",
        "内容,渠道,日期,收集人\n沟渠堵了,走访,2024-02-19,李明\n",
    );
    let file = office.path("旧民意.csv").display().to_string();
    let told = office.does(&["import", &file, "--kind", "opinions", "--apply"]);
    assert!(told.out.contains("从宽"), "{}", told.out);
}

/// Corrects the day of the seat that came with a deputy.
fn mend_second(office: &Office, line: &str, day: &str) {
    let fact = format!("{line}.1");
    office.refuses(
        &[
            "correct", &fact, "--field", "on", "--value", day, "--why", "抄错",
        ],
        4,
        &["李明"],
    );
}

#[test]
fn a_roster_typed_in_today_serves_the_term() {
    let office = Office::new();
    office.does(&["deputy", "add", "李明", "--card", "1001"]);
    office.does(&[
        "submit",
        "关于路灯的建议",
        "--deputy",
        "李明",
        "--category",
        "其他",
        "--on",
        "2024-02-20",
    ]);
    office.does(&["deputy", "add", "周敏", "--card", "1002", "--by-election"]);
    let early = [
        "submit",
        "关于路灯的建议",
        "--deputy",
        "周敏",
        "--category",
        "其他",
        "--on",
        "2024-02-20",
    ];
    office.refuses(&early, 4, &["周敏", "还不是"]);
}

#[test]
fn a_card_number_belongs_to_one_person() {
    let office = Office::new();
    recorded(&office, "deputy add 李明 --card 1001 --on 2024-01-10");
    let second = [
        "deputy",
        "add",
        "周敏",
        "--card",
        "1001",
        "--on",
        "2024-01-10",
    ];
    office.refuses(&second, 4, &["1001", "李明"]);
    let other = recorded(&office, "deputy add 周敏 --card 1002 --on 2024-01-10");
    mend(&office, &other, "card", "1001", &["1001"]);
    office.write(
        "代表.csv",
        "姓名,代表证号\n赵六,1003\n钱七,1003\n孙八,1001\n",
    );
    let file = office.path("代表.csv").display().to_string();
    let words = ["import", &file, "--kind", "deputies", "--apply"];
    let told = office.run(&words);
    assert_eq!(told.code, 4);
    assert!(told.out.contains("1003 已经是 赵六 的"), "{}", told.out);
    assert!(told.out.contains("1001 已经是 李明 的"), "{}", told.out);
}

#[test]
fn answers_that_are_awaited_stand_with_what_is_due() {
    let office = Office::new();
    for line in [
        "opinion add 路灯不亮 --channel 走访 --on 2024-06-01",
        "opinion add 停水两天 --channel 走访 --on 2024-05-01",
        "opinion pass 1 --to 村镇建设服务中心 --due 2024-07-01 --on 2024-06-02",
        "opinion pass 2 --to 自来水厂 --due 2024-05-20 --on 2024-05-02",
        "meeting call 第十次主席团会议 --agenda 督办 --day 2024-05-05 --on 2024-05-01",
        "meeting hold 1 --present 李明,王强,赵刚 --on 2024-05-05",
        "meeting deliberate 1 --text 加快办理 --unit 村镇建设服务中心 --due 2024-05-30 --on 2024-05-05",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    let of = |words: &[&str]| {
        let due = office.json(words);
        let rows = due["data"].as_array().cloned().unwrap_or_default();
        let told = rows
            .iter()
            .map(|row| format!("{} {} {}", row["number"], row["due"], row["unit"]));
        told.filter(|row| row.contains("民意") || row.contains("审议"))
            .collect::<Vec<_>>()
    };
    let all = of(&["due"]);
    assert_eq!(all.len(), 3, "{all:?}");
    assert!(
        all[0].contains("民意2") && all[0].contains("自来水厂"),
        "{all:?}"
    );
    assert!(
        all[1].contains("审议意见1") && all[1].contains("2024-05-30"),
        "{all:?}"
    );
    assert_eq!(of(&["due", "--unit", "村镇建设服务中心"]).len(), 2);
    assert!(of(&["due", "--as-of", "2024-05-03"]).is_empty());
    let today = office.json(&["today"]);
    let waiting = today["data"]["waiting"].to_string();
    assert!(
        waiting.contains("民意2") && waiting.contains("审议意见1"),
        "{waiting}"
    );
    assert!(!waiting.contains("民意1"), "{waiting}");
    assert!(
        today["data"]["week"].to_string().contains("民意1"),
        "{today}"
    );
    office.does(&[
        "opinion",
        "answer",
        "2",
        "--text",
        "已通水",
        "--on",
        "2024-06-20",
    ]);
    assert_eq!(of(&["due"]).len(), 2);
}

#[test]
fn what_looks_wrong_is_said_and_recorded_all_the_same() {
    let office = crate::projects::office();
    candidates(&office, 2);
    let ballot = "project ballot 票决 --deputies 60 --present 55 --quota 1 --votes 1=40/15/0,2=12/40/3 --on 2025-01-10";
    let told = office.does(&ballot.split(' ').collect::<Vec<_>>()).err;
    assert!(told.contains("60 名") && told.contains("2 名"), "{told}");
    let office = Office::new();
    office.write("测评.csv", "农业服务中心\n90\n80\n85\n95\n70\n");
    let file = office.path("测评.csv").display().to_string();
    let score = |round: &str, on: &str| {
        office
            .does(&["unit", "score", round, &file, "--issued", "6", "--on", on])
            .err
    };
    assert!(!score("上半年测评", "2024-06-01").contains("同样的单位"));
    let told = score("代表测评", "2024-06-10");
    assert!(
        told.contains("上半年测评") && told.contains("同样的单位"),
        "{told}"
    );
    assert!(!score("另一次", "2024-05-01").contains("上半年测评"));
}
