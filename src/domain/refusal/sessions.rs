//! Why a wish about a session of the congress was refused, as data.

use thiserror::Error;

use crate::domain::terms::{Date, SessionKey};

/// A rule of sessions that a wish broke (届次).
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum SessionRule {
    /// No session of the congress is on record.
    #[error("no session")]
    NoneOnRecord,
    /// Every session on record is closed.
    #[error("no session is open")]
    NoneOpen,
    /// The last session is still open.
    #[error("session still open")]
    StillOpen { key: SessionKey },
    /// There is no such session, or it is closed.
    #[error("session not open")]
    NotOpen { key: SessionKey },
    /// A session ends before the next one opens.
    #[error("the next session opened on {opened}")]
    Overlaps { next: SessionKey, opened: Date },
}
