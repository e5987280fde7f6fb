//! The month's movement: what waited at first, what came, what went, what waits at last.
//!
//! Both ends are read from the state of the cases on two days; what came and went is read from the
//! facts between them. That the two agree, for every unit and for the whole, is tested.

use std::collections::{BTreeMap, BTreeSet};

use super::month::Month;
use crate::domain::book::{Book, Case};
use crate::domain::event::Event;
use crate::domain::terms::{CaseId, Date, Name};

/// How the cases that wait for a reply moved in a month.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Movement {
    /// Waiting on the last day before the month.
    pub opening: Vec<CaseId>,
    /// Handed in; for a unit, handed over to it.
    pub new: Vec<CaseId>,
    /// Replied to.
    pub answered: Vec<CaseId>,
    /// Withdrawn.
    pub withdrawn: Vec<CaseId>,
    /// Refused or turned into a letter.
    pub refused: Vec<CaseId>,
    /// Handed over to somebody else; only of units.
    pub moved_out: Vec<CaseId>,
    /// Waiting on the last day of the month.
    pub closing: Vec<CaseId>,
}

impl Movement {
    /// opening + new − answered − withdrawn − refused − moved out = closing.
    pub fn balances(&self) -> bool {
        let came = self.opening.len() + self.new.len();
        let went =
            self.answered.len() + self.withdrawn.len() + self.refused.len() + self.moved_out.len();
        came == went + self.closing.len()
    }
}

/// The movement of the whole and of every unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Movements {
    /// All cases in scope.
    pub whole: Movement,
    /// Each unit that owed, or came to owe, a reply.
    pub units: BTreeMap<Name, Movement>,
}

/// The movement of some cases in a month, as far as the last day that is looked at.
pub fn movements(book: &Book, month: Month, last: Date, cases: &[CaseId]) -> Movements {
    let mut all = Movements::default();
    let before = month.first().pred_opt().unwrap_or(Date::MIN);
    for id in cases {
        let opening = book.case_on(*id, before);
        let closing = book.case_on(*id, last);
        if opening.as_ref().is_some_and(waits) {
            all.whole.opening.push(*id);
        }
        if closing.as_ref().is_some_and(waits) {
            all.whole.closing.push(*id);
        }
        for unit in opening.iter().flat_map(owing) {
            all.units.entry(unit).or_default().opening.push(*id);
        }
        for unit in closing.iter().flat_map(owing) {
            all.units.entry(unit).or_default().closing.push(*id);
        }
        let waiting = opening.as_ref().is_some_and(waits);
        let owed = opening.iter().flat_map(owing).collect();
        Walk {
            id: *id,
            waiting,
            owed,
            all: &mut all,
        }
        .through(book, month, last);
    }
    all
}

/// Handed in, still counted, not replied to.
fn waits(case: &Case) -> bool {
    case.counts() && case.replied().is_none() && case.closed.is_none()
}

/// The units that owe a reply.
fn owing(case: &Case) -> BTreeSet<Name> {
    let Some(assignment) = case
        .assignment()
        .filter(|_| case.counts() && case.closed.is_none())
    else {
        return BTreeSet::new();
    };
    let owes = |unit: &&Name| case.unit_replied(unit).is_none();
    assignment.to.repliers().filter(owes).cloned().collect()
}

/// A case followed through the facts of the month.
struct Walk<'a> {
    id: CaseId,
    waiting: bool,
    owed: BTreeSet<Name>,
    all: &'a mut Movements,
}

impl Walk<'_> {
    fn through(mut self, book: &Book, month: Month, last: Date) {
        let facts = book.timeline(self.id).map(|fact| fact.event);
        let of_month = facts.filter(|e| month.contains(e.on()) && e.on() <= last);
        for event in of_month {
            self.step(event);
        }
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only these facts change who waits for a reply"
    )]
    fn step(&mut self, event: &Event) {
        match event {
            Event::Submitted { .. } => {
                self.waiting = true;
                self.all.whole.new.push(self.id);
            }
            Event::Withdrawn { .. } => self.leave(|m| &mut m.withdrawn),
            Event::Refused { .. } | Event::TurnedToLetter { .. } => self.leave(|m| &mut m.refused),
            Event::Closed { .. } => self.leave(|m| &mut m.answered),
            Event::Assigned { to, .. } | Event::Reassigned { to, .. } => {
                self.hand_over(&to.repliers().cloned().collect());
            }
            Event::Tracked { lead, .. } => self.hand_over(&BTreeSet::from([lead.clone()])),
            Event::Replied { unit, .. } => {
                if self.owed.remove(unit) {
                    let id = self.id;
                    self.unit(unit.clone()).answered.push(id);
                }
                if self.waiting && self.owed.is_empty() {
                    self.waiting = false;
                    self.all.whole.answered.push(self.id);
                }
            }
            _ => {}
        }
    }

    fn unit(&mut self, unit: Name) -> &mut Movement {
        self.all.units.entry(unit).or_default()
    }

    fn hand_over(&mut self, now: &BTreeSet<Name>) {
        let before = std::mem::replace(&mut self.owed, now.clone());
        let id = self.id;
        for unit in before.difference(now) {
            self.unit(unit.clone()).moved_out.push(id);
        }
        for unit in now.difference(&before) {
            self.unit(unit.clone()).new.push(id);
        }
    }

    /// The case is gone, for the office and for every unit that still owed a reply.
    fn leave(&mut self, pile: impl Fn(&mut Movement) -> &mut Vec<CaseId>) {
        let id = self.id;
        if std::mem::take(&mut self.waiting) {
            pile(&mut self.all.whole).push(id);
        }
        for unit in std::mem::take(&mut self.owed) {
            pile(self.unit(unit)).push(id);
        }
    }
}
