//! The conditions under which a fact can have happened.

use crate::domain::book::Clash;
use crate::domain::book::case::{Assignment, Case};
use crate::domain::terms::Name;

pub(super) fn not_assigned(case: &Case) -> Result<(), Clash> {
    if case.assignments.is_empty() {
        Ok(())
    } else {
        Err(Clash::AssignedTwice)
    }
}

/// What is handed over was accepted, with the hand-over at the latest.
pub(super) fn accepted(case: &Case) -> Result<(), Clash> {
    case.accepted.map(|_| ()).ok_or(Clash::NotAccepted)
}

pub(super) fn not_closed(case: &Case) -> Result<(), Clash> {
    if case.closed.is_none() {
        Ok(())
    } else {
        Err(Clash::Closed)
    }
}

/// The hand-over in force, of a case that is not closed.
pub(super) fn assignment(case: &mut Case) -> Result<&mut Assignment, Clash> {
    not_closed(case)?;
    case.assignments.last_mut().ok_or(Clash::NotAssigned)
}

/// The hand-over in force, of a case that still waits for its reply.
pub(super) fn open_assignment(case: &mut Case) -> Result<&mut Assignment, Clash> {
    if case.replied().is_some() {
        return Err(Clash::Replied);
    }
    assignment(case)
}

pub(super) fn holder(assignment: &Assignment, unit: &Name) -> Result<(), Clash> {
    if assignment.to.units().any(|u| u == unit) {
        Ok(())
    } else {
        Err(Clash::NotHolder(unit.clone()))
    }
}

/// Every unit that owes a reply has replied.
pub(super) fn replied(case: &Case) -> Result<(), Clash> {
    match case.replied() {
        Some(_) => Ok(()),
        None => Err(Clash::NotReplied),
    }
}
