//! Facts of the office: its rules, its sessions, its people, its units.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use super::parts::CheckKind;
use crate::domain::rules::{RuleSet, YearTable};
use crate::domain::terms::{CaseId, Date, Level, Name, Text};

/// The first line: whose journal this is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoreOpened {
    pub on: Date,
    pub store: uuid::Uuid,
    pub office: Name,
    pub level: Level,
    pub secretary: Name,
}

/// A rule set in force from a day (办法).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RulesAdopted {
    pub on: Date,
    pub from: Date,
    pub running: bool,
    pub rules: Box<RuleSet>,
}

/// The holidays and make-up workdays of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarAdopted {
    pub on: Date,
    pub table: YearTable,
}

/// A session of the congress began (届次).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionOpened {
    pub on: Date,
    pub term: u16,
    pub session: u16,
}

/// It ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SessionClosed {
    pub on: Date,
    pub term: u16,
    pub session: u16,
}

/// A person on the roster (代表).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeputyAdded {
    pub on: Date,
    pub deputy: Name,
    pub card: Option<Name>,
    pub group: Option<Name>,
}

/// A seat at a level; several may be held.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateGiven {
    pub on: Date,
    pub deputy: Name,
    pub level: Level,
    pub constituency: Option<Name>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub by_election: bool,
}

/// A seat ended.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MandateEnded {
    pub on: Date,
    pub deputy: Name,
    pub level: Level,
    pub why: Option<Text>,
}

/// A handling unit (承办单位).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitAdded {
    pub on: Date,
    pub unit: Name,
}

/// Who leads a unit and who is its clerk from now on.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostFilled {
    pub on: Date,
    pub unit: Name,
    pub post: Option<Name>,
    pub leader: Option<Name>,
    pub clerk: Option<Name>,
    pub phone: Option<Name>,
}

/// A check of some cases began (检查); the seed of a sample draws the same cases again.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckOpened {
    pub on: Date,
    pub check: Name,
    pub kind: CheckKind,
    pub seed: Option<u64>,
    pub cases: Vec<CaseId>,
}

/// How another platform's ledger names our columns; a later one of the same name replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MappingSaved {
    pub on: Date,
    pub mapping: Name,
    pub columns: BTreeMap<String, String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ignore: Vec<String>,
}

/// A list as it is asked for again and again; a later one of the same name replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilterSaved {
    pub on: Date,
    pub filter: Name,
    /// Each as it is said: `红`, `单位:便民`.
    pub conditions: Vec<String>,
    /// The key of a column of the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sort: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub descending: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<String>,
}

/// It is asked for no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FilterDropped {
    pub on: Date,
    pub filter: Name,
}
