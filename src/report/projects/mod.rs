//! Livelihood projects: the list with its colour board, one of them whole, the result paper of a
//! ballot, and the counted report.
//!
//! Refuses: to judge. The colour follows from the percent and the day by the values of the rule set.

mod counted;

pub use counted::report;

use super::cell::{Cell, Tone};
use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::{Ballot, Project, ProjectStage};
use crate::domain::event::{Event, ProjectVotes, Subject};
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::terms::{Name, ProjectId};
use crate::words::{self, Label, Word, WorkLabel};

type Listed<'a> = Vec<(ProjectId, &'a Project)>;

/// A colour of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Board {
    /// Late, or hardly begun.
    Red,
    /// On its way.
    Yellow,
    /// Nearly done.
    Green,
    /// Done and accepted.
    Blue,
}

impl Board {
    const ALL: [Self; 4] = [Self::Red, Self::Yellow, Self::Green, Self::Blue];

    fn word(self) -> (&'static str, WorkLabel, Tone) {
        match self {
            Self::Red => ("red", WorkLabel::Red, Tone::Bad),
            Self::Yellow => ("yellow", WorkLabel::Yellow, Tone::Warning),
            Self::Green => ("green", WorkLabel::Green, Tone::Good),
            Self::Blue => ("blue", WorkLabel::Blue, Tone::Plain),
        }
    }
}

/// The colour of a project that was chosen: red past its last day, begun or not; else by its progress
/// once its work has begun. None where the rule set knows no colours.
fn colour(outlook: &Outlook, project: &Project) -> Option<Board> {
    if project.accepted().is_some() {
        return Some(Board::Blue);
    }
    // What is past its last day is red under any rules; the percents are theirs to say.
    let begun = project.started.is_some();
    let late = project.due().is_some_and(|due| due < outlook.as_of);
    if late && (begun || project.chosen.is_some()) {
        return Some(Board::Red);
    }
    let rules = outlook.rules()?.projects.filter(|_| begun)?;
    let below = |limit: Option<u8>| limit.map(|limit| project.percent() < limit);
    match (below(rules.red_below)?, below(rules.yellow_below)?) {
        (true, _) => Some(Board::Red),
        (false, true) => Some(Board::Yellow),
        (false, false) => Some(Board::Green),
    }
}

/// Every project, in the order they were entered.
pub fn list(outlook: &Outlook) -> Document {
    let all: Listed = outlook.book.projects().iter().collect();
    let sheet = sheet(outlook, all.iter().copied());
    let title = WorkLabel::Projects.word(outlook.lang);
    Document::of_rows("project.list", title, outlook.basis(), vec![sheet])
        .with_foot(vec![words::foot_count(outlook.lang, all.len())])
}

/// One project: where it stands, and every step of it.
///
/// # Errors
/// No such project.
pub fn show(outlook: &Outlook, id: ProjectId) -> Result<Document, Refusal> {
    let Some(project) = outlook.book.projects().get(id) else {
        return Err(Refusal::NotFound {
            thing: Thing::Project,
            word: id.to_string(),
            near: Vec::new(),
        });
    };
    let label = words::subject_label(outlook.lang, Subject::Project(id));
    let title = format!("{label} · {}", project.collected.title);
    let mut sheets = vec![
        sheet(outlook, std::iter::once((id, project))),
        steps(outlook, id),
    ];
    if !project.caretakers.is_empty() {
        sheets.push(care(outlook, project));
    }
    Ok(Document::of_rows("project", title, outlook.basis(), sheets))
}

