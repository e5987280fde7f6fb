//! The effects that take more than a line, and the conditions under which a fact can have happened.

use std::collections::BTreeMap;

use super::case::{Assignment, Case, HandOver, Reply};
use super::impossible::{Clash, Ending};
use crate::domain::event::{self, Event, Handlers};
use crate::domain::terms::{Date, Name, Text};

pub(super) fn not_assigned(case: &Case) -> Result<(), Clash> {
    if case.assignments.is_empty() {
        Ok(())
    } else {
        Err(Clash::AssignedTwice)
    }
}

pub(super) fn not_closed(case: &Case) -> Result<(), Clash> {
    if case.closed.is_none() {
        Ok(())
    } else {
        Err(Clash::Closed)
    }
}

pub(super) fn end(case: &mut Case, on: Date, ending: Ending) -> Result<(), Clash> {
    not_assigned(case)?;
    case.ended = Some((on, ending));
    Ok(())
}

pub(super) fn hand_over(
    case: &mut Case,
    on: Date,
    how: HandOver,
    to: &Handlers,
    due: Option<Date>,
    hard: Option<&Text>,
) {
    // A new hand-over starts the clock again; what was granted before is spent.
    case.extension = None;
    case.co_opinions.clear();
    case.assignments.push(Assignment {
        on,
        how,
        to: to.clone(),
        due,
        hard: hard.cloned(),
        signed: BTreeMap::new(),
        forwarded: Vec::new(),
        returned: None,
    });
}

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

pub(super) fn sign(assignment: &mut Assignment, on: Date, unit: &Name) -> Result<(), Clash> {
    let forwarded = assignment.forwarded.iter().any(|(_, post)| post == unit);
    if !forwarded {
        holder(assignment, unit)?;
    }
    if assignment.signed.insert(unit.clone(), on).is_some() {
        return Err(Clash::SignedTwice(unit.clone()));
    }
    Ok(())
}

pub(super) fn reply(case: &mut Case, event: &Event) -> Result<(), Clash> {
    let Event::Replied(event::Replied {
        on,
        unit,
        class,
        doc_no,
        signer,
        text,
        reason,
        publication,
        ..
    }) = event
    else {
        return Ok(());
    };
    let assignment = assignment(case)?;
    if !assignment.to.repliers().any(|u| u == unit) {
        return Err(Clash::NotHolder(unit.clone()));
    }
    case.replies.push(Reply {
        on: *on,
        assignment: case.assignments.len() - 1,
        unit: unit.clone(),
        class: class.clone(),
        doc_no: doc_no.clone(),
        signer: signer.clone(),
        text: text.clone(),
        reason: reason.clone(),
        publication: *publication,
    });
    Ok(())
}

pub(super) fn settle(
    case: &mut Case,
    on: Date,
    kept: bool,
    note: Option<&Text>,
) -> Result<(), Clash> {
    let open = case.commitments.iter_mut().find(|c| c.settled.is_none());
    open.ok_or(Clash::NoCommitment)?.settled = Some((on, kept, note.cloned()));
    Ok(())
}
