//! What cannot have happened, said as a rule.
//!
//! Refuses: to judge; that is done.

use super::not_found;
use crate::domain::book::{Clash, Impossible};
use crate::domain::command::Stamp;
use crate::domain::refusal::{Refusal, Rule, Thing};

/// What cannot have happened, as the rule it breaks.
pub(super) fn contradiction(impossible: Impossible, stamp: &Stamp) -> Refusal {
    let case = impossible.case;
    let rule = match (&impossible.clash, case) {
        (Clash::NumberTaken(number, holder), _) => Rule::NumberTaken {
            number: *number,
            holder: *holder,
        },
        (Clash::NoSuchField(field), _) => return not_found(Thing::Field, field, Vec::new()),
        (Clash::NoSuchLine(line), _) => Rule::CannotTakeBack { line: *line },
        (Clash::Known(name), None) if impossible.on == stamp.on => {
            Rule::Recorded { name: name.clone() }
        }
        _ => Rule::Contradicts(impossible),
    };
    Refusal::Rule { case, rule }
}
