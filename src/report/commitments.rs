//! The ledger of promises (承诺事项台账): what was promised, by when, and what became of it; those
//! of earlier years that were still open among them.
//!
//! A year's ledger holds every promise that was open on some day of it. It refuses to forget one.

use super::case_rows::{case_row, case_section, first_words};
use super::cell::{Cell, Tone};
use super::document::Document;
use super::groups::report;
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::{Row, Section};
use super::sheet::Kind;
use super::tally::{Group, shares};
use crate::domain::book::{Case, Commitment};
use crate::domain::terms::{Date, Name, year_of};
use crate::words::{Label, Word};

/// What became of a promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Kept,
    KeptLate,
    Broken,
    Open,
    Late,
}

impl Status {
    const ALL: [Self; 5] = [
        Self::Kept,
        Self::KeptLate,
        Self::Broken,
        Self::Open,
        Self::Late,
    ];

    fn of(promise: &Commitment, as_of: Date) -> Self {
        match &promise.settled {
            Some(settled) if !settled.kept => Self::Broken,
            Some(_) if promise.is_kept_late() => Self::KeptLate,
            Some(_) => Self::Kept,
            None if promise.due < as_of => Self::Late,
            None => Self::Open,
        }
    }

    fn key(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::KeptLate => "kept_late",
            Self::Broken => "broken",
            Self::Open => "open",
            Self::Late => "late",
        }
    }

    fn label(self) -> Label {
        match self {
            Self::Kept => Label::KeptInTime,
            Self::KeptLate => Label::KeptLate,
            Self::Broken => Label::NotKept,
            Self::Open => Label::StillOpen,
            Self::Late => Label::PromiseLate,
        }
    }

    fn tone(self) -> Tone {
        match self {
            Self::Kept => Tone::Good,
            Self::Open => Tone::Plain,
            Self::KeptLate => Tone::Warning,
            Self::Broken | Self::Late => Tone::Bad,
        }
    }
}

/// The ledger of a year; of the year of the view where none is named.
pub fn commitments(outlook: &Outlook, filter: &Filter, year: Option<i32>) -> Document {
    let year = year.unwrap_or_else(|| year_of(outlook.as_of));
    let title = ("report.commitments", Label::CommitmentsReport);
    report(outlook, filter, title, |cases| {
        let ledger = Ledger {
            outlook,
            year,
            promises: open_in(year, cases),
        };
        vec![ledger.status(), ledger.origin(), ledger.rows()]
    })
}

/// A promise with its case and its place there, from 1.
type Entry<'a> = (&'a Case, usize, &'a Commitment);

/// Every promise that was open on some day of a year, the first due first.
fn open_in<'a>(year: i32, cases: &[&'a Case]) -> Vec<Entry<'a>> {
    let made = cases.iter().flat_map(|case| {
        let placed = (1_usize..).zip(&case.commitments);
        placed.map(move |(place, promise)| (*case, place, promise))
    });
    let in_year = |(case, _, promise): &Entry| {
        let settled = promise.settled.as_ref();
        // A broken promise is owed until something is promised in its place.
        let replaced = |on: Date| case.commitments.iter().any(|next| next.made >= on);
        let over = settled.filter(|settled| settled.kept || replaced(settled.on));
        year_of(promise.made) <= year && over.is_none_or(|over| year_of(over.on) >= year)
    };
    let mut open: Vec<Entry> = made.filter(in_year).collect();
    open.sort_by_key(|(case, place, promise)| (promise.due, case.id, *place));
    open
}

struct Ledger<'a, 'o> {
    outlook: &'o Outlook<'a>,
    year: i32,
    promises: Vec<Entry<'o>>,
}

impl Ledger<'_, '_> {
    /// How many of each status. A case stands once for each of its promises.
    fn status(&self) -> Section {
        let as_of = self.outlook.as_of;
        let group = |status: Status| {
            let cases = self.cases(|promise| Status::of(promise, as_of) == status);
            Group::new(status.key(), status.label().word(self.outlook.lang), cases)
        };
        let groups = Status::ALL.map(group).into();
        let whole = (Label::PromisesMade, self.promises.len());
        shares(self.outlook, "status", Label::Promises, whole, groups)
    }

    /// Made this year, or carried over from an earlier one.
    fn origin(&self) -> Section {
        let year = self.year;
        let carried = self.cases(|promise| year_of(promise.made) < year);
        let fresh = self.cases(|promise| year_of(promise.made) == year);
        let lang = self.outlook.lang;
        let groups = vec![
            Group::new("carried_over", Label::CarriedOver.word(lang), carried),
            Group::new("made", Label::MadeThisYear.word(lang), fresh),
        ];
        let whole = (Label::PromisesMade, self.promises.len());
        shares(self.outlook, "origin", Label::Origin, whole, groups)
    }

    fn cases(&self, fits: impl Fn(&Commitment) -> bool) -> Vec<crate::domain::terms::CaseId> {
        let fit = self.promises.iter().filter(|(_, _, promise)| fits(promise));
        fit.map(|(case, ..)| case.id).collect()
    }

    fn rows(&self) -> Section {
        let columns = [
            ("promise", Label::Promise, Kind::Text),
            ("unit", Label::Unit, Kind::Text),
            ("made", Label::PromisedOn, Kind::Date),
            ("due", Label::Due, Kind::Date),
            ("status", Label::Outcome, Kind::Text),
            ("settled", Label::Settled, Kind::Date),
            ("note", Label::Note, Kind::Text),
            ("re_replied", Label::RepliedAgain, Kind::Date),
            ("class", Label::Class, Kind::Text),
            ("rating", Label::PromiseRating, Kind::Text),
        ];
        let rows = self.promises.iter().map(|entry| self.row(entry)).collect();
        let named = ("commitments", Label::CommitmentsReport);
        case_section(self.outlook, named, &columns, rows)
    }

    fn row(&self, (case, place, promise): &Entry) -> Row {
        let texts = self.outlook.book.texts();
        let status = Status::of(promise, self.outlook.as_of);
        let told = Cell::toned(
            status.key(),
            status.label().word(self.outlook.lang),
            status.tone(),
        );
        let settled = promise.settled.as_ref();
        let units = case.assignment().into_iter();
        let units: Vec<String> = units
            .flat_map(|a| a.to.repliers().map(Name::to_string))
            .collect();
        let again = case.oversight.re_replies.iter();
        let mut again = again.filter(|reply| reply.on >= promise.made).map(|r| r.on);
        let of_promise = case.ratings.iter().rfind(|rating| {
            let of = crate::domain::event::Rateable::Commitment;
            rating.of == of && rating.on >= promise.made
        });
        case_row(self.outlook, case, Some(*place))
            .with_cell("promise", first_words(texts.words(&promise.promise)))
            .with_cell("unit", Cell::List(units))
            .with_cell("made", promise.made)
            .with_cell("due", promise.due)
            .with_cell("status", told)
            .with_cell("settled", settled.map(|settled| settled.on))
            .with_cell(
                "note",
                settled
                    .and_then(|settled| settled.note.as_ref())
                    .map(|note| first_words(texts.words(note))),
            )
            .with_cell("re_replied", again.next_back())
            .with_cell("class", case.class().map(Name::to_string))
            .with_cell(
                "rating",
                of_promise.and_then(|r| r.headline()).map(Name::to_string),
            )
    }
}
