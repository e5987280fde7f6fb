//! The grams of a text, how heavy each is, and how alike two texts are by those they share.

#![expect(
    clippy::disallowed_types,
    reason = "millions of grams are looked up, and nobody walks through them"
)]

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::domain::terms::half_width_sign;

/// What two texts share in pairs, and in single characters, counts this much of the whole.
pub(super) const OF_WHOLE: [f64; 2] = [0.75, 0.25];

/// What nearly all titles say, with a gap for the matter.
const FRAME: &str = "关于 的建议";

/// How many titles nobody has seen yet count beside those of the store.
const UNSEEN: u32 = 60;

/// Where pairs and singles stand in an array of both.
const PAIR: usize = 0;
const SINGLE: usize = 1;

/// A character, or two that are neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(in crate::domain) struct Gram(u64);

impl Gram {
    fn single(sign: char) -> Self {
        Self(u64::from(sign) << 32)
    }

    fn pair(first: char, second: char) -> Self {
        Self(u64::from(first) << 32 | u64::from(second))
    }

    /// The last 16 bits of the sign that it begins with.
    fn first(self) -> usize {
        usize::from((self.0 >> 32) as u16)
    }

    /// Its place in an array of pairs and singles.
    pub(super) fn kind(self) -> usize {
        // No word has the character 0.
        if self.0 << 32 == 0 { SINGLE } else { PAIR }
    }
}

/// What is known of grams.
pub(super) type ByGram<T> = HashMap<Gram, T, BuildHasherDefault<Mixed>>;

/// The grams of a text, in their order.
pub(super) type Grams = Vec<(Gram, Part)>;

/// The same, each with how heavy it is.
pub(super) type Weighed = Vec<(Gram, f64)>;

/// Where a gram stands first in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    Title,
    Body,
}

impl Part {
    /// What stands only in the body counts this much of what stands in the title.
    pub(super) fn weight(self) -> f64 {
        match self {
            Self::Title => 1.0,
            Self::Body => 0.3,
        }
    }
}

/// The parts of a text in their order.
pub(super) fn parts<'t>(
    title: &'t str,
    body: Option<&'t str>,
) -> impl Iterator<Item = (Part, &'t str)> {
    let body = body.map(|body| (Part::Body, body));
    std::iter::once((Part::Title, title)).chain(body)
}

pub(super) fn grams(title: &str, body: Option<&str>) -> Grams {
    let mut grams = Grams::new();
    for (part, words) in parts(title, body) {
        cut(words, |gram| grams.push((gram, part)));
    }
    // What stands in the title goes before the same in the body.
    grams.sort_unstable();
    grams.dedup_by_key(|(gram, _)| *gram);
    grams
}

/// Hands out single characters and pairs of neighbours; marks and spaces part words.
pub(super) fn cut(text: &str, mut take: impl FnMut(Gram)) {
    let mut before = None;
    let mut step = |sign: Option<char>| {
        if let Some(sign) = sign {
            take(Gram::single(sign));
            if let Some(before) = before {
                take(Gram::pair(before, sign));
            }
        }
        before = sign;
    };
    for sign in text.chars() {
        // Han have one width and one case; most of a text is Han.
        if matches!(sign, '\u{4e00}'..='\u{9fff}') {
            step(Some(sign));
            continue;
        }
        for sign in half_width_sign(sign).to_lowercase() {
            step(Some(sign).filter(|sign| sign.is_alphanumeric()));
        }
    }
}

/// How long the pairs and the singles of weighed grams are.
pub(super) fn norms(grams: &Weighed) -> [f64; 2] {
    let mut squares = [0.0, 0.0];
    for (gram, weight) in grams {
        squares[gram.kind()] += weight * weight;
    }
    squares.map(f64::sqrt)
}

