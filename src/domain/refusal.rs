//! Why not: the rule and the facts, as data. `words` says it, with what to do next.

mod judging;
mod sessions;
mod standing;
mod work;

use thiserror::Error;

pub use judging::JudgingRule;
pub use sessions::SessionRule;
pub use standing::StandingRule;
pub use work::{BallotRule, MeetingRule, Missing, ProjectRule, WorkRule};

use super::book::{Impossible, State};
use super::event::{OnRecord, Trait};
use super::rules::HandOverNeed;
use super::terms::{CaseId, Date, Level, Name, Number};

/// What was looked for and is not on record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// 建议
    Case,
    /// 承办单位
    Unit,
    /// 代表
    Deputy,
    /// 类别
    Category,
    /// 办理结果分类
    Class,
    /// A word of the satisfaction scale.
    Grade,
    /// 届次
    Session,
    /// A line of the journal, or a fact of it.
    Line,
    /// A field of a fact.
    Field,
    /// A rule set.
    RuleSet,
    /// A coded reason of the review (不予受理情形).
    ReviewReason,
    /// A dated step of the plan (里程碑).
    Milestone,
    /// 检查
    Check,
    /// A saved mapping of columns.
    Mapping,
    /// A list that was saved by a name.
    Filter,
    /// 代表小组
    Group,
    /// 民意
    Opinion,
    /// 活动
    Activity,
    /// 民生实事项目
    Project,
    /// 票决
    Ballot,
    /// 管护
    Caretaker,
    /// 群众
    Citizen,
    /// 家站
    Station,
    /// 会议
    Meeting,
    /// 审议意见
    Deliberation,
    /// 承诺
    Pledge,
    /// An item of a table of points or scores (分项).
    ScoreItem,
}

/// A fact on record that a change of the record would leave against the rules.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unlawful {
    /// Its line.
    pub line: u64,
    /// What kind of fact it is.
    pub event: &'static str,
    /// Its day.
    pub on: Date,
    /// What a fresh entry would be told.
    pub why: Refusal,
}

