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

use self::grams::{Grams, Known, Part, alike, cut, grams, norms, parts, score};
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
    /// Shows each of them once, in an order that stays.
    fn each(&self, look: &mut dyn FnMut(CaseId, &str, Option<&str>));

    /// Shows one of them.
    fn one(&self, case: CaseId, look: &mut dyn FnMut(&str, Option<&str>));
}

/// Those of all cases that count, whatever their year and level.
impl Texts for Book {
    fn each(&self, look: &mut dyn FnMut(CaseId, &str, Option<&str>)) {
        for case in self.walk().filter(|case| case.counts()) {
            let body = case
                .body
                .as_ref()
                .map(|body| self.texts().words(body).to_owned());
            look(case.id, case.title.as_str(), body.as_deref());
        }
    }

    fn one(&self, case: CaseId, look: &mut dyn FnMut(&str, Option<&str>)) {
        if let Some(case) = self.passing(case) {
            let body = case
                .body
                .as_ref()
                .map(|body| self.texts().words(body).to_owned());
            look(case.title.as_str(), body.as_deref());
        }
    }
}

/// The cases that resemble a title and a body, the most alike first; those below [`ALIKE`] too. A
/// case may be left out, such as the one that is asked about.
///
/// All texts pass once, to tell how rare each gram is and which of those asked for each text has.
/// That bounds from above how alike it can be, so that few have to be looked at again.
pub fn nearest(
    texts: &impl Texts,
    (title, body): (&str, Option<&str>),
    without: Option<CaseId>,
    most: usize,
) -> Vec<Hit> {
    let asked = grams(title, body);
    let mut known = Known::default();
    let mut shared = Shared::default();
    texts.each(&mut |case, title, body| {
        known.begin();
        for (part, words) in parts(title, body) {
            cut(words, |gram| {
                let place = || {
                    let place = asked.binary_search_by_key(&gram, |(gram, _)| *gram);
                    place.ok().and_then(|place| u32::try_from(place).ok())
                };
                if let Some(place) = known.note(gram, place) {
                    shared.places.push((place, part));
                }
            });
        }
        if Some(case) == without {
            shared.drop_last();
        } else {
            shared.close(case);
        }
    });
    let bounds = shared.bounds(&asked, &known);
    let asked = known.weighed(&asked);
    let mut hits: Vec<Hit> = Vec::new();
    for bound in bounds {
        let full = hits.len() >= most;
        if bound.score == 0 || (full && hits.last().is_none_or(|hit| hit.score > bound.score)) {
            break;
        }
        texts.one(bound.case, &mut |title, body| {
            let other = known.weighed(&grams(title, body));
            let score = alike(&asked, &other);
            let hit = Hit { score, ..bound };
            let place = hits.partition_point(|known| known.place() < hit.place());
            hits.insert(place, hit);
            hits.truncate(most);
        });
    }
    hits.retain(|hit| hit.score > 0);
    hits
}

/// Which of the grams asked for each text has, by their places among them, and where.
#[derive(Default)]
struct Shared {
    places: Vec<(u32, Part)>,
    /// Each text with where its own end.
    texts: Vec<(CaseId, usize)>,
}

impl Shared {
    /// What was pushed last belongs to a case.
    fn close(&mut self, case: CaseId) {
        if self.places.len() > self.end() {
            self.texts.push((case, self.places.len()));
        }
    }

    fn drop_last(&mut self) {
        self.places.truncate(self.end());
    }

    fn end(&self) -> usize {
        self.texts.last().map_or(0, |(_, end)| *end)
    }

    /// How alike each can be at the most, those first that can be it most: as if it had no gram but
    /// the shared ones.
    fn bounds(&self, asked: &Grams, known: &Known) -> Vec<Hit> {
        /// More than all rounding comes to.
        const SLACK: f64 = 1e-6;
        let rarities: Vec<f64> = asked.iter().map(|(gram, _)| known.rarity(*gram)).collect();
        let ours = norms(&known.weighed(asked));
        let mut begin = 0;
        let bound = |(case, end): &(CaseId, usize)| {
            let (mut products, mut squares) = ([0.0, 0.0], [0.0, 0.0]);
            for (place, part) in self.places.get(begin..*end).unwrap_or_default() {
                let place = *place as usize;
                let (Some((gram, mine)), Some(rarity)) = (asked.get(place), rarities.get(place))
                else {
                    continue;
                };
                let other = part.weight() * rarity;
                products[gram.kind()] += mine * rarity * other;
                squares[gram.kind()] += other * other;
            }
            begin = *end;
            let score = score(products, ours, squares.map(f64::sqrt), SLACK);
            Hit { case: *case, score }
        };
        let mut bounds: Vec<Hit> = self.texts.iter().map(bound).collect();
        bounds.sort_by_key(Hit::place);
        bounds
    }
}

#[cfg(test)]
mod tests;
