//! When a clock ends, and why: the arithmetic, and the explanation it leaves.
//!
//! The day after the start is day 1 (民法典 第二百零一条 counts so too; no congress rule seen says
//! otherwise). Months are calendar months, clamped to the end of a shorter one.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, Months};

use super::calendar::{Calendar, DayKind};
use super::clock::Limit;
use super::error::RulesError;
use crate::domain::terms::{Date, Name};

/// A day that was passed over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The day.
    pub day: Date,
    /// The holiday; none for an ordinary weekend.
    pub holiday: Option<Name>,
}

/// A due date that explains itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The last day.
    pub date: Date,
    /// The day that starts the clock; the next one is day 1.
    pub start: Date,
    /// How long it runs.
    pub limit: Limit,
    /// The days that did not count, in order.
    pub skipped: Vec<Skipped>,
    /// Saturdays and Sundays that counted, because they made up for a holiday.
    pub made_up: Vec<(Date, Name)>,
    /// The last day before it moved to a workday.
    pub rolled_from: Option<Date>,
    /// Years that were counted Monday to Friday, because they have no table.
    pub years_without_table: BTreeSet<i32>,
}

/// When a clock ends that started on a day.
///
/// `before` is the last day of the clock that a limit such as `-20d before reply` refers to.
///
/// # Errors
/// [`RulesError::OutOfRange`] where the date leaves the calendar, or `before` is needed and absent.
pub fn due(
    start: Date,
    limit: Limit,
    calendar: &Calendar,
    before: Option<Date>,
) -> Result<Due, RulesError> {
    let mut due = Due {
        date: start,
        start,
        limit,
        skipped: Vec::new(),
        made_up: Vec::new(),
        rolled_from: None,
        years_without_table: BTreeSet::new(),
    };
    let date = match limit {
        Limit::Months(months) => start.checked_add_months(Months::new(months.into())),
        Limit::Days(days) => start.checked_add_days(Days::new(days.into())),
        Limit::Fixed { month, day } => fixed(start, month, day),
        Limit::Before { days, .. } => {
            before.and_then(|b| b.checked_sub_days(Days::new(days.into())))
        }
        Limit::Workdays(days) => due.count_workdays(days, calendar),
    };
    due.date = date.ok_or(RulesError::OutOfRange)?;
    Ok(due)
}

impl Due {
    /// The same, moved to the next workday if the last day is none.
    ///
    /// # Errors
    /// [`RulesError::OutOfRange`] at the end of the calendar.
    pub fn rolled_forward(mut self, calendar: &Calendar) -> Result<Self, RulesError> {
        let last = self.date;
        while !calendar.day(self.date).is_worked() {
            self.look(self.date, calendar);
            self.date = self.date.succ_opt().ok_or(RulesError::OutOfRange)?;
        }
        // The last day itself was looked at when it was counted, unless the date moved on to it.
        if self.date != last {
            self.look(self.date, calendar);
        }
        self.rolled_from = (self.date != last).then_some(last);
        Ok(self)
    }

    /// More time on top, from the last day on; its days are explained too.
    ///
    /// # Errors
    /// The date leaves the calendar.
    pub fn longer(mut self, extra: Limit, calendar: &Calendar) -> Result<Self, RulesError> {
        let more = due(self.date, extra, calendar, None)?;
        self.date = more.date;
        self.skipped.extend(more.skipped);
        self.made_up.extend(more.made_up);
        self.years_without_table.extend(more.years_without_table);
        Ok(self)
    }

    fn count_workdays(&mut self, days: u16, calendar: &Calendar) -> Option<Date> {
        let mut day = self.start;
        let mut counted = 0;
        while counted < days {
            day = day.succ_opt()?;
            if self.look(day, calendar) {
                counted += 1;
            }
        }
        Some(day)
    }

    /// Whether a day counts; what is unusual about it is kept for the explanation.
    fn look(&mut self, day: Date, calendar: &Calendar) -> bool {
        if !calendar.covers(day) {
            self.years_without_table.insert(day.year());
        }
        let kind = calendar.day(day);
        match kind {
            DayKind::Workday => {}
            DayKind::MakeUp(name) => self.made_up.push((day, name.clone())),
            DayKind::Weekend => self.skipped.push(Skipped { day, holiday: None }),
            DayKind::Holiday(name) => self.skipped.push(Skipped {
                day,
                holiday: Some(name.clone()),
            }),
        }
        kind.is_worked()
    }
}

/// The first 31 July after the start; 29 February is 28 in most years.
fn fixed(start: Date, month: u8, day: u8) -> Option<Date> {
    let in_year = |year: i32| {
        let whole = Date::from_ymd_opt(year, month.into(), day.into());
        whole.or_else(|| Date::from_ymd_opt(year, month.into(), u32::from(day) - 1))
    };
    in_year(start.year())
        .filter(|date| *date > start)
        .or_else(|| in_year(start.year() + 1))
}

