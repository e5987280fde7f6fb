//! A line that is still being drafted. An import judges the steps of a row one after the other,
//! each against those before it, and takes the whole row back when one of them is refused.
//!
//! Refuses: to touch what is on disk. A drafted book is a copy that nobody has written yet.

use std::collections::BTreeSet;

use super::effects::Effects;
use super::entry::Entry;
use super::impossible::Impossible;
use super::{Book, numbers_of};
use crate::domain::event::{self, Event};
use crate::domain::terms::CaseId;

impl Book {
    /// Adds facts to the last line, as if they had always stood there. Without a line there is
    /// nothing to add to, and nothing happens.
    ///
    /// # Errors
    /// As [`Book::apply`]; the book is then as it was.
    pub fn extend_last(&mut self, events: Vec<Event>) -> Result<(), Impossible> {
        let Some(last) = self.entries.newest_mut() else {
            return Ok(());
        };
        let from = last.events.len();
        last.events.extend(events);
        let effects = match self.entries.newest() {
            Some(last) => self.effects(last, from),
            None => return Ok(()),
        };
        match effects {
            Ok(Effects::Rebuilt(book)) => *self = *book,
            Ok(Effects::Touched(touched)) => self.keep(touched, from),
            Err(impossible) => {
                if let Some(last) = self.entries.newest_mut() {
                    last.events.truncate(from);
                }
                return Err(impossible);
            }
        }
        Ok(())
    }

    /// The last line is drafted to its end: no room is kept for more of it.
    pub fn end_last(&mut self) {
        if let Some(last) = self.entries.newest_mut() {
            last.events.shrink_to_fit();
        }
    }

    /// The lines that were drafted after one of them, when the copy has served.
    pub fn into_lines_after(self, line: u64) -> impl Iterator<Item = Entry> {
        let lines = self.entries.into_recent().into_iter();
        lines.skip_while(move |entry| entry.seq <= line)
    }

    /// Takes the last line off, as if it had never been recorded. A line about cases only is
    /// taken off in the time those cases take; any other folds the record anew.
    pub fn take_last(&mut self) -> Option<Entry> {
        let entry = self.entries.pop()?;
        if entry.events.iter().any(|e| e.case().is_none()) {
            // What stood before a line that was admitted stands without it.
            if let Ok(book) = Self::fold_all(self.entries.clone(), self.view) {
                *self = book;
            }
            return Some(entry);
        }
        for event in &entry.events {
            if let Event::Numbered(event::Numbered { number, .. }) = event {
                self.register.remove(number);
            }
        }
        let cases: BTreeSet<CaseId> = entry.events.iter().filter_map(Event::case).collect();
        for case in cases {
            self.leave_groups(case);
            let Some(mut file) = self.files.remove(case) else {
                continue;
            };
            file.timeline.retain(|step| step.id.line != entry.seq);
            if file.timeline.is_empty() {
                let last = &mut self.entered.cases;
                *last = case.0.saturating_sub(1).min(*last);
                continue;
            }
            file.case = self.fold_file(&file.timeline, None).ok().flatten();
            let numbers = numbers_of(&self.entries, &self.history, &file, case);
            self.register.extend(numbers);
            self.put(case, file);
        }
        Some(entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::View;
    use crate::domain::event::Kind;
    use crate::domain::terms::{Level, Name, Number, Period, Series, Title};

    const SERIES: Series = Series {
        level: Level::Town,
        term: 20,
        session: 5,
        period: Period::InSession,
    };

    fn name(word: &str) -> Name {
        Name::new(word).expect(word)
    }

    fn submitted(case: u32) -> Event {
        Event::Submitted(event::Submitted {
            on: "2024-01-11".parse().expect("a date"),
            case: CaseId(case),
            level: SERIES.level,
            period: SERIES.period,
            term: SERIES.term,
            session: SERIES.session,
            title: Title::new("修桥").expect("a title"),
            body: None,
            requests: Vec::new(),
            deputy: Some(name("王秀兰")),
            co_signers: Vec::new(),
            delegation: None,
            category: name("其他"),
            kind: Kind::Ordinary,
            confidential: false,
            motion: None,
        })
    }

    fn numbered(case: u32, seq: u32) -> Event {
        Event::Numbered(event::Numbered {
            on: "2024-01-11".parse().expect("a date"),
            case: CaseId(case),
            number: Number {
                series: SERIES,
                seq,
            },
        })
    }

    fn closed(case: u32) -> Event {
        Event::Closed(event::Closed {
            on: "2024-05-11".parse().expect("a date"),
            case: CaseId(case),
        })
    }

    fn line(seq: u64, events: Vec<Event>) -> Entry {
        Entry {
            seq,
            at: chrono::DateTime::default(),
            by: name("王秘书"),
            batch: None,
            lenient: false,
            events,
        }
    }

    fn one_case() -> Book {
        let entries = [line(1, vec![submitted(1), numbered(1, 1)])];
        Book::replay(entries, View::default()).expect("one case")
    }

    #[test]
    fn a_line_drafted_step_by_step_is_the_line_applied_at_once() {
        let mut drafted = one_case();
        drafted
            .apply(line(2, vec![submitted(2)]))
            .expect("handed in");
        drafted.extend_last(vec![numbered(2, 2)]).expect("numbered");
        drafted.extend_last(vec![closed(2)]).expect("closed");
        let mut applied = one_case();
        let events = vec![submitted(2), numbered(2, 2), closed(2)];
        applied.apply(line(2, events)).expect("at once");
        assert_eq!(drafted, applied);
    }

    #[test]
    fn a_line_taken_off_leaves_no_trace() {
        let mut book = one_case();
        let added = Event::UnitAdded(event::UnitAdded {
            on: "2024-01-11".parse().expect("a date"),
            unit: name("水务站"),
        });
        for events in [
            vec![submitted(2), numbered(2, 2)],
            vec![numbered(1, 7), closed(1)],
            vec![added, closed(1)],
        ] {
            book.apply(line(2, events.clone())).expect("possible");
            assert_ne!(book, one_case());
            assert_eq!(book.take_last().map(|e| e.events), Some(events));
            assert_eq!(book, one_case());
        }
    }

    #[test]
    fn a_fact_that_cannot_be_leaves_no_trace() {
        let mut book = one_case();
        book.apply(line(2, vec![closed(1)])).expect("closed");
        let before = book.clone();
        assert!(book.extend_last(vec![closed(1)]).is_err());
        assert!(
            book.extend_last(vec![submitted(2), numbered(2, 1)])
                .is_err()
        );
        assert_eq!(book, before);
    }
}
