//! Facts of the handling (办): talks, notes, co-opinions, more time, replies, raising it further.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::{ConsultMode, ConsultStage, Publication};
use crate::domain::terms::{CaseId, Date, Name, Text};

/// Talked with the deputy (面商).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Consulted {
    pub on: Date,
    pub case: CaseId,
    pub stage: Option<ConsultStage>,
    pub mode: ConsultMode,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Name>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub leader_present: bool,
    pub note: Option<Text>,
}

/// A dated note (进展).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Progressed {
    pub on: Date,
    pub case: CaseId,
    pub unit: Option<Name>,
    pub percent: Option<u8>,
    pub note: Text,
}

/// A co-unit's opinion (协办意见).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoOpinionGiven {
    pub on: Date,
    pub case: CaseId,
    pub unit: Name,
    pub note: Option<Text>,
}

/// More time, with consent (延期).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extended {
    pub on: Date,
    pub case: CaseId,
    pub to: Date,
    pub why: Text,
    pub consent: Option<Name>,
}

/// The reply to the deputy (答复).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Replied {
    pub on: Date,
    pub case: CaseId,
    pub unit: Name,
    pub class: Name,
    pub doc_no: Option<Name>,
    pub signer: Option<Name>,
    pub text: Option<Text>,
    pub reason: Option<Text>,
    pub publication: Option<Publication>,
}

/// Raised to the upper level (上报).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalated {
    pub on: Date,
    pub case: CaseId,
    pub to: Option<Name>,
    pub note: Option<Text>,
}
