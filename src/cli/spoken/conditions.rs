//! The conditions that a list can be asked for, by their names in both languages: what a mistyped one
//! is like, and what the word under the cursor can become.
//!
//! Refuses: to read a condition; `Spoken` does.

use super::Spoken;
use crate::cli::choices::{self, Choice, Kind};
use crate::domain::book::Book;
use crate::domain::terms::{Date, half_width, nearest};
use crate::report::list::Standing;
use crate::words::Lang;

/// What a condition with a value is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    Unit,
    Deputy,
    Category,
    Class,
    State,
    Kind,
    Level,
    Colour,
    Session,
    Period,
    Rating,
    Within,
}

/// The names of the conditions with a value.
pub(super) const KEYS: [(&str, Place); 32] = [
    ("承办单位", Place::Unit),
    ("领衔代表", Place::Deputy),
    ("办理结果", Place::Class),
    ("预警", Place::Colour),
    ("单位", Place::Unit),
    ("主办", Place::Unit),
    ("协办", Place::Unit),
    ("unit", Place::Unit),
    ("代表", Place::Deputy),
    ("deputy", Place::Deputy),
    ("类别", Place::Category),
    ("category", Place::Category),
    ("结果", Place::Class),
    ("class", Place::Class),
    ("环节", Place::State),
    ("state", Place::State),
    ("种类", Place::Kind),
    ("kind", Place::Kind),
    ("级别", Place::Level),
    ("level", Place::Level),
    ("颜色", Place::Colour),
    ("colour", Place::Colour),
    ("届次", Place::Session),
    ("会次", Place::Session),
    ("session", Place::Session),
    ("时间", Place::Period),
    ("period", Place::Period),
    ("评价", Place::Rating),
    ("满意度", Place::Rating),
    ("rating", Place::Rating),
    ("几天内", Place::Within),
    ("within", Place::Within),
];

/// What people call cases that have something in common but no state.
pub(super) const STANDINGS: [(&str, Standing); 25] = [
    ("在办", Standing::InWork),
    ("in-work", Standing::InWork),
    ("未办结", Standing::Open),
    ("没办结", Standing::Open),
    ("没办完", Standing::Open),
    ("open", Standing::Open),
    ("办结", Standing::Closed),
    ("已办结", Standing::Closed),
    ("closed", Standing::Closed),
    ("未交办", Standing::Unassigned),
    ("待交办", Standing::Unassigned),
    ("没交办", Standing::Unassigned),
    ("unassigned", Standing::Unassigned),
    ("未答复", Standing::Unanswered),
    ("待答复", Standing::Unanswered),
    ("没答复", Standing::Unanswered),
    ("没有答复", Standing::Unanswered),
    ("unanswered", Standing::Unanswered),
    ("未评价", Standing::Unrated),
    ("待评价", Standing::Unrated),
    ("unrated", Standing::Unrated),
    ("有承诺", Standing::Promised),
    ("promised", Standing::Promised),
    ("可办结", Standing::Closable),
    ("closable", Standing::Closable),
];

/// The conditions without a value that a mistyped word may have meant, in both languages; each is
/// read by [`Spoken`].
const PLAIN: [&str; 37] = [
    "逾期",
    "在办",
    "未交办",
    "未答复",
    "未评价",
    "未办结",
    "有承诺",
    "可办结",
    "今年",
    "去年",
    "待审查",
    "闭会期间",
    "重点督办",
    "今天到期",
    "本周到期",
    "本月到期",
    "红",
    "黄",
    "绿",
    "重点建议",
    "复杂建议",
    "提出",
    "受理",
    "交办",
    "签收",
    "办理",
    "答复",
    "重新办理",
    "办结",
    "跟踪续办",
    "overdue",
    "this-month",
    "this-week",
    "replied",
    "assigned",
    "signed",
    "closed",
];

/// The conditions that a word is like.
pub(in crate::cli) fn conditions_near(word: &str) -> Vec<String> {
    let near = nearest(word, PLAIN);
    near.into_iter().map(str::to_owned).collect()
}

/// Whether a word is a condition by itself, whatever the store holds.
pub(in crate::cli) fn is_condition(word: &str, today: Date) -> bool {
    let word = half_width(word);
    word.contains([':', '=']) || Spoken::default().plain(&word, today)
}

impl Place {
    /// What its value is one of, where the store knows.
    fn kind(self) -> Option<Kind> {
        match self {
            Self::Unit => Some(Kind::Unit),
            Self::Deputy => Some(Kind::Deputy),
            Self::Category => Some(Kind::Category),
            Self::Class => Some(Kind::Class),
            Self::Rating => Some(Kind::Grade),
            Self::State
            | Self::Kind
            | Self::Level
            | Self::Colour
            | Self::Session
            | Self::Period
            | Self::Within => None,
        }
    }
}

/// What a word that has begun can become: after `单位:` the units, before it named filters and the
/// conditions of the reader's language.
pub(in crate::cli) fn completions(
    typed: &str,
    book: &Book,
    today: Date,
    lang: Lang,
) -> Vec<Choice> {
    if let Some((name, _)) = typed.split_once([':', '=']) {
        let place = KEYS.iter().find(|(key, _)| *key == name);
        let kind = place.and_then(|(_, place)| place.kind());
        let values = kind.map(|kind| choices::of(kind, book, today, lang));
        let values = values.unwrap_or_default().into_iter();
        let mark = &typed[..=name.len()];
        return values.map(|value| value.after(mark)).collect();
    }
    let own = |word: &&str| word.is_ascii() == (lang == Lang::En);
    let keys = KEYS.iter().map(|(key, _)| *key).filter(own);
    let keys = keys.map(|key| Choice::plain(&format!("{key}:")));
    let words = PLAIN
        .iter()
        .copied()
        .filter(own)
        .map(|word| Choice::plain(&word));
    let saved = choices::of(Kind::Filter, book, today, lang);
    saved.into_iter().chain(words).chain(keys).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_condition_that_is_proposed_is_one() {
        let today = Date::default();
        for word in PLAIN {
            assert!(is_condition(word, today), "{word}");
        }
        assert_eq!(conditions_near("逾其"), ["逾期"]);
    }
}
