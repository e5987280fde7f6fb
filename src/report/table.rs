//! Tables that are counted case by case: who walks through the cases shows each of them to all his
//! tables, once, and has to keep none. A hundred thousand cases are walked through but once.
//!
//! `tally` is its counterpart for what is in the hand already: the cases that a report chose for
//! itself, and what a case has several of, so that it stands in a section more than once (promises).
//!
//! Refuses: to choose the cases. Which of them a table is shown, each report says itself.

use std::cell::OnceCell;
use std::ops::{Deref, RangeInclusive};

use super::next_due::late_promise;
use super::outlook::Outlook;
use super::section::{Denominator, Row, Section};
use super::sheet::Key;
use super::tally::style;
use crate::domain::book::{Case, Fact, Passing};
use crate::domain::colour::colouring_by;
use crate::domain::deadline::{Clock, clocks, reply_clock};
use crate::domain::rules::Colour;
use crate::domain::terms::{CaseId, Date, Name};
use crate::words::{Label, Word};

/// A section while it is counted.
pub(super) trait Table {
    /// Counts one more case.
    fn take(&mut self, look: &Look);

    /// What was counted.
    fn print(self: Box<Self>) -> Section;
}

/// A table of some cases.
pub(super) fn counted<'o>(
    outlook: &'o Outlook<'o>,
    mut table: impl Table + 'o,
    cases: &[&'o Case],
) -> Section {
    for case in cases {
        table.take(&Look::new(outlook, case));
    }
    Box::new(table).print()
}

/// A case as tables look at it: what several of them ask of it is worked out once.
pub(super) struct Look<'o> {
    pub(super) outlook: &'o Outlook<'o>,
    case: &'o Case,
    way: Option<&'o Passing<'o>>,
    replied: Option<Date>,
    clock: OnceCell<Option<Clock<'o>>>,
    late_promise: OnceCell<Option<Clock<'o>>>,
    clocks: OnceCell<Vec<Clock<'o>>>,
}

impl Deref for Look<'_> {
    type Target = Case;

    fn deref(&self) -> &Case {
        self.case
    }
}

impl<'o> Look<'o> {
    pub(super) fn new(outlook: &'o Outlook<'o>, case: &'o Case) -> Self {
        Self {
            outlook,
            case,
            way: None,
            replied: case.replied(),
            clock: OnceCell::new(),
            late_promise: OnceCell::new(),
            clocks: OnceCell::new(),
        }
    }

    /// A case as it stood on the way of one that passes.
    pub(super) fn on_the_way(
        outlook: &'o Outlook<'o>,
        case: &'o Case,
        way: &'o Passing<'o>,
    ) -> Self {
        Self {
            way: Some(way),
            ..Self::new(outlook, case)
        }
    }

    /// What happened to it within some days; nothing of a case that does not pass.
    pub(super) fn within(&self, days: &RangeInclusive<Date>) -> impl Iterator<Item = Fact<'o>> {
        let way = self.way.into_iter();
        way.flat_map(|way| way.within(days.clone()))
    }

    /// As [`Case::replied`].
    pub(super) fn replied(&self) -> Option<Date> {
        self.replied
    }

    /// Handed in, still counted, neither replied to nor closed.
    pub(super) fn waits(&self) -> bool {
        self.counts() && self.replied.is_none() && self.closed.is_none()
    }

    /// The clock that the reply runs by.
    pub(super) fn reply_clock(&self) -> Option<&Clock<'o>> {
        let clock = || reply_clock(self.outlook.book, self.case, self.outlook.as_of);
        self.clock.get_or_init(clock).as_ref()
    }

    /// The clock whose day a list shows: the reply's; of a case that is answered, that of a promise
    /// whose day has passed.
    pub(super) fn shown_clock(&self) -> Option<&Clock<'o>> {
        let promise = || late_promise(self.outlook.book, self.case, self.outlook.as_of);
        let promise = self.late_promise.get_or_init(promise).as_ref();
        promise.or_else(|| self.reply_clock())
    }

    /// Every clock of it that has started.
    pub(super) fn clocks(&self) -> &[Clock<'o>] {
        let clocks = || clocks(self.outlook.book, self.case, self.outlook.as_of);
        self.clocks.get_or_init(clocks)
    }

    /// The colour of a case that is still in work: it waits for its reply, or shows a sign.
    pub(super) fn in_work(&self) -> Option<Colour> {
        let Outlook { book, as_of, .. } = *self.outlook;
        let colouring = colouring_by(book, self.case, as_of, &|| self.reply_clock());
        let colour = colouring?.shown();
        (self.waits() || colour != Colour::Green).then_some(colour)
    }
}

