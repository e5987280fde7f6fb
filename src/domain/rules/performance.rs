//! How deputies' work is counted (履职积分办法), as data: items worth points, a base, a ceiling or
//! none, grades, and what several years running lead to.
//!
//! Refuses: to count; the evaluation of recorded facts stands in `domain::performance_points`.

use serde::{Deserialize, Serialize};

use crate::domain::event::ActivityKind;
use crate::domain::terms::{Name, Points};

/// Which entries of the record an item counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// What was entered by hand under the item.
    #[default]
    Logged,
    /// A suggestion that the deputy leads.
    Suggestion,
    /// One that the deputy co-signed.
    CoSigned,
    /// A suggestion of the deputy that was picked as key.
    KeySuggestion,
    /// A reply that the deputy rated.
    ReplyRated,
    /// An activity that the deputy came to.
    Activity,
    /// Leave from an activity.
    Leave,
    /// An activity the deputy was invited to and missed without leave.
    Missed,
    /// An opinion of citizens that the deputy collected.
    Opinion,
    /// A project that the deputy went to look at.
    ProjectSupervised,
    /// A pledge that was kept.
    PledgeKept,
    /// A household that the deputy called on.
    HouseholdVisit,
}

impl PointItem {
    /// The points of a year, so far as the item brings them.
    pub fn capped(&self, sum: Points) -> Points {
        self.cap.map_or(sum, |cap| sum.capped(cap))
    }
}

/// An item of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointItem {
    /// What scripts and the command line call it.
    pub code: Name,
    /// What people call it.
    pub label: Name,
    /// What is counted.
    #[serde(default)]
    pub counts: Deed,
    /// Only activities of these kinds; all where none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kinds: Vec<ActivityKind>,
    /// What each brings; none where each entry says it itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points: Option<Points>,
    /// The most it brings in a year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<Points>,
    /// What is counted is measured in: 件, 次, 半天.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Name>,
    /// `false` where a value of it was inferred or is the office's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
    /// What is to be known about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A grade from so many points on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointGrade {
    /// 好, 较好, 差
    pub grade: Name,
    /// From here on; none for the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub points_min: Option<Points>,
}

/// A place in the ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// 第一
    First,
    /// 末位
    Last,
}

/// What several years running lead to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearsRunning {
    /// What it leads to: 表彰, 诫勉, 劝辞.
    pub label: Name,
    /// So many years one after the other.
    pub years: u8,
    /// In this place …
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// … or with this grade.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grade: Option<Name>,
}

/// How often the standing is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownEach {
    /// 每年
    #[default]
    Year,
    /// 每季度
    Quarter,
}

/// How deputies' work is counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointTable {
    /// What it is called.
    pub label: Name,
    /// What everybody has at the beginning of a year.
    #[serde(default)]
    pub base: Points,
    /// The most there is in a year; none where there is no ceiling.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<Points>,
    /// How often the standing is shown.
    #[serde(default)]
    pub shown: ShownEach,
    /// What is counted.
    pub items: Vec<PointItem>,
    /// The grades of a year, best first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<PointGrade>,
    /// What several years running lead to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub running: Vec<YearsRunning>,
}

impl PointTable {
    /// An item by its code or its label.
    pub fn item(&self, word: &str) -> Option<&PointItem> {
        let called = |item: &&PointItem| item.code.as_str() == word || item.label.as_str() == word;
        self.items.iter().find(called)
    }

    /// The grade of so many points.
    pub fn grade(&self, points: Points) -> Option<&Name> {
        let reached = |grade: &&PointGrade| grade.points_min.is_none_or(|min| points >= min);
        self.grades.iter().find(reached).map(|grade| &grade.grade)
    }
}
