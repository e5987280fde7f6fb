//! A list's conditions as they are said: `红 单位:便民 本月到期`. Each word is a condition; what is
//! none is looked for in full text. Names are found by some of their characters, by pinyin or by
//! initials. It chooses nothing itself: the filter does.

use chrono::{Datelike, Days, Months};

use super::choices::{self, Kind};
use super::pinyin::narrowed;
use crate::domain::book::Book;
use crate::domain::terms::{Date, half_width, parse_integer};
use crate::report::list::FilterWords;
use crate::words::{self, Lang};

/// The conditions that were said, as the options have them.
#[derive(Debug, Default)]
pub(super) struct Spoken {
    text: Vec<String>,
    state: Option<String>,
    unit: Option<String>,
    deputy: Option<String>,
    category: Option<String>,
    class: Option<String>,
    kind: Option<String>,
    level: Option<String>,
    colour: Option<String>,
    due: Option<(Date, Date)>,
    overdue: bool,
    key: bool,
}

/// Whether a word is a condition by itself, whatever the store holds.
pub(super) fn is_condition(word: &str, today: Date) -> bool {
    let word = half_width(word);
    word.contains([':', '=']) || Spoken::default().plain(&word, today)
}

impl Spoken {
    /// Reads words on a day.
    pub(super) fn read(said: &[String], book: &Book, today: Date, lang: Lang) -> Self {
        let mut spoken = Self::default();
        for word in said.iter().flat_map(|said| said.split_whitespace()) {
            let word = half_width(word);
            if !(spoken.named(&word, book, today, lang) || spoken.plain(&word, today)) {
                spoken.text.push(word);
            }
        }
        spoken
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
        match key {
            "单位" | "unit" => self.unit = Some(known(Kind::Unit)),
            "代表" | "deputy" => self.deputy = Some(known(Kind::Deputy)),
            "类别" | "category" => self.category = Some(known(Kind::Category)),
            "结果" | "class" => self.class = Some(value.to_owned()),
            "环节" | "state" => self.state = Some(value.to_owned()),
            "种类" | "kind" => self.kind = Some(value.to_owned()),
            "级别" | "level" => self.level = Some(value.to_owned()),
            "颜色" | "colour" => self.colour = Some(value.to_owned()),
            "within" | "几天内" => return self.within(value, today),
            _ => return false,
        }
        true
    }

    fn plain(&mut self, word: &str, today: Date) -> bool {
        let days = word.strip_suffix("天内到期");
        if days.is_some_and(|days| self.within(days, today)) {
            return true;
        }
        let put = |place: &mut Option<String>| {
            *place = Some(word.to_owned());
            true
        };
        match word {
            "逾期" | "超期" | "已逾期" | "overdue" => self.overdue = true,
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
            state: typed.state.or(self.state.as_deref()),
            unit: typed.unit.or(self.unit.as_deref()),
            deputy: typed.deputy.or(self.deputy.as_deref()),
            category: typed.category.or(self.category.as_deref()),
            class: typed.class.or(self.class.as_deref()),
            kind: typed.kind.or(self.kind.as_deref()),
            level: typed.level.or(self.level.as_deref()),
            colour: typed.colour.or(self.colour.as_deref()),
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
}
