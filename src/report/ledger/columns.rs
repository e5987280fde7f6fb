//! What the columns of the ledger hold.

use crate::report::{Column, Kind};
use crate::words::LedgerColumn;

/// The columns, in the order of the ledger.
pub(super) fn columns() -> Vec<Column> {
    let columns = LedgerColumn::ALL.iter();
    columns
        .map(|column| Column::new(column.key(), column.header(), kind_of(*column)))
        .collect()
}

fn kind_of(column: LedgerColumn) -> Kind {
    use LedgerColumn as C;
    match column {
        C::No | C::Term | C::Session => Kind::Number,
        C::Submitted
        | C::Assigned
        | C::Signed
        | C::Returned
        | C::Reassigned
        | C::Due
        | C::ExtendedTo
        | C::Replied
        | C::PromiseDue
        | C::Rated
        | C::Closed => Kind::Date,
        C::Title
        | C::Body
        | C::Deputy
        | C::CoSigners
        | C::Delegation
        | C::Period
        | C::Level
        | C::Category
        | C::Kind
        | C::KeySupervised
        | C::Supervisor
        | C::Confidential
        | C::Lead
        | C::Co
        | C::Separate
        | C::FirstLead
        | C::Leader
        | C::Post
        | C::Clerk
        | C::Phone
        | C::Consulted
        | C::ConsultMode
        | C::CoOpinion
        | C::DocNo
        | C::Signer
        | C::Class
        | C::Promise
        | C::FollowUp
        | C::Rating
        | C::Attitude
        | C::Result
        | C::ReturnedForm
        | C::Stars
        | C::Revisit
        | C::Escalated
        | C::Merged
        | C::Ended
        | C::Public
        | C::Remarks => Kind::Text,
    }
}