/// A rule that a wish broke. `article` is text and article of the rule set in force, if any.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum Rule {
    /// A day that has not come cannot be recorded.
    #[error("{on} lies in the future")]
    NotYet { on: Date },
    /// The state of the case at its place does not allow the step.
    #[error("not possible while {state:?}")]
    WrongState { state: State },
    /// The fact contradicts another one of the case, earlier or later.
    #[error("{0}")]
    Contradicts(Impossible),
    /// A fact on record would no longer be lawful.
    #[error("line {} would no longer be lawful: {}", .0.line, .0.why)]
    Unlawful(Box<Unlawful>),
    /// Two cases cannot share an official number.
    #[error("number {} is taken", number.seq)]
    NumberTaken { number: Number, holder: CaseId },
    /// What happens once is on record: a round, a ballot, minutes, a rating.
    #[error("`{name}` is on record")]
    Recorded { name: OnRecord },
    /// A person, unit, session or seat is on record already.
    #[error("{name} is on record already")]
    Known { name: String },
    /// A deputy or a delegation must stand behind a suggestion.
    #[error("no proposer")]
    NeedsProposer,
    /// A delegation proposes in session only (重庆条例 第八条 and others).
    #[error("delegations propose in session only")]
    DelegationInSession { article: Option<String> },
    /// The lead deputy cannot also co-sign.
    #[error("{name} is named twice")]
    NamedTwice { name: Name },
    /// The deputy holds no seat at that level on that day.
    #[error("{deputy} holds no such seat")]
    NoSeat { deputy: Name, level: Level },
    /// A day before another one that it must follow.
    #[error("{on} is before {after}")]
    TooEarly { on: Date, after: Date },
    /// Longer than the rules allow in all (代表法: 六个月).
    #[error("{to} is beyond {limit}")]
    BeyondLimit {
        to: Date,
        limit: Date,
        article: Option<String>,
    },
    /// Not longer than what is allowed anyway.
    #[error("{to} is not later than {due}")]
    NoExtension { to: Date, due: Date },
    /// A gate of the office: something must be there first.
    #[error("needs {need:?}")]
    Needs { need: Need, article: Option<String> },
    /// The last rating was dissatisfied: handle it again first.
    #[error("dissatisfied")]
    Dissatisfied { article: Option<String> },
    /// A rating needs a word.
    #[error("no word")]
    NeedsGrade,
    /// Only a signatory rates.
    #[error("{deputy} did not sign the suggestion")]
    NotSignatory { deputy: Name },
    /// A rule of handing over.
    #[error(transparent)]
    HandOver(#[from] HandOverRule),
    /// A rule of supervising and judging.
    #[error(transparent)]
    Judging(#[from] JudgingRule),
    /// Of sessions (届次).
    #[error(transparent)]
    Session(#[from] SessionRule),
    /// A rule of the deputies' work beside the cases.
    #[error(transparent)]
    Work(#[from] WorkRule),
    /// The reason leads to another outcome.
    #[error("`{code}` does not lead there")]
    WrongCode { code: Name, article: Option<String> },
    /// A suggestion is withdrawn before it is handed over only.
    #[error("handed over: cannot be withdrawn")]
    WithdrawnLate { article: Option<String> },
    /// An amendment changes something.
    #[error("nothing amended")]
    NothingAmended,
    /// The other case is handled together with this one already.
    #[error("a merge cycle")]
    MergeCycle { other: CaseId },
    /// The other case is itself handled together with a third one.
    #[error("merged itself")]
    MergeChain { other: CaseId, lead: CaseId },
    /// A case is not linked to itself, nor to a later one.
    #[error("not an earlier case")]
    NotEarlier { other: CaseId },
    /// A percentage above 100.
    #[error("{percent} percent")]
    TooMuch { percent: u8 },
    /// The line was taken back already, or cannot be.
    #[error("line {line} cannot be taken back or put back")]
    CannotTakeBack { line: u64 },
    /// What a line added is used by cases that would stand without it.
    #[error("{name} is in use")]
    InUse { name: String, cases: Vec<CaseId> },
    /// The unit replied in the same words on that day.
    #[error("the same reply")]
    SameReply { unit: Name },
    /// The field has that value already.
    #[error("nothing changes")]
    NothingChanges,
    /// The store is opened already.
    #[error("store exists")]
    StoreExists,
    /// The store has no first line yet.
    #[error("store not opened")]
    NotOpened,
}

/// A rule of handing over that a wish broke (交).
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum HandOverRule {
    /// Another level decides it: it is tracked, not handed over by us.
    #[error("decided by another level")]
    OtherLevel { level: Level },
    /// Our own level decides it: it is handed over, not tracked.
    #[error("decided by our own level")]
    OwnLevel,
    /// Either a lead unit or separate units.
    #[error("no handling unit")]
    NeedsUnit,
    /// The same unit stands twice among lead, co and separate units.
    #[error("{unit} is named twice")]
    UnitTwice { unit: Name },
    /// More than one unit could be meant.
    #[error("which unit?")]
    WhichUnit { units: Vec<Name> },
    /// A unit gives a case back within its time.
    #[error("could be given back until {due}")]
    ReturnedLate { due: Date, article: Option<String> },
    /// The unit holds the case already.
    #[error("{unit} holds it")]
    HoldsAlready { unit: Name },
    /// The case is handed over anew to those who owe the reply already.
    #[error("the same units")]
    SameUnits,
}

/// What must be there before a step, where the office's rules say so.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum Need {
    /// A coded reason for not accepting.
    Code { choices: Vec<String> },
    /// All signatories agree to the withdrawal.
    Agreement { missing: Vec<Name> },
    /// The hand-over of such a case names more (五个一、四个一).
    InHandOver(HandOverNeed),
    /// A trait has its effect.
    Effect(Trait),
    /// Objections are settled before the hand-over.
    Coordination { units: Vec<Name> },
    /// Somebody consents to the extension.
    Consent,
    /// The deputy is told of the extension.
    Telling,
    /// Talk with the deputy before the reply (先沟通后答复).
    Consultation { face_to_face: bool },
    /// The co-units' opinions come first.
    CoOpinions { units: Vec<Name> },
    /// A reply is signed by a leader.
    Signer,
    /// A reply answers each request.
    Answers { requests: usize, answers: usize },
    /// What is withheld says why.
    WithholdingReason,
    /// This class needs a promise with a date.
    Promise { class: Name },
    /// This class needs a reason.
    Reason { class: Name },
    /// No closing without a reply.
    Reply,
    /// No closing without the deputy's rating.
    Rating,
    /// No closing before the reply reached everybody.
    Delivery { missing: Vec<Name> },
    /// No closing before the class was confirmed.
    ConfirmedClass,
    /// Who is dissatisfied says why.
    Comment,
    /// No closing before somebody looked back and found it good.
    LookBack,
    /// No closing before what checks found was mended.
    Mending,
    /// Rework has a day.
    ReworkDue,
    /// What was looked back at and found wanting is done better, and it is said what.
    Rework,
    /// After a second dissatisfied rating somebody decides first (研究处理).
    Adjudication,
}

/// A wish that was refused.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// Not on record; the nearest names there are.
    #[error("no {thing:?} `{word}`")]
    NotFound {
        /// What was looked for.
        thing: Thing,
        /// The word that was given.
        word: String,
        /// The nearest names, best first.
        near: Vec<String>,
    },
    /// Several fit.
    #[error("`{word}` fits several")]
    Ambiguous {
        /// What was looked for.
        thing: Thing,
        /// The word that was given.
        word: String,
        /// What it may mean, each in a form that is not ambiguous.
        candidates: Vec<String>,
    },
    /// A rule forbids it.
    #[error("{rule}")]
    Rule {
        /// The case concerned, where there is one.
        case: Option<CaseId>,
        /// The rule.
        rule: Rule,
    },
}

impl Refusal {
    /// A rule broken by a wish for a case.
    pub fn of_case(case: CaseId, rule: impl Into<Rule>) -> Self {
        Self::Rule {
            case: Some(case),
            rule: rule.into(),
        }
    }
}

impl From<HandOverRule> for Refusal {
    fn from(rule: HandOverRule) -> Self {
        Rule::from(rule).into()
    }
}

impl From<JudgingRule> for Refusal {
    fn from(rule: JudgingRule) -> Self {
        Rule::from(rule).into()
    }
}

impl From<SessionRule> for Refusal {
    fn from(rule: SessionRule) -> Self {
        Rule::from(rule).into()
    }
}

impl From<Rule> for Refusal {
    fn from(rule: Rule) -> Self {
        Self::Rule { case: None, rule }
    }
}
