//! What the words above a foreign table are taken for.

use super::*;
use crate::words::LedgerColumn;

fn read(text: &str, mapping: &Mapping) -> Result<Header<LedgerColumn>, HeaderError> {
    let row = vec!["x"; text.split(',').count()].join(",");
    let table = Table::read(format!("{text}\n{row}\n").as_bytes()).expect("a table");
    Header::read(&table, mapping)
}

fn mapping(map: &[(&str, &str)], ignore: &[&str]) -> Mapping {
    Mapping {
        map: map
            .iter()
            .map(|(a, b)| ((*a).to_owned(), (*b).to_owned()))
            .collect(),
        ignore: ignore.iter().map(|i| (*i).to_owned()).collect(),
        sheet: None,
    }
}

#[test]
fn our_own_headers_keys_and_plain_synonyms() {
    let header = read(
        "标题,no,承办单位 ,建议(议案)编号：,满意度(必填)",
        &mapping(&[], &["no"]),
    );
    let header = header.expect("all known");
    assert_eq!(
        header.columns().collect::<Vec<_>>(),
        [
            LedgerColumn::No,
            LedgerColumn::Title,
            LedgerColumn::Lead,
            LedgerColumn::Rating
        ]
    );
    let taken: Vec<&str> = header
        .read_as
        .iter()
        .map(|(word, _)| word.as_str())
        .collect();
    assert_eq!(taken, ["承办单位", "建议(议案)编号：", "满意度(必填)"]);
    assert_eq!(header.ignored, ["no"]);
}

#[test]
fn every_own_header_and_key_is_known_and_no_synonym_is_ambiguous() {
    for column in LedgerColumn::all() {
        assert_eq!(known(column.header()), Some(*column), "{}", column.header());
        assert_eq!(known(column.key()), Some(*column), "{}", column.key());
    }
    for (word, column) in LedgerColumn::synonyms() {
        assert_eq!(known(word), Some(*column), "{word}");
    }
}

#[test]
fn all_unknown_headers_are_named_together() {
    let error = read("编号,序号,满意度情况,状态", &Mapping::default());
    let Err(HeaderError::Unknown(unknown)) = error else {
        panic!("{error:?}");
    };
    let named: Vec<(&str, bool)> = unknown
        .iter()
        .map(|u| (u.header.as_str(), u.is_ambiguous))
        .collect();
    assert_eq!(
        named,
        [("序号", true), ("满意度情况", false), ("状态", true)]
    );
    assert!(!unknown[1].near.is_empty());
    let Err(HeaderError::Unknown(unknown)) = read("编号,承办站所", &Mapping::default())
    else {
        panic!("承办站所 is no header of ours");
    };
    let lead = LedgerColumn::Lead.header();
    assert!(unknown[0].near.iter().any(|near| near == lead));
}

#[test]
fn a_person_maps_what_is_ambiguous() {
    let way_out = mapping(&[("类型", "种类")], &["序号"]);
    let header = read("序号,类型", &way_out).expect("mapped");
    assert_eq!(header.columns().collect::<Vec<_>>(), [LedgerColumn::Kind]);
}

#[test]
fn headers_that_cannot_stand() {
    for (text, way_out, error) in [
        (
            "标题,题目",
            mapping(&[], &[]),
            "`标题` and `题目` are both 标题",
        ),
        (
            "标题,标题",
            mapping(&[], &[]),
            "`标题` and `标题` are both 标题",
        ),
        ("标题,,编号", mapping(&[], &[]), "column 2 has no header"),
        (
            "标题",
            mapping(&[("题", "标题")], &[]),
            "the file has no header `题`",
        ),
        (
            "标题,题",
            mapping(&[("题", "体裁")], &[]),
            "there is no column `体裁`",
        ),
    ] {
        let error_text = read(text, &way_out).expect_err(text).to_string();
        assert_eq!(error_text, error);
    }
}
