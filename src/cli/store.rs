//! The store as the desk sees it: a folder that can be read as a book, or written line by line.
//! Here the journal's lines become the book's entries, and its errors get their words.

use std::path::PathBuf;
use std::rc::Rc;
use std::time::Duration;

use chrono::{DateTime, FixedOffset};
use directories::ProjectDirs;

use super::bad_journal::{failed, risk_words};
use super::failure::{Exit, Failure};
use super::opened::{Found, Opened, contradictory, is_trusted, resumed, whole, whole_in};
use crate::domain::book::{Book, Entry, LAYOUT, View};
use crate::domain::event::Event;
use crate::domain::terms::Name;
use crate::journal::{
    Archive, Checkpoint, Draft, Holder, Journal, JournalError, Keys, Place, Turn, Writer, risks,
};
use crate::words::{self, Lang, Trouble};

/// A store folder, there or not.
#[derive(Debug, Clone)]
pub(super) struct Store {
    folder: PathBuf,
    keys: Option<Keys>,
}

/// Who writes, and when.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hand {
    pub(super) lang: Lang,
    pub(super) now: DateTime<FixedOffset>,
    /// Asked again once the lock is held, for who waited writes later than he began; none where time
    /// was told.
    pub(super) clock: Option<fn() -> DateTime<FixedOffset>>,
    pub(super) process: u32,
    /// How long to wait for another writer.
    pub(super) patience: Duration,
}

impl Hand {
    /// The same at the moment in which the lock is held.
    fn now_that_it_is_locked(self) -> Self {
        Self {
            now: self.clock.map_or(self.now, |clock| clock()),
            ..self
        }
    }
}

/// A store under the writer's lock, or as it would be.
pub(super) struct Session {
    hand: Hand,
    folder: PathBuf,
    book: Book,
    /// What a checkpoint stands for, where the book was resumed from one.
    past: Option<Rc<Archive>>,
    pen: Pen,
    warnings: Vec<String>,
    /// An append failed, and its lines may stand in the journal all the same.
    pub(super) is_uncertain: bool,
}

enum Pen {
    /// Under the lock.
    Ready(Box<Writer>),
    /// The store is made when the first line is written.
    Founding,
    /// A dry run.
    Dry,
}

/// Lines to write: their facts, and whether they passed a gate.
pub(super) type Lines = Vec<(Vec<Event>, bool)>;

impl Store {
    pub(super) fn at(folder: PathBuf, keys: Option<Keys>) -> Self {
        Self { folder, keys }
    }

    /// The platform's data folder.
    pub(super) fn of_user(lang: Lang, keys: Option<Keys>) -> anyhow::Result<Self> {
        match ProjectDirs::from("", "", "jianyi") {
            Some(dirs) => Ok(Self::at(dirs.data_dir().to_path_buf(), keys)),
            None => {
                let message = words::storage(lang, &Trouble::NoHome);
                Err(Failure::told(message, Exit::Misuse).into())
            }
        }
    }

    /// Where it stands, or would stand.
    pub(super) fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// The journal, where damage is looked for, with the mark by which checkpoints are known.
    pub(super) fn place(&self, lang: Lang) -> Result<Place, Failure> {
        let seal = self.keys.as_ref().and_then(Keys::kept);
        let place = Place::open(&self.folder).map(|place| place.sealed(seal));
        place.map_err(|e| failed(lang, &e))
    }

    /// Whether there is a store to read; a damaged one is there.
    pub(super) fn is_there(&self) -> bool {
        Place::open(&self.folder).map_or_else(
            |e| !matches!(e, JournalError::NotThere { .. }),
            |place| {
                let is_lost = || matches!(place.without_journal(), JournalError::Lost { .. });
                Journal::<Event>::has_begun(&place) || is_lost()
            },
        )
    }

