//! The cases of a scope that cannot wait: overdue ones, and those whose clock is red.

use super::outlook::Outlook;
use super::scope::Filter;
use super::tally::waits;
use crate::domain::book::Case;
use crate::domain::deadline::{self, Clock};
use crate::domain::rules::Colour;
use crate::words;

/// The numbers of the cases whose reply is late.
pub fn overdue(outlook: &Outlook, scope: &Filter) -> Vec<String> {
    waiting(outlook, scope, |clock| clock.is_overdue(outlook.as_of))
}

/// The numbers of the cases whose reply clock is red, late ones included.
pub fn red(outlook: &Outlook, scope: &Filter) -> Vec<String> {
    waiting(outlook, scope, |clock| {
        clock.colour(outlook.as_of) == Colour::Red
    })
}

fn waiting(outlook: &Outlook, scope: &Filter, fits: impl Fn(&Clock) -> bool) -> Vec<String> {
    let urgent = |case: &&Case| {
        let clock = deadline::reply_clock(outlook.book, case, outlook.as_of);
        scope.takes(outlook, case) && waits(case) && clock.is_some_and(|clock| fits(&clock))
    };
    let cases = outlook.book.cases().filter(urgent);
    cases
        .map(|case| words::case_label(outlook.book, case.id))
        .collect()
}
