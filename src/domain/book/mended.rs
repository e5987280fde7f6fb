//! A line about other lines: what it takes back, puts back or corrects is folded again, and nothing
//! else, so that a slip that was mended costs no more than what it touched.
//!
//! Refuses to tell why something cannot be: who folds the whole record finds the first fact against
//! it.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::{Entry, FactId, Step};
use super::office::Office;
use super::strand::Strands;
use super::{Book, numbers_of};
use crate::domain::event::{About, Event};
use crate::domain::terms::CaseId;

/// The facts that count otherwise than before.
#[derive(Default)]
struct Changed {
    cases: BTreeMap<CaseId, BTreeSet<FactId>>,
    office: BTreeSet<FactId>,
    work: BTreeSet<FactId>,
}

impl Book {
    /// The book with a line about other lines; none where it cannot be, or only the whole record
    /// tells.
    pub(super) fn mended(&self, entry: &Entry) -> Option<Self> {
        let mut book = self.clone();
        book.entries.push(entry.clone());
        let facts = book.history.take_in(&book.entries, entry)?;
        let mut changed = Changed::default();
        for id in facts {
            let recorded = book.entries.get(id.line)?;
            match recorded.events.get(usize::from(id.index))?.about() {
                About::Case(case) => {
                    changed.cases.entry(case).or_default().insert(id);
                }
                About::Office => {
                    changed.office.insert(id);
                }
                About::Work(_) => {
                    changed.work.insert(id);
                }
                About::Record => return None,
            }
        }
        if !changed.office.is_empty() {
            book.mend_office(changed.office)?;
        }
        if !changed.work.is_empty() {
            book.mend_work(changed.work)?;
        }
        book.mend_cases(self, changed.cases)?;
        Some(book)
    }

    fn stands(&self, id: FactId) -> Option<&Event> {
        self.fact(id).map(|fact| fact.event)
    }

    fn mend_office(&mut self, mut facts: BTreeSet<FactId>) -> Option<()> {
        facts.extend(std::mem::take(&mut self.office_facts));
        let mut office = Office::default();
        for id in facts {
            if let Some(event) = self.stands(id) {
                office.fold(event).ok()?;
                self.office_facts.push(id);
            }
        }
        self.office = office;
        Some(())
    }

    fn mend_work(&mut self, mut facts: BTreeSet<FactId>) -> Option<()> {
        facts.extend(self.work.facts());
        let mut work = Strands::default();
        for id in facts {
            if let Some(About::Work(part)) = self.stands(id).map(Event::about) {
                work.note(part, id);
            }
        }
        self.work = work.fold(self, None).ok()?;
        Some(())
    }

    /// Folds some cases anew; their numbers were those that `before` has.
    fn mend_cases(
        &mut self,
        before: &Self,
        cases: BTreeMap<CaseId, BTreeSet<FactId>>,
    ) -> Option<()> {
        let mut files = Vec::new();
        for (case, facts) in cases {
            let mut file = self.files.get(case).cloned().unwrap_or_default();
            for (number, _) in numbers_of(&before.entries, &before.history, &file, case) {
                self.register.remove(&number);
            }
            file.timeline.retain(|step| !facts.contains(&step.id));
            let on = |id| Some(self.stands(id)?.on());
            let stand = facts.into_iter();
            let stand = stand.filter_map(|id| Some(Step { on: on(id)?, id }));
            file.timeline.extend(stand);
            file.timeline.sort_unstable();
            file.case = self.fold_file(&file.timeline, None).ok()?;
            files.push((case, file));
        }
        for (case, file) in files {
            for (number, case) in numbers_of(&self.entries, &self.history, &file, case) {
                self.enter_number(number, case, None).ok()?;
            }
            if file.timeline.is_empty() {
                self.leave_groups(case);
                self.files.remove(case);
            } else {
                self.put(case, file);
            }
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::ops::Range;
    use std::rc::Rc;

    use super::*;
    use crate::domain::book::{Past, View};
    use crate::domain::terms::Name;

    /// Lines and files at hand, and how many lines were asked for.
    #[derive(Debug)]
    struct Counted {
        lines: Vec<Entry>,
        files: Vec<u8>,
        read: Cell<usize>,
    }

    impl Past for Counted {
        fn entry(&self, line: u64) -> Option<Entry> {
            self.read.set(self.read.get() + 1);
            self.lines.iter().find(|entry| entry.seq == line).cloned()
        }

        fn look_at_holding(
            &self,
            last: u64,
            _: &[String],
            _: &BTreeSet<u64>,
            look: &mut dyn FnMut(&Entry),
        ) {
            let lines = self.lines.iter().filter(|entry| entry.seq <= last);
            lines.for_each(look);
        }

        fn files(&self, bytes: Range<u64>) -> Option<Vec<u8>> {
            let place = |at: u64| usize::try_from(at).expect("few");
            let files = self.files.get(place(bytes.start)..place(bytes.end));
            files.map(<[u8]>::to_vec)
        }
    }

    fn line(seq: u64, fact: &str) -> Entry {
        Entry {
            seq,
            at: chrono::DateTime::default(),
            by: Name::new("王秘书").expect("a name"),
            batch: None,
            lenient: false,
            events: vec![serde_json::from_str(fact).expect(fact)],
        }
    }

    fn submitted(case: u64) -> Entry {
        let fact = SUBMITTED.replace("CASE", &case.to_string());
        line(case, &fact)
    }

    const SUBMITTED: &str = r#"{"type":"submitted","on":"2024-01-11","case":CASE,"level":"town","period":"in_session","term":20,"session":5,"title":"修桥","category":"其他","kind":"ordinary"}"#;

    #[test]
    fn a_slip_that_is_mended_reads_what_it_touches_and_nothing_else() {
        const CASES: u64 = 60;
        let mut lines: Vec<Entry> = (1..=CASES).map(submitted).collect();
        let closed = r#"{"type":"closed","on":"2024-05-20","case":7}"#;
        lines.push(line(CASES + 1, closed));
        let before = Book::replay(lines.clone(), View::default()).expect("possible");
        let mut files = Vec::new();
        let index = before.pack(&mut |bytes| files.extend_from_slice(bytes));
        let index = index.expect("a whole view");
        let past = Rc::new(Counted {
            lines: lines.clone(),
            files,
            read: Cell::new(0),
        });
        let book = Book::unpacked(&index, Rc::clone(&past) as _, View::default());
        let mut book = book.expect("the whole view");
        for (place, fact) in (CASES + 2..).zip([
            r#"{"type":"undone","on":"2024-06-01","lines":[61],"why":"误录"}"#,
            r#"{"type":"redone","on":"2024-06-02","lines":[61],"why":"没有错"}"#,
            r#"{"type":"corrected","on":"2024-06-03","line":9,"fact":0,"field":"on","old":"2024-01-11","new":"2024-01-12","why":"抄错"}"#,
            r#"{"type":"undone","on":"2024-06-04","lines":[8],"why":"重复"}"#,
        ]) {
            lines.push(line(place, fact));
            book.apply(line(place, fact)).expect("possible");
        }
        assert!(past.read.get() < 9, "{} lines", past.read.get());
        assert_eq!(
            book.case(CaseId(9)).map(|case| case.submitted.to_string()),
            Some("2024-01-12".to_owned())
        );
        assert_eq!(book.cases().count(), 59);
        assert!(book == Book::replay(lines, View::default()).expect("possible"));
    }
}
