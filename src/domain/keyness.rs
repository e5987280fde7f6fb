//! What this year's texts speak of more than those of earlier years (热点): runs of characters by
//! the log-likelihood ratio (G²) of the number of texts that have them, then and now.
//!
//! A run counts once a text, so that one long text makes no topic. A word that all years use alike
//! says nothing, however frequent it is. It knows no dictionary: of runs that lie in each other one
//! speaks for all, the longest that nearly all texts of the strongest have, lest a word be cut.

#![expect(
    clippy::disallowed_types,
    reason = "a text has hundreds of runs, and nobody walks through them in their order"
)]

use std::collections::{BTreeSet, HashMap};

/// A run of characters that this year has more than it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    /// The characters.
    pub run: String,
    /// In how many texts of this year it stands.
    pub now: usize,
    /// In how many of earlier years.
    pub before: usize,
    /// G², in hundredths.
    pub keyness: u64,
    /// Which texts of this year have it, by their places.
    pub places: Vec<usize>,
}

/// A run has at least two characters, and no more than a word with its companion.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=8;

/// In fewer texts than this it is chance.
const TEXTS_LEAST: usize = 3;

/// G² from which on chance is less than one in a hundred.
const KEYNESS_LEAST: f64 = 6.63;

/// Characters that hold words together and are part of none.
const PARTICLES: &str = "的了和与及或在对把被从向于等为是有将就也都而并其这那之以该各个些让使";

/// What nearly every title says.
const FRAME: [&str; 4] = ["关于", "建议", "进一步", "加强"];

/// Shows each of some texts once.
type Shown<'s> = &'s mut dyn FnMut(&str);

/// A run of this year's texts.
#[derive(Default)]
struct Run {
    places: Vec<usize>,
    /// In how many earlier texts it stands, and the last of those.
    before: usize,
    last: Option<usize>,
}

/// The topics, strongest first; the earlier texts are looked at one by one.
pub fn topics(now: Vec<String>, before: impl FnOnce(Shown), most: usize) -> Vec<Topic> {
    let now: Vec<String> = now.into_iter().map(plain).collect();
    let mut runs: HashMap<&str, Run> = HashMap::new();
    for (place, text) in now.iter().enumerate() {
        each_run(text, |run| {
            let places = &mut runs.entry(run).or_default().places;
            if places.last() != Some(&place) {
                places.push(place);
            }
        });
    }
    runs.retain(|_, run| run.places.len() >= TEXTS_LEAST);
    let mut texts = 0;
    before(&mut |text| {
        each_run(&plain(text.to_owned()), |run| {
            if let Some(run) = runs.get_mut(run) {
                run.before += usize::from(run.last != Some(texts));
                run.last = Some(texts);
            }
        });
        texts += 1;
    });
    strongest(&telling(runs, now.len(), texts), most)
}

/// The runs that tell of more than chance, of so many texts now and before; strongest first.
fn telling(runs: HashMap<&str, Run>, now: usize, before: usize) -> Vec<Topic> {
    let mut all: Vec<(f64, Topic)> = Vec::new();
    for (run, told) in runs {
        let (a, b) = (told.places.len(), told.before);
        let more = a * before > b * now;
        if !more {
            continue;
        }
        let g2 = log_likelihood((a, now), (b, before));
        if g2 >= KEYNESS_LEAST {
            let topic = Topic {
                run: run.to_owned(),
                now: a,
                before: b,
                keyness: hundredths(g2),
                places: told.places,
            };
            all.push((g2, topic));
        }
    }
    // Of equals the longer run says more.
    all.sort_by(|(one, a), (other, b)| {
        let longer = b.run.chars().count().cmp(&a.run.chars().count());
        other.total_cmp(one).then(longer).then(a.run.cmp(&b.run))
    });
    all.into_iter().map(|(_, topic)| topic).collect()
}

/// Of the strongest at most so many, no two of one matter.
fn strongest(all: &[Topic], most: usize) -> Vec<Topic> {
    let mut chosen: Vec<Topic> = Vec::new();
    for topic in all {
        let known = |topic: &Topic| chosen.iter().any(|known| same_matter(known, topic));
        if chosen.len() == most || known(topic) {
            continue;
        }
        let whole = whole(topic, all);
        if !known(whole) {
            chosen.push(whole.clone());
        }
    }
    chosen
}

/// The longest run that a topic lies in and that nearly as many texts have, four of five: what a
/// word was cut from.
fn whole<'a>(topic: &'a Topic, all: &'a [Topic]) -> &'a Topic {
    let holds = |other: &&Topic| other.run.contains(&topic.run) && other.now * 5 >= topic.now * 4;
    let length = |other: &&Topic| (other.run.chars().count(), other.keyness);
    all.iter().filter(holds).max_by_key(length).unwrap_or(topic)
}

