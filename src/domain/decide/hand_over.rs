//! 交: handing over, passing on, signing for, giving back, handing over anew.

use std::collections::BTreeSet;

use super::{Bench, one};
use crate::domain::book::{Assignment, Case, HandOver, State};
use crate::domain::command::HandOverWish;
use crate::domain::deadline;
use crate::domain::event::{self, Event, Handlers, Kind};
use crate::domain::refusal::{HandOverRule, Need, Refusal, Rule};
use crate::domain::rules::{ClockKey, ClockRule};
use crate::domain::terms::{Name, Text};

/// Handed over, and not yet answered.
pub(super) const OPEN: [State; 4] = [
    State::Assigned,
    State::Signed,
    State::Returned,
    State::InProgress,
];

impl Bench<'_> {
    /// Hands a case over, where no units are named to those of the pre-hand-over; one that was not
    /// reviewed is accepted with it.
    pub(super) fn assign(&self, case: &Case, wish: &HandOverWish) -> Result<Vec<Event>, Refusal> {
        self.state(
            case,
            &[State::Submitted, State::Accepted, State::PreAssigned],
        )?;
        self.own_level(case)?;
        self.settled(case)?;
        let proposed = case.pre_assignment.as_ref().map(|p| p.to.clone());
        let to = self.handlers(case, &wish.to, proposed)?;
        let assignment = self.assignment(case, wish, (HandOver::Assigned, to))?;
        let mut events = match case.accepted {
            Some(_) => Vec::new(),
            None => self.accept(case, None)?,
        };
        events.push(
            event::Assigned {
                on: assignment.on,
                case: case.id,
                to: assignment.to,
                due: assignment.due,
                hard: assignment.hard,
                plan: assignment.plan,
                task_force: assignment.task_force.to_vec(),
            }
            .into(),
        );
        Ok(events)
    }

    /// To other units, where none are named to the one that was proposed with the return.
    pub(super) fn reassign(&self, case: &Case, wish: &HandOverWish) -> Result<Vec<Event>, Refusal> {
        self.state(case, &OPEN)?;
        self.own_level(case)?;
        let now = case.assignment();
        let returned = now.and_then(|a| a.returned.as_ref());
        let proposed = returned
            .and_then(|r| r.proposed.clone())
            .map(|lead| Handlers {
                lead: Some(lead),
                ..Handlers::default()
            });
        let to = self.handlers(case, &wish.to, proposed)?;
        let same = |to: &Handlers, other: &Handlers| {
            let repliers = |to: &Handlers| to.repliers().cloned().collect::<BTreeSet<_>>();
            repliers(to) == repliers(other)
        };
        if now.is_some_and(|now| same(&now.to, &to)) {
            return Err(Refusal::of_case(case.id, HandOverRule::SameUnits));
        }
        let assignment = self.assignment(case, wish, (HandOver::Reassigned, to))?;
        Ok(one(event::Reassigned {
            on: assignment.on,
            case: case.id,
            to: assignment.to,
            due: assignment.due,
            hard: assignment.hard,
            plan: assignment.plan,
            task_force: assignment.task_force.to_vec(),
        }))
    }

    /// The hand-over of a wish, with all that the rules ask of it.
    fn assignment(
        &self,
        case: &Case,
        wish: &HandOverWish,
        (how, to): (HandOver, Handlers),
    ) -> Result<Assignment, Refusal> {
        let assignment = Assignment {
            due: wish.due,
            hard: wish.hard.clone(),
            plan: wish.plan.clone(),
            task_force: wish.task_force.clone().into(),
            ..Assignment::new(self.stamp.on, how, to)
        };
        self.hand_over_needs(case, &assignment)?;
        self.agreed(case, &assignment)?;
        Ok(assignment)
    }

    /// What the hand-over of a key or complex case must name, and what its traits ask for.
    fn hand_over_needs(&self, case: &Case, assignment: &Assignment) -> Result<(), Refusal> {
        let Some(gates) = self.rules.map(|rules| &rules.gates) else {
            return Ok(());
        };
        let place = match case.kind {
            Kind::Ordinary => "gates",
            Kind::Key => "gates.key_needs",
            Kind::Complex => "gates.complex_needs",
        };
        for need in gates.hand_over_needs(case.kind).iter().copied() {
            let named = case.meets(assignment, need);
            self.needs(named, case, place, || Need::InHandOver(need))?;
        }
        for of in gates.binding_traits.iter().copied() {
            let place = "gates.binding_traits";
            let met = case.has_effect(assignment, of);
            self.needs(met, case, place, || Need::Effect(of))?;
        }
        Ok(())
    }

    /// The unit goes on; only while the return waits for an answer.
    pub(super) fn refuse_return(&self, case: &Case, why: &Text) -> Result<Vec<Event>, Refusal> {
        self.state(case, &[State::Returned])?;
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
        self.state(case, &[State::Submitted, State::Accepted])?;
        if case.level == self.book.office().level() {
            return Err(Refusal::of_case(case.id, HandOverRule::OwnLevel));
        }
        let to = Handlers {
            lead: Some(lead.clone()),
            co: co.to_vec(),
            ..Handlers::default()
        };
        let to = self.handlers(case, &to, None)?;
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
        self.state(case, &[State::Assigned, State::Signed, State::InProgress])?;
        self.unit(unit)?;
        Self::another(case, unit)?;
        Ok(one(event::Forwarded {
            on: self.stamp.on,
            case: case.id,
            unit: unit.clone(),
            leader: leader.cloned(),
        }))
    }

    /// A unit signs; where none is named, every unit that owes a reply and has not signed.
    pub(super) fn sign(&self, case: &Case, unit: Option<&Name>) -> Result<Vec<Event>, Refusal> {
        self.state(case, &[State::Assigned, State::Signed, State::InProgress])?;
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
        self.state(case, &[State::Assigned, State::Signed, State::InProgress])?;
        let unit = self.acting(case, unit)?;
        if let Some(proposed) = proposed {
            self.unit(proposed)?;
            Self::another(case, proposed)?;
        }
        let clocks = deadline::clocks(self.book, case, self.stamp.on);
        if let Some(clock) = clocks.iter().find(|c| c.key == ClockKey::Return) {
            let due = clock.due();
            let article = clock.rule.and_then(ClockRule::article).map(str::to_owned);
            let late = || HandOverRule::ReturnedLate { due, article };
            self.gate(self.stamp.on <= due, case, late)?;
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
            Err(units) => Err(Refusal::of_case(case.id, HandOverRule::WhichUnit { units })),
        }
    }

    pub(super) fn own_level(&self, case: &Case) -> Result<(), Refusal> {
        if case.level == self.book.office().level() {
            return Ok(());
        }
        Err(Refusal::of_case(
            case.id,
            HandOverRule::OtherLevel { level: case.level },
        ))
    }

    /// A unit that does not hold the case.
    fn another(case: &Case, unit: &Name) -> Result<(), Refusal> {
        let holds = case
            .assignment()
            .is_some_and(|a| a.to.units().any(|u| u == unit));
        match holds {
            true => {
                let unit = unit.clone();
                Err(Refusal::of_case(
                    case.id,
                    HandOverRule::HoldsAlready { unit },
                ))
            }
            false => Ok(()),
        }
    }

    /// A limit agreed on lies neither before the hand-over nor beyond the longest time that a
    /// reply may take.
    fn agreed(&self, case: &Case, assignment: &Assignment) -> Result<(), Refusal> {
        let Some(to) = assignment.due else {
            return Ok(());
        };
        self.not_before(case, to)?;
        let mut handed_over = case.clone();
        handed_over.assignments.push(assignment.clone());
        match deadline::longest_reply(self.book, &handed_over, self.stamp.on) {
            None => Ok(()),
            Some(longest) => {
                let (limit, article) = (longest.date, longest.article);
                let beyond = || Rule::BeyondLimit { to, limit, article };
                self.gate(to <= limit, case, beyond)
            }
        }
    }

    /// Units on the roster, each once, or those proposed where none is named; leader, post, clerk
    /// and phone from the roster where the wish names none.
    pub(super) fn handlers(
        &self,
        case: &Case,
        to: &Handlers,
        proposed: Option<Handlers>,
    ) -> Result<Handlers, Refusal> {
        let named = to.lead.is_some() || !to.separate.is_empty();
        let to = match proposed.filter(|_| !named) {
            Some(proposed) => Handlers {
                lead: proposed.lead,
                separate: proposed.separate,
                co: [proposed.co, to.co.clone()].concat(),
                leader: to.leader.clone().or(proposed.leader),
                post: to.post.clone().or(proposed.post),
                clerk: to.clerk.clone().or(proposed.clerk),
                phone: to.phone.clone().or(proposed.phone),
            },
            None if named => to.clone(),
            None => return Err(Refusal::of_case(case.id, HandOverRule::NeedsUnit)),
        };
        let mut seen: Vec<&Name> = Vec::new();
        for unit in to.units() {
            self.unit(unit)?;
            if seen.contains(&unit) {
                return Err(Refusal::of_case(
                    case.id,
                    HandOverRule::UnitTwice { unit: unit.clone() },
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
            ..to
        })
    }
}
