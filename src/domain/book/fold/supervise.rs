//! 督: notices, colours, checks, looking back, rework, second replies.

use super::Change;
use super::conditions::replied;
use crate::domain::book::Clash;
use crate::domain::book::case::{
    Case, ClassStep, ClassStepKind, Forgiven, Inspection, LookBack, Notice, ReReply, Rework,
};
use crate::domain::event;

impl Change for event::Supervised {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        if case.assignments.is_empty() {
            return Err(Clash::NotAssigned);
        }
        case.oversight.notices.push(Notice {
            on: self.on,
            mode: self.mode,
            unit: self.unit.clone(),
            people: self.people.clone(),
            problem: self.problem.clone(),
            due: self.due,
            answered: None,
        });
        Ok(())
    }
}

impl Change for event::NoticeAnswered {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let notices = case.oversight.notices.iter_mut();
        let mut open = notices.filter(|notice| notice.answered.is_none());
        let notice = open.next().ok_or(Clash::NoNotice)?;
        notice.answered = Some((self.on, self.note.clone()));
        Ok(())
    }
}

impl Change for event::ColourSet {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let set = |colour| (self.on, colour, self.why.clone());
        case.oversight.colour = self.colour.map(set);
        Ok(())
    }
}

impl Change for event::Inspected {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.oversight.inspections.push(Inspection {
            on: self.on,
            check: self.check.clone(),
            inspector: self.inspector.clone(),
            mode: self.mode,
            finding: self.finding.clone(),
            mend_by: self.mend_by,
            mended: None,
        });
        Ok(())
    }
}

impl Change for event::FindingMended {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let inspections = case.oversight.inspections.iter_mut();
        let mut open = inspections.filter(|inspection| {
            let is_open = inspection.finding.is_some() && inspection.mended.is_none();
            is_open && inspection.check == self.check
        });
        open.next().ok_or(Clash::NoFinding)?.mended = Some(self.on);
        Ok(())
    }
}

impl Change for event::LookedBack {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        replied(case)?;
        if self.good {
            // What was found good was done, whether somebody said so or not.
            let open = case.oversight.reworks.iter_mut();
            open.for_each(|rework| rework.done = rework.done.or(Some(self.on)));
        }
        case.oversight.look_backs.push(LookBack {
            on: self.on,
            good: self.good,
            people: self.people.clone(),
            note: self.note.clone(),
        });
        Ok(())
    }
}

impl Change for event::ReworkOrdered {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        replied(case)?;
        case.oversight.reworks.push(Rework {
            on: self.on,
            what: self.what.clone(),
            due: self.due,
            done: None,
        });
        Ok(())
    }
}

impl Change for event::ReworkDone {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let mut open = case.oversight.reworks.iter_mut();
        let open = open.find(|rework| rework.done.is_none());
        open.ok_or(Clash::NoRework)?.done = Some(self.on);
        Ok(())
    }
}

impl Change for event::ReReplied {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        replied(case)?;
        case.oversight.re_replies.push(ReReply {
            on: self.on,
            unit: self.unit.clone(),
            doc_no: self.doc_no.clone(),
            signer: self.signer.clone(),
            text: self.text.clone(),
            within: self.within,
            publication: self.publication,
        });
        case.classes
            .extend(self.class.as_ref().map(|class| ClassStep {
                on: self.on,
                class: class.clone(),
                kind: ClassStepKind::Proposed,
                by: self.unit.clone(),
            }));
        Ok(())
    }
}

impl Change for event::ErrorForgiven {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        if !case.had(&self.unit) {
            return Err(Clash::NotHolder(self.unit.clone()));
        }
        case.oversight.forgiven.push(Forgiven {
            on: self.on,
            unit: self.unit.clone(),
            item: self.item.clone(),
            why: self.why.clone(),
            by: self.by.clone(),
        });
        Ok(())
    }
}
