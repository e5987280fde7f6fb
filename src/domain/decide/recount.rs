//! A second count of the same secret votes: what was counted before stays in the journal, taken back
//! or corrected, so a second count tells the few sheets by which it differs.
//!
//! Two counts are of the same votes where they are of the same unit, project or person and bear the
//! same name, or where the first was taken back and the second is of the days around it, whatever
//! its name.

use crate::domain::book::Book;
use crate::domain::event::Event;
use crate::domain::refusal::{Refusal, StandingRule};
use crate::domain::secret_votes::{BALLOTS_LEAST, counts};

/// A count that was taken back is told again within so many days.
pub(super) const DAYS_AROUND: i64 = 15;

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
        let apart = (said.event.on() - event.on()).num_days().abs();
        let again = !said.stands && apart <= DAYS_AROUND;
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
