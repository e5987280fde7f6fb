//! How much is left to do of a case: by that its file is kept, so that who asks for what waits reads
//! no others.
//!
//! Refuses to say what is to be done, and when.

use serde::{Deserialize, Serialize};

use super::case::Case;

/// What is left to do of a case. Those of which most is left are asked for most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) enum Standing {
    /// It waits for its reply.
    Waits,
    /// It was answered and is not closed.
    Open,
    /// It is closed, and a promise or something that the congress side asked for is open.
    Owes,
    /// Nothing: it runs no clock and shows no colour.
    Over,
}

impl Standing {
    /// In their order.
    pub(super) const ALL: [Self; 4] = [Self::Waits, Self::Open, Self::Owes, Self::Over];

    pub(super) fn of(case: Option<&Case>) -> Self {
        let Some(case) = case else { return Self::Over };
        let owes = || case.owes_promise() || case.oversight.is_open();
        if case.ended.is_some() {
            Self::Over
        } else if case.closed.is_none() {
            match case.replied() {
                None => Self::Waits,
                Some(_) => Self::Open,
            }
        } else if owes() {
            Self::Owes
        } else {
            Self::Over
        }
    }
}