/// Whether two runs overlap in their characters and stand mostly in the same texts.
fn same_matter(one: &Topic, other: &Topic) -> bool {
    let lies_in = one.run.contains(&other.run) || other.run.contains(&one.run);
    let shared = other
        .places
        .iter()
        .filter(|p| one.places.contains(p))
        .count();
    let mostly = shared * 3 >= other.places.len() * 2;
    let overlaps = || {
        let pairs = |run: &str| -> BTreeSet<(char, char)> {
            run.chars().zip(run.chars().skip(1)).collect()
        };
        !pairs(&one.run).is_disjoint(&pairs(&other.run))
    };
    lies_in || (mostly && overlaps())
}

/// A text without what nearly every title says.
fn plain(text: String) -> String {
    FRAME
        .iter()
        .fold(text, |text, word| text.replace(word, " "))
}

/// Hands out each run of a text, as often as it stands there.
fn each_run<'t>(text: &'t str, mut take: impl FnMut(&'t str)) {
    for word in text.split(|c: char| !is_han(c) || PARTICLES.contains(c)) {
        // Where a sign begins, and where the last one ends.
        let starts = word.char_indices().map(|(start, _)| start);
        let bounds: Vec<usize> = starts.chain([word.len()]).collect();
        for length in LENGTHS {
            for run in bounds.windows(length + 1) {
                take(&word[run[0]..run[length]]);
            }
        }
    }
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// G² of the two-by-two table of texts with and without the run, now and before.
fn log_likelihood((a, now): (usize, usize), (b, before): (usize, usize)) -> f64 {
    let count = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let whole = count(now + before);
    let cell = |seen: usize, row: usize, column: usize| {
        let expected = count(row) * count(column) / whole;
        match seen {
            0 => 0.0,
            seen => count(seen) * (count(seen) / expected).ln(),
        }
    };
    let with = a + b;
    let without = now + before - with;
    2.0 * (cell(a, with, now)
        + cell(b, with, before)
        + cell(now - a, without, now)
        + cell(before - b, without, before))
}

/// Two digits after the point, as an integer.
fn hundredths(g2: f64) -> u64 {
    let text = format!("{:.0}", (g2 * 100.0).max(0.0));
    text.parse().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Years of titles in which 道路 is as frequent as ever, and some that speak of charging posts.
    fn years(planted: usize) -> (Vec<String>, Vec<String>) {
        let matters = [
            "道路硬化",
            "饮水安全",
            "道路照明",
            "学校食堂",
            "道路养护",
            "水渠维修",
        ];
        let titles = |year: usize, count: usize| -> Vec<String> {
            let one = |n: usize| {
                format!(
                    "关于{}村{}的建议",
                    ["东", "西", "南", "北"][(n / 6 + n + year) % 4],
                    matters[n % 6]
                )
            };
            (0..count).map(one).collect()
        };
        let mut now = titles(1, 30);
        now.extend((0..planted).map(|n| {
            format!(
                "关于在{}广场新建充电桩的建议",
                ["政府", "学校", "车站", "医院", "市场"][n % 5]
            )
        }));
        (now, titles(0, 60))
    }

    fn topics(now: &[String], before: &[String], most: usize) -> Vec<Topic> {
        super::topics(
            now.to_vec(),
            |look| before.iter().for_each(|text| look(text)),
            most,
        )
    }

    #[test]
    fn a_planted_topic_comes_first() {
        let (now, before) = years(5);
        let topics = topics(&now, &before, 10);
        let first = topics.first().expect("a topic");
        assert!(first.run.contains("充电桩"), "{topics:?}");
        assert_eq!((first.now, first.before), (5, 0));
        assert_eq!(first.places, (30..35).collect::<Vec<_>>());
    }

    #[test]
    fn a_word_is_not_cut_in_the_middle() {
        let (mut now, before) = years(0);
        let places = [
            "竹园", "和平", "桃林", "新华", "石桥", "双河", "龙泉", "白云",
        ];
        now.extend(places.map(|place| format!("关于{place}村公路建设的建议")));
        now.extend(["双坝", "青山"].map(|place| format!("关于{place}村公路建成通车的建议")));
        let topics = topics(&now, &before, 10);
        assert_eq!(topics[0].run, "村公路建设", "{topics:?}");
        assert!(!topics.iter().any(|t| t.run == "村公路建"), "{topics:?}");
    }

    #[test]
    fn a_word_that_all_years_use_alike_is_none() {
        let (now, before) = years(5);
        let topics = topics(&now, &before, 50);
        assert!(!topics.iter().any(|t| t.run.contains("道路")), "{topics:?}");
        assert!(
            topics.iter().filter(|t| t.run.contains("充电")).count() == 1,
            "{topics:?}"
        );
    }

    #[test]
    fn two_texts_are_chance_and_no_year_before_is_no_year_to_compare_with() {
        let (now, before) = years(2);
        assert_eq!(topics(&now, &before, 10), []);
        assert_eq!(topics(&now, &[], 10), []);
    }
}
