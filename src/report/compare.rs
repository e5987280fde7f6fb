//! The same figures at another time: at the end of last month, on the same day of last year.
//!
//! Each column counts the cases as they stood on its day, by the facts known now; a scope that
//! names a year is moved with it. It refuses to call anything better or worse.

use chrono::Months;

use super::beside::NO_DATA;
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::{Measure, Row, Section};
use super::tally::{heading, waits};
use crate::domain::book::{Book, Case};
use crate::domain::deadline;
use crate::domain::rules::Grade;
use crate::domain::terms::{CaseId, Date};
use crate::words::{Label, Word};

/// What is compared: a key, its words, and which cases count.
type Standing = (&'static str, Label, fn(&Book, &Case, Date) -> bool);

const STANDINGS: [Standing; 8] = [
    ("total", Label::InScope, |_, _, _| true),
    ("consulted", Label::ConsultedCases, |_, case, _| {
        !case.consultations.is_empty()
    }),
    ("replied", Label::RepliedCases, |_, case, _| {
        case.replied().is_some()
    }),
    ("waiting", Label::WaitingCases, |_, case, _| waits(case)),
    ("overdue", Label::OverdueList, |book, case, day| {
        let clock = deadline::reply_clock(book, case, day);
        waits(case) && clock.is_some_and(|clock| clock.is_overdue(day))
    }),
    ("closed", Label::ClosedCases, |_, case, _| {
        case.closed.is_some()
    }),
    ("satisfied", Label::DeputySatisfied, |book, case, _| {
        let grade = case.rating().and_then(|rating| book.grade(rating));
        grade == Some(Grade::Satisfied)
    }),
    ("promises_open", Label::WithOpenPromise, |_, case, _| {
        case.open_commitments().next().is_some()
    }),
];

/// The figures of the day of the view, of the end of the month before, of the day a year before.
pub(super) fn basics(outlook: &Outlook, filter: &Filter) -> Section {
    let first = super::month::Month::of(outlook.as_of).first();
    let last_month = first.pred_opt().unwrap_or(first);
    let year_before = outlook.as_of.checked_sub_months(Months::new(12));
    let columns = [
        (
            "last_month",
            Label::LastMonth,
            standing(outlook, filter, last_month),
        ),
        (
            "last_year",
            Label::LastYear,
            match year_before {
                Some(day) => standing(outlook, &filter.a_year_before(), day),
                None => Vec::new(),
            },
        ),
    ];
    let now = standing(outlook, filter, outlook.as_of);
    let rows = STANDINGS.iter().zip(now).enumerate();
    let rows = rows.map(|(place, ((key, label, _), cases))| {
        let row = Row::new(*key, label.word(outlook.lang), Measure::Count(cases.len()));
        let then = |row: Row, (key, _, cases): &(&'static str, Label, Vec<Vec<CaseId>>)| {
            // Where no case was on record at all, nothing is known of that time.
            match cases.first().is_some_and(|all| !all.is_empty()) {
                true => row.with_counted(*key, cases[place].clone()),
                false => row.with_cell(*key, NO_DATA),
            }
        };
        columns.iter().fold(row.with_cases(cases), then)
    });
    Section {
        key: "basics".into(),
        label: Label::Basics.word(outlook.lang).to_owned(),
        denominator: None,
        rows: rows.collect(),
        headings: columns
            .iter()
            .map(|(key, label, _)| heading(outlook, *key, *label))
            .collect(),
    }
}

/// The cases of each standing on a day.
fn standing(outlook: &Outlook, filter: &Filter, day: Date) -> Vec<Vec<CaseId>> {
    let then = Outlook {
        as_of: day,
        ..outlook.clone()
    };
    let cases = outlook.book.cases();
    let cases: Vec<Case> = cases
        .filter_map(|case| outlook.book.case_on(case.id, day))
        .filter(|case| filter.counts(&then, case))
        .collect();
    let of = |(_, _, fits): &Standing| {
        let fit = cases.iter().filter(|case| fits(outlook.book, case, day));
        fit.map(|case| case.id).collect()
    };
    STANDINGS.iter().map(of).collect()
}
