//! Citizens and households: the list without names, one of them, and what still holds words that
//! were erased.
//!
//! Refuses: to read particulars. Who asks for one citizen's hands them in.

use super::cell::Cell;
use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::Citizen;
use crate::domain::event::Subject;
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::terms::{CitizenId, Particulars};
use crate::words::{self, Gone, Label, Word, WorkLabel};

/// Every citizen by number: since when, who keeps in touch, visits, opinions, whether erased.
pub fn list(outlook: &Outlook) -> Document {
    let all: Vec<(CitizenId, &Citizen)> = outlook.book.citizens().iter().collect();
    let title = WorkLabel::Citizens.word(outlook.lang);
    let sheet = sheet(outlook, &all);
    Document::of_rows("citizen.list", title, outlook.basis(), vec![sheet])
        .with_foot(vec![words::foot_count(outlook.lang, all.len())])
}

/// One citizen with the visits; the particulars where they are handed in.
///
/// # Errors
/// No such citizen.
pub fn show(
    outlook: &Outlook,
    id: CitizenId,
    particulars: Option<&Particulars>,
) -> Result<Document, Refusal> {
    let lang = outlook.lang;
    let Some(citizen) = outlook.book.citizens().get(id) else {
        return Err(Refusal::NotFound {
            thing: Thing::Citizen,
            word: id.to_string(),
            near: Vec::new(),
        });
    };
    let mut sheets = vec![sheet(outlook, &[(id, citizen)])];
    if let Some(particulars) = particulars {
        let columns = vec![
            Column::text("item", Label::Item.word(lang)),
            Column::text("detail", Label::Detail.word(lang)),
        ];
        let mut sheet = Sheet::new("private", WorkLabel::PrivateParticulars.word(lang), columns);
        for (key, value) in particulars.known() {
            sheet.push(vec![
                Cell::word(key, words::private_key(lang, key)),
                value.into(),
            ]);
        }
        sheets.push(sheet);
    }
    let columns = vec![
        Column::date("on", Label::Date.word(lang)),
        Column::text("deputy", Label::Deputy.word(lang)),
        Column::text("note", Label::Detail.word(lang)),
    ];
    let mut visits = Sheet::new("visits", WorkLabel::HouseholdVisits.word(lang), columns);
    for visit in &citizen.visits {
        let note = visit.note.as_ref();
        let note = note.map(|note| outlook.book.texts().words(note).to_owned());
        visits.push(vec![
            visit.on.into(),
            visit.deputy.as_str().into(),
            note.into(),
        ]);
    }
    sheets.push(visits);
    let title = words::subject_label(lang, Subject::Citizen(id));
    Ok(Document::of_rows("citizen", title, outlook.basis(), sheets))
}

pub(super) fn sheet(outlook: &Outlook, citizens: &[(CitizenId, &Citizen)]) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::number("citizen", Label::Number.word(lang)),
        Column::date("recorded", Label::Date.word(lang)),
        Column::text("deputy", WorkLabel::PairedDeputy.word(lang)),
        Column::number("visits", WorkLabel::HouseholdVisits.word(lang)),
        Column::date("last_visit", WorkLabel::LastVisit.word(lang)),
        Column::text("opinions", WorkLabel::Opinions.word(lang)),
        Column::date("erased", WorkLabel::ErasedOn.word(lang)),
    ];
    let mut sheet = Sheet::new("citizens", WorkLabel::Citizens.word(lang), columns);
    for (id, citizen) in citizens {
        let said = outlook.book.opinions().iter();
        let said = said.filter(|(_, opinion)| opinion.heard.citizen == Some(*id));
        let said: Vec<String> = said.map(|(opinion, _)| opinion.to_string()).collect();
        let said = match said.is_empty() {
            true => Cell::Empty,
            false => Cell::List(said),
        };
        sheet.push(vec![
            id.0.into(),
            citizen.recorded.into(),
            Cell::name(citizen.paired.as_ref().map(|paired| &paired.deputy)),
            citizen.visits.len().into(),
            citizen.visits.last().map(|visit| visit.on).into(),
            said,
            citizen.erased.into(),
        ]);
    }
    sheet
}

/// A place that still holds something that is gone from the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remaining {
    /// Which file.
    pub file: String,
    /// Which line of the journal.
    pub line: Option<u64>,
    /// What kind of word: `name`, `phone` …
    pub key: &'static str,
}

/// Where words that are gone from the store still stand; never the words. Files looked at, and those of them
/// that hold no text.
pub fn remaining(
    outlook: &Outlook,
    gone: Gone,
    places: &[Remaining],
    (files, unseen): (usize, usize),
) -> Document {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("file", WorkLabel::HeldIn.word(lang)),
        Column::number("line", Label::FileLine.word(lang)),
        Column::text("what", Label::What.word(lang)),
    ];
    let mut sheet = Sheet::new("remaining", WorkLabel::StillHeld.word(lang), columns);
    for place in places {
        let line = place.line.and_then(|line| i64::try_from(line).ok());
        sheet.push(vec![
            place.file.as_str().into(),
            line.map_or(Cell::Empty, Cell::Integer),
            Cell::word(place.key, words::private_key(lang, place.key)),
        ]);
    }
    let title = WorkLabel::StillHeld.word(lang);
    Document::of_rows(gone.code(), title, outlook.basis(), vec![sheet])
        .with_foot(vec![words::searched(lang, files, unseen)])
}
