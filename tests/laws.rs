//! Laws over random histories, late recording included: `apply` never contradicts `decide`, replay
//! gives the same book, every view folds, undo then redo changes nothing.

use chrono::Days;
use jianyi::domain::book::{Book, View};
use jianyi::domain::command::{
    CaseWish, Command, ConsultWish, HandOverWish, RatingWish, ReplyWish, ReviewOutcome, Submission,
};
use jianyi::domain::deadline;
use jianyi::domain::event::{self, ConsultMode, Handlers, Kind};
use jianyi::domain::terms::{CaseId, Date, Name, Stars, Text, Title};
use jianyi::report::Month;
use jianyi::report::movement::movements;
use proptest::prelude::{
    Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest,
};
use proptest::{collection, prop_oneof, sample};

use crate::world::{DEPUTIES, UNITS, day, entry, name, office, replayed, wish};

fn text() -> Text {
    Text::new("说明").expect("a text")
}

fn unit() -> impl Strategy<Value = Name> {
    sample::select(UNITS.to_vec()).prop_map(name)
}

fn cases() -> impl Strategy<Value = Vec<CaseId>> {
    collection::vec((1_u32..4).prop_map(CaseId), 1..3)
}

fn submission() -> impl Strategy<Value = Command> {
    (sample::select(DEPUTIES.to_vec()), any::<bool>()).prop_map(|(deputy, confidential)| {
        Command::Submit(Box::new(Submission {
            number: None,
            level: None,
            period: None,
            session: None,
            title: Title::new("关于硬化村道的建议").expect("a title"),
            body: None,
            deputy: Some(name(deputy)),
            co_signers: Vec::new(),
            delegation: None,
            category: name("其他"),
            kind: Kind::Ordinary,
            confidential,
        }))
    })
}

fn handlers() -> impl Strategy<Value = Handlers> {
    (unit(), unit(), any::<bool>()).prop_map(|(lead, co, separate)| {
        let co: Vec<Name> = Some(co).filter(|co| *co != lead).into_iter().collect();
        if separate {
            let separate = std::iter::once(lead).chain(co).collect();
            return Handlers {
                separate,
                ..Handlers::default()
            };
        }
        Handlers {
            lead: Some(lead),
            co,
            ..Handlers::default()
        }
    })
}

fn reply() -> impl Strategy<Value = Command> {
    (cases(), sample::select(vec!["A", "B", "C"]), any::<bool>()).prop_map(
        |(cases, class, whole)| {
            let promise = (class == "B").then(|| (text(), day("2026-06-30")));
            let reply = ReplyWish {
                unit: None,
                class: name(class),
                doc_no: None,
                signer: (whole || class != "C").then(|| name("李明")),
                text: None,
                reason: Some(text()),
                publication: None,
                promise,
            };
            Command::on(cases, CaseWish::Reply(Box::new(reply)))
        },
    )
}

fn rating() -> impl Strategy<Value = Command> {
    let words = vec!["满意", "基本满意", "不满意"];
    (cases(), sample::select(words)).prop_map(|(cases, word)| {
        let rating = RatingWish {
            rating: Some(name(word)),
            comment: Some(text()),
            ..RatingWish::default()
        };
        Command::on(cases, CaseWish::Rate(Box::new(rating)))
    })
}

/// Any wish for a case.
fn step() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => submission(),
        1 => cases().prop_map(|cases| Command::on(cases, CaseWish::Review(ReviewOutcome::Accept(None)))),
        1 => cases().prop_map(|cases| Command::on(cases, CaseWish::Review(ReviewOutcome::Refuse(text())))),
        1 => cases().prop_map(|cases| Command::on(cases, CaseWish::Withdraw { why: None })),
        4 => (cases(), handlers()).prop_map(|(cases, to)| Command::on(cases, CaseWish::Assign(Box::new(HandOverWish { to, ..HandOverWish::default() })))),
        2 => (cases(), handlers()).prop_map(|(cases, to)| Command::on(cases, CaseWish::Reassign(Box::new(HandOverWish { to, ..HandOverWish::default() })))),
        1 => (cases(), unit()).prop_map(|(cases, unit)| Command::on(cases, CaseWish::Forward { unit, leader: None })),
        3 => cases().prop_map(|cases| Command::on(cases, CaseWish::Sign { unit: None })),
        1 => (cases(), unit()).prop_map(|(cases, unit)| Command::on(cases, CaseWish::Return { unit: Some(unit), why: text(), proposed: None })),
        4 => cases().prop_map(|cases| Command::on(cases, CaseWish::Consult(Box::new(ConsultWish { stage: None, mode: ConsultMode::Visit, people: Vec::new(), leader_present: false, note: None })))),
        1 => cases().prop_map(|cases| Command::on(cases, CaseWish::Progress { unit: None, percent: Some(50), note: text() })),
        1 => (cases(), unit()).prop_map(|(cases, unit)| Command::on(cases, CaseWish::Concur { unit, note: None })),
        1 => (cases(), 0_u64..200).prop_map(|(cases, more)| Command::on(cases, CaseWish::Extend { to: day("2024-03-01") + Days::new(more), why: text(), consent: Some(name("李明")) })),
        4 => reply(),
        1 => (cases(), any::<bool>()).prop_map(|(cases, kept)| Command::on(cases, CaseWish::Settle { kept, note: None })),
        3 => rating(),
        1 => cases().prop_map(|cases| Command::on(cases, CaseWish::RatePublic { stars: Stars::new(5).expect("stars"), respondents: 9, channel: None })),
        2 => cases().prop_map(|cases| Command::on(cases, CaseWish::Close)),
        1 => (1_u64..30, Just(())).prop_map(|(line, ())| Command::Undo { lines: vec![line], why: text() }),
        1 => (1_u64..30, Just(())).prop_map(|(line, ())| Command::Redo { lines: vec![line], why: text() }),
        1 => (8_u64..30, 0_u64..200).prop_map(|(line, later)| Command::Correct {
            line, fact: 0, field: "on".to_owned(),
            new: (day("2024-01-15") + Days::new(later)).to_string().into(), why: text(),
        }),
    ]
}

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
        let entries = book.entries().to_vec();
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
        if wish(&mut book, &undo, today).is_ok() {
            let redo = Command::Redo { lines: vec![line], why: text() };
            wish(&mut book, &redo, today).expect("what was undone can be redone");
            prop_assert_eq!(state(&book), before);
        }
    }
}

#[test]
fn random_histories_are_not_empty() {
    // A generator whose wishes are all refused would prove nothing.
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut taken, mut closed) = (0, 0);
    for _ in 0..60 {
        let history = history()
            .new_tree(&mut runner)
            .expect("a history")
            .current();
        let mut book = office("jianlong");
        taken += play(&mut book, &history);
        closed += book.cases().filter(|case| case.replied().is_some()).count();
    }
    assert!(taken > 500, "{taken} wishes taken");
    assert!(closed > 10, "{closed} cases replied to");
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
