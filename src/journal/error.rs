//! What can go wrong with the journal, as facts.
//!
//! Refuses to speak to people: `Display` is terse English for a bug report; the words, the hint and
//! the exit code belong to the terminal, which asks [`JournalError::kind`].

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use super::format::FORMAT_VERSION;
use super::hash::Hash;
use super::lock::Holder;

/// Why a line cannot stand where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// An editor put U+FEFF before the first line.
    #[error("begins with a byte order mark")]
    ByteOrderMark,
    /// Nothing, or white space only.
    #[error("is blank")]
    Blank,
    /// An editor or a copy turned `\n` into `\r\n`.
    #[error("ends in a carriage return")]
    CarriageReturn,
    /// Zero bytes: a hole left by a failing disk or file server.
    #[error("contains zero bytes")]
    Nul,
    /// Bytes that are no UTF-8, from this place in the line on.
    #[error("is not UTF-8 from byte {at} on")]
    NotUtf8 {
        /// Counted from 0.
        at: usize,
    },
    /// Not JSON, or not in the shape of a line of its version.
    #[error("{0}")]
    Unreadable(String),
    /// Written by a newer program.
    #[error("has format version {found}, this program knows {FORMAT_VERSION}")]
    Newer {
        /// The version found.
        found: u32,
    },
    /// A version that never was.
    #[error("has format version {found}, which never was")]
    NoSuchVersion {
        /// The version found.
        found: u32,
    },
    /// A line is missing, doubled or moved.
    #[error("has seq {found} where {expected} was due")]
    Seq {
        /// What was due.
        expected: u64,
        /// What stands there.
        found: u64,
    },
    /// The line before it is not the one it was written after.
    #[error(
        "does not follow the line before it: one of the two was changed, or lines are lost between them"
    )]
    Chain {
        /// The hash of the line before it.
        expected: Hash,
        /// What it names.
        found: Hash,
    },
    /// A batch that begins after its own member, or at 0.
    #[error("names {batch} as the first line of its batch")]
    Batch {
        /// The line that it names.
        batch: u64,
    },
    /// A line without facts records nothing.
    #[error("has no events")]
    NoEvents,
    /// Two lines were written after the same one: which is true, the chain does not tell.
    #[error("claims the place of line {other}, and nothing proves which of the two is true")]
    Claims {
        /// The other line of the file, counted from 1.
        other: u64,
    },
    /// The line after it was written after another one.
    #[error("was changed: line {next} was written after another one")]
    Disproved {
        /// The line of the file that says so, counted from 1.
        next: u64,
    },
}

/// What the caller must know to choose an exit code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// The disk, a right, or a bug: exit 1.
    Failed,
    /// No journal where one should be, or one where none should be: exit 2.
    Misplaced,
    /// Locked, or changed meanwhile; safe to retry: exit 5.
    Busy,
    /// Damaged or newer; nothing was written: exit 6.
    Damaged,
}

