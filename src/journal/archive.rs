//! What is not held, read again piece by piece: the lines of a long journal, or of one that a
//! checkpoint stands for, and the files beside its header.
//!
//! Refuses to guess: what is not what it was is none, and that something was asked for in vain is
//! remembered, so that an answer without it is given up.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, VecDeque};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::Range;
use std::path::Path;

use memchr::memmem;

use super::chain::Head;
use super::checkpoint::sum;
use super::error::JournalError;
use super::format::{Line, UPGRADES, decode};
use super::hash::Hash;
use super::lengths::Lengths;
use super::place::Place;
use crate::domain::book::{Entry, Past};
use crate::domain::event::Event;

/// The files are read, and vouched for, in pieces of so many bytes.
pub(super) const PIECE: usize = 1 << 18;
/// So many pieces are held: who walks through all cases in their order goes to and fro between
/// groups of files, and a file may stand in two pieces.
const HELD: usize = 8;
/// Lines that follow one another are read in blocks of so many bytes.
const BLOCK: u64 = 1 << 15;
/// In so many bytes of its beginning a line says what the one before it hashes to.
const LINK: u64 = 128;
/// Words are looked for in so many bytes at once: few enough to stay at hand, and most hold none.
const READ_AT_ONCE: u64 = 1 << 16;

/// A file that is read here and there.
#[derive(Debug)]
struct Source(RefCell<File>);

impl Source {
    /// At most so many bytes from a place on.
    fn read(&self, from: u64, most: u64) -> io::Result<Vec<u8>> {
        self.read_into(Vec::new(), from, most)
    }

    /// The same in the room of bytes that are needed no more.
    fn read_into(&self, mut room: Vec<u8>, from: u64, most: u64) -> io::Result<Vec<u8>> {
        let mut file = self.0.borrow_mut();
        file.seek(SeekFrom::Start(from))?;
        room.clear();
        room.reserve(usize::try_from(most).unwrap_or_default());
        (&mut *file).take(most).read_to_end(&mut room)?;
        Ok(room)
    }
}

/// The files of a checkpoint.
#[derive(Debug)]
pub(super) struct Pieces {
    source: Source,
    /// Where they stand.
    at: Range<u64>,
    /// What each piece must hash to.
    sums: Vec<[u8; 32]>,
    /// Those that were read last, the latest first.
    read: RefCell<VecDeque<(usize, Vec<u8>)>>,
}

impl Pieces {
    pub(super) fn new(file: File, at: Range<u64>, sums: Vec<[u8; 32]>) -> Self {
        Self {
            source: Source(RefCell::new(file)),
            at,
            sums,
            read: RefCell::default(),
        }
    }

    /// Some bytes of the files, if each piece of them hashes to what it must.
    fn bytes(&self, range: &Range<u64>) -> Option<Vec<u8>> {
        let from = usize::try_from(range.start).ok()?;
        let to = usize::try_from(range.end).ok()?;
        let mut bytes = Vec::with_capacity(to.checked_sub(from)?.min(PIECE));
        let mut read = self.read.borrow_mut();
        for piece in from / PIECE..to.div_ceil(PIECE) {
            let held = read.iter().position(|(at, _)| *at == piece);
            let latest = match held.and_then(|place| read.remove(place)) {
                Some(held) => held,
                None => {
                    let oldest = (read.len() == HELD).then(|| read.pop_back()).flatten();
                    let room = oldest.map(|(_, bytes)| bytes).unwrap_or_default();
                    (piece, self.piece(room, piece)?)
                }
            };
            read.push_front(latest);
            let (_, held) = read.front()?;
            let begin = from.saturating_sub(piece * PIECE);
            let end = (to - piece * PIECE).min(held.len());
            bytes.extend_from_slice(held.get(begin..end)?);
        }
        (bytes.len() == to - from).then_some(bytes)
    }

    fn are_whole(&self) -> bool {
        let mut room = Vec::new();
        (0..self.sums.len()).all(|piece| {
            let read = self.piece(std::mem::take(&mut room), piece);
            read.map(|bytes| room = bytes).is_some()
        })
    }

    fn piece(&self, room: Vec<u8>, piece: usize) -> Option<Vec<u8>> {
        let from = self.at.start + u64::try_from(piece * PIECE).ok()?;
        let most = self.at.end.checked_sub(from)?.min(PIECE as u64);
        let bytes = self.source.read_into(room, from, most).ok()?;
        (sum(&bytes) == *self.sums.get(piece)?).then_some(bytes)
    }
}

/// Lines that were read, and the files of a checkpoint.
#[derive(Debug)]
pub struct Archive {
    journal: Source,
    lengths: Lengths,
    /// What was read last of the journal, and where it stands.
    block: RefCell<(u64, Vec<u8>)>,
    /// Only a checkpoint has them.
    files: Option<Pieces>,
    failed: Cell<bool>,
}

impl Archive {
    /// The lines of a journal that was read line by line.
    ///
    /// # Errors
    /// [`JournalError::NotThere`], [`JournalError::NotReadable`].
    pub fn of_lines(place: &Place, lengths: Lengths) -> Result<Self, JournalError> {
        let path = place.journal();
        let opened = File::open(&path);
        let journal = opened.map_err(|source| JournalError::not_readable(path, source))?;
        Ok(Self::of(journal, lengths, None))
    }

    pub(super) fn open(journal: &Path, lengths: Lengths, files: Pieces) -> Option<Self> {
        let journal = File::open(journal).ok()?;
        Some(Self::of(journal, lengths, Some(files)))
    }

