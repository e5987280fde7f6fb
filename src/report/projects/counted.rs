//! The counted report of livelihood projects: how far each year's projects came, the colour board,
//! the units, what villages resolved, how satisfied people are, what broke, who keeps it up.
//!
//! Refuses: to print how a handful of people rated; under five ratings only their number is told.

use std::collections::BTreeSet;

use super::{Board, Listed, colour, sheet};
use crate::domain::book::{Project, ProjectStage};
use crate::domain::event::{ProjectEvaluated, Subject, Track};
use crate::domain::rules::Grade;
use crate::domain::terms::{Amount, Name, ProjectId};
use crate::report::beside::NO_DATA;
use crate::report::cell::Cell;
use crate::report::document::Document;
use crate::report::figures::NoSuchFigure;
use crate::report::outlook::Outlook;
use crate::report::tally::style;
use crate::report::work::{Asked, Behind, Counted, Line, Report};
use crate::words::{self, Label, Word, WorkLabel};

/// The counted report; a year is the year the projects are for.
///
/// # Errors
/// A figure is asked for that the report does not have.
pub fn report(outlook: &Outlook, asked: &Asked) -> Result<Document, NoSuchFigure> {
    let lang = outlook.lang;
    let all = outlook.book.projects().iter();
    let of_year = |p: &Project| asked.year.is_none_or(|year| year == p.collected.year);
    let all: Listed = all.filter(|(_, project)| of_year(project)).collect();
    let units: BTreeSet<&Name> = all
        .iter()
        .filter_map(|(_, project)| project.unit())
        .collect();
    let report = Report {
        kind: "report.projects",
        title: WorkLabel::ProjectsReport.word(lang),
        scope: asked.scope(lang),
        total: all.len(),
        units: units.len(),
        sections: vec![
            funnel(outlook, &all),
            stages(outlook, &all),
            tracks(outlook, &all),
            board(outlook, &all),
            by_unit(outlook, &all, &units),
            villages(outlook, &all, asked.year),
            evaluated(outlook, &all),
            upkeep(outlook, &all),
        ],
    };
    report.answer(outlook, asked, |outlook, behind| {
        let projects = behind.iter().filter_map(|thing| {
            let Behind::Work(Subject::Project(id)) = thing else {
                return None;
            };
            Some((*id, outlook.book.projects().get(*id)?))
        });
        let projects: Listed = projects.collect();
        match projects.is_empty() {
            true => Vec::new(),
            false => vec![sheet(outlook, projects.into_iter())],
        }
    })
}

fn behind(id: ProjectId) -> Behind {
    Behind::Work(Subject::Project(id))
}

fn of(all: &Listed, fits: impl Fn(&Project) -> bool) -> Vec<Behind> {
    let fitting = all.iter().filter(|(_, project)| fits(project));
    fitting.map(|(id, _)| behind(*id)).collect()
}

fn plain(key: &'static str, label: &'static str, lines: Vec<Line>) -> Counted {
    Counted {
        key,
        label,
        of: None,
        lines,
    }
}

