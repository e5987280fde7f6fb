//! Documents for the tests of this room: a list with hostile cells, and a report of two sheets.

use crate::report::{Basis, Cell, Column, Document, Kind, Sheet};

fn basis() -> Basis {
    Basis {
        as_of: "2024-12-31".parse().expect("a date"),
        known: 812,
        rules: "chongqing-2017".to_owned(),
        fingerprint: "9f2c".to_owned(),
        layout: 1,
    }
}

/// One sheet, one row with the given title.
pub(super) fn list_of(title: &str) -> Document {
    let columns = vec![
        Column::text("case", "编号"),
        Column::text("title", "标题"),
        Column::number("age_days", "天数"),
        Column::date("due", "办理期限"),
    ];
    let mut cases = Sheet::new("cases", "建议", columns);
    cases.push(vec![
        Cell::word("2024-17", "第17号"),
        title.into(),
        (-3_i64).into(),
        Cell::Empty,
    ]);
    cases.notes.push("不含撤回件".to_owned());
    Document::of_rows("list", "建议列表", basis(), vec![cases])
        .with_foot(vec!["截至2024-12-31".to_owned()])
}

/// Two sheets, with a note and a foot.
pub(super) fn report() -> Document {
    let percent = Column::new("percent", "占比", Kind::Percent);
    let columns = vec![
        Column::text("key", "项目"),
        Column::number("count", "件数"),
        percent,
    ];
    let mut class = Sheet::new("class", "办理结果", columns);
    let share = Cell::Percent("58".to_owned());
    class.push(vec![Cell::word("A", "A类"), 40_u32.into(), share]);
    class.notes.push("已答复：69".to_owned());

    let columns = vec![Column::text("key", "单位"), Column::number("count", "件数")];
    let mut unit = Sheet::new("unit", "承办单位", columns);
    unit.push(vec!["城建办".into(), 2_u32.into()]);
    Document::of_rows("report.summary", "综合统计", basis(), vec![class, unit])
        .with_foot(vec!["截至2024-12-31".to_owned(), "指纹9f2c".to_owned()])
}

/// A letter with a block of every kind, so that no paper forgets one.
pub(super) fn letter() -> Document {
    use crate::report::{Block, FormRow};

    let words = |words: &str| words.to_owned();
    let mut sheet = Sheet::new("cases", "建议", vec![Column::text("title", "标题")]);
    sheet.push(vec!["修|桥".into()]);
    sheet.notes.push(words("不含撤回件"));
    let prose = vec![
        Block::Letterhead {
            name: words("健龙镇人民政府"),
            is_letter: true,
        },
        Block::Number {
            doc_no: words("健龙府函〔2024〕12号"),
            signer: words("签发人：王志强"),
        },
        Block::Marks {
            left: words("主动公开"),
            right: words("类别：B"),
        },
        Block::Title(words(
            "关于健龙镇第二十届人民代表大会第五次会议第17号建议的答复",
        )),
        Block::Addressee(words("李秀英代表")),
        Block::heading(1, "一、办理情况"),
        Block::heading(2, "（一）资金"),
        Block::paragraph("您提出的《关于*修*桥的<b>建议》收悉。]]>&\n=HYPERLINK(1)\u{1b}"),
        Block::table(sheet),
        Block::Rule,
        Block::Form(vec![
            FormRow::new([("意见", "")]).tall(4),
            FormRow::new([("签名", ""), ("日期", "")]),
        ]),
        Block::paragraph("感谢您的关心。"),
        Block::Signature {
            by: words("健龙镇人民政府"),
            on: words("2024年5月20日"),
        },
        Block::Note(words("联系人：张强，联系电话：023-41410000")),
        Block::PageBreak,
        Block::Imprint {
            copies: vec![words("镇人大主席团"), words("镇党政办")],
            by: words("镇党政办"),
            on: words("2024年5月20日印发"),
        },
    ];
    Document::of_prose(
        "letter",
        "关于第17号建议的答复",
        basis(),
        prose,
        crate::words::Lang::Zh,
    )
}
