//! The session of a row that does not name one.

use super::*;
use crate::domain::terms::SessionKey;

const HEADERS: &str = "编号,标题,领衔代表,届次,会次,级别,提出时间,提出日期,主办单位,交办日期\n";

fn file(rows: &[&str]) -> LedgerFile {
    let text = HEADERS.to_owned() + &rows.join("\n") + "\n";
    LedgerFile::read(text.as_bytes(), &Mapping::default()).expect("a ledger")
}

fn opened(planned: &Plan) -> Vec<(u16, u16, String)> {
    let sessions = planned.added.sessions.iter();
    let told = |(key, on): (&SessionKey, &Date)| (key.term, key.session, on.to_string());
    sessions.map(told).collect()
}

/// Plans, writes and plans again: the second time every right row is on record.
#[track_caller]
fn check(rows: &[&str], sessions: &[(u16, u16, &str)]) -> Plan {
    let file = file(rows);
    let mut book = office();
    let planned = plan(&file, &book, &options(true));
    let expected: Vec<(u16, u16, String)> = sessions
        .iter()
        .map(|(term, session, on)| (*term, *session, (*on).to_owned()))
        .collect();
    assert_eq!(opened(&planned), expected);
    write(&mut book, &planned.lines);
    let again = plan(&file, &book, &options(true));
    for (row, before) in again.rows.iter().zip(&planned.rows) {
        let right = matches!(before.verdict, Verdict::New(_));
        let same = matches!(row.verdict, Verdict::Same(_));
        assert_eq!(same, right, "{row:?}");
    }
    assert!(again.lines.is_empty() && again.added.is_empty());
    planned
}

#[test]
fn another_levels_session_is_not_ours() {
    let planned = check(
        &[
            "1,关于修桥的建议,王秀兰,20,5,镇,会议期间,2024-01-16,水务站,2024-01-18",
            "12,关于修渠的建议,王秀兰,18,4,区,会议期间,2024-01-31,区水利局,2024-02-27",
            "19,关于修路的建议,王秀兰,18,4,,会议期间,,水务站,2024-02-27",
            "2,关于修井的建议,王秀兰,,,镇,闭会期间,,水务站,2024-05-06",
        ],
        &[(20, 5, "2024-01-16")],
    );
    assert_eq!(reasons(&planned.rows[2]), ["会次 needs 级别"]);
    let supposed = planned.rows[3].number.expect("a number").series;
    assert_eq!((supposed.term, supposed.session), (20, 5));
}

#[test]
fn two_congresses_may_count_alike() {
    let planned = check(
        &[
            "1,关于修桥的建议,王秀兰,18,4,,会议期间,2024-01-16,水务站,2024-01-18",
            "12,关于修渠的建议,王秀兰,18,4,区,会议期间,2024-01-31,区水利局,2024-02-27",
        ],
        &[(18, 4, "2024-01-16")],
    );
    assert_eq!(reasons(&planned.rows[0]), [""; 0]);
}

#[test]
fn a_session_known_by_hand_overs_only_opens_with_the_first() {
    let planned = check(
        &[
            "1,关于修桥的建议,王秀兰,20,4,,会议期间,,水务站,2023-12-18",
            "2,关于修井的建议,王秀兰,20,4,,会议期间,,水务站,2023-12-11",
            "3,关于修路的建议,王秀兰,,,,闭会期间,2023-12-12,水务站,2023-12-18",
            "4,关于修渠的建议,王秀兰,20,5,,会议期间,2024-01-16,水务站,2024-01-18",
        ],
        &[(20, 4, "2023-12-11"), (20, 5, "2024-01-16")],
    );
    let supposed = planned.rows[2].number.expect("a number").series;
    assert_eq!((supposed.term, supposed.session), (20, 4));
}

#[test]
fn a_row_that_was_supposed_in_does_not_move_its_session() {
    // Only talk between the sessions names 20-5; the row in session belongs there by its day.
    check(
        &[
            "1,关于修桥的建议,王秀兰,20,5,,闭会期间,2024-03-01,水务站,2024-03-04",
            "2,关于修井的建议,王秀兰,,,,会议期间,2024-04-01,水务站,2024-04-02",
            "3,关于修路的建议,王秀兰,,,,闭会期间,2024-03-20,水务站,2024-03-21",
            "4,关于修渠的建议,王秀兰,20,4,,会议期间,2024-01-16,水务站,2024-01-18",
        ],
        &[(20, 4, "2024-01-16"), (20, 5, "2024-03-01")],
    );
}
