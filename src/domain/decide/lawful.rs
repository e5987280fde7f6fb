//! A fact on record judged once more, as if it were wished for now: what a correction makes of it
//! must pass the same rules as a fresh entry, in the state just before its place.

use super::Bench;
use crate::domain::book::{Book, Case, FactId, HandOver};
use crate::domain::command::{
    HandOverWish, InspectWish, OverseeWish, RatingWish, ReplyWish, RevisitWish, Stamp, Submission,
};
use crate::domain::event::{self, About, Event, Work};
use crate::domain::refusal::{HandOverRule, Refusal};
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
            Work::Opinions => bench.allows_opinion(&book.opinions_before(id), fact.event),
            Work::Activities => bench.allows_activity(&book.activities_before(id), fact.event),
            Work::Projects => bench.allows_project(&book.projects_before(id), fact.event),
        };
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

    /// The facts that a rule of an office may forbid; whether the others can have happened was
    /// asked of the book.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other facts are under no rule"
    )]
    fn allows(
        &self,
        case: &Case,
        event: &Event,
        promise: Option<(Text, Date)>,
    ) -> Result<(), Refusal> {
        let judged = match event {
            Event::Assigned(f) => self.assign(case, &hand_over(f.clone())),
            Event::Reassigned(f) => {
                let event::Reassigned {
                    on,
                    case: id,
                    to,
                    due,
                    hard,
                    plan,
                    task_force,
                } = f.clone();
                let f = event::Assigned {
                    on,
                    case: id,
                    to,
                    due,
                    hard,
                    plan,
                    task_force,
                };
                self.reassign(case, &hand_over(f))
            }
            Event::Tracked(f) => self.track(case, &f.lead, &f.co),
            Event::Forwarded(f) => self.forward(case, &f.unit, f.leader.as_ref()),
            Event::Signed(f) => self.sign(case, Some(&f.unit)),
            Event::Returned(f) => self.give_back(case, Some(&f.unit), &f.why, f.proposed.as_ref()),
            Event::Progressed(f) => self.progress(case, f.unit.as_ref(), f.percent, &f.note),
            Event::CoOpinionGiven(f) => self.concur(case, &f.unit, f.note.as_ref()),
            Event::Extended(f) => self.extend(case, f.to, &f.why, f.consent.as_ref(), f.told),
            Event::Replied(f) => self.reply(case, &reply(f, promise)),
            Event::Rated(f) => self.rate(case, &rating(f)),
            Event::Revisited(f) => self.revisit(case, &revisit(f.clone())),
            Event::Inspected(f) => self.oversee(case, &inspection(f.clone())),
            Event::Closed(_) => self.close(case),
            Event::Withdrawn(f) => self.withdraw(case, f.why.as_ref(), &f.agreed),
            _ => return Ok(()),
        };
        judged.map(|_| ())
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

fn hand_over(fact: event::Assigned) -> HandOverWish {
    HandOverWish {
        to: fact.to,
        due: fact.due,
        hard: fact.hard,
        plan: fact.plan,
        task_force: fact.task_force,
    }
}

fn reply(fact: &event::Replied, promise: Option<(Text, Date)>) -> ReplyWish {
    ReplyWish {
        unit: Some(fact.unit.clone()),
        class: fact.class.clone(),
        doc_no: fact.doc_no.clone(),
        signer: fact.signer.clone(),
        text: fact.text.clone(),
        reason: fact.reason.clone(),
        publication: fact.publication,
        publication_reason: fact.publication_reason.clone(),
        answers: fact.answers.clone(),
        promise,
    }
}

fn revisit(fact: event::Revisited) -> RevisitWish {
    RevisitWish {
        rating: fact.rating,
        members: fact.members,
        means: fact.means,
        note: fact.note,
    }
}

fn inspection(fact: event::Inspected) -> OverseeWish {
    OverseeWish::Inspect(InspectWish {
        check: fact.check,
        inspector: fact.inspector,
        mode: fact.mode,
        finding: fact.finding,
        mend_by: fact.mend_by,
    })
}

fn rating(fact: &event::Rated) -> RatingWish {
    RatingWish {
        deputy: Some(fact.deputy.clone()),
        of: fact.of,
        rating: fact.rating.clone(),
        attitude: fact.attitude.clone(),
        result: fact.result.clone(),
        comment: fact.comment.clone(),
    }
}
