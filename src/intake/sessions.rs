//! The sessions that rows may belong to: those on record, and those that the file itself names.
//!
//! What is supposed here is what the import records: a session opens on the day found here, so
//! that the same file read again finds the same sessions and supposes the same of every row.

use std::collections::{BTreeMap, BTreeSet};

use super::ledger::{LedgerRow, ReadRow};
use crate::domain::book::Book;
use crate::domain::terms::{Date, Level, Period, SessionKey, year_of};

/// A session as far as rows need it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) opened: Date,
    pub(super) closed: Option<Date>,
}

/// The office's own sessions.
pub(super) struct Sessions {
    own: BTreeMap<SessionKey, Known>,
    /// Those that only rows of another level name, where our own are known to be others.
    foreign: BTreeSet<SessionKey>,
}

/// How far a day says when a session opened: the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    SubmittedInSession,
    SubmittedBetween,
    /// No day of submission is known; the hand-over came after it.
    Assigned,
}

impl Sessions {
    /// A session that is not on record is supposed to open with its first suggestion in session,
    /// else with its first one, else with its first hand-over.
    pub(super) fn of(book: &Book, rows: &[ReadRow]) -> Self {
        let office = book.office();
        let recorded = office.sessions().map(|session| {
            let known = Known {
                opened: session.opened,
                closed: session.closed,
            };
            (session.key, known)
        });
        let recorded: BTreeMap<SessionKey, Known> = recorded.collect();
        let foreign = foreign(office.level(), &recorded, rows);
        let mut named: BTreeMap<SessionKey, (Sign, Date)> = BTreeMap::new();
        for ReadRow { row, .. } in rows {
            let own = row.level.is_none_or(|level| level == office.level());
            let (Some(key), Some(sign), true) = (row.session_key(), sign(row), own) else {
                continue;
            };
            if row.level.is_none() && foreign.contains(&key) {
                continue;
            }
            let first = named.entry(key).or_insert(sign);
            *first = sign.min(*first);
        }
        let named = named.into_iter().map(|(key, (_, opened))| {
            let closed = None;
            (key, Known { opened, closed })
        });
        let mut own: BTreeMap<SessionKey, Known> = named.collect();
        own.extend(recorded);
        Self { own, foreign }
    }

    pub(super) fn get(&self, key: SessionKey) -> Option<Known> {
        self.own.get(&key).copied()
    }

    /// The only session that opened in a year.
    pub(super) fn of_year(&self, year: i32) -> Option<SessionKey> {
        let mut opened = self.own.iter().filter(|(_, s)| year_of(s.opened) == year);
        match (opened.next(), opened.next()) {
            (Some((key, _)), None) => Some(*key),
            _ => None,
        }
    }

    /// The session that a suggestion of that day belongs to: the last one opened by then, before
    /// the first one the first.
    pub(super) fn on(&self, day: Date) -> Option<SessionKey> {
        let opened = self.own.iter().filter(|(_, session)| session.opened <= day);
        let last = opened.max_by_key(|(_, session)| session.opened);
        last.or_else(|| self.own.iter().next()).map(|(key, _)| *key)
    }

    /// Whether a row of that session that does not say its level is hardly one of ours.
    pub(super) fn is_foreign(&self, key: SessionKey) -> bool {
        self.foreign.contains(&key)
    }
}

fn sign(row: &LedgerRow) -> Option<(Sign, Date)> {
    match (row.submitted, row.period) {
        (Some(day), Some(Period::BetweenSessions)) => Some((Sign::SubmittedBetween, day)),
        (Some(day), Some(Period::InSession) | None) => Some((Sign::SubmittedInSession, day)),
        (None, _) => row.assigned.map(|day| (Sign::Assigned, day)),
    }
}

/// Two congresses may count alike, so a session is another level's only where ours are known.
fn foreign(
    level: Level,
    recorded: &BTreeMap<SessionKey, Known>,
    rows: &[ReadRow],
) -> BTreeSet<SessionKey> {
    let (mut ours, mut theirs): (BTreeSet<_>, BTreeSet<_>) = Default::default();
    ours.extend(recorded.keys().copied());
    for ReadRow { row, .. } in rows {
        match (row.session_key(), row.level) {
            (Some(key), Some(said)) if said == level => ours.insert(key),
            (Some(key), Some(_)) => theirs.insert(key),
            (Some(_) | None, _) => false,
        };
    }
    if ours.is_empty() {
        return ours;
    }
    theirs.difference(&ours).copied().collect()
}
