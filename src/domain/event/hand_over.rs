//! Facts of the hand-over (交): to whom, signed for, passed on, given back.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::Handlers;
use crate::domain::terms::{CaseId, Date, Name, Text};

/// Handed over (交办): starts the reply clock.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assigned {
    pub on: Date,
    pub case: CaseId,
    pub to: Handlers,
    pub due: Option<Date>,
    pub hard: Option<Text>,
}

/// Handed over anew (改办): starts the reply clock again.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reassigned {
    pub on: Date,
    pub case: CaseId,
    pub to: Handlers,
    pub due: Option<Date>,
    pub hard: Option<Text>,
}

/// Passed on inside the government (转办): moves no clock.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forwarded {
    pub on: Date,
    pub case: CaseId,
    pub unit: Name,
    pub leader: Option<Name>,
}

/// Signed for (签收).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signed {
    pub on: Date,
    pub case: CaseId,
    pub unit: Name,
}

/// The unit says that it is not its job (退回).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Returned {
    pub on: Date,
    pub case: CaseId,
    pub unit: Name,
    pub why: Text,
    pub proposed: Option<Name>,
}
