//! The counted report of the roster: homes and stations, groups, seats, who keeps what, households.
//!
//! Refuses: to list; a figure names what stands behind it, `roster` lists that.

use std::collections::BTreeSet;

use super::citizens;
use super::document::Document;
use super::figures::NoSuchFigure;
use super::outlook::Outlook;
use super::roster::{deputy_sheet, group_sheet, station_sheet};
use super::work::{Asked, Behind, Counted, Line, Report};
use crate::domain::book::Citizen;
use crate::domain::event::{StationKind, Subject};
use crate::domain::terms::{CitizenId, Level, Name};
use crate::words::{Word, WorkLabel};

/// The counted report.
///
/// # Errors
/// A figure is asked for that the report does not have.
pub fn report(outlook: &Outlook, asked: &Asked) -> Result<Document, NoSuchFigure> {
    let office = outlook.office();
    let serving = places(
        office
            .deputies()
            .map(|(_, deputy)| deputy.serves_on(outlook.as_of)),
    );
    let report = Report {
        kind: "report.roster",
        title: WorkLabel::RosterReport.word(outlook.lang),
        scope: asked.scope(outlook.lang),
        total: serving.len(),
        units: office.units().count(),
        sections: vec![
            stations(outlook),
            groups(outlook),
            seats(outlook),
            staffed(outlook),
            households(outlook),
        ],
    };
    report.answer(outlook, asked, listing)
}

/// The places among all of those that something holds for.
fn places(holds: impl Iterator<Item = bool>) -> Vec<usize> {
    let places = holds.enumerate();
    places
        .filter(|(_, holds)| *holds)
        .map(|(place, _)| place)
        .collect()
}

fn stations(outlook: &Outlook) -> Counted {
    let lang = outlook.lang;
    let kinds = [
        (StationKind::Home, "home"),
        (StationKind::Station, "station"),
        (StationKind::ContactPoint, "contact_point"),
    ];
    let office = outlook.office();
    let line = |(kind, key): (StationKind, &'static str)| {
        let of_kind = places(office.stations().map(|(_, station)| station.kind == kind));
        let behind = of_kind.into_iter().map(Behind::Station);
        Line::new(key, kind.word(lang), behind.collect())
    };
    Counted {
        key: "station",
        label: WorkLabel::Stations.word(lang),
        of: None,
        lines: kinds.into_iter().map(line).collect(),
    }
}

fn groups(outlook: &Outlook) -> Counted {
    let lang = outlook.lang;
    let office = outlook.office();
    let professional = |name: &Name| {
        let entered = office.group_entered(name);
        entered.is_some_and(|group| group.professional)
    };
    let line = |key: &'static str, label: WorkLabel, wanted: bool| {
        let groups = office.groups().into_iter();
        let of_kind = places(groups.map(|name| professional(name) == wanted));
        let behind = of_kind.into_iter().map(Behind::Group);
        Line::new(key, label.word(lang), behind.collect())
    };
    Counted {
        key: "group",
        label: WorkLabel::KindsOfGroups.word(lang),
        of: None,
        lines: vec![
            line("ordinary", WorkLabel::OrdinaryGroups, false),
            line("professional", WorkLabel::ProfessionalGroups, true),
        ],
    }
}

fn seats(outlook: &Outlook) -> Counted {
    let lang = outlook.lang;
    let levels = [
        (Level::Town, "town"),
        (Level::District, "district"),
        (Level::City, "city"),
        (Level::Province, "province"),
    ];
    let (office, day) = (outlook.office(), outlook.as_of);
    let line = |(level, key): (Level, &'static str)| {
        let held = places(office.deputies().map(|(_, deputy)| {
            let mut seats = deputy.mandates.iter();
            seats.any(|seat| seat.level == level && seat.is_held_on(day))
        }));
        let behind = held.into_iter().map(Behind::Deputy);
        Line::new(key, level.word(lang), behind.collect())
    };
    let lines = levels.into_iter().map(line);
    Counted {
        key: "seat",
        label: WorkLabel::SeatsHeld.word(lang),
        of: None,
        lines: lines.filter(|line| !line.behind.is_empty()).collect(),
    }
}

fn staffed(outlook: &Outlook) -> Counted {
    let lang = outlook.lang;
    let office = outlook.office();
    let staffings = || {
        let stations = office.stations();
        stations.filter_map(|(_, station)| station.staffing_on(outlook.as_of))
    };
    let heads = office.serving_among(staffings().flat_map(|s| &s.heads), outlook.as_of);
    let heads: BTreeSet<&Name> = heads.collect();
    let informants = staffings().flat_map(|s| &s.informants);
    let informants = office.serving_among(informants, outlook.as_of);
    let informants: BTreeSet<&Name> = informants.collect();
    let line = |key: &'static str, label: WorkLabel, people: &BTreeSet<&Name>| {
        let named = places(office.deputies().map(|(name, _)| people.contains(name)));
        let behind = named.into_iter().map(Behind::Deputy);
        Line::new(key, label.word(lang), behind.collect())
    };
    Counted {
        key: "staff",
        label: WorkLabel::Staffed.word(lang),
        of: None,
        lines: vec![
            line("heads", WorkLabel::Heads, &heads),
            line("informants", WorkLabel::Informants, &informants),
        ],
    }
}

fn households(outlook: &Outlook) -> Counted {
    let lang = outlook.lang;
    let line = |key: &'static str, label: WorkLabel, wanted: fn(&Citizen) -> bool| {
        let all = outlook.book.citizens().iter();
        let behind = all.filter(|(_, citizen)| wanted(citizen));
        let behind = behind.map(|(id, _)| Behind::Work(Subject::Citizen(id)));
        Line::new(key, label.word(lang), behind.collect())
    };
    let paired = line("paired", WorkLabel::HouseholdsPaired, |c| {
        c.paired.is_some()
    });
    let visited = line("visited", WorkLabel::HouseholdsVisited, |c| {
        !c.visits.is_empty()
    });
    let visits = outlook.book.citizens().iter().map(|(_, c)| c.visits.len());
    let visits = visits.sum();
    let behind = visited.behind.clone();
    Counted {
        key: "household",
        label: WorkLabel::Households.word(lang),
        of: None,
        lines: vec![
            paired,
            visited.with_part(
                "visits",
                WorkLabel::HouseholdVisits.word(lang),
                visits,
                behind,
            ),
        ],
    }
}

/// Lists of what stands behind a figure.
fn listing(outlook: &Outlook, behind: &[Behind]) -> Vec<super::Sheet> {
    let has = |thing: Behind| behind.contains(&thing);
    let mut sheets = vec![
        station_sheet(outlook, |place| has(Behind::Station(place))),
        group_sheet(outlook, |place| has(Behind::Group(place))),
        deputy_sheet(outlook, |place| has(Behind::Deputy(place))),
    ];
    let theirs = |(id, _): &(CitizenId, &Citizen)| has(Behind::Work(Subject::Citizen(*id)));
    let households: Vec<_> = outlook.book.citizens().iter().filter(theirs).collect();
    sheets.push(citizens::sheet(outlook, &households));
    sheets.retain(|sheet| !sheet.rows().is_empty());
    sheets
}
