//! Why a fact cannot have happened, as data. What it means for a wish is said by `refusal`.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::entry::FactId;
use crate::domain::event::OnRecord;
use crate::domain::terms::{CaseId, Date, Name, Number};

/// How a case left the handling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Ending {
    /// 不予受理
    Refused,
    /// 转为代表来信
    Letter,
    /// 撤回
    Withdrawn,
}

/// What a fact contradicts.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Clash {
    /// The case was not handed in by that day.
    #[error("not submitted by then")]
    NotSubmitted,
    /// The case exists already.
    #[error("submitted twice")]
    SubmittedTwice,
    /// The case had left the handling.
    #[error("ended before: {0:?}")]
    Ended(Ending),
    /// The case was closed.
    #[error("closed before")]
    Closed,
    /// The case was already accepted.
    #[error("accepted before")]
    AcceptedTwice,
    /// The case was not accepted.
    #[error("not accepted by then")]
    NotAccepted,
    /// The case was already handed over.
    #[error("handed over before")]
    AssignedTwice,
    /// The case was not handed over.
    #[error("not handed over by then")]
    NotAssigned,
    /// The unit does not hold the case.
    #[error("{0} does not hold the case")]
    NotHolder(Name),
    /// The unit signed for it before.
    #[error("{0} signed before")]
    SignedTwice(Name),
    /// The case was replied to.
    #[error("replied before")]
    Replied,
    /// The case was not replied to.
    #[error("not replied by then")]
    NotReplied,
    /// It was not proposed to units before the hand-over.
    #[error("not pre-assigned by then")]
    NotPreAssigned,
    /// No unit gave it back, or that is settled.
    #[error("not returned by then")]
    NotReturned,
    /// It was given back, and nobody has answered that yet.
    #[error("returned before")]
    ReturnedTwice,
    /// There is no such open milestone.
    #[error("no such open milestone")]
    NoMilestone,
    /// The co-unit's opinion is not in, or was rejected already.
    #[error("no opinion of {0}")]
    NoCoOpinion(Name),
    /// It was not raised to the upper level.
    #[error("not escalated by then")]
    NotEscalated,
    /// It is handled together with another one already, or would be with itself.
    #[error("merged before")]
    Merged,
    /// It is handled on its own.
    #[error("not merged by then")]
    NotMerged,
    /// No notice waits for its answer.
    #[error("no open notice")]
    NoNotice,
    /// No finding of that check waits to be mended.
    #[error("no open finding")]
    NoFinding,
    /// Nothing is to be reworked.
    #[error("no open rework")]
    NoRework,
    /// The deputy has not rated it.
    #[error("not rated by then")]
    NotRated,
    /// It is not closed.
    #[error("not closed by then")]
    NotClosed,
    /// There is no open promise.
    #[error("no open promise")]
    NoCommitment,
    /// The number belongs to another case.
    #[error("the number belongs to case {1}")]
    NumberTaken(Number, CaseId),
    /// The person, unit or session is on record already.
    #[error("{0} is on record already")]
    Known(OnRecord),
    /// The person, unit or session is not on record.
    #[error("{0} is not on record")]
    Unknown(OnRecord),
    /// It was not chosen by then.
    #[error("{0} was not chosen by then")]
    NotChosen(OnRecord),
    /// Its work had not begun by then.
    #[error("{0} was not under way by then")]
    NotStarted(OnRecord),
    /// It was held or called off already.
    #[error("{0} is over")]
    Over(OnRecord),
    /// It was not held by then.
    #[error("{0} was not held by then")]
    NotHeld(OnRecord),
    /// The store was not opened by the first line, or twice.
    #[error("the first line opens the store, and no other")]
    Opening,
    /// No line of that number that could be undone (or redone).
    #[error("line {0} cannot be taken back or put back")]
    NoSuchLine(u64),
    /// The fact to correct is not there, or its field has another value than the correction says.
    #[error("field `{0}` has not the value that was to be corrected")]
    NoSuchField(String),
    /// The corrected fact would be no fact.
    #[error("`{0}` cannot take this value: {1}")]
    BadValue(String, String),
}

/// A fact that cannot have happened: the first one in the order of days that contradicts what
/// stands before it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {}, fact {}: {event} on {on}: {clash}", at.line, at.index)]
pub struct Impossible {
    /// Where it stands; a line number beyond the head is the one about to be written.
    pub at: FactId,
    /// Its name.
    pub event: &'static str,
    /// Its day.
    pub on: Date,
    /// Its case.
    pub case: Option<CaseId>,
    /// What it contradicts.
    pub clash: Clash,
}
