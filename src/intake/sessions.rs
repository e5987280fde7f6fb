//! The sessions that rows may belong to: those on record, and those that the file itself names.

use std::collections::BTreeMap;

use super::ledger::ReadRow;
use crate::domain::book::Book;
use crate::domain::terms::{Date, Period, SessionKey};

/// A session as far as rows need it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    pub(super) opened: Date,
    pub(super) closed: Option<Date>,
}

/// The office's own sessions.
pub(super) struct Sessions(BTreeMap<SessionKey, Known>);

impl Sessions {
    /// A session that is not on record is supposed to open with its first suggestion in session,
    /// else with its first.
    pub(super) fn of(book: &Book, rows: &[ReadRow]) -> Self {
        let office = book.office();
        let recorded = office.sessions().map(|session| {
            let known = Known {
                opened: session.opened,
                closed: session.closed,
            };
            (session.key, known)
        });
        let mut named: BTreeMap<SessionKey, (bool, Date)> = BTreeMap::new();
        for read in rows {
            let row = &read.row;
            let own = row.level.is_none_or(|level| level == office.level());
            let (Some(key), Some(day), true) = (row.session_key(), row.submitted, own) else {
                continue;
            };
            let between = row.period == Some(Period::BetweenSessions);
            let first = named.entry(key).or_insert((between, day));
            *first = (between, day).min(*first);
        }
        let named = named.into_iter().map(|(key, (_, opened))| {
            let closed = None;
            (key, Known { opened, closed })
        });
        let mut sessions: BTreeMap<SessionKey, Known> = named.collect();
        sessions.extend(recorded);
        Self(sessions)
    }

    pub(super) fn get(&self, key: SessionKey) -> Option<Known> {
        self.0.get(&key).copied()
    }

    /// The session that a suggestion of that day belongs to: the last one opened by then, before
    /// the first one the first.
    pub(super) fn on(&self, day: Date) -> Option<SessionKey> {
        let opened = self.0.iter().filter(|(_, session)| session.opened <= day);
        let last = opened.max_by_key(|(_, session)| session.opened);
        last.or_else(|| self.0.iter().next()).map(|(key, _)| *key)
    }
}
