//! What the monthly report tells of the work itself: talks, difficulties and what must go up.
//!
//! It refuses to look beyond the end of the month.

use super::case_rows::{case_row, case_section, first_words};
use super::cell::Cell;
use super::outlook::Outlook;
use super::section::Section;
use super::sheet::Kind;
use super::tally::{Group, of, shares, waits};
use crate::domain::book::Case;
use crate::domain::event::{ConsultMode, ConsultStage};
use crate::domain::terms::{CaseId, Name};
use crate::words::{Label, Word};

/// Talks with the deputies: in person or not, before, during and after the handling, with the
/// leader. A case may stand in several rows.
pub(super) fn consultations(outlook: &Outlook, cases: &[&Case]) -> Section {
    let lang = outlook.lang;
    let group = |key: &'static str, label: &str, cases: Vec<CaseId>| Group::new(key, label, cases);
    let at = |stage: ConsultStage| {
        of(cases, |c| {
            c.consultations.iter().any(|talk| talk.stage == Some(stage))
        })
    };
    let face = |mode: ConsultMode| mode.is_face_to_face();
    let groups = vec![
        group(
            "consulted",
            Label::ConsultedCases.word(lang),
            of(cases, |c| !c.consultations.is_empty()),
        ),
        group(
            "in_person",
            Label::InPerson.word(lang),
            of(cases, |c| c.consultations.iter().any(|t| face(t.mode))),
        ),
        group(
            "before",
            ConsultStage::Before.word(lang),
            at(ConsultStage::Before),
        ),
        group(
            "during",
            ConsultStage::During.word(lang),
            at(ConsultStage::During),
        ),
        group(
            "after",
            ConsultStage::After.word(lang),
            at(ConsultStage::After),
        ),
        group(
            "leader_present",
            Label::LeaderPresent.word(lang),
            of(cases, |c| c.consultations.iter().any(|t| t.leader_present)),
        ),
        group(
            "not_consulted",
            Label::NotConsulted.word(lang),
            of(cases, |c| !c.is_consulted()),
        ),
    ];
    let whole = (Label::InScope, cases.len());
    shares(outlook, "consultation", Label::Consultations, whole, groups)
}

/// What stands in the way of those that wait for their reply, and what was raised to the upper
/// level or has to be.
pub(super) fn difficulties(outlook: &Outlook, cases: &[&Case]) -> Section {
    let texts = outlook.book.texts();
    let columns = [
        ("unit", Label::Unit, Kind::Text),
        ("on", Label::Date, Kind::Date),
        ("note", Label::Detail, Kind::Text),
        ("escalated", Label::Escalated, Kind::Date),
        ("to", Label::RaisedTo, Kind::Text),
        ("outcome", Label::EscalationOutcome, Kind::Text),
    ];
    let told = cases.iter().filter(|case| {
        let stuck = waits(case) && !case.difficulties.is_empty();
        stuck || case.escalation.is_some()
    });
    let rows = told.map(|case| {
        let last = case.difficulties.last();
        let units = case.assignment().into_iter();
        let units: Vec<String> = units
            .flat_map(|a| a.to.repliers().map(Name::to_string))
            .collect();
        let up = case.escalation.as_ref();
        let outcome = up.and_then(|up| up.answered.as_ref());
        case_row(outlook, case, None)
            .with_cell("unit", Cell::List(units))
            .with_cell("on", last.map(|d| d.on))
            .with_cell("note", last.map(|d| first_words(texts.words(&d.note))))
            .with_cell("escalated", up.map(|up| up.on))
            .with_cell("to", up.and_then(|up| up.to.as_ref()).map(Name::to_string))
            .with_cell(
                "outcome",
                outcome.map(|(_, outcome)| first_words(texts.words(outcome))),
            )
    });
    let named = ("difficulty", Label::Difficulties);
    case_section(outlook, named, &columns, rows.collect())
}
