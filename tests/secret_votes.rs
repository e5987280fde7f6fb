//! What is kept of secret votes: of fewer than five nothing but their number, and no second count
//! that a few sheets more or fewer tell apart from the first.

use serde_json::{Value, json};

use crate::assessing::{judged, report};
use crate::handling::{play, refused};
use crate::office::{Office, row};

const LOW: &str = "农业服务中心\n77\n78\n79\n80\n81\n82\n";

fn last_line(office: &Office) -> Value {
    let journal = String::from_utf8(office.journal()).expect("text");
    serde_json::from_str(journal.lines().last().expect("a line")).expect("JSON")
}

/// What the round `小测` leaves of so many sheets.
fn scored(sheets: &str) -> (Office, Value) {
    let office = judged("qingdao-2021");
    office.write("s.csv", format!("农业服务中心\n{sheets}"));
    play(&office, "unit score 小测 s.csv --issued 9 --on 2024-11-20");
    let kept = last_line(&office)["events"][0]["scores"][0].clone();
    (office, kept)
}

#[test]
fn of_fewer_than_five_sheets_only_their_number_is_kept() {
    for (count, sheets) in [(1, "77\n"), (2, "100\n100\n"), (4, "77\n78\n79\n80\n")] {
        let (office, kept) = scored(sheets);
        assert_eq!(kept, json!({"unit": "农业服务中心", "ballots": count}));
        let report = report(&office);
        let told = row(&report, "anonymous", "小测.农业服务中心");
        assert_eq!(
            (&told["ballots"], &told["marks"], &told["mean"]),
            (&json!(count), &json!("不足五票,不列分布"), &json!(null))
        );
    }
    let (_, kept) = scored("77\n78\n79\n80\n80\n");
    assert_eq!(kept["sum"], 394);
}

#[test]
fn a_correction_cannot_bring_back_what_may_not_be_kept() {
    let (office, _) = scored("77\n77\n80\n80\n");
    let head = last_line(&office)["seq"].to_string();
    let marks = r#"[{"unit":"农业服务中心","ballots":4,"sum":314,"marks":[{"mark":77,"ballots":2},{"mark":80,"ballots":2}]}]"#;
    let sum = r#"[{"unit":"农业服务中心","ballots":4,"sum":314}]"#;
    for value in [marks, sum] {
        let words = [
            "correct", &head, "--field", "scores", "--value", value, "--why", "想看",
        ];
        office.refuses(&words, 4, &["对不上"]);
    }
}

#[test]
fn a_few_ballots_on_projects_decide_nothing_and_tell_nothing() {
    use crate::projects::{candidates, does, office};
    let office = office();
    candidates(&office, 2);
    does(
        &office,
        "project ballot 小会 --quota 1 --deputies 4 --present 4 --votes 1=1/3/0,2=3/0/1 --on 2025-01-10",
    );
    let fact = &last_line(&office)["events"][0];
    assert_eq!(fact["votes"], json!([{"project": 1}, {"project": 2}]));
    let paper = office.json(&["project", "result", "小会"]);
    let rows = paper["data"]["ranking"].as_array().expect("rows");
    for row in rows {
        assert_eq!((&row["yes"], &row["result"]), (&json!(null), &json!("few")));
    }
    let head = last_line(&office)["seq"].to_string();
    let whole = r#"[{"project":1,"yes":1,"no":3,"abstained":0},{"project":2,"yes":3,"no":0,"abstained":1}]"#;
    let yes = r#"[{"project":1,"yes":1},{"project":2,"yes":3}]"#;
    for value in [whole, yes] {
        let words = [
            "correct", &head, "--field", "votes", "--value", value, "--why", "想看",
        ];
        office.refuses(&words, 4, &[]);
    }
    // The candidates can be voted on by a congress that is all there.
    does(
        &office,
        "project ballot 大会 --quota 1 --deputies 60 --present 55 --votes 1=50/5/0,2=5/50/0 --on 2025-01-11",
    );
}

#[test]
fn a_few_ratings_of_a_head_or_of_a_project_are_kept_by_their_number() {
    let office = judged("qingdao-2021");
    play(
        &office,
        "
activity plan 述职 --kind 部门报告 --attended 祝晓琴 --others 8 --on 2024-06-05
activity rate 1 --unit 农业服务中心 --satisfied 3 --dissatisfied 1 --on 2024-06-05",
    );
    let fact = last_line(&office)["events"][0].clone();
    let kept = json!({"type": "activity_rated", "on": "2024-06-05", "activity": 1, "unit": "农业服务中心", "ballots": 4});
    assert_eq!(fact, kept);
    let head = last_line(&office)["seq"].to_string();
    let words = [
        "correct",
        &head,
        "--field",
        "satisfied",
        "--value",
        "4",
        "--why",
        "想看",
    ];
    office.refuses(&words, 4, &["只记票数"]);
    play(
        &office,
        "
project collect 路灯 --year 2024 --track village --on 2024-01-20
project screen 1 --on 2024-01-21
project declare 1 --unit 农业服务中心 --content 装灯 --on 2024-01-22
project resolve 1 --village 和平村 --assembly 村民会议 --eligible 100 --present 80 --in-favour 70 --on 2024-01-24
project announce 1 --on 2024-01-25
project start 1 --unit 农业服务中心 --plan 装灯 --due 2024-09-30 --on 2024-02-01
project supervise 1 --people 祝晓琴 --note 好 --on 2024-06-01
project accept 1 --deputies 祝晓琴 --spoke 祝晓琴 --signed 祝晓琴 --voters 3 --voters-spoke 3 --voters-signed 3 --on 2024-09-20
project evaluate 1 --satisfied 1 --on 2024-10-01",
    );
    let fact = last_line(&office)["events"][0].clone();
    let kept = json!({"type": "project_evaluated", "on": "2024-10-01", "project": 1, "ballots": 1});
    assert_eq!(fact, kept);
    let told = office.json(&["report", "projects", "--year", "2024"]);
    let told = row(&told, "evaluation", "1");
    assert_eq!(
        (&told["ratings"], &told["satisfied"]),
        (&json!(1), &json!(null))
    );
}

