//! The last look of the guided way: what would be written is shown before anything is, an answer
//! can be given anew, and the line that does the same is told at the end.
//!
//! No lock is held while somebody thinks.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Desk;
use super::numbers::numbers_in;
use crate::cli::failure::{self, Exit, Failure};
use crate::cli::guide::{Anew, Value};
use crate::cli::own_names;
use crate::cli::wish::Wish;
use crate::domain::book::Book;
use crate::domain::command::{Command, Stamp};
use crate::domain::decide::decide;
use crate::domain::event::Event;
use crate::domain::terms::{CaseId, Date};
use crate::report::similar::{Asked, similar};
use crate::report::{self, Outlook};
use crate::words::{self, Label, Word, pick};

/// The day of an entry, as it is asked for.
const DAY: &str = crate::both!("日期", "Date");

impl Desk<'_, '_> {
    /// Shows what a guided wish would come to and lets it be recorded, changed or dropped.
    pub(super) fn last_look(
        &mut self,
        founding: bool,
        on: Date,
        make: impl Fn(&Wish) -> Result<Command, Failure>,
    ) -> anyhow::Result<()> {
        if !self.is_guided() || self.common.yes {
            return Ok(());
        }
        let mut session = self.session(founding, true)?;
        let stamp = &Stamp {
            on,
            today: self.today(),
            by: self.recorder(session.book())?,
            lenient: false,
            old_ledger: false,
        };
        let wish = Wish {
            book: session.book(),
            stamp,
            lang: self.lang,
            seed: self.world.seed,
            told: RefCell::default(),
        };
        let command = make(&wish)?;
        let events = decide(session.book(), &command, stamp)
            .map_err(|refusal| self.refused(&refusal, &command, (session.book(), stamp)))?;
        let alike = self.alike(session.book(), &events);
        let doubts = self.doubts(session.book(), &events);
        let told: Vec<String> = wish.told.take().into_iter().chain(doubts).collect();
        let known: Vec<String> = cases_of(&events)
            .filter_map(|case| session.book().case(case))
            .map(|case| words::case_titled(self.lang, session.book(), case))
            .collect();
        session.append(&stamp.by, vec![(events.clone(), false)], false)?;
        let (heading, choices) = words::last_look(self.lang);
        self.say(heading)?;
        for title in &known {
            self.say(&format!("  {title}"))?;
        }
        for line in self.answers_told() {
            self.say(&line)?;
        }
        if self.may_name_day() {
            let day = words::date(self.lang, on);
            let colon = words::colon(self.lang);
            self.say(&format!("  {}{colon}{day}", self.day_label()))?;
        }
        for line in self.to_be_numbered(session.book(), &events) {
            self.say(&line)?;
        }
        for line in alike.iter().chain(&told) {
            self.say(line)?;
        }
        self.told.extend(told);
        self.tell_numbers(numbers_in(&events))?;
        let today = self.today();
        let due = events.iter().filter_map(Event::case).next();
        let due =
            due.and_then(|id| report::next_due(session.book(), session.book().case(id)?, today));
        if let Some(due) = due {
            self.say(&words::due_line(self.lang, &due))?;
        }
        let choices = choices.map(str::to_owned);
        match self.choose_next(words::record_it(self.lang), &choices)? {
            0 => Ok(()),
            1 => Err(self.which_anew()?),
            _ => Err(self.cancelled()),
        }
    }

    /// `标题: 关于修桥的建议`, one a line.
    fn answers_told(&self) -> Vec<String> {
        let colon = words::colon(self.lang);
        let told = |answer: &crate::cli::guide::Answer| match &answer.value {
            Value::Words(words) => Some(format!("  {}{colon}{}", answer.label, short(words))),
            Value::Set => Some(format!("  {}{colon}{}", answer.label, answer.flag)),
            Value::Skipped => None,
        };
        self.guide.answers.iter().filter_map(told).collect()
    }

    /// What number each new suggestion will bear, and of which session it will be.
    fn to_be_numbered(&self, book: &Book, events: &[Event]) -> Vec<String> {
        let new = events.iter().filter_map(|event| {
            let Event::Submitted(fact) = event else {
                return None;
            };
            book.case(fact.case)
        });
        new.map(|case| words::to_be_numbered(self.lang, book, case))
            .collect()
    }

