//! A case as the facts so far make it. Plain data; only the fold changes it.

use std::collections::BTreeMap;

use super::impossible::Ending;
use crate::domain::event::{ConsultMode, ConsultStage, Handlers, Kind, Publication};
use crate::domain::terms::{
    CaseId, Date, Level, Name, Number, Period, SessionKey, Stars, Text, Title,
};

/// One suggestion (建议) and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    /// The store's own counter.
    pub id: CaseId,
    /// The official number, once given.
    pub number: Option<Number>,
    /// The congress that decides it.
    pub level: Level,
    /// In session or between sessions.
    pub period: Period,
    /// The session it belongs to.
    pub session: SessionKey,
    /// 标题
    pub title: Title,
    /// 内容
    pub body: Option<Text>,
    /// 领衔代表
    pub deputy: Option<Name>,
    /// 联名代表
    pub co_signers: Vec<Name>,
    /// 代表团, where a delegation proposes
    pub delegation: Option<Name>,
    /// 类别
    pub category: Name,
    /// 种类
    pub kind: Kind,
    /// 保密
    pub confidential: bool,
    /// The day it was handed in.
    pub submitted: Date,
    /// The day it was accepted.
    pub accepted: Option<Date>,
    /// Returned to the deputy for amendment, and why.
    pub amendment: Option<(Date, Text)>,
    /// How it left the handling.
    pub ended: Option<(Date, Ending)>,
    /// Picked as key: the day and the supervising leader (督办领导).
    pub key_supervised: Option<(Date, Option<Name>)>,
    /// Every hand-over, the last one in force.
    pub assignments: Vec<Assignment>,
    /// Talks with the deputy.
    pub consultations: Vec<Consultation>,
    /// Dated notes.
    pub progress: Vec<Progress>,
    /// The co-units whose opinion is in, and since when.
    pub co_opinions: BTreeMap<Name, Date>,
    /// The extension in force: recorded on, until, with whose consent.
    pub extension: Option<Extension>,
    /// Replies, oldest first.
    pub replies: Vec<Reply>,
    /// Promises.
    pub commitments: Vec<Commitment>,
    /// Deputies' ratings, oldest first; the last one counts.
    pub ratings: Vec<Rating>,
    /// Stars of the public.
    pub stars: Vec<PublicRating>,
    /// The revisit group's rating.
    pub revisit: Option<(Date, Name)>,
    /// Raised to the upper level: the day and where to.
    pub escalated: Option<(Date, Option<Name>)>,
    /// The day it was closed.
    pub closed: Option<Date>,
    /// Remarks.
    pub notes: Vec<(Date, Text)>,
}

/// How the case came to its units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum HandOver {
    /// 交办
    Assigned,
    /// 改办
    Reassigned,
    /// Handed over by another level; no clock of ours runs.
    Tracked,
}

/// One hand-over (交办) and what the units did with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The day of the hand-over.
    pub on: Date,
    /// How it came.
    pub how: HandOver,
    /// Who has it.
    pub to: Handlers,
    /// A limit agreed at the hand-over, earlier or later than the clock.
    pub due: Option<Date>,
    /// Why it takes the long limit from the start.
    pub hard: Option<Text>,
    /// Who signed for it, and when.
    pub signed: BTreeMap<Name, Date>,
    /// Passed on inside the government: the day and the post.
    pub forwarded: Vec<(Date, Name)>,
    /// Given back by a unit.
    pub returned: Option<Return>,
}

/// A unit said that it is not its job (退回).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Return {
    /// The day.
    pub on: Date,
    /// Who gave it back.
    pub unit: Name,
    /// The reason.
    pub why: Text,
    /// The unit proposed instead.
    pub proposed: Option<Name>,
}

/// A talk with the deputy (面商).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consultation {
    /// The day.
    pub on: Date,
    /// Before, during, after the handling.
    pub stage: Option<ConsultStage>,
    /// How.
    pub mode: ConsultMode,
    /// Who took part.
    pub people: Vec<Name>,
    /// Whether the responsible leader was there.
    pub leader_present: bool,
}

/// A dated note (进展).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// The day.
    pub on: Date,
    /// Who reports.
    pub unit: Option<Name>,
    /// How far, 0–100.
    pub percent: Option<u8>,
    /// The words.
    pub note: Text,
}

/// More time, with consent (延期).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Extension {
    /// The day it was granted.
    pub on: Date,
    /// The new last day.
    pub to: Date,
    /// The reason.
    pub why: Text,
    /// Who consented.
    pub consent: Option<Name>,
}

/// A reply to the deputy (答复).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The day.
    pub on: Date,
    /// The hand-over it answers: its place in [`Case::assignments`].
    pub assignment: usize,
    /// Who replies.
    pub unit: Name,
    /// The class code (A, B, C …).
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
}

/// A promise (承诺事项).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Commitment {
    /// The day it was made.
    pub made: Date,
    /// What was promised.
    pub promise: Text,
    /// By when.
    pub due: Date,
    /// The day it was settled, whether it was kept, and what became of it.
    pub settled: Option<(Date, bool, Option<Text>)>,
}

