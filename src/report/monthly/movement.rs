//! The month's movement: what waited at first, what came, what went, what waits at last.
//!
//! Both ends are read from the state of the cases on two days; what came and went is read from the
//! facts between them. That the two agree, for every unit and for the whole, is tested.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;

use super::super::month::Month;
use super::super::tally::{owing, waits};
use crate::domain::book::{Book, Case, Passing};
use crate::domain::event::{self, Event};
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
    /// Handed over to somebody else; of the desk and of units.
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

/// The movement of the whole, of the office's own desk, and of every unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Movements {
    /// All cases in scope.
    pub whole: Movement,
    /// Cases that are not handed over yet (尚未交办); they move out by being handed over.
    pub desk: Movement,
    /// Each unit that owed, or came to owe, a reply.
    pub units: BTreeMap<Name, Movement>,
}

/// The movement of some cases in a month, as far as the last day that is looked at.
pub fn movements(book: &Book, month: Month, last: Date, cases: &[CaseId]) -> Movements {
    let mut all = Movements::default();
    let before = month.first().pred_opt().unwrap_or(Date::MIN);
    let days = month.first()..=month.last().min(last);
    for case in cases.iter().filter_map(|id| book.passing(*id)) {
        let ends = case.on([before, last]);
        all.take(&case, ends.each_ref().map(Option::as_deref), &days);
    }
    all
}

impl Movements {
    /// Enters a case that passes, as it stood at both ends, and what happened to it between them.
    pub(super) fn take(
        &mut self,
        case: &Passing,
        [opening, closing]: [Option<&Case>; 2],
        days: &RangeInclusive<Date>,
    ) {
        self.stand(opening, |m| &mut m.opening);
        self.stand(closing, |m| &mut m.closing);
        let opening = opening.filter(|case| waits(case));
        let mut walk = Walk {
            id: case.id,
            waiting: opening.is_some(),
            at_desk: opening.is_some_and(|case| case.assignment().is_none()),
            owed: opening.into_iter().flat_map(owing).cloned().collect(),
            all: self,
        };
        for fact in case.within(days.clone()) {
            walk.step(fact.event);
        }
    }

    /// Enters a case where it stands at one end of the month.
    fn stand(&mut self, case: Option<&Case>, pile: impl Fn(&mut Movement) -> &mut Vec<CaseId>) {
        let Some(case) = case.filter(|case| waits(case)) else {
            return;
        };
        let id = case.id;
        pile(&mut self.whole).push(id);
        if case.assignment().is_none() {
            pile(&mut self.desk).push(id);
        }
        for unit in owing(case) {
            pile(self.units.entry(unit.clone()).or_default()).push(id);
        }
    }
}

/// A case followed through the facts of the month.
struct Walk<'a> {
    id: CaseId,
    waiting: bool,
    at_desk: bool,
    owed: BTreeSet<Name>,
    all: &'a mut Movements,
}

impl Walk<'_> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "only these facts change who waits for a reply"
    )]
    fn step(&mut self, event: &Event) {
        match event {
            Event::Submitted(_) => {
                self.waiting = true;
                self.at_desk = true;
                self.all.whole.new.push(self.id);
                self.all.desk.new.push(self.id);
            }
            Event::Withdrawn(_) => self.leave(|m| &mut m.withdrawn),
            Event::Refused(_) | Event::TurnedToLetter(_) => self.leave(|m| &mut m.refused),
            Event::Closed(_) => self.leave(|m| &mut m.answered),
            Event::Assigned(event::Assigned { to, .. })
            | Event::Reassigned(event::Reassigned { to, .. }) => {
                self.hand_over(&to.repliers().cloned().collect());
            }
            Event::Tracked(event::Tracked { lead, .. }) => {
                self.hand_over(&BTreeSet::from([lead.clone()]));
            }
            Event::Replied(event::Replied { unit, .. }) => {
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
        if std::mem::take(&mut self.at_desk) {
            self.all.desk.moved_out.push(id);
        }
        for unit in before.difference(now) {
            self.unit(unit.clone()).moved_out.push(id);
        }
        for unit in now.difference(&before) {
            self.unit(unit.clone()).new.push(id);
        }
    }

    /// The case is gone, for the office and for everybody who still owed a reply.
    fn leave(&mut self, pile: impl Fn(&mut Movement) -> &mut Vec<CaseId>) {
        let id = self.id;
        if std::mem::take(&mut self.waiting) {
            pile(&mut self.all.whole).push(id);
        }
        if std::mem::take(&mut self.at_desk) {
            pile(&mut self.all.desk).push(id);
        }
        for unit in std::mem::take(&mut self.owed) {
            pile(self.unit(unit)).push(id);
        }
    }
}
