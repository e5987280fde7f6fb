//! What a monthly report says before its tables, in the sentences that such reports carry. A paper
//! follows the office's language, which is Chinese.
//!
//! Values come in counted and divided; this room only writes them down.

use super::annual::place_of;
use super::{Lang, list, say};

/// The headings of its parts.
pub const MONTHLY_PARTS: [&str; 4] = [
    "一、本月进展",
    "二、办理结果和质量",
    "三、存在问题",
    "四、下月安排",
];

/// Above the tables behind the text.
pub const MONTHLY_TABLES: &str = "附表";

/// A figure with its name, and its share as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// `已面商`
    pub word: String,
    /// How many.
    pub count: usize,
    /// Without the sign.
    pub share: Option<String>,
}

/// `健龙镇2024年5月代表建议办理情况月报`; a month that is not over says until when.
pub fn monthly_title(office: &str, month: &str, until: Option<&str>) -> String {
    let place = place_of(office).unwrap_or(office);
    let until = until.map_or_else(String::new, |day| format!("（截至{day}）"));
    format!("{place}{month}代表建议办理情况月报{until}")
}

/// `截至2024年5月31日，共交办代表建议58件，由9个单位办理；答复率81%（47/58），…。`; of several sessions it is
/// said of which.
pub fn monthly_opening(
    day: &str,
    (total, sessions): (usize, Option<&str>),
    units: usize,
    rates: &[Rated],
) -> String {
    let rates: Vec<String> = rates.iter().map(rated).collect();
    let rates = match rates.is_empty() {
        true => String::new(),
        false => format!("；{}", rates.join("，")),
    };
    let sessions = sessions.map_or_else(String::new, |told| format!("（{told}）"));
    format!("截至{day}，共交办代表建议{total}件{sessions}，由{units}个单位办理{rates}。")
}

/// Rates of which nothing is on record.
pub fn without_record(lang: Lang, rates: &[&str]) -> Option<String> {
    let rates = (!rates.is_empty()).then(|| list(lang, rates))?;
    Some(say(
        lang,
        format!("注意: {rates}是 0,一件也没有记过。是没有办,还是没有登记?请核实后再报"),
        format!("note: {rates} 0, nothing of it is on record: not done, or not entered?"),
    ))
}

/// A rate with what it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rated {
    /// `答复率`
    pub word: String,
    /// As printed, without the sign.
    pub percent: String,
    /// How many are counted.
    pub numerator: usize,
    /// Of how many.
    pub denominator: usize,
}

fn rated(rate: &Rated) -> String {
    format!(
        "{}{}%（{}/{}）",
        rate.word, rate.percent, rate.numerator, rate.denominator
    )
}

/// `月初未答复20件，本月新增5件、答复14件，月末未答复11件（其中尚未交办1件）。`: the last are in no other
/// figure, which count what was handed over.
pub fn monthly_movement(
    opening: i64,
    moved: &[(String, i64)],
    (closing, desk): (i64, i64),
) -> String {
    let moved = moved.iter().filter(|(_, count)| *count > 0);
    let moved: Vec<String> = moved
        .map(|(word, count)| format!("{word}{count}件"))
        .collect();
    let moved = match moved.is_empty() {
        true => "本月没有增减".to_owned(),
        false => format!("本月{}", moved.join("、")),
    };
    let desk = match desk {
        0 => String::new(),
        desk => format!("（其中尚未交办{desk}件，不在上面的统计范围内）"),
    };
    format!("月初未答复{opening}件，{moved}，月末未答复{closing}件{desk}。")
}

/// `面商情况：已面商55件，占94.8%；尚未面商3件，占5.2%。`; none where all is nought.
pub fn monthly_figures(label: &str, figures: &[Figure]) -> Option<String> {
    let told = figures.iter().filter(|figure| figure.count > 0);
    let told: Vec<String> = told
        .map(|figure| {
            let share = figure.share.as_ref();
            let share = share.map_or_else(String::new, |share| format!("，占{share}%"));
            format!("{}{}件{share}", figure.word, figure.count)
        })
        .collect();
    let has_shares = figures.iter().any(|figure| figure.share.is_some());
    let sign = if has_shares { "；" } else { "、" };
    (!told.is_empty()).then(|| format!("{label}：{}。", told.join(sign)))
}

/// Where nothing is blocked, late or stuck.
pub const MONTHLY_FINE: &str =
    "从记录看，月末没有逾期、红色预警、退回未改办、未签收、未面商、代表不满意和承诺逾期的建议。";

/// What falls due in the next month.
pub fn monthly_next(replies: usize, promises: usize) -> String {
    let parts = [
        ("到期应当答复的建议", replies, "件"),
        ("已逾期和到期的承诺", promises, "项"),
    ];
    let told = parts.into_iter().filter(|(_, count, _)| *count > 0);
    let told: Vec<String> = told
        .map(|(what, count, of)| format!("{what}{count}{of}"))
        .collect();
    match told.is_empty() {
        true => "下月没有到期的答复和承诺。".to_owned(),
        false => format!("下月{}，请有关承办单位按期办理。", told.join("，")),
    }
}
