//! Facts of meetings of the presidium and the congress (会议): called, held, what was decided, the
//! minutes, and the opinions of the deliberation with their answers (审议意见).
//!
//! Refuses: to repeat what a decision brings about. A key case that the presidium picks is picked
//! by a fact of its own, in the same line.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::domain::terms::{CaseId, Date, DeliberationId, MeetingId, Name, ProjectId, Text, Title};

/// Whose meeting it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// 主席团会议
    Presidium,
    /// 人民代表大会会议
    Congress,
    /// 常委会、主任会议
    StandingCommittee,
    /// 交办会
    HandOver,
}

/// What a decision is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionKind {
    /// 确定重点督办建议
    KeyCases,
    /// 研究处理
    Adjudication,
    /// 项目调整
    ProjectChange,
    /// 其他
    Other,
}

/// A meeting is to be held on a `day`.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingCalled {
    pub on: Date,
    pub meeting: MeetingId,
    pub kind: MeetingKind,
    pub title: Title,
    pub day: Date,
    pub place: Option<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub agenda: Vec<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub papers: Vec<Text>,
}

/// It took place: who was there by name, which units signed in, who was absent.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingHeld {
    pub on: Date,
    pub meeting: MeetingId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub present: Vec<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<Name>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<Name>,
    pub note: Option<Text>,
}

/// It decided something; votes are counted, never named.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingDecided {
    pub on: Date,
    pub meeting: MeetingId,
    pub about: DecisionKind,
    pub what: Text,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<CaseId>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub projects: Vec<ProjectId>,
    pub yes: Option<u32>,
    pub no: Option<u32>,
    pub abstained: Option<u32>,
}

/// Its minutes (会议纪要).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MeetingMinuted {
    pub on: Date,
    pub meeting: MeetingId,
    pub text: Text,
    pub signer: Option<Name>,
}

/// An opinion of the deliberation went to a unit (审议意见).
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliberationGiven {
    pub on: Date,
    pub deliberation: DeliberationId,
    pub meeting: MeetingId,
    pub unit: Name,
    pub text: Text,
    pub due: Option<Date>,
}

/// The unit answered it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeliberationAnswered {
    pub on: Date,
    pub deliberation: DeliberationId,
    pub text: Text,
}
