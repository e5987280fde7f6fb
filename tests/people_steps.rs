//! Random wishes for livelihood projects and citizens, for the laws of the work.

use chrono::Days;
use jianyi::domain::command::{ChangeWish, CitizenWish, Command, Consent};
use jianyi::domain::event::{self, Event, MajorityOf, Track};
use jianyi::domain::terms::{CitizenId, Date, Digest, MeetingId, Name, ProjectId, Text, Title};
use proptest::prelude::{Just, Strategy};
use proptest::{collection, option, prop_oneof, sample};

use crate::steps::{text, unit};
use crate::world::{DEPUTIES, day, name};

fn deputy() -> impl Strategy<Value = Name> {
    sample::select(DEPUTIES.to_vec()).prop_map(name)
}

fn projects() -> impl Strategy<Value = Vec<ProjectId>> {
    collection::vec((1_u32..4).prop_map(ProjectId), 1..3)
}

/// Any fact of a project; the day is that of the wish. Many of them come too early or too late.
fn project() -> impl Strategy<Value = Event> {
    let on = || Just(day("2024-01-11"));
    let of = || ((1_u32..4).prop_map(ProjectId), on());
    prop_oneof![
        4 => of().prop_map(|(project, on)| event::ProjectCollected {
            on, project, year: 2025, track: Track::Congress, title: Title::new("路灯").expect("a title"),
            source: None, place: None, opinions: Vec::new(), text: None,
        }.into()),
        3 => of().prop_map(|(project, on)| event::ProjectScreened { on, project, passed: true, why: None }.into()),
        1 => of().prop_map(|(project, on)| event::ProjectDiscussed { on, project, note: text() }.into()),
        3 => (of(), unit()).prop_map(|((project, on), unit)| event::ProjectDeclared {
            on, project, unit, content: text(), budget: None, due: None,
        }.into()),
        3 => (projects(), on()).prop_map(|(projects, on)| event::ProjectsNominated { on, projects }.into()),
        3 => (of(), recount()).prop_map(|((project, on), recount)| event::ProjectsBalloted {
            on, ballot: name("票决"), round: 1, quota: 1, majority_of: MajorityOf::All, deputies: 9,
            present: 8, issued: 8, returned: 8, invalid: 0,
            votes: vec![event::ProjectVotes { project, yes: Some(7), no: Some(1), abstained: Some(0), outcome: None }], recount,
        }.into()),
        1 => (projects(), on()).prop_map(|(projects, on)| event::ProjectsAnnounced { on, projects }.into()),
        2 => (of(), unit()).prop_map(|((project, on), unit)| event::ProjectStarted {
            on, project, unit, plan: text(), budget: None, due: on,
        }.into()),
        2 => (of(), deputy()).prop_map(|((project, on), deputy)| event::ProjectSupervised {
            on, project, people: vec![deputy], note: text(),
        }.into()),
        2 => (of(), 1_u32..9, option::of(1_u32..12), recount()).prop_map(|((project, on), count, issued, recount)| event::ProjectEvaluated {
            on, project, satisfied: Some(count), mostly: None, dissatisfied: None, ballots: None, issued, recount,
        }.into()),
        2 => (of(), deputy()).prop_map(|((project, on), deputy)| event::ProjectAccepted {
            on, project, passed: true, deputies: vec![deputy.clone()], spoke: vec![deputy.clone()],
            signed: vec![deputy], voters: 0, voters_spoke: 0, voters_signed: 0,
            warranty_to: Some(day("2024-12-31")), note: None,
        }.into()),
        1 => of().prop_map(|(project, on)| event::ProjectDefectFound { on, project, what: text(), due: None }.into()),
        1 => of().prop_map(|(project, on)| event::ProjectDefectMended { on, project, note: None }.into()),
        1 => of().prop_map(|(project, on)| event::ProjectEntrusted { on, project, caretaker: name("管护岗"), duty: None }.into()),
        1 => (of(), prop_oneof![Just(50), Just(100)]).prop_map(|((project, on), percent)| event::ProjectProgressed { on, project, percent, spent: None, note: None }.into()),
    ]
}

/// Why something is counted again, where it is.
pub(crate) fn recount() -> impl Strategy<Value = Option<Text>> {
    option::of(Just(text()))
}

/// Any change of a project, by a body or by a meeting that may not be there.
fn change() -> impl Strategy<Value = ChangeWish> {
    let consent = prop_oneof![
        Just(Consent::Body(name("主席团"))),
        (1_u32..3).prop_map(|meeting| Consent::Meeting(MeetingId(meeting))),
    ];
    let content = option::of(Just(text()));
    (1_u32..4, consent, content).prop_map(|(project, consent, content)| ChangeWish {
        project: ProjectId(project),
        why: text(),
        consent,
        content,
        budget: None,
        due: None,
    })
}

/// Any wish for citizens and households.
fn citizen() -> impl Strategy<Value = CitizenWish> {
    let households = || collection::vec((1_u32..5).prop_map(CitizenId), 1..3);
    prop_oneof![
        3 => Just(CitizenWish::Record { hash: Digest::try_from("ab".repeat(32)).expect("a digest"), deputy: None }),
        1 => (1_u32..6).prop_map(|citizen| CitizenWish::Correct {
            citizen: jianyi::domain::terms::CitizenId(citizen),
            hash: Digest::try_from("cd".repeat(32)).expect("a digest"),
            why: text(),
        }),
        2 => (households(), deputy()).prop_map(|(households, deputy)| CitizenWish::Pair { households, deputy }),
        1 => households().prop_map(|households| CitizenWish::Part { households, why: None }),
        2 => households().prop_map(|households| CitizenWish::Visit { households, deputy: None, note: None }),
        1 => households().prop_map(|citizens| CitizenWish::Erase { citizens, why: text() }),
    ]
}

/// Any wish for projects and citizens.
fn work() -> impl Strategy<Value = Command> {
    prop_oneof![
        3 => project().prop_map(|fact| Command::Projects(Box::new(fact))),
        1 => change().prop_map(Command::ChangeProject),
        2 => citizen().prop_map(Command::Citizens),
    ]
}

/// The same with the day of the wish.
pub(crate) fn people() -> impl Strategy<Value = (Command, u64)> {
    (work(), 0_u64..60).prop_map(|(command, later)| {
        let on = day("2024-01-11") + Days::new(later);
        (dated(&command, on), later)
    })
}

/// The command on the day of the wish: facts that are wished for as such carry their own.
fn dated(command: &Command, on: Date) -> Command {
    let Command::Projects(fact) = command else {
        return command.clone();
    };
    let mut value = serde_json::to_value(fact).expect("JSON");
    value["on"] = on.to_string().into();
    Command::Projects(Box::new(serde_json::from_value(value).expect("a fact")))
}
