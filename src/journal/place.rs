//! The store folder, and which file stands where in it.
//!
//! Everything is the owner's alone: a journal names citizens. Refuses to look for a store
//! elsewhere, and to make one where a journal holds something.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use serde::de::IgnoredAny;

use super::backup::kept;
use super::error::JournalError;
use super::read::{AtWork, Journal};
use super::seal::Seal;

/// A store folder that has a journal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    folder: PathBuf,
    seal: Option<Seal>,
}

impl Place {
    /// A store that is there already. Reads nothing but the folder's entry.
    ///
    /// # Errors
    /// [`JournalError::NotThere`], [`JournalError::Lost`], [`JournalError::WrongPlace`] where the
    /// journal is a folder, [`JournalError::NotReadable`].
    pub fn open(folder: impl Into<PathBuf>) -> Result<Self, JournalError> {
        let place = Self {
            folder: folder.into(),
            seal: None,
        };
        let path = place.journal();
        match fs::metadata(&path) {
            Ok(found) if found.is_file() => Ok(place),
            Ok(_) => Err(JournalError::WrongPlace { path }),
            Err(source) => {
                let refused = JournalError::not_readable(path, source);
                let is_missing = matches!(refused, JournalError::NotThere { .. });
                Err(if is_missing {
                    place.without_journal()
                } else {
                    refused
                })
            }
        }
    }

    /// Why there is no line to be read: no store was made here, or its journal is lost.
    pub fn without_journal(&self) -> JournalError {
        let path = self.journal();
        match self.remains() {
            Some(beside) => JournalError::Lost { path, beside },
            None => JournalError::NotThere { path },
        }
    }

    /// The first that is found of what only comes to lie there after a journal has begun.
    pub(super) fn remains(&self) -> Option<PathBuf> {
        let holds_something = |path: &PathBuf| match fs::metadata(path) {
            // Files of another name are somebody's own.
            Ok(found) if found.is_dir() => kept(path).is_ok_and(|kept| !kept.is_empty()),
            Ok(found) => found.len() > 0,
            Err(_) => false,
        };
        let mut others = [self.private(), self.evidence(), self.checkpoint()].into_iter();
        others.find(holds_something)
    }

