//! What may be wished for deputies' activities (活动).

use crate::domain::event::ActivityKind;
use crate::domain::terms::{ActivityId, Amount, Date, Name, Text, Title};

/// What may be wished for deputies' activities.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are those of the fact, see the table in `event`"
)]
pub enum ActivityWish {
    /// An activity for the calendar, perhaps held at once.
    Plan(PlanWish),
    /// It took place.
    Hold {
        activity: ActivityId,
        held: HoldWish,
    },
    /// It does not take place.
    Cancel { activity: ActivityId, why: Text },
    /// What it brought, in figures.
    Count {
        activity: ActivityId,
        what: Name,
        amount: Amount,
        measure: Name,
    },
    /// How the deputies rated a unit there.
    Rate {
        activity: ActivityId,
        unit: Name,
        satisfied: u32,
        mostly: u32,
        dissatisfied: u32,
        recount: Option<Text>,
    },
}

/// An activity to enter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanWish {
    /// What kind it is.
    pub kind: ActivityKind,
    /// What it is called.
    pub title: Title,
    /// Its day; the day of the wish where nothing is said.
    pub day: Option<Date>,
    /// Its last day.
    pub last: Option<Date>,
    /// 地点
    pub place: Option<Name>,
    /// 代表小组
    pub group: Option<Name>,
    /// Who is invited.
    pub invited: Vec<Name>,
    /// How it was held, where that is told at once.
    pub held: Option<HoldWish>,
}

/// Who came.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HoldWish {
    /// The deputies who came.
    pub attended: Vec<Name>,
    /// How many others did.
    pub others: Option<u32>,
    /// Who had asked for leave.
    pub leave: Vec<Name>,
    /// In words.
    pub note: Option<Text>,
}
