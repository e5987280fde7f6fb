//! What one more line would change: worked out first, taken over only if all of it can have
//! happened, so that a refused line leaves the book as it was.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, FactId, Step};
use super::history::facts_of;
use super::impossible::{Clash, Impossible};
use super::office::Office;
use super::strand::Strands;
use super::{Book, File, fold, impossible};
use crate::domain::event::{self, About, Event};
use crate::domain::terms::CaseId;

/// What a line changes.
pub(super) enum Effects {
    /// Some cases, and perhaps the office or the deputies' work.
    Touched(Touched),
    /// Anything: the line is about other lines.
    Rebuilt(Box<Book>),
}

/// The parts that a line changes, as they are with it.
pub(super) struct Touched {
    /// With the places of its facts.
    pub(super) office: Option<(Box<Office>, Vec<FactId>)>,
    pub(super) work: Option<Box<Strands>>,
    pub(super) files: Vec<(CaseId, File)>,
}

impl Book {
    /// What a line would change, of which the facts before `from` are in the book already.
    pub(super) fn effects(&self, entry: &Entry, from: usize) -> Result<Effects, Impossible> {
        if entry.events.iter().any(|e| e.about() == About::Record) {
            let is_new = self.head() != entry.seq;
            if is_new && let Some(mended) = self.mended(entry) {
                return Ok(Effects::Rebuilt(Box::new(mended)));
            }
            let mut entries = self.entries.clone();
            if is_new {
                entries.push(entry.clone());
            }
            return Self::fold_all(entries, self.view).map(|b| Effects::Rebuilt(Box::new(b)));
        }
        let mut office: Option<(Box<Office>, Vec<FactId>)> = None;
        let mut work: Option<Strands> = None;
        let mut cases: BTreeMap<CaseId, Vec<Step>> = BTreeMap::new();
        let mut numbers = BTreeSet::new();
        for (id, event) in facts_of(entry).skip(from) {
            match event.about() {
                About::Case(case) => {
                    let on = event.on();
                    cases.entry(case).or_default().push(Step { on, id });
                }
                About::Work(part) => work.get_or_insert_with(|| self.work.clone()).note(part, id),
                About::Office => {
                    let now = || (Box::new(self.office.clone()), Vec::new());
                    let (office, facts) = office.get_or_insert_with(now);
                    facts.push(id);
                    office.fold(event).map_err(|clash| {
                        impossible(&self.entries, Some(entry), id, Some(event), clash)
                    })?;
                }
                About::Record => {}
            }
            if let Event::Numbered(event::Numbered { case, number, .. }) = event {
                let fresh = numbers.insert(*number);
                let holder = self.register.get(number).filter(|h| h != case);
                if let Some(holder) = holder.or((!fresh).then_some(*case)) {
                    let clash = Clash::NumberTaken(*number, holder);
                    return Err(impossible(
                        &self.entries,
                        Some(entry),
                        id,
                        Some(event),
                        clash,
                    ));
                }
            }
        }
        let mut files = Vec::new();
        for (case, added) in cases {
            files.push((case, self.file_with(case, &added, entry)?));
        }
        let work = work.map(|work| work.fold(self, Some(entry))).transpose()?;
        let work = work.map(Box::new);
        Ok(Effects::Touched(Touched {
            office,
            work,
            files,
        }))
    }

    /// A case's file with more facts at their places.
    fn file_with(&self, case: CaseId, added: &[Step], entry: &Entry) -> Result<File, Impossible> {
        let mut file = self.files.get(case).cloned().unwrap_or_default();
        let folded = file.timeline.len();
        file.timeline.extend_from_slice(added);
        if file.timeline[folded.saturating_sub(1)..].is_sorted() {
            for Step { on, id } in added {
                let Some(event) = entry.events.get(usize::from(id.index)) else {
                    continue;
                };
                if !self.view.has_come(*on) {
                    break;
                }
                fold::fold(&mut file.case, event).map_err(|clash| {
                    impossible(&self.entries, Some(entry), *id, Some(event), clash)
                })?;
            }
            return Ok(file);
        }
        file.timeline.sort_unstable();
        file.case = self.fold_file(&file.timeline, Some(entry))?;
        Ok(file)
    }
}
