//! What may be wished for meetings (会议).

use crate::domain::event::{DecisionKind, MeetingKind};
use crate::domain::terms::{
    Amount, CaseId, Date, DeliberationId, MeetingId, Name, ProjectId, Text, Title,
};

/// What may be wished for meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are those of the fact, see the table in `event`"
)]
pub enum MeetingWish {
    /// A meeting for the calendar.
    Call {
        kind: MeetingKind,
        title: Title,
        day: Option<Date>,
        place: Option<Name>,
        agenda: Vec<Text>,
        papers: Vec<Text>,
    },
    /// It took place.
    Hold {
        meeting: MeetingId,
        present: Vec<Name>,
        units: Vec<Name>,
        absent: Vec<Name>,
        note: Option<Text>,
    },
    /// It decided, with what the decision brings about.
    Decide(Box<DecideWish>),
    /// Its minutes.
    Minute {
        meeting: MeetingId,
        text: Text,
        signer: Option<Name>,
    },
    /// 审议意见
    Deliberate {
        meeting: MeetingId,
        unit: Name,
        text: Text,
        due: Option<Date>,
    },
    /// The unit answered.
    Answer {
        deliberation: DeliberationId,
        text: Text,
    },
}

/// A decision to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecideWish {
    /// Of which meeting.
    pub meeting: MeetingId,
    /// What it is about.
    pub about: DecisionKind,
    /// In words.
    pub what: Text,
    /// The suggestions it decides on.
    pub cases: Vec<CaseId>,
    /// The projects it decides on.
    pub projects: Vec<ProjectId>,
    /// Yes, no, abstained.
    pub votes: Option<(u32, u32, u32)>,
    /// The supervising leader of key cases.
    pub supervisor: Option<Name>,
    /// What is built instead in changed projects.
    pub content: Option<Text>,
    /// The budget of changed projects.
    pub budget: Option<Amount>,
    /// The new day of changed projects.
    pub due: Option<Date>,
}
