//! Words around rule sets: what is set, what is not, what nobody has verified.

use super::{Lang, Pair, list};

/// A value whose article nobody has seen.
pub fn unverified(lang: Lang) -> &'static str {
    Pair {
        zh: "（未核实）",
        en: " (unverified)",
    }
    .get(lang)
}

/// A clock that the text does not set.
pub fn absent(lang: Lang) -> &'static str {
    Pair {
        zh: "本办法未规定",
        en: "not set by this text",
    }
    .get(lang)
}

/// The clocks that a rule set does not set.
pub fn not_set(lang: Lang, rules: &str, clocks: &[&str]) -> String {
    let clocks = list(lang, clocks);
    match lang {
        Lang::Zh => format!("{rules}的办法未规定: {clocks}"),
        Lang::En => format!("{rules} does not set: {clocks}"),
    }
}

/// The last day comes from an extension.
pub fn extended_note(lang: Lang) -> &'static str {
    Pair {
        zh: "已延期",
        en: "extended",
    }
    .get(lang)
}

/// The last day was agreed on at the hand-over.
pub fn agreed_note(lang: Lang) -> &'static str {
    Pair {
        zh: "交办时约定",
        en: "agreed at the hand-over",
    }
    .get(lang)
}

/// A group of values of a rule set.
pub fn rule_group(lang: Lang, group: &str) -> String {
    let (zh, en) = match group {
        "classes" => ("办理结果分类", "classes"),
        "satisfaction" => ("满意度", "satisfaction"),
        "gates" => ("关口", "gates"),
        "rates" => ("比率含义", "rates"),
        "percent" => ("百分比式样", "percent style"),
        "colours" => ("三色预警", "colours"),
        "categories" => ("类别", "categories"),
        "number" => ("编号", "numbers"),
        "reply_to" => ("答复送达", "reply to"),
        "withdraw" => ("撤回", "withdrawal"),
        "review_reasons" => ("不予受理情形", "reasons not to accept"),
        other => (other, other),
    };
    match lang {
        Lang::Zh => zh.to_owned(),
        Lang::En => en.to_owned(),
    }
}