/// A deputy's rating (评价).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// The day.
    pub on: Date,
    /// Who rates.
    pub deputy: Name,
    /// The overall word of the office's scale.
    pub rating: Option<Name>,
    /// 态度
    pub attitude: Option<Name>,
    /// 结果
    pub result: Option<Name>,
    /// The opinion.
    pub comment: Option<Text>,
    /// How many replies it judges: one that came later waits for another rating.
    pub replies: usize,
}

impl Rating {
    /// The word that counts: the overall one, else the one on the result.
    pub fn headline(&self) -> Option<&Name> {
        self.rating.as_ref().or(self.result.as_ref())
    }
}

/// Stars of the public (五星评价).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicRating {
    /// The day.
    pub on: Date,
    /// One to five.
    pub stars: Stars,
    /// How many people gave them.
    pub respondents: u32,
    /// Questionnaire, phone, courtyard meeting …
    pub channel: Option<Name>,
}

/// Where a case stands (环节).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// 提出
    Submitted,
    /// 退回修改
    ForAmendment,
    /// 受理
    Accepted,
    /// 交办
    Assigned,
    /// 签收
    Signed,
    /// 退回
    Returned,
    /// 办理
    InProgress,
    /// 答复
    Replied,
    /// 已评价
    Rated,
    /// 重新办理: rated dissatisfied, waits for another reply. What a word means is the rules' to
    /// say: see [`Book::state`](super::Book::state).
    Rehandling,
    /// 办结
    Closed,
    /// 跟踪续办: closed, with an open promise
    Tracking,
    /// 不予受理
    Refused,
    /// 转为代表来信
    Letter,
    /// 撤回
    Withdrawn,
}

impl Case {
    /// The hand-over in force.
    pub fn assignment(&self) -> Option<&Assignment> {
        self.assignments.last()
    }

    /// Whether a unit has the case, or had it before it was handed over anew.
    pub fn had(&self, unit: &Name) -> bool {
        let mut assignments = self.assignments.iter();
        assignments.any(|a| a.to.units().any(|u| u == unit))
    }

    /// The first day of hand-over, whatever came after.
    pub fn first_assigned(&self) -> Option<Date> {
        self.assignments.first().map(|a| a.on)
    }

    /// The replies to the hand-over in force.
    pub fn current_replies(&self) -> impl Iterator<Item = &Reply> {
        let current = self.assignments.len().wrapping_sub(1);
        self.replies.iter().filter(move |r| r.assignment == current)
    }

    /// The day a unit first replied under the hand-over in force.
    pub fn unit_replied(&self, unit: &Name) -> Option<Date> {
        self.current_replies()
            .find(|r| r.unit == *unit)
            .map(|r| r.on)
    }

    /// The day on which every unit that owes a reply had replied for the first time.
    pub fn replied(&self) -> Option<Date> {
        let to = &self.assignment()?.to;
        let days: Option<Vec<Date>> = to.repliers().map(|u| self.unit_replied(u)).collect();
        days?.into_iter().max()
    }

    /// The reply that counts: the last one.
    pub fn reply(&self) -> Option<&Reply> {
        self.replies.last()
    }

    /// The last rating of the deputy.
    pub fn rating(&self) -> Option<&Rating> {
        self.ratings.last()
    }

    /// The last day on which every unit that owes a reply had signed.
    pub fn signed(&self) -> Option<Date> {
        let a = self.assignment()?;
        let days: Option<Vec<Date>> = a.to.repliers().map(|u| a.signed.get(u).copied()).collect();
        days?.into_iter().max()
    }

    /// Whether it counts: not refused, not withdrawn, not turned into a letter.
    pub fn counts(&self) -> bool {
        self.ended.is_none()
    }

    /// Promises that are neither kept nor broken yet.
    pub fn open_commitments(&self) -> impl Iterator<Item = &Commitment> {
        self.commitments.iter().filter(|c| c.settled.is_none())
    }

    /// Where it stands, as far as the facts alone say.
    pub fn state(&self) -> State {
        if let Some((_, ending)) = self.ended {
            return match ending {
                Ending::Refused => State::Refused,
                Ending::Letter => State::Letter,
                Ending::Withdrawn => State::Withdrawn,
            };
        }
        if self.closed.is_some() {
            let tracking = self.open_commitments().next().is_some();
            return if tracking {
                State::Tracking
            } else {
                State::Closed
            };
        }
        let Some(assignment) = self.assignment() else {
            return match (&self.accepted, &self.amendment) {
                (Some(_), _) => State::Accepted,
                (None, Some(_)) => State::ForAmendment,
                (None, None) => State::Submitted,
            };
        };
        if self.replied().is_some() {
            let rated = self
                .rating()
                .is_some_and(|r| r.replies == self.replies.len());
            return if rated { State::Rated } else { State::Replied };
        }
        if assignment.returned.is_some() {
            return State::Returned;
        }
        let begun = |on: Date| on >= assignment.on;
        if self.consultations.iter().any(|c| begun(c.on))
            || self.progress.iter().any(|p| begun(p.on))
        {
            return State::InProgress;
        }
        if self.signed().is_some() {
            State::Signed
        } else {
            State::Assigned
        }
    }
}
