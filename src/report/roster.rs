//! The rosters as lists: sessions, deputies, units.

use super::cell::Cell;
use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::terms::{Name, year_of};
use crate::words::{Label, Word};

/// The sessions of the congress.
pub fn sessions(outlook: &Outlook) -> Document {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("session", Label::Session.word(lang)),
        Column::number("year", Label::Year.word(lang)),
        Column::date("opened", Label::Opened.word(lang)),
        Column::date("closed", Label::SessionClosed.word(lang)),
        Column::number("cases", Label::Count.word(lang)),
    ];
    let mut sheet = Sheet::new("sessions", Label::Session.word(lang), columns);
    for session in outlook.book.office().sessions() {
        let own = outlook.book.office().level();
        let cases = outlook
            .book
            .cases()
            .filter(|c| c.session == session.key && c.level == own);
        sheet.push(vec![
            format!("{}-{}", session.key.term, session.key.session).into(),
            Cell::Integer(i64::from(year_of(session.opened))),
            session.opened.into(),
            session.closed.into(),
            cases.count().into(),
        ]);
    }
    Document::of_rows(
        "session.list",
        Label::Session.word(lang),
        outlook.basis(),
        vec![sheet],
    )
}

/// The deputies with their seats.
pub fn deputies(outlook: &Outlook) -> Document {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("name", Label::Name.word(lang)),
        Column::text("card", Label::Card.word(lang)),
        Column::text("group", Label::Group.word(lang)),
        Column::text("levels", Label::Level.word(lang)),
        Column::text("constituency", Label::Constituency.word(lang)),
        Column::number("led", Label::Led.word(lang)),
    ];
    let mut sheet = Sheet::new("deputies", Label::Deputies.word(lang), columns);
    for (name, deputy) in outlook.book.office().deputies() {
        let held = deputy
            .mandates
            .iter()
            .filter(|m| m.to.is_none_or(|to| to >= outlook.as_of));
        let levels: Vec<String> = held
            .clone()
            .map(|m| m.level.word(lang).to_owned())
            .collect();
        let places = held
            .filter_map(|m| m.constituency.as_ref())
            .map(Name::to_string);
        let led = outlook
            .book
            .cases()
            .filter(|c| c.deputy.as_ref() == Some(name) && c.counts());
        sheet.push(vec![
            name.as_str().into(),
            deputy.card.as_ref().map(Name::to_string).into(),
            deputy.group.as_ref().map(Name::to_string).into(),
            Cell::List(levels),
            Cell::List(places.collect()),
            led.count().into(),
        ]);
    }
    Document::of_rows(
        "deputy.list",
        Label::Deputies.word(lang),
        outlook.basis(),
        vec![sheet],
    )
}

/// The handling units with their leaders and clerks.
pub fn units(outlook: &Outlook) -> Document {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("unit", Label::Unit.word(lang)),
        Column::text("leader", Label::Leader.word(lang)),
        Column::text("post", Label::Post.word(lang)),
        Column::text("clerk", Label::Clerk.word(lang)),
        Column::text("phone", Label::Phone.word(lang)),
        Column::number("cases", Label::Count.word(lang)),
    ];
    let mut sheet = Sheet::new("units", Label::Unit.word(lang), columns);
    for (name, unit) in outlook.book.office().units() {
        let post = unit.post_on(outlook.as_of);
        let text = |value: Option<&Option<Name>>| -> Cell {
            value.and_then(Option::as_ref).map(Name::to_string).into()
        };
        let holds = outlook.book.cases().filter(|c| {
            c.counts()
                && c.assignment()
                    .is_some_and(|a| a.to.repliers().any(|u| u == name))
        });
        sheet.push(vec![
            name.as_str().into(),
            text(post.map(|p| &p.leader)),
            text(post.map(|p| &p.post)),
            text(post.map(|p| &p.clerk)),
            text(post.map(|p| &p.phone)),
            holds.count().into(),
        ]);
    }
    Document::of_rows(
        "unit.list",
        Label::Unit.word(lang),
        outlook.basis(),
        vec![sheet],
    )
}
