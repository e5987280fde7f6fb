//! Look-alikes among suggestions of all years, by the characters that two of them share.
//!
//! A title is cut into pairs of neighbouring characters; a pair counts the more the fewer titles
//! have it, so that 关于…的建议 counts nothing and 山坪塘 much. Single characters count a little, for
//! words that were put the other way round. It knows no synonyms and no places, learns nothing and
//! decides nothing: it offers what a person may want to look at.

use std::collections::{BTreeMap, BTreeSet};

use super::book::Book;
use super::terms::{CaseId, half_width};

/// A case that resembles what was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hit {
    /// The case.
    pub case: CaseId,
    /// How much it resembles it: 100 for the same words, 0 for none in common.
    pub score: u8,
}

/// From here on two suggestions are worth showing beside each other.
pub const ALIKE: u8 = 35;

/// What two texts share in single characters counts this much of the whole, in hundredths.
const SINGLES: f64 = 0.25;

/// What stands only in the body counts this much of what stands in the title.
const BODY: f64 = 0.3;

/// What nearly all titles say, with a gap for the matter.
const FRAME: &str = "关于 的建议";

/// How many titles nobody has seen yet count beside those of the store.
const UNSEEN: usize = 60;

/// The titles and bodies of a store, ready to be asked.
#[derive(Debug, Clone, Default)]
pub struct Index {
    texts: Vec<(CaseId, Grams)>,
    /// In how many texts a gram stands.
    known: BTreeMap<Gram, usize>,
    /// The grams of the frame that nearly all titles have.
    frame: BTreeSet<Gram>,
}

/// An index weighed once, for who asks about many cases.
#[derive(Debug, Clone)]
pub struct Weighed<'i> {
    index: &'i Index,
    /// The texts that have a gram, by their places, with its weight there.
    holders: BTreeMap<Gram, Vec<(usize, f64)>>,
    /// How long the pairs and the singles of each text are.
    norms: Vec<[f64; 2]>,
}

impl Weighed<'_> {
    /// The cases at or above [`ALIKE`], most alike first; the same scores as [`Index::similar`].
    pub fn alike(&self, title: &str, body: Option<&str>, without: Option<CaseId>) -> Vec<Hit> {
        let asked = self.index.weighed_grams(&grams(title, body));
        let norms = norms(&asked);
        let mut shared: BTreeMap<usize, [f64; 2]> = BTreeMap::new();
        for (gram, weight) in &asked {
            for (place, other) in self.holders.get(gram).into_iter().flatten() {
                shared.entry(*place).or_default()[kind(gram)] += weight * other;
            }
        }
        let hits = shared.into_iter().filter_map(|(place, products)| {
            let (case, _) = self.index.texts.get(place)?;
            let others = self.norms.get(place)?;
            let cosine = |kind: usize| match norms[kind] * others[kind] {
                whole if whole > 0.0 => products[kind] / whole,
                _ => 0.0,
            };
            let score = score(cosine(PAIR), cosine(SINGLE));
            let hit = Hit { case: *case, score };
            (score >= ALIKE && Some(*case) != without).then_some(hit)
        });
        let mut hits: Vec<Hit> = hits.collect();
        hits.sort_by_key(|hit| (std::cmp::Reverse(hit.score), hit.case));
        hits
    }
}

/// Where pairs and singles stand in an array of both.
const PAIR: usize = 0;
const SINGLE: usize = 1;

fn kind(gram: &Gram) -> usize {
    if gram[1].is_some() { PAIR } else { SINGLE }
}

/// How long the pairs and the singles of weighed grams are.
fn norms(grams: &Grams) -> [f64; 2] {
    let mut squares = [0.0, 0.0];
    for (gram, weight) in grams {
        squares[kind(gram)] += weight * weight;
    }
    squares.map(f64::sqrt)
}

/// Between 0 and 1 by construction; rounded, so that no digit depends on the last bit.
fn score(pairs: f64, singles: f64) -> u8 {
    let whole = pairs * (1.0 - SINGLES) + singles * SINGLES;
    let score = (whole * 100.0).round().clamp(0.0, 100.0);
    (0..=100_u8).find(|s| f64::from(*s) >= score).unwrap_or(100)
}

