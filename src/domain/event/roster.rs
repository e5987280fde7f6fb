//! Facts of the roster beside its persons: groups of deputies, and the homes, stations and contact
//! points where they meet voters.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::domain::terms::{Date, Name};

/// What kind of place it is (家站).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StationKind {
    /// 代表之家
    Home,
    /// 代表联络站
    Station,
    /// 基层立法联系点
    ContactPoint,
}

/// A group of deputies (代表小组).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupAdded {
    pub on: Date,
    pub group: Name,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub professional: bool,
    pub station: Option<Name>,
}

/// Deputies belong to it from now on, beside other groups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupJoined {
    pub on: Date,
    pub group: Name,
    pub deputies: Vec<Name>,
}

/// They no longer do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupLeft {
    pub on: Date,
    pub group: Name,
    pub deputies: Vec<Name>,
}

/// A home, a station or a contact point (代表之家、联络站、立法联系点).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StationAdded {
    pub on: Date,
    pub station: Name,
    pub kind: StationKind,
    pub place: Option<Name>,
}

/// The deputies who keep it and who carry news to it, from now on (负责人、信息员).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StationStaffed {
    pub on: Date,
    pub station: Name,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heads: Vec<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub informants: Vec<Name>,
}
