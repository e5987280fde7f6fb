//! How handling units are judged: the tables that come with the program, forgiven errors, and what
//! an anonymous round leaves in the store: never a ballot.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::handling::{play, refused};
use crate::office::{Office, row};

/// Two units with three cases: one done well, one late and with a dissatisfied deputy, one by the
/// other unit, done well.
pub(crate) fn judged(rules: &str) -> Office {
    judged_but(rules, ("", ""))
}

/// The same, where one line goes otherwise.
pub(crate) fn judged_but(rules: &str, (line, otherwise): (&str, &str)) -> Office {
    let mut office = Office::empty();
    office.now = "2024-12-31T09:00:00+08:00";
    let lines = format!(
        "
init --office 健龙镇人大主席团 --secretary 王敏 --rules {rules} --on 2024-01-02
session open 20-5 --on 2024-01-10
unit add 农业服务中心 --on 2024-01-10
unit add 村镇建设服务中心 --on 2024-01-10
deputy add 祝晓琴 --on 2024-01-10
submit 修路 --deputy 祝晓琴 --category 其他 --on 2024-01-12
submit 修桥 --deputy 祝晓琴 --category 其他 --on 2024-01-12
submit 修渠 --deputy 祝晓琴 --category 其他 --on 2024-01-12
assign 1,2 --lead 农业服务中心 --on 2024-01-20
assign 3 --lead 村镇建设服务中心 --on 2024-01-20
sign 1,3 --on 2024-01-22
sign 2 --on 2024-01-30
consult 1,3 --mode 走访 --on 2024-02-10
consult 2 --mode 电话 --on 2024-02-10
reply 1,3 --class A --signer 陈刚 --on 2024-03-01
reply 2 --class C --signer 陈刚 --reason 没有资金 --on 2024-05-10
rate 1,3 --rating 满意 --on 2024-05-20
rate 2 --rating 不满意 --comment 太晚 --on 2024-05-20"
    );
    match line.is_empty() {
        true => play(&office, &lines),
        false => play(&office, &lines.replace(line, otherwise)),
    }
    office
}

pub(crate) fn report(office: &Office) -> Value {
    office.json(&["report", "assessment", "--scope", "year=2024"])
}

/// Rank, total and grade of a unit, then its items.
pub(crate) fn check(office: &Office, unit: &str, expected: &Value) {
    let report = report(office);
    let row = row(&report, "ranking", unit);
    for (key, value) in expected.as_object().expect("an object") {
        assert_eq!(row[key], *value, "{key} of {unit}: {row}");
    }
}

#[test]
fn qingdao_gives_points_for_contact_person_effect_and_tracking() {
    let office = judged("qingdao-2021");
    let all = json!({"rank": 1, "total": "100", "grade": "90分以上", "contact": "10", "in_person": "30", "effect": "50", "tracking": "10"});
    check(&office, "村镇建设服务中心", &all);
    // One of two met in person, one of two satisfied.
    let half = json!({"rank": 2, "total": "60", "grade": "90分以下", "contact": "10", "in_person": "15", "effect": "25", "tracking": "10"});
    check(&office, "农业服务中心", &half);
    let explained = office.json(&[
        "report",
        "assessment",
        "--explain",
        "item.in_person.农业服务中心",
    ]);
    let titles: Vec<_> = explained["data"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|r| &r["title"])
        .collect();
    assert_eq!(titles, [&json!("修路")]);
}

#[test]
fn hainan_counts_speed_all_or_nothing() {
    let office = judged("hainan-2002");
    check(
        &office,
        "村镇建设服务中心",
        &json!({"total": "100", "speed": "20", "quality": "50", "result": "30"}),
    );
    check(
        &office,
        "农业服务中心",
        &json!({"total": "50", "speed": "10", "quality": "25", "result": "15"}),
    );
}

