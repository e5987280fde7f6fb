//! Facts of supervising (督): notices and talks, colours set by hand, checks and what they found,
//! looking back, rework, second replies.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::{InspectMode, Publication, SuperviseMode};
use crate::domain::rules::Colour;
use crate::domain::terms::{CaseId, Date, Name, Text};

/// The congress side stepped in (督办通知, 约谈).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supervised {
    pub on: Date,
    pub case: CaseId,
    pub mode: SuperviseMode,
    pub unit: Option<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Name>,
    pub problem: Text,
    pub due: Option<Date>,
}

/// The unit said what it did about it.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoticeAnswered {
    pub on: Date,
    pub case: CaseId,
    pub unit: Option<Name>,
    pub note: Text,
}

/// The colour is set by hand, or follows the rules again.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColourSet {
    pub on: Date,
    pub case: CaseId,
    pub colour: Option<Colour>,
    pub why: Text,
}

/// A case was looked at in a check; without a finding it is in order.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inspected {
    pub on: Date,
    pub case: CaseId,
    pub check: Name,
    pub inspector: Option<Name>,
    pub mode: Option<InspectMode>,
    pub finding: Option<Text>,
    pub mend_by: Option<Date>,
}

/// What a check found was mended.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingMended {
    pub on: Date,
    pub case: CaseId,
    pub check: Name,
    pub note: Option<Text>,
}

/// Somebody went and saw what became of it (回头看).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookedBack {
    pub on: Date,
    pub case: CaseId,
    pub good: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Name>,
    pub note: Option<Text>,
}

/// It is to be done better, by a day (整改).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReworkOrdered {
    pub on: Date,
    pub case: CaseId,
    pub what: Text,
    pub due: Option<Date>,
}

/// The unit did it; whether it is good, the next look says.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReworkDone {
    pub on: Date,
    pub case: CaseId,
    pub note: Option<Text>,
}

/// A second reply after the first one was rated or closed (续复); one given `within` the closing
/// reply to the same matter raised again.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReReplied {
    pub on: Date,
    pub case: CaseId,
    pub unit: Option<Name>,
    pub class: Option<Name>,
    pub doc_no: Option<Name>,
    pub signer: Option<Name>,
    pub text: Option<Text>,
    pub within: Option<CaseId>,
    pub publication: Option<Publication>,
    pub publication_reason: Option<Text>,
}
