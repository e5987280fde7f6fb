//! Workbooks, good and bad: made by the writer of our papers, or forged part by part.

use std::io::{Cursor, Read, Write};

use proptest::prelude::{ProptestConfig, any, proptest};
use rust_xlsxwriter::{ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::*;
use crate::intake::mapping::Mapping;
use crate::intake::naming;
use crate::words::LedgerColumn;

fn made(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet()).expect("cells");
    book.save_to_buffer().expect("a workbook")
}

/// The same workbook with other words in one of its parts.
fn forged(bytes: &[u8], part: &str, words: &[u8]) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    for place in 0..from.len() {
        let mut file = from.by_index(place).expect("a part");
        let name = file.name().expect("a name").into_owned();
        let mut whole = Vec::new();
        file.read_to_end(&mut whole).expect("its bytes");
        to.start_file(&*name, SimpleFileOptions::default())
            .expect("a part");
        let bytes = if name == part { words } else { &whole };
        to.write_all(bytes).expect("written");
    }
    to.finish().expect("an archive").into_inner()
}

const SHEET: &str = "xl/worksheets/sheet1.xml";

/// A worksheet with a header (编号, 标题) and these rows as they stand in its XML.
fn with_rows(rows: &str) -> Vec<u8> {
    let header =
        r#"<row r="1"><c r="A1" t="str"><v>编号</v></c><c r="B1" t="str"><v>标题</v></c></row>"#;
    let sheet = format!(
        r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{header}{rows}</sheetData></worksheet>"#
    );
    forged(&made(|_| Ok(())), SHEET, sheet.as_bytes())
}

fn look(bytes: &[u8], sheet: Option<&str>, mapping: &Mapping) -> Result<Table, TableError> {
    read(bytes, sheet, &|text| {
        naming::meaning::<LedgerColumn>(text, mapping)
    })
}

fn table(bytes: &[u8]) -> Result<Table, TableError> {
    look(bytes, None, &Mapping::default())
}

fn refused(bytes: &[u8]) -> String {
    table(bytes).expect_err("not a table").to_string()
}

fn row(sheet: &mut Worksheet, row: u32, cells: &[&str]) -> Result<(), XlsxError> {
    for (column, cell) in (0..).zip(cells) {
        if !cell.is_empty() {
            sheet.write_string(row, column, *cell)?;
        }
    }
    Ok(())
}

