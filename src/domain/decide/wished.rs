//! The wish that a fact of a case came of, so that a fact on record can be judged once more by the
//! rules of a fresh entry. One table: a new fact must say here what it is judged as.

use crate::domain::book::ClassStepKind;
use crate::domain::command::{
    AmendWish, BookWish, CaseWish, ClassWish, ClassifyWish, ConsultWish, EvidenceWish, FollowWish,
    ForgiveWish, HandOverWish, InspectWish, OverseeWish, RatingWish, ReReplyWish, ReplyWish,
    ReviewOutcome, RevisitWish, SuperviseWish,
};
use crate::domain::event::{self, Event, ReviewStage};
use crate::domain::terms::{Date, Name, Text};

/// What a fact of a case was wished as; none where no rule of an office speaks of it, or where it
/// only goes along with another fact. A promise that stands beside a reply belongs to its wish.
#[expect(clippy::too_many_lines, reason = "one table: each fact and its wish")]
pub(super) fn wished(event: &Event, promise: Option<(Text, Date)>) -> Option<CaseWish> {
    Some(match event.clone() {
        Event::Amended(f) => CaseWish::Amend(Box::new(AmendWish {
            title: f.title,
            body: f.body,
            requests: f.requests,
            category: f.category,
            co_signers: f.co_signers,
        })),
        Event::Classified(f) => CaseWish::Classify(Box::new(ClassifyWish {
            kind: Some(f.kind),
            scope: f.scope,
            difficulty: f.difficulty,
            urgency: f.urgency,
            traits: Some(f.traits),
            ..ClassifyWish::default()
        })),
        Event::Linked(f) => CaseWish::Classify(Box::new(ClassifyWish {
            earlier: Some(f.earlier),
            ..ClassifyWish::default()
        })),
        Event::Merged(f) => CaseWish::Merge {
            into: f.into,
            told_apart: true,
        },
        Event::Refused(f) => review(ReviewOutcome::Refuse(f.why), f.code),
        Event::ReturnedForAmendment(f) => review(ReviewOutcome::ForAmendment(f.why), f.code),
        Event::TurnedToLetter(f) => review(ReviewOutcome::Letter(f.why), f.code),
        Event::Withdrawn(f) => CaseWish::Withdraw {
            why: f.why,
            agreed: f.agreed,
        },
        Event::KeySupervised(f) => CaseWish::PickKey {
            supervisor: f.supervisor,
        },
        Event::Tracked(f) => CaseWish::Track {
            lead: f.lead,
            co: f.co,
        },
        Event::PreAssigned(f) => CaseWish::PreAssign { to: f.to },
        Event::Disputed(f) => CaseWish::Dispute {
            unit: f.unit,
            why: f.why,
        },
        Event::Assigned(f) => CaseWish::Assign(Box::new(HandOverWish {
            to: f.to,
            due: f.due,
            hard: f.hard,
            plan: f.plan,
            task_force: f.task_force,
        })),
        Event::Reassigned(f) => CaseWish::Reassign(Box::new(HandOverWish {
            to: f.to,
            due: f.due,
            hard: f.hard,
            plan: f.plan,
            task_force: f.task_force,
        })),
        Event::Forwarded(f) => CaseWish::Forward {
            unit: f.unit,
            leader: f.leader,
        },
        Event::Signed(f) => CaseWish::Sign { unit: Some(f.unit) },
        Event::Returned(f) => CaseWish::Return {
            unit: Some(f.unit),
            why: f.why,
            proposed: f.proposed,
        },
        Event::ConsultationBooked(f) => CaseWish::Book(Box::new(BookWish {
            day: f.day,
            stage: f.stage,
            mode: f.mode,
            people: f.people,
            place: f.place,
        })),
        Event::Consulted(f) => CaseWish::Consult(Box::new(ConsultWish {
            stage: f.stage,
            mode: f.mode,
            people: f.people,
            leader_present: f.leader_present,
            note: f.note,
        })),
        Event::Progressed(f) => CaseWish::Progress {
            unit: f.unit,
            percent: f.percent,
            note: f.note,
        },
        Event::MilestoneSet(f) => CaseWish::SetMilestone {
            milestone: f.milestone,
            due: f.due,
        },
        Event::DifficultyRaised(f) => CaseWish::RaiseDifficulty {
            unit: f.unit,
            note: f.note,
        },
        Event::EffectRecorded(f) => CaseWish::RecordEffect {
            what: f.what,
            amount: f.amount,
            measure: f.measure,
        },
        Event::EvidenceAdded(f) => CaseWish::AddEvidence(vec![EvidenceWish {
            sha256: f.sha256,
            file: f.file,
            bytes: f.bytes,
            note: f.note,
        }]),
        Event::CoOpinionGiven(f) => CaseWish::Concur {
            unit: f.unit,
            note: f.note,
        },
        Event::CoOpinionRejected(f) => CaseWish::RejectOpinion {
            unit: f.unit,
            why: f.why,
        },
        Event::Extended(f) => CaseWish::Extend {
            to: f.to,
            why: f.why,
            consent: f.consent,
            told: f.told,
        },
        Event::Replied(f) => reply(f, promise),
        Event::Delivered(f) => CaseWish::Deliver {
            deputies: vec![f.deputy],
            mode: f.mode,
        },
        Event::ClassProposed(f) => step(ClassStepKind::Proposed, f.class, f.unit, f.note),
        Event::ClassReviewed(f) => {
            let kind = match f.stage {
                ReviewStage::First => ClassStepKind::FirstReview,
                ReviewStage::Second => ClassStepKind::SecondReview,
            };
            step(kind, f.class, f.reviewer, f.note)
        }
        Event::ClassConfirmed(f) => step(ClassStepKind::Confirmed, f.class, f.reviewer, f.note),
        Event::Escalated(f) => CaseWish::Escalate {
            to: f.to,
            upper: f.upper,
            note: f.note,
        },
        Event::Reminded(f) => CaseWish::Remind {
            unit: f.unit,
            deputy: f.deputy,
            mode: f.mode,
            note: f.note,
        },
        Event::Supervised(f) => oversee(OverseeWish::Supervise(SuperviseWish {
            mode: f.mode,
            unit: f.unit,
            people: f.people,
            problem: f.problem,
            due: f.due,
        })),
        Event::NoticeAnswered(f) => oversee(OverseeWish::AnswerNotice {
            unit: f.unit,
            note: f.note,
        }),
        Event::ColourSet(f) => oversee(OverseeWish::SetColour {
            colour: f.colour,
            why: f.why,
        }),
        Event::Inspected(f) => oversee(OverseeWish::Inspect(InspectWish {
            check: f.check,
            inspector: f.inspector,
            mode: f.mode,
            finding: f.finding,
            mend_by: f.mend_by,
        })),
        Event::FindingMended(f) => oversee(OverseeWish::Mend {
            check: Some(f.check),
            note: f.note,
        }),
        Event::ReworkOrdered(f) => oversee(OverseeWish::OrderRework {
            what: f.what,
            due: f.due,
        }),
        Event::ReReplied(f) if f.within.is_none() => follow(f),
        Event::FeedbackSought(f) => oversee(OverseeWish::SeekFeedback {
            deputies: vec![f.deputy],
        }),
        Event::Rated(f) => CaseWish::Rate(Box::new(RatingWish {
            deputy: Some(f.deputy),
            of: f.of,
            rating: f.rating,
            attitude: f.attitude,
            result: f.result,
            comment: f.comment,
            channel: f.channel,
        })),
        Event::PublicRated(f) => CaseWish::RatePublic {
            stars: f.stars,
            respondents: f.respondents,
            channel: f.channel,
        },
        Event::Revisited(f) => CaseWish::Revisit(Box::new(RevisitWish {
            rating: f.rating,
            members: f.members,
            means: f.means,
            note: f.note,
        })),
        Event::Adjudicated(f) => oversee(OverseeWish::Adjudicate {
            by: f.by,
            opinion: f.opinion,
        }),
        Event::ErrorForgiven(f) => oversee(OverseeWish::Forgive(ForgiveWish {
            unit: f.unit,
            item: f.item,
            why: f.why,
            by: f.by,
        })),
        Event::Closed(_) => CaseWish::Close,
        // Handed in: judged as such. Whether the others can have happened is all there is to ask.
        Event::Submitted(_)
        | Event::Unmerged(_)
        | Event::Numbered(_)
        | Event::Accepted(_)
        | Event::Coordinated(_)
        | Event::ReturnRefused(_)
        | Event::MilestoneReached(_)
        | Event::EscalationAnswered(_)
        | Event::LookedBack(_)
        | Event::ReworkDone(_)
        | Event::ReReplied(_)
        | Event::CommitmentMade(_)
        | Event::CommitmentSettled(_)
        | Event::Reopened(_)
        | Event::Noted(_) => return None,
        // The deputies' work is judged by its own rules.
        Event::OpinionCollected(_)
        | Event::OpinionAnswered(_)
        | Event::OpinionPassedOn(_)
        | Event::OpinionsDiscussed(_)
        | Event::OpinionsRaised(_)
        | Event::OpinionsForwarded(_)
        | Event::OpinionSettled(_)
        | Event::ActivityPlanned(_)
        | Event::ActivityHeld(_)
        | Event::ActivityCancelled(_)
        | Event::ActivityCounted(_)
        | Event::ActivityRated(_)
        | Event::ProjectCollected(_)
        | Event::ProjectScreened(_)
        | Event::ProjectDiscussed(_)
        | Event::ProjectDeclared(_)
        | Event::ProjectsNominated(_)
        | Event::ProjectsBalloted(_)
        | Event::ProjectsResolved(_)
        | Event::ProjectsAnnounced(_)
        | Event::ProjectStarted(_)
        | Event::ProjectProgressed(_)
        | Event::ProjectChanged(_)
        | Event::ProjectSupervised(_)
        | Event::ProjectAccepted(_)
        | Event::ProjectEvaluated(_)
        | Event::ProjectDefectFound(_)
        | Event::ProjectDefectMended(_)
        | Event::ProjectEntrusted(_)
        | Event::CaretakerCredited(_)
        | Event::CaretakerRewarded(_)
        | Event::CitizenRecorded(_)
        | Event::ParticularsCorrected(_)
        | Event::HouseholdsPaired(_)
        | Event::HouseholdsParted(_)
        | Event::HouseholdsVisited(_)
        | Event::Erased(_)
        | Event::MeetingCalled(_)
        | Event::MeetingHeld(_)
        | Event::MeetingDecided(_)
        | Event::MeetingMinuted(_)
        | Event::DeliberationGiven(_)
        | Event::DeliberationAnswered(_)
        | Event::AnonymousScoringClosed(_)
        | Event::UnitCommended(_)
        | Event::PledgeMade(_)
        | Event::PledgeSettled(_)
        | Event::DeedLogged(_)
        | Event::DeputySelfRated(_)
        | Event::DeputyCommended(_)
        | Event::DeputyVoterRated(_) => return None,
        // No facts of a case.
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
        | Event::CheckOpened(_)
        | Event::MappingSaved(_)
        | Event::GroupAdded(_)
        | Event::GroupJoined(_)
        | Event::GroupLeft(_)
        | Event::StationAdded(_)
        | Event::StationStaffed(_)
        | Event::FilterSaved(_)
        | Event::FilterDropped(_)
        | Event::Corrected(_)
        | Event::Undone(_)
        | Event::Redone(_) => return None,
    })
}

