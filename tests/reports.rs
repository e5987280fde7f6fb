//! The figures of reports, held against random histories: the month's identity for every unit, the
//! chain from month to month, and that a month does not care how much later it is printed.

use chrono::Days;
use jianyi::domain::book::{Book, View};
use jianyi::report::movement::{Movement, movements};
use jianyi::report::scope::Filter;
use jianyi::report::{Data, Document, Figures, Month, Outlook, monthly};
use jianyi::words::Lang;
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::laws::{history, play};
use crate::world::{day, office, replayed};

fn outlook(book: &Book, as_of: chrono::NaiveDate) -> Outlook<'_> {
    Outlook {
        book,
        as_of,
        lang: Lang::Zh,
        fingerprint: String::new(),
    }
}

fn figures(document: Document) -> Figures {
    match document.data {
        Data::Figures(figures) => figures,
        Data::Rows | Data::Value(_) => panic!("a counted report"),
    }
}

fn month(number: u32) -> Month {
    Month::of(day("2024-01-01") + chrono::Months::new(number))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_month_balances_for_every_unit(history in history(), number in 0_u32..8) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let ids: Vec<_> = book.cases().map(|case| case.id).collect();
        let month = month(number);
        let all = movements(&book, month, month.last(), &ids);
        prop_assert!(all.whole.balances(), "{:?}", all.whole);
        for (unit, movement) in &all.units {
            prop_assert!(movement.balances(), "{unit}: {movement:?}");
        }
    }

    #[test]
    fn a_month_begins_where_the_last_one_ended(history in history(), number in 0_u32..8) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let ids: Vec<_> = book.cases().map(|case| case.id).collect();
        let of = |month: Month| movements(&book, month, month.last(), &ids);
        let (first, second) = (of(month(number)), of(month(number).next()));
        prop_assert_eq!(&first.whole.closing, &second.whole.opening);
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
