//! The grams of a text, how heavy each is, and how alike two texts are by those they share.

#![expect(
    clippy::disallowed_types,
    reason = "millions of grams are looked up, and nobody walks through them"
)]

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::domain::terms::half_width_sign;

/// What two texts share in single characters counts this much of the whole, in hundredths.
const SINGLES: f64 = 0.25;

/// What nearly all titles say, with a gap for the matter.
const FRAME: &str = "关于 的建议";

/// How many titles nobody has seen yet count beside those of the store.
const UNSEEN: u32 = 60;

/// Where pairs and singles stand in an array of both.
const PAIR: usize = 0;
const SINGLE: usize = 1;

/// A character, or two that are neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct Gram(u64);

impl Gram {
    fn single(sign: char) -> Self {
        Self(u64::from(sign) << 32)
    }

    fn pair(first: char, second: char) -> Self {
        Self(u64::from(first) << 32 | u64::from(second))
    }

    /// Its place in an array of pairs and singles.
    pub(super) fn kind(self) -> usize {
        // No word has the character 0.
        if self.0 << 32 == 0 { SINGLE } else { PAIR }
    }
}

/// The grams of a text with their weights, in their order.
pub(super) type Grams = Vec<(Gram, f64)>;

/// Where a gram stands first in a text.
#[derive(Debug, Clone, Copy)]
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
        cut(words, |gram| grams.push((gram, part.weight())));
    }
    // Equal ones stay in the order of the parts.
    grams.sort_by_key(|(gram, _)| *gram);
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
pub(super) fn norms(grams: &Grams) -> [f64; 2] {
    let mut squares = [0.0, 0.0];
    for (gram, weight) in grams {
        squares[gram.kind()] += weight * weight;
    }
    squares.map(f64::sqrt)
}

/// How alike two texts are by their weighed grams.
pub(super) fn alike(one: &Grams, other: &Grams) -> u8 {
    let mut products = [0.0, 0.0];
    let mut others = other.iter().peekable();
    for (gram, weight) in one {
        while others.next_if(|(other, _)| other < gram).is_some() {}
        if let Some((_, other)) = others.next_if(|(other, _)| other == gram) {
            products[gram.kind()] += weight * other;
        }
    }
    score(products, norms(one), norms(other), 0.0)
}

/// From the products of what two texts share, and how long each of them is. Between 0 and 1 by
/// construction; rounded, so that no digit depends on the last bit.
pub(super) fn score(products: [f64; 2], one: [f64; 2], other: [f64; 2], slack: f64) -> u8 {
    let cosine = |kind: usize| match one[kind] * other[kind] {
        whole if whole > 0.0 => products[kind] / whole,
        _ => 0.0,
    };
    let whole = cosine(PAIR) * (1.0 - SINGLES) + cosine(SINGLE) * SINGLES;
    let score = (whole * 100.0 + slack).round().clamp(0.0, 100.0);
    (0..=100_u8).find(|s| f64::from(*s) >= score).unwrap_or(100)
}

/// In how many texts each gram stands.
#[derive(Debug, Clone)]
pub(super) struct Known {
    texts: u32,
    grams: HashMap<Gram, Noted, BuildHasherDefault<Mixed>>,
    /// The grams of the frame that nearly all titles have.
    frame: Vec<Gram>,
}

#[derive(Debug, Clone)]
struct Noted {
    texts: u32,
    /// The last text it stood in.
    last: u32,
    /// Its place among those asked for.
    asked: Option<u32>,
}

impl Default for Known {
    fn default() -> Self {
        let mut frame = Vec::new();
        cut(FRAME, |gram| frame.push(gram));
        Self {
            texts: 0,
            grams: HashMap::default(),
            frame,
        }
    }
}

impl Known {
    /// Another text begins.
    pub(super) fn begin(&mut self) {
        self.texts += 1;
    }

    /// Notes a gram of the text. Where the text had it not before, its place among those that are
    /// asked for, which is told once.
    pub(super) fn note(&mut self, gram: Gram, asked: impl FnOnce() -> Option<u32>) -> Option<u32> {
        let noted = self.grams.entry(gram).or_insert_with(|| Noted {
            texts: 0,
            last: 0,
            asked: asked(),
        });
        if noted.last == self.texts {
            return None;
        }
        noted.last = self.texts;
        noted.texts += 1;
        noted.asked
    }

    /// Grams as heavy as they are rare.
    pub(super) fn weighed(&self, grams: &Grams) -> Grams {
        let weigh = |(gram, weight): &(Gram, f64)| (*gram, weight * self.rarity(*gram));
        grams.iter().map(weigh).collect()
    }

    /// Much for a gram that few texts have, next to nothing for one that nearly all have. A small
    /// store tells little of that, so it counts as if it held [`UNSEEN`] more titles that share
    /// nothing but their [`FRAME`].
    pub(super) fn rarity(&self, gram: Gram) -> f64 {
        let known = self.grams.get(&gram).map_or(0, |noted| noted.texts);
        let framed = if self.frame.contains(&gram) {
            UNSEEN
        } else {
            0
        };
        let rarity = (f64::from(self.texts + UNSEEN) + 1.0) / (f64::from(known + framed) + 0.5);
        rarity.ln().max(0.05)
    }
}

/// A gram's bits, mixed: it is a number already.
#[derive(Debug, Default)]
struct Mixed(u64);

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
