//! 办: talks, notes, milestones, evidence, co-opinions, more time, replies, classes, the upper level.

use super::Change;
use super::conditions::{assignment, not_closed, open_assignment};
use crate::domain::book::Clash;
use crate::domain::book::case::{
    Booking, Case, ClassStep, ClassStepKind, CoOpinion, Consultation, Difficulty, Effect,
    Escalation, Evidence, Extension, Milestone, Progress, Reply,
};
use crate::domain::event::{self, ReviewStage};

impl Change for event::ConsultationBooked {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.bookings.push(Booking {
            on: self.on,
            day: self.day,
            stage: self.stage,
            mode: self.mode,
            people: self.people.clone(),
            place: self.place.clone(),
        });
        Ok(())
    }
}

impl Change for event::Consulted {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.consultations.push(Consultation {
            on: self.on,
            stage: self.stage,
            mode: self.mode,
            people: self.people.clone(),
            leader_present: self.leader_present,
        });
        Ok(())
    }
}

impl Change for event::Progressed {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.progress.push(Progress {
            on: self.on,
            unit: self.unit.clone(),
            percent: self.percent,
            note: self.note.clone(),
        });
        Ok(())
    }
}

impl Change for event::MilestoneSet {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.milestones.push(Milestone {
            milestone: self.milestone.clone(),
            due: self.due,
            reached: None,
        });
        Ok(())
    }
}

impl Change for event::MilestoneReached {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let open = case.milestones.iter_mut().filter(|m| m.reached.is_none());
        let mut named = open.filter(|m| m.milestone == self.milestone);
        named.next().ok_or(Clash::NoMilestone)?.reached = Some(self.on);
        Ok(())
    }
}

impl Change for event::DifficultyRaised {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.difficulties.push(Difficulty {
            on: self.on,
            unit: self.unit.clone(),
            note: self.note.clone(),
        });
        Ok(())
    }
}

impl Change for event::EffectRecorded {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.effects.push(Effect {
            on: self.on,
            what: self.what.clone(),
            amount: self.amount,
            measure: self.measure.clone(),
        });
        Ok(())
    }
}

impl Change for event::EvidenceAdded {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.evidence.push(Evidence {
            on: self.on,
            sha256: self.sha256.clone(),
            file: self.file.clone(),
            bytes: self.bytes,
        });
        Ok(())
    }
}

impl Change for event::CoOpinionGiven {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        if !assignment(case)?.to.co.contains(&self.unit) {
            return Err(Clash::NotHolder(self.unit.clone()));
        }
        let opinions = case.co_opinions.entry(self.unit.clone()).or_default();
        opinions.push(CoOpinion {
            given: self.on,
            rejected: None,
        });
        Ok(())
    }
}

impl Change for event::CoOpinionRejected {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let opinions = case.co_opinions.get_mut(&self.unit);
        let last = opinions.and_then(|opinions| opinions.last_mut());
        let last = last.filter(|opinion| opinion.rejected.is_none());
        let none = || Clash::NoCoOpinion(self.unit.clone());
        last.ok_or_else(none)?.rejected = Some(self.on);
        Ok(())
    }
}

impl Change for event::Extended {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        open_assignment(case)?;
        case.extension = Some(Box::new(Extension {
            on: self.on,
            to: self.to,
            why: self.why.clone(),
            consent: self.consent.clone(),
            told: self.told,
        }));
        Ok(())
    }
}

impl Change for event::Replied {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        if !assignment(case)?.to.repliers().any(|u| *u == self.unit) {
            return Err(Clash::NotHolder(self.unit.clone()));
        }
        case.replies.push(Reply {
            on: self.on,
            assignment: case.assignments.len() - 1,
            unit: self.unit.clone(),
            class: self.class.clone(),
            doc_no: self.doc_no.clone(),
            signer: self.signer.clone(),
            text: self.text.clone(),
            reason: self.reason.clone(),
            publication: self.publication,
            answers: self.answers.clone(),
        });
        case.classes.push(ClassStep {
            on: self.on,
            class: self.class.clone(),
            kind: ClassStepKind::Proposed,
            by: Some(self.unit.clone()),
        });
        Ok(())
    }
}

impl Change for event::Delivered {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        if case.replies.is_empty() {
            return Err(Clash::NotReplied);
        }
        case.deliveries.push((self.on, self.deputy.clone()));
        Ok(())
    }
}

impl Change for event::ClassProposed {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        step(
            case,
            ClassStep {
                on: self.on,
                class: self.class.clone(),
                kind: ClassStepKind::Proposed,
                by: self.unit.clone(),
            },
        )
    }
}

impl Change for event::ClassReviewed {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        step(
            case,
            ClassStep {
                on: self.on,
                class: self.class.clone(),
                kind: match self.stage {
                    ReviewStage::First => ClassStepKind::FirstReview,
                    ReviewStage::Second => ClassStepKind::SecondReview,
                },
                by: self.reviewer.clone(),
            },
        )
    }
}

impl Change for event::ClassConfirmed {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        step(
            case,
            ClassStep {
                on: self.on,
                class: self.class.clone(),
                kind: ClassStepKind::Confirmed,
                by: self.reviewer.clone(),
            },
        )
    }
}

/// Only a reply has a class.
fn step(case: &mut Case, step: ClassStep) -> Result<(), Clash> {
    if case.replies.is_empty() {
        return Err(Clash::NotReplied);
    }
    case.classes.push(step);
    Ok(())
}

impl Change for event::Escalated {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_closed(case)?;
        case.escalation = Some(Box::new(Escalation {
            on: self.on,
            to: self.to.clone(),
            upper: self.upper.clone(),
            answered: None,
        }));
        Ok(())
    }
}

impl Change for event::EscalationAnswered {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        let escalation = case.escalation.as_mut().ok_or(Clash::NotEscalated)?;
        if let Some(upper) = &self.upper {
            escalation.upper = Some(upper.clone());
        }
        escalation.answered = Some((self.on, self.outcome.clone()));
        Ok(())
    }
}
