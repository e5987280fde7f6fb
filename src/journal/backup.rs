//! One archive with everything a store needs: journal, evidence, private particulars, and a
//! manifest with the hash of each; and the way back.
//!
//! A backup is written beside its place, synced, read again and compared, and only then put in it.
//! A restore looks at every hash before it touches the store, and refuses a store whose journal is
//! not the beginning of the one in the archive: what was recorded since is never overwritten.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use serde::de::IgnoredAny;
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use thiserror::Error;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::error::JournalError;
use super::evidence::{Measured, hashed};
use super::lock::{Holder, Lock};
use super::place::{Place, sync_folder};
use super::read::{AtWork, Journal};
use crate::domain::event::Event;
use crate::domain::terms::Digest;

/// What an archive says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The version of this list.
    pub version: u32,
    /// When it was made.
    pub at: DateTime<FixedOffset>,
    /// The last line of the journal.
    pub seq: u64,
    /// Its fingerprint, as reports print it.
    pub fingerprint: String,
    /// Each file with its content and size.
    pub files: BTreeMap<String, Kept>,
}

/// A file of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kept {
    /// Its content.
    pub sha256: Digest,
    /// Its size.
    pub bytes: u64,
}

/// Why a store was not backed up, or not restored.
#[derive(Debug, Error)]
pub enum BackupError {
    /// The store's own journal.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The system refuses to read or write there.
    #[error("{path}: {source}")]
    System {
        /// Which file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// There is a file of that name.
    #[error("{0} is there already")]
    Exists(PathBuf),
    /// No archive of ours, or one that was altered: a file that is missing, too much, or other
    /// than the manifest says.
    #[error("{path}: {what}")]
    Altered {
        /// The archive.
        path: PathBuf,
        /// What does not fit.
        what: String,
    },
    /// The store has lines that the archive does not have, or others.
    #[error("the store stands at {here}, the archive at {there}")]
    Ahead {
        /// The last line of the store.
        here: u64,
        /// The last line of the archive.
        there: u64,
    },
}

const MANIFEST: &str = "manifest.json";
const JOURNAL: &str = "journal.jsonl";
const PRIVATE: &str = "private.jsonl";
const EVIDENCE: &str = "evidence/";

/// Writes a sound store into one archive.
///
/// # Errors
/// The journal cannot be read or is damaged, the archive is there or cannot be written.
pub fn backup(
    place: &Place,
    to: &Path,
    at: DateTime<FixedOffset>,
) -> Result<Manifest, BackupError> {
    if to.exists() {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let journal = Journal::<Event>::read(place)?;
    let written = |source| BackupError::System {
        path: to.to_owned(),
        source,
    };
    let folder = match to.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    };
    let archive = NamedTempFile::new_in(folder).map_err(written)?;
    let mut manifest = Manifest {
        version: 1,
        at,
        seq: journal.head.seq,
        fingerprint: journal.head.hash.fingerprint(),
        files: BTreeMap::new(),
    };
    let pack = pack(place, &mut manifest, archive.as_file()).map_err(written);
    pack.and_then(|()| archive.as_file().sync_all().map_err(written))?;
    let again = unpacked(archive.path(), &mut |_, _| Ok(io::sink()))?;
    if again != manifest {
        return Err(altered(to, "read back otherwise than it was written"));
    }
    archive
        .persist_noclobber(to)
        .map_err(|error| written(error.error))?;
    sync_folder(folder);
    Ok(manifest)
}

/// Copies each file into the archive and measures it on the way; the manifest stands last.
fn pack(place: &Place, manifest: &mut Manifest, archive: &File) -> io::Result<()> {
    let mut zip = ZipWriter::new(archive);
    let mut add = |name: String, path: &Path| -> io::Result<()> {
        let mut file = File::open(path)?;
        let length = file.metadata()?.len();
        let large = length > u64::from(u32::MAX) / 2;
        let options = SimpleFileOptions::default().large_file(large);
        zip.start_file(name.clone(), options)?;
        let Measured { sha256, bytes } = match name.as_str() {
            // What a writer has under way does not count yet.
            JOURNAL => hashed(whole_lines(&mut file)?, &mut zip)?,
            _ => hashed(file, &mut zip)?,
        };
        manifest.files.insert(name, Kept { sha256, bytes });
        Ok(())
    };
    add(JOURNAL.to_owned(), &place.journal())?;
    let private = place.folder().join(PRIVATE);
    if private.exists() {
        add(PRIVATE.to_owned(), &private)?;
    }
    for digest in kept(&place.evidence())? {
        let path = place.evidence().join(digest.as_str());
        add(format!("{EVIDENCE}{}", digest.as_str()), &path)?;
    }
    zip.start_file(MANIFEST, SimpleFileOptions::default())?;
    zip.write_all(&serde_json::to_vec_pretty(&manifest)?)?;
    zip.finish()?;
    Ok(())
}

/// The bytes up to the last `\n`.
fn whole_lines(file: &mut File) -> io::Result<impl Read> {
    let mut bytes = Vec::new();
    file.rewind()?;
    file.read_to_end(&mut bytes)?;
    let end = bytes
        .iter()
        .rposition(|b| *b == b'\n')
        .map_or(0, |at| at + 1);
    bytes.truncate(end);
    Ok(io::Cursor::new(bytes))
}

/// The evidence there is, by content; other files are nobody's.
fn kept(folder: &Path) -> io::Result<Vec<Digest>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(e),
    };
    let mut digests = Vec::new();
    for entry in entries {
        let name = entry?.file_name().to_string_lossy().into_owned();
        digests.extend(Digest::try_from(name).ok());
    }
    digests.sort();
    Ok(digests)
}