/// The result paper of a ballot: the counts, the ranking, who is chosen, who is voted on again.
///
/// # Errors
/// No such ballot, with the names of those there are.
pub fn result(outlook: &Outlook, typed: &str) -> Result<Document, Refusal> {
    let projects = outlook.book.projects();
    let rounds: Vec<&Ballot> = projects
        .ballots()
        .iter()
        .filter(|b| b.fact.ballot.as_str() == typed)
        .collect();
    if rounds.is_empty() {
        let names = projects
            .ballots()
            .iter()
            .map(|ballot| ballot.fact.ballot.to_string());
        return Err(Refusal::NotFound {
            thing: Thing::Ballot,
            word: typed.to_owned(),
            near: names.collect(),
        });
    }
    let title = format!("{} · {typed}", WorkLabel::BallotResult.word(outlook.lang));
    let sheets = vec![counts(outlook, &rounds), ranking(outlook, &rounds)];
    let document = Document::of_rows("report.ballot", title, outlook.basis(), sheets);
    let texts = outlook.book.texts();
    let again = rounds.iter().filter_map(|ballot| {
        let why = texts.words(ballot.fact.recount.as_ref()?);
        let few = ballot.fact.is_by_outcome();
        Some(words::recounted(outlook.lang, ballot.fact.round, why, few))
    });
    let foot = again.chain(outlook.foot()).collect();
    Ok(document.with_foot(foot))
}

fn counts(outlook: &Outlook, rounds: &[&Ballot]) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::number("round", WorkLabel::Round.word(lang)),
        Column::date("on", Label::Date.word(lang)),
        Column::number("candidates", WorkLabel::Candidates.word(lang)),
        Column::number("quota", WorkLabel::Quota.word(lang)),
        Column::number("deputies", WorkLabel::AllDeputies.word(lang)),
        Column::number("present", WorkLabel::Present.word(lang)),
        Column::number("issued", WorkLabel::Issued.word(lang)),
        Column::number("returned", WorkLabel::Returned.word(lang)),
        Column::number("invalid", WorkLabel::Invalid.word(lang)),
        Column::number("valid", WorkLabel::Valid.word(lang)),
        Column::text("majority_of", WorkLabel::MajorityOf.word(lang)),
        Column::number("needed", WorkLabel::Needed.word(lang)),
    ];
    let mut sheet = Sheet::new("counts", WorkLabel::Counts.word(lang), columns);
    for ballot in rounds {
        let fact = &ballot.fact;
        let number = |count: u32| Cell::Integer(i64::from(count));
        sheet.push(vec![
            number(fact.round),
            fact.on.into(),
            fact.votes.len().into(),
            number(fact.quota),
            number(fact.deputies),
            number(fact.present),
            number(fact.issued),
            number(fact.returned),
            number(fact.invalid),
            number(ballot.valid()),
            fact.majority_of.word(lang).into(),
            number(ballot.needed()),
        ]);
    }
    sheet
}

fn ranking(outlook: &Outlook, rounds: &[&Ballot]) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::number("round", WorkLabel::Round.word(lang)),
        Column::number("rank", WorkLabel::Rank.word(lang)),
        Column::number("project", Label::Number.word(lang)),
        Column::text("title", WorkLabel::Project.word(lang)),
        Column::number("yes", WorkLabel::VotesYes.word(lang)),
        Column::number("no", WorkLabel::VotesNo.word(lang)),
        Column::number("abstained", WorkLabel::VotesAbstained.word(lang)),
        Column::text("result", Label::Result.word(lang)),
    ];
    let mut sheet = Sheet::new("ranking", WorkLabel::Ranking.word(lang), columns);
    for ballot in rounds {
        let result = ballot.result();
        let (ranking, told) = (ballot.ranking(), ballot.fact.is_told());
        let ranked = |id: ProjectId| ranking.iter().find(|(_, ranked, _)| *ranked == id);
        let mut votes: Vec<&ProjectVotes> = ballot.fact.votes.iter().collect();
        votes.sort_by_key(|votes| ranked(votes.project).map(|(rank, id, _)| (*rank, *id)));
        for votes in votes {
            let id = votes.project;
            let told = |count: Option<u32>| Cell::from(count.filter(|_| told).map(i64::from));
            let project = outlook.book.projects().get(id);
            let title = project.map(|project| project.collected.title.to_string());
            let (key, label, tone) = if result.chosen.contains(&id) {
                ("chosen", WorkLabel::ChosenFlag, Tone::Good)
            } else if result.tied.contains(&id) {
                ("tied", WorkLabel::VotedAgain, Tone::Warning)
            } else if result.failed.contains(&id) {
                ("failed", WorkLabel::NotChosen, Tone::Plain)
            } else {
                ("few", WorkLabel::TooFewToTell, Tone::Warning)
            };
            sheet.push(vec![
                Cell::Integer(i64::from(ballot.fact.round)),
                ranked(id).map_or(Cell::Empty, |(rank, ..)| (*rank).into()),
                Cell::Integer(i64::from(id.0)),
                title.into(),
                told(votes.yes),
                told(votes.no),
                told(votes.abstained),
                Cell::toned(key, label.word(lang), tone),
            ]);
        }
    }
    sheet
}

