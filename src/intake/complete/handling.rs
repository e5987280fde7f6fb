//! The hand-over, the handling and the judging of a row: what fits together, what is set aside.

use super::{Open, normal};
use crate::domain::event::ConsultMode;
use crate::domain::rules::Grade;
use crate::intake::cell::Dated;
use crate::words::LedgerColumn as Column;

impl Open<'_> {
    pub(super) fn hand_over(&mut self) {
        if self.own() {
            self.hand_over_own();
        } else {
            self.tracked();
        }
        let row = &self.row;
        let needing = [
            (Column::Lead, row.lead.is_some()),
            (Column::Co, !row.co.is_empty()),
            (Column::Separate, !row.separate.is_empty()),
            (Column::Signed, row.signed.is_some()),
            (Column::Returned, row.returned.is_some()),
            (Column::Reassigned, row.reassigned.is_some()),
            (Column::Due, row.due.is_some()),
            (Column::ExtendedTo, row.extended_to.is_some()),
        ];
        let first = needing.into_iter().find(|(_, filled)| *filled);
        match (first, row.assigned) {
            (Some(_), None) if self.lenient => self.not_handed_over(),
            (Some((by, _)), None) => self.needs(Column::Assigned, by),
            (Some(_) | None, Some(_)) | (None, None) => {}
        }
        if self.row.assigned.is_none() {
            self.aside(Column::Leader, |row| row.leader.take().is_some());
            self.aside(Column::Post, |row| row.post.take().is_some());
            self.aside(Column::Clerk, |row| row.clerk.take().is_some());
            self.aside(Column::Phone, |row| row.phone.take().is_some());
        }
    }

    /// What a historic ledger says of a hand-over whose day nobody wrote stays in words.
    fn not_handed_over(&mut self) {
        self.remark(Column::Lead, |row| row.lead = None);
        self.remark(Column::Co, |row| row.co.clear());
        self.remark(Column::Separate, |row| row.separate.clear());
        self.remark(Column::Signed, |row| row.signed = None);
        self.remark(Column::Returned, |row| row.returned = None);
        self.remark(Column::Reassigned, |row| row.reassigned = None);
        self.remark(Column::Due, |row| row.due = None);
        self.remark(Column::ExtendedTo, |row| row.extended_to = None);
    }

    /// The office hands over itself. Without the first lead a return cannot be told whose it was.
    fn hand_over_own(&mut self) {
        let row = &self.row;
        match (row.reassigned, &row.first_lead) {
            (Some(anew), None) if self.lenient => {
                if row.signed.is_some_and(|day| day < anew) {
                    self.remark(Column::Signed, |row| row.signed = None);
                }
                self.remark(Column::Assigned, |row| row.assigned = None);
                self.remark(Column::Returned, |row| row.returned = None);
                self.remark(Column::Reassigned, |row| row.reassigned = None);
                self.row.assigned = Some(anew);
            }
            (Some(_), None) => self.needs(Column::FirstLead, Column::Reassigned),
            (None, Some(_)) => self.needs(Column::Reassigned, Column::FirstLead),
            (Some(_), Some(_)) | (None, None) => {}
        }
    }

    /// Another level hands over; here it is only known who handles it.
    fn tracked(&mut self) {
        self.aside(Column::Separate, |row| {
            !std::mem::take(&mut row.separate).is_empty()
        });
        self.aside(Column::FirstLead, |row| row.first_lead.take().is_some());
        self.aside(Column::Leader, |row| row.leader.take().is_some());
        self.aside(Column::Post, |row| row.post.take().is_some());
        self.aside(Column::Clerk, |row| row.clerk.take().is_some());
        self.aside(Column::Phone, |row| row.phone.take().is_some());
        self.aside(Column::Returned, |row| row.returned.take().is_some());
        self.aside(Column::Reassigned, |row| row.reassigned.take().is_some());
        self.aside(Column::Due, |row| row.due.take().is_some());
        match (&self.row.lead, self.row.assigned) {
            (Some(_), None) => {
                self.row.assigned = self.row.submitted;
                self.supposed.push(Column::Assigned);
            }
            (None, Some(_)) => self.needs(Column::Lead, Column::Assigned),
            (Some(_), Some(_)) | (None, None) => {}
        }
    }

    pub(super) fn handling(&mut self) {
        let talks = self.row.consulted.len();
        match self.row.consult_mode.len() {
            0 if talks > 0 => {
                self.row.consult_mode = vec![ConsultMode::FaceToFace];
                self.supposed.push(Column::ConsultMode);
            }
            0 | 1 if talks > 0 => {}
            _ if talks == 0 => {
                self.aside(Column::ConsultMode, |row| {
                    !std::mem::take(&mut row.consult_mode).is_empty()
                });
            }
            found if found == talks => {}
            found => self.count(Column::ConsultMode, found, talks),
        }
        let given = &self.row.co_opinion;
        let (found, expected) = (given.len(), self.row.co.len());
        let bare = given.iter().any(|(unit, _)| unit.is_none());
        if found > 0 && expected == 0 {
            self.needs(Column::Co, Column::CoOpinion);
        } else if bare && found != 1 && found != expected {
            self.count(Column::CoOpinion, found, expected);
        }
        self.row = normal(std::mem::take(&mut self.row));
    }

    pub(super) fn reply(&mut self) {
        if self.row.class.is_some() && self.row.replied.is_none() {
            match self.row.closed {
                Some(day) => {
                    self.row.replied = Some(day);
                    self.supposed.push(Column::Replied);
                }
                None => self.needs(Column::Replied, Column::Class),
            }
        }
        if self.row.replied.is_none() {
            self.aside(Column::DocNo, |row| row.doc_no.take().is_some());
            self.aside(Column::Signer, |row| row.signer.take().is_some());
            self.aside(Column::Public, |row| row.public.take().is_some());
        } else if self.row.class.is_none() {
            self.needs(Column::Class, Column::Replied);
        }
        self.replier();
        self.class();
        self.promise();
    }

    /// A reply is some unit's, and figures rest on it: it stays neither without one nor in words.
    fn replier(&mut self) {
        let row = &self.row;
        if row.replied.is_none() || row.lead.is_some() || !row.separate.is_empty() {
            return;
        }
        let units = [Column::Lead, Column::Separate];
        let set_aside = units.iter().any(|column| self.remarked.contains(column));
        let missing = match set_aside {
            true => Column::Assigned,
            false => Column::Lead,
        };
        self.needs(missing, Column::Replied);
    }

    /// A class may be written by its label (`已解决或采纳`), or by a piece of it that no other
    /// class has (`已解决`).
    fn class(&mut self) {
        let rules = self
            .row
            .replied
            .and_then(|day| self.book.office().rules_on(day));
        if let (Some(rules), Some(word)) = (rules, &self.row.class)
            && let Some(class) = rules.class_called(word.as_str())
        {
            self.row.class = Some(class.code.clone());
        }
    }

    /// A promise has words and a day, and stands in a reply.
    fn promise(&mut self) {
        let row = &self.row;
        let gap = match (&row.promise, row.promise_due, row.replied, &row.follow_up) {
            (Some(_), None, _, _) => Some((Column::PromiseDue, Column::Promise)),
            (None, Some(_), _, _) => Some((Column::Promise, Column::PromiseDue)),
            (Some(_), Some(_), None, _) => Some((Column::Replied, Column::Promise)),
            (None, None, _, Some(_)) => Some((Column::Promise, Column::FollowUp)),
            (Some(_), Some(_), Some(_), _) | (None, None, _, None) => None,
        };
        let Some((column, by)) = gap else {
            return;
        };
        if !self.lenient {
            return self.needs(column, by);
        }
        self.remark(Column::Promise, |row| row.promise = None);
        self.remark(Column::PromiseDue, |row| row.promise_due = None);
        self.remark(Column::FollowUp, |row| row.follow_up = None);
    }

    pub(super) fn judging(&mut self) {
        let row = &self.row;
        let is_rated = row.rating.is_some() || row.attitude.is_some() || row.result.is_some();
        match (is_rated, row.rated, row.replied) {
            (true, None, Some(replied)) => {
                self.row.rated = Some(replied);
                self.supposed.push(Column::Rated);
            }
            (true, None, None) => {
                let by = match (&row.rating, &row.attitude) {
                    (Some(_), _) => Column::Rating,
                    (None, Some(_)) => Column::Attitude,
                    (None, None) => Column::Result,
                };
                self.needs(Column::Replied, by);
            }
            (true, Some(_), _) | (false, ..) => {}
        }
        self.replied_before();
        if !is_rated {
            self.aside(Column::Rated, |row| row.rated.take().is_some());
        }
        // No form before the reply goes without saying.
        if self.row.replied.is_none() {
            self.row.returned_form = self.row.returned_form.filter(|form| *form);
        }
        if self.row.returned_form.is_some_and(|form| form != is_rated) {
            self.aside(Column::ReturnedForm, |row| {
                row.returned_form.take().is_some()
            });
        }
        match &self.row.key_supervised {
            Some(key) if !key.value => {
                self.aside(Column::Supervisor, |row| row.supervisor.take().is_some());
            }
            None if self.row.supervisor.is_some() => {
                self.row.key_supervised = Some(Dated {
                    on: None,
                    value: true,
                });
            }
            Some(_) | None => {}
        }
    }

    /// A rating by which the deputy was dissatisfied and that is older than the reply speaks of an
    /// earlier one, which a ledger has no cell for: given by the day of the rating.
    fn replied_before(&mut self) {
        let row = &self.row;
        let word = row.rating.as_ref().or(row.result.as_ref());
        let (Some(rated), Some(replied), Some(word)) = (row.rated, row.replied, word) else {
            return;
        };
        let rules = self.book.office().rules_on(rated);
        let grade = rules.and_then(|rules| rules.satisfaction.grade(word.as_str()));
        if rated < replied && grade == Some(Grade::Dissatisfied) {
            self.row.replied_before = Some(rated);
            self.supposed.push(Column::Replied);
        }
    }
}
