//! 预交办: proposed to units before the hand-over, objected to, settled.

use super::{Bench, one};
use crate::domain::book::{Case, State};
use crate::domain::event::{self, Event, Handlers};
use crate::domain::refusal::{Need, Refusal};
use crate::domain::terms::{Name, Text};

impl Bench<'_> {
    /// Proposed to units, which may object before the hand-over.
    pub(super) fn pre_assign(&self, case: &Case, to: &Handlers) -> Result<Vec<Event>, Refusal> {
        self.state(
            case,
            &[State::Submitted, State::Accepted, State::PreAssigned],
        )?;
        self.own_level(case)?;
        let mut events = match case.accepted {
            Some(_) => Vec::new(),
            None => self.accept(case, None)?,
        };
        let proposed = event::PreAssigned {
            on: self.stamp.on,
            case: case.id,
            to: self.handlers(case, to, None)?,
        };
        events.push(proposed.into());
        Ok(events)
    }

    pub(super) fn dispute(
        &self,
        case: &Case,
        unit: &Name,
        why: &Text,
    ) -> Result<Vec<Event>, Refusal> {
        self.state(case, &[State::PreAssigned])?;
        self.unit(unit)?;
        Ok(one(event::Disputed {
            on: self.stamp.on,
            case: case.id,
            unit: unit.clone(),
            why: why.clone(),
        }))
    }

    pub(super) fn coordinate(&self, case: &Case, note: &Text) -> Result<Vec<Event>, Refusal> {
        self.state(case, &[State::PreAssigned])?;
        Ok(one(event::Coordinated {
            on: self.stamp.on,
            case: case.id,
            note: note.clone(),
        }))
    }

    /// An objection to the pre-hand-over waits for the coordination that settles it.
    pub(super) fn settled(&self, case: &Case) -> Result<(), Refusal> {
        let Some(proposed) = &case.pre_assignment else {
            return Ok(());
        };
        let since = proposed.coordination.as_ref().map(|(on, _)| *on);
        let open = proposed
            .disputes
            .iter()
            .filter(|(on, ..)| since < Some(*on));
        let units: Vec<Name> = open.map(|(_, unit, _)| unit.clone()).collect();
        self.needs(units.is_empty(), case, "gates", || Need::Coordination {
            units,
        })
    }
}
