//! What needs consent in a livelihood project (调整), and who can give it.
//!
//! Refuses: to ask what a body thought; that it met, or decided, is on record with the meetings.

use super::Bench;
use crate::domain::book::Project;
use crate::domain::event::{self, Track};
use crate::domain::refusal::{ProjectRule, Refusal};
use crate::domain::terms::{Amount, MeetingId, Name, half_width};

impl Bench<'_> {
    /// What the congress voted for is begun by the unit it was declared for, for no more money and no
    /// later: everything else is a change, which needs consent.
    pub(super) fn as_voted_for(
        &self,
        project: &Project,
        fact: &event::ProjectStarted,
    ) -> Result<(), Refusal> {
        let Some(declared) = &project.declared else {
            return Ok(());
        };
        let more = |voted: Option<Amount>| Some(fact.budget? > voted?);
        let otherwise = declared.unit != fact.unit
            || declared.due.is_some_and(|due| fact.due > due)
            || more(declared.budget).unwrap_or(false);
        match otherwise && project.track() == Track::Congress && !self.stamp.lenient {
            true => Err(ProjectRule::OtherThanDeclared {
                project: fact.project,
            }
            .into()),
            false => Ok(()),
        }
    }

    /// Who consents, as it is kept: a meeting that is named by its number was held, and is called by
    /// its title.
    pub(super) fn consenting(&self, consent: &Name) -> Result<Name, Refusal> {
        let typed = half_width(consent.as_str());
        let number = typed.trim().trim_start_matches("会议").trim();
        let Ok(id) = number.parse().map(MeetingId) else {
            return Ok(consent.clone());
        };
        let state = self.book.meetings_on(self.stamp.on);
        let meeting = self.held_meeting(&state, id)?;
        Ok(Name::new(meeting.called.title.as_str()).unwrap_or_else(|_| consent.clone()))
    }

    /// A body consents to a change (主席团、人民代表大会), not one person, and not who carries it out.
    pub(super) fn is_no_body(&self, consent: &Name) -> bool {
        let office = self.book.office();
        let one = office.deputy(consent).is_some() || office.unit(consent).is_some();
        one && !self.stamp.lenient
    }
}
