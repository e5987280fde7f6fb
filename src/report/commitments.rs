//! The ledger of promises (承诺事项台账): what was promised, by when, and what became of it; those
//! of earlier years that were still open among them.
//!
//! A year's ledger holds every promise that was open on some day of it; where the scope names the
//! year or the session of the cases, it holds every promise of them, whenever it was kept. It
//! refuses to forget one.

use super::case_rows::{SortedRows, case_row, case_section, first_words};
use super::cell::{Cell, Tone};
use super::document::Document;
use super::groups::{document, each_in_scope};
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::{Row, Section};
use super::sheet::Kind;
use super::tally::{Group, shares};
use crate::domain::book::{Case, Commitment, Fate};
use crate::domain::terms::{CaseId, Date, Name, year_of};
use crate::words::{self, Label, Word};

const ALL: [Fate; 5] = [
    Fate::Kept,
    Fate::KeptLate,
    Fate::Broken,
    Fate::Open,
    Fate::Late,
];

fn key(fate: Fate) -> &'static str {
    match fate {
        Fate::Kept => "kept",
        Fate::KeptLate => "kept_late",
        Fate::Broken => "broken",
        Fate::Open => "open",
        Fate::Late => "late",
    }
}

fn label(fate: Fate) -> Label {
    match fate {
        Fate::Kept => Label::KeptInTime,
        Fate::KeptLate => Label::KeptLate,
        Fate::Broken => Label::NotKept,
        Fate::Open => Label::StillOpen,
        Fate::Late => Label::PromiseLate,
    }
}

fn tone(fate: Fate) -> Tone {
    match fate {
        Fate::Kept => Tone::Good,
        Fate::Open => Tone::Plain,
        Fate::KeptLate => Tone::Warning,
        Fate::Broken | Fate::Late => Tone::Bad,
    }
}

/// The ledger of a year; where none is named, of the year of the view, or of all years where the
/// scope chooses the cases by theirs.
pub fn commitments(outlook: &Outlook, filter: &Filter, year: Option<i32>) -> Document {
    let of_all = year.is_none() && filter.is_of_a_year();
    let year = year
        .or(filter.year())
        .unwrap_or_else(|| year_of(outlook.as_of));
    let title = ("report.commitments", Label::CommitmentsReport);
    let mut rows = SortedRows::default();
    let scope = each_in_scope(outlook, filter, |case| {
        let placed = (1_usize..).zip(&case.commitments);
        let fit = placed.filter(|(_, promise)| of_all || is_open_in(year, case, promise));
        for (place, promise) in fit {
            let told = Told::of(outlook, case, place, promise);
            rows.push(told, row(outlook, case, place, promise));
        }
    });
    let mut promises = rows.into_rows();
    // The first due first.
    promises.sort_by_key(|(told, _)| told.place);
    let ledger = Ledger {
        outlook,
        year,
        of_all,
        promises,
    };
    let sections = vec![ledger.status(), ledger.origin(), ledger.rows()];
    document(outlook, title, scope, sections)
}

/// Whether a promise was open on some day of a year.
fn is_open_in(year: i32, case: &Case, promise: &Commitment) -> bool {
    let settled = promise.settled.as_ref();
    // A broken promise is owed until something is promised in its place.
    let replaced = |on: Date| case.commitments.iter().any(|next| next.made >= on);
    let over = settled.filter(|settled| settled.kept || replaced(settled.on));
    year_of(promise.made) <= year && over.is_none_or(|over| year_of(over.on) >= year)
}

/// What the ledger tells of a promise.
struct Told {
    /// The day it is due, its case, and its place there, from 1.
    place: (Date, CaseId, usize),
    made: Date,
    fate: Fate,
}

impl Told {
    fn of(outlook: &Outlook, case: &Case, place: usize, promise: &Commitment) -> Self {
        Self {
            place: (promise.due, case.id, place),
            made: promise.made,
            fate: promise.fate(outlook.as_of),
        }
    }
}

struct Ledger<'o> {
    outlook: &'o Outlook<'o>,
    year: i32,
    /// It holds every promise of its cases, not those that were open in the year.
    of_all: bool,
    promises: Vec<(Told, Row)>,
}

impl Ledger<'_> {
    /// How many of each status. A case stands once for each of its promises.
    fn status(&self) -> Section {
        let group = |fate: Fate| {
            let cases = self.cases(|promise| promise.fate == fate);
            Group::new(key(fate), label(fate).word(self.outlook.lang), cases)
        };
        let groups = ALL.map(group).into();
        self.of_year(shares(
            self.outlook,
            "status",
            Label::Promises,
            self.whole(),
            groups,
        ))
    }

    /// What the shares are of: what was made at any time, or what was open in the year.
    fn whole(&self) -> (Label, usize) {
        let label = match self.of_all {
            true => Label::PromisesMade,
            false => Label::PromisesOfYear,
        };
        (label, self.promises.len())
    }

    /// A section that says which year it is of.
    fn of_year(&self, mut section: Section) -> Section {
        if !self.of_all {
            let year = words::year(self.outlook.lang, self.year);
            section.label = words::beside(self.outlook.lang, &section.label, &year);
        }
        section
    }

    /// Made this year, or carried over from an earlier one.
    fn origin(&self) -> Section {
        let year = self.year;
        let carried = self.cases(|promise| year_of(promise.made) < year);
        let fresh = self.cases(|promise| year_of(promise.made) >= year);
        let lang = self.outlook.lang;
        let groups = vec![
            Group::new("carried_over", Label::CarriedOver.word(lang), carried),
            Group::new("made", Label::MadeThisYear.word(lang), fresh),
        ];
        self.of_year(shares(
            self.outlook,
            "origin",
            Label::Origin,
            self.whole(),
            groups,
        ))
    }

    fn cases(&self, fits: impl Fn(&Told) -> bool) -> Vec<CaseId> {
        let promises = self.promises.iter().map(|(told, _)| told);
        let fit = promises.filter(|told| fits(told));
        fit.map(|told| told.place.1).collect()
    }

    fn rows(mut self) -> Section {
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
        let promises = std::mem::take(&mut self.promises).into_iter();
        let rows = promises.map(|(_, row)| row).collect();
        let named = ("commitments", Label::CommitmentsReport);
        self.of_year(case_section(self.outlook, named, &columns, rows))
    }
}

fn row(outlook: &Outlook, case: &Case, place: usize, promise: &Commitment) -> Row {
    let texts = outlook.book.texts();
    let fate = promise.fate(outlook.as_of);
    let told = Cell::toned(key(fate), label(fate).word(outlook.lang), tone(fate));
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
    case_row(outlook, case, Some(place))
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
