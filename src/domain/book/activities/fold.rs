//! The effect of one fact on the activities. It refuses only what cannot have happened.

use std::rc::Rc;

use super::{Activities, Activity};
use crate::domain::book::impossible::Clash;
use crate::domain::book::strand::Fold;
use crate::domain::event::{ActivityFact, Event, Subject};
use crate::domain::terms::ActivityId;

impl Fold for Activities {
    fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        let Some(fact) = ActivityFact::of(event) else {
            return Ok(());
        };
        match fact {
            ActivityFact::ActivityPlanned(fact) => {
                let activity = Activity {
                    planned: fact.clone(),
                    held: None,
                    cancelled: None,
                    counted: Vec::new(),
                    rated: Vec::new(),
                };
                if self.all.insert(fact.activity, Rc::new(activity)).is_some() {
                    return Err(Clash::Known(Subject::Activity(fact.activity).into()));
                }
            }
            ActivityFact::ActivityHeld(fact) => {
                self.open(fact.activity)?.held = Some(fact.clone());
            }
            ActivityFact::ActivityCancelled(fact) => {
                self.open(fact.activity)?.cancelled = Some(fact.clone());
            }
            ActivityFact::ActivityCounted(fact) => {
                self.held(fact.activity)?.counted.push(fact.clone());
            }
            ActivityFact::ActivityRated(fact) => self.held(fact.activity)?.rated.push(fact.clone()),
        }
        Ok(())
    }
}

impl Activities {
    fn known(&mut self, id: ActivityId) -> Result<&mut Activity, Clash> {
        self.all
            .get_mut(&id)
            .map(Rc::make_mut)
            .ok_or_else(|| Clash::Unknown(Subject::Activity(id).into()))
    }

    /// One that is neither held nor cancelled.
    fn open(&mut self, id: ActivityId) -> Result<&mut Activity, Clash> {
        let activity = self.known(id)?;
        match activity.held.is_none() && activity.cancelled.is_none() {
            true => Ok(activity),
            false => Err(Clash::Over(Subject::Activity(id).into())),
        }
    }

    fn held(&mut self, id: ActivityId) -> Result<&mut Activity, Clash> {
        let activity = self.known(id)?;
        match activity.held.is_some() {
            true => Ok(activity),
            false => Err(Clash::NotHeld(Subject::Activity(id).into())),
        }
    }
}
