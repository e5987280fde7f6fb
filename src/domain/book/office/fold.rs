//! The effect of one fact on the office. It refuses only what cannot have happened.

use super::{
    Adoption, Check, Deputy, Identity, Mandate, Office, Post, SavedFilter, SavedMapping, Session,
    Unit,
};
use crate::domain::book::impossible::Clash;
use crate::domain::event::{self, Event};
use crate::domain::terms::{Name, SessionKey};

impl Office {
    /// Folds one fact; facts of cases and of the record leave it as it is.
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "facts of cases and of the record are nothing to the office; the others go on"
    )]
    pub(in crate::domain::book) fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        match event {
            Event::StoreOpened(event::StoreOpened {
                store,
                office,
                level,
                secretary,
                ..
            }) => {
                let identity = Identity {
                    store: *store,
                    name: office.clone(),
                    level: *level,
                    secretary: secretary.clone(),
                };
                if self.identity.replace(identity).is_some() {
                    return Err(Clash::Opening);
                }
            }
            Event::RulesAdopted(event::RulesAdopted {
                from,
                running,
                rules,
                ..
            }) => self.adoptions.push(Adoption {
                from: *from,
                running: *running,
                rules: (**rules).clone(),
            }),
            Event::CalendarAdopted(event::CalendarAdopted { table, .. }) => {
                self.calendar.adopt(table.clone());
            }
            Event::SessionOpened(event::SessionOpened { on, term, session }) => {
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
                    return Err(Clash::Known(format!("{term}-{session}")));
                }
            }
            Event::SessionClosed(event::SessionClosed { on, term, session }) => {
                let key = SessionKey {
                    term: *term,
                    session: *session,
                };
                let unknown = || Clash::Unknown(format!("{term}-{session}"));
                let session = self.sessions.get_mut(&key).ok_or_else(unknown)?;
                if session.closed.replace(*on).is_some() {
                    return Err(Clash::Known(format!("{}-{}", key.term, key.session)));
                }
            }
            _ => return self.fold_roster(event),
        }
        Ok(())
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "facts of cases and of the record are nothing to the office; the others go on"
    )]
    fn fold_roster(&mut self, event: &Event) -> Result<(), Clash> {
        match event {
            Event::DeputyAdded(event::DeputyAdded {
                deputy,
                card,
                group,
                ..
            }) => {
                let added = Deputy {
                    card: card.clone(),
                    group: group.clone(),
                    group_left: None,
                    mandates: Vec::new(),
                };
                if self.deputies.insert(deputy.clone(), added).is_some() {
                    return Err(Clash::Known(deputy.to_string()));
                }
            }
            Event::MandateGiven(event::MandateGiven {
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
                });
            }
            Event::MandateEnded(event::MandateEnded {
                on, deputy, level, ..
            }) => {
                let unknown = || Clash::Unknown(deputy.to_string());
                let seat = self.person(deputy)?.ending(*level, *on);
                seat.ok_or_else(unknown)?.to = Some(*on);
            }
            Event::UnitAdded(event::UnitAdded { unit, .. }) => {
                let known = self.units.insert(unit.clone(), Unit::default());
                if known.is_some() {
                    return Err(Clash::Known(unit.to_string()));
                }
            }
            Event::PostFilled(event::PostFilled {
                on,
                unit,
                post,
                leader,
                clerk,
                phone,
            }) => {
                let unknown = || Clash::Unknown(unit.to_string());
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
            _ => return self.fold_work(event),
        }
        Ok(())
    }

    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "facts of cases and of the record are nothing to the office; the others go on"
    )]
    fn fold_work(&mut self, event: &Event) -> Result<(), Clash> {
        match event {
            Event::CheckOpened(fact) => {
                let check = Check {
                    kind: fact.kind,
                    opened: fact.on,
                    seed: fact.seed,
                    cases: fact.cases.clone(),
                };
                if self.checks.insert(fact.check.clone(), check).is_some() {
                    return Err(Clash::Known(fact.check.to_string()));
                }
            }
            Event::MappingSaved(fact) => {
                let saved = SavedMapping {
                    columns: fact.columns.clone(),
                    ignore: fact.ignore.clone(),
                };
                self.mappings.insert(fact.mapping.clone(), saved);
            }
            Event::FilterSaved(fact) => {
                let saved = SavedFilter {
                    conditions: fact.conditions.clone(),
                    sort: fact.sort.clone(),
                    descending: fact.descending,
                    columns: fact.columns.clone(),
                };
                self.filters.insert(fact.filter.clone(), saved);
            }
            Event::FilterDropped(fact) => {
                let dropped = self.filters.remove(&fact.filter);
                dropped.ok_or_else(|| Clash::Unknown(fact.filter.to_string()))?;
            }
            _ => return self.fold_places(event),
        }
        Ok(())
    }

    fn person(&mut self, name: &Name) -> Result<&mut Deputy, Clash> {
        self.deputies
            .get_mut(name)
            .ok_or_else(|| Clash::Unknown(name.to_string()))
    }
}
