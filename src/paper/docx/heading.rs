//! Headings: those of a paper, and those that people write in a text of theirs (一、… （一）…), each in
//! the font of its level.
//!
//! GB/T 9704—2012 7.3.3: 一、 in 黑体, （一） in 楷体, 1． and （1） as the body.
//!
//! Refuses: to take a sentence for a heading because it is numbered.

use super::xml::Font;

/// The font of a heading: 1 for 一、 2 for （一）.
pub(super) fn font(level: u8) -> Font {
    match level {
        0 | 1 => Font::Bold,
        2 => Font::Script,
        _ => Font::Body,
    }
}

/// The level of words that begin with its number; 3 and more look like the body.
pub(super) fn level(words: &str) -> u8 {
    let numbered = |rest: &str| {
        let bare = rest.trim_start_matches(is_numeral);
        (bare.len() < rest.len()).then(|| bare.to_owned())
    };
    if numbered(words).is_some_and(|rest| rest.starts_with('、')) {
        return 1;
    }
    let inner = words.strip_prefix(['（', '(']);
    match inner.and_then(numbered) {
        Some(rest) if rest.starts_with(['）', ')']) => 2,
        _ => 3,
    }
}

/// The heading with which a line begins, and what follows it on the same line; no heading where
/// there is none.
pub(super) fn parted(line: &str) -> (&str, &str) {
    /// A line of the body: what is longer is a sentence.
    const CHARACTERS_MOST: usize = 28;
    if level(line) > 2 || is_list(line) {
        return ("", line);
    }
    let end = line.find(['。', '：', '；', '？', '！']);
    let end = end.and_then(|at| Some(at + line[at..].chars().next()?.len_utf8()));
    let (head, rest) = line.split_at(end.unwrap_or(line.len()));
    let is_sentence = end.is_some() && rest.trim().is_empty();
    match is_sentence || head.chars().count() > CHARACTERS_MOST {
        true => ("", line),
        false => (head, rest),
    }
}

/// `一、二、三期工程…`, which counts and heads nothing.
fn is_list(line: &str) -> bool {
    let rest = line.trim_start_matches(is_numeral);
    let rest = rest.strip_prefix('、').unwrap_or_default();
    let bare = rest.trim_start_matches(is_numeral);
    bare.len() < rest.len() && bare.starts_with(['、', '期', '号', '标'])
}

fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_headings_of_people_are_told_from_their_sentences() {
        for (line, level_of, head) in [
            ("一、关于资金", 1, "一、关于资金"),
            ("十二、下一步打算，抓紧办", 1, "十二、下一步打算，抓紧办"),
            ("（一）加强领导。成立专班。", 2, "（一）加强领导。"),
            ("(二)进度：已完成", 2, "(二)进度："),
            ("1．办理情况", 3, ""),
            ("一、二、三期工程均已完工", 1, ""),
            ("一、我局已投入297万元。", 1, ""),
            ("一是加强领导", 3, ""),
            (
                "一、我局投入资金整治山坪塘二十一口并更换水泵三台同时安排专人看护渠道直到验收",
                1,
                "",
            ),
            ("您提出的建议收悉", 3, ""),
        ] {
            let (found, rest) = parted(line);
            assert_eq!((level(line), found), (level_of, head), "{line}");
            assert_eq!(format!("{found}{rest}"), line);
        }
    }
}