#[test]
fn shenzhen_grades_each_item_and_then_the_unit() {
    let office = judged("shenzhen-2007");
    check(
        &office,
        "村镇建设服务中心",
        &json!({"rank": 1, "grade": "良好", "sign": "良好", "reply": "良好", "satisfaction": "良好"}),
    );
    check(
        &office,
        "农业服务中心",
        &json!({"rank": 2, "grade": "不合格", "sign": "不合格", "reply": "合格", "satisfaction": "不合格"}),
    );
    let report = report(&office);
    assert_eq!(row(&report, "praise", "村镇建设服务中心")["grade"], "良好");
    assert_eq!(row(&report, "criticism", "农业服务中心")["grade"], "不合格");
    assert_eq!(
        row(&report, "item.sign", "农业服务中心")["numerator"],
        json!(1)
    );
    assert_eq!(
        row(&report, "item.sign", "农业服务中心")["denominator"],
        json!(2)
    );
}

#[test]
fn a_case_whose_time_still_runs_is_not_held_against_its_unit() {
    let office = judged("shenzhen-2007");
    let early = office.json(&["report", "assessment", "--as-of", "2024-04-01"]);
    // The second reply is not due before 20 April, but it was signed for late.
    let unit = row(&early, "ranking", "农业服务中心");
    assert_eq!(
        (&unit["reply"], &unit["sign"]),
        (&json!("良好"), &json!("不合格"))
    );
}

#[test]
fn an_office_without_a_table_sees_what_was_recorded_and_no_ranking() {
    let office = judged("jianlong");
    play(
        &office,
        "unit commend 村镇建设服务中心 --what 提前办结 --body 主席团 --on 2024-06-02",
    );
    let report = report(&office);
    let keys: Vec<_> = report["data"]["sections"]
        .as_array()
        .expect("sections")
        .iter()
        .map(|s| s["key"].clone())
        .collect();
    assert_eq!(keys, ["anonymous", "findings", "commended", "forgiven"]);
    assert_eq!(
        row(&report, "commended", "村镇建设服务中心.1")["what"],
        "提前办结"
    );
}

/// Sixty sheets would be more to write; six show the same. The marks are rare numbers, so that a
/// sheet could be found in any bytes.
const SHEETS: &str = "农业服务中心/效率,农业服务中心/态度,村镇建设服务中心\n\
    61,97,83\n97,61,83\n83,83,61\n61,61,97\n97,97,83\n61,83,\n";

/// The same ballots in another order, and the marks of each column dealt out to other sheets.
const DEALT_ANEW: &str = "村镇建设服务中心,农业服务中心/态度,农业服务中心/效率\n\
    ,97,97\n83,97,97\n97,83,83\n61,83,61\n83,61,61\n83,61,61\n";

fn count(office: &Office, sheets: &str) {
    office.write("秘密测评表.csv", sheets);
    play(
        office,
        "unit score 年度测评 秘密测评表.csv --issued 8 --returned 7 --invalid 1 --by 计票人 --on 2024-11-20",
    );
    fs::remove_file(office.path("秘密测评表.csv")).expect("the counter takes the sheets away");
}

/// Every byte that a store holds, the names of its files too.
fn bytes_of(folder: &Path) -> String {
    let mut all = String::new();
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        all += &path.display().to_string();
        all += &match path.is_dir() {
            true => bytes_of(&path),
            false => String::from_utf8_lossy(&fs::read(&path).expect("a file")).into_owned(),
        };
    }
    all
}

