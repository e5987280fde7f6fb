//! The figures of reports, held against random histories: each part is counted once, a month begins
//! where the last one ended, and does not care how much later it is printed.

use chrono::Days;
use jianyi::domain::book::{Book, Entry, View};
use jianyi::domain::event;
use jianyi::domain::terms::CaseId;
use jianyi::journal::{AtWork, Journal};
use jianyi::report::monthly::movement::{Movement, movements};
use jianyi::report::scope::Filter;
use jianyi::report::{
    Figures, Measure, Month, Outlook, commitments, groups, lists, monthly, ratings, summary,
};
use proptest::prelude::{ProptestConfig, prop_assert, prop_assert_eq, proptest};

use crate::laws::{history, play};
use crate::office::Office;
use crate::small_year::{figures, integers, outlook, rate, row, summed};
use crate::steps::text;
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

/// Every counted report of a book.
fn every_report(outlook: &Outlook) -> Vec<Figures> {
    let scope = Filter::read(outlook, None).expect("no words");
    let month = Month::over_by(outlook.as_of);
    let documents = [
        summary::summary(outlook, &scope),
        monthly::monthly(outlook, month, &scope).expect("begun"),
        groups::units(outlook, &scope),
        groups::categories(outlook, &scope),
        groups::deputies(outlook, &scope),
        lists::lists(outlook, &scope),
        commitments::commitments(outlook, &scope, None),
        ratings::ratings(outlook, &scope),
    ];
    documents.into_iter().map(figures).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// A figure and the cases that `--explain` lists always agree.
    #[test]
    fn a_figure_is_the_number_of_its_cases(history in history(), later in 0_u64..300) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let as_of = day("2024-03-01") + Days::new(later);
        let view = replayed(&book, View { as_of: Some(as_of), known: None });
        let outlook = outlook(&view, as_of);
        for figures in every_report(&outlook) {
            for section in &figures.sections {
                for row in &section.rows {
                    let name = format!("{}.{}", section.key, row.key);
                    let explained = figures.explain(&name).expect(&name);
                    match &row.measure {
                        Measure::Count(count) | Measure::Share { count, .. } => {
                            prop_assert_eq!(explained.cases.len(), *count, "{}", name);
                        }
                        Measure::Rate { numerator, .. } if row.key != "promise_rate" => {
                            prop_assert_eq!(explained.cases.len(), *numerator, "{}", name);
                        }
                        Measure::Rate { .. } | Measure::Mean(_) | Measure::Integers => {}
                    }
                    for (part, cases) in &row.parts {
                        let told = row.integers.iter().find(|(key, _)| key == part);
                        if let Some((_, told)) = told {
                            prop_assert_eq!(*told, i64::try_from(cases.len()).expect("few"));
                        }
                    }
                }
            }
        }
    }
}

/// A thousand entries later, the same `--as-of` and `--known` give the same documents.
#[test]
fn every_report_is_the_same_after_a_thousand_more_entries() {
    let journal = Office::with_year().journal();
    let journal: Journal = Journal::parse(&journal, AtWork::No).expect("sound");
    let mut entries: Vec<Entry> = journal.lines.into_iter().map(Entry::from).collect();
    let view = View {
        as_of: Some(day("2024-12-31")),
        known: Some(journal.head.seq),
    };
    let seen = |entries: &[Entry]| {
        let book = Book::replay(entries.iter().cloned(), view).expect("sound");
        every_report(&outlook(&book, day("2024-12-31")))
    };
    let before = seen(&entries);
    for more in 1..=1_000_u64 {
        let noted = event::Noted {
            on: day("2024-05-06"),
            case: CaseId(u32::try_from(more % 86).expect("few") + 1),
            note: text(),
        };
        let last = entries.last().expect("a store").clone();
        entries.push(Entry {
            seq: last.seq + 1,
            events: vec![noted.into()],
            ..last
        });
    }
    assert_eq!(seen(&entries), before);
}

#[test]
fn bars_stand_beside_counts_where_asked_for() {
    let mut office = Office::with_year();
    let words = [
        "report",
        "summary",
        "--section",
        "class",
        "--as-of",
        "2024-12-31",
    ];
    let plain = office.does(&words).out;
    assert!(!plain.contains('█') && !plain.contains('#'), "{plain}");
    let drawn = office.does(&[&words[..], &["--bars"]].concat()).out;
    let line = |page: &str, class: &str| -> String {
        let line = page.lines().find(|line| line.contains(class));
        line.expect("a class").to_owned()
    };
    let length = |class: &str| line(&drawn, class).matches('█').count();
    assert_eq!((length("A 已解决"), length("C 不具备")), (16, 4), "{drawn}");
    let ascii = office
        .does(&[&words[..], &["--bars", "--ascii"]].concat())
        .out;
    assert_eq!(
        line(&ascii, "B 正在研究").matches('#').count(),
        9,
        "{ascii}"
    );
    assert!(ascii.lines().all(|l| !l.contains(['█', '│'])), "{ascii}");
    // The months of a year are a course, as its years are.
    let words = [
        "report",
        "monthly",
        "--month",
        "2024-05",
        "--section",
        "by_month",
    ];
    let plain = office.does(&words).out;
    assert!(plain.contains("5月") && !plain.contains('█'), "{plain}");
    let drawn_months = office.does(&[&words[..], &["--bars"]].concat()).out;
    let course = line(&drawn_months, "答复");
    assert!(
        course.contains('█') && course.contains('▁'),
        "{drawn_months}"
    );
    let words = [
        "report",
        "summary",
        "--section",
        "class",
        "--as-of",
        "2024-12-31",
    ];
    // Who looks, and how wide his screen is, changes nothing.
    office.terminal = true;
    office.size = Some((50, 20));
    assert_eq!(office.does(&[&words[..], &["--bars"]].concat()).out, drawn);
}
