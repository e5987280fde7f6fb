//! What becomes of single rows.

use super::*;
use crate::words::LedgerColumn;

/// The reasons against each row.
fn wrong(columns: &str, rows: &[&str]) -> Vec<Vec<String>> {
    planned(columns, rows).rows.iter().map(reasons).collect()
}

#[test]
fn a_bad_cell_is_named_with_line_column_and_words() {
    let rows = ["2024-02-30,2025-01-02,镇", "3月5日,,村"];
    let said = wrong("交办日期,签收日期,级别", &rows).concat();
    let expected = [
        "line 2, 交办日期: `2024-02-30`: there is no day `2024-02-30`",
        "line 3, 级别: `村`: not one of 镇, 区, 市, 省",
        "line 3, 交办日期: `3月5日`: the year is missing",
    ];
    assert_eq!(said, expected);
}

#[test]
fn what_means_nothing_alone_is_wrong() {
    for (columns, row, reason) in [
        ("主办单位", "水务站", "主办单位 needs 交办日期"),
        ("办理期限", "2024-05-01", "办理期限 needs 交办日期"),
        ("答复日期", "2024-05-01", "答复日期 needs 办理结果"),
        ("办理结果", "A", "办理结果 needs 答复日期"),
        ("承诺事项", "修桥", "承诺事项 needs 承诺期限"),
        ("续办情况", "已兑现", "续办情况 needs 承诺事项"),
        ("协办意见日期", "2024-05-01", "协办意见日期 needs 协办单位"),
        ("原主办单位", "水务站", "原主办单位 needs 改办日期"),
        (
            "面商日期,面商方式",
            "2024-02-01、2024-02-02、2024-02-03,电话、现场",
            "面商方式: 2 values for 3",
        ),
    ] {
        let reasons = wrong(columns, &[row]).concat();
        assert!(
            reasons.contains(&reason.to_owned()),
            "{columns}: {reasons:?}"
        );
    }
}

#[test]
fn a_rule_refuses_a_step_on_its_day() {
    let columns = "主办单位,交办日期,办结日期";
    assert_eq!(
        wrong(
            columns,
            &["水务站,2024-02-01,2024-03-01", "水务站,2025-02-01,"]
        ),
        [
            ["2024-03-01: needs Reply"],
            ["2025-02-01: 2025-02-01 lies in the future"]
        ]
    );
}

#[test]
fn a_row_twice_names_both_lines() {
    let mut file = ledger("备注", &["一", "二"]);
    let mut again = file.rows[0].clone();
    again.line = 4;
    file.rows.push(again);
    let planned = plan(&file, &office(), &options(false));
    assert_eq!(planned.rows[2].line, 4);
    assert_eq!(reasons(&planned.rows[2]), ["stands on line 2 already"]);
    assert_eq!(planned.lines.len(), 3);
}

#[test]
fn more_time_is_given_before_a_case_leaves_the_handling() {
    let columns = "主办单位,交办日期,签收日期,办理期限,延期至,终止办理";
    let row = "水务站,2024-01-31,2024-02-04,2024-04-30,2024-06-28,撤回";
    let planned = planned(columns, &[row]);
    assert_eq!(reasons(&planned.rows[0]), [""; 0]);
    let told: Vec<&str> = planned.lines.iter().flat_map(facts).collect();
    assert_eq!(told[told.len() - 2..], ["extended", "withdrawn"]);
}

#[test]
fn a_wrong_row_leaves_no_trace() {
    let columns = "主办单位,交办日期,办结日期";
    let planned = planned(
        columns,
        &["水务站,2024-02-01,2024-03-01", "公路站,2024-02-01,"],
    );
    let units: Vec<&str> = planned.added.units.keys().map(Name::as_str).collect();
    assert_eq!(units, ["公路站"]);
    assert_eq!(planned.lines.len(), 2);
    assert_eq!(
        facts(&planned.lines[0]),
        [
            "session_opened",
            "unit_added",
            "deputy_added",
            "mandate_given"
        ]
    );
    assert_eq!(
        facts(&planned.lines[1]),
        ["submitted", "numbered", "accepted", "assigned"]
    );
    assert!(matches!(planned.rows[1].verdict, Verdict::New(case) if case.0 == 1));
}

