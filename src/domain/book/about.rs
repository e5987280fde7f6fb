//! Which cases a fact is about. One that corrects, takes back or puts back others is about theirs.
//!
//! Refuses to ask whether it stands: what was taken back is told all the same.

use std::collections::BTreeSet;

use super::Book;
use super::entry::Entry;
use crate::domain::event::{Corrected, Event, Redone, Undone};
use crate::domain::terms::CaseId;

impl Book {
    /// The cases of a line.
    pub fn cases_of_line(&self, entry: &Entry) -> BTreeSet<CaseId> {
        let mut cases = BTreeSet::new();
        for event in &entry.events {
            self.add_cases(entry.seq, event, &mut cases);
        }
        cases
    }

    /// The cases of a fact of a line.
    pub fn cases_of_fact(&self, line: u64, event: &Event) -> BTreeSet<CaseId> {
        let mut cases = BTreeSet::new();
        self.add_cases(line, event, &mut cases);
        cases
    }

    fn add_cases(&self, line: u64, event: &Event, cases: &mut BTreeSet<CaseId>) {
        cases.extend(event.case());
        // What mends something stands after it.
        let earlier = |seq: &u64| self.entry(*seq).filter(|_| *seq < line);
        if let Event::Corrected(Corrected {
            line: seq, fact, ..
        }) = event
        {
            let events = earlier(seq).map_or(&[][..], |entry| entry.events.as_slice());
            if let Some(mended) = events.get(usize::from(*fact)) {
                self.add_cases(*seq, mended, cases);
            }
        }
        if let Event::Undone(Undone { lines, .. }) | Event::Redone(Redone { lines, .. }) = event {
            for entry in lines.iter().filter_map(earlier) {
                for event in &entry.events {
                    self.add_cases(entry.seq, event, cases);
                }
            }
        }
    }
}
