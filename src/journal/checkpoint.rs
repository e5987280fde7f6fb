//! A checkpoint beside the journal: what a program made of the lines so far, so that the next
//! question costs only what is new.
//!
//! It is derived and may be deleted at any time. It counts only where it is whole, was made by this
//! very program and layout, and the journal still has the line it ends with at the place where it
//! ended; else it is passed over in silence. Writers write it, under the lock and after the sync,
//! and only when enough is new. `verify` and every writer read the whole journal and never ask it.
//!
//! Refuses to know what the contents mean, and to be believed where it does not fit.

use std::cell::{Cell, OnceCell, RefCell};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::chain::{ClockWentBack, Head};
use super::format::{FORMAT_VERSION, Line, UPGRADES, decode};
use super::hash::Hash;
use super::place::Place;
use super::read::lines_of;
use crate::domain::book::{Entry, Past};
use crate::domain::event::Event;

/// The fewest new lines for which a checkpoint pays.
const LINES_MIN: u64 = 200;
/// One line in so many must be new.
const SHARE: u64 = 50;
/// SHA-256 of all that follows, then the length of the header.
const PREAMBLE: usize = 32 + 4;

/// What the contents were made of, and by what.
#[derive(Debug, Serialize, Deserialize)]
struct Header {
    program: String,
    format: u32,
    layout: u32,
    /// The bytes of the journal that it stands for.
    length: u64,
    head: Head,
    clock: Option<ClockWentBack>,
    /// The length of each line with its `\n`.
    lines: Vec<u32>,
}

/// A checkpoint that fits its journal.
#[derive(Debug)]
pub struct Checkpoint {
    /// What was kept.
    pub contents: Vec<u8>,
    /// Where the journal stood.
    pub head: Head,
    /// The bytes of the journal that it stands for.
    pub(super) length: u64,
    /// The last line up to there before which the clock went back.
    pub(super) clock: Option<ClockWentBack>,
    /// Reads the lines up to there again.
    pub archive: Archive,
}

impl Checkpoint {
    /// The checkpoint of a store; none where there is none that counts.
    pub fn load(place: &Place, layout: u32) -> Option<Self> {
        let mut file = File::open(place.checkpoint()).ok()?;
        let (sum, header) = header(&mut file)?;
        let mut contents = Vec::new();
        file.read_to_end(&mut contents).ok()?;
        let whole = Sha256::new()
            .chain_update(&header)
            .chain_update(&contents)
            .finalize();
        if whole[..] != sum {
            return None;
        }
        let header: Header = postcard::from_bytes(&header).ok()?;
        let made_here = header.program == PROGRAM && header.format == FORMAT_VERSION;
        if !made_here || header.layout != layout {
            return None;
        }
        let archive = Archive::open(&place.journal(), &header)?;
        Some(Self {
            contents,
            head: header.head,
            length: header.length,
            clock: header.clock,
            archive,
        })
    }

    /// Whether so many lines are new since the last checkpoint that another one pays.
    pub(super) fn pays(place: &Place, seq: u64) -> bool {
        let last = File::open(place.checkpoint()).ok().and_then(|mut file| {
            let (_, header) = header(&mut file)?;
            postcard::from_bytes::<Header>(&header).ok()
        });
        let last = last.filter(|header| header.program == PROGRAM && header.head.seq <= seq);
        let fresh = seq - last.map_or(0, |header| header.head.seq);
        fresh >= LINES_MIN.max(seq / SHARE)
    }

