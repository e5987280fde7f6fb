//! Facts about the record itself: what was wrong, taken back, put back.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};

use crate::domain::terms::{Date, Text};

/// A field of an earlier fact was wrong (更正).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Corrected {
    pub on: Date,
    pub line: u64,
    pub fact: u16,
    pub field: String,
    pub old: serde_json::Value,
    pub new: serde_json::Value,
    pub why: Text,
}

/// Whole lines taken back (撤销).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Undone {
    pub on: Date,
    pub lines: Vec<u64>,
    pub why: Text,
}

/// Lines put back (重做).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redone {
    pub on: Date,
    pub lines: Vec<u64>,
    pub why: Text,
}
