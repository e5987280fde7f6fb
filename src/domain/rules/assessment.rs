//! How units are scored (考核办法), as data: items that are counted of their cases, worth points or
//! a grade, and what the items come to.
//!
//! Refuses: to count; the evaluation of recorded facts stands in `domain::assess`.

use serde::{Deserialize, Serialize};

use super::clock::Limit;
use crate::domain::terms::{Name, Points};

/// What is asked of a case and of the unit that owes its reply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// Nothing: every case.
    #[default]
    All,
    /// The unit signed for it, within a limit where one is named.
    Signed,
    /// The unit replied, within a limit where one is named.
    Replied,
    /// The unit replied by the last day, extensions counted.
    RepliedInTime,
    /// The deputy was talked with.
    Consulted,
    /// The deputy was met in person.
    ConsultedInPerson,
    /// The deputy rated it.
    Rated,
    /// 满意
    Satisfied,
    /// 基本满意
    MostlySatisfied,
    /// 不满意
    Dissatisfied,
    /// Its class counts as resolved.
    Resolved,
    /// No promise of it was broken or is overdue.
    PromisesKept,
    /// A check looked at it.
    Inspected,
    /// No check found anything.
    NoFinding,
}

/// What a case is worth that passes a question, in percent of an item's points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Worth {
    /// The question; of several the first that it passes counts.
    pub asked: Asked,
    /// Within which limit from the hand-over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Limit>,
    /// In percent.
    #[serde(default = "whole", skip_serializing_if = "is_whole")]
    pub percent: u8,
}

fn whole() -> u8 {
    100
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks with a reference"
)]
fn is_whole(percent: &u8) -> bool {
    *percent == 100
}

/// A share of the cases that a grade needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareNeed {
    /// The question.
    pub asked: Asked,
    /// Within which limit from the hand-over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<Limit>,
    /// At least so many percent of the cases pass it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent_min: Option<u8>,
    /// At most so many percent pass it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub percent_most: Option<u8>,
}

/// A grade of an item: the first whose needs are all met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ItemGrade {
    /// 良好, 合格, 不合格
    pub grade: Name,
    /// What it needs; nothing for the last one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<ShareNeed>,
}

/// What is counted of a unit's cases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreItem {
    /// What scripts and the command line call it.
    pub code: Name,
    /// What people call it.
    pub label: Name,
    /// Out of which cases.
    #[serde(default, skip_serializing_if = "is_all")]
    pub of: Asked,
    /// What it is worth; none where it is graded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// What a case brings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<Worth>,
    /// The mean of the anonymous rounds brings the points (无记名测评).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub anonymous: bool,
    /// Its grades, best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<ItemGrade>,
    /// `false` where a value of it was inferred or is the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
    /// What is to be known about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde asks with a reference"
)]
fn is_all(asked: &Asked) -> bool {
    *asked == Asked::All
}

/// Where units of a grade are named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NamedFor {
    /// 表扬名单
    Praise,
    /// 批评名单
    Criticism,
}

/// What the items come to: the first grade whose needs are all met.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OverallGrade {
    /// 良好, 合格, 不合格
    pub grade: Name,
    /// At least so many points in all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_min: Option<Points>,
    /// Items with this grade …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub item_grade: Option<Name>,
    /// … at least so many.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub items_min: Option<u32>,
    /// On which list its units stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub named_for: Option<NamedFor>,
    /// `false` where it was inferred or is the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
    /// What is to be known about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How units are scored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ScoreTable {
    /// What it is called.
    pub label: Name,
    /// Only cases that a unit leads count; else every one it owes a reply to.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lead_only: bool,
    /// What is counted.
    pub items: Vec<ScoreItem>,
    /// What they come to, best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<OverallGrade>,
}
