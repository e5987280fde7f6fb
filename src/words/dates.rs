//! Days as people write them, with the weekday where it helps.

use chrono::{Datelike, Weekday};

use super::{Lang, Pair};
use crate::domain::terms::Date;

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