fn review(outcome: ReviewOutcome, code: Option<Name>) -> CaseWish {
    CaseWish::Review { outcome, code }
}

fn oversee(wish: OverseeWish) -> CaseWish {
    CaseWish::Oversee(Box::new(wish))
}

fn step(step: ClassStepKind, class: Name, by: Option<Name>, note: Option<Text>) -> CaseWish {
    CaseWish::SetClass(Box::new(ClassWish {
        step,
        class,
        by,
        note,
    }))
}

fn reply(fact: event::Replied, promise: Option<(Text, Date)>) -> CaseWish {
    CaseWish::Reply(Box::new(ReplyWish {
        unit: Some(fact.unit),
        class: fact.class,
        doc_no: fact.doc_no,
        signer: fact.signer,
        text: fact.text,
        reason: fact.reason,
        publication: fact.publication,
        publication_reason: fact.publication_reason,
        answers: fact.answers,
        promise,
    }))
}

fn follow(fact: event::ReReplied) -> CaseWish {
    oversee(OverseeWish::Follow(FollowWish {
        reply: Some(ReReplyWish {
            unit: fact.unit,
            class: fact.class,
            doc_no: fact.doc_no,
            signer: fact.signer,
            text: fact.text,
            publication: fact.publication,
            publication_reason: fact.publication_reason,
        }),
        ..FollowWish::default()
    }))
}
