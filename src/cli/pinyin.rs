//! Whether a line of Chinese, of pinyin or of initials means a name: `健全`, `jianquan`, `jqnc` and
//! `敬laoy` all find what they begin to spell, wherever in the name it stands; characters with
//! several readings are found by each (`chongqing` and `cq`).
//!
//! Refuses: to correct slips of the finger; that is `terms::nearest`.

use pinyin::ToPinyinMulti;

/// How a name was found, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Found {
    /// It is the word.
    Whole,
    /// It contains the word.
    Part,
    /// It sounds like the word.
    Spelled,
    /// Its initials or characters stand in this order, others between them: `住建局`, `zjj`.
    Scattered,
}

/// How a name is found by what was typed, if it is.
pub(super) fn find(name: &str, typed: &str) -> Option<Found> {
    let typed = typed.trim().to_lowercase().replace(' ', "");
    let name = name.to_lowercase();
    if typed == name {
        return Some(Found::Whole);
    }
    if name.contains(&typed) {
        return Some(Found::Part);
    }
    let letters: Vec<Letter> = name.chars().map(Letter::of).collect();
    if (0..letters.len()).any(|start| spells(&letters[start..], &typed)) {
        return Some(Found::Spelled);
    }
    let mut rest = letters.iter();
    let enough = typed.chars().count() > 1;
    let scattered = enough && typed.chars().all(|c| rest.any(|letter| letter.begins(c)));
    scattered.then_some(Found::Scattered)
}

/// Those of many names that are found, the best first, in their own order among equals.
pub(super) fn narrowed<'a, T>(all: &'a [T], name: impl Fn(&T) -> &str, typed: &str) -> Vec<&'a T> {
    let found = |item: &'a T| Some((find(name(item), typed)?, item));
    let mut hits: Vec<(Found, &T)> = all.iter().filter_map(found).collect();
    hits.sort_by_key(|(how, _)| *how);
    // Where a word is spelled out, names that only scatter its letters are noise.
    let spelled = hits.first().is_some_and(|(how, _)| *how < Found::Scattered);
    hits.retain(|(how, _)| !spelled || *how < Found::Scattered);
    hits.into_iter().map(|(_, item)| item).collect()
}

/// A character with its readings.
struct Letter {
    own: char,
    readings: Vec<&'static str>,
}

impl Letter {
    fn of(own: char) -> Self {
        let readings = own.to_pinyin_multi().into_iter().flatten();
        let mut readings: Vec<&str> = readings.map(pinyin::Pinyin::plain).collect();
        readings.dedup();
        Self { own, readings }
    }

    fn begins(&self, c: char) -> bool {
        self.own == c || self.readings.iter().any(|r| r.starts_with(c))
    }
}

/// Whether letters, from the first one on, are spelled by a word: each by itself, by its reading or
/// by the beginning of it.
fn spells(letters: &[Letter], typed: &str) -> bool {
    if typed.is_empty() {
        return true;
    }
    let Some((first, rest)) = letters.split_first() else {
        return false;
    };
    if let Some(after) = typed.strip_prefix(first.own)
        && spells(rest, after)
    {
        return true;
    }
    first.readings.iter().any(|reading| {
        let common = reading
            .bytes()
            .zip(typed.bytes())
            .take_while(|(a, b)| a == b)
            .count();
        (1..=common).any(|length| spells(rest, &typed[length..]))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_is_found_as_it_is_typed() {
        for (typed, name) in [
            ("jqnc", "关于健全农村养老服务的建议"),
            ("cq", "重庆路拓宽"),
            ("chongqing", "重庆路拓宽"),
            ("changan", "长安街道行道树"),
            ("敬laoy", "敬老院"),
            ("zfhcxjsj", "县住房和城乡建设局"),
            ("zjj", "县住房和城乡建设局"),
            ("住建局", "县住房和城乡建设局"),
            ("zhuxq", "祝晓琴"),
            ("A", "a类"),
        ] {
            assert!(find(name, typed).is_some(), "{typed} {name}");
        }
        for (typed, name) in [("jqnx", "健全农村"), ("琴祝", "祝晓琴"), ("x", "农业")] {
            assert_eq!(find(name, typed), None, "{typed} {name}");
        }
    }

    #[test]
    fn the_best_stands_first() {
        let names = ["农业银行中心", "农业服务中心", "服务"];
        let hits = narrowed(&names, |n| n, "服务");
        assert_eq!(hits, [&"服务", &"农业服务中心"]);
        assert_eq!(narrowed(&names, |n| n, "nyfw"), [&"农业服务中心"]);
    }
}