    /// Writes a checkpoint of a journal that ends in `\n`, as one who holds the lock. One that
    /// cannot be written is none; nothing is lost with it.
    pub(super) fn keep<E>(
        place: &Place,
        (head, lines): (Head, &[Line<E>]),
        layout: u32,
        contents: &[u8],
    ) -> io::Result<()> {
        let bytes = std::fs::read(place.journal())?;
        let lengths = lines_of(&bytes).map(|line| u32::try_from(line.len() + 1));
        let header = Header {
            program: PROGRAM.to_owned(),
            format: FORMAT_VERSION,
            layout,
            length: bytes.len() as u64,
            head,
            clock: clock(lines),
            lines: lengths
                .collect::<Result<_, _>>()
                .map_err(io::Error::other)?,
        };
        let header = postcard::to_allocvec(&header).map_err(io::Error::other)?;
        let length = u32::try_from(header.len()).map_err(io::Error::other)?;
        let sum = Sha256::new().chain_update(&header).chain_update(contents);
        let mut file = tempfile::NamedTempFile::new_in(place.folder())?;
        file.write_all(&sum.finalize())?;
        file.write_all(&length.to_le_bytes())?;
        file.write_all(&header)?;
        file.write_all(contents)?;
        file.persist(place.checkpoint())?;
        Ok(())
    }
}

const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// The sum and the bytes of the header. A length that the file does not have is no header.
fn header(file: &mut File) -> Option<([u8; 32], Vec<u8>)> {
    let mut preamble = [0; PREAMBLE];
    file.read_exact(&mut preamble).ok()?;
    let (sum, length) = preamble.split_at(32);
    let length = u64::from(u32::from_le_bytes(length.try_into().ok()?));
    let mut header = Vec::new();
    file.take(length).read_to_end(&mut header).ok()?;
    let whole = header.len() as u64 == length;
    whole.then_some((sum.try_into().ok()?, header))
}

fn clock<E>(lines: &[Line<E>]) -> Option<ClockWentBack> {
    let pairs = lines.windows(2).rev();
    let mut back = pairs.filter(|pair| pair[1].at < pair[0].at);
    back.next().map(|pair| ClockWentBack {
        seq: pair[1].seq,
        at: pair[1].at,
        before: pair[0].at,
    })
}

/// Reads the lines up to a checkpoint again, one by one.
#[derive(Debug)]
pub struct Archive {
    journal: RefCell<File>,
    lengths: Vec<u32>,
    ends: OnceCell<Vec<u64>>,
    failed: Cell<Option<u64>>,
}

impl Archive {
    /// Only over a journal that still has, at its place, the line that the header ends with.
    fn open(journal: &Path, header: &Header) -> Option<Self> {
        let journal = File::open(journal).ok()?;
        let archive = Self {
            journal: RefCell::new(journal),
            lengths: header.lines.clone(),
            ends: OnceCell::new(),
            failed: Cell::new(None),
        };
        let last = u64::from(*header.lines.last()?);
        let whole = header.lines.len() as u64 == header.head.seq;
        let bytes = archive.bytes(header.length.checked_sub(last)?, last).ok()?;
        let line = bytes.strip_suffix(b"\n")?;
        (whole && Hash::of(line) == header.head.hash).then_some(archive)
    }

    /// The first line that could not be read again; what was answered without it does not count.
    pub fn failed(&self) -> Option<u64> {
        self.failed.get()
    }

    fn bytes(&self, from: u64, length: u64) -> io::Result<Vec<u8>> {
        let mut file = self.journal.borrow_mut();
        file.seek(SeekFrom::Start(from))?;
        let mut bytes = Vec::new();
        (&mut *file).take(length).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn read(&self, seq: u64) -> Option<Line> {
        let ends = self.ends.get_or_init(|| {
            let lengths = self.lengths.iter().map(|length| u64::from(*length));
            let sum = |sum: &mut u64, length| {
                *sum += length;
                Some(*sum)
            };
            lengths.scan(0, sum).collect()
        });
        let place = usize::try_from(seq.checked_sub(1)?).ok()?;
        let length = u64::from(*self.lengths.get(place)?);
        let bytes = self
            .bytes(ends.get(place)?.checked_sub(length)?, length)
            .ok()?;
        let line = decode::<Event>(bytes.strip_suffix(b"\n")?, UPGRADES).ok()?;
        (line.seq == seq).then_some(line)
    }
}

impl Past for Archive {
    fn entry(&self, line: u64) -> Option<Entry> {
        let read = self.read(line).map(Entry::from);
        if read.is_none() && self.failed.get().is_none() {
            self.failed.set(Some(line));
        }
        read
    }
}
