//! One archive with everything a store needs: journal, evidence, private particulars, and a
//! manifest with the hash of each.
//!
//! What is packed is what was read: the journal up to its head, with the particulars of the same
//! moment. The archive is written beside its place, synced, read again as a restore would, and only
//! then put in it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use thiserror::Error;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::chain::{Chain, Head};
use super::error::JournalError;
use super::evidence::{Measured, hashed};
use super::examined::examined;
use super::lock;
use super::place::{Place, is_link, is_no_file, sync_folder};
use super::read::{Damage, Tail, settled, split_tail};
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
    /// No archive of ours, or one that was altered.
    #[error("{path}: {flaw:?}")]
    Altered {
        /// The archive.
        path: PathBuf,
        /// What does not fit.
        flaw: Flaw,
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

/// Why an archive cannot be trusted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Flaw {
    /// A folder, a pipe, a device.
    NoFile,
    /// Not to be opened as an archive; what its reader said.
    NoArchive(String),
    /// Without a manifest.
    NoManifest,
    /// A manifest that is none, or too large for one.
    BadManifest,
    /// A manifest of another version.
    Version(u32),
    /// A file that no store has, or that stands there twice.
    Foreign(String),
    /// A file that is not what the manifest says, or not what it is named after.
    Changed(String),
    /// A file of the manifest that is not there.
    Lacks(String),
    /// Its journal is damaged.
    Journal(Damage),
    /// Its journal is not the one of the manifest: another length, or another fingerprint.
    OtherJournal,
    /// A row of the particulars that cannot be read, counted from 1.
    Row(usize),
    /// Read back otherwise than it was written.
    ReadBack,
}

pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const JOURNAL: &str = "journal.jsonl";
pub(super) const PRIVATE: &str = "private.jsonl";
pub(super) const EVIDENCE: &str = "evidence/";

/// Writes a store that was found sound into one archive.
///
/// # Errors
/// The journal cannot be read or is damaged, the archive is there or cannot be written, or what was
/// written is not what a restore takes.
pub fn backup(
    place: &Place,
    to: &Path,
    at: DateTime<FixedOffset>,
) -> Result<Manifest, BackupError> {
    if to.exists() || is_link(to) {
        return Err(BackupError::Exists(to.to_owned()));
    }
    let moment = Moment::of(place)?;
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
        seq: moment.head.seq,
        fingerprint: moment.head.hash.fingerprint(),
        files: BTreeMap::new(),
    };
    let mut pack = Pack {
        zip: ZipWriter::new(Once::new(archive.as_file())),
        manifest: &mut manifest,
    };
    pack.store(place, &moment).map_err(written)?;
    pack.finish().map_err(written)?;
    archive.as_file().sync_all().map_err(written)?;
    let again = examined(archive.path(), folder, &mut |_| Ok(io::sink()));
    let again = again.map_err(|error| {
        if let BackupError::Altered { flaw, .. } = error {
            return altered(to, flaw);
        }
        error
    })?;
    if again != manifest {
        return Err(altered(to, Flaw::ReadBack));
    }
    archive
        .persist_noclobber(to)
        .map_err(|error| written(error.error))?;
    sync_folder(folder);
    Ok(manifest)
}

/// The lines of a journal that lies elsewhere: in an archive that is found whole, or in a copy.
///
/// # Errors
/// It cannot be read, or is an archive that was altered.
pub fn lines_elsewhere(path: &Path) -> Result<Vec<u8>, BackupError> {
    let refused = |source| BackupError::System {
        path: path.to_owned(),
        source,
    };
    if is_no_file(path) {
        return Err(altered(path, Flaw::NoFile));
    }
    let mut begins = [0; 4];
    let read = File::open(path).and_then(|file| file.take(4).read(&mut begins));
    read.map_err(refused)?;
    if !begins.starts_with(b"PK") {
        return fs::read(path).map_err(refused);
    }
    let mut journal = tempfile::tempfile().map_err(refused)?;
    examined(path, Path::new("."), &mut |name| -> io::Result<
        Box<dyn Write>,
    > {
        Ok(match name == JOURNAL {
            true => Box::new(journal.try_clone()?),
            false => Box::new(io::sink()),
        })
    })?;
    let mut lines = Vec::new();
    let read = journal
        .rewind()
        .and_then(|()| journal.read_to_end(&mut lines));
    read.map_err(refused)?;
    Ok(lines)
}

/// What stands in the two files that belong together, read once.
struct Moment {
    /// The lines that count, each with its end.
    journal: Vec<u8>,
    head: Head,
    private: Option<Vec<u8>>,
}