/// Workdays after one day up to another, negative backwards.
pub fn workdays_between(from: Date, to: Date, calendar: &Calendar) -> i64 {
    if to < from {
        return -workdays_between(to, from, calendar);
    }
    let mut count = 0;
    let mut day = from;
    while day < to {
        let Some(next) = day.succ_opt() else { break };
        day = next;
        count += i64::from(calendar.day(day).is_worked());
    }
    count
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{ProptestConfig, prop_assert, proptest};

    use super::super::shipped::{shipped_year, shipped_years};
    use super::*;

    fn day(text: &str) -> Date {
        text.parse().expect("an ISO date")
    }

    fn calendar() -> Calendar {
        let mut calendar = Calendar::default();
        shipped_years()
            .filter_map(shipped_year)
            .for_each(|table| calendar.adopt(table));
        calendar
    }

    #[test]
    fn when_clocks_end() {
        let calendar = calendar();
        for (start, limit, end) in [
            // Month ends and leap years.
            ("2024-01-31", "1m", "2024-02-29"),
            ("2023-01-31", "1m", "2023-02-28"),
            ("2024-11-30", "3m", "2025-02-28"),
            ("2023-11-30", "3m", "2024-02-29"),
            ("2024-02-29", "12m", "2025-02-28"),
            ("2024-03-05", "3m", "2024-06-05"),
            ("2024-12-31", "6m", "2025-06-30"),
            // Spring Festival with its make-up Saturdays.
            ("2026-02-13", "5wd", "2026-02-27"),
            ("2024-02-02", "5wd", "2024-02-08"),
            ("2024-02-08", "3wd", "2024-02-19"),
            ("2024-02-09", "1wd", "2024-02-18"),
            // Plain days and fixed ones.
            ("2024-02-01", "30d", "2024-03-02"),
            ("2024-03-28", "07-31", "2024-07-31"),
            ("2024-07-31", "07-31", "2025-07-31"),
            ("2024-12-01", "02-29", "2025-02-28"),
        ] {
            let limit: Limit = limit.parse().expect("a limit");
            let due = due(day(start), limit, &calendar, None).expect("in range");
            assert_eq!(due.date, day(end), "{start} + {limit}");
        }
    }

    #[test]
    fn a_due_date_explains_itself() {
        let due = due(day("2026-02-13"), Limit::Workdays(5), &calendar(), None).expect("in range");
        let made_up: Vec<Date> = due.made_up.iter().map(|(day, _)| *day).collect();
        assert_eq!(made_up, [day("2026-02-14")]);
        assert_eq!(due.skipped.len(), 9, "15–23 February");
        assert!(due.skipped.iter().all(|s| s.holiday.is_some()));
        assert!(due.years_without_table.is_empty());
    }

    #[test]
    fn a_year_without_table_is_said_loudly() {
        let due = due(day("2026-12-30"), Limit::Workdays(5), &calendar(), None).expect("in range");
        assert_eq!(due.date, day("2027-01-06"), "counted Monday to Friday");
        assert_eq!(
            due.years_without_table.into_iter().collect::<Vec<_>>(),
            [2027]
        );
    }

    #[test]
    fn a_last_day_may_move_to_a_workday() {
        let calendar = calendar();
        let limit = Limit::Months(1);
        let plain = due(day("2026-01-18"), limit, &calendar, None).expect("in range");
        assert_eq!(plain.date, day("2026-02-18"), "in the Spring Festival");
        let rolled = plain.rolled_forward(&calendar).expect("in range");
        assert_eq!(
            (rolled.date, rolled.rolled_from),
            (day("2026-02-24"), Some(day("2026-02-18")))
        );
    }

    #[test]
    fn more_time_explains_its_days_too() {
        let calendar = calendar();
        let begun = due(day("2026-02-12"), Limit::Workdays(1), &calendar, None);
        let longer = begun.and_then(|due| due.longer(Limit::Workdays(2), &calendar));
        let longer = longer.expect("in range");
        let whole = due(day("2026-02-12"), Limit::Workdays(3), &calendar, None).expect("in range");
        assert_eq!(longer.date, whole.date);
        assert_eq!(
            (longer.skipped, longer.made_up),
            (whole.skipped, whole.made_up)
        );
    }

    #[test]
    fn a_make_up_day_is_told_once() {
        let calendar = calendar();
        let counted = due(day("2024-02-02"), Limit::Workdays(1), &calendar, None);
        let rolled = counted
            .and_then(|due| due.rolled_forward(&calendar))
            .expect("in range");
        assert_eq!(rolled.date, day("2024-02-04"));
        assert_eq!(rolled.made_up.len(), 1);
    }

    #[test]
    fn before_another_clock_and_out_of_range() {
        let limit = "-20d before reply".parse().expect("a limit");
        let reply = Some(day("2024-06-05"));
        let end = due(day("2024-03-05"), limit, &calendar(), reply).map(|due| due.date);
        assert_eq!(end, Ok(day("2024-05-16")));
        assert_eq!(
            due(Date::MAX, Limit::Workdays(5), &calendar(), None),
            Err(RulesError::OutOfRange)
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        #[test]
        fn more_workdays_never_end_earlier(start in 0_u64..3_000, days in 1_u16..60) {
            let calendar = calendar();
            let start = day("2018-06-01") + Days::new(start);
            let end = |days| due(start, Limit::Workdays(days), &calendar, None).expect("in range").date;
            prop_assert!(end(days) < end(days + 1));
            prop_assert!(workdays_between(start, end(days), &calendar) == i64::from(days));
        }
    }
}
