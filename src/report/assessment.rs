//! The judging of handling units (考核): the ranking by the table of the rules, each item with the
//! cases behind it, the anonymous rounds, findings of checks, praise and criticism, forgiven errors.
//!
//! Refuses: to print how a handful of people marked a unit, and to score without a table: an office
//! whose rules have none sees what was recorded, and no ranking.

use std::collections::BTreeMap;

use super::case_rows::{case_row, case_section};
use super::cell::Cell;
use super::document::Document;
use super::groups::{all_in_scope, document};
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::{Formula, Heading, Measure, Row, Section};
use super::sheet::{Key, Kind};
use super::tally::{integer, style};
use crate::domain::assess::{ItemScore, UnitScore, assess};
use crate::domain::book::Case;
use crate::domain::event::{AnonymousScore, AnonymousScoringClosed, UnitCommended};
use crate::domain::rules::{NamedFor, ScoreTable};
use crate::domain::secret_votes::is_few;
use crate::domain::terms::{CaseId, Name, Points, year_of};
use crate::words::{self, Label, StandingLabel, Word};

/// The report.
pub fn assessment(outlook: &Outlook, filter: &Filter) -> Document {
    let title = ("report.assessment", Label::Assessment);
    let (scope, cases) = all_in_scope(outlook, filter);
    let sections = sections(outlook, filter, &cases);
    let mut document = document(outlook, title, scope, sections);
    let table = outlook.rules().and_then(|rules| rules.assessment.as_ref());
    if table.is_none() {
        let name = outlook.basis().rules;
        document
            .foot
            .insert(0, words::no_score_table(outlook.lang, &name));
    }
    document
}

fn sections(outlook: &Outlook, filter: &Filter, cases: &[&Case]) -> Vec<Section> {
    let judged = outlook.book.assessments();
    let in_year = |on| filter.year().is_none_or(|year| year == year_of(on));
    let of_unit = |unit: &Name| filter.unit().is_none_or(|wanted| wanted == unit);
    let rounds: Vec<_> = judged.rounds().filter(|round| in_year(round.on)).collect();
    let commended = judged.commended().iter();
    let commended = commended.filter(|fact| in_year(fact.on) && of_unit(&fact.unit));
    let commended: Vec<&UnitCommended> = commended.collect();
    let table = outlook.rules().and_then(|rules| rules.assessment.as_ref());
    let mut sections = Vec::new();
    if let Some(table) = table {
        let mut scores = assess(outlook.book, table, cases, &rounds, outlook.as_of);
        scores.retain(|score| of_unit(&score.unit));
        sections.push(ranking(outlook, table, &scores));
        sections.extend((0..table.items.len()).map(|place| item(outlook, table, &scores, place)));
        for (named_for, key, label) in [
            (NamedFor::Praise, "praise", StandingLabel::Praise),
            (NamedFor::Criticism, "criticism", StandingLabel::Criticism),
        ] {
            sections.push(named(outlook, &scores, named_for, (key, label)));
        }
    }
    sections.push(anonymous(outlook, &rounds, of_unit));
    sections.push(findings(outlook, cases, of_unit));
    sections.push(commendations(outlook, &commended));
    sections.push(forgiven(outlook, cases, of_unit));
    sections
}

fn shown(points: Option<Points>) -> Cell {
    points
        .map(|points| Cell::Decimal(points.to_string()))
        .into()
}

/// The units, best first.
fn ranking(outlook: &Outlook, table: &ScoreTable, scores: &[UnitScore]) -> Section {
    let rows = scores.iter().map(|score| {
        let unit = score.unit.to_string();
        let row = Row::of_cases(unit.clone(), unit, score.cases.clone());
        let row = match score.rank {
            Some(rank) => row.with_integer("rank", integer(rank)),
            None => row,
        };
        let row = row
            .with_cell("total", shown(score.total))
            .with_cell("grade", score.grade.map(|grade| grade.grade.to_string()));
        score.items.iter().fold(row, |row, item| {
            let code = item.item.code.to_string();
            let cell = match item.grade {
                Some(grade) => Cell::Text(grade.to_string()),
                None if item.is_forgiven() => StandingLabel::Forgiven.word(outlook.lang).into(),
                None => shown(item.points),
            };
            row.with_cell(code.clone(), cell)
                .with_part(code, item.counted.clone())
        })
    });
    let lang = outlook.lang;
    let mut headings = vec![
        heading("rank", StandingLabel::Rank.word(lang), Kind::Number),
        heading("total", StandingLabel::Total.word(lang), Kind::Number),
        heading("grade", StandingLabel::Grade.word(lang), Kind::Text),
    ];
    headings.extend(table.items.iter().map(|item| {
        let label = match item.points {
            Some(points) => format!("{}({points})", item.label),
            None => item.label.to_string(),
        };
        heading(item.code.to_string(), &label, Kind::Text)
    }));
    Section {
        key: "ranking".into(),
        label: format!("{}: {}", StandingLabel::Ranking.word(lang), table.label),
        denominator: None,
        headings,
        rows: rows.collect(),
    }
}

