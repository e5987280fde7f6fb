//! Texts that are weighed once, for who asks about many of them.

use super::grams::{ByGram, Known, grams, norms, score};
use super::{ALIKE, Hit, Texts};
use crate::domain::rules::RepeatRules;
use crate::domain::terms::CaseId;

/// The titles and bodies of a store, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct Index {
    known: Known,
    cases: Vec<CaseId>,
    /// The texts that have a gram, by their places, with its weight there.
    holders: ByGram<Vec<(usize, f64)>>,
    /// How long the pairs and the singles of each text are.
    norms: Vec<[f64; 2]>,
}

impl Index {
    /// Of all texts.
    pub fn of(texts: &impl Texts) -> Self {
        let mut index = Self {
            known: texts.known(),
            ..Self::default()
        };
        texts.each(&mut |case, title, body| {
            let place = index.cases.len();
            let grams = index.known.weighed(&grams(title, body));
            index.cases.push(case);
            index.norms.push(norms(&grams));
            for (gram, weight) in grams {
                index.holders.entry(gram).or_default().push((place, weight));
            }
        });
        index
    }

    /// The cases at or above [`ALIKE`], most alike first; the same scores as
    /// [`nearest`](super::nearest).
    pub fn alike(&self, title: &str, body: Option<&str>, without: Option<CaseId>) -> Vec<Hit> {
        self.hits(title, body, without, ALIKE)
    }

    /// The cases of the same matter, most alike first: those alike enough that stand out from what
    /// else is like it. Where many are about as alike, titles follow one pattern, and what they have
    /// in common tells a kind of matter.
    pub fn repeats(
        &self,
        (title, body): (&str, Option<&str>),
        without: Option<CaseId>,
        rules: &RepeatRules,
    ) -> Vec<Hit> {
        // What is less alike is near nothing that is alike enough.
        let least = u16::from(rules.alike_min) * u16::from(rules.near_percent) / 100;
        let least = u8::try_from(least).unwrap_or(u8::MAX).max(1);
        let hits = self.hits(title, body, without, least);
        let stands_out = |hit: &&Hit| {
            let near = u32::from(hit.score) * u32::from(rules.near_percent);
            let near = hits.iter().filter(|h| u32::from(h.score) * 100 >= near);
            hit.score >= rules.alike_min && near.count() <= usize::from(rules.near_most)
        };
        hits.iter().take_while(stands_out).copied().collect()
    }

    /// The cases at or above a score, most alike first.
    fn hits(
        &self,
        title: &str,
        body: Option<&str>,
        without: Option<CaseId>,
        least: u8,
    ) -> Vec<Hit> {
        let asked = self.known.weighed(&grams(title, body));
        let ours = norms(&asked);
        let mut shared = vec![[0.0, 0.0]; self.cases.len()];
        for (gram, weight) in &asked {
            for (place, other) in self.holders.get(gram).into_iter().flatten() {
                shared[*place][gram.kind()] += weight * other;
            }
        }
        let cases = self.cases.iter().zip(&self.norms);
        let hits = shared.into_iter().zip(cases);
        // What shares nothing is like nothing, whatever the least is.
        let hits = hits.filter(|(products, _)| *products != [0.0, 0.0]);
        let hits = hits.filter_map(|(products, (case, theirs))| {
            let (case, score) = (*case, score(products, ours, *theirs, 0.0));
            (score >= least && Some(case) != without).then_some(Hit { case, score })
        });
        let mut hits: Vec<Hit> = hits.collect();
        hits.sort_by_key(Hit::place);
        hits
    }
}
