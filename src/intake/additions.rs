//! What the rows name and the office does not know yet: units, deputies, seats, sessions. They
//! become one line before the first row, and are listed.

use std::collections::BTreeMap;

use super::complete::Completed;
use super::plan::Options;
use super::sessions::Sessions;
use crate::domain::book::Book;
use crate::domain::command::{Command, Seat, Stamp};
use crate::domain::decide::decide;
use crate::domain::event::{self, Event};
use crate::domain::terms::{Date, Level, Name, SessionKey};

/// What an import adds to the rosters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Added {
    /// Units, each with the first day on which it is named.
    pub units: BTreeMap<Name, Date>,
    /// Deputies, each with the levels of their seats and the first day of each.
    pub deputies: BTreeMap<Name, BTreeMap<Level, Date>>,
    /// Seats at another level for deputies who are on the roster.
    pub seats: BTreeMap<Name, BTreeMap<Level, Date>>,
    /// Sessions, each with the day it is supposed to have opened.
    pub sessions: BTreeMap<SessionKey, Date>,
}

impl Added {
    /// What these rows need beside what the book has.
    pub(super) fn by<'a>(
        rows: impl Iterator<Item = &'a Completed>,
        book: &Book,
        sessions: &Sessions,
    ) -> Self {
        let mut added = Self::default();
        for row in rows {
            let Some(day) = row.row.submitted else {
                continue;
            };
            added.units(row, day, book);
            added.people(row, day, book);
            added.session(row, book, sessions);
        }
        added
    }

    /// Whether nothing is added.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn units(&mut self, row: &Completed, day: Date, book: &Book) {
        let fields = &row.row;
        let singles = fields.lead.iter().chain(&fields.first_lead);
        for unit in singles.chain(&fields.co).chain(&fields.separate) {
            if book.office().unit(unit).is_none() {
                earliest(&mut self.units, unit.clone(), day);
            }
        }
    }

    fn people(&mut self, row: &Completed, day: Date, book: &Book) {
        let level = row.series.level;
        for name in row.row.deputy.iter().chain(&row.row.co_signers) {
            let seats = match book.office().deputy(name) {
                None => &mut self.deputies,
                // A seat that ended is not given again: that is for a person to say.
                Some(known)
                    if known.mandates.is_empty()
                        || known.mandates.iter().any(|m| m.level == level) =>
                {
                    continue;
                }
                Some(_) => &mut self.seats,
            };
            earliest(seats.entry(name.clone()).or_default(), level, day);
        }
    }

    /// A session opens on the day that its rows were completed with.
    fn session(&mut self, row: &Completed, book: &Book, sessions: &Sessions) {
        let office = book.office();
        let key = row.series.session_key();
        if row.series.level != office.level() || office.session(key).is_some() {
            return;
        }
        if let Some(session) = sessions.get(key) {
            self.sessions.insert(key, session.opened);
        }
    }

    /// The facts of the roster line.
    pub(super) fn events(&self, book: &Book, options: &Options) -> Vec<Event> {
        let sessions = self.sessions.iter().map(|(key, on)| {
            Event::SessionOpened(event::SessionOpened {
                on: *on,
                term: key.term,
                session: key.session,
            })
        });
        let units = self.units.iter().map(|(unit, on)| {
            let (unit, post) = (unit.clone(), None);
            (*on, Command::AddUnit { unit, post })
        });
        let deputies = self.deputies.iter().map(|(deputy, seats)| {
            let first = seats.values().min().copied().unwrap_or(options.today);
            let add = Command::AddDeputy {
                deputy: deputy.clone(),
                card: None,
                group: None,
                seats: seats
                    .iter()
                    .map(|(level, from)| seat(*level, *from))
                    .collect(),
            };
            (first, add)
        });
        let given = self.seats.iter().flat_map(|(deputy, seats)| {
            seats.iter().map(|(level, from)| {
                let give = Command::GiveMandate {
                    deputy: deputy.clone(),
                    seat: seat(*level, *from),
                };
                (*from, give)
            })
        });
        let wishes = units.chain(deputies).chain(given);
        let judged = wishes.flat_map(|(on, wish)| {
            let stamp = Stamp {
                on,
                today: options.today,
                by: options.by.clone(),
                lenient: options.lenient,
                old_ledger: true,
            };
            // Refused only where its rows are refused too: no store yet, a day to come.
            decide(book, &wish, &stamp).unwrap_or_default()
        });
        // A session may be opened though a later one is still open: it is history.
        sessions.chain(judged).collect()
    }
}

fn seat(level: Level, from: Date) -> Seat {
    Seat {
        level,
        constituency: None,
        from: Some(from),
        to: None,
        by_election: false,
    }
}

fn earliest<K: Ord>(days: &mut BTreeMap<K, Date>, key: K, day: Date) {
    let known = days.entry(key).or_insert(day);
    *known = day.min(*known);
}
