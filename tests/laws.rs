//! Laws over random histories, late recording included: `apply` never contradicts `decide`, replay
//! gives the same book, every view folds, undo then redo changes nothing.

use chrono::Days;
use jianyi::domain::book::{Book, FactId, View};
use jianyi::domain::command::Command;
use jianyi::domain::deadline;
use jianyi::domain::event;
use jianyi::domain::terms::{CaseId, Date};
use jianyi::report::Month;
use jianyi::report::monthly::movement::movements;
use proptest::collection;
use proptest::prelude::{
    ProptestConfig, Strategy, prop_assert, prop_assert_eq, prop_assume, proptest,
};

use crate::steps::{step, text};
use crate::world::{day, entry, office, replayed, wish};

/// Wishes with the days they are said to have happened on: mostly onward, often late.
pub(crate) fn history() -> impl Strategy<Value = Vec<(Command, Date)>> {
    collection::vec((step(), 0_u64..8), 10..140).prop_map(|steps| {
        let dated = (0_u64..)
            .zip(steps)
            .map(|(place, (step, noise))| (step, day("2024-01-11") + Days::new(place + noise)));
        dated.collect()
    })
}

/// Plays a history; what is refused is refused. Says how much was taken.
pub(crate) fn play(book: &mut Book, history: &[(Command, Date)]) -> usize {
    history
        .iter()
        .filter(|(command, on)| wish(book, command, *on).is_ok())
        .count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn what_decide_yields_apply_accepts_and_replay_repeats(history in history()) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        prop_assert!(replayed(&book, View::default()) == book);
    }

    #[test]
    fn a_prefix_and_the_rest_are_the_whole(history in history(), cut in 0_usize..40) {
        let mut book = office("chongqing-township-2016");
        play(&mut book, &history);
        let entries = book.entries().cloned().collect::<Vec<_>>();
        let cut = cut.min(entries.len());
        let mut grown = Book::replay(entries[..cut].to_vec(), View::default()).expect("a prefix folds");
        for entry in &entries[cut..] {
            grown.apply(entry.clone()).expect("the rest folds");
        }
        prop_assert!(grown == book);
    }

    #[test]
    fn every_view_folds_and_every_clock_explains_itself(
        history in history(), later in 0_u64..200, known in 0_u64..60,
    ) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let as_of = day("2024-01-11") + Days::new(later);
        let view = replayed(&book, View { as_of: Some(as_of), known: Some(known) });
        for case in view.cases() {
            prop_assert!(case.submitted <= as_of);
            for clock in deadline::clocks(&view, case, as_of) {
                prop_assert!(clock.due.date >= clock.start(), "{clock:?}");
                prop_assert!(clock.rule.is_some() || clock.unit.is_none());
            }
        }
    }

    #[test]
    fn a_view_is_the_same_after_more_entries(first in history(), more in history(), later in 0_u64..200) {
        let mut book = office("jianlong");
        play(&mut book, &first);
        let view = View {
            as_of: Some(day("2024-01-11") + Days::new(later)),
            known: Some(book.head()),
        };
        let before = replayed(&book, view);
        play(&mut book, &more);
        prop_assert!(replayed(&book, view) == before);
    }

    #[test]
    fn undo_then_redo_gives_the_same_book(history in history(), line in 8_u64..40) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let state = |book: &Book| book.cases().cloned().collect::<Vec<_>>();
        let before = state(&book);
        let today = day("2025-12-31");
        let undo = Command::Undo { lines: vec![line], why: text() };
        prop_assume!(wish(&mut book, &undo, today).is_ok());
        prop_assert!(replayed(&book, View::default()) == book);
        let redo = Command::Redo { lines: vec![line], why: text() };
        wish(&mut book, &redo, today).expect("what was undone can be redone");
        prop_assert_eq!(state(&book), before);
        prop_assert!(replayed(&book, View::default()) == book);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(80))]

    #[test]
    fn correct_then_undo_gives_the_same_book(
        history in history(), line in 8_u64..40, fact in 0_u16..3, later in 0_u64..200,
    ) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let state = |book: &Book| book.cases().cloned().collect::<Vec<_>>();
        let before = state(&book);
        let today = day("2025-12-31");
        let correct = Command::Correct {
            facts: vec![FactId { line, index: fact }], field: "on".to_owned(),
            new: (day("2024-01-15") + Days::new(later)).to_string().into(), why: text(),
        };
        prop_assume!(wish(&mut book, &correct, today).is_ok());
        prop_assert!(replayed(&book, View::default()) == book);
        let undo = Command::Undo { lines: vec![book.head()], why: text() };
        wish(&mut book, &undo, today).expect("a correction can be undone");
        prop_assert_eq!(state(&book), before);
    }
}

#[test]
fn random_histories_are_not_empty() {
    // A generator whose wishes are all refused would prove nothing.
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut taken, mut replied) = (0, 0);
    for _ in 0..60 {
        let history = history()
            .new_tree(&mut runner)
            .expect("a history")
            .current();
        let mut book = office("jianlong");
        taken += play(&mut book, &history);
        replied += book.cases().filter(|case| case.replied().is_some()).count();
    }
    assert!(taken > 500, "{taken} wishes taken");
    assert!(replied > 10, "{replied} cases replied to");
}

#[test]
fn a_book_that_refused_a_line_is_as_it_was() {
    let mut book = office("jianlong");
    let before = book.clone();
    let closed = jianyi::domain::event::Event::Closed(event::Closed {
        on: day("2024-05-01"),
        case: CaseId(1),
    });
    assert!(book.apply(entry(book.head() + 1, vec![closed])).is_err());
    assert!(book == before);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn the_month_balances_for_the_whole_and_for_every_unit(history in history(), month in 1_u32..8) {
        let mut book = office("jianlong");
        play(&mut book, &history);
        let month = Month::of(Date::from_ymd_opt(2024, month, 1).expect("a day"));
        let cases: Vec<CaseId> = book.cases().map(|case| case.id).collect();
        let all = movements(&book, month, month.last(), &cases);
        prop_assert!(all.whole.balances(), "{:?}", all.whole);
        for (unit, movement) in &all.units {
            prop_assert!(movement.balances(), "{unit}: {movement:?}");
        }
    }
}
