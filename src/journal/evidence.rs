//! Files kept beside the journal by their content: photographs, minutes, receipts (佐证).
//!
//! A file stands in `evidence/` under its SHA-256, once however often it is named. It is measured
//! first, copied and measured again, synced, and only then put in its place; a file that changed or
//! vanished meanwhile leaves nothing behind. The copy comes before the line that names it: a file
//! without a line does no harm, a line without its file would.
//!
//! Refuses to look into a file, to take folders, and ever to overwrite or delete what it keeps.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use sha2::{Digest as _, Sha256};
use tempfile::NamedTempFile;
use thiserror::Error;

use super::place::{Place, give_to_owner, sync_folder};
use crate::domain::terms::Digest;

/// The most bytes of one file: photographs and scans, no films; a store is backed up whole.
pub const BYTES_MOST: u64 = 200 * 1024 * 1024;

/// What a file is known by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// Its content.
    pub sha256: Digest,
    /// Its size.
    pub bytes: u64,
}

/// Why a file cannot be kept.
#[derive(Debug, Error)]
pub enum EvidenceError {
    /// Not there, or not to be read.
    #[error("cannot read {path}: {source}")]
    NotReadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A folder, or nothing a file could be.
    #[error("{0} is no file")]
    NoFile(PathBuf),
    /// Without content.
    #[error("{0} is empty")]
    Empty(PathBuf),
    /// More than [`BYTES_MOST`].
    #[error("{path} has {bytes} bytes")]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        bytes: u64,
    },
    /// Changed or cut short between two looks.
    #[error("{0} changed while it was copied")]
    Changed(PathBuf),
    /// The copy could not be written.
    #[error("cannot write {path}: {source}")]
    NotKept {
        /// Where it would stand.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// What is kept under that name is no longer what it was.
    #[error("{0} was altered")]
    Altered(PathBuf),
}

/// What became of a file that was recorded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// It is not there.
    Missing,
    /// It is there, and no longer what was recorded.
    Altered,
    /// The system does not let us look.
    Closed,
}

/// What was found beside the journal.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Recorded, and not as it was.
    pub lost: BTreeMap<Digest, Loss>,
    /// There, and named by no line.
    pub unknown: Vec<PathBuf>,
}

/// Where a file is kept, whether it is there or not.
pub fn path(place: &Place, sha256: &Digest) -> PathBuf {
    place.evidence().join(sha256.as_str())
}

/// Measures a file that is to be kept.
///
/// # Errors
/// [`EvidenceError`] but the last two.
pub fn measure(path: &Path) -> Result<Measured, EvidenceError> {
    let unread = |source| EvidenceError::NotReadable {
        path: path.to_owned(),
        source,
    };
    let found = fs::metadata(path).map_err(unread)?;
    if !found.is_file() {
        return Err(EvidenceError::NoFile(path.to_owned()));
    }
    let bytes = found.len();
    if bytes > BYTES_MOST {
        let path = path.to_owned();
        return Err(EvidenceError::TooLarge { path, bytes });
    }
    let file = File::open(path).map_err(unread)?;
    let measured = hashed(file, &mut io::sink()).map_err(unread)?;
    if measured.bytes == 0 {
        return Err(EvidenceError::Empty(path.to_owned()));
    }
    Ok(measured)
}

/// Keeps a file that was measured; one that is kept already is looked at instead.
///
/// # Errors
/// [`EvidenceError`]; nothing is left behind then.
pub fn keep(place: &Place, path: &Path, measured: &Measured) -> Result<(), EvidenceError> {
    let folder = place.evidence();
    let kept = folder.join(measured.sha256.as_str());
    let unkept = |source| EvidenceError::NotKept {
        path: kept.clone(),
        source,
    };
    if kept.exists() {
        return match measure(&kept) {
            Ok(found) if found == *measured => Ok(()),
            Ok(_) | Err(_) => Err(EvidenceError::Altered(kept)),
        };
    }
    place.make_evidence().map_err(unkept)?;
    sync_folder(place.folder());
    let mut copy = NamedTempFile::new_in(&folder).map_err(unkept)?;
    let source = File::open(path).map_err(|source| EvidenceError::NotReadable {
        path: path.to_owned(),
        source,
    })?;
    let copied = hashed(source, &mut copy).map_err(unkept)?;
    if copied != *measured {
        return Err(EvidenceError::Changed(path.to_owned()));
    }
    copy.as_file().sync_all().map_err(unkept)?;
    match copy.persist_noclobber(&kept) {
        Ok(_) => {}
        // Somebody else kept the same content meanwhile.
        Err(e) if e.error.kind() == io::ErrorKind::AlreadyExists => {}
        Err(e) => return Err(unkept(e.error)),
    }
    give_to_owner(&kept);
    sync_folder(&folder);
    Ok(())
}

/// Keeps a file again that is recorded and was lost or altered; says whether it was. What was
/// altered stays beside it.
///
/// # Errors
/// As [`keep`].
pub fn put_back(
    place: &Place,
    path: &Path,
    measured: &Measured,
    at: DateTime<FixedOffset>,
) -> Result<bool, EvidenceError> {
    let kept = place.evidence().join(measured.sha256.as_str());
    if measure(&kept).is_ok_and(|found| found == *measured) {
        return Ok(false);
    }
    let moved = keep_altered(place, measured.sha256.as_str(), at);
    moved.map_err(|source| EvidenceError::NotKept { path: kept, source })?;
    keep(place, path, measured).map(|()| true)
}

