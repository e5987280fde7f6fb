//! One deputy: the file with its eight blocks, register and pledges (履职档案).
//!
//! Refuses: to go out of the house; what the public sees is the card.

use std::collections::BTreeMap;

use super::activities;
use super::case_sheet::CaseRows;
use super::cell::{Cell, Tone};
use super::document::Document;
use super::outlook::Outlook;
use super::performance::voters;
use super::sheet::{Column, Sheet};
use super::table::Look;
use crate::domain::book::PledgeState;
use crate::domain::event::ActivityKind;
use crate::domain::performance_points::{table_of, worth, year_points};
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::terms::{Date, Name, year_of};
use crate::words::{Label, StandingLabel, Word};

/// The file of a deputy (履职档案): eight blocks, the register and the pledges.
///
/// # Errors
/// No such deputy.
pub fn file(outlook: &Outlook, name: &str) -> Result<Document, Refusal> {
    let deputy = on_roster(outlook, name)?;
    let lang = outlook.lang;
    let held = |key, label: StandingLabel, kinds: &[ActivityKind]| {
        let all = outlook.book.activities().iter();
        let own = all.filter(|(_, activity)| {
            kinds.contains(&activity.planned.kind) && activity.attended_by(&deputy)
        });
        let mut sheet = activities::sheet(outlook, own);
        sheet.key = key;
        label.word(lang).clone_into(&mut sheet.title);
        sheet
    };
    use ActivityKind as Kind;
    let mut suggestions = CaseRows::new(outlook);
    for case in outlook.book.walk().filter(|case| case.counts()) {
        if case.signatories().any(|signatory| *signatory == deputy) {
            suggestions.push(&Look::new(outlook, &case));
        }
    }
    let mut suggestions = suggestions.in_that_order();
    suggestions.key = "suggestions".into();
    let sheets = vec![
        basics(outlook, &deputy),
        mandates(outlook, &deputy),
        meetings(outlook, &deputy),
        held(
            "inspections".into(),
            StandingLabel::Inspections,
            &[Kind::Inspection, Kind::Research, Kind::StationVisit],
        ),
        held(
            "training".into(),
            StandingLabel::Training,
            &[Kind::Training],
        ),
        held(
            "group_activities".into(),
            StandingLabel::GroupActivities,
            &[
                Kind::GroupActivity,
                Kind::ReceptionDay,
                Kind::HouseholdVisit,
            ],
        ),
        household_visits(outlook, &deputy),
        suggestions,
        held(
            "voter_reports".into(),
            StandingLabel::VoterReports,
            &[Kind::VoterReport],
        ),
        awards(outlook, &deputy),
        deeds(outlook, &deputy),
        pledged(outlook, &deputy),
    ];
    let title = format!("{} · {deputy}", StandingLabel::File.word(lang));
    Ok(Document::of_rows(
        "deputy.file",
        title,
        outlook.basis(),
        sheets,
    ))
}

/// Every seat ever held: at which level, where, from when to when, and why it ended.
fn mandates(outlook: &Outlook, deputy: &Name) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("level", Label::Level.word(lang)),
        Column::text("constituency", Label::Constituency.word(lang)),
        Column::date("from", Label::From.word(lang)),
        Column::date("to", StandingLabel::HeldTo.word(lang)),
        Column::text("by_election", StandingLabel::ByElection.word(lang)),
        Column::text("why", Label::Reason.word(lang)),
    ];
    let mut sheet = Sheet::new("mandates", StandingLabel::Mandates.word(lang), columns);
    let office = outlook.office();
    let known = office.deputy(deputy);
    for seat in known.into_iter().flat_map(|known| &known.mandates) {
        let by_election = StandingLabel::ByElection.word(lang);
        let why = seat
            .why
            .as_ref()
            .map(|why| outlook.book.texts().words(why).to_owned());
        sheet.push(vec![
            seat.level.word(lang).into(),
            Cell::name(seat.constituency.as_ref()),
            seat.from.into(),
            seat.to.into(),
            match seat.by_election {
                true => Cell::word("yes", by_election),
                false => Cell::Empty,
            },
            why.into(),
        ]);
    }
    sheet
}

