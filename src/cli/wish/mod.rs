//! From typed words to the values a wish is made of: the rim, where every word is parsed once and
//! a bad one gets its clear error. It holds the book only to look names up, and judges nothing.

mod choice;
mod correction;

pub(in crate::cli) use self::correction::{entry_meant, fact_id, fields_of};

use std::cell::RefCell;

use uuid::Uuid;

use crate::cli::failure::{Exit, Failure};
use crate::cli::spoken::cases_meant;
use crate::domain::book::{Book, Case, Entry, FactId};
use crate::domain::command::{Consent, Stamp};
use crate::domain::event::Event;
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::rules::{self, YearTable};
use crate::domain::terms::{
    self, Amount, CaseId, CaseList, CaseRef, Date, Level, MeetingId, Name, Points, SessionKey,
    Stars, Text, TextError, Title, half_width,
};
use crate::words::{self, Lang, Message};

/// Which lines may be named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) enum Record {
    /// Lines that count.
    Standing,
    /// Lines that were taken back.
    Undone,
}

/// What a verb needs to make its command.
pub(in crate::cli) struct Wish<'a> {
    pub(in crate::cli) book: &'a Book,
    pub(in crate::cli) stamp: &'a Stamp,
    pub(in crate::cli) lang: Lang,
    pub(in crate::cli) seed: Uuid,
    /// What is told of the typed words: the day that one not typed in full came to, who else bears a
    /// name.
    pub(in crate::cli) told: RefCell<Vec<String>>,
}

pub(in crate::cli) type Parsed<T> = Result<T, Failure>;

