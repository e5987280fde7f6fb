//! The clocks of a case: when each started, by which rule, when it ends, whether it was met.
//!
//! Every due date carries its explanation. What is not in the rule set has no clock; no number is
//! invented. Nothing is judged here: `decide` refuses, reports colour.
