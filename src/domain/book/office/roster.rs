//! Groups of deputies and the places where they meet voters, over time.

use std::collections::{BTreeMap, BTreeSet};

use super::by_day::Then;
use super::{Deputy, Mandate, Office, near};
use crate::domain::book::impossible::Clash;
use crate::domain::event::{PlaceFact, StationKind};
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::terms::{Date, Level, Name};

/// Since when somebody belongs to a group, and until when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Membership {
    /// The first day.
    pub from: Date,
    /// The day it ended.
    pub to: Option<Date>,
}

/// A group of deputies (代表小组).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The first day.
    pub from: Date,
    /// 专业代表小组
    pub professional: bool,
    /// Where it meets.
    pub station: Option<Name>,
    /// Who joined it as such; who has it as the group of the roster stands there.
    members: BTreeMap<Name, Vec<Membership>>,
}

/// Who keeps a station, since a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Staffing {
    /// The first day.
    pub from: Date,
    /// 负责人
    pub heads: Vec<Name>,
    /// 信息员
    pub informants: Vec<Name>,
}

/// A home, a station or a contact point.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Station {
    /// The first day.
    pub from: Date,
    /// Which of them.
    pub kind: StationKind,
    /// Where.
    pub place: Option<Name>,
    /// Who kept it, oldest first.
    pub staffings: Vec<Staffing>,
}

impl Station {
    /// Who keeps it on a day.
    pub fn staffing_on(&self, day: Date) -> Option<&Staffing> {
        let by_then = self.staffings.iter().filter(|s| s.from <= day);
        by_then.max_by_key(|s| s.from)
    }
}

impl Group {
    /// Who belongs to it on a day, as told by its own entries.
    pub fn joined_on(&self, day: Date) -> impl Iterator<Item = &Name> {
        let members = self.members.keys();
        members.filter(move |name| self.has_joined(name, day))
    }

    /// Whether a deputy belongs to it on a day, as told by its own entries.
    pub fn has_joined(&self, deputy: &Name, day: Date) -> bool {
        let mut times = self.times_of(deputy).iter();
        times.any(|time| time.from <= day && time.to.is_none_or(|to| day <= to))
    }

    /// Who ever joined it as such, and when.
    pub fn memberships(&self) -> impl Iterator<Item = (&Name, &[Membership])> {
        self.members.iter().map(|(name, times)| (name, &times[..]))
    }

    /// When a deputy joined it as such, and left it.
    pub fn times_of(&self, deputy: &Name) -> &[Membership] {
        self.members.get(deputy).map_or(&[], Vec::as_slice)
    }

    /// Forgets what is of later days than one, and tells whether the group was there by then.
    pub(super) fn go_back(&mut self, then: Then) -> bool {
        let day = then.day;
        self.members.retain(|_, times| {
            times.retain(|time| time.from <= day);
            for time in &mut *times {
                time.to.take_if(|to| *to > day);
            }
            !times.is_empty()
        });
        then.was_there(self.from)
    }

    fn open(&mut self, deputy: &Name) -> Option<&mut Membership> {
        let times = self.members.get_mut(deputy)?;
        times.iter_mut().rfind(|membership| membership.to.is_none())
    }
}

impl Deputy {
    /// The seat of a level that ends on a day: of an earlier one that is entered late, with its end,
    /// and the present one, that which had begun by then.
    pub(super) fn ending(&mut self, level: Level, on: Date) -> Option<&mut Mandate> {
        let open = |m: &Mandate| m.level == level && m.to.is_none();
        let begun = self.mandates.iter().rposition(|m| open(m) && m.from <= on);
        let ends = begun.or_else(|| self.mandates.iter().position(open));
        self.mandates.get_mut(ends?)
    }

    /// The first seat that another one of the same level, from a day to another, would overlap.
    pub fn overlap(&self, level: Level, from: Date, to: Option<Date>) -> Option<&Mandate> {
        let mut seats = self.mandates.iter().filter(|seat| seat.level == level);
        seats.find(|seat| {
            let ends_before = seat.to.is_some_and(|end| end < from);
            let begins_after = to.is_some_and(|end| end < seat.from);
            !ends_before && !begins_after
        })
    }
}

