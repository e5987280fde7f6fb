//! Meetings: decisions come with what they decide, votes are counted, opinions of a deliberation
//! have their own answers and clock.

use crate::office::{Office, row};

/// A presidium of three that met in February.
fn met() -> Office {
    let office = Office::new();
    for line in [
        "deputy add 李明 --on 2024-01-10",
        "deputy add 王强 --on 2024-01-10",
        "deputy add 赵刚 --on 2024-01-10",
        "meeting call 第十次主席团会议 --agenda 确定重点督办建议 --papers 建议清单 --day 2024-02-05 --on 2024-02-01",
        "meeting hold 1 --present 李明,王强,赵刚 --units 村镇建设服务中心 --on 2024-02-05",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    office
}

fn run(office: &Office, line: &str) {
    office.does(&line.split(' ').collect::<Vec<_>>());
}

#[test]
fn a_decision_takes_effect_with_its_line() {
    let office = met();
    let lines = office.journal().iter().filter(|b| **b == b'\n').count();
    run(
        &office,
        "meeting decide 1 --about 重点督办 --what 确定为重点督办 --cases 1-2 --supervisor 李明 --votes 2/1/0 --on 2024-02-05",
    );
    assert_eq!(
        office.journal().iter().filter(|b| **b == b'\n').count(),
        lines + 1
    );
    let case = office.does(&["show", "2"]).out;
    assert!(case.contains("李明"), "{case}");
    let report = office.json(&["report", "meetings"]);
    let decided = row(&report, "decision", "key_cases");
    assert_eq!(
        (&decided["count"], &decided["cases"]),
        (&1.into(), &2.into())
    );
    let told = office
        .does(&[
            "report",
            "meetings",
            "--explain",
            "decision.key_cases.cases",
        ])
        .out;
    assert!(told.contains("关于修桥的建议"), "{told}");
    office.does(&["undo", "--why", "表决有误"]);
    assert!(!office.does(&["show", "2"]).out.contains("李明"));
    let report = office.json(&["report", "meetings"]);
    assert_eq!(row(&report, "decision", "key_cases")["count"], 0);
}

#[test]
fn a_project_is_changed_with_consent_of_the_meeting() {
    let office = met();
    for line in [
        "project collect 路灯 --year 2024 --track village --on 2024-02-01",
        "project screen 1 --on 2024-02-02",
        "project declare 1 --unit 村镇建设服务中心 --content 装灯 --on 2024-02-03",
        "project resolve 1 --village 和平村 --assembly 村民会议 --eligible 30 --present 25 --in-favour 24 --on 2024-02-04",
        "project announce 1 --on 2024-02-05",
        "project start 1 --unit 村镇建设服务中心 --plan 装 --budget 5 --due 2024-06-01 --on 2024-02-06",
        "meeting decide 1 --about 项目调整 --what 加装五盏 --projects 1 --budget 6.5 --due 2024-07-01 --on 2024-02-08",
    ] {
        run(&office, line);
    }
    let told = office.does(&["project", "show", "1"]).out;
    assert!(
        told.contains("6.5") && told.contains("第十次主席团会议"),
        "{told}"
    );
}

#[test]
fn what_a_meeting_cannot_do_is_refused() {
    let office = met();
    run(
        &office,
        "meeting call 下次会议 --day 2024-09-01 --on 2024-02-06",
    );
    for (line, code, says) in [
        ("meeting hold 1 --present 李明", 4, "已经举行"),
        ("meeting hold 2 --present 李明", 4, "还没有举行"),
        ("meeting decide 2 --what 同意", 4, "还没有举行"),
        ("meeting minutes 2 --text 纪要", 4, "还没有举行"),
        (
            "meeting decide 1 --what 同意 --votes 1/1/1",
            4,
            "没有过半数",
        ),
        (
            "meeting decide 1 --what 同意 --votes 3/1/0",
            4,
            "有表决权的 3 人",
        ),
        (
            "meeting decide 1 --what 同意 --about 重点督办",
            4,
            "没有写关于哪些",
        ),
        (
            "meeting decide 1 --what 同意 --about 重点督办 --cases 77",
            3,
            "77",
        ),
        (
            "meeting decide 1 --what 同意 --about 研究处理 --cases 1",
            4,
            "1",
        ),
        (
            "meeting deliberate 1 --unit 没有的单位 --text 快",
            3,
            "没有的单位",
        ),
        (
            "meeting deliberate 1 --unit 农业服务中心 --text 快 --due 2024-01-01",
            4,
            "早于",
        ),
        ("meeting answer 5 --text 好", 3, "审议意见"),
        ("meeting show 9", 3, "会议"),
        ("meeting decide 1 --what 同意 --votes 三票", 2, "--votes"),
    ] {
        office.refuses(&line.split(' ').collect::<Vec<_>>(), code, &[says]);
    }
}

#[test]
fn opinions_of_a_deliberation_have_their_clock() {
    let office = met();
    for line in [
        "meeting deliberate 1 --unit 农业服务中心 --text 加快进度 --due 2024-03-01 --on 2024-02-06",
        "meeting deliberate 1 --unit 农业服务中心 --text 公开账目 --due 2024-03-01 --on 2024-02-06",
        "meeting deliberate 1 --unit 村镇建设服务中心 --text 管好质量 --due 2024-03-01 --on 2024-02-06",
        "meeting deliberate 1 --unit 村镇建设服务中心 --text 没有期限 --on 2024-02-06",
        "meeting answer 1 --text 已加快 --on 2024-02-20",
        "meeting answer 2 --text 已公开 --on 2024-03-05",
    ] {
        run(&office, line);
    }
    office.refuses(
        &["meeting", "answer", "1", "--text", "再答"],
        4,
        &["已经答复"],
    );
    let report = office.json(&["report", "meetings"]);
    for (key, count) in [("in_time", 1), ("late", 1), ("overdue", 1), ("no_clock", 1)] {
        assert_eq!(row(&report, "deliberation", key)["count"], count, "{key}");
    }
    assert_eq!(row(&report, "unit", "农业服务中心")["answered"], 2);
    let then = office.json(&["report", "meetings", "--as-of", "2024-02-25"]);
    assert_eq!(row(&then, "deliberation", "running")["count"], 2);
    office.does(&[
        "meeting",
        "minutes",
        "1",
        "--text",
        "会议听取了情况",
        "--on",
        "2024-02-07",
    ]);
    let told = office.does(&["meeting", "show", "1"]).out;
    for word in ["确定重点督办建议", "建议清单", "会议听取了情况", "已加快"] {
        assert!(told.contains(word), "{word}: {told}");
    }
}

#[test]
fn units_sign_in_at_the_hand_over_meeting() {
    let office = met();
    let told = office.does(&["meeting", "sheet", "1"]).out;
    assert!(
        told.contains("村镇建设服务中心") && told.contains("签到单位"),
        "{told}"
    );
    assert!(!told.contains("农业服务中心"), "{told}");
}

#[test]
fn a_case_that_was_decided_on_is_not_taken_back() {
    let office = met();
    run(
        &office,
        "submit 关于修渠的建议 --deputy 祝晓琴 --category 其他 --on 2024-02-04",
    );
    let line = office
        .journal()
        .iter()
        .filter(|b| **b == b'\n')
        .count()
        .to_string();
    run(
        &office,
        "meeting decide 1 --what 听取办理情况 --cases 闭1 --on 2024-02-05",
    );
    office.refuses(&["undo", &line, "--why", "错"], 4, &["会议1"]);
}
