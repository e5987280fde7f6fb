//! What of a case may go out of the house: decided here, for the public page, the booklet, the
//! yearly report and the rate of publication alike.
//!
//! A confidential case (保密) does not go out at all, nor does one whose reply somebody withheld
//! (不予公开); the words of a reply go out only where somebody said that they may. A second reply that
//! is withheld keeps back its own words alone: what it follows is out already.
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

/// Whether a second reply (续复) may be published: as it says itself, else as the reply that it
/// follows.
pub fn publication_of_again(case: &Case, again: &ReReply) -> Option<Publication> {
    let of_unit = |reply: &&Reply| again.unit.as_ref().is_none_or(|unit| reply.unit == *unit);
    let mut before = case.replies.iter().filter(|reply| reply.on <= again.on);
    let followed = || before.rfind(of_unit)?.publication;
    again.publication.or_else(followed)
}

/// Why the words of a second reply stay in the house.
pub fn keeps_back_again(case: &Case, again: &ReReply) -> Option<KeptBack> {
    keeps_back_said(publication_of_again(case, again))
}

/// Why the words of a reply stay in the house; none where they go out with their case.
pub fn keeps_back_words(reply: &Reply) -> Option<KeptBack> {
    keeps_back_said(reply.publication)
}

fn keeps_back_said(publication: Option<Publication>) -> Option<KeptBack> {
    match publication {
        Some(Publication::Publish) => None,
        Some(Publication::Withhold) => Some(KeptBack::Withheld),
        None => Some(KeptBack::NotSaid),
    }
}
