//! Wish + book → facts, or a refusal: every rule of the program stands in this room.
//!
//! A wish is judged by the rule set in force on its day, against the state just before its place
//! in the order of days; the facts after it need only still be possible. So a call of 3 April may
//! be recorded after the reply of 10 April, a hand-over of 11 April before that reply may not.
//! What this room yields, `Book::apply` accepts. It refuses to know who asks, in which language,
//! and what is on disk.

mod hand_over;
mod handle;
mod judge;
mod lawful;
mod office;
mod raise;
mod record;

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use super::book::{Book, Case, Clash, Entry, FactId, Impossible, State};
use super::command::{Command, Stamp};
use super::event::Event;
use super::refusal::{Refusal, Rule, Thing};
use super::rules::RuleSet;
use super::terms::{CaseId, Name};

/// Judges a wish.
///
/// # Errors
/// The rule that forbids it, or what it names and is not on record.
pub fn decide(book: &Book, command: &Command, stamp: &Stamp) -> Result<Vec<Event>, Refusal> {
    let bench = Bench::new(book, stamp)?;
    let events = bench.judge(command)?;
    let entry = Entry {
        seq: book.head() + 1,
        at: DateTime::<FixedOffset>::default(),
        by: stamp.by.clone(),
        batch: None,
        lenient: stamp.lenient,
        events,
    };
    let impossible = |impossible| contradiction(impossible, stamp);
    if let Command::Correct { line, fact, .. } = command {
        let mended = book.with(entry.clone()).map_err(impossible)?;
        let (line, index) = (*line, *fact);
        lawful::lawful(&mended, FactId { line, index }, stamp)?;
    } else {
        book.admits(&entry).map_err(impossible)?;
    }
    Ok(entry.events)
}

/// What every judgement needs: the book, the stamp, the rules of the day.
struct Bench<'a> {
    book: &'a Book,
    stamp: &'a Stamp,
    rules: Option<&'a RuleSet>,
}

