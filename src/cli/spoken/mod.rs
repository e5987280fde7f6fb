//! A list's conditions as they are said: `红 单位:便民 本月到期`. Each word is a condition; a number is
//! that case, and what is neither is looked for in full text. Names are found by some of their
//! characters, by pinyin or by initials. It chooses nothing itself: the filter does.
//!
//! Refuses: a condition that there is not, with those it is like.

use chrono::{Datelike, Days, Months};

use super::choices::{self, Kind};
use super::failure::{Exit, Failure};
use super::pinyin::narrowed;
use super::wish::all_cases;
use crate::domain::book::Book;
use crate::domain::terms::{CaseId, CaseList, Date, half_width, nearest, parse_integer};
use crate::report::list::{FilterWords, Standing};
use crate::words::{self, Lang};

/// The conditions that were said, as the options have them.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    text: Vec<String>,
    cases: Vec<CaseId>,
    state: Option<String>,
    unit: Option<String>,
    deputy: Option<String>,
    category: Option<String>,
    class: Option<String>,
    kind: Option<String>,
    level: Option<String>,
    colour: Option<String>,
    session: Option<String>,
    period: Option<String>,
    rating: Option<String>,
    standing: Option<Standing>,
    due: Option<(Date, Date)>,
    overdue: bool,
    key: bool,
}