/// From the products of what two texts share, and how long each of them is. Between 0 and 1 by
/// construction; rounded, so that no digit depends on the last bit.
pub(super) fn score(products: [f64; 2], one: [f64; 2], other: [f64; 2], slack: f64) -> u8 {
    let cosine = |kind: usize| match one[kind] * other[kind] {
        whole if whole > 0.0 => products[kind] / whole,
        _ => 0.0,
    };
    let whole = cosine(PAIR) * OF_WHOLE[PAIR] + cosine(SINGLE) * OF_WHOLE[SINGLE];
    let score = (whole * 100.0 + slack).round().clamp(0.0, 100.0);
    (0..=100_u8).find(|s| f64::from(*s) >= score).unwrap_or(100)
}

/// In how many texts each gram stands.
#[derive(Debug, Clone)]
pub struct Known {
    texts: u32,
    grams: ByGram<Noted>,
    /// The grams of the frame that nearly all titles have.
    frame: Vec<Gram>,
    /// The texts that were looked at, so that a gram counts once in each.
    looks: u32,
}

#[derive(Debug, Clone, Copy, Default)]
struct Noted {
    texts: u32,
    /// The last text that was looked at and had it.
    look: u32,
    /// How heavy it is, once somebody asked.
    rarity: Option<f64>,
}

impl Default for Known {
    fn default() -> Self {
        let mut frame = Vec::new();
        cut(FRAME, |gram| frame.push(gram));
        Self {
            texts: 0,
            grams: HashMap::default(),
            frame,
            looks: 0,
        }
    }
}

impl Known {
    /// One more text.
    pub fn add(&mut self, title: &str, body: Option<&str>) {
        self.texts += 1;
        self.each_gram(title, body, |_, noted, _| noted.texts += 1);
    }

    /// One text less, which was added before.
    pub(in crate::domain) fn take_out(&mut self, title: &str, body: Option<&str>) {
        self.texts = self.texts.saturating_sub(1);
        self.each_gram(title, body, |_, noted, _| {
            noted.texts = noted.texts.saturating_sub(1);
        });
    }

    /// As numbers: the texts, and each gram that stands in one with how many have it.
    pub(in crate::domain) fn counts(&self) -> (u32, Vec<(u64, u32)>) {
        let grams = self.grams.iter().filter(|(_, noted)| noted.texts > 0);
        let mut grams: Vec<_> = grams.map(|(gram, noted)| (gram.0, noted.texts)).collect();
        grams.sort_unstable();
        (self.texts, grams)
    }

    /// The same again.
    pub(in crate::domain) fn of_counts(texts: u32, grams: &[(u64, u32)]) -> Self {
        let noted = |(gram, texts): &(u64, u32)| {
            let texts = *texts;
            let noted = Noted {
                texts,
                ..Noted::default()
            };
            (Gram(*gram), noted)
        };
        Self {
            texts,
            grams: grams.iter().map(noted).collect(),
            ..Self::default()
        }
    }

    /// Grams as heavy as they are rare.
    pub(super) fn weighed(&self, grams: &Grams) -> Weighed {
        let weigh = |(gram, part): &(Gram, Part)| (*gram, part.weight() * self.rarity(*gram));
        grams.iter().map(weigh).collect()
    }

    /// How long the pairs and the singles of a text are, weighed.
    pub(super) fn norms(&mut self, title: &str, body: Option<&str>) -> [f64; 2] {
        let mut squares = [0.0, 0.0];
        let (texts, frame) = (self.texts, std::mem::take(&mut self.frame));
        self.each_gram(title, body, |gram, noted, part| {
            let known = noted.texts;
            let rarity = || rarity(texts, known, frame.contains(&gram));
            let weight = part.weight() * *noted.rarity.get_or_insert_with(rarity);
            squares[gram.kind()] += weight * weight;
        });
        self.frame = frame;
        squares.map(f64::sqrt)
    }

    /// Hands out each gram of a text once, with the part in which it stands first.
    fn each_gram(
        &mut self,
        title: &str,
        body: Option<&str>,
        mut take: impl FnMut(Gram, &mut Noted, Part),
    ) {
        self.looks += 1;
        for (part, words) in parts(title, body) {
            cut(words, |gram| {
                let noted = self.grams.entry(gram).or_default();
                if noted.look != self.looks {
                    noted.look = self.looks;
                    take(gram, noted, part);
                }
            });
        }
    }

