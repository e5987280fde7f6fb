//! The one way in which the journal grows.
//!
//! Seal the tail, one write of one buffer that ends in `\n`, sync, read back and compare; only then
//! is a line recorded. Where any of these fails, the journal is cut back to its old length: the old
//! bytes stay, and nothing is said to be recorded. Where even that fails with a whole line written,
//! it is said that the line may stand.
//!
//! Refuses to write what could not be read again, to write to a journal that changed under the
//! lock, and to change a byte that somebody was told of.

use std::io;
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset, SubsecRound};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::chain::{Chain, ClockWentBack, Head};
use super::error::{Fault, JournalError};
use super::format::{FORMAT_VERSION, Line, encode};
use super::medium::Medium;
use super::read::{Journal, Tail};
use crate::domain::event::Event;
use crate::domain::terms::Name;

/// A line to be: everything but its place in the journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft<E = Event> {
    /// When it is recorded; fractions of a second are dropped.
    pub at: DateTime<FixedOffset>,
    /// Who records it.
    pub by: Name,
    /// The first line of the import it belongs to: one more than the head, in an import that begins.
    pub batch: Option<u64>,
    /// Recorded from a historic ledger past the office's gates.
    pub lenient: bool,
    /// Its facts, at least one.
    pub events: Vec<E>,
}

/// What the disk has, for good.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "an interrupted append that was kept aside must be told"]
pub struct Recorded {
    /// The first of the new lines.
    pub first_seq: u64,
    /// The last of the new lines.
    pub last_seq: u64,
    /// Where the journal stands now.
    pub head: Head,
    /// An interrupted append that stood in the way, and where it is kept now: for stderr.
    pub torn: Option<Torn>,
}

/// An interrupted append that was kept aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Torn {
    /// Where it is kept.
    pub path: PathBuf,
    /// How many bytes.
    pub bytes: u64,
}

/// Appends to a medium that nobody else writes to.
#[derive(Debug)]
pub(super) struct Pen<M, E> {
    medium: M,
    journal: Journal<E>,
}

impl<M, E> Pen<M, E> {
    /// `journal` is what the medium holds; its lines may be left out.
    pub(super) fn new(medium: M, journal: Journal<E>) -> Self {
        Self { medium, journal }
    }
}

impl<M: Medium, E: Serialize + DeserializeOwned> Pen<M, E> {
    pub(super) fn journal(&self) -> &Journal<E> {
        &self.journal
    }

    pub(super) fn take_lines(&mut self) -> Vec<Line<E>> {
        std::mem::take(&mut self.journal.lines)
    }

    pub(super) fn append(&mut self, drafts: Vec<Draft<E>>) -> Result<Recorded, JournalError> {
        let at = drafts.first().map(|draft| draft.at);
        let mut sheet = Sheet::after(&self.journal);
        for draft in drafts {
            sheet.add(draft)?;
        }
        let (Some(first), Some(at)) = (sheet.lines.first(), at) else {
            let seq = self.journal.head.seq + 1;
            let fault = Fault::NoEvents;
            return Err(JournalError::Unfit { seq, fault });
        };
        let first_seq = first.seq;
        self.check_unchanged()?;
        let torn = self.clear_tail(at)?;
        self.write(&sheet.buffer)?;
        Ok(self.record(sheet, first_seq, torn))
    }

    /// The lock holds only those who heed it; a synchronised folder does not.
    fn check_unchanged(&self) -> Result<(), JournalError> {
        let path = self.medium.path();
        match self.medium.length() {
            Ok(length) if length == self.journal.length_bytes => Ok(()),
            Ok(_) => Err(JournalError::Changed { path }),
            Err(source) => Err(JournalError::not_readable(path, source)),
        }
    }

    /// Puts an interrupted append out of the way. A whole last line needs no clearing: its `\n` is
    /// the first byte of the buffer, and goes again with the buffer if the write fails.
    fn clear_tail(&mut self, at: DateTime<FixedOffset>) -> Result<Option<Torn>, JournalError> {
        let bytes = match self.journal.tail {
            Tail::Clean | Tail::Unsealed => return Ok(None),
            Tail::Torn { bytes } | Tail::InProgress { bytes } => bytes,
        };
        let whole = self.journal.length_bytes - bytes;
        let path = self
            .set_aside(whole, at)
            .map_err(|source| JournalError::NotWritable {
                path: self.medium.path(),
                source,
            })?;
        self.journal.length_bytes = whole;
        self.journal.tail = Tail::Clean;
        Ok(Some(Torn { path, bytes }))
    }

