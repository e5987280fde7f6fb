//! The clock of opinions: by when citizens must have their answer to what they said, and a congress
//! to what it said in its deliberation (审议意见).

use crate::domain::book::{Book, Deliberation, Opinion};
use crate::domain::rules::{ClockKey, ClockRule, Start, due};
use crate::domain::terms::{Date, Period};

/// By when an opinion is to be answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OpinionDue {
    /// The last day.
    pub due: Date,
    /// The day on which it was answered, raised or forwarded.
    pub met: Option<Date>,
}

impl OpinionDue {
    /// Whether it ran out without being met, or was met late.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.met.unwrap_or(today) > self.due
    }
}

/// The clock of an opinion on a day: the last day agreed on when it was passed on, else the rule's;
/// none where nobody set one (本办法未规定).
pub fn opinion_due(book: &Book, opinion: &Opinion, today: Date) -> Option<OpinionDue> {
    let met = opinion.met(book.opinions());
    let agreed = opinion.passed_on.last().and_then(|passed| passed.due);
    let heard = opinion.heard.on;
    let handed = opinion.passed_on.first().map(|passed| passed.on);
    let due = agreed.or_else(|| by_rule(book, (heard, handed), met, today))?;
    Some(OpinionDue { due, met })
}

/// The same for an opinion of a deliberation, which is handed to a unit on the day it is given.
pub fn deliberation_due(
    book: &Book,
    deliberation: &Deliberation,
    today: Date,
) -> Option<OpinionDue> {
    let given = &deliberation.given;
    let met = deliberation.answered.as_ref().map(|answer| answer.on);
    let rule = || by_rule(book, (given.on, Some(given.on)), met, today);
    let due = given.due.or_else(rule)?;
    Some(OpinionDue { due, met })
}

fn by_rule(
    book: &Book,
    (heard, handed): (Date, Option<Date>),
    met: Option<Date>,
    today: Date,
) -> Option<Date> {
    let office = book.office();
    let rules = office.rules_of_clock(heard, met, today)?;
    let rule: &ClockRule = rules.clock(ClockKey::OpinionAnswer)?;
    let start = match rule.start == Start::Assigned {
        true => handed?,
        false => heard,
    };
    let limit = rule.limit_for(Period::BetweenSessions)?;
    let end = due(start, limit, office.calendar(), None).ok()?;
    let end = match rule.roll_forward {
        true => end.rolled_forward(office.calendar()).ok()?,
        false => end,
    };
    Some(end.date)
}
