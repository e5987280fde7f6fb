//! Citizens and households (群众): which are known, whom a deputy keeps in touch with, whose
//! particulars were erased.
//!
//! Refuses: to know a name. The particulars stand beside the journal; here is their seal only.

mod fold;

use std::collections::BTreeMap;

use super::Book;
use crate::domain::event::Event;
use crate::domain::terms::{CitizenId, Date, Digest, Name, Text};

/// A deputy keeps in touch with a household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pairing {
    /// Since when.
    pub on: Date,
    /// Who.
    pub deputy: Name,
}

/// A deputy called on a household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseholdVisit {
    /// The day.
    pub on: Date,
    /// Who.
    pub deputy: Name,
    /// What came up.
    pub note: Option<Text>,
}

/// A citizen or a household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citizen {
    /// The day it was entered.
    pub recorded: Date,
    /// The seal of its particulars.
    pub hash: Digest,
    /// Since when the particulars are gone.
    pub erased: Option<Date>,
    /// Who keeps in touch with it.
    pub paired: Option<Pairing>,
    /// Who called, oldest first.
    pub visits: Vec<HouseholdVisit>,
}

/// All of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Citizens {
    all: BTreeMap<CitizenId, Citizen>,
    /// Also those whose entry was taken back: their particulars stood in the file all the same.
    erased: BTreeMap<CitizenId, Date>,
}

impl Citizens {
    /// In the order they were entered.
    pub fn iter(&self) -> impl Iterator<Item = (CitizenId, &Citizen)> {
        self.all.iter().map(|(id, citizen)| (*id, citizen))
    }

    /// One of them; none if it was not entered within the view.
    pub fn get(&self, id: CitizenId) -> Option<&Citizen> {
        self.all.get(&id)
    }

    /// Since when somebody's particulars are gone.
    pub fn erased(&self, id: CitizenId) -> Option<Date> {
        self.erased.get(&id).copied()
    }
}

impl Book {
    /// Whoever was ever entered with the last seal of the particulars, taken back or not.
    pub fn sealed(&self) -> BTreeMap<CitizenId, Digest> {
        let mut sealed = BTreeMap::new();
        if self.next_citizen() == CitizenId(1) {
            return sealed;
        }
        self.entries.look_at_each(|entry| {
            for event in &entry.events {
                if let Event::CitizenRecorded(fact) = event {
                    sealed.insert(fact.citizen, fact.hash.clone());
                } else if let Event::ParticularsCorrected(fact) = event {
                    sealed.insert(fact.citizen, fact.hash.clone());
                }
            }
        });
        sealed
    }
}
