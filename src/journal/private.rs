//! `private.jsonl`: the particulars of citizens beside the journal, a row each with its salt, their
//! owner's alone. The journal knows a row by its citizen and its seal.
//!
//! The file is always replaced as a whole, so that a row that is erased leaves no bytes in it. A row
//! is written before the line that names it, and removed after the line that says so: whatever is
//! interrupted between is told by [`look`], and the next entry or erasure sets it right. A row of
//! somebody whom no line names is kept aside by the next entry: an entry may have been interrupted
//! or taken back, or the line may be lost.
//!
//! Refuses: to print a row, or to name what stands in one in an error; to follow a link, whose other
//! end would keep what is erased.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use thiserror::Error;

use super::aside::{UNNAMED, keep_aside};
use super::error::JournalError;
use super::lock::{Holder, Lock};
use super::place::{Place, give_to_owner, is_link, is_no_file, made_anew, sync_folder};
use crate::domain::terms::{CitizenId, Digest, Sealed};

/// Why particulars could not be read, kept or removed.
#[derive(Debug, Error)]
pub enum PrivateError {
    /// The system refuses.
    #[error("{path}: {source}")]
    System {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A row cannot be read.
    #[error("{path}, line {line}")]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// Which line, from 1.
        line: usize,
    },
    /// The lock.
    #[error(transparent)]
    Journal(#[from] JournalError),
}

/// What was found beside the journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Entered and not erased, and no row there.
    pub missing: BTreeSet<CitizenId>,
    /// A row that is not what was sealed.
    pub altered: BTreeSet<CitizenId>,
    /// Erased, and a row there all the same.
    pub left: BTreeSet<CitizenId>,
    /// Rows that no line names.
    pub unknown: BTreeSet<CitizenId>,
}

/// All rows; none where there is no file.
///
/// # Errors
/// Not to be read, or a row that is none.
pub fn rows(place: &Place) -> Result<Vec<Sealed>, PrivateError> {
    let path = place.private();
    if is_link(&path) || is_no_file(&path) {
        return Err(JournalError::WrongPlace { path }.into());
    }
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(PrivateError::System { path, source }),
    };
    parsed(&bytes).map_err(|line| PrivateError::Damaged { path, line })
}

/// The rows of a file, or the first line that is none.
fn parsed(bytes: &[u8]) -> Result<Vec<Sealed>, usize> {
    let ended = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    let lines = ended.split(|byte| *byte == b'\n');
    let lines = (1..).zip(lines).filter(|_| !bytes.is_empty());
    let rows = lines.map(|(at, line)| serde_json::from_slice(line).map_err(|_| at));
    rows.collect()
}

/// The seals of those whom the journal knows.
pub type Seals = BTreeMap<CitizenId, Digest>;

/// The rows that a line names: of a citizen with several, the one that was sealed last. A row that is
/// not what was sealed stays where it is the only one: it is for `verify` to tell of it.
fn named(all: &[Sealed], seals: &Seals) -> Vec<bool> {
    let is_sealed = |row: &Sealed| row.seal().as_ref() == seals.get(&row.citizen);
    let of = |row: &Sealed| {
        all.iter()
            .filter(move |one| one.citizen == row.citizen)
            .count()
    };
    let stands =
        |row: &Sealed| seals.contains_key(&row.citizen) && (of(row) == 1 || is_sealed(row));
    all.iter().map(stands).collect()
}

/// Those of some rows that a line names.
pub fn standing(all: Vec<Sealed>, seals: &Seals) -> Vec<Sealed> {
    let named = named(&all, seals);
    let stand = all.into_iter().zip(named).filter(|(_, named)| *named);
    stand.map(|(row, _)| row).collect()
}

/// Keeps rows beside those that a line names; the others give way, those of citizens whom no line
/// names to a place of their own. A row that replaces another stands beside it until its line is
/// recorded.
///
/// # Errors
/// As [`rows`], or not to be written.
pub fn keep(
    place: &Place,
    added: &[Sealed],
    seals: &Seals,
    at: DateTime<FixedOffset>,
) -> Result<(), PrivateError> {
    if added.is_empty() {
        return Ok(());
    }
    let all = rows(place)?;
    let strangers = all.iter().filter(|row| !seals.contains_key(&row.citizen));
    let strangers: Vec<Sealed> = strangers.cloned().collect();
    if !strangers.is_empty() {
        let kept = bytes_of(&strangers).and_then(|bytes| keep_aside(place, UNNAMED, &bytes, at));
        kept.map_err(|source| PrivateError::System {
            path: place.private(),
            source,
        })?;
    }
    let mut all = standing(all, seals);
    all.extend_from_slice(added);
    replace(place, &all)
}

