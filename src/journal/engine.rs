//! The seam: what another engine must give to stand in the file's place where many people write at
//! once.
//!
//! Two acts are all there is. Who reads, decides and then appends after the head that he read
//! learns of a conflict and decides again; no engine needs a lock that is held while a person
//! thinks. The terminal uses [`Writer`], which for a file is the same act with the lock held.

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::append::{Draft, Recorded};
use super::chain::Head;
use super::error::JournalError;
use super::format::Line;
use super::lock::Holder;
use super::place::Place;
use super::read::Journal;
use super::writer::Writer;
use crate::domain::event::Event;

/// A journal, wherever it is kept.
pub trait Engine<E = Event> {
    /// The lines from `seq` on, in order; none where the journal is shorter.
    ///
    /// # Errors
    /// Whatever keeps the engine from reading, damage included.
    fn read_from(&self, seq: u64) -> Result<Vec<Line<E>>, JournalError>;

    /// Appends all drafts, or none, if the journal still stands at `head`. When it returns, they
    /// are durable.
    ///
    /// # Errors
    /// [`JournalError::Conflict`] if the journal went on; whatever keeps the engine from writing.
    fn append_after(
        &mut self,
        head: &Head,
        drafts: Vec<Draft<E>>,
    ) -> Result<Recorded, JournalError>;
}

/// The journal of a store folder.
#[derive(Debug, Clone)]
pub struct FileEngine {
    /// Where it stands.
    pub place: Place,
    /// How long to wait for the lock.
    pub wait: Duration,
    /// Who writes.
    pub holder: Holder,
}

impl<E: Serialize + DeserializeOwned> Engine<E> for FileEngine {
    fn read_from(&self, seq: u64) -> Result<Vec<Line<E>>, JournalError> {
        Ok(from(Journal::read(&self.place)?, seq))
    }

    fn append_after(
        &mut self,
        head: &Head,
        drafts: Vec<Draft<E>>,
    ) -> Result<Recorded, JournalError> {
        let mut writer = Writer::open(&self.place, self.wait, &self.holder)?;
        expect(head, &writer.journal().head)?;
        writer.append(drafts)
    }
}

pub(super) fn from<E>(mut journal: Journal<E>, seq: u64) -> Vec<Line<E>> {
    journal.lines.retain(|line| line.seq >= seq);
    journal.lines
}

pub(super) fn expect(head: &Head, found: &Head) -> Result<(), JournalError> {
    if head == found {
        return Ok(());
    }
    Err(JournalError::Conflict {
        expected: head.seq,
        found: found.seq,
    })
}
