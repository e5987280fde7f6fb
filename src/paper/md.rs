//! `md`: tables in GitHub's Markdown, for a web page or a merge request.
//!
//! Cells and headings are untrusted: what Markdown or HTML would take for markup is escaped, hidden
//! characters go, a line break in a cell becomes `<br>`. A text is headings and paragraphs.

use crate::domain::terms::{strip_hidden, strip_hidden_keep_lines};
use crate::report::{Align, Block, Cell, Document, Sheet, copied};

pub(super) fn write(document: &Document) -> Vec<u8> {
    let mut blocks = match document.prose.is_empty() {
        true => grids(document),
        false => document.prose.iter().flat_map(prose).collect(),
    };
    if !document.foot_of_page().is_empty() {
        let lines = document
            .foot_of_page()
            .iter()
            .map(|line| format!("- {}", text(line)));
        blocks.push("---".to_owned());
        blocks.push(lines.collect::<Vec<_>>().join("\n"));
    }
    blocks.extend(remark(document));
    let mut page = blocks.join("\n\n");
    page.push('\n');
    page.into_bytes()
}

/// How to print a text again, as a remark that no reader of the page sees.
fn remark(document: &Document) -> Option<String> {
    let foot = document.foot_beside()?;
    let foot = strip_hidden(&foot).replace(['<', '>'], " ");
    Some(format!("<!-- {foot} -->"))
}

fn grids(document: &Document) -> Vec<String> {
    let mut blocks = vec![format!("# {}", text(&document.title))];
    let is_mixed = document.only_sheet().is_none();
    for sheet in &document.sheets {
        if is_mixed {
            blocks.push(format!("## {}", text(&sheet.title)));
        }
        blocks.extend(titled(sheet).skip(1));
    }
    blocks
}

/// Title, grid and notes.
fn titled(sheet: &Sheet) -> impl Iterator<Item = String> {
    let title = format!("**{}**", text(&sheet.title));
    let notes = sheet.notes.iter().map(|note| text(note));
    [title, table(sheet)].into_iter().chain(notes)
}

/// A block of a text as blocks of Markdown.
fn prose(block: &Block) -> Vec<String> {
    let both = |left: &str, right: &str| {
        let parts = [left, right].into_iter().filter(|part| !part.is_empty());
        vec![parts.map(text).collect::<Vec<_>>().join("　")]
    };
    match block {
        Block::Letterhead { name, .. } => vec![format!("**{}**", text(name))],
        Block::Number { doc_no, signer } => both(doc_no, signer),
        Block::Marks { left, right } => both(left, right),
        Block::Title(title) => vec![format!("# {}", text(title))],
        Block::Heading { level, text: words } => {
            let marks = "#".repeat(usize::from(*level).clamp(1, 5) + 1);
            vec![format!("{marks} {}", text(words))]
        }
        Block::Addressee(names) => vec![format!("{}：", text(names))],
        Block::Paragraph(words) => words.lines().map(text).collect(),
        Block::Table(sheet) => titled(sheet).collect(),
        Block::Form(rows) => {
            let head = [
                row(["", ""].map(str::to_owned).into_iter()),
                "| --- | --- |".to_owned(),
            ];
            let fields = rows.iter().flat_map(|form| &form.fields);
            let lines = fields.map(|(label, words)| row([text(label), text(words)].into_iter()));
            vec![head.into_iter().chain(lines).collect::<Vec<_>>().join("\n")]
        }
        Block::Signature { by, on } => vec![format!("{}<br>{}", text(by), text(on))],
        Block::Note(words) => vec![format!("（{}）", text(words))],
        Block::Imprint { copies, by, on } => {
            let copied = (!copies.is_empty()).then(|| text(&copied(copies)));
            let printed = both(by, on).into_iter().filter(|line| !line.is_empty());
            copied.into_iter().chain(printed).collect()
        }
        Block::Rule | Block::PageBreak => vec!["---".to_owned()],
    }
}

fn table(sheet: &Sheet) -> String {
    let columns = sheet.columns();
    let rule = columns.iter().map(|column| match column.align() {
        Align::Left => "---".to_owned(),
        Align::Right => "---:".to_owned(),
    });
    let mut lines = vec![
        row(columns.iter().map(|column| text(&column.label))),
        row(rule),
    ];
    for cells in sheet.rows() {
        lines.push(row(cells.iter().map(cell)));
    }
    lines.join("\n")
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

/// A cell in words; an address leads where it says.
fn cell(cell: &Cell) -> String {
    match cell.link() {
        Some(link) => format!("<{link}>"),
        None => text(&cell.shown()),
    }
}

/// Words that stay words: on one line, without markup.
fn text(words: &str) -> String {
    let mut line = String::with_capacity(words.len());
    for c in strip_hidden_keep_lines(words).chars() {
        match c {
            '\n' => line.push_str("<br>"),
            '\t' => line.push(' '),
            '&' => line.push_str("&amp;"),
            '<' => line.push_str("&lt;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '~' | '#' => line.extend(['\\', c]),
            _ => line.push(c),
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::sample;

    fn page(document: &Document) -> String {
        String::from_utf8(write(document)).expect("Markdown is UTF-8")
    }

    #[test]
    fn a_cell_cannot_break_its_table() {
        let list = sample::list_of("修|桥\n二\\期 <b>*急*</b> [看](x) \u{202e}&amp;");
        insta::assert_snapshot!(page(&list), @r"
        # 建议列表

        | 编号 | 标题 | 天数 | 办理期限 |
        | --- | --- | ---: | --- |
        | 第17号 | 修\|桥<br>二\\期 &lt;b>\*急\*&lt;/b> \[看\](x) &amp;amp; | -3 |  |

        不含撤回件

        ---

        - 截至2024-12-31
        ");
    }

    #[test]
    fn a_report_has_titles_notes_and_a_foot() {
        insta::assert_snapshot!(page(&sample::report()), @r"
        # 综合统计

        ## 办理结果

        | 项目 | 件数 | 占比 |
        | --- | ---: | ---: |
        | A类 | 40 | 58% |

        已答复：69

        ## 承办单位

        | 单位 | 件数 |
        | --- | ---: |
        | 城建办 | 2 |

        ---

        - 截至2024-12-31
        - 指纹9f2c
        ");
    }

    #[test]
    fn a_text_is_headings_and_paragraphs() {
        insta::assert_snapshot!(page(&sample::letter()), @r"
        **健龙镇人民政府**

        健龙府函〔2024〕12号　签发人：王志强

        主动公开　类别：B

        # 关于健龙镇第二十届人民代表大会第五次会议第17号建议的答复

        李秀英代表：

        ## 一、办理情况

        ### （一）资金

        您提出的《关于\*修\*桥的&lt;b>建议》收悉。\]\]>&amp;

        =HYPERLINK(1)

        **建议**

        | 标题 |
        | --- |
        | 修\|桥 |

        不含撤回件

        ---

        |  |  |
        | --- | --- |
        | 意见 |  |
        | 签名 |  |
        | 日期 |  |

        感谢您的关心。

        健龙镇人民政府<br>2024年5月20日

        （联系人：张强，联系电话：023-41410000）

        ---

        抄送：镇人大主席团，镇党政办。

        镇党政办　2024年5月20日印发
        ");
    }
}
