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
/// calendar
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Calendar;
impl Calendar {
    /// adopt
    pub fn adopt(&mut self, _t: YearTable) {}
}
