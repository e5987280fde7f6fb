//! Random wishes for the deputies' work beside the cases, and for what it leans on.

use chrono::Days;
use jianyi::domain::command::{
    ActivityWish, CollectWish, Command, DecideWish, HoldWish, MeetingWish, OpinionWish, PlanWish,
};
use jianyi::domain::event::{ActivityKind, Channel, DecisionKind, MeetingKind};
use jianyi::domain::terms::{ActivityId, DeliberationId, MeetingId, OpinionId, Title};
use proptest::prelude::{Just, Strategy, any};
use proptest::{prop_oneof, sample};

use crate::people_steps::recount;
use crate::steps::{cases, submission, text, unit};
use crate::world::{DEPUTIES, day, name};

/// An opinion, and what may become of the first ones.
fn opinion() -> impl Strategy<Value = Command> {
    let all = || (1_u32..4).prop_map(|id| vec![OpinionId(id)]);
    let wish = prop_oneof![
        Just(OpinionWish::Collect(CollectWish {
            channel: Channel::Visit,
            place: None,
            station: None,
            collector: None,
            category: None,
            draft: None,
            citizen: None,
            text: text(),
            answer: None,
        })),
        all().prop_map(|opinions| OpinionWish::Answer {
            opinions,
            by: None,
            text: text()
        }),
        (all(), cases()).prop_map(|(opinions, cases)| OpinionWish::Raise { opinions, cases }),
    ];
    wish.prop_map(Command::Opinions)
}

/// An activity, and whether the first ones were held.
fn activity() -> impl Strategy<Value = Command> {
    let held = || HoldWish {
        others: Some(3),
        ..HoldWish::default()
    };
    let wish = prop_oneof![
        Just(ActivityWish::Plan(PlanWish {
            kind: ActivityKind::Inspection,
            title: Title::new("视察").expect("a title"),
            day: None,
            last: None,
            place: None,
            group: None,
            invited: Vec::new(),
            held: None,
        })),
        (1_u32..3).prop_map(move |id| ActivityWish::Hold {
            activity: ActivityId(id),
            held: held(),
        }),
    ];
    wish.prop_map(Command::Activities)
}

/// A pledge, an entry, a rating of a deputy's year, a commendation.
fn performing() -> impl Strategy<Value = (Command, u64)> {
    prop_oneof![6 => rated_and_pledged(), 1 => commended()]
}

fn commended() -> impl Strategy<Value = (Command, u64)> {
    let deputy = sample::select(DEPUTIES.to_vec()).prop_map(name);
    (deputy, 0_u64..60).prop_map(|(deputy, later)| {
        let fact = jianyi::domain::event::DeputyCommended {
            on: day("2024-01-11") + Days::new(later),
            deputy,
            what: text(),
            by: None,
        };
        (Command::Perform(Box::new(fact.into())), later)
    })
}

fn rated_and_pledged() -> impl Strategy<Value = (Command, u64)> {
    use jianyi::domain::event::{self, Event};
    use jianyi::domain::terms::{DeedId, PledgeId};
    let deputy = || sample::select(DEPUTIES.to_vec()).prop_map(name);
    let perform = |fact: Event| Command::Perform(Box::new(fact));
    let on = |later: u64| day("2024-01-11") + Days::new(later);
    let later = || 0_u64..60;
    prop_oneof![
        (deputy(), 1_u32..4, later()).prop_map(move |(deputy, pledge, later)| (
            perform(
                event::PledgeMade {
                    on: on(later),
                    pledge: PledgeId(pledge),
                    deputy,
                    promise: text(),
                    due: None
                }
                .into()
            ),
            later
        )),
        (1_u32..4, any::<bool>(), later()).prop_map(move |(pledge, kept, later)| (
            perform(
                event::PledgeSettled {
                    on: on(later),
                    pledge: PledgeId(pledge),
                    kept,
                    note: None
                }
                .into()
            ),
            later
        )),
        (deputy(), 1_u32..9, later()).prop_map(move |(deputy, deed, later)| (
            perform(
                event::DeedLogged {
                    on: on(later),
                    deed: DeedId(deed),
                    deputy,
                    item: name("entered"),
                    what: text(),
                    times: 1,
                    points: "40".parse().ok()
                }
                .into()
            ),
            later
        )),
        (deputy(), 1_u32..9, later(), recount()).prop_map(
            move |(deputy, ballots, later, recount)| (
                perform(
                    event::DeputyVoterRated {
                        on: on(later),
                        deputy,
                        year: 2024,
                        ballots,
                        satisfied: Some(ballots),
                        mostly: None,
                        dissatisfied: None,
                        recount
                    }
                    .into()
                ),
                later
            )
        ),
    ]
}

