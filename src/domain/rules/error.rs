//! What can be wrong with a rule set, a clock or a calendar.

use thiserror::Error;

use crate::domain::terms::{Date, LinkError};

/// Why a rule set cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RulesError {
    /// Not JSON, or not of the right shape.
    #[error("not readable: {0}")]
    Unreadable(String),
    /// A key that no rule set has.
    #[error("unknown key `{key}` in `{place}`")]
    UnknownKey {
        /// Where it stands; empty at the top.
        place: String,
        /// The key.
        key: String,
        /// The nearest known keys.
        near: Vec<String>,
    },
    /// A limit in none of the accepted forms.
    #[error("`{0}` is not a limit")]
    BadLimit(String),
    /// A key that every resolved rule set needs.
    #[error("`{0}` is missing")]
    Missing(&'static str),
    /// A set that extends itself, over the ones named.
    #[error("extends itself: {}", .0.join(" → "))]
    Cycle(Vec<String>),
    /// A set to be extended that does not come with the program.
    #[error("no rule set `{name}`")]
    NoSuchSet {
        /// Its name.
        name: String,
        /// The nearest names.
        near: Vec<String>,
    },
    /// A value that contradicts another one.
    #[error("`{key}`: {why}")]
    Contradiction {
        /// The key.
        key: String,
        /// What is wrong with it.
        why: Conflict,
    },
    /// A value without source that is not marked as unverified either.
    #[error("`{0}` names neither source nor \"verified\": false")]
    NoSource(String),
    /// A template of a number with a placeholder that nobody knows.
    #[error("`{0}` is not a template for a number")]
    BadTemplate(String),
    /// What is no address of a web page where one belongs.
    #[error("`{written}` is no link: {why}")]
    BadLink {
        /// As it stands there.
        written: String,
        /// What is wrong with it.
        why: LinkError,
    },
    /// The date leaves the range of the calendar.
    #[error("the date leaves the calendar")]
    OutOfRange,
}

/// Why a year's calendar cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CalendarError {
    /// Not JSON, or not of the right shape.
    #[error("not readable: {0}")]
    Unreadable(String),
    /// A day that belongs in the table of its own year, or stands twice.
    #[error("{day} does not belong in the table of {year}")]
    BadDay {
        /// The year of the table.
        year: i32,
        /// The day.
        day: Date,
    },
    /// A table without days: it would silently be plain weekends.
    #[error("the table of {0} has no days")]
    NoDays(i32),
    /// Nobody says where the table comes from.
    #[error("the table of {0} names no source")]
    NoSource(i32),
}

/// How values of a document contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Conflict {
    /// A word stands twice, or has two meanings.
    #[error("`{0}` stands twice")]
    Twice(String),
    /// A word with a meaning that the scale does not have.
    #[error("`{0}` is not among the levels")]
    NotAmong(String),
    /// More decimals than a percentage may have.
    #[error("at most {0} decimals")]
    Decimals(u8),
    /// A number that is too small or too great.
    #[error("from {0} to {1}")]
    Between(u8, u8),
    /// A clock without a limit.
    #[error("no limit")]
    NoLimit,
    /// A clock counted back from itself, or from another one than the reply's.
    #[error("only other clocks are counted back, and only from `reply`")]
    CountedBack,
    /// Extra time that is no span.
    #[error("`extra` adds months, working days or days")]
    Extra,
}
