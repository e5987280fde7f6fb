//! A calendar month, and what people call it.

use chrono::{Datelike, Months};

use crate::domain::terms::{Date, half_width};

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Month {
    first: Date,
}

impl Month {
    /// The month of a day.
    pub fn of(day: Date) -> Self {
        Self {
            first: day.with_day(1).unwrap_or(day),
        }
    }

    /// The last month that was over at the end of a day: what is reported unless told otherwise.
    pub fn over_by(day: Date) -> Self {
        let month = Self::of(day);
        if month.last() == day {
            return month;
        }
        let first = month.first;
        Self {
            first: first.checked_sub_months(Months::new(1)).unwrap_or(first),
        }
    }

    /// January of its year.
    #[must_use]
    pub fn january(self) -> Self {
        Self {
            first: self.first.with_month(1).unwrap_or(self.first),
        }
    }

    /// Reads `2024-05`, `2024/5`, `202405`, `2024年5月`.
    pub fn parse(typed: &str) -> Option<Self> {
        let typed = half_width(typed.trim());
        let (year, month) = match typed.split_once(['-', '/', '年']) {
            Some((year, month)) => (year, month.trim_end_matches('月')),
            None if typed.len() == 6 => typed.split_at_checked(4)?,
            None => return None,
        };
        let year: i32 = year.parse().ok().filter(|y| (1949..2200).contains(y))?;
        Some(Self {
            first: Date::from_ymd_opt(year, month.parse().ok()?, 1)?,
        })
    }

    /// The same, and `11月` of the year of a day.
    pub fn read(typed: &str, today: Date) -> Option<Self> {
        let of_this_year = || Self::parse(&format!("{}年{}", today.year(), typed.trim()));
        let is_month = typed.trim().ends_with('月');
        Self::parse(typed).or_else(|| is_month.then(of_this_year).flatten())
    }

    /// The same month of another year.
    pub fn in_year(self, year: i32) -> Option<Self> {
        Self::parse(&format!("{year}-{:02}", self.number()))
    }

    /// Its first day.
    pub fn first(self) -> Date {
        self.first
    }

    /// Its last day.
    pub fn last(self) -> Date {
        self.next().first.pred_opt().unwrap_or(self.first)
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        Self {
            first: self
                .first
                .checked_add_months(Months::new(1))
                .unwrap_or(self.first),
        }
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: Date) -> bool {
        (self.first..=self.last()).contains(&day)
    }

    /// What scripts call it: `2024-05`.
    pub fn code(self) -> String {
        self.first.format("%Y-%m").to_string()
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.first.year()
    }

    /// Its number, 1–12.
    pub fn number(self) -> u32 {
        self.first.month()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_as_it_is_written() {
        for text in ["2024-05", "2024/5", "202405", "2024年5月", "２０２４-０５"] {
            let month = Month::parse(text).expect(text);
            assert_eq!((month.year(), month.number()), (2024, 5), "{text}");
            assert_eq!(month.last().to_string(), "2024-05-31");
        }
        for text in ["2024-13", "2024", "5月", "x", ""] {
            assert_eq!(Month::parse(text), None, "{text}");
        }
        let today: Date = "2024-11-29".parse().expect("a date");
        let read = |text| Month::read(text, today).map(Month::number);
        assert_eq!(
            ["11月", "2023年5月", "11"].map(read),
            [Some(11), Some(5), None]
        );
        for (day, last) in [
            ("2024-01-15", "2023-12-31"),
            ("2024-05-30", "2024-04-30"),
            ("2024-05-31", "2024-05-31"),
        ] {
            let day: Date = day.parse().expect("a date");
            assert_eq!(Month::over_by(day).last().to_string(), last, "{day}");
        }
    }
}
