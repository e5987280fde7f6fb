//! Why a wish for the deputies' work beside the cases was refused, as data.

use thiserror::Error;

use crate::domain::terms::{ActivityId, Date, Name, OpinionId};

/// A rule of the deputies' work that a wish broke (民意、活动、民生实事项目).
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[expect(
    missing_docs,
    reason = "the fields are the facts that the sentence needs"
)]
pub enum WorkRule {
    /// The deputy's seats have all ended by that day.
    #[error("{deputy} holds no seat on {on}")]
    LeftOffice { deputy: Name, on: Date },
    /// An opinion is answered once.
    #[error("opinion {opinion} was answered on {on}")]
    AnsweredBefore { opinion: OpinionId, on: Date },
    /// Nobody has it who could have done anything about it.
    #[error("opinion {opinion} went nowhere")]
    NotPassedOn { opinion: OpinionId },
    /// The opinions are about no draft law, or about several.
    #[error("which draft?")]
    WhichDraft { drafts: Vec<Name> },
    /// Nobody attends what is still to come.
    #[error("activity {activity} is planned for {day}")]
    NotHeldYet { activity: ActivityId, day: Date },
    /// What was held was held by somebody.
    #[error("nobody came to activity {activity}")]
    NobodyCame { activity: ActivityId },
    /// It was held or called off already.
    #[error("activity {activity} was over on {on}")]
    ActivityOver { activity: ActivityId, on: Date },
    /// Only who is invited asks for leave.
    #[error("{deputy} was not invited")]
    NotInvited { deputy: Name },
    /// Not more ratings than people, and at least one.
    #[error("{ballots} ratings, {present} present")]
    RatingsAndPresent { ballots: u64, present: u64 },
    /// A suggestion that opinions became is taken back under them.
    #[error("opinions {opinions:?} became that suggestion")]
    Linked { opinions: Vec<OpinionId> },
}
