//! From bytes to lines: everything that is on disk, or the first thing that is wrong with it.
//!
//! Splits on the byte `\n` and decodes line by line, because a cut inside a Chinese character must
//! cost one line and not the file. A bad line that has its `\n` is damage and stops the reader; an
//! end without `\n` is an append that did not finish, and nobody was told of it.
//!
//! Refuses to write: it works on a read-only folder, makes no file, and takes at most the shared
//! lock, for the moment in which it looks whether a writer is at work.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use serde::de::DeserializeOwned;

use super::chain::{Chain, ClockWentBack, Head};
use super::checkpoint::Checkpoint;
use super::error::{Fault, JournalError};
use super::format::Line;
use super::lengths::Lengths;
use super::lock::{self, Probe};
use super::place::Place;
use crate::domain::event::Event;

/// The first line, which founds a store, is looked for in so many bytes.
const FIRST_MOST: u64 = 1 << 20;
/// What is read line by line is read in pieces of so many bytes.
const BLOCK: usize = 1 << 16;

/// What stands after the last `\n`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tail {
    /// Nothing: the journal ends as it should.
    Clean,
    /// The last line, whole but for its `\n`. It counts; the next append adds the `\n`.
    Unsealed,
    /// An interrupted append. It is passed over; the next append keeps it aside.
    Torn {
        /// How many bytes.
        bytes: u64,
    },
    /// A writer is at work: what it has not finished does not count yet.
    InProgress {
        /// How many bytes so far.
        bytes: u64,
    },
}

impl Tail {
    /// Judges the bytes after the last `\n`.
    pub(super) fn of<E: DeserializeOwned>(tail: &[u8], chain: Chain, writer: AtWork) -> Self {
        let bytes = tail.len() as u64;
        if tail.is_empty() {
            Self::Clean
        } else if writer == AtWork::Yes {
            Self::InProgress { bytes }
        } else if chain.is_torn::<E>(tail) {
            Self::Torn { bytes }
        } else {
            Self::Unsealed
        }
    }
}

/// Everything that counts, as it was at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal<E = Event> {
    /// Where it stood before the first of `lines`.
    pub since: Head,
    /// The lines that were read, in the order of `seq`.
    pub lines: Vec<Line<E>>,
    /// Where it stands.
    pub head: Head,
    /// The length of the file, tail included.
    pub length_bytes: u64,
    /// What stands after the last `\n`.
    pub tail: Tail,
    /// Lines before which the clock went back.
    pub clock: Vec<ClockWentBack>,
}

/// Which line is bad, counted from 1, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// Counted from 1.
    pub line: u64,
    /// Why.
    pub fault: Fault,
}

impl<E: DeserializeOwned> Journal<E> {
    /// Reads the store's journal. Chain and numbers are checked, always.
    ///
    /// # Errors
    /// [`JournalError::NotThere`], [`JournalError::NotReadable`], [`JournalError::Damaged`] with the
    /// first bad line, [`JournalError::Newer`].
    pub fn read(place: &Place) -> Result<Self, JournalError> {
        let (bytes, writer) = settled(place, 0)?;
        Self::parse(&bytes, writer).map_err(|damage| damage.at(place))
    }

    /// The same, line by line, for a journal that is too long to be held: the lines are handed on,
    /// and the one that comes back has none. Their lengths come with it.
    ///
    /// # Errors
    /// As [`Journal::read`], and [`JournalError::Changed`].
    pub fn read_each(
        place: &Place,
        each: impl FnMut(Line<E>),
    ) -> Result<(Self, Lengths), JournalError> {
        Self::each_of(place, None, each)
    }

    /// The same for one who may know whether a writer is at work.
    pub(super) fn each_of(
        place: &Place,
        writer: Option<AtWork>,
        mut each: impl FnMut(Line<E>),
    ) -> Result<(Self, Lengths), JournalError> {
        let mut chain = Chain::START;
        let mut journal = Self::since(Head::EMPTY);
        let mut lengths = Lengths::default();
        let mut take = |bytes: &[u8], end: usize| -> Result<Chain, JournalError> {
            let taken = chain.take(bytes).map_err(|fault| {
                let line = lengths.count() + 1;
                Damage { line, fault }.at(place)
            });
            let (line, clock) = taken?;
            lengths.add((bytes.len() + end) as u64);
            journal.clock.extend(clock);
            each(line);
            Ok(chain)
        };
        let mut stands = Chain::START;
        let end = each_line(place, writer, |bytes, _| {
            stands = take(bytes, 1)?;
            Ok(())
        })?;
        let tail = Tail::of::<E>(&end.tail, stands, end.writer);
        if tail == Tail::Unsealed {
            stands = take(&end.tail, 0)?;
        }
        journal.tail = tail;
        journal.head = stands.head();
        journal.length_bytes = end.length;
        Ok((journal, lengths))
    }

