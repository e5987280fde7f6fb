//! Days, and the closed list of ways to write one.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use thiserror::Error;

use super::numeral::{half_width, parse_integer};

/// A day in the office's calendar, without time or zone.
pub type Date = NaiveDate;

/// Years outside this range are slips of the finger, not dates of a congress.
const YEARS: std::ops::RangeInclusive<i32> = 1949..=2199;

/// Why a text is no date.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum DateError {
    /// Not written in one of the accepted ways.
    #[error("`{0}` is not a date")]
    Unreadable(String),
    /// Written correctly, but the calendar has no such day (30 February, year 9999).
    #[error("there is no day `{0}`")]
    NoSuchDay(String),
}

/// The day that a spreadsheet means by a plain number of days (`45366`); none where the number is
/// hardly one.
pub fn spreadsheet_day(text: &str) -> Option<Date> {
    let days = parse_integer(text.trim()).filter(|days| (20_000..80_000).contains(days))?;
    Date::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days.into()))
}

/// Reads `2026-03-01`, `2026/3/1`, `2026.3.1`, `20260301`, `2026年3月1日`, `3月1日` (this year),
/// `3月1号`, `今天`, `昨天`, `明天`, `后天`, `today`, `yesterday`, `tomorrow`, a day of last, this, or next
/// week (`上周五`, `本周五`, `下周五`; a week begins on Monday), and nothing else. Full-width digits are
/// understood.
///
/// # Errors
/// [`DateError::Unreadable`] for any other form, [`DateError::NoSuchDay`] for 30 February.
pub fn parse_date(text: &str, today: Date) -> Result<Date, DateError> {
    let plain = half_width(text.trim());
    let near = match plain.as_str() {
        "今天" | "today" => Some(Some(today)),
        "昨天" | "yesterday" => Some(today.checked_sub_days(Days::new(1))),
        "明天" | "tomorrow" => Some(today.checked_add_days(Days::new(1))),
        "后天" => Some(today.checked_add_days(Days::new(2))),
        other => day_of_a_week(other, today),
    };
    if let Some(near) = near {
        return near.ok_or(DateError::NoSuchDay(plain));
    }
    let (year, month, day) =
        parts(&plain, today).ok_or_else(|| DateError::Unreadable(text.trim().to_owned()))?;
    NaiveDate::from_ymd_opt(year, month, day)
        .filter(|date| YEARS.contains(&date.year()))
        .ok_or_else(|| DateError::NoSuchDay(text.trim().to_owned()))
}

/// `下周五`: said with the week, since `周五` alone may be the one that is past. None where the words
/// name no day of a week, and none within where the calendar ends before it.
fn day_of_a_week(words: &str, today: Date) -> Option<Option<Date>> {
    const WEEKS: [(&str, u64); 4] = [("上", 0), ("本", 7), ("这", 7), ("下", 14)];
    const CALLED: [&str; 3] = ["周", "星期", "礼拜"];
    const DAYS: &str = "一二三四五六日";
    let (rest, ahead) = WEEKS
        .iter()
        .find_map(|(week, ahead)| Some((words.strip_prefix(week)?, *ahead)))?;
    let day = CALLED
        .iter()
        .find_map(|called| rest.strip_prefix(called))?
        .replace('天', "日");
    let day = DAYS.chars().position(|named| day == named.to_string())?;
    let monday_before = today.week(Weekday::Mon).checked_first_day();
    let monday_before = monday_before.and_then(|monday| monday.checked_sub_days(Days::new(7)));
    let days = ahead + u64::try_from(day).unwrap_or_default();
    Some(monday_before.and_then(|monday| monday.checked_add_days(Days::new(days))))
}

/// The calendar year of a day.
pub fn year_of(date: Date) -> i32 {
    date.year()
}

fn parts(text: &str, today: Date) -> Option<(i32, u32, u32)> {
    if text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit()) {
        return Some((
            text[..4].parse().ok()?,
            text[4..6].parse().ok()?,
            text[6..].parse().ok()?,
        ));
    }
    if let Some(rest) = text.strip_suffix(['日', '号']) {
        let (before, day) = rest.split_once('月')?;
        let (year, month) = match before.split_once('年') {
            Some((year, month)) => (i32::try_from(parse_integer(year)?).ok()?, month),
            None => (today.year(), before),
        };
        return Some((year, parse_integer(month)?, parse_integer(day)?));
    }
    let separator = ['-', '/', '.'].into_iter().find(|c| text.contains(*c))?;
    let fields: Vec<&str> = text.split(separator).collect();
    let [year, month, day] = fields[..] else {
        return None;
    };
    let digits = |field: &str, most: usize| {
        (!field.is_empty() && field.len() <= most && field.bytes().all(|b| b.is_ascii_digit()))
            .then(|| field.parse::<u32>().ok())
            .flatten()
    };
    if year.len() != 4 {
        return None;
    }
    Some((
        i32::try_from(digits(year, 4)?).ok()?,
        digits(month, 2)?,
        digits(day, 2)?,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("an ISO date")
    }

    #[test]
    fn understands_the_closed_list() {
        let today = day("2026-11-23");
        for text in [
            "2026-03-01",
            "2026/3/1",
            "2026.3.1",
            "20260301",
            "2026年3月1日",
            "3月1日",
            "3月1号",
            "三月一日",
            "２０２６／３／１",
            " 2026-03-01 ",
        ] {
            assert_eq!(parse_date(text, today), Ok(day("2026-03-01")), "{text}");
        }
        assert_eq!(parse_date("今天", today), Ok(today));
        assert_eq!(parse_date("yesterday", today), Ok(day("2026-11-22")));
        assert_eq!(parse_date("明天", today), Ok(day("2026-11-24")));
        assert_eq!(parse_date("后天", today), Ok(day("2026-11-25")));
    }

    #[test]
    fn a_day_of_a_week_is_said_with_its_week() {
        // A Monday, the Wednesday and the Sunday of the same week.
        for today in ["2026-11-23", "2026-11-25", "2026-11-29"].map(day) {
            for (words, meant) in [
                ("上周五", "2026-11-20"),
                ("本周一", "2026-11-23"),
                ("这周日", "2026-11-29"),
                ("本星期天", "2026-11-29"),
                ("下周一", "2026-11-30"),
                ("下礼拜五", "2026-12-04"),
            ] {
                assert_eq!(parse_date(words, today), Ok(day(meant)), "{words} {today}");
            }
        }
        assert!(parse_date("周五", day("2026-11-23")).is_err());
        assert!(parse_date("下周八", day("2026-11-23")).is_err());
    }

    #[test]
    fn refuses_everything_else() {
        let today = day("2026-11-23");
        for text in ["", "2026", "周一", "26-3-1", "2026-3", "2026-03-01x", "+3d"] {
            assert!(
                matches!(parse_date(text, today), Err(DateError::Unreadable(_))),
                "{text}"
            );
        }
        for text in [
            "2026-02-30",
            "2026-13-01",
            "9999-01-01",
            "2026年2月29日",
            "20260230",
        ] {
            assert!(
                matches!(parse_date(text, today), Err(DateError::NoSuchDay(_))),
                "{text}"
            );
        }
    }
}
