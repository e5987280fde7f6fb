//! Facts of supervising and judging (督 评): promises, ratings, closing.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::RemindMode;
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
    pub rating: Option<Name>,
    pub attitude: Option<Name>,
    pub result: Option<Name>,
    pub comment: Option<Text>,
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
    pub note: Option<Text>,
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