#[test]
fn a_ledger_as_offices_keep_it() {
    let bytes = made(|sheet| {
        let title = Format::new().set_bold();
        sheet.merge_range(0, 0, 0, 4, "健龙镇2024年代表建议办理台账", &title)?;
        row(sheet, 1, &["", "", "", "单位：人大办"])?;
        row(sheet, 3, &["", "序号", "标 题", "承办\n单位", "交办\n日期"])?;
        let day = Format::new().set_num_format("yyyy\"年\"m\"月\"d\"日\"");
        row(sheet, 4, &["", "", " 修桥\u{3000}"])?;
        sheet.write_number(4, 1, 1)?;
        let day_of = |d| ExcelDateTime::from_ymd(2024, 3, d);
        sheet.write_datetime_with_format(4, 4, &day_of(5)?, &day)?;
        sheet.merge_range(4, 3, 6, 3, "水务站", &Format::new())?;
        row(sheet, 5, &["", "", "=1+1"])?;
        sheet.write_number(5, 1, 2.5)?;
        row(sheet, 6, &["", "003", "'=x", "", "2024.3.6"])?;
        sheet.set_row_hidden(5)?;
        sheet.write_boolean(8, 1, true)?;
        sheet.write_number(8, 2, 500_101_199_001_011_234_f64)?;
        let time = ExcelDateTime::from_ymd(2024, 3, 7)?.and_hms(8, 30, 0)?;
        sheet.write_datetime_with_format(8, 4, &time, &day)?;
        Ok(())
    });
    let table = table(&bytes).expect("a table");
    assert_eq!(table.encoding, Encoding::Workbook);
    assert_eq!(table.header, ["序号", "标题", "承办单位", "交办日期"]);
    let rows: Vec<(u64, Vec<&str>)> = table
        .rows
        .iter()
        .map(|r| (r.line, r.cells.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(
        rows,
        [
            (5, vec!["1", "修桥", "水务站", "2024-03-05"]),
            (6, vec!["2.5", "=1+1", "水务站", ""]),
            (7, vec!["003", "'=x", "水务站", "2024.3.6"]),
            (
                9,
                vec!["是", "500101199001011260", "", "2024-03-07 08:30:00"]
            ),
        ]
        .map(|(line, cells)| (line, cells.to_vec()))
    );
    let named = |cell: &str| vec![cell.to_owned()];
    assert_eq!(
        table.remarks,
        [
            Remark::Sheet {
                name: "Sheet1".to_owned(),
                others: Vec::new()
            },
            Remark::Above(vec![1, 2]),
            Remark::Below(Vec::new()),
            Remark::HeaderOf(Vec::new()),
            Remark::Hidden(vec![6]),
            Remark::Merged(named("D5:D7")),
            Remark::LongNumbers(named("C9")),
        ]
    );
}

#[test]
fn the_worksheet_that_is_read() {
    let mut book = Workbook::new();
    for (name, title) in [("草稿", "一"), ("台账", "二"), ("附表", "三")] {
        let sheet = book.add_worksheet();
        sheet.set_name(name).expect("a name");
        row(sheet, 0, &["编号", "标题"]).expect("a header");
        row(sheet, 1, &["1", title]).expect("a row");
        if name == "草稿" {
            sheet.set_hidden(true);
        } else if name == "台账" {
            sheet.set_active(true);
        }
    }
    let bytes = book.save_to_buffer().expect("a workbook");
    for (named, title) in [(None, "二"), (Some("附表"), "三"), (Some("草稿"), "一")] {
        let table = look(&bytes, named, &Mapping::default()).expect("a table");
        assert_eq!(table.rows[0].cells[1], title);
    }
    let error = look(&bytes, Some("总表"), &Mapping::default());
    let sheets = ["草稿", "台账", "附表"].map(str::to_owned).to_vec();
    assert_eq!(
        error,
        Err(WorkbookError::NoSuchSheet {
            named: "总表".to_owned(),
            sheets
        }
        .into())
    );
}

#[test]
fn a_cover_in_front_is_told_with_the_other_worksheets() {
    let mut book = Workbook::new();
    book.add_worksheet().write(0, 0, "健龙镇").expect("a cover");
    let sheet = book.add_worksheet();
    sheet.set_name("台账").expect("a name");
    row(sheet, 0, &["编号", "标题"]).expect("a header");
    row(sheet, 1, &["1", "修桥"]).expect("a row");
    let bytes = book.save_to_buffer().expect("a workbook");
    let error = WorkbookError::NoTable {
        sheet: "Sheet1".to_owned(),
        others: vec!["台账".to_owned()],
    };
    assert_eq!(table(&bytes), Err(error.into()));
    assert!(look(&bytes, Some("台账"), &Mapping::default()).is_ok());
    let cover = look(&bytes, Some("Sheet1"), &Mapping::default());
    assert_eq!(cover, Err(TableError::NoRows));
}

#[test]
fn formulas_are_their_values_and_errors_are_named() {
    let good = r#"<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2" t="str"><f>""</f><v></v></c></row>"#;
    assert_eq!(
        table(&with_rows(good)).expect("a table").rows[0].cells,
        ["2", ""]
    );
    let bad = r#"<row r="17"><c r="A17" t="e"><f>C1</f><v>#REF!</v></c><c r="B17"><f>C1</f></c></row>
        <row r="18"><c r="A18"><v>1</v></c><c r="D18" t="e"><v>#N/A</v></c></row>"#;
    let cell = |name: &str, value: Option<&str>| BadCell {
        cell: name.to_owned(),
        value: value.map(str::to_owned),
    };
    let both = vec![cell("A17", Some("#REF!")), cell("B17", None)];
    assert_eq!(
        table(&with_rows(bad)),
        Err(WorkbookError::BadCells(both).into())
    );
    let mut mapping = Mapping::default();
    mapping.ignore.extend(["编号", "标题"].map(str::to_owned));
    let read = look(&with_rows(bad), None, &mapping).expect("nobody wants those columns");
    assert_eq!(read.rows.len(), 1);
}

#[test]
fn a_header_on_two_lines_is_read_as_one() {
    let bytes = made(|sheet| {
        let plain = Format::new();
        sheet.merge_range(0, 0, 0, 7, "2024年建议台账", &plain)?;
        for (column, name) in [(0, "编号"), (1, "标题"), (7, "备注")] {
            sheet.merge_range(1, column, 2, column, name, &plain)?;
        }
        sheet.merge_range(1, 2, 1, 3, "承办单位", &plain)?;
        sheet.merge_range(1, 4, 1, 6, "交办", &plain)?;
        row(
            sheet,
            2,
            &["", "", "主办", "会办", "日期", "满意度", "其它", ""],
        )?;
        row(
            sheet,
            3,
            &[
                "1",
                "修桥",
                "建管办",
                "财政所",
                "2024-03-05",
                "满意",
                "x",
                "y",
            ],
        )
    });
    let table = table(&bytes).expect("a table");
    assert_eq!(
        table.header,
        [
            "编号",
            "标题",
            "主办",
            "会办",
            "交办日期",
            "满意度",
            "交办其它",
            "备注"
        ]
    );
    assert_eq!(table.rows.len(), 1);
    assert_eq!(table.rows[0].line, 4);
    assert!(table.remarks.contains(&Remark::HeaderOf(vec![2, 3])));
    assert!(table.remarks.contains(&Remark::Above(vec![1])));
    assert!(table.remarks.contains(&Remark::Merged(Vec::new())));
}

#[test]
fn two_headers_are_refused() {
    let left_open = made(|sheet| {
        row(sheet, 0, &["编号", "标题", "领衔代表", "办理过程"])?;
        row(sheet, 1, &["", "", "", "", "交办日期"])?;
        row(sheet, 2, &["1", "修桥", "王平", "", "2024-03-05"])
    });
    let repeated = made(|sheet| {
        row(sheet, 0, &["编号", "标题"])?;
        row(sheet, 1, &["1", "修桥"])?;
        row(sheet, 2, &["编号", "标题"])
    });
    let on_three = made(|sheet| {
        row(sheet, 0, &["编号", "标题", "承办单位"])?;
        row(sheet, 1, &["", "", "主办", "会办"])?;
        row(sheet, 2, &["", "", "", "", "交办日期"])?;
        row(sheet, 3, &["1", "修桥", "甲办", "乙办", "2024-03-05"])
    });
    assert_eq!(refused(&left_open), "headers on lines 1 and 2");
    assert_eq!(refused(&repeated), "headers on lines 1 and 3");
    assert_eq!(refused(&on_three), "headers on lines 1 and 3");
}

#[test]
fn empty_rows_and_far_cells_cost_nothing() {
    // A million takes as many times longer, and no more memory.
    let empty: String = (1_010_000..=1_048_576)
        .map(|row| format!(r#"<row r="{row}" s="1" ht="15"/>"#))
        .collect();
    let one = r#"<row r="2"><c r="A2"><v>1</v></c></row>"#;
    let read = table(&with_rows(&format!("{one}{empty}"))).expect("a table");
    assert_eq!(read.rows.len(), 1);
    let far = r#"<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>"#;
    assert_eq!(
        refused(&with_rows(&format!("{one}{far}"))),
        "no header above XFD1048576"
    );
    assert_eq!(refused(&with_rows("")), "no rows");
    assert_eq!(refused(&made(|_| Ok(()))), "empty file");
}

#[test]
fn what_unpacks_to_more_than_bounds_is_not_read() {
    let sheet = made(|sheet| row(sheet, 0, &["编号", "标题"]));
    let whole = [b"<sst>".as_slice(), &[b' '; 200_000], b"</sst>"].concat();
    let strings = forged(&sheet, "xl/sharedStrings.xml", &whole);
    let long = forged(&sheet, SHEET, &[b' '; 900_000]);
    let bounds = gate::Bounds {
        bytes_most: 500_000,
        whole_most: 100_000,
    };
    assert!(strings.len() < 20_000 && long.len() < 20_000);
    assert_eq!(gate::within(&bounds, &sheet), Ok(()));
    for bomb in [strings, long] {
        let error = gate::within(&bounds, &bomb);
        assert_eq!(error, Err(WorkbookError::TooLarge.into()));
    }
    // Rows without anything take a thousandth of their room in the archive.
    let rows = "<row/>".repeat((1 << 20) + 1);
    let rows = forged(
        &sheet,
        SHEET,
        format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes(),
    );
    assert!(rows.len() < 50_000);
    assert_eq!(table(&rows), Err(WorkbookError::TooLarge.into()));
    // The reader would make room for them all before it sees the first.
    let lie = br#"<sst uniqueCount="99999999999999999"><si><t>x</t></si></sst>"#;
    assert!(refused(&forged(&sheet, "xl/sharedStrings.xml", lie)).contains("uniqueCount"));
}

#[test]
fn what_is_no_workbook() {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let part = zip.start_file("word/document.xml", SimpleFileOptions::default());
    part.expect("a part");
    let letter = zip.finish().expect("an archive").into_inner();
    assert_eq!(refused(&letter), WorkbookError::NoWorkbook.to_string());
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1old";
    assert_eq!(refused(old), WorkbookError::Old.to_string());
    let whole = made(|sheet| row(sheet, 0, &["编号", "标题"]));
    for broken in [b"PK".as_slice(), &whole[..whole.len() / 2], &whole[..40]] {
        assert!(refused(broken).starts_with("a damaged workbook"));
    }
    for place in ["AAAAAAAAAAAAAAA1", "A99999999999999", "ZZZZ1", "A1048577"] {
        let rows = format!(r#"<row r="2"><c r="{place}"><v>1</v></c></row>"#);
        assert!(table(&with_rows(&rows)).is_err(), "{place}");
    }
    let styles = forged(&whole, "xl/workbook.xml", b"<workbook><sheets><sheet");
    assert!(table(&styles).is_err());
}

#[test]
fn cells_are_named_as_people_name_them() {
    for (column, cell) in [(0, "A1"), (25, "Z1"), (26, "AA1"), (16_383, "XFD1")] {
        assert_eq!(name(0, column), cell);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Whatever stands in a part or in the file, the answer is a table or words.
    #[test]
    fn damage_is_never_a_panic(
        at in any::<proptest::sample::Index>(),
        words in "[<>/\"= a-z0-9]{0,12}|<c r=\"[A-Z]{1,9}[0-9]{0,12}\" t=\"[a-z]{1,3}\" s=\"[0-9]{1,4}\"><v>-?[0-9.e]{0,9}</v></c>",
        part in 0..6_usize,
    ) {
        let whole = made(|sheet| {
            row(sheet, 0, &["编号", "标题"])?;
            let day = Format::new().set_num_format("yyyy-mm-dd");
            sheet.write_number_with_format(1, 0, 45_000, &day)?;
            sheet.merge_range(2, 0, 4, 0, "一", &day)?;
            Ok(())
        });
        let mut archive = ZipArchive::new(Cursor::new(&whole)).expect("an archive");
        let name = [SHEET, "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/_rels/workbook.xml.rels", ""][part];
        let damaged = match name {
            "" => {
                let mut bytes = whole.clone();
                let at = at.index(bytes.len());
                bytes.splice(at..at, words.bytes());
                bytes
            }
            name => {
                let mut text = String::new();
                archive.by_name(name).expect(name).read_to_string(&mut text).expect("XML");
                let mut at = at.index(text.len());
                while !text.is_char_boundary(at) {
                    at -= 1;
                }
                text.insert_str(at, &words);
                forged(&whole, name, text.as_bytes())
            }
        };
        let _ = table(&damaged);
    }
}
