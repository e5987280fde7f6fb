//! Look-alikes held against a list that a person labelled: forty pairs of titles in which two
//! deputies ask for the same matter in other words, among titles that share a village, a verb or a
//! frame with them and ask for something else.

use jianyi::domain::rules::RepeatRules;
use jianyi::domain::similar::{ALIKE, Index, Texts, nearest};
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
struct Titles(Vec<String>);

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
    let titles = Titles(titles.map(str::to_owned).collect());
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

/// What repeats a matter is told from what only follows the same pattern: a matter that came before in
/// other words is found, the lamps of another village are not the same matter.
#[test]
fn a_matter_raised_again_stands_out_from_its_pattern() {
    let rules = RepeatRules::default();
    let repeats = |index: &Index, title: &str| -> Vec<u32> {
        let hits = index.repeats((title, None), None, &rules);
        hits.into_iter().map(|hit| hit.case.0).collect()
    };
    let pairs: Vec<(&str, &str)> = PAIRS
        .lines()
        .skip(1)
        .map(|line| line.split_once(',').expect("query and match"))
        .collect();
    let titles = pairs.iter().map(|(_, title)| *title);
    let titles = titles.chain(POOL.lines().skip(1)).map(str::to_owned);
    let index = Index::of(&Titles(titles.collect()));
    let (mut found, mut wrong) = (0, 0);
    for (id, (query, _)) in (1_u32..).zip(&pairs) {
        let again = repeats(&index, query);
        found += usize::from(again.contains(&id));
        wrong += again.iter().filter(|case| **case != id).count();
    }
    assert!(found >= 20 && wrong <= 4, "{found} of 40, {wrong} wrong");

    // Ten matters in ten places, each once, as a form would write them.
    let places = "东林 西岭 南坪 北山 石桥 河口 新街 赵庄 李家湾 王家坝";
    let matters = "路灯安装 饮水安全 垃圾清运 学校食堂 卫生室建设 河道清淤 农产品销售 养老服务 公交线路 道路硬化";
    let (places, matters): (Vec<&str>, Vec<&str>) =
        (places.split(' ').collect(), matters.split(' ').collect());
    let form = |place: &str, matter: &str| format!("关于解决{place}{matter}问题的建议");
    let titles = places
        .iter()
        .flat_map(|place| matters.iter().map(|matter| form(place, matter)));
    let index = Index::of(&Titles(titles.collect()));
    for (at, (place, matter)) in places.iter().zip(&matters).enumerate() {
        let case = u32::try_from(at * matters.len() + at + 1).expect("small");
        // Put otherwise this year.
        let again = repeats(&index, &format!("关于加快{place}{matter}的建议"));
        assert_eq!(again, [case], "{place}{matter}");
        // A place that nobody wrote of before.
        let new = repeats(&index, &form("沙溪", matter));
        assert!(new.is_empty(), "沙溪{matter}: {new:?}");
    }
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
