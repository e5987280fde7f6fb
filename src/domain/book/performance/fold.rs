//! The effect of one fact on how deputies do their duty. It refuses only what cannot have happened.

use super::{Performance, Pledge};
use crate::domain::book::impossible::Clash;
use crate::domain::book::strand::Fold;
use crate::domain::event::{Event, PerformanceFact, Subject};

impl Fold for Performance {
    fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        let Some(fact) = PerformanceFact::of(event) else {
            return Ok(());
        };
        match fact {
            PerformanceFact::PledgeMade(fact) => {
                let pledge = Pledge {
                    made: fact.clone(),
                    settled: None,
                };
                let known = self.pledges.insert(fact.pledge, pledge);
                known.map_or(Ok(()), |_| {
                    Err(Clash::Known(Subject::Pledge(fact.pledge).into()))
                })
            }
            PerformanceFact::PledgeSettled(fact) => {
                let named = || Subject::Pledge(fact.pledge).into();
                let pledge = self.pledges.get_mut(&fact.pledge);
                let pledge = pledge.ok_or_else(|| Clash::Unknown(named()))?;
                match pledge.settled.replace(fact.clone()) {
                    None => Ok(()),
                    Some(_) => Err(Clash::Over(named())),
                }
            }
            PerformanceFact::DeedLogged(fact) => {
                let known = self.deeds.insert(fact.deed, fact.clone());
                known.map_or(Ok(()), |_| {
                    Err(Clash::Known(Subject::Deed(fact.deed).into()))
                })
            }
            PerformanceFact::DeputyCommended(fact) => {
                self.commended.push(fact.clone());
                Ok(())
            }
            // A later word on the same year stands in the place of the earlier one.
            PerformanceFact::DeputySelfRated(fact) => {
                let of = (fact.deputy.clone(), fact.year);
                self.self_rated.insert(of, fact.clone());
                Ok(())
            }
            PerformanceFact::DeputyVoterRated(fact) => {
                let of = (fact.deputy.clone(), fact.year);
                self.voter_rated.insert(of, fact.clone());
                Ok(())
            }
        }
    }
}
