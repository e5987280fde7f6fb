//! Whether two rows of a ledger say the same.
//!
//! Refuses: to compare what is not written; an empty day or comment agrees with every other.

use super::cell::Dated;
use super::ledger::LedgerRow;
use super::values::same_ending;
use crate::words::LedgerColumn as Column;

impl LedgerRow {
    /// Whether another row says the same in a column. A day that is not written here is not
    /// compared.
    pub fn agrees(&self, other: &Self, column: Column) -> bool {
        match column {
            Column::No => self.no == other.no,
            Column::Title => self.title == other.title,
            Column::Body => self.body == other.body,
            Column::Deputy => self.deputy == other.deputy,
            Column::CoSigners => self.co_signers == other.co_signers,
            Column::Delegation => self.delegation == other.delegation,
            Column::Term => self.term == other.term,
            Column::Session => self.session == other.session,
            Column::Period => self.period == other.period,
            Column::Submitted => self.submitted == other.submitted,
            Column::Level => self.level == other.level,
            Column::Category => self.category == other.category,
            Column::Kind => self.kind == other.kind,
            Column::KeySupervised => {
                same_day(self.key_supervised.as_ref(), other.key_supervised.as_ref())
            }
            Column::Supervisor => self.supervisor == other.supervisor,
            Column::Confidential => self.confidential == other.confidential,
            Column::Lead => self.lead == other.lead,
            Column::Co => self.co == other.co,
            Column::Separate => self.separate == other.separate,
            Column::FirstLead => self.first_lead == other.first_lead,
            Column::Leader => self.leader == other.leader,
            Column::Post => self.post == other.post,
            Column::Clerk => self.clerk == other.clerk,
            Column::Phone => self.phone == other.phone,
            Column::Assigned => self.assigned == other.assigned,
            Column::Signed => self.signed == other.signed,
            Column::Returned => self.returned == other.returned,
            Column::Reassigned => self.reassigned == other.reassigned,
            Column::Due => self.due == other.due,
            Column::ExtendedTo => self.extended_to == other.extended_to,
            Column::Consulted => self.consulted == other.consulted,
            Column::ConsultMode => self.consult_mode == other.consult_mode,
            Column::CoOpinion => self.co_opinion == other.co_opinion,
            Column::Replied => self.replied == other.replied,
            Column::DocNo => self.doc_no == other.doc_no,
            Column::Signer => self.signer == other.signer,
            Column::Class => self.class == other.class,
            Column::Promise => self.promise == other.promise,
            Column::PromiseDue => self.promise_due == other.promise_due,
            Column::FollowUp => same_day(self.follow_up.as_ref(), other.follow_up.as_ref()),
            Column::Rating => self.rating == other.rating && self.says_why(other),
            Column::Attitude => self.attitude == other.attitude,
            Column::Result => self.result == other.result && self.says_why(other),
            Column::Rated => self.rated == other.rated,
            Column::ReturnedForm => self.returned_form == other.returned_form,
            Column::Stars => same_day(self.stars.as_ref(), other.stars.as_ref()),
            Column::Revisit => same_day(self.revisit.as_ref(), other.revisit.as_ref()),
            Column::Escalated => same_day(self.escalated.as_ref(), other.escalated.as_ref()),
            Column::Merged => same_day(self.merged.as_ref(), other.merged.as_ref()),
            Column::Closed => self.closed == other.closed,
            Column::Ended => same_ending(self.ended.as_ref(), other.ended.as_ref()),
            Column::Public => self.public == other.public,
            Column::Remarks => self.remarks == other.remarks,
        }
    }
}

impl LedgerRow {
    /// A comment that is not written here is not compared.
    fn says_why(&self, other: &Self) -> bool {
        self.comment.is_none() || self.comment == other.comment
    }
}

fn same_day<T: PartialEq>(ours: Option<&Dated<T>>, other: Option<&Dated<T>>) -> bool {
    match (ours, other) {
        (Some(ours), Some(other)) => {
            ours.value == other.value && (ours.on.is_none() || ours.on == other.on)
        }
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}