/// A round of six sheets, taken back.
fn counted_and_undone() -> Office {
    let office = judged("qingdao-2021");
    office.write("s.csv", LOW);
    play(&office, "unit score 年终 s.csv --issued 20 --on 2024-11-20");
    let head = last_line(&office)["seq"].to_string();
    office.does(&["undo", &head, "--why", "漏计"]);
    office
}

#[test]
fn a_second_count_a_few_sheets_apart_is_refused() {
    let office = counted_and_undone();
    let fewer = LOW.replace("82\n", "");
    office.write("fewer.csv", &fewer);
    office.write("more.csv", format!("{LOW}90\n91\n92\n93\n"));
    for file in ["fewer.csv", "more.csv"] {
        for round in ["年终", "年终补"] {
            let line = format!("unit score {round} {file} --issued 20 --on 2024-11-20");
            refused(&office, &line, 4, "相差不到 5 张");
        }
    }
    // A recount on a later day is known by its name, another round on a later day is its own.
    refused(
        &office,
        "unit score 年终 fewer.csv --issued 20 --on 2024-11-25",
        4,
        "相差不到",
    );
    play(
        &office,
        "unit score 十二月 fewer.csv --issued 20 --on 2024-12-20",
    );
    // So many more that nobody is found out, or the same sheets read better.
    office.write("many.csv", format!("{LOW}90\n91\n92\n93\n94\n"));
    play(
        &office,
        "unit score 年终 many.csv --issued 20 --on 2024-11-20",
    );
    let office = counted_and_undone();
    office.write("better.csv", LOW.replace("82", "28"));
    play(
        &office,
        "unit score 年终 better.csv --issued 20 --on 2024-11-20",
    );
}

#[test]
fn a_correction_to_a_few_sheets_less_is_refused() {
    let office = judged("qingdao-2021");
    office.write("s.csv", LOW);
    play(&office, "unit score 年终 s.csv --issued 20 --on 2024-11-20");
    let head = last_line(&office)["seq"].to_string();
    let scores = |marks: &[u32]| {
        let sum: u32 = marks.iter().sum();
        let ballots = marks.len();
        let marks: Vec<Value> = marks
            .iter()
            .map(|mark| json!({"mark": mark, "ballots": 1}))
            .collect();
        json!([{"unit": "农业服务中心", "ballots": ballots, "sum": sum, "marks": marks}])
            .to_string()
    };
    let correct = |value: &str| {
        let words = [
            "correct", &head, "--field", "scores", "--value", value, "--why", "重数", "-y",
        ];
        office.run(&words)
    };
    let told = correct(&scores(&[77, 78, 79, 80, 81]));
    assert!(told.code == 4 && told.err.contains("相差不到"), "{told:?}");
    assert_eq!(correct(&scores(&[77, 78, 79, 80, 81, 83])).code, 0);
    // What a correction put away is on record all the same.
    let told = correct(&scores(&[77, 78, 79, 80, 81]));
    assert!(told.code == 4 && told.err.contains("相差不到"), "{told:?}");
}

#[test]
fn ballots_and_ratings_are_not_counted_a_few_sheets_apart_either() {
    use crate::projects::{candidates, does, office, refuses};
    let office = office();
    candidates(&office, 1);
    let ballot = |returned: u32| {
        format!(
            "project ballot 票决 --quota 1 --deputies 60 --present 55 --returned {returned} --votes 1={returned}/0/0 --on 2025-01-10"
        )
    };
    does(&office, &ballot(50));
    let head = last_line(&office)["seq"].to_string();
    does(&office, &format!("undo {head} --why 重数"));
    refuses(&office, &ballot(49), 4, &["相差不到"]);
    does(&office, &ballot(45));
    let rate = |satisfied: u32| {
        format!("activity rate 1 --unit 水务站 --satisfied {satisfied} --on 2025-02-01")
    };
    does(
        &office,
        "activity plan 述职 --kind 部门报告 --attended 祝晓琴 --others 20 --on 2025-02-01",
    );
    does(&office, &rate(9));
    let head = last_line(&office)["seq"].to_string();
    does(&office, &format!("undo {head} --why 重数"));
    refuses(&office, &rate(8), 4, &["相差不到"]);
    // Few are told by nothing but their number: no difference comes of them.
    does(&office, &rate(4));
}

