//! 交: handing over, passing on, signing for, giving back, handing over anew.

use super::{Bench, one};
use crate::domain::book::{Case, State};
use crate::domain::command::HandOverWish;
use crate::domain::event::{self, Event, Handlers};
use crate::domain::refusal::{Refusal, Rule};
use crate::domain::terms::{Date, Name, Text};

/// Handed over, and not yet answered.
pub(super) const OPEN: [State; 4] = [
    State::Assigned,
    State::Signed,
    State::Returned,
    State::InProgress,
];

impl Bench<'_> {
    /// Hands a case over; one that was not reviewed is accepted with it.
    pub(super) fn assign(&self, case: &Case, wish: &HandOverWish) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &[State::Submitted, State::Accepted])?;
        self.own_level(case)?;
        let mut events = match case.accepted {
            Some(_) => Vec::new(),
            None => self.accept(case, None)?,
        };
        events.push(
            event::Assigned {
                on: self.stamp.on,
                case: case.id,
                to: self.handlers(case, &wish.to)?,
                due: self.agreed(case, wish.due)?,
                hard: wish.hard.clone(),
            }
            .into(),
        );
        Ok(events)
    }

    pub(super) fn reassign(&self, case: &Case, wish: &HandOverWish) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &OPEN)?;
        self.own_level(case)?;
        Ok(one(event::Reassigned {
            on: self.stamp.on,
            case: case.id,
            to: self.handlers(case, &wish.to)?,
            due: self.agreed(case, wish.due)?,
            hard: wish.hard.clone(),
        }))
    }

    /// Records who handles a case that another level decides.
    pub(super) fn track(
        &self,
        case: &Case,
        lead: &Name,
        co: &[Name],
    ) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &[State::Submitted, State::Accepted])?;
        if case.level == self.book.office().level() {
            return Err(Refusal::of_case(case.id, Rule::OwnLevel));
        }
        let to = Handlers {
            lead: Some(lead.clone()),
            co: co.to_vec(),
            ..Handlers::default()
        };
        let to = self.handlers(case, &to)?;
        Ok(one(event::Tracked {
            on: self.stamp.on,
            case: case.id,
            lead: lead.clone(),
            co: to.co,
        }))
    }

    pub(super) fn forward(
        &self,
        case: &Case,
        unit: &Name,
        leader: Option<&Name>,
    ) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &[State::Assigned, State::Signed, State::InProgress])?;
        self.unit(unit)?;
        Ok(one(event::Forwarded {
            on: self.stamp.on,
            case: case.id,
            unit: unit.clone(),
            leader: leader.cloned(),
        }))
    }

    /// A unit signs; where none is named, every unit that owes a reply and has not signed.
    pub(super) fn sign(&self, case: &Case, unit: Option<&Name>) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &[State::Assigned, State::Signed, State::InProgress])?;
        let Some(assignment) = case.assignment() else {
            return Ok(Vec::new());
        };
        let units: Vec<&Name> = match unit {
            Some(unit) => {
                self.unit(unit)?;
                vec![unit]
            }
            None => {
                let unsigned = |u: &&Name| !assignment.signed.contains_key(*u);
                assignment.to.repliers().filter(unsigned).collect()
            }
        };
        if units.is_empty() {
            return Err(Refusal::of_case(
                case.id,
                Rule::WrongState {
                    state: case.state(),
                },
            ));
        }
        Ok(units
            .into_iter()
            .map(|unit| {
                event::Signed {
                    on: self.stamp.on,
                    case: case.id,
                    unit: unit.clone(),
                }
                .into()
            })
            .collect())
    }

    pub(super) fn give_back(
        &self,
        case: &Case,
        unit: Option<&Name>,
        why: &Text,
        proposed: Option<&Name>,
    ) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &[State::Assigned, State::Signed, State::InProgress])?;
        let unit = self.acting(case, unit)?;
        if let Some(proposed) = proposed {
            self.unit(proposed)?;
        }
        Ok(one(event::Returned {
            on: self.stamp.on,
            case: case.id,
            unit,
            why: why.clone(),
            proposed: proposed.cloned(),
        }))
    }

    /// The unit that acts: the one named, or the only one that owes a reply.
    pub(super) fn acting(&self, case: &Case, unit: Option<&Name>) -> Result<Name, Refusal> {
        if let Some(unit) = unit {
            self.unit(unit)?;
            return Ok(unit.clone());
        }
        let units: Vec<Name> = match case.assignment() {
            Some(assignment) => assignment.to.repliers().cloned().collect(),
            None => Vec::new(),
        };
        match <[Name; 1]>::try_from(units) {
            Ok([only]) => Ok(only),
            Err(units) => Err(Refusal::of_case(case.id, Rule::WhichUnit { units })),
        }
    }

    fn own_level(&self, case: &Case) -> Result<(), Refusal> {
        if case.level == self.book.office().level() {
            return Ok(());
        }
        Err(Refusal::of_case(
            case.id,
            Rule::OtherLevel { level: case.level },
        ))
    }

    /// A limit agreed on must lie after the hand-over.
    fn agreed(&self, case: &Case, due: Option<Date>) -> Result<Option<Date>, Refusal> {
        let on = self.stamp.on;
        match due {
            Some(due) if due < on => Err(Refusal::of_case(
                case.id,
                Rule::TooEarly { on: due, after: on },
            )),
            _ => Ok(due),
        }
    }

    /// Units on the roster, each once; leader, post, clerk and phone from the roster where the
    /// wish names none.
    fn handlers(&self, case: &Case, to: &Handlers) -> Result<Handlers, Refusal> {
        if to.lead.is_none() && to.separate.is_empty() {
            return Err(Refusal::of_case(case.id, Rule::NeedsUnit));
        }
        let mut seen: Vec<&Name> = Vec::new();
        for unit in to.units() {
            self.unit(unit)?;
            if seen.contains(&unit) {
                return Err(Refusal::of_case(
                    case.id,
                    Rule::UnitTwice { unit: unit.clone() },
                ));
            }
            seen.push(unit);
        }
        let unit = to
            .lead
            .as_ref()
            .and_then(|lead| self.book.office().unit(lead));
        let post = unit.and_then(|unit| unit.post_on(self.stamp.on));
        let or = |given: &Option<Name>, held: Option<&Option<Name>>| {
            given.clone().or_else(|| held.cloned().flatten())
        };
        Ok(Handlers {
            leader: or(&to.leader, post.map(|p| &p.leader)),
            post: or(&to.post, post.map(|p| &p.post)),
            clerk: or(&to.clerk, post.map(|p| &p.clerk)),
            phone: or(&to.phone, post.map(|p| &p.phone)),
            ..to.clone()
        })
    }
}
