//! What is said of rule sets and calendars that cannot be used.

use chrono::Datelike;

use super::{Lang, Message, bad_link, list, say};
use crate::domain::rules::{self, CalendarError, Conflict, RulesError};
use crate::domain::terms;

/// A rule set that cannot be used.
#[expect(clippy::too_many_lines, reason = "one table: each fault and its words")]
pub fn bad_rules(lang: Lang, error: &RulesError) -> Message {
    let (what, hint) = match error {
        RulesError::Unreadable(why) => (
            say(
                lang,
                format!(
                    "办法文件读不懂: {}",
                    unknown_value(why).unwrap_or_else(|| why.clone())
                ),
                format!("the rule file is not readable: {why}"),
            ),
            say(
                lang,
                "用 jianyi rules new 拟一份正确的样子",
                "jianyi rules new makes one that is right",
            ),
        ),
        RulesError::UnknownKey { place, key, near } => {
            let dot = if place.is_empty() { "" } else { "." };
            (
                say(
                    lang,
                    format!("办法里没有“{place}{dot}{key}”这一项"),
                    format!("no rule set has the key `{place}{dot}{key}`"),
                ),
                nearest(lang, near),
            )
        }
        RulesError::BadLimit(limit) => (
            say(
                lang,
                format!("看不懂时限“{limit}”"),
                format!("`{limit}` is not a limit"),
            ),
            say(
                lang,
                "时限可以写: 3m(月) · 10wd(工作日) · 30d(天) · 07-31(固定日) · -20d before reply",
                "write 3m (months), 10wd (working days), 30d (days), 07-31 (a fixed day), -20d before reply",
            ),
        ),
        RulesError::Missing(key) => (
            say(
                lang,
                format!("办法缺少“{key}”"),
                format!("the rule set lacks `{key}`"),
            ),
            say(
                lang,
                "写上它,或者用 extends 以现成的办法为底",
                "write it, or extend a set that has it",
            ),
        ),
        RulesError::Cycle(chain) => (
            say(
                lang,
                format!("办法互相引用成了圈: {}", chain.join(" → ")),
                format!("the rule sets extend each other: {}", chain.join(" → ")),
            ),
            say(lang, "去掉其中一个 extends", "take one `extends` away"),
        ),
        RulesError::NoSuchSet { name, near } => (
            say(
                lang,
                format!("没有叫“{name}”的办法"),
                format!("no rule set `{name}`"),
            ),
            nearest(lang, near),
        ),
        RulesError::Contradiction { key, why } => (
            say(
                lang,
                format!("“{key}”自相矛盾: {}", conflict(why)),
                format!("`{key}` contradicts itself: {why}"),
            ),
            say(lang, "改正后再试", "mend it and try again"),
        ),
        RulesError::NoSource(key) => (
            say(
                lang,
                format!("“{key}”没有写出处"),
                format!("`{key}` names no source"),
            ),
            say(
                lang,
                "写上 source(文件名和条文),没有核实的写 \"verified\": false",
                "write `source` (text and article), or \"verified\": false",
            ),
        ),
        RulesError::BadTemplate(template) => (
            say(
                lang,
                format!("看不懂编号式样“{template}”"),
                format!("`{template}` is not a template for numbers"),
            ),
            say(
                lang,
                "可以用 {seq} {seq:03} {term} {session} {year},必须有 {seq}",
                "use {seq} {seq:03} {term} {session} {year}; {seq} must be there",
            ),
        ),
        RulesError::BadLink { written, why } => return bad_link(lang, "card.link", written, why),
        RulesError::OutOfRange => (
            say(lang, "日期超出了日历的范围", "the date leaves the calendar"),
            say(lang, "换一个近些的日期", "take a nearer date"),
        ),
    };
    Message::new(what).hint(hint)
}

