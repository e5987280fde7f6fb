//! The conditions that a list can be asked for, by their names in both languages: what a mistyped one
//! is like, and what the word under the cursor can become.
//!
//! Refuses: to read a condition; `Spoken` does.

use super::Spoken;
use crate::cli::choices::{self, Choice, Kind};
use crate::domain::book::{Book, State};
use crate::domain::event;
use crate::domain::rules::Colour;
use crate::domain::terms::{Date, Period, half_width, nearest};
use crate::report::list::Standing;
use crate::words::{self, Lang};

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

/// The conditions with a value, each with its names.
pub(super) const KEYS: [(Place, &[&str]); 12] = [
    (Place::Unit, &["单位", "承办单位", "主办", "协办", "unit"]),
    (Place::Deputy, &["代表", "领衔代表", "deputy"]),
    (Place::Category, &["类别", "category"]),
    (Place::Class, &["结果", "办理结果", "class"]),
    (Place::State, &["环节", "state"]),
    (Place::Kind, &["种类", "kind"]),
    (Place::Level, &["级别", "level"]),
    (Place::Colour, &["颜色", "预警", "colour"]),
    (Place::Session, &["届次", "会次", "session"]),
    (Place::Period, &["时间", "period"]),
    (Place::Rating, &["评价", "满意度", "rating"]),
    (Place::Within, &["几天内", "within"]),
];

/// What a condition without a value asks for, beside the words of closed lists.
#[derive(Debug, Clone, Copy)]
pub(super) enum Meant {
    /// What several states have in common.
    Stands(Standing),
    /// Whose limit is over.
    Overdue,
    /// Picked as key.
    Key,
    /// Due on days around today.
    Due(Span),
    /// Handed in so many years ago.
    YearsAgo(i32),
}

/// Days around today.
#[derive(Debug, Clone, Copy)]
pub(super) enum Span {
    Today,
    ThisWeek,
    ThisMonth,
}

/// The conditions without a value, each with its names.
const PLAIN: [(Meant, &[&str]); 16] = [
    (
        Meant::Overdue,
        &["逾期", "超期", "已逾期", "已超期", "overdue"],
    ),
    (Meant::Stands(Standing::InWork), &["在办", "in-work"]),
    (
        Meant::Stands(Standing::Open),
        &["未办结", "没办结", "没办完", "open"],
    ),
    (
        Meant::Stands(Standing::Closed),
        &["办结", "已办结", "closed"],
    ),
    (
        Meant::Stands(Standing::Unassigned),
        &["未交办", "待交办", "没交办", "unassigned"],
    ),
    (
        Meant::Stands(Standing::Unanswered),
        &["未答复", "待答复", "没答复", "没有答复", "unanswered"],
    ),
    (
        Meant::Stands(Standing::Unrated),
        &["未评价", "待评价", "unrated"],
    ),
    (Meant::Stands(Standing::Promised), &["有承诺", "promised"]),
    (Meant::Stands(Standing::Closable), &["可办结", "closable"]),
    (Meant::Key, &["重点督办", "supervised"]),
    (Meant::Due(Span::Today), &["今天到期", "today"]),
    (Meant::Due(Span::ThisWeek), &["本周到期", "this-week"]),
    (Meant::Due(Span::ThisMonth), &["本月到期", "this-month"]),
    (Meant::YearsAgo(0), &["今年", "this-year"]),
    (Meant::YearsAgo(1), &["去年", "last-year"]),
    (Meant::YearsAgo(2), &["前年"]),
];

/// What a name of a condition with a value is about.
pub(super) fn place_called(name: &str) -> Option<Place> {
    let found = KEYS.iter().find(|(_, names)| names.contains(&name));
    found.map(|(place, _)| *place)
}

/// All names of the conditions with a value.
pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    KEYS.iter().flat_map(|(_, names)| names.iter().copied())
}

/// What a condition without a value asks for.
pub(super) fn meant(word: &str) -> Option<Meant> {
    let found = PLAIN.iter().find(|(_, names)| names.contains(&word));
    found.map(|(meant, _)| *meant)
}

/// The conditions without a value that are proposed in a language: of each the name that comes first
/// there, and the words of closed lists that can be said in one word. Of levels, 区 and 市 are text.
fn proposed(lang: Lang) -> Vec<String> {
    let own = |word: &&str| word.is_ascii() == (lang == Lang::En);
    let plain = PLAIN
        .iter()
        .filter_map(|(_, names)| names.iter().copied().find(own));
    let lists = [
        words::choices::<State>(lang),
        words::choices::<Period>(lang),
        words::choices::<Colour>(lang),
        words::choices::<event::Kind>(lang),
    ];
    let lists = lists
        .concat()
        .into_iter()
        .filter(|word| !word.contains(' '));
    let mut all: Vec<String> = plain.map(str::to_owned).collect();
    for word in lists {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    all
}

/// The conditions that a word is like.
pub(in crate::cli) fn conditions_near(word: &str) -> Vec<String> {
    let all = [proposed(Lang::Zh), proposed(Lang::En)].concat();
    let near = nearest(word, all.iter().map(String::as_str));
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

    /// Of whose names some characters mean it. A class and a grade are short, and said in full.
    pub(super) fn names(self) -> Option<Kind> {
        let long = matches!(self, Self::Unit | Self::Deputy | Self::Category);
        self.kind().filter(|_| long)
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
        let kind = place_called(name).and_then(Place::kind);
        let values = kind.map(|kind| choices::of(kind, book, today, lang));
        let values = values.unwrap_or_default().into_iter();
        let mark = &typed[..=name.len()];
        return values.map(|value| value.after(mark)).collect();
    }
    let own = |word: &&str| word.is_ascii() == (lang == Lang::En);
    let keys = keys().filter(own);
    let keys = keys.map(|key| Choice::plain(&format!("{key}:")));
    let words = proposed(lang).into_iter();
    let words = words.map(|word| Choice::plain(&word));
    let saved = choices::of(Kind::Filter, book, today, lang);
    saved.into_iter().chain(words).chain(keys).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_condition_that_is_proposed_is_one() {
        let today = Date::default();
        for word in [proposed(Lang::Zh), proposed(Lang::En)].concat() {
            assert!(is_condition(&word, today), "{word}");
        }
        for word in PLAIN.iter().flat_map(|(_, names)| names.iter()) {
            assert!(is_condition(word, today), "{word}");
        }
        assert_eq!(conditions_near("逾其"), ["逾期"]);
    }
}
