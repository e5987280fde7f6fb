//! Look-alikes among suggestions of all years, by the characters that two of them share.
//!
//! A title is cut into pairs of neighbouring characters; a pair counts the more the fewer titles
//! have it, so that 关于…的建议 counts nothing and 山坪塘 much. Single characters count a little, for
//! words that were put the other way round. It knows no synonyms and no places, learns nothing and
//! decides nothing: it offers what a person may want to look at.
//!
//! One question is answered by [`nearest`], which keeps no text; who asks about many cases weighs
//! them once ([`Index`]). Both give the same scores.

mod grams;
mod index;

use std::cmp::Reverse;

pub use self::grams::Known;
use self::grams::Wanted;
use super::book::Book;
use super::terms::CaseId;
pub use index::Index;

/// A case that resembles what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The case.
    pub case: CaseId,
    /// How much it resembles it: 100 for the same words, 0 for none in common.
    pub score: u8,
}

impl Hit {
    /// The most alike first.
    fn place(&self) -> (Reverse<u8>, CaseId) {
        (Reverse(self.score), self.case)
    }
}

/// From here on two suggestions are worth showing beside each other.
pub const ALIKE: u8 = 35;

/// Titles and bodies that can be read again.
pub trait Texts {
    /// Shows each of them once.
    fn each(&self, look: &mut dyn FnMut(CaseId, &str, Option<&str>));

    /// In how many of them each gram stands.
    fn known(&self) -> Known {
        let mut known = Known::default();
        self.each(&mut |_, title, body| known.add(title, body));
        known
    }
}

/// Those of all cases that count, whatever their year and level.
impl Texts for Book {
    fn each(&self, look: &mut dyn FnMut(CaseId, &str, Option<&str>)) {
        self.each_wording(look);
    }

    fn known(&self) -> Known {
        self.known_grams()
    }
}

/// The cases that resemble a title and a body, the most alike first; those below [`ALIKE`] too. A
/// case may be left out, such as the one that is asked about.
///
/// What a text shares with what is asked bounds from above how alike it can be, so that few have to
/// be looked at more closely.
pub fn nearest(
    texts: &impl Texts,
    (title, body): (&str, Option<&str>),
    without: Option<CaseId>,
    most: usize,
) -> Vec<Hit> {
    let mut known = texts.known();
    let mut wanted = Wanted::new(&known, title, body);
    let mut hits: Vec<Hit> = Vec::new();
    texts.each(&mut |case, title, body| {
        let full = hits.len() >= most;
        let worst = hits.last().filter(|_| full).map(Hit::place);
        let belongs = |hit: &Hit| match worst {
            Some(worst) => hit.score > 0 && hit.place() < worst,
            None => hit.score > 0 && !full,
        };
        let shared = wanted.shared(title, body);
        let score = wanted.score_most(&shared);
        if Some(case) == without || !belongs(&Hit { case, score }) {
            return;
        }
        let score = wanted.score(&shared, known.norms(title, body));
        let hit = Hit { case, score };
        if belongs(&hit) {
            hits.insert(
                hits.partition_point(|other| other.place() < hit.place()),
                hit,
            );
            hits.truncate(most);
        }
    });
    hits
}

#[cfg(test)]
mod tests;
