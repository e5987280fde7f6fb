//! Placeholder until the room lands.
use serde::{Deserialize, Serialize};
/// A rule set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleSet {
    /// name
    pub name: String,
}
/// A year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearTable {
    /// year
    pub year: i32,
}
