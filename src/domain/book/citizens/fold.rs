//! The effect of one fact on the citizens. It refuses only what cannot have happened.

use std::rc::Rc;

use super::{Citizen, Citizens, HouseholdVisit, Pairing};
use crate::domain::book::impossible::Clash;
use crate::domain::book::strand::Fold;
use crate::domain::event::{CitizenFact, Event, Subject};
use crate::domain::terms::CitizenId;

impl Fold for Citizens {
    fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        let Some(fact) = CitizenFact::of(event) else {
            return Ok(());
        };
        match fact {
            CitizenFact::CitizenRecorded(fact) => {
                let citizen = Citizen {
                    recorded: fact.on,
                    hash: fact.hash.clone(),
                    erased: self.erased.get(&fact.citizen).copied(),
                    paired: None,
                    visits: Vec::new(),
                };
                if self.all.insert(fact.citizen, Rc::new(citizen)).is_some() {
                    return Err(Clash::Known(Subject::Citizen(fact.citizen).into()));
                }
            }
            CitizenFact::ParticularsCorrected(fact) => {
                self.known(fact.citizen)?.hash = fact.hash.clone();
            }
            CitizenFact::HouseholdsPaired(fact) => {
                for household in &fact.households {
                    self.known(*household)?.paired = Some(Pairing {
                        on: fact.on,
                        deputy: fact.deputy.clone(),
                    });
                }
            }
            CitizenFact::HouseholdsParted(fact) => {
                for household in &fact.households {
                    self.known(*household)?.paired = None;
                }
            }
            CitizenFact::HouseholdsVisited(fact) => {
                for household in &fact.households {
                    self.known(*household)?.visits.push(HouseholdVisit {
                        on: fact.on,
                        deputy: fact.deputy.clone(),
                        note: fact.note.clone(),
                    });
                }
            }
            // An entry that was taken back is erased too: nobody need be known here.
            CitizenFact::Erased(fact) => {
                for citizen in &fact.citizens {
                    self.erased.entry(*citizen).or_insert(fact.on);
                    if let Some(known) = self.all.get_mut(citizen).map(Rc::make_mut) {
                        known.erased = Some(fact.on);
                    }
                }
            }
        }
        Ok(())
    }
}

impl Citizens {
    fn known(&mut self, id: CitizenId) -> Result<&mut Citizen, Clash> {
        self.all
            .get_mut(&id)
            .map(Rc::make_mut)
            .ok_or_else(|| Clash::Unknown(Subject::Citizen(id).into()))
    }
}
