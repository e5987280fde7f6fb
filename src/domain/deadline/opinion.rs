//! The clock of an opinion of citizens: by when those who said it must have their answer.

use crate::domain::book::{Book, Opinion};
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
    let due = agreed.or_else(|| by_rule(book, opinion, met, today))?;
    Some(OpinionDue { due, met })
}

fn by_rule(book: &Book, opinion: &Opinion, met: Option<Date>, today: Date) -> Option<Date> {
    let office = book.office();
    let heard = opinion.heard.on;
    let rules = office.rules_of_clock(heard, met, today)?;
    let rule: &ClockRule = rules.clock(ClockKey::OpinionAnswer)?;
    let start = match rule.start == Start::Assigned {
        true => opinion.passed_on.first()?.on,
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
