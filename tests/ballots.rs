//! Ballots on projects as a secretary enters them: counts that cannot be, ties, the result paper.

use serde_json::{Value, json};

use crate::office::Office;
use crate::projects::{candidates, does, office, refuses};

fn ballot(more: &str) -> String {
    format!("project ballot 票决 --deputies 60 --present 55 --on 2025-01-10 {more}")
}

#[test]
fn an_impossible_count_is_refused_with_its_rule() {
    let office = office();
    candidates(&office, 3);
    let votes = "--votes 1=50/5/0,2=40/10/5,3=20/30/5";
    for (more, code, says) in [
        (
            "--quota 2 --issued 50 --returned 51 --votes 1=51/0/0",
            4,
            "投票无效",
        ),
        (
            "--quota 1 --issued 56 --votes 1=55/0/0",
            4,
            "56 不能多于 55",
        ),
        (
            "--quota 1 --invalid 56 --votes 1=0/0/0",
            4,
            "56 不能多于 55",
        ),
        ("--quota 1 --invalid 1 --votes 1=50/5/0", 4, "有效票 54 张"),
        ("--quota 1 --votes 1=50/4/0", 4, "共 54 票"),
        ("--quota 1 --votes 1=50/5/0,2=40/10/5", 4, "多选"),
        ("--quota 0 --votes 1=50/5/0", 4, "应选 0 个"),
        ("--quota 2 --votes 1=50/5/0", 4, "候选 1 个"),
        ("--quota 1 --votes 1=20/35/0,1=20/35/0", 4, "写了两次"),
        ("--quota 1 --votes 9=50/5/0", 3, "没有民生实事项目“9”"),
        ("--quota 1 --votes 1=50/5", 2, "--votes"),
        ("--quota 1 --votes 五十", 2, "--votes"),
        ("--quota 1 --round 2 --votes 1=50/5/0", 4, "没有前一轮"),
    ] {
        refuses(&office, &ballot(more), code, &[says]);
    }
    does(&office, &ballot(&format!("--quota 2 {votes}")));
    refuses(
        &office,
        &ballot("--quota 1 --votes 3=50/5/0"),
        4,
        &["未通过"],
    );
    let late = ballot(&format!("--quota 2 {votes}")).replace("2025-01-10", "2024-11-09");
    refuses(&office, &late, 4, &["已申报"]);
}

/// What a ballot came to, by the result paper: each project's place in it.
fn result(office: &Office) -> Vec<(Value, Value, Value)> {
    let paper = office.json(&["project", "result", "票决"]);
    let rows = paper["data"]["ranking"].as_array().expect("rows").clone();
    rows.into_iter()
        .map(|row| {
            (
                row["round"].clone(),
                row["project"].clone(),
                row["result"].clone(),
            )
        })
        .collect()
}

#[test]
fn a_tie_is_voted_on_again_for_the_places_left() {
    let office = office();
    candidates(&office, 4);
    does(
        &office,
        &ballot("--quota 2 --votes 1=50/5/0,2=25/25/5,3=17/35/3,4=18/30/7"),
    );
    let told = result(&office);
    assert_eq!(told[0], (json!(1), json!(1), json!("chosen")));
    assert_eq!(
        told.iter()
            .filter(|(.., result)| result == "failed")
            .count(),
        3
    );
    let office = self::tied();
    assert_eq!(
        result(&office),
        [
            (json!(1), json!(1), json!("chosen")),
            (json!(1), json!(2), json!("tied")),
            (json!(1), json!(3), json!("tied")),
            (json!(1), json!(4), json!("failed")),
        ]
    );
    let again = |more: &str| ballot(more).replace("2025-01-10", "2025-01-11");
    refuses(
        &office,
        &again("--quota 1 --round 2 --votes 2=30/25/0"),
        4,
        &["2、3", "应选 1 个"],
    );
    refuses(
        &office,
        &again("--quota 2 --round 2 --votes 2=31/24/0,3=24/31/0"),
        4,
        &["应选 1 个"],
    );
    refuses(
        &office,
        &again("--quota 1 --round 3 --votes 2=31/24/0,3=24/31/0"),
        4,
        &["应选 1 个"],
    );
    does(
        &office,
        &again("--quota 1 --round 2 --votes 2=31/24/0,3=24/31/0"),
    );
    let told = result(&office);
    assert_eq!(
        told[4..],
        [
            (json!(2), json!(2), json!("chosen")),
            (json!(2), json!(3), json!("failed"))
        ]
    );
    // On the day of the first round nobody knew of the second.
    let before = office.json(&["project", "result", "票决", "--as-of", "2025-01-10"]);
    assert_eq!(before["data"]["ranking"].as_array().map(Vec::len), Some(4));
    refuses(
        &office,
        &again("--quota 1 --round 3 --votes 2=31/24/0,3=24/31/0"),
        4,
        &[],
    );
}

/// The second and the third are equal at the second of two places.
fn tied() -> Office {
    let office = office();
    candidates(&office, 4);
    does(
        &office,
        &ballot("--quota 2 --votes 1=40/15/0,2=31/20/4,3=31/20/4,4=8/40/7"),
    );
    office
}

#[test]
fn the_result_paper_tells_every_count() {
    let office = tied();
    let paper = office.json(&["project", "result", "票决"]);
    let counts = &paper["data"]["counts"][0];
    for (key, expected) in [
        ("candidates", 4),
        ("quota", 2),
        ("deputies", 60),
        ("present", 55),
        ("issued", 55),
        ("returned", 55),
        ("invalid", 0),
        ("valid", 55),
        ("needed", 31),
    ] {
        assert_eq!(counts[key], expected, "{key}");
    }
    let told = office.does(&["project", "result", "票决"]).out;
    assert!(
        told.contains("得票相同,再次票决") && told.contains("全体代表"),
        "{told}"
    );
    assert_eq!(told, office.does(&["project", "result", "票决"]).out);
    refuses(&office, "project result 没有这次", 3, &["没有这次", "票决"]);
}