impl Wish<'_> {
    pub(in crate::cli) fn today(&self) -> Date {
        self.stamp.today
    }

    pub(in crate::cli) fn seed(&self) -> Uuid {
        self.seed
    }

    pub(in crate::cli) fn own_level(&self) -> Level {
        self.book.office().level()
    }

    pub(in crate::cli) fn cases(&self, typed: &str) -> Parsed<Vec<CaseId>> {
        let cases = cases_meant(self.book, self.stamp.today, self.lang, typed)?;
        if typed.parse::<CaseList>().is_err() {
            let told = words::cases_found(self.lang, self.book, typed, &cases);
            self.tell(Some(told));
        }
        Ok(cases)
    }

    pub(in crate::cli) fn date(&self, field: &str, typed: &str) -> Parsed<Date> {
        let parsed = terms::parse_date(typed, self.stamp.today);
        let day = parsed.map_err(|e| self.misuse(words::bad_date(self.lang, Some(field), &e)))?;
        self.tell(words::resolved(self.lang, field, typed, day));
        Ok(day)
    }

    /// Something to tell of what was typed, once.
    pub(in crate::cli) fn tell(&self, line: Option<String>) {
        let mut told = self.told.borrow_mut();
        if let Some(line) = line.filter(|line| !told.contains(line)) {
            told.push(line);
        }
    }

    pub(in crate::cli) fn maybe_date(
        &self,
        field: &str,
        typed: Option<&str>,
    ) -> Parsed<Option<Date>> {
        typed.map(|typed| self.date(field, typed)).transpose()
    }

    pub(in crate::cli) fn name(&self, field: &str, typed: &str) -> Parsed<Name> {
        Name::new(typed).map_err(|e| self.bad_text(field, &e))
    }

    /// A class of the rules by its code, however it is typed (`Ａ`, `a`, `A类`), or by its words.
    pub(in crate::cli) fn class(&self, typed: &str) -> Parsed<Name> {
        let rules = self.book.office().rules_on(self.stamp.on);
        match rules.and_then(|rules| rules.class_called(typed)) {
            Some(class) => Ok(class.code.clone()),
            None => self.name("--class", typed),
        }
    }

    pub(in crate::cli) fn maybe_name(
        &self,
        field: &str,
        typed: Option<&str>,
    ) -> Parsed<Option<Name>> {
        typed.map(|typed| self.name(field, typed)).transpose()
    }

    /// Names split by 、 or commas.
    pub(in crate::cli) fn names(&self, field: &str, typed: Option<&str>) -> Parsed<Vec<Name>> {
        pieces(typed.unwrap_or_default())
            .map(|piece| self.name(field, piece))
            .collect()
    }

    /// A deputy as the roster has the name: `李明(1024)` where namesakes are told apart.
    pub(in crate::cli) fn deputy(&self, field: &str, typed: &str) -> Parsed<Name> {
        let typed = self.name(field, typed)?;
        let person = self.book.office().person_called(&typed);
        person.map_err(|refusal| self.refused(&refusal))
    }

    /// Who agreed: a meeting by its number (`3`, `会议3`), else a body by its name.
    pub(in crate::cli) fn consent(&self, field: &str, typed: &str) -> Parsed<Consent> {
        let plain = half_width(typed.trim());
        let number = plain.trim_start_matches("会议").trim();
        match number.parse().map(MeetingId) {
            Ok(meeting) => Ok(Consent::Meeting(meeting)),
            Err(_) => Ok(Consent::Body(self.name(field, typed)?)),
        }
    }

    pub(in crate::cli) fn refused(&self, refusal: &Refusal) -> Failure {
        Failure::refused(self.lang, refusal, self.book)
    }

    pub(in crate::cli) fn maybe_deputy(
        &self,
        field: &str,
        typed: Option<&str>,
    ) -> Parsed<Option<Name>> {
        typed.map(|typed| self.deputy(field, typed)).transpose()
    }

    /// Deputies split by 、 or commas.
    pub(in crate::cli) fn deputies(&self, field: &str, typed: Option<&str>) -> Parsed<Vec<Name>> {
        pieces(typed.unwrap_or_default())
            .map(|piece| self.deputy(field, piece))
            .collect()
    }

    pub(in crate::cli) fn title(&self, typed: &str) -> Parsed<Title> {
        Title::new(typed).map_err(|e| self.bad_text("TITLE", &e))
    }

    pub(in crate::cli) fn text(&self, field: &str, typed: &str) -> Parsed<Text> {
        Text::new(typed).map_err(|e| self.bad_text(field, &e))
    }

    pub(in crate::cli) fn maybe_text(
        &self,
        field: &str,
        typed: Option<&str>,
    ) -> Parsed<Option<Text>> {
        typed.map(|typed| self.text(field, typed)).transpose()
    }

    pub(in crate::cli) fn texts(&self, field: &str, typed: &[String]) -> Parsed<Vec<Text>> {
        typed.iter().map(|typed| self.text(field, typed)).collect()
    }

    pub(in crate::cli) fn amount(&self, field: &str, typed: &str) -> Parsed<Amount> {
        typed.parse().map_err(|e| self.bad_text(field, &e))
    }

    pub(in crate::cli) fn points(&self, field: &str, typed: &str) -> Parsed<Points> {
        typed.parse().map_err(|e| self.bad_text(field, &e))
    }

    /// One case, where a wish names another one beside its own.
    pub(in crate::cli) fn case(&self, typed: &str) -> Parsed<CaseId> {
        one_case(self.book, self.lang, typed).map(|case| case.id)
    }

    pub(in crate::cli) fn stars(&self, count: u8) -> Parsed<Stars> {
        Stars::new(count).map_err(|e| self.bad_text("--stars", &e))
    }

    /// A value that another option makes necessary.
    pub(in crate::cli) fn present<T>(&self, field: &str, value: Option<T>) -> Parsed<T> {
        value.ok_or_else(|| self.misuse(words::missing(self.lang, &[field])))
    }

    /// One word of a closed list.
    pub(in crate::cli) fn one<T>(
        &self,
        typed: &str,
        field: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Parsed<T> {
        parse(typed).ok_or_else(|| self.misuse(words::bad_word(self.lang, field, typed)))
    }

    pub(in crate::cli) fn maybe<T>(
        &self,
        typed: Option<&str>,
        field: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Parsed<Option<T>> {
        typed.map(|typed| self.one(typed, field, parse)).transpose()
    }

    /// `17`, `第17号`, `闭3`: the integer of an official number.
    pub(in crate::cli) fn maybe_number(
        &self,
        field: &str,
        typed: Option<&str>,
    ) -> Parsed<Option<u32>> {
        let number = |typed: &str| typed.parse::<CaseRef>().ok().map(|case| case.seq);
        self.maybe(typed, field, number)
    }

    /// `3`, `1-4,7`: numbers of opinions, activities or projects.
    pub(in crate::cli) fn numbers<T: From<u32> + PartialEq>(
        &self,
        field: &str,
        typed: &str,
    ) -> Parsed<Vec<T>> {
        numbers(self.lang, field, typed)
    }

    /// `20-5`: the fifth session of the twentieth term.
    pub(in crate::cli) fn session(&self, field: &str, typed: &str) -> Parsed<SessionKey> {
        self.one(typed, field, terms::parse_session)
    }

    pub(in crate::cli) fn maybe_session(
        &self,
        field: &str,
        typed: Option<&str>,
    ) -> Parsed<Option<SessionKey>> {
        typed.map(|typed| self.session(field, typed)).transpose()
    }

    /// The calendars that come with the program, those of the rules' years on.
    pub(in crate::cli) fn shipped_calendars(&self) -> Parsed<Vec<YearTable>> {
        let tables = rules::shipped_years().map(rules::shipped_year);
        Ok(tables.flatten().collect())
    }

    /// `812`, `812,815`; the last one of its kind where nothing is typed.
    pub(in crate::cli) fn lines(&self, typed: Option<&str>, which: Record) -> Parsed<Vec<u64>> {
        let Some(typed) = typed else {
            let fits = |e: &&Entry| match which {
                Record::Standing => !self.book.is_undone(e.seq) && is_plain(e),
                Record::Undone => self.book.is_undone(e.seq),
            };
            let last = self.book.entries().rev().find(fits).map(|e| e.seq);
            return Ok(vec![self.present("LINE", last)?]);
        };
        self.list(typed, "LINE", |piece| terms::half_width(piece).parse().ok())
    }

    /// `812` or `812.1`: the place of a fact.
    pub(in crate::cli) fn fact(&self, typed: &str) -> Parsed<FactId> {
        self.one(typed, "LINE", fact_id)
    }

    /// The last fact of a name in each of some cases: `交办` of 1-69.
    pub(in crate::cli) fn facts_of_cases(&self, cases: &str, name: &str) -> Parsed<Vec<FactId>> {
        let name = self.one(name, "--fact", words::parse_fact)?;
        let last = |case: CaseId| {
            let named = self.book.timeline(case).filter(|f| f.event.name() == name);
            let refusal = Refusal::NotFound {
                thing: Thing::Line,
                word: format!("{} {name}", words::plain_label(self.book, case)),
                near: Vec::new(),
            };
            let none = || self.refused(&refusal);
            named.last().map(|fact| fact.id).ok_or_else(none)
        };
        self.cases(cases)?.into_iter().map(last).collect()
    }

    fn bad_text(&self, field: &str, error: &TextError) -> Failure {
        self.misuse(words::bad_text(self.lang, field, error))
    }

    fn misuse(&self, message: Message) -> Failure {
        Failure::told(message, Exit::Misuse)
    }
}

/// Numbers and spans of numbers, each once.
pub(in crate::cli) fn numbers<T: From<u32> + PartialEq>(
    lang: Lang,
    field: &str,
    typed: &str,
) -> Parsed<Vec<T>> {
    const MOST: u32 = 10_000;
    let mut all = Vec::new();
    for piece in pieces(typed) {
        let plain = terms::half_width(piece);
        let (first, last) = plain.split_once(['-', '~']).unwrap_or((&plain, &plain));
        let span = terms::parse_integer(first.trim()).zip(terms::parse_integer(last.trim()));
        let span = span.filter(|(first, last)| *first > 0 && first <= last && last - first < MOST);
        let bad = || Failure::told(words::bad_word(lang, field, piece), Exit::Misuse);
        let (first, last) = span.ok_or_else(bad)?;
        for number in (first..=last).map(T::from) {
            if !all.contains(&number) {
                all.push(number);
            }
        }
    }
    Ok(all)
}

pub(in crate::cli) fn pieces(typed: &str) -> impl Iterator<Item = &str> {
    typed
        .split(['、', ',', '，', ';', '；'])
        .map(str::trim)
        .filter(|p| !p.is_empty())
}

fn is_plain(entry: &Entry) -> bool {
    !entry.events.iter().any(|e| {
        matches!(
            e,
            Event::Undone(_) | Event::Redone(_) | Event::StoreOpened(_)
        )
    })
}

/// The cases that a list names.
pub(in crate::cli) fn all_cases(
    book: &Book,
    lang: Lang,
    typed: &str,
) -> Result<Vec<CaseId>, Failure> {
    let misuse = |e| Failure::told(words::bad_case(lang, &e), Exit::Misuse);
    let list: CaseList = typed.parse().map_err(misuse)?;
    let refused = |refusal| Failure::refused(lang, &refusal, book);
    book.find_all(&list).map_err(refused)
}

/// The one case that a word names.
pub(in crate::cli) fn one_case<'a>(
    book: &'a Book,
    lang: Lang,
    typed: &str,
) -> Result<&'a Case, Failure> {
    let misuse = |e| Failure::told(words::bad_case(lang, &e), Exit::Misuse);
    let named: CaseRef = typed.parse().map_err(misuse)?;
    let refused = |refusal| Failure::refused(lang, &refusal, book);
    let id = book.find(&named).map_err(refused)?;
    let unseen = || {
        refused(Refusal::NotFound {
            thing: Thing::Case,
            word: typed.to_owned(),
            near: Vec::new(),
        })
    };
    book.case(id).ok_or_else(unseen)
}
