//! Wish + book → facts, or a refusal: every rule of the program stands in this room.
//!
//! A wish is judged by the rule set in force on its day, against the state just before its place
//! in the order of days; the facts after it need only still be possible. So a call of 3 April may
//! be recorded after the reply of 10 April, a hand-over of 11 April before that reply may not.
//! What this room yields, `Book::apply` accepts. It refuses to know who asks, in which language,
//! and what is on disk.

mod acceptance;
mod activities;
mod assess;
mod ballot;
mod citizens;
mod consent;
mod contradiction;
mod doubts;
mod hand_over;
mod handle;
mod judge;
mod lawful;
mod meetings;
mod office;
mod opinions;
mod performance;
mod possible;
mod projects;
mod propose;
mod raise;
mod record;
mod recount;
mod reply;
mod review;
mod roster;
mod seats;
mod supervise;
mod wished;

pub use citizens::{is_new_citizen, namesakes, says_something_else};
pub use doubts::{Doubt, doubts};
pub use possible::{barred, possible_step};

use std::collections::BTreeSet;

use chrono::{DateTime, FixedOffset};

use contradiction::contradiction;

use super::book::{Book, Case, Entry, State};
use super::command::{CaseWish, Command, Stamp};
use super::event::Event;
use super::refusal::{Need, Refusal, Rule, Thing};
use super::rules::RuleSet;
use super::terms::{CaseId, Name};

