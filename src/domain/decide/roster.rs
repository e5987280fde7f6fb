//! The roster: namesakes told apart, cards, groups, homes and stations. Seats have their own room.

use super::opinions::not_before;
use super::seats::seats;
use super::{Bench, not_found, one};
use crate::domain::book::{Group, Membership, Office};
use crate::domain::command::RosterWish;
use crate::domain::event::{self, Event, PlaceFact};
use crate::domain::refusal::{Refusal, Rule, Thing, WorkRule};
use crate::domain::terms::{Date, Name, TextError};

impl Bench<'_> {
    #[expect(clippy::too_many_lines, reason = "one table: each wish and its facts")]
    pub(super) fn roster(&self, wish: &RosterWish) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        match wish.clone() {
            RosterWish::AddGroup {
                group,
                professional,
                station,
                deputies,
            } => {
                station.iter().try_for_each(|name| self.station(name))?;
                self.each_once(&deputies)?;
                let added = event::GroupAdded {
                    on,
                    group: group.clone(),
                    professional,
                    station,
                };
                let mut events = one(added);
                if !deputies.is_empty() {
                    events.extend(one(event::GroupJoined {
                        on,
                        group,
                        deputies,
                    }));
                }
                Ok(events)
            }
            RosterWish::Join { group, deputies } => {
                self.group(&group)?;
                self.each_once(&deputies)?;
                let office = self.book.office();
                let begins = office.group_entered(&group).map(|group| group.from);
                begins.map_or(Ok(()), |begins| not_before(on, begins))?;
                let entered = office.group_entered(&group);
                let members = office.members_on(&group, on);
                // Who joined on a later day and is still there would be there twice.
                let there = |name: &&Name| {
                    let mut times = entered.iter().flat_map(|group| group.times_of(name));
                    members.contains(name) || times.any(|time| time.to.is_none_or(|to| on <= to))
                };
                if let Some(deputy) = deputies.iter().find(there) {
                    let deputy = deputy.clone();
                    return Err(WorkRule::InGroup { deputy, group }.into());
                }
                let mut events = self.group_of_the_roster(&group);
                events.extend(one(event::GroupJoined {
                    on,
                    group,
                    deputies,
                }));
                Ok(events)
            }
            RosterWish::Leave { group, deputies } => {
                self.group(&group)?;
                let office = self.book.office();
                let entered = office.group_entered(&group);
                let belongs = |name: &Name| {
                    let known = office.deputy(name);
                    entered.is_some_and(|group| group.has_joined(name, on))
                        || known.and_then(|known| known.group_on(on)) == Some(&group)
                };
                if let Some(name) = deputies.iter().find(|name| !belongs(name)) {
                    self.deputy(name)?;
                    let deputy = name.clone();
                    return Err(WorkRule::NotInGroup { deputy, group }.into());
                }
                let mut events = self.group_of_the_roster(&group);
                events.extend(one(event::GroupLeft {
                    on,
                    group,
                    deputies,
                }));
                Ok(events)
            }
            RosterWish::AddStation {
                station,
                kind,
                place,
                heads,
                informants,
            } => {
                let added = event::StationAdded {
                    on,
                    station: station.clone(),
                    kind,
                    place,
                };
                let mut events = one(added);
                if !heads.is_empty() || !informants.is_empty() {
                    events.extend(self.staffed(station, heads, informants)?);
                }
                Ok(events)
            }
            RosterWish::Staff {
                station,
                heads,
                informants,
            } => {
                self.station(&station)?;
                let begins = self.book.office().station(&station).map(|s| s.from);
                begins.map_or(Ok(()), |begins| not_before(self.stamp.on, begins))?;
                if heads.is_empty() && informants.is_empty() {
                    return self.staffed(station, heads, informants);
                }
                // Who is not named anew stays, as far as he is still a deputy.
                let office = self.book.office();
                let known = office.station(&station);
                let known = known.and_then(|station| station.staffing_on(on));
                let or = |named: Vec<Name>, known: Option<&Vec<Name>>| match named.is_empty() {
                    true => office
                        .serving_among(known.into_iter().flatten(), on)
                        .cloned()
                        .collect(),
                    false => named,
                };
                let heads = or(heads, known.map(|known| &known.heads));
                let informants = or(informants, known.map(|known| &known.informants));
                self.staffed(station, heads, informants)
            }
        }
    }

    /// The entry of a group that deputies were entered with and that has none of its own yet: it has
    /// been there since the first of them was a deputy.
    fn group_of_the_roster(&self, group: &Name) -> Vec<Event> {
        let office = self.book.office();
        let members = office.deputies().map(|(_, known)| known);
        let members = members.filter(|known| known.group.as_ref() == Some(group));
        let seats = members.flat_map(|known| &known.mandates);
        let begins = seats.map(|seat| seat.from).min();
        match office.group_entered(group) {
            Some(_) => Vec::new(),
            None => one(event::GroupAdded {
                on: begins.unwrap_or(self.stamp.on).min(self.stamp.on),
                group: group.clone(),
                professional: false,
                station: None,
            }),
        }
    }

    /// Whether the rules of a fresh entry allow a fact of the roster, on its day.
    pub(super) fn allows_on_roster(&self, event: &Event) -> Result<(), Refusal> {
        let Some(fact) = PlaceFact::of(event) else {
            return Ok(());
        };
        match fact {
            PlaceFact::GroupAdded(fact) => {
                let mut station = fact.station.iter();
                station.try_for_each(|name| self.station(name))
            }
            PlaceFact::GroupJoined(fact) => self.each_once(&fact.deputies),
            PlaceFact::StationStaffed(fact) => {
                self.each_once(&fact.heads)?;
                self.each_once(&fact.informants)
            }
            PlaceFact::GroupLeft(_) | PlaceFact::StationAdded(_) => Ok(()),
        }
    }

    fn staffed(
        &self,
        station: Name,
        heads: Vec<Name>,
        informants: Vec<Name>,
    ) -> Result<Vec<Event>, Refusal> {
        self.each_once(&heads)?;
        self.each_once(&informants)?;
        Ok(one(event::StationStaffed {
            on: self.stamp.on,
            station,
            heads,
            informants,
        }))
    }

    pub(super) fn station(&self, name: &Name) -> Result<(), Refusal> {
        let office = self.book.office();
        match office.station(name) {
            Some(_) => Ok(()),
            None => Err(not_found(
                Thing::Station,
                name.as_str(),
                office.stations_near(name.as_str()),
            )),
        }
    }

    /// A card number that nobody else on the roster has.
    pub(super) fn card_is_free(&self, card: Option<&Name>) -> Result<(), Refusal> {
        let mut known = self.book.office().deputies();
        let taken = known.find(|(_, known)| card.is_some() && known.card.as_ref() == card);
        match (card, taken) {
            (Some(card), Some((deputy, _))) => Err(WorkRule::CardTaken {
                card: card.clone(),
                deputy: deputy.clone(),
            }
            .into()),
            _ => Ok(()),
        }
    }

    /// Under which name a new person stands on the roster: a namesake's is followed by the card,
    /// where both have cards that differ.
    pub(super) fn roster_name(&self, name: &Name, card: Option<&Name>) -> Result<Name, Refusal> {
        let office = self.book.office();
        let Some(known) = office.deputy(name) else {
            return Ok(name.clone());
        };
        let (Some(card), Some(theirs)) = (card, &known.card) else {
            return Err(WorkRule::Namesake {
                deputy: name.clone(),
            }
            .into());
        };
        let told_apart = |_: TextError| {
            Refusal::from(Rule::Known {
                name: name.to_string(),
            })
        };
        match card == theirs {
            true => Err(Rule::Known {
                name: name.to_string(),
            }
            .into()),
            false => Name::new(&format!("{name}({card})")).map_err(told_apart),
        }
    }
}

