//! Why a wish for the deputies' work beside the cases was refused, as data.

use thiserror::Error;

use super::{Refusal, Rule, StandingRule};
use crate::domain::book::ProjectStage;
use crate::domain::event::MajorityOf;
use crate::domain::terms::{
    ActivityId, CitizenId, Date, DeliberationId, Level, MeetingId, Name, OpinionId, ProjectId,
};

/// Who of those who take part is missing on paper.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Missing {
    /// Deputies by name.
    pub deputies: Vec<Name>,
    /// How many voters.
    pub voters: u32,
}

/// A rule of the deputies' work that a wish broke (民意、活动、民生实事项目).
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum WorkRule {
    /// The deputy's seats have all ended by that day.
    #[error("{deputy} holds no seat on {on}")]
    LeftOffice { deputy: Name, on: Date },
    /// The deputy's seats all begin after that day.
    #[error("{deputy} holds a seat from {from} on, not on {on}")]
    SeatToCome { deputy: Name, on: Date, from: Date },
    /// A card number belongs to one person.
    #[error("card {card} is {deputy}'s")]
    CardTaken { card: Name, deputy: Name },
    /// An opinion is answered once.
    #[error("opinion {opinion} was answered on {on}")]
    AnsweredBefore { opinion: OpinionId, on: Date },
    /// Nobody has it who could have done anything about it.
    #[error("opinion {opinion} went nowhere")]
    NotPassedOn { opinion: OpinionId },
    /// The opinions are about no draft law, or about several.
    #[error("which draft?")]
    WhichDraft { drafts: Vec<Name> },
    /// Nobody attends what is still to come.
    #[error("activity {activity} is planned for {day}")]
    NotHeldYet { activity: ActivityId, day: Date },
    /// What was held was held by somebody.
    #[error("nobody came to activity {activity}")]
    NobodyCame { activity: ActivityId },
    /// It was held or called off already.
    #[error("activity {activity} was over on {on}")]
    ActivityOver { activity: ActivityId, on: Date },
    /// Only who is invited asks for leave.
    #[error("{deputy} was not invited")]
    NotInvited { deputy: Name },
    /// Nobody belongs to a group twice.
    #[error("{deputy} is in {group} already")]
    InGroup { deputy: Name, group: Name },
    /// Only a member leaves a group.
    #[error("{deputy} is not in {group}")]
    NotInGroup { deputy: Name, group: Name },
    /// Not more ratings than people, and at least one.
    #[error("{ballots} ratings, {present} present")]
    RatingsAndPresent { ballots: u64, present: u64 },
    /// A rule of livelihood projects.
    #[error(transparent)]
    Project(#[from] ProjectRule),
    /// A rule of voting on them.
    #[error(transparent)]
    Ballot(#[from] BallotRule),
    /// A rule of meetings.
    #[error(transparent)]
    Meeting(#[from] MeetingRule),
    /// Two seats at one level at the same time.
    #[error("{deputy} holds a seat from {from} to {to:?}")]
    SeatOverlaps {
        deputy: Name,
        level: Level,
        from: Date,
        to: Option<Date>,
    },
    /// A namesake without cards to tell them apart by.
    #[error("{deputy} is on the roster, and cards do not tell them apart")]
    Namesake { deputy: Name },
    /// Nobody keeps in touch with the household.
    #[error("household {citizen} is not paired")]
    NotPaired { citizen: CitizenId },
    /// Several deputies keep in touch with them.
    #[error("which of {deputies:?}?")]
    WhichDeputy { deputies: Vec<Name> },
    /// The particulars are gone already.
    #[error("citizen {citizen} was erased on {on}")]
    ErasedBefore { citizen: CitizenId, on: Date },
    /// The same name and number are on record.
    #[error("citizen {citizen} bears that name and number")]
    SameCitizen { citizen: CitizenId },
    /// A citizen is taken back under an opinion.
    #[error("citizen {citizen} said opinion {opinion}")]
    SaidBy {
        citizen: CitizenId,
        opinion: OpinionId,
    },
    /// A rule of judging units and deputies.
    #[error(transparent)]
    Standing(#[from] StandingRule),
    /// A suggestion that opinions became is taken back under them.
    #[error("opinions {opinions:?} became that suggestion")]
    Linked { opinions: Vec<OpinionId> },
}

/// A rule of meetings that a wish broke (会议).
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum MeetingRule {
    /// Nothing comes of a meeting before it was held.
    #[error("meeting {meeting} is called for {day}")]
    ToCome { meeting: MeetingId, day: Date },
    /// It was held already.
    #[error("meeting {meeting} was held on {on}")]
    Over { meeting: MeetingId, on: Date },
    /// Somebody meets.
    #[error("nobody met at meeting {meeting}")]
    NobodyMet { meeting: MeetingId },
    /// A decision of that kind names what it decides on.
    #[error("nothing is decided on")]
    DecidesNothing,
    /// Not more votes than people.
    #[error("{votes} votes, {present} present")]
    VotesAndPresent { votes: u64, present: u64 },
    /// More than half of those present carry a decision; in a congress more than half of all deputies.
    #[error("{yes} of {of}")]
    NotCarried {
        yes: u32,
        of: u64,
        majority_of: MajorityOf,
    },
    /// A congress decides by its votes.
    #[error("meeting {meeting} decided without votes")]
    NeedsVotes { meeting: MeetingId },
    /// An opinion of a deliberation is answered once.
    #[error("deliberation {deliberation} was answered on {on}")]
    Answered {
        deliberation: DeliberationId,
        on: Date,
    },
    /// A case is taken back under a decision on it.
    #[error("meeting {meeting} decided on it")]
    DecidedOn { meeting: MeetingId },
}

/// A rule of livelihood projects that a wish broke.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum ProjectRule {
    /// A project is not at the stage that the step needs.
    #[error("project {project} is {stage:?}")]
    WrongStage {
        project: ProjectId,
        stage: ProjectStage,
        needs: Vec<ProjectStage>,
    },
    /// Congress and village each decide on their own projects.
    #[error("project {project} is decided otherwise")]
    OtherTrack { project: ProjectId },
    /// The same project is named twice.
    #[error("project {project} is named twice")]
    ProjectTwice { project: ProjectId },
    /// Who drops a project says why.
    #[error("no reason to drop project {project}")]
    WhyNot { project: ProjectId },
    /// An acceptance without a deputy.
    #[error("no deputy accepts project {project}")]
    NoDeputy { project: ProjectId },
    /// An acceptance without those for whom it was made.
    #[error("no voter accepts project {project}")]
    NoVoter { project: ProjectId },
    /// What the congress voted for is begun as it was declared; a change needs consent.
    #[error("project {project} begins otherwise than it was declared")]
    OtherThanDeclared { project: ProjectId },
    /// What the congress voted on is not put right behind its back.
    #[error("the congress voted on project {project} as it was declared")]
    VotedOn { project: ProjectId },
    /// A change changes the plan, the budget or the last day.
    #[error("nothing changes in project {project}")]
    ChangesNothing { project: ProjectId },
    /// One person or unit does not consent to a change.
    #[error("{consent} is nobody who can consent")]
    NoBodyConsents { consent: Name },
    /// What is not finished is not accepted.
    #[error("project {project} is at {percent} percent")]
    Unfinished { project: ProjectId, percent: u8 },
    /// What was accepted was finished by then.
    #[error("project {project} was accepted on {accepted}, not at {percent} percent")]
    FinishedBy {
        project: ProjectId,
        accepted: Date,
        percent: u8,
    },
    /// What was chosen is made public before it is accepted.
    #[error("project {project} was not announced")]
    Unannounced { project: ProjectId },
    /// Who did not take part neither spoke nor signed.
    #[error("{deputy} was not there")]
    NotThere { deputy: Name },
    /// Everybody who takes part signs.
    #[error("project {project}: {missing:?} did not sign")]
    Unsigned {
        project: ProjectId,
        missing: Missing,
    },
    /// Everybody who takes part speaks.
    #[error("project {project}: {missing:?} did not speak")]
    Silent {
        project: ProjectId,
        missing: Missing,
    },
    /// An evaluation by nobody.
    #[error("nobody evaluated project {project}")]
    NobodyRated { project: ProjectId },
    /// What breaks after the warranty is not sent back.
    #[error("project {project} is under no warranty")]
    NoWarranty {
        project: ProjectId,
        until: Option<Date>,
    },
    /// No defect is open.
    #[error("project {project} has no open defect")]
    NoDefect { project: ProjectId },
    /// No more points are given in than are left.
    #[error("{asked} of {left} points")]
    PointsLeft { left: u32, asked: u32 },
}

/// A rule of ballots and resolutions that a wish broke.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum BallotRule {
    /// From 1 to as many places as candidates.
    #[error("{quota} places, {candidates} candidates")]
    Quota { quota: u32, candidates: u32 },
    /// More ballots came back than went out: the vote is invalid (重庆市乡镇人大工作条例 第二十四条).
    #[error("{returned} returned, {issued} issued")]
    InvalidBallot { issued: u32, returned: u32 },
    /// A part is not greater than the whole.
    #[error("{fewer} of {more}")]
    MoreThan { fewer: u32, more: u32 },
    /// Each valid ballot says one thing of each project.
    #[error("{votes} votes for project {project}, {valid} valid ballots")]
    VotesAndBallots {
        project: ProjectId,
        votes: u64,
        valid: u32,
    },
    /// Nobody chooses more than there are places.
    #[error("{marks} marks on {valid} ballots for {quota} places")]
    TooManyMarks { marks: u64, valid: u32, quota: u32 },
    /// Of few ballots no votes are kept: they would tell who said what.
    #[error("{valid} ballots are too few to keep how they were cast")]
    FewBallots { valid: u32, least: u32 },
    /// No round before left a tie.
    #[error("no tie in {ballot}")]
    NoTie { ballot: Name },
    /// A later round is on those that were equal, for the places that are left.
    #[error("{tied:?} for {places} places")]
    TiedOnly { tied: Vec<ProjectId>, places: u32 },
    /// So many percent more candidates than places.
    #[error("less than {least} percent more candidates than places")]
    Surplus { least: u32, article: Option<String> },
    /// Too few were there to resolve anything.
    #[error("{present} of {eligible} present")]
    NoQuorum { present: u32, eligible: u32 },
}

impl From<ProjectRule> for Refusal {
    fn from(rule: ProjectRule) -> Self {
        WorkRule::from(rule).into()
    }
}

impl From<StandingRule> for Refusal {
    fn from(rule: StandingRule) -> Self {
        WorkRule::from(rule).into()
    }
}

impl From<BallotRule> for Refusal {
    fn from(rule: BallotRule) -> Self {
        WorkRule::from(rule).into()
    }
}

impl From<WorkRule> for Refusal {
    fn from(rule: WorkRule) -> Self {
        Rule::from(rule).into()
    }
}

impl From<MeetingRule> for Refusal {
    fn from(rule: MeetingRule) -> Self {
        WorkRule::from(rule).into()
    }
}
