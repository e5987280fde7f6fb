//! When a matter counts as raised again (反复提出): no text says it, so each number is the office's own
//! default until it says otherwise.

use serde::{Deserialize, Serialize};

/// How alike two suggestions are for the later one to repeat the earlier one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RepeatRules {
    /// So alike at least, of 100.
    pub alike_min: u8,
    /// What is so many percent as alike is near it.
    pub near_percent: u8,
    /// Where more than so many are near it, they have a kind of matter in common and not one matter:
    /// street lamps of ten villages.
    pub near_most: u8,
}

/// Measured with pairs of titles that a person labelled, and with stores of titles of one pattern.
impl Default for RepeatRules {
    fn default() -> Self {
        Self {
            alike_min: 25,
            near_percent: 75,
            near_most: 4,
        }
    }
}