/// The days on which a deputy called on households, and on how many.
fn household_visits(outlook: &Outlook, deputy: &Name) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("on", Label::Date.word(lang)),
        Column::number("households", Label::Count.word(lang)),
        Column::text("note", Label::Note.word(lang)),
    ];
    let texts = outlook.book.texts();
    let mut calls: BTreeMap<(Date, &str), usize> = BTreeMap::new();
    for (_, citizen) in outlook.book.citizens().iter() {
        for visit in citizen
            .visits
            .iter()
            .filter(|visit| visit.deputy == *deputy)
        {
            let note = visit.note.as_ref().map_or("", |note| texts.words(note));
            *calls.entry((visit.on, note)).or_default() += 1;
        }
    }
    let mut sheet = Sheet::new(
        "household_visits",
        StandingLabel::Households.word(lang),
        columns,
    );
    for ((on, note), households) in calls {
        sheet.push(vec![on.into(), households.into(), note.into()]);
    }
    sheet
}

/// The meetings of congress and presidium that a deputy came to, and what was spoken and heard there.
fn meetings(outlook: &Outlook, deputy: &Name) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("day", Label::Date.word(lang)),
        Column::text("kind", Label::Kind.word(lang)),
        Column::text("title", Label::Title.word(lang)),
        Column::text("place", Label::Place.word(lang)),
    ];
    let activities = outlook.book.activities().iter();
    let spoken = activities.filter(|(_, activity)| {
        let kinds = [ActivityKind::Speech, ActivityKind::UnitReport];
        kinds.contains(&activity.planned.kind) && activity.attended_by(deputy)
    });
    let spoken = spoken.map(|(_, activity)| {
        let planned = &activity.planned;
        let kind = planned.kind.word(lang);
        (activity.day(), kind, &planned.title, planned.place.as_ref())
    });
    let meetings = outlook.book.meetings().iter();
    let attended = meetings.filter_map(|(_, meeting)| {
        let held = meeting.held.as_ref()?;
        let called = &meeting.called;
        let kind = called.kind.word(lang);
        let came = held.present.contains(deputy);
        came.then_some((called.day, kind, &called.title, called.place.as_ref()))
    });
    let mut all: Vec<_> = spoken.chain(attended).collect();
    all.sort_by_key(|(day, ..)| *day);
    let mut sheet = Sheet::new("meetings", StandingLabel::Meetings.word(lang), columns);
    for (day, kind, title, place) in all {
        sheet.push(vec![
            day.into(),
            kind.into(),
            title.as_str().into(),
            Cell::name(place),
        ]);
    }
    sheet
}

/// The name of a deputy on the roster.
///
/// # Errors
/// No such deputy.
pub(super) fn on_roster(outlook: &Outlook, name: &str) -> Result<Name, Refusal> {
    let office = outlook.office();
    let called = Name::new(name).ok();
    let called = called
        .map(|typed| office.person_called(&typed))
        .transpose()?;
    let known = called.filter(|name| office.deputy(name).is_some());
    known.ok_or_else(|| Refusal::NotFound {
        thing: Thing::Deputy,
        word: name.to_owned(),
        near: office.deputies_near(name),
    })
}

/// What the public may know of a deputy, one a row.
pub(super) fn basics_of_card(outlook: &Outlook, deputy: &Name) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("key", Label::Item.word(lang)),
        Column::text("value", Label::Value.word(lang)),
    ];
    let mut sheet = Sheet::new("basics", StandingLabel::Basics.word(lang), columns);
    let mut add = |key: &'static str, label: &'static str, value: String| {
        sheet.push(vec![Cell::word(key, label), value.into()]);
    };
    let office = outlook.office();
    let shown = office.name_alone(deputy).to_owned();
    add("name", Label::PersonName.word(lang), shown);
    if let Some(known) = office.deputy(deputy) {
        for group in office.groups_on(deputy, outlook.as_of) {
            add("group", Label::Group.word(lang), group.to_string());
        }
        for seat in known
            .mandates
            .iter()
            .filter(|m| m.is_held_on(outlook.as_of))
        {
            let place = seat
                .constituency
                .as_ref()
                .map(|place| format!(" · {place}"));
            let level = seat.level.word(lang);
            let told = format!("{level}{}", place.unwrap_or_default());
            add("seat", Label::Level.word(lang), told);
        }
    }
    sheet
}

