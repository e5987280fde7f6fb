//! Days as people write them, with the weekday where it helps.

use chrono::{Datelike, Weekday};

use super::{Lang, Pair, Word};
use crate::domain::rules::Limit;
use crate::domain::terms::{Date, SessionKey};

/// `2024年5月31日（周五）`, `2024-05-31 (Fri)`.
pub fn date(lang: Lang, day: Date) -> String {
    let week = weekday(lang, day);
    match lang {
        Lang::Zh => format!("{}（{week}）", short_date(lang, day)),
        Lang::En => format!("{} ({week})", short_date(lang, day)),
    }
}

/// `2024年5月31日`, `2024-05-31`.
pub fn short_date(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Lang::En => day.to_string(),
    }
}

/// `2024年5月`, `2024-05`.
pub fn month(lang: Lang, year: i32, month: u32) -> String {
    match lang {
        Lang::Zh => format!("{year}年{month}月"),
        Lang::En => format!("{year}-{month:02}"),
    }
}

/// `5月`, `May`: where the year is told elsewhere.
pub fn month_alone(lang: Lang, month: u32) -> String {
    const MONTHS: [&str; 12] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ];
    let place = usize::try_from(month).unwrap_or_default();
    let name = MONTHS.get(place.wrapping_sub(1)).copied();
    match lang {
        Lang::Zh => format!("{month}月"),
        Lang::En => name.unwrap_or_default().to_owned(),
    }
}

/// `第20届第5次会议`, `session 20-5`.
pub fn session(lang: Lang, key: SessionKey) -> String {
    let SessionKey { term, session } = key;
    match lang {
        Lang::Zh => format!("第{term}届第{session}次会议"),
        Lang::En => format!("session {term}-{session}"),
    }
}

/// `第20届第4次会议、第20届第5次会议`; of many the first and the last, and how many they are.
pub fn sessions(lang: Lang, keys: &[SessionKey]) -> String {
    const NAMED_MOST: usize = 4;
    let named: Vec<String> = keys.iter().map(|key| session(lang, *key)).collect();
    match (named.as_slice(), lang) {
        ([first, .., last], Lang::Zh) if named.len() > NAMED_MOST => {
            format!("{first}至{last}共{}次会议", named.len())
        }
        ([first, .., last], Lang::En) if named.len() > NAMED_MOST => {
            format!("{} sessions, {first} to {last}", named.len())
        }
        (_, _) => super::list(lang, &named),
    }
}

/// `12人`, `12 people`.
pub fn respondents(lang: Lang, count: u32) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count}人"),
        (Lang::En, 1) => "1 person".to_owned(),
        (Lang::En, _) => format!("{count} people"),
    }
}

/// `周五`, `Fri`.
pub fn weekday(lang: Lang, day: Date) -> &'static str {
    let (zh, en) = match day.weekday() {
        Weekday::Mon => ("周一", "Mon"),
        Weekday::Tue => ("周二", "Tue"),
        Weekday::Wed => ("周三", "Wed"),
        Weekday::Thu => ("周四", "Thu"),
        Weekday::Fri => ("周五", "Fri"),
        Weekday::Sat => ("周六", "Sat"),
        Weekday::Sun => ("周日", "Sun"),
    };
    Pair { zh, en }.get(lang)
}

/// `还剩5天`, `今天到期`, `逾期3天`.
pub fn days_left(lang: Lang, days: i64) -> String {
    match (lang, days) {
        (Lang::Zh, 0) => "今天到期".to_owned(),
        (Lang::En, 0) => "due today".to_owned(),
        (Lang::Zh, 1..) => format!("还剩{days}天"),
        (Lang::En, 1) => "1 day left".to_owned(),
        (Lang::En, 2..) => format!("{days} days left"),
        (Lang::Zh, _) => format!("逾期{}天", -days),
        (Lang::En, -1) => "1 day late".to_owned(),
        (Lang::En, _) => format!("{} days late", -days),
    }
}

/// `3个月`, `10个工作日`, `7月31日`.
pub fn limit(lang: Lang, limit: Limit) -> String {
    match (lang, limit) {
        (Lang::Zh, Limit::Months(n)) => format!("{n}个月"),
        (Lang::En, Limit::Months(n)) => counted(n, "month"),
        (Lang::Zh, Limit::Workdays(n)) => format!("{n}个工作日"),
        (Lang::En, Limit::Workdays(n)) => counted(n, "working day"),
        (Lang::Zh, Limit::Days(n)) => format!("{n}天"),
        (Lang::En, Limit::Days(n)) => counted(n, "day"),
        (Lang::Zh, Limit::Fixed { month, day }) => format!("{month}月{day}日"),
        (Lang::En, Limit::Fixed { month, day }) => format!("{month:02}-{day:02}"),
        (Lang::Zh, Limit::Before { days, clock }) => format!("{}期限前{days}天", clock.word(lang)),
        (Lang::En, Limit::Before { days, clock }) => {
            format!("{days} days before the {} is due", clock.word(lang))
        }
    }
}

/// `1 month`, `3 months`.
fn counted(count: impl Into<u32>, what: &str) -> String {
    let count = count.into();
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {what}{plural}")
}

/// `2024年6月5日完成`.
pub fn met(lang: Lang, day: Date) -> String {
    match lang {
        Lang::Zh => format!("{}完成", short_date(lang, day)),
        Lang::En => format!("met on {}", short_date(lang, day)),
    }
}

/// `2024年6月8日完成，逾期3天`.
pub fn met_late(lang: Lang, day: Date, days: i64) -> String {
    match lang {
        Lang::Zh => format!("{}，逾期{days}天", met(lang, day)),
        Lang::En => format!("{}, {days} days late", met(lang, day)),
    }
}

/// A day that was not typed in full, and the day it came to; nothing where it was.
pub fn resolved(lang: Lang, field: &str, typed: &str, day: Date) -> Option<String> {
    let (typed, told) = (typed.trim(), date(lang, day));
    (typed != day.to_string()).then(|| format!("{field} {typed}: {told}"))
}

/// Said loudly wherever a date was counted without its year's table.
pub fn year_without_table(lang: Lang, year: i32) -> String {
    match lang {
        Lang::Zh => format!(
            "{year} 年的放假安排还没有,暂按周一至周五推算;公布后请采用: jianyi calendar adopt 文件"
        ),
        Lang::En => format!(
            "there is no table for {year} yet: counted Monday to Friday; adopt it with jianyi calendar adopt"
        ),
    }
}

/// A right that ends with its clock, such as a unit's to return a case.
pub fn window(lang: Lang, open: bool) -> &'static str {
    let (zh, en) = match open {
        true => ("可以退回", "may be returned"),
        false => ("已过退回期", "no longer"),
    };
    Pair { zh, en }.get(lang)
}