/// Why the journal was not read, or not written.
#[derive(Debug, Error)]
pub enum JournalError {
    /// There is no journal.
    #[error("there is no journal at `{path}`")]
    NotThere {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// There is no line of a journal, but what belonged to one.
    #[error("the journal `{path}` is lost, to which `{beside}` belonged")]
    Lost {
        /// Where it was looked for.
        path: PathBuf,
        /// What lies there.
        beside: PathBuf,
    },
    /// It is sound, and a file that was to help has another line in the place of one.
    #[error("the journal `{path}` is sound, and a file that was named has another entry {seq}")]
    TwoWays {
        /// Where it stands.
        path: PathBuf,
        /// The first entry that is another.
        seq: u64,
    },
    /// A store cannot be made where one is.
    #[error("there is a journal at `{path}` already")]
    AlreadyThere {
        /// Where it stands.
        path: PathBuf,
    },
    /// Something else stands in its place: a folder for the file, or a file for the folder.
    #[error("`{path}` is not what a store needs there")]
    WrongPlace {
        /// What stands in the way.
        path: PathBuf,
    },
    /// The system refuses to read it.
    #[error("cannot read `{path}`")]
    NotReadable {
        /// What was to be read.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The system refuses to write there. The journal is as it was.
    #[error("cannot write `{path}`")]
    NotWritable {
        /// What was to be written.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The write, its sync or its check failed: nothing counts as recorded.
    #[error("not recorded in `{path}`")]
    NotRecorded {
        /// The journal.
        path: PathBuf,
        /// The journal was cut back to its old length. Where this failed too, its end holds a piece
        /// of a line, which does not count; the next writer keeps it aside.
        restored: bool,
        /// What the system said.
        source: io::Error,
    },
    /// The write, its sync or its check failed, and the journal could not be cut back: whole lines
    /// stand at its end, which a reader takes for recorded, or nobody can tell.
    #[error("it is not known whether it is recorded in `{path}`")]
    Uncertain {
        /// The journal.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A draft that could not be read again was kept out of the journal: a bug.
    #[error("line {seq} would be unreadable: it {fault}")]
    Unfit {
        /// The line it would have become.
        seq: u64,
        /// Why.
        fault: Fault,
    },
    /// Somebody else is writing.
    #[error("`{path}` is locked")]
    Locked {
        /// The lock.
        path: PathBuf,
        /// Who holds it, where he could leave word.
        holder: Option<Box<Holder>>,
    },
    /// The journal went on since it was read.
    #[error("the journal stands at {found}, not at {expected}")]
    Conflict {
        /// The last line that the caller knew.
        expected: u64,
        /// The last line there is.
        found: u64,
    },
    /// Somebody who does not heed the lock changed the file: a synchronised folder, an editor.
    #[error("`{path}` was changed under the lock")]
    Changed {
        /// The journal.
        path: PathBuf,
    },
    /// A terminated line is bad.
    #[error("line {line} of `{path}` {fault}")]
    Damaged {
        /// The journal.
        path: PathBuf,
        /// Counted from 1.
        line: u64,
        /// Why.
        fault: Fault,
    },
    /// The first line is lost, on which all others stand.
    #[error("the beginning of `{path}` is lost")]
    NoBeginning {
        /// The journal.
        path: PathBuf,
    },
    /// A newer program wrote it.
    #[error(
        "line {line} of `{path}` has format version {found}, this program knows {FORMAT_VERSION}"
    )]
    Newer {
        /// The journal.
        path: PathBuf,
        /// Counted from 1.
        line: u64,
        /// The version found.
        found: u32,
    },
}

impl JournalError {
    /// What sort of failure it is.
    pub fn kind(&self) -> ErrorKind {
        match self {
            Self::NotReadable { .. }
            | Self::NotWritable { .. }
            | Self::NotRecorded { .. }
            | Self::Uncertain { .. }
            | Self::Unfit { .. } => ErrorKind::Failed,
            Self::NotThere { .. }
            | Self::AlreadyThere { .. }
            | Self::WrongPlace { .. }
            | Self::TwoWays { .. } => ErrorKind::Misplaced,
            Self::Locked { .. } | Self::Conflict { .. } | Self::Changed { .. } => ErrorKind::Busy,
            Self::Lost { .. }
            | Self::Damaged { .. }
            | Self::NoBeginning { .. }
            | Self::Newer { .. } => ErrorKind::Damaged,
        }
    }

    pub(super) fn not_readable(path: PathBuf, source: io::Error) -> Self {
        use io::ErrorKind::{IsADirectory, NotADirectory, NotFound};
        if matches!(source.kind(), NotFound | NotADirectory) {
            return Self::NotThere { path };
        }
        if source.kind() == IsADirectory {
            return Self::WrongPlace { path };
        }
        Self::NotReadable { path, source }
    }
}
