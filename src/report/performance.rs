//! How deputies do their duty (履职): the standing by the table of the rules, each figure with the
//! entries behind it, and pledges.
//!
//! Refuses: to count what is no entry, and to name a voter.

use super::cell::Cell;
use super::document::Document;
use super::figures::NoSuchFigure;
use super::outlook::Outlook;
use super::roster::deputy_sheet;
use super::sheet::{Column, Sheet};
use super::work::{Asked, Behind, Counted, Line, Report};
use crate::domain::book::{Office, Pledge, PledgeState};
use crate::domain::event::Subject;
use crate::domain::performance_points::{
    Entered, ItemPoints, YearPoints, running, table_of, year_points,
};
use crate::domain::rules::PointTable;
use crate::domain::terms::{Name, PledgeId, year_of};
use crate::words::{self, Label, StandingLabel, Word};

/// The counted report of a year; of the view's where none is named.
///
/// # Errors
/// A figure is asked for that the report does not have.
pub fn report(outlook: &Outlook, asked: &Asked) -> Result<Document, NoSuchFigure> {
    let lang = outlook.lang;
    let year = asked.year.unwrap_or(year_of(outlook.as_of));
    let asked = Asked {
        year: Some(year),
        ..*asked
    };
    let table = table_of(outlook.book, year, outlook.as_of);
    let mut sections = Vec::new();
    let mut deputies = outlook.office().deputies().count();
    if let Some(table) = table {
        let all = year_points(outlook.book, table, (year, outlook.as_of));
        deputies = all.len();
        sections.push(points(outlook, &all, year));
        sections.push(led_to(outlook, table, year));
    }
    sections.push(pledges(outlook, year));
    if table.is_none() {
        sections.push(how_rated(outlook, year));
    }
    let report = Report {
        kind: "report.performance",
        title: StandingLabel::Performance.word(lang),
        scope: asked.scope(lang),
        total: deputies,
        units: 0,
        sections,
    };
    let none = table.is_none();
    let mut document = report.answer(outlook, &asked, listing)?;
    if none && asked.explain.is_none() {
        let name = outlook.basis().rules;
        document.foot.insert(0, words::no_point_table(lang, &name));
    }
    Ok(document)
}

fn behind(entered: Entered) -> Behind {
    match entered {
        Entered::Case(case) => Behind::Case(case),
        Entered::Work(subject) => Behind::Work(subject),
    }
}

fn all_behind(items: &[ItemPoints]) -> Vec<Behind> {
    let entries = items.iter().flat_map(|item| &item.entries);
    entries.map(|(_, entered, _)| behind(*entered)).collect()
}

/// How often something was done by one entry: the register says it, other entries are once.
fn times(outlook: &Outlook, entered: Entered) -> usize {
    let Entered::Work(Subject::Deed(id)) = entered else {
        return 1;
    };
    let deed = outlook.book.performance().deed(id);
    deed.map_or(1, |deed| usize::try_from(deed.times).unwrap_or(usize::MAX))
}