/// Judges a wish.
///
/// # Errors
/// The rule that forbids it, or what it names and is not on record.
pub fn decide(book: &Book, command: &Command, stamp: &Stamp) -> Result<Vec<Event>, Refusal> {
    let bench = Bench::new(book, stamp)?;
    let mut events = bench.judge(command)?;
    let mut judged = events.iter_mut();
    judged.try_for_each(|event| recount::keep_totals(book, event))?;
    let entry = Entry {
        seq: book.head() + 1,
        at: DateTime::<FixedOffset>::default(),
        by: stamp.by.clone(),
        batch: None,
        lenient: stamp.lenient,
        events,
    };
    let impossible = |impossible| contradiction(impossible, stamp);
    if command.reaches_back() {
        let mended = book.with(entry.clone()).map_err(impossible)?;
        record::stands(book, &mended, command, stamp)?;
    } else {
        book.admits(&entry).map_err(impossible)?;
        let mut facts = entry.events.iter();
        facts.try_for_each(|event| recount::hides_the_few(book, event))?;
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
            | Command::CloseSession { .. }
            | Command::AddDeputy { .. }
            | Command::GiveMandate { .. }
            | Command::EndMandate { .. }
            | Command::AddUnit { .. }
            | Command::FillPost { .. }
            | Command::AdoptRules { .. }
            | Command::AdoptCalendar { .. }
            | Command::SaveMapping { .. }
            | Command::SaveFilter { .. }
            | Command::DropFilter { .. } => self.office(command),
            Command::Roster(wish) => self.roster(wish),
            Command::OpenCheck {
                check,
                kind,
                cases,
                sample,
            } => self.open_check(check, *kind, cases, *sample),
            Command::Submit(submission) => self.submit(submission),
            Command::Opinions(wish) => self.opinions(wish),
            Command::Activities(wish) => self.activities(wish),
            Command::Meetings(wish) => self.meetings(wish),
            Command::Citizens(wish) => self.citizens(wish),
            Command::Projects(wished) => self.projects(wished),
            Command::ChangeProject(wish) => self.change_project(wish),
            Command::Assess(wished) => self.assess(wished),
            Command::Perform(wished) => self.perform(wished),
            Command::OnCases { cases, wish } if wish.is_joint() => {
                self.each(&self.together(cases, wish), |case| self.wish(case, wish))
            }
            Command::OnCases { cases, wish } => self.each(cases, |case| self.wish(case, wish)),
            Command::Correct { .. } | Command::Undo { .. } | Command::Redo { .. } => {
                self.record(command)
            }
        }
    }

    #[expect(
        clippy::too_many_lines,
        reason = "one table: each wish and who judges it"
    )]
    fn wish(&self, case: &Case, wish: &CaseWish) -> Result<Vec<Event>, Refusal> {
        match wish {
            CaseWish::Review { outcome, code } => self.review(case, outcome, code.as_ref()),
            CaseWish::Amend(wish) => self.amend(case, wish),
            CaseWish::Classify(wish) => self.classify(case, wish),
            CaseWish::Merge { into, told_apart } => self.merge(case, *into, *told_apart),
            CaseWish::Unmerge => self.unmerge(case),
            CaseWish::Withdraw { why, agreed } => self.withdraw(case, why.as_ref(), agreed),
            CaseWish::PickKey { supervisor } => self.pick_key(case, supervisor.as_ref()),
            CaseWish::Track { lead, co } => self.track(case, lead, co),
            CaseWish::PreAssign { to } => self.pre_assign(case, to),
            CaseWish::Dispute { unit, why } => self.dispute(case, unit, why),
            CaseWish::Coordinate { note } => self.coordinate(case, note),
            CaseWish::Assign(wish) => self.assign(case, wish),
            CaseWish::Reassign(wish) => self.reassign(case, wish),
            CaseWish::Forward { unit, leader } => self.forward(case, unit, leader.as_ref()),
            CaseWish::Sign { unit } => self.sign(case, unit.as_ref()),
            CaseWish::Return {
                unit,
                why,
                proposed,
            } => self.give_back(case, unit.as_ref(), why, proposed.as_ref()),
            CaseWish::RefuseReturn { why } => self.refuse_return(case, why),
            CaseWish::Book(talk) => self.book_talk(case, talk),
            CaseWish::Consult(talk) => self.consult(case, talk),
            CaseWish::Progress {
                unit,
                percent,
                note,
            } => self.progress(case, unit.as_ref(), *percent, note),
            CaseWish::SetMilestone { milestone, due } => self.set_milestone(case, milestone, *due),
            CaseWish::ReachMilestone { milestone, note } => {
                self.reach_milestone(case, milestone.as_ref(), note.as_ref())
            }
            CaseWish::RaiseDifficulty { unit, note } => {
                self.raise_difficulty(case, unit.as_ref(), note)
            }
            CaseWish::RecordEffect {
                what,
                amount,
                measure,
            } => self.record_effect(case, what, *amount, measure),
            CaseWish::AddEvidence(files) => self.add_evidence(case, files),
            CaseWish::RejectOpinion { unit, why } => self.reject_opinion(case, unit, why),
            CaseWish::Concur { unit, note } => self.concur(case, unit, note.as_ref()),
            CaseWish::Extend {
                to,
                why,
                consent,
                told,
            } => self.extend(case, *to, why, consent.as_ref(), *told),
            CaseWish::Reply(reply) => self.reply(case, reply),
            CaseWish::Deliver { deputies, mode } => self.deliver(case, deputies, *mode),
            CaseWish::SetClass(wish) => self.set_class(case, wish),
            CaseWish::Escalate { to, upper, note } => {
                self.escalate(case, to.as_ref(), upper.as_ref(), note.as_ref())
            }
            CaseWish::AnswerEscalation { upper, outcome } => {
                self.answer_escalation(case, upper.as_ref(), outcome)
            }
            CaseWish::Remind {
                unit,
                deputy,
                mode,
                note,
            } => self.remind(case, (unit.as_ref(), deputy.as_ref()), *mode, note.as_ref()),
            CaseWish::Oversee(wish) => self.oversee(case, wish),
            CaseWish::Rate(rating) => self.rate(case, rating),
            CaseWish::RatePublic {
                stars,
                respondents,
                channel,
            } => self.rate_public(case, *stars, *respondents, channel.as_ref()),
            CaseWish::Revisit(wish) => self.revisit(case, wish),
            CaseWish::Close => self.close(case),
            CaseWish::Note { note } => self.note(case, note),
        }
    }

    /// The cases, each lead of a merged group followed by those of its group that the wish can be
    /// meant for.
    fn together(&self, cases: &[CaseId], wish: &CaseWish) -> Vec<CaseId> {
        let meant = |id: &CaseId| {
            self.case(*id)
                .is_ok_and(|case| Self::can_be_meant(&case, wish))
        };
        let rest = |id: CaseId| self.book.merged_into(id).filter(meant);
        let group = |id: &CaseId| std::iter::once(*id).chain(rest(*id));
        cases.iter().flat_map(group).collect()
    }

    /// Whether a wish for its group is one for this case too: it may have been handed over before,
    /// to units of its own.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "what no unit is named in is meant for all"
    )]
    fn can_be_meant(case: &Case, wish: &CaseWish) -> bool {
        let to = case.assignment().map(|a| &a.to);
        let holds = |unit: &Name| to.is_some_and(|to| to.units().any(|holder| holder == unit));
        match wish {
            CaseWish::Assign(_) | CaseWish::PreAssign { .. } => to.is_none(),
            CaseWish::Concur { unit, .. } | CaseWish::RejectOpinion { unit, .. } => {
                to.is_some_and(|to| to.co.contains(unit))
            }
            CaseWish::Sign { unit: Some(unit) } | CaseWish::Forward { unit, .. } => holds(unit),
            CaseWish::Return {
                unit: Some(unit), ..
            } => holds(unit),
            _ => true,
        }
    }

    /// The same judgement for every case of a batch; one refusal refuses all.
    fn each(
        &self,
        cases: &[CaseId],
        one: impl Fn(&Case) -> Result<Vec<Event>, Refusal>,
    ) -> Result<Vec<Event>, Refusal> {
        let (mut seen, mut events) = (BTreeSet::new(), Vec::new());
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
        office.unit_called(unit.as_str()).map(|_| ())
    }

    fn filter(&self, filter: &Name) -> Result<(), Refusal> {
        let office = self.book.office();
        if office.filter(filter).is_some() {
            return Ok(());
        }
        let near = office.filters_near(filter.as_str());
        Err(not_found(Thing::Filter, filter.as_str(), near))
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
    fn gate<R: Into<Rule>>(
        &self,
        open: bool,
        case: &Case,
        rule: impl FnOnce() -> R,
    ) -> Result<(), Refusal> {
        let ours = case.level == self.book.office().level();
        if open || self.stamp.lenient || !ours {
            Ok(())
        } else {
            Err(Refusal::of_case(case.id, rule()))
        }
    }

    /// Something that a group of values of the rule set demands before the step.
    fn needs(
        &self,
        there: bool,
        case: &Case,
        group: &str,
        need: impl FnOnce() -> Need,
    ) -> Result<(), Refusal> {
        self.gate(there, case, || Rule::Needs {
            need: need(),
            article: self.article(group),
        })
    }

    /// Text and article behind a group of values of the rule set in force.
    fn article(&self, group: &str) -> Option<String> {
        self.rules?.article_of(group)
    }

    /// The step is possible only in some states.
    fn state(&self, case: &Case, allowed: &[State]) -> Result<(), Refusal> {
        if allowed.contains(&case.state()) {
            return Ok(());
        }
        let state = self.book.state(case);
        Err(Refusal::of_case(case.id, Rule::WrongState { state }))
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
