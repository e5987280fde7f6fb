//! Deputies' activities (活动): planned, held, cancelled, and what each brought.
//!
//! Refuses: to judge who ought to have come.

mod fold;

use std::collections::BTreeMap;
use std::rc::Rc;

use crate::domain::event::{
    ActivityCancelled, ActivityCounted, ActivityHeld, ActivityKind, ActivityPlanned, ActivityRated,
};
use crate::domain::terms::{ActivityId, Date, Name};

/// An activity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// How it was planned.
    pub planned: ActivityPlanned,
    /// How it was held.
    pub held: Option<ActivityHeld>,
    /// Why it was not.
    pub cancelled: Option<ActivityCancelled>,
    /// What it brought.
    pub counted: Vec<ActivityCounted>,
    /// How units were rated there.
    pub rated: Vec<ActivityRated>,
}

/// Where an activity stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActivityState {
    /// Its day is to come, or nobody has said that it was held.
    Planned,
    /// It was held.
    Held,
    /// It was not, and will not be.
    Cancelled,
}

impl ActivityState {
    /// What scripts call it.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::Held => "held",
            Self::Cancelled => "cancelled",
        }
    }
}

impl Activity {
    /// Where it stands.
    pub fn state(&self) -> ActivityState {
        match (&self.held, &self.cancelled) {
            (Some(_), _) => ActivityState::Held,
            (None, Some(_)) => ActivityState::Cancelled,
            (None, None) => ActivityState::Planned,
        }
    }

    /// The day it was held, else the one it is planned for.
    pub fn day(&self) -> Date {
        self.held.as_ref().map_or(self.planned.day, |held| held.on)
    }

    /// How many came, deputies and others (人次).
    pub fn person_times(&self) -> usize {
        let others = |held: &ActivityHeld| usize::try_from(held.others.unwrap_or(0)).unwrap_or(0);
        self.held
            .as_ref()
            .map_or(0, |held| held.attended.len() + others(held))
    }

    /// Whether a group met: where no deputy came, it was none of the group's.
    pub fn is_of_group(&self, group: &Name) -> bool {
        let its = self.planned.group.as_ref() == Some(group);
        let came = self.held.as_ref().is_some_and(|h| !h.attended.is_empty());
        its && came && self.planned.kind == ActivityKind::GroupActivity
    }

    /// Whether a deputy came.
    pub fn attended_by(&self, deputy: &Name) -> bool {
        self.held
            .as_ref()
            .is_some_and(|held| held.attended.contains(deputy))
    }

    /// Whether a deputy had asked for leave.
    pub fn left_by(&self, deputy: &Name) -> bool {
        self.held
            .as_ref()
            .is_some_and(|held| held.leave.contains(deputy))
    }

    /// Whether a deputy was invited, and neither came nor asked for leave.
    pub fn missed_by(&self, deputy: &Name) -> bool {
        let away = !self.attended_by(deputy) && !self.left_by(deputy);
        self.held.is_some() && away && self.planned.invited.contains(deputy)
    }
}

/// All activities.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Activities {
    /// Shared, for a line that is judged is folded into a copy of all of them.
    all: BTreeMap<ActivityId, Rc<Activity>>,
}

impl Activities {
    /// The activities, in the order they were entered.
    pub fn iter(&self) -> impl Iterator<Item = (ActivityId, &Activity)> {
        self.all.iter().map(|(id, activity)| (*id, &**activity))
    }

    /// An activity; none if it was not planned within the view.
    pub fn get(&self, id: ActivityId) -> Option<&Activity> {
        self.all.get(&id).map(Rc::as_ref)
    }
}