    fn day_label(&self) -> &'static str {
        pick(DAY, self.lang)
    }

    /// Whether the day of the entry can still be named: the command takes one, and none was typed.
    fn may_name_day(&self) -> bool {
        let line = self.guide.line();
        let command = own_names::reached(own_names::tree(), &line);
        let day = command.get_arguments().find(|arg| arg.get_id() == "on");
        day.is_some_and(|day| !own_names::is_typed(&line, day))
    }

    /// The suggestions of all years that resemble one about to be handed in, with their state.
    fn alike(&self, book: &Book, events: &[Event]) -> Vec<String> {
        const MOST: usize = 3;
        let submitted = events.iter().find_map(|event| {
            let Event::Submitted(fact) = event else {
                return None;
            };
            Some(fact.title.as_str())
        });
        let Some(title) = submitted else {
            return Vec::new();
        };
        let outlook = Outlook::unprinted(book, self.today(), self.lang);
        let found = similar(&outlook, Asked::Text(title), MOST);
        let rows = found.sheets.iter().flat_map(|sheet| sheet.rows());
        let warned = rows.filter(|row| row.iter().any(report::Cell::is_warning));
        let told = warned.map(|row| {
            let cells: Vec<_> = row.iter().skip(1).map(report::Cell::shown).collect();
            let cells: Vec<&str> = cells
                .iter()
                .map(|c| &**c)
                .filter(|c| !c.is_empty())
                .collect();
            format!("    {}", cells.join(" · "))
        });
        let told: Vec<String> = told.collect();
        match told.is_empty() {
            true => told,
            false => {
                let heading = format!("  {}:", Label::LookAlikes.word(self.lang));
                [heading].into_iter().chain(told).collect()
            }
        }
    }

    /// Which answer is given anew, as the error that brings it about.
    fn which_anew(&mut self) -> anyhow::Result<anyhow::Error> {
        let answers = &self.guide.answers;
        let mut shown: Vec<String> = answers
            .iter()
            .map(|answer| match &answer.value {
                Value::Words(words) => format!("{} {}", answer.label, short(words)),
                Value::Set => format!("{} {}", answer.label, answer.flag),
                Value::Skipped => format!("{} —", answer.label),
            })
            .collect();
        if self.may_name_day() {
            shown.push(format!("{} {}", self.day_label(), self.today()));
        }
        let which = match shown.len() {
            1 => 0,
            _ => self.choose(words::which_answer(self.lang), &shown)?,
        };
        if which == self.guide.answers.len() {
            self.ask_date("--on", None, DAY)?;
            return Ok(Anew::nothing().into());
        }
        Ok(Anew(which).into())
    }

    /// After a refusal on the guided way, what was answered is not lost: one of the answers can be
    /// given anew. Anything else stays what it is.
    pub(in crate::cli) fn mended(&mut self, error: anyhow::Error) -> anyhow::Error {
        if !self.is_guided() || error.is::<Anew>() {
            return error;
        }
        let (message, exit) = failure::explain(self.lang, &error);
        if !matches!(exit, Exit::Misuse | Exit::NotFound | Exit::Refused) {
            return error;
        }
        let told = failure::lines(self.lang, &message, exit);
        let (label, choices) = words::mend(self.lang);
        let asked = self.say(told.trim_end());
        let choices = choices.map(str::to_owned);
        let picked = asked.and_then(|()| self.choose(label, &choices));
        match picked {
            Ok(0) => self.which_anew().unwrap_or_else(|given_up| given_up),
            Ok(_) | Err(_) => error,
        }
    }

    /// The line that would have done the same, for scripts and for the next time.
    pub(in crate::cli) fn teach(&mut self) -> anyhow::Result<()> {
        match self.guide.says_more() {
            true => self.say_whole(&words::same_line(self.lang, &self.guide.told())),
            false => Ok(()),
        }
    }
}

/// A long answer is known by its beginning.
fn short(words: &str) -> String {
    const MOST: usize = 60;
    let mut letters = words.chars();
    let mut begins: String = letters.by_ref().take(MOST).collect();
    begins = begins.replace('\n', " ");
    match letters.next() {
        Some(_) => begins + "…",
        None => begins,
    }
}

/// The cases that a line is about, each once.
fn cases_of(events: &[Event]) -> impl Iterator<Item = CaseId> {
    let cases: BTreeSet<CaseId> = events.iter().filter_map(Event::case).collect();
    cases.into_iter()
}
