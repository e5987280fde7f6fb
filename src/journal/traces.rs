//! Where words still stand after they were erased: in lines of the journal, in files of the store,
//! in backups. Office files and archives are opened and looked into.
//!
//! Refuses: to remove anything, and to look into what cannot be read as text: pictures and scans
//! are counted, not searched.

use std::fs;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

use zip::ZipArchive;

use super::place::Place;

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
}

/// Words shorter than this stand everywhere.
const LETTERS_LEAST: usize = 2;
const BYTES_LEAST: usize = 4;

/// Looks for words in everything of the store, in the archives beside it, and in the places named.
pub fn traces(place: &Place, words: &[Sought], named: &[PathBuf]) -> Traces {
    let long =
        |word: &&Sought| word.1.len() >= BYTES_LEAST && word.1.chars().count() >= LETTERS_LEAST;
    let words: Vec<&Sought> = words.iter().filter(long).collect();
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
        let Ok(bytes) = fs::read(&path) else {
            continue;
        };
        traces.files += 1;
        if path == place.journal() {
            for (line, text) in (1..).zip(bytes.split(|byte| *byte == b'\n')) {
                traces.note(&path, Some(line), &words, &|word| holds(text, word));
            }
            continue;
        }
        let inside = inside(&bytes);
        traces.dark += usize::from(inside.is_none() && is_dark(&bytes));
        let inside = inside.unwrap_or_default();
        traces.note(&path, None, &words, &|word| {
            holds(&bytes, word) || inside.iter().any(|part| holds(part, word))
        });
    }
    traces
}

impl Traces {
    fn note(
        &mut self,
        path: &Path,
        line: Option<u64>,
        words: &[&Sought],
        holds: &dyn Fn(&str) -> bool,
    ) {
        for (key, word) in words {
            if holds(word) {
                self.found.push(Trace {
                    path: path.to_owned(),
                    line,
                    key,
                });
            }
        }
    }
}

/// Whether bytes hold a word, as it is or as JSON writes it.
fn holds(bytes: &[u8], word: &str) -> bool {
    let quoted = serde_json::to_string(word).unwrap_or_default();
    let quoted = quoted.trim_matches('"');
    let has = |word: &[u8]| {
        let first = word.first().copied().unwrap_or_default();
        let starts = bytes.iter().enumerate().filter(|(_, byte)| **byte == first);
        let mut starts = starts.map(|(at, _)| at);
        starts.any(|at| bytes[at..].starts_with(word))
    };
    has(word.as_bytes()) || (quoted != word && has(quoted.as_bytes()))
}

/// What stands in an archive or an office file; none where it is no such file.
fn inside(bytes: &[u8]) -> Option<Vec<Vec<u8>>> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for index in 0..zip.len() {
        let mut part = Vec::new();
        let mut entry = zip.by_index(index).ok()?;
        entry.read_to_end(&mut part).ok()?;
        parts.push(part);
    }
    Some(parts)
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
