//! What may be wished for a case, from its review to its closing.

use crate::domain::event::{ConsultMode, ConsultStage, Handlers, Publication};
use crate::domain::terms::{Date, Name, Stars, Text};

/// What may be wished for a case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are those of the fact, see the table in `event`"
)]
pub enum CaseWish {
    /// 审查
    Review(ReviewOutcome),
    /// 撤回
    Withdraw { why: Option<Text> },
    /// Picks key suggestions to be supervised (重点督办).
    Supervise { supervisor: Option<Name> },
    /// Records who handles a case that another level decides (跟踪件).
    Track { lead: Name, co: Vec<Name> },
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
    /// 面商
    Consult(Box<ConsultWish>),
    /// 进展
    Progress {
        unit: Option<Name>,
        percent: Option<u8>,
        note: Text,
    },
    /// 会办
    Concur { unit: Name, note: Option<Text> },
    /// 延期
    Extend {
        to: Date,
        why: Text,
        consent: Option<Name>,
    },
    /// 答复
    Reply(Box<ReplyWish>),
    /// 上报
    Escalate {
        to: Option<Name>,
        note: Option<Text>,
    },
    /// 续办: the oldest open promise is kept or not.
    Settle { kept: bool, note: Option<Text> },
    /// 评价 by a deputy.
    Rate(Box<RatingWish>),
    /// 评价 by the public.
    RatePublic {
        stars: Stars,
        respondents: u32,
        channel: Option<Name>,
    },
    /// 评价 by the revisit group.
    Revisit { rating: Name, note: Option<Text> },
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
    /// What is promised, and by when.
    pub promise: Option<(Text, Date)>,
}

/// A deputy's rating to record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RatingWish {
    /// Who rates; the lead deputy where nothing is said.
    pub deputy: Option<Name>,
    /// The overall word.
    pub rating: Option<Name>,
    /// 态度
    pub attitude: Option<Name>,
    /// 结果
    pub result: Option<Name>,
    /// The opinion.
    pub comment: Option<Text>,
}
