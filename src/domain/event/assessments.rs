//! Facts of judging the handling units (考核): anonymous rounds, commendations, forgiven errors.
//!
//! Refuses: a ballot. An anonymous round is one fact, recorded once it was counted: of each unit
//! and item only how often each mark was given, in the order of marks; of fewer than five ballots
//! only their number.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::domain::terms::{CaseId, Date, Name, Text};

/// How often a mark was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkCount {
    pub mark: u32,
    pub ballots: u32,
}

/// What the ballots together said of a unit, or of one item of it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnonymousScore {
    pub unit: Name,
    pub item: Option<Name>,
    pub ballots: u32,
    pub sum: Option<u32>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub marks: Vec<MarkCount>,
}

/// An anonymous round was counted (无记名测评).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnonymousScoringClosed {
    pub on: Date,
    pub round: Name,
    pub full: u32,
    pub issued: u32,
    pub returned: u32,
    pub invalid: u32,
    pub scores: Vec<AnonymousScore>,
    /// Why it was counted again, where it was.
    pub recount: Option<Text>,
    /// Other people voted than in the rounds near it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub other_voters: bool,
}

/// A unit was praised (表扬).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitCommended {
    pub on: Date,
    pub unit: Name,
    pub what: Text,
    pub by: Option<Name>,
}

/// An error of a unit in a case is not held against it (容错): in one item of the table, or in all.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ErrorForgiven {
    pub on: Date,
    pub case: CaseId,
    pub unit: Name,
    pub item: Option<Name>,
    pub why: Text,
    pub by: Option<Name>,
}
