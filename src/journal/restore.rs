//! A store back from an archive.
//!
//! Every hash, the chain and the fingerprint are looked at before anything is touched. Then, under
//! the lock, all is unpacked and synced in a folder of its own inside the store, and put in its place
//! file by file, the journal last: a line never stands without its evidence.
//!
//! Refuses a store whose journal is not the beginning of the one in the archive: what was recorded
//! since is never overwritten. What a refusal finds new, it leaves as it was.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use serde::de::IgnoredAny;

use super::aside::keep_particulars;
use super::backup::{BackupError, EVIDENCE, JOURNAL, Manifest, PRIVATE};
use super::error::JournalError;
use super::evidence::keep_altered;
use super::examined::examined;
use super::lock::{Holder, Lock};
use super::medium::{Disk, Medium, create_new};
use super::place::{Place, give_to_owner, is_link, sync_folder};
use super::read::{AtWork, Journal, Tail, split_tail};
use super::surroundings::{RESTORING_PREFIX, half_restored};

/// Brings a store back from an archive, into a folder without one or over one whose journal is the
/// beginning of the archive's.
///
/// # Errors
/// The archive is altered, the store is damaged or has lines of its own, the system refuses.
pub fn restore(
    from: &Path,
    folder: &Path,
    wait: Duration,
    holder: &Holder,
) -> Result<Manifest, BackupError> {
    examined(from, folder, &mut |_| Ok(io::sink()))?;
    match Place::open(folder) {
        Ok(_) | Err(JournalError::NotThere { .. } | JournalError::Lost { .. }) => {}
        Err(error) => return Err(error.into()),
    }
    let is_new = !folder.exists();
    let place = Place::prepared(folder)?;
    let restored = under_lock(from, &place, wait, holder);
    if restored.is_err() && is_new {
        // Only where nothing stands in it.
        let _ = fs::remove_dir(folder);
    }
    restored
}

fn under_lock(
    from: &Path,
    place: &Place,
    wait: Duration,
    holder: &Holder,
) -> Result<Manifest, BackupError> {
    let lock = Lock::take(place, wait, holder)?;
    let restored = brought_back(from, place, holder.at);
    if restored.is_err() && Place::open(place.folder()).is_err() {
        lock.give_up();
    }
    restored
}

fn brought_back(
    from: &Path,
    place: &Place,
    at: DateTime<FixedOffset>,
) -> Result<Manifest, BackupError> {
    if is_link(&place.journal()) {
        let path = place.journal();
        return Err(JournalError::WrongPlace { path }.into());
    }
    // Nobody is at work on them: he would hold the lock.
    for left in half_restored(place) {
        fs::remove_dir_all(&left).map_err(refused(&left))?;
    }
    let mut held = tempfile::Builder::new();
    let held = held.prefix(RESTORING_PREFIX).tempdir_in(place.folder());
    let held = held.map_err(refused(place.folder()))?;
    let mut files: BTreeMap<String, PathBuf> = BTreeMap::new();
    let manifest = examined(from, place.folder(), &mut |name| {
        let path = held.path().join(files.len().to_string());
        let file = create_new(&path)?;
        files.insert(name.to_owned(), path);
        Ok(file)
    })?;
    for path in files.values() {
        synced(path).map_err(refused(place.folder()))?;
    }
    let Some(journal) = files.remove(JOURNAL) else {
        let flaw = super::backup::Flaw::OtherJournal;
        return Err(super::backup::altered(from, flaw));
    };
    goes_on(place, &journal, manifest.seq, at)?;
    let evidence = match files.keys().any(|name| name.starts_with(EVIDENCE)) {
        true => place.make_evidence().map_err(refused(&place.evidence()))?,
        false => place.evidence(),
    };
    for (name, path) in files {
        let target = match name.strip_prefix(EVIDENCE) {
            Some(digest) => {
                keep_altered(place, digest, at).map_err(refused(&evidence))?;
                evidence.join(digest)
            }
            None => place.folder().join(&name),
        };
        if name == PRIVATE && has_others(&target, &path).map_err(refused(&target))? {
            keep_particulars(place, at).map_err(refused(place.folder()))?;
        }
        put(&path, &target).map_err(refused(&target))?;
    }
    sync_folder(&evidence);
    sync_folder(place.folder());
    put(&journal, &place.journal()).map_err(refused(&place.journal()))?;
    sync_folder(place.folder());
    Ok(manifest)
}

/// Whether a file has lines that another one does not have; none where it is not there.
fn has_others(ours: &Path, theirs: &Path) -> io::Result<bool> {
    let ours = match fs::read(ours) {
        Ok(ours) => ours,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(false),
        Err(e) => return Err(e),
    };
    let theirs = fs::read(theirs)?;
    let theirs: BTreeSet<&[u8]> = theirs.split(|byte| *byte == b'\n').collect();
    Ok(ours
        .split(|byte| *byte == b'\n')
        .any(|line| !theirs.contains(line)))
}

fn refused(path: &Path) -> impl FnOnce(io::Error) -> BackupError {
    let path = path.to_owned();
    move |source| BackupError::System { path, source }
}

fn synced(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.sync_all()
}

fn put(from: &Path, to: &Path) -> io::Result<()> {
    fs::rename(from, to)?;
    give_to_owner(to);
    Ok(())
}

/// Whether the archive's journal goes on where the store's ends. An append that was interrupted is
/// no line that the archive would have to have; it is kept aside.
fn goes_on(
    place: &Place,
    archive: &Path,
    there: u64,
    at: DateTime<FixedOffset>,
) -> Result<(), BackupError> {
    if !place.journal().exists() {
        return Ok(());
    }
    let ours = place.bytes()?;
    let begins_with = |bytes: &[u8]| begins_with(archive, bytes).map_err(refused(archive));
    if begins_with(&ours)? {
        return Ok(());
    }
    let journal = Journal::<IgnoredAny>::parse(&ours, AtWork::No);
    let journal = journal.map_err(|damage| damage.at(place))?;
    let (whole, tail) = split_tail(&ours);
    if let Tail::Torn { .. } = journal.tail
        && begins_with(whole)?
    {
        let kept = Disk::open(place)?.keep_aside(tail, at);
        kept.map_err(refused(place.folder()))?;
        return Ok(());
    }
    let here = journal.head.seq;
    Err(BackupError::Ahead { here, there })
}

/// Whether a file begins with these bytes.
fn begins_with(file: &Path, bytes: &[u8]) -> io::Result<bool> {
    let mut file = File::open(file)?;
    let mut piece = vec![0; 1 << 16];
    for expected in bytes.chunks(piece.len()) {
        let found = &mut piece[..expected.len()];
        match file.read_exact(found) {
            Ok(()) if found == expected => {}
            Ok(()) => return Ok(false),
            Err(e) if e.kind() == io::ErrorKind::UnexpectedEof => return Ok(false),
            Err(e) => return Err(e),
        }
    }
    Ok(true)
}
