//! The lines as recorded. Those that a checkpoint stands for are read again only when somebody asks
//! for them: a question about today seldom does.
//!
//! Refuses to judge a line: what could be read counts, and who reads lines again keeps for himself
//! what went wrong ([`Past`]).

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::rc::Rc;

use super::entry::Entry;

/// Who can read again what a checkpoint stands for. What cannot be read any more is none; who reads
/// must remember that, for what was answered without it is not to be trusted.
pub trait Past: fmt::Debug {
    /// A line, by its place in the journal.
    fn entry(&self, line: u64) -> Option<Entry>;

    /// Shows the lines up to one that hold all of some words, all lines where there are none, and
    /// perhaps others, and those that are named, in their order, each for one look.
    fn look_at_holding(
        &self,
        last: u64,
        words: &[String],
        named: &BTreeSet<u64>,
        look: &mut dyn FnMut(&Entry),
    );

    /// Some of the packed files, by their place among their bytes.
    fn files(&self, bytes: Range<u64>) -> Option<Vec<u8>>;
}

/// All lines, in the order they were recorded.
#[derive(Debug, Clone, Default)]
pub(super) struct Entries {
    before: Option<Before>,
    recent: Vec<Entry>,
}

/// The lines up to a checkpoint, the first of which is 1.
#[derive(Debug, Clone)]
struct Before {
    past: Rc<dyn Past>,
    last: u64,
    read: OnceCell<Vec<OnceCell<Vec<Again>>>>,
}

/// A line that was read again, where it could be.
type Again = OnceCell<Option<Box<Entry>>>;

/// Room for lines is made for so many at once: who asks for a few needs little of it.
const ROOM: usize = 1 << 10;

impl Before {
    fn get(&self, line: u64) -> Option<&Entry> {
        let place = self.place(line)?;
        let last = usize::try_from(self.last).ok()?;
        let rooms = || vec![OnceCell::new(); last.div_ceil(ROOM)];
        let room = self.read.get_or_init(rooms).get(place / ROOM)?;
        let lines = room.get_or_init(|| vec![OnceCell::new(); ROOM]);
        let cell = lines.get(place % ROOM)?;
        cell.get_or_init(|| self.past.entry(line).map(Box::new))
            .as_deref()
    }

    /// The same line, where it was read already.
    fn at_hand(&self, line: u64) -> Option<&Entry> {
        let place = self.place(line)?;
        let lines = self.read.get()?.get(place / ROOM)?.get()?;
        lines.get(place % ROOM)?.get()?.as_deref()
    }

    /// Where a line up to the last one stands.
    fn place(&self, line: u64) -> Option<usize> {
        let place = line.checked_sub(1).filter(|place| *place < self.last)?;
        usize::try_from(place).ok()
    }
}

impl Entries {
    /// Lines that were read.
    pub(super) fn of(recent: Vec<Entry>) -> Self {
        Self {
            before: None,
            recent,
        }
    }

    /// The lines 1 to `last`, which can be read again.
    pub(super) fn again(past: Rc<dyn Past>, last: u64) -> Self {
        let read = OnceCell::new();
        Self {
            before: Some(Before { past, last, read }),
            recent: Vec::new(),
        }
    }

    /// The number of the last line, 0 for none.
    pub(super) fn head(&self) -> u64 {
        let before = self.before.as_ref().map_or(0, |before| before.last);
        self.recent.last().map_or(before, |entry| entry.seq)
    }

    /// Lines are gap-free, but a view may begin anywhere a test likes: look, then trust.
    pub(super) fn get(&self, line: u64) -> Option<&Entry> {
        if let Some(before) = self.before.as_ref().filter(|before| line <= before.last) {
            return before.get(line);
        }
        let first = self.recent.first()?.seq;
        let place = usize::try_from(line.checked_sub(first)?).ok()?;
        self.recent.get(place).filter(|entry| entry.seq == line)
    }

    /// A line that need not be read for it.
    pub(super) fn at_hand(&self, line: u64) -> Option<&Entry> {
        match self.before.as_ref().filter(|before| line <= before.last) {
            Some(before) => before.at_hand(line),
            None => self.get(line),
        }
    }

    /// A line up to a checkpoint, for one look: it is not kept.
    pub(super) fn read_again(&self, line: u64) -> Option<Entry> {
        self.before.as_ref()?.past.entry(line)
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Entry> {
        let before = self.before.iter();
        let before = before.flat_map(|b| (1..=b.last).filter_map(|line| b.get(line)));
        before.chain(&self.recent)
    }

    /// Shows each line, for one look.
    pub(super) fn look_at_each(&self, look: impl FnMut(&Entry)) {
        self.look_at_holding(&[], &BTreeSet::new(), look);
    }

    /// Shows the lines that hold all of some words, and perhaps others, and those that are named, each
    /// for one look.
    pub(super) fn look_at_holding(
        &self,
        words: &[String],
        named: &BTreeSet<u64>,
        mut look: impl FnMut(&Entry),
    ) {
        if let Some(before) = &self.before {
            let past = &before.past;
            past.look_at_holding(before.last, words, named, &mut look);
        }
        self.recent.iter().for_each(look);
    }

    /// The same, when nobody asks for the others any more.
    pub(super) fn into_recent(self) -> Vec<Entry> {
        self.recent
    }

    /// The last line, where it was recorded after the checkpoint.
    pub(super) fn newest(&self) -> Option<&Entry> {
        self.recent.last()
    }

    pub(super) fn newest_mut(&mut self) -> Option<&mut Entry> {
        self.recent.last_mut()
    }

    pub(super) fn push(&mut self, entry: Entry) {
        self.recent.push(entry);
    }

    /// Takes off the last line, where it was recorded after the checkpoint.
    pub(super) fn pop(&mut self) -> Option<Entry> {
        self.recent.pop()
    }
}

impl PartialEq for Entries {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}
