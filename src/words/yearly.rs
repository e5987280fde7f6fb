//! Words of years, quarters, and of what a year's ratings were.

use super::{Lang, list, say};

/// `2024年`.
pub fn year(lang: Lang, year: i32) -> String {
    say(lang, format!("{year}年"), year.to_string())
}

/// `承诺（2024年）`: words with what stands beside them.
pub fn beside(lang: Lang, words: &str, more: &str) -> String {
    say(
        lang,
        format!("{words}（{more}）"),
        format!("{words} ({more})"),
    )
}

/// `第一季度`.
pub fn quarter(lang: Lang, quarter: u8) -> String {
    let zh = ["一", "二", "三", "四"].get(usize::from(quarter.saturating_sub(1)));
    say(
        lang,
        format!("第{}季度", zh.copied().unwrap_or_default()),
        format!("Q{quarter}"),
    )
}

/// What the voters said: how many of each word, or only how many there were.
pub fn voters(lang: Lang, ballots: u32, told: [Option<u32>; 3]) -> String {
    let whole = say(lang, format!("{ballots} 票"), format!("{ballots} ballots"));
    let names = match lang {
        Lang::Zh => ["满意", "基本满意", "不满意"],
        Lang::En => ["satisfied", "mostly", "dissatisfied"],
    };
    let told = names.iter().zip(told);
    let told: Vec<String> = told
        .filter_map(|(name, count)| Some(format!("{name} {}", count?)))
        .collect();
    match told.is_empty() {
        true => whole,
        false => list(lang, &told),
    }
}

/// `诫勉(连续 2 年)`.
pub fn years_running(lang: Lang, label: &str, years: u8) -> String {
    say(
        lang,
        format!("{label}(连续 {years} 年)"),
        format!("{label} ({years} years running)"),
    )
}
