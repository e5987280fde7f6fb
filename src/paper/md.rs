//! `md`: tables in GitHub's Markdown, for a web page or a merge request.
//!
//! Cells and headings are untrusted: what Markdown or HTML would take for markup is escaped, hidden
//! characters go, a line break in a cell becomes `<br>`.

use crate::domain::terms::strip_hidden_keep_lines;
use crate::report::{Align, Document, Sheet};

pub(super) fn write(document: &Document) -> Vec<u8> {
    let mut blocks = vec![format!("# {}", text(&document.title))];
    let is_mixed = document.only_sheet().is_none();
    for sheet in &document.sheets {
        if is_mixed {
            blocks.push(format!("## {}", text(&sheet.title)));
        }
        blocks.push(table(sheet));
        blocks.extend(sheet.notes.iter().map(|note| text(note)));
    }
    if !document.foot.is_empty() {
        let lines = document.foot.iter().map(|line| format!("- {}", text(line)));
        blocks.push("---".to_owned());
        blocks.push(lines.collect::<Vec<_>>().join("\n"));
    }
    let mut page = blocks.join("\n\n");
    page.push('\n');
    page.into_bytes()
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
        lines.push(row(cells.iter().map(|cell| text(&cell.shown()))));
    }
    lines.join("\n")
}

fn row(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
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
}
