//! Whose turn it is: what each open clock waits for and from whom, and which of these duties comes
//! next for a case. The list of duties, the page of the day and the reminder all ask here.
//!
//! Refuses: to name a duty of what left the handling, and to judge whether a step is allowed.

use super::step::{Step, next_step};
use super::{Clock, open_clocks};
use crate::domain::book::{Assignment, Book, Case};
use crate::domain::rules::ClockKey;
use crate::domain::terms::{Date, Name};

/// Who has to do something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Actor {
    /// A handling unit.
    Unit(Name),
    /// Who proposed the suggestion.
    Proposer(Name),
    /// The office itself.
    Office,
}

/// Something that somebody still has to do.
#[derive(Debug, Clone)]
pub struct Duty<'a> {
    /// What, by the clock that runs for it where a rule sets one.
    pub key: ClockKey,
    /// From whom.
    pub by: Vec<Actor>,
    /// The clock; none where no rule says how long it may take.
    pub clock: Option<Clock<'a>>,
}

impl Duty<'_> {
    /// Whether its last day has passed.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.clock.as_ref().is_some_and(|c| c.is_overdue(today))
    }

    /// Whether somebody else than the office has to do it.
    pub fn is_of_others(&self) -> bool {
        self.by.iter().any(|actor| *actor != Actor::Office)
    }

    /// The units that have to do it.
    pub fn units(&self) -> impl Iterator<Item = &Name> {
        self.by.iter().filter_map(|actor| match actor {
            Actor::Unit(unit) => Some(unit),
            Actor::Proposer(_) | Actor::Office => None,
        })
    }

    /// The deputy or delegation that has to do it.
    pub fn proposer(&self) -> Option<&Name> {
        self.by.iter().find_map(|actor| match actor {
            Actor::Proposer(deputy) => Some(deputy),
            Actor::Unit(_) | Actor::Office => None,
        })
    }
}

/// Every open duty of a case: one a running clock, and the step that its state waits for even where
/// no rule sets a clock for it.
pub fn duties<'a>(book: &'a Book, case: &Case, today: Date) -> Vec<Duty<'a>> {
    let amends = next_step(book, case) == Some(Step::Amend);
    // What goes back to the deputies is theirs to change, the hand-over waits for it.
    let by = |key, unit: Option<&Name>| match amends && key == ClockKey::HandOver {
        true => proposer(case),
        false => owed_by(case, key, unit),
    };
    let of_clock = |clock: Clock<'a>| Duty {
        key: clock.key,
        by: by(clock.key, clock.unit.as_ref()),
        clock: Some(clock),
    };
    let clocks = open_clocks(book, case, today).into_iter();
    let mut duties: Vec<Duty> = clocks.map(of_clock).collect();
    if let Some(key) = awaited(book, case)
        && !duties.iter().any(|duty| duty.key == key)
    {
        let by = by(key, None);
        let clock = None;
        duties.push(Duty { key, by, clock });
    }
    duties
}

/// What comes next: the step that the state of the case waits for, then what is late beside it.
/// Each actor is named once, with the first of his duties.
pub fn turn<'a>(book: &'a Book, case: &Case, today: Date) -> Vec<Duty<'a>> {
    let step = awaited(book, case);
    let all = duties(book, case, today).into_iter();
    let is_step = |duty: &Duty| Some(duty.key) == step;
    let (first, beside): (Vec<_>, Vec<_>) = all.partition(is_step);
    let late = beside.into_iter().filter(|duty| duty.is_overdue(today));
    let mut named = Vec::new();
    let mut turn: Vec<Duty> = first.into_iter().chain(late).collect();
    for duty in &mut turn {
        duty.by.retain(|actor| !named.contains(actor));
        named.extend(duty.by.iter().cloned());
    }
    turn.retain(|duty| !duty.by.is_empty());
    turn
}

/// The clock of the step that comes next.
fn awaited(book: &Book, case: &Case) -> Option<ClockKey> {
    next_step(book, case)?.clock()
}

/// Who has to do what a clock waits for; `unit` where it runs for one.
fn owed_by(case: &Case, key: ClockKey, unit: Option<&Name>) -> Vec<Actor> {
    let units = |units: Vec<&Name>| units.into_iter().cloned().map(Actor::Unit).collect();
    match key {
        ClockKey::HandOver | ClockKey::Reassign | ClockKey::Adjudicate => vec![Actor::Office],
        ClockKey::Feedback => proposer(case),
        ClockKey::CoOpinion | ClockKey::CoOpinionRedo => units(unit.into_iter().collect()),
        ClockKey::NoticeAnswer if unit.is_some() => units(unit.into_iter().collect()),
        ClockKey::Sign => units(unsigned(case.assignment())),
        ClockKey::Reply => units(owing(case).collect()),
        ClockKey::FirstContact
        | ClockKey::Return
        | ClockKey::ReplyHard
        | ClockKey::Rehandle
        | ClockKey::Promise
        | ClockKey::NoticeAnswer
        | ClockKey::OpinionAnswer
        | ClockKey::Rework => {
            let repliers = case.assignment().into_iter().flat_map(|a| a.to.repliers());
            units(repliers.collect())
        }
    }
}

fn proposer(case: &Case) -> Vec<Actor> {
    let proposer = case.proposer().cloned();
    proposer.map(Actor::Proposer).into_iter().collect()
}

/// The units that still owe their reply.
pub fn owing(case: &Case) -> impl Iterator<Item = &Name> {
    let assignment = case.assignment().filter(|_| case.awaits_reply());
    let repliers = assignment.into_iter().flat_map(|a| a.to.repliers());
    repliers.filter(|unit| case.unit_replied(unit).is_none())
}

fn unsigned(assignment: Option<&Assignment>) -> Vec<&Name> {
    let Some(assignment) = assignment else {
        return Vec::new();
    };
    let repliers = assignment.to.repliers();
    repliers
        .filter(|unit| !assignment.signed.contains_key(*unit))
        .collect()
}
