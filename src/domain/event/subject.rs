//! Which parts of the deputies' work a fact is about, one by one.

use std::fmt;

use super::{
    ActivityFact, CitizenFact, Event, MeetingFact, OpinionFact, PerformanceFact, ProjectFact,
    UpkeepFact,
};
use crate::domain::terms::{
    ActivityId, CitizenId, DeedId, DeliberationId, MeetingId, Name, OpinionId, PledgeId, ProjectId,
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

/// Something that stands on record, as who speaks of it names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OnRecord {
    /// One thing of the deputies' work, which goes by its number.
    Work(Subject),
    /// A person, a unit, a session, a round: by its name.
    Named(String),
}

impl From<Subject> for OnRecord {
    fn from(subject: Subject) -> Self {
        Self::Work(subject)
    }
}

impl From<&Name> for OnRecord {
    fn from(name: &Name) -> Self {
        Self::Named(name.to_string())
    }
}

impl From<String> for OnRecord {
    fn from(name: String) -> Self {
        Self::Named(name)
    }
}

impl fmt::Display for OnRecord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Work(subject) => write!(f, "{subject:?}"),
            Self::Named(name) => f.write_str(name),
        }
    }
}

impl Event {
    /// What it is about beside the cases, in the order it names them. Facts of cases, of the office, of
    /// the judging of units and of the record are about nothing else.
    pub fn subjects(&self) -> Vec<Subject> {
        let opinions = || OpinionFact::of(self).map(of_opinions);
        let activities = || ActivityFact::of(self).map(of_activities);
        let projects = || ProjectFact::of(self).map(of_projects);
        let upkeep = || UpkeepFact::of(self).map(of_upkeep);
        let citizens = || CitizenFact::of(self).map(of_citizens);
        let meetings = || MeetingFact::of(self).map(of_meetings);
        let performance = || PerformanceFact::of(self).map(of_performance);
        opinions()
            .or_else(activities)
            .or_else(projects)
            .or_else(upkeep)
            .or_else(citizens)
            .or_else(meetings)
            .or_else(performance)
            .unwrap_or_default()
    }
}

fn of_opinions(fact: OpinionFact) -> Vec<Subject> {
    match fact {
        OpinionFact::OpinionCollected(fact) => vec![Subject::Opinion(fact.opinion)],
        OpinionFact::OpinionAnswered(fact) => vec![Subject::Opinion(fact.opinion)],
        OpinionFact::OpinionPassedOn(fact) => vec![Subject::Opinion(fact.opinion)],
        OpinionFact::OpinionsDiscussed(fact) => opinions(&fact.opinions),
        OpinionFact::OpinionsRaised(fact) => opinions(&fact.opinions),
        OpinionFact::OpinionsForwarded(fact) => opinions(&fact.opinions),
        OpinionFact::OpinionSettled(fact) => vec![Subject::Opinion(fact.opinion)],
    }
}

fn of_activities(fact: ActivityFact) -> Vec<Subject> {
    match fact {
        ActivityFact::ActivityPlanned(fact) => vec![Subject::Activity(fact.activity)],
        ActivityFact::ActivityHeld(fact) => vec![Subject::Activity(fact.activity)],
        ActivityFact::ActivityCancelled(fact) => vec![Subject::Activity(fact.activity)],
        ActivityFact::ActivityCounted(fact) => vec![Subject::Activity(fact.activity)],
        ActivityFact::ActivityRated(fact) => vec![Subject::Activity(fact.activity)],
    }
}

fn of_projects(fact: ProjectFact) -> Vec<Subject> {
    match fact {
        ProjectFact::ProjectCollected(fact) => vec![Subject::Project(fact.project)],
        ProjectFact::ProjectScreened(fact) => vec![Subject::Project(fact.project)],
        ProjectFact::ProjectDiscussed(fact) => vec![Subject::Project(fact.project)],
        ProjectFact::ProjectDeclared(fact) => vec![Subject::Project(fact.project)],
        ProjectFact::ProjectsNominated(fact) => projects(&fact.projects),
        ProjectFact::ProjectsBalloted(fact) => fact
            .votes
            .iter()
            .map(|votes| Subject::Project(votes.project))
            .collect(),
        ProjectFact::ProjectsResolved(fact) => projects(&fact.projects),
        ProjectFact::ProjectsAnnounced(fact) => projects(&fact.projects),
        ProjectFact::ProjectStarted(fact) => vec![Subject::Project(fact.project)],
        ProjectFact::ProjectProgressed(fact) => vec![Subject::Project(fact.project)],
        ProjectFact::ProjectChanged(fact) => vec![Subject::Project(fact.project)],
        ProjectFact::ProjectSupervised(fact) => vec![Subject::Project(fact.project)],
        ProjectFact::ProjectAccepted(fact) => vec![Subject::Project(fact.project)],
    }
}

fn of_upkeep(fact: UpkeepFact) -> Vec<Subject> {
    match fact {
        UpkeepFact::ProjectEvaluated(fact) => vec![Subject::Project(fact.project)],
        UpkeepFact::ProjectDefectFound(fact) => vec![Subject::Project(fact.project)],
        UpkeepFact::ProjectDefectMended(fact) => vec![Subject::Project(fact.project)],
        UpkeepFact::ProjectEntrusted(fact) => vec![Subject::Project(fact.project)],
        UpkeepFact::CaretakerCredited(fact) => vec![Subject::Project(fact.project)],
        UpkeepFact::CaretakerRewarded(fact) => vec![Subject::Project(fact.project)],
    }
}

fn of_citizens(fact: CitizenFact) -> Vec<Subject> {
    match fact {
        CitizenFact::CitizenRecorded(fact) => vec![Subject::Citizen(fact.citizen)],
        CitizenFact::ParticularsCorrected(fact) => vec![Subject::Citizen(fact.citizen)],
        CitizenFact::HouseholdsPaired(fact) => citizens(&fact.households),
        CitizenFact::HouseholdsParted(fact) => citizens(&fact.households),
        CitizenFact::HouseholdsVisited(fact) => citizens(&fact.households),
        CitizenFact::Erased(fact) => citizens(&fact.citizens),
    }
}

fn of_meetings(fact: MeetingFact) -> Vec<Subject> {
    match fact {
        MeetingFact::MeetingCalled(fact) => vec![Subject::Meeting(fact.meeting)],
        MeetingFact::MeetingHeld(fact) => vec![Subject::Meeting(fact.meeting)],
        MeetingFact::MeetingDecided(fact) => vec![Subject::Meeting(fact.meeting)],
        MeetingFact::MeetingMinuted(fact) => vec![Subject::Meeting(fact.meeting)],
        MeetingFact::DeliberationGiven(fact) => vec![Subject::Deliberation(fact.deliberation)],
        MeetingFact::DeliberationAnswered(fact) => vec![Subject::Deliberation(fact.deliberation)],
    }
}

fn of_performance(fact: PerformanceFact) -> Vec<Subject> {
    match fact {
        PerformanceFact::PledgeMade(fact) => vec![Subject::Pledge(fact.pledge)],
        PerformanceFact::PledgeSettled(fact) => vec![Subject::Pledge(fact.pledge)],
        PerformanceFact::DeedLogged(fact) => vec![Subject::Deed(fact.deed)],
        PerformanceFact::DeputySelfRated(_) => Vec::new(),
        PerformanceFact::DeputyVoterRated(_) => Vec::new(),
        PerformanceFact::DeputyCommended(_) => Vec::new(),
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
