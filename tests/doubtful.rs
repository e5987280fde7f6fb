//! What is lawful and yet looks wrong is told to who records it, and recorded.

use crate::handling::{play, refused};
use crate::office::Office;
use crate::projects::{candidates, does, of_a_village, office, refuses};

/// The last line is told of in these words, and not the ones before it.
fn tells(office: &Office, lines: &[&str], said: &str) {
    let (last, first) = lines.split_last().expect("a line");
    for line in first {
        let told = does(office, line);
        assert!(!told.contains(said), "{line}: {told}");
    }
    let told = does(office, last);
    assert!(told.contains(said), "{last}: {told}");
}

#[test]
fn a_ballot_of_a_few_decides_nothing_and_says_so() {
    let office = office();
    candidates(&office, 1);
    let ballot = |name: &str, present: u32| {
        format!(
            "project ballot {name} --quota 1 --deputies 2 --present {present} --votes 1={present}/0/0 --on 2025-01-10"
        )
    };
    let told = does(&office, &ballot("小会", 2));
    assert!(
        told.contains("有效票只有 2 张") && told.contains("不产生结果"),
        "{told}"
    );
    let told = does(
        &office,
        "project ballot 大会 --quota 1 --deputies 60 --present 55 --votes 1=55/0/0 --on 2025-01-11",
    );
    assert!(!told.contains("不产生结果"), "{told}");
}

#[test]
fn sheets_that_mark_no_unit_are_said_to_be_nowhere() {
    let office = crate::assessing::judged("qingdao-2021");
    office.write("s.csv", "农业服务中心\n77\n78\n79\n80\n81\n");
    tells(
        &office,
        &[
            "unit score 甲 s.csv --issued 30 --on 2024-08-20",
            "unit score 乙 s.csv --issued 30 --returned 20 --invalid 15 --on 2024-10-20",
            "unit score 丙 s.csv --issued 30 --returned 20 --on 2024-12-20",
        ],
        "有效票 20 张,给一个单位打分的最多 5 张",
    );
}

#[test]
fn a_year_that_is_rated_again_is_told() {
    let office = office();
    tells(
        &office,
        &[
            "deputy rate 祝晓琴 --satisfied 9 --year 2025 --on 2025-11-01",
            "deputy rate 祝晓琴 --satisfied 9 --year 2024 --on 2025-11-01",
            "deputy rate 凌钦泽 --satisfied 9 --year 2025 --on 2025-11-01",
            "deputy rate 祝晓琴 --satisfied 20 --year 2025 --on 2025-12-01",
        ],
        "2025 年的评议在2025年11月1日",
    );
    tells(
        &office,
        &[
            "deputy rate 祝晓琴 --self 好 --year 2025 --on 2025-11-02",
            "deputy rate 祝晓琴 --self 较好 --year 2025 --on 2025-12-02",
        ],
        "2025 年的评议在2025年11月2日",
    );
}

#[test]
fn an_activity_that_is_typed_twice_is_told() {
    let office = Office::new();
    tells(
        &office,
        &[
            "activity plan 走访 --kind 走访 --place 一村 --attended 祝晓琴 --on 2024-05-05",
            "activity plan 走访 --kind 走访 --place 二村 --attended 祝晓琴 --on 2024-05-05",
            "activity plan 走访 --kind 走访 --place 一村 --attended 祝晓琴 --on 2024-05-06",
            "activity plan 走访 --kind 走访 --place 一村 --attended 祝晓琴 --on 2024-05-05",
        ],
        "活动1 的种类、名称和日期都一样",
    );
    // In one file the second of two equal rows is a finding, and nothing is written.
    let head = "活动名称,种类,日期,参加代表\n";
    let row = "学习,小组活动,2024-05-07,祝晓琴\n";
    office.write("a.csv", format!("{head}{row}{row}"));
    let before = office.journal();
    let told = office.run(&["import", "a.csv", "--kind", "activities", "--apply"]);
    assert!(told.code == 4 && told.out.contains("第 2 行"), "{told:?}");
    assert_eq!(before, office.journal());
    // Another one of the same day is another one.
    let other = "学习,小组活动,2024-05-07,凌钦泽\n";
    office.write("a.csv", format!("{head}{row}{other}"));
    office.does(&["import", "a.csv", "--kind", "activities", "--apply"]);
}

