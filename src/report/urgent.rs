//! The cases of a scope that cannot wait: overdue ones, and those whose clock is red.

use super::outlook::Outlook;
use super::scope::Filter;
use super::table::Look;
use crate::domain::book::Passing;
use crate::domain::deadline::Clock;
use crate::domain::rules::Colour;
use crate::domain::terms::CaseId;
use crate::words;

/// The numbers of the cases whose reply is late.
pub fn overdue(outlook: &Outlook, scope: &Filter) -> Vec<String> {
    labels(outlook, scope, outlook.book.walk_waiting(), |case| {
        let late = |clock: &Clock| clock.is_overdue(outlook.as_of);
        case.waits() && case.reply_clock().is_some_and(late)
    })
}

/// The numbers of the cases that are red, by the clock, by a sign or by hand.
pub fn red(outlook: &Outlook, scope: &Filter) -> Vec<String> {
    labels(outlook, scope, outlook.book.walk_running(), |case| {
        case.in_work() == Some(Colour::Red)
    })
}

fn labels<'a>(
    outlook: &Outlook,
    scope: &Filter,
    cases: impl Iterator<Item = Passing<'a>>,
    fits: impl Fn(&Look) -> bool,
) -> Vec<String> {
    let urgent = cases.filter(|case| scope.takes(outlook, case) && fits(&Look::new(outlook, case)));
    let urgent: Vec<CaseId> = urgent.map(|case| case.id).collect();
    words::case_labels(outlook.book, &urgent)
}
