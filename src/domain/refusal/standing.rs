//! Why a wish about how units and deputies are judged was refused, as data.

use thiserror::Error;

use crate::domain::terms::{Date, Name, Points};

/// A rule of judging units and deputies that a wish broke (考核、履职).
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum StandingRule {
    /// Who held no seat in a year is not rated for it.
    #[error("{deputy} held no seat in {year}")]
    NoSeatInYear { deputy: Name, year: i32 },
    /// No mark is above the highest one.
    #[error("{mark} of {full}")]
    AboveFull { mark: u32, full: u32 },
    /// The marks of a unit and its ballots do not belong together, or tell more than they may.
    #[error("the marks of {unit} do not add up")]
    MarksAndBallots { unit: Name },
    /// Nobody was scored.
    #[error("no scores")]
    NoScores,
    /// The rules in force have no table of points.
    #[error("no table of points")]
    NoPointTable,
    /// The record counts that item itself.
    #[error("{item} counts itself")]
    CountsItself { item: Name },
    /// The table says what an entry is worth.
    #[error("{item} brings {points}")]
    FixedPoints { item: Name, points: Points },
    /// The table leaves the points to the entry.
    #[error("{item} needs points")]
    NeedsPoints { item: Name },
    /// More points than the item, or the year, can bring.
    #[error("{asked} of {left}, cap {cap}")]
    BeyondCap {
        item: Name,
        asked: Points,
        left: Points,
        cap: Points,
        article: Option<String>,
    },
    /// Only an error can be forgiven.
    #[error("{unit} made no error")]
    NoError { unit: Name },
    /// An error is forgiven once.
    #[error("{unit} was forgiven on {on}")]
    Forgiven { unit: Name, on: Date },
    /// A year is rated when it has come.
    #[error("{year} is still to come")]
    YearToCome { year: i32 },
    /// More ratings than ballots, or a rating that tells too much.
    #[error("{told} ratings on {ballots} ballots")]
    RatingsAndBallots { told: u64, ballots: u32 },
    /// Of few ratings only their number is kept, of more every word.
    #[error("fewer than {least} ratings are kept by their number alone")]
    FewRatings { least: u32 },
    /// Counted again with so few sheets more or fewer that the difference would tell them.
    #[error("{before} ballots before, {now} now: the difference is less than {least}")]
    DiffersByFew { before: u32, now: u32, least: u32 },
    /// A round of another name, a few days apart and by a few sheets: the same people may have voted.
    #[error("{round} of {on} is {apart} sheets apart")]
    SameVoters { round: Name, on: Date, apart: u32 },
    /// A recount is of votes that were counted before.
    #[error("nothing was counted that this is a recount of")]
    NothingToRecount,
}
