//! Facts: the vocabulary of the journal.
//!
//! A fact's name, fields and meaning are for ever; what was wrong is mended by one more fact.
//! Keys are English and final, values are the office's own words. Every fact carries `on`, the
//! day it happened; optional fields are left out where nothing is known. This room refuses to
//! judge: whether a fact *may* be recorded is for `decide`, whether it *can* have happened for
//! `book`.
//!
#![doc = include_str!("facts.md")]

mod hand_over;
mod handle;
mod judge;
mod office;
mod parts;
mod raise;
mod record;

use serde::{Deserialize, Serialize};

pub use hand_over::{
    Assigned, Coordinated, Disputed, Forwarded, PreAssigned, Reassigned, ReturnRefused, Returned,
    Signed,
};
pub use handle::{
    ClassConfirmed, ClassProposed, ClassReviewed, CoOpinionGiven, CoOpinionRejected,
    ConsultationBooked, Consulted, Delivered, DifficultyRaised, EffectRecorded, Escalated,
    EscalationAnswered, EvidenceAdded, Extended, MilestoneReached, MilestoneSet, Progressed,
    Replied,
};
pub use judge::{
    Closed, CommitmentMade, CommitmentSettled, Noted, PublicRated, Rated, Reminded, Revisited,
};
pub use office::{
    CalendarAdopted, DeputyAdded, MandateEnded, MandateGiven, PostFilled, RulesAdopted,
    SessionClosed, SessionOpened, StoreOpened, UnitAdded,
};
pub use parts::{
    ConsultMode, ConsultStage, Handlers, Kind, Publication, RemindMode, ReviewStage, Trait,
};
pub use raise::{
    Accepted, Amended, Classified, KeySupervised, Linked, Merged, Numbered, Refused,
    ReturnedForAmendment, Submitted, Tracked, TurnedToLetter, Unmerged, Withdrawn,
};
pub use record::{Corrected, Redone, Undone};

use super::terms::{CaseId, Date};

/// The facts with their names in the journal, and what every one of them can be asked.
macro_rules! vocabulary {
    (
        of a case { $($case:ident = $case_name:literal,)* }
        of no case { $($other:ident = $other_name:literal,)* }
    ) => {
        /// One fact. The table above says what each means.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "type")]
        #[expect(missing_docs, reason = "each fact says it itself")]
        pub enum Event {
            $(#[serde(rename = $case_name)] $case($case),)*
            $(#[serde(rename = $other_name)] $other($other),)*
        }

        impl Event {
            /// The names of all facts in the journal.
            pub const NAMES: &'static [&'static str] = &[$($case_name,)* $($other_name,)*];

            /// The day it happened.
            pub fn on(&self) -> Date {
                match self {
                    $(Self::$case(fact) => fact.on,)*
                    $(Self::$other(fact) => fact.on,)*
                }
            }

            /// The case it is about; none for facts of the office and of the record.
            pub fn case(&self) -> Option<CaseId> {
                match self {
                    $(Self::$case(fact) => Some(fact.case),)*
                    $(Self::$other(_) => None,)*
                }
            }

            /// Its name in the journal (`assigned`).
            pub fn name(&self) -> &'static str {
                match self {
                    $(Self::$case(_) => $case_name,)*
                    $(Self::$other(_) => $other_name,)*
                }
            }
        }

        $(impl From<$case> for Event {
            fn from(fact: $case) -> Self {
                Self::$case(fact)
            }
        })*

        $(impl From<$other> for Event {
            fn from(fact: $other) -> Self {
                Self::$other(fact)
            }
        })*
    };
}

vocabulary! {
    of a case {
        Submitted = "submitted",
        Amended = "amended",
        Classified = "classified",
        Linked = "linked",
        Merged = "merged",
        Unmerged = "unmerged",
        Numbered = "numbered",
        Accepted = "accepted",
        Refused = "refused",
        ReturnedForAmendment = "returned_for_amendment",
        TurnedToLetter = "turned_to_letter",
        Withdrawn = "withdrawn",
        KeySupervised = "key_supervised",
        Tracked = "tracked",
        PreAssigned = "pre_assigned",
        Disputed = "disputed",
        Coordinated = "coordinated",
        Assigned = "assigned",
        Reassigned = "reassigned",
        Forwarded = "forwarded",
        Signed = "signed",
        Returned = "returned",
        ReturnRefused = "return_refused",
        ConsultationBooked = "consultation_booked",
        Consulted = "consulted",
        Progressed = "progressed",
        MilestoneSet = "milestone_set",
        MilestoneReached = "milestone_reached",
        DifficultyRaised = "difficulty_raised",
        EffectRecorded = "effect_recorded",
        EvidenceAdded = "evidence_added",
        CoOpinionGiven = "co_opinion_given",
        CoOpinionRejected = "co_opinion_rejected",
        Extended = "extended",
        Replied = "replied",
        Delivered = "delivered",
        ClassProposed = "class_proposed",
        ClassReviewed = "class_reviewed",
        ClassConfirmed = "class_confirmed",
        Escalated = "escalated",
        EscalationAnswered = "escalation_answered",
        Reminded = "reminded",
        CommitmentMade = "commitment_made",
        CommitmentSettled = "commitment_settled",
        Rated = "rated",
        PublicRated = "public_rated",
        Revisited = "revisited",
        Closed = "closed",
        Noted = "noted",
    }
    of no case {
        StoreOpened = "store_opened",
        RulesAdopted = "rules_adopted",
        CalendarAdopted = "calendar_adopted",
        SessionOpened = "session_opened",
        SessionClosed = "session_closed",
        DeputyAdded = "deputy_added",
        MandateGiven = "mandate_given",
        MandateEnded = "mandate_ended",
        UnitAdded = "unit_added",
        PostFilled = "post_filled",
        Corrected = "corrected",
        Undone = "undone",
        Redone = "redone",
    }
}
