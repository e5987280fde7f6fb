//! The roster: seats that do not overlap, namesakes told apart, groups, homes and stations.

use super::{Bench, not_found, one};
use crate::domain::command::{RosterWish, Seat};
use crate::domain::event::{self, Event};
use crate::domain::refusal::{Refusal, Rule, Thing, WorkRule};
use crate::domain::terms::{Level, Name, TextError};

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
                let members = office.members_on(&group, on);
                if let Some(name) = deputies.iter().find(|name| members.contains(name)) {
                    let name = name.to_string();
                    return Err(Rule::Known { name }.into());
                }
                // A group that deputies were entered with has no entry of its own yet.
                let mut events = Vec::new();
                if office.group_entered(&group).is_none() {
                    events.extend(one(event::GroupAdded {
                        on,
                        group: group.clone(),
                        professional: false,
                        station: None,
                    }));
                }
                events.extend(one(event::GroupJoined {
                    on,
                    group,
                    deputies,
                }));
                Ok(events)
            }
            RosterWish::Leave { group, deputies } => {
                self.group(&group)?;
                let entered = self.book.office().group_entered(&group);
                let members: Vec<&Name> =
                    entered.map_or_else(Vec::new, |g| g.joined_on(on).collect());
                if let Some(name) = deputies.iter().find(|name| !members.contains(name)) {
                    return Err(not_found(Thing::Deputy, name.as_str(), Vec::new()));
                }
                Ok(one(event::GroupLeft {
                    on,
                    group,
                    deputies,
                }))
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
                self.staffed(station, heads, informants)
            }
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

    /// Whether seats of a deputy overlap neither those on record nor each other.
    pub(super) fn seats_apart(&self, deputy: &Name, seats: &[Seat]) -> Result<(), Refusal> {
        let mut known = self
            .book
            .office()
            .deputy(deputy)
            .cloned()
            .unwrap_or_default();
        for seat in seats {
            let from = seat.from.unwrap_or(self.stamp.on);
            if let Some(to) = seat.to.filter(|to| *to < from) {
                return Err(Rule::TooEarly {
                    on: to,
                    after: from,
                }
                .into());
            }
            if let Some(held) = known.overlap(seat.level, from, seat.to) {
                return Err(WorkRule::SeatOverlaps {
                    deputy: deputy.clone(),
                    level: seat.level,
                    from: held.from,
                    to: held.to,
                }
                .into());
            }
            known.mandates.push(crate::domain::book::Mandate {
                level: seat.level,
                constituency: None,
                by_election: seat.by_election,
                from,
                to: seat.to,
            });
        }
        Ok(())
    }

    /// A seat that ends is held, and did not begin later.
    pub(super) fn holds_seat(&self, deputy: &Name, level: Level) -> Result<(), Refusal> {
        let on = self.stamp.on;
        let known = self.book.office().deputy(deputy);
        let mut seats = known.into_iter().flat_map(|known| &known.mandates);
        let held = seats.find(|seat| seat.level == level && seat.to.is_none());
        match held {
            None => Err(Rule::NoSeat {
                deputy: deputy.clone(),
                level,
            }
            .into()),
            Some(seat) if on < seat.from => Err(Rule::TooEarly {
                on,
                after: seat.from,
            }
            .into()),
            Some(_) => Ok(()),
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
