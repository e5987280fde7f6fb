//! Laws of the deputies' work: random histories, recorded in any order of days, fold the same from
//! the beginning, on every day, and after taking back and putting back.

use chrono::Days;
use jianyi::domain::book::{Book, View};
use jianyi::domain::command::Command;
use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::prop_oneof;

use crate::people_steps::people;
use crate::steps::text;
use crate::work_steps::work;
use crate::world::{day, office, replayed, wish};

fn history() -> impl Strategy<Value = Vec<(Command, u64)>> {
    proptest::collection::vec(prop_oneof![3 => work(), 1 => people()], 5..40)
}

/// Plays what is allowed; says how much was.
fn play(book: &mut Book, history: &[(Command, u64)]) -> usize {
    let on = |later: u64| day("2024-01-11") + Days::new(later);
    let taken = history
        .iter()
        .filter(|(command, later)| wish(book, command, on(*later)).is_ok());
    taken.count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn work_folds_the_same_on_every_day(history in history()) {
        let mut book = office("yinchuan");
        play(&mut book, &history);
        prop_assert!(replayed(&book, View::default()) == book);
        for later in (0..70).step_by(9) {
            let as_of = day("2024-01-11") + Days::new(later);
            let view = replayed(&book, View { as_of: Some(as_of), known: None });
            prop_assert_eq!(view.opinions(), &*book.opinions_on(as_of));
            prop_assert_eq!(view.activities(), &*book.activities_on(as_of));
            prop_assert_eq!(view.projects(), &*book.projects_on(as_of));
            prop_assert_eq!(view.citizens(), &*book.citizens_on(as_of));
            prop_assert_eq!(view.performance(), &*book.performance_on(as_of));
            prop_assert_eq!(view.assessments(), &*book.assessments_on(as_of));
            prop_assert_eq!(view.meetings(), &*book.meetings_on(as_of));
        }
    }

    #[test]
    fn work_taken_back_and_put_back_is_the_same(history in history(), line in 12_u64..30) {
        let mut book = office("yinchuan");
        play(&mut book, &history);
        let (opinions, activities) = (book.opinions().clone(), book.activities().clone());
        let (performance, assessments) = (book.performance().clone(), book.assessments().clone());
        let (projects, citizens) = (book.projects().clone(), book.citizens().clone());
        let meetings = book.meetings().clone();
        let today = day("2025-12-31");
        let undo = Command::Undo { lines: vec![line], why: text() };
        if wish(&mut book, &undo, today).is_ok() {
            let redo = Command::Redo { lines: vec![line], why: text() };
            wish(&mut book, &redo, today).expect("what was undone can be put back");
        }
        prop_assert_eq!(book.opinions(), &opinions);
        prop_assert_eq!(book.activities(), &activities);
        prop_assert_eq!(book.projects(), &projects);
        prop_assert_eq!(book.citizens(), &citizens);
        prop_assert_eq!(book.performance(), &performance);
        prop_assert_eq!(book.assessments(), &assessments);
        prop_assert_eq!(book.meetings(), &meetings);
    }
}

#[test]
fn random_work_is_not_empty() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut taken = 0;
    for _ in 0..20 {
        let history = history()
            .new_tree(&mut runner)
            .expect("a history")
            .current();
        taken += play(&mut office("yinchuan"), &history);
    }
    assert!(taken > 100, "{taken} wishes taken");
}
