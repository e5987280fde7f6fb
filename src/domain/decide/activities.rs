//! Deputies' activities (活动): planning, holding, counting what they brought.
//!
//! Each fact is judged against the state just before it; a correction by the same judgement.

use super::opinions::not_before;
use super::{Bench, not_found};
use crate::domain::book::{Activities, Activity};
use crate::domain::command::{ActivityWish, HoldWish, PlanWish};
use crate::domain::event::{self, ActivityFact, Event};
use crate::domain::refusal::{Refusal, Rule, StandingRule, Thing, WorkRule};
use crate::domain::secret_votes::BALLOTS_LEAST;
use crate::domain::terms::{ActivityId, Date, Name};

impl Bench<'_> {
    pub(super) fn activities(&self, wish: &ActivityWish) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        let state = self.book.activities_on(on);
        let event: Event = match wish.clone() {
            ActivityWish::Plan(plan) => return self.plan(&state, &plan),
            ActivityWish::Hold { activity, held } => self.holding(activity, &held).into(),
            ActivityWish::Cancel { activity, why } => {
                event::ActivityCancelled { on, activity, why }.into()
            }
            ActivityWish::Count {
                activity,
                what,
                amount,
                measure,
            } => event::ActivityCounted {
                on,
                activity,
                what,
                amount,
                measure,
            }
            .into(),
            ActivityWish::Rate {
                activity,
                unit,
                satisfied,
                mostly,
                dissatisfied,
                recount,
            } => {
                let mut rated = event::ActivityRated {
                    on,
                    activity,
                    unit,
                    satisfied: Some(satisfied),
                    mostly: Some(mostly),
                    dissatisfied: Some(dissatisfied),
                    ballots: None,
                    recount,
                };
                rated.keep_what_may_be_kept();
                rated.into()
            }
        };
        self.allows_activity(&state, &event)?;
        Ok(vec![event])
    }

    /// The plan, and how it was held where that is told at once.
    fn plan(&self, state: &Activities, wish: &PlanWish) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        let activity = self.book.next_activity();
        let planned = event::ActivityPlanned {
            on,
            activity,
            kind: wish.kind,
            title: wish.title.clone(),
            day: wish.day.unwrap_or(on),
            last: wish.last,
            place: wish.place.clone(),
            group: wish.group.clone(),
            invited: wish.invited.clone(),
        };
        let held = wish.held.as_ref().map(|held| self.holding(activity, held));
        let invited = planned.invited.clone();
        let ends = planned.last.unwrap_or(planned.day);
        let planned = Event::from(planned);
        self.allows_activity(state, &planned)?;
        if let Some(held) = &held {
            self.allows_held(held, ends, &invited)?;
        }
        Ok(std::iter::once(planned)
            .chain(held.map(Event::from))
            .collect())
    }

    fn holding(&self, activity: ActivityId, wish: &HoldWish) -> event::ActivityHeld {
        event::ActivityHeld {
            on: self.stamp.on,
            activity,
            attended: wish.attended.clone(),
            others: wish.others,
            leave: wish.leave.clone(),
            note: wish.note.clone(),
        }
    }

    /// Whether the rules allow a fact in the state just before it.
    pub(super) fn allows_activity(&self, state: &Activities, event: &Event) -> Result<(), Refusal> {
        let Some(fact) = ActivityFact::of(event) else {
            return Ok(());
        };
        match fact {
            ActivityFact::ActivityPlanned(fact) => {
                fact.last
                    .map_or(Ok(()), |last| not_before(last, fact.day))?;
                fact.group.iter().try_for_each(|group| self.group(group))?;
                self.each_once(&fact.invited)
            }
            ActivityFact::ActivityHeld(fact) => {
                let activity = self.open_activity(state, fact.activity)?;
                let planned = &activity.planned;
                let ends = planned.last.unwrap_or(planned.day);
                self.allows_held(fact, ends, &planned.invited)
            }
            ActivityFact::ActivityCancelled(fact) => {
                self.open_activity(state, fact.activity).map(|_| ())
            }
            ActivityFact::ActivityCounted(fact) => {
                self.held_activity(state, fact.activity).map(|_| ())
            }
            ActivityFact::ActivityRated(fact) => {
                let activity = self.held_activity(state, fact.activity)?;
                self.unit(&fact.unit)?;
                if activity.rated.iter().any(|rated| rated.unit == fact.unit) {
                    let name = (&fact.unit).into();
                    return Err(Rule::Recorded { name }.into());
                }
                let ballots = fact.given();
                let present = activity.person_times() as u64;
                if ballots == 0 || ballots > present {
                    return Err(WorkRule::RatingsAndPresent { ballots, present }.into());
                }
                match fact.may_be_kept() {
                    true => Ok(()),
                    false => Err(StandingRule::FewRatings {
                        least: BALLOTS_LEAST,
                    }
                    .into()),
                }
            }
        }
    }

    /// Nobody attends what is to come, or has not ended; who attends is a deputy on that day, and had
    /// not left.
    fn allows_held(
        &self,
        fact: &event::ActivityHeld,
        day: Date,
        invited: &[Name],
    ) -> Result<(), Refusal> {
        let activity = fact.activity;
        if fact.on < day {
            return Err(WorkRule::NotHeldYet { activity, day }.into());
        }
        if fact.attended.is_empty() && fact.others.unwrap_or(0) == 0 {
            return Err(WorkRule::NobodyCame { activity }.into());
        }
        let named: Vec<Name> = fact.attended.iter().chain(&fact.leave).cloned().collect();
        self.each_once(&named)?;
        let uninvited = |name: &&Name| !invited.is_empty() && !invited.contains(name);
        match fact.leave.iter().find(uninvited) {
            Some(name) => Err(WorkRule::NotInvited {
                deputy: name.clone(),
            }
            .into()),
            None => Ok(()),
        }
    }

    /// Deputies on the day, none of them twice.
    pub(super) fn each_once(&self, deputies: &[Name]) -> Result<(), Refusal> {
        for (place, name) in deputies.iter().enumerate() {
            self.serving(name)?;
            if deputies[..place].contains(name) {
                return Err(Rule::NamedTwice { name: name.clone() }.into());
            }
        }
        Ok(())
    }

    fn activity<'s>(&self, state: &'s Activities, id: ActivityId) -> Result<&'s Activity, Refusal> {
        if let Some(activity) = state.get(id) {
            return Ok(activity);
        }
        if let Some(later) = self.book.activities().get(id) {
            let (on, after) = (self.stamp.on, later.planned.on);
            return Err(Rule::TooEarly { on, after }.into());
        }
        Err(not_found(Thing::Activity, &id.to_string(), Vec::new()))
    }

    fn open_activity<'s>(
        &self,
        state: &'s Activities,
        id: ActivityId,
    ) -> Result<&'s Activity, Refusal> {
        let activity = self.activity(state, id)?;
        let over = activity.held.as_ref().map(|held| held.on);
        let over = over.or_else(|| activity.cancelled.as_ref().map(|c| c.on));
        match over {
            Some(on) => Err(WorkRule::ActivityOver { activity: id, on }.into()),
            None => Ok(activity),
        }
    }

    fn held_activity<'s>(
        &self,
        state: &'s Activities,
        id: ActivityId,
    ) -> Result<&'s Activity, Refusal> {
        let activity = self.activity(state, id)?;
        match activity.held {
            Some(_) => Ok(activity),
            None => Err(WorkRule::NotHeldYet {
                activity: id,
                day: activity.planned.day,
            }
            .into()),
        }
    }
}