#[test]
fn what_becomes_of_an_opinion_is_looked_at_twice() {
    let office = Office::new();
    play(
        &office,
        "
opinion add 路灯不亮 --channel 接待日 --on 2024-02-10
opinion add 桥要修 --channel 接待日 --on 2024-02-10
opinion pass 1 --to 村镇建设服务中心 --on 2024-02-11
withdraw 2 --why 重复 --on 2024-01-20",
    );
    tells(
        &office,
        &[
            "opinion settle 1 --adopted 是 --outcome 已经装上 --on 2024-03-01",
            "opinion settle 1 --adopted 是 --outcome 已经亮了 --on 2024-03-02",
            "opinion settle 1 --adopted 否 --outcome 没有钱 --on 2024-03-03",
        ],
        "先前记的采纳情况不一样",
    );
    // Every word on it is shown, and the last one counts.
    let shown = office.does(&["opinion", "show", "1"]).out;
    for told in ["采纳", "已经装上", "已经亮了", "未采纳", "没有钱"] {
        assert!(shown.contains(told), "{told}: {shown}");
    }
    let report = office.json(&["report", "opinions"]);
    let settled = |key: &str| crate::office::row(&report, "settled", key)["count"].clone();
    assert_eq!(
        (settled("not_adopted"), settled("adopted")),
        (1.into(), 0.into())
    );
    tells(
        &office,
        &[
            "opinion raise 2 --cases 1 --on 2024-03-01",
            "opinion raise 2 --cases 2 --on 2024-03-01",
        ],
        "民意还算没有办",
    );
}

/// Who decided, by how many, and who was there.
#[test]
fn decisions_and_consent_rest_on_meetings() {
    let office = office();
    candidates(&office, 1);
    for line in [
        "project ballot 票决 --quota 1 --deputies 60 --present 55 --votes 1=55/0/0 --on 2025-01-10",
        "project announce 1 --on 2025-01-15",
        "project start 1 --unit 水务站 --plan 装 --due 2025-09-30 --on 2025-02-01",
        "meeting call 第三次主席团会议 --day 2025-03-01 --on 2025-02-20",
    ] {
        does(&office, line);
    }
    let change = |consent: &str| {
        format!("project change 1 --why 涨价 --consent {consent} --budget 20 --on 2025-03-02")
    };
    for one in ["祝晓琴", "水务站"] {
        refuses(&office, &change(one), 4, &["不能同意调整"]);
    }
    refuses(&office, &change("1"), 4, &["还没有举行"]);
    refuses(&office, &change("会议7"), 3, &["7"]);
    tells(
        &office,
        &[
            "meeting hold 1 --present 祝晓琴,凌钦泽 --on 2025-03-01",
            &change("主席团"),
        ],
        "没有“主席团”开会的记录",
    );
    does(&office, "undo --why 写会议");
    let told = does(&office, &change("会议1"));
    assert!(!told.contains("开会的记录"), "{told}");
    let shown = office.does(&["project", "show", "1"]).out;
    assert!(shown.contains("第三次主席团会议"), "{shown}");
    // A presidium may agree without a count, which is told; a congress may not.
    tells(
        &office,
        &[
            "meeting decide 1 --what 同意 --votes 2/0/0 --on 2025-03-01",
            "meeting decide 1 --what 同意 --on 2025-03-01",
        ],
        "没有写票数",
    );
    does(
        &office,
        "meeting call 人代会 --meeting-kind congress --day 2025-03-05 --on 2025-02-20",
    );
    tells(
        &office,
        &["meeting hold 2 --present 祝晓琴,凌钦泽,王外人 --on 2025-03-05"],
        "王外人 不在代表名册上",
    );
    refuses(
        &office,
        "meeting decide 2 --what 决议 --on 2025-03-05",
        4,
        &["第二十五条", "--表决"],
    );
    // A guest has no vote.
    refuses(
        &office,
        "meeting decide 2 --what 决议 --votes 3/0/0 --on 2025-03-05",
        4,
        &["2"],
    );
    does(
        &office,
        "meeting decide 2 --what 决议 --votes 2/0/0 --on 2025-03-05",
    );
    // A meeting that decided twice stands twice behind the figure.
    let figure = ["report", "meetings", "--explain", "decision.other"];
    let behind = office.json(&figure)["data"].as_array().map(Vec::len);
    let report = office.json(&["report", "meetings"]);
    let decided = &crate::office::row(&report, "decision", "other")["count"];
    assert_eq!((behind, decided), (Some(3), &3.into()));
}

