//! Facts of the handling (办): talks, notes, co-opinions, more time, replies, raising it further.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::{ConsultMode, ConsultStage, Publication, ReviewStage};
use crate::domain::terms::{Amount, CaseId, Date, Digest, Name, Text};

/// A talk with the deputy is agreed on for a day (约见).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsultationBooked {
    pub on: Date,
    pub case: CaseId,
    pub day: Date,
    pub stage: Option<ConsultStage>,
    pub mode: ConsultMode,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Name>,
    pub place: Option<Name>,
}

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

/// A dated step of the plan (里程碑).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestoneSet {
    pub on: Date,
    pub case: CaseId,
    pub milestone: Text,
    pub due: Date,
}

/// A step was reached.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MilestoneReached {
    pub on: Date,
    pub case: CaseId,
    pub milestone: Text,
    pub note: Option<Text>,
}

/// What stands in the way (难点).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DifficultyRaised {
    pub on: Date,
    pub case: CaseId,
    pub unit: Option<Name>,
    pub note: Text,
}

/// What the handling brought, in figures (办理成效).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EffectRecorded {
    pub on: Date,
    pub case: CaseId,
    pub what: Name,
    pub amount: Amount,
    pub measure: Name,
}

/// A file kept by its content (佐证).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceAdded {
    pub on: Date,
    pub case: CaseId,
    pub sha256: Digest,
    pub file: Name,
    pub bytes: u64,
    pub note: Option<Text>,
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

/// The co-unit's opinion is not enough (退回协办意见): it is given once more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CoOpinionRejected {
    pub on: Date,
    pub case: CaseId,
    pub unit: Name,
    pub why: Text,
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
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub told: bool,
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
    pub publication_reason: Option<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<Text>,
}

/// The reply reached a deputy (送达).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Delivered {
    pub on: Date,
    pub case: CaseId,
    pub deputy: Name,
    pub mode: Option<ConsultMode>,
}

/// The unit proposes another class (定类申报).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassProposed {
    pub on: Date,
    pub case: CaseId,
    pub class: Name,
    pub unit: Option<Name>,
    pub note: Option<Text>,
}

/// The class was looked at (初审, 复审).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassReviewed {
    pub on: Date,
    pub case: CaseId,
    pub stage: ReviewStage,
    pub class: Name,
    pub reviewer: Option<Name>,
    pub note: Option<Text>,
}

/// The class that counts (确认).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClassConfirmed {
    pub on: Date,
    pub case: CaseId,
    pub class: Name,
    pub reviewer: Option<Name>,
    pub note: Option<Text>,
}

/// Raised to the upper level (上报).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Escalated {
    pub on: Date,
    pub case: CaseId,
    pub to: Option<Name>,
    pub upper: Option<Name>,
    pub note: Option<Text>,
}

/// What the upper level made of it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EscalationAnswered {
    pub on: Date,
    pub case: CaseId,
    pub upper: Option<Name>,
    pub outcome: Text,
}