/// The deputies, best first: points, grade, quarters, item by item, and how they were rated.
fn points(outlook: &Outlook, all: &[YearPoints], year: i32) -> Counted {
    let lang = outlook.lang;
    let rated = outlook.book.performance();
    let lines = all.iter().map(|of_year| {
        let name = of_year.deputy.to_string();
        let line = Line::new(name.clone(), name, all_behind(&of_year.items));
        let points = |line: Line, key: String, label: &str, points: String| {
            line.with_cell(key, label, Cell::Decimal(points))
        };
        let line = line.with_cell("rank", StandingLabel::Rank.word(lang), of_year.rank.into());
        let total = of_year.total.to_string();
        let line = points(
            line,
            "points".to_owned(),
            StandingLabel::Points.word(lang),
            total,
        );
        let grade = of_year.grade.map(Name::to_string);
        let line = line.with_cell("grade", StandingLabel::Grade.word(lang), grade.into());
        let quarters = of_year.quarters.iter().zip(1..);
        let line = quarters.fold(line, |line, (sum, quarter)| {
            let label = words::quarter(lang, quarter);
            points(line, format!("q{quarter}"), &label, sum.to_string())
        });
        let line = of_year.items.iter().fold(line, |line, item| {
            let things: Vec<Behind> = item.entries.iter().map(|(_, e, _)| behind(*e)).collect();
            let code = item.item.code.to_string();
            let worth = StandingLabel::Worth.word(lang);
            let label = format!("{}{worth}", item.item.label);
            let entries = item.entries.iter();
            let times = entries
                .map(|(_, entered, _)| times(outlook, *entered))
                .sum();
            let line = line.with_part(code.clone(), item.item.label.as_str(), times, things);
            points(
                line,
                format!("{code}_points"),
                &label,
                item.points.to_string(),
            )
        });
        let own = rated.self_rated(&of_year.deputy, year);
        let own = own.map(|fact| fact.grade.to_string());
        let line = line.with_cell(
            "self_rated",
            StandingLabel::SelfRated.word(lang),
            own.into(),
        );
        let voters = voters(outlook, &of_year.deputy, year);
        line.with_cell(
            "voters",
            StandingLabel::VotersRated.word(lang),
            voters.into(),
        )
    });
    Counted {
        key: "standing",
        label: StandingLabel::StandingOfDeputies.word(lang),
        of: None,
        lines: lines.collect(),
    }
}

/// What the voters said: how many of each word, or only how many there were.
pub(super) fn voters(outlook: &Outlook, deputy: &Name, year: i32) -> Option<String> {
    let fact = outlook.book.performance().voter_rated(deputy, year)?;
    Some(words::voters(outlook.lang, fact.ballots, fact.told()))
}

/// What several years running lead to.
fn led_to(outlook: &Outlook, table: &PointTable, year: i32) -> Counted {
    let office = outlook.office();
    let lines = running(outlook.book, table, (year, outlook.as_of)).into_iter();
    let lines = lines.map(|(rule, names)| {
        let behind = of_roster(&office, |name| names.contains(name));
        let names: Vec<&str> = names.iter().map(|name| name.as_str()).collect();
        let label = words::years_running(outlook.lang, rule.label.as_str(), rule.years);
        let names = words::list(outlook.lang, &names);
        Line::new(rule.label.to_string(), label, behind).with_cell(
            "deputies",
            Label::Deputies.word(outlook.lang),
            names.into(),
        )
    });
    Counted {
        key: "running",
        label: StandingLabel::YearsRunning.word(outlook.lang),
        of: None,
        lines: lines.collect(),
    }
}

/// Deputies on the roster, by their places.
fn of_roster(office: &Office, wanted: impl Fn(&Name) -> bool) -> Vec<Behind> {
    let deputies = office.deputies().enumerate();
    let wanted = deputies.filter(|(_, (name, _))| wanted(name));
    wanted.map(|(place, _)| Behind::Deputy(place)).collect()
}

/// How deputies rated themselves and how voters did, where the rules have no table to stand beside.
fn how_rated(outlook: &Outlook, year: i32) -> Counted {
    let lang = outlook.lang;
    let rated = outlook.book.performance();
    let office = outlook.office();
    let lines = office.deputies().filter_map(|(name, _)| {
        let own = rated.self_rated(name, year);
        let voters = voters(outlook, name, year);
        if own.is_none() && voters.is_none() {
            return None;
        }
        let behind = of_roster(&office, |other| other == name);
        let own = own.map(|fact| fact.grade.to_string());
        let line = Line::new(name.to_string(), name.to_string(), behind)
            .with_cell(
                "self_rated",
                StandingLabel::SelfRated.word(lang),
                own.into(),
            )
            .with_cell(
                "voters",
                StandingLabel::VotersRated.word(lang),
                voters.into(),
            );
        Some(line)
    });
    Counted {
        key: "rated",
        label: StandingLabel::HowRated.word(lang),
        of: None,
        lines: lines.collect(),
    }
}

