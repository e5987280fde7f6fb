//! Facts of citizens' opinions (民意): how each was heard, and what became of it.
//!
//! Refuses: the names of citizens. Who said it stands in the journal as a number only, since the
//! law gives people a right to have such a name deleted; where it was heard, and by which deputy,
//! does.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::Channel;
use crate::domain::terms::{CaseId, CitizenId, Date, Name, OpinionId, Text};

/// An opinion was heard.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionCollected {
    pub on: Date,
    pub opinion: OpinionId,
    pub channel: Channel,
    pub place: Option<Name>,
    pub station: Option<Name>,
    pub collector: Option<Name>,
    pub category: Option<Name>,
    pub draft: Option<Name>,
    pub citizen: Option<CitizenId>,
    pub text: Text,
}

/// Those who said it have their answer, on the spot or later.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionAnswered {
    pub on: Date,
    pub opinion: OpinionId,
    pub by: Option<Name>,
    pub text: Text,
}

/// Somebody else is to answer it (转交).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionPassedOn {
    pub on: Date,
    pub opinion: OpinionId,
    pub to: Name,
    pub due: Option<Date>,
}

/// A group of deputies talked them over (小组讨论).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionsDiscussed {
    pub on: Date,
    pub opinions: Vec<OpinionId>,
    pub group: Name,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Name>,
    pub note: Option<Text>,
}

/// They became suggestions: many one, or one many.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionsRaised {
    pub on: Date,
    pub opinions: Vec<OpinionId>,
    pub cases: Vec<CaseId>,
}

/// They went to a legislature as one proposal for a draft law (立法建议).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionsForwarded {
    pub on: Date,
    pub opinions: Vec<OpinionId>,
    pub to: Name,
    pub draft: Name,
    pub proposal: Text,
}

/// What became of it in the end.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpinionSettled {
    pub on: Date,
    pub opinion: OpinionId,
    pub adopted: Option<bool>,
    pub outcome: Text,
}
