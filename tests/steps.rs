//! Random wishes for the laws: every step a case can meet, as a person might ask for it.

use chrono::Days;
use jianyi::domain::book::{ClassStepKind, FactId};
use jianyi::domain::command::{
    AmendWish, BookWish, CaseWish, ClassWish, ClassifyWish, Command, ConsultWish, FollowWish,
    ForgiveWish, HandOverWish, InspectWish, LookBackWish, OverseeWish, RatingWish, ReReplyWish,
    ReplyWish, ReviewOutcome, Sample, Submission, SuperviseWish,
};
use jianyi::domain::event::{CheckKind, ConsultMode, Handlers, Kind, SuperviseMode, Trait};
use jianyi::domain::rules::Colour;
use jianyi::domain::terms::{CaseId, Name, Stars, Text, Title};
use proptest::prelude::{Just, Strategy, any};
use proptest::{collection, prop_oneof, sample};

use crate::world::{DEPUTIES, UNITS, day, name};

pub(crate) fn text() -> Text {
    Text::new("说明").expect("a text")
}

pub(crate) fn unit() -> impl Strategy<Value = Name> {
    sample::select(UNITS.to_vec()).prop_map(name)
}

pub(crate) fn cases() -> impl Strategy<Value = Vec<CaseId>> {
    collection::vec((1_u32..4).prop_map(CaseId), 1..3)
}

