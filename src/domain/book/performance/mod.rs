//! How deputies do their duty (履职): pledges, entries in the register, ratings of a year.
//!
//! Refuses: to count points; that follows from the table of the rules (`domain::performance_points`).

mod fold;

use std::collections::BTreeMap;

use crate::domain::event::{
    DeedLogged, DeputyCommended, DeputySelfRated, DeputyVoterRated, PledgeMade, PledgeSettled,
};
use crate::domain::terms::{Date, DeedId, Name, PledgeId};

/// A pledge of a deputy (承诺).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pledge {
    /// What was pledged.
    pub made: PledgeMade,
    /// What became of it.
    pub settled: Option<PledgeSettled>,
}

/// Where a pledge stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PledgeState {
    /// Nobody has said yet whether it was kept.
    Open,
    /// It was kept.
    Kept,
    /// It was not.
    Broken,
}

impl PledgeState {
    /// What scripts call it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Kept => "kept",
            Self::Broken => "broken",
        }
    }
}

impl Pledge {
    /// Where it stands.
    pub fn state(&self) -> PledgeState {
        match &self.settled {
            None => PledgeState::Open,
            Some(settled) if settled.kept => PledgeState::Kept,
            Some(_) => PledgeState::Broken,
        }
    }

    /// Whether its day has passed on a day and nobody has said that it was kept.
    pub fn is_overdue(&self, on: Date) -> bool {
        self.settled.is_none() && self.made.due.is_some_and(|due| due < on)
    }
}

/// All of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Performance {
    pledges: BTreeMap<PledgeId, Pledge>,
    deeds: BTreeMap<DeedId, DeedLogged>,
    self_rated: BTreeMap<(Name, i32), DeputySelfRated>,
    voter_rated: BTreeMap<(Name, i32), DeputyVoterRated>,
    commended: Vec<DeputyCommended>,
}

impl Performance {
    /// The pledges, in the order they were entered.
    pub fn pledges(&self) -> impl Iterator<Item = (PledgeId, &Pledge)> {
        self.pledges.iter().map(|(id, pledge)| (*id, pledge))
    }

    /// A pledge.
    pub fn pledge(&self, id: PledgeId) -> Option<&Pledge> {
        self.pledges.get(&id)
    }

    /// The entries of the register, in the order they were entered.
    pub fn deeds(&self) -> impl Iterator<Item = &DeedLogged> {
        self.deeds.values()
    }

    /// An entry.
    pub fn deed(&self, id: DeedId) -> Option<&DeedLogged> {
        self.deeds.get(&id)
    }

    /// The commendations of deputies, in the order of days.
    pub fn commended(&self) -> &[DeputyCommended] {
        &self.commended
    }

    /// What a deputy said of his own year.
    pub fn self_rated(&self, deputy: &Name, year: i32) -> Option<&DeputySelfRated> {
        self.self_rated.get(&(deputy.clone(), year))
    }

    /// What the voters said of it.
    pub fn voter_rated(&self, deputy: &Name, year: i32) -> Option<&DeputyVoterRated> {
        self.voter_rated.get(&(deputy.clone(), year))
    }
}