/// Removes rows with their salts; says how many there were. Those of citizens whom no line names
/// stay.
///
/// # Errors
/// As [`rows`], or not to be written.
pub fn remove(place: &Place, citizens: &[CitizenId], seals: &Seals) -> Result<usize, PrivateError> {
    let is_known = |row: &Sealed| seals.contains_key(&row.citizen);
    without(place, seals, |row, named| {
        citizens.contains(&row.citizen) || (!named && is_known(row))
    })
}

/// Takes away what no line names after an entry that put its rows there itself: those of a line that
/// was not recorded, and those that were replaced.
///
/// # Errors
/// As [`rows`], or not to be written.
pub fn settle(place: &Place, seals: &Seals) -> Result<(), PrivateError> {
    without(place, seals, |_, named| !named).map(|_| ())
}

/// Writes the rows anew without some of them, and says of how many; each is judged with whether a
/// line names it.
fn without(
    place: &Place,
    seals: &Seals,
    goes: impl Fn(&Sealed, bool) -> bool,
) -> Result<usize, PrivateError> {
    let all = rows(place)?;
    let named = named(&all, seals);
    let (gone, kept): (Vec<_>, Vec<_>) = all
        .into_iter()
        .zip(named)
        .partition(|(row, named)| goes(row, *named));
    let kept: Vec<Sealed> = kept.into_iter().map(|(row, _)| row).collect();
    if !gone.is_empty() {
        replace(place, &kept)?;
    }
    Ok(gone.len())
}

/// The same for an erasure that was interrupted, when nobody holds the lock.
///
/// # Errors
/// As [`remove`], or the lock was not free in time.
pub fn remove_late(
    place: &Place,
    citizens: &[CitizenId],
    seals: &Seals,
    (wait, holder): (Duration, &Holder),
) -> Result<usize, PrivateError> {
    let _lock = Lock::take(place, wait, holder)?;
    remove(place, citizens, seals)
}

/// Holds the rows to what the journal says of them.
///
/// # Errors
/// As [`rows`].
pub fn look(
    place: &Place,
    sealed: &Seals,
    is_erased: impl Fn(CitizenId) -> bool,
) -> Result<Found, PrivateError> {
    let mut found = Found::default();
    let mut there = BTreeSet::new();
    let all = rows(place)?;
    let named = named(&all, sealed);
    for (row, named) in all.into_iter().zip(named) {
        there.insert(row.citizen);
        match sealed.get(&row.citizen) {
            Some(_) if is_erased(row.citizen) => {
                found.left.insert(row.citizen);
            }
            _ if !named => {
                found.unknown.insert(row.citizen);
            }
            Some(seal) if row.seal().as_ref() != Some(seal) => {
                found.altered.insert(row.citizen);
            }
            Some(_) | None => {}
        }
    }
    let gone = sealed.keys().filter(|id| !there.contains(id));
    found.missing = gone.copied().filter(|id| !is_erased(*id)).collect();
    Ok(found)
}

fn bytes_of(rows: &[Sealed]) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    for row in rows {
        serde_json::to_writer(&mut bytes, row)?;
        bytes.push(b'\n');
    }
    Ok(bytes)
}

/// Writes the file anew beside its place, under one name so that an interrupted writing is taken
/// away by the next, syncs it and puts it in its place.
fn replace(place: &Place, all: &[Sealed]) -> Result<(), PrivateError> {
    let path = place.private();
    let fresh = place.folder().join("private.jsonl.new");
    let write = || -> io::Result<()> {
        let bytes = bytes_of(all)?;
        let mut file = made_anew(&fresh)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        give_to_owner(&fresh);
        fs::rename(&fresh, &path)?;
        sync_folder(place.folder());
        Ok(())
    };
    write().map_err(|source| {
        // Half a writing must not keep particulars that nobody knows of.
        let _ = fs::remove_file(&fresh);
        let path = path.clone();
        PrivateError::System { path, source }
    })
}
