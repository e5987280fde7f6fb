//! A second count of the same secret votes: what was counted before stays in the journal, taken back
//! or corrected, so a second count tells the few sheets by which it differs.
//!
//! What is announced as a recount keeps its totals and no count that would tell (`secret_votes`).
//!
//! Two counts are of the same votes where they are of the same unit, project or person and bear the
//! same name, or where the first was taken back and the second is of the days around it, whatever
//! its name.

use crate::domain::book::{Book, Once};
use crate::domain::event::Event;
use crate::domain::refusal::{Refusal, StandingRule};
use crate::domain::secret_votes::{self, BALLOTS_LEAST, counts, recount_of};

/// A count that was taken back is told again within so many days.
pub(super) const DAYS_AROUND: i64 = 15;

/// A recount as it may be kept: beside an earlier count of the same votes, and without what the
/// difference of the two would tell.
///
/// # Errors
/// Nothing was counted that it could be a recount of.
pub(super) fn keep_totals(book: &Book, event: &mut Event) -> Result<(), Refusal> {
    if recount_of(event).is_none() {
        return Ok(());
    }
    let now = counts(event);
    let mut same = Vec::new();
    for said in book.ever_said(|said| !counts(said).is_empty()) {
        let again = is_told_again(&said, event);
        let before = counts(&said.event).into_iter();
        same.extend(before.filter(|before| now.iter().any(|count| count.is_of(before, again))));
    }
    if same.is_empty() {
        return Err(StandingRule::NothingToRecount.into());
    }
    secret_votes::keep_totals(event, |count| {
        same.iter()
            .any(|before| count.is_of(before, true) && count.tells_few(before))
    });
    Ok(())
}

/// Whether a count was taken back and another one of the days around it may tell it again, whatever
/// it is called.
fn is_told_again(said: &Once, event: &Event) -> bool {
    let apart = (said.event.on() - event.on()).num_days().abs();
    !said.stands && apart <= DAYS_AROUND
}

/// Whether a fact, beside all that the journal holds, still hides how the few voted by whom it
/// differs from an earlier count.
///
/// # Errors
/// The counts differ by fewer ballots than may be told.
pub(super) fn hides_the_few(book: &Book, event: &Event) -> Result<(), Refusal> {
    let now = counts(event);
    if now.is_empty() {
        return Ok(());
    }
    for said in book.ever_said(|said| !counts(said).is_empty()) {
        let again = is_told_again(&said, event);
        for before in counts(&said.event) {
            let mut same = now.iter().filter(|count| count.is_of(&before, again));
            if let Some(count) = same.find(|count| count.tells_few(&before)) {
                return Err(StandingRule::DiffersByFew {
                    before: before.ballots,
                    now: count.ballots,
                    least: BALLOTS_LEAST,
                }
                .into());
            }
        }
    }
    Ok(())
}