pub(super) fn sheet<'a>(
    outlook: &Outlook,
    projects: impl Iterator<Item = (ProjectId, &'a Project)>,
) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::number("project", Label::Number.word(lang)),
        Column::number("year", Label::Year.word(lang)),
        Column::text("title", WorkLabel::Project.word(lang)),
        Column::text("track", WorkLabel::Track.word(lang)),
        Column::text("place", Label::Place.word(lang)),
        Column::text("stage", Label::State.word(lang)),
        Column::text("unit", Label::Unit.word(lang)),
        Column::number("budget", WorkLabel::Budget.word(lang)),
        Column::number("percent", WorkLabel::Progress.word(lang)),
        Column::date("due", Label::Due.word(lang)),
        Column::text("colour", WorkLabel::Board.word(lang)),
    ];
    let mut sheet = Sheet::new("projects", WorkLabel::Projects.word(lang), columns);
    for (id, project) in projects {
        let stage: ProjectStage = project.stage();
        let board = colour(outlook, project).map(|colour| {
            let (key, label, tone) = colour.word();
            Cell::toned(key, label.word(lang), tone)
        });
        let begun = project.started.is_some();
        sheet.push(vec![
            Cell::Integer(i64::from(id.0)),
            Cell::Integer(i64::from(project.collected.year)),
            project.collected.title.as_str().into(),
            project.track().word(lang).into(),
            Cell::name(project.collected.place.as_ref()),
            Cell::word(stage.key(), stage.word(lang)),
            Cell::name(project.unit()),
            project
                .budget()
                .map(|budget| Cell::Decimal(budget.to_string()))
                .into(),
            match begun {
                true => Cell::Percent(project.percent().to_string()),
                false => Cell::Empty,
            },
            project.due().into(),
            board.into(),
        ]);
    }
    sheet
}

/// Every step, in the order of days, in the words of its fact.
fn steps(outlook: &Outlook, id: ProjectId) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("on", Label::Date.word(lang)),
        Column::text("step", WorkLabel::Step.word(lang)),
        Column::text("what", Label::Detail.word(lang)),
        Column::text("by", Label::RecordedBy.word(lang)),
    ];
    let mut sheet = Sheet::new("steps", WorkLabel::Steps.word(lang), columns);
    let about = |event: &&Event| event.subjects().contains(&Subject::Project(id));
    for fact in outlook.book.project_facts() {
        if about(&fact.event) {
            sheet.push(vec![
                fact.event.on().into(),
                words::fact(lang, fact.event).into(),
                super::detail::detail(lang, fact.event).into(),
                fact.entry.by.as_str().into(),
            ]);
        }
    }
    sheet
}

/// Who takes care of it, with the points.
fn care(outlook: &Outlook, project: &Project) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("caretaker", WorkLabel::Caretaker.word(lang)),
        Column::text("duty", WorkLabel::Duty.word(lang)),
        Column::number("earned", WorkLabel::PointsEarned.word(lang)),
        Column::number("spent", WorkLabel::PointsSpent.word(lang)),
        Column::number("rewards", WorkLabel::Rewards.word(lang)),
    ];
    let mut sheet = Sheet::new("caretakers", WorkLabel::Caretaker.word(lang), columns);
    for (name, care) in &project.caretakers {
        let duty = care
            .duty
            .as_ref()
            .map(|duty| outlook.book.texts().words(duty).to_owned());
        let name: &Name = name;
        sheet.push(vec![
            name.as_str().into(),
            duty.into(),
            Cell::Integer(i64::from(care.earned)),
            Cell::Integer(i64::from(care.spent)),
            Cell::Integer(i64::from(care.rewards)),
        ]);
    }
    sheet
}