    /// Reads what was written after a checkpoint.
    ///
    /// # Errors
    /// As [`Journal::read`], of those lines.
    pub fn read_after(place: &Place, checkpoint: &Checkpoint) -> Result<Self, JournalError> {
        let (bytes, writer) = settled(place, checkpoint.length)?;
        let read = Self::parse_after(checkpoint, &bytes, writer);
        read.map_err(|damage| damage.at(place))
    }

    /// The bytes after a checkpoint to lines.
    pub(super) fn parse_after(
        checkpoint: &Checkpoint,
        bytes: &[u8],
        writer: AtWork,
    ) -> Result<Self, Damage> {
        let mut journal = Self::parse_from(checkpoint.head, bytes, writer)?;
        journal.length_bytes += checkpoint.length;
        journal.clock.splice(0..0, checkpoint.clock);
        Ok(journal)
    }

    /// Whether a store has a first line, sound or not; one that was never written to the end is
    /// none.
    pub fn has_begun(place: &Place) -> bool {
        let first = File::open(place.journal()).and_then(|file| {
            let mut line = Vec::new();
            BufReader::new(file)
                .take(FIRST_MOST)
                .read_until(b'\n', &mut line)?;
            Ok(line)
        });
        if first.is_ok_and(|line| line.ends_with(b"\n")) {
            return true;
        }
        Self::read(place).map_or_else(
            |e| !matches!(e, JournalError::NotThere { .. } | JournalError::Lost { .. }),
            |journal| journal.head.seq > 0,
        )
    }

    /// The pure part of [`Journal::read`]: bytes to lines.
    ///
    /// # Errors
    /// The first bad line.
    pub fn parse(bytes: &[u8], writer: AtWork) -> Result<Self, Damage> {
        Self::parse_from(Head::EMPTY, bytes, writer)
    }

    fn parse_from(since: Head, bytes: &[u8], writer: AtWork) -> Result<Self, Damage> {
        let mut chain = Chain::after(since);
        let mut journal = Self::since(since);
        journal.length_bytes = bytes.len() as u64;
        let (whole, tail) = split_tail(bytes);
        for line in lines_of(whole) {
            journal.take(&mut chain, line)?;
        }
        journal.tail = Tail::of::<E>(tail, chain, writer);
        if journal.tail == Tail::Unsealed {
            journal.take(&mut chain, tail)?;
        }
        journal.head = chain.head();
        Ok(journal)
    }

    fn since(since: Head) -> Self {
        Self {
            since,
            lines: Vec::new(),
            head: since,
            length_bytes: 0,
            tail: Tail::Clean,
            clock: Vec::new(),
        }
    }

    fn take(&mut self, chain: &mut Chain, bytes: &[u8]) -> Result<(), Damage> {
        let (line, clock) = chain.take(bytes).map_err(|fault| Damage {
            line: self.since.seq + self.lines.len() as u64 + 1,
            fault,
        })?;
        self.lines.push(line);
        self.clock.extend(clock);
        Ok(())
    }
}

impl<E> Journal<E> {
    /// Where the journal stood at an earlier line: what a report with `--known` prints at its foot.
    pub fn head_at(&self, seq: u64) -> Option<Head> {
        if seq == self.since.seq {
            return Some(self.since);
        }
        if seq == self.head.seq {
            return Some(self.head);
        }
        let index = usize::try_from(seq.checked_sub(self.since.seq)?).ok()?;
        Some(Head {
            seq,
            hash: self.lines.get(index)?.prev,
            at: self.lines.get(index - 1).map(|line| line.at),
        })
    }
}