/// Brings a store back from an archive, into a folder without one or over one whose journal is the
/// beginning of the archive's.
///
/// # Errors
/// The archive is altered, the store has lines of its own, the system refuses.
pub fn restore(
    from: &Path,
    folder: &Path,
    wait: Duration,
    holder: &Holder,
) -> Result<Manifest, BackupError> {
    // First every hash, before anything is touched.
    let manifest = unpacked(from, &mut |_, _| Ok(io::sink()))?;
    let fresh = Place::open(folder).is_err();
    let place = match fresh {
        true => Place::create(folder)?,
        false => Place::open(folder)?,
    };
    let _lock = Lock::take(&place, wait, holder)?;
    let refused = |path: &Path| {
        let path = path.to_owned();
        move |source| BackupError::System { path, source }
    };
    let mut files: BTreeMap<String, NamedTempFile> = BTreeMap::new();
    let held = tempfile::tempdir_in(place.folder()).map_err(refused(place.folder()))?;
    unpacked(from, &mut |name, _| {
        let file = NamedTempFile::new_in(held.path())?;
        let copy = file.reopen()?;
        files.insert(name.to_owned(), file);
        Ok(copy)
    })?;
    let journal = files.remove(JOURNAL);
    let journal = journal.ok_or_else(|| altered(from, "holds no journal"))?;
    let bytes = fs::read(journal.path()).map_err(refused(journal.path()))?;
    let found = Journal::<IgnoredAny>::parse(&bytes, AtWork::No);
    let found = found.map_err(|damage| damage.at(&place))?;
    if found.head.seq != manifest.seq {
        return Err(altered(from, "the journal is not the one of the manifest"));
    }
    goes_on(&place, &bytes, manifest.seq)?;
    for (name, file) in files {
        put(file, &target(&place, &name)).map_err(refused(&place.folder().join(name)))?;
    }
    // The journal last: a line never stands without its evidence.
    put(journal, &place.journal()).map_err(refused(&place.journal()))?;
    sync_folder(place.folder());
    Ok(manifest)
}

/// Whether the archive's journal goes on where the store's ends.
fn goes_on(place: &Place, archive: &[u8], there: u64) -> Result<(), BackupError> {
    let ours = place.bytes()?;
    if archive.starts_with(&ours) {
        return Ok(());
    }
    let read = Journal::<IgnoredAny>::parse(&ours, AtWork::No);
    let here = read.map_or(0, |journal| journal.head.seq);
    Err(BackupError::Ahead { here, there })
}

fn target(place: &Place, name: &str) -> PathBuf {
    match name.strip_prefix(EVIDENCE) {
        Some(digest) => place.evidence().join(digest),
        None => place.folder().join(name),
    }
}

fn put(file: NamedTempFile, to: &Path) -> io::Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    file.as_file().sync_all()?;
    file.persist(to).map_err(|error| error.error)?;
    Ok(())
}

/// Reads an archive through, each file into what `open` gives, and holds it to its manifest. Only
/// files that a store has are taken; nothing else may stand in it.
fn unpacked<W: Write>(
    path: &Path,
    open: &mut dyn FnMut(&str, u64) -> io::Result<W>,
) -> Result<Manifest, BackupError> {
    let unread = |source: io::Error| BackupError::System {
        path: path.to_owned(),
        source,
    };
    let strange = |what: String| altered(path, &what);
    let file = File::open(path).map_err(unread)?;
    let mut zip = ZipArchive::new(file).map_err(|error| strange(error.to_string()))?;
    let manifest: Manifest = {
        let entry = zip.by_name(MANIFEST);
        let mut entry = entry.map_err(|_| strange("holds no manifest".to_owned()))?;
        let mut text = String::new();
        let read = entry.read_to_string(&mut text);
        read.map_err(|error| strange(error.to_string()))?;
        serde_json::from_str(&text).map_err(|error| strange(error.to_string()))?
    };
    if manifest.version != 1 {
        return Err(strange(format!("has version {}", manifest.version)));
    }
    let mut seen = 0;
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(|e| strange(e.to_string()))?;
        let name = entry
            .name()
            .map_err(|e| strange(e.to_string()))?
            .into_owned();
        if name == MANIFEST {
            continue;
        }
        let Some(listed) = manifest.files.get(&name).filter(|_| is_ours(&name)) else {
            return Err(strange(format!("holds `{name}`, which no store has")));
        };
        let mut to = open(&name, listed.bytes).map_err(unread)?;
        let Measured { sha256, bytes } =
            hashed(entry.take(listed.bytes + 1), &mut to).map_err(|e| strange(e.to_string()))?;
        if sha256 != listed.sha256 || bytes != listed.bytes {
            return Err(strange(format!("`{name}` was altered")));
        }
        seen += 1;
    }
    if seen != manifest.files.len() {
        return Err(strange("lacks a file".to_owned()));
    }
    Ok(manifest)
}

fn is_ours(name: &str) -> bool {
    let evidence = name.strip_prefix(EVIDENCE);
    let digest = evidence.map(|digest| Digest::try_from(digest.to_owned()));
    matches!(name, JOURNAL | PRIVATE) || digest.is_some_and(|digest| digest.is_ok())
}

fn altered(path: &Path, what: &str) -> BackupError {
    BackupError::Altered {
        path: path.to_owned(),
        what: what.to_owned(),
    }
}
