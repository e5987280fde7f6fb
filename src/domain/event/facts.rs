//! What every fact can be asked, whichever it is: its day, its case, its name.
//! Nothing here knows what a fact means.

use super::Event;
use crate::domain::terms::{CaseId, Date};

impl Event {
    /// The day it happened.
    pub fn on(&self) -> Date {
        match self {
            Self::StoreOpened { on, .. }
            | Self::RulesAdopted { on, .. }
            | Self::CalendarAdopted { on, .. }
            | Self::SessionOpened { on, .. }
            | Self::SessionClosed { on, .. }
            | Self::DeputyAdded { on, .. }
            | Self::MandateGiven { on, .. }
            | Self::MandateEnded { on, .. }
            | Self::UnitAdded { on, .. }
            | Self::PostFilled { on, .. }
            | Self::Submitted { on, .. }
            | Self::Numbered { on, .. }
            | Self::Accepted { on, .. }
            | Self::Refused { on, .. }
            | Self::ReturnedForAmendment { on, .. }
            | Self::TurnedToLetter { on, .. }
            | Self::Withdrawn { on, .. }
            | Self::KeySupervised { on, .. }
            | Self::Tracked { on, .. }
            | Self::Assigned { on, .. }
            | Self::Reassigned { on, .. }
            | Self::Forwarded { on, .. }
            | Self::Signed { on, .. }
            | Self::Returned { on, .. }
            | Self::Consulted { on, .. }
            | Self::Progressed { on, .. }
            | Self::CoOpinionGiven { on, .. }
            | Self::Extended { on, .. }
            | Self::Replied { on, .. }
            | Self::Escalated { on, .. }
            | Self::CommitmentMade { on, .. }
            | Self::CommitmentSettled { on, .. }
            | Self::Rated { on, .. }
            | Self::PublicRated { on, .. }
            | Self::Revisited { on, .. }
            | Self::Closed { on, .. }
            | Self::Noted { on, .. }
            | Self::Corrected { on, .. }
            | Self::Undone { on, .. }
            | Self::Redone { on, .. } => *on,
        }
    }

    /// The case it is about; none for facts of the office and of the record.
    pub fn case(&self) -> Option<CaseId> {
        match self {
            Self::Submitted { case, .. }
            | Self::Numbered { case, .. }
            | Self::Accepted { case, .. }
            | Self::Refused { case, .. }
            | Self::ReturnedForAmendment { case, .. }
            | Self::TurnedToLetter { case, .. }
            | Self::Withdrawn { case, .. }
            | Self::KeySupervised { case, .. }
            | Self::Tracked { case, .. }
            | Self::Assigned { case, .. }
            | Self::Reassigned { case, .. }
            | Self::Forwarded { case, .. }
            | Self::Signed { case, .. }
            | Self::Returned { case, .. }
            | Self::Consulted { case, .. }
            | Self::Progressed { case, .. }
            | Self::CoOpinionGiven { case, .. }
            | Self::Extended { case, .. }
            | Self::Replied { case, .. }
            | Self::Escalated { case, .. }
            | Self::CommitmentMade { case, .. }
            | Self::CommitmentSettled { case, .. }
            | Self::Rated { case, .. }
            | Self::PublicRated { case, .. }
            | Self::Revisited { case, .. }
            | Self::Closed { case, .. }
            | Self::Noted { case, .. } => Some(*case),
            Self::StoreOpened { .. }
            | Self::RulesAdopted { .. }
            | Self::CalendarAdopted { .. }
            | Self::SessionOpened { .. }
            | Self::SessionClosed { .. }
            | Self::DeputyAdded { .. }
            | Self::MandateGiven { .. }
            | Self::MandateEnded { .. }
            | Self::UnitAdded { .. }
            | Self::PostFilled { .. }
            | Self::Corrected { .. }
            | Self::Undone { .. }
            | Self::Redone { .. } => None,
        }
    }

    /// Its name in the journal (`assigned`).
    pub fn name(&self) -> &'static str {
        match self {
            Self::StoreOpened { .. } => "store_opened",
            Self::RulesAdopted { .. } => "rules_adopted",
            Self::CalendarAdopted { .. } => "calendar_adopted",
            Self::SessionOpened { .. } => "session_opened",
            Self::SessionClosed { .. } => "session_closed",
            Self::DeputyAdded { .. } => "deputy_added",
            Self::MandateGiven { .. } => "mandate_given",
            Self::MandateEnded { .. } => "mandate_ended",
            Self::UnitAdded { .. } => "unit_added",
            Self::PostFilled { .. } => "post_filled",
            Self::Submitted { .. } => "submitted",
            Self::Numbered { .. } => "numbered",
            Self::Accepted { .. } => "accepted",
            Self::Refused { .. } => "refused",
            Self::ReturnedForAmendment { .. } => "returned_for_amendment",
            Self::TurnedToLetter { .. } => "turned_to_letter",
            Self::Withdrawn { .. } => "withdrawn",
            Self::KeySupervised { .. } => "key_supervised",
            Self::Tracked { .. } => "tracked",
            Self::Assigned { .. } => "assigned",
            Self::Reassigned { .. } => "reassigned",
            Self::Forwarded { .. } => "forwarded",
            Self::Signed { .. } => "signed",
            Self::Returned { .. } => "returned",
            Self::Consulted { .. } => "consulted",
            Self::Progressed { .. } => "progressed",
            Self::CoOpinionGiven { .. } => "co_opinion_given",
            Self::Extended { .. } => "extended",
            Self::Replied { .. } => "replied",
            Self::Escalated { .. } => "escalated",
            Self::CommitmentMade { .. } => "commitment_made",
            Self::CommitmentSettled { .. } => "commitment_settled",
            Self::Rated { .. } => "rated",
            Self::PublicRated { .. } => "public_rated",
            Self::Revisited { .. } => "revisited",
            Self::Closed { .. } => "closed",
            Self::Noted { .. } => "noted",
            Self::Corrected { .. } => "corrected",
            Self::Undone { .. } => "undone",
            Self::Redone { .. } => "redone",
        }
    }
}
