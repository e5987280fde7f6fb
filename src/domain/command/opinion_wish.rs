//! What may be wished for citizens' opinions (民意).

use super::citizen_wish::SaidBy;
use crate::domain::event::Channel;
use crate::domain::terms::{CaseId, Date, Name, OpinionId, Text};

/// What may be wished for citizens' opinions.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are those of the fact, see the table in `event`"
)]
pub enum OpinionWish {
    /// An opinion was heard.
    Collect(CollectWish),
    /// Those who said it have their answer.
    Answer {
        opinions: Vec<OpinionId>,
        by: Option<Name>,
        text: Text,
    },
    /// 转交
    PassOn {
        opinions: Vec<OpinionId>,
        to: Name,
        due: Option<Date>,
    },
    /// 小组讨论
    Discuss {
        opinions: Vec<OpinionId>,
        group: Name,
        people: Vec<Name>,
        note: Option<Text>,
    },
    /// They became suggestions that are on record.
    Raise {
        opinions: Vec<OpinionId>,
        cases: Vec<CaseId>,
    },
    /// One proposal for a draft law; the draft they are about where none is named.
    Forward {
        opinions: Vec<OpinionId>,
        to: Name,
        draft: Option<Name>,
        proposal: Text,
    },
    /// What became of them.
    Settle {
        opinions: Vec<OpinionId>,
        adopted: Option<bool>,
        outcome: Text,
    },
}

/// An opinion to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CollectWish {
    /// 渠道
    pub channel: Channel,
    /// 地点
    pub place: Option<Name>,
    /// 家、站、联系点
    pub station: Option<Name>,
    /// The deputy who heard it.
    pub collector: Option<Name>,
    /// 类别
    pub category: Option<Name>,
    /// The draft law it is about.
    pub draft: Option<Name>,
    /// Who said it, as a number.
    pub citizen: Option<SaidBy>,
    /// What was said.
    pub text: Text,
    /// Answered on the spot.
    pub answer: Option<Text>,
}
