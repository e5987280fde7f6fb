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
use super::files::{File, Files, Packed};
use super::history::History;
use super::office::Office;
use super::places::Listed;
use super::register::{Register, Run};
use super::standing::Standing;
use super::strand::Strands;
use super::wordings::{Lengths, Wordings};
use super::{Book, View};
use crate::domain::event::{About, Event};
use crate::domain::terms::{CaseId, Date, Name, Names, Number};

/// Grows whenever the bytes of a book change their meaning; a test with a frozen record tells.
pub const LAYOUT: u32 = 11;

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
    register: Vec<(Number, Run)>,
    groups: BTreeMap<CaseId, BTreeSet<CaseId>>,
    /// Those that the files have, in the order of their places.
    names: Vec<String>,
    /// By what is left to do of their cases, in the order of their bytes.
    files: [Listed; Standing::ALL.len()],
    /// The words that look-alikes are found by, after the files.
    wordings: Lengths,
}

/// For a day that is past, so many cases to which something happened since are folded again and held.
const MOVED_MOST: usize = 1 << 12;

impl Book {
    /// The book as bytes; none for a view of a part of the record. First the files are put, one after
    /// the other: those of cases that wait, then the others by how much is left to do of them; then
    /// the words that look-alikes are found by. What comes back is the index: everything else, and
    /// where each of them is.
    pub fn pack(&self, put: &mut dyn FnMut(&[u8])) -> Option<Vec<u8>> {
        if self.view != View::default() {
            return None;
        }
        let mut files = <[Listed; Standing::ALL.len()]>::default();
        let mut names = self.files.names();
        for (listed, wanted) in files.iter_mut().zip(Standing::ALL) {
            for (case, file) in self.files.as_kept(wanted) {
                let body = file.bytes(&mut names)?;
                listed.add(case, body.len() as u64, file.last())?;
                put(&body);
            }
        }
        let wordings = self.pack_wordings(put)?;
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
            register: self.register.runs(),
            groups: self.groups.clone(),
            names: names.all().iter().map(Name::to_string).collect(),
            files,
            wordings,
        };
        postcard::to_allocvec(&contents).ok()
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
        let names = contents.names.iter().map(|name| Name::new(name).ok());
        let names = Names::of(names.collect::<Option<_>>()?);
        let mut end = 0;
        let places = contents.files.map(|listed| listed.places(&mut end));
        let wordings = Some(Wordings::new(Rc::clone(&past), end, &contents.wordings));
        let mut book = Self {
            view,
            entries: Entries::again(Rc::clone(&past), contents.seq),
            history,
            office,
            office_facts: contents.office.into_iter().map(|(id, _)| id).collect(),
            work: Strands::default(),
            files: Files::of(Packed::new(past, names, places, wordings), BTreeMap::new()),
            register: Register::of_runs(contents.register),
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
