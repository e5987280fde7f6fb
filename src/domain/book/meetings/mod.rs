//! Meetings (会议): what was on their agendas, who was there, what they decided, and what became of
//! the opinions of their deliberations.
//!
//! Refuses: to judge what may be decided.

mod fold;

use std::collections::BTreeMap;

use crate::domain::event::{
    DeliberationAnswered, DeliberationGiven, MeetingCalled, MeetingDecided, MeetingHeld,
    MeetingMinuted,
};
use crate::domain::terms::{DeliberationId, MeetingId};

/// A meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// How it was called.
    pub called: MeetingCalled,
    /// How it was held.
    pub held: Option<MeetingHeld>,
    /// What it decided, oldest first.
    pub decisions: Vec<MeetingDecided>,
    /// Its minutes.
    pub minutes: Option<MeetingMinuted>,
}

/// An opinion of a deliberation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deliberation {
    /// To whom it went.
    pub given: DeliberationGiven,
    /// The answer.
    pub answered: Option<DeliberationAnswered>,
}

/// Where a meeting stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MeetingState {
    /// It is to come.
    Called,
    /// It was held.
    Held,
    /// Its minutes are kept.
    Minuted,
}

impl MeetingState {
    /// What scripts call it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Called => "called",
            Self::Held => "held",
            Self::Minuted => "minuted",
        }
    }
}

impl Meeting {
    /// Where it stands.
    pub fn state(&self) -> MeetingState {
        match (&self.held, &self.minutes) {
            (_, Some(_)) => MeetingState::Minuted,
            (Some(_), None) => MeetingState::Held,
            (None, None) => MeetingState::Called,
        }
    }
}

/// All meetings and deliberations.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Meetings {
    all: BTreeMap<MeetingId, Meeting>,
    deliberations: BTreeMap<DeliberationId, Deliberation>,
}

impl Meetings {
    /// The meetings, in the order they were entered.
    pub fn iter(&self) -> impl Iterator<Item = (MeetingId, &Meeting)> {
        self.all.iter().map(|(id, meeting)| (*id, meeting))
    }

    /// A meeting; none if it was not called within the view.
    pub fn get(&self, id: MeetingId) -> Option<&Meeting> {
        self.all.get(&id)
    }

    /// The opinions of deliberations, in the order they were entered.
    pub fn deliberations(&self) -> impl Iterator<Item = (DeliberationId, &Deliberation)> {
        self.deliberations.iter().map(|(id, given)| (*id, given))
    }

    /// One of them.
    pub fn deliberation(&self, id: DeliberationId) -> Option<&Deliberation> {
        self.deliberations.get(&id)
    }
}
