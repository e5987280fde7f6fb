//! Which parts of the deputies' work a fact is about, one by one.

use super::Event;
use crate::domain::terms::{ActivityId, OpinionId};

/// One thing of the deputies' work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Subject {
    /// 民意
    Opinion(OpinionId),
    /// 活动
    Activity(ActivityId),
}

impl Event {
    /// What it is about beside the cases, in the order it names them.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other facts are about cases, the office or the record"
    )]
    pub fn subjects(&self) -> Vec<Subject> {
        match self {
            Self::OpinionCollected(fact) => vec![Subject::Opinion(fact.opinion)],
            Self::OpinionAnswered(fact) => vec![Subject::Opinion(fact.opinion)],
            Self::OpinionPassedOn(fact) => vec![Subject::Opinion(fact.opinion)],
            Self::OpinionSettled(fact) => vec![Subject::Opinion(fact.opinion)],
            Self::OpinionsDiscussed(fact) => opinions(&fact.opinions),
            Self::OpinionsRaised(fact) => opinions(&fact.opinions),
            Self::OpinionsForwarded(fact) => opinions(&fact.opinions),
            Self::ActivityPlanned(fact) => vec![Subject::Activity(fact.activity)],
            Self::ActivityHeld(fact) => vec![Subject::Activity(fact.activity)],
            Self::ActivityCancelled(fact) => vec![Subject::Activity(fact.activity)],
            Self::ActivityCounted(fact) => vec![Subject::Activity(fact.activity)],
            Self::ActivityRated(fact) => vec![Subject::Activity(fact.activity)],
            _ => Vec::new(),
        }
    }
}

fn opinions(opinions: &[OpinionId]) -> Vec<Subject> {
    opinions.iter().copied().map(Subject::Opinion).collect()
}
