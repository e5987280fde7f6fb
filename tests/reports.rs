//! The figures of reports, held against random histories: each part is counted once, a month begins
//! where the last one ended, and does not care how much later it is printed.

use chrono::Days;
use jianyi::domain::book::View;
use jianyi::report::movement::{Movement, movements};
use jianyi::report::scope::Filter;
use jianyi::report::{Figures, Month, monthly};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::laws::{history, play};
use crate::small_year::{figures, integers, outlook, rate, row, summed};
use crate::world::{day, office, replayed};

fn month(number: u32) -> Month {
    Month::of(day("2024-01-01") + chrono::Months::new(number))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_month_begins_where_the_last_one_ended(history in history(), number in 0_u32..8) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let ids: Vec<_> = book.cases().map(|case| case.id).collect();
        let of = |month: Month| movements(&book, month, month.last(), &ids);
        let (first, second) = (of(month(number)), of(month(number).next()));
        prop_assert_eq!(&first.whole.closing, &second.whole.opening);
        prop_assert_eq!(&first.desk.closing, &second.desk.opening);
        prop_assert!(first.desk.balances(), "{:?}", first.desk);
        let none = Movement::default();
        for unit in first.units.keys().chain(second.units.keys()) {
            let closing = &first.units.get(unit).unwrap_or(&none).closing;
            let opening = &second.units.get(unit).unwrap_or(&none).opening;
            prop_assert_eq!(closing, opening, "{}", unit);
        }
    }

    /// What happened after the month changes nothing in it.
    #[test]
    fn a_month_is_the_same_however_late_it_is_printed(
        history in history(), number in 0_u32..6, later in 0_u64..300,
    ) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let month = month(number);
        let seen = |as_of| {
            let view = replayed(&book, View { as_of: Some(as_of), known: None });
            let outlook = outlook(&view, as_of);
            let scope = Filter::read(&outlook, None).expect("no words");
            figures(monthly::monthly(&outlook, month, &scope).expect("begun"))
        };
        prop_assert_eq!(seen(month.last()), seen(month.last() + Days::new(later)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever happened: each part is counted once, and the figures agree with each other.
    #[test]
    fn the_parts_of_a_summary_add_up(history in history(), later in 0_u64..300) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let as_of = day("2024-01-11") + Days::new(later);
        let view = replayed(&book, View { as_of: Some(as_of), known: None });
        let figures = summed(&view, &as_of.to_string(), None);
        let total = figures.scope.total;
        let count = |section: &str, keys: &[&str]| -> usize {
            keys.iter().map(|key| row(&figures, section, key).cases.len()).sum()
        };
        prop_assert_eq!(count("period", &["in_session", "between_sessions"]), total);
        prop_assert_eq!(count("kind", &["ordinary", "key", "complex"]), total);
        let (replied, of) = rate(&figures, "reply_rate");
        prop_assert_eq!(of, total);
        prop_assert_eq!(count("class", &["A", "B", "C"]), replied);
        prop_assert_eq!(count("satisfaction", &["returned", "not_returned"]), replied);
        prop_assert_eq!(count("satisfaction", &["满意", "基本满意", "不满意"]), count("satisfaction", &["returned"]));
        prop_assert_eq!(rate(&figures, "satisfaction_rate").1, count("satisfaction", &["returned"]));
        let outside = ["withdrawn", "refused", "letter", "not_handed_over", "upper_level"];
        prop_assert_eq!(count("outside", &outside) + total, view.cases().count());
        prop_assert_eq!(figures.scope.tracked, total + count("outside", &["not_handed_over", "upper_level"]));
        for unit in &figures.sections.iter().find(|s| s.key == "unit").expect("units").rows {
            let of = |key: &str| integers(unit).iter().find(|(k, _)| *k == key).map_or(0, |(_, n)| *n);
            prop_assert_eq!(of("lead") + of("separate"), i64::try_from(unit.cases.len()).expect("few"));
            prop_assert_eq!(of("on_time") + of("late"), of("replied"));
            prop_assert_eq!(of("class_A") + of("class_B") + of("class_C"), of("replied"));
        }
    }

    /// The rates of a month are those of a summary at its end.
    #[test]
    fn a_month_ends_as_the_summary_of_that_day(history in history(), number in 0_u32..6) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let last = month(number).last();
        let late = day("2025-12-31");
        let scope = Filter::read(&outlook(&book, late), None).expect("no words");
        let monthly = figures(monthly::monthly(&outlook(&book, late), month(number), &scope).expect("begun"));
        let view = replayed(&book, View { as_of: Some(last), known: None });
        let summary = summed(&view, &last.to_string(), None);
        prop_assert_eq!(&monthly.scope, &summary.scope);
        for key in ["rates", "satisfaction"] {
            let of = |figures: &Figures| figures.sections.iter().find(|s| s.key == key).cloned();
            prop_assert_eq!(of(&monthly), of(&summary));
        }
    }
}