/// One or two characters.
type Gram = [Option<char>; 2];

/// The grams of a text with their weights.
type Grams = BTreeMap<Gram, f64>;

impl Index {
    /// Of all cases that count, whatever their year and level.
    pub fn of_book(book: &Book) -> Self {
        let texts = book.texts();
        let counting = book.cases().filter(|case| case.counts());
        Self::new(counting.map(|case| {
            let body = case.body.as_ref().map(|body| texts.words(body).to_owned());
            (case.id, case.title.as_str().to_owned(), body)
        }))
    }

    /// Of cases with title and body.
    pub fn new(cases: impl IntoIterator<Item = (CaseId, String, Option<String>)>) -> Self {
        let mut index = Self {
            frame: cut(FRAME),
            ..Self::default()
        };
        for (case, title, body) in cases {
            let grams = grams(&title, body.as_deref());
            for gram in grams.keys() {
                *index.known.entry(*gram).or_default() += 1;
            }
            index.texts.push((case, grams));
        }
        index
    }

    /// The cases that resemble a title and a body, the most alike first; those below [`ALIKE`]
    /// too. A case may be left out, such as the one that is asked about.
    pub fn similar(
        &self,
        title: &str,
        body: Option<&str>,
        without: Option<CaseId>,
        most: usize,
    ) -> Vec<Hit> {
        let asked = grams(title, body);
        let others = self.texts.iter().filter(|(case, _)| Some(*case) != without);
        let mut hits: Vec<Hit> = others
            .map(|(case, grams)| Hit {
                case: *case,
                score: self.score(&asked, grams),
            })
            .filter(|hit| hit.score > 0)
            .collect();
        hits.sort_by_key(|hit| (std::cmp::Reverse(hit.score), hit.case));
        hits.truncate(most);
        hits
    }

    /// The same index with every weight reckoned once.
    pub fn weighed(&self) -> Weighed<'_> {
        let mut holders: BTreeMap<Gram, Vec<(usize, f64)>> = BTreeMap::new();
        let mut lengths = Vec::new();
        for (place, (_, grams)) in self.texts.iter().enumerate() {
            let grams = self.weighed_grams(grams);
            lengths.push(norms(&grams));
            for (gram, weight) in grams {
                holders.entry(gram).or_default().push((place, weight));
            }
        }
        Weighed {
            index: self,
            holders,
            norms: lengths,
        }
    }

    /// Grams as heavy as they are rare.
    fn weighed_grams(&self, grams: &Grams) -> Grams {
        let weigh = |(gram, weight): (&Gram, &f64)| (*gram, weight * self.rarity(gram));
        grams.iter().map(weigh).collect()
    }

    fn score(&self, one: &Grams, other: &Grams) -> u8 {
        let (one, other) = (self.weighed_grams(one), self.weighed_grams(other));
        let (ours, theirs) = (norms(&one), norms(&other));
        let mut products = [0.0, 0.0];
        for (gram, weight) in &one {
            products[kind(gram)] += weight * other.get(gram).copied().unwrap_or(0.0);
        }
        let cosine = |kind: usize| match ours[kind] * theirs[kind] {
            whole if whole > 0.0 => products[kind] / whole,
            _ => 0.0,
        };
        score(cosine(PAIR), cosine(SINGLE))
    }

    /// Much for a gram that few texts have, next to nothing for one that nearly all have. A small
    /// store tells little of that, so it counts as if it held [`UNSEEN`] more titles that share
    /// nothing but their [`FRAME`].
    fn rarity(&self, gram: &Gram) -> f64 {
        let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
        let known = self.known.get(gram).copied().unwrap_or(0);
        let framed = if self.frame.contains(gram) { UNSEEN } else { 0 };
        let rarity = (count(self.texts.len() + UNSEEN) + 1.0) / (count(known + framed) + 0.5);
        rarity.ln().max(0.05)
    }
}

fn grams(title: &str, body: Option<&str>) -> Grams {
    let mut grams = Grams::new();
    for gram in cut(title) {
        grams.insert(gram, 1.0);
    }
    for gram in body.into_iter().flat_map(cut) {
        grams.entry(gram).or_insert(BODY);
    }
    grams
}

