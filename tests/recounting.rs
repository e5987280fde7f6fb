//! A count of secret votes that was mistaken is put right by a recount that says so: totals and what
//! was decided are kept, and nothing that the difference of the two counts would tell.

use serde_json::{Value, json};

use crate::assessing::{judged, report};
use crate::handling::{play, refused};
use crate::office::{Office, row};
use crate::projects::{candidates, does, office, refuses};

fn last_fact(office: &Office) -> Value {
    let journal = String::from_utf8(office.journal()).expect("text");
    let line: Value = serde_json::from_str(journal.lines().last().expect("a line")).expect("JSON");
    line["events"][0].clone()
}

/// Three candidates for two places, and a ballot that was counted with one sheet too many.
fn miscounted() -> Office {
    let office = office();
    candidates(&office, 3);
    does(&office, &ballot(50, "1=40/10/0,2=35/15/0,3=20/30/0", ""));
    office
}

fn ballot(returned: u32, votes: &str, rest: &str) -> String {
    format!(
        "project ballot 票决 --quota 2 --deputies 60 --present 55 --returned {returned} --votes {votes} --on 2025-01-10 {rest}"
    )
}

#[test]
fn a_miscounted_ballot_is_counted_again_and_decides() {
    let office = miscounted();
    let mended = ballot(49, "1=40/9/0,2=35/14/0,3=19/30/0", "");
    let announced = ballot(49, "1=40/9/0,2=35/14/0,3=19/30/0", "--recount 多数了一张");
    // The first count is taken back before it is counted again, and the recount is announced.
    refuses(&office, &announced, 4, &["票决"]);
    does(&office, "undo --why 多数了一张");
    refuses(&office, &mended, 4, &["相差不到 5 张", "--重新计票"]);
    does(&office, &announced);
    let kept = json!([
        {"project": 1, "outcome": "chosen"},
        {"project": 2, "outcome": "chosen"},
        {"project": 3, "outcome": "failed"}
    ]);
    let fact = last_fact(&office);
    assert_eq!(
        (&fact["votes"], &fact["returned"], &fact["recount"]),
        (&kept, &json!(49), &json!("多数了一张"))
    );
    // It stands as a ballot does: its paper tells who was chosen, and the work goes on.
    let paper = office.json(&["project", "result", "票决"]);
    let told: Vec<[&Value; 2]> = paper["data"]["ranking"]
        .as_array()
        .expect("rows")
        .iter()
        .map(|row| [&row["yes"], &row["result"]])
        .collect();
    let (none, chosen, failed) = (json!(null), json!("chosen"), json!("failed"));
    assert_eq!(told, [[&none, &chosen], [&none, &chosen], [&none, &failed]]);
    let page = office.does(&["project", "result", "票决"]).out;
    assert!(page.contains("重新计票: 多数了一张"), "{page}");
    does(&office, "project announce 1-2 --on 2025-01-15");
    refuses(&office, "project announce 3 --on 2025-01-15", 4, &[]);
    assert_eq!(office.run(&["verify"]).code, 0);
}

#[test]
fn a_recount_brings_back_no_votes_and_a_tie_is_voted_on_again() {
    let office = miscounted();
    does(&office, "undo --why 多数了一张");
    does(
        &office,
        &ballot(49, "1=34/15/0,2=32/17/0,3=32/17/0", "--recount 多数了一张"),
    );
    let journal = String::from_utf8(office.journal()).expect("text");
    let head = journal.lines().count().to_string();
    let votes = r#"[{"project":1,"yes":34,"no":15,"abstained":0},{"project":2,"yes":32,"no":17,"abstained":0},{"project":3,"yes":32,"no":17,"abstained":0}]"#;
    let words = [
        "correct", &head, "--field", "votes", "--value", votes, "--why", "想看",
    ];
    office.refuses(&words, 4, &["相差不到"]);
    // Without the reason it would be a ballot that says no votes.
    let words = [
        "correct", &head, "--field", "recount", "--value", "", "--why", "不写",
    ];
    assert_ne!(office.run(&words).code, 0);
    does(
        &office,
        "project ballot 票决 --round 2 --quota 1 --deputies 60 --present 55 --votes 2=40/15/0,3=15/40/0 --on 2025-01-10",
    );
    does(&office, "project announce 1-2 --on 2025-01-15");
}

