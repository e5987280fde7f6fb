//! The counted report of meetings: kinds, decisions with the suggestions they decide on, opinions of
//! deliberations and their clocks.
//!
//! Refuses: to list; `mod.rs` lists what stands behind a figure.

use std::collections::BTreeMap;

use super::{deliberations, sheet};
use crate::domain::book::Deliberation;
use crate::domain::deadline::deliberation_due;
use crate::domain::event::{DecisionKind, MeetingKind, Subject};
use crate::domain::terms::{DeliberationId, Name};
use crate::report::Sheet;
use crate::report::document::Document;
use crate::report::figures::NoSuchFigure;
use crate::report::outlook::Outlook;
use crate::report::work::{Asked, Behind, Counted, Line, Report, timeliness};
use crate::words::{Word, WorkLabel};

const KINDS: [(MeetingKind, &str); 4] = [
    (MeetingKind::Presidium, "presidium"),
    (MeetingKind::Congress, "congress"),
    (MeetingKind::StandingCommittee, "standing_committee"),
    (MeetingKind::HandOver, "hand_over"),
];

const DECISIONS: [(DecisionKind, &str); 4] = [
    (DecisionKind::KeyCases, "key_cases"),
    (DecisionKind::Adjudication, "adjudication"),
    (DecisionKind::ProjectChange, "project_change"),
    (DecisionKind::Other, "other"),
];

type Given<'a> = Vec<(DeliberationId, &'a Deliberation)>;

/// The counted report.
///
/// # Errors
/// A figure is asked for that the report does not have.
pub fn report(outlook: &Outlook, asked: &Asked) -> Result<Document, NoSuchFigure> {
    let lang = outlook.lang;
    let meetings = outlook.book.meetings();
    let held = meetings
        .iter()
        .filter(|(_, m)| m.held.is_some() && asked.takes(m.called.day));
    let given = meetings.deliberations();
    let given: Given = given.filter(|(_, d)| asked.takes(d.given.on)).collect();
    let report = Report {
        kind: "report.meetings",
        title: WorkLabel::MeetingsReport.word(lang),
        scope: asked.scope(lang),
        total: held.count(),
        units: by_unit(&given).len(),
        sections: vec![
            kinds(outlook, asked),
            decisions(outlook, asked),
            answered_in_time(outlook, &given),
            units(outlook, &given),
        ],
    };
    report.answer(outlook, asked, listing)
}

fn kinds(outlook: &Outlook, asked: &Asked) -> Counted {
    let lang = outlook.lang;
    let line = |(kind, key): (MeetingKind, &'static str)| {
        let all = outlook.book.meetings().iter();
        let held = all.filter(|(_, m)| m.held.is_some() && asked.takes(m.called.day));
        let held: Vec<_> = held.filter(|(_, m)| m.called.kind == kind).collect();
        let behind = held
            .iter()
            .map(|(id, _)| Behind::Work(Subject::Meeting(*id)));
        let behind: Vec<Behind> = behind.collect();
        let minuted = held.iter().filter(|(_, m)| m.minutes.is_some());
        let minuted = minuted.map(|(id, _)| Behind::Work(Subject::Meeting(*id)));
        let minuted: Vec<Behind> = minuted.collect();
        let label = WorkLabel::Minutes.word(lang);
        Line::new(key, kind.word(lang), behind).with_part("minuted", label, minuted.len(), minuted)
    };
    Counted {
        key: "kind",
        label: WorkLabel::MeetingsHeld.word(lang),
        of: None,
        lines: KINDS.into_iter().map(line).collect(),
    }
}

