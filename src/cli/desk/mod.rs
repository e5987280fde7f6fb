//! The desk at which every subcommand works: who asks, in which language, on which day, and the
//! two ways to the store: read a view of it, or record one wish.
//!
//! Everything a verb prints or asks goes through here, so that no verb knows a stream, a file or
//! an exit code.

mod ahead;
mod ask;
mod files;
mod journal_lines;
mod last_look;
mod look;
mod narrow;
mod numbers;
mod post;
mod print;
mod record;
mod rehearse;

use std::path::PathBuf;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use uuid::Uuid;

pub(in crate::cli) use self::journal_lines::JournalLines;
use self::numbers::numbers_in;
pub(in crate::cli) use self::rehearse::SECRETARY;
use crate::cli::args::{Common, Reading};
use crate::cli::failure::{Exit, Failure};
use crate::cli::guide::Guide;
use crate::cli::opened::Opened;
use crate::cli::private_rows;
use crate::cli::store::{Hand, Lines, Session, Store};
use crate::cli::wish::numbers;
use crate::cli::world::World;
use crate::domain::book::{Book, View};
use crate::domain::rules::{self, Calendar, Limit};
use crate::domain::terms::{Date, Name, Sealed, parse_date};
use crate::journal::Holder;
use crate::report::{Basis, Document, Month, Outlook};
use crate::words::{self, Lang};

/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(5);

/// The desk.
pub(in crate::cli) struct Desk<'d, 'w> {
    world: &'d mut World<'w>,
    guide: &'d mut Guide,
    common: Common,
    lang: Lang,
    now: DateTime<FixedOffset>,
    clock: Option<fn() -> DateTime<FixedOffset>>,
    marked: Vec<String>,
    /// The files that were read for this command.
    read: Vec<PathBuf>,
    /// What was told of the typed words before anything was written, and need not be told again.
    told: Vec<String>,
}

impl<'d, 'w> Desk<'d, 'w> {
    pub(in crate::cli) fn new(
        world: &'d mut World<'w>,
        guide: &'d mut Guide,
        common: Common,
        lang: Lang,
    ) -> anyhow::Result<Self> {
        if let Some(named) = common.lang.as_deref()
            && named.parse::<Lang>().is_err()
        {
            return Err(misuse(words::bad_word(lang, "--lang", named)).into());
        }
        let told = common
            .now
            .clone()
            .or_else(|| world.env.get("JIANYI_NOW").cloned());
        let (now, clock) = match told {
            Some(told) => {
                let now = DateTime::parse_from_rfc3339(&told);
                let bad = |_| misuse(words::bad_word(lang, "--now", &told));
                (now.map_err(bad)?, None)
            }
            None => (world.now, world.clock),
        };
        Ok(Self {
            world,
            guide,
            common,
            lang,
            now,
            clock,
            read: Vec::new(),
            told: Vec::new(),
            marked: Vec::new(),
        })
    }

    pub(in crate::cli) fn lang(&self) -> Lang {
        self.lang
    }

    pub(in crate::cli) fn today(&self) -> Date {
        self.now.date_naive()
    }

    /// Who records, where the command line or the environment says so.
    pub(in crate::cli) fn by(&self) -> Option<String> {
        self.common
            .by
            .clone()
            .or_else(|| self.world.env.get("JIANYI_BY").cloned())
    }

    /// `3`, `1-4,7`: numbers of what the office counts.
    pub(in crate::cli) fn numbers<T: From<u32> + PartialEq>(
        &self,
        field: &str,
        typed: &str,
    ) -> Result<Vec<T>, Failure> {
        numbers(self.lang, field, typed)
    }

    /// A path as typed, from the working folder on.
    pub(in crate::cli) fn path(&self, typed: &str) -> PathBuf {
        self.world.folder.join(typed)
    }

