//! Citizens and households (群众): entering, pairing with deputies, calling on them, erasing.
//!
//! Each fact is judged against the state just before it; a correction by the same judgement.

use super::opinions::not_before;
use super::{Bench, not_found, one};
use crate::domain::book::{Book, Citizen, Citizens};
use crate::domain::command::CitizenWish;
use crate::domain::event::{self, CitizenFact, Event};
use crate::domain::refusal::{Refusal, Rule, Thing, WorkRule};
use crate::domain::terms::{CitizenId, Date, Name, Particulars, Sealed};

/// Whether somebody is not on record yet: nobody stands there with that name and number. The
/// particulars stand beside the journal, so whoever has read them hands them in; who is put right is
/// nobody else.
///
/// # Errors
/// Who it is.
pub fn is_new_citizen(
    book: &Book,
    rows: &[Sealed],
    particulars: &Particulars,
    own: Option<CitizenId>,
) -> Result<(), Refusal> {
    let on_record =
        |row: &&Sealed| book.citizens().get(row.citizen).is_some() && Some(row.citizen) != own;
    let mut known = rows.iter().filter(on_record);
    match known.find(|row| row.particulars.is_same_person(particulars)) {
        Some(same) => Err(WorkRule::SameCitizen {
            citizen: same.citizen,
        }
        .into()),
        None => Ok(()),
    }
}

/// Who on record bears the name of somebody who is entered or put right, each with the day of his
/// entry: it may be the same person.
pub fn namesakes(
    book: &Book,
    rows: &[Sealed],
    particulars: &Particulars,
    own: Option<CitizenId>,
) -> Vec<(CitizenId, Date)> {
    let on_record =
        |row: &&Sealed| Some(row.citizen) != own && row.particulars.is_namesake(particulars);
    let alike = rows.iter().filter(on_record);
    let alike = alike.filter_map(|row| {
        let known = book.citizens().get(row.citizen)?;
        Some((row.citizen, known.recorded))
    });
    alike.collect()
}

/// Whether particulars that are put right say anything else than before.
///
/// # Errors
/// They are the same.
pub fn says_something_else(before: &Particulars, after: &Particulars) -> Result<(), Refusal> {
    match before == after {
        true => Err(Rule::NothingChanges.into()),
        false => Ok(()),
    }
}

