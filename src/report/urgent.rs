//! The cases of a scope that cannot wait: overdue ones, and those whose clock is red.

use super::outlook::Outlook;
use super::scope::Filter;
use super::tally::{in_work, waits};
use crate::domain::book::Case;
use crate::domain::deadline;
use crate::domain::rules::Colour;
use crate::domain::terms::CaseId;
use crate::words;

/// The numbers of the cases whose reply is late.
pub fn overdue(outlook: &Outlook, scope: &Filter) -> Vec<String> {
    labels(outlook, scope, outlook.book.waiting(), |case| {
        let clock = deadline::reply_clock(outlook.book, case, outlook.as_of);
        waits(case) && clock.is_some_and(|clock| clock.is_overdue(outlook.as_of))
    })
}

/// The numbers of the cases that are red, by the clock, by a sign or by hand.
pub fn red(outlook: &Outlook, scope: &Filter) -> Vec<String> {
    labels(outlook, scope, outlook.book.cases(), |case| {
        in_work(outlook, case) == Some(Colour::Red)
    })
}

fn labels<'a>(
    outlook: &Outlook,
    scope: &Filter,
    cases: impl Iterator<Item = &'a Case>,
    fits: impl Fn(&Case) -> bool,
) -> Vec<String> {
    let urgent = cases.filter(|case| scope.takes(outlook, case) && fits(case));
    let urgent: Vec<CaseId> = urgent.map(|case| case.id).collect();
    words::case_labels(outlook.book, &urgent)
}