impl Moment {
    fn of(place: &Place) -> Result<Self, BackupError> {
        // Kept while both are read, where nobody writes: no row is erased between them.
        let _quiet = lock::probe(place);
        let (mut journal, writer) = settled(place, 0)?;
        let (whole, tail) = split_tail(&journal);
        let mut chain = Chain::START;
        for (line, bytes) in (1..).zip(super::read::lines_of(whole)) {
            let taken = chain.take::<Event>(bytes);
            taken.map_err(|fault| Damage { line, fault }.at(place))?;
        }
        let line = chain.head().seq + 1;
        match Tail::of::<Event>(tail, chain, writer) {
            Tail::Unsealed => {
                let taken = chain.take::<Event>(tail);
                taken.map_err(|fault| Damage { line, fault }.at(place))?;
                journal.push(b'\n');
            }
            // What a writer has under way, or left unfinished, does not count.
            Tail::Clean | Tail::Torn { .. } | Tail::InProgress { .. } => {
                let end = whole.len();
                journal.truncate(end);
            }
        }
        let path = place.private();
        if is_link(&path) || is_no_file(&path) {
            return Err(JournalError::WrongPlace { path }.into());
        }
        let private = match fs::read(&path) {
            Ok(rows) => Some(rows),
            Err(e) if e.kind() == io::ErrorKind::NotFound => None,
            Err(source) => return Err(BackupError::System { path, source }),
        };
        Ok(Self {
            journal,
            head: chain.head(),
            private,
        })
    }
}

/// An archive that is being written.
struct Pack<'a> {
    zip: ZipWriter<Once<'a>>,
    manifest: &'a mut Manifest,
}

/// A file that fails once. An archive that is given up is ended all the same by its library, which
/// would say for itself that this failed too; it now writes into nothing, where it would stand.
struct Once<'a> {
    file: &'a File,
    has_failed: bool,
    at: u64,
    end: u64,
}

impl<'a> Once<'a> {
    fn new(file: &'a File) -> Self {
        Self {
            file,
            has_failed: false,
            at: 0,
            end: 0,
        }
    }

    fn tried<T>(&mut self, done: io::Result<T>) -> io::Result<T> {
        self.has_failed = done.is_err();
        done
    }
}

impl Write for Once<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = match self.has_failed {
            true => bytes.len(),
            false => {
                let done = self.file.write(bytes);
                self.tried(done)?
            }
        };
        self.at += written as u64;
        self.end = self.end.max(self.at);
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.has_failed {
            return Ok(());
        }
        let done = self.file.flush();
        self.tried(done)
    }
}

impl Seek for Once<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match (self.has_failed, to) {
            (false, _) => {
                let done = self.file.seek(to);
                self.tried(done)?
            }
            (true, SeekFrom::Start(at)) => at,
            (true, SeekFrom::Current(by)) => self.at.saturating_add_signed(by),
            (true, SeekFrom::End(by)) => self.end.saturating_add_signed(by),
        };
        Ok(self.at)
    }
}

impl Pack<'_> {
    fn store(&mut self, place: &Place, moment: &Moment) -> io::Result<()> {
        let length = |bytes: &Vec<u8>| bytes.len() as u64;
        let journal = &moment.journal;
        self.add(JOURNAL.to_owned(), length(journal), &**journal)?;
        if let Some(rows) = &moment.private {
            self.add(PRIVATE.to_owned(), length(rows), &**rows)?;
        }
        for digest in kept(&place.evidence())? {
            let file = File::open(place.evidence().join(digest.as_str()))?;
            let length = file.metadata()?.len();
            self.add(format!("{EVIDENCE}{}", digest.as_str()), length, file)?;
        }
        Ok(())
    }

    /// Copies a file into the archive and measures it on the way.
    fn add(&mut self, name: String, length: u64, from: impl io::Read) -> io::Result<()> {
        let large = length > u64::from(u32::MAX) / 2;
        let options = SimpleFileOptions::default().large_file(large);
        self.zip.start_file(name.clone(), options)?;
        let Measured { sha256, bytes } = hashed(from, &mut self.zip)?;
        self.manifest.files.insert(name, Kept { sha256, bytes });
        Ok(())
    }

    /// The manifest stands last.
    fn finish(mut self) -> io::Result<()> {
        self.zip
            .start_file(MANIFEST, SimpleFileOptions::default())?;
        self.zip
            .write_all(&serde_json::to_vec_pretty(&self.manifest)?)?;
        self.zip.finish()?;
        Ok(())
    }
}

/// The evidence there is, by content; other files are nobody's.
pub(super) fn kept(folder: &Path) -> io::Result<Vec<Digest>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(e),
    };
    let mut digests = Vec::new();
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if !is_no_file(&entry.path()) {
            digests.extend(Digest::try_from(name).ok());
        }
    }
    digests.sort();
    Ok(digests)
}

pub(super) fn altered(path: &Path, flaw: Flaw) -> BackupError {
    BackupError::Altered {
        path: path.to_owned(),
        flaw,
    }
}
