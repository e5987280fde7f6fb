//! The effect of one fact on the meetings. It refuses only what cannot have happened.

use super::{Deliberation, Meeting, Meetings};
use crate::domain::book::impossible::Clash;
use crate::domain::book::strand::Fold;
use crate::domain::event::{Event, MeetingFact, Subject};
use crate::domain::terms::MeetingId;

impl Fold for Meetings {
    fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        let Some(fact) = MeetingFact::of(event) else {
            return Ok(());
        };
        match fact {
            MeetingFact::MeetingCalled(fact) => {
                let meeting = Meeting {
                    called: fact.clone(),
                    held: None,
                    decisions: Vec::new(),
                    minutes: None,
                };
                if self.all.insert(fact.meeting, meeting).is_some() {
                    return Err(Clash::Known(Subject::Meeting(fact.meeting).into()));
                }
            }
            MeetingFact::MeetingHeld(fact) => {
                self.known(fact.meeting)?.held = Some(fact.clone());
            }
            MeetingFact::MeetingDecided(fact) => {
                self.held(fact.meeting)?.decisions.push(fact.clone());
            }
            MeetingFact::MeetingMinuted(fact) => {
                self.held(fact.meeting)?.minutes = Some(fact.clone());
            }
            MeetingFact::DeliberationGiven(fact) => {
                self.held(fact.meeting)?;
                let given = Deliberation {
                    given: fact.clone(),
                    answered: None,
                };
                let id = fact.deliberation;
                if self.deliberations.insert(id, given).is_some() {
                    return Err(Clash::Known(Subject::Deliberation(id).into()));
                }
            }
            MeetingFact::DeliberationAnswered(fact) => {
                let id = fact.deliberation;
                let unknown = || Clash::Unknown(Subject::Deliberation(id).into());
                let given = self.deliberations.get_mut(&id).ok_or_else(unknown)?;
                given.answered = Some(fact.clone());
            }
        }
        Ok(())
    }
}

impl Meetings {
    fn known(&mut self, id: MeetingId) -> Result<&mut Meeting, Clash> {
        self.all
            .get_mut(&id)
            .ok_or_else(|| Clash::Unknown(Subject::Meeting(id).into()))
    }

    /// What a meeting brings about comes after it.
    fn held(&mut self, id: MeetingId) -> Result<&mut Meeting, Clash> {
        let meeting = self.known(id)?;
        match meeting.held {
            Some(_) => Ok(meeting),
            None => Err(Clash::Unknown(Subject::Meeting(id).into())),
        }
    }
}
