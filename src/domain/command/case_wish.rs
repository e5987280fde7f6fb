//! What may be wished for a case, from its review to its closing.

use super::oversee_wish::OverseeWish;
use crate::domain::book::ClassStepKind;
use crate::domain::event::{
    ConsultMode, ConsultStage, Handlers, Kind, Publication, Rateable, RemindMode, RevisitMeans,
    Trait,
};
use crate::domain::terms::{Amount, CaseId, Date, Digest, Name, Stars, Text, Title};

/// What may be wished for a case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are those of the fact, see the table in `event`"
)]
pub enum CaseWish {
    /// 审查
    Review {
        outcome: ReviewOutcome,
        code: Option<Name>,
    },
    /// 修改: what is left out stays.
    Amend(Box<AmendWish>),
    /// Kind and traits (种类、特征).
    Classify(Box<ClassifyWish>),
    /// 并案. What was not handed over goes to the units that have the rest of its group, unless
    /// its own hand-over is told apart, as a ledger does.
    Merge { into: CaseId, told_apart: bool },
    /// On its own again.
    Unmerge,
    /// 撤回
    Withdraw {
        why: Option<Text>,
        agreed: Vec<Name>,
    },
    /// Picks key suggestions to be supervised (重点督办).
    PickKey { supervisor: Option<Name> },
    /// Records who handles a case that another level decides (跟踪件).
    Track { lead: Name, co: Vec<Name> },
    /// 预交办
    PreAssign { to: Handlers },
    /// A unit objects to the pre-hand-over.
    Dispute { unit: Name, why: Text },
    /// What the coordination came to.
    Coordinate { note: Text },
    /// 交办
    Assign(Box<HandOverWish>),
    /// 改办
    Reassign(Box<HandOverWish>),
    /// 转办
    Forward { unit: Name, leader: Option<Name> },
    /// 签收; the units that owe a reply and have not signed where none is named.
    Sign { unit: Option<Name> },
    /// 退回; by the lead where no unit is named.
    Return {
        unit: Option<Name>,
        why: Text,
        proposed: Option<Name>,
    },
    /// The return is not agreed to.
    RefuseReturn { why: Text },
    /// 约见
    Book(Box<BookWish>),
    /// 面商
    Consult(Box<ConsultWish>),
    /// 进展
    Progress {
        unit: Option<Name>,
        percent: Option<u8>,
        note: Text,
    },
    /// A dated step of the plan.
    SetMilestone { milestone: Text, due: Date },
    /// A step was reached; the oldest open one where none is named.
    ReachMilestone {
        milestone: Option<Text>,
        note: Option<Text>,
    },
    /// What stands in the way.
    RaiseDifficulty { unit: Option<Name>, note: Text },
    /// What it brought, in figures.
    RecordEffect {
        what: Name,
        amount: Amount,
        measure: Name,
    },
    /// 佐证
    AddEvidence(Vec<EvidenceWish>),
    /// 会办
    Concur { unit: Name, note: Option<Text> },
    /// The co-unit's opinion is not enough.
    RejectOpinion { unit: Name, why: Text },
    /// 延期
    Extend {
        to: Date,
        why: Text,
        consent: Option<Name>,
        told: bool,
    },
    /// 答复
    Reply(Box<ReplyWish>),
    /// 送达; to whom the rules say where nobody is named.
    Deliver {
        deputies: Vec<Name>,
        mode: Option<ConsultMode>,
    },
    /// 定类
    SetClass(Box<ClassWish>),
    /// 上报
    Escalate {
        to: Option<Name>,
        upper: Option<Name>,
        note: Option<Text>,
    },
    /// What the upper level made of it.
    AnswerEscalation { upper: Option<Name>, outcome: Text },
    /// 催办: the units that owe a reply, or after it the proposer, where nobody is named.
    Remind {
        unit: Option<Name>,
        deputy: Option<Name>,
        mode: Option<RemindMode>,
        note: Option<Text>,
    },
    /// 督: what the supervising side does.
    Oversee(Box<OverseeWish>),
    /// 评价 by a deputy.
    Rate(Box<RatingWish>),
    /// 评价 by the public.
    RatePublic {
        stars: Stars,
        respondents: u32,
        channel: Option<Name>,
    },
    /// 评价 by the revisit group.
    Revisit(Box<RevisitWish>),
    /// 办结
    Close,
    /// 备注
    Note { note: Text },
}

/// What the review of a suggestion comes to (审查).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewOutcome {
    /// 受理; with a number of one's own choice where the rules number at acceptance
    Accept(Option<u32>),
    /// 不予受理
    Refuse(Text),
    /// 退回修改
    ForAmendment(Text),
    /// 转为代表来信
    Letter(Text),
}

/// A hand-over to record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HandOverWish {
    /// Lead, co-units, separate units, and who answers for them.
    pub to: Handlers,
    /// A limit agreed on, earlier or later than the clock.
    pub due: Option<Date>,
    /// Why it takes the long limit from the start.
    pub hard: Option<Text>,
    /// What is to be done, in which order.
    pub plan: Option<Text>,
    /// 专班
    pub task_force: Vec<Name>,
}

