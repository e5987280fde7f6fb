//! The cases that something is wrong with at the end of a month, by what it is: late, not liked, red,
//! given back, promised and not kept, stuck. Each says since when and what is known of it.
//!
//! Refuses: what is over. A case that is closed has no problem but a promise that is late.

use super::super::case_rows::{Listed, case_row, first_words};
use super::super::cell::Cell;
use super::super::outlook::Outlook;
use super::super::section::Row;
use super::super::sheet::Kind;
use super::super::table::Look;
use super::super::tally::owing;
use crate::domain::book::{Book, Case, Rating};
use crate::domain::deadline::Clock;
use crate::domain::rules::{ClockKey, Colour, Grade};
use crate::domain::terms::{CaseId, Date, Name};
use crate::words::{Label, Word};

/// A problem of a case: what, since when, and what is known of it.
type Problem = (Label, Date, String);

/// The table: worst first, and of those alike the oldest.
pub(super) fn problems<'o>(outlook: &'o Outlook<'o>) -> Listed<'o, (usize, Date, CaseId)> {
    let columns = [
        ("unit", Label::Unit, Kind::Text),
        ("what", Label::What, Kind::Text),
        ("on", Label::Date, Kind::Date),
        ("note", Label::Note, Kind::Text),
    ];
    let named = ("problem", Label::MonthProblems);
    Listed::new(outlook, named, &columns, move |case| {
        let told = [
            overdue(outlook, case),
            dissatisfied(outlook, case),
            promise(outlook, case),
            red(outlook, case),
            returned(outlook, case),
            co_opinion(outlook, case),
            stuck(outlook, case),
            escalated(case),
        ];
        let told = told.into_iter().enumerate();
        let told = told.filter_map(|(rank, problem)| Some((rank, problem?)));
        let rows = (1_usize..).zip(told).map(|(place, (rank, problem))| {
            (
                (rank, problem.1, case.id),
                row(outlook, case, place, problem),
            )
        });
        rows.collect()
    })
}

fn row(outlook: &Outlook, case: &Case, place: usize, (what, on, note): Problem) -> Row {
    let mut units: Vec<String> = owing(case).map(Name::to_string).collect();
    if units.is_empty() {
        let to = case.assignment().into_iter();
        units.extend(to.flat_map(|a| a.to.repliers().map(Name::to_string)));
    }
    case_row(outlook, case, Some(place))
        .with_cell("unit", Cell::List(units))
        .with_cell("what", what.word(outlook.lang))
        .with_cell("on", on)
        .with_cell("note", note)
}

/// The rating by which the deputy is dissatisfied and that nothing has settled since, however far
/// the case is handled again.
pub(super) fn open_dissatisfaction<'b>(book: &'b Book, case: &'b Case) -> Option<&'b Rating> {
    let rating = case
        .rating()
        .filter(|_| case.counts() && case.closed.is_none())?;
    let dissatisfied = book.grade(rating) == Some(Grade::Dissatisfied);
    (dissatisfied && !book.is_settled(case, rating)).then_some(rating)
}

fn overdue(outlook: &Outlook, case: &Look) -> Option<Problem> {
    let clock = case.reply_clock().filter(|_| case.waits())?;
    let days = -clock.days_left(outlook.as_of);
    let note = format!("{} {days}", Label::DaysLate.word(outlook.lang));
    (days > 0).then(|| (Label::OverdueList, clock.due(), note))
}

fn dissatisfied(outlook: &Outlook, case: &Look) -> Option<Problem> {
    let rating = open_dissatisfaction(outlook.book, case)?;
    let state = outlook.book.state(case).word(outlook.lang);
    let words = rating.comment.as_ref();
    let words = words.map(|words| first_words(outlook.book.texts().words(words)));
    let note = match words {
        Some(words) => format!("{state}；{words}"),
        None => state.to_owned(),
    };
    Some((Label::DissatisfiedOpen, rating.on, note))
}

fn promise(outlook: &Outlook, case: &Look) -> Option<Problem> {
    let late = case
        .commitments
        .iter()
        .filter(|promise| promise.settled.is_none() && promise.due < outlook.as_of);
    let oldest = late.min_by_key(|promise| promise.due)?;
    let words = first_words(outlook.book.texts().words(&oldest.promise));
    Some((Label::PromiseLate, oldest.due, words))
}

/// Red, and not for being late.
fn red(outlook: &Outlook, case: &Look) -> Option<Problem> {
    let is_red = case.in_work() == Some(Colour::Red);
    let clock = case.reply_clock().filter(|_| is_red && case.waits())?;
    let left = clock.days_left(outlook.as_of);
    let note = format!("{} {left}", Label::DaysLeft.word(outlook.lang));
    (left >= 0).then(|| (Label::RedNow, clock.due(), note))
}

fn returned(outlook: &Outlook, case: &Look) -> Option<Problem> {
    let assignment = case
        .assignment()
        .filter(|a| case.waits() && a.is_returned())?;
    let returned = assignment.returned.as_ref()?;
    let why = first_words(outlook.book.texts().words(&returned.why));
    Some((Label::ReturnedOpen, returned.on, why))
}

fn co_opinion(outlook: &Outlook, case: &Look) -> Option<Problem> {
    let mut clocks = case
        .clocks()
        .iter()
        .filter(|clock| clock.key == ClockKey::CoOpinion && clock.met.is_none() && case.waits());
    let late = clocks.find(|clock| clock.is_overdue(outlook.as_of))?;
    let unit = late.unit.as_ref().map(ToString::to_string);
    Some((
        Label::CoOpinionLate,
        Clock::due(late),
        unit.unwrap_or_default(),
    ))
}

fn stuck(outlook: &Outlook, case: &Look) -> Option<Problem> {
    let last = case.difficulties.last().filter(|_| case.waits())?;
    let note = first_words(outlook.book.texts().words(&last.note));
    Some((Label::Difficulties, last.on, note))
}

fn escalated(case: &Look) -> Option<Problem> {
    let up = case.escalation.as_deref();
    let up = up.filter(|up| up.is_open() && case.counts() && case.closed.is_none())?;
    let to = up.to.as_ref().map(Name::to_string);
    Some((Label::EscalatedOpen, up.on, to.unwrap_or_default()))
}
