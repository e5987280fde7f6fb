//! Import and export are mirrors: nothing changes on the way there and back.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::report::Sheet;
use crate::report::ledger::{Loss, ledger as exported};
use crate::words::LedgerColumn;

fn imported(file: &LedgerFile, lenient: bool) -> Book {
    let mut book = office();
    let planned = plan(file, &book, &options(lenient));
    write(&mut book, &planned.lines);
    book
}

fn sheet(book: &Book) -> Sheet {
    exported(book, day("2024-12-31"), &|_, _| ()).0
}

/// The file that a sheet becomes, without the bytes.
fn file_of(sheet: &Sheet) -> LedgerFile {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let headers = sheet.columns().iter().map(|column| column.label.clone());
    writer.write_record(headers).expect("in memory");
    for row in sheet.rows() {
        let cells = row.iter().map(|cell| cell.shown().into_owned());
        writer.write_record(cells).expect("in memory");
    }
    let bytes = writer.into_inner().expect("in memory");
    LedgerFile::read(&bytes, &Mapping::default()).expect("our own ledger")
}

#[test]
fn the_same_file_twice_changes_nothing() {
    let file = sample();
    let book = imported(&file, true);
    assert_eq!(book.cases().count(), 86);
    let again = plan(&file, &book, &options(true));
    for row in &again.rows {
        assert!(matches!(row.verdict, Verdict::Same(_)), "{row:?}");
    }
    assert!(again.lines.is_empty() && again.added.is_empty());
}

#[test]
fn an_import_that_was_cut_off_is_completed_by_the_same_import() {
    let file = sample();
    let whole = sheet(&imported(&file, true));
    let lines = plan(&file, &office(), &options(true)).lines;
    for written in (0..lines.len()).step_by(11) {
        let mut book = office();
        write(&mut book, &lines[..written]);
        let rest = plan(&file, &book, &options(true));
        write(&mut book, &rest.lines);
        assert_eq!(sheet(&book), whole, "cut off after {written} lines");
    }
}

#[test]
fn a_ledger_comes_out_as_it_went_in() {
    let file = sample();
    let sheet = sheet(&imported(&file, true));
    let columns = LedgerColumn::ALL.iter().copied().enumerate();
    let columns: BTreeMap<LedgerColumn, usize> = columns.map(|(place, c)| (c, place)).collect();
    let moved = [
        LedgerColumn::Assigned,
        LedgerColumn::Returned,
        LedgerColumn::Reassigned,
        LedgerColumn::Remarks,
    ];
    for (read, row) in file.rows.iter().zip(sheet.rows()) {
        let remarked = read.cells.contains_key(&LedgerColumn::Returned);
        for (column, text) in &read.cells {
            if remarked && moved.contains(column) {
                continue;
            }
            let cell = &row[columns[column]];
            assert_eq!(
                cell.shown(),
                text.as_str(),
                "line {}, {}",
                read.line,
                column.header()
            );
        }
    }
}

#[test]
fn what_a_ledger_leaves_behind_is_counted() {
    let book = imported(&sample(), true);
    let (_, lost) = exported(&book, day("2024-12-31"), &|_, _| ());
    let lost: Vec<(Loss, usize)> = lost.iter().map(|l| (l.what, l.count)).collect();
    assert_eq!(lost, [(Loss::ReturnReason, 4), (Loss::Consent, 4)]);
}

/// The sample with some cells emptied: `holes` says which.
fn with_holes(mut file: LedgerFile, holes: &[(usize, usize)]) -> LedgerFile {
    for (row, column) in holes {
        let count = file.rows.len();
        let read = &mut file.rows[row % count];
        read.cells
            .remove(&LedgerColumn::ALL[column % LedgerColumn::ALL.len()]);
        (read.row, read.errors) = LedgerRow::read(read.line, &read.cells);
    }
    file
}

/// The sample with some rows merged into others, and with some that left the handling.
fn with_endings(
    mut file: LedgerFile,
    merged: &[(usize, usize)],
    ended: &[(usize, usize)],
) -> LedgerFile {
    const ENDED: [&str; 5] = [
        "撤回",
        "2024-02-01 撤回：已解决",
        "不予受理",
        "转为来信",
        "否",
    ];
    let numbers: Vec<Option<String>> = file
        .rows
        .iter()
        .map(|row| row.cells.get(&LedgerColumn::No).cloned())
        .collect();
    for (row, lead) in merged {
        if let Some(number) = &numbers[*lead] {
            file.rows[*row]
                .cells
                .insert(LedgerColumn::Merged, number.clone());
        }
    }
    for (row, how) in ended {
        let cells = &mut file.rows[*row].cells;
        cells.insert(LedgerColumn::Ended, ENDED[*how].to_owned());
        // Nothing that left the handling was answered.
        let kept = [LedgerColumn::Merged, LedgerColumn::Ended];
        let stands =
            |column: &LedgerColumn| *column < LedgerColumn::Replied || kept.contains(column);
        cells.retain(|column, _| ENDED[*how] == "否" || stands(column));
    }
    for read in &mut file.rows {
        (read.row, read.errors) = LedgerRow::read(read.line, &read.cells);
    }
    file
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn there_and_back_is_the_same_ledger(
        holes in prop::collection::vec((0_usize..86, 0_usize..53), 0..600),
        merged in prop::collection::vec((0_usize..86, 0_usize..86), 0..12),
        ended in prop::collection::vec((0_usize..86, 0_usize..5), 0..12),
        lenient: bool,
    ) {
        let file = with_holes(with_endings(sample(), &merged, &ended), &holes);
        let first = sheet(&imported(&file, lenient));
        let planned = plan(&file_of(&first), &office(), &options(lenient));
        for row in &planned.rows {
            prop_assert!(matches!(row.verdict, Verdict::New(_)), "{:?}", row);
        }
        let mut book = office();
        write(&mut book, &planned.lines);
        prop_assert_eq!(sheet(&book), first);
    }

    #[test]
    fn twice_is_once(holes in prop::collection::vec((0_usize..86, 0_usize..53), 0..600)) {
        let file = with_holes(sample(), &holes);
        let mut book = office();
        let planned = plan(&file, &book, &options(true));
        write(&mut book, &planned.lines);
        let again = plan(&file, &book, &options(true));
        for (row, before) in again.rows.iter().zip(&planned.rows) {
            prop_assert!(!matches!(row.verdict, Verdict::New(_)), "{row:?} {before:?}");
            let same = matches!(row.verdict, Verdict::Same(_));
            prop_assert_eq!(same, matches!(before.verdict, Verdict::New(_)), "{:?} {:?}", row, before);
        }
        prop_assert!(again.lines.is_empty());
    }
}