/// A year's calendar that cannot be used.
pub fn bad_calendar(lang: Lang, error: &CalendarError) -> Message {
    let (what, hint) = match error {
        CalendarError::Unreadable(why) => (
            say(
                lang,
                format!("日历文件读不懂: {why}"),
                format!("the calendar file is not readable: {why}"),
            ),
            say(
                lang,
                "写成 {\"year\":2027,\"source\":\"国办发明电…\",\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}",
                "write {\"year\":2027,\"source\":\"…\",\"days\":[{\"name\":\"元旦\",\"date\":\"2027-01-01\",\"isOffDay\":true}]}",
            ),
        ),
        CalendarError::BadDay { year, day } => (
            say(
                lang,
                format!("{day} 不是 {year} 年的日子,或写了两次"),
                format!("{day} is not of {year}, or stands twice"),
            ),
            say(
                lang,
                format!("把 {} 年的日子写进 {0} 年的日历", day.year()),
                format!("put it in the table of {}", day.year()),
            ),
        ),
        CalendarError::NoDays(year) => (
            say(
                lang,
                format!("{year} 年的日历里没有日子"),
                format!("the table of {year} has no days"),
            ),
            say(
                lang,
                "按国务院当年的通知填写 days",
                "fill `days` from that year's notice",
            ),
        ),
        CalendarError::NoSource(year) => (
            say(
                lang,
                format!("{year} 年的日历没有写出处"),
                format!("the table of {year} names no source"),
            ),
            say(
                lang,
                "加上 \"source\": 国务院办公厅当年通知的文号",
                "add \"source\": the number of that year's notice",
            ),
        ),
    };
    Message::new(what).hint(hint)
}

/// A rule set that is neither shipped nor a file.
pub fn no_rule_set(lang: Lang, named: &str, why: &str) -> Message {
    let near = terms::nearest(named, rules::shipped());
    let near: Vec<String> = near.into_iter().map(str::to_owned).collect();
    Message::new(say(
        lang,
        format!("没有自带叫“{named}”的办法,也读不到这个文件"),
        format!("no rule set `{named}`, and no such file"),
    ))
    .because(why)
    .near(lang, &near)
    .hint(say(
        lang,
        "自带的办法: jianyi rules list",
        "jianyi rules lists those that come with the program",
    ))
}

/// What was perhaps meant; where to look it up if nothing is near.
fn nearest(lang: Lang, near: &[String]) -> String {
    if near.is_empty() {
        return say(
            lang,
            "一套办法都有哪些项: jianyi rules show;有哪些办法: jianyi rules list",
            "jianyi rules show prints every key of a set, jianyi rules lists the sets",
        );
    }
    say(
        lang,
        format!("是不是: {}", list(lang, near)),
        format!("did you mean: {}", list(lang, near)),
    )
}

/// What contradicts what, in Chinese; in English it says so itself.
fn conflict(conflict: &Conflict) -> String {
    match conflict {
        Conflict::Twice(word) => format!("“{word}”出现两次"),
        Conflict::NotAmong(word) => format!("“{word}”不在满意度的各档里"),
        Conflict::Decimals(most) => format!("百分比最多 {most} 位小数"),
        Conflict::Between(least, most) => format!("要在 {least} 到 {most} 之间"),
        Conflict::NoLimit => "没有期限".to_owned(),
        Conflict::CountedBack => "只能从别的时限倒推,而且只能从 reply 倒推".to_owned(),
        Conflict::Extra => "extra 只能增加几个月、几个工作日或几天".to_owned(),
    }
}

/// The reader's `unknown variant …, expected …` in Chinese: the value, and those that there are.
fn unknown_value(why: &str) -> Option<String> {
    let rest = why.strip_prefix("unknown variant ")?;
    let mut quoted = rest.split('`').skip(1).step_by(2);
    let value = quoted.next()?;
    let known: Vec<&str> = quoted.collect();
    Some(format!("没有“{value}”这个值,可以写: {}", known.join("、")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_there_is_not_is_told_with_those_that_there_are() {
        let why = "unknown variant `xxx`, expected one of `none`, `words`, `consent` at line 3";
        let told = unknown_value(why).expect("told");
        assert_eq!(told, "没有“xxx”这个值,可以写: none、words、consent");
        assert_eq!(unknown_value("EOF while parsing"), None);
    }
}
