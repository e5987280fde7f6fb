//! `plain`: fields parted by tabs, for `cut` and `awk`. No header, no title, no foot: every line is
//! a row, and its fields are the same in every language (keys instead of labels).
//!
//! Of a document with several sheets, each line begins with the key of its sheet. Line breaks, tabs
//! and hidden characters in a cell become a space or go, so that a line stays a line.
//!
//! Of a text it is the words as a person reads them, a paragraph a line.

use crate::domain::terms::strip_hidden;
use crate::report::{Block, Document, Sheet, copied};

pub(super) fn write(document: &Document) -> Vec<u8> {
    if document.is_text() {
        let lines = document.prose.iter().flat_map(lines);
        return lines
            .map(|line| line + "\n")
            .collect::<String>()
            .into_bytes();
    }
    let is_mixed = document.only_sheet().is_none();
    let mut lines = String::new();
    for sheet in &document.sheets {
        for row in sheet.rows() {
            if is_mixed {
                lines.push_str(&sheet.key);
                lines.push('\t');
            }
            for (place, cell) in row.iter().enumerate() {
                if place > 0 {
                    lines.push('\t');
                }
                lines.push_str(&strip_hidden(&cell.plain()));
            }
            lines.push('\n');
        }
    }
    lines.into_bytes()
}

/// The lines of a block of a text; a table's fields are parted by tabs, as everywhere here.
pub(super) fn lines(block: &Block) -> Vec<String> {
    let line = |words: &str| strip_hidden(words).into_owned();
    let filled = |words: &[&String]| {
        let words = words.iter().filter(|words| !words.is_empty());
        words.map(|words| line(words)).collect::<Vec<_>>()
    };
    match block {
        Block::Letterhead { name: words, .. } | Block::Title(words) => vec![line(words)],
        Block::Number { doc_no, signer } => filled(&[doc_no, signer]),
        Block::Marks { left, right } => filled(&[left, right]),
        Block::Heading { text, .. } => vec![line(text)],
        Block::Addressee(names) => vec![format!("{}：", line(names))],
        Block::Paragraph(words) => words.lines().map(|l| format!("　　{}", line(l))).collect(),
        Block::Table(sheet) => grid(sheet).collect(),
        Block::Form(rows) => {
            let fields = rows.iter().flat_map(|row| &row.fields);
            fields
                .map(|(label, words)| format!("{}：{}", line(label), line(words)))
                .collect()
        }
        Block::Signature { by, on } => filled(&[by, on]),
        Block::Note(words) => vec![format!("（{}）", line(words))],
        Block::Imprint { copies, by, on } => {
            let copied = (!copies.is_empty()).then(|| line(&copied(copies)));
            copied.into_iter().chain(filled(&[by, on])).collect()
        }
        Block::Rule | Block::PageBreak => vec![String::new()],
    }
}

/// Title, headings, rows.
fn grid(sheet: &Sheet) -> impl Iterator<Item = String> {
    let head = sheet
        .columns()
        .iter()
        .map(|column| strip_hidden(&column.label));
    let head = head.collect::<Vec<_>>().join("\t");
    let rows = sheet.rows().iter().map(|row| {
        let cells = row
            .iter()
            .map(|cell| strip_hidden(&cell.shown()).into_owned());
        cells.collect::<Vec<_>>().join("\t")
    });
    let notes = sheet
        .notes
        .iter()
        .map(|note| strip_hidden(note).into_owned());
    let title = strip_hidden(&sheet.title).into_owned();
    [title, head].into_iter().chain(rows).chain(notes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::sample;

    fn check(document: &Document, lines: &str) {
        assert_eq!(String::from_utf8(write(document)).as_deref(), Ok(lines));
    }

    #[test]
    fn a_row_is_a_line_whatever_its_cells_hold() {
        let list = sample::list_of("修\t桥\n\u{202e}=1+1\u{1b}[31m");
        check(&list, "2024-17\t修 桥 =1+1[31m\t-3\t\n");
    }

    #[test]
    fn a_line_of_a_report_names_its_sheet() {
        check(&sample::report(), "class\tA\t40\t58\nunit\t城建办\t2\n");
    }

    #[test]
    fn no_rows_no_bytes() {
        let mut report = sample::report();
        report.sheets.clear();
        check(&report, "");
    }

    #[test]
    fn a_text_is_read_line_by_line() {
        let text = String::from_utf8(write(&sample::letter())).expect("UTF-8");
        insta::assert_snapshot!(text, @"
        健龙镇人民政府
        健龙府函〔2024〕12号
        签发人：王志强
        主动公开
        类别：B
        关于健龙镇第二十届人民代表大会第五次会议第17号建议的答复
        李秀英代表：
        一、办理情况
        （一）资金
        　　您提出的《关于*修*桥的<b>建议》收悉。]]>&
        　　=HYPERLINK(1)
        建议
        标题
        修|桥
        不含撤回件

        意见：
        签名：
        日期：
        　　感谢您的关心。
        健龙镇人民政府
        2024年5月20日
        （联系人：张强，联系电话：023-41410000）

        抄送：镇人大主席团，镇党政办。
        镇党政办
        2024年5月20日印发
        ");
    }
}