/// One item: of each unit how many cases brought something, out of how many.
fn item(outlook: &Outlook, table: &ScoreTable, scores: &[UnitScore], place: usize) -> Section {
    let lang = outlook.lang;
    let item = &table.items[place];
    let told = scores
        .iter()
        .filter_map(|score| Some((score, score.items.get(place)?)));
    let rows = told.map(|(score, told): (&UnitScore, &ItemScore)| {
        let (counted, of) = (told.counted.len(), told.of.len());
        let rate = Measure::Rate {
            formula: Formula {
                key: "counted/asked".into(),
                label: StandingLabel::CountedOf.word(lang).to_owned(),
            },
            numerator: counted,
            denominator: of,
            percent: style(outlook).share(counted as u64, of as u64),
        };
        Row::new(score.unit.to_string(), score.unit.to_string(), rate)
            .with_cases(told.counted.clone())
            .with_part("denominator", told.of.clone())
            .with_counted("forgiven", told.forgiven.clone())
            .with_cell("points", shown(told.points))
            .with_cell("grade", told.grade.map(Name::to_string))
    });
    Section {
        key: format!("item.{}", item.code).into(),
        label: item.label.to_string(),
        denominator: None,
        rows: rows.collect(),
        headings: vec![
            heading("points", StandingLabel::Points.word(lang), Kind::Number),
            heading("grade", StandingLabel::Grade.word(lang), Kind::Text),
            heading("forgiven", StandingLabel::Forgiven.word(lang), Kind::Number),
        ],
    }
}

