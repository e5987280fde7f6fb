//! Facts of how deputies do their duty (履职) that no suggestion, activity or rating tells already:
//! pledges, entries of their own, and how they were rated.
//!
//! Refuses: to name a voter; they are counted, and under five nothing but their number is kept.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::domain::terms::{Date, DeedId, Name, PledgeId, Points, Text};

/// A deputy pledges something to the voters (承诺).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PledgeMade {
    pub on: Date,
    pub pledge: PledgeId,
    pub deputy: Name,
    pub promise: Text,
    pub due: Option<Date>,
}

/// Whether it was kept.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PledgeSettled {
    pub on: Date,
    pub pledge: PledgeId,
    pub kept: bool,
    pub note: Option<Text>,
}

/// An entry in a deputy's register (履职登记) under an item of the table of points.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeedLogged {
    pub on: Date,
    pub deed: DeedId,
    pub deputy: Name,
    pub item: Name,
    pub what: Text,
    pub times: u32,
    pub points: Option<Points>,
}

/// What a deputy says of his own year (自评).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeputySelfRated {
    pub on: Date,
    pub deputy: Name,
    pub year: i32,
    pub grade: Name,
    pub note: Option<Text>,
}

/// What the voters say of a deputy's year: counts, never who (选民评议).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeputyVoterRated {
    pub on: Date,
    pub deputy: Name,
    pub year: i32,
    pub ballots: u32,
    pub satisfied: Option<u32>,
    pub mostly: Option<u32>,
    pub dissatisfied: Option<u32>,
    pub recount: Option<Text>,
}

/// A deputy was praised or given an honour (表彰).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeputyCommended {
    pub on: Date,
    pub deputy: Name,
    pub what: Text,
    pub by: Option<Name>,
}
