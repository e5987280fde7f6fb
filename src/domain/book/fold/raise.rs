//! 提: handed in, changed, numbered, reviewed, merged, withdrawn.

use super::Change;
use super::conditions::{not_assigned, not_closed};
use super::hand_over::hand_over;
use crate::domain::book::case::{Assignment, Case, Character, HandOver, Seldom};
use crate::domain::book::{Clash, Ending};
use crate::domain::event::{self, Handlers};
use crate::domain::terms::{Date, SessionKey};

pub(super) fn born(fact: &event::Submitted) -> Case {
    Case {
        id: fact.case,
        number: None,
        level: fact.level,
        period: fact.period,
        session: SessionKey {
            term: fact.term,
            session: fact.session,
        },
        title: fact.title.clone(),
        body: fact.body.clone(),
        requests: fact.requests.clone().into(),
        deputy: fact.deputy.clone(),
        co_signers: fact.co_signers.clone(),
        delegation: fact.delegation.clone(),
        category: fact.category.clone(),
        kind: fact.kind,
        character: Seldom::default(),
        earlier: Seldom::default(),
        merged: None,
        leads: Seldom::default(),
        motion: fact.motion.clone(),
        confidential: fact.confidential,
        submitted: fact.on,
        accepted: None,
        amendment: None,
        amended: 0,
        ended: None,
        key_supervised: None,
        pre_assignment: None,
        assignments: Vec::new(),
        bookings: Seldom::default(),
        consultations: Vec::new(),
        progress: Vec::new(),
        milestones: Seldom::default(),
        difficulties: Seldom::default(),
        effects: Seldom::default(),
        evidence: Seldom::default(),
        co_opinions: Seldom::default(),
        extension: None,
        replies: Vec::new(),
        deliveries: Seldom::default(),
        classes: Vec::new(),
        reminders: Seldom::default(),
        commitments: Vec::new(),
        ratings: Vec::new(),
        stars: Seldom::default(),
        revisit: None,
        escalation: None,
        oversight: Seldom::default(),
        closed: None,
        notes: Seldom::default(),
    }
}

impl Change for event::Amended {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_closed(case)?;
        case.amended += 1;
        // What went back for this waits for the office again.
        case.amendment = None;
        if let Some(title) = &self.title {
            case.title = title.clone();
        }
        if let Some(body) = &self.body {
            case.body = Some(body.clone());
        }
        if let Some(requests) = &self.requests {
            case.requests = requests.clone().into();
        }
        if let Some(category) = &self.category {
            case.category = category.clone();
        }
        if let Some(co_signers) = &self.co_signers {
            case.co_signers = co_signers.clone();
        }
        Ok(())
    }
}

impl Change for event::Classified {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.kind = self.kind;
        case.character = Seldom::from(Character {
            scope: self.scope.clone(),
            difficulty: self.difficulty.clone(),
            urgency: self.urgency.clone(),
            traits: self.traits.clone(),
        });
        Ok(())
    }
}

impl Change for event::Linked {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        if !case.earlier.contains(&self.earlier) {
            case.earlier.push(self.earlier);
        }
        Ok(())
    }
}

impl Change for event::Merged {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_closed(case)?;
        if case.merged.is_some() || self.into == case.id {
            return Err(Clash::Merged);
        }
        case.merged = Some((self.on, self.into));
        case.leads.push(self.into);
        Ok(())
    }
}

impl Change for event::Unmerged {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_closed(case)?;
        match case.merged.take() {
            Some(_) => Ok(()),
            None => Err(Clash::NotMerged),
        }
    }
}

impl Change for event::Numbered {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.number = Some(self.number);
        Ok(())
    }
}

impl Change for event::Accepted {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        if case.accepted.is_some() {
            return Err(Clash::AcceptedTwice);
        }
        case.accepted = Some(self.on);
        case.amendment = None;
        Ok(())
    }
}

impl Change for event::ReturnedForAmendment {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_assigned(case)?;
        case.accepted = None;
        case.amendment = Some((self.on, self.why.clone()));
        Ok(())
    }
}

impl Change for event::Refused {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        end(case, self.on, Ending::Refused)
    }
}

impl Change for event::TurnedToLetter {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        end(case, self.on, Ending::Letter)
    }
}

fn end(case: &mut Case, on: Date, ending: Ending) -> Result<(), Clash> {
    not_assigned(case)?;
    case.ended = Some((on, ending));
    Ok(())
}

impl Change for event::Withdrawn {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_closed(case)?;
        case.ended = Some((self.on, Ending::Withdrawn));
        Ok(())
    }
}

impl Change for event::KeySupervised {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        case.key_supervised = Some((self.on, self.supervisor.clone()));
        Ok(())
    }
}

impl Change for event::Tracked {
    fn change(&self, case: &mut Case) -> Result<(), Clash> {
        not_assigned(case)?;
        let to = Handlers {
            lead: Some(self.lead.clone()),
            co: self.co.clone(),
            ..Handlers::default()
        };
        hand_over(case, Assignment::new(self.on, HandOver::Tracked, to));
        Ok(())
    }
}
