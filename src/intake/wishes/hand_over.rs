//! 交: handing over, signing, giving back, handing over anew; or tracking what another level decides.

use super::{NOT_STATED, Teller, Told};
use crate::domain::command::{CaseWish, Command, HandOverWish};
use crate::domain::event::Handlers;
use crate::domain::terms::{Date, Name, Text};

impl Teller<'_> {
    pub(super) fn hand_over(&self, told: &mut Told) {
        let row = self.row;
        let Some(assigned) = row.assigned else {
            return;
        };
        let Some(anew) = row.reassigned else {
            told.push((assigned, self.assign(self.handlers(), row.due)));
            self.sign(told);
            self.give_back(row.lead.as_ref(), told);
            return;
        };
        let first = Handlers {
            lead: row.first_lead.clone(),
            ..Handlers::default()
        };
        told.push((assigned, self.assign(first, None)));
        let signed_before = row.signed.is_some_and(|day| day < anew);
        if signed_before {
            self.sign(told);
        }
        self.give_back(row.first_lead.as_ref(), told);
        let reassign = Command::on(
            self.cases.clone(),
            CaseWish::Reassign(Box::new(HandOverWish {
                to: self.handlers(),
                due: row.due,
                hard: None,
                ..HandOverWish::default()
            })),
        );
        told.push((anew, reassign));
        if !signed_before {
            self.sign(told);
        }
    }

    fn assign(&self, to: Handlers, due: Option<Date>) -> Command {
        Command::on(
            self.cases.clone(),
            CaseWish::Assign(Box::new(HandOverWish {
                to,
                due,
                hard: None,
                ..HandOverWish::default()
            })),
        )
    }

    fn handlers(&self) -> Handlers {
        let row = self.row;
        Handlers {
            lead: row.lead.clone(),
            co: row.co.clone(),
            separate: row.separate.clone(),
            leader: row.leader.clone(),
            post: row.post.clone(),
            clerk: row.clerk.clone(),
            phone: row.phone.clone(),
        }
    }

    pub(super) fn track(&self, told: &mut Told) {
        if let (Some(on), Some(lead)) = (self.row.assigned, &self.row.lead) {
            let track = Command::on(
                self.cases.clone(),
                CaseWish::Track {
                    lead: lead.clone(),
                    co: self.row.co.clone(),
                },
            );
            told.push((on, track));
            self.sign(told);
        }
    }

    /// Every unit that owes a reply signs.
    fn sign(&self, told: &mut Told) {
        if let Some(on) = self.row.signed {
            let cases = self.cases.clone();
            told.push((on, Command::on(cases, CaseWish::Sign { unit: None })));
        }
    }

    fn give_back(&self, unit: Option<&Name>, told: &mut Told) {
        if let (Some(on), Ok(why)) = (self.row.returned, Text::new(NOT_STATED)) {
            let give_back = Command::on(
                self.cases.clone(),
                CaseWish::Return {
                    unit: unit.cloned(),
                    why,
                    proposed: None,
                },
            );
            told.push((on, give_back));
        }
    }
}