    /// Makes the folder, where it is missing, and an empty journal in it, and lets both last
    /// through a loss of power. A journal without one whole line, left by an `init` that was
    /// interrupted, is taken over as it is, but not beside what belonged to a journal that is lost.
    ///
    /// # Errors
    /// [`JournalError::AlreadyThere`], [`JournalError::Lost`], [`JournalError::WrongPlace`] where a file stands in the
    /// folder's place, [`JournalError::NotWritable`].
    pub fn create(folder: impl Into<PathBuf>) -> Result<Self, JournalError> {
        let place = Self {
            folder: folder.into(),
            seal: None,
        };
        let path = place.journal();
        make_folder(&place.folder)?;
        if let (Some(beside), false) = (place.remains(), path.exists()) {
            return Err(JournalError::Lost { path, beside });
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        match owner_only(&mut options)
            .open(&path)
            .and_then(|file| file.sync_all())
        {
            Ok(()) => {
                sync_folder(&place.folder);
                Ok(place)
            }
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => place.taken_over(),
            Err(source) => Err(JournalError::NotWritable { path, source }),
        }
    }

    /// The same, with the secret of the user who asks.
    #[must_use]
    pub fn sealed(mut self, seal: Option<Seal>) -> Self {
        self.seal = seal;
        self
    }

    /// The secret by which checkpoints are known; without it none counts and none is kept.
    pub(super) fn seal(&self) -> Option<&Seal> {
        self.seal.as_ref()
    }

    /// A folder for a store whose journal comes later.
    pub(super) fn prepared(folder: impl Into<PathBuf>) -> Result<Self, JournalError> {
        let place = Self {
            folder: folder.into(),
            seal: None,
        };
        make_folder(&place.folder)?;
        Ok(place)
    }

    /// Makes the folder of evidence, where it is missing.
    pub(super) fn make_evidence(&self) -> io::Result<PathBuf> {
        let folder = self.evidence();
        make_owners(&folder)?;
        give_to_owner(&folder);
        Ok(folder)
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// `journal.jsonl`
    pub fn journal(&self) -> PathBuf {
        self.folder.join("journal.jsonl")
    }

    /// What an older program or another hand left so that others than the owner may look into it:
    /// the journal, the particulars of citizens, the folder of evidence; and the store's folder, where
    /// others may put something else in its place.
    pub fn open_to_others(&self) -> Vec<PathBuf> {
        let guarded = [self.journal(), self.private(), self.evidence()];
        let guarded = guarded.into_iter().filter(|path| lets_others(path, 0o077));
        let folder = Some(self.folder.clone()).filter(|path| lets_others(path, 0o022));
        folder.into_iter().chain(guarded).collect()
    }

    /// Where files are kept by their content.
    pub(super) fn evidence(&self) -> PathBuf {
        self.folder.join("evidence")
    }

    /// The particulars of citizens.
    pub(super) fn private(&self) -> PathBuf {
        self.folder.join("private.jsonl")
    }

    pub(super) fn lock(&self) -> PathBuf {
        self.folder.join("journal.lock")
    }

    pub(super) fn holder(&self) -> PathBuf {
        self.folder.join("journal.holder")
    }

    pub(super) fn checkpoint(&self) -> PathBuf {
        self.folder.join("journal.checkpoint")
    }

    pub(super) fn bytes(&self) -> Result<Vec<u8>, JournalError> {
        self.bytes_from(0)
    }

    /// The bytes of the journal from a place on.
    pub(super) fn bytes_from(&self, place: u64) -> Result<Vec<u8>, JournalError> {
        let path = self.journal();
        let read = || {
            let mut file = File::open(&path)?;
            let length = file.metadata()?.len().saturating_sub(place);
            file.seek(SeekFrom::Start(place))?;
            let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or_default());
            file.read_to_end(&mut bytes)?;
            Ok(bytes)
        };
        read().map_err(|source| JournalError::not_readable(path, source))
    }

    fn taken_over(self) -> Result<Self, JournalError> {
        let journal = Journal::<IgnoredAny>::parse(&self.bytes()?, AtWork::No);
        let path = self.journal();
        match (journal, self.remains()) {
            (Ok(journal), Some(beside)) if journal.lines.is_empty() => {
                Err(JournalError::Lost { path, beside })
            }
            (Ok(journal), None) if journal.lines.is_empty() => Ok(self),
            (Ok(_) | Err(_), _) => Err(JournalError::AlreadyThere { path }),
        }
    }
}

/// Whether a file, once links are followed, is one that a store keeps: its journal and what lies
/// beside it under that name, private particulars, evidence.
pub fn is_part_of_a_store(file: &Path) -> bool {
    let resolved = fs::canonicalize(file).or_else(|_| {
        let folder = file
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")))?;
        Ok::<_, io::Error>(folder.join(file.file_name().unwrap_or_default()))
    });
    let Ok(resolved) = resolved else {
        return false;
    };
    let (Some(folder), Some(name)) = (resolved.parent(), resolved.file_name()) else {
        return false;
    };
    let has_journal = |folder: &Path| folder.join("journal.jsonl").is_file();
    let name = name.to_string_lossy();
    let is_kept = name.starts_with("journal.") || name.starts_with("private.");
    let is_kept = is_kept || name == "evidence";
    let is_evidence = folder.ends_with("evidence") && folder.parent().is_some_and(has_journal);
    (is_kept && has_journal(folder)) || is_evidence
}

fn make_folder(folder: &Path) -> Result<(), JournalError> {
    make_owners(folder).map_err(|source| {
        use io::ErrorKind::{AlreadyExists, NotADirectory};
        let path = folder.to_owned();
        if matches!(source.kind(), AlreadyExists | NotADirectory) {
            return JournalError::WrongPlace { path };
        }
        JournalError::NotWritable { path, source }
    })
}

/// A folder that only its owner may look into.
fn make_owners(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)?;
    if let Some(parent) = folder.parent() {
        sync_folder(if parent.as_os_str().is_empty() {
            Path::new(".")
        } else {
            parent
        });
    }
    Ok(())
}

/// What is made in the store is the owner's alone.
pub(super) fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    options
}

/// Makes a file of the owner's where a file or a link of that name was: what somebody laid there is
/// taken away, never followed.
pub(super) fn made_anew(path: &Path) -> io::Result<File> {
    match fs::remove_file(path) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(e),
        Ok(()) | Err(_) => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    owner_only(&mut options).open(path)
}

#[cfg(unix)]
fn lets_others(path: &Path, rights: u32) -> bool {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).is_ok_and(|found| found.permissions().mode() & rights != 0)
}

#[cfg(not(unix))]
fn lets_others(_: &Path, _: u32) -> bool {
    false
}

/// Whether something stands there that is no file: opening a pipe would wait for ever.
pub(super) fn is_no_file(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|found| !found.is_file())
}

/// Whether a link stands there.
pub(super) fn is_link(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_symlink())
}

/// Gives what the superuser made in a folder to whom the folder belongs, who would be locked out of
/// his own store otherwise. For anybody else there is nothing to give.
#[cfg(unix)]
pub(super) fn give_to_owner(path: &Path) {
    use std::os::unix::fs::{MetadataExt, lchown};

    let folder = path.parent().and_then(|folder| fs::metadata(folder).ok());
    if let (Some(folder), Ok(made)) = (folder, fs::symlink_metadata(path))
        && folder.uid() != made.uid()
    {
        let _ = lchown(path, Some(folder.uid()), Some(folder.gid()));
    }
}

#[cfg(not(unix))]
pub(super) fn give_to_owner(_: &Path) {}

/// Makes a new name last through a loss of power. Some systems cannot, and the file is whole all
/// the same, so a refusal is no failure.
pub(super) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}