/// Journals of before hold more than is kept now; it is read, and not told.
#[test]
fn what_an_old_journal_holds_of_a_few_is_read_and_not_told() {
    use jianyi::domain::event::Event;
    let read = |line: &str| serde_json::from_str::<Event>(line).expect("a fact");
    let round = r#"{"type":"anonymous_scoring_closed","on":"2024-11-20","round":"小测","full":100,"issued":4,"returned":1,"invalid":0,"scores":[{"unit":"农业服务中心","ballots":1,"sum":77}]}"#;
    let Event::AnonymousScoringClosed(fact) = read(round) else {
        panic!("a round")
    };
    assert_eq!(
        (fact.scores[0].sum, fact.scores[0].sum_told()),
        (Some(77), None)
    );
    let rated = r#"{"type":"activity_rated","on":"2024-06-05","activity":1,"unit":"农业服务中心","satisfied":3,"mostly":0,"dissatisfied":1}"#;
    let Event::ActivityRated(fact) = read(rated) else {
        panic!("ratings")
    };
    assert_eq!((fact.given(), fact.told()), (4, None));
    let ballot = r#"{"type":"projects_balloted","on":"2025-01-10","ballot":"小会","round":1,"quota":1,"majority_of":"present","deputies":4,"present":4,"issued":4,"returned":4,"invalid":0,"votes":[{"project":1,"yes":3}]}"#;
    let Event::ProjectsBalloted(fact) = read(ballot) else {
        panic!("a ballot")
    };
    assert!(!fact.is_told());
    let result = jianyi::domain::book::Ballot { fact }.result();
    assert_eq!(result.chosen.len(), 1, "it decided what it decided");
}

/// What was taken back is counted again under any name in the weeks around it.
#[test]
fn another_name_and_another_day_hide_no_sheet() {
    let (office, _) = scored("90\n91\n92\n93\n94\n95\n");
    play(&office, "undo --why 漏票");
    office.write("s.csv", "农业服务中心\n90\n91\n92\n93\n94\n");
    refused(
        &office,
        "unit score 重计 s.csv --issued 9 --on 2024-11-25",
        4,
        "相差不到 5 张",
    );
}

/// Rounds of different names may have been cast by the same people: who closes the second one is told
/// how near it is, and by how few they differ.
#[test]
fn a_round_of_another_name_is_said_to_be_near_and_by_how_few_it_differs() {
    let (office, _) = scored("90\n91\n92\n93\n94\n95\n");
    let told = |round: &str, marks: &str, on: &str| {
        office.write("s.csv", format!("农业服务中心\n{marks}"));
        let line = format!("unit score {round} s.csv --issued 19 --dry-run --on {on}");
        office.does(&line.split(' ').collect::<Vec<_>>()).err
    };
    office.write("s.csv", "农业服务中心\n90\n91\n92\n93\n94\n");
    refused(
        &office,
        "unit score 补测 s.csv --issued 19 --on 2024-11-25",
        4,
        "票数只差 1 张",
    );
    let fewer = told("补测", "90\n91\n92\n93\n94\n", "2024-11-25 --other-voters");
    assert!(
        fewer.contains("小测") && fewer.contains("只差 1 张"),
        "{fewer}"
    );
    let alike = told("补测", "90\n91\n92\n93\n94\n95\n", "2024-11-25");
    assert!(alike.contains("小测") && !alike.contains("只差"), "{alike}");
    let later = told("补测", "90\n91\n92\n93\n94\n", "2024-12-25");
    assert!(!later.contains("小测"), "{later}");
    // The same name is the same round, however it is written.
    play(
        &office,
        "unit score 年终(一) s.csv --issued 19 --other-voters --on 2024-11-25",
    );
    office.write("s.csv", "农业服务中心\n90\n91\n92\n93\n");
    office.write("t.csv", "农业服务中心\n90\n91\n92\n93\n94\n95\n");
    refused(
        &office,
        "unit score 年终（一） t.csv --issued 19 --on 2024-12-20",
        4,
        "相差不到 5 张",
    );
}

/// Ratings of which only the number is told are no noughts, and none of the sum of the words.
#[test]
fn ratings_that_are_not_told_are_no_noughts() {
    let office = judged("qingdao-2021");
    let told = || {
        let report = office.json(&["report", "activities"]);
        let told = row(&report, "unit", "农业服务中心");
        ["ratings", "worded", "satisfied"].map(|key| told[key].clone())
    };
    for (activity, satisfied, expected) in [
        (1, 2, [json!(2), json!(0), json!("—")]),
        (2, 6, [json!(8), json!(6), json!(6)]),
    ] {
        play(
            &office,
            &format!(
                "
activity plan 述职{activity} --kind 部门报告 --attended 祝晓琴 --others 8 --on 2024-06-0{activity}
activity rate {activity} --unit 农业服务中心 --satisfied {satisfied} --on 2024-06-0{activity}"
            ),
        );
        assert_eq!(told(), expected);
    }
}
