//! One writer at a time: `journal.lock`, and beside it who holds it.
//!
//! The journal itself is never locked, for on Windows that would stop its readers. The holder's
//! word stands in `journal.holder`, because a locked file cannot be read there either; it is talk
//! for an error message and decides nothing.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use super::error::JournalError;
use super::place::{Place, give_to_owner, is_no_file, made_anew, owner_only};
use crate::domain::terms::Name;

/// How long to sleep between two tries: short for a person, long for a processor.
const STEP: Duration = Duration::from_millis(20);

/// Who is writing, as he leaves word for those who wait.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// The number of the process.
    pub process: u32,
    /// Who records, where it is known before the journal is read.
    pub by: Option<Name>,
    /// Since when.
    pub at: DateTime<FixedOffset>,
}

/// The exclusive lock. Dropped, it is free, also when the process dies.
#[derive(Debug)]
pub(super) struct Lock {
    _file: File,
    path: PathBuf,
    holder: PathBuf,
}

impl Lock {
    /// Takes the lock, trying again until `wait` is over. At least one try is made.
    pub(super) fn take(
        place: &Place,
        wait: Duration,
        holder: &Holder,
    ) -> Result<Self, JournalError> {
        let path = place.lock();
        let refused = |source| JournalError::NotWritable {
            path: path.clone(),
            source,
        };
        if is_no_file(&path) {
            return Err(JournalError::WrongPlace { path });
        }
        let mut file = opened(&path).map_err(refused)?;
        let mut waited = Duration::ZERO;
        loop {
            match file.try_lock() {
                Ok(()) if stands_at(&file, &path) => break,
                // Who gave up a new store took its lock away.
                Ok(()) => file = opened(&path).map_err(refused)?,
                Err(TryLockError::Error(source)) => return Err(refused(source)),
                Err(TryLockError::WouldBlock) if waited >= wait => {
                    let holder = read_holder(place).map(Box::new);
                    return Err(JournalError::Locked { path, holder });
                }
                Err(TryLockError::WouldBlock) => {
                    let step = STEP.min(wait - waited);
                    std::thread::sleep(step);
                    waited += step;
                }
            }
        }
        write_holder(place, holder);
        Ok(Self {
            _file: file,
            path,
            holder: place.holder(),
        })
    }

    /// Takes the lock away with the store that did not come about. Who waits for it notices.
    pub(super) fn give_up(self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn opened(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    let file = owner_only(&mut options).open(path)?;
    give_to_owner(path);
    Ok(file)
}

/// Whether a file is still the one of that name.
#[cfg(unix)]
fn stands_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;

    match (file.metadata(), fs::metadata(path)) {
        (Ok(ours), Ok(there)) => (ours.dev(), ours.ino()) == (there.dev(), there.ino()),
        (_, _) => false,
    }
}

/// Where an open file cannot be removed it is.
#[cfg(not(unix))]
fn stands_at(_: &File, _: &Path) -> bool {
    true
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Still locked here: nobody else's word can be taken away.
        let _ = fs::remove_file(&self.holder);
    }
}

/// Leaves word. That it cannot be left is no reason not to work.
fn write_holder(place: &Place, holder: &Holder) {
    let Ok(word) = serde_json::to_vec(holder) else {
        return;
    };
    if let Ok(mut file) = made_anew(&place.holder()) {
        let _ = file.write_all(&word);
    }
}

fn read_holder(place: &Place) -> Option<Holder> {
    const BYTES_MOST: u64 = 4096;
    let path = place.holder();
    let found = fs::symlink_metadata(&path).ok();
    found.filter(fs::Metadata::is_file)?;
    let mut word = Vec::new();
    let file = File::open(&path).ok()?;
    file.take(BYTES_MOST).read_to_end(&mut word).ok()?;
    serde_json::from_slice(&word).ok()
}

/// What a reader learns of the lock.
pub(super) enum Probe {
    /// A writer holds it.
    Held,
    /// Nobody writes as long as this is kept: it is the shared lock.
    Free(File),
    /// There is no lock, or the system does not tell.
    Unknown,
}

/// Asks without waiting, without making anything, and without minding a refusal.
pub(super) fn probe(place: &Place) -> Probe {
    let path = place.lock();
    let opened = (!is_no_file(&path)).then(|| File::open(&path));
    let Some(Ok(file)) = opened else {
        return Probe::Unknown;
    };
    match file.try_lock_shared() {
        Ok(()) => Probe::Free(file),
        Err(TryLockError::WouldBlock) => Probe::Held,
        Err(TryLockError::Error(_)) => Probe::Unknown,
    }
}
