//! What the supervising side may wish for a case (督).

use crate::domain::event::{InspectMode, Publication, SuperviseMode};
use crate::domain::rules::Colour;
use crate::domain::terms::{Date, Name, Text};

/// What the supervising side may wish for a case.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are those of the fact, see the table in `event`"
)]
pub enum OverseeWish {
    /// 督办通知, 约谈
    Supervise(SuperviseWish),
    /// The unit answers the oldest open notice.
    AnswerNotice { unit: Option<Name>, note: Text },
    /// The colour by hand; by the rules again where none is named.
    SetColour { colour: Option<Colour>, why: Text },
    /// A check looks at the case.
    Inspect(InspectWish),
    /// What a check found was mended; the only open one where no check is named.
    Mend {
        check: Option<Name>,
        note: Option<Text>,
    },
    /// 回头看
    LookBack(LookBackWish),
    /// 整改
    OrderRework { what: Text, due: Option<Date> },
    /// The unit did it.
    FinishRework { note: Option<Text> },
    /// 续办续复
    Follow(FollowWish),
    /// Asks deputies to answer the reply; whom the rules name where nobody is.
    SeekFeedback { deputies: Vec<Name> },
    /// 研究处理
    Adjudicate { by: Option<Name>, opinion: Text },
    /// An error of a unit is not held against it (容错).
    Forgive(ForgiveWish),
    /// Opens a closed case again.
    Reopen { why: Text },
}

/// A notice or a talk to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SuperviseWish {
    /// A notice or a talk.
    pub mode: SuperviseMode,
    /// To whom; the unit that has the case where nothing is said.
    pub unit: Option<Name>,
    /// Who took part, or who supervises with us.
    pub people: Vec<Name>,
    /// What is wrong.
    pub problem: Text,
    /// By when it is to be answered.
    pub due: Option<Date>,
}

/// A look of a check to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InspectWish {
    /// The check.
    pub check: Name,
    /// Who looked.
    pub inspector: Option<Name>,
    /// On line or on site.
    pub mode: Option<InspectMode>,
    /// What was found; nothing where it is in order.
    pub finding: Option<Text>,
    /// By when it is to be mended.
    pub mend_by: Option<Date>,
}

/// A look back to record, and what it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookBackWish {
    /// Whether it is good enough.
    pub good: bool,
    /// Who went.
    pub people: Vec<Name>,
    /// What they saw.
    pub note: Option<Text>,
    /// What is to be done better.
    pub rework: Option<Text>,
    /// By when.
    pub due: Option<Date>,
}

/// What became of a promise; everything may be left out but not all of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FollowWish {
    /// Which promise of the case, from 1; the oldest open one where nothing is said.
    pub item: Option<usize>,
    /// Whether it was kept.
    pub kept: Option<bool>,
    /// In words.
    pub note: Option<Text>,
    /// The second reply.
    pub reply: Option<ReReplyWish>,
    /// What is promised anew, and by when.
    pub again: Option<(Text, Date)>,
}

/// An error that is not held against a unit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForgiveWish {
    /// Whose error.
    pub unit: Name,
    /// In which item of the table, by its code or label; in all where none is named.
    pub item: Option<Name>,
    /// Why.
    pub why: Text,
    /// Who said so.
    pub by: Option<Name>,
}

/// A second reply to record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReReplyWish {
    /// Who replies; the lead where nothing is said.
    pub unit: Option<Name>,
    /// Another class.
    pub class: Option<Name>,
    /// 文号
    pub doc_no: Option<Name>,
    /// 签发人
    pub signer: Option<Name>,
    /// The words.
    pub text: Option<Text>,
    /// Whether it may be published; as the reply that it follows where nothing is said.
    pub publication: Option<Publication>,
    /// Why it may not.
    pub publication_reason: Option<Text>,
}
