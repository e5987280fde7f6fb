//! Facts of the hand-over (交): to whom, signed for, passed on, given back.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::Handlers;
use crate::domain::terms::{CaseId, Date, Name, Text};

/// Proposed to units before the hand-over (预交办): starts no clock.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PreAssigned {
    pub on: Date,
    pub case: CaseId,
    pub to: Handlers,
}

/// A unit says before the hand-over that it is not its job (有异议).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Disputed {
    pub on: Date,
    pub case: CaseId,
    pub unit: Name,
    pub why: Text,
}

/// What the coordination meeting came to (协调).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Coordinated {
    pub on: Date,
    pub case: CaseId,
    pub note: Text,
}

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
    pub plan: Option<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_force: Vec<Name>,
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
    pub plan: Option<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub task_force: Vec<Name>,
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

/// The return is not agreed to: the unit goes on (不同意退回).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnRefused {
    pub on: Date,
    pub case: CaseId,
    pub why: Text,
}
