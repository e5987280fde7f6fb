//! The cover of a case's dossier (归档): what the case is, and what lies in the dossier.
//!
//! Refuses: to know how the parts are packed.

use super::block::{Block, FormRow};
use super::document::Document;
use super::list::number;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::Case;
use crate::domain::terms::{Date, Name};
use crate::words::annual::session_name;
use crate::words::{self, Label, Lang, Word};

/// What lies in a dossier: the name of its file there, and what it is.
pub type Held = (String, String);

/// The cover sheet; it says so where the numbers of people in the papers are masked.
pub fn cover(outlook: &Outlook, case: &Case, held: &[Held], masked: bool) -> Document {
    // A paper follows the office's language, whoever prints it.
    let outlook = &Outlook {
        lang: Lang::Zh,
        ..outlook.clone()
    };
    let office = outlook.book.office().identity();
    let office = office.map_or("", |identity| identity.name.as_str());
    let title = words::dossier_title(office);
    let [place, name, what] = words::dossier_columns();
    let columns = vec![
        Column::number("place", place),
        Column::text("name", name),
        Column::text("note", what),
    ];
    let mut contents = Sheet::new("contents", words::dossier_contents(), columns);
    for (place, (name, what)) in (1_usize..).zip(held) {
        contents.push(vec![
            place.into(),
            name.as_str().into(),
            what.as_str().into(),
        ]);
    }
    contents
        .notes
        .extend(masked.then(|| words::dossier_masked().to_owned()));
    let blocks = vec![
        Block::Title(title.clone()),
        Block::Form(form(outlook, case)),
        Block::table(contents),
    ];
    let cover = Document::of_prose("dossier", title, outlook.basis(), blocks, Lang::Zh);
    cover.with_foot(outlook.foot())
}

/// What the case is, on one page.
fn form(outlook: &Outlook, case: &Case) -> Vec<FormRow> {
    let label = |label: Label| label.word(Lang::Zh);
    let name = |name: Option<&Name>| name.map(Name::to_string).unwrap_or_default();
    let day = |day: Option<Date>| {
        day.map(|d| words::short_date(Lang::Zh, d))
            .unwrap_or_default()
    };
    let names = |names: &mut dyn Iterator<Item = &Name>| {
        names.map(Name::as_str).collect::<Vec<_>>().join("、")
    };
    let to = case.assignment().map(|a| &a.to);
    let units = to.map(|to| names(&mut to.repliers())).unwrap_or_default();
    let co = to.map(|to| names(&mut to.co.iter())).unwrap_or_default();
    let last = case.last_word();
    let rating = case.rating().and_then(|rating| rating.headline());
    let row = |fields: Vec<(&str, String)>| FormRow::new(fields);
    vec![
        row(vec![
            (
                label(Label::Number),
                number(outlook, case).shown().into_owned(),
            ),
            (label(Label::Session), session_name(case.session)),
        ]),
        row(vec![(label(Label::Title), case.title.to_string())]),
        row(vec![
            (label(Label::Deputy), name(case.proposer())),
            (label(Label::CoSigners), names(&mut case.co_signers.iter())),
        ]),
        row(vec![
            (label(Label::Category), case.category.to_string()),
            (label(Label::Kind), case.kind.word(Lang::Zh).to_owned()),
        ]),
        row(vec![(label(Label::Unit), units), (label(Label::Co), co)]),
        row(vec![
            (label(Label::Submitted), day(Some(case.submitted))),
            (label(Label::Assigned), day(case.assignment().map(|a| a.on))),
        ]),
        row(vec![
            (label(Label::Replied), day(last.map(|(on, _)| on))),
            (
                label(Label::DocNo),
                name(last.and_then(|(_, doc_no)| doc_no)),
            ),
        ]),
        row(vec![
            (label(Label::Class), name(case.class())),
            (label(Label::Rating), name(rating)),
        ]),
        row(vec![(label(Label::Closed), day(case.closed))]),
    ]
}
