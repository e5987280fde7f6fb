//! How bytes become rows, and which bytes never do.

use super::*;
use crate::domain::terms::guard;

fn cells(text: &str) -> Vec<(u64, Vec<String>)> {
    let table = Table::read(text.as_bytes()).expect(text);
    table.rows.into_iter().map(|r| (r.line, r.cells)).collect()
}

#[test]
fn the_encoding_is_told() {
    let text = "编号,标题\r\n1,𠮷野路改造㛃\r\n";
    let (gb, _, bad) = encoding_rs::GB18030.encode(text);
    assert!(!bad);
    let bom = [b"\xef\xbb\xbf", text.as_bytes()].concat();
    for (bytes, encoding) in [
        (text.as_bytes(), Encoding::Utf8),
        (&bom, Encoding::Utf8Bom),
        (&gb, Encoding::Gb18030),
    ] {
        let table = Table::read(bytes).expect("a table");
        assert_eq!(table.encoding, encoding);
        assert_eq!(table.header, ["编号", "标题"]);
        assert_eq!(table.rows[0].cells, ["1", "𠮷野路改造㛃"]);
    }
}

#[test]
fn bad_bytes_name_their_line() {
    let broken = "编号\n一\n二\u{0}";
    assert_eq!(Table::read(broken.as_bytes()), Err(TableError::NotText));
    let mut bytes = "编号\n一\n二".as_bytes().to_vec();
    bytes.push(0xff);
    assert_eq!(Table::read(&bytes), Err(TableError::BadBytes { line: 3 }));
    let marked = [b"\xef\xbb\xbf".as_slice(), b"a\n\xd6\xd0\n"].concat();
    assert_eq!(Table::read(&marked), Err(TableError::BadBytes { line: 2 }));
}

#[test]
fn a_row_knows_the_line_it_begins_on() {
    assert_eq!(
        cells("a,b\r\n\r\n1,\"x\r\ny\"\r\n,\r\n2,\"say \"\"so\"\"\""),
        [
            (3, vec!["1".to_owned(), "x\r\ny".to_owned()]),
            (6, vec!["2".to_owned(), "say \"so\"".to_owned()]),
        ]
    );
}

#[test]
fn cells_are_trimmed_and_unguarded() {
    for text in ["=1+1", "'=1", "-3-4", "@甲", "＋1"] {
        assert_eq!(cells(&format!("a\n {} \n", guard(text)))[0].1, [text]);
    }
    assert_eq!(cells("a\n\u{3000}王秀兰\u{a0}\n")[0].1, ["王秀兰"]);
}

#[test]
fn what_is_no_table() {
    for (text, error) in [
        ("", TableError::Empty),
        ("\n,,\n", TableError::Empty),
        ("编号,标题\n", TableError::NoRows),
        ("编号,标题\n,\n", TableError::NoRows),
        ("a,b\n1,\"x\n2,y\n", TableError::OpenQuote { line: 2 }),
        (
            "a,b\n1,2\n3\n",
            TableError::Width {
                line: 3,
                found: 1,
                expected: 2,
            },
        ),
        (
            "a,b\n1,2,3\n",
            TableError::Width {
                line: 2,
                found: 3,
                expected: 2,
            },
        ),
    ] {
        assert_eq!(Table::read(text.as_bytes()), Err(error), "{text:?}");
    }
}

#[test]
fn what_excel_leaves_at_the_end_is_cut_off() {
    assert_eq!(
        cells("a,b\n1,2,,\n,,,\n"),
        [(2, vec!["1".to_owned(), "2".to_owned()])]
    );
}

/// Before anything is made of it: a reader of rows would hold each of its cells.
#[test]
fn a_row_of_a_hundred_megabytes_is_refused_at_once() {
    let check = |row: &str, error: TableError| {
        let text = format!("a,b\n1,2\n{row}");
        assert_eq!(Table::read(text.as_bytes()), Err(error));
    };
    for sign in [",", "x", "\"x\n\","] {
        check(&sign.repeat(ROW_MOST + 2), TableError::LongRow { line: 3 });
    }
    let open = format!("\"{}", "x".repeat(ROW_MOST + 2));
    check(&open, TableError::OpenQuote { line: 3 });
    let header = format!("{}\n1\n", "x".repeat(ROW_MOST + 2));
    let long = TableError::LongRow { line: 1 };
    assert_eq!(Table::read(header.as_bytes()), Err(long));
    let text = format!("a\n{}", "x\n".repeat(ROW_MOST));
    assert!(Table::read(text.as_bytes()).is_ok());
}
