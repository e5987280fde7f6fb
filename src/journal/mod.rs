//! What is on disk: one file that only grows.
//!
//! A reader asks [`Journal::read`]; a writer opens a [`Writer`], which holds the lock while the
//! caller replays and decides, and appends; [`verify()`] lists all damage.
//!
//! What holds here:
//! - Nothing is ever rewritten. The one thing cut off is an append that nobody was told of, and
//!   even that is kept aside.
//! - "Recorded" is said after the sync and after the bytes were read back.
//! - A line is held to the same rules when it is written and each time it is read.
//! - A reader changes nothing, not even a lock file.
//! - The clock, the user and the process come in as values.
//!
//! What is believed of the disk: synced bytes stay; a cut-off write leaves a prefix of what was
//! written, or zeros; and a lock is seen by all processes that may write. A network folder may
//! break the last; there, one office writes, and `verify` finds what went wrong.
//!
//! This room refuses to know what a fact means: it carries any `E` that serde can read.

mod append;
mod backup;
mod chain;
mod engine;
mod error;
pub mod evidence;
mod format;
mod hash;
mod lock;
mod medium;
mod place;
mod read;
mod repair;
mod surroundings;
mod verify;
mod writer;

#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;

pub use append::{Draft, Recorded, Torn};
pub use backup::{BackupError, Manifest, backup, restore};
pub use chain::{ClockWentBack, Head};
pub use engine::{Engine, FileEngine};
pub use error::{ErrorKind, Fault, JournalError};
pub use evidence::{EvidenceError, Measured};
pub use format::{FORMAT_VERSION, Line};
pub use hash::Hash;
pub use lock::Holder;
pub use place::Place;
pub use read::{AtWork, Damage, Journal, Tail};
pub use repair::{Repaired, repair};
pub use surroundings::{Risk, risks};
pub use verify::{MOST_PROBLEMS, Problem, Report, verify, verify_bytes};
pub use writer::Writer;
