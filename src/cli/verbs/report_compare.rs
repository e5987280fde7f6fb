//! `--compare` (对比) of every report: which other year or session is meant, and which day of it.

use chrono::Datelike;

use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::domain::book::Session;
use crate::domain::terms::{Date, SessionKey, parse_session, year_of};
use crate::report::Outlook;
use crate::report::scope::{Filter, Unclear, parse_year};
use crate::words::{self, Lang};

/// The year or session that stands beside.
#[derive(Debug, Clone, Copy)]
pub(super) enum Other {
    Year(i32),
    Session(SessionKey),
}

impl Other {
    /// `2023`, `20-4`.
    pub(super) fn read(typed: &str) -> Result<Self, Unclear> {
        let year = parse_year(typed).map(Self::Year);
        let other = year.or_else(|| parse_session(typed).map(Self::Session));
        other.ok_or_else(|| unclear(typed))
    }

    /// `2023`.
    pub(super) fn read_year(typed: &str) -> Result<Self, Unclear> {
        parse_year(typed)
            .map(Self::Year)
            .ok_or_else(|| unclear(typed))
    }

    /// What it is called.
    pub(super) fn word(&self, lang: Lang) -> String {
        match self {
            Self::Year(year) => words::year(lang, *year),
            Self::Session(key) => words::session(lang, *key),
        }
    }

    /// The scope of now: of the year, or the session, of the view's day where none is named.
    pub(super) fn this(&self, outlook: &Outlook, scope: &Filter) -> Filter {
        match self {
            Self::Year(_) if scope.is_of_a_year() => scope.clone(),
            Self::Year(_) => scope.in_year(year_of(outlook.as_of)),
            Self::Session(_) => match outlook.book.office().session_on(outlook.as_of) {
                Some(session) => scope.in_session(session.key),
                None => scope.clone(),
            },
        }
    }

    /// The same scope there.
    pub(super) fn other(&self, scope: &Filter) -> Filter {
        match self {
            Self::Year(year) => scope.in_year(*year),
            Self::Session(key) => scope.in_session(*key),
        }
    }

    /// How the other time is read: as of the same day there; and its year.
    pub(super) fn reading(&self, desk: &mut Desk, now: &Reading) -> anyhow::Result<(Reading, i32)> {
        let day = desk.look(now, |outlook| Ok(self.day(outlook)))?;
        let reading = Reading {
            as_of: Some(day.to_string()),
            known: now.known,
        };
        let year = match self {
            Self::Year(year) => *year,
            Self::Session(_) => year_of(day),
        };
        Ok((reading, year))
    }

    /// The day that is as far into the year, or the session, as the view's.
    fn day(&self, outlook: &Outlook) -> Date {
        let now = outlook.as_of;
        match self {
            // The last of February of a year that has no 29th.
            Self::Year(year) => now
                .with_year(*year)
                .or_else(|| now.pred_opt()?.with_year(*year))
                .unwrap_or(now),
            Self::Session(key) => {
                let office = outlook.book.office();
                let opened = |session: &Session| session.opened;
                let there = office.session(*key).map(opened);
                let here = office.session_on(now).map(opened);
                let shifted = there.zip(here).map(|(there, here)| there + (now - here));
                shifted.unwrap_or(now).min(now)
            }
        }
    }
}

fn unclear(typed: &str) -> Unclear {
    Unclear {
        field: "--compare".to_owned(),
        typed: typed.to_owned(),
        choices: vec!["2023".to_owned(), "20-4".to_owned()],
    }
}