/// The pledges of a year, and those of earlier years that were open at its beginning.
fn pledges(outlook: &Outlook, year: i32) -> Counted {
    let all: Vec<(PledgeId, &Pledge)> = outlook
        .book
        .performance()
        .pledges()
        .filter(|(_, pledge)| {
            let settled = pledge.settled.as_ref().map(|fact| year_of(fact.on));
            year_of(pledge.made.on) <= year && settled.is_none_or(|settled| settled >= year)
        })
        .collect();
    let of = |fits: &dyn Fn(&Pledge) -> bool| -> Vec<Behind> {
        let fitting = all.iter().filter(|(_, pledge)| fits(pledge));
        fitting
            .map(|(id, _)| Behind::Work(Subject::Pledge(*id)))
            .collect()
    };
    let states = [PledgeState::Open, PledgeState::Kept, PledgeState::Broken];
    let lines = states.map(|state| {
        let label = state.word(outlook.lang);
        Line::new(state.key(), label, of(&|pledge| pledge.state() == state))
    });
    let late = of(&|pledge| pledge.is_overdue(outlook.as_of));
    let late = Line::new("overdue", Label::Overdue.word(outlook.lang), late);
    Counted {
        key: "pledges",
        label: StandingLabel::Pledges.word(outlook.lang),
        of: Some((StandingLabel::Pledges.word(outlook.lang), all.len())),
        lines: lines.into_iter().chain(std::iter::once(late)).collect(),
    }
}

/// The entries behind a figure that are no cases, each with its day and words.
fn listing(outlook: &Outlook, behind: &[Behind]) -> Vec<Sheet> {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("entry", Label::Entry.word(lang)),
        Column::date("on", Label::Date.word(lang)),
        Column::text("what", Label::What.word(lang)),
    ];
    let mut sheet = Sheet::new("entries", StandingLabel::Entries.word(lang), columns);
    for thing in behind {
        let Behind::Work(subject) = thing else {
            continue;
        };
        let (on, what) = told(outlook, *subject);
        let label = words::subject_label(lang, *subject);
        sheet.push(vec![label.into(), on.into(), what.into()]);
    }
    let named = |place| behind.contains(&Behind::Deputy(place));
    let mut sheets = vec![sheet, deputy_sheet(outlook, named)];
    sheets.retain(|sheet| !sheet.rows().is_empty());
    sheets
}

fn told(
    outlook: &Outlook,
    subject: Subject,
) -> (Option<crate::domain::terms::Date>, Option<String>) {
    let (book, texts) = (outlook.book, outlook.book.texts());
    let words = |text: &crate::domain::terms::Text| texts.words(text).to_owned();
    let told = match subject {
        Subject::Activity(id) => book
            .activities()
            .get(id)
            .map(|a| (a.day(), a.planned.title.to_string())),
        Subject::Opinion(id) => book
            .opinions()
            .get(id)
            .map(|o| (o.heard.on, words(&o.heard.text))),
        Subject::Project(id) => book
            .projects()
            .get(id)
            .map(|p| (p.collected.on, p.collected.title.to_string())),
        // A household that a deputy keeps in touch with is told of by its number alone.
        Subject::Citizen(id) => book.citizens().get(id).map(|c| (c.recorded, String::new())),
        Subject::Meeting(id) => book
            .meetings()
            .get(id)
            .map(|m| (m.called.day, m.called.title.to_string())),
        Subject::Deliberation(id) => book
            .meetings()
            .deliberation(id)
            .map(|d| (d.given.on, words(&d.given.text))),
        Subject::Pledge(id) => book
            .performance()
            .pledge(id)
            .map(|p| (p.made.on, words(&p.made.promise))),
        Subject::Deed(id) => book.performance().deed(id).map(|d| (d.on, words(&d.what))),
    };
    told.unzip()
}
