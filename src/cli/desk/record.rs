//! Recording one wish: judged against the book under the writer's lock, written, told.
//!
//! What must stand on disk before the line, and what must be done right after it, is handed in by
//! the verb; neither is done for a dry run, or for a wish that is refused. What was done before a
//! line that was then not recorded is undone at once.

use std::cell::RefCell;

use super::Desk;
use super::numbers::numbers_in;
use crate::cli::args::Writing;
use crate::cli::failure::Failure;
use crate::cli::wish::Wish;
use crate::domain::book::Book;
use crate::domain::command::{Command, Stamp};
use crate::domain::decide::{decide, doubts};
use crate::domain::event::{About, Event};
use crate::domain::refusal::Refusal;
use crate::domain::terms::CaseId;
use crate::journal::Place;
use crate::words;

/// What is done in the store around the writing of a line, under the lock.
struct Around<B, U, A> {
    before: B,
    undo: U,
    after: A,
}

type Act = fn(&Place, &Book) -> Result<(), Failure>;

impl Around<Act, fn(&Place, &Book), Act> {
    fn nothing() -> Self {
        Self {
            before: |_, _| Ok(()),
            undo: |_, _| (),
            after: |_, _| Ok(()),
        }
    }
}

impl Desk<'_, '_> {
    /// Records one wish in an open store.
    pub(in crate::cli) fn record(
        &mut self,
        writing: &Writing,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
    ) -> anyhow::Result<()> {
        self.settle(writing, false, make, Around::nothing())
    }

    /// The same, with something that must be on disk before the line is: done once the wish is
    /// judged, and not at all for a dry run; and how it is settled once the line is recorded, or is
    /// not.
    pub(in crate::cli) fn record_preceded(
        &mut self,
        writing: &Writing,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
        before: impl FnOnce(&Place, &Book) -> Result<(), Failure>,
        settle: impl Fn(&Place, &Book),
    ) -> anyhow::Result<()> {
        let around = Around {
            before,
            undo: &settle,
            after: |place: &Place, book: &Book| {
                settle(place, book);
                Ok(())
            },
        };
        self.settle(writing, false, make, around)
    }

    /// The same, with something that must be done once the line is on disk, before anybody else
    /// writes.
    pub(in crate::cli) fn record_followed(
        &mut self,
        writing: &Writing,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
        after: impl FnOnce(&Place, &Book) -> Result<(), Failure>,
    ) -> anyhow::Result<()> {
        let around = Around {
            before: |_: &Place, _: &Book| Ok(()),
            undo: |_: &Place, _: &Book| (),
            after,
        };
        self.settle(writing, false, make, around)
    }

    /// Records the wish that opens a store.
    pub(in crate::cli) fn found(
        &mut self,
        writing: &Writing,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
    ) -> anyhow::Result<()> {
        self.settle(writing, true, make, Around::nothing())
    }

    fn settle(
        &mut self,
        writing: &Writing,
        founding: bool,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
        around: Around<
            impl FnOnce(&Place, &Book) -> Result<(), Failure>,
            impl FnOnce(&Place, &Book),
            impl FnOnce(&Place, &Book) -> Result<(), Failure>,
        >,
    ) -> anyhow::Result<()> {
        let today = self.today();
        let on = match writing.on.as_deref() {
            Some(typed) => self.date("--on", typed)?,
            None => today,
        };
        if self.is_guided() && !writing.dry_run {
            self.last_look(founding, on, &make)?;
        }
        let mut session = self.session(founding, writing.dry_run)?;
        let stamp = Stamp {
            on,
            today,
            by: self.recorder(session.book())?,
            lenient: false,
            old_ledger: false,
        };
        let book = session.book();
        let wish = Wish {
            book,
            stamp: &stamp,
            lang: self.lang,
            seed: self.world.seed,
            told: RefCell::default(),
        };
        let command = make(&wish)?;
        let told = wish.told.take();
        let events = match decide(book, &command, &stamp) {
            Ok(events) => events,
            Err(refusal) => {
                let refused = self.refused(&refusal, &command, (book, &stamp));
                // What the typed words came to may be why.
                for line in &told {
                    self.say(line)?;
                }
                return Err(refused.into());
            }
        };
        let told = told.into_iter().chain(self.doubts(book, &events));
        let told: Vec<String> = told.filter(|line| !self.told.contains(line)).collect();
        // The first line is the secretary's own, unless somebody else is named.
        let by = match (&command, self.by()) {
            (Command::Init { secretary, .. }, None) => secretary.clone(),
            (_, _) => stamp.by.clone(),
        };
        let writes = !founding && !writing.dry_run;
        if writes {
            (around.before)(&self.store()?.place(self.lang)?, session.book())?;
        }
        let earlier = (!founding && events.iter().any(moves_others)).then(|| book.clone());
        if let Err(failure) = session.append(&by, vec![(events.clone(), false)], false) {
            if writes && !session.is_uncertain {
                (around.undo)(&self.store()?.place(self.lang)?, session.book());
            }
            return Err(failure.into());
        }
        let place = self.store()?.place(self.lang);
        let finished = match writes {
            true => place.and_then(|place| (around.after)(&place, session.book())),
            false => Ok(()),
        };
        let typed = writing.on.as_deref();
        let day = typed.and_then(|typed| words::resolved(self.lang, "--on", typed, on));
        for line in session.warnings().iter().chain(&day).chain(&told) {
            self.say(line)?;
        }
        self.tell_recorded((earlier.as_ref(), session.book()), &events, writing.dry_run)?;
        // What was recorded is said first: it stands whatever becomes of the rest.
        Ok(finished.map_err(|failure| failure.once_recorded(self.lang))?)
    }

    /// A refusal in words; of several cases those that would pass without the others are named.
    pub(super) fn refused(
        &self,
        refusal: &Refusal,
        command: &Command,
        (book, stamp): (&Book, &Stamp),
    ) -> Failure {
        /// More are not tried one by one.
        const TRIED_MOST: usize = 200;
        let failure = Failure::refused(self.lang, refusal, book);
        let Command::OnCases { cases, wish } = command else {
            return failure;
        };
        if cases.len() < 2 || cases.len() > TRIED_MOST {
            return failure;
        }
        let passes = |case: &&CaseId| {
            let alone = Command::on(vec![**case], wish.clone());
            decide(book, &alone, stamp).is_ok()
        };
        let passing = cases.iter().filter(passes);
        let passing: Vec<String> = passing
            .map(|case| words::plain_label(book, *case))
            .collect();
        failure.hinting(words::none_written(self.lang, &passing.join(",")))
    }

    /// What is lawful and yet looks wrong, a line each.
    pub(super) fn doubts(&self, book: &Book, events: &[Event]) -> Vec<String> {
        let doubts = doubts(book, events, self.today()).into_iter();
        doubts
            .map(|doubt| words::doubt(self.lang, &doubt))
            .collect()
    }

    /// Says what a line changed: its facts, numbers that stand in free text, and what it moved.
    fn tell_recorded(
        &mut self,
        (earlier, now): (Option<&Book>, &Book),
        events: &[Event],
        dry_run: bool,
    ) -> anyhow::Result<()> {
        self.tell(now, events, dry_run)?;
        self.tell_numbers(numbers_in(events))?;
        match earlier {
            Some(earlier) => self.tell_moved(earlier, now),
            None => Ok(()),
        }
    }
}

/// Facts that may move the last days and the figures of cases they do not name.
fn moves_others(event: &Event) -> bool {
    let rules = matches!(event, Event::RulesAdopted(_) | Event::CalendarAdopted(_));
    rules || event.about() == About::Record
}