/// Takes from its place what stands there instead of a file and leaves it beside.
pub(super) fn keep_altered(
    place: &Place,
    sha256: &str,
    at: DateTime<FixedOffset>,
) -> io::Result<()> {
    let kept = place.evidence().join(sha256);
    let is_it = |found: Measured| found.sha256.as_str() == sha256;
    if !kept.exists() || measure(&kept).is_ok_and(is_it) {
        return Ok(());
    }
    let time = at.format("%Y%m%dT%H%M%S");
    let aside = place.evidence().join(format!("{sha256}.altered-{time}"));
    fs::rename(&kept, aside)
}

/// Looks at every file that is recorded, and at what else lies there.
pub fn look(place: &Place, recorded: &BTreeSet<Digest>) -> Kept {
    let folder = place.evidence();
    let mut kept = Kept::default();
    for digest in recorded {
        if let Some(loss) = loss_of(&folder.join(digest.as_str()), digest) {
            kept.lost.insert(digest.clone(), loss);
        }
    }
    let there = fs::read_dir(&folder).into_iter().flatten().flatten();
    for path in there.map(|entry| entry.path()) {
        let name = path
            .file_name()
            .map(|name| name.to_string_lossy().into_owned());
        let digest = name.and_then(|name| Digest::try_from(name).ok());
        if !digest.is_some_and(|digest| recorded.contains(&digest)) {
            kept.unknown.push(path);
        }
    }
    kept.unknown.sort();
    kept
}

/// What became of a file that must have a content.
fn loss_of(path: &Path, digest: &Digest) -> Option<Loss> {
    match fs::metadata(path) {
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Some(Loss::Missing),
        Err(_) => return Some(Loss::Closed),
        Ok(_) => {}
    }
    match measure(path) {
        Ok(found) if found.sha256 == *digest => None,
        Err(EvidenceError::NotReadable { .. }) => Some(Loss::Closed),
        Ok(_) | Err(_) => Some(Loss::Altered),
    }
}

/// Copies and measures in one pass.
pub(super) fn hashed(mut from: impl Read, to: &mut impl Write) -> io::Result<Measured> {
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    let mut bytes = 0;
    loop {
        let read = from.read(&mut buffer)?;
        let Some(part) = buffer.get(..read).filter(|part| !part.is_empty()) else {
            break;
        };
        hash.update(part);
        to.write_all(part)?;
        bytes += u64::try_from(read).unwrap_or(u64::MAX);
    }
    let digits: String = hash
        .finalize()
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let sha256 = Digest::try_from(digits).map_err(io::Error::other)?;
    Ok(Measured { sha256, bytes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store() -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().expect("a folder");
        let place = Place::create(folder.path().join("store")).expect("a store");
        (folder, place)
    }

    fn file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
        let path = folder.join(name);
        let mut file = tempfile::NamedTempFile::new_in(folder).expect("a file");
        file.write_all(bytes).expect("written");
        file.persist(&path).expect("named");
        path
    }

    #[test]
    fn the_same_content_is_kept_once() {
        let (folder, place) = store();
        for name in ["照片.jpg", "副本.jpg"] {
            let path = file(folder.path(), name, b"photograph");
            let measured = measure(&path).expect("a file");
            keep(&place, &path, &measured).expect("kept");
        }
        let kept = fs::read_dir(place.evidence()).expect("there").count();
        assert_eq!(kept, 1);
    }

    #[test]
    fn a_file_that_changes_or_vanishes_leaves_nothing() {
        let (folder, place) = store();
        let path = file(folder.path(), "照片.jpg", b"photograph");
        let measured = measure(&path).expect("a file");
        file(folder.path(), "照片.jpg", b"photograph, retouched");
        let changed = keep(&place, &path, &measured);
        assert!(
            matches!(changed, Err(EvidenceError::Changed(_))),
            "{changed:?}"
        );
        fs::remove_file(&path).expect("removed");
        let vanished = keep(&place, &path, &measured);
        assert!(
            matches!(vanished, Err(EvidenceError::NotReadable { .. })),
            "{vanished:?}"
        );
        assert_eq!(fs::read_dir(place.evidence()).expect("there").count(), 0);
    }

    #[test]
    fn what_is_no_file_is_refused() {
        let (folder, _) = store();
        let empty = file(folder.path(), "空.txt", b"");
        assert!(matches!(measure(&empty), Err(EvidenceError::Empty(_))));
        assert!(matches!(
            measure(folder.path()),
            Err(EvidenceError::NoFile(_))
        ));
        let nothing = measure(&folder.path().join("没有"));
        assert!(matches!(nothing, Err(EvidenceError::NotReadable { .. })));
    }

    #[test]
    fn missing_altered_and_unknown_files_are_told() {
        let (folder, place) = store();
        let digests: Vec<Digest> = [&b"one"[..], b"two", b"three"]
            .into_iter()
            .map(|bytes| {
                let path = file(folder.path(), "f", bytes);
                let measured = measure(&path).expect("a file");
                keep(&place, &path, &measured).expect("kept");
                measured.sha256
            })
            .collect();
        let at = |place: &Place, digest: &Digest| place.evidence().join(digest.as_str());
        fs::remove_file(at(&place, &digests[0])).expect("removed");
        file(&place.evidence(), digests[1].as_str(), b"forged");
        let recorded: BTreeSet<Digest> = digests[..2].iter().cloned().collect();
        let kept = look(&place, &recorded);
        let lost = [(&digests[0], &Loss::Missing), (&digests[1], &Loss::Altered)];
        assert_eq!(kept.lost.iter().collect::<BTreeMap<_, _>>(), lost.into());
        assert_eq!(kept.unknown, [at(&place, &digests[2])]);
        let again = keep(
            &place,
            &file(folder.path(), "f", b"two"),
            &Measured {
                sha256: digests[1].clone(),
                bytes: 3,
            },
        );
        assert!(
            matches!(again, Err(EvidenceError::Altered(_))),
            "never overwritten: {again:?}"
        );
    }
}