#[test]
fn a_recount_of_a_round_keeps_the_number_of_sheets() {
    let office = judged("qingdao-2021");
    let head = "农业服务中心,村镇建设服务中心\n";
    let sheets = "77,90\n78,91\n79,92\n80,93\n81,94\n82,95\n";
    office.write("s.csv", format!("{head}{sheets}"));
    play(&office, "unit score 年终 s.csv --issued 20 --on 2024-11-20");
    play(&office, "undo --why 漏计一张");
    // One sheet more, which says nothing of the second unit.
    office.write("s.csv", format!("{head}{sheets}83,\n"));
    let line = "unit score 年终 s.csv --issued 20 --on 2024-11-20";
    refused(&office, line, 4, "相差不到 5 张");
    play(&office, &format!("{line} --recount 漏计一张"));
    let fact = last_fact(&office);
    assert_eq!(
        fact["scores"][0],
        json!({"unit": "农业服务中心", "ballots": 7})
    );
    // What as many sheets say as before tells of nobody.
    assert_eq!(fact["scores"][1]["sum"], 555);
    let told = report(&office);
    let unit = |unit: &str| row(&told, "anonymous", &format!("年终.{unit}"));
    let counted = unit("农业服务中心");
    assert_eq!(
        (&counted["ballots"], &counted["marks"], &counted["mean"]),
        (&json!(7), &json!("重新计票,只记张数"), &json!(null))
    );
    assert_eq!(unit("村镇建设服务中心")["mean"], "92.5");
    let journal = String::from_utf8(office.journal()).expect("text");
    assert!(!journal.contains("\"mark\":83"), "the sheet stays unknown");
}

#[test]
fn ratings_by_words_are_counted_again_by_their_number() {
    let office = judged("qingdao-2021");
    play(
        &office,
        "
activity plan 述职 --kind 部门报告 --attended 祝晓琴 --others 20 --on 2024-06-05
activity rate 1 --unit 农业服务中心 --satisfied 9 --on 2024-06-05
undo --why 少录一票
activity rate 1 --unit 农业服务中心 --satisfied 9 --dissatisfied 1 --recount 少录一票 --on 2024-06-05",
    );
    let fact = last_fact(&office);
    assert_eq!(
        (&fact["ballots"], &fact["satisfied"], &fact["dissatisfied"]),
        (&json!(10), &json!(null), &json!(null))
    );
    play(
        &office,
        "
deputy rate 祝晓琴 --satisfied 9 --year 2024
undo --why 少录一票
deputy rate 祝晓琴 --satisfied 9 --dissatisfied 1 --year 2024 --recount 少录一票",
    );
    let fact = last_fact(&office);
    assert_eq!(
        (&fact["ballots"], &fact["satisfied"]),
        (&json!(10), &json!(null))
    );
    // So many more that nobody is found out are told.
    play(
        &office,
        "
undo --why 再数
deputy rate 祝晓琴 --satisfied 14 --year 2024 --recount 另有一箱",
    );
    assert_eq!(last_fact(&office)["satisfied"], 14);
}

#[test]
fn what_was_never_counted_is_no_recount() {
    let office = office();
    candidates(&office, 1);
    for line in [
        "project ballot 另一次 --quota 1 --deputies 60 --present 55 --votes 1=40/15/0 --recount 记错 --on 2025-01-10",
        "deputy rate 祝晓琴 --satisfied 9 --recount 记错",
    ] {
        refuses(&office, line, 4, &["不是重新计票"]);
    }
}
