//! 交: handing over, passing on, signing for, giving back, handing over anew.

use super::{Bench, one};
use crate::domain::book::{Case, State};
use crate::domain::command::HandOverWish;
use crate::domain::event::{self, Event, Handlers, Kind, Trait};
use crate::domain::refusal::{Need, Refusal, Rule};
use crate::domain::rules::HandOverNeed;
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
        Self::state(
            case,
            &[State::Submitted, State::Accepted, State::PreAssigned],
        )?;
        self.own_level(case)?;
        self.settled(case)?;
        self.hand_over_needs(case, wish)?;
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
                plan: wish.plan.clone(),
                task_force: wish.task_force.clone(),
            }
            .into(),
        );
        Ok(events)
    }

    pub(super) fn reassign(&self, case: &Case, wish: &HandOverWish) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &OPEN)?;
        self.own_level(case)?;
        self.hand_over_needs(case, wish)?;
        Ok(one(event::Reassigned {
            on: self.stamp.on,
            case: case.id,
            to: self.handlers(case, &wish.to)?,
            due: self.agreed(case, wish.due)?,
            hard: wish.hard.clone(),
            plan: wish.plan.clone(),
            task_force: wish.task_force.clone(),
        }))
    }

    /// Proposed to units, which may object before the hand-over.
    pub(super) fn pre_assign(&self, case: &Case, to: &Handlers) -> Result<Vec<Event>, Refusal> {
        Self::state(
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
            to: self.handlers(case, to)?,
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
        Self::state(case, &[State::PreAssigned])?;
        self.unit(unit)?;
        Ok(one(event::Disputed {
            on: self.stamp.on,
            case: case.id,
            unit: unit.clone(),
            why: why.clone(),
        }))
    }

    pub(super) fn coordinate(&self, case: &Case, note: &Text) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &[State::PreAssigned])?;
        Ok(one(event::Coordinated {
            on: self.stamp.on,
            case: case.id,
            note: note.clone(),
        }))
    }

    /// An objection to the pre-hand-over waits for the coordination that settles it.
    fn settled(&self, case: &Case) -> Result<(), Refusal> {
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

    /// What the hand-over of a key or complex case must name, and what its traits ask for.
    fn hand_over_needs(&self, case: &Case, wish: &HandOverWish) -> Result<(), Refusal> {
        let Some(gates) = self.rules.map(|rules| &rules.gates) else {
            return Ok(());
        };
        let needs = match case.kind {
            Kind::Ordinary => &[][..],
            Kind::Key => &gates.key_needs,
            Kind::Complex => &gates.complex_needs,
        };
        let to = self.handlers(case, &wish.to)?;
        for need in needs.iter().copied() {
            let named = match need {
                HandOverNeed::Leader => to.leader.is_some(),
                HandOverNeed::Post => to.post.is_some(),
                HandOverNeed::Plan => wish.plan.is_some(),
                HandOverNeed::Limit => wish.due.is_some(),
                HandOverNeed::TaskForce => !wish.task_force.is_empty(),
                HandOverNeed::Supervisor => {
                    let supervised = case.key_supervised.as_ref();
                    supervised.is_some_and(|(_, leader)| leader.is_some())
                }
            };
            self.needs(named, case, "gates", || Need::InHandOver(need))?;
        }
        for of in case.character.traits.iter().copied() {
            let effect = match of {
                Trait::TimeCritical => wish.due.is_some(),
                Trait::Repeated => !case.earlier.is_empty(),
                Trait::Comprehensive => to.units().count() > 1,
            };
            let met = effect || !gates.binding_traits.contains(&of);
            self.needs(met, case, "gates", || Need::Effect(of))?;
        }
        Ok(())
    }

    /// The unit goes on; only while the return waits for an answer.
    pub(super) fn refuse_return(&self, case: &Case, why: &Text) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &[State::Returned])?;
        Ok(one(event::ReturnRefused {
            on: self.stamp.on,
            case: case.id,
            why: why.clone(),
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

    /// A limit agreed on does not lie before the hand-over.
    fn agreed(&self, case: &Case, due: Option<Date>) -> Result<Option<Date>, Refusal> {
        due.map(|due| self.not_before(case, due)).transpose()?;
        Ok(due)
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
