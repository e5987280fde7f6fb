//! The number under which a fact enters something, by which later facts know it. One table that the
//! compiler keeps whole: a new fact must say here whether it enters a number.
//!
//! Refuses: official numbers, which belong to a session and come free again.

use super::{Event, Subject};
use crate::domain::terms::CaseId;

/// What was entered under a number of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Given {
    /// A suggestion.
    Case(CaseId),
    /// Something of the deputies' work.
    Work(Subject),
}

impl Given {
    /// The field that holds the number.
    pub fn field(self) -> &'static str {
        match self {
            Self::Case(_) => "case",
            Self::Work(Subject::Opinion(_)) => "opinion",
            Self::Work(Subject::Activity(_)) => "activity",
            Self::Work(Subject::Project(_)) => "project",
            Self::Work(Subject::Citizen(_)) => "citizen",
            Self::Work(Subject::Meeting(_)) => "meeting",
            Self::Work(Subject::Deliberation(_)) => "deliberation",
            Self::Work(Subject::Pledge(_)) => "pledge",
            Self::Work(Subject::Deed(_)) => "deed",
        }
    }
}

impl Event {
    /// The number that the fact gives, if it enters something.
    #[expect(
        clippy::too_many_lines,
        reason = "one table: each fact and the number it gives"
    )]
    pub fn number(&self) -> Option<Given> {
        Some(match self {
            Self::Submitted(fact) => Given::Case(fact.case),
            Self::OpinionCollected(fact) => Given::Work(Subject::Opinion(fact.opinion)),
            Self::ActivityPlanned(fact) => Given::Work(Subject::Activity(fact.activity)),
            Self::ProjectCollected(fact) => Given::Work(Subject::Project(fact.project)),
            Self::CitizenRecorded(fact) => Given::Work(Subject::Citizen(fact.citizen)),
            Self::MeetingCalled(fact) => Given::Work(Subject::Meeting(fact.meeting)),
            Self::DeliberationGiven(fact) => Given::Work(Subject::Deliberation(fact.deliberation)),
            Self::PledgeMade(fact) => Given::Work(Subject::Pledge(fact.pledge)),
            Self::DeedLogged(fact) => Given::Work(Subject::Deed(fact.deed)),
            Self::Amended(_)
            | Self::Classified(_)
            | Self::Linked(_)
            | Self::Merged(_)
            | Self::Unmerged(_)
            | Self::Numbered(_)
            | Self::Accepted(_)
            | Self::Refused(_)
            | Self::ReturnedForAmendment(_)
            | Self::TurnedToLetter(_)
            | Self::Withdrawn(_)
            | Self::KeySupervised(_)
            | Self::Tracked(_)
            | Self::PreAssigned(_)
            | Self::Disputed(_)
            | Self::Coordinated(_)
            | Self::Assigned(_)
            | Self::Reassigned(_)
            | Self::Forwarded(_)
            | Self::Signed(_)
            | Self::Returned(_)
            | Self::ReturnRefused(_)
            | Self::ConsultationBooked(_)
            | Self::Consulted(_)
            | Self::Progressed(_)
            | Self::MilestoneSet(_)
            | Self::MilestoneReached(_)
            | Self::DifficultyRaised(_)
            | Self::EffectRecorded(_)
            | Self::EvidenceAdded(_)
            | Self::CoOpinionGiven(_)
            | Self::CoOpinionRejected(_)
            | Self::Extended(_)
            | Self::Replied(_)
            | Self::Delivered(_)
            | Self::ClassProposed(_)
            | Self::ClassReviewed(_)
            | Self::ClassConfirmed(_)
            | Self::Escalated(_)
            | Self::EscalationAnswered(_)
            | Self::Reminded(_)
            | Self::Supervised(_)
            | Self::NoticeAnswered(_)
            | Self::ColourSet(_)
            | Self::Inspected(_)
            | Self::FindingMended(_)
            | Self::LookedBack(_)
            | Self::ReworkOrdered(_)
            | Self::ReworkDone(_)
            | Self::ReReplied(_)
            | Self::FeedbackSought(_)
            | Self::CommitmentMade(_)
            | Self::CommitmentSettled(_)
            | Self::Rated(_)
            | Self::PublicRated(_)
            | Self::Revisited(_)
            | Self::Adjudicated(_)
            | Self::Closed(_)
            | Self::Reopened(_)
            | Self::Noted(_)
            | Self::ErrorForgiven(_)
            | Self::StoreOpened(_)
            | Self::RulesAdopted(_)
            | Self::CalendarAdopted(_)
            | Self::SessionOpened(_)
            | Self::SessionClosed(_)
            | Self::DeputyAdded(_)
            | Self::MandateGiven(_)
            | Self::MandateEnded(_)
            | Self::UnitAdded(_)
            | Self::PostFilled(_)
            | Self::CheckOpened(_)
            | Self::MappingSaved(_)
            | Self::GroupAdded(_)
            | Self::GroupJoined(_)
            | Self::GroupLeft(_)
            | Self::StationAdded(_)
            | Self::StationStaffed(_)
            | Self::FilterSaved(_)
            | Self::FilterDropped(_)
            | Self::OpinionAnswered(_)
            | Self::OpinionPassedOn(_)
            | Self::OpinionsDiscussed(_)
            | Self::OpinionsRaised(_)
            | Self::OpinionsForwarded(_)
            | Self::OpinionSettled(_)
            | Self::ActivityHeld(_)
            | Self::ActivityCancelled(_)
            | Self::ActivityCounted(_)
            | Self::ActivityRated(_)
            | Self::ProjectScreened(_)
            | Self::ProjectDiscussed(_)
            | Self::ProjectDeclared(_)
            | Self::ProjectsNominated(_)
            | Self::ProjectsBalloted(_)
            | Self::ProjectsResolved(_)
            | Self::ProjectsAnnounced(_)
            | Self::ProjectStarted(_)
            | Self::ProjectProgressed(_)
            | Self::ProjectChanged(_)
            | Self::ProjectSupervised(_)
            | Self::ProjectAccepted(_)
            | Self::ProjectEvaluated(_)
            | Self::ProjectDefectFound(_)
            | Self::ProjectDefectMended(_)
            | Self::ProjectEntrusted(_)
            | Self::CaretakerCredited(_)
            | Self::CaretakerRewarded(_)
            | Self::AnonymousScoringClosed(_)
            | Self::UnitCommended(_)
            | Self::PledgeSettled(_)
            | Self::DeputySelfRated(_)
            | Self::DeputyVoterRated(_)
            | Self::DeputyCommended(_)
            | Self::ParticularsCorrected(_)
            | Self::HouseholdsPaired(_)
            | Self::HouseholdsParted(_)
            | Self::HouseholdsVisited(_)
            | Self::Erased(_)
            | Self::MeetingHeld(_)
            | Self::MeetingDecided(_)
            | Self::MeetingMinuted(_)
            | Self::DeliberationAnswered(_)
            | Self::Corrected(_)
            | Self::Undone(_)
            | Self::Redone(_) => return None,
        })
    }
}
