//! What may be wished for projects where the fact on record is made of more than was typed.

use crate::domain::terms::{Amount, Date, MeetingId, Name, ProjectId, Text};

/// Who agreed to a change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Consent {
    /// A meeting on record, which was held.
    Meeting(MeetingId),
    /// A body by its name (主席团).
    Body(Name),
}

/// A change of a project to enter (调整).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeWish {
    /// Of which project.
    pub project: ProjectId,
    /// The reason.
    pub why: Text,
    /// Who agreed.
    pub consent: Consent,
    /// What is built instead.
    pub content: Option<Text>,
    /// What it costs from now on.
    pub budget: Option<Amount>,
    /// Its new last day.
    pub due: Option<Date>,
}
