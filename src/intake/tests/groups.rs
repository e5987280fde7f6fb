//! Rows that are merged into others, and rows that left the handling.

use super::*;
use crate::domain::book::{Case, State};
use crate::words::LedgerColumn;

#[test]
fn merged_rows_come_in_whatever_their_order_and_go_out_again() {
    let columns = "并案,主办单位,交办日期";
    let file = ledger(
        columns,
        &[
            "2024-02-20 与3号并案,水务站,2024-02-01",
            ",,",
            ",水务站,2024-03-01",
            "3,水务站,2024-03-01",
            "2,水务站,2024-03-01",
        ],
    );
    let mut book = office();
    let planned = plan(&file, &book, &options(false));
    let refused: Vec<String> = planned.rows.iter().flat_map(reasons).collect();
    assert!(refused.is_empty(), "{refused:?}");
    write(&mut book, &planned.lines);
    let merged: Vec<String> = book
        .cases()
        .map(|case| {
            let cells = crate::report::ledger::row(
                &book,
                case,
                day("2024-12-31"),
                crate::report::ledger::DayStyle::WhereUnusual,
            );
            let place = LedgerColumn::ALL
                .iter()
                .position(|c| *c == LedgerColumn::Merged);
            let number = case.number.map(|n| n.seq).unwrap_or_default();
            format!("{number}: {}", cells[place.expect("a column")].shown())
        })
        .collect();
    assert_eq!(merged, ["1: 2024-02-20 3", "2: ", "3: ", "4: 3", "5: 2"]);
    let again = plan(&file, &book, &options(false));
    for row in &again.rows {
        assert!(matches!(row.verdict, Verdict::Same(_)), "{row:?}");
    }
}

#[test]
fn a_group_that_cannot_be_is_refused() {
    for (rows, refused) in [(["9", ""], 1), (["1", ""], 1), (["2", "1"], 2)] {
        let planned = planned("并案", &rows);
        let reasons = planned.rows.iter().flat_map(reasons).collect::<Vec<_>>();
        assert_eq!(reasons.len(), refused, "{reasons:?}");
        assert!(reasons.concat().contains("no Case"), "{reasons:?}");
        let cases = planned.lines.iter().flat_map(facts);
        let entered = cases.filter(|fact| *fact == "submitted").count();
        assert_eq!(entered, 2 - refused);
    }
}

#[test]
fn a_group_is_entered_by_one_line_or_not_at_all() {
    let planned = planned("并案", &["", "4", "", "", ""]);
    let rows: Vec<Option<u64>> = planned.lines.iter().map(|line| line.row).collect();
    assert_eq!(rows, [None, Some(2), Some(3), Some(6)]);
    let group = facts(&planned.lines[2]);
    assert_eq!(group.iter().filter(|fact| **fact == "submitted").count(), 3);
    assert_eq!(group.last(), Some(&"merged"));
}

#[test]
fn what_left_the_handling_is_not_alive_again() {
    let columns = "终止办理,主办单位,交办日期";
    let rows = [
        "2024-03-01 撤回：代表改变主意,水务站,2024-02-01",
        "不予受理：不属于职权,,",
        "转为来信,,",
        "否,水务站,2024-02-01",
        "办结,,",
    ];
    let file = ledger(columns, &rows);
    let mut book = office();
    let planned = plan(&file, &book, &options(false));
    let refused: Vec<String> = planned.rows.iter().flat_map(reasons).collect();
    assert_eq!(
        refused,
        ["line 6, 终止办理: `办结`: not one of 不予受理, 转为来信, 撤回"]
    );
    write(&mut book, &planned.lines);
    let stand: Vec<State> = book.cases().map(Case::state).collect();
    let [withdrawn, refused, letter] = [State::Withdrawn, State::Refused, State::Letter];
    assert_eq!(stand, [withdrawn, refused, letter, State::Assigned]);
    let again = plan(&file, &book, &options(false));
    let same = |row: &&RowReport| matches!(row.verdict, Verdict::Same(_));
    assert_eq!(again.rows.iter().filter(same).count(), 4);
}
