//! Facts of citizens and households (群众): that somebody is known, who keeps in touch with whom,
//! and that somebody's particulars were erased.
//!
//! Refuses: names, phones, addresses. They stand beside the journal under the citizen's number; the
//! journal has a salted hash of them, which says nothing once the salt is gone.

#![expect(
    missing_docs,
    reason = "the table in the module doc of `event` says what each field means"
)]

use serde::{Deserialize, Serialize};
use serde_with::skip_serializing_none;

use crate::domain::terms::{CitizenId, Date, Digest, Name, Text};

/// Somebody's particulars stand beside the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CitizenRecorded {
    pub on: Date,
    pub citizen: CitizenId,
    pub hash: Digest,
}

/// The particulars beside the journal were put right; what stood there before is gone (更正).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParticularsCorrected {
    pub on: Date,
    pub citizen: CitizenId,
    pub hash: Digest,
    pub why: Text,
}

/// A deputy keeps in touch with these households (结对).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseholdsPaired {
    pub on: Date,
    pub households: Vec<CitizenId>,
    pub deputy: Name,
}

/// Nobody does any longer, until they are paired anew.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseholdsParted {
    pub on: Date,
    pub households: Vec<CitizenId>,
    pub why: Option<Text>,
}

/// A deputy called on them.
#[skip_serializing_none]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseholdsVisited {
    pub on: Date,
    pub households: Vec<CitizenId>,
    pub deputy: Name,
    pub note: Option<Text>,
}

/// Row and salt were removed for good (抹除).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Erased {
    pub on: Date,
    pub citizens: Vec<CitizenId>,
    pub why: Text,
}
