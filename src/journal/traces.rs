//! Where words still stand after they were erased: in lines of the journal, in files of the store,
//! in backups. Office files and archives are opened and looked into.
//!
//! Refuses: to remove anything, and to look into what cannot be read as text: pictures and scans
//! are counted, not searched. What lies beyond the bounds is named, not passed over.

use std::fs;
use std::path::{Path, PathBuf};

use super::needle::{Haystack, Needle};
use super::place::Place;
use super::unpacked::{BYTES_MOST, Unseen, each_part};

/// A word of a kind (`name`, `phone`) that is looked for.
pub type Sought = (&'static str, String);

/// Where a word stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trace {
    /// Which file.
    pub path: PathBuf,
    /// Which line of the journal.
    pub line: Option<u64>,
    /// The kind of the word.
    pub key: &'static str,
}

/// What a search came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Traces {
    /// Where the words stand.
    pub found: Vec<Trace>,
    /// Files that were looked at.
    pub files: usize,
    /// Files that hold no text: pictures, scans, PDF.
    pub dark: usize,
    /// Files that were not looked at to their end, and why.
    pub unseen: Vec<(PathBuf, Unseen)>,
}

/// Words shorter than this stand everywhere.
const LETTERS_LEAST: usize = 2;
const BYTES_LEAST: usize = 4;
/// Larger files are named, not read.
const FILE_MOST: u64 = 1024 * 1024 * 1024;

/// Looks for words in everything of the store, in the archives beside it, and in the places named.
pub fn traces(place: &Place, words: &[Sought], named: &[PathBuf]) -> Traces {
    let long =
        |word: &&Sought| word.1.len() >= BYTES_LEAST && word.1.chars().count() >= LETTERS_LEAST;
    let words = words.iter().filter(long);
    let words: Vec<(&'static str, Needle)> =
        words.map(|(key, word)| (*key, Needle::new(word))).collect();
    let mut files = all_files(place.folder());
    let beside = match place.folder().parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        Some(_) | None => Path::new("."),
    };
    files.extend(archives(beside));
    for path in named {
        match path.is_dir() {
            true => files.extend(all_files(path)),
            false => files.push(path.clone()),
        }
    }
    files.sort();
    files.dedup();
    let mut traces = Traces::default();
    for path in files {
        let large = fs::metadata(&path).is_ok_and(|known| known.len() > FILE_MOST);
        if large {
            traces.unseen.push((path, Unseen::TooLarge));
            continue;
        }
        let Ok(bytes) = fs::read(&path) else {
            continue;
        };
        traces.files += 1;
        if path == place.journal() {
            for (line, text) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
                traces.note(&path, Some(line), &words, &found_in(text, &words));
            }
            continue;
        }
        let mut found = vec![false; words.len()];
        let seen = each_part(&bytes, BYTES_MOST, &mut |part| {
            for (found, here) in found.iter_mut().zip(found_in(part, &words)) {
                *found |= here;
            }
        });
        traces.dark += usize::from(!seen.is_archive && is_dark(&bytes));
        traces.note(&path, None, &words, &found);
        let unseen = seen.unseen.into_iter();
        traces.unseen.extend(unseen.map(|why| (path.clone(), why)));
    }
    traces
}

impl Traces {
    fn note(
        &mut self,
        path: &Path,
        line: Option<u64>,
        words: &[(&'static str, Needle)],
        found: &[bool],
    ) {
        let found = words.iter().zip(found).filter(|(_, found)| **found);
        self.found.extend(found.map(|((key, _), _)| Trace {
            path: path.to_owned(),
            line,
            key,
        }));
    }
}

/// Which of the words stand in some bytes.
fn found_in(bytes: &[u8], words: &[(&'static str, Needle)]) -> Vec<bool> {
    let haystack = Haystack::new(bytes);
    words
        .iter()
        .map(|(_, needle)| haystack.holds(needle))
        .collect()
}

/// Bytes that are no text.
fn is_dark(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err()
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut files = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => files.extend(all_files(&path)),
            Ok(kind) if kind.is_file() => files.push(path),
            Ok(_) | Err(_) => {}
        }
    }
    files
}

fn archives(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.flatten().map(|entry| entry.path());
    paths
        .filter(|path| path.is_file() && path.extension().is_some_and(|e| e == "zip"))
        .collect()
}
