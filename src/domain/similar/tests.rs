//! One question against the plain formula, and what a person may expect of the answers.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::{Strategy, any, prop, proptest};

use super::*;
use crate::domain::rules::RepeatRules;
use crate::domain::terms::half_width;

/// Texts at hand; their cases count from 1.
struct Pool(Vec<(String, Option<String>)>);

impl Pool {
    fn of(titles: &[&str]) -> Self {
        Self(
            titles
                .iter()
                .map(|title| ((*title).to_owned(), None))
                .collect(),
        )
    }

    fn similar(&self, title: &str, body: Option<&str>, most: usize) -> Vec<Hit> {
        nearest(self, (title, body), None, most)
    }
}

impl Texts for Pool {
    fn each(&self, look: &mut dyn FnMut(CaseId, &str, Option<&str>)) {
        for (id, (title, body)) in (1..).zip(&self.0) {
            look(CaseId(id), title, body.as_deref());
        }
    }
}

const TITLES: [&str; 4] = [
    "关于硬化团坝村道路的建议",
    "关于整治山坪塘的建议",
    "关于安装路灯的建议",
    "关于清理河道垃圾的建议",
];

#[test]
fn the_same_words_come_first_and_a_frame_alone_is_no_likeness() {
    let pool = Pool::of(&TITLES);
    let hits = pool.similar("关于硬化团坝村道路的建议", None, 3);
    assert_eq!((hits[0].case, hits[0].score), (CaseId(1), 100));
    assert!(hits[1].score < ALIKE, "{hits:?}");
    let left_out = nearest(&pool, (TITLES[0], None), Some(CaseId(1)), 3);
    assert!(left_out.iter().all(|hit| hit.case != CaseId(1)));
    let turned = pool.similar("团坝村道路硬化", None, 1);
    assert_eq!(turned[0].case, CaseId(1));
}

#[test]
fn near_twins_are_shown_even_in_a_store_of_one() {
    let one = Pool::of(&["关于修建赵家村村口道路的建议"]);
    let twin = one.similar("关于修建李家村村口道路的建议", None, 1);
    assert!(twin[0].score >= ALIKE, "{twin:?}");
    let other = one.similar("关于增设公交站台的建议", None, 1);
    assert!(other.iter().all(|hit| hit.score < ALIKE), "{other:?}");
}

#[test]
fn odd_texts_are_like_nothing() {
    let pool = Pool::of(&TITLES);
    for odd in ["", "  ", "🚧", "?!", "x"] {
        assert_eq!(pool.similar(odd, None, 5), [], "{odd}");
    }
    assert_eq!(Pool::of(&[]).similar("路灯", None, 5), []);
    assert_eq!(pool.similar(TITLES[0], None, 0), []);
    let rare = pool.similar("安装𠮷路灯", Some(&"长".repeat(10_000)), 1);
    assert_eq!(rare[0].case, CaseId(3));
}

#[test]
fn a_body_helps_where_the_title_says_little() {
    let text = |body: &str| ("关于民生实事的建议".to_owned(), Some(body.to_owned()));
    let pool = Pool(vec![text("山坪塘漏水"), text("公交车班次")]);
    let hits = pool.similar("关于整治山坪塘的建议", None, 2);
    assert_eq!(hits[0].case, CaseId(1));
    let worse = |hit: &Hit| hit.score < hits[0].score;
    assert!(hits.iter().skip(1).all(worse), "{hits:?}");
}

