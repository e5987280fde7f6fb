//! Facts of raising (提): handed in, numbered, reviewed, withdrawn, picked, tracked.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::{Kind, Trait};
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub requests: Vec<Text>,
    pub deputy: Option<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub co_signers: Vec<Name>,
    pub delegation: Option<Name>,
    pub category: Name,
    pub kind: Kind,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub confidential: bool,
    pub motion: Option<Name>,
}

/// The deputies changed it (修改).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Amended {
    pub on: Date,
    pub case: CaseId,
    pub title: Option<Title>,
    pub body: Option<Text>,
    pub requests: Option<Vec<Text>>,
    pub category: Option<Name>,
    pub co_signers: Option<Vec<Name>>,
}

/// Its kind and its traits (种类、特征), as the office sees them.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Classified {
    pub on: Date,
    pub case: CaseId,
    pub kind: Kind,
    pub scope: Option<Name>,
    pub difficulty: Option<Name>,
    pub urgency: Option<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub traits: Vec<Trait>,
}

/// The same matter was raised before (重复提出).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Linked {
    pub on: Date,
    pub case: CaseId,
    pub earlier: CaseId,
}

/// Handled together with another one (并案).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Merged {
    pub on: Date,
    pub case: CaseId,
    pub into: CaseId,
}

/// Handled on its own again (取消并案).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unmerged {
    pub on: Date,
    pub case: CaseId,
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
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Refused {
    pub on: Date,
    pub case: CaseId,
    pub code: Option<Name>,
    pub why: Text,
}

/// Back to the deputy for amendment (退回修改).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnedForAmendment {
    pub on: Date,
    pub case: CaseId,
    pub code: Option<Name>,
    pub why: Text,
}

/// Treated as a letter (转为代表来信).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TurnedToLetter {
    pub on: Date,
    pub case: CaseId,
    pub code: Option<Name>,
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
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agreed: Vec<Name>,
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
