//! One writer at a time: `journal.lock`, and beside it who holds it.
//!
//! The journal itself is never locked, for on Windows that would stop its readers. The holder's
//! word stands in `journal.holder`, because a locked file cannot be read there either; it is talk
//! for an error message and decides nothing.

use std::fs::{File, TryLockError};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::place::Place;
use crate::domain::terms::Name;

/// Who is writing, as he leaves word for those who wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The number of the process.
    pub process: u32,
    /// Who records, where it is known before the journal is read.
    pub by: Option<Name>,
    /// Since when.
    pub at: DateTime<FixedOffset>,
}

/// What a reader learns of the lock.
pub(super) enum Probe {
    /// A writer holds it.
    Held,
    /// Nobody writes as long as this is kept: it is the shared lock.
    Free(File),
    /// There is no lock, or the system does not tell.
    Unknown,
}

/// Asks without waiting, without making anything, and without minding a refusal.
pub(super) fn probe(place: &Place) -> Probe {
    let Ok(file) = File::open(place.lock()) else {
        return Probe::Unknown;
    };
    match file.try_lock_shared() {
        Ok(()) => Probe::Free(file),
        Err(TryLockError::WouldBlock) => Probe::Held,
        Err(TryLockError::Error(_)) => Probe::Unknown,
    }
}
