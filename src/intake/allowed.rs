//! What an import may enter: judged strictly first, so that it is known what only a historic ledger
//! passes. Whoever acted as a deputy before the seat on record began is a finding that is said, for
//! rosters are often typed in after the ledgers; everything else is a gate that only a lenient import
//! passes.

use super::plan::{Options, Waived};
use crate::domain::book::Book;
use crate::domain::command::{Command, Stamp};
use crate::domain::decide::decide;
use crate::domain::event::Event;
use crate::domain::refusal::{Refusal, Rule, WorkRule};
use crate::domain::terms::Date;

/// The facts of a wish, and what it was let off.
///
/// # Errors
/// The rule that forbids it.
pub(super) fn allowed(
    book: &Book,
    on: Date,
    wish: &Command,
    options: &Options,
) -> Result<(Vec<Event>, Option<Waived>), Refusal> {
    let judge = |lenient: bool, old_ledger: bool| {
        let stamp = Stamp {
            on,
            today: options.today,
            by: options.by.clone(),
            lenient,
            old_ledger,
        };
        decide(book, wish, &stamp)
    };
    let refusal = match judge(false, false) {
        Ok(events) => return Ok((events, None)),
        Err(refusal) => refusal,
    };
    let events = match (options.lenient, is_before_the_seat(&refusal)) {
        (false, false) => return Err(refusal),
        (lenient, _) => judge(lenient, true)?,
    };
    Ok((events, Some(Waived { on, refusal })))
}

fn is_before_the_seat(refusal: &Refusal) -> bool {
    matches!(
        refusal,
        Refusal::Rule {
            rule: Rule::Work(WorkRule::SeatToCome { .. }),
            ..
        }
    )
}
