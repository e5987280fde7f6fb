//! Which cases a report counts, so that every denominator can be chosen and is printed.
//!
//! Unless told otherwise: those of the office's own level that count (not refused, not withdrawn,
//! not turned into a letter). It only chooses; it counts nothing.

use thiserror::Error;

use super::outlook::Outlook;
use crate::domain::book::Case;
use crate::domain::event::Kind;
use crate::domain::terms::{Level, Period, SessionKey, nearest, year_of};
use crate::words::{self, Lang, Word};

/// The keys of `--scope`.
const KEYS: [&str; 7] = [
    "level", "kind", "year", "period", "unit", "category", "session",
];

/// A word that a filter cannot take.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{field} does not take `{typed}`")]
pub struct Unclear {
    /// The filter.
    pub field: String,
    /// What was typed.
    pub typed: String,
    /// What it takes, or the nearest it knows.
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
    unit: Option<String>,
    category: Option<String>,
    session: Option<SessionKey>,
    written: Option<String>,
}

impl Filter {
    /// Reads `level=town,kind=ordinary,year=2024`.
    ///
    /// # Errors
    /// An unknown key, or a value that the key does not take.
    pub fn read(typed: Option<&str>) -> Result<Self, Unclear> {
        let mut filter = Self {
            written: typed.map(str::to_owned),
            ..Self::default()
        };
        for piece in typed.unwrap_or_default().split([',', '，']).map(str::trim) {
            if piece.is_empty() {
                continue;
            }
            let (key, value) = piece.split_once('=').unwrap_or((piece, ""));
            filter.set(key.trim(), value.trim())?;
        }
        Ok(filter)
    }

    fn set(&mut self, key: &str, value: &str) -> Result<(), Unclear> {
        let bad = || Unclear::new(&format!("--scope {key}"), value, Vec::new());
        match key {
            "level" | "级别" => self.level = Some(words::parse_level(value).ok_or_else(bad)?),
            "kind" | "种类" => self.kind = Some(words::parse_kind(value).ok_or_else(bad)?),
            "period" | "提出时间" => {
                self.period = Some(words::parse_period(value).ok_or_else(bad)?);
            }
            "year" | "年" => self.year = Some(value.parse().map_err(|_| bad())?),
            "unit" | "单位" if !value.is_empty() => self.unit = Some(value.to_owned()),
            "category" | "类别" if !value.is_empty() => self.category = Some(value.to_owned()),
            "session" | "会次" => {
                let (term, session) = value.split_once('-').ok_or_else(bad)?;
                self.session = Some(SessionKey {
                    term: term.parse().map_err(|_| bad())?,
                    session: session.parse().map_err(|_| bad())?,
                });
            }
            _ => {
                let near = nearest(key, KEYS)
                    .into_iter()
                    .map(str::to_owned)
                    .collect::<Vec<_>>();
                let all = KEYS.map(str::to_owned).to_vec();
                return Err(Unclear::new(
                    "--scope",
                    key,
                    if near.is_empty() { all } else { near },
                ));
            }
        }
        Ok(())
    }

    /// Whether a case is of the kind asked for, whatever became of it.
    pub fn takes(&self, outlook: &Outlook, case: &Case) -> bool {
        let level = self.level.unwrap_or(outlook.book.office().level());
        let year = || match &case.number {
            Some(number) => outlook.book.year(number, case.id),
            None => Some(year_of(case.submitted)),
        };
        let held = |unit: &str| {
            case.assignment()
                .is_some_and(|a| a.to.units().any(|u| u.as_str() == unit))
        };
        case.level == level
            && self.kind.is_none_or(|kind| kind == case.kind)
            && self.period.is_none_or(|period| period == case.period)
            && self.session.is_none_or(|session| session == case.session)
            && self.year.is_none_or(|wanted| year() == Some(wanted))
            && self
                .category
                .as_deref()
                .is_none_or(|c| case.category.as_str() == c)
            && self.unit.as_deref().is_none_or(held)
    }

    /// In words: what was counted.
    pub fn label(&self, outlook: &Outlook) -> String {
        let level = self.level.unwrap_or(outlook.book.office().level());
        let more = self.written.as_deref().unwrap_or_default();
        let more = if more.is_empty() {
            String::new()
        } else {
            format!(" ({more})")
        };
        match outlook.lang {
            Lang::Zh => format!(
                "{}级建议,不含撤回、不予受理和转来信的{more}",
                level.word(Lang::Zh)
            ),
            Lang::En => format!(
                "cases of the {}, without those withdrawn, refused or turned into letters{more}",
                level.word(Lang::En)
            ),
        }
    }
}
