//! WordprocessingML written piece by piece: words made safe, runs and paragraphs with their look.
//!
//! Refuses: a character that XML cannot hold, or that a reader does not see, in any word. What
//! looks like markup comes out as words.

use std::fmt::Write;

use crate::domain::terms::strip_hidden_keep_lines;

/// A font by the name that Chinese offices know it by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Font {
    /// 仿宋: the body.
    Body,
    /// 小标宋: letterhead and title.
    Title,
    /// 黑体: first headings, marks.
    Bold,
    /// 楷体: second headings, a signer's name.
    Script,
    /// 宋体: page numbers.
    Number,
}

impl Font {
    pub(super) const ALL: [Self; 5] = [
        Self::Body,
        Self::Title,
        Self::Bold,
        Self::Script,
        Self::Number,
    ];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Body => "仿宋_GB2312",
            Self::Title => "方正小标宋简体",
            Self::Bold => "黑体",
            Self::Script => "楷体_GB2312",
            Self::Number => "宋体",
        }
    }

    /// What may stand in where a machine does not have it.
    pub(super) fn instead(self) -> &'static str {
        match self {
            Self::Body => "仿宋,FangSong",
            Self::Title => "小标宋,FZXiaoBiaoSong-B05S",
            Self::Bold => "SimHei",
            Self::Script => "楷体,KaiTi",
            Self::Number => "SimSun",
        }
    }
}

/// How some words look.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) font: Font,
    /// In half points: 三号 is 32.
    pub(super) size: u32,
    pub(super) red: bool,
}

impl Look {
    pub(super) const fn new(font: Font, size: u32) -> Self {
        Self {
            font,
            size,
            red: false,
        }
    }

    pub(super) const fn red(self) -> Self {
        Self { red: true, ..self }
    }
}

/// The body: 三号仿宋.
pub(super) const BODY: Look = Look::new(Font::Body, 32);

/// The words of a person, as XML: on their lines, nothing hidden, no markup.
pub(super) fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in strip_hidden_keep_lines(words).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// Words with a look; a line break stays one, a tab too.
pub(super) fn run(words: &str, look: Look) -> String {
    let font = look.font.name();
    let colour = match look.red {
        true => r#"<w:color w:val="FF0000"/>"#,
        false => "",
    };
    let size = look.size;
    // 28 characters of the body on a line: each stands a quarter of a point closer.
    let closer = if size == BODY.size { -5 } else { 0 };
    let mut out = format!(
        r#"<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}" w:hint="eastAsia"/>{colour}<w:spacing w:val="{closer}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>"#
    );
    for (place, line) in escaped(words).split('\n').enumerate() {
        if place > 0 {
            out.push_str("<w:br/>");
        }
        for (place, part) in line.split('\t').enumerate() {
            if place > 0 {
                out.push_str("<w:tab/>");
            }
            for (place, piece) in unbroken(part).into_iter().enumerate() {
                if place > 0 {
                    out.push_str("<w:noBreakHyphen/>");
                }
                // Writing to a string cannot fail.
                let _ = write!(out, r#"<w:t xml:space="preserve">{piece}</w:t>"#);
            }
        }
    }
    out + "</w:r>"
}

/// The pieces between which a hyphen stands that must not end a line: in `2024-05-20`, in
/// `023-41410000`.
fn unbroken(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    for (at, _) in words.match_indices('-') {
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        if digit(words[from..at].chars().next_back()) && digit(words[at + 1..].chars().next()) {
            pieces.push(&words[from..at]);
            from = at + 1;
        }
    }
    pieces.push(&words[from..]);
    pieces
}

/// A paragraph: its properties as XML, then its runs.
pub(super) fn paragraph(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

/// Exact lines of so many twips, with room above and below.
pub(super) fn spacing(line: u32, before: u32, after: u32) -> String {
    format!(
        r#"<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>"#
    )
}

/// How many characters of Chinese some words are wide, in halves: a Latin letter is one half.
pub(super) fn halves(words: &str) -> u32 {
    words
        .chars()
        .map(|c| if c.is_ascii() { 1 } else { 2 })
        .sum()
}

/// The width of some words in quarters of a character: a Latin letter is two, and where it meets
/// a Chinese one there is a gap of one.
pub(super) fn quarters(words: &str) -> u32 {
    let mut before: Option<bool> = None;
    let width = words.chars().map(|c| {
        let narrow = c.is_ascii();
        let meets = c.is_alphanumeric() && before.is_some_and(|b| b != narrow);
        before = Some(narrow);
        (if narrow { 2 } else { 4 }) + u32::from(meets)
    });
    width.sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_between_digits_ends_no_line() {
        assert_eq!(unbroken("于2024-05-20至-3"), ["于2024", "05", "20至-3"]);
        assert_eq!(unbroken("-"), ["-"]);
        let date = run("2024-05-20", BODY);
        assert_eq!(date.matches("<w:noBreakHyphen/>").count(), 2, "{date}");
    }

    #[test]
    fn words_stay_words() {
        for (words, xml) in [
            ("<script>]]>&\"", "&lt;script&gt;]]&gt;&amp;&quot;"),
            ("=HYPERLINK(1)", "=HYPERLINK(1)"),
            ("修\u{0}\u{8}\u{b}\u{1b}\u{202e}\u{ffff}\u{fffe}桥", "修桥"),
            ("一\r\n二", "一\n二"),
        ] {
            assert_eq!(escaped(words), xml);
        }
        let two = run("一\n二\t三", BODY);
        assert!(two.contains("<w:br/>") && two.contains("<w:tab/>"), "{two}");
    }
}
