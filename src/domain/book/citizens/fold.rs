//! The effect of one fact on the citizens. It refuses only what cannot have happened.

use std::rc::Rc;

use super::{Citizen, Citizens, HouseholdVisit, Pairing};
use crate::domain::book::impossible::Clash;
use crate::domain::book::strand::Fold;
use crate::domain::event::Event;
use crate::domain::terms::CitizenId;

impl Fold for Citizens {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other facts are nothing to the citizens"
    )]
    fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        match event {
            Event::CitizenRecorded(fact) => {
                let citizen = Citizen {
                    recorded: fact.on,
                    hash: fact.hash.clone(),
                    erased: self.erased.get(&fact.citizen).copied(),
                    paired: None,
                    visits: Vec::new(),
                };
                if self.all.insert(fact.citizen, Rc::new(citizen)).is_some() {
                    return Err(Clash::Known(format!("群众{}", fact.citizen)));
                }
            }
            Event::ParticularsCorrected(fact) => {
                self.known(fact.citizen)?.hash = fact.hash.clone();
            }
            Event::HouseholdsPaired(fact) => {
                for household in &fact.households {
                    self.known(*household)?.paired = Some(Pairing {
                        on: fact.on,
                        deputy: fact.deputy.clone(),
                    });
                }
            }
            Event::HouseholdsParted(fact) => {
                for household in &fact.households {
                    self.known(*household)?.paired = None;
                }
            }
            Event::HouseholdsVisited(fact) => {
                for household in &fact.households {
                    self.known(*household)?.visits.push(HouseholdVisit {
                        on: fact.on,
                        deputy: fact.deputy.clone(),
                        note: fact.note.clone(),
                    });
                }
            }
            // An entry that was taken back is erased too: nobody need be known here.
            Event::Erased(fact) => {
                for citizen in &fact.citizens {
                    self.erased.entry(*citizen).or_insert(fact.on);
                    if let Some(known) = self.all.get_mut(citizen).map(Rc::make_mut) {
                        known.erased = Some(fact.on);
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }
}

impl Citizens {
    fn known(&mut self, id: CitizenId) -> Result<&mut Citizen, Clash> {
        self.all
            .get_mut(&id)
            .map(Rc::make_mut)
            .ok_or_else(|| Clash::Unknown(format!("群众{id}")))
    }
}
