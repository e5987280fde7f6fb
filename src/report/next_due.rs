//! The clock of a case that ends next, for the talk after a change.

use crate::domain::book::{Book, Case};
use crate::domain::deadline;
use crate::domain::terms::Date;
use crate::words::NextDue;

/// The open clock that ends first.
pub fn next_due(book: &Book, case: &Case, today: Date) -> Option<NextDue> {
    let closed = case.closed.is_some();
    let clocks = deadline::clocks(book, case, today).into_iter();
    let open = clocks.filter(|clock| clock.met.is_none() && clock.is_duty());
    let open = open.filter(|clock| !closed || clock.key == crate::domain::rules::ClockKey::Promise);
    open.min_by_key(deadline::Clock::due).map(|clock| NextDue {
        clock: clock.key,
        date: clock.due(),
        days_left: clock.days_left(today),
        year_without_table: clock.due.years_without_table.first().copied(),
    })
}