#[test]
fn rows_without_a_number_take_the_free_ones() {
    let mut file = ledger("备注", &["一", "二", "三"]);
    for place in [0, 1] {
        file.rows[place].row.no = None;
        file.rows[place].cells.remove(&LedgerColumn::No);
    }
    let mut book = office();
    let planned = plan(&file, &book, &options(false));
    let numbers: Vec<u32> = planned
        .rows
        .iter()
        .filter_map(|r| Some(r.number?.seq))
        .collect();
    assert_eq!(numbers, [4, 5, 3]);
    write(&mut book, &planned.lines);
    let again = plan(&file, &book, &options(false));
    assert!(
        again
            .rows
            .iter()
            .all(|row| matches!(row.verdict, Verdict::Same(_)))
    );
}

#[test]
fn a_limit_of_the_clock_is_not_agreed_on() {
    let planned = planned(
        "主办单位,交办日期,办理期限",
        &[
            "水务站,2024-02-01,2024-05-01",
            "水务站,2024-02-01,2024-04-01",
        ],
    );
    let agreed: Vec<Option<Date>> = planned.lines[1..]
        .iter()
        .flat_map(|line| &line.events)
        .filter_map(|event| {
            if let Event::Assigned(event::Assigned { due, .. }) = event {
                Some(*due)
            } else {
                None
            }
        })
        .collect();
    assert_eq!(agreed, [None, Some(day("2024-04-01"))]);
}

#[test]
fn a_return_needs_the_first_lead_or_becomes_a_remark() {
    let columns = "主办单位,原主办单位,交办日期,签收日期,退回日期,改办日期,备注";
    let told = "公路站,水务站,2024-02-01,2024-02-07,2024-02-02,2024-02-06,";
    let untold = "公路站,,2024-02-01,2024-02-07,2024-02-02,2024-02-06,见原件";
    let strict = planned(columns, &[told, untold]);
    assert_eq!(
        facts(&strict.lines[1]),
        [
            "submitted",
            "numbered",
            "accepted",
            "assigned",
            "returned",
            "reassigned",
            "signed"
        ]
    );
    assert_eq!(reasons(&strict.rows[1]), ["改办日期 needs 原主办单位"]);

    let file = ledger(columns, &[untold]);
    let mut book = office();
    let lenient = plan(&file, &book, &options(true));
    assert_eq!(
        facts(&lenient.lines[1]),
        [
            "submitted",
            "numbered",
            "accepted",
            "assigned",
            "noted",
            "signed"
        ]
    );
    assert!(lenient.rows[0].remarked.contains(&LedgerColumn::Returned));
    write(&mut book, &lenient.lines);
    let case = book.cases().next().expect("one case");
    assert_eq!(case.first_assigned(), Some(day("2024-02-06")));
    let texts = book.texts();
    let remark = texts.words(&case.notes[0].1);
    assert_eq!(
        remark,
        "见原件；交办日期：2024-02-01；退回日期：2024-02-02；改办日期：2024-02-06"
    );
    let again = plan(&file, &book, &options(true));
    assert!(
        matches!(again.rows[0].verdict, Verdict::Same(_)),
        "{:?}",
        again.rows[0]
    );
}

#[test]
fn what_differs_is_shown_with_both_words() {
    let columns = "主办单位,交办日期,保密";
    let mut book = office();
    let first = plan(
        &ledger(columns, &["水务站,2024-02-01,"]),
        &book,
        &options(false),
    );
    write(&mut book, &first.lines);
    let other = plan(
        &ledger(columns, &["公路站,2024/2/1,是"]),
        &book,
        &options(false),
    );
    let Verdict::Different(_, differences) = &other.rows[0].verdict else {
        panic!("{:?}", other.rows[0]);
    };
    let shown: Vec<(LedgerColumn, &str, &str)> = differences
        .iter()
        .map(|d| (d.column, d.ours.as_str(), d.theirs.as_str()))
        .collect();
    assert_eq!(
        shown,
        [
            (LedgerColumn::Confidential, "否", "是"),
            (LedgerColumn::Lead, "水务站", "公路站")
        ]
    );
    assert!(other.lines.is_empty());
    let silent = plan(&ledger(columns, &[",,"]), &book, &options(false));
    assert!(matches!(silent.rows[0].verdict, Verdict::Same(_)));
}

#[test]
fn what_no_fact_carries_is_named() {
    let planned = planned("回执收到,签发人", &["是,李强", ","]);
    let named: Vec<(LedgerColumn, &[u64])> = planned
        .not_carried
        .iter()
        .map(|(column, lines)| (*column, lines.as_slice()))
        .collect();
    assert_eq!(
        named,
        [
            (LedgerColumn::Signer, [2].as_slice()),
            (LedgerColumn::ReturnedForm, &[2]),
        ]
    );
}

