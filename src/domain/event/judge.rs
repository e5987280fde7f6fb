//! Facts of supervising and judging (督 评): promises, ratings, closing.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::{Rateable, RemindMode, RevisitMeans};
use crate::domain::terms::{CaseId, Date, Name, Stars, Text};

/// Somebody was urged (催办): a unit to act, a deputy to answer.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reminded {
    pub on: Date,
    pub case: CaseId,
    pub unit: Option<Name>,
    pub deputy: Option<Name>,
    pub mode: Option<RemindMode>,
    pub note: Option<Text>,
}

/// A promise with its date (承诺事项).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitmentMade {
    pub on: Date,
    pub case: CaseId,
    pub promise: Text,
    pub due: Date,
}

/// Whether it was kept.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CommitmentSettled {
    pub on: Date,
    pub case: CaseId,
    pub promise: Option<Text>,
    pub kept: bool,
    pub note: Option<Text>,
}

/// A deputy's rating (评价).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rated {
    pub on: Date,
    pub case: CaseId,
    pub deputy: Name,
    #[serde(default, skip_serializing_if = "Rateable::is_reply")]
    pub of: Rateable,
    pub rating: Option<Name>,
    pub attitude: Option<Name>,
    pub result: Option<Name>,
    pub comment: Option<Text>,
    pub channel: Option<Name>,
}

/// Stars of the public.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PublicRated {
    pub on: Date,
    pub case: CaseId,
    pub stars: Stars,
    pub respondents: u32,
    pub channel: Option<Name>,
}

/// The revisit group's rating (回访).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Revisited {
    pub on: Date,
    pub case: CaseId,
    pub rating: Name,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub means: Vec<RevisitMeans>,
    pub note: Option<Text>,
}

/// A deputy was asked to answer the reply (征询意见).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedbackSought {
    pub on: Date,
    pub case: CaseId,
    pub deputy: Name,
}

/// What was decided after a second dissatisfied rating (研究处理).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adjudicated {
    pub on: Date,
    pub case: CaseId,
    pub by: Option<Name>,
    pub opinion: Text,
}

/// Opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reopened {
    pub on: Date,
    pub case: CaseId,
    pub why: Text,
}

/// Closed (办结).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closed {
    pub on: Date,
    pub case: CaseId,
}

/// A remark (备注).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Noted {
    pub on: Date,
    pub case: CaseId,
    pub note: Text,
}
