//! Workbooks at the command line: what goes out, what comes in, and what is refused with words.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{Formula, Workbook, Worksheet, XlsxError};

use crate::office::Office;

fn made(fill: impl FnOnce(&mut Worksheet) -> Result<(), XlsxError>) -> Vec<u8> {
    let mut book = Workbook::new();
    fill(book.add_worksheet()).expect("cells");
    book.save_to_buffer().expect("a workbook")
}

/// A table of texts; a cell that begins with `=` stays text.
pub(crate) fn of_rows(rows: &[&[&str]]) -> Vec<u8> {
    made(|sheet| {
        for (row, cells) in (0..).zip(rows) {
            for (column, cell) in (0..).zip(*cells) {
                if !cell.is_empty() {
                    sheet.write_string(row, column, *cell)?;
                }
            }
        }
        Ok(())
    })
}

fn bytes(office: &Office, file: &str) -> Vec<u8> {
    std::fs::read(office.path(file)).expect(file)
}

pub(crate) fn cells(office: &Office, file: &str, sheet: &str) -> Vec<Vec<Data>> {
    let mut book = Xlsx::new(Cursor::new(bytes(office, file))).expect("a workbook");
    let range = book.worksheet_range(sheet).expect("the worksheet");
    range.rows().map(<[Data]>::to_vec).collect()
}

pub(crate) fn founded() -> Office {
    let office = Office::empty();
    let init = "init --office 健龙镇人大主席团 --secretary 王敏 --rules jianlong --on 2024-01-02";
    office.does(&init.split(' ').collect::<Vec<_>>());
    office
}

#[test]
fn the_year_goes_there_and_back() {
    let office = Office::with_year();
    office.does(&["export", "-o", "台账.xlsx"]);
    let again = office.does(&["import", "台账.xlsx", "--format", "plain"]);
    assert!(
        again.out.lines().all(|l| l.contains("\tsame\t")),
        "{}",
        again.out
    );
    assert!(
        again.err.contains("工作表: 台账(另有 说明"),
        "{}",
        again.err
    );

    let other = founded();
    other.write("台账.xlsx", bytes(&office, "台账.xlsx"));
    other.does(&["import", "台账.xlsx", "--lenient", "--apply"]);
    other.does(&["export", "-o", "又.xlsx"]);
    let (first, second) = (
        cells(&office, "台账.xlsx", "台账"),
        cells(&other, "又.xlsx", "台账"),
    );
    assert_eq!(first.len(), 87);
    assert_eq!(first, second);
}

#[test]
fn hostile_cells_go_there_and_back() {
    const HEADER: [&str; 11] = [
        "编号",
        "标题",
        "内容",
        "领衔代表",
        "届次",
        "会次",
        "提出日期",
        "类别",
        "主办单位",
        "交办日期",
        "联系电话",
    ];
    let row = |no, title, body, phone| {
        let rest = [
            "祝晓琴",
            "20",
            "5",
            "2024-01-11",
            "其他",
            "𠮷野路站",
            "2024-02-01",
        ];
        [vec![no, title, body], rest.to_vec(), vec![phone]].concat()
    };
    let rows = [
        row("1", "=1+1", "“引”与\"quotes\"", "500101199001011234"),
        row(
            "2",
            "关于𠮷野路的建议",
            "一\n二\n\n=HYPERLINK(\"http://x\")",
            "0023",
        ),
        row("3", "'=x", "_x0041_ <b>&amp; ]]>", "-1"),
    ];
    let mut all: Vec<&[&str]> = vec![&HEADER];
    all.extend(rows.iter().map(Vec::as_slice));
    let office = founded();
    office.write("来.xlsx", of_rows(&all));
    office.does(&["import", "来.xlsx", "--apply"]);
    office.does(&["export", "-o", "去.xlsx"]);
    let out = cells(&office, "去.xlsx", "台账");
    let at = |name: &str| {
        out[0]
            .iter()
            .position(|cell| *cell == Data::String(name.to_owned()))
    };
    for (row, told) in rows.iter().zip(&out[1..]) {
        for name in ["标题", "内容", "领衔代表", "主办单位", "联系电话"] {
            let ours = told[at(name).expect(name)].to_string();
            let place = HEADER
                .iter()
                .position(|header| *header == name)
                .expect(name);
            assert_eq!(ours, row[place], "{name}");
        }
        let day = &told[at("提出日期").expect("the day")];
        assert!(matches!(day, Data::DateTime(_)), "{day:?}");
        assert_eq!(told[at("届次").expect("the term")], Data::Float(20.0));
    }
    let again = office.does(&["import", "去.xlsx", "--format", "plain"]);
    assert!(
        again.out.lines().all(|l| l.contains("\tsame\t")),
        "{}",
        again.out
    );
}

