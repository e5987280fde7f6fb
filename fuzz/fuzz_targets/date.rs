//! Any text as a date, a list of cases, a limit: what is understood is understood again as printed.
#![no_main]

use jianyi::domain::rules::{Calendar, Limit, due};
use jianyi::domain::terms::{CaseList, Date, parse_date};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let today: Date = "2024-02-29".parse().expect("a date");
    if let Ok(day) = parse_date(text, today) {
        assert_eq!(parse_date(&day.to_string(), today), Ok(day));
    }
    let _ = text.parse::<CaseList>();
    if let Ok(limit) = text.parse::<Limit>() {
        for start in [today, Date::MIN, Date::MAX] {
            let _ = due(start, limit, &Calendar::default(), None);
        }
    }
});
