//! What was recorded, line by line, and one fact of it.
//!
//! An entry is the domain's side of a journal line: without version, hash or bytes.

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::day;
use crate::domain::event::Event;
use crate::domain::terms::{Date, Name};

/// One line: the whole effect of one command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its place in the journal, from 1, without gaps.
    pub seq: u64,
    /// When it was recorded.
    pub at: DateTime<FixedOffset>,
    /// Who recorded it.
    pub by: Name,
    /// The first line of the import it belongs to.
    pub batch: Option<u64>,
    /// Recorded from a historic ledger past the office's gates.
    pub lenient: bool,
    /// Its facts.
    pub events: Vec<Event>,
}

/// Where a fact stands: the line, and its place in the line from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FactId {
    /// The line.
    pub line: u64,
    /// Its place in the line, from 0.
    pub index: u16,
}

/// A fact among those of its case, which are read in this order: by day, then as recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Step {
    /// The day it happened on, as it stands now: who looks for a day need not read the lines of
    /// others.
    #[serde(with = "day")]
    pub(super) on: Date,
    /// Where it stands.
    pub(super) id: FactId,
}

/// A fact as it stands now, corrections included, with the line that recorded it.
#[derive(Debug, Clone, Copy)]
pub struct Fact<'a> {
    /// Where it stands.
    pub id: FactId,
    /// The line that recorded it.
    pub entry: &'a Entry,
    /// What happened.
    pub event: &'a Event,
}

impl Fact<'_> {
    /// The order in which facts of a case are read: by day, then as recorded.
    pub fn place(&self) -> (Date, FactId) {
        (self.event.on(), self.id)
    }
}
