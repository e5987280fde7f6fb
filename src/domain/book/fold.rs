//! The effect of one fact on one case. It refuses only what cannot have happened; what the
//! office's rules forbid is none of its business, so that a rule changed next year never makes
//! history unreadable.

use std::collections::BTreeMap;

use super::case::{
    Case, Commitment, Consultation, Extension, HandOver, Progress, PublicRating, Rating, Return,
};
use super::impossible::{Clash, Ending};
use super::steps::{
    assignment, end, hand_over, holder, not_assigned, not_closed, open_assignment, reply, settle,
    sign,
};
use crate::domain::event::{self, Event, Handlers};
use crate::domain::terms::SessionKey;

/// Folds one fact into a case that may not be there yet.
pub(super) fn fold(case: Option<Case>, event: &Event) -> Result<Case, Clash> {
    match case {
        None => born(event),
        Some(case) => {
            if matches!(event, Event::Submitted(_)) {
                return Err(Clash::SubmittedTwice);
            }
            if let Some((_, ending)) = case.ended
                && !matches!(event, Event::Noted(_))
            {
                return Err(Clash::Ended(ending));
            }
            grown(case, event)
        }
    }
}

fn born(event: &Event) -> Result<Case, Clash> {
    let Event::Submitted(event::Submitted {
        on,
        case,
        level,
        period,
        term,
        session,
        title,
        body,
        deputy,
        co_signers,
        delegation,
        category,
        kind,
        confidential,
    }) = event
    else {
        return Err(Clash::NotSubmitted);
    };
    Ok(Case {
        id: *case,
        number: None,
        level: *level,
        period: *period,
        session: SessionKey {
            term: *term,
            session: *session,
        },
        title: title.clone(),
        body: body.clone(),
        deputy: deputy.clone(),
        co_signers: co_signers.clone(),
        delegation: delegation.clone(),
        category: category.clone(),
        kind: *kind,
        confidential: *confidential,
        submitted: *on,
        accepted: None,
        amendment: None,
        ended: None,
        key_supervised: None,
        assignments: Vec::new(),
        consultations: Vec::new(),
        progress: Vec::new(),
        co_opinions: BTreeMap::new(),
        extension: None,
        replies: Vec::new(),
        commitments: Vec::new(),
        ratings: Vec::new(),
        stars: Vec::new(),
        revisit: None,
        escalated: None,
        closed: None,
        notes: Vec::new(),
    })
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what is not raising or handing over goes to the next table"
)]
fn grown(mut case: Case, event: &Event) -> Result<Case, Clash> {
    match event {
        Event::Numbered(event::Numbered { number, .. }) => case.number = Some(*number),
        Event::Accepted(event::Accepted { on, .. }) => {
            if case.accepted.is_some() {
                return Err(Clash::AcceptedTwice);
            }
            case.accepted = Some(*on);
            case.amendment = None;
        }
        Event::ReturnedForAmendment(event::ReturnedForAmendment { on, why, .. }) => {
            not_assigned(&case)?;
            case.accepted = None;
            case.amendment = Some((*on, why.clone()));
        }
        Event::Refused(event::Refused { on, .. }) => end(&mut case, *on, Ending::Refused)?,
        Event::TurnedToLetter(event::TurnedToLetter { on, .. }) => {
            end(&mut case, *on, Ending::Letter)?;
        }
        Event::Withdrawn(event::Withdrawn { on, .. }) => {
            not_closed(&case)?;
            case.ended = Some((*on, Ending::Withdrawn));
        }
        Event::KeySupervised(event::KeySupervised { on, supervisor, .. }) => {
            case.key_supervised = Some((*on, supervisor.clone()));
        }
        Event::Tracked(event::Tracked { on, lead, co, .. }) => {
            not_assigned(&case)?;
            let to = Handlers {
                lead: Some(lead.clone()),
                co: co.clone(),
                ..Handlers::default()
            };
            hand_over(&mut case, *on, HandOver::Tracked, &to, None, None);
        }
        Event::Assigned(event::Assigned {
            on, to, due, hard, ..
        }) => {
            not_assigned(&case)?;
            hand_over(&mut case, *on, HandOver::Assigned, to, *due, hard.as_ref());
        }
        Event::Reassigned(event::Reassigned {
            on, to, due, hard, ..
        }) => {
            open_assignment(&mut case)?;
            not_closed(&case)?;
            hand_over(
                &mut case,
                *on,
                HandOver::Reassigned,
                to,
                *due,
                hard.as_ref(),
            );
        }
        _ => return handled(case, event),
    }
    Ok(case)
}

