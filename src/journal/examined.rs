//! An archive read through from end to end and held to its manifest, before a byte of it is believed.
//!
//! Each file goes by in pieces: it is measured, the journal is followed line by line along its chain,
//! the particulars row by row. Nothing but one line is held in memory, whatever the archive says of
//! its sizes.
//!
//! Refuses: files that no store has, more bytes than are listed, a journal whose last line is not the
//! one of the manifest.

use std::collections::BTreeSet;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::Path;

use zip::ZipArchive;

use super::backup::{BackupError, EVIDENCE, Flaw, JOURNAL, MANIFEST, Manifest, PRIVATE, altered};
use super::chain::{Chain, Head};
use super::error::Fault;
use super::evidence::hashed;
use super::place::is_no_file;
use super::read::Damage;
use crate::domain::event::Event;
use crate::domain::terms::{Digest, Sealed};

/// The most bytes of a manifest: 150 for each of 400,000 files.
const MANIFEST_MOST: u64 = 64 << 20;
/// The most bytes of one line of a journal or of the particulars.
const LINE_MOST: usize = 64 << 20;

/// Reads an archive through, each file into what `into` gives, which is written in a folder.
pub(super) fn examined<W: Write>(
    path: &Path,
    folder: &Path,
    into: &mut dyn FnMut(&str) -> io::Result<W>,
) -> Result<Manifest, BackupError> {
    let strange = |flaw: Flaw| altered(path, flaw);
    if is_no_file(path) {
        return Err(strange(Flaw::NoFile));
    }
    let file = File::open(path).map_err(|source| BackupError::System {
        path: path.to_owned(),
        source,
    })?;
    let no_archive = |error: zip::result::ZipError| strange(Flaw::NoArchive(error.to_string()));
    let mut zip = ZipArchive::new(file).map_err(no_archive)?;
    let manifest = listed(&mut zip).map_err(strange)?;
    let unwritten = |source| BackupError::System {
        path: folder.to_owned(),
        source,
    };
    let mut seen = BTreeSet::new();
    let mut head = Head::EMPTY;
    for index in 0..zip.len() {
        let entry = zip.by_index(index).map_err(no_archive)?;
        let name = entry.name().map_err(no_archive)?.into_owned();
        if name == MANIFEST {
            continue;
        }
        let listed = manifest.files.get(&name).filter(|_| is_ours(&name));
        let Some(listed) = listed.filter(|_| seen.insert(name.clone())) else {
            return Err(strange(Flaw::Foreign(name)));
        };
        let mut look = Look {
            to: into(&name).map_err(unwritten)?,
            lines: Lines::of(&name),
            failed: None,
        };
        let measured = hashed(entry.take(listed.bytes.saturating_add(1)), &mut look);
        if let Some(source) = look.failed {
            return Err(unwritten(source));
        }
        let is_listed = |found: &super::evidence::Measured| {
            let is_named = name.strip_prefix(EVIDENCE);
            found.sha256 == listed.sha256
                && found.bytes == listed.bytes
                && is_named.is_none_or(|digest| digest == found.sha256.as_str())
        };
        if !measured.is_ok_and(|found| is_listed(&found)) {
            return Err(strange(Flaw::Changed(name)));
        }
        if let Some(ended) = look.lines.ended().map_err(strange)? {
            head = ended;
        }
    }
    if let Some(name) = manifest.files.keys().find(|name| !seen.contains(*name)) {
        return Err(strange(Flaw::Lacks(name.clone())));
    }
    let is_meant = head.seq == manifest.seq && head.hash.fingerprint() == manifest.fingerprint;
    if !is_meant || !seen.contains(JOURNAL) {
        return Err(strange(Flaw::OtherJournal));
    }
    Ok(manifest)
}

