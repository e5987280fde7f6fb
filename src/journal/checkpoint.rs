//! A checkpoint beside the journal: what a program made of the lines so far, so that the next
//! question costs only what is new.
//!
//! It is derived and may be deleted at any time. It counts only where it is whole, bears the mark of
//! the user who asks ([`Seal`](super::seal::Seal)), was made by this very program and layout, and the
//! journal still has the line it ends with at the place where it
//! ended; else it is passed over in silence. Writers write it, under the lock and after the sync,
//! and only when enough is new. A writer goes on from it only where every byte up to there is what
//! was found sound when it was made; `verify` reads the whole journal and never asks it.
//!
//! Refuses to know what the contents mean, and to be believed where it does not fit.

use std::fs::{self, File};
use std::io::{self, BufWriter, IntoInnerError, Read, Seek, SeekFrom, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::archive::{Archive, PIECE, Pieces};
use super::chain::{ClockWentBack, Head};
use super::format::FORMAT_VERSION;
use super::lengths::Lengths;
use super::place::Place;

/// The fewest new lines for which a checkpoint pays.
const LINES_MIN: u64 = 200;
/// One line in so many must be new.
const SHARE: u64 = 50;
/// The user's mark on the header, then where the header begins: it stands after the files.
const PREAMBLE: usize = 32 + 8;
/// The journal is looked at in blocks of so many bytes.
const BLOCK: usize = 1 << 20;
const PROGRAM: &str = env!("CARGO_PKG_VERSION");

/// By what it was made, and up to where: the beginning of the header, which tells without the rest
/// whether another checkpoint pays.
#[derive(Debug, Serialize, Deserialize)]
struct Made<'a> {
    program: &'a str,
    format: u32,
    layout: u32,
    head: Head,
}

/// So many bytes hold it.
const MADE_MOST: u64 = 256;

/// What the contents were made of, and by what.
#[derive(Debug, Serialize, Deserialize)]
struct Header<'a> {
    #[serde(borrow)]
    made: Made<'a>,
    /// The bytes of the journal that it stands for, and what they hash to.
    length: u64,
    sum: [u8; 32],
    clock: Option<ClockWentBack>,
    /// The lengths of the lines, packed.
    lines: &'a [u8],
    /// The book but for its files.
    index: &'a [u8],
    /// What each piece of the files must hash to.
    pieces: Vec<[u8; 32]>,
}

impl Made<'_> {
    /// Whether this very program made it, in that layout.
    fn is_of(&self, layout: u32) -> bool {
        self.program == PROGRAM && self.format == FORMAT_VERSION && self.layout == layout
    }
}

/// A checkpoint that fits its journal.
#[derive(Debug)]
pub struct Checkpoint {
    /// What was kept, but for the files.
    pub index: Vec<u8>,
    /// Where the journal stood.
    pub head: Head,
    /// The bytes of the journal that it stands for, and what they hash to.
    pub(super) length: u64,
    sum: [u8; 32],
    /// The last line up to there before which the clock went back.
    pub(super) clock: Option<ClockWentBack>,
    /// Reads the lines up to there, and the files, again.
    pub archive: Archive,
}

impl Checkpoint {
    /// The checkpoint of a store; none where there is none that counts, or where nobody's mark is
    /// known.
    pub fn load(place: &Place, layout: u32) -> Option<Self> {
        let mut file = opened(place)?;
        let (mark, from) = preamble(&mut file)?;
        let bytes = header(&mut file, from, u64::MAX)?;
        if !place.seal()?.is_on(&bytes, &mark) {
            return None;
        }
        let header: Header = postcard::from_bytes(&bytes).ok()?;
        let head = header.made.head;
        if !header.made.is_of(layout) {
            return None;
        }
        let files = Pieces::new(file, PREAMBLE as u64..from, header.pieces);
        let lines = Lengths::of_packed(header.lines, head.seq);
        let archive = Archive::open(&place.journal(), lines, files)?;
        archive.ends_with(&head, header.length).then(|| Self {
            index: header.index.to_vec(),
            head,
            length: header.length,
            sum: header.sum,
            clock: header.clock,
            archive,
        })
    }

    /// The same for one who goes on writing: only where the journal has, byte for byte, the lines
    /// that were found sound when the checkpoint was made, and where the checkpoint itself is whole.
    pub fn load_proven(place: &Place, layout: u32) -> Option<Self> {
        let checkpoint = Self::load(place, layout)?;
        let journal = File::open(place.journal()).ok()?;
        let stands = Stretch::read(journal.take(checkpoint.length)).ok()?;
        let proven = stands.sum == checkpoint.sum && checkpoint.archive.is_whole();
        proven.then_some(checkpoint)
    }

    /// Whether so many lines are new since the last checkpoint that another one pays.
    pub(super) fn pays(place: &Place, layout: u32, seq: u64) -> bool {
        if place.seal().is_none() {
            return false;
        }
        let last = opened(place).and_then(|mut file| {
            let (_, from) = preamble(&mut file)?;
            let header = header(&mut file, from, MADE_MOST)?;
            let (made, _) = postcard::take_from_bytes::<Made>(&header).ok()?;
            (made.is_of(layout) && made.head.seq <= seq).then_some(made.head.seq)
        });
        // Whose mark it bears is not asked: two users of one store would write one after the other's.
        let fresh = seq - last.unwrap_or_default();
        fresh >= LINES_MIN.max(seq / SHARE)
    }

