//! Which parts of the deputies' work a fact is about, one by one.

use super::Event;
use crate::domain::terms::{
    ActivityId, CitizenId, DeedId, DeliberationId, MeetingId, OpinionId, PledgeId, ProjectId,
};

/// One thing of the deputies' work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// 民意
    Opinion(OpinionId),
    /// 活动
    Activity(ActivityId),
    /// 民生实事项目
    Project(ProjectId),
    /// 群众
    Citizen(CitizenId),
    /// 会议
    Meeting(MeetingId),
    /// 审议意见
    Deliberation(DeliberationId),
    /// 承诺
    Pledge(PledgeId),
    /// 履职登记
    Deed(DeedId),
}

impl Event {
    /// What it is about beside the cases, in the order it names them.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other facts are about cases, the office or the record"
    )]
    pub fn subjects(&self) -> Vec<Subject> {
        match self {
            Self::OpinionCollected(fact) => vec![Subject::Opinion(fact.opinion)],
            Self::OpinionAnswered(fact) => vec![Subject::Opinion(fact.opinion)],
            Self::OpinionPassedOn(fact) => vec![Subject::Opinion(fact.opinion)],
            Self::OpinionSettled(fact) => vec![Subject::Opinion(fact.opinion)],
            Self::OpinionsDiscussed(fact) => opinions(&fact.opinions),
            Self::OpinionsRaised(fact) => opinions(&fact.opinions),
            Self::OpinionsForwarded(fact) => opinions(&fact.opinions),
            Self::ActivityPlanned(fact) => vec![Subject::Activity(fact.activity)],
            Self::ActivityHeld(fact) => vec![Subject::Activity(fact.activity)],
            Self::ActivityCancelled(fact) => vec![Subject::Activity(fact.activity)],
            Self::ActivityCounted(fact) => vec![Subject::Activity(fact.activity)],
            Self::ActivityRated(fact) => vec![Subject::Activity(fact.activity)],
            Self::ProjectCollected(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectScreened(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectDiscussed(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectDeclared(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectsNominated(fact) => projects(&fact.projects),
            Self::ProjectsBalloted(fact) => fact
                .votes
                .iter()
                .map(|votes| Subject::Project(votes.project))
                .collect(),
            Self::ProjectsResolved(fact) => projects(&fact.projects),
            Self::ProjectsAnnounced(fact) => projects(&fact.projects),
            Self::ProjectStarted(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectProgressed(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectChanged(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectSupervised(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectAccepted(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectEvaluated(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectDefectFound(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectDefectMended(fact) => vec![Subject::Project(fact.project)],
            Self::ProjectEntrusted(fact) => vec![Subject::Project(fact.project)],
            Self::CaretakerCredited(fact) => vec![Subject::Project(fact.project)],
            Self::CaretakerRewarded(fact) => vec![Subject::Project(fact.project)],
            Self::CitizenRecorded(fact) => vec![Subject::Citizen(fact.citizen)],
            Self::ParticularsCorrected(fact) => vec![Subject::Citizen(fact.citizen)],
            Self::HouseholdsPaired(fact) => citizens(&fact.households),
            Self::HouseholdsParted(fact) => citizens(&fact.households),
            Self::HouseholdsVisited(fact) => citizens(&fact.households),
            Self::Erased(fact) => citizens(&fact.citizens),
            Self::PledgeMade(fact) => vec![Subject::Pledge(fact.pledge)],
            Self::PledgeSettled(fact) => vec![Subject::Pledge(fact.pledge)],
            Self::DeedLogged(fact) => vec![Subject::Deed(fact.deed)],
            Self::MeetingCalled(fact) => vec![Subject::Meeting(fact.meeting)],
            Self::MeetingHeld(fact) => vec![Subject::Meeting(fact.meeting)],
            Self::MeetingDecided(fact) => vec![Subject::Meeting(fact.meeting)],
            Self::MeetingMinuted(fact) => vec![Subject::Meeting(fact.meeting)],
            Self::DeliberationGiven(fact) => vec![Subject::Deliberation(fact.deliberation)],
            Self::DeliberationAnswered(fact) => vec![Subject::Deliberation(fact.deliberation)],
            _ => Vec::new(),
        }
    }
}

fn projects(projects: &[ProjectId]) -> Vec<Subject> {
    projects.iter().copied().map(Subject::Project).collect()
}

fn citizens(citizens: &[CitizenId]) -> Vec<Subject> {
    citizens.iter().copied().map(Subject::Citizen).collect()
}

fn opinions(opinions: &[OpinionId]) -> Vec<Subject> {
    opinions.iter().copied().map(Subject::Opinion).collect()
}
