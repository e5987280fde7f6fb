//! The clock of opinions: by when citizens must have their answer to what they said, and a congress
//! to what it said in its deliberation (审议意见).

use super::Clock;
use super::each::fixed_clock;
use crate::domain::book::{Book, Deliberation, Opinion};
use crate::domain::rules::{ClockKey, Start, due};
use crate::domain::terms::{Date, Period};

/// The clock of an opinion on a day: the last day agreed on when it was passed on, else the rule's;
/// none where nobody set one (本办法未规定).
pub fn opinion_due<'a>(book: &'a Book, opinion: &Opinion, today: Date) -> Option<Clock<'a>> {
    let met = opinion.met(book);
    let last = opinion.passed_on.last();
    let agreed = last.and_then(|passed| Some((passed.on, passed.due?)));
    let handed = opinion.passed_on.first().map(|passed| passed.on);
    answer_clock(book, (opinion.heard.on, handed), agreed, (met, today))
}

/// The rule's clock of an opinion that is passed on by a day, whatever last day was agreed on.
pub fn opinion_rule<'a>(book: &'a Book, opinion: &Opinion, passed: Date) -> Option<Clock<'a>> {
    let handed = opinion.passed_on.first().map_or(passed, |first| first.on);
    by_rule(book, (opinion.heard.on, Some(handed)), None, passed)
}

/// The same for an opinion of a deliberation, which is handed to a unit on the day it is given.
pub fn deliberation_due<'a>(
    book: &'a Book,
    deliberation: &Deliberation,
    today: Date,
) -> Option<Clock<'a>> {
    let given = &deliberation.given;
    let met = deliberation.answered.as_ref().map(|answer| answer.on);
    let agreed = given.due.map(|due| (given.on, due));
    answer_clock(book, (given.on, Some(given.on)), agreed, (met, today))
}

fn answer_clock<'a>(
    book: &'a Book,
    heard: (Date, Option<Date>),
    agreed: Option<(Date, Date)>,
    (met, today): (Option<Date>, Date),
) -> Option<Clock<'a>> {
    let by_rule = by_rule(book, heard, met, today);
    let Some((start, last)) = agreed else {
        return by_rule;
    };
    let fixed = || agreed_clock(book, ClockKey::OpinionAnswer, (start, last), (met, today));
    let mut clock = by_rule.or_else(fixed)?;
    clock.agreed = Some(last);
    Some(clock)
}

/// The clock of a last day that stands in the fact itself: of a project, a repair, a pledge.
pub fn agreed_clock(
    book: &Book,
    key: ClockKey,
    days: (Date, Date),
    (met, today): (Option<Date>, Date),
) -> Option<Clock<'_>> {
    let rules = book.office().rules_of_clock(days.0, met, today)?;
    Some(fixed_clock(key, rules, days, met))
}

fn by_rule(
    book: &Book,
    (heard, handed): (Date, Option<Date>),
    met: Option<Date>,
    today: Date,
) -> Option<Clock<'_>> {
    let key = ClockKey::OpinionAnswer;
    let office = book.office();
    let rules = office.rules_of_clock(heard, met, today)?;
    let rule = rules.clock(key)?;
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
    Some(Clock {
        rule: Some(rule),
        due: end.clone(),
        ..fixed_clock(key, rules, (start, end.date), met)
    })
}
