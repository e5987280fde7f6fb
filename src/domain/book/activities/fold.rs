//! The effect of one fact on the activities. It refuses only what cannot have happened.

use std::rc::Rc;

use super::{Activities, Activity};
use crate::domain::book::impossible::Clash;
use crate::domain::book::strand::Fold;
use crate::domain::event::Event;
use crate::domain::terms::ActivityId;

impl Fold for Activities {
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the other facts are nothing to the activities"
    )]
    fn fold(&mut self, event: &Event) -> Result<(), Clash> {
        match event {
            Event::ActivityPlanned(fact) => {
                let activity = Activity {
                    planned: fact.clone(),
                    held: None,
                    cancelled: None,
                    counted: Vec::new(),
                    rated: Vec::new(),
                };
                if self.all.insert(fact.activity, Rc::new(activity)).is_some() {
                    return Err(Clash::Known(format!("活动{}", fact.activity)));
                }
            }
            Event::ActivityHeld(fact) => {
                self.open(fact.activity)?.held = Some(fact.clone());
            }
            Event::ActivityCancelled(fact) => {
                self.open(fact.activity)?.cancelled = Some(fact.clone());
            }
            Event::ActivityCounted(fact) => self.held(fact.activity)?.counted.push(fact.clone()),
            Event::ActivityRated(fact) => self.held(fact.activity)?.rated.push(fact.clone()),
            _ => {}
        }
        Ok(())
    }
}

impl Activities {
    fn known(&mut self, id: ActivityId) -> Result<&mut Activity, Clash> {
        self.all
            .get_mut(&id)
            .map(Rc::make_mut)
            .ok_or_else(|| Clash::Unknown(format!("活动{id}")))
    }

    /// One that is neither held nor cancelled.
    fn open(&mut self, id: ActivityId) -> Result<&mut Activity, Clash> {
        let activity = self.known(id)?;
        match activity.held.is_none() && activity.cancelled.is_none() {
            true => Ok(activity),
            false => Err(Clash::Over(format!("活动{id}"))),
        }
    }

    fn held(&mut self, id: ActivityId) -> Result<&mut Activity, Clash> {
        let activity = self.known(id)?;
        match activity.held.is_some() {
            true => Ok(activity),
            false => Err(Clash::NotHeld(format!("活动{id}"))),
        }
    }
}
