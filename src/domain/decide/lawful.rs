//! A fact on record judged once more, as if it were wished for now: what a correction makes of it
//! must pass the same rules as a fresh entry, in the state just before its place.

use super::Bench;
use super::wished::wished;
use crate::domain::book::{Book, Case, FactId, HandOver};
use crate::domain::command::{Stamp, Submission};
use crate::domain::event::{self, About, Event, Work};
use crate::domain::refusal::{HandOverRule, Refusal, Rule};
use crate::domain::terms::{CaseId, Date, SessionKey, Text};

/// Whether the rules allow the fact as it stands in the book.
///
/// # Errors
/// The rule that forbids it.
pub(super) fn lawful(book: &Book, id: FactId, stamp: &Stamp) -> Result<(), Refusal> {
    let Some(fact) = book.fact(id) else {
        return Ok(());
    };
    let stamp = Stamp {
        on: fact.event.on(),
        lenient: stamp.lenient || fact.entry.lenient,
        ..stamp.clone()
    };
    let bench = Bench::new(book, &stamp)?;
    if let Event::Submitted(fact) = fact.event {
        bench.submit(&submission(fact))?;
        return bench.of_its_level(fact.case);
    }
    if let About::Work(work) = fact.event.about() {
        return match work {
            Work::Opinions => {
                bench.knows_who_said_it(fact.event)?;
                bench.allows_opinion(&book.opinions_before(id), fact.event)
            }
            Work::Activities => bench.allows_activity(&book.activities_before(id), fact.event),
            Work::Projects => bench.allows_project(&book.projects_before(id), fact.event),
            Work::Meetings => bench.allows_meeting(&book.meetings_before(id), fact.event),
            Work::Citizens => bench.allows_citizen(&book.citizens_before(id), fact.event),
            Work::Assessments => bench.allows_assessment(&book.assessments_before(id), fact.event),
            Work::Performance => bench.allows_performance(&book.performance_before(id), fact.event),
        };
    }
    if fact.event.about() == About::Office {
        return bench.allows_on_roster(fact.event);
    }
    match book.case_before(id) {
        Some(case) => bench.allows(&case, fact.event, promised(book, id)),
        None => Ok(()),
    }
}

impl Bench<'_> {
    /// What was handed over by us is of our level, what is tracked is not.
    fn of_its_level(&self, case: CaseId) -> Result<(), Refusal> {
        let Some(case) = self.book.case(case) else {
            return Ok(());
        };
        let Some(assignment) = case.assignment() else {
            return Ok(());
        };
        let ours = case.level == self.book.office().level();
        let level = case.level;
        match assignment.how {
            HandOver::Tracked if ours => Err(Refusal::of_case(case.id, HandOverRule::OwnLevel)),
            HandOver::Assigned | HandOver::Reassigned if !ours => Err(Refusal::of_case(
                case.id,
                HandOverRule::OtherLevel { level },
            )),
            HandOver::Tracked | HandOver::Assigned | HandOver::Reassigned => Ok(()),
        }
    }

    /// The fact as the wish it came of. That it changes nothing any more is no offence.
    fn allows(
        &self,
        case: &Case,
        event: &Event,
        promise: Option<(Text, Date)>,
    ) -> Result<(), Refusal> {
        if let Event::CommitmentMade(made) = event {
            return self.not_before(case, made.due);
        }
        let Some(wish) = wished(event, promise) else {
            return Ok(());
        };
        match self.wish(case, &wish) {
            Err(Refusal::Rule {
                rule: Rule::NothingChanges,
                ..
            })
            | Ok(_) => Ok(()),
            Err(refusal) => Err(refusal),
        }
    }
}

/// The promise that stands beside a reply in its line.
fn promised(book: &Book, id: FactId) -> Option<(Text, Date)> {
    let reply = book.fact(id)?;
    let places = (0..).take(reply.entry.events.len());
    let beside = places.filter_map(|index| book.fact(FactId { index, ..id }));
    let mut made = beside.filter_map(|fact| {
        let Event::CommitmentMade(made) = fact.event else {
            return None;
        };
        (Some(made.case) == reply.event.case()).then(|| (made.promise.clone(), made.due))
    });
    made.next()
}

fn submission(fact: &event::Submitted) -> Submission {
    Submission {
        number: None,
        level: Some(fact.level),
        period: Some(fact.period),
        session: Some(SessionKey {
            term: fact.term,
            session: fact.session,
        }),
        title: fact.title.clone(),
        body: fact.body.clone(),
        requests: fact.requests.clone(),
        deputy: fact.deputy.clone(),
        co_signers: fact.co_signers.clone(),
        delegation: fact.delegation.clone(),
        category: fact.category.clone(),
        kind: fact.kind,
        confidential: fact.confidential,
        motion: fact.motion.clone(),
    }
}