#[test]
fn an_anonymous_round_leaves_no_ballot_in_any_byte_of_the_store() {
    let (one, other) = (judged("qingdao-2021"), judged("qingdao-2021"));
    count(&one, SHEETS);
    count(&other, DEALT_ANEW);
    // Who voted what together, and in which order, can make no difference to what is kept.
    assert_eq!(
        bytes_of(one.folder()).replace(&one.folder().display().to_string(), ""),
        bytes_of(other.folder()).replace(&other.folder().display().to_string(), "")
    );
    let kept = bytes_of(one.folder());
    for sheet in SHEETS.lines().skip(1) {
        assert!(!kept.contains(sheet), "{sheet} is in the store");
    }
    assert!(
        !kept.contains("秘密测评表"),
        "the file's name is in the store"
    );
    let journal = String::from_utf8(one.journal()).expect("text");
    let line: Value = serde_json::from_str(journal.lines().last().expect("a line")).expect("JSON");
    assert_eq!(line["by"], "计票人");
    let facts = line["events"].as_array().expect("facts");
    assert_eq!(facts.len(), 1, "one fact, after closing");
    assert_eq!(
        facts[0]["scores"],
        json!([
            {"unit": "农业服务中心", "item": "态度", "ballots": 6, "sum": 482, "marks": [
                {"mark": 61, "ballots": 2}, {"mark": 83, "ballots": 2}, {"mark": 97, "ballots": 2}]},
            {"unit": "农业服务中心", "item": "效率", "ballots": 6, "sum": 460, "marks": [
                {"mark": 61, "ballots": 3}, {"mark": 83, "ballots": 1}, {"mark": 97, "ballots": 2}]},
            {"unit": "村镇建设服务中心", "ballots": 5, "sum": 407, "marks": [
                {"mark": 61, "ballots": 1}, {"mark": 83, "ballots": 3}, {"mark": 97, "ballots": 1}]},
        ])
    );
    let told = report(&one);
    let row = row(&told, "anonymous", "年度测评.村镇建设服务中心");
    assert_eq!(
        (&row["mean"], &row["marks"]),
        (&json!("81.4"), &json!("61×1、83×3、97×1"))
    );
}

#[test]
fn a_round_that_cannot_be_is_refused_and_nothing_is_written() {
    let office = judged("qingdao-2021");
    office.write("s.csv", "农业服务中心,水利站\n90,80\n");
    refused(
        &office,
        "unit score 测评 s.csv --issued 60",
        3,
        "没有承办单位“水利站”",
    );
    // One mark above the whole among few ballots, of which no mark would be kept.
    office.write("s.csv", "农业服务中心\n10\n120\n");
    refused(&office, "unit score 测评 s.csv --issued 60", 4, "超过满分");
    office.write("s.csv", "农业服务中心\n90\n很好\n");
    let told = office.run(&["unit", "score", "测评", "s.csv", "--issued", "60"]);
    assert_eq!(told.code, 2);
    assert!(
        told.err.contains("“农业服务中心”") && !told.err.contains("很好"),
        "{}",
        told.err
    );
    office.write("s.csv", "农业服务中心\n90\n80\n");
    refused(
        &office,
        "unit score 测评 s.csv --issued 1",
        4,
        "发出 1 张,收回 2 张",
    );
    refused(
        &office,
        "unit score 测评 s.csv --issued 9 --returned 1 --invalid 2",
        4,
        "2 不能多于 1",
    );
    play(&office, "unit score 测评 s.csv --issued 9 --on 2024-11-20");
    refused(&office, "unit score 测评 s.csv --issued 9", 4, "测评");
}

#[test]
fn a_project_ballot_keeps_counts_in_the_order_of_projects() {
    use crate::projects::{candidates, does, office};
    let office = office();
    candidates(&office, 5);
    does(
        &office,
        "project ballot 票决 --quota 1 --deputies 60 --present 55 --votes 3=20/30/5,1=20/35/0,2=15/40/0 --on 2025-01-10",
    );
    let journal = String::from_utf8(office.journal()).expect("text");
    let line = journal.lines().last().expect("a line");
    let votes = r#""votes":[{"project":1,"yes":20,"no":35,"abstained":0},{"project":2,"yes":15,"no":40,"abstained":0},{"project":3,"yes":20,"no":30,"abstained":5}]"#;
    assert!(line.contains(votes), "{line}");
}

#[test]
fn rules_without_a_table_say_so_and_how_to_get_one() {
    let office = judged("national-2015");
    for (report, says) in [("assessment", "没有考核表"), ("performance", "没有积分表")] {
        let told = office.does(&["report", report]).out;
        assert!(
            told.contains(says) && told.contains("jianyi 办法 采用 本镇.json"),
            "{told}"
        );
    }
    let office = judged("qingdao-2021");
    let told = office.does(&["report", "assessment"]).out;
    assert!(!told.contains("没有考核表"), "{told}");
}