type Fits<'o> = Box<dyn Fn(&Look) -> bool + 'o>;
type Spoken<'o> = Box<dyn for<'l> Fn(&'l Look) -> Option<&'l Name> + 'o>;
type Told<'o> = Box<dyn Fn(&Look, &Name) -> String + 'o>;

/// The cases that fit.
pub(super) struct Pile<'o> {
    fits: Fits<'o>,
    pub(super) cases: Vec<CaseId>,
}

impl<'o> Pile<'o> {
    pub(super) fn new(fits: impl Fn(&Look) -> bool + 'o) -> Self {
        Self {
            fits: Box::new(fits),
            cases: Vec::new(),
        }
    }

    pub(super) fn take(&mut self, look: &Look) {
        if (self.fits)(look) {
            self.cases.push(look.id);
        }
    }
}

/// A pile with the row it is printed as.
struct Line<'o> {
    key: Key,
    label: String,
    pile: Pile<'o>,
}

impl<'o> Line<'o> {
    fn new(
        key: impl Into<Key>,
        label: impl Into<String>,
        fits: impl Fn(&Look) -> bool + 'o,
    ) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            pile: Pile::new(fits),
        }
    }

    fn row(self) -> Row {
        Row::of_cases(self.key, self.label, self.pile.cases)
    }
}

/// By what somebody said of the cases: each word has its line, in the order in which they turn up.
struct Words<'o> {
    word: Spoken<'o>,
    told: Told<'o>,
    known: Vec<(Name, usize)>,
}

