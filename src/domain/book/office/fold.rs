//! The effect of one fact on the office. It refuses only what cannot have happened.

use super::{
    Adoption, Check, Deputy, Identity, Mandate, Office, Post, SavedFilter, SavedMapping, Session,
    Unit,
};
use crate::domain::book::impossible::Clash;
use crate::domain::event::{self, About, DeskFact, Event, OfficeFact, PlaceFact, RosterFact};
use crate::domain::terms::{Name, SessionKey};

impl Office {
    /// Folds one fact; facts of cases and of the record leave it as it is.
    pub(in crate::domain::book) fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        if event.about() == About::Office {
            self.latest = self.latest.max(Some(event.on()));
        }
        if let Some(fact) = OfficeFact::of(event) {
            return self.fold_office(fact);
        }
        if let Some(fact) = RosterFact::of(event) {
            return self.fold_roster(fact);
        }
        if let Some(fact) = PlaceFact::of(event) {
            return self.fold_places(fact);
        }
        DeskFact::of(event).map_or(Ok(()), |fact| self.fold_desk(fact))
    }

    fn fold_office(&mut self, fact: OfficeFact) -> Result<(), Clash> {
        match fact {
            OfficeFact::StoreOpened(event::StoreOpened {
                on,
                store,
                office,
                level,
                secretary,
            }) => {
                let identity = Identity {
                    opened: *on,
                    store: *store,
                    name: office.clone(),
                    level: *level,
                    secretary: secretary.clone(),
                };
                if self.identity.replace(identity).is_some() {
                    return Err(Clash::Opening);
                }
            }
            OfficeFact::RulesAdopted(event::RulesAdopted {
                from,
                running,
                rules,
                ..
            }) => self.adoptions.push(Adoption {
                from: *from,
                running: *running,
                rules: (**rules).clone(),
            }),
            OfficeFact::CalendarAdopted(event::CalendarAdopted { table, .. }) => {
                self.calendar.adopt(table.clone());
            }
            OfficeFact::SessionOpened(event::SessionOpened { on, term, session }) => {
                let key = SessionKey {
                    term: *term,
                    session: *session,
                };
                let opened = Session {
                    key,
                    opened: *on,
                    closed: None,
                };
                if self.sessions.insert(key, opened).is_some() {
                    return Err(Clash::Known(format!("{term}-{session}").into()));
                }
            }
            OfficeFact::SessionClosed(event::SessionClosed { on, term, session }) => {
                let key = SessionKey {
                    term: *term,
                    session: *session,
                };
                let unknown = || Clash::Unknown(format!("{term}-{session}").into());
                let session = self.sessions.get_mut(&key).ok_or_else(unknown)?;
                if session.closed.replace(*on).is_some() {
                    return Err(Clash::Known(format!("{}-{}", key.term, key.session).into()));
                }
            }
        }
        Ok(())
    }

    #[expect(clippy::too_many_lines, reason = "one table: each fact and its effect")]
    fn fold_roster(&mut self, fact: RosterFact) -> Result<(), Clash> {
        match fact {
            RosterFact::DeputyAdded(event::DeputyAdded {
                on,
                deputy,
                card,
                group,
            }) => {
                let added = Deputy {
                    entered: *on,
                    card: card.clone(),
                    group: group.clone(),
                    group_left: None,
                    mandates: Vec::new(),
                };
                if self.deputies.insert(deputy.clone(), added).is_some() {
                    return Err(Clash::Known(deputy.into()));
                }
            }
            RosterFact::MandateGiven(event::MandateGiven {
                on,
                deputy,
                level,
                constituency,
                by_election,
            }) => {
                self.person(deputy)?.mandates.push(Mandate {
                    by_election: *by_election,
                    level: *level,
                    constituency: constituency.clone(),
                    from: *on,
                    to: None,
                    why: None,
                });
            }
            RosterFact::MandateEnded(event::MandateEnded {
                on,
                deputy,
                level,
                why,
            }) => {
                let unknown = || Clash::Unknown(deputy.into());
                let seat = self.person(deputy)?.ending(*level, *on);
                let seat = seat.ok_or_else(unknown)?;
                (seat.to, seat.why) = (Some(*on), why.clone());
            }
            RosterFact::UnitAdded(event::UnitAdded { on, unit }) => {
                let added = Unit {
                    entered: *on,
                    posts: Vec::new(),
                };
                if self.units.insert(unit.clone(), added).is_some() {
                    return Err(Clash::Known(unit.into()));
                }
            }
            RosterFact::PostFilled(event::PostFilled {
                on,
                unit,
                post,
                leader,
                clerk,
                phone,
            }) => {
                let unknown = || Clash::Unknown(unit.into());
                self.units
                    .get_mut(unit)
                    .ok_or_else(unknown)?
                    .posts
                    .push(Post {
                        from: *on,
                        post: post.clone(),
                        leader: leader.clone(),
                        clerk: clerk.clone(),
                        phone: phone.clone(),
                    });
            }
        }
        Ok(())
    }

    fn fold_desk(&mut self, fact: DeskFact) -> Result<(), Clash> {
        match fact {
            DeskFact::CheckOpened(fact) => {
                let check = Check {
                    kind: fact.kind,
                    opened: fact.on,
                    seed: fact.seed,
                    cases: fact.cases.clone(),
                };
                if self.checks.insert(fact.check.clone(), check).is_some() {
                    return Err(Clash::Known((&fact.check).into()));
                }
            }
            DeskFact::MappingSaved(fact) => {
                let saved = SavedMapping {
                    columns: fact.columns.clone(),
                    ignore: fact.ignore.clone(),
                };
                self.mappings.insert(fact.mapping.clone(), saved);
            }
            DeskFact::FilterSaved(fact) => {
                let saved = SavedFilter {
                    conditions: fact.conditions.clone(),
                    sort: fact.sort.clone(),
                    descending: fact.descending,
                    columns: fact.columns.clone(),
                };
                self.filters.insert(fact.filter.clone(), saved);
            }
            DeskFact::FilterDropped(fact) => {
                let dropped = self.filters.remove(&fact.filter);
                dropped.ok_or_else(|| Clash::Unknown((&fact.filter).into()))?;
            }
        }
        Ok(())
    }

    fn person(&mut self, name: &Name) -> Result<&mut Deputy, Clash> {
        self.deputies
            .get_mut(name)
            .ok_or_else(|| Clash::Unknown(name.into()))
    }
}
