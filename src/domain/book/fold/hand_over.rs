//! 交: proposed, handed over, signed for, passed on, given back.

use super::Change;
use super::conditions::{accepted, holder, not_assigned, not_closed, open_assignment};
use crate::domain::book::Clash;
use crate::domain::book::case::{Assignment, Case, HandOver, PreAssignment, Return};
use crate::domain::event;

/// A new hand-over starts the clock again; what was granted before is spent.
pub(super) fn hand_over(case: &mut Case, assignment: Assignment) {
    case.extension = None;
    case.co_opinions.clear();
    case.assignments.push(assignment);
}

impl Change for event::PreAssigned {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_assigned(case)?;
        accepted(case)?;
        case.pre_assignment = Some(Box::new(PreAssignment {
            on: self.on,
            to: self.to.clone(),
            disputes: Vec::new(),
            coordination: None,
        }));
        Ok(())
    }
}

impl Change for event::Disputed {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_assigned(case)?;
        let proposed = case.pre_assignment.as_mut().ok_or(Clash::NotPreAssigned)?;
        if !proposed.to.units().any(|unit| *unit == self.unit) {
            return Err(Clash::NotHolder(self.unit.clone()));
        }
        let dispute = (self.on, self.unit.clone(), self.why.clone());
        proposed.disputes.push(dispute);
        Ok(())
    }
}

impl Change for event::Coordinated {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_assigned(case)?;
        let proposed = case.pre_assignment.as_mut().ok_or(Clash::NotPreAssigned)?;
        proposed.coordination = Some((self.on, self.note.clone()));
        Ok(())
    }
}

impl Change for event::Assigned {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_assigned(case)?;
        accepted(case)?;
        let assignment = Assignment {
            due: self.due,
            hard: self.hard.clone(),
            plan: self.plan.clone(),
            task_force: self.task_force.clone().into(),
            ..Assignment::new(self.on, HandOver::Assigned, self.to.clone())
        };
        hand_over(case, assignment);
        Ok(())
    }
}

impl Change for event::Reassigned {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        open_assignment(case)?;
        not_closed(case)?;
        let assignment = Assignment {
            due: self.due,
            hard: self.hard.clone(),
            plan: self.plan.clone(),
            task_force: self.task_force.clone().into(),
            ..Assignment::new(self.on, HandOver::Reassigned, self.to.clone())
        };
        hand_over(case, assignment);
        Ok(())
    }
}

impl Change for event::Forwarded {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let forwarded = &mut open_assignment(case)?.forwarded;
        forwarded.push((self.on, self.unit.clone()));
        Ok(())
    }
}

impl Change for event::Signed {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let assignment = open_assignment(case)?;
        let forwarded = &assignment.forwarded;
        if !forwarded.iter().any(|(_, post)| *post == self.unit) {
            holder(assignment, &self.unit)?;
        }
        if assignment
            .signed
            .insert(self.unit.clone(), self.on)
            .is_some()
        {
            return Err(Clash::SignedTwice(self.unit.clone()));
        }
        Ok(())
    }
}

impl Change for event::Returned {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let assignment = open_assignment(case)?;
        holder(assignment, &self.unit)?;
        if assignment.is_returned() {
            return Err(Clash::ReturnedTwice);
        }
        assignment.returned = Some(Box::new(Return {
            on: self.on,
            unit: self.unit.clone(),
            why: self.why.clone(),
            proposed: self.proposed.clone(),
            refused: None,
        }));
        Ok(())
    }
}

impl Change for event::ReturnRefused {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let returned = open_assignment(case)?.returned.as_mut();
        let returned = returned.filter(|r| r.refused.is_none());
        returned.ok_or(Clash::NotReturned)?.refused = Some((self.on, self.why.clone()));
        Ok(())
    }
}