    /// Reads a view; never writes, not even a lock.
    pub(super) fn read(&self, lang: Lang, view: View) -> Result<Opened, Failure> {
        self.read_from(lang, view, Checkpoint::load)
    }

    fn read_from(
        &self,
        lang: Lang,
        view: View,
        load: fn(&Place, u32) -> Option<Checkpoint>,
    ) -> Result<Opened, Failure> {
        let place = self.place(lang)?;
        if let Some(checkpoint) = load(&place, LAYOUT) {
            let journal = Journal::read_after(&place, &checkpoint);
            let journal = journal.map_err(|e| failed(lang, &e))?;
            let found = Found::of(lang, &journal, view);
            if let Some((book, past)) = resumed(checkpoint, journal.lines, view) {
                return Ok(found.with(book, Some(past)));
            }
        }
        whole(&place, lang, view)
    }

    /// The same, from the first line on whatever a checkpoint says, so that all damage is found.
    pub(super) fn read_whole(&self, lang: Lang, view: View) -> Result<Opened, Failure> {
        whole(&self.place(lang)?, lang, view)
    }

    /// That no store is there, nor what is left of one.
    fn must_be_free(&self, lang: Lang) -> Result<(), Failure> {
        let found = match Place::open(&self.folder) {
            Ok(place) if Journal::<Event>::has_begun(&place) => {
                let path = place.journal();
                JournalError::AlreadyThere { path }
            }
            Ok(place) => place.without_journal(),
            Err(found) => found,
        };
        let is_taken = matches!(
            found,
            JournalError::AlreadyThere { .. } | JournalError::Lost { .. }
        );
        match is_taken {
            true => Err(failed(lang, &found)),
            // What else stands in the way is told by who makes it.
            false => Ok(()),
        }
    }

    /// Opens the store for writing; for a dry run it is only read.
    pub(super) fn write(&self, hand: Hand, founding: bool, dry: bool) -> Result<Session, Failure> {
        let folder = self.folder.clone();
        let unlocked = |book, past, pen, warnings| Session {
            hand,
            folder: self.folder.clone(),
            book,
            past,
            pen,
            warnings,
            is_uncertain: false,
        };
        if founding {
            self.must_be_free(hand.lang)?;
            let pen = if dry { Pen::Dry } else { Pen::Founding };
            return Ok(unlocked(Book::default(), None, pen, Vec::new()));
        }
        if dry {
            // As one who writes would go on.
            let opened = self.read_from(hand.lang, View::default(), Checkpoint::load_proven)?;
            let Opened { book, found, past } = opened;
            return Ok(unlocked(book, past, Pen::Dry, found.warnings));
        }
        let seal = self.keys.as_ref().and_then(Keys::made);
        let place = self.place(hand.lang)?.sealed(seal);
        let turn = turn(&place, hand)?;
        let hand = hand.now_that_it_is_locked();
        let (opened, journal) = resumed_in(&turn, &place, hand.lang)?;
        let writer = turn.writer(journal);
        let mut warnings = opened.found.warnings;
        let risks = risks(&place);
        warnings.extend(risks.iter().map(|risk| risk_words(hand.lang, risk)));
        Ok(Session {
            hand,
            folder,
            book: opened.book,
            past: opened.past,
            pen: Pen::Ready(Box::new(writer)),
            warnings,
            is_uncertain: false,
        })
    }
}

impl Session {
    pub(super) fn book(&self) -> &Book {
        &self.book
    }

    /// What is to be said of the journal as it was found; said once.
    pub(super) fn warnings(&mut self) -> Vec<String> {
        std::mem::take(&mut self.warnings)
    }

