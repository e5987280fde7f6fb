//! The step that the handling of a case waits for next, whoever has to take it. What is told after a
//! command, the page of the day, the list of duties and the reminder all begin here.
//!
//! Refuses: to say whether the step is allowed, and by when it is due.

use crate::domain::book::{Book, Case, State};
use crate::domain::rules::ClockKey;

/// What has to be done next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A draft is looked through (审查).
    Review,
    /// The deputies change it (修改).
    Amend,
    /// It gets its units (交办).
    HandOver,
    /// It gets other units, one gave it back (改办).
    HandOverAnew,
    /// The units sign for it (签收).
    Sign,
    /// The unit talks with the deputy (面商).
    Consult,
    /// The unit replies (答复).
    Reply,
    /// The deputy rates (评价).
    Rate,
    /// The unit replies once more after a bad rating (重新办理).
    Rehandle,
    /// The office decides after a second bad rating (研究处理).
    Decide,
    /// The unit mends what a look back found (整改).
    Rework,
    /// The unit keeps its promise (续办).
    KeepPromise,
    /// The office closes it (办结).
    Close,
}

impl Step {
    /// The step of a state; none where nothing is left to be done.
    pub fn of(state: State) -> Option<Self> {
        Some(match state {
            State::Submitted => Self::Review,
            State::ForAmendment => Self::Amend,
            State::Accepted | State::PreAssigned => Self::HandOver,
            State::Assigned => Self::Sign,
            State::Signed => Self::Consult,
            State::InProgress => Self::Reply,
            State::Returned => Self::HandOverAnew,
            State::Replied => Self::Rate,
            State::Rehandling => Self::Rehandle,
            State::Rated => Self::Close,
            State::Adjudicating => Self::Decide,
            State::Reworking => Self::Rework,
            State::Tracking => Self::KeepPromise,
            State::Closed | State::Refused | State::Letter | State::Withdrawn => return None,
        })
    }

    /// The clock that runs for it; none for the closing, which no text sets a day for.
    pub(super) fn clock(self) -> Option<ClockKey> {
        Some(match self {
            Self::Review | Self::Amend | Self::HandOver => ClockKey::HandOver,
            Self::HandOverAnew => ClockKey::Reassign,
            Self::Sign | Self::Consult | Self::Reply => ClockKey::Reply,
            Self::Rate => ClockKey::Feedback,
            Self::Rehandle => ClockKey::Rehandle,
            Self::Decide => ClockKey::Adjudicate,
            Self::Rework => ClockKey::Rework,
            Self::KeepPromise => ClockKey::Promise,
            Self::Close => return None,
        })
    }
}

/// The step of a case. The deputy may still rate one that is closed.
pub fn next_step(book: &Book, case: &Case) -> Option<Step> {
    let state = book.state(case);
    if state == State::Closed && case.rating().is_none() {
        return Some(Step::Rate);
    }
    Step::of(state)
}