    /// The last entry that a checkpoint stands for, where the journal ends before it: it was cut back,
    /// or an older one was put in its place.
    pub fn ahead(place: &Place, head: u64) -> Option<u64> {
        let mut file = opened(place)?;
        let (mark, from) = preamble(&mut file)?;
        let begins = header(&mut file, from, MADE_MOST)?;
        let (made, _) = postcard::take_from_bytes::<Made>(&begins).ok()?;
        let seq = Some(made.head.seq).filter(|seq| *seq > head)?;
        let bytes = header(&mut file, from, u64::MAX)?;
        if !place.seal()?.is_on(&bytes, &mark) {
            return None;
        }
        let header: Header = postcard::from_bytes(&bytes).ok()?;
        // A writer may have gone on since the caller read the journal: he writes the lines first.
        let length = fs::metadata(place.journal()).ok()?.len();
        (length < header.length).then_some(seq)
    }

    /// Writes a checkpoint of a journal that ends in `\n`, as one who holds the lock: `pack` puts the
    /// files one after the other, and tells the index. One that cannot be written is none; nothing is
    /// lost with it.
    pub(super) fn keep(
        place: &Place,
        (head, clock): (Head, Option<ClockWentBack>),
        layout: u32,
        pack: impl FnOnce(Put) -> Option<Vec<u8>>,
    ) -> io::Result<()> {
        let mut file = BufWriter::new(tempfile::NamedTempFile::new_in(place.folder())?);
        file.write_all(&[0; PREAMBLE])?;
        let mut written = Ok(());
        let mut sums = Sums::default();
        let index = pack(&mut |bytes| {
            sums.take(bytes);
            if written.is_ok() {
                written = file.write_all(bytes);
            }
        });
        written?;
        let index = index.ok_or_else(|| io::Error::other("not the whole record"))?;
        let from = PREAMBLE as u64 + sums.length;
        let journal = Stretch::read(File::open(place.journal())?)?;
        let header = Header {
            made: Made {
                program: PROGRAM,
                format: FORMAT_VERSION,
                layout,
                head,
            },
            length: journal.length,
            sum: journal.sum,
            clock,
            lines: journal.lines.packed(),
            index: &index,
            pieces: sums.end(),
        };
        let header = postcard::to_allocvec(&header).map_err(io::Error::other)?;
        let mark = place.seal().and_then(|seal| seal.mark(&header));
        let mark = mark.ok_or_else(|| io::Error::other("no secret"))?;
        file.write_all(&header)?;
        file.rewind()?;
        file.write_all(&mark)?;
        file.write_all(&from.to_le_bytes())?;
        let file = file.into_inner().map_err(IntoInnerError::into_error)?;
        file.persist(place.checkpoint())?;
        Ok(())
    }
}

/// Who takes the files of a book, in their order.
pub type Put<'p> = &'p mut dyn FnMut(&[u8]);

/// The journal, or its beginning, looked at block by block.
struct Stretch {
    length: u64,
    sum: [u8; 32],
    lines: Lengths,
}

impl Stretch {
    fn read(mut from: impl Read) -> io::Result<Self> {
        let mut hash = Sha256::new();
        let (mut lines, mut length, mut begun) = (Lengths::default(), 0, 0);
        let mut block = vec![0; BLOCK];
        loop {
            let read = from.read(&mut block)?;
            let bytes = block.get(..read).unwrap_or_default();
            if bytes.is_empty() {
                break;
            }
            hash.update(bytes);
            for at in memchr::memchr_iter(b'\n', bytes) {
                let end = length + at as u64 + 1;
                lines.add(end - begun);
                begun = end;
            }
            length += read as u64;
        }
        Ok(Self {
            length,
            sum: hash.finalize().into(),
            lines,
        })
    }
}

pub(super) fn sum(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// What each piece of files that follow one another hashes to, and how long they are.
#[derive(Default)]
struct Sums {
    pieces: Vec<[u8; 32]>,
    hash: Sha256,
    /// So many bytes of the last piece were taken.
    begun: usize,
    length: u64,
}

impl Sums {
    fn take(&mut self, mut bytes: &[u8]) {
        self.length += bytes.len() as u64;
        while !bytes.is_empty() {
            let (now, later) = bytes.split_at(bytes.len().min(PIECE - self.begun));
            self.hash.update(now);
            self.begun += now.len();
            bytes = later;
            if self.begun == PIECE {
                self.pieces.push(self.hash.finalize_reset().into());
                self.begun = 0;
            }
        }
    }

    fn end(mut self) -> Vec<[u8; 32]> {
        if self.begun > 0 {
            self.pieces.push(self.hash.finalize().into());
        }
        self.pieces
    }
}

/// The checkpoint, where it is a file no larger than one of this journal can be: what lies there in
/// its place, or was stretched, is not waited for and not held.
fn opened(place: &Place) -> Option<File> {
    const LARGER: u64 = 1 << 20;
    let length = |path| {
        let found = fs::metadata(path).ok().filter(fs::Metadata::is_file);
        found.map(|file| file.len())
    };
    let most = length(place.journal())?
        .saturating_mul(2)
        .saturating_add(LARGER);
    match length(place.checkpoint())? <= most {
        true => File::open(place.checkpoint()).ok(),
        false => None,
    }
}

/// The mark on the header, and where it begins.
fn preamble(file: &mut File) -> Option<([u8; 32], u64)> {
    let mut preamble = [0; PREAMBLE];
    file.read_exact(&mut preamble).ok()?;
    let (mark, from) = preamble.split_at(32);
    Some((
        mark.try_into().ok()?,
        u64::from_le_bytes(from.try_into().ok()?),
    ))
}

/// The header that begins at a place, or so many bytes of it.
fn header(file: &mut File, from: u64, most: u64) -> Option<Vec<u8>> {
    file.seek(SeekFrom::Start(from)).ok()?;
    let mut header = Vec::new();
    file.take(most).read_to_end(&mut header).ok()?;
    Some(header)
}