/// Whether the roster, as a correction or a line taken back leaves it, stands by the rules of fresh
/// entries: what stands against them in an old journal is no reason to refuse another change.
pub(super) fn roster_stands(before: &Office, after: &Office) -> Result<(), Refusal> {
    if before == after {
        return Ok(());
    }
    let known = offences(before);
    let mut new = offences(after).into_iter();
    new.find(|offence| !known.contains(offence))
        .map_or(Ok(()), Err)
}

/// All that stands against the rules of the roster.
fn offences(office: &Office) -> Vec<Refusal> {
    let seats = office
        .deputies()
        .flat_map(|(name, known)| seats(name, known));
    let groups = office.groups_entered();
    let groups = groups.flat_map(|(_, group)| members(office, group));
    let stations = office.stations().flat_map(|(_, station)| {
        station.staffings.iter().flat_map(|staffed| {
            let early = begins_before(staffed.from, station.from);
            let keepers = staffed.heads.iter().chain(&staffed.informants);
            let unknown = keepers.filter_map(|name| not_on_it(office, name));
            early.into_iter().chain(unknown).collect::<Vec<_>>()
        })
    });
    let cards = office.deputies().filter_map(|(name, known)| {
        let card = known.card.as_ref()?;
        let mut others = office.deputies().take_while(|(other, _)| *other != name);
        let (other, _) = others.find(|(_, other)| other.card.as_ref() == Some(card))?;
        let (card, deputy) = (card.clone(), other.clone());
        Some(WorkRule::CardTaken { card, deputy }.into())
    });
    let sessions = office.sessions().filter_map(|session| {
        let closed = session.closed?;
        begins_before(closed, session.opened)
    });
    seats
        .chain(groups)
        .chain(stations)
        .chain(cards)
        .chain(sessions)
        .collect()
}

/// Members who were there before their group, left before they came, or came twice.
fn members(office: &Office, group: &Group) -> Vec<Refusal> {
    let mut offences = Vec::new();
    for (name, times) in group.memberships() {
        offences.extend(not_on_it(office, name));
        for (place, time) in times.iter().enumerate() {
            offences.extend(begins_before(time.from, group.from));
            offences.extend(time.to.and_then(|to| begins_before(to, time.from)));
            let goes_on = |earlier: &Membership| {
                earlier.to.is_none_or(|to| time.from <= to)
                    && time.to.is_none_or(|to| earlier.from <= to)
            };
            if times[..place].iter().any(goes_on) {
                let name = name.into();
                offences.push(Rule::Recorded { name }.into());
            }
        }
    }
    offences
}

fn begins_before(on: Date, after: Date) -> Option<Refusal> {
    not_before(on, after).err()
}

fn not_on_it(office: &Office, name: &Name) -> Option<Refusal> {
    let unknown = || not_found(Thing::Deputy, name.as_str(), Vec::new());
    office.deputy(name).is_none().then(unknown)
}
