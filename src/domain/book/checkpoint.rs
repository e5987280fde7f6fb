//! The book as bytes, and back: what was folded once need not be folded each time.
//!
//! A checkpoint is derived from the record and says nothing that the record does not. Facts of the
//! office are kept as they stand and folded again; the files of cases are unpacked one by one when
//! somebody looks at them; the lines themselves stay where they are ([`Past`]).
//!
//! Refuses: to know where the bytes are kept, and whether they are the right ones. Who keeps them
//! must see to it that they come back unchanged, for the same record, [`LAYOUT`] and program.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::entered::Entered;
use super::entries::{Entries, Past};
use super::entry::FactId;
use super::files::{At, File, Files, Packed, Place, Standing};
use super::history::History;
use super::office::Office;
use super::strand::Strands;
use super::wordings::{Lengths, Wordings};
use super::{Book, View, day};
use crate::domain::event::{About, Event};
use crate::domain::terms::{CaseId, Date, Number};

/// Grows whenever the bytes of a book change their meaning; a test with a frozen record tells.
pub const LAYOUT: u32 = 8;

/// Everything before the files themselves.
#[derive(Serialize, Deserialize)]
struct Contents {
    /// The last line that counts.
    seq: u64,
    entered: Entered,
    undone: BTreeSet<u64>,
    /// The corrected facts, and those of the office, as they would stand in the journal.
    corrected: Vec<(FactId, String)>,
    office: Vec<(FactId, String)>,
    /// Where the facts of the deputies' work stand, in the order of recording.
    work: Vec<FactId>,
    register: Vec<(Number, CaseId)>,
    groups: BTreeMap<CaseId, BTreeSet<CaseId>>,
    /// In the order of their bytes.
    files: Vec<Listed>,
    /// The words that look-alikes are found by, after the files.
    wordings: Lengths,
}

/// A book as bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackedBook {
    /// Everything but the files, and where each of them is.
    pub index: Vec<u8>,
    /// The files, which follow one another: first those of cases that wait, then those of which
    /// something else runs; then the words that look-alikes are found by. What is at hand packed is
    /// not copied.
    pub files: Vec<Rc<[u8]>>,
}

/// A file among the files.
#[derive(Serialize, Deserialize)]
struct Listed {
    case: CaseId,
    bytes: u64,
    standing: Standing,
    /// The day of its last fact.
    #[serde(with = "day::maybe")]
    last: Option<Date>,
}

/// For a day that is past, so many cases to which something happened since are folded again and held.
const MOVED_MOST: usize = 1 << 12;

impl Book {
    /// The book as bytes; none for a view of a part of the record.
    pub fn packed(&self) -> Option<PackedBook> {
        if self.view != View::default() {
            return None;
        }
        let mut parts = Vec::new();
        let mut files = Vec::new();
        for wanted in Standing::ALL {
            for (case, file) in self
                .files
                .as_kept()
                .filter(|(_, kept)| kept.standing() == wanted)
            {
                let body = file.bytes()?;
                files.push(Listed {
                    case,
                    bytes: body.len() as u64,
                    standing: wanted,
                    last: file.last(),
                });
                parts.push(body);
            }
        }
        let wordings = self.pack_wordings(&mut parts)?;
        let corrected = self.history.corrected.iter();
        let corrected = corrected.map(|(id, event)| Some((*id, in_words(event)?)));
        let words = |id: &FactId| Some((*id, in_words(self.fact(*id)?.event)?));
        let contents = Contents {
            seq: self.head(),
            entered: self.entered,
            undone: self.history.undone.clone(),
            corrected: corrected.collect::<Option<_>>()?,
            office: self.office_facts.iter().map(words).collect::<Option<_>>()?,
            work: self.work.facts(),
            register: self.register.iter().map(|(n, case)| (*n, *case)).collect(),
            groups: self.groups.clone(),
            files,
            wordings,
        };
        Some(PackedBook {
            index: postcard::to_allocvec(&contents).ok()?,
            files: parts,
        })
    }

    /// A book from its index, with somebody who can read the rest again. None where the view ends
    /// before the record that was packed, in lines, or so many days before it that more cases were
    /// something else then than can be held; and where this is no such index.
    pub fn unpacked(index: &[u8], past: Rc<dyn Past>, view: View) -> Option<Self> {
        let contents: Contents = postcard::from_bytes(index).ok()?;
        if view.known.is_some_and(|known| known < contents.seq) {
            return None;
        }
        let mut office = Office::default();
        for (_, fact) in &contents.office {
            office.fold(&serde_json::from_str(fact).ok()?).ok()?;
        }
        let corrected = contents.corrected.iter();
        let corrected = corrected.map(|(id, fact)| Some((*id, serde_json::from_str(fact).ok()?)));
        let history = History {
            undone: contents.undone,
            corrected: corrected.collect::<Option<_>>()?,
        };
        let (places, end) = places(&contents.files);
        let wordings = Some(Wordings::new(Rc::clone(&past), end, &contents.wordings));
        let mut book = Self {
            view,
            entries: Entries::again(Rc::clone(&past), contents.seq),
            history,
            office,
            office_facts: contents.office.into_iter().map(|(id, _)| id).collect(),
            work: Strands::default(),
            files: Files::of(Packed::new(past, places, wordings), BTreeMap::new()),
            register: contents.register.into_iter().collect(),
            groups: contents.groups,
            entered: contents.entered,
        };
        let mut work = Strands::default();
        for id in contents.work {
            if let About::Work(part) = book.fact(id)?.event.about() {
                work.note(part, id);
            }
        }
        book.work = work.fold(&book, None).ok()?;
        if let Some(day) = view.as_of {
            book.go_back_to(day)?;
        }
        Some(book)
    }

    /// Puts in the place of each case to which something happened after a day the case of that day.
    /// None where they are too many.
    fn go_back_to(&mut self, day: Date) -> Option<()> {
        let moved = self.files.moved_after(day);
        if moved.len() > MOVED_MOST {
            return None;
        }
        for id in moved {
            let passing = self.passing(id)?;
            let [stood] = passing.on([day]);
            let case = stood.map(Cow::into_owned);
            let leads = passing.leads.to_vec();
            let timeline = passing.timeline.into_owned();
            self.put_instead((id, &leads), File { timeline, case });
        }
        Some(())
    }

    /// Whether everything that was asked of a packed book could be told.
    pub fn is_whole(&self) -> bool {
        self.files.are_whole()
    }
}

fn in_words(event: &Event) -> Option<String> {
    serde_json::to_string(event).ok()
}

/// Where the files stand, and where they end.
fn places(files: &[Listed]) -> (Vec<Place>, u64) {
    let mut from = 0_u64;
    let places = files.iter().map(|file| {
        let begin = from;
        from = from.saturating_add(file.bytes);
        Place {
            case: file.case,
            at: At::Checkpoint(begin..from),
            standing: file.standing,
            last: file.last,
        }
    });
    (places.collect(), from)
}