pub(crate) fn submission() -> impl Strategy<Value = Command> {
    (sample::select(DEPUTIES.to_vec()), any::<bool>()).prop_map(|(deputy, confidential)| {
        Command::Submit(Box::new(Submission {
            number: None,
            level: None,
            period: None,
            session: None,
            title: Title::new("关于硬化村道的建议").expect("a title"),
            body: None,
            requests: Vec::new(),
            deputy: Some(name(deputy)),
            co_signers: Vec::new(),
            delegation: None,
            category: name("其他"),
            kind: Kind::Ordinary,
            confidential,
            motion: None,
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
                publication_reason: None,
                answers: Vec::new(),
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

/// What an office makes of a case before the hand-over.
fn raising() -> impl Strategy<Value = Command> {
    let other = (1_u32..4).prop_map(CaseId);
    prop_oneof![
        cases().prop_map(|cases| Command::on(
            cases,
            CaseWish::Amend(Box::new(AmendWish {
                title: Some(Title::new("关于修桥的建议").expect("a title")),
                ..AmendWish::default()
            }))
        )),
        cases().prop_map(|cases| Command::on(
            cases,
            CaseWish::Classify(Box::new(ClassifyWish {
                kind: Some(Kind::Complex),
                traits: Some(vec![Trait::Comprehensive]),
                ..ClassifyWish::default()
            }))
        )),
        (cases(), other.clone()).prop_map(|(cases, earlier)| Command::on(
            cases,
            CaseWish::Classify(Box::new(ClassifyWish {
                earlier: Some(earlier),
                ..ClassifyWish::default()
            }))
        )),
        (cases(), other).prop_map(|(cases, into)| Command::on(
            cases,
            CaseWish::Merge {
                into,
                told_apart: false
            }
        )),
        cases().prop_map(|cases| Command::on(cases, CaseWish::Unmerge)),
        (cases(), handlers())
            .prop_map(|(cases, to)| Command::on(cases, CaseWish::PreAssign { to })),
        (cases(), unit())
            .prop_map(|(cases, unit)| Command::on(cases, CaseWish::Dispute { unit, why: text() })),
        cases().prop_map(|cases| Command::on(cases, CaseWish::Coordinate { note: text() })),
    ]
}

/// What units and the office do with a case after the hand-over, the oldest steps apart.
#[expect(clippy::too_many_lines, reason = "one table of wishes")]
fn handling() -> impl Strategy<Value = Command> {
    let days = || (0_u64..200).prop_map(|more| day("2024-02-01") + Days::new(more));
    let steps = [
        ClassStepKind::Proposed,
        ClassStepKind::FirstReview,
        ClassStepKind::SecondReview,
        ClassStepKind::Confirmed,
    ];
    prop_oneof![
        cases().prop_map(|cases| Command::on(cases, CaseWish::RefuseReturn { why: text() })),
        (cases(), days()).prop_map(|(cases, day)| Command::on(
            cases,
            CaseWish::Book(Box::new(BookWish {
                day,
                stage: None,
                mode: ConsultMode::Site,
                people: Vec::new(),
                place: None,
            }))
        )),
        (cases(), days()).prop_map(|(cases, due)| Command::on(
            cases,
            CaseWish::SetMilestone {
                milestone: text(),
                due
            }
        )),
        cases().prop_map(|cases| Command::on(
            cases,
            CaseWish::ReachMilestone {
                milestone: None,
                note: None
            }
        )),
        cases().prop_map(|cases| Command::on(
            cases,
            CaseWish::RaiseDifficulty {
                unit: None,
                note: text()
            }
        )),
        cases().prop_map(|cases| Command::on(
            cases,
            CaseWish::RecordEffect {
                what: name("投入资金"),
                amount: "297".parse().expect("an amount"),
                measure: name("万元"),
            }
        )),
        (cases(), unit()).prop_map(|(cases, unit)| Command::on(
            cases,
            CaseWish::RejectOpinion { unit, why: text() }
        )),
        cases().prop_map(|cases| Command::on(
            cases,
            CaseWish::Deliver {
                deputies: Vec::new(),
                mode: None
            }
        )),
        (cases(), sample::select(steps.to_vec())).prop_map(|(cases, step)| Command::on(
            cases,
            CaseWish::SetClass(Box::new(ClassWish {
                step,
                class: name("A"),
                by: None,
                note: None,
            }))
        )),
        cases().prop_map(|cases| Command::on(
            cases,
            CaseWish::Escalate {
                to: None,
                upper: None,
                note: None
            }
        )),
        cases().prop_map(|cases| Command::on(
            cases,
            CaseWish::AnswerEscalation {
                upper: None,
                outcome: text()
            }
        )),
    ]
}

/// What the supervising side does with a case.
fn overseeing() -> impl Strategy<Value = OverseeWish> {
    let days = || (0_u64..300).prop_map(|more| day("2024-02-01") + Days::new(more));
    let colours = [None, Some(Colour::Red), Some(Colour::Green)];
    prop_oneof![
        days().prop_map(|due| OverseeWish::Supervise(SuperviseWish {
            mode: SuperviseMode::Notice,
            unit: None,
            people: Vec::new(),
            problem: text(),
            due: Some(due),
        })),
        Just(OverseeWish::AnswerNotice {
            unit: None,
            note: text()
        }),
        sample::select(colours.to_vec()).prop_map(|colour| OverseeWish::SetColour {
            colour,
            why: text()
        }),
        any::<bool>().prop_map(|found| OverseeWish::Inspect(InspectWish {
            check: name("抽查"),
            inspector: None,
            mode: None,
            finding: found.then(text),
            mend_by: None,
        })),
        Just(OverseeWish::Mend {
            check: None,
            note: None
        }),
        (any::<bool>(), days()).prop_map(|(good, due)| OverseeWish::LookBack(LookBackWish {
            good,
            people: Vec::new(),
            note: None,
            rework: (!good).then(text),
            due: Some(due),
        })),
        Just(OverseeWish::FinishRework { note: None }),
        (any::<bool>(), any::<bool>(), days()).prop_map(|(kept, more, due)| {
            OverseeWish::Follow(FollowWish {
                kept: Some(kept),
                reply: more.then(|| ReReplyWish {
                    class: Some(name("A")),
                    ..ReReplyWish::default()
                }),
                again: (!kept).then(|| (text(), due)),
                ..FollowWish::default()
            })
        }),
        Just(OverseeWish::SeekFeedback {
            deputies: Vec::new()
        }),
        Just(OverseeWish::Adjudicate {
            by: None,
            opinion: text()
        }),
        Just(OverseeWish::Reopen { why: text() }),
        unit().prop_map(|unit| OverseeWish::Forgive(ForgiveWish {
            unit,
            item: None,
            why: text(),
            by: None,
        })),
    ]
}

/// Any wish for a case.
pub(crate) fn step() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => submission(),
        5 => raising(),
        7 => handling(),
        1 => cases().prop_map(|cases| Command::on(cases, CaseWish::Review { outcome: ReviewOutcome::Accept(None), code: None })),
        1 => cases().prop_map(|cases| Command::on(cases, CaseWish::Review { outcome: ReviewOutcome::Refuse(text()), code: None })),
        1 => cases().prop_map(|cases| Command::on(cases, CaseWish::Withdraw { why: None, agreed: Vec::new() })),
        4 => (cases(), handlers()).prop_map(|(cases, to)| Command::on(cases, CaseWish::Assign(Box::new(HandOverWish { to, ..HandOverWish::default() })))),
        2 => (cases(), handlers()).prop_map(|(cases, to)| Command::on(cases, CaseWish::Reassign(Box::new(HandOverWish { to, ..HandOverWish::default() })))),
        1 => (cases(), unit()).prop_map(|(cases, unit)| Command::on(cases, CaseWish::Forward { unit, leader: None })),
        3 => cases().prop_map(|cases| Command::on(cases, CaseWish::Sign { unit: None })),
        1 => (cases(), unit()).prop_map(|(cases, unit)| Command::on(cases, CaseWish::Return { unit: Some(unit), why: text(), proposed: None })),
        9 => cases().prop_map(|cases| Command::on(cases, CaseWish::Consult(Box::new(ConsultWish { stage: None, mode: ConsultMode::Visit, people: Vec::new(), leader_present: false, note: None })))),
        1 => cases().prop_map(|cases| Command::on(cases, CaseWish::Progress { unit: None, percent: Some(50), note: text() })),
        1 => (cases(), unit()).prop_map(|(cases, unit)| Command::on(cases, CaseWish::Concur { unit, note: None })),
        1 => (cases(), 0_u64..200).prop_map(|(cases, more)| Command::on(cases, CaseWish::Extend { to: day("2024-03-01") + Days::new(more), why: text(), consent: Some(name("李明")), told: true })),
        12 => reply(),
        9 => (cases(), overseeing()).prop_map(|(cases, wish)| Command::on(cases, CaseWish::Oversee(Box::new(wish)))),
        1 => cases().prop_map(|cases| Command::OpenCheck { check: name("抽查"), kind: CheckKind::SpotCheck, cases, sample: Some(Sample { size: 1, seed: 7 }) }),
        3 => rating(),
        1 => cases().prop_map(|cases| Command::on(cases, CaseWish::RatePublic { stars: Stars::new(5).expect("stars"), respondents: 9, channel: None })),
        2 => cases().prop_map(|cases| Command::on(cases, CaseWish::Close)),
        1 => (1_u64..30, Just(())).prop_map(|(line, ())| Command::Undo { lines: vec![line], why: text() }),
        1 => (1_u64..30, Just(())).prop_map(|(line, ())| Command::Redo { lines: vec![line], why: text() }),
        1 => (8_u64..30, 0_u64..200).prop_map(|(line, later)| Command::Correct {
            facts: vec![FactId { line, index: 0 }], field: "on".to_owned(),
            new: (day("2024-01-15") + Days::new(later)).to_string().into(), why: text(),
        }),
    ]
}
