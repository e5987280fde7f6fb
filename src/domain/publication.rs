//! What of a case may go out of the house: decided here, for the public page, the booklet, the
//! yearly report and the rate of publication alike.
//!
//! A confidential case (保密) does not go out at all, nor does one whose reply somebody withheld
//! (不予公开); the words of a reply go out only where somebody said that they may.
//!
//! Refuses: to look into words. Numbers of people in what goes out are hidden by who prints it.

use super::book::{Case, ReReply, Reply};
use super::event::Publication;

/// Why something stays in the house.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeptBack {
    /// The case is confidential.
    Confidential,
    /// Somebody said that a reply is not published.
    Withheld,
    /// Nobody said that the reply is published.
    NotSaid,
}

/// Why a case stays in the house as a whole; none where it goes out.
pub fn keeps_back(case: &Case) -> Option<KeptBack> {
    let withheld = |reply: &Reply| reply.publication == Some(Publication::Withhold);
    match (case.confidential, case.replies.iter().any(withheld)) {
        (true, _) => Some(KeptBack::Confidential),
        (false, true) => Some(KeptBack::Withheld),
        (false, false) => None,
    }
}

/// Why the words of a second reply (续复) stay in the house: it goes out with the reply that it
/// follows.
pub fn keeps_back_again(case: &Case, again: &ReReply) -> Option<KeptBack> {
    let of_unit = |reply: &&Reply| again.unit.as_ref().is_none_or(|unit| reply.unit == *unit);
    let mut before = case.replies.iter().filter(|reply| reply.on <= again.on);
    match before.rfind(of_unit) {
        Some(reply) => keeps_back_words(reply),
        None => Some(KeptBack::NotSaid),
    }
}

/// Why the words of a reply stay in the house; none where they go out with their case.
pub fn keeps_back_words(reply: &Reply) -> Option<KeptBack> {
    match reply.publication {
        Some(Publication::Publish) => None,
        Some(Publication::Withhold) => Some(KeptBack::Withheld),
        None => Some(KeptBack::NotSaid),
    }
}
