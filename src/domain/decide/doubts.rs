//! What is lawful and yet looks wrong: told to who records it, and no reason to refuse.

use crate::domain::book::Book;
use crate::domain::event::{AnonymousScoringClosed, Event, ProjectsBalloted};
use crate::domain::secret_votes::sheets_apart;
use crate::domain::terms::{CitizenId, Date, Level, Name};

use super::recount::DAYS_AROUND;

/// Something to look at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// A ballot counts other deputies than the roster has seats (全体代表).
    OtherDeputies {
        /// As many as the ballot says.
        told: u32,
        /// As many as hold a seat on that day.
        on_roster: u32,
        /// At this level.
        level: Level,
    },
    /// Another anonymous round of the same units, a few days apart: if the same people voted, the two
    /// together may tell how a few of them did.
    RoundNearby {
        /// What it is called.
        round: Name,
        /// Its day.
        on: Date,
        /// By how few sheets the two differ, where they differ by few.
        apart: Option<u32>,
    },
    /// Citizens on record bear the name of one that is entered, each since its day.
    Namesakes(Vec<(CitizenId, Date)>),
}

/// What is to be looked at again in facts that were judged and are not recorded yet.
pub fn doubts(book: &Book, events: &[Event]) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    for event in events {
        if let Event::ProjectsBalloted(fact) = event {
            doubts.extend(other_deputies(book, fact));
        } else if let Event::AnonymousScoringClosed(fact) = event {
            doubts.extend(rounds_nearby(book, fact));
        }
    }
    doubts
}

fn other_deputies(book: &Book, fact: &ProjectsBalloted) -> Option<Doubt> {
    let office = book.office();
    let level = office.level();
    let seated = office
        .deputies()
        .filter(|(_, known)| !known.mandates.is_empty() && known.serves_at(level, fact.on));
    let on_roster = u32::try_from(seated.count()).unwrap_or(u32::MAX);
    let told = fact.deputies;
    (on_roster > 0 && on_roster != told).then_some(Doubt::OtherDeputies {
        told,
        on_roster,
        level,
    })
}

fn rounds_nearby(book: &Book, fact: &AnonymousScoringClosed) -> Vec<Doubt> {
    let same = |other: &AnonymousScoringClosed| {
        let marked = |unit: &Name| other.scores.iter().any(|score| score.unit == *unit);
        fact.scores.iter().any(|score| marked(&score.unit))
    };
    let near = |other: &AnonymousScoringClosed| {
        (other.on - fact.on).num_days().abs() <= DAYS_AROUND && other.round != fact.round
    };
    let rounds = book.assessments().rounds();
    let rounds = rounds.filter(|other| near(other) && same(other));
    rounds
        .map(|other| Doubt::RoundNearby {
            round: other.round.clone(),
            on: other.on,
            apart: sheets_apart(fact, other),
        })
        .collect()
}