    /// How many texts have a gram.
    pub(super) fn texts_with(&self, gram: Gram) -> usize {
        let known = self.grams.get(&gram).map_or(0, |noted| noted.texts);
        usize::try_from(known).unwrap_or_default()
    }

    /// Much for a gram that few texts have, next to nothing for one that nearly all have.
    pub(super) fn rarity(&self, gram: Gram) -> f64 {
        let known = self.grams.get(&gram).map_or(0, |noted| noted.texts);
        rarity(self.texts, known, self.frame.contains(&gram))
    }
}

/// A small store tells little of what is rare, so it counts as if it held [`UNSEEN`] more titles
/// that share nothing but their [`FRAME`].
fn rarity(texts: u32, known: u32, is_framed: bool) -> f64 {
    let framed = if is_framed { UNSEEN } else { 0 };
    let rarity = (f64::from(texts + UNSEEN) + 1.0) / (f64::from(known + framed) + 0.5);
    rarity.ln().max(0.05)
}

/// What is asked, ready to be looked for in many texts.
pub(super) struct Wanted {
    /// The signs that its grams begin with, by their last 16 bits: most grams of most texts begin
    /// with none of them.
    signs: Vec<bool>,
    places: ByGram<usize>,
    /// Each gram with its weight here, how rare it is, and the last text that had it.
    grams: Vec<(Gram, f64, f64, u32)>,
    norms: [f64; 2],
    looks: u32,
}

impl Wanted {
    pub(super) fn new(known: &Known, title: &str, body: Option<&str>) -> Self {
        let grams = grams(title, body);
        let norms = norms(&known.weighed(&grams));
        let mut signs = vec![false; 1 << 16];
        for (gram, _) in &grams {
            signs[gram.first()] = true;
        }
        let places = grams.iter().enumerate();
        let places = places.map(|(place, (gram, _))| (*gram, place)).collect();
        let weighed = grams.iter().map(|(gram, part)| {
            let rarity = known.rarity(*gram);
            (*gram, part.weight() * rarity, rarity, 0)
        });
        Self {
            signs,
            places,
            grams: weighed.collect(),
            norms,
            looks: 0,
        }
    }

    /// What a text shares with it.
    pub(super) fn shared(&mut self, title: &str, body: Option<&str>) -> Shared {
        self.looks += 1;
        let mut shared = Shared::default();
        for (part, words) in parts(title, body) {
            cut(words, |gram| {
                let place = || self.places.get(&gram).copied();
                let place = self.signs[gram.first()].then(place).flatten();
                let Some((_, mine, rarity, look)) = place.and_then(|at| self.grams.get_mut(at))
                else {
                    return;
                };
                if *look != self.looks {
                    *look = self.looks;
                    let theirs = part.weight() * *rarity;
                    shared.products[gram.kind()] += *mine * theirs;
                    shared.squares[gram.kind()] += theirs * theirs;
                }
            });
        }
        shared
    }

    /// How alike a text is that shares so much and is so long.
    pub(super) fn score(&self, shared: &Shared, norms: [f64; 2]) -> u8 {
        score(shared.products, self.norms, norms, 0.0)
    }

    /// How alike it can be at the most: as if it had no gram but the shared ones.
    pub(super) fn score_most(&self, shared: &Shared) -> u8 {
        /// More than all rounding comes to.
        const SLACK: f64 = 1e-6;
        let norms = shared.squares.map(f64::sqrt);
        score(shared.products, self.norms, norms, SLACK)
    }
}

/// What a text shares with what is asked, pairs and singles.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shared {
    products: [f64; 2],
    /// Of what it shares.
    squares: [f64; 2],
}

/// A gram's bits, mixed: it is a number already.
#[derive(Debug, Default)]
pub(super) struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|byte| self.write_u64((*byte).into()));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = (self.0 ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0.rotate_left(26)
    }
}
