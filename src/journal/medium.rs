//! What the writer needs of a disk, and the disk.
//!
//! The trait is there for one reason: a test can put in its place a disk that is full after so many
//! bytes, or whose sync fails.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};

use super::aside;
use super::error::JournalError;
use super::place::{Place, give_to_owner, owner_only};

/// A file that can grow, and be cut back to where it was.
pub(super) trait Medium {
    /// The name of the file, for errors.
    fn path(&self) -> PathBuf;

    /// Its length in bytes.
    fn length(&self) -> io::Result<u64>;

    /// The bytes from a place on.
    fn read_from(&self, place: u64) -> io::Result<Vec<u8>>;

    /// Adds bytes at the end, in one write unless the system takes fewer.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Returns when the bytes would outlast a loss of power.
    fn sync_data(&mut self) -> io::Result<()>;

    /// Cuts the end off, durably, if the file is no longer than `most`: bytes beyond are somebody
    /// else's, and he may have been told that they are recorded.
    fn cut(&mut self, length: u64, most: u64) -> io::Result<()>;

    /// Keeps an interrupted append in a file of its own, durably; says where.
    fn keep_aside(&mut self, tail: &[u8], at: DateTime<FixedOffset>) -> io::Result<PathBuf>;
}

/// The journal of a store.
///
/// The handle that writes can only append: whatever goes wrong, it cannot touch a byte that is
/// there. Length and content are asked by name, so that a file that somebody put in the journal's
/// place is noticed; the knife is a handle too, so that it never cuts such a file.
#[derive(Debug)]
pub(super) struct Disk {
    place: Place,
    end: File,
    /// Apart from `end`, for on Windows a handle that only appends cannot cut.
    knife: File,
}

impl Disk {
    pub(super) fn open(place: &Place) -> Result<Self, JournalError> {
        let path = place.journal();
        let end = OpenOptions::new().append(true).open(&path);
        let knife = OpenOptions::new().write(true).open(&path);
        match (end, knife) {
            (Ok(end), Ok(knife)) => Ok(Self {
                place: place.clone(),
                end,
                knife,
            }),
            (Err(source), _) | (_, Err(source)) => Err(JournalError::NotWritable { path, source }),
        }
    }
}

impl Medium for Disk {
    fn path(&self) -> PathBuf {
        self.place.journal()
    }

    fn length(&self) -> io::Result<u64> {
        Ok(fs::metadata(self.place.journal())?.len())
    }

    fn read_from(&self, place: u64) -> io::Result<Vec<u8>> {
        let mut file = File::open(self.place.journal())?;
        file.seek(SeekFrom::Start(place))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.end.write_all(bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.end.sync_data()
    }

    fn cut(&mut self, length: u64, most: u64) -> io::Result<()> {
        if !(length..=most).contains(&self.knife.metadata()?.len()) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        self.knife.set_len(length)?;
        self.knife.sync_all()
    }

    fn keep_aside(&mut self, tail: &[u8], at: DateTime<FixedOffset>) -> io::Result<PathBuf> {
        aside::keep_aside(&self.place, aside::TORN, tail, at)
    }
}

/// A new file of the owner's.
pub(super) fn create_new(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    let file = owner_only(&mut options).open(path)?;
    give_to_owner(path);
    Ok(file)
}
