//! The roster: seats over time, namesakes, groups, homes and stations, in and out unchanged.

use std::fs;

use crate::office::{Office, row};

pub(crate) fn office() -> Office {
    let office = Office::new();
    office.does(&[
        "deputy",
        "add",
        "李明",
        "--card",
        "1001",
        "--on",
        "2024-01-10",
    ]);
    office
}

#[test]
fn seats_of_one_level_do_not_overlap() {
    let office = office();
    office.refuses(
        &["deputy", "seat", "李明", "--on", "2024-03-01"],
        4,
        &["不能重叠"],
    );
    office.does(&[
        "deputy",
        "seat",
        "李明",
        "--level",
        "district",
        "--by-election",
        "--on",
        "2024-03-01",
    ]);
    office.does(&[
        "deputy",
        "end",
        "李明",
        "--why",
        "辞职",
        "--on",
        "2024-04-01",
    ]);
    office.refuses(
        &["deputy", "seat", "李明", "--on", "2024-03-15"],
        4,
        &["不能重叠"],
    );
    office.refuses(
        &[
            "deputy",
            "seat",
            "李明",
            "--to",
            "2024-04-30",
            "--on",
            "2024-05-01",
        ],
        4,
        &["早于"],
    );
    office.does(&[
        "deputy",
        "seat",
        "李明",
        "--by-election",
        "--on",
        "2024-05-01",
    ]);
    office.refuses(
        &["deputy", "end", "祝晓琴", "--level", "city"],
        4,
        &["祝晓琴"],
    );
    office.refuses(
        &["deputy", "end", "祝晓琴", "--on", "2024-01-02"],
        4,
        &["早于"],
    );
}

#[test]
fn who_has_left_does_no_deputys_work() {
    let office = office();
    office.does(&[
        "deputy",
        "end",
        "李明",
        "--why",
        "辞职",
        "--on",
        "2024-04-01",
    ]);
    for words in [
        vec!["group", "add", "新组", "--deputies", "李明"],
        vec!["station", "add", "新站", "--heads", "李明"],
        vec!["citizen", "add", "某人", "--deputy", "李明"],
    ] {
        office.refuses(&words, 4, &["李明 在"]);
    }
}

#[test]
fn namesakes_are_told_apart_by_their_cards() {
    let office = office();
    office.refuses(&["deputy", "add", "李明"], 4, &["代表证号"]);
    office.refuses(
        &["deputy", "add", "祝晓琴", "--card", "7"],
        4,
        &["代表证号"],
    );
    office.does(&[
        "deputy",
        "add",
        "李明",
        "--card",
        "1024",
        "--on",
        "2024-01-10",
    ]);
    let told = office.run(&[
        "opinion",
        "add",
        "路",
        "--channel",
        "走访",
        "--collector",
        "李明",
    ]);
    assert_eq!(told.code, 3, "{}", told.err);
    assert!(
        told.err.contains("李明(1001)") && told.err.contains("李明(1024)"),
        "{}",
        told.err
    );
    office.does(&[
        "opinion",
        "add",
        "甲",
        "--channel",
        "走访",
        "--collector",
        "李明(1001)",
    ]);
    office.does(&[
        "opinion",
        "add",
        "乙",
        "--channel",
        "走访",
        "--collector",
        "李明（1024）",
    ]);
    let report = office.json(&["report", "opinions"]);
    assert_eq!(row(&report, "collector", "李明")["count"], 1);
    assert_eq!(row(&report, "collector", "李明(1024)")["count"], 1);
}

#[test]
fn a_roster_with_namesakes_needs_cards() {
    let office = Office::new();
    office.write("r.csv", "姓名,级别,选区\n王强,镇,一\n王强,镇,二\n");
    let told = office.run(&["import", "r.csv", "--kind", "deputies", "--apply"]);
    assert_eq!(told.code, 4, "{}", told.err);
    assert!(told.out.contains("重名"), "{}", told.out);
    // Neither is let in before the other: the mended file would find one in his place.
    let told = office.run(&[
        "import",
        "r.csv",
        "--kind",
        "deputies",
        "--apply",
        "--skip-wrong",
    ]);
    assert!(told.out.contains("有错 2 行"), "{told:?}");
    office.write(
        "r.csv",
        "姓名,代表证号,级别,选区\n王强,1,镇,一\n王强,2,镇,二\n王强,1,区,三\n",
    );
    office.does(&["import", "r.csv", "--kind", "deputies", "--apply"]);
    let told = office.does(&["import", "r.csv", "--kind", "deputies"]).out;
    assert!(told.contains("新增 0 行,相同 3 行"), "{told}");
    let list = office.does(&["deputy", "list", "--format", "csv"]).out;
    assert!(list.contains("王强(2)"), "{list}");
}

