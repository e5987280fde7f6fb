//! Facts of deputies' activities (活动): planned, held, who came, what it brought.
//!
//! Refuses: the names of anybody but deputies; others are counted.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::domain::terms::{ActivityId, Amount, Date, Name, Text, Title};

/// What kind of activity it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActivityKind {
    /// 代表培训
    Training,
    /// 承办人员培训
    ClerkTraining,
    /// 接待日, on the 10th of each month
    ReceptionDay,
    /// 小组活动
    GroupActivity,
    /// 视察
    Inspection,
    /// 调研
    Research,
    /// 向选民述职
    VoterReport,
    /// 局长进站
    StationVisit,
    /// 部门向代表报告工作
    UnitReport,
    /// 大会发言
    Speech,
    /// 走访联系户
    HouseholdVisit,
}

/// An activity is to take place on a `day`, perhaps until a `last` one.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityPlanned {
    pub on: Date,
    pub activity: ActivityId,
    pub kind: ActivityKind,
    pub title: Title,
    pub day: Date,
    pub last: Option<Date>,
    pub place: Option<Name>,
    pub group: Option<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub invited: Vec<Name>,
}

/// It took place: the deputies who came, how many others did, who had asked for leave.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityHeld {
    pub on: Date,
    pub activity: ActivityId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attended: Vec<Name>,
    pub others: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub leave: Vec<Name>,
    pub note: Option<Text>,
}

/// It did not take place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityCancelled {
    pub on: Date,
    pub activity: ActivityId,
    pub why: Text,
}

/// What it brought, in figures: 走访选民 300 人.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityCounted {
    pub on: Date,
    pub activity: ActivityId,
    pub what: Name,
    pub amount: Amount,
    pub measure: Name,
}

/// How the deputies rated a unit there: how many of each word, never who; of fewer than five only
/// their number.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityRated {
    pub on: Date,
    pub activity: ActivityId,
    pub unit: Name,
    pub satisfied: Option<u32>,
    pub mostly: Option<u32>,
    pub dissatisfied: Option<u32>,
    pub ballots: Option<u32>,
    pub recount: Option<Text>,
}