impl<'a> Bench<'a> {
    fn new(book: &'a Book, stamp: &'a Stamp) -> Result<Self, Refusal> {
        if stamp.on > stamp.today {
            return Err(Rule::NotYet { on: stamp.on }.into());
        }
        Ok(Self {
            book,
            stamp,
            rules: book.office().rules_on(stamp.on),
        })
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one table: each wish and who judges it"
    )]
    fn judge(&self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let opened = self.book.office().identity().is_some();
        if let Command::Init { .. } = command {
            if opened {
                return Err(Rule::StoreExists.into());
            }
            return Ok(office::open(command, self.stamp));
        }
        if !opened {
            return Err(Rule::NotOpened.into());
        }
        match command {
            Command::Init { .. }
            | Command::OpenSession { .. }
            | Command::CloseSession
            | Command::AddDeputy { .. }
            | Command::GiveMandate { .. }
            | Command::EndMandate { .. }
            | Command::AddUnit { .. }
            | Command::FillPost { .. }
            | Command::AdoptRules { .. }
            | Command::AdoptCalendar { .. } => self.office(command),
            Command::Submit(submission) => self.submit(submission),
            Command::Review { cases, outcome } => self.each(cases, |c| self.review(c, outcome)),
            Command::Withdraw { cases, why } => {
                self.each(cases, |c| self.withdraw(c, why.as_ref()))
            }
            Command::Supervise { cases, supervisor } => {
                self.each(cases, |c| self.supervise(c, supervisor.as_ref()))
            }
            Command::Track { cases, lead, co } => self.each(cases, |c| self.track(c, lead, co)),
            Command::Assign {
                cases,
                to,
                due,
                hard,
            } => self.each(cases, |c| self.assign(c, to, *due, hard.as_ref())),
            Command::Reassign {
                cases,
                to,
                due,
                hard,
            } => self.each(cases, |c| self.reassign(c, to, *due, hard.as_ref())),
            Command::Forward {
                cases,
                unit,
                leader,
            } => self.each(cases, |c| self.forward(c, unit, leader.as_ref())),
            Command::Sign { cases, unit } => self.each(cases, |c| self.sign(c, unit.as_ref())),
            Command::Return {
                cases,
                unit,
                why,
                proposed,
            } => self.each(cases, |c| {
                self.give_back(c, unit.as_ref(), why, proposed.as_ref())
            }),
            Command::Consult { cases, .. } => self.each(cases, |c| self.consult(c, command)),
            Command::Progress {
                cases,
                unit,
                percent,
                note,
            } => self.each(cases, |c| self.progress(c, unit.as_ref(), *percent, note)),
            Command::Concur { cases, unit, note } => {
                self.each(cases, |c| self.concur(c, unit, note.as_ref()))
            }
            Command::Extend {
                cases,
                to,
                why,
                consent,
            } => self.each(cases, |c| self.extend(c, *to, why, consent.as_ref())),
            Command::Reply { cases, reply } => self.each(cases, |c| self.reply(c, reply)),
            Command::Escalate { cases, to, note } => {
                self.each(cases, |c| self.escalate(c, to.as_ref(), note.as_ref()))
            }
            Command::Settle { cases, kept, note } => {
                self.each(cases, |c| self.settle(c, *kept, note.as_ref()))
            }
            Command::Rate { cases, rating } => self.each(cases, |c| self.rate(c, rating)),
            Command::RatePublic {
                cases,
                stars,
                respondents,
                channel,
            } => self.each(cases, |c| {
                self.rate_public(c, *stars, *respondents, channel.as_ref())
            }),
            Command::Revisit {
                cases,
                rating,
                note,
            } => self.each(cases, |c| self.revisit(c, rating, note.as_ref())),
            Command::Close { cases } => self.each(cases, |c| self.close(c)),
            Command::Note { cases, note } => self.each(cases, |c| self.note(c, note)),
            Command::Correct { .. } | Command::Undo { .. } | Command::Redo { .. } => {
                self.record(command)
            }
        }
    }

    /// The same judgement for every case of a batch; one refusal refuses all.
    fn each(
        &self,
        cases: &[CaseId],
        one: impl Fn(&Case) -> Result<Vec<Event>, Refusal>,
    ) -> Result<Vec<Event>, Refusal> {
        let mut seen = BTreeSet::new();
        let mut events = Vec::new();
        for id in cases.iter().filter(|id| seen.insert(**id)) {
            events.extend(one(&self.case(*id)?)?);
        }
        Ok(events)
    }

    /// The case just before the place of the wish.
    fn case(&self, id: CaseId) -> Result<Case, Refusal> {
        let on = self.stamp.on;
        if let Some(case) = self.book.case_on(id, on) {
            return Ok(case);
        }
        match self.book.timeline(id).next() {
            Some(first) => {
                let after = first.event.on();
                Err(Refusal::of_case(id, Rule::TooEarly { on, after }))
            }
            None => Err(not_found(Thing::Case, &id.to_string(), Vec::new())),
        }
    }

    fn unit(&self, unit: &Name) -> Result<(), Refusal> {
        let office = self.book.office();
        match office.unit(unit) {
            Some(_) => Ok(()),
            None => Err(not_found(
                Thing::Unit,
                unit.as_str(),
                office.units_near(unit.as_str()),
            )),
        }
    }

    fn deputy(&self, deputy: &Name) -> Result<(), Refusal> {
        let office = self.book.office();
        match office.deputy(deputy) {
            Some(_) => Ok(()),
            None => {
                let near = office.deputies_near(deputy.as_str());
                Err(not_found(Thing::Deputy, deputy.as_str(), near))
            }
        }
    }

    /// A gate of the office: a historic ledger passes it, and so does a case that another level
    /// handles by its own rules; everybody else is refused.
    fn gate(&self, open: bool, case: &Case, rule: impl FnOnce() -> Rule) -> Result<(), Refusal> {
        let ours = case.level == self.book.office().level();
        if open || self.stamp.lenient || !ours {
            Ok(())
        } else {
            Err(Refusal::of_case(case.id, rule()))
        }
    }

    /// The step is possible only in some states.
    fn state(case: &Case, allowed: &[State]) -> Result<(), Refusal> {
        let state = case.state();
        if allowed.contains(&state) {
            Ok(())
        } else {
            Err(Refusal::of_case(case.id, Rule::WrongState { state }))
        }
    }
}

/// The facts of a wish that comes to one.
fn one(fact: impl Into<Event>) -> Vec<Event> {
    vec![fact.into()]
}

fn not_found(thing: Thing, word: &str, near: Vec<String>) -> Refusal {
    Refusal::NotFound {
        thing,
        word: word.to_owned(),
        near,
    }
}

/// What cannot have happened, as the rule it breaks.
fn contradiction(impossible: Impossible, stamp: &Stamp) -> Refusal {
    let case = impossible.case;
    let rule = match (&impossible.clash, case) {
        (Clash::NumberTaken(number, holder), _) => Rule::NumberTaken {
            number: *number,
            holder: *holder,
        },
        (Clash::NoSuchField(field), _) => return not_found(Thing::Field, field, Vec::new()),
        (Clash::NoSuchLine(line), _) => Rule::CannotTakeBack { line: *line },
        (Clash::Known(name), None) if impossible.on == stamp.on => {
            Rule::Known { name: name.clone() }
        }
        _ => Rule::Contradicts(impossible),
    };
    Refusal::Rule { case, rule }
}