impl Bench<'_> {
    pub(super) fn citizens(&self, wish: &CitizenWish) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        let state = self.book.citizens_on(on);
        let events = match wish.clone() {
            CitizenWish::Record { hash, deputy } => {
                let citizen = self.book.next_citizen();
                deputy.iter().try_for_each(|name| self.serving(name))?;
                let recorded = event::CitizenRecorded { on, citizen, hash }.into();
                let paired = deputy.map(|deputy| event::HouseholdsPaired {
                    on,
                    households: vec![citizen],
                    deputy,
                });
                let paired = paired.map(Event::from);
                return Ok(std::iter::once(recorded).chain(paired).collect());
            }
            CitizenWish::Correct { citizen, hash, why } => one(event::ParticularsCorrected {
                on,
                citizen,
                hash,
                why,
            }),
            CitizenWish::Pair { households, deputy } => one(event::HouseholdsPaired {
                on,
                households,
                deputy,
            }),
            CitizenWish::Part { households, why } => one(event::HouseholdsParted {
                on,
                households,
                why,
            }),
            CitizenWish::Visit {
                households,
                deputy,
                note,
            } => one(event::HouseholdsVisited {
                on,
                deputy: match deputy {
                    Some(deputy) => deputy,
                    None => self.their_deputy(&state, &households)?,
                },
                households,
                note,
            }),
            CitizenWish::Erase { citizens, why } => one(event::Erased { on, citizens, why }),
        };
        for event in &events {
            self.allows_citizen(&state, event)?;
        }
        Ok(events)
    }

    /// Whether the rules allow a fact in the state just before it.
    pub(super) fn allows_citizen(&self, state: &Citizens, event: &Event) -> Result<(), Refusal> {
        let Some(fact) = CitizenFact::of(event) else {
            return Ok(());
        };
        match fact {
            // Who is new is seen in the particulars, which stand beside the journal.
            CitizenFact::CitizenRecorded(_) => Ok(()),
            CitizenFact::ParticularsCorrected(fact) => {
                self.citizen(state, fact.citizen).map(|_| ())
            }
            CitizenFact::HouseholdsPaired(fact) => {
                self.all_citizens(state, &fact.households)?;
                self.serving(&fact.deputy)?;
                let theirs = |id: &CitizenId| {
                    let citizen = state.get(*id).and_then(|citizen| citizen.paired.as_ref());
                    citizen.is_some_and(|paired| paired.deputy == fact.deputy)
                };
                match fact.households.iter().all(theirs) {
                    true => Err(Rule::NothingChanges.into()),
                    false => Ok(()),
                }
            }
            CitizenFact::HouseholdsParted(fact) => {
                self.all_citizens(state, &fact.households)?;
                let alone = |id: &&CitizenId| state.get(**id).is_some_and(|c| c.paired.is_none());
                match fact.households.iter().find(alone) {
                    Some(citizen) => Err(WorkRule::NotPaired { citizen: *citizen }.into()),
                    None => Ok(()),
                }
            }
            CitizenFact::HouseholdsVisited(fact) => {
                self.all_citizens(state, &fact.households)?;
                self.serving(&fact.deputy)
            }
            CitizenFact::Erased(fact) => self.all_erasable(state, &fact.citizens, fact.on),
        }
    }

    /// The one deputy who keeps in touch with all of them.
    fn their_deputy(&self, state: &Citizens, households: &[CitizenId]) -> Result<Name, Refusal> {
        let mut deputies = Vec::new();
        for id in households {
            let Some(paired) = &self.citizen(state, *id)?.paired else {
                return Err(WorkRule::NotPaired { citizen: *id }.into());
            };
            deputies.push(paired.deputy.clone());
        }
        deputies.sort();
        deputies.dedup();
        match deputies.as_slice() {
            [deputy] => Ok(deputy.clone()),
            _ => Err(WorkRule::WhichDeputy { deputies }.into()),
        }
    }

    /// Somebody who was entered by the day and is not erased.
    pub(super) fn citizen<'s>(
        &self,
        state: &'s Citizens,
        id: CitizenId,
    ) -> Result<&'s Citizen, Refusal> {
        if let Some(on) = state.erased(id) {
            return Err(WorkRule::ErasedBefore { citizen: id, on }.into());
        }
        if let Some(citizen) = state.get(id) {
            return Ok(citizen);
        }
        if let Some(later) = self.book.citizens().get(id) {
            let (on, after) = (self.stamp.on, later.recorded);
            return Err(Rule::TooEarly { on, after }.into());
        }
        Err(not_found(Thing::Citizen, &id.to_string(), Vec::new()))
    }

    fn all_citizens(&self, state: &Citizens, ids: &[CitizenId]) -> Result<(), Refusal> {
        if ids.is_empty() {
            return Err(not_found(Thing::Citizen, "", Vec::new()));
        }
        ids.iter()
            .try_for_each(|id| self.citizen(state, *id).map(|_| ()))
    }

    /// Whoever was ever entered can be erased, once.
    fn all_erasable(&self, state: &Citizens, ids: &[CitizenId], on: Date) -> Result<(), Refusal> {
        let sealed = self.book.sealed();
        for id in ids {
            if let Some(on) = state.erased(*id).or(self.book.citizens().erased(*id)) {
                return Err(WorkRule::ErasedBefore { citizen: *id, on }.into());
            }
            if !sealed.contains_key(id) {
                return Err(not_found(Thing::Citizen, &id.to_string(), Vec::new()));
            }
            if let Some(known) = self.book.citizens().get(*id) {
                not_before(on, known.recorded)?;
            }
        }
        match ids.is_empty() {
            true => Err(not_found(Thing::Citizen, "", Vec::new())),
            false => Ok(()),
        }
    }
}