/// The same with this year's points and ratings.
fn basics(outlook: &Outlook, deputy: &Name) -> Sheet {
    let lang = outlook.lang;
    let mut sheet = basics_of_card(outlook, deputy);
    let year = year_of(outlook.as_of);
    let table = table_of(outlook.book, year, outlook.as_of);
    let own = table.and_then(|table| {
        let all = year_points(outlook.book, table, (year, outlook.as_of));
        all.into_iter().find(|points| points.deputy == *deputy)
    });
    let mut add = |key: &'static str, label: String, value: Cell| {
        sheet.push(vec![Cell::word(key, label), value]);
    };
    let office = outlook.office();
    let known = office.deputy(deputy);
    if let Some(card) = known.and_then(|known| known.card.as_ref()) {
        add(
            "card",
            Label::Card.word(lang).to_owned(),
            card.as_str().into(),
        );
    }
    if let Some(own) = own {
        let label = format!("{year} {}", StandingLabel::Points.word(lang));
        add("points", label, Cell::Decimal(own.total.to_string()));
        if let Some(grade) = own.grade {
            let label = StandingLabel::Grade.word(lang).to_owned();
            add("grade", label, grade.as_str().into());
        }
    }
    if let Some(own) = outlook.book.performance().self_rated(deputy, year) {
        let label = StandingLabel::SelfRated.word(lang).to_owned();
        add("self_rated", label, own.grade.as_str().into());
    }
    if let Some(voters) = voters(outlook, deputy, year) {
        let label = StandingLabel::VotersRated.word(lang).to_owned();
        add("voters", label, voters.into());
    }
    sheet
}

/// What a deputy was praised for, and by whom.
fn awards(outlook: &Outlook, deputy: &Name) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("on", Label::Date.word(lang)),
        Column::text("what", Label::What.word(lang)),
        Column::text("by", StandingLabel::DecidedBy.word(lang)),
    ];
    let mut sheet = Sheet::new("awards", StandingLabel::Awards.word(lang), columns);
    let all = outlook.book.performance().commended().iter();
    for fact in all.filter(|fact| fact.deputy == *deputy) {
        let texts = outlook.book.texts();
        let what = texts.words(&fact.what);
        sheet.push(vec![
            fact.on.into(),
            what.into(),
            Cell::name(fact.by.as_ref()),
        ]);
    }
    sheet
}

/// The entries of the register: practical help, whatever the table leaves to them.
fn deeds(outlook: &Outlook, deputy: &Name) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("on", Label::Date.word(lang)),
        Column::text("item", Label::Item.word(lang)),
        Column::text("what", Label::What.word(lang)),
        Column::number("times", StandingLabel::Times.word(lang)),
        Column::number("points", StandingLabel::Points.word(lang)),
    ];
    let texts = outlook.book.texts();
    let mut sheet = Sheet::new("register", StandingLabel::Register.word(lang), columns);
    for deed in outlook
        .book
        .performance()
        .deeds()
        .filter(|d| d.deputy == *deputy)
    {
        let table = table_of(outlook.book, year_of(deed.on), outlook.as_of);
        let item = table.and_then(|table| table.item(deed.item.as_str()));
        let points = worth(item, deed).map(|points| points.to_string());
        let label = item.map_or(deed.item.as_str(), |item| item.label.as_str());
        sheet.push(vec![
            deed.on.into(),
            Cell::word(deed.item.to_string(), label.to_owned()),
            texts.words(&deed.what).into(),
            Cell::Integer(i64::from(deed.times)),
            points.map(Cell::Decimal).into(),
        ]);
    }
    sheet
}

/// The pledges of a deputy.
pub(super) fn pledged(outlook: &Outlook, deputy: &Name) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::number("pledge", Label::Number.word(lang)),
        Column::date("on", Label::Date.word(lang)),
        Column::text("promise", StandingLabel::Pledges.word(lang)),
        Column::date("due", Label::Due.word(lang)),
        Column::text("state", Label::State.word(lang)),
    ];
    let texts = outlook.book.texts();
    let mut sheet = Sheet::new("pledges", StandingLabel::Pledges.word(lang), columns);
    for (id, pledge) in outlook.book.performance().pledges() {
        if pledge.made.deputy != *deputy {
            continue;
        }
        let state = pledge.state();
        let tone = match state {
            PledgeState::Broken => Tone::Bad,
            PledgeState::Open if pledge.is_overdue(outlook.as_of) => Tone::Warning,
            PledgeState::Open => Tone::Plain,
            PledgeState::Kept => Tone::Good,
        };
        sheet.push(vec![
            Cell::Integer(i64::from(id.0)),
            pledge.made.on.into(),
            texts.words(&pledge.made.promise).into(),
            pledge.made.due.into(),
            Cell::toned(state.key(), state.word(lang), tone),
        ]);
    }
    sheet
}
