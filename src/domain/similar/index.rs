//! Texts that are weighed once, for who asks about many of them.
//!
//! A question is looked for by its rare grams first: they tell which texts can be alike at all. What
//! nearly all texts have tells little and stands in long lists; how much it can add is bounded, and
//! it is counted only where that may decide. The answer is that of a comparison with every text.

use super::grams::{ByGram, Gram, Known, OF_WHOLE, Part, Weighed, grams, norms, score};
use super::{Hit, Texts};
use crate::domain::rules::RepeatRules;
use crate::domain::terms::CaseId;

/// Grams are left out of the first look as long as all of them cannot add more than this share of the
/// least likeness that is asked for.
const LEFT_OUT: f64 = 0.67;
/// Of a likeness up to 1: more than the first look is wrong by its rounding.
const SLACK: f64 = 1e-3;
/// Two texts whose likeness differs by no more may have the same score.
const SCORE: f64 = 0.01;

/// The titles and bodies of a store, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct Index {
    known: Known,
    /// Where each gram stands among `held`.
    places: ByGram<u32>,
    held: Vec<Held>,
    texts: Vec<Text>,
    /// Of each text one over how long its pairs and its singles are.
    parts: [Vec<f32>; 2],
}

/// A gram, and who has it.
#[derive(Debug, Clone)]
struct Held {
    gram: Gram,
    rarity: f64,
    /// The texts, by their places.
    by: Vec<Placed>,
}

/// A text by its grams, in their order.
#[derive(Debug, Clone)]
struct Text {
    case: CaseId,
    grams: Box<[Placed]>,
    /// How long its pairs and its singles are.
    norms: [f64; 2],
}

/// A place in a list, with the part in which a text has a gram first. There are as many as texts have
/// grams, so it takes four bytes; no store has so many texts that the place does not fit.
#[derive(Debug, Clone, Copy)]
struct Placed(u32);

impl Placed {
    fn new(at: u32, part: Part) -> Self {
        Self(at << 1 | u32::from(part == Part::Body))
    }

    fn at(self) -> usize {
        (self.0 >> 1) as usize
    }

    fn part(self) -> Part {
        match self.0 & 1 {
            0 => Part::Title,
            _ => Part::Body,
        }
    }
}

/// What is asked.
struct Asked {
    norms: [f64; 2],
    /// The weight of each gram that is held, by its place; 0 where it is not asked for.
    weights: Vec<f64>,
    /// Those that some text has, with what a text can have in common with it by each of them alone.
    shares: Vec<(u32, f64)>,
}

impl Index {
    /// Of all texts.
    pub fn of(texts: &impl Texts) -> Self {
        let mut index = Self {
            known: texts.known(),
            ..Self::default()
        };
        texts.each(&mut |case, title, body| index.add(case, title, body));
        index
    }

    fn add(&mut self, case: CaseId, title: &str, body: Option<&str>) {
        let Self {
            known,
            places,
            held,
            texts,
            parts,
        } = self;
        let grams = grams(title, body).into_iter().map(|(gram, part)| {
            let place = places.entry(gram).or_insert_with(|| {
                let rarity = known.rarity(gram);
                let by = Vec::with_capacity(known.texts_with(gram));
                held.push(Held { gram, rarity, by });
                kept(held.len() - 1)
            });
            Placed::new(*place, part)
        });
        let grams: Box<[Placed]> = grams.collect();
        let weighed = grams.iter().map(|placed| {
            let Held { gram, rarity, .. } = &held[placed.at()];
            (*gram, placed.part().weight() * rarity)
        });
        let weighed: Weighed = weighed.collect();
        let norms = norms(&weighed);
        for placed in &grams {
            let by = &mut held[placed.at()].by;
            by.push(Placed::new(kept(texts.len()), placed.part()));
        }
        for (parts, norm) in parts.iter_mut().zip(norms) {
            parts.push(if norm > 0.0 { norm.recip() as f32 } else { 0.0 });
        }
        texts.push(Text { case, grams, norms });
    }

    /// The cases of the same matter, most alike first: those alike enough that stand out from what
    /// else is like it. Where many are about as alike, titles follow one pattern, and what they have
    /// in common tells a kind of matter.
    pub fn repeats(
        &self,
        text: (&str, Option<&str>),
        without: Option<CaseId>,
        rules: &RepeatRules,
    ) -> Vec<Hit> {
        // What is less alike is near nothing that is alike enough.
        let least = u16::from(rules.alike_min) * u16::from(rules.near_percent) / 100;
        let least = u8::try_from(least).unwrap_or(u8::MAX);
        // One more than may be near tells that too many are.
        let most = usize::from(rules.near_most) + 1;
        let hits = self.most_alike(text, without, least, most);
        let stands_out = |hit: &&Hit| {
            let near = u32::from(hit.score) * u32::from(rules.near_percent);
            let near = hits.iter().filter(|h| u32::from(h.score) * 100 >= near);
            hit.score >= rules.alike_min && near.count() < most
        };
        hits.iter().take_while(stands_out).copied().collect()
    }

