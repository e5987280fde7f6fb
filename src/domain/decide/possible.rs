//! What stands before the next step of a case whatever is said with it: another step that comes first.
//! So a step that would be refused is not proposed, and nobody answers five questions in vain.
//!
//! Refuses: to judge anew. The best wish that could be made is judged as every other.

use super::Bench;
use crate::domain::book::{Book, Case};
use crate::domain::command::{CaseWish, HandOverWish, RatingWish, ReplyWish, ReviewOutcome, Stamp};
use crate::domain::deadline::{Step, owing};
use crate::domain::event::Handlers;
use crate::domain::refusal::{Need, Refusal, Rule};
use crate::domain::terms::{CaseId, Date, Name, Text};

/// The step that a case can take on a day: that of its state, or the one that has to be taken before
/// it. None where nothing is left to be done.
///
/// # Errors
/// What has to be done first is no step of the case.
pub fn possible_step(book: &Book, case: &Case, today: Date) -> Result<Option<Step>, Refusal> {
    let Some(step) = Step::of(book.state(case)) else {
        return Ok(None);
    };
    let Some(refusal) = barred(book, case.id, step, today) else {
        return Ok(Some(step));
    };
    let Refusal::Rule {
        rule: Rule::Needs { need, .. },
        ..
    } = &refusal
    else {
        return Err(refusal);
    };
    let first = of_need(need).filter(|first| *first != step);
    match first.filter(|first| barred(book, case.id, *first, today).is_none()) {
        Some(first) => Ok(Some(first)),
        None => Err(refusal),
    }
}

/// Why a step of a case would be refused on a day whatever is said with it.
pub fn barred(book: &Book, case: CaseId, step: Step, today: Date) -> Option<Refusal> {
    let stamp = Stamp {
        on: today,
        today,
        by: book.office().identity()?.secretary.clone(),
        lenient: false,
        old_ledger: false,
    };
    let bench = Bench::new(book, &stamp).ok()?;
    let case = bench.case(case).ok()?;
    let wish = bench.best(&case, step)?;
    bench.wish(&case, &wish).err().filter(comes_first)
}

impl Bench<'_> {
    /// The wish for a step that lacks nothing which could be said with it; none where what could be
    /// said is not known.
    fn best(&self, case: &Case, step: Step) -> Option<CaseWish> {
        Some(match step {
            Step::HandOver => CaseWish::Assign(Box::new(self.best_hand_over()?)),
            Step::Sign => CaseWish::Sign { unit: None },
            Step::Reply | Step::Rehandle => CaseWish::Reply(Box::new(self.best_reply(case)?)),
            Step::Close => CaseWish::Close,
            Step::Review => CaseWish::Review {
                outcome: ReviewOutcome::Accept(None),
                code: None,
            },
            Step::HandOverAnew => CaseWish::Reassign(Box::new(self.best_hand_over()?)),
            Step::Rate => CaseWish::Rate(Box::new(self.best_rating())),
            Step::Amend | Step::Consult | Step::Decide | Step::Rework | Step::KeepPromise => {
                return None;
            }
        })
    }

    fn best_hand_over(&self) -> Option<HandOverWish> {
        let (unit, _) = self.book.office().units().next()?;
        let to = Handlers {
            lead: Some(unit.clone()),
            ..Handlers::default()
        };
        Some(HandOverWish {
            to,
            ..HandOverWish::default()
        })
    }

    fn best_rating(&self) -> RatingWish {
        let word = self
            .rules
            .and_then(|rules| rules.satisfaction.satisfied.first());
        RatingWish {
            rating: word.cloned(),
            ..RatingWish::default()
        }
    }

    fn best_reply(&self, case: &Case) -> Option<ReplyWish> {
        let said = Text::new("—").ok()?;
        let signer = Name::new("—").ok()?;
        let class = self.rules.and_then(|rules| rules.classes.first());
        let class = class.map_or_else(|| signer.clone(), |class| class.code.clone());
        Some(ReplyWish {
            unit: owing(case).next().cloned(),
            class,
            doc_no: None,
            signer: Some(signer),
            text: Some(said.clone()),
            reason: Some(said.clone()),
            publication: None,
            publication_reason: None,
            answers: vec![said.clone(); case.requests.len()],
            promise: Some((said, self.stamp.on)),
        })
    }
}

/// Whether a refusal stands whatever else is said: the state, or what another step has to give.
fn comes_first(refusal: &Refusal) -> bool {
    match refusal {
        Refusal::Rule {
            rule: Rule::Needs { need, .. },
            ..
        } => is_given_elsewhere(need),
        Refusal::Rule { rule, .. } => {
            matches!(rule, Rule::WrongState { .. } | Rule::Dissatisfied { .. })
        }
        Refusal::NotFound { .. } | Refusal::Ambiguous { .. } => false,
    }
}

/// Whether what is needed comes with another step; all else is said with the step itself.
fn is_given_elsewhere(need: &Need) -> bool {
    match need {
        Need::Coordination { .. }
        | Need::Consultation { .. }
        | Need::CoOpinions { .. }
        | Need::Reply
        | Need::Rating
        | Need::Delivery { .. }
        | Need::ConfirmedClass
        | Need::LookBack
        | Need::Mending
        | Need::Adjudication => true,
        Need::Code { .. }
        | Need::Agreement { .. }
        | Need::InHandOver(_)
        | Need::Effect(_)
        | Need::Consent
        | Need::Telling
        | Need::Signer
        | Need::Answers { .. }
        | Need::WithholdingReason
        | Need::Promise { .. }
        | Need::Reason { .. }
        | Need::Comment
        | Need::ReworkDue
        | Need::Rework => false,
    }
}

/// The step that gives what is needed.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "few of the needs are a step of the way of a case"
)]
fn of_need(need: &Need) -> Option<Step> {
    match need {
        Need::Consultation { .. } => Some(Step::Consult),
        Need::Reply => Some(Step::Reply),
        Need::Rating => Some(Step::Rate),
        Need::Adjudication => Some(Step::Decide),
        _ => None,
    }
}
