//! The record itself: correcting a field, taking a line back, putting it back.
//!
//! Whether the mended history is possible is asked of the book; the refusal names the step that
//! stands against it.

use serde_json::Value;

use super::consent::votes_stand;
use super::lawful::{lawful, work_stands};
use super::recount::hides_the_few;
use super::roster::roster_stands;
use super::{Bench, not_found, one};
use crate::domain::book::{Book, Case, FactId};
use crate::domain::command::{Command, Stamp};
use crate::domain::event::{self, Event};
use crate::domain::refusal::{MeetingRule, Refusal, Rule, Thing, WorkRule};
use crate::domain::terms::{CaseId, CitizenId, Name, Text};

impl Bench<'_> {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "judge() lists every wish; the others are not about the record"
    )]
    pub(super) fn record(&self, command: &Command) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        Ok(match command {
            Command::Correct {
                facts,
                field,
                new,
                why,
            } => self.corrections(facts, field, new, why)?,
            Command::Undo { lines, why } => one(event::Undone {
                on,
                lines: self.whole_commands(lines)?,
                why: why.clone(),
            }),
            Command::Redo { lines, why } => one(event::Redone {
                on,
                lines: self.whole_commands(lines)?,
                why: why.clone(),
            }),
            _ => Vec::new(),
        })
    }

    /// One correction for each fact that has another value.
    fn corrections(
        &self,
        facts: &[FactId],
        field: &str,
        new: &Value,
        why: &Text,
    ) -> Result<Vec<Event>, Refusal> {
        let mut events = Vec::new();
        for id in facts {
            let old = match (self.book.fact(*id), self.book.field(*id, field)) {
                (None, _) => return Err(self.no_such_fact(*id)),
                (Some(_), None) => return Err(not_found(Thing::Field, field, Vec::new())),
                (Some(_), Some(old)) => old,
            };
            if old == *new {
                continue;
            }
            let own = (*id, field.to_owned());
            for (id, field) in std::iter::once(own).chain(self.goes_along(*id, field)) {
                events.extend(one(event::Corrected {
                    on: self.stamp.on,
                    line: id.line,
                    fact: id.index,
                    field,
                    old: old.clone(),
                    new: new.clone(),
                    why: why.clone(),
                }));
            }
        }
        if events.is_empty() {
            return Err(Rule::NothingChanges.into());
        }
        Ok(events)
    }

    /// A line that is not on record, or one that is and has fewer facts.
    fn no_such_fact(&self, id: FactId) -> Refusal {
        let FactId { line, index } = id;
        let Some(entry) = self.book.entry(line) else {
            return not_found(Thing::Line, &line.to_string(), Vec::new());
        };
        let known = (0..entry.events.len()).map(|index| format!("{line}.{index}"));
        not_found(Thing::Line, &format!("{line}.{index}"), known.collect())
    }

    /// What says the same once more and is corrected with it: an acceptance the day of its
    /// hand-over, the number of a case the session in which the case was handed in.
    fn goes_along(&self, id: FactId, field: &str) -> Vec<(FactId, String)> {
        let accepted = self.accepted_with(id).filter(|_| field == "on");
        let numbered = self.numbers_of(id);
        let is_of_series = matches!(field, "level" | "term" | "session" | "period");
        let numbered = numbered.into_iter().filter(|_| is_of_series);
        let series = numbered.map(|id| (id, format!("number.series.{field}")));
        accepted
            .map(|id| (id, field.to_owned()))
            .into_iter()
            .chain(series)
            .collect()
    }

    /// The numbers that were given to what was handed in here.
    fn numbers_of(&self, id: FactId) -> Vec<FactId> {
        let handed_in = self.book.fact(id).map(|fact| fact.event);
        let Some(Event::Submitted(fact)) = handed_in else {
            return Vec::new();
        };
        let timeline = self.book.timeline(fact.case);
        let numbered = timeline.filter(|told| matches!(told.event, Event::Numbered(_)));
        numbered.map(|told| told.id).collect()
    }

    /// The acceptance that came with a hand-over, on its day, and moves with it.
    fn accepted_with(&self, id: FactId) -> Option<FactId> {
        let fact = self.book.fact(id)?;
        if !matches!(fact.event, Event::Assigned(_) | Event::PreAssigned(_)) {
            return None;
        }
        let mut before = (0..id.index).map(|index| FactId { index, ..id });
        before.rfind(|place| {
            let beside = self.book.fact(*place);
            beside.is_some_and(|beside| {
                let same = beside.event.about() == fact.event.about();
                let accepts = matches!(beside.event, Event::Accepted(_));
                accepts && same && beside.event.on() == fact.event.on()
            })
        })
    }

    /// A line of an import stands for its whole batch.
    fn whole_commands(&self, lines: &[u64]) -> Result<Vec<u64>, Refusal> {
        let mut whole = std::collections::BTreeSet::new();
        for line in lines {
            let named = self.book.entry(*line);
            let named =
                named.ok_or_else(|| not_found(Thing::Line, &line.to_string(), Vec::new()))?;
            let entries = || self.book.entries();
            let same = |batch: u64| entries().filter(move |e| e.batch == Some(batch));
            match named.batch {
                Some(batch) => whole.extend(same(batch).map(|e| e.seq)),
                None => {
                    whole.insert(*line);
                }
            }
        }
        Ok(whole.into_iter().collect())
    }
}