fn decisions(outlook: &Outlook, asked: &Asked) -> Counted {
    let lang = outlook.lang;
    let line = |(about, key): (DecisionKind, &'static str)| {
        let mut behind = Vec::new();
        let mut cases = Vec::new();
        let mut projects = Vec::new();
        for (id, meeting) in outlook.book.meetings().iter() {
            let decided = meeting.decisions.iter();
            for decision in decided.filter(|d| d.about == about && asked.takes(d.on)) {
                behind.push(Behind::Work(Subject::Meeting(id)));
                cases.extend(decision.cases.iter().copied().map(Behind::Case));
                let changed = decision.projects.iter().copied().map(Subject::Project);
                projects.extend(changed.map(Behind::Work));
            }
        }
        cases.sort_unstable();
        cases.dedup();
        Line::new(key, about.word(lang), behind)
            .with_part(
                "cases",
                WorkLabel::SuggestionCount.word(lang),
                cases.len(),
                cases,
            )
            .with_part(
                "projects",
                WorkLabel::Projects.word(lang),
                projects.len(),
                projects,
            )
    };
    Counted {
        key: "decision",
        label: WorkLabel::Decisions.word(lang),
        of: None,
        lines: DECISIONS.into_iter().map(line).collect(),
    }
}

/// Whether the congress had its answers in time.
fn answered_in_time(outlook: &Outlook, given: &Given) -> Counted {
    let clock = |d: &Deliberation| deliberation_due(outlook.book, d, outlook.as_of);
    let behind = |id: DeliberationId| Behind::Work(Subject::Deliberation(id));
    let clocks: Vec<_> = given
        .iter()
        .map(|(id, d)| (behind(*id), clock(d)))
        .collect();
    let label = WorkLabel::Deliberations.word(outlook.lang);
    Counted {
        key: "deliberation",
        label,
        of: Some((label, given.len())),
        lines: timeliness(outlook, &clocks),
    }
}

fn by_unit<'a>(given: &Given<'a>) -> BTreeMap<&'a Name, Given<'a>> {
    let mut units: BTreeMap<&Name, Given> = BTreeMap::new();
    for (id, deliberation) in given {
        let unit = units.entry(&deliberation.given.unit).or_default();
        unit.push((*id, deliberation));
    }
    units
}

fn units(outlook: &Outlook, given: &Given) -> Counted {
    let lang = outlook.lang;
    let behind = |given: &Given| -> Vec<Behind> {
        let ids = given.iter().map(|(id, _)| Subject::Deliberation(*id));
        ids.map(Behind::Work).collect()
    };
    let lines = by_unit(given).into_iter().map(|(unit, given)| {
        let answered = given.iter().filter(|(_, d)| d.answered.is_some());
        let answered: Given = answered.copied().collect();
        let label = WorkLabel::Answer.word(lang);
        let part = behind(&answered);
        Line::new(unit.to_string(), unit.as_str(), behind(&given)).with_part(
            "answered",
            label,
            part.len(),
            part,
        )
    });
    Counted {
        key: "unit",
        label: WorkLabel::DeliberationUnits.word(lang),
        of: None,
        lines: lines.collect(),
    }
}

/// Lists of what stands behind a figure.
fn listing(outlook: &Outlook, behind: &[Behind]) -> Vec<Sheet> {
    let has = |subject: Subject| behind.contains(&Behind::Work(subject));
    let book = outlook.book.meetings();
    // A meeting that decided twice stands behind two decisions.
    let meetings = behind.iter().filter_map(|thing| {
        let Behind::Work(Subject::Meeting(id)) = thing else {
            return None;
        };
        Some((*id, book.get(*id)?))
    });
    let meetings: Vec<_> = meetings.collect();
    let given = book.deliberations();
    let given: Given = given
        .filter(|(id, _)| has(Subject::Deliberation(*id)))
        .collect();
    let mut sheets = vec![sheet(outlook, &meetings), deliberations(outlook, &given)];
    let projects = outlook.book.projects().iter();
    let projects: Vec<_> = projects
        .filter(|(id, _)| has(Subject::Project(*id)))
        .collect();
    sheets.push(crate::report::projects::sheet(
        outlook,
        projects.iter().copied(),
    ));
    sheets.retain(|sheet| !sheet.rows().is_empty());
    sheets
}