impl Damage {
    pub(super) fn at(self, place: &Place) -> JournalError {
        let (path, line) = (place.journal(), self.line);
        if let Fault::Newer { found } = self.fault {
            return JournalError::Newer { path, line, found };
        }
        JournalError::Damaged {
            path,
            line,
            fault: self.fault,
        }
    }
}

/// Whether a writer holds the lock, so that an unfinished end is its work in progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AtWork {
    /// Somebody is writing.
    Yes,
    /// Nobody is, or nobody can tell.
    No,
}

/// The bytes of the journal from a place on, and whether a writer is at work on its unfinished end. Where nobody
/// is, the bytes are read once more behind the shared lock: the writer may have finished, or given
/// up, between the first look and the question.
pub(super) fn settled(place: &Place, from: u64) -> Result<(Vec<u8>, AtWork), JournalError> {
    let bytes = place.bytes_from(from)?;
    if split_tail(&bytes).1.is_empty() {
        return Ok((bytes, AtWork::No));
    }
    match lock::probe(place) {
        Probe::Held => Ok((bytes, AtWork::Yes)),
        Probe::Free(_shared) => Ok((place.bytes_from(from)?, AtWork::No)),
        Probe::Unknown => Ok((bytes, AtWork::No)),
    }
}

/// Where a journal ended that was read line by line.
pub(super) struct End {
    /// What stands after the last `\n`.
    pub(super) tail: Vec<u8>,
    pub(super) writer: AtWork,
    /// The length of the file.
    pub(super) length: u64,
}

/// Hands out the lines of the journal as it is at one moment, without their `\n`, each with the
/// length of the file. As [`settled`], but in pieces: a long journal takes no more room than its
/// longest line. Where nobody knows whether a writer is at work, the lock is asked.
pub(super) fn each_line(
    place: &Place,
    writer: Option<AtWork>,
    mut take: impl FnMut(&[u8], u64) -> Result<(), JournalError>,
) -> Result<End, JournalError> {
    let path = place.journal();
    let unread = |source| JournalError::not_readable(path.clone(), source);
    let mut file = File::open(&path).map_err(unread)?;
    let (length, writer, _shared) = match writer {
        Some(writer) => (file.metadata().map_err(unread)?.len(), writer, None),
        None => end_of(&mut file, place).map_err(unread)?,
    };
    let mut rest = Vec::new();
    let mut block = vec![0; BLOCK];
    let mut left = length;
    while left > 0 {
        let most = BLOCK.min(usize::try_from(left).unwrap_or(BLOCK));
        let read = file.read(&mut block[..most]).map_err(unread)?;
        if read == 0 {
            // Who failed to append cut off what had been seen of it.
            return Err(JournalError::Changed { path });
        }
        left -= read as u64;
        let (whole, begun) = split_tail(&block[..read]);
        for line in lines_of(whole) {
            if rest.is_empty() {
                take(line, length)?;
            } else {
                rest.extend_from_slice(line);
                take(&rest, length)?;
                rest.clear();
            }
        }
        rest.extend_from_slice(begun);
    }
    Ok(End {
        tail: rest,
        writer,
        length,
    })
}

/// How much of a journal is to be read, and whether a writer is at work on its unfinished end. Where
/// nobody is, the shared lock is held so that it stays so.
fn end_of(file: &mut File, place: &Place) -> io::Result<(u64, AtWork, Option<File>)> {
    let mut end = (file.metadata()?.len(), AtWork::No, None);
    let mut last = [b'\n'];
    if end.0 > 0 {
        file.seek(SeekFrom::Start(end.0 - 1))?;
        file.read_exact(&mut last)?;
    }
    if last != [b'\n'] {
        match lock::probe(place) {
            Probe::Held => end.1 = AtWork::Yes,
            Probe::Free(shared) => end = (file.metadata()?.len(), AtWork::No, Some(shared)),
            Probe::Unknown => {}
        }
    }
    file.rewind()?;
    Ok(end)
}

/// What ends in `\n`, and what stands after it.
pub(super) fn split_tail(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = memchr::memrchr(b'\n', bytes).map_or(0, |at| at + 1);
    bytes.split_at(end)
}

/// The lines of bytes that are empty or end in `\n`, without it.
pub(super) fn lines_of(whole: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut from = 0;
    memchr::memchr_iter(b'\n', whole).map(move |end| {
        let line = &whole[from..end];
        from = end + 1;
        line
    })
}
