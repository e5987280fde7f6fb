//! The suggestions that resemble one, or a text: offered to a person, never acted on.

use super::cell::{Cell, Tone};
use super::document::Document;
use super::list::{number, state_key};
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::Case;
use crate::domain::similar::{ALIKE, Hit, nearest};
use crate::words::{self, Label, Word};

/// What is compared.
#[derive(Debug, Clone, Copy)]
pub enum Asked<'a> {
    /// A case, with its body; it is not like itself.
    Case(&'a Case),
    /// A title as it was typed.
    Text(&'a str),
}

/// The look-alikes, most alike first; below the threshold they are shown as such.
pub fn similar(outlook: &Outlook, asked: Asked, most: usize) -> Document {
    let lang = outlook.lang;
    let label = |label: Label| label.word(lang);
    let columns = vec![
        Column::number("score", label(Label::Likeness)),
        Column::text("number", label(Label::Number)),
        Column::text("title", label(Label::Title)),
        Column::text("deputy", label(Label::Deputy)),
        Column::text("session", label(Label::Session)),
        Column::text("state", label(Label::State)),
        Column::text("class", label(Label::Class)),
    ];
    let mut sheet = Sheet::new("similar", label(Label::LookAlikes), columns);
    for (case, hit) in hits(outlook, asked, most) {
        let tone = if hit.score >= ALIKE {
            Tone::Warning
        } else {
            Tone::Plain
        };
        let state = outlook.book.state(case);
        sheet.push(vec![
            Cell::Amount {
                value: hit.score.into(),
                label: hit.score.to_string(),
                tone,
            },
            number(outlook, case),
            case.title.as_str().into(),
            case.proposer().map(ToString::to_string).into(),
            words::session(lang, case.session).into(),
            Cell::word(state_key(state), state.word(lang)),
            case.class().map(ToString::to_string).into(),
        ]);
    }
    let foot = vec![words::alike_from(lang, ALIKE)];
    Document::of_rows(
        "similar",
        label(Label::LookAlikes),
        outlook.basis(),
        vec![sheet],
    )
    .with_foot(foot)
}

/// The look-alikes of a case that are worth showing unasked.
pub fn look_alikes<'a>(outlook: &Outlook<'a>, case: &Case, most: usize) -> Vec<&'a Case> {
    let hits = hits(outlook, Asked::Case(case), most).into_iter();
    let alike = hits.filter(|(_, hit)| hit.score >= ALIKE);
    alike.map(|(case, _)| case).collect()
}

fn hits<'a>(outlook: &Outlook<'a>, asked: Asked, most: usize) -> Vec<(&'a Case, Hit)> {
    let texts = outlook.book.texts();
    let hits = match asked {
        Asked::Text(text) => nearest(outlook.book, (text, None), None, most),
        Asked::Case(case) => {
            let body = case.body.as_ref().map(|body| texts.words(body));
            let text = (case.title.as_str(), body);
            nearest(outlook.book, text, Some(case.id), most)
        }
    };
    let found = hits.into_iter();
    found
        .filter_map(|hit| Some((outlook.book.case(hit.case)?, hit)))
        .collect()
}
