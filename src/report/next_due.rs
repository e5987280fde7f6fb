//! The clock of a case that ends next, for the talk after a change.

use crate::domain::book::{Book, Case};
use crate::domain::deadline;
use crate::domain::terms::Date;
use crate::words::NextDue;

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
