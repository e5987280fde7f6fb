//! The day by which something is due, as ledgers write it: `6月5日前`, `2026年6月底`, `三个月`.
//!
//! Refuses: a time without the day from which it runs, and any other words.

use chrono::Months;

use super::cell::{Why, date};
use crate::domain::terms::{Date, half_width, parse_integer};

/// The day, or so many months after the hand-over.
pub(super) fn due(text: &str, assigned: Option<Date>) -> Result<Date, Why> {
    let plain = half_width(text.trim());
    let bare = ["之前", "以前", "前"]
        .iter()
        .find_map(|word| plain.strip_suffix(word));
    let bare = bare.unwrap_or(&plain);
    if let Some(months) = months(bare) {
        let from = assigned.ok_or(Why::NoStart)?;
        return from.checked_add_months(months).ok_or(Why::NoStart);
    }
    let month = ["底", "末"].iter().find_map(|word| bare.strip_suffix(word));
    match month.filter(|month| month.ends_with('月')) {
        Some(month) => date(&format!("{month}1日")).map(last_of_month),
        None => date(bare),
    }
}

/// `三个月`, `3个月内`.
fn months(text: &str) -> Option<Months> {
    let count = text.trim_end_matches(['内', '之']).strip_suffix("个月")?;
    parse_integer(count)
        .filter(|count| (1..=36).contains(count))
        .map(Months::new)
}

fn last_of_month(first: Date) -> Date {
    let next = first.checked_add_months(Months::new(1));
    next.and_then(|next| next.pred_opt()).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_a_day() {
        let day = |text: &str| -> Date { text.parse().expect("a date") };
        let from = Some(day("2026-03-05"));
        for (text, on) in [
            ("2026年6月5日前", "2026-06-05"),
            ("2026-06-05之前", "2026-06-05"),
            ("2026年6月底", "2026-06-30"),
            ("2026年2月底前", "2026-02-28"),
            ("三个月", "2026-06-05"),
            ("3个月内", "2026-06-05"),
            ("2026.6.5", "2026-06-05"),
        ] {
            assert_eq!(due(text, from), Ok(day(on)), "{text}");
        }
        assert_eq!(due("三个月", None), Err(Why::NoStart));
        assert_eq!(due("6月底", from), Err(Why::NoYear));
        assert!(due("尽快", from).is_err());
    }
}
