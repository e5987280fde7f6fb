//! What is kept beside the journal before it gives way: an interrupted append, a damaged journal,
//! particulars that no line may name any more.
//!
//! Refuses to write over anything, and to leave half a copy, which would be taken for the whole.

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};

use super::medium::create_new;
use super::place::{Place, sync_folder};

/// An append that was interrupted.
pub(super) const TORN: &str = "journal.torn-";

/// A journal that was damaged.
pub(super) const DAMAGED: &str = "journal.damaged-";

/// The particulars as they stood beside a journal that was damaged or lost.
pub(super) const PARTICULARS: &str = "private.damaged-";

/// Particulars of citizens whom no line names.
pub(super) const UNNAMED: &str = "private.unnamed-";

/// Whether something that gave way is kept under a name.
pub(super) fn is_kept_aside(name: &str) -> bool {
    [TORN, DAMAGED, PARTICULARS, UNNAMED]
        .iter()
        .any(|what| name.starts_with(what))
}

/// The damaged journals that were kept, the oldest first. What cannot be read helps nobody.
pub(super) fn kept_journals(place: &Place) -> io::Result<Vec<Vec<u8>>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(place.folder())? {
        let entry = entry?;
        let name = entry.file_name();
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        if is_file && name.to_string_lossy().starts_with(DAMAGED) {
            paths.push(entry.path());
        }
    }
    paths.sort();
    let read = paths.iter().filter_map(|path| fs::read(path).ok());
    Ok(read.collect())
}

/// Keeps bytes under a name that says what they are and when they gave way; a second one of the
/// same second gets a number.
pub(super) fn keep_aside(
    place: &Place,
    what: &str,
    bytes: &[u8],
    at: DateTime<FixedOffset>,
) -> io::Result<PathBuf> {
    // Without colons, which Windows does not take in a name.
    let time = at.format("%Y%m%dT%H%M%S");
    let mut again = 0_u32;
    let (path, mut file) = loop {
        let path = place.folder().join(match again {
            0 => format!("{what}{time}"),
            _ => format!("{what}{time}-{again}"),
        });
        match create_new(&path) {
            Ok(file) => break (path, file),
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists => again += 1,
            Err(e) => return Err(e),
        }
    };
    if let Err(e) = file.write_all(bytes).and_then(|()| file.sync_all()) {
        let _ = fs::remove_file(&path);
        return Err(e);
    }
    sync_folder(place.folder());
    Ok(path)
}

/// Keeps the particulars aside, where there are any. A repair takes lines away that name some, and
/// what no line names gives way to the next entry.
pub(super) fn keep_particulars(
    place: &Place,
    at: DateTime<FixedOffset>,
) -> io::Result<Option<PathBuf>> {
    match fs::read(place.private()) {
        Ok(rows) if rows.is_empty() => Ok(None),
        Ok(rows) => keep_aside(place, PARTICULARS, &rows, at).map(Some),
        Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(e) => Err(e),
    }
}
