//! Texts in lines that fit a terminal: broken at spaces and between Chinese characters, never before
//! a closing sign or after an opening one, nor within a number (`第24号`). What is to be copied stays
//! whole.
//!
//! Refuses: to know how wide the terminal is.

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Signs that no line begins with.
const CLOSING: &str = ",.;:!?)]}%，。、；：！？）》」』】〉”’…—";

/// Signs that no line ends with.
const OPENING: &str = "([{（《「『【〈“‘-";

/// What a number is of, which stays with it.
const NUMBERED: &str = "号条次届件天年月日";

/// A text in lines of at most so many columns; its own line breaks stay.
pub(super) fn folded(text: &str, columns: usize) -> Vec<String> {
    text.split('\n')
        .flat_map(|line| hung(line, columns, 0))
        .collect()
}

/// The width of the longest piece of a text that no line is broken in.
pub(super) fn longest_piece(text: &str) -> usize {
    let pieces = text.split('\n').flat_map(words);
    let widths = pieces.map(|piece| piece.trim_end().width());
    widths.max().unwrap_or_default()
}

/// A page of help: what a line goes on with stands below what it began to tell. A line with a command
/// stays whole.
pub(super) fn help(page: &str, columns: usize) -> String {
    let mut out = String::new();
    for line in page.split_inclusive('\n') {
        let bare = line.trim_end_matches('\n');
        if bare.width() <= columns || bare.contains("jianyi ") {
            out += line;
            continue;
        }
        for folded in hung(bare, columns, indent(bare, columns)) {
            out += &folded;
            out.push('\n');
        }
    }
    out
}

/// A line, and the lines that it goes on with, each after so many spaces.
fn hung(line: &str, columns: usize, indent: usize) -> Vec<String> {
    let indent = " ".repeat(indent);
    let options = Options::new(columns)
        .subsequent_indent(&indent)
        .word_separator(WordSeparator::Custom(words))
        .word_splitter(WordSplitter::NoHyphenation);
    let lines = textwrap::wrap(line, options);
    lines.into_iter().map(String::from).collect()
}

/// Where what a line tells begins: after the gap behind an option's name, else below its first word.
fn indent(line: &str, columns: usize) -> usize {
    let begins = line.len() - line.trim_start().len();
    let gap = line[begins..].find("  ").map(|gap| begins + gap);
    let told = gap.map(|gap| {
        let rest = line[gap..].trim_start();
        line[..line.len() - rest.len()].width()
    });
    told.filter(|told| told * 3 <= columns * 2)
        .unwrap_or(begins)
}

/// The pieces between which a line may be broken.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut pieces = Vec::new();
    let mut begun = 0;
    let mut before: Option<char> = None;
    for (at, next) in line.char_indices() {
        if before.is_some_and(|before| may_break(before, next)) {
            pieces.push(Word::from(&line[begun..at]));
            begun = at;
        }
        before = Some(next);
    }
    pieces.push(Word::from(&line[begun..]));
    Box::new(pieces.into_iter())
}

fn may_break(before: char, next: char) -> bool {
    let is_wide = |c: char| c.width() == Some(2);
    if next == ' ' || CLOSING.contains(next) || OPENING.contains(before) {
        return false;
    }
    let is_numbered = (before == '第' && next.is_ascii_digit())
        || (before.is_ascii_digit() && NUMBERED.contains(next))
        || matches!((before, next), ('闭', '会') | ('会', '第'));
    before == ' ' || ((is_wide(before) || is_wide(next)) && !is_numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_broken_where_a_reader_would() {
        let lines = folded("关于修桥的建议,请于 2024-03-08 前答复(含会办)。", 12);
        assert_eq!(
            lines,
            [
                "关于修桥的建",
                "议,请于",
                "2024-03-08",
                "前答复(含会",
                "办)。"
            ]
        );
        assert_eq!(folded("a\n\nb", 5), ["a", "", "b"]);
        assert_eq!(
            folded("第3号、第24号、第6号", 10),
            ["第3号、", "第24号、", "第6号"]
        );
        assert!(
            folded(&"字".repeat(30), 8)
                .iter()
                .all(|line| line.width() <= 8)
        );
    }

    #[test]
    fn what_an_option_tells_stays_in_its_column() {
        let page = "  -o, --output  保存到文件,看扩展名 --格式\n  jianyi 列表 --单位 农业服务中心 --类别 城建交通\n";
        assert_eq!(
            help(page, 32),
            "  -o, --output  保存到文件,看扩\n                展名 --格式\n  jianyi 列表 --单位 农业服务中心 --类别 城建交通\n"
        );
    }
}
