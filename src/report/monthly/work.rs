//! What the monthly report tells of the work itself: talks, difficulties and what must go up.
//!
//! It refuses to look beyond the end of the month.

use super::super::case_rows::{Listed, case_row, first_words};
use super::super::cell::Cell;
use super::super::month::Month;
use super::super::outlook::Outlook;
use super::super::section::Row;
use super::super::sheet::Kind;
use super::super::table::Tally;
use crate::domain::book::Case;
use crate::domain::event::ConsultStage;
use crate::domain::terms::{Date, Name};
use crate::words::{Label, Word};

/// Talks with the deputies: in person or not, before, during and after the handling, with the
/// leader. A case may stand in several rows.
pub(super) fn consultations<'o>(outlook: &'o Outlook<'o>) -> Tally<'o> {
    let lang = outlook.lang;
    let named = ("consultation", Label::Consultations);
    let table = Tally::shares(outlook, named, Label::InScope)
        .line("consulted", Label::ConsultedCases.word(lang), |case| {
            !case.consultations.is_empty()
        })
        .line("in_person", Label::InPerson.word(lang), |case| {
            case.consultations.iter().any(|t| t.mode.is_face_to_face())
        });
    let stages = [
        (ConsultStage::Before, "before"),
        (ConsultStage::During, "during"),
        (ConsultStage::After, "after"),
    ];
    let table = stages.into_iter().fold(table, |table, (stage, key)| {
        table.line(key, stage.word(lang), move |case| {
            let mut talks = case.consultations.iter();
            talks.any(|talk| talk.stage == Some(stage))
        })
    });
    table
        .line("leader_present", Label::LeaderPresent.word(lang), |case| {
            case.consultations.iter().any(|t| t.leader_present)
        })
        .line("not_consulted", Label::NotConsulted.word(lang), |case| {
            !case.is_consulted()
        })
}

/// What stands in the way of those that wait for their reply, and what is raised to the upper level
/// or was in the month.
pub(super) fn difficulties<'o>(outlook: &'o Outlook<'o>, month: Month) -> Listed<'o, ()> {
    let columns = [
        ("unit", Label::Unit, Kind::Text),
        ("on", Label::Date, Kind::Date),
        ("note", Label::Detail, Kind::Text),
        ("escalated", Label::Escalated, Kind::Date),
        ("to", Label::RaisedTo, Kind::Text),
        ("outcome", Label::EscalationOutcome, Kind::Text),
    ];
    let named = ("difficulty", Label::Difficulties);
    Listed::new(outlook, named, &columns, move |case| {
        let stuck = case.waits() && !case.difficulties.is_empty();
        let raised = case.escalation.as_deref().is_some_and(|up| {
            let answered = up.answered.as_ref().map(|(on, _)| *on);
            let of_month = |day: Date| month.contains(day);
            let is_open = up.is_open() && case.closed.is_none();
            is_open || of_month(up.on) || answered.is_some_and(of_month)
        });
        match stuck || raised {
            true => vec![((), difficulty(outlook, case))],
            false => Vec::new(),
        }
    })
}

fn difficulty(outlook: &Outlook, case: &Case) -> Row {
    let texts = outlook.book.texts();
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
}