/// A table of counts, each of them the cases of a pile; with a denominator their shares too.
pub(super) struct Tally<'o> {
    outlook: &'o Outlook<'o>,
    named: (&'static str, Label),
    /// What the shares are taken of: the cases in [`Self::among`], and how many they are.
    of: Option<Label>,
    among: Option<Fits<'o>>,
    whole: usize,
    lines: Vec<Line<'o>>,
    words: Option<Words<'o>>,
    /// Lines that are no part of the whole: of all cases, with a share or without.
    beside: Vec<(Line<'o>, bool)>,
    with_empty: bool,
}

impl<'o> Tally<'o> {
    /// A table of plain counts.
    pub(super) fn counts(outlook: &'o Outlook<'o>, named: (&'static str, Label)) -> Self {
        Self {
            outlook,
            named,
            of: None,
            among: None,
            whole: 0,
            lines: Vec::new(),
            words: None,
            beside: Vec::new(),
            with_empty: true,
        }
    }

    /// A table whose lines are shares of one denominator.
    pub(super) fn shares(
        outlook: &'o Outlook<'o>,
        named: (&'static str, Label),
        of: Label,
    ) -> Self {
        Self {
            of: Some(of),
            ..Self::counts(outlook, named)
        }
    }

    /// Only cases that fit are in its denominator and on its lines.
    pub(super) fn among(self, fits: impl Fn(&Look) -> bool + 'o) -> Self {
        Self {
            among: Some(Box::new(fits)),
            ..self
        }
    }

    /// The same table under another title.
    pub(super) fn titled(mut self, label: Label) -> Self {
        self.named.1 = label;
        self
    }

    /// One more line: the cases that fit.
    pub(super) fn line(
        mut self,
        key: impl Into<Key>,
        label: impl Into<String>,
        fits: impl Fn(&Look) -> bool + 'o,
    ) -> Self {
        self.lines.push(Line::new(key, label, fits));
        self
    }

    /// One more line that is no part of the whole, with its share of it.
    pub(super) fn beside(
        self,
        key: &'static str,
        label: Label,
        fits: impl Fn(&Look) -> bool + 'o,
    ) -> Self {
        self.aside((key, label), fits, true)
    }

    /// The same without a share.
    pub(super) fn plain(
        self,
        key: &'static str,
        label: Label,
        fits: impl Fn(&Look) -> bool + 'o,
    ) -> Self {
        self.aside((key, label), fits, false)
    }

    fn aside(
        mut self,
        (key, label): (&'static str, Label),
        fits: impl Fn(&Look) -> bool + 'o,
        has_share: bool,
    ) -> Self {
        let label = label.word(self.outlook.lang);
        self.beside.push((Line::new(key, label, fits), has_share));
        self
    }

    /// Lines without a case are not printed.
    pub(super) fn without_empty(self) -> Self {
        Self {
            with_empty: false,
            ..self
        }
    }

    /// A line for each word that is said of a case: those that are expected in their order, those
    /// without a case too, then the others as they turn up, told by the first case that has them.
    /// What nothing is said of is on no line.
    pub(super) fn by_word(
        mut self,
        expected: impl IntoIterator<Item = (Name, String)>,
        word: impl for<'l> Fn(&'l Look) -> Option<&'l Name> + 'o,
        told: impl Fn(&Look, &Name) -> String + 'o,
    ) -> Self {
        let mut words = Words {
            word: Box::new(word),
            told: Box::new(told),
            known: Vec::new(),
        };
        for (word, label) in expected {
            words.known.push((word.clone(), self.lines.len()));
            self.lines
                .push(Line::new(word.to_string(), label, |_| false));
        }
        words.known.sort();
        self.words = Some(words);
        self
    }

    fn take_word(&mut self, look: &Look) {
        let Some(words) = &mut self.words else { return };
        let Some(word) = (words.word)(look) else {
            return;
        };
        let place = match words.known.binary_search_by(|(known, _)| known.cmp(word)) {
            Ok(found) => words.known.get(found).map(|(_, place)| *place),
            Err(before) => {
                let label = (words.told)(look, word);
                let place = self.lines.len();
                words.known.insert(before, (word.clone(), place));
                self.lines
                    .push(Line::new(word.to_string(), label, |_| false));
                Some(place)
            }
        };
        if let Some(line) = place.and_then(|place| self.lines.get_mut(place)) {
            line.pile.cases.push(look.id);
        }
    }
}

impl Table for Tally<'_> {
    fn take(&mut self, look: &Look) {
        for (line, _) in &mut self.beside {
            line.pile.take(look);
        }
        if self.among.as_ref().is_some_and(|among| !among(look)) {
            return;
        }
        self.whole += 1;
        for line in &mut self.lines {
            line.pile.take(look);
        }
        self.take_word(look);
    }

    fn print(mut self: Box<Self>) -> Section {
        let (lang, whole) = (self.outlook.lang, self.whole as u64);
        let (key, label) = self.named;
        let style = style(self.outlook);
        let with_empty = self.with_empty;
        self.lines
            .retain(|line| with_empty || !line.pile.cases.is_empty());
        let counts: Vec<u64> = self
            .lines
            .iter()
            .map(|l| l.pile.cases.len() as u64)
            .collect();
        let rows = self.lines.into_iter().map(Line::row);
        let mut rows: Vec<Row> = match self.of {
            Some(_) => rows
                .zip(style.shares(&counts, whole))
                .map(|(row, share)| row.with_share(share))
                .collect(),
            None => rows.collect(),
        };
        rows.extend(self.beside.into_iter().map(|(line, with_share)| {
            let row = line.row();
            match with_share {
                true => {
                    let share = style.share(row.cases.len() as u64, whole);
                    row.with_share(share)
                }
                false => row,
            }
        }));
        Section {
            key: key.into(),
            label: label.word(lang).to_owned(),
            denominator: self.of.map(|of| Denominator {
                label: of.word(lang).to_owned(),
                value: self.whole,
            }),
            headings: Vec::new(),
            rows,
        }
    }
}