/// What a condition with a value is about.
#[derive(Debug, Clone, Copy)]
enum Place {
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
const KEYS: [(&str, Place); 31] = [
    ("承办单位", Place::Unit),
    ("领衔代表", Place::Deputy),
    ("办理结果", Place::Class),
    ("预警", Place::Colour),
    ("单位", Place::Unit),
    ("主办", Place::Unit),
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
const STANDINGS: [(&str, Standing); 20] = [
    ("在办", Standing::InWork),
    ("in-work", Standing::InWork),
    ("未办结", Standing::Open),
    ("没办结", Standing::Open),
    ("open", Standing::Open),
    ("办结", Standing::Closed),
    ("已办结", Standing::Closed),
    ("closed", Standing::Closed),
    ("未交办", Standing::Unassigned),
    ("待交办", Standing::Unassigned),
    ("unassigned", Standing::Unassigned),
    ("未答复", Standing::Unanswered),
    ("待答复", Standing::Unanswered),
    ("没答复", Standing::Unanswered),
    ("unanswered", Standing::Unanswered),
    ("未评价", Standing::Unrated),
    ("待评价", Standing::Unrated),
    ("unrated", Standing::Unrated),
    ("有承诺", Standing::Promised),
    ("promised", Standing::Promised),
];

/// The conditions without a value that a mistyped word may have meant, in both languages; each is
/// read by [`Spoken::plain`].
const PLAIN: [&str; 34] = [
    "逾期",
    "在办",
    "未交办",
    "未答复",
    "未评价",
    "未办结",
    "有承诺",
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
pub(super) fn conditions_near(word: &str) -> Vec<String> {
    let near = nearest(word, PLAIN);
    near.into_iter().map(str::to_owned).collect()
}

/// Whether a word is a condition by itself, whatever the store holds.
pub(super) fn is_condition(word: &str, today: Date) -> bool {
    let word = half_width(word);
    word.contains([':', '=']) || Spoken::default().plain(&word, today)
}

impl Spoken {
    /// Reads words on a day.
    ///
    /// # Errors
    /// A condition that there is not, and a number without a case.
    pub(super) fn read(
        said: &[String],
        book: &Book,
        today: Date,
        lang: Lang,
    ) -> Result<Self, Failure> {
        let mut spoken = Self::default();
        for word in said.iter().flat_map(|said| said.split_whitespace()) {
            let word = half_width(word);
            let before = spoken.chosen();
            let heard = spoken.named(&word, book, today, lang)
                || spoken.plain(&word, today)
                || spoken.judged(&word, book, today);
            let twice = before.iter().zip(spoken.chosen());
            let mut twice = twice.filter(|(one, now)| one.is_some() && **one != *now);
            if twice.next().is_some() {
                let message = words::two_of_a_kind(lang, &word);
                return Err(Failure::told(message, Exit::Misuse));
            }
            if heard {
                continue;
            }
            if let Some((key, _)) = word.split_once([':', '=']) {
                let near = nearest(key, KEYS.map(|(key, _)| key));
                let near: Vec<String> = near.into_iter().map(|key| format!("{key}:")).collect();
                let message = words::no_such_condition(lang, &word, &near);
                return Err(Failure::told(message, Exit::Misuse));
            }
            match spoken.numbered(&word, book, lang)? {
                true => {}
                false => spoken.text.push(word),
            }
        }
        Ok(spoken)
    }

    /// The conditions of which a case has only one.
    fn chosen(&self) -> [Option<String>; 12] {
        let standing = self.standing.map(|standing| format!("{standing:?}"));
        [
            &self.state,
            &self.unit,
            &self.deputy,
            &self.category,
            &self.class,
            &self.kind,
            &self.level,
            &self.colour,
            &self.session,
            &self.period,
            &self.rating,
            &standing,
        ]
        .map(Clone::clone)
    }

    /// `17`, `2024-17`, `闭3`, `第17号`, `1-12,15`. A number that no case has may stand in a text.
    fn numbered(&mut self, word: &str, book: &Book, lang: Lang) -> Result<bool, Failure> {
        let digits = word.chars().all(|c| c.is_ascii_digit());
        let printed = word.starts_with('第') && word.ends_with('号');
        let has_number = printed || word.contains(|c: char| c.is_ascii_digit());
        if !has_number || word.parse::<CaseList>().is_err() {
            return Ok(false);
        }
        match all_cases(book, lang, word) {
            Ok(cases) => self.cases.extend(cases),
            Err(_) if digits => return Ok(false),
            Err(failure) => return Err(failure),
        }
        Ok(true)
    }

    /// `单位:便民`, `within:10`.
    fn named(&mut self, word: &str, book: &Book, today: Date, lang: Lang) -> bool {
        let Some((key, value)) = word.split_once([':', '=']) else {
            return false;
        };
        let known = |kind| {
            let choices = choices::of(kind, book, today, lang);
            let exact = choices.iter().any(|choice| choice.value == value);
            let hit = narrowed(&choices, |choice| choice.shown.as_str(), value);
            match hit.first().filter(|_| !exact) {
                Some(hit) => hit.value.clone(),
                None => value.to_owned(),
            }
        };
        let place = KEYS.iter().find(|(name, _)| *name == key);
        match place.map(|(_, place)| place) {
            Some(Place::Unit) => self.unit = Some(known(Kind::Unit)),
            Some(Place::Deputy) => self.deputy = Some(known(Kind::Deputy)),
            Some(Place::Category) => self.category = Some(known(Kind::Category)),
            Some(Place::Class) => self.class = Some(value.to_owned()),
            Some(Place::State) => self.state = Some(value.to_owned()),
            Some(Place::Kind) => self.kind = Some(value.to_owned()),
            Some(Place::Level) => self.level = Some(value.to_owned()),
            Some(Place::Colour) => self.colour = Some(value.to_owned()),
            Some(Place::Session) => self.session = Some(value.to_owned()),
            Some(Place::Period) => self.period = Some(value.to_owned()),
            Some(Place::Rating) => self.rating = Some(value.to_owned()),
            Some(Place::Within) => return self.within(value, today),
            None => return false,
        }
        true
    }

    /// `不满意`, `B类`: a word of the office's scale, a class of its rules.
    fn judged(&mut self, word: &str, book: &Book, today: Date) -> bool {
        let Some(rules) = book.office().rules_on(today) else {
            return false;
        };
        let mut levels = rules.satisfaction.levels.iter();
        let class = word.strip_suffix('类');
        if levels.any(|level| level.as_str() == word) {
            self.rating = Some(word.to_owned());
        } else if class.is_some_and(|class| rules.class(&class.to_uppercase()).is_some()) {
            self.class = Some(word.to_owned());
        } else {
            return false;
        }
        true
    }

    /// `未答复`, `在办`: what several states have in common.
    fn stands(&mut self, word: &str) -> bool {
        let standing = STANDINGS.iter().find(|(known, _)| *known == word);
        self.standing = standing.map(|(_, standing)| *standing).or(self.standing);
        standing.is_some()
    }

    fn plain(&mut self, word: &str, today: Date) -> bool {
        if self.stands(word) {
            return true;
        }
        let days = word.strip_suffix("天内到期");
        let days = days.or_else(|| word.strip_suffix("日内到期"));
        if days.is_some_and(|days| self.within(days, today)) {
            return true;
        }
        let put = |place: &mut Option<String>| {
            *place = Some(word.to_owned());
            true
        };
        match word {
            "逾期" | "超期" | "已逾期" | "已超期" | "overdue" => self.overdue = true,
            "重点督办" | "supervised" => self.key = true,
            "今天到期" | "today" => self.due = Some((today, today)),
            "本周到期" | "this-week" => {
                let monday = today - Days::new(today.weekday().num_days_from_monday().into());
                self.due = Some((monday, monday + Days::new(6)));
            }
            "本月到期" | "this-month" => {
                let first = today.with_day(1).unwrap_or(today);
                self.due = Some((first, first + Months::new(1) - Days::new(1)));
            }
            _ if words::parse_period(word).is_some() => return put(&mut self.period),
            _ if words::parse_colour(word).is_some() => return put(&mut self.colour),
            _ if words::parse_kind(word).is_some() => return put(&mut self.kind),
            _ if words::parse_state(word).is_some() => return put(&mut self.state),
            // 区 and 市 alone are levels; in a longer word they are text.
            _ if words::parse_level(word).is_some() => return put(&mut self.level),
            _ => return false,
        }
        true
    }

    fn within(&mut self, days: &str, today: Date) -> bool {
        let days = parse_integer(days).map(|days| Days::new(days.into()));
        let until = days.and_then(|days| today.checked_add_days(days));
        self.due = until.map(|until| (today, until)).or(self.due);
        until.is_some()
    }

    /// Beside the options that were typed, which count where both say something.
    pub(super) fn beside<'a>(&'a self, text: &'a str, typed: FilterWords<'a>) -> FilterWords<'a> {
        FilterWords {
            text: Some(text).filter(|text| !text.is_empty()),
            cases: &self.cases,
            state: typed.state.or(self.state.as_deref()),
            unit: typed.unit.or(self.unit.as_deref()),
            deputy: typed.deputy.or(self.deputy.as_deref()),
            category: typed.category.or(self.category.as_deref()),
            class: typed.class.or(self.class.as_deref()),
            kind: typed.kind.or(self.kind.as_deref()),
            level: typed.level.or(self.level.as_deref()),
            colour: typed.colour.or(self.colour.as_deref()),
            session: typed.session.or(self.session.as_deref()),
            period: typed.period.or(self.period.as_deref()),
            rating: typed.rating.or(self.rating.as_deref()),
            standing: typed.standing.or(self.standing),
            due: typed.due.or(self.due),
            overdue: typed.overdue || self.overdue,
            due_within: typed.due_within,
            key: typed.key || self.key,
        }
    }

    /// The words that are looked for in full text.
    pub(super) fn text(&self) -> String {
        self.text.join(" ")
    }

    /// The same one by one.
    pub(super) fn texts(&self) -> &[String] {
        &self.text
    }
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
