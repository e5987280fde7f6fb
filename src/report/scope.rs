//! Which cases a report counts, so that every denominator can be chosen and is printed.
//!
//! Unless told otherwise: those of the office's own level that were handed over and count (not
//! refused, not withdrawn, not turned into a letter). It only chooses; it counts nothing.

use thiserror::Error;

use super::outlook::Outlook;
use crate::domain::book::{Book, Case};
use crate::domain::event::Kind;
use crate::domain::terms::{
    Level, Name, Period, SessionKey, nearest, parse_integer, parse_session, year_of,
};
use crate::words::{self, Lang, Word};

/// The keys of `--scope`, each with the Chinese word that is taken too.
const KEYS: [(&str, &str); 7] = [
    ("level", "级别"),
    ("kind", "种类"),
    ("year", "年"),
    ("period", "提出时间"),
    ("unit", "单位"),
    ("category", "类别"),
    ("session", "会次"),
];

/// A word that a filter cannot take.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{field} does not take `{typed}`")]
pub struct Unclear {
    /// The filter.
    pub field: String,
    /// What was typed.
    pub typed: String,
    /// What it takes, the nearest first.
    pub choices: Vec<String>,
}

impl Unclear {
    pub(super) fn new(field: &str, typed: &str, choices: Vec<String>) -> Self {
        Self {
            field: field.to_owned(),
            typed: typed.to_owned(),
            choices,
        }
    }
}

/// Which cases count.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filter {
    level: Option<Level>,
    kind: Option<Kind>,
    year: Option<i32>,
    period: Option<Period>,
    unit: Option<Name>,
    category: Option<Name>,
    session: Option<SessionKey>,
}

impl Filter {
    /// Reads `level=town,kind=ordinary,year=2024`; nothing is the default scope.
    ///
    /// # Errors
    /// An unknown key or one given twice, a value that the key does not take, a unit or category
    /// that no case and no roster knows.
    pub fn read(outlook: &Outlook, typed: Option<&str>) -> Result<Self, Unclear> {
        let mut filter = Self::default();
        for piece in pieces(typed.unwrap_or_default()) {
            let (key, value) = piece.split_once(['=', '＝']).unwrap_or((&piece, ""));
            filter.set(outlook, key.trim(), value.trim())?;
        }
        Ok(filter)
    }

    fn set(&mut self, outlook: &Outlook, typed: &str, value: &str) -> Result<(), Unclear> {
        let known = KEYS
            .iter()
            .find(|(en, zh)| *en == typed || *zh == typed)
            .map(|(en, _)| *en);
        let key = known.ok_or_else(|| unknown_key(typed))?;
        let taken = match key {
            "level" => put(&mut self.level, words::parse_level(value)),
            "kind" => put(&mut self.kind, words::parse_kind(value)),
            "period" => put(&mut self.period, words::parse_period(value)),
            "year" => put(&mut self.year, parse_year(value)),
            "session" => put(&mut self.session, parse_session(value)),
            "unit" => put(&mut self.unit, known_unit(outlook.book, value)),
            "category" => put(&mut self.category, known_category(outlook, value)),
            _ => false,
        };
        if taken {
            return Ok(());
        }
        let field = format!("--scope {key}");
        Err(Unclear::new(&field, value, choices(outlook, key, value)))
    }

    /// The same scope a year before, where it names a year.
    #[must_use]
    pub fn a_year_before(&self) -> Self {
        Self {
            year: self.year.map(|year| year - 1),
            ..self.clone()
        }
    }

    /// The same scope in another year.
    #[must_use]
    pub fn in_year(&self, year: i32) -> Self {
        Self {
            year: Some(year),
            ..self.clone()
        }
    }

    /// Whether it names a year or a session.
    pub fn is_of_a_year(&self) -> bool {
        self.year.is_some() || self.session.is_some()
    }

    /// The same scope in another session.
    #[must_use]
    pub fn in_session(&self, session: SessionKey) -> Self {
        Self {
            session: Some(session),
            ..self.clone()
        }
    }

    /// The same scope in all years.
    pub(super) fn of_any_year(&self) -> Self {
        Self {
            year: None,
            ..self.clone()
        }
    }

    /// The level that is counted.
    pub(super) fn level(&self, outlook: &Outlook) -> Level {
        self.level.unwrap_or(outlook.book.office().level())
    }

    /// The only year that is counted, if one was named.
    pub(super) fn year(&self) -> Option<i32> {
        self.year
    }

    /// The only unit that is counted, if one was named.
    pub(super) fn unit(&self) -> Option<&Name> {
        self.unit.as_ref()
    }

    /// Whether a case is of the kind asked for, whatever became of it.
    pub fn takes(&self, outlook: &Outlook, case: &Case) -> bool {
        let held = |unit: &Name| {
            case.assignment()
                .is_some_and(|a| a.to.units().any(|u| u == unit))
        };
        self.takes_any_unit(outlook, case) && self.unit.as_ref().is_none_or(held)
    }

    /// The same, whoever has or had the case.
    pub(super) fn takes_any_unit(&self, outlook: &Outlook, case: &Case) -> bool {
        case.level == self.level(outlook)
            && self.takes_time(outlook, case)
            && self.kind.is_none_or(|kind| kind == case.kind)
            && self.period.is_none_or(|period| period == case.period)
            && self.category.as_ref().is_none_or(|c| *c == case.category)
    }

    /// Whether a case stands in the denominator: taken, handed over, and it counts.
    pub fn counts(&self, outlook: &Outlook, case: &Case) -> bool {
        self.takes(outlook, case) && case.counts() && case.assignment().is_some()
    }

