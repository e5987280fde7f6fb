//! The ledger of promises (承诺事项台账): what was promised, by when, and what became of it; those
//! of earlier years that were still open among them.
//!
//! A year's ledger holds every promise that was open on some day of it; where the scope names the
//! year or the session of the cases, it holds every promise of them, whenever it was kept. It
//! refuses to forget one.

use super::case_rows::{case_row, case_section, first_words};
use super::cell::{Cell, Tone};
use super::document::Document;
use super::groups::report;
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::{Row, Section};
use super::sheet::Kind;
use super::tally::{Group, shares};
use crate::domain::book::{Case, Commitment, Fate};
use crate::domain::terms::{Date, Name, year_of};
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
    report(outlook, filter, title, |cases| {
        let ledger = Ledger {
            outlook,
            year,
            of_all,
            promises: made_by(cases, |entry| of_all || is_open_in(year, entry)),
        };
        vec![ledger.status(), ledger.origin(), ledger.rows()]
    })
}

/// A promise with its case and its place there, from 1.
type Entry<'a> = (&'a Case, usize, &'a Commitment);

/// The promises of cases that fit, the first due first.
fn made_by<'a>(cases: &[&'a Case], fits: impl Fn(&Entry) -> bool) -> Vec<Entry<'a>> {
    let made = cases.iter().flat_map(|case| {
        let placed = (1_usize..).zip(&case.commitments);
        placed.map(move |(place, promise)| (*case, place, promise))
    });
    let mut found: Vec<Entry> = made.filter(|entry| fits(entry)).collect();
    found.sort_by_key(|(case, place, promise)| (promise.due, case.id, *place));
    found
}

/// Whether a promise was open on some day of a year.
fn is_open_in(year: i32, (case, _, promise): &Entry) -> bool {
    let settled = promise.settled.as_ref();
    // A broken promise is owed until something is promised in its place.
    let replaced = |on: Date| case.commitments.iter().any(|next| next.made >= on);
    let over = settled.filter(|settled| settled.kept || replaced(settled.on));
    year_of(promise.made) <= year && over.is_none_or(|over| year_of(over.on) >= year)
}

struct Ledger<'a, 'o> {
    outlook: &'o Outlook<'a>,
    year: i32,
    /// It holds every promise of its cases, not those that were open in the year.
    of_all: bool,
    promises: Vec<Entry<'o>>,
}

impl Ledger<'_, '_> {
    /// How many of each status. A case stands once for each of its promises.
    fn status(&self) -> Section {
        let as_of = self.outlook.as_of;
        let group = |fate: Fate| {
            let cases = self.cases(|promise| promise.fate(as_of) == fate);
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
        self.of_year(case_section(self.outlook, named, &columns, rows))
    }

    fn row(&self, (case, place, promise): &Entry) -> Row {
        let texts = self.outlook.book.texts();
        let fate = promise.fate(self.outlook.as_of);
        let told = Cell::toned(key(fate), label(fate).word(self.outlook.lang), tone(fate));
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