/// A meeting of the first ones, and what comes of it.
fn meeting() -> impl Strategy<Value = Command> {
    let id = || (1_u32..3).prop_map(MeetingId);
    let wish = prop_oneof![
        3 => Just(MeetingWish::Call {
            kind: MeetingKind::Presidium,
            title: Title::new("主席团会议").expect("a title"),
            day: None,
            place: None,
            agenda: Vec::new(),
            papers: Vec::new(),
        }),
        3 => id().prop_map(|meeting| MeetingWish::Hold {
            meeting,
            present: vec![name(DEPUTIES[0])],
            units: Vec::new(),
            absent: Vec::new(),
            note: None,
        }),
        2 => (id(), cases()).prop_map(|(meeting, cases)| {
            MeetingWish::Decide(Box::new(DecideWish {
                meeting,
                about: DecisionKind::KeyCases,
                what: text(),
                cases,
                projects: Vec::new(),
                votes: None,
                supervisor: None,
                content: None,
                budget: None,
                due: None,
            }))
        }),
        2 => id().prop_map(|meeting| MeetingWish::Minute { meeting, text: text(), signer: None }),
        2 => (id(), unit()).prop_map(|(meeting, unit)| MeetingWish::Deliberate {
            meeting,
            unit,
            text: text(),
            due: None,
        }),
        1 => (1_u32..3).prop_map(|id| MeetingWish::Answer {
            deliberation: DeliberationId(id),
            text: text(),
        }),
    ];
    wish.prop_map(Command::Meetings)
}

/// A round on the units, praise.
fn assessing() -> impl Strategy<Value = (Command, u64)> {
    use jianyi::domain::event::{self, AnonymousScore, Event, MarkCount};
    let assess = |fact: Event| Command::Assess(Box::new(fact));
    let on = |later: u64| day("2024-01-11") + Days::new(later);
    let later = || 0_u64..60;
    prop_oneof![
        (unit(), 1_u32..9, later(), recount(), any::<bool>()).prop_map(
            move |(unit, ballots, later, recount, other_voters)| (
                assess(
                    event::AnonymousScoringClosed {
                        on: on(later),
                        round: name("测评"),
                        full: 100,
                        issued: 9,
                        returned: 9,
                        invalid: 0,
                        scores: vec![AnonymousScore {
                            unit,
                            item: None,
                            ballots,
                            sum: Some(ballots * 90),
                            marks: vec![MarkCount { mark: 90, ballots }],
                        }],
                        recount,
                        other_voters
                    }
                    .into()
                ),
                later
            )
        ),
        (unit(), later()).prop_map(move |(unit, later)| (
            assess(
                event::UnitCommended {
                    on: on(later),
                    unit,
                    what: text(),
                    by: None
                }
                .into()
            ),
            later
        )),
    ]
}

/// Any wish for the deputies' work beside the cases, and for what it leans on.
pub(crate) fn work() -> impl Strategy<Value = (Command, u64)> {
    let others = prop_oneof![
        3 => opinion(),
        3 => activity(),
        3 => meeting(),
        1 => submission(),
        1 => (12_u64..40).prop_map(|line| Command::Undo { lines: vec![line], why: text() }),
    ];
    prop_oneof![
        3 => (others, 0_u64..60),
        2 => performing(),
        1 => assessing(),
    ]
}
