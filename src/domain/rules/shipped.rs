//! The rule sets and calendars that come with the program: offers, never used unasked.

use super::RuleSet;
use super::calendar::YearTable;
use super::document::resolve;
use super::error::RulesError;

const SETS: &[(&str, &str)] = &[
    ("national-2025", include_str!("sets/national-2025.json")),
    ("national-2015", include_str!("sets/national-2015.json")),
    ("chongqing-2017", include_str!("sets/chongqing-2017.json")),
    (
        "chongqing-township-2016",
        include_str!("sets/chongqing-township-2016.json"),
    ),
    ("shandong-2017", include_str!("sets/shandong-2017.json")),
    (
        "shandong-township-2015",
        include_str!("sets/shandong-township-2015.json"),
    ),
    ("qingdao-2021", include_str!("sets/qingdao-2021.json")),
    ("henan-2017", include_str!("sets/henan-2017.json")),
    ("zhejiang-2016", include_str!("sets/zhejiang-2016.json")),
    ("beijing-2014", include_str!("sets/beijing-2014.json")),
    ("shanghai-2015", include_str!("sets/shanghai-2015.json")),
    ("kunming-2017", include_str!("sets/kunming-2017.json")),
    ("jianlong", include_str!("sets/jianlong.json")),
    ("xuecheng", include_str!("sets/xuecheng.json")),
    ("zigui", include_str!("sets/zigui.json")),
    ("dehui", include_str!("sets/dehui.json")),
    ("hainan-2002", include_str!("sets/hainan-2002.json")),
    ("shenzhen-2007", include_str!("sets/shenzhen-2007.json")),
    ("jiangbei", include_str!("sets/jiangbei.json")),
    ("dongbao", include_str!("sets/dongbao.json")),
    ("yinchuan", include_str!("sets/yinchuan.json")),
];

const YEARS: [(i32, &str); 9] = [
    (2018, include_str!("calendars/2018.json")),
    (2019, include_str!("calendars/2019.json")),
    (2020, include_str!("calendars/2020.json")),
    (2021, include_str!("calendars/2021.json")),
    (2022, include_str!("calendars/2022.json")),
    (2023, include_str!("calendars/2023.json")),
    (2024, include_str!("calendars/2024.json")),
    (2025, include_str!("calendars/2025.json")),
    (2026, include_str!("calendars/2026.json")),
];

/// What an office takes that says nothing else.
pub const DEFAULT_SET: &str = "national-2025";

/// The names of the shipped sets.
pub fn shipped() -> impl Iterator<Item = &'static str> {
    SETS.iter().map(|(name, _)| *name)
}

/// A shipped set, resolved; none if there is none of that name.
pub fn shipped_set(name: &str) -> Option<Result<RuleSet, RulesError>> {
    shipped_document(name).map(|document| resolve(&document))
}

/// A shipped set as it is written.
pub(super) fn shipped_document(name: &str) -> Option<String> {
    let found = SETS.iter().find(|(known, _)| *known == name);
    found.map(|(_, document)| (*document).to_owned())
}

/// The years whose calendar comes with the program.
pub fn shipped_years() -> impl Iterator<Item = i32> {
    YEARS.into_iter().map(|(year, _)| year)
}

/// The calendar of a year; none where it had not been announced.
pub fn shipped_year(year: i32) -> Option<YearTable> {
    let (_, document) = YEARS.iter().find(|(known, _)| *known == year)?;
    YearTable::parse(document).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rules::ClockKey;

    #[test]
    fn every_value_names_text_and_article_or_is_unverified() {
        for name in shipped() {
            let rules = shipped_set(name).expect("shipped").expect(name);
            let check = |place: &str, source: Option<&str>, verified: Option<bool>| {
                let named = source.is_some_and(|s| s.contains('第') && s.contains('条'));
                assert!(
                    named || verified == Some(false),
                    "{name}: {place}: {source:?}"
                );
            };
            for (key, clock) in &rules.clocks {
                check(key.code(), clock.source.as_deref(), clock.verified);
            }
            for (group, source) in &rules.sources {
                check(group, source.source.as_deref(), source.verified);
            }
        }
    }

    #[test]
    fn the_reply_clocks_are_those_of_the_texts() {
        for (name, reply, hard) in [
            ("national-2015", "3m", "6m"),
            ("national-2025", "3m", "6m"),
            ("chongqing-2017", "3m", "6m"),
            ("chongqing-township-2016", "2m", "4m"),
            ("shandong-2017", "3m", "6m"),
            ("shandong-township-2015", "2m", "4m"),
            ("qingdao-2021", "3m", "6m"),
            ("henan-2017", "3m", "6m"),
            ("zhejiang-2016", "3m", "6m"),
            ("beijing-2014", "3m", "6m"),
            ("shanghai-2015", "3m", "6m"),
            ("kunming-2017", "3m", "6m"),
            ("jianlong", "3m", "6m"),
        ] {
            let rules = shipped_set(name).expect("shipped").expect(name);
            let limit = |key| {
                rules
                    .clock(key)
                    .and_then(|c| c.limit)
                    .map(|l| l.to_string())
            };
            assert_eq!(limit(ClockKey::Reply).as_deref(), Some(reply), "{name}");
            assert_eq!(limit(ClockKey::ReplyHard).as_deref(), Some(hard), "{name}");
        }
    }

    #[test]
    fn a_resolved_set_reads_back_from_the_journal() {
        for name in shipped() {
            let rules = shipped_set(name).expect("shipped").expect(name);
            let written = serde_json::to_string(&rules).expect("JSON");
            assert_eq!(
                serde_json::from_str::<RuleSet>(&written).expect("reads"),
                rules
            );
        }
    }

    #[test]
    fn every_year_is_there_and_2027_is_not() {
        assert!(shipped_years().all(|year| shipped_year(year).is_some()));
        assert!(shipped_year(2027).is_none());
    }
}
