//! What a workbook holds, read back by another library than the one that wrote it.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

use super::*;
use crate::paper::sample;
use crate::report::{Cell, Column, Sheet, Tone};

fn workbook(document: &Document) -> Vec<u8> {
    write(document, Lang::Zh).expect("a workbook")
}

/// The cells of a worksheet, row by row.
fn cells(bytes: &[u8], sheet: &str) -> Vec<Vec<Data>> {
    let mut book = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(sheet).expect("the worksheet");
    range.rows().map(<[Data]>::to_vec).collect()
}

/// A part of the workbook as it stands in the archive.
fn part(bytes: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut text = String::new();
    let mut file = zip.by_name(name).expect(name);
    file.read_to_string(&mut text).expect("XML");
    text
}

fn document(sheet: Sheet) -> Document {
    let mut document = sample::report();
    document.sheets = vec![sheet];
    document
}

fn of_cells(cells: Vec<Cell>) -> Document {
    let columns = (0..cells.len()).map(|place| Column::text(format!("c{place}"), "列"));
    let mut sheet = Sheet::new("cells", "格", columns.collect());
    sheet.push(cells);
    document(sheet)
}

#[test]
fn every_kind_of_cell_keeps_its_type() {
    let text = |words: &str| Data::String(words.to_owned());
    let amount = Cell::Amount {
        value: -10,
        label: "逾期10天".to_owned(),
        tone: Tone::Bad,
    };
    let pairs = [
        (Cell::from("=1+1"), text("=1+1")),
        (Cell::from("'=x"), text("'=x")),
        (Cell::from("500101199001011234"), text("500101199001011234")),
        (Cell::from("007"), text("007")),
        (Cell::from("_x0041_"), text("_x0041_")),
        (Cell::from("“引”\"'<b>&"), text("“引”\"'<b>&")),
        (Cell::from("一\n二\t三 𠮷"), text("一\n二\t三 𠮷")),
        (Cell::from("a\u{202e}\u{1b}b"), text("ab")),
        (Cell::from("http://例.cn/"), text("http://例.cn/")),
        (Cell::word("2024-17", "第17号"), text("第17号")),
        (Cell::Integer(-3), Data::Float(-3.0)),
        (Cell::Integer(i64::MAX), text("9223372036854775807")),
        (amount, Data::Float(-10.0)),
        (Cell::Decimal("4.35".to_owned()), Data::Float(4.35)),
        (Cell::Decimal("约4".to_owned()), text("约4")),
        (Cell::Percent("57.97".to_owned()), Data::Float(0.5797)),
        (
            Cell::List(vec!["王平".to_owned(), "李强".to_owned()]),
            text("王平、李强"),
        ),
        (Cell::Empty, Data::Empty),
        (Cell::from("尾"), text("尾")),
    ];
    let bytes = workbook(&of_cells(pairs.iter().map(|p| p.0.clone()).collect()));
    let read = cells(&bytes, "格").remove(1);
    for (place, (cell, data)) in pairs.iter().enumerate() {
        assert_eq!(read.get(place), Some(data), "{cell:?}");
    }
    let styles = part(&bytes, "xl/styles.xml");
    for pattern in ["0.00%", "0;&quot;逾期&quot;0&quot;天&quot;", "FFFFC7CE"] {
        assert!(styles.contains(pattern), "{pattern}: {styles}");
    }
}

#[test]
fn days_are_days_for_excel() {
    let day = |text: &str| Cell::Date(text.parse().expect("a date"));
    let bytes = workbook(&of_cells(vec![day("2024-02-29"), day("1899-01-01")]));
    let row = cells(&bytes, "格").remove(1);
    let Data::DateTime(first) = &row[0] else {
        panic!("{row:?}");
    };
    let first = first.as_datetime().map(|time| time.to_string());
    assert_eq!(first.as_deref(), Some("2024-02-29 00:00:00"));
    assert_eq!(row[1], Data::String("1899-01-01".to_owned()));
    assert!(
        part(&bytes, "xl/styles.xml").contains("yyyy\\-mm\\-dd")
            || part(&bytes, "xl/styles.xml").contains("yyyy-mm-dd")
    );
}

#[test]
fn the_header_stands_still_filters_and_is_repeated() {
    let bytes = workbook(&sample::list_of("修桥"));
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for piece in [
        r#"ySplit="1""#,
        r#"state="frozen""#,
        r#"<autoFilter ref="A1:D2"/>"#,
        r#"paperSize="9""#,
        r#"orientation="landscape""#,
        r#"fitToHeight="0""#,
        "&amp;P 页，共 &amp;N 页",
        "建议列表",
        "numberStoredAsText",
    ] {
        assert!(sheet.contains(piece), "{piece}: {sheet}");
    }
    assert!(part(&bytes, "xl/workbook.xml").contains("建议!$1:$1"));
}