impl Office {
    /// How many deputies whose seats are on record hold one at a level on a day.
    pub fn seated(&self, level: Level, day: Date) -> usize {
        let deputies = self.deputies.values();
        let seated =
            deputies.filter(|known| !known.mandates.is_empty() && known.serves_at(level, day));
        seated.count()
    }

    /// Those of some deputies who hold a seat on a day.
    pub fn serving_among<'n>(
        &self,
        names: impl Iterator<Item = &'n Name>,
        day: Date,
    ) -> impl Iterator<Item = &'n Name> {
        names.filter(move |name| {
            let known = self.deputies.get(*name);
            known.is_none_or(|known| known.serves_on(day))
        })
    }

    /// The groups with entries of their own.
    pub fn groups_entered(&self) -> impl Iterator<Item = (&Name, &Group)> {
        self.groups.iter()
    }

    /// A group with an entry of its own.
    pub fn group_entered(&self, name: &Name) -> Option<&Group> {
        self.groups.get(name)
    }

    /// The groups: those entered, and those that deputies on the roster belong to.
    pub fn groups(&self) -> BTreeSet<&Name> {
        let named = self.deputies.values().filter_map(|d| d.group.as_ref());
        named.chain(self.groups.keys()).collect()
    }

    /// Who belongs to a group on a day.
    pub fn members_on(&self, group: &Name, day: Date) -> BTreeSet<&Name> {
        let deputies = self.deputies.iter();
        let members = deputies.filter(|(name, deputy)| self.belongs((name, deputy), group, day));
        members.map(|(name, _)| name).collect()
    }

    /// The groups that a deputy belongs to on a day.
    pub fn groups_on(&self, deputy: &Name, day: Date) -> BTreeSet<&Name> {
        let Some(known) = self.deputies.get(deputy) else {
            return BTreeSet::new();
        };
        let groups = self.groups.keys().chain(&known.group);
        groups
            .filter(|group| self.belongs((deputy, known), group, day))
            .collect()
    }

    /// Whether somebody who holds a seat on a day was entered with the group or joined it, and has
    /// not left.
    fn belongs(&self, (name, known): (&Name, &Deputy), group: &Name, day: Date) -> bool {
        let joined = || {
            self.groups
                .get(group)
                .is_some_and(|group| group.has_joined(name, day))
        };
        known.serves_on(day) && (known.group_on(day) == Some(group) || joined())
    }

    /// The homes, stations and contact points.
    pub fn stations(&self) -> impl Iterator<Item = (&Name, &Station)> {
        self.stations.iter()
    }

    /// One of them.
    pub fn station(&self, name: &Name) -> Option<&Station> {
        self.stations.get(name)
    }

    /// The stations whose names are nearest to a word.
    pub fn stations_near(&self, word: &str) -> Vec<String> {
        near(word, self.stations.keys())
    }

    /// Whom a typed name means: `李明`, or `李明(1024)` where namesakes are told apart by their
    /// cards. The names on the roster that fit. What stands in brackets and is nobody's card is a
    /// part of a name: `李明（杨柳村）` is no namesake of `李明`.
    pub fn people_called(&self, typed: &Name) -> Vec<&Name> {
        let (plain, card) = parted(typed.as_str());
        let fits = |(name, deputy): &(&Name, &Deputy)| {
            let same = deputy.card.as_ref().map(Name::as_str) == card;
            self.name_alone(name) == plain && (card.is_none() || same)
        };
        let Ok(first) = Name::new(plain) else {
            return Vec::new();
        };
        let from = self.deputies.range(first..);
        let alike = from.take_while(|(name, _)| name.as_str().starts_with(plain));
        alike.filter(fits).map(|(name, _)| name).collect()
    }

    /// The person that a typed name means; who is not on the roster keeps the name as it is.
    ///
    /// # Errors
    /// Several bear the name: they are named as they can be told apart.
    pub fn person_called(&self, typed: &Name) -> Result<Name, Refusal> {
        match self.people_called(typed).as_slice() {
            [] => Ok(typed.clone()),
            [only] => Ok((*only).clone()),
            several => {
                let several = several.iter();
                Err(Refusal::Ambiguous {
                    thing: Thing::Deputy,
                    word: typed.to_string(),
                    candidates: several.map(|name| self.told_apart(name)).collect(),
                })
            }
        }
    }

    /// The unit of the roster that a typed name means.
    ///
    /// # Errors
    /// There is none of that name; the nearest are named.
    pub fn unit_called(&self, typed: &str) -> Result<Name, Refusal> {
        let known = Name::new(typed).ok();
        let known = known.filter(|name| self.unit(name).is_some());
        known.ok_or_else(|| Refusal::NotFound {
            thing: Thing::Unit,
            word: typed.to_owned(),
            near: self.units_near(typed),
        })
    }

    /// A name as it is written to its bearer and to the public: without the card by which the office
    /// tells namesakes apart.
    pub fn name_alone<'n>(&self, name: &'n Name) -> &'n str {
        let (plain, card) = parted(name.as_str());
        let known = self.deputy(name).and_then(|known| known.card.as_ref());
        match known.is_some() && known.map(Name::as_str) == card {
            true => plain,
            false => name.as_str(),
        }
    }

    /// A name on the roster as nobody else bears it: `李明(1024)` where there is a namesake.
    pub fn told_apart(&self, name: &Name) -> String {
        let (plain, card) = parted(name.as_str());
        let known = self.deputy(name).and_then(|known| known.card.as_ref());
        let shared = || Name::new(plain).is_ok_and(|plain| self.people_called(&plain).len() > 1);
        match known {
            Some(known) if card.is_none() && shared() => format!("{name}({known})"),
            Some(_) | None => name.to_string(),
        }
    }

    pub(super) fn fold_places(&mut self, fact: PlaceFact) -> Result<(), Clash> {
        match fact {
            PlaceFact::GroupAdded(fact) => {
                let group = Group {
                    from: fact.on,
                    professional: fact.professional,
                    station: fact.station.clone(),
                    members: BTreeMap::new(),
                };
                if self.groups.insert(fact.group.clone(), group).is_some() {
                    return Err(Clash::Known((&fact.group).into()));
                }
            }
            PlaceFact::GroupJoined(fact) => {
                let unknown = || Clash::Unknown((&fact.group).into());
                let group = self.groups.get_mut(&fact.group).ok_or_else(unknown)?;
                for deputy in &fact.deputies {
                    let times = group.members.entry(deputy.clone()).or_default();
                    times.push(Membership {
                        from: fact.on,
                        to: None,
                    });
                }
            }
            PlaceFact::GroupLeft(fact) => {
                let unknown = |name: &Name| Clash::Unknown(name.into());
                let group = self.groups.get_mut(&fact.group);
                let group = group.ok_or_else(|| unknown(&fact.group))?;
                for deputy in &fact.deputies {
                    let entered = self.deputies.get_mut(deputy);
                    let entered = entered.filter(|known| known.group.as_ref() == Some(&fact.group));
                    let entered = entered.map(|known| &mut known.group_left);
                    let entered = entered.filter(|left| left.is_none());
                    let joined = group.open(deputy).map(|time| &mut time.to);
                    *joined.or(entered).ok_or_else(|| unknown(deputy))? = Some(fact.on);
                }
            }
            PlaceFact::StationAdded(fact) => {
                let station = Station {
                    from: fact.on,
                    kind: fact.kind,
                    place: fact.place.clone(),
                    staffings: Vec::new(),
                };
                if self
                    .stations
                    .insert(fact.station.clone(), station)
                    .is_some()
                {
                    return Err(Clash::Known((&fact.station).into()));
                }
            }
            PlaceFact::StationStaffed(fact) => {
                let unknown = || Clash::Unknown((&fact.station).into());
                let station = self.stations.get_mut(&fact.station).ok_or_else(unknown)?;
                station.staffings.push(Staffing {
                    from: fact.on,
                    heads: fact.heads.clone(),
                    informants: fact.informants.clone(),
                });
            }
        }
        Ok(())
    }
}

/// `李明(1024)` as name and card; a name without a card as it is.
fn parted(name: &str) -> (&str, Option<&str>) {
    let parts = name.split_once(['(', '（']);
    let parts = parts.and_then(|(plain, rest)| {
        let card = rest.strip_suffix([')', '）'])?;
        (!plain.is_empty() && !card.is_empty()).then_some((plain, Some(card)))
    });
    parts.unwrap_or((name, None))
}