    pub(in crate::cli) fn date(&self, field: &str, typed: &str) -> Result<Date, Failure> {
        let parsed = parse_date(typed, self.today());
        parsed.map_err(|e| misuse(words::bad_date(self.lang, Some(field), &e)))
    }

    pub(in crate::cli) fn store(&self) -> anyhow::Result<Store> {
        let named = self
            .common
            .store
            .clone()
            .or_else(|| self.world.env.get("JIANYI_STORE").cloned());
        let keys = self.world.keys.clone();
        match named {
            // A script whose own variable is empty did not mean the store of the user.
            Some(named) if named.is_empty() => {
                Err(misuse(words::bad_word(self.lang, "--store", "")).into())
            }
            Some(named) => Ok(Store::at(self.path(&named), keys)),
            None => Store::of_user(self.lang, keys),
        }
    }

    /// Another store than the one that was named.
    pub(in crate::cli) fn turn_to(&mut self, store: &str) {
        self.common.store = Some(store.to_owned());
    }

    /// What was typed is of no use.
    pub(in crate::cli) fn misused(&self, message: words::Message) -> anyhow::Error {
        misuse(message).into()
    }

    /// Whether there is a store to read.
    pub(in crate::cli) fn has_store(&self) -> anyhow::Result<bool> {
        Ok(self.store()?.is_there())
    }

    /// The last day that is looked at: today where no other is named.
    pub(in crate::cli) fn day(&self, reading: &Reading) -> Result<Date, Failure> {
        let typed = reading.as_of.as_deref();
        typed.map_or(Ok(self.today()), |typed| self.date("--as-of", typed))
    }

    /// The adopted calendars, and what they were read from; without a store those that come with the
    /// program.
    pub(in crate::cli) fn calendar(
        &mut self,
        reading: &Reading,
    ) -> anyhow::Result<(Calendar, Basis)> {
        if self.has_store()? {
            return self.look(reading, |outlook| {
                let calendar = outlook.book.office().calendar();
                Ok((calendar.clone(), outlook.basis()))
            });
        }
        let mut calendar = Calendar::default();
        rules::shipped_years()
            .filter_map(rules::shipped_year)
            .for_each(|t| calendar.adopt(t));
        Ok((calendar, Basis::without_journal(self.day(reading)?)))
    }

    pub(in crate::cli) fn limit(&self, typed: &str) -> Result<Limit, Failure> {
        typed
            .parse()
            .map_err(|e| misuse(words::bad_rules(self.lang, &e)))
    }

    pub(in crate::cli) fn month(&self, typed: &str) -> Result<Month, Failure> {
        let month = Month::read(typed, self.today());
        month.ok_or_else(|| misuse(words::bad_month(self.lang, typed)))
    }

    /// Reads a view and prints the document that is made of it.
    pub(in crate::cli) fn read(
        &mut self,
        reading: &Reading,
        make: impl Fn(&Outlook) -> Document,
    ) -> anyhow::Result<()> {
        self.read_checked(reading, |outlook| Ok(make(outlook)))
    }

    /// The same, for documents that may not come about.
    pub(in crate::cli) fn read_checked(
        &mut self,
        reading: &Reading,
        make: impl Fn(&Outlook) -> anyhow::Result<Document>,
    ) -> anyhow::Result<()> {
        let document = self.look(reading, make)?;
        self.publish(document)
    }