    /// Kept first, cut off second: at no moment are the bytes nowhere.
    fn set_aside(&mut self, whole: u64, at: DateTime<FixedOffset>) -> io::Result<PathBuf> {
        let tail = self.medium.read_from(whole)?;
        let path = self.medium.keep_aside(&tail, at)?;
        self.medium.cut(whole, self.journal.length_bytes)?;
        Ok(path)
    }

    fn write(&mut self, buffer: &[u8]) -> Result<(), JournalError> {
        let old = self.journal.length_bytes;
        self.write_through(buffer, old).map_err(|source| {
            let path = self.medium.path();
            let restored = self.medium.cut(old, old + buffer.len() as u64).is_ok();
            if !restored && self.may_stand(old) {
                return JournalError::Uncertain { path, source };
            }
            JournalError::NotRecorded {
                path,
                restored,
                source,
            }
        })
    }

    /// Whether what was left from a place on holds a line that a reader takes for recorded.
    fn may_stand(&self, old: u64) -> bool {
        let Ok(left) = self.medium.read_from(old) else {
            return true;
        };
        let left = match self.journal.tail {
            Tail::Unsealed => left.strip_prefix(b"\n").unwrap_or(&left),
            Tail::Clean | Tail::Torn { .. } | Tail::InProgress { .. } => &left,
        };
        let first = left.split(|byte| *byte == b'\n').next().unwrap_or(left);
        !first.is_empty() && !Chain::after(self.journal.head).is_torn::<E>(first)
    }

    fn write_through(&mut self, buffer: &[u8], old: u64) -> io::Result<()> {
        self.medium.append(buffer)?;
        self.medium.sync_data()?;
        if self.medium.read_from(old)? != buffer {
            let other = "read back other bytes than were written";
            return Err(io::Error::new(io::ErrorKind::InvalidData, other));
        }
        Ok(())
    }

    fn record(&mut self, sheet: Sheet<E>, first_seq: u64, torn: Option<Torn>) -> Recorded {
        let head = sheet.chain.head();
        self.journal.length_bytes += sheet.buffer.len() as u64;
        self.journal.tail = Tail::Clean;
        self.journal.head = head;
        self.journal.lines.extend(sheet.lines);
        self.journal.clock.extend(sheet.clock);
        Recorded {
            first_seq,
            last_seq: head.seq,
            head,
            torn,
        }
    }
}

/// The bytes of one write.
struct Sheet<E> {
    chain: Chain,
    buffer: Vec<u8>,
    lines: Vec<Line<E>>,
    clock: Vec<ClockWentBack>,
}

impl<E: Serialize + DeserializeOwned> Sheet<E> {
    fn after(journal: &Journal<E>) -> Self {
        let seal: &[u8] = match journal.tail {
            Tail::Unsealed => b"\n",
            Tail::Clean | Tail::Torn { .. } | Tail::InProgress { .. } => b"",
        };
        Self {
            chain: Chain::after(journal.head),
            buffer: seal.to_vec(),
            lines: Vec::new(),
            clock: Vec::new(),
        }
    }

    /// What cannot be read again as it was meant never comes to the disk: each line is decoded by
    /// the reader's own rules and spelled once more.
    fn add(&mut self, draft: Draft<E>) -> Result<(), JournalError> {
        let head = self.chain.head();
        let seq = head.seq + 1;
        let unfit = |fault| JournalError::Unfit { seq, fault };
        let line = Line {
            v: FORMAT_VERSION,
            seq,
            prev: head.hash,
            at: draft.at.trunc_subsecs(0),
            by: draft.by,
            batch: draft.batch,
            lenient: draft.lenient,
            events: draft.events,
        };
        let bytes = encode(&line).map_err(unfit)?;
        let (again, clock) = self.chain.take::<E>(&bytes).map_err(unfit)?;
        if encode(&again).map_err(unfit)? != bytes {
            let fault = Fault::Unreadable("reads back as another line".to_owned());
            return Err(unfit(fault));
        }
        self.buffer.extend_from_slice(&bytes);
        self.buffer.push(b'\n');
        self.lines.push(again);
        self.clock.extend(clock);
        Ok(())
    }
}
