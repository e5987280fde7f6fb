//! What a value looks like, by itself: a class, a grade, a person, a phone.
//!
//! Refuses: to look at anything beside the one value.

use super::super::values::class;

/// A letter of the office's classes, or 甲乙丙丁.
pub(super) fn is_code(value: &str) -> bool {
    let code = class(value);
    code.is_ok_and(|code| {
        let mut letters = code.as_str().chars();
        let first = letters.next().is_some_and(|c| matches!(c, 'A'..='D'));
        first && letters.all(|c| c.is_ascii_digit())
    })
}

/// The same, or the words that classes are told in.
pub(super) fn is_class(value: &str) -> bool {
    const WORDS: &[&str] = &[
        "已解决",
        "已采纳",
        "基本解决",
        "解决或",
        "正在解决",
        "正在研究",
        "列入计划",
        "计划解决",
        "逐步解决",
        "部分解决",
        "因条件",
        "条件限制",
        "不具备条件",
        "无法解决",
        "未解决",
        "暂时",
        "留作参考",
        "留作",
        "供参考",
        "涉及上级",
    ];
    is_code(value) || WORDS.iter().any(|word| value.starts_with(word)) && value.chars().count() < 20
}

pub(super) fn is_grade(value: &str) -> bool {
    let bare = ["非常", "很", "比较", "较", "基本", "不"];
    let bare = bare.iter().find_map(|word| value.strip_prefix(word));
    bare.unwrap_or(value).starts_with("满意")
}

/// Two to four characters that do not end like a unit, or a name in pieces.
pub(super) fn is_person(value: &str) -> bool {
    const UNITS: &[char] = &[
        '局', '办', '站', '所', '院', '科', '室', '心', '委', '会', '队', '部', '镇', '乡', '村',
        '区', '处', '组', '司', '校', '厂', '庭',
    ];
    let bare: String = value.chars().filter(|c| !c.is_whitespace()).collect();
    let in_pieces = bare.contains('·');
    let fits = (2..=4).contains(&bare.chars().count()) && !bare.ends_with(UNITS);
    (fits || in_pieces) && bare.chars().all(|c| c > '\u{2e7f}' || c == '·')
}

/// A person, or one with a title of those who lead: `王平（副镇长）`, `李强副主任`.
pub(super) fn is_person_or_titled(value: &str) -> bool {
    const TITLES: [&str; 8] = [
        "书记", "镇长", "乡长", "主席", "主任", "局长", "部长", "委员",
    ];
    let bare = value.trim_end_matches(['）', ')']);
    let titled = TITLES.iter().find_map(|title| bare.strip_suffix(title));
    let named = titled.map(|name| {
        let name = name.trim_end_matches(|c: char| "党委政副组".contains(c));
        name.trim_end_matches(['（', '(', ' ', '\u{3000}'])
    });
    is_person(named.unwrap_or(value))
}

pub(in crate::intake) fn is_phone(value: &str) -> bool {
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let marks =
        |c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | ' ' | '、' | '/' | '(' | ')');
    digits >= 7 && value.chars().all(marks)
}