/// A step, and whether a project ever came so far.
type Reached = (&'static str, WorkLabel, fn(&Project) -> bool);

/// How many ever came so far.
fn funnel(outlook: &Outlook, all: &Listed) -> Counted {
    let steps: [Reached; 8] = [
        ("collected", WorkLabel::CollectedEver, |_| true),
        ("screened", WorkLabel::ScreenedEver, |p| {
            p.screened.as_ref().is_some_and(|screened| screened.passed)
        }),
        ("declared", WorkLabel::DeclaredEver, |p| {
            p.declared.is_some()
        }),
        ("candidates", WorkLabel::Candidates, |p| {
            p.nominated.is_some()
        }),
        ("chosen", WorkLabel::ChosenEver, |p| p.chosen.is_some()),
        ("started", WorkLabel::StartedEver, |p| p.started.is_some()),
        ("accepted", WorkLabel::AcceptedEver, |p| {
            p.accepted().is_some()
        }),
        ("kept_up", WorkLabel::KeptUpEver, |p| {
            !p.caretakers.is_empty()
        }),
    ];
    let line =
        |(key, label, fits): Reached| Line::new(key, label.word(outlook.lang), of(all, fits));
    plain(
        "funnel",
        WorkLabel::Funnel.word(outlook.lang),
        steps.map(line).into(),
    )
}

fn stages(outlook: &Outlook, all: &Listed) -> Counted {
    let lines = ProjectStage::ALL.into_iter().map(|stage| {
        Line::new(
            stage.key(),
            stage.word(outlook.lang),
            of(all, |p| p.stage() == stage),
        )
    });
    Counted {
        key: "stage",
        label: Label::State.word(outlook.lang),
        of: Some((WorkLabel::CollectedEver.word(outlook.lang), all.len())),
        lines: lines.filter(|line| !line.behind.is_empty()).collect(),
    }
}

fn tracks(outlook: &Outlook, all: &Listed) -> Counted {
    let tracks = [(Track::Congress, "congress"), (Track::Village, "village")];
    let line = |(track, key): (Track, &'static str)| {
        let its = |p: &Project| p.track() == track;
        let chosen = of(all, |p| its(p) && p.chosen.is_some());
        let label = WorkLabel::ChosenEver.word(outlook.lang);
        Line::new(key, track.word(outlook.lang), of(all, its)).with_part(
            "chosen",
            label,
            chosen.len(),
            chosen,
        )
    };
    plain(
        "track",
        WorkLabel::Track.word(outlook.lang),
        tracks.map(line).into(),
    )
}

fn board(outlook: &Outlook, all: &Listed) -> Counted {
    let line = |wanted: Board| {
        let (key, label, _) = wanted.word();
        let fits = |p: &Project| colour(outlook, p) == Some(wanted);
        Line::new(key, label.word(outlook.lang), of(all, fits))
    };
    let mut lines: Vec<Line> = Board::ALL.map(line).into();
    let plainly = of(all, |p| p.started.is_some() && colour(outlook, p).is_none());
    if !plainly.is_empty() {
        let label = WorkLabel::NoColour.word(outlook.lang);
        lines.push(Line::new("none", label, plainly));
    }
    plain("board", WorkLabel::Board.word(outlook.lang), lines)
}

/// The units with the projects that were chosen, and the money in 万元.
fn by_unit(outlook: &Outlook, all: &Listed, units: &BTreeSet<&Name>) -> Counted {
    let lang = outlook.lang;
    let lines = units.iter().map(|unit| {
        let its = |p: &Project| p.unit() == Some(*unit) && p.chosen.is_some();
        let sum = |of: fn(&Project) -> Option<Amount>| {
            let amounts = all
                .iter()
                .filter(|(_, p)| its(p))
                .filter_map(|(_, p)| of(p));
            Cell::Decimal(amounts.fold(Amount::default(), Amount::plus).to_string())
        };
        let done = of(all, |p| its(p) && p.accepted().is_some());
        Line::new(unit.to_string(), unit.to_string(), of(all, its))
            .with_part(
                "accepted",
                WorkLabel::AcceptedEver.word(lang),
                done.len(),
                done,
            )
            .with_cell("budget", WorkLabel::Budget.word(lang), sum(Project::budget))
            .with_cell("spent", WorkLabel::Spent.word(lang), sum(Project::spent))
    });
    plain("unit", Label::Unit.word(lang), lines.collect())
}

/// What villages resolved, for the yearly list to the town.
fn villages(outlook: &Outlook, all: &Listed, year: Option<i32>) -> Counted {
    let resolutions = outlook.book.projects().resolutions();
    let names: BTreeSet<&Name> = resolutions
        .iter()
        .map(|resolved| &resolved.village)
        .collect();
    let lines = names.into_iter().map(|village| {
        let its = resolutions
            .iter()
            .filter(|resolved| resolved.village == *village);
        let ids: BTreeSet<ProjectId> = its.flat_map(|resolved| resolved.projects.clone()).collect();
        let its = all
            .iter()
            .filter(|(id, p)| ids.contains(id) && p.chosen.is_some());
        Line::new(
            village.to_string(),
            village.to_string(),
            its.map(|(id, _)| behind(*id)).collect(),
        )
    });
    let lines = lines.filter(|line| year.is_none() || !line.behind.is_empty());
    plain(
        "village",
        WorkLabel::Villages.word(outlook.lang),
        lines.collect(),
    )
}

/// How satisfied people are with what was accepted: how many were asked and answered stands beside
/// how, `—` where nobody was asked or nothing is known, and what too few answered says so. A project
/// that few rated is counted, but not how.
fn evaluated(outlook: &Outlook, all: &Listed) -> Counted {
    let its = all
        .iter()
        .filter(|(_, p)| p.accepted().is_some() || p.evaluated.is_some());
    plain(
        "evaluation",
        WorkLabel::Evaluation.word(outlook.lang),
        its.map(|(id, project)| evaluation(outlook, *id, project))
            .collect(),
    )
}

fn evaluation(outlook: &Outlook, id: ProjectId, project: &Project) -> Line {
    let lang = outlook.lang;
    let rated = project.evaluated.as_ref();
    let given = rated.map_or(0, ProjectEvaluated::given);
    let asked = rated.and_then(|rated| rated.issued).map(u64::from);
    let told = rated.and_then(ProjectEvaluated::told);
    let known = |number: Option<u64>| match number {
        Some(number) => Cell::Integer(i64::try_from(number).unwrap_or(i64::MAX)),
        None => NO_DATA.into(),
    };
    let share = |part: u64, whole: u64| match style(outlook).share(part, whole) {
        Some(share) => Cell::Percent(share),
        None => NO_DATA.into(),
    };
    let answered = asked.map_or(NO_DATA.into(), |asked| share(given, asked));
    let content = told.map_or(NO_DATA.into(), |[good, mostly, bad]| {
        let content = u64::from(good) + u64::from(mostly);
        share(content, content + u64::from(bad))
    });
    let mut line = Line::new(
        id.to_string(),
        project.collected.title.to_string(),
        vec![behind(id)],
    )
    .with_cell("issued", WorkLabel::Issued.word(lang), known(asked))
    .with_part(
        "ratings",
        WorkLabel::RatingsGiven.word(lang),
        usize::try_from(given).unwrap_or(usize::MAX),
        vec![behind(id)],
    )
    .with_cell("answered", WorkLabel::AnsweredShare.word(lang), answered)
    .with_cell("content", WorkLabel::ContentShare.word(lang), content);
    if let Some([good, mostly, bad]) = told {
        let parts = [
            ("satisfied", Grade::Satisfied, good),
            ("mostly", Grade::Mostly, mostly),
            ("dissatisfied", Grade::Dissatisfied, bad),
        ];
        line = parts.into_iter().fold(line, |line, (key, grade, count)| {
            line.with_part(key, grade.word(lang), count as usize, vec![behind(id)])
        });
    }
    match too_few_answered(outlook, rated) {
        Some(least) => line.with_cell(
            "basis",
            WorkLabel::FewAnswered.word(lang),
            words::too_few_answered(lang, least).into(),
        ),
        None => line,
    }
}

/// How many percent of those asked the rules of the day want to hear, where fewer answered.
fn too_few_answered(outlook: &Outlook, rated: Option<&ProjectEvaluated>) -> Option<u8> {
    let rated = rated?;
    let asked = u64::from(rated.issued?);
    let rules = outlook.book.office().rules_on(rated.on)?;
    let least = rules.projects?.answered_percent_min?;
    (rated.given() * 100 < asked * u64::from(least)).then_some(least)
}

/// What broke and was mended, and who keeps it up.
fn upkeep(outlook: &Outlook, all: &Listed) -> Counted {
    let lang = outlook.lang;
    let broke = of(all, |p| !p.defects.is_empty());
    let open = of(all, |p| {
        p.defects.iter().any(|defect| defect.mended.is_none())
    });
    let waiting =
        |(_, p): &(ProjectId, &Project)| p.defects.iter().filter(|d| d.mended.is_none()).count();
    let repairs = all.iter().map(waiting).sum();
    let late = of(all, |p| {
        let mut open = p.defects.iter().filter(|defect| defect.mended.is_none());
        open.any(|defect| defect.due.is_some_and(|due| due < outlook.as_of))
    });
    let cared = of(all, |p| !p.caretakers.is_empty());
    let caretakers: usize = all.iter().map(|(_, p)| p.caretakers.len()).sum();
    let lines = vec![
        Line::new("defects", WorkLabel::Defects.word(lang), broke),
        Line::new(
            "open_defects",
            WorkLabel::OpenDefects.word(lang),
            open.clone(),
        )
        .with_part("repairs", WorkLabel::Repair.word(lang), repairs, open)
        .with_part("late", Label::Overdue.word(lang), late.len(), late),
        Line::new("cared_for", WorkLabel::KeptUpEver.word(lang), cared.clone()).with_part(
            "caretakers",
            WorkLabel::Caretaker.word(lang),
            caretakers,
            cared,
        ),
    ];
    plain("upkeep", WorkLabel::Upkeep.word(lang), lines)
}
