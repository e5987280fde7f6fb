//! A view that was read, from a checkpoint or from the first line on, and whether what was answered
//! from it counts.
//!
//! No line of the journal is held: what stands in it is read again when somebody asks for it.

use std::rc::Rc;

use super::bad_journal::{failed, warnings};
use super::failure::{Exit, Failure};
use super::store::Store;
use crate::domain::book::{Book, Entry, Impossible, Making, View};
use crate::journal::{
    Archive, Checkpoint, Head, Journal, JournalError, Lengths, Line, Place, Turn,
};
use crate::words::{self, Lang, Trouble};

/// A view that was read.
pub(super) struct Opened {
    pub(super) book: Book,
    pub(super) found: Found,
    pub(super) past: Option<Rc<Archive>>,
}

/// What was found of the journal beside its lines.
pub(super) struct Found {
    /// Of the last line that counts.
    pub(super) fingerprint: String,
    /// The last line there is.
    pub(super) head: u64,
    pub(super) warnings: Vec<String>,
}

impl Found {
    pub(super) fn of(lang: Lang, journal: &Journal, view: View) -> Self {
        let head = journal.head;
        let known = view.known.unwrap_or(head.seq).min(head.seq);
        let at = journal.head_at(known).unwrap_or(head);
        Self {
            fingerprint: at.hash.fingerprint(),
            head: head.seq,
            warnings: warnings(lang, journal),
        }
    }

    pub(super) fn with(self, book: Book, past: Option<Rc<Archive>>) -> Opened {
        Opened {
            book,
            found: self,
            past,
        }
    }
}

impl Opened {
    /// Whether what was answered from it counts: what a checkpoint stands for could be read again
    /// where it was asked for.
    pub(super) fn is_trusted(&self) -> bool {
        is_trusted(&self.book, self.past.as_ref())
    }

    /// The same of what was read from the first line on: who changes it meanwhile makes us begin
    /// again.
    pub(super) fn must_be_trusted(&self, lang: Lang, store: &Store) -> Result<(), Failure> {
        if self.is_trusted() {
            return Ok(());
        }
        let path = store.folder().join("journal.jsonl");
        Err(failed(lang, &JournalError::Changed { path }))
    }
}

pub(super) fn is_trusted(book: &Book, past: Option<&Rc<Archive>>) -> bool {
    !past.is_some_and(|past| past.has_failed()) && book.is_whole()
}

/// A view as the journal gives it from the first line on, so that all damage is found.
pub(super) fn whole(place: &Place, lang: Lang, view: View) -> Result<Opened, Failure> {
    let read = |each: Each| Journal::read_each(place, each);
    made(place, lang, view, read).map(|(opened, _)| opened)
}

/// The same of everything for one whose turn it is to write, and where the journal stands.
pub(super) fn whole_in(
    turn: &Turn,
    place: &Place,
    lang: Lang,
) -> Result<(Opened, Journal), Failure> {
    made(place, lang, View::default(), |each| turn.read_each(each))
}

/// The view as a checkpoint and the lines after it give it; none where the checkpoint does not
/// reach so far back, or the lines contradict it: that is for the reader of the whole to tell.
pub(super) fn resumed(
    checkpoint: Checkpoint,
    lines: Vec<Line>,
    view: View,
) -> Option<(Book, Rc<Archive>)> {
    let past = Rc::new(checkpoint.archive);
    let mut book = Book::unpacked(&checkpoint.index, Rc::clone(&past) as _, view)?;
    let within = |line: &Line| view.known.is_none_or(|known| line.seq <= known);
    for line in lines.into_iter().take_while(within) {
        book.apply(Entry::from(line)).ok()?;
    }
    Some((book, past))
}

/// To whom the lines of a journal are handed.
type Each<'e> = &'e mut dyn FnMut(Line);

/// The view of a journal whose lines are handed out by `read`, and where it stands.
fn made(
    place: &Place,
    lang: Lang,
    view: View,
    read: impl FnOnce(Each) -> Result<(Journal, Lengths), JournalError>,
) -> Result<(Opened, Journal), Failure> {
    let mut making = Making::new(view);
    let (mut at, mut known) = (None, None);
    let read = read(&mut |line: Line| {
        let seq = line.seq - 1;
        if view.known == Some(seq) {
            let hash = line.prev;
            known = Some(Head { seq, hash, at });
        }
        at = Some(line.at);
        making.take(&Entry::from(line));
    });
    let (journal, lengths) = read.map_err(|e| failed(lang, &e))?;
    if journal.head.seq == 0 {
        return Err(not_founded(place, lang));
    }
    let past = Rc::new(Archive::of_lines(place, lengths).map_err(|e| failed(lang, &e))?);
    let book = making.finish(Rc::clone(&past) as _);
    let book = book.map_err(|i| contradictory(lang, i.at.line, &i))?;
    let head = journal.head.seq;
    let mut warnings = warnings(lang, &journal);
    let ahead = Checkpoint::ahead(place, head);
    warnings.extend(ahead.map(|seq| words::gone_back(lang, seq, head)));
    let found = Found {
        fingerprint: known.unwrap_or(journal.head).hash.fingerprint(),
        head,
        warnings,
    };
    Ok((found.with(book, Some(past)), journal))
}

/// A file without a whole line: its first one was never written to the end, or all are lost.
pub(super) fn not_founded(place: &Place, lang: Lang) -> Failure {
    failed(lang, &place.without_journal())
}

pub(super) fn contradictory(lang: Lang, line: u64, impossible: &Impossible) -> Failure {
    let why = words::clash(lang, &impossible.clash);
    let message = words::storage(lang, &Trouble::Contradictory { line, why });
    Failure::told(message, Exit::Damaged)
}