#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "what is not handling goes to the last table, which lists every fact"
)]
fn handled(mut case: Case, event: &Event) -> Result<Case, Clash> {
    match event {
        Event::Forwarded(event::Forwarded { on, unit, .. }) => {
            let assignment = open_assignment(&mut case)?;
            assignment.forwarded.push((*on, unit.clone()));
        }
        Event::Signed(event::Signed { on, unit, .. }) => {
            sign(open_assignment(&mut case)?, *on, unit)?;
        }
        Event::Returned(event::Returned {
            on,
            unit,
            why,
            proposed,
            ..
        }) => {
            let assignment = open_assignment(&mut case)?;
            holder(assignment, unit)?;
            assignment.returned = Some(Return {
                on: *on,
                unit: unit.clone(),
                why: why.clone(),
                proposed: proposed.clone(),
            });
            if case.replied().is_some() {
                return Err(Clash::Replied);
            }
        }
        Event::CoOpinionGiven(event::CoOpinionGiven { on, unit, .. }) => {
            let assignment = assignment(&mut case)?;
            if !assignment.to.co.contains(unit) {
                return Err(Clash::NotHolder(unit.clone()));
            }
            case.co_opinions.insert(unit.clone(), *on);
        }
        Event::Extended(event::Extended {
            on,
            to,
            why,
            consent,
            ..
        }) => {
            open_assignment(&mut case)?;
            case.extension = Some(Extension {
                on: *on,
                to: *to,
                why: why.clone(),
                consent: consent.clone(),
            });
        }
        Event::Replied(_) => reply(&mut case, event)?,
        Event::Closed(event::Closed { on, .. }) => {
            not_closed(&case)?;
            case.closed = Some(*on);
        }
        _ => return observed(case, event),
    }
    Ok(case)
}

#[expect(
    clippy::too_many_lines,
    reason = "one table, which lists every fact that is left"
)]
fn observed(mut case: Case, event: &Event) -> Result<Case, Clash> {
    match event {
        Event::Consulted(event::Consulted {
            on,
            stage,
            mode,
            people,
            leader_present,
            ..
        }) => {
            case.consultations.push(Consultation {
                on: *on,
                stage: *stage,
                mode: *mode,
                people: people.clone(),
                leader_present: *leader_present,
            });
        }
        Event::Progressed(event::Progressed {
            on,
            unit,
            percent,
            note,
            ..
        }) => case.progress.push(Progress {
            on: *on,
            unit: unit.clone(),
            percent: *percent,
            note: note.clone(),
        }),
        Event::Escalated(event::Escalated { on, to, .. }) => {
            case.escalated = Some((*on, to.clone()));
        }
        Event::CommitmentMade(event::CommitmentMade {
            on, promise, due, ..
        }) => case.commitments.push(Commitment {
            made: *on,
            promise: promise.clone(),
            due: *due,
            settled: None,
        }),
        Event::CommitmentSettled(event::CommitmentSettled { on, kept, note, .. }) => {
            settle(&mut case, *on, *kept, note.as_ref())?;
        }
        Event::Rated(event::Rated {
            on,
            deputy,
            rating,
            attitude,
            result,
            comment,
            ..
        }) => {
            if case.replied().is_none() {
                return Err(Clash::NotReplied);
            }
            case.ratings.push(Rating {
                on: *on,
                deputy: deputy.clone(),
                rating: rating.clone(),
                attitude: attitude.clone(),
                result: result.clone(),
                comment: comment.clone(),
                replies: case.replies.len(),
            });
        }
        Event::PublicRated(event::PublicRated {
            on,
            stars,
            respondents,
            channel,
            ..
        }) => case.stars.push(PublicRating {
            on: *on,
            stars: *stars,
            respondents: *respondents,
            channel: channel.clone(),
        }),
        Event::Revisited(event::Revisited { on, rating, .. }) => {
            case.revisit = Some((*on, rating.clone()));
        }
        Event::Noted(event::Noted { on, note, .. }) => case.notes.push((*on, note.clone())),
        // Folded above, or no fact of a case.
        Event::StoreOpened(_)
        | Event::RulesAdopted(_)
        | Event::CalendarAdopted(_)
        | Event::SessionOpened(_)
        | Event::SessionClosed(_)
        | Event::DeputyAdded(_)
        | Event::MandateGiven(_)
        | Event::MandateEnded(_)
        | Event::UnitAdded(_)
        | Event::PostFilled(_)
        | Event::Submitted(_)
        | Event::Numbered(_)
        | Event::Accepted(_)
        | Event::Refused(_)
        | Event::ReturnedForAmendment(_)
        | Event::TurnedToLetter(_)
        | Event::Withdrawn(_)
        | Event::KeySupervised(_)
        | Event::Tracked(_)
        | Event::Assigned(_)
        | Event::Reassigned(_)
        | Event::Forwarded(_)
        | Event::Signed(_)
        | Event::Returned(_)
        | Event::CoOpinionGiven(_)
        | Event::Extended(_)
        | Event::Replied(_)
        | Event::Closed(_)
        | Event::Corrected(_)
        | Event::Undone(_)
        | Event::Redone(_) => {}
    }
    Ok(case)
}