#[test]
fn what_is_supposed_is_said() {
    let planned = planned(
        "提出时间,主办单位,交办日期,面商日期,答复日期,办理结果,签发人,满意度",
        &[",水务站,2024-02-01,2024-03-01,2024-04-01,A,李强,满意"],
    );
    let row = &planned.rows[0];
    assert!(matches!(row.verdict, Verdict::New(_)), "{:?}", reasons(row));
    assert_eq!(
        row.supposed,
        [
            LedgerColumn::Period,
            LedgerColumn::ConsultMode,
            LedgerColumn::Rated
        ]
    );
}

#[test]
fn a_gate_is_passed_only_by_a_lenient_import_and_said() {
    let columns = "主办单位,交办日期,面商日期,答复日期,办理结果";
    let file = ledger(
        columns,
        &["水务站,2024-02-01,2024-03-01,2024-04-01,A", ",,,,"],
    );
    let strict = plan(&file, &office(), &options(false));
    assert_eq!(reasons(&strict.rows[0]), ["2024-04-01: needs Signer"]);
    let lenient = plan(&file, &office(), &options(true));
    let waived: Vec<String> = lenient.rows[0]
        .waived
        .iter()
        .map(|w| w.refusal.to_string())
        .collect();
    assert_eq!(waived, ["needs Signer"]);
    let marks: Vec<bool> = lenient.lines.iter().map(|line| line.lenient).collect();
    assert_eq!(marks, [false, true, false]);
}

#[test]
fn a_reply_is_some_units() {
    let columns = "级别,主办单位,协办单位,交办日期,答复日期,办理结果,签发人";
    let file = ledger(
        columns,
        &[
            ",水务站,,,2024-04-01,A,李强",
            ",,,,2024-04-01,A,李强",
            ",,,2024-02-01,2024-04-01,A,李强",
            "区,,水务站,,2024-04-01,A,",
        ],
    );
    let lenient = plan(&file, &office(), &options(true));
    let told: Vec<Vec<String>> = lenient.rows.iter().map(reasons).collect();
    assert_eq!(
        told,
        [
            ["答复日期 needs 交办日期"],
            ["答复日期 needs 主办单位"],
            ["答复日期 needs 主办单位"],
            ["答复日期 needs 主办单位"],
        ]
    );
    assert!(lenient.lines.is_empty());
}

#[test]
fn a_case_of_another_level_is_tracked() {
    let planned = planned(
        "级别,主办单位,协办单位,交办日期,责任领导",
        &["区,区水利局,水务站、公路站,,罗敬川"],
    );
    assert_eq!(
        facts(&planned.lines[1]),
        ["submitted", "numbered", "tracked"]
    );
    assert_eq!(
        planned.rows[0].supposed,
        [LedgerColumn::Period, LedgerColumn::Assigned]
    );
    assert_eq!(planned.not_carried[&LedgerColumn::Leader], [2]);
    assert!(planned.added.sessions.is_empty());
}

#[test]
fn separate_units_reply_each() {
    let planned = planned(
        "分办单位,交办日期,签收日期,面商日期,答复日期,办理结果,签发人,承诺事项,承诺期限,续办情况",
        &[
            "水务站 公路站,2024-02-01,2024-02-02,2024-03-01,2024-04-01,A,李强,修桥,2024-10-01,推进中：桥墩已成",
        ],
    );
    assert_eq!(reasons(&planned.rows[0]), [""; 0]);
    assert_eq!(
        facts(&planned.lines[1])[3..],
        [
            "assigned",
            "signed",
            "signed",
            "consulted",
            "replied",
            "commitment_made",
            "replied",
            "progressed"
        ]
    );
}

#[test]
fn the_sample_is_strict_about_what_it_does_not_tell() {
    let planned = plan(&sample(), &office(), &options(false));
    let wrong: Vec<String> = planned.rows.iter().flat_map(reasons).collect();
    let count = |words: &str| wrong.iter().filter(|reason| reason.contains(words)).count();
    assert_eq!(
        count("改办日期 needs 原主办单位") + count("needs Signer"),
        wrong.len()
    );
    assert_eq!(planned.lines.len(), 1 + 86 - wrong.len());
}
