//! A second count of the same secret votes: what was counted before stays in the journal, taken back
//! or corrected, so a second count tells the few sheets by which it differs.
//!
//! What is announced as a recount keeps its totals and no count that would tell (`secret_votes`).
//!
//! Two counts are of the same votes where they are of the same unit, project or person and bear the
//! same name, or where the first was taken back and the second is of the days around it, whatever
//! its name.

use crate::domain::book::{Book, Once};
use crate::domain::event::{AnonymousScoringClosed, Event};
use crate::domain::refusal::{Refusal, StandingRule};
use crate::domain::secret_votes::{self, BALLOTS_LEAST, counts, recount_of, sheets_apart};

/// A count that was taken back is told again within so many days.
const DAYS_AROUND: i64 = 15;

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
    no_round_nearby(book, event)?;
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

/// Whether no other round of the days around marked the same units with a few sheets more or fewer:
/// where the same people voted, the difference tells how those few did. That others voted is said.
fn no_round_nearby(book: &Book, event: &Event) -> Result<(), Refusal> {
    let Event::AnonymousScoringClosed(fact) = event else {
        return Ok(());
    };
    let near = |other: &&AnonymousScoringClosed| is_near(fact, other);
    let mut rounds = book.assessments().rounds().filter(near);
    let apart = rounds.find_map(|other| Some((other, sheets_apart(fact, other)?)));
    match apart.filter(|_| !fact.other_voters) {
        Some((other, apart)) => Err(StandingRule::SameVoters {
            round: other.round.clone(),
            on: other.on,
            apart,
        }
        .into()),
        None => Ok(()),
    }
}

/// Whether two rounds of different names are of days so near that the same people may have voted.
pub(super) fn is_near(one: &AnonymousScoringClosed, other: &AnonymousScoringClosed) -> bool {
    (other.on - one.on).num_days().abs() <= DAYS_AROUND && other.round != one.round
}
