//! Where words still stand after they were erased: in lines of the journal, in files of the store,
//! in backups. Office files and archives are opened and looked into.
//!
//! Refuses: to remove anything, and to look into what cannot be read as text: pictures, scans, PDF.
//! They are named, and so is what lies beyond the bounds: nothing is passed over in silence.

use std::fs;
use std::path::{Path, PathBuf};

use super::needle::{Haystack, Needle, text_of};
use super::place::{Place, is_part_of_a_store};
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
    let mut traces = Traces::default();
    let mut files = traces.all_files(place.folder());
    let beside = match place.folder().parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        Some(_) | None => Path::new("."),
    };
    files.extend(archives(beside));
    for path in named {
        match path.is_dir() {
            true => files.extend(traces.all_files(path)),
            false => files.push(path.clone()),
        }
    }
    files.sort();
    files.dedup();
    for path in files {
        let large = fs::metadata(&path).is_ok_and(|known| known.len() > FILE_MOST);
        if large {
            traces.unseen.push((path, Unseen::TooLarge));
            continue;
        }
        let Ok(bytes) = fs::read(&path) else {
            traces.unseen.push((path, Unseen::Unreadable));
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
        // Our own files hold their words as UTF-8, whatever stands around them.
        let ours = path.parent() == Some(place.folder()) && is_part_of_a_store(&path);
        if !seen.is_archive && !ours && text_of(&bytes).is_none() {
            traces.unseen.push((path.clone(), Unseen::NoText));
        }
        traces.note(&path, None, &words, &found);
        let unseen = seen.unseen.into_iter();
        traces.unseen.extend(unseen.map(|why| (path.clone(), why)));
    }
    traces
}

impl Traces {
    /// The files of a folder and of those in it; what is a link, or not to be read, is named.
    fn all_files(&mut self, folder: &Path) -> Vec<PathBuf> {
        let Ok(entries) = fs::read_dir(folder) else {
            self.unseen.push((folder.to_owned(), Unseen::Unreadable));
            return Vec::new();
        };
        let mut files = Vec::new();
        for entry in entries.flatten() {
            let path = entry.path();
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => files.extend(self.all_files(&path)),
                Ok(kind) if kind.is_file() => files.push(path),
                Ok(kind) if kind.is_symlink() => self.unseen.push((path, Unseen::Link)),
                Ok(_) | Err(_) => self.unseen.push((path, Unseen::Unreadable)),
            }
        }
        files
    }

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

fn archives(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let paths = entries.flatten().map(|entry| entry.path());
    paths
        .filter(|path| path.is_file() && path.extension().is_some_and(|e| e == "zip"))
        .collect()
}
