//! The rosters as lists: sessions, deputies, units, groups, stations.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::Cell;
use super::document::Document;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::Case;
use crate::domain::terms::{Name, year_of};
use crate::words::{Label, Word, WorkLabel};

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
    let own = outlook.book.office().level();
    let own = |case: &Case| (case.level == own).then_some(case.session);
    let cases = counted(outlook, |case| own(case).into_iter().collect());
    for session in outlook.office().sessions() {
        sheet.push(vec![
            format!("{}-{}", session.key.term, session.key.session).into(),
            Cell::Integer(i64::from(year_of(session.opened))),
            session.opened.into(),
            session.closed.into(),
            cases.get(&session.key).copied().unwrap_or_default().into(),
        ]);
    }
    Document::of_rows(
        "session.list",
        Label::Session.word(lang),
        outlook.basis(),
        vec![sheet],
    )
}

/// How many cases are said of each thing; a case may be said of several.
fn counted<K: Ord>(outlook: &Outlook, said: impl Fn(&Case) -> BTreeSet<K>) -> BTreeMap<K, usize> {
    let mut counts = BTreeMap::new();
    for case in outlook.book.walk() {
        for thing in said(&case) {
            *counts.entry(thing).or_default() += 1;
        }
    }
    counts
}

/// The deputies with their seats: those who had become one by the view's day.
pub fn deputies(outlook: &Outlook) -> Document {
    let title = Label::Deputies.word(outlook.lang);
    let sheet = deputy_sheet(outlook, |_| true);
    Document::of_rows("deputy.list", title, outlook.basis(), vec![sheet])
}

/// Those of them whose places are wanted.
pub(super) fn deputy_sheet(outlook: &Outlook, wanted: impl Fn(usize) -> bool) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("name", Label::PersonName.word(lang)),
        Column::text("card", Label::Card.word(lang)),
        Column::text("group", Label::Group.word(lang)),
        Column::text("levels", Label::Level.word(lang)),
        Column::text("constituency", Label::Constituency.word(lang)),
        Column::number("led", Label::Led.word(lang)),
    ];
    let mut sheet = Sheet::new("deputies", Label::Deputies.word(lang), columns);
    let led = counted(outlook, |case| {
        let deputy = case.deputy.clone().filter(|_| case.counts());
        deputy.into_iter().collect()
    });
    let office = outlook.office();
    let deputies = office.deputies().enumerate();
    for (_, (name, deputy)) in deputies.filter(|(place, _)| wanted(*place)) {
        let held = deputy
            .mandates
            .iter()
            .filter(|m| m.is_held_on(outlook.as_of));
        let levels: Vec<String> = held
            .clone()
            .map(|m| m.level.word(lang).to_owned())
            .collect();
        let places = held
            .filter_map(|m| m.constituency.as_ref())
            .map(Name::to_string);
        sheet.push(vec![
            name.as_str().into(),
            deputy.card.as_ref().map(Name::to_string).into(),
            Cell::names(office.groups_on(name, outlook.as_of)),
            Cell::List(levels),
            Cell::List(places.collect()),
            led.get(name).copied().unwrap_or_default().into(),
        ]);
    }
    sheet
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
    let held = counted(outlook, |case| {
        let given = case.assignment().filter(|_| case.counts()).into_iter();
        given
            .flat_map(|given| given.to.repliers().cloned())
            .collect()
    });
    for (name, unit) in outlook.office().units() {
        let post = unit.post_on(outlook.as_of);
        let text = |value: Option<&Option<Name>>| -> Cell {
            value.and_then(Option::as_ref).map(Name::to_string).into()
        };
        sheet.push(vec![
            name.as_str().into(),
            text(post.map(|p| &p.leader)),
            text(post.map(|p| &p.post)),
            text(post.map(|p| &p.clerk)),
            text(post.map(|p| &p.phone)),
            held.get(name).copied().unwrap_or_default().into(),
        ]);
    }
    Document::of_rows(
        "unit.list",
        Label::Unit.word(lang),
        outlook.basis(),
        vec![sheet],
    )
}

/// The groups of deputies with their members.
pub fn groups(outlook: &Outlook) -> Document {
    let title = WorkLabel::Groups.word(outlook.lang);
    let sheet = group_sheet(outlook, |_| true);
    Document::of_rows("group.list", title, outlook.basis(), vec![sheet])
}

/// Those of them whose places are wanted.
pub(super) fn group_sheet(outlook: &Outlook, wanted: impl Fn(usize) -> bool) -> Sheet {
    let lang = outlook.lang;
    let office = outlook.office();
    let columns = vec![
        Column::text("group", WorkLabel::Group.word(lang)),
        Column::text("professional", WorkLabel::Professional.word(lang)),
        Column::text("station", WorkLabel::Station.word(lang)),
        Column::number("members", Label::Count.word(lang)),
        Column::text("deputies", WorkLabel::Members.word(lang)),
    ];
    let mut sheet = Sheet::new("groups", WorkLabel::Groups.word(lang), columns);
    let groups = office.groups().into_iter().enumerate();
    for (_, name) in groups.filter(|(place, _)| wanted(*place)) {
        let entered = office.group_entered(name);
        let members = office.members_on(name, outlook.as_of);
        let professional = entered.is_some_and(|group| group.professional);
        sheet.push(vec![
            name.as_str().into(),
            if professional {
                Cell::word("yes", WorkLabel::Professional.word(lang))
            } else {
                Cell::Empty
            },
            Cell::name(entered.and_then(|group| group.station.as_ref())),
            members.len().into(),
            Cell::names(members),
        ]);
    }
    sheet
}

/// The homes, stations and contact points with who keeps them.
pub fn stations(outlook: &Outlook) -> Document {
    let title = WorkLabel::Stations.word(outlook.lang);
    let sheet = station_sheet(outlook, |_| true);
    Document::of_rows("station.list", title, outlook.basis(), vec![sheet])
}

/// Those of them whose places are wanted.
pub(super) fn station_sheet(outlook: &Outlook, wanted: impl Fn(usize) -> bool) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("station", WorkLabel::Station.word(lang)),
        Column::text("kind", WorkLabel::StationKind.word(lang)),
        Column::text("place", Label::Place.word(lang)),
        Column::text("heads", WorkLabel::Heads.word(lang)),
        Column::text("informants", WorkLabel::Informants.word(lang)),
    ];
    let mut sheet = Sheet::new("stations", WorkLabel::Stations.word(lang), columns);
    let office = outlook.office();
    let stations = office.stations().enumerate();
    for (_, (name, station)) in stations.filter(|(place, _)| wanted(*place)) {
        let staffing = station.staffing_on(outlook.as_of);
        // Who has left keeps it no more.
        let names = |names: Option<&Vec<Name>>| {
            let named = names.into_iter().flatten();
            Cell::names(office.serving_among(named, outlook.as_of))
        };
        sheet.push(vec![
            name.as_str().into(),
            station.kind.word(lang).into(),
            Cell::name(station.place.as_ref()),
            names(staffing.map(|s| &s.heads)),
            names(staffing.map(|s| &s.informants)),
        ]);
    }
    sheet
}