/// What the deputies changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AmendWish {
    /// 标题
    pub title: Option<Title>,
    /// 内容
    pub body: Option<Text>,
    /// What it asks for, one by one.
    pub requests: Option<Vec<Text>>,
    /// 类别
    pub category: Option<Name>,
    /// 联名代表
    pub co_signers: Option<Vec<Name>>,
}

/// What the office makes of a case; what is left out stays.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ClassifyWish {
    /// 种类
    pub kind: Option<Kind>,
    /// 涉及范围
    pub scope: Option<Name>,
    /// 难易程度
    pub difficulty: Option<Name>,
    /// 紧迫程度
    pub urgency: Option<Name>,
    /// 特征
    pub traits: Option<Vec<Trait>>,
    /// The same matter was raised before (重复提出).
    pub earlier: Option<CaseId>,
    /// Picks it to be supervised, and by whom (重点督办、督办领导).
    pub supervisor: Option<Name>,
}

/// A talk to agree on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BookWish {
    /// The day of the talk.
    pub day: Date,
    /// Before, during, after the handling.
    pub stage: Option<ConsultStage>,
    /// How.
    pub mode: ConsultMode,
    /// Who takes part.
    pub people: Vec<Name>,
    /// Where.
    pub place: Option<Name>,
}

/// A file that is kept in the store already.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EvidenceWish {
    /// Its content.
    pub sha256: Digest,
    /// What it is called.
    pub file: Name,
    /// Its size.
    pub bytes: u64,
    /// What it shows.
    pub note: Option<Text>,
}

/// A step towards the class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassWish {
    /// Whose step.
    pub step: ClassStepKind,
    /// The class code.
    pub class: Name,
    /// Who takes it.
    pub by: Option<Name>,
    /// Why.
    pub note: Option<Text>,
}

/// A talk with the deputy to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConsultWish {
    /// Before, during, after the handling.
    pub stage: Option<ConsultStage>,
    /// How.
    pub mode: ConsultMode,
    /// Who took part.
    pub people: Vec<Name>,
    /// Whether the responsible leader was there.
    pub leader_present: bool,
    /// What was said.
    pub note: Option<Text>,
}

/// A reply to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyWish {
    /// Who replies; the lead where nothing is said.
    pub unit: Option<Name>,
    /// The class code.
    pub class: Name,
    /// 文号
    pub doc_no: Option<Name>,
    /// 签发人
    pub signer: Option<Name>,
    /// The words.
    pub text: Option<Text>,
    /// Why it cannot be done.
    pub reason: Option<Text>,
    /// Whether it may be published.
    pub publication: Option<Publication>,
    /// Why it is withheld.
    pub publication_reason: Option<Text>,
    /// The answers to the requests, in their order.
    pub answers: Vec<Text>,
    /// What is promised, and by when.
    pub promise: Option<(Text, Date)>,
}

/// A deputy's rating to record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RatingWish {
    /// Who rates; the lead deputy where nothing is said.
    pub deputy: Option<Name>,
    /// The reply, or its promise.
    pub of: Rateable,
    /// The overall word.
    pub rating: Option<Name>,
    /// 态度
    pub attitude: Option<Name>,
    /// 结果
    pub result: Option<Name>,
    /// The opinion.
    pub comment: Option<Text>,
    /// How it came: face to face, by phone, on paper.
    pub channel: Option<Name>,
}

/// The revisit group's rating to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RevisitWish {
    /// Its word.
    pub rating: Name,
    /// Who went.
    pub members: Vec<Name>,
    /// How it came to its word.
    pub means: Vec<RevisitMeans>,
    /// In words.
    pub note: Option<Text>,
}

impl CaseWish {
    /// Whether a wish for the lead of a merged group is one for all of it. A wish for another
    /// case of the group is for that one alone.
    pub fn is_joint(&self) -> bool {
        match self {
            Self::PreAssign { .. }
            | Self::Assign(_)
            | Self::Reassign(_)
            | Self::Forward { .. }
            | Self::Sign { .. }
            | Self::Return { .. }
            | Self::RefuseReturn { .. }
            | Self::Progress { .. }
            | Self::Concur { .. }
            | Self::RejectOpinion { .. }
            | Self::Extend { .. }
            | Self::Reply(_) => true,
            Self::Review { .. }
            | Self::Amend(_)
            | Self::Classify(_)
            | Self::Merge { .. }
            | Self::Unmerge
            | Self::Withdraw { .. }
            | Self::PickKey { .. }
            | Self::Track { .. }
            | Self::Dispute { .. }
            | Self::Coordinate { .. }
            | Self::Book(_)
            | Self::Consult(_)
            | Self::SetMilestone { .. }
            | Self::ReachMilestone { .. }
            | Self::RaiseDifficulty { .. }
            | Self::RecordEffect { .. }
            | Self::AddEvidence(_)
            | Self::Deliver { .. }
            | Self::SetClass(_)
            | Self::Escalate { .. }
            | Self::AnswerEscalation { .. }
            | Self::Remind { .. }
            | Self::Oversee(_)
            | Self::Rate(_)
            | Self::RatePublic { .. }
            | Self::Revisit(_)
            | Self::Close
            | Self::Note { .. } => false,
        }
    }
}