#[test]
fn rosters_go_out_and_come_in_unchanged() {
    let office = office();
    for line in [
        "deputy add 李明 --card 1024 --group 第一代表小组 --on 2024-01-10",
        "deputy seat 李明(1024) --level district --by-election --constituency 三 --on 2024-02-01",
        "deputy end 凌钦泽 --on 2024-03-01",
        "station add 和平村联络站 --place 和平村 --heads 祝晓琴 --informants 李明(1024),祝晓琴 --on 2024-02-01",
        "station add 健龙镇代表之家 --station-kind 代表之家 --on 2024-02-01",
        "group add 茶业小组 --professional --station 和平村联络站 --deputies 祝晓琴,李明(1001) --on 2024-02-01",
    ] {
        office.does(&line.split(' ').collect::<Vec<_>>());
    }
    let other = office.path("other").display().to_string();
    office.does(&[
        "init",
        "--office",
        "某镇",
        "--secretary",
        "王敏",
        "--store",
        &other,
        "--on",
        "2024-01-02",
    ]);
    for kind in ["deputies", "units", "stations", "groups"] {
        let file = format!("{kind}.csv");
        office.does(&["export", kind, "-o", &file]);
        office.does(&[
            "import", &file, "--kind", kind, "--apply", "--store", &other,
        ]);
        let again = format!("{kind}2.csv");
        office.does(&["export", kind, "-o", &again, "--store", &other]);
        let read = |file: &str| fs::read_to_string(office.path(file)).expect("written");
        assert_eq!(read(&file), read(&again), "{kind}");
    }
}

#[test]
fn tables_of_the_work_come_in_once() {
    let office = office();
    office.write("o.csv", "收集日期,渠道,收集人,内容,答复,转交单位,转为建议\n2024-02-01,接待日,祝晓琴,路灯不亮,当场答复,,\n2024-02-02,走访,李明,桥窄,,村镇建设服务中心,\"1,2\"\n2024-02-02,走访,李明,桥窄,,,1\n");
    office.write("a.csv", "种类,活动名称,日期,小组,参加代表,其他人数,成果\n代表培训,第一期培训,2024-02-05,,祝晓琴、李明,3,学习条例 2部;答疑 15次\n");
    office.write("p.csv", "项目名称,年度,征集日期,筛选日期,申报单位,申报日期,候选日期,投资\n路灯,2024,2024-02-01,2024-02-02,村镇建设服务中心,2024-02-03,2024-02-04,12.5万元\n");
    for (file, kind, new) in [
        ("o.csv", "opinions", 3),
        ("a.csv", "activities", 1),
        ("p.csv", "projects", 1),
    ] {
        let told = office
            .does(&["import", file, "--kind", kind, "--apply"])
            .out;
        assert!(told.contains(&format!("新增 {new} 行")), "{told}");
        let told = office
            .does(&["import", file, "--kind", kind, "--apply"])
            .out;
        assert!(told.contains(&format!("新增 0 行,相同 {new} 行")), "{told}");
    }
    let report = office.json(&["report", "opinions"]);
    assert_eq!(row(&report, "links", "raised")["count"], 2);
    assert_eq!(row(&report, "links", "suggestions")["count"], 2);
    let report = office.json(&["report", "activities"]);
    assert_eq!(row(&report, "kind", "training")["count"], 1);
    let told = office.does(&["project", "list"]).out;
    assert!(told.contains("候选"), "{told}");
    office.write(
        "o.csv",
        "收集日期,渠道,内容\n2024-02-01,飞鸽,路\n2024-02-01,走访,\n",
    );
    let told = office.run(&["import", "o.csv", "--kind", "opinions", "--apply"]);
    assert_eq!(told.code, 4, "{}", told.err);
    assert!(told.out.contains("有错 2 行"), "{}", told.out);
}

#[test]
fn a_session_is_named_as_people_name_it() {
    let office = Office::empty();
    let words = [
        "init",
        "--office",
        "健龙镇人大主席团",
        "--secretary",
        "王敏",
    ];
    office.does(&words);
    office.does(&["session", "开会", "十九届五次", "--on", "2025.1.2"]);
    assert_eq!(
        office.json(&["session", "list"])["data"][0]["session"],
        "19-5"
    );
}
