//! The words that look-alikes are found by: title and body of each case that counts, side by side,
//! and in how many of them each gram stands. Who compares all cases with one reads these and
//! unpacks no case.
//!
//! Refuses: to weigh and to compare.

use std::cell::Cell;
use std::ops::Range;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::Book;
use super::case::Case;
use super::entries::Past;
use crate::domain::similar::Known;
use crate::domain::terms::{CaseId, Texts};

/// Wordings are read in blocks of about so many bytes.
const BLOCK: usize = 1 << 16;

/// Who looks at a case, its title and its body.
pub(super) type Look<'a> = &'a mut dyn FnMut(CaseId, &str, Option<&str>);

/// The words of a case as they are packed.
#[derive(Serialize, Deserialize)]
struct Wording<'a> {
    case: CaseId,
    #[serde(borrow)]
    title: &'a str,
    #[serde(borrow)]
    body: Option<&'a str>,
}

/// Where the words stand among the files of a checkpoint.
#[derive(Debug, Clone)]
pub(super) struct Wordings {
    past: Rc<dyn Past>,
    blocks: Vec<Range<u64>>,
    grams: Range<u64>,
    failed: Cell<bool>,
}

/// How long the parts of packed words are: each block, then the grams.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Lengths {
    blocks: Vec<u64>,
    grams: u64,
}

impl Wordings {
    /// Those that stand from a place on.
    pub(super) fn new(past: Rc<dyn Past>, from: u64, lengths: &Lengths) -> Self {
        let mut end = from;
        let mut next = |length: &u64| {
            let begin = end;
            end = end.saturating_add(*length);
            begin..end
        };
        Self {
            past,
            blocks: lengths.blocks.iter().map(&mut next).collect(),
            grams: next(&lengths.grams),
            failed: Cell::new(false),
        }
    }

    /// Whether all that was asked for could be unpacked.
    pub(super) fn are_whole(&self) -> bool {
        !self.failed.get()
    }

    /// Shows each of them.
    pub(super) fn each(&self, look: Look) {
        for block in &self.blocks {
            let bytes = self.past.files(block.clone());
            let read = bytes.is_some_and(|bytes| each_of(&bytes, look).is_some());
            self.failed.set(self.failed.get() || !read);
        }
    }

    fn known(&self) -> Option<Known> {
        let bytes = self.past.files(self.grams.clone())?;
        let (texts, grams): (u32, Vec<(u64, u32)>) = postcard::from_bytes(&bytes).ok()?;
        Some(Known::of_counts(texts, &grams))
    }
}

fn each_of(mut block: &[u8], look: Look) -> Option<()> {
    while !block.is_empty() {
        let (wording, rest) = postcard::take_from_bytes::<Wording>(block).ok()?;
        look(wording.case, wording.title, wording.body);
        block = rest;
    }
    Some(())
}

impl Book {
    /// Shows title and body of each case that counts.
    pub(in crate::domain) fn each_wording(&self, look: Look) {
        let mut show = |case: &Case| {
            if let Some((title, body)) = wording(case) {
                look(case.id, title, body);
            }
        };
        let Some(packed) = self.files.wordings() else {
            self.walk().for_each(|case| show(&case));
            return;
        };
        let folded = self.files.folded();
        folded
            .filter_map(|file| file.case.as_ref())
            .for_each(&mut show);
        packed.each(&mut |case, title, body| {
            if !self.files.has_folded(case) {
                look(case, title, body);
            }
        });
    }

    /// In how many of them each gram stands: as it was packed, but for the cases folded since.
    pub(in crate::domain) fn known_grams(&self) -> Known {
        let mut known = Known::default();
        let Some(packed) = self.files.wordings() else {
            self.each_wording(&mut |_, title, body| known.add(title, body));
            return known;
        };
        match packed.known() {
            Some(kept) => known = kept,
            None => packed.failed.set(true),
        }
        for (title, body) in self.files.replaced().filter_map(wording) {
            known.take_out(title, body);
        }
        let folded = self.files.folded().filter_map(|file| file.case.as_ref());
        for (title, body) in folded.filter_map(wording) {
            known.add(title, body);
        }
        known
    }

    /// Puts all wordings as bytes that follow others, and tells their lengths.
    pub(super) fn pack_wordings(&self, put: &mut dyn FnMut(&[u8])) -> Option<Lengths> {
        let mut lengths = Lengths::default();
        let mut block = Vec::new();
        let mut packed = Some(());
        let mut end = |block: &mut Vec<u8>| {
            lengths.blocks.push(block.len() as u64);
            put(block);
            block.clear();
        };
        self.each_wording(&mut |case, title, body| {
            let wording = Wording { case, title, body };
            match postcard::to_extend(&wording, std::mem::take(&mut block)) {
                Ok(bytes) => block = bytes,
                Err(_) => packed = None,
            }
            if block.len() >= BLOCK {
                end(&mut block);
            }
        });
        packed?;
        end(&mut block);
        let grams = postcard::to_allocvec(&self.known_grams().counts()).ok()?;
        lengths.grams = grams.len() as u64;
        put(&grams);
        Some(lengths)
    }
}

/// Title and body of a case that counts.
fn wording(case: &Case) -> Option<(&str, Option<&str>)> {
    let body = case.body.as_ref().map(|body| Texts.words(body));
    case.counts().then(|| (case.title.as_str(), body))
}