    /// The cases at or above a score, most alike first, at most so many; the same scores as
    /// [`nearest`](super::nearest).
    pub fn most_alike(
        &self,
        (title, body): (&str, Option<&str>),
        without: Option<CaseId>,
        least: u8,
        most: usize,
    ) -> Vec<Hit> {
        // What shares nothing is like nothing.
        let least = least.max(1);
        let asked = self.asked(title, body);
        let floor = (f64::from(least) - 0.5) / 100.0;
        let (likeness, rest) = self.first_look(&asked, floor * LEFT_OUT);
        let other = |place: &usize| Some(self.texts[*place].case) != without;
        let worst = worst_of_best(&likeness, most, other);
        let floor = floor.max(f64::from(worst) - SCORE) - rest - SLACK;
        let near = (0..likeness.len()).filter(|place| f64::from(likeness[*place]) >= floor);
        let hits = near.filter(other).map(|place| {
            let text = &self.texts[place];
            let (case, score) = (text.case, self.score(&asked, text));
            Hit { case, score }
        });
        let mut hits: Vec<Hit> = hits.filter(|hit| hit.score >= least).collect();
        hits.sort_by_key(Hit::place);
        hits.truncate(most);
        hits
    }

    fn asked(&self, title: &str, body: Option<&str>) -> Asked {
        let weighed = self.known.weighed(&grams(title, body));
        let norms = norms(&weighed);
        let (mut weights, mut shares) = (vec![0.0; self.held.len()], Vec::new());
        for (gram, weight) in weighed {
            if let Some(place) = self.places.get(&gram) {
                weights[*place as usize] = weight;
                let kind = gram.kind();
                shares.push((*place, OF_WHOLE[kind] * weight / norms[kind]));
            }
        }
        Asked {
            norms,
            weights,
            shares,
        }
    }

    /// How alike each text is at least, up to rounding, and how much more it may be at the most: not
    /// above what is allowed.
    fn first_look(&self, asked: &Asked, allowed: f64) -> (Vec<f32>, f64) {
        let held = |place: u32| &self.held[place as usize];
        // What tells much about few texts comes first.
        let mut shares = asked.shares.clone();
        let worth = |(at, share): &(u32, f64)| share * share / (held(*at).by.len() as f64 + 1.0);
        shares.sort_by(|one, other| worth(other).total_cmp(&worth(one)));
        // By Cauchy and Schwarz what is left out adds no more than its own length.
        let (mut squares, mut rest) = ([0.0, 0.0], 0.0);
        while let Some(&(at, share)) = shares.last() {
            squares[held(at).gram.kind()] += share * share;
            let more = squares.map(f64::sqrt).iter().sum();
            if more > allowed {
                break;
            }
            rest = more;
            shares.pop();
        }
        let mut likeness = vec![0.0; self.texts.len()];
        for (at, share) in shares {
            let Held { gram, rarity, by } = held(at);
            let parts = &self.parts[gram.kind()];
            let [title, body] =
                [Part::Title, Part::Body].map(|part| (share * rarity * part.weight()) as f32);
            for placed in by {
                let share = match placed.part() {
                    Part::Title => title,
                    Part::Body => body,
                };
                likeness[placed.at()] += share * parts[placed.at()];
            }
        }
        (likeness, rest)
    }

    fn score(&self, asked: &Asked, text: &Text) -> u8 {
        let mut products = [0.0, 0.0];
        for placed in &text.grams {
            let at = placed.at();
            let Held { gram, rarity, .. } = &self.held[at];
            products[gram.kind()] += asked.weights[at] * (placed.part().weight() * rarity);
        }
        score(products, asked.norms, text.norms, 0.0)
    }
}

/// The least of so many that are most alike; 0 where there are fewer.
fn worst_of_best(likeness: &[f32], most: usize, counts: impl Fn(&usize) -> bool) -> f32 {
    let mut best: Vec<f32> = Vec::new();
    let mut worst = 0.0;
    for (place, value) in likeness.iter().enumerate() {
        if *value > worst && counts(&place) {
            let before = best.partition_point(|other| other > value);
            best.insert(before, *value);
            best.truncate(most);
            worst = best.get(most.wrapping_sub(1)).copied().unwrap_or_default();
        }
    }
    worst
}

/// A place in a list as it is kept: no store has so many texts that it does not fit.
fn kept(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
