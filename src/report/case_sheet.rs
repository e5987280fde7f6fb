//! The sheet of cases: one row a case under the columns that every list has.
//!
//! A row is made when its case passes; the case itself is not kept.

use std::collections::BTreeSet;

use super::cell::{Cell, Tone};
use super::list::{colour_key, state_key, tone};
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use super::show::{open_years, years_told};
use super::table::Look;
use crate::domain::book::{Case, Designation};
use crate::domain::deadline::Clock;
use crate::domain::rules::{ClockKey, Grade};
use crate::domain::terms::{CaseId, Date, Level, Name, Number};
use crate::words::{self, Label, Lang, Word};

/// The columns that every list has.
pub fn columns(lang: Lang) -> Vec<Column> {
    vec![
        Column::text("number", Label::Number.word(lang)),
        Column::text("title", Label::Title.word(lang)),
        Column::text("deputy", Label::Deputy.word(lang)),
        Column::text("category", Label::Category.word(lang)),
        Column::text("unit", Label::Unit.word(lang)),
        Column::text("state", Label::State.word(lang)),
        Column::date("assigned", Label::Assigned.word(lang)),
        Column::date("due", Label::Due.word(lang)),
        Column::number("days_left", Label::Left.word(lang)),
        Column::text("colour", Label::Warning.word(lang)),
        Column::date("replied", Label::Replied.word(lang)),
        Column::text("class", Label::Class.word(lang)),
        Column::text("rating", Label::Rating.word(lang)),
    ]
}

/// Rows of cases as they come.
pub(super) struct CaseRows<'o> {
    outlook: &'o Outlook<'o>,
    sheet: Sheet,
    /// Of each row.
    places: Vec<Due>,
    /// The years without holidays that a running clock counts through.
    years: BTreeSet<i32>,
}

/// Where a case stands in the order of numbers.
type Place = (Level, Option<Number>, CaseId);

/// The day that a list shows of it, and where it stands.
type Due = (Option<Date>, Place);

impl<'o> CaseRows<'o> {
    pub(super) fn new(outlook: &'o Outlook<'o>) -> Self {
        let lang = outlook.lang;
        Self {
            outlook,
            sheet: Sheet::new("cases", Label::Cases.word(lang), columns(lang)),
            places: Vec::new(),
            years: BTreeSet::new(),
        }
    }

    /// One more case.
    pub(super) fn push(&mut self, case: &Look) {
        let place = (case.level, case.number, case.id);
        let due = case.shown_clock().map(Clock::due);
        self.places.push((due, place));
        self.sheet.push(row(case));
        if let Some(clock) = case.shown_clock().filter(|_| case.waits()) {
            self.years.extend(open_years(clock));
        }
    }

    /// In the order of their numbers.
    pub(super) fn by_number(mut self) -> Sheet {
        let places = std::mem::take(&mut self.places).into_iter();
        let places: Vec<Place> = places.map(|(_, place)| place).collect();
        self.in_that_order().in_order_of(&places)
    }

    /// Those first whose shown day comes first.
    pub(super) fn by_due(mut self) -> Sheet {
        let places = std::mem::take(&mut self.places).into_iter();
        let places = places.map(|(due, (_, number, id))| (due, number, id));
        let places: Vec<_> = places.collect();
        self.in_that_order().in_order_of(&places)
    }

    /// In the order in which they came.
    pub(super) fn in_that_order(self) -> Sheet {
        let mut sheet = self.sheet;
        sheet.notes = years_told(self.outlook.lang, self.years);
        sheet
    }
}

/// Cases as rows, in their order.
pub(super) fn sheet_of<'a>(outlook: &Outlook, cases: impl Iterator<Item = &'a Case>) -> Sheet {
    let mut rows = CaseRows::new(outlook);
    for case in cases {
        rows.push(&Look::new(outlook, case));
    }
    rows.in_that_order()
}

fn row(case: &Look) -> Vec<Cell> {
    let outlook = case.outlook;
    let lang = outlook.lang;
    let clock = case.shown_clock();
    let running = clock.filter(|clock| case.waits() || clock.key == ClockKey::Promise);
    let state = outlook.book.state(case);
    let units: Vec<String> = match case.assignment() {
        Some(a) => a.to.repliers().map(Name::to_string).collect(),
        None => Vec::new(),
    };
    let speaker = case.proposer();
    let signed = speaker.map(|name| match (case.co_signers.len(), lang) {
        (0, _) => Cell::word(name.to_string(), name.to_string()),
        (more, Lang::Zh) => Cell::word(name.to_string(), format!("{name}等{}人", more + 1)),
        (more, Lang::En) => Cell::word(name.to_string(), format!("{name} +{more}")),
    });
    vec![
        number(outlook, case),
        case.title.as_str().into(),
        signed.into(),
        case.category.as_str().into(),
        Cell::list(units),
        Cell::word(state_key(state), state.word(lang)),
        case.assignment().map(|a| a.on).into(),
        clock.map(Clock::due).into(),
        running.map_or(Cell::Empty, |clock| left(outlook, clock)),
        colour(case),
        case.last_word().map(|(on, _)| on).into(),
        case.class().map(Name::to_string).into(),
        rating(outlook, case),
    ]
}

/// The official number: printed for people, `2024-17` for scripts.
pub(super) fn number(outlook: &Outlook, case: &Case) -> Cell {
    called(outlook, case.designation())
}

/// The same where no more of the case is at hand.
pub(super) fn called(outlook: &Outlook, case: Designation) -> Cell {
    let plain = words::plain_label_of(outlook.book, case);
    Cell::word(plain, words::case_label_of(outlook.book, case))
}

fn left(outlook: &Outlook, clock: &Clock) -> Cell {
    let days = clock.days_left(outlook.as_of);
    Cell::Amount {
        value: days,
        label: words::days_left(outlook.lang, days),
        tone: tone(clock.colour(outlook.as_of)),
    }
}

/// The colour of a case that is still in work.
fn colour(case: &Look) -> Cell {
    let outlook = case.outlook;
    match case.in_work() {
        Some(colour) => Cell::toned(colour_key(colour), colour.word(outlook.lang), tone(colour)),
        None => Cell::Empty,
    }
}

fn rating(outlook: &Outlook, case: &Case) -> Cell {
    let Some((rating, word)) = case.rating().and_then(|r| Some((r, r.headline()?))) else {
        return Cell::Empty;
    };
    let tone = match outlook.book.grade(rating) {
        Some(Grade::Dissatisfied) => Tone::Bad,
        Some(Grade::Satisfied | Grade::Mostly | Grade::Unknown) | None => Tone::Plain,
    };
    Cell::toned(word.to_string(), word.to_string(), tone)
}