/// Whether the record may stand as a wish about it leaves it.
///
/// # Errors
/// The rule that forbids it.
pub(super) fn stands(
    before: &Book,
    after: &Book,
    command: &Command,
    stamp: &Stamp,
) -> Result<(), Refusal> {
    if let Command::Correct { facts, .. } = command {
        for fact in facts {
            lawful(after, *fact, stamp)?;
            let mended = after.fact(*fact);
            mended.map_or(Ok(()), |fact| hides_the_few(before, fact.event))?;
        }
    }
    roster_stands(before.office(), after.office())?;
    nothing_dangles(before, after)?;
    nobody_signed_out_of_office(before, after)?;
    no_station_after_its_opinions(before, after)?;
    votes_stand(before, after)?;
    work_stands(before, after, command, stamp)
}

/// Whether everybody who signed a suggestion still held the seat on its day, of those who held it
/// before the record was changed.
fn nobody_signed_out_of_office(before: &Book, after: &Book) -> Result<(), Refusal> {
    let (had, has) = (before.office(), after.office());
    for (name, known) in has.deputies() {
        let Some(earlier) = had.deputy(name).filter(|earlier| *earlier != known) else {
            continue;
        };
        let loses = |case: &&Case| {
            let signed = case.signatories().any(|signatory| signatory == name);
            let (level, day) = (case.level, case.submitted);
            signed && earlier.serves_at(level, day) && !known.serves_at(level, day)
        };
        if let Some(case) = after.cases().find(loses) {
            let rule = Rule::NoSeat {
                deputy: name.clone(),
                level: case.level,
            };
            return Err(Refusal::of_case(case.id, rule));
        }
    }
    Ok(())
}

/// Whether a station, where its first day is put later, was there when people were heard in it.
fn no_station_after_its_opinions(before: &Book, after: &Book) -> Result<(), Refusal> {
    let later = |name: &Name| {
        let (had, has) = (before.office().station(name), after.office().station(name));
        let (had, has) = (had?.from, has?.from);
        (had < has).then_some((had, has))
    };
    let mut heard = after.opinions().iter().filter_map(|(_, opinion)| {
        let (had, has) = later(opinion.heard.station.as_ref()?)?;
        let on = opinion.heard.on;
        (had <= on && on < has).then_some(Rule::TooEarly { on, after: has })
    });
    heard.next().map_or(Ok(()), |rule| Err(rule.into()))
}

/// Whether every unit, deputy, session and check that cases name is still on record, and the level
/// by which they were handed over.
fn nothing_dangles(before: &Book, after: &Book) -> Result<(), Refusal> {
    let used = |name: String, uses: &dyn Fn(&Case) -> bool| {
        let cases = after.cases().filter(|case| uses(case));
        let cases: Vec<CaseId> = cases.map(|case| case.id).collect();
        match cases.is_empty() {
            true => Ok(()),
            false => Err(Refusal::from(Rule::InUse { name, cases })),
        }
    };
    let mut raised = after.opinions().cases().into_iter();
    if let Some(gone) = raised.find(|case| after.timeline(*case).next().is_none()) {
        let opinions = after.opinions().behind(gone).collect();
        return Err(WorkRule::Linked { opinions }.into());
    }
    let unknown = |id: &CitizenId| after.citizens().get(*id).is_none();
    let mut said = after
        .opinions()
        .iter()
        .filter_map(|(id, o)| Some((id, o.heard.citizen?)));
    if let Some((opinion, citizen)) = said.find(|(_, citizen)| unknown(citizen)) {
        return Err(WorkRule::SaidBy { citizen, opinion }.into());
    }
    for (meeting, known) in after.meetings().iter() {
        let gone = |case: &CaseId| after.timeline(*case).next().is_none();
        let mut cases = known.decisions.iter().flat_map(|decided| &decided.cases);
        if cases.any(gone) {
            return Err(MeetingRule::DecidedOn { meeting }.into());
        }
    }
    let (had, has) = (before.office(), after.office());
    if had.level() != has.level() {
        used("level".to_owned(), &|_| true)?;
    }
    for (unit, _) in had.units().filter(|(unit, _)| has.unit(unit).is_none()) {
        used(unit.to_string(), &|case| case.had(unit))?;
    }
    for (deputy, _) in had.deputies().filter(|(d, _)| has.deputy(d).is_none()) {
        let signed = |case: &Case| case.signatories().any(|name| name == deputy);
        used(deputy.to_string(), &signed)?;
    }
    let sessions = had.sessions().filter(|s| has.session(s.key).is_none());
    for session in sessions {
        let name = format!("{}-{}", session.key.term, session.key.session);
        let own = had.level();
        let of = |case: &Case| case.level == own && case.session == session.key;
        used(name, &of)?;
    }
    for (check, _) in had.checks().filter(|(check, _)| has.check(check).is_none()) {
        let looked = |case: &Case| {
            let mut looks = case.oversight.inspections.iter();
            looks.any(|look| look.check == *check)
        };
        used(check.to_string(), &looked)?;
    }
    Ok(())
}