    /// Reads a view without printing it. What was made of a view that turns out not to be whole is
    /// made once more, of the journal from its first line on.
    pub(in crate::cli) fn look<T>(
        &mut self,
        reading: &Reading,
        make: impl Fn(&Outlook) -> anyhow::Result<T>,
    ) -> anyhow::Result<T> {
        let as_of = self.day(reading)?;
        let view = View {
            as_of: Some(as_of),
            known: reading.known,
        };
        let store = self.store()?;
        let mut opened = store.read(self.lang, view)?;
        for warning in &opened.found.warnings {
            self.say(warning)?;
        }
        let head = opened.found.head;
        if let Some(known) = reading.known.filter(|known| *known > head) {
            return Err(misuse(words::beyond_head(self.lang, known, head)).into());
        }
        let lang = self.lang;
        let make = |opened: &Opened| {
            make(&Outlook {
                book: &opened.book,
                as_of,
                lang,
                fingerprint: opened.found.fingerprint.clone(),
            })
        };
        let mut made = make(&opened);
        if !opened.is_trusted() {
            opened = store.read_whole(lang, view)?;
            made = make(&opened);
            opened.must_be_trusted(lang, &store)?;
        }
        // The process ends soon; taking a great book apart word by word would only make it wait.
        std::mem::forget(opened);
        made
    }

    /// The clock.
    pub(in crate::cli) fn now(&self) -> DateTime<FixedOffset> {
        self.now
    }

    /// How long to wait for the lock, and as whom.
    pub(in crate::cli) fn turn(&self) -> (Duration, Holder) {
        let holder = Holder {
            process: self.world.process,
            by: self.by().and_then(|by| Name::new(&by).ok()),
            at: self.now,
        };
        (self.patience(), holder)
    }

    /// How long to wait for another writer. `JIANYI_WAIT_MS` is for scripts and tests.
    fn patience(&self) -> Duration {
        let told = self.world.env.get("JIANYI_WAIT_MS");
        let told = told.and_then(|told| told.parse().ok());
        told.map_or(PATIENCE, Duration::from_millis)
    }

    /// The store, opened for writing; what is odd about it is said.
    fn session(&mut self, founding: bool, dry: bool) -> anyhow::Result<Session> {
        let hand = Hand {
            lang: self.lang,
            now: self.now,
            clock: self.clock,
            process: self.world.process,
            patience: self.patience(),
        };
        let mut session = self.store()?.write(hand, founding, dry)?;
        for warning in session.warnings() {
            self.say(&warning)?;
        }
        Ok(session)
    }

    /// Chance, drawn anew for each command.
    pub(in crate::cli) fn seed(&self) -> Uuid {
        self.world.seed
    }

    /// Plans many lines against the book and writes them as one batch; nothing for a dry run. Rows of
    /// particulars that they name stand on disk before them.
    pub(in crate::cli) fn batch<T>(
        &mut self,
        dry: bool,
        plan: impl FnOnce(&Book, &Name, Date) -> anyhow::Result<(T, Lines, Vec<Sealed>)>,
    ) -> anyhow::Result<T> {
        let (today, now) = (self.today(), self.now());
        let mut session = self.session(false, dry)?;
        let by = self.recorder(session.book())?;
        let (told, lines, rows) = plan(session.book(), &by, today)?;
        let found = numbers_in(lines.iter().flat_map(|(events, _)| events));
        let private = !dry && !lines.is_empty() && !rows.is_empty();
        if private {
            let place = self.store()?.place(self.lang)?;
            private_rows::keep(&place, session.book(), (&rows, now), self.lang)?;
        }
        if !lines.is_empty() {
            let appended = session.append(&by, lines, true);
            if private && !session.is_uncertain {
                let place = self.store()?.place(self.lang)?;
                private_rows::settle(&place, session.book());
            }
            appended?;
        }
        self.tell_numbers(found)?;
        for warning in session.warnings() {
            self.say(&warning)?;
        }
        Ok(told)
    }

    /// Who records: named, or the store's secretary; never the system's login.
    pub(in crate::cli) fn recorder(&self, book: &Book) -> Result<Name, Failure> {
        let named = match self.by() {
            Some(named) => named,
            None => match book.office().identity() {
                Some(identity) => return Ok(identity.secretary.clone()),
                None => "—".to_owned(),
            },
        };
        Name::new(&named).map_err(|e| misuse(words::bad_text(self.lang, "--by", &e)))
    }
}

fn misuse(message: words::Message) -> Failure {
    Failure::told(message, Exit::Misuse)
}
