//! The last number of each kind that was ever given. What was taken back keeps its place: a number
//! that was once told means one thing for ever.
//!
//! Refuses: official numbers, which belong to a session and come free again.

use serde::{Deserialize, Serialize};

use super::Book;
use crate::domain::event::Event;
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
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other facts enter nothing"
    )]
    pub(super) fn note(&mut self, event: &Event) {
        let (last, given) = match event {
            Event::Submitted(fact) => (&mut self.cases, fact.case.0),
            Event::OpinionCollected(fact) => (&mut self.opinions, fact.opinion.0),
            Event::ActivityPlanned(fact) => (&mut self.activities, fact.activity.0),
            Event::ProjectCollected(fact) => (&mut self.projects, fact.project.0),
            Event::CitizenRecorded(fact) => (&mut self.citizens, fact.citizen.0),
            Event::MeetingCalled(fact) => (&mut self.meetings, fact.meeting.0),
            Event::DeliberationGiven(fact) => (&mut self.deliberations, fact.deliberation.0),
            Event::PledgeMade(fact) => (&mut self.pledges, fact.pledge.0),
            Event::DeedLogged(fact) => (&mut self.deeds, fact.deed.0),
            _ => return,
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
