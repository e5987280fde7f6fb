//! The effect of one fact on one case. It refuses only what cannot have happened; what the
//! office's rules forbid is none of its business, so that a rule changed next year never makes
//! history unreadable.

mod conditions;
mod hand_over;
mod handle;
mod judge;
mod raise;
mod supervise;

use super::case::Case;
use super::impossible::Clash;
use crate::domain::event::Event;

/// A fact that changes a case.
trait Change {
    /// Changes the case; what is half done when it fails is thrown away with the case.
    fn change(&self, case: &mut Case) -> Result<(), Clash>;
}

/// Folds one fact into a case that may not be there yet. Whoever is told of a clash must throw the
/// case away: it may be half changed.
pub(super) fn fold(case: &mut Option<Case>, event: &Event) -> Result<(), Clash> {
    let case = match case {
        Some(case) => case,
        None => {
            let Event::Submitted(fact) = event else {
                return Err(Clash::NotSubmitted);
            };
            *case = Some(raise::born(fact));
            return Ok(());
        }
    };
    if let Some((_, ending)) = case.ended
        && !matches!(event, Event::Noted(_) | Event::Submitted(_))
    {
        return Err(Clash::Ended(ending));
    }
    change(case, event)
}

#[expect(clippy::too_many_lines, reason = "one table: each fact and its effect")]
fn change(case: &mut Case, event: &Event) -> Result<(), Clash> {
    match event {
        Event::Submitted(_) => Err(Clash::SubmittedTwice),
        Event::Amended(fact) => fact.change(case),
        Event::Classified(fact) => fact.change(case),
        Event::Linked(fact) => fact.change(case),
        Event::Merged(fact) => fact.change(case),
        Event::Unmerged(fact) => fact.change(case),
        Event::Numbered(fact) => fact.change(case),
        Event::Accepted(fact) => fact.change(case),
        Event::Refused(fact) => fact.change(case),
        Event::ReturnedForAmendment(fact) => fact.change(case),
        Event::TurnedToLetter(fact) => fact.change(case),
        Event::Withdrawn(fact) => fact.change(case),
        Event::KeySupervised(fact) => fact.change(case),
        Event::Tracked(fact) => fact.change(case),
        Event::PreAssigned(fact) => fact.change(case),
        Event::Disputed(fact) => fact.change(case),
        Event::Coordinated(fact) => fact.change(case),
        Event::Assigned(fact) => fact.change(case),
        Event::Reassigned(fact) => fact.change(case),
        Event::Forwarded(fact) => fact.change(case),
        Event::Signed(fact) => fact.change(case),
        Event::Returned(fact) => fact.change(case),
        Event::ReturnRefused(fact) => fact.change(case),
        Event::ConsultationBooked(fact) => fact.change(case),
        Event::Consulted(fact) => fact.change(case),
        Event::Progressed(fact) => fact.change(case),
        Event::MilestoneSet(fact) => fact.change(case),
        Event::MilestoneReached(fact) => fact.change(case),
        Event::DifficultyRaised(fact) => fact.change(case),
        Event::EffectRecorded(fact) => fact.change(case),
        Event::EvidenceAdded(fact) => fact.change(case),
        Event::CoOpinionGiven(fact) => fact.change(case),
        Event::CoOpinionRejected(fact) => fact.change(case),
        Event::Extended(fact) => fact.change(case),
        Event::Replied(fact) => fact.change(case),
        Event::Delivered(fact) => fact.change(case),
        Event::ClassProposed(fact) => fact.change(case),
        Event::ClassReviewed(fact) => fact.change(case),
        Event::ClassConfirmed(fact) => fact.change(case),
        Event::Escalated(fact) => fact.change(case),
        Event::EscalationAnswered(fact) => fact.change(case),
        Event::Reminded(fact) => fact.change(case),
        Event::Supervised(fact) => fact.change(case),
        Event::NoticeAnswered(fact) => fact.change(case),
        Event::ColourSet(fact) => fact.change(case),
        Event::Inspected(fact) => fact.change(case),
        Event::FindingMended(fact) => fact.change(case),
        Event::LookedBack(fact) => fact.change(case),
        Event::ReworkOrdered(fact) => fact.change(case),
        Event::ReworkDone(fact) => fact.change(case),
        Event::ReReplied(fact) => fact.change(case),
        Event::FeedbackSought(fact) => fact.change(case),
        Event::CommitmentMade(fact) => fact.change(case),
        Event::CommitmentSettled(fact) => fact.change(case),
        Event::Rated(fact) => fact.change(case),
        Event::PublicRated(fact) => fact.change(case),
        Event::Revisited(fact) => fact.change(case),
        Event::Adjudicated(fact) => fact.change(case),
        Event::Closed(fact) => fact.change(case),
        Event::Reopened(fact) => fact.change(case),
        Event::Noted(fact) => fact.change(case),
        Event::ErrorForgiven(fact) => fact.change(case),
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
        | Event::OpinionCollected(_)
        | Event::OpinionAnswered(_)
        | Event::OpinionPassedOn(_)
        | Event::OpinionsDiscussed(_)
        | Event::OpinionsRaised(_)
        | Event::OpinionsForwarded(_)
        | Event::OpinionSettled(_)
        | Event::AnonymousScoringClosed(_)
        | Event::UnitCommended(_)
        | Event::PledgeMade(_)
        | Event::PledgeSettled(_)
        | Event::DeedLogged(_)
        | Event::DeputySelfRated(_)
        | Event::DeputyCommended(_)
        | Event::DeputyVoterRated(_)
        | Event::Corrected(_)
        | Event::Undone(_)
        | Event::Redone(_) => Ok(()),
    }
}