/// Single characters and pairs of neighbours; marks and spaces part words.
fn cut(text: &str) -> BTreeSet<Gram> {
    let text = half_width(text).to_lowercase();
    let mut grams = BTreeSet::new();
    for word in text.split(|c: char| !c.is_alphanumeric()) {
        let characters: Vec<char> = word.chars().collect();
        grams.extend(characters.iter().map(|c| [Some(*c), None]));
        grams.extend(
            characters
                .windows(2)
                .map(|pair| [Some(pair[0]), Some(pair[1])]),
        );
    }
    grams
}

#[cfg(test)]
mod tests {
    use super::*;

    fn index(titles: &[&str]) -> Index {
        let cases = (1..).zip(titles);
        Index::new(cases.map(|(id, title)| (CaseId(id), (*title).to_owned(), None)))
    }

    const TITLES: [&str; 4] = [
        "关于硬化团坝村道路的建议",
        "关于整治山坪塘的建议",
        "关于安装路灯的建议",
        "关于清理河道垃圾的建议",
    ];

    #[test]
    fn the_same_words_come_first_and_a_frame_alone_is_no_likeness() {
        let index = index(&TITLES);
        let hits = index.similar("关于硬化团坝村道路的建议", None, None, 3);
        assert_eq!((hits[0].case, hits[0].score), (CaseId(1), 100));
        assert!(hits[1].score < ALIKE, "{hits:?}");
        let left_out = index.similar(TITLES[0], None, Some(CaseId(1)), 3);
        assert!(left_out.iter().all(|hit| hit.case != CaseId(1)));
        let turned = index.similar("团坝村道路硬化", None, None, 1);
        assert_eq!(turned[0].case, CaseId(1));
    }

    #[test]
    fn near_twins_are_shown_even_in_a_store_of_one() {
        let one = index(&["关于修建赵家村村口道路的建议"]);
        let twin = one.similar("关于修建李家村村口道路的建议", None, None, 1);
        assert!(twin[0].score >= ALIKE, "{twin:?}");
        let other = one.similar("关于增设公交站台的建议", None, None, 1);
        assert!(other.iter().all(|hit| hit.score < ALIKE), "{other:?}");
    }

    #[test]
    fn weighed_once_the_scores_are_the_same() {
        let body = |n: usize| n.is_multiple_of(2).then(|| format!("第{n}组的路灯和水渠"));
        let titles = TITLES.iter().chain(&TITLES).enumerate();
        let cases = titles.map(|(n, title)| {
            (
                CaseId(u32::try_from(n).expect("few")),
                format!("{title}{n}"),
                body(n),
            )
        });
        let index = Index::new(cases);
        let weighed = index.weighed();
        for (place, title) in TITLES.iter().enumerate() {
            let body = body(place);
            let mut one_by_one = index.similar(title, body.as_deref(), Some(CaseId(0)), 99);
            one_by_one.retain(|hit| hit.score >= ALIKE);
            let at_once = weighed.alike(title, body.as_deref(), Some(CaseId(0)));
            assert!(!at_once.is_empty());
            assert_eq!(at_once, one_by_one, "{title}");
        }
    }

    #[test]
    fn odd_texts_are_like_nothing() {
        let index = index(&TITLES);
        for odd in ["", "  ", "🚧", "?!", "x"] {
            assert_eq!(index.similar(odd, None, None, 5), [], "{odd}");
        }
        assert_eq!(super::Index::default().similar("路灯", None, None, 5), []);
        let rare = index.similar("安装𠮷路灯", Some(&"长".repeat(10_000)), None, 1);
        assert_eq!(rare[0].case, CaseId(3));
    }

    #[test]
    fn a_body_helps_where_the_title_says_little() {
        let cases = [
            (
                CaseId(1),
                "关于民生实事的建议".to_owned(),
                Some("山坪塘漏水".to_owned()),
            ),
            (
                CaseId(2),
                "关于民生实事的建议".to_owned(),
                Some("公交车班次".to_owned()),
            ),
        ];
        let index = Index::new(cases);
        let hits = index.similar("关于整治山坪塘的建议", None, None, 2);
        assert_eq!(hits[0].case, CaseId(1));
        assert!(
            hits.iter().skip(1).all(|hit| hit.score < hits[0].score),
            "{hits:?}"
        );
    }
}
