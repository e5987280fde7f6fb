//! What the office counts beside its cases: opinions, activities, livelihood
//! projects, citizens. Each kind has
//! What the office counts beside its cases: opinions, activities, livelihood projects, pledges. Each kind has
//! its own integers from 1, and none can be taken for another.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! serials {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(pub u32);

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    self.0.fmt(f)
                }
            }

            impl From<u32> for $name {
                fn from(number: u32) -> Self {
                    Self(number)
                }
            }
        )*
    };
}

serials! {
    /// An opinion of citizens (民意).
    OpinionId;
    /// An activity of deputies (活动).
    ActivityId;
    /// A livelihood project (民生实事项目).
    ProjectId;
    /// A citizen or a household (群众): the person's particulars stand apart from the journal.
    CitizenId;
    /// A meeting (会议).
    MeetingId;
    /// An opinion of a deliberation (审议意见).
    DeliberationId;
    /// A pledge of a deputy (承诺).
    PledgeId;
    /// An entry in the register of deputies' work (履职登记).
    DeedId;
}