#[test]
fn the_last_sheet_says_what_it_was_made_from() {
    let bytes = workbook(&sample::report());
    let book = Xlsx::new(Cursor::new(&bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["办理结果", "承办单位", "说明"]);
    let lines: Vec<String> = cells(&bytes, "说明")
        .iter()
        .map(|row| row[0].to_string())
        .collect();
    assert_eq!(lines[..3], ["综合统计", "截至2024-12-31", "指纹9f2c"]);
    assert!(
        lines[3].contains("--as-of 2024-12-31 --known 812"),
        "{lines:?}"
    );
    assert!(lines[4].contains("chongqing-2017"), "{lines:?}");
    let core = part(&bytes, "docProps/core.xml");
    assert!(core.contains("2024-12-31T00:00:00Z"), "{core}");
}

#[test]
fn units_and_categories_have_a_chart_with_a_title() {
    let mut sheet = Sheet::new(
        "unit",
        "承办单位",
        vec![Column::text("key", "单位"), Column::number("count", "件数")],
    );
    for (unit, count) in [("城建办", 2_u32), ("水务站", 5)] {
        sheet.push(vec![unit.into(), count.into()]);
    }
    let bytes = workbook(&document(sheet.clone()));
    let chart = part(&bytes, "xl/charts/chart1.xml");
    for piece in ["<c:barChart>", "承办单位（件数）", "承办单位!$B$2:$B$3"] {
        assert!(chart.contains(piece), "{piece}: {chart}");
    }
    sheet.key = "category".into();
    let chart = part(&workbook(&document(sheet)), "xl/charts/chart1.xml");
    assert!(chart.contains("<c:doughnutChart>"), "{chart}");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let mut sheet = Sheet::new("many", "多", vec![Column::text("title", "标题")]);
    for row in 0..=ROWS_IN_MEMORY_MOST {
        sheet.push_toned(vec![format!("第{row}件").into()], Tone::Warning);
    }
    for document in [document(sheet), sample::report(), sample::list_of("修桥")] {
        assert!(workbook(&document) == workbook(&document));
    }
}

#[test]
fn what_no_cell_can_hold_is_cut_and_told() {
    let long = "𠮷".repeat(20_000);
    let bytes = workbook(&of_cells(vec![long.as_str().into(), "短".into()]));
    let cell = cells(&bytes, "格")[1][0].to_string();
    assert!(cell.encode_utf16().count() <= 32_767);
    let kept = cell.chars().filter(|c| *c == '𠮷').count();
    assert!(
        cell.ends_with(&words::cut_mark(Lang::Zh, 20_000 - kept)),
        "{kept}"
    );
    let told = cells(&bytes, "说明");
    let last = told.last().expect("a line")[0].to_string();
    assert!(last.ends_with("格!A2"), "{last}");
}

#[test]
fn no_rows_and_no_sheets_are_workbooks_too() {
    let mut empty = document(Sheet::new(
        "unit",
        "",
        vec![Column::number("count", "件数")],
    ));
    assert_eq!(cells(&workbook(&empty), "unit").len(), 1);
    empty.sheets = vec![Sheet::new("none", "无列", Vec::new())];
    workbook(&empty);
    empty.sheets.clear();
    let bytes = workbook(&empty);
    assert_eq!(cells(&bytes, "说明")[0][0].to_string(), "综合统计");
}

#[test]
fn a_sheet_without_a_row_is_no_empty_page() {
    let empty = |title: &str| Sheet::new("none", title, vec![Column::text("a", "甲")]);
    let mut full = empty("有的");
    full.push(vec!["一".into()]);
    let mut report = sample::report();
    report.sheets = vec![full, empty("没有的")];
    let names = |document: &Document| {
        let book = Xlsx::new(Cursor::new(workbook(document))).expect("a workbook");
        book.sheet_names()
    };
    assert_eq!(names(&report), ["有的", "说明"]);
    let told = format!("{:?}", cells(&workbook(&report), "说明"));
    assert!(told.contains("没有单列工作表：没有的"), "{told}");
    // A workbook of nothing has the header of what there would be.
    report.sheets = vec![empty("甲"), empty("乙")];
    assert_eq!(names(&report), ["甲", "乙", "说明"]);
}