    /// Whether the store tracks a case beside those in scope: it counts and is of the same year
    /// and session, whatever its level, its kind, its unit.
    pub fn tracks(&self, outlook: &Outlook, case: &Case) -> bool {
        case.counts() && self.takes_time(outlook, case)
    }

    fn takes_time(&self, outlook: &Outlook, case: &Case) -> bool {
        self.session.is_none_or(|session| session == case.session)
            && self
                .year
                .is_none_or(|wanted| year_of_case(outlook, case) == Some(wanted))
    }

    /// In words: what was counted. The same scope has the same words, however it was typed.
    pub fn label(&self, outlook: &Outlook) -> String {
        let lang = outlook.lang;
        let mut parts = vec![match lang {
            Lang::Zh => format!("{}级建议", self.level(outlook).word(lang)),
            Lang::En => format!("{} cases", self.level(outlook).word(lang)),
        }];
        parts.extend(self.year.map(|year| match lang {
            Lang::Zh => format!("{year}年"),
            Lang::En => year.to_string(),
        }));
        parts.extend(self.session.map(|key| words::session(lang, key)));
        parts.extend(self.period.map(|period| period.word(lang).to_owned()));
        parts.extend(self.kind.map(|kind| kind.word(lang).to_owned()));
        parts.extend(self.category.iter().map(Name::to_string));
        parts.extend(self.unit.iter().map(Name::to_string));
        let parts = words::list(lang, &parts);
        match lang {
            Lang::Zh => format!("{parts}；已交办的，不含撤回、不予受理和转来信的"),
            Lang::En => format!(
                "{parts}; handed over, without those withdrawn, refused or turned into letters"
            ),
        }
    }
}

/// The year of a case: of its session where its number says so, else the one it was handed in.
pub(super) fn year_of_case(outlook: &Outlook, case: &Case) -> Option<i32> {
    Some(match &case.number {
        Some(number) => outlook.book.year_of(number, case.submitted),
        None => year_of(case.submitted),
    })
}

/// The conditions one by one. A piece without `=` belongs to the value before it: an office may
/// have a category with a comma in its name.
fn pieces(typed: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for piece in typed.split_inclusive([',', '，']) {
        match pieces.last_mut() {
            Some(last) if !piece.contains(['=', '＝']) => last.push_str(piece),
            Some(_) | None => pieces.push(piece.to_owned()),
        }
    }
    let bare = |piece: &String| piece.trim_end_matches([',', '，', ' ']).trim().to_owned();
    pieces.iter().map(bare).filter(|p| !p.is_empty()).collect()
}

/// Whether there was a value, and the key was free.
fn put<T>(place: &mut Option<T>, value: Option<T>) -> bool {
    let free = place.is_none() && value.is_some();
    if free {
        *place = value;
    }
    free
}

/// `2024`, `2024年`.
pub fn parse_year(typed: &str) -> Option<i32> {
    let year = parse_integer(typed.strip_suffix('年').unwrap_or(typed))?;
    (1949..2200).contains(&year).then(|| year.cast_signed())
}

fn known_unit(book: &Book, typed: &str) -> Option<Name> {
    let name = Name::new(typed).ok()?;
    let known = book.office().unit(&name).is_some() || book.walk().any(|case| case.had(&name));
    known.then_some(name)
}

/// A category of the rule set, or one that a case has.
pub(super) fn known_category(outlook: &Outlook, typed: &str) -> Option<Name> {
    categories(outlook)
        .into_iter()
        .find(|c| c.as_str() == typed)
}

/// Every category of the rule set, then those that only cases have.
pub(super) fn categories(outlook: &Outlook) -> Vec<Name> {
    let rules = outlook.rules();
    let mut names = rules.map(|r| r.categories.clone()).unwrap_or_default();
    for case in outlook.book.walk() {
        if !names.contains(&case.category) {
            names.push(case.category.clone());
        }
    }
    names
}

/// All keys, the nearest first.
fn unknown_key(typed: &str) -> Unclear {
    let keys = KEYS.map(|(en, _)| en);
    Unclear::new("--scope", typed, nearest_first(typed, &keys))
}

/// What a key takes, the nearest first.
fn choices(outlook: &Outlook, key: &str, typed: &str) -> Vec<String> {
    let lang = outlook.lang;
    let office = outlook.book.office();
    match key {
        "level" => [Level::Town, Level::District, Level::City, Level::Province]
            .map(|level| level.word(lang).to_owned())
            .to_vec(),
        "kind" => [Kind::Ordinary, Kind::Key, Kind::Complex]
            .map(|kind| kind.word(lang).to_owned())
            .to_vec(),
        "period" => [Period::InSession, Period::BetweenSessions]
            .map(|period| period.word(lang).to_owned())
            .to_vec(),
        "session" => office
            .sessions()
            .map(|s| format!("{}-{}", s.key.term, s.key.session))
            .collect(),
        "year" => {
            let mut years: Vec<i32> = office.sessions().map(|s| year_of(s.opened)).collect();
            years.dedup();
            years.iter().map(i32::to_string).collect()
        }
        "unit" => office.units_near(typed),
        "category" => {
            let names = categories(outlook);
            let names: Vec<&str> = names.iter().map(Name::as_str).collect();
            nearest_first(typed, &names)
        }
        _ => Vec::new(),
    }
}

/// All words, those first that are near to what was typed.
pub(super) fn nearest_first(typed: &str, all: &[&str]) -> Vec<String> {
    let mut words = nearest(typed, all.iter().copied());
    words.extend(
        all.iter()
            .filter(|word| !words.contains(word))
            .copied()
            .collect::<Vec<_>>(),
    );
    words.into_iter().map(str::to_owned).collect()
}