/// Who has left meets and votes no more, whichever is entered first.
#[test]
fn who_has_left_meets_no_more() {
    let office = Office::new();
    play(
        &office,
        "
meeting call 主席团会议 --day 2024-03-05 --on 2024-03-01
meeting hold 1 --present 祝晓琴,凌钦泽 --on 2024-03-05",
    );
    refused(&office, "deputy end 凌钦泽 --on 2024-03-04", 4, "不合规定");
    play(
        &office,
        "
deputy end 凌钦泽 --on 2024-03-06
meeting call 主席团会议 --day 2024-04-05 --on 2024-04-01",
    );
    refused(
        &office,
        "meeting hold 2 --present 祝晓琴,凌钦泽 --on 2024-04-05",
        4,
        "凌钦泽",
    );
    play(&office, "meeting hold 2 --present 祝晓琴 --on 2024-04-05");
}

#[test]
fn an_acceptance_without_any_progress_is_told() {
    let office = office();
    candidates(&office, 2);
    for line in [
        "project ballot 票决 --quota 2 --deputies 60 --present 55 --votes 1=55/0/0,2=50/5/0 --on 2025-01-10",
        "project announce 1-2 --on 2025-01-15",
        "project start 1 --unit 水务站 --plan 装 --due 2025-09-30 --on 2025-02-01",
        "project start 2 --unit 水务站 --plan 装 --due 2025-09-30 --on 2025-02-01",
        "project progress 1 --percent 100 --on 2025-05-01",
        "project supervise 1 --people 祝晓琴 --note 好 --on 2025-05-02",
        "project supervise 2 --people 祝晓琴 --note 好 --on 2025-05-02",
    ] {
        does(&office, line);
    }
    let accept = |project: u32| {
        format!(
            "project accept {project} --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --on 2025-06-03"
        )
    };
    tells(&office, &[&accept(1), &accept(2)], "没有记过进度就验收");
}

/// What can be said once more is told, what happens once is refused with a way out.
#[test]
fn what_is_entered_again_is_told_or_refused_with_a_way_out() {
    let office = Office::new();
    play(
        &office,
        "
activity plan 走访 --kind 走访 --attended 祝晓琴 --others 9 --on 2024-05-05
activity rate 1 --unit 村镇建设服务中心 --satisfied 9 --on 2024-05-05
group add 一组 --deputies 祝晓琴 --on 2024-02-01
citizen add 甲户 --deputy 凌钦泽 --on 2024-02-01",
    );
    tells(
        &office,
        &[
            "activity count 1 走访选民 300 人 --on 2024-05-05",
            "activity count 1 走访选民 20 人 --on 2024-05-05",
            "activity count 1 走访选民 300 人 --on 2024-05-05",
        ],
        "已经记过同样的数",
    );
    tells(
        &office,
        &[
            "citizen visit 1 --on 2024-03-01",
            "citizen visit 1 --on 2024-03-02",
            "citizen visit 1 --on 2024-03-01",
        ],
        "已经走访过一次",
    );
    for (line, said) in [
        (
            "activity rate 1 --unit 村镇建设服务中心 --satisfied 9 --on 2024-05-05",
            "更正",
        ),
        (
            "group leave 一组 --deputies 凌钦泽 --on 2024-03-01",
            "不在“一组”里",
        ),
    ] {
        refused(&office, line, 4, said);
    }
}

/// A handful of answers says nothing, and keeps nobody from asking more people; what a village began at
/// once is announced later.
#[test]
fn a_project_of_a_village_is_announced_and_asked_about_again() {
    let office = office();
    of_a_village(&office);
    does(&office, "project announce 1 --on 2025-02-03");
    refuses(&office, "project announce 1 --on 2025-02-04", 4, &[]);
    for line in [
        "project progress 1 --percent 100 --on 2025-06-01",
        "project supervise 1 --people 祝晓琴 --note 好 --on 2025-06-01",
        "project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --on 2025-06-02",
        "project evaluate 1 --satisfied 4 --on 2025-07-01",
        "project evaluate 1 --satisfied 40 --mostly 3 --on 2025-08-01",
    ] {
        does(&office, line);
    }
    refuses(
        &office,
        "project evaluate 1 --satisfied 40 --on 2025-09-01",
        4,
        &["已经记过"],
    );
    let report = office.json(&["report", "projects", "--year", "2025"]);
    assert_eq!(
        crate::office::row(&report, "evaluation", "1")["satisfied"],
        40
    );
}
