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
use crate::domain::colour::colouring;
use crate::domain::deadline::Clock;
use crate::domain::rules::{ClockKey, Colour, Grade};
use crate::domain::terms::{CaseId, Date, Name};
use crate::words::{Label, Word};

/// A problem of a case: since when, and what is known of it.
type Problem = (Date, String);

/// Whether a case has a problem of one kind. What is counted of it and what is listed ask the same.
pub(super) type ProblemOf = fn(&Outlook, &Look) -> Option<Problem>;

/// Each kind of problem, with what it is called.
type Kinded = (Label, ProblemOf);
pub(super) const OVERDUE: Kinded = (Label::OverdueList, overdue);
pub(super) const DISSATISFIED: Kinded = (Label::DissatisfiedOpen, dissatisfied);
pub(super) const PROMISE: Kinded = (Label::PromiseLate, promise);
pub(super) const RED: Kinded = (Label::RedNow, red);
pub(super) const RETURNED: Kinded = (Label::ReturnedOpen, returned);
pub(super) const CO_OPINION: Kinded = (Label::CoOpinionLate, co_opinion);
const STUCK: Kinded = (Label::Difficulties, stuck);
pub(super) const ESCALATED: Kinded = (Label::EscalatedOpen, escalated);

/// All of them, worst first.
const ALL: [Kinded; 8] = [
    OVERDUE,
    DISSATISFIED,
    PROMISE,
    RED,
    RETURNED,
    CO_OPINION,
    STUCK,
    ESCALATED,
];

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
        let told = ALL.into_iter().enumerate();
        let told = told.filter_map(|(rank, (what, problem_of))| {
            Some((rank, what, problem_of(outlook, case)?))
        });
        let rows = (1_usize..).zip(told).map(|(place, (rank, what, problem))| {
            (
                (rank, problem.0, case.id),
                row(outlook, case, place, (what, problem)),
            )
        });
        rows.collect()
    })
}

fn row(outlook: &Outlook, case: &Case, place: usize, (what, (on, note)): (Label, Problem)) -> Row {
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
    (days > 0).then(|| (clock.due(), note))
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
    Some((rating.on, note))
}

fn promise(outlook: &Outlook, case: &Look) -> Option<Problem> {
    let late = case
        .commitments
        .iter()
        .filter(|promise| promise.settled.is_none() && promise.due < outlook.as_of);
    let oldest = late.min_by_key(|promise| promise.due)?;
    let words = first_words(outlook.book.texts().words(&oldest.promise));
    Some((oldest.due, words))
}

/// Red for another reason than those that are told by themselves.
fn red(outlook: &Outlook, case: &Look) -> Option<Problem> {
    if case.in_work() != Some(Colour::Red) {
        return None;
    }
    let told = [overdue, dissatisfied, promise];
    if told
        .iter()
        .any(|problem_of| problem_of(outlook, case).is_some())
    {
        return None;
    }
    let colouring = colouring(outlook.book, case, outlook.as_of);
    let seen = colouring.and_then(|colouring| colouring.progress);
    let why = seen.map(|(_, sign)| sign.word(outlook.lang).to_owned());
    let clock = case.reply_clock().filter(|_| case.waits());
    let left = clock.map(|clock| {
        let left = clock.days_left(outlook.as_of);
        format!("{} {left}", Label::DaysLeft.word(outlook.lang))
    });
    let note: Vec<String> = why.into_iter().chain(left).collect();
    let since = case.replied().or(Some(case.assignment()?.on));
    let day = clock.map(Clock::due).or(since)?;
    Some((day, note.join("；")))
}

fn returned(outlook: &Outlook, case: &Look) -> Option<Problem> {
    let assignment = case
        .assignment()
        .filter(|a| case.waits() && a.is_returned())?;
    let returned = assignment.returned.as_ref()?;
    let why = first_words(outlook.book.texts().words(&returned.why));
    Some((returned.on, why))
}

fn co_opinion(outlook: &Outlook, case: &Look) -> Option<Problem> {
    if !case.waits() {
        return None;
    }
    let is_late = |clock: &&Clock| {
        clock.key == ClockKey::CoOpinion && clock.met.is_none() && clock.is_overdue(outlook.as_of)
    };
    let late = case.clocks().iter().find(is_late)?;
    let unit = late.unit.as_ref().map(ToString::to_string);
    Some((Clock::due(late), unit.unwrap_or_default()))
}

fn stuck(outlook: &Outlook, case: &Look) -> Option<Problem> {
    let last = case.difficulties.last().filter(|_| case.waits())?;
    let note = first_words(outlook.book.texts().words(&last.note));
    Some((last.on, note))
}

fn escalated(_: &Outlook, case: &Look) -> Option<Problem> {
    let up = case.escalation.as_deref();
    let up = up.filter(|up| up.is_open() && case.counts() && case.closed.is_none())?;
    let to = up.to.as_ref().map(Name::to_string);
    Some((up.on, to.unwrap_or_default()))
}
