//! The writer's way: lock, read, let the caller replay and decide, append, let go.
//!
//! The lock is held from before the reading until the writer is dropped, so that what was decided
//! upon is what is appended to. Until [`Writer::append`] nothing of the journal is touched: a wish
//! that is refused leaves no trace, and neither does a dry run.

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::append::{Draft, Pen, Recorded};
use super::checkpoint::{Checkpoint, Put};
use super::error::JournalError;
use super::format::Line;
use super::lengths::Lengths;
use super::lock::{Holder, Lock};
use super::medium::Disk;
use super::place::Place;
use super::read::{AtWork, Journal};
use crate::domain::event::Event;

/// A writer's turn: the lock is held, so that nobody else writes, and the journal is still to be
/// read.
#[derive(Debug)]
pub struct Turn {
    place: Place,
    disk: Disk,
    // Last, so that the lock goes last.
    lock: Lock,
}

impl Turn {
    /// Waits for the lock at most so long. The clock is the caller's, in `holder`. A reader that
    /// looks at an unfinished end holds the lock for a moment, so a wait of zero may find it locked
    /// by nobody.
    ///
    /// # Errors
    /// [`JournalError::Locked`], [`JournalError::NotWritable`], [`JournalError::NotThere`].
    pub fn take(place: &Place, wait: Duration, holder: &Holder) -> Result<Self, JournalError> {
        // First of all: a lock must not be left where no store is.
        Place::open(place.folder())?;
        let lock = Lock::take(place, wait, holder)?;
        Ok(Self {
            place: place.clone(),
            disk: Disk::open(place)?,
            lock,
        })
    }

    /// Reads what was written after a checkpoint that is proven.
    ///
    /// # Errors
    /// As [`Journal::read`], of those lines.
    pub fn read_after<E: DeserializeOwned>(
        &self,
        checkpoint: &Checkpoint,
    ) -> Result<Journal<E>, JournalError> {
        let bytes = self.place.bytes_from(checkpoint.length)?;
        let journal = Journal::parse_after(checkpoint, &bytes, AtWork::No);
        journal.map_err(|damage| damage.at(&self.place))
    }

    /// As [`Journal::read_each`].
    ///
    /// # Errors
    /// As there.
    pub fn read_each<E: DeserializeOwned>(
        &self,
        each: impl FnMut(Line<E>),
    ) -> Result<(Journal<E>, Lengths), JournalError> {
        Journal::each_of(&self.place, Some(AtWork::No), each)
    }

    /// Who writes after what was read; its lines need not be held.
    pub fn writer<E>(self, journal: Journal<E>) -> Writer<E> {
        Writer {
            place: self.place,
            pen: Pen::new(self.disk, journal),
            _lock: self.lock,
        }
    }
}

/// Holds the lock of a store, and where the journal stands under it.
#[derive(Debug)]
pub struct Writer<E = Event> {
    place: Place,
    pen: Pen<Disk, E>,
    // Last, so that the lock goes last.
    _lock: Lock,
}

impl<E: Serialize + DeserializeOwned> Writer<E> {
    /// Waits for the lock, then reads all lines and holds them.
    ///
    /// # Errors
    /// As [`Turn::take`], and all that [`Journal::read`] refuses.
    pub fn open(place: &Place, wait: Duration, holder: &Holder) -> Result<Self, JournalError> {
        let turn = Turn::take(place, wait, holder)?;
        let mut lines = Vec::new();
        let (journal, _) = turn.read_each(|line| lines.push(line))?;
        Ok(turn.writer(Journal { lines, ..journal }))
    }

    /// The lines that were read and appended so far, for whom needs them: those to come follow the
    /// head all the same.
    pub fn take_lines(&mut self) -> Vec<Line<E>> {
        self.pen.take_lines()
    }

    /// Whether so much is new that a checkpoint of it would pay.
    pub fn wants_checkpoint(&self, layout: u32) -> bool {
        Checkpoint::pays(&self.place, layout, self.journal().head.seq)
    }

    /// Keeps what was made of the journal as it stands now. Nothing depends on it: where it cannot
    /// be written, the next reader reads the whole journal.
    pub fn keep_checkpoint(&self, layout: u32, pack: impl FnOnce(Put) -> Option<Vec<u8>>) {
        let journal = self.journal();
        let stands = (journal.head, journal.clock.last().copied());
        let _ = Checkpoint::keep(&self.place, stands, layout, pack);
    }

    /// What counts, the lines appended by this writer included.
    pub fn journal(&self) -> &Journal<E> {
        self.pen.journal()
    }

    /// Appends all drafts as lines, in one write and one sync, or none of them. When it returns,
    /// they outlast a loss of power.
    ///
    /// # Errors
    /// [`JournalError::NotRecorded`], [`JournalError::Uncertain`], [`JournalError::NotWritable`],
    /// [`JournalError::Changed`],
    /// [`JournalError::Unfit`] for drafts that could not be read again and where there are none.
    pub fn append(&mut self, drafts: Vec<Draft<E>>) -> Result<Recorded, JournalError> {
        self.pen.append(drafts)
    }
}
