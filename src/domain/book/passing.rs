//! Cases in passing: who asks all of them looks at one after the other and keeps none, so that a
//! book of many cases takes no more room than one of few.
//!
//! What a checkpoint holds is unpacked for the one look, and so are the lines of the journal that
//! the look needs; what is at hand anyway is lent.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::{Deref, RangeInclusive};

use super::case::Case;
use super::entry::{Entry, Fact, FactId, Step};
use super::files::File;
use super::standing::Standing;
use super::{Book, fold};
use crate::domain::terms::{CaseId, Date};

/// A case as it stands, with its way there.
#[derive(Debug)]
pub struct Passing<'a> {
    book: &'a Book,
    case: Cow<'a, Case>,
    pub(super) timeline: Cow<'a, [Step]>,
    /// Those of its lines that are not at hand, in their order; each is read where it is asked for.
    away: OnceCell<Vec<(u64, OnceCell<Option<Entry>>)>>,
}

impl Deref for Passing<'_> {
    type Target = Case;

    fn deref(&self) -> &Case {
        &self.case
    }
}

impl Book {
    /// The cases of [`Book::cases`], in the same order, each for one look.
    pub fn walk(&self) -> impl Iterator<Item = Passing<'_>> {
        self.walk_left(Standing::Over)
    }

    /// So many cases are walked through, or a few less: that is told without looking at them.
    pub fn cases_most(&self) -> usize {
        self.files.count()
    }

    /// Those of them that are neither closed nor ended, or that still owe something; where looking
    /// closer costs too much, others too.
    pub fn walk_running(&self) -> impl Iterator<Item = Passing<'_>> {
        self.walk_left(Standing::Owes)
    }

    /// Those that are neither closed nor ended, and others as above.
    pub fn walk_open(&self) -> impl Iterator<Item = Passing<'_>> {
        self.walk_left(Standing::Open)
    }

    /// Those that wait for their reply, and others as above.
    pub fn walk_waiting(&self) -> impl Iterator<Item = Passing<'_>> {
        self.walk_left(Standing::Waits)
    }

    fn walk_left(&self, least: Standing) -> impl Iterator<Item = Passing<'_>> {
        let files = self.files.walk(least);
        files.filter_map(|(_, file)| Passing::of(self, file))
    }

    /// One of them.
    pub fn passing(&self, id: CaseId) -> Option<Passing<'_>> {
        Passing::of(self, self.files.lent(id)?)
    }
}

impl<'a> Passing<'a> {
    /// A file whose case was handed in within the view.
    pub(super) fn of(book: &'a Book, file: Cow<'a, File>) -> Option<Self> {
        let (case, timeline) = match file {
            Cow::Borrowed(file) => (
                Cow::Borrowed(file.case.as_ref()?),
                Cow::Borrowed(file.timeline.as_slice()),
            ),
            Cow::Owned(file) => (Cow::Owned(file.case?), Cow::Owned(file.timeline)),
        };
        Some(Self {
            book,
            case,
            timeline,
            away: OnceCell::new(),
        })
    }

    /// The case as it stood at the end of each of some days, which follow one another, everything
    /// known now taken into account.
    pub fn on<const N: usize>(&self, days: [Date; N]) -> [Option<Cow<'_, Case>>; N] {
        let mut steps = self.timeline.iter().peekable();
        let mut stood = None;
        let mut left = N;
        days.map(|day| {
            left -= 1;
            if self.stays_after(day) {
                return Some(Cow::Borrowed(&*self.case));
            }
            if self.case.submitted > day {
                return None;
            }
            while let Some(step) = steps.next_if(|step| step.on <= day) {
                if let Some(fact) = self.fact(step.id)
                    && fold::fold(&mut stood, fact.event).is_err()
                {
                    stood = None;
                }
            }
            let stands = match left {
                0 => stood.take(),
                _ => stood.clone(),
            };
            stands.map(Cow::Owned)
        })
    }

    /// Whether nothing happened after a day.
    fn stays_after(&self, day: Date) -> bool {
        let seen = self.book.view.has_come(day);
        seen && self.timeline.last().is_none_or(|step| step.on <= day)
    }

    /// What happened to it within some days, those after the view's day too. Lines of other days are
    /// not read.
    pub fn within(&self, days: RangeInclusive<Date>) -> impl Iterator<Item = Fact<'_>> {
        let (first, last) = days.into_inner();
        let before = self.timeline.partition_point(|step| step.on < first);
        let steps = self.timeline.iter().skip(before);
        let steps = steps.take_while(move |step| step.on <= last);
        steps.filter_map(|step| self.fact(step.id))
    }

    /// A fact of it, if it stands.
    fn fact(&self, id: FactId) -> Option<Fact<'_>> {
        let Book {
            entries, history, ..
        } = self.book;
        let entry = entries.at_hand(id.line).or_else(|| self.again(id.line))?;
        let event = history.standing(entry, id)?;
        Some(Fact { id, entry, event })
    }

    /// A line of it that is not at hand.
    fn again(&self, line: u64) -> Option<&Entry> {
        let entries = &self.book.entries;
        let away = self.away.get_or_init(|| {
            let lines = self.timeline.iter().map(|step| step.id.line);
            let away = |line: &u64| entries.at_hand(*line).is_none();
            let mut lines: Vec<u64> = lines.filter(away).collect();
            lines.sort_unstable();
            lines.dedup();
            let lines = lines.into_iter();
            lines.map(|line| (line, OnceCell::new())).collect()
        });
        let place = away.binary_search_by_key(&line, |(line, _)| *line).ok()?;
        let (_, read) = away.get(place)?;
        read.get_or_init(|| entries.read_again(line)).as_ref()
    }
}