/// The scores by the formula as it is told: the cosine of the weighed pairs, and of the weighed
/// singles, of each text with what is asked.
fn plain(pool: &Pool, (title, body): (&str, Option<&str>), without: Option<CaseId>) -> Vec<Hit> {
    fn cut(text: &str) -> BTreeSet<String> {
        let text = half_width(text).to_lowercase();
        let mut grams = BTreeSet::new();
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let signs: Vec<char> = word.chars().collect();
            grams.extend(signs.iter().map(char::to_string));
            grams.extend(signs.windows(2).map(|pair| pair.iter().collect::<String>()));
        }
        grams
    }
    fn weights(title: &str, body: Option<&str>) -> BTreeMap<String, f64> {
        let mut weights: BTreeMap<_, _> = cut(title).into_iter().map(|gram| (gram, 1.0)).collect();
        for gram in body.into_iter().flat_map(cut) {
            weights.entry(gram).or_insert(0.3);
        }
        weights
    }
    let all: Vec<_> = pool
        .0
        .iter()
        .map(|(t, b)| weights(t, b.as_deref()))
        .collect();
    let frame = cut("关于 的建议");
    let rarity = |gram: &String| {
        let known = all.iter().filter(|text| text.contains_key(gram)).count();
        let framed = if frame.contains(gram) { 60 } else { 0 };
        let rarity = ((all.len() + 60) as f64 + 1.0) / ((known + framed) as f64 + 0.5);
        rarity.ln().max(0.05)
    };
    let cosine = |one: &BTreeMap<String, f64>, other: &BTreeMap<String, f64>, length: usize| {
        let weigh = |text: &BTreeMap<String, f64>| -> BTreeMap<String, f64> {
            let own = text
                .iter()
                .filter(|(gram, _)| gram.chars().count() == length);
            own.map(|(gram, weight)| (gram.clone(), weight * rarity(gram)))
                .collect()
        };
        let (one, other) = (weigh(one), weigh(other));
        let norm = |text: &BTreeMap<String, f64>| text.values().map(|w| w * w).sum::<f64>().sqrt();
        let product: f64 = one
            .iter()
            .filter_map(|(g, w)| Some(w * other.get(g)?))
            .sum();
        let whole = norm(&one) * norm(&other);
        if whole > 0.0 { product / whole } else { 0.0 }
    };
    let asked = weights(title, body);
    let mut hits: Vec<Hit> = (1..)
        .zip(&all)
        .map(|(id, text)| {
            let whole = cosine(&asked, text, 2) * 0.75 + cosine(&asked, text, 1) * 0.25;
            let case = CaseId(id);
            Hit {
                case,
                score: (whole * 100.0).round() as u8,
            }
        })
        .filter(|hit| hit.score > 0 && Some(hit.case) != without)
        .collect();
    hits.sort_by_key(Hit::place);
    hits
}

/// Words of few characters, so that texts share some of them.
fn words(most: usize) -> impl Strategy<Value = String> {
    let sign = prop::sample::select(
        "关于的建议修桥路灯山坪塘硬化村道aBＡ1，。 龘𠮷ǅß"
            .chars()
            .collect::<Vec<_>>(),
    );
    prop::collection::vec(sign, 0..most).prop_map(|signs| signs.into_iter().collect())
}

proptest! {
    #[test]
    fn what_is_told_is_what_the_formula_gives(
        texts in prop::collection::vec((words(14), prop::option::of(words(30))), 0..12),
        title in words(14),
        body in prop::option::of(words(30)),
        without in any::<prop::sample::Index>(),
        most in 0..6_usize,
    ) {
        let pool = Pool(texts);
        let asked = (title.as_str(), body.as_deref());
        let without = u32::try_from(without.index(pool.0.len() + 1)).ok().map(CaseId);
        let mut wanted = plain(&pool, asked, without);
        wanted.truncate(most);
        assert_eq!(nearest(&pool, asked, without, most), wanted);
    }

    #[test]
    fn who_looks_at_rare_grams_first_finds_the_same(
        texts in prop::collection::vec((words(14), prop::option::of(words(30))), 0..30),
        asked in any::<prop::sample::Index>(),
        (alike_min, near_percent, near_most) in (1..=100_u8, 1..=100_u8, 1..6_u8),
        (least, most) in (0..60_u8, 0..6_usize),
    ) {
        let pool = Pool(texts);
        let index = Index::of(&pool);
        let case = (1..).zip(&pool.0).nth(asked.index(pool.0.len() + 1));
        let (case, (title, body)) = match case {
            Some((case, text)) => (Some(CaseId(case)), text.clone()),
            None => (None, ("修山坪塘".to_owned(), None)),
        };
        let asked = (title.as_str(), body.as_deref());
        let all = plain(&pool, asked, case);
        let of_least = all.iter().copied().filter(|hit| hit.score >= least).take(most);
        assert_eq!(index.most_alike(asked, case, least, most), of_least.collect::<Vec<_>>());
        let stands_out = |hit: &Hit| {
            let near = u32::from(hit.score) * u32::from(near_percent);
            let near = all.iter().filter(|other| u32::from(other.score) * 100 >= near);
            hit.score >= alike_min && near.count() <= usize::from(near_most)
        };
        let repeats: Vec<Hit> = all.iter().copied().take_while(stands_out).collect();
        let rules = RepeatRules { alike_min, near_percent, near_most };
        assert_eq!(index.repeats(asked, case, &rules), repeats);
    }
}