    fn of(journal: File, lengths: Lengths, files: Option<Pieces>) -> Self {
        Self {
            journal: Source(RefCell::new(journal)),
            lengths,
            block: RefCell::default(),
            files,
            failed: Cell::new(false),
        }
    }

    /// Whether the journal has, where its first `length` bytes end, the line of a head.
    pub(super) fn ends_with(&self, head: &Head, length: u64) -> bool {
        let last = self.lengths.last();
        let from = length.saturating_sub(last);
        let bytes = self.journal.read(from, last).unwrap_or_default();
        let line = bytes.strip_suffix(b"\n");
        self.lengths.count() == head.seq && line.is_some_and(|l| Hash::of(l) == head.hash)
    }

    /// Whether each piece of the files is what it must be.
    pub(super) fn is_whole(&self) -> bool {
        self.files.as_ref().is_some_and(Pieces::are_whole)
    }

    /// Whether something could not be read again; what was answered without it does not count.
    pub fn has_failed(&self) -> bool {
        self.failed.get()
    }

    /// Shows the lines up to one in which all words stand, which are all lines where there are none,
    /// those that may spell them by number, and those that are named.
    fn show_holding(
        &self,
        last: u64,
        words: &[String],
        named: &BTreeSet<u64>,
        look: &mut dyn FnMut(&Entry),
    ) -> Option<()> {
        let words: Vec<_> = words.iter().map(memmem::Finder::new).collect();
        let spelled = memmem::Finder::new("\\u");
        let mut stretch = Vec::new();
        let (mut seq, mut from) = (1, 0);
        let count = usize::try_from(last).unwrap_or(usize::MAX);
        let mut rest = self.lengths.iter().take(count).peekable();
        let mut lengths = Vec::new();
        while let Some(mut length) = rest.next() {
            lengths.clear();
            lengths.push(length);
            while let Some(more) = rest.next_if(|more| length + more <= READ_AT_ONCE) {
                lengths.push(more);
                length += more;
            }
            stretch = self.journal.read_into(stretch, from, length).ok()?;
            let next = seq + lengths.len() as u64;
            let spells = spelled.find(&stretch).is_some();
            let names = named.range(seq..next).next().is_some();
            let first = words.first();
            if spells || names || first.is_none_or(|word| word.find(&stretch).is_some()) {
                let mut lines = stretch.as_slice();
                for (seq, length) in (seq..).zip(&lengths) {
                    let length = usize::try_from(*length).ok()?;
                    let (line, after) = lines.split_at_checked(length)?;
                    let holds = words.iter().all(|word| word.find(line).is_some());
                    if holds || named.contains(&seq) || (spells && spelled.find(line).is_some()) {
                        // What links to the last one of them stands outside.
                        let line = match after.is_empty() {
                            true => self.line(seq),
                            false => stands(line, after, seq),
                        };
                        look(&Entry::from(line?));
                    }
                    lines = after;
                }
            }
            (seq, from) = (next, from + length);
        }
        Some(())
    }

    fn noting<T>(&self, read: Option<T>) -> Option<T> {
        self.failed.set(self.failed.get() || read.is_none());
        read
    }

    fn line(&self, seq: u64) -> Option<Line> {
        let (Range { start: from, end }, next) = self.lengths.place(seq)?;
        let length = end - from;
        let wanted = length + next.map_or(0, |next| next.min(LINK));
        let mut block = self.block.borrow_mut();
        if part(&block, from, wanted).is_none() {
            // Who goes on from one line to the next will ask for more of them.
            let goes_on = (block.0..=block.0 + block.1.len() as u64).contains(&from);
            let most = if goes_on { wanted.max(BLOCK) } else { wanted };
            let room = std::mem::take(&mut block.1);
            *block = (from, self.journal.read_into(room, from, most).ok()?);
        }
        let (line, next) =
            part(&block, from, wanted)?.split_at_checked(usize::try_from(length).ok()?)?;
        stands(line, next, seq)
    }
}

/// A line as it was written, if the next one says that it was.
fn stands(line: &[u8], next: &[u8], seq: u64) -> Option<Line> {
    // The last one may lack it.
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    if linked(next).is_some_and(|hash| hash != Hash::of(line)) {
        return None;
    }
    let line = decode::<Event>(line, UPGRADES).ok()?;
    (line.seq == seq).then_some(line)
}

/// The hash that a line gives for the one before it, where our own writer wrote it: after the second
/// comma. Another's is left to who reads the whole journal.
fn linked(line: &[u8]) -> Option<Hash> {
    let second = memchr::memchr_iter(b',', line).nth(1)?;
    let hash = line.get(second..)?.strip_prefix(br#","prev":""#)?;
    Hash::parse(hash.get(..64)?)
}

/// The bytes from a place on, where they are among those that were read.
fn part((at, bytes): &(u64, Vec<u8>), from: u64, length: u64) -> Option<&[u8]> {
    let begin = usize::try_from(from.checked_sub(*at)?).ok()?;
    let end = begin.checked_add(usize::try_from(length).ok()?)?;
    bytes.get(begin..end)
}

impl Past for Archive {
    fn entry(&self, line: u64) -> Option<Entry> {
        self.noting(self.line(line).map(Entry::from))
    }

    fn look_at_holding(
        &self,
        last: u64,
        words: &[String],
        named: &BTreeSet<u64>,
        look: &mut dyn FnMut(&Entry),
    ) {
        let _ = self.noting(self.show_holding(last, words, named, look));
    }

    fn files(&self, bytes: Range<u64>) -> Option<Vec<u8>> {
        self.noting(self.files.as_ref().and_then(|files| files.bytes(&bytes)))
    }
}