/// The units whose grade puts them on a list.
fn named(
    outlook: &Outlook,
    scores: &[UnitScore],
    named_for: NamedFor,
    (key, label): (&'static str, StandingLabel),
) -> Section {
    let lang = outlook.lang;
    let on_list = scores.iter().filter(|score| {
        score
            .grade
            .is_some_and(|grade| grade.named_for == Some(named_for))
    });
    let rows = on_list.map(|score| {
        let unit = score.unit.to_string();
        Row::of_cases(unit.clone(), unit, score.cases.clone())
            .with_cell("total", shown(score.total))
            .with_cell("grade", score.grade.map(|grade| grade.grade.to_string()))
    });
    Section {
        key: key.into(),
        label: label.word(lang).to_owned(),
        denominator: None,
        rows: rows.collect(),
        headings: vec![
            heading("total", StandingLabel::Total.word(lang), Kind::Number),
            heading("grade", StandingLabel::Grade.word(lang), Kind::Text),
        ],
    }
}

/// The anonymous rounds: the mean, and how often each mark was given where enough voted.
fn anonymous(
    outlook: &Outlook,
    rounds: &[&AnonymousScoringClosed],
    of_unit: impl Fn(&Name) -> bool,
) -> Section {
    let lang = outlook.lang;
    let mut rows = Vec::new();
    for round in rounds {
        for score in round.scores.iter().filter(|score| of_unit(&score.unit)) {
            let item = score.item.as_ref().map(|item| format!("/{item}"));
            let name = format!("{}{}", score.unit, item.unwrap_or_default());
            let mean = mean(score).map(|points| points.to_string());
            let row = Row::new(format!("{}.{name}", round.round), name, Measure::Mean(mean))
                .with_cell("round", round.round.as_str())
                .with_integer("ballots", i64::from(score.ballots))
                .with_cell("marks", distribution(outlook, round, score));
            rows.push(row);
        }
    }
    Section {
        key: "anonymous".into(),
        label: StandingLabel::Anonymous.word(lang).to_owned(),
        denominator: None,
        rows,
        headings: vec![
            heading("round", StandingLabel::Round.word(lang), Kind::Text),
            heading("ballots", StandingLabel::Ballots.word(lang), Kind::Number),
            heading("marks", StandingLabel::Distribution.word(lang), Kind::Text),
        ],
    }
}

/// None of few ballots: a mean of one is a ballot, and who gave one of two knows the other.
fn mean(score: &AnonymousScore) -> Option<Points> {
    let one: Points = "1".parse().ok()?;
    one.share(u64::from(score.sum_told()?), u64::from(score.ballots))
}

fn distribution(
    outlook: &Outlook,
    round: &AnonymousScoringClosed,
    score: &AnonymousScore,
) -> String {
    if score.marks.is_empty() {
        let recounted = round.recount.is_some() && !is_few(score.ballots);
        let why = match recounted {
            true => StandingLabel::Recounted,
            false => StandingLabel::TooFew,
        };
        return why.word(outlook.lang).to_owned();
    }
    let marks = score.marks.iter();
    let marks: Vec<String> = marks.map(|c| format!("{}×{}", c.mark, c.ballots)).collect();
    words::list(outlook.lang, &marks)
}

/// What checks found with each unit, and what of it waits to be mended.
fn findings(outlook: &Outlook, cases: &[&Case], of_unit: impl Fn(&Name) -> bool) -> Section {
    let mut found: BTreeMap<&Name, (Vec<CaseId>, Vec<CaseId>)> = BTreeMap::new();
    for case in cases {
        let has = case
            .oversight
            .inspections
            .iter()
            .any(|i| i.finding.is_some());
        let repliers = case.assignment().into_iter().flat_map(|a| a.to.repliers());
        for unit in repliers.filter(|unit| has && of_unit(unit)) {
            let (all, open) = found.entry(unit).or_default();
            all.push(case.id);
            if case.oversight.open_findings().next().is_some() {
                open.push(case.id);
            }
        }
    }
    let rows = found.into_iter().map(|(unit, (all, open))| {
        Row::of_cases(unit.to_string(), unit.to_string(), all).with_counted("open", open)
    });
    Section {
        key: "findings".into(),
        label: StandingLabel::Findings.word(outlook.lang).to_owned(),
        denominator: None,
        rows: rows.collect(),
        headings: vec![heading(
            "open",
            StandingLabel::OpenFindings.word(outlook.lang),
            Kind::Number,
        )],
    }
}

fn commendations(outlook: &Outlook, commended: &[&UnitCommended]) -> Section {
    let lang = outlook.lang;
    let texts = outlook.book.texts();
    let rows = commended.iter().enumerate().map(|(place, fact)| {
        let key = format!("{}.{}", fact.unit, place + 1);
        Row::new(key, fact.unit.to_string(), Measure::Integers)
            .with_cell("on", fact.on)
            .with_cell("what", texts.words(&fact.what))
            .with_cell("by", fact.by.as_ref().map(Name::to_string))
    });
    Section {
        key: "commended".into(),
        label: StandingLabel::Commended.word(lang).to_owned(),
        denominator: None,
        rows: rows.collect(),
        headings: vec![
            heading("on", Label::Date.word(lang), Kind::Date),
            heading("what", Label::What.word(lang), Kind::Text),
            heading("by", StandingLabel::DecidedBy.word(lang), Kind::Text),
        ],
    }
}

/// The errors that are not held against a unit, with why.
fn forgiven(outlook: &Outlook, cases: &[&Case], of_unit: impl Fn(&Name) -> bool) -> Section {
    let texts = outlook.book.texts();
    let columns = [
        ("unit", Label::Unit, Kind::Text),
        ("item", Label::Item, Kind::Text),
        ("why", Label::Reason, Kind::Text),
    ];
    let mut rows = Vec::new();
    for case in cases {
        let errors = case.oversight.forgiven.iter().enumerate();
        for (place, error) in errors.filter(|(_, error)| of_unit(&error.unit)) {
            let row = case_row(outlook, case, Some(place + 1))
                .with_cell("unit", error.unit.as_str())
                .with_cell(
                    "item",
                    error.item.as_ref().map(|code| item_label(outlook, code)),
                )
                .with_cell("why", texts.words(&error.why));
            rows.push(row);
        }
    }
    case_section(outlook, ("forgiven", Label::Forgiven), &columns, rows)
}

/// What an item of the table is called; a code that stands in no table as it is.
fn item_label(outlook: &Outlook, code: &Name) -> Cell {
    let table = outlook.rules().and_then(|rules| rules.assessment.as_ref());
    let mut items = table.into_iter().flat_map(|table| &table.items);
    let item = items.find(|item| item.code == *code);
    let label = item.map_or(code.as_str(), |item| item.label.as_str());
    Cell::word(code.to_string(), label.to_owned())
}

fn heading(key: impl Into<Key>, label: &str, kind: Kind) -> Heading {
    Heading {
        key: key.into(),
        label: label.to_owned(),
        kind,
    }
}
