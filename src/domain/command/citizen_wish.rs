//! What may be wished for citizens and households (群众).

use crate::domain::terms::{CitizenId, Digest, Name, Text};

/// Who said an opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SaidBy {
    /// Somebody on record.
    Known(CitizenId),
    /// Somebody whose particulars were sealed just now, as the next citizen.
    New(Digest),
}

/// What may be wished for citizens and households.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are those of the fact, see the table in `event`"
)]
pub enum CitizenWish {
    /// The particulars of the next citizen were sealed; perhaps a deputy keeps in touch.
    Record { hash: Digest, deputy: Option<Name> },
    /// The particulars of somebody on record were sealed anew, put right.
    Correct {
        citizen: CitizenId,
        hash: Digest,
        why: Text,
    },
    /// 结对
    Pair {
        households: Vec<CitizenId>,
        deputy: Name,
    },
    /// 解除结对
    Part {
        households: Vec<CitizenId>,
        why: Option<Text>,
    },
    /// A deputy called; who keeps in touch with them where nobody is named.
    Visit {
        households: Vec<CitizenId>,
        deputy: Option<Name>,
        note: Option<Text>,
    },
    /// 抹除
    Erase { citizens: Vec<CitizenId>, why: Text },
}
