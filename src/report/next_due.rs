//! The clock of a case that ends next, for the talk after a change.

use crate::domain::book::{Book, Case};
use crate::domain::deadline;
use crate::domain::rules::ClockKey;
use crate::domain::terms::Date;
use crate::words::NextDue;

/// The clock of a promise whose day has passed, of a case that is answered.
pub(super) fn late_promise<'a>(
    book: &'a Book,
    case: &Case,
    today: Date,
) -> Option<deadline::Clock<'a>> {
    let late = case.replied().is_some() && case.open_commitments().any(|p| p.due < today);
    let promises = match late {
        true => deadline::clocks_of(book, case, ClockKey::Promise, today),
        false => Vec::new(),
    };
    let open = promises.into_iter().filter(|clock| clock.met.is_none());
    open.min_by_key(deadline::Clock::due)
}

/// The open clock that ends first.
pub fn next_due(book: &Book, case: &Case, today: Date) -> Option<NextDue> {
    let open = deadline::open_clocks(book, case, today).into_iter();
    open.min_by_key(deadline::Clock::due).map(|clock| NextDue {
        clock: clock.key,
        date: clock.due(),
        days_left: clock.days_left(today),
        year_without_table: clock.due.years_without_table.first().copied(),
    })
}
