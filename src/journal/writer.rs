//! The writer's way: lock, read, let the caller replay and decide, append, let go.
//!
//! The lock is held from before the reading until the writer is dropped, so that what was decided
//! upon is what is appended to. Until [`Writer::append`] nothing of the journal is touched: a wish
//! that is refused leaves no trace, and neither does a dry run.

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::append::{Draft, Pen, Recorded};
use super::checkpoint::Checkpoint;
use super::error::JournalError;
use super::format::Line;
use super::lock::{Holder, Lock};
use super::medium::Disk;
use super::place::Place;
use super::read::{AtWork, Journal};
use crate::domain::book::PackedBook;
use crate::domain::event::Event;

/// Holds the lock of a store, and the journal as it stands under it.
#[derive(Debug)]
pub struct Writer<E = Event> {
    place: Place,
    pen: Pen<Disk, E>,
    // Last, so that the lock goes last.
    _lock: Lock,
}

impl<E: Serialize + DeserializeOwned> Writer<E> {
    /// Waits for the lock at most so long, then reads. The clock is the caller's, in `holder`. A
    /// reader that looks at an unfinished end holds the lock for a moment, so a wait of zero may
    /// find it locked by nobody.
    ///
    /// # Errors
    /// [`JournalError::Locked`], [`JournalError::NotWritable`], and all that [`Journal::read`]
    /// refuses.
    pub fn open(place: &Place, wait: Duration, holder: &Holder) -> Result<Self, JournalError> {
        let whole = |_: &Place| Ok((whole(place)?, None));
        Self::open_with(place, wait, holder, whole).map(|(writer, _)| writer)
    }

    /// The same, from a checkpoint on where there is one, every byte up to which is as it was when
    /// it was made: the lines before it are vouched for and not read.
    ///
    /// # Errors
    /// As [`Writer::open`].
    pub fn resume(
        place: &Place,
        (wait, holder): (Duration, &Holder),
        layout: u32,
    ) -> Result<(Self, Option<Checkpoint>), JournalError> {
        Self::open_with(place, wait, holder, |place| {
            match Checkpoint::load_proven(place, layout) {
                Some(checkpoint) => {
                    let journal = Journal::parse_after(
                        &checkpoint,
                        &place.bytes_from(checkpoint.length)?,
                        AtWork::No,
                    );
                    let journal = journal.map_err(|damage| damage.at(place))?;
                    Ok((journal, Some(checkpoint)))
                }
                None => Ok((whole(place)?, None)),
            }
        })
    }

    fn open_with(
        place: &Place,
        wait: Duration,
        holder: &Holder,
        read: impl FnOnce(&Place) -> Result<(Journal<E>, Option<Checkpoint>), JournalError>,
    ) -> Result<(Self, Option<Checkpoint>), JournalError> {
        // First of all: a lock must not be left where no store is.
        Place::open(place.folder())?;
        let lock = Lock::take(place, wait, holder)?;
        let disk = Disk::open(place)?;
        let (journal, checkpoint) = read(place)?;
        let writer = Self {
            place: place.clone(),
            pen: Pen::new(disk, journal),
            _lock: lock,
        };
        Ok((writer, checkpoint))
    }

    /// Reads the whole journal, for whom a checkpoint did not serve.
    ///
    /// # Errors
    /// All that [`Journal::read`] refuses.
    pub fn read_whole(&mut self) -> Result<(), JournalError> {
        self.pen.begin_anew(whole(&self.place)?);
        Ok(())
    }

    /// The lines that were read, for whom needs them: those to be appended follow the head all the
    /// same.
    pub fn take_lines(&mut self) -> Vec<Line<E>> {
        self.pen.take_lines()
    }

    /// Whether so much is new that a checkpoint of it would pay.
    pub fn wants_checkpoint(&self, layout: u32) -> bool {
        Checkpoint::pays(&self.place, layout, self.journal().head.seq)
    }

    /// Keeps what was made of the journal as it stands now. Nothing depends on it: where it cannot
    /// be written, the next reader reads the whole journal.
    pub fn keep_checkpoint(&self, layout: u32, packed: &PackedBook) {
        let journal = self.journal();
        let stands = (journal.head, journal.clock.last().copied());
        let _ = Checkpoint::keep(&self.place, stands, layout, packed);
    }

    /// What counts, the lines appended by this writer included.
    pub fn journal(&self) -> &Journal<E> {
        self.pen.journal()
    }

    /// Appends all drafts as lines, in one write and one sync, or none of them. When it returns,
    /// they outlast a loss of power.
    ///
    /// # Errors
    /// [`JournalError::NotRecorded`], [`JournalError::NotWritable`], [`JournalError::Changed`],
    /// [`JournalError::Unfit`] for drafts that could not be read again and where there are none.
    pub fn append(&mut self, drafts: Vec<Draft<E>>) -> Result<Recorded, JournalError> {
        self.pen.append(drafts)
    }
}

/// Everything, as one who holds the lock reads it.
fn whole<E: DeserializeOwned>(place: &Place) -> Result<Journal<E>, JournalError> {
    let journal = Journal::parse(&place.bytes()?, AtWork::No);
    journal.map_err(|damage| damage.at(place))
}
