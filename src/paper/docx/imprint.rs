//! 版记: what stands at the foot of the last page, in 四号仿宋, one character in from both sides. A
//! document has lines as wide as the text around it and who prints it; a letter has neither.
//!
//! Each part is a paragraph in a frame of its own: a frame of several paragraphs does not keep its
//! place in every program. The upper one stands by its measure above the lower one, so its lines
//! are broken here, between names.

use super::page;
use super::xml::{Font, Look, paragraph, quarters, run, spacing};
use crate::report::copied;

const LOOK: Look = Look::new(Font::Body, 28);
/// A character of 四号.
const CHARACTER: u32 = 280;
/// A line of it.
const LINE: u32 = 500;
/// Outer lines of 0.35 mm, the one between of 0.25 mm, in eighths of a point.
const OUTER: u32 = 8;
const INNER: u32 = 6;

/// Whose it is.
pub(super) enum Of<'a> {
    /// 信函格式
    Letter,
    /// 文件格式
    Document {
        /// Who prints it.
        by: &'a str,
        /// And when: `2024年5月20日印发`.
        on: &'a str,
    },
}

/// The paragraphs of it, at the foot of a page.
pub(super) fn imprint(copies: &[String], of: &Of, sheet: page::Sheet) -> String {
    let width = sheet.width();
    let copied = lines(copies, width);
    let below = match of {
        Of::Document { by, .. } if !by.is_empty() => LINE + 20,
        Of::Document { .. } | Of::Letter => 0,
    };
    let has_lines = matches!(of, Of::Document { .. });
    let line = |side: &str, size: u32| match has_lines {
        true => {
            format!(r#"<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="000000"/>"#)
        }
        false => String::new(),
    };
    let mut out = String::new();
    if !copied.is_empty() {
        let count = u32::try_from(copied.len()).unwrap_or(1);
        let place = match below {
            0 => r#"w:yAlign="bottom""#.to_owned(),
            below => format!(r#"w:y="{}""#, sheet.height() - below - count * LINE),
        };
        let last = if below == 0 {
            line("bottom", OUTER)
        } else {
            String::new()
        };
        let borders = line("top", OUTER) + &last;
        out += &framed((width, &place), &borders, "", &copied.join("\n"));
    }
    if let Of::Document { by, on } = of
        && below > 0
    {
        let first = if copied.is_empty() { OUTER } else { INNER };
        let borders = line("top", first) + &line("bottom", OUTER);
        let tab = width - CHARACTER;
        let tabs = format!(r#"<w:tabs><w:tab w:val="right" w:pos="{tab}"/></w:tabs>"#);
        let words = format!("　{by}\t{on}");
        let place = r#"w:yAlign="bottom""#;
        out += &framed((width, place), &borders, &tabs, &words);
    }
    out
}

/// How high it is under a letter.
pub(super) fn height(copies: &[String]) -> u32 {
    let lines = lines(copies, page::WIDTH).len();
    u32::try_from(lines).unwrap_or_default() * LINE
}

fn framed((width, place): (u32, &str), borders: &str, tabs: &str, words: &str) -> String {
    let borders = match borders.is_empty() {
        true => String::new(),
        false => format!("<w:pBdr>{borders}</w:pBdr>"),
    };
    let properties = format!(
        r#"<w:framePr w:w="{width}" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="center" {place}/>{borders}{tabs}<w:snapToGrid w:val="0"/>{}"#,
        spacing(LINE, 0, 0)
    );
    paragraph(&properties, &run(words, LOOK))
}

/// Who gets a copy, in lines one character in from both sides, the second under the first name.
fn lines(copies: &[String], width: u32) -> Vec<String> {
    const BEFORE: &str = "　　　　";
    // Quarters of a character between the edges.
    let room = 4 * (width / CHARACTER - 1);
    if copies.is_empty() {
        return Vec::new();
    }
    let mut lines = vec!["　".to_owned()];
    let words = copied(copies);
    for part in words.split_inclusive('，') {
        let last = lines.last_mut();
        match last.filter(|line| quarters(line) + quarters(part) <= room || line.trim().is_empty())
        {
            Some(line) => line.push_str(part),
            None => lines.push(format!("{BEFORE}{part}")),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn copies_are_broken_between_names_under_the_first() {
        let copies: Vec<String> = [
            "村镇建设服务中心",
            "规划建设管理环保办公室",
            "镇党政办公室",
            "农业服务中心",
        ]
        .map(str::to_owned)
        .into();
        assert_eq!(
            lines(&copies, page::WIDTH),
            [
                "　抄送：村镇建设服务中心，规划建设管理环保办公室，",
                "　　　　镇党政办公室，农业服务中心。",
            ]
        );
        assert_eq!(
            lines(&copies[..1], page::WIDTH),
            ["　抄送：村镇建设服务中心。"]
        );
        assert!(lines(&[], page::WIDTH).is_empty());
    }

    #[test]
    fn a_letter_has_no_lines_and_a_document_three() {
        let copies = ["镇党政办".to_owned()];
        let letter = imprint(&copies, &Of::Letter, page::Sheet::Upright);
        assert!(!letter.contains("<w:pBdr>") && letter.contains("抄送：镇党政办。"));
        let by = Of::Document {
            by: "镇人大办",
            on: "2024年5月20日印发",
        };
        let document = imprint(&copies, &by, page::Sheet::Upright);
        assert_eq!(document.matches(r#"w:sz="8" w:space="0""#).count(), 2);
        assert_eq!(document.matches(r#"w:sz="6" w:space="0""#).count(), 1);
        let alone = imprint(&[], &by, page::Sheet::Upright);
        assert_eq!(alone.matches(r#"w:sz="8" w:space="0""#).count(), 2);
        assert_eq!(alone.matches(r#"w:sz="6" w:space="0""#).count(), 0);
    }
}
