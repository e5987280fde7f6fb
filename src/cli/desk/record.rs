//! Recording one wish: judged against the book under the writer's lock, written, told.
//!
//! What must stand on disk before the line, and what must be done right after it, is handed in by
//! the verb; neither is done for a dry run, or for a wish that is refused.

use std::cell::RefCell;

use super::Desk;
use crate::cli::args::Writing;
use crate::cli::failure::Failure;
use crate::cli::wish::Wish;
use crate::domain::command::{Command, Stamp};
use crate::domain::decide::decide;
use crate::domain::event::{About, Event};
use crate::journal::Place;
use crate::words;

impl Desk<'_, '_> {
    /// Records one wish in an open store.
    pub(in crate::cli) fn record(
        &mut self,
        writing: &Writing,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
    ) -> anyhow::Result<()> {
        self.settle(writing, false, make, (|_| Ok(()), |_| Ok(())))
    }

    /// The same, with something that must be on disk before the line is: done once the wish is
    /// judged, and not at all for a dry run.
    pub(in crate::cli) fn record_preceded(
        &mut self,
        writing: &Writing,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
        before: impl FnOnce(&Place) -> Result<(), Failure>,
    ) -> anyhow::Result<()> {
        self.settle(writing, false, make, (before, |_| Ok(())))
    }

    /// The same, with something that must be done once the line is on disk, before anybody else
    /// writes.
    pub(in crate::cli) fn record_followed(
        &mut self,
        writing: &Writing,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
        after: impl FnOnce(&Place) -> Result<(), Failure>,
    ) -> anyhow::Result<()> {
        self.settle(writing, false, make, (|_| Ok(()), after))
    }

    /// Records the wish that opens a store.
    pub(in crate::cli) fn found(
        &mut self,
        writing: &Writing,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
    ) -> anyhow::Result<()> {
        self.settle(writing, true, make, (|_| Ok(()), |_| Ok(())))
    }

    fn settle(
        &mut self,
        writing: &Writing,
        founding: bool,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
        (before, after): (
            impl FnOnce(&Place) -> Result<(), Failure>,
            impl FnOnce(&Place) -> Result<(), Failure>,
        ),
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
        };
        let book = session.book();
        let wish = Wish {
            book,
            stamp: &stamp,
            lang: self.lang,
            seed: self.world.seed,
            resolved: RefCell::default(),
        };
        let command = make(&wish)?;
        let resolved = wish.resolved.take();
        let events = decide(book, &command, &stamp)
            .map_err(|refusal| Failure::refused(self.lang, &refusal, book))?;
        // The first line is the secretary's own, unless somebody else is named.
        let by = match (&command, self.by()) {
            (Command::Init { secretary, .. }, None) => secretary.clone(),
            (_, _) => stamp.by.clone(),
        };
        let writes = !founding && !writing.dry_run;
        if writes {
            before(&self.store()?.place(self.lang)?)?;
        }
        let earlier = (!founding && events.iter().any(moves_others)).then(|| book.clone());
        session.append(&by, vec![(events.clone(), false)], false)?;
        let place = self.store()?.place(self.lang);
        let finished = match writes {
            true => place.and_then(|place| after(&place)),
            false => Ok(()),
        };
        for warning in session.warnings() {
            self.say(&warning)?;
        }
        let typed = writing.on.as_deref();
        let day = typed.and_then(|typed| words::resolved(self.lang, "--on", typed, on));
        for told in day.iter().chain(&resolved) {
            self.say(told)?;
        }
        self.tell(session.book(), &events, writing.dry_run)?;
        self.tell_numbers(events.iter())?;
        if let Some(earlier) = earlier {
            self.tell_moved(&earlier, session.book())?;
        }
        // What was recorded is said first: it stands whatever becomes of the rest.
        Ok(finished.map_err(|failure| failure.once_recorded(self.lang))?)
    }
}

/// Facts that may move the last days and the figures of cases they do not name.
fn moves_others(event: &Event) -> bool {
    let rules = matches!(event, Event::RulesAdopted(_) | Event::CalendarAdopted(_));
    rules || event.about() == About::Record
}
