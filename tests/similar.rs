//! Look-alikes held against a list that a person labelled: forty pairs of titles in which two
//! deputies ask for the same matter in other words, among titles that share a village, a verb or a
//! frame with them and ask for something else.

use jianyi::domain::similar::{ALIKE, Texts, nearest};
use jianyi::domain::terms::CaseId;

use crate::handling::play;
use crate::office::Office;

const PAIRS: &str = include_str!("data/similar_pairs.csv");
const POOL: &str = include_str!("data/similar_pool.csv");

/// At least so many of the forty are to be found among the first three.
const FOUND_LEAST: usize = 36;

/// At most so many titles may be shown that are not the one meant, over all forty questions.
const FALSE_MOST: usize = 4;

/// Titles without bodies; their cases count from 1.
struct Titles(Vec<&'static str>);

impl Texts for Titles {
    fn each(&self, look: &mut dyn FnMut(CaseId, &str, Option<&str>)) {
        for (id, title) in (1..).zip(&self.0) {
            look(CaseId(id), title, None);
        }
    }
}

#[test]
fn the_same_matter_is_among_the_first_three() {
    let pairs: Vec<(&str, &str)> = PAIRS
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').expect("query and match"))
        .collect();
    let pool: Vec<&str> = POOL.lines().skip(1).collect();
    assert!(
        pairs.len() == 40 && pool.len() >= 120,
        "{} {}",
        pairs.len(),
        pool.len()
    );
    let titles = pairs.iter().map(|(_, title)| *title).chain(pool);
    let titles = Titles(titles.collect());
    let (mut missed, mut shown_wrongly) = (Vec::new(), 0);
    for (id, (query, _)) in (1..).zip(&pairs) {
        let hits = nearest(&titles, (query, None), None, 3);
        if hits.iter().all(|hit| hit.case != CaseId(id)) {
            missed.push(*query);
        }
        let wrong = hits
            .iter()
            .filter(|hit| hit.score >= ALIKE && hit.case != CaseId(id));
        shown_wrongly += wrong.count();
    }
    let found = pairs.len() - missed.len();
    assert!(found >= FOUND_LEAST, "{found} of 40; missed: {missed:?}");
    assert!(
        shown_wrongly <= FALSE_MOST,
        "{shown_wrongly} shown wrongly, {found} found"
    );
}

#[test]
fn look_alikes_of_earlier_years_are_shown_when_a_suggestion_is_handed_in() {
    let office = Office::new();
    let words = [
        "submit",
        "关于硬化团坝村道的建议",
        "--deputy",
        "曾庆瑜",
        "--category",
        "其他",
        "--on",
        "2024-06-01",
    ];
    let told = office.does(&words).err;
    assert!(
        told.contains("相似的建议: 第1号《关于硬化村道的建议》"),
        "{told}"
    );
    let hits = office.json(&["similar", "闭1"])["data"].clone();
    assert_eq!(hits[0]["number"], "2024-1");
    let by_text = office.json(&["similar", "修桥"])["data"].clone();
    assert_eq!(by_text[0]["number"], "2024-2");
    play(&office, "withdraw 2 --why 已解决 --on 2024-06-02");
    let withdrawn = office.json(&["similar", "修桥"])["data"].clone();
    assert!(
        withdrawn
            .as_array()
            .expect("rows")
            .iter()
            .all(|row| row["number"] != "2024-2")
    );
    office.refuses(&["similar", "99"], 3, &["99"]);
}
