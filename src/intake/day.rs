//! One cell → one day, as ledgers write days.
//!
//! Refuses: days without their year, for the year of a ledger is not the year of the clock
//! (`years` finds it), and numbers that a spreadsheet keeps for days, though it says which.

use super::cell::Why;
use crate::domain::terms::{Date, DateError, half_width, parse_date};

/// A day with its year: what the command line understands, `2024.3.5`, and what Excel makes of a
/// day (`2024/3/5 0:00`).
pub(super) fn date(text: &str) -> Result<Date, Why> {
    let plain = half_width(text.trim());
    let day = match plain.split_once(char::is_whitespace) {
        Some((day, time)) if is_time(time.trim()) => day,
        _ => plain.as_str(),
    };
    let dotted = day.split('.').filter(|part| !part.is_empty()).count() == 3;
    if is_month_and_day(day) {
        return Err(Why::NoYear);
    }
    let day = if dotted {
        day.trim_end_matches('.').replace('.', "-")
    } else {
        day.to_owned()
    };
    // A day that moves with the clock is none: 3月5日, 今天.
    let clocks = [2000, 2001].map(|year| Date::from_yo_opt(year, 1).unwrap_or_default());
    let [one, other] = clocks.map(|clock| parse_date(&day, clock));
    match (one, other) {
        (Ok(one), Ok(other)) if one == other => Ok(one),
        (Err(DateError::NoSuchDay(_)), Err(DateError::NoSuchDay(_))) if has_year(&day) => {
            Err(DateError::NoSuchDay(text.trim().to_owned()).into())
        }
        (Err(DateError::Unreadable(_)), _) => Err(serial(&plain).map_or_else(
            || DateError::Unreadable(text.trim().to_owned()).into(),
            Why::Serial,
        )),
        _ => Err(Why::NoYear),
    }
}

/// Days are numbers in a spreadsheet, from 1900 on; here of 1990 to 2099.
fn serial(text: &str) -> Option<Date> {
    let number = text
        .parse()
        .ok()
        .filter(|n| (32_874..=73_050).contains(n))?;
    Date::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(number))
}

/// `3.5` in a column of days.
fn is_month_and_day(day: &str) -> bool {
    let of = |part: &str, most: u32| part.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
    let parts = day.split_once('.');
    parts.is_some_and(|(month, day)| of(month, 12) && of(day, 31))
}

fn has_year(day: &str) -> bool {
    day.contains('年') || !day.contains('月')
}

pub(super) fn is_time(text: &str) -> bool {
    text.contains(':') && text.chars().all(|c| c.is_ascii_digit() || c == ':')
}

#[cfg(test)]
mod tests {
    use super::super::cell::dates;
    use super::*;

    #[test]
    fn a_day_as_ledgers_write_it() {
        let day: Date = "2024-03-05".parse().expect("a date");
        for text in [
            "2024-03-05",
            "2024/3/5",
            "2024/3/5 0:00",
            "2024-03-05 00:00:00",
            "2024.3.5",
            "2024.03.05.",
            "20240305",
            "2024年3月5日",
            "二〇二四年三月五日",
            "２０２４／３／５",
        ] {
            assert_eq!(date(text), Ok(day), "{text}");
        }
        for (text, why) in [
            ("3月5日", Why::NoYear),
            ("2月30日", Why::NoYear),
            ("今天", Why::NoYear),
            (
                "2024-02-30",
                DateError::NoSuchDay("2024-02-30".to_owned()).into(),
            ),
            (
                "2024年2月30日",
                DateError::NoSuchDay("2024年2月30日".to_owned()).into(),
            ),
            ("待定", DateError::Unreadable("待定".to_owned()).into()),
            ("3.5", Why::NoYear),
            ("13.5", DateError::Unreadable("13.5".to_owned()).into()),
            ("45356", Why::Serial(day)),
            ("12345", DateError::Unreadable("12345".to_owned()).into()),
        ] {
            assert_eq!(date(text), Err(why), "{text}");
        }
        assert_eq!(
            dates("2024-03-05、2024/3/5 0:00 2024.3.5"),
            Ok(vec![day; 3])
        );
    }
}
