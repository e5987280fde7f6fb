//! How a case came to its units, and what they said to it (交办, 签收, 退回).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::seldom::Seldom;
use crate::domain::book::day;
use crate::domain::event::Handlers;
use crate::domain::terms::{Date, Name, Text};

/// How the case came to its units.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum HandOver {
    /// 交办
    Assigned,
    /// 改办
    Reassigned,
    /// Handed over by another level; no clock of ours runs.
    Tracked,
}

/// One hand-over (交办) and what the units did with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// The day of the hand-over.
    #[serde(with = "day")]
    pub on: Date,
    /// How it came.
    pub how: HandOver,
    /// Who has it.
    #[serde(with = "Whole")]
    pub to: Handlers,
    /// A limit agreed at the hand-over, earlier or later than the clock.
    #[serde(with = "day::maybe")]
    pub due: Option<Date>,
    /// Why it takes the long limit from the start.
    pub hard: Option<Text>,
    /// What is to be done, in which order.
    pub plan: Option<Text>,
    /// Who sits in the task force (专班).
    pub task_force: Seldom<Vec<Name>>,
    /// Who signed for it, and when.
    #[serde(with = "day::by_name")]
    pub signed: BTreeMap<Name, Date>,
    /// Passed on inside the government: the day and the post.
    pub forwarded: Seldom<Vec<(Date, Name)>>,
    /// Given back by a unit.
    pub returned: Option<Box<Return>>,
}

impl Assignment {
    /// A hand-over with nothing agreed on beside the units.
    pub fn new(on: Date, how: HandOver, to: Handlers) -> Self {
        Self {
            on,
            how,
            to,
            due: None,
            hard: None,
            plan: None,
            task_force: Seldom::default(),
            signed: BTreeMap::new(),
            forwarded: Seldom::default(),
            returned: None,
        }
    }

    /// Given back, and nobody has said no.
    pub fn is_returned(&self) -> bool {
        self.returned.as_ref().is_some_and(|r| r.refused.is_none())
    }
}

/// A unit said that it is not its job (退回).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// Who gave it back.
    pub unit: Name,
    /// The reason.
    pub why: Text,
    /// The unit proposed instead.
    pub proposed: Option<Name>,
    /// Not agreed to, and why: the unit goes on.
    pub refused: Option<(Date, Text)>,
}

/// Proposed to units before the hand-over (预交办).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreAssignment {
    /// The day.
    #[serde(with = "day")]
    pub on: Date,
    /// To whom.
    #[serde(with = "Whole")]
    pub to: Handlers,
    /// Who said that it is not its job, and why.
    pub disputes: Vec<(Date, Name, Text)>,
    /// What the coordination came to.
    pub coordination: Option<(Date, Text)>,
}

/// The handlers with every field, for a format that leaves none out.
#[derive(Serialize, Deserialize)]
#[serde(remote = "Handlers")]
struct Whole {
    lead: Option<Name>,
    co: Vec<Name>,
    separate: Vec<Name>,
    leader: Option<Name>,
    post: Option<Name>,
    clerk: Option<Name>,
    phone: Option<Name>,
}