fn listed(zip: &mut ZipArchive<File>) -> Result<Manifest, Flaw> {
    let entry = zip.by_name(MANIFEST).map_err(|_| Flaw::NoManifest)?;
    let mut text = Vec::new();
    let read = entry.take(MANIFEST_MOST + 1).read_to_end(&mut text);
    let is_fit = read.is_ok_and(|bytes| bytes as u64 <= MANIFEST_MOST);
    let manifest: Option<Manifest> = is_fit.then(|| serde_json::from_slice(&text).ok()).flatten();
    let manifest = manifest.ok_or(Flaw::BadManifest)?;
    match manifest.version {
        1 => Ok(manifest),
        other => Err(Flaw::Version(other)),
    }
}

fn is_ours(name: &str) -> bool {
    let evidence = name.strip_prefix(EVIDENCE);
    let digest = evidence.map(|digest| Digest::try_from(digest.to_owned()));
    matches!(name, JOURNAL | PRIVATE) || digest.is_some_and(|digest| digest.is_ok())
}

/// Writes on what goes by and looks at it.
struct Look<W> {
    to: W,
    lines: Lines,
    /// Apart from what goes wrong with the archive: a disk that is full.
    failed: Option<io::Error>,
}

impl<W: Write> Write for Look<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Err(error) = self.to.write_all(bytes) {
            let kind = error.kind();
            self.failed = Some(error);
            return Err(kind.into());
        }
        self.lines.take(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// What is asked of each line.
enum Asked {
    /// That it follows the one before it.
    Journal(Chain),
    /// That it is a row of the particulars.
    Rows,
    /// Nothing: evidence is not looked into.
    Nothing,
}

struct Lines {
    asked: Asked,
    /// The line that has begun.
    begun: Vec<u8>,
    /// Those that ended.
    count: u64,
    flaw: Option<Flaw>,
}

impl Lines {
    fn of(name: &str) -> Self {
        let asked = match name {
            JOURNAL => Asked::Journal(Chain::START),
            PRIVATE => Asked::Rows,
            _ => Asked::Nothing,
        };
        Self {
            asked,
            begun: Vec::new(),
            count: 0,
            flaw: None,
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        if matches!(self.asked, Asked::Nothing) {
            return;
        }
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            if self.flaw.is_some() {
                return;
            }
            self.begun.extend_from_slice(part);
            if self.begun.len() > LINE_MOST {
                self.count += 1;
                let fault = Fault::Unreadable(format!("longer than {LINE_MOST} bytes"));
                self.flaw = Some(self.flawed(fault));
            } else if part.ends_with(b"\n") {
                self.begun.pop();
                self.ask();
            }
        }
    }

    fn ask(&mut self) {
        self.count += 1;
        let line = std::mem::take(&mut self.begun);
        let fault = match &mut self.asked {
            Asked::Journal(chain) => chain.take::<Event>(&line).err(),
            Asked::Rows => {
                let row = serde_json::from_slice::<Sealed>(&line);
                row.err().map(|_| Fault::Blank)
            }
            Asked::Nothing => None,
        };
        self.flaw = fault.map(|fault| self.flawed(fault));
        // The room is kept for the next line.
        self.begun = line;
        self.begun.clear();
    }

    fn flawed(&self, fault: Fault) -> Flaw {
        match self.asked {
            Asked::Journal(_) => Flaw::Journal(Damage {
                line: self.count,
                fault,
            }),
            Asked::Rows | Asked::Nothing => {
                Flaw::Row(usize::try_from(self.count).unwrap_or(usize::MAX))
            }
        }
    }

    /// Where a journal ended.
    fn ended(mut self) -> Result<Option<Head>, Flaw> {
        if self.flaw.is_none() && !self.begun.is_empty() {
            self.ask();
        }
        match (self.flaw, self.asked) {
            (Some(flaw), _) => Err(flaw),
            (None, Asked::Journal(chain)) => Ok(Some(chain.head())),
            (None, Asked::Rows | Asked::Nothing) => Ok(None),
        }
    }
}