#[test]
fn every_report_is_a_workbook_of_the_same_bytes() {
    let office = Office::with_year();
    let at = ["--as-of", "2024-12-31"];
    for words in [
        vec!["list"],
        vec!["report", "summary"],
        vec!["report", "units"],
        vec!["report", "categories"],
        vec!["report", "deputies"],
        vec!["report", "lists"],
        vec!["report", "commitments"],
        vec!["report", "ratings"],
        vec!["report", "monthly", "--month", "2024-05"],
    ] {
        let words = [&words[..], &at[..]].concat();
        office.does(&[&words[..], &["-o", "一.xlsx"]].concat());
        let mut piped = Vec::new();
        let line = [&words[..], &["--format", "xlsx"]].concat();
        let (code, err) = office.run_into(&mut piped, "zh", &line);
        assert_eq!(code, 0, "{err}");
        assert!(bytes(&office, "一.xlsx") == piped, "{words:?}");
        let about = cells(&office, "一.xlsx", "说明");
        assert!(
            about
                .iter()
                .any(|row| row[0].to_string().contains("--as-of 2024-12-31"))
        );
    }
}

#[test]
fn a_workbook_is_not_poured_over_a_terminal() {
    let mut office = Office::with_year();
    office.terminal = true;
    office.refuses(
        &["list", "--format", "xlsx"],
        2,
        &["xlsx 不能显示在屏幕上", "-o"],
    );
    office.refuses(
        &["export", "--format", "xlsx"],
        2,
        &["xlsx 不能显示在屏幕上"],
    );
    office.does(&["list", "--format", "xlsx", "-o", "表"]);
    assert!(bytes(&office, "表").starts_with(b"PK"));
    std::fs::create_dir(office.path("夹.xlsx")).expect("a folder");
    office.refuses(&["list", "-o", "夹.xlsx"], 2, &["夹.xlsx"]);
    office.refuses(&["list", "-o", "无/表.xlsx"], 2, &["无/表.xlsx"]);
}

#[test]
fn a_workbook_that_cannot_be_read_says_why() {
    let good: &[&str] = &["编号", "标题", "领衔代表", "提出日期", "类别"];
    let case: &[&str] = &["7", "关于修渠的建议", "祝晓琴", "2024-01-12", "其他"];
    let check = |bytes: Vec<u8>, says: &[&str]| {
        let office = Office::new();
        office.write("表.xlsx", bytes);
        office.refuses(&["import", "表.xlsx"], 2, says);
        office.refuses(&["import", "表.xlsx", "--apply"], 2, says);
    };
    check(of_rows(&[good, case, good]), &["第 1 行和第 3 行都像列名"]);
    check(of_rows(&[good]), &["没有一行数据"]);
    check(of_rows(&[]), &["文件是空的"]);
    let beside: &[&str] = &["8", "修路", "祝晓琴", "2024-01-12", "其他", "", "私话"];
    check(of_rows(&[good, case, beside]), &["G3 有内容", "列名"]);
    let unknown: &[&str] = &["编号", "标题", "领衔代表", "提出日期", "办哈"];
    check(of_rows(&[unknown, case]), &["办哈", "--map", "--ignore"]);
    let error = made(|sheet| {
        for (column, (header, cell)) in (0..).zip(good.iter().zip(case)) {
            sheet.write_string(0, column, *header)?;
            sheet.write_string(1, column, *cell)?;
        }
        sheet.write_formula(16, 3, Formula::new("=Z99").set_result("#REF!"))?;
        Ok(())
    });
    check(error, &["D17 #REF!", "--ignore"]);
    check(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(),
        &[".xls", "密码"],
    );
    let whole = of_rows(&[good, case]);
    check(whole[..whole.len() / 2].to_vec(), &["损坏", "另存为"]);
    let office = Office::new();
    office.write("表.xlsx", whole);
    office.refuses(
        &["import", "表.xlsx", "--sheet", "总表"],
        2,
        &["总表", "Sheet1"],
    );
    office.does(&["import", "表.xlsx", "--工作表", "Sheet1"]);
    office.write("表.csv", "编号,标题\n1,修桥\n");
    office.refuses(
        &["import", "表.csv", "--sheet", "总表"],
        2,
        &["CSV", "--sheet"],
    );
}
