//! Facts of raising (提): handed in, numbered, reviewed, withdrawn, picked, tracked.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::Kind;
use crate::domain::terms::{CaseId, Date, Level, Name, Number, Period, Text, Title};

/// Handed in (提出).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Submitted {
    pub on: Date,
    pub case: CaseId,
    pub level: Level,
    pub period: Period,
    pub term: u16,
    pub session: u16,
    pub title: Title,
    pub body: Option<Text>,
    pub deputy: Option<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_signers: Vec<Name>,
    pub delegation: Option<Name>,
    pub category: Name,
    pub kind: Kind,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confidential: bool,
}

/// The official number (编号).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numbered {
    pub on: Date,
    pub case: CaseId,
    pub number: Number,
}

/// Accepted (受理).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    pub on: Date,
    pub case: CaseId,
}

/// Not accepted (不予受理).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    pub on: Date,
    pub case: CaseId,
    pub why: Text,
}

/// Back to the deputy for amendment (退回修改).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnedForAmendment {
    pub on: Date,
    pub case: CaseId,
    pub why: Text,
}

/// Treated as a letter (转为代表来信).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnedToLetter {
    pub on: Date,
    pub case: CaseId,
    pub why: Text,
}

/// Taken back by the deputy (撤回).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    pub on: Date,
    pub case: CaseId,
    pub why: Option<Text>,
}

/// Picked as a key suggestion to be supervised (重点督办).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeySupervised {
    pub on: Date,
    pub case: CaseId,
    pub supervisor: Option<Name>,
}

/// Another level decides it: who handles it there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tracked {
    pub on: Date,
    pub case: CaseId,
    pub lead: Name,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co: Vec<Name>,
}
