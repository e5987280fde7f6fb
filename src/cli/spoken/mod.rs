//! A list's conditions as they are said: `红 单位:便民 本月到期`. Each word is a condition; a number is
//! that case, and what is neither is looked for in full text. Names are found by some of their
//! characters, by pinyin or by initials. It chooses nothing itself: the filter does.
//!
//! Refuses: a condition that there is not, with those it is like.

mod cases;
mod conditions;

use std::collections::BTreeMap;

use chrono::{Datelike, Days, Months};

pub(super) use self::cases::{cases_meant, unit_meant};
pub(super) use self::conditions::{completions, conditions_near, is_condition};

use self::conditions::{Meant, Place, Span, keys, meant, place_called};
use super::choices::{self, Choice};
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
    /// Those with a value, of which a case has only one each.
    said: BTreeMap<Place, String>,
    standing: Option<Standing>,
    /// The year in which they were handed in.
    year: Option<i32>,
    due: Option<(Date, Date)>,
    overdue: bool,
    key: bool,
    /// Two values were said of what a case has only one of.
    is_twofold: bool,
    /// What was taken for what.
    told: Vec<String>,
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
            let word = in_a_key(half_width(word));
            let mut hears = |word: &str| {
                spoken.named(word, book, today, lang)
                    || spoken.plain(word, today)
                    || spoken.judged(word, book, today)
            };
            // `没办完的` is `没办完`.
            let heard = hears(&word) || word.strip_suffix('的').is_some_and(&mut hears);
            if spoken.is_twofold {
                let message = words::two_of_a_kind(lang, &word);
                return Err(Failure::told(message, Exit::Misuse));
            }
            if heard {
                continue;
            }
            if let Some((key, _)) = word.split_once([':', '=']) {
                let near = nearest(key, keys());
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

    /// A condition with its value.
    fn put(&mut self, place: Place, value: &str) -> bool {
        let before = self.said.insert(place, value.to_owned());
        self.is_twofold |= before.is_some_and(|before| before != value);
        true
    }

    fn said(&self, place: Place) -> Option<&str> {
        self.said.get(&place).map(String::as_str)
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
        match place_called(key) {
            Some(Place::Within) => self.within(value, today),
            // `届次:2025` names no session, and yet all of a year.
            Some(Place::Session) if self.of_year(value, today) => true,
            Some(place) => match place.names() {
                Some(kind) => {
                    let choices = choices::of(kind, book, today, lang);
                    self.known(place, &choices, (word, value))
                }
                None => self.put(place, value),
            },
            None => false,
        }
    }

    /// A condition whose value the store knows by its name, or by some of its characters.
    fn known(&mut self, place: Place, choices: &[Choice], (word, value): (&str, &str)) -> bool {
        let names = names_meant(choices, value);
        let several = names.len() > 1;
        let names = words::list(Lang::Zh, &names);
        if several {
            self.told.push(format!("{word} = {names}"));
        }
        self.put(place, &names)
    }

    /// `今年`, `去年`, `2025年`, `2025`: the year in which a case was handed in.
    fn of_year(&mut self, word: &str, today: Date) -> bool {
        let year = match meant(word) {
            Some(Meant::YearsAgo(ago)) => Some(today.year() - ago),
            Some(_) | None => {
                let digits = word.strip_suffix('年').unwrap_or(word);
                let year = digits.parse().ok().filter(|_| digits.len() == 4);
                year.filter(|year| (1949..2200).contains(year))
            }
        };
        year.is_some_and(|year| self.in_year(year))
    }

    fn in_year(&mut self, year: i32) -> bool {
        let before = self.year.replace(year);
        self.is_twofold |= before.is_some_and(|before| before != year);
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
            return self.put(Place::Rating, word);
        }
        let is_class = class.is_some_and(|class| rules.class_called(class).is_some());
        is_class && self.put(Place::Class, word)
    }

    /// `未答复`, `逾期`, `红`, `十天内到期`, `2025年`.
    fn plain(&mut self, word: &str, today: Date) -> bool {
        if let Some(meant) = meant(word) {
            return self.mean(meant, today);
        }
        if word.contains('年') && self.of_year(word, today) {
            return true;
        }
        let days = word.strip_suffix("天内到期");
        let days = days.or_else(|| word.strip_suffix("日内到期"));
        if days.is_some_and(|days| self.within(days, today)) {
            return true;
        }
        match word {
            _ if words::parse_period(word).is_some() => self.put(Place::Period, word),
            _ if words::parse_colour(word).is_some() => self.put(Place::Colour, word),
            _ if words::parse_kind(word).is_some() => self.put(Place::Kind, word),
            _ if words::parse_state(word).is_some() => self.put(Place::State, word),
            // 区 and 市 alone are levels; in a longer word they are text.
            _ if words::parse_level(word).is_some() => self.put(Place::Level, word),
            _ => false,
        }
    }

    fn mean(&mut self, meant: Meant, today: Date) -> bool {
        match meant {
            Meant::Stands(standing) => {
                let before = self.standing.replace(standing);
                self.is_twofold |= before.is_some_and(|before| before != standing);
            }
            Meant::Overdue => self.overdue = true,
            Meant::Key => self.key = true,
            Meant::Due(Span::Today) => self.due_in((today, today)),
            Meant::Due(Span::ThisWeek) => {
                let monday = today - Days::new(today.weekday().num_days_from_monday().into());
                self.due_in((monday, monday + Days::new(6)));
            }
            Meant::Due(Span::ThisMonth) => {
                let first = today.with_day(1).unwrap_or(today);
                self.due_in((first, first + Months::new(1) - Days::new(1)));
            }
            Meant::YearsAgo(ago) => return self.in_year(today.year() - ago),
        }
        true
    }

    fn within(&mut self, days: &str, today: Date) -> bool {
        let days = parse_integer(days).map(|days| Days::new(days.into()));
        let until = days.and_then(|days| today.checked_add_days(days));
        let within = until.map(|until| self.due_in((today, until)));
        within.is_some()
    }

    fn due_in(&mut self, days: (Date, Date)) {
        let before = self.due.replace(days);
        self.is_twofold |= before.is_some_and(|before| before != days);
    }

    /// Beside the options that were typed, which count where both say something.
    pub(super) fn beside<'a>(&'a self, text: &'a str, typed: FilterWords<'a>) -> FilterWords<'a> {
        FilterWords {
            text: Some(text).filter(|text| !text.is_empty()),
            cases: &self.cases,
            state: typed.state.or(self.said(Place::State)),
            unit: typed.unit.or(self.said(Place::Unit)),
            deputy: typed.deputy.or(self.said(Place::Deputy)),
            category: typed.category.or(self.said(Place::Category)),
            class: typed.class.or(self.said(Place::Class)),
            kind: typed.kind.or(self.said(Place::Kind)),
            level: typed.level.or(self.said(Place::Level)),
            colour: typed.colour.or(self.said(Place::Colour)),
            session: typed.session.or(self.said(Place::Session)),
            year: typed.year.or(self.year),
            period: typed.period.or(self.said(Place::Period)),
            rating: typed.rating.or(self.said(Place::Rating)),
            standing: typed.standing.or(self.standing),
            due: typed.due.or(self.due),
            overdue: typed.overdue || self.overdue,
            due_within: typed.due_within,
            key: typed.key || self.key,
        }
    }

    /// Which words were taken for several names.
    pub(super) fn told(&self) -> &[String] {
        &self.told
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

/// The names that some of their characters mean: all of them, so that no case is passed over. One
/// that is written out is meant alone; what nobody is called is left as it was typed.
fn names_meant(choices: &[Choice], typed: &str) -> Vec<String> {
    let is_same = |choice: &&Choice| half_width(&choice.value) == typed;
    let hits = match choices.iter().find(is_same) {
        Some(written_out) => vec![written_out],
        None => narrowed(choices, |choice| choice.shown.as_str(), typed),
    };
    match hits.is_empty() {
        true => vec![typed.to_owned()],
        false => hits.into_iter().map(|hit| hit.value.clone()).collect(),
    }
}

/// `王建国提的` is `代表:王建国`.
fn in_a_key(word: String) -> String {
    let by = ["提出的", "提的"]
        .iter()
        .find_map(|said| word.strip_suffix(said));
    match by.filter(|name| !name.is_empty()) {
        Some(name) => format!("代表:{name}"),
        None => word,
    }
}