    /// Writes lines as one batch, in one write and one sync, and folds them. A dry run only folds.
    pub(super) fn append(&mut self, by: &Name, lines: Lines, batch: bool) -> Result<(), Failure> {
        let lang = self.hand.lang;
        // It was sound a moment ago: who changes files under the lock makes us begin again.
        if !is_trusted(&self.book, self.past.as_ref()) {
            let path = self.folder.join("journal.jsonl");
            return Err(failed(lang, &JournalError::Changed { path }));
        }
        if let Pen::Founding = self.pen {
            self.found()?;
        }
        let first = self.book.head() + 1;
        let draft = |(events, lenient): (Vec<Event>, bool)| Draft {
            at: self.hand.now,
            by: by.clone(),
            batch: batch.then_some(first),
            lenient,
            events,
        };
        let drafts = lines.into_iter().map(draft);
        let entries: Vec<Entry> = match &mut self.pen {
            Pen::Ready(writer) => {
                let recorded = writer.append(drafts.collect()).map_err(|e| {
                    self.is_uncertain = matches!(e, JournalError::Uncertain { .. });
                    failed(lang, &e)
                })?;
                if let Some(torn) = recorded.torn {
                    let kept = torn.path.display().to_string();
                    self.warnings
                        .push(words::torn_kept(lang, &kept, torn.bytes));
                }
                // What is folded is what stands on the disk.
                writer.take_lines().into_iter().map(Entry::from).collect()
            }
            Pen::Founding | Pen::Dry => (first..).zip(drafts).map(entry_of).collect(),
        };
        for entry in entries {
            let line = entry.seq;
            self.book
                .apply(entry)
                .map_err(|i| contradictory(lang, line, &i))?;
        }
        if let Pen::Ready(writer) = &self.pen
            && writer.wants_checkpoint(LAYOUT)
        {
            writer.keep_checkpoint(LAYOUT, |put| self.book.pack(put));
        }
        Ok(())
    }
}

impl Session {
    /// Makes the store. Somebody else may have made it while this one waited for the lock.
    fn found(&mut self) -> Result<(), Failure> {
        let lang = self.hand.lang;
        let place = Place::create(&self.folder).map_err(|e| failed(lang, &e))?;
        let risks = risks(&place);
        let told = risks.iter().map(|risk| risk_words(lang, risk));
        self.warnings.extend(told);
        let turn = turn(&place, self.hand)?;
        let mut has_begun = false;
        let (journal, _) = turn
            .read_each(|_| has_begun = true)
            .map_err(|e| failed(lang, &e))?;
        if has_begun {
            let path = place.journal();
            return Err(failed(lang, &JournalError::AlreadyThere { path }));
        }
        self.hand = self.hand.now_that_it_is_locked();
        self.pen = Pen::Ready(Box::new(turn.writer(journal)));
        Ok(())
    }
}

fn turn(place: &Place, hand: Hand) -> Result<Turn, Failure> {
    let holder = Holder {
        process: hand.process,
        by: None,
        at: hand.now,
    };
    Turn::take(place, hand.patience, &holder).map_err(|e| failed(hand.lang, &e))
}

/// The book as a checkpoint and the lines after it give it, where every byte that it stands for is
/// as it was when it was made; else as all lines do. With it, where the journal stands.
fn resumed_in(turn: &Turn, place: &Place, lang: Lang) -> Result<(Opened, Journal), Failure> {
    let Some(checkpoint) = Checkpoint::load_proven(place, LAYOUT) else {
        return whole_in(turn, place, lang);
    };
    let journal = turn.read_after(&checkpoint);
    let mut journal: Journal = journal.map_err(|e| failed(lang, &e))?;
    let found = Found::of(lang, &journal, View::default());
    let lines = std::mem::take(&mut journal.lines);
    match resumed(checkpoint, lines, View::default()) {
        Some((book, past)) => Ok((found.with(book, Some(past)), journal)),
        None => whole_in(turn, place, lang),
    }
}

/// A line as it would be.
fn entry_of((seq, draft): (u64, Draft)) -> Entry {
    Entry {
        seq,
        at: draft.at,
        by: draft.by,
        batch: draft.batch,
        lenient: draft.lenient,
        events: draft.events,
    }
}
