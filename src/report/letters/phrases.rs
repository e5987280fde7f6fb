//! Set phrases of official papers: how a congress and its sessions are named, how a body speaks of
//! itself, how a day and a list are written.

use crate::domain::book::{Book, Case};
use crate::domain::rules::{LetterRules, SessionName};
use crate::domain::terms::{Date, Period, SessionKey, to_chinese_numeral};
use crate::words::annual::place_of;
use crate::words::{self, Lang};

/// The place whose congress it is: `健龙镇`. None where the office's name does not say it.
pub(super) fn place(book: &Book, rules: &LetterRules) -> Option<String> {
    if let Some(congress) = &rules.congress {
        return Some(congress.to_string());
    }
    let office = book.office().identity()?.name.as_str();
    place_of(office).map(str::to_owned)
}

/// `第二十届人民代表大会第五次会议`, `第二十届人大五次会议`.
pub(super) fn session(rules: &LetterRules, key: SessionKey) -> String {
    let term = to_chinese_numeral(key.term.into());
    let session = to_chinese_numeral(key.session.into());
    match rules.session_name {
        SessionName::Long => format!("第{term}届人民代表大会第{session}次会议"),
        SessionName::Short => format!("第{term}届人大{session}次会议"),
    }
}

/// What a title names: `健龙镇第二十届人民代表大会第五次会议第17号建议`.
pub(super) fn suggestion(book: &Book, rules: &LetterRules, place: &str, case: &Case) -> String {
    let label = words::case_label(book, case.id);
    let key = case.session;
    let when = match case.period {
        Period::InSession => session(rules, key),
        Period::BetweenSessions => {
            let term = to_chinese_numeral(key.term.into());
            let congress = match rules.session_name {
                SessionName::Long => "人民代表大会",
                SessionName::Short => "人大",
            };
            let between = if label.contains('闭') {
                ""
            } else {
                "闭会期间"
            };
            format!("第{term}届{congress}{between}")
        }
    };
    format!("{place}{when}{label}建议")
}

/// How a body speaks of itself: `我局`, `我镇`.
pub(super) fn we(body: &str) -> &'static str {
    let body = body.strip_suffix("人民政府").unwrap_or(body);
    const ENDS: [(&str, &str); 14] = [
        ("镇", "我镇"),
        ("乡", "我乡"),
        ("街道", "我街道"),
        ("区", "我区"),
        ("县", "我县"),
        ("市", "我市"),
        ("局", "我局"),
        ("委员会", "我委"),
        ("委", "我委"),
        ("办公室", "我办"),
        ("办", "我办"),
        ("中心", "我中心"),
        ("所", "我所"),
        ("站", "我站"),
    ];
    let known = ENDS.iter().find(|(end, _)| body.ends_with(end));
    known.map_or("我单位", |(_, we)| we)
}

/// `2024年5月20日`; a day to be written in by hand where there is none.
pub(super) fn day(day: Option<Date>) -> String {
    match day {
        Some(day) => words::short_date(Lang::Zh, day),
        None => "　　　　年　　月　　日".to_owned(),
    }
}

/// The same for a field of a form, where there is less room.
pub(super) fn field_day(day: Option<Date>) -> String {
    match day {
        Some(day) => words::short_date(Lang::Zh, day),
        None => "　　年　月　日".to_owned(),
    }
}

/// A sentence that ends like one, within the marks that close it.
pub(super) fn ended(words: &str) -> String {
    const ENDS: [char; 9] = ['。', '！', '？', '；', '：', '…', '.', '!', '?'];
    let words = words.trim();
    let bare = words.trim_end_matches(['”', '’', '）', '」', '』']);
    match words.is_empty() || bare.ends_with(ENDS) {
        true => words.to_owned(),
        false => format!("{words}。"),
    }
}

/// `一、`
pub(super) fn ordinal(place: usize) -> String {
    let number = u32::try_from(place + 1).unwrap_or(u32::MAX);
    format!("{}、", to_chinese_numeral(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_speaks_of_itself() {
        for (body, says) in [
            ("健龙镇人民政府", "我镇"),
            ("规划建设管理环保办公室", "我办"),
            ("农业服务中心", "我中心"),
            ("市交通局", "我局"),
            ("派出机构", "我单位"),
        ] {
            assert_eq!(we(body), says);
        }
    }

    #[test]
    fn a_sentence_ends_once() {
        assert_eq!(ended(" 已修好 "), "已修好。");
        for whole in ["已修好。", "他说：“已修好。”", "（已修好。）", ""] {
            assert_eq!(ended(whole), whole);
        }
        assert_eq!(ended("见“清单”"), "见“清单”。");
    }
}
