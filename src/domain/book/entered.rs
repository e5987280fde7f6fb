//! The last number of each kind that was ever given. What was taken back keeps its place: a number
//! that was once told means one thing for ever.
//!
//! Refuses: official numbers, which belong to a session and come free again.

use serde::{Deserialize, Serialize};

use super::Book;
use crate::domain::event::{Event, Given, Subject};
use crate::domain::terms::{
    ActivityId, CaseId, CitizenId, DeedId, DeliberationId, MeetingId, OpinionId, PledgeId,
    ProjectId,
};

/// The last numbers, 0 for none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Entered {
    pub(super) cases: u32,
    opinions: u32,
    activities: u32,
    projects: u32,
    citizens: u32,
    meetings: u32,
    deliberations: u32,
    pledges: u32,
    deeds: u32,
}

impl Entered {
    /// Notes a fact as it was recorded.
    pub(super) fn note(&mut self, event: &Event) {
        let Some(given) = event.number() else {
            return;
        };
        let (last, given) = match given {
            Given::Case(id) => (&mut self.cases, id.0),
            Given::Work(Subject::Opinion(id)) => (&mut self.opinions, id.0),
            Given::Work(Subject::Activity(id)) => (&mut self.activities, id.0),
            Given::Work(Subject::Project(id)) => (&mut self.projects, id.0),
            Given::Work(Subject::Citizen(id)) => (&mut self.citizens, id.0),
            Given::Work(Subject::Meeting(id)) => (&mut self.meetings, id.0),
            Given::Work(Subject::Deliberation(id)) => (&mut self.deliberations, id.0),
            Given::Work(Subject::Pledge(id)) => (&mut self.pledges, id.0),
            Given::Work(Subject::Deed(id)) => (&mut self.deeds, id.0),
        };
        *last = given.max(*last);
    }
}

/// The next number of each kind.
macro_rules! next {
    ($($next:ident: $kind:ident, $id:ident;)*) => {
        impl Book {
            $(
                /// The next one to be entered. Those taken back keep their place.
                pub fn $next(&self) -> $id {
                    $id(self.entered.$kind.saturating_add(1))
                }
            )*
        }
    };
}

impl Book {
    /// Whether no suggestion was ever entered.
    pub fn is_without_cases(&self) -> bool {
        self.next_case() == CaseId(1)
    }
}

next! {
    next_case: cases, CaseId;
    next_opinion: opinions, OpinionId;
    next_activity: activities, ActivityId;
    next_project: projects, ProjectId;
    next_citizen: citizens, CitizenId;
    next_meeting: meetings, MeetingId;
    next_deliberation: deliberations, DeliberationId;
    next_pledge: pledges, PledgeId;
    next_deed: deeds, DeedId;
}
