//! How the handling units were judged beside their cases (考核): anonymous rounds, commendations.
//!
//! Refuses: to score; that follows from the table of the rules (`domain::assess`).

use std::collections::BTreeMap;

use super::impossible::Clash;
use super::strand::Fold;
use crate::domain::event::{AnonymousScoringClosed, AssessmentFact, Event, UnitCommended};
use crate::domain::terms::Name;

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Assessments {
    rounds: BTreeMap<Name, AnonymousScoringClosed>,
    commended: Vec<UnitCommended>,
}

impl Assessments {
    /// The anonymous rounds, by name.
    pub fn rounds(&self) -> impl Iterator<Item = &AnonymousScoringClosed> {
        self.rounds.values()
    }

    /// An anonymous round.
    pub fn round(&self, name: &Name) -> Option<&AnonymousScoringClosed> {
        self.rounds.get(name)
    }

    /// The commendations, in the order of days.
    pub fn commended(&self) -> &[UnitCommended] {
        &self.commended
    }
}

impl Fold for Assessments {
    fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        let Some(fact) = AssessmentFact::of(event) else {
            return Ok(());
        };
        match fact {
            AssessmentFact::AnonymousScoringClosed(fact) => {
                let known = self.rounds.insert(fact.round.clone(), fact.clone());
                known.map_or(Ok(()), |_| Err(Clash::Known((&fact.round).into())))
            }
            AssessmentFact::UnitCommended(fact) => {
                self.commended.push(fact.clone());
                Ok(())
            }
        }
    }
}
