//! The clocks of a case: when each started, by which rule, when it ends, whether it was met.
//!
//! Every due date carries its explanation. What is not in the rule set has no clock; no number is
//! invented, and a case that another level decides has no clock of ours. Nothing is judged here:
//! `decide` refuses, reports colour.

mod each;
mod opinion;
mod reading;
mod step;
mod turn;

pub use opinion::{agreed_clock, deliberation_due, opinion_due, opinion_rule};
pub use step::{Step, next_step};
pub use turn::{Actor, Duty, duties, owing, turn};

use self::reading::Reading;
use super::book::{Book, Case};
use super::rules::{ClockKey, ClockRule, Colour, Due, RuleSet};
use super::terms::{Date, Name};

/// A clock of a case.
#[derive(Debug, Clone)]
pub struct Clock<'a> {
    /// Which clock.
    pub key: ClockKey,
    /// The unit it runs for, where it runs for each.
    pub unit: Option<Name>,
    /// The rule it runs by; none where the last day stands in the fact: a promise, a notice.
    pub rule: Option<&'a ClockRule>,
    /// The set the rule belongs to.
    pub rules: &'a RuleSet,
    /// The last day by the rule, explained.
    pub due: Due,
    /// A last day agreed on at the hand-over.
    pub agreed: Option<Date>,
    /// The last day after an extension.
    pub extended: Option<Date>,
    /// The earliest last day of the cases that are handled together with it (并案).
    pub together: Option<Date>,
    /// The day on which it was met.
    pub met: Option<Date>,
}

impl Clock<'_> {
    /// The last day: the extension's, else the one agreed on, else the rule's; of cases handled
    /// together the earliest.
    pub fn due(&self) -> Date {
        let own = self.own_due();
        self.together.map_or(own, |together| together.min(own))
    }

    /// The same, were the case on its own.
    fn own_due(&self) -> Date {
        self.extended.or(self.agreed).unwrap_or(self.due.date)
    }

    /// The day that started it.
    pub fn start(&self) -> Date {
        self.due.start
    }

    /// Days left on a day, negative when late; 0 on the last day.
    pub fn days_left(&self, today: Date) -> i64 {
        (self.due() - today).num_days()
    }

    /// Whether it ran out without being met, or was met late.
    pub fn is_overdue(&self, today: Date) -> bool {
        self.is_duty() && self.met.unwrap_or(today) > self.due()
    }

    /// Whether somebody must act by then; the right to return a case is none.
    pub fn is_duty(&self) -> bool {
        is_duty(self.key)
    }

    /// Whether it runs on when the case is closed.
    pub fn outlives_closing(&self) -> bool {
        outlives_closing(self.key)
    }

    /// Its colour on a day.
    pub fn colour(&self, today: Date) -> Colour {
        self.rules
            .colour(self.start(), self.due(), today, self.met.is_some())
    }
}

/// Every clock of a case that has started, in the order of [`ClockKey`].
pub fn clocks<'a>(book: &'a Book, case: &Case, today: Date) -> Vec<Clock<'a>> {
    let all = ClockKey::ALL.into_iter();
    all.flat_map(|key| clocks_of(book, case, key, today))
        .collect()
}

/// Those of one kind.
pub fn clocks_of<'a>(book: &'a Book, case: &Case, key: ClockKey, today: Date) -> Vec<Clock<'a>> {
    let mut clocks = Reading::new(book, case, today).clocks(key);
    // What left the handling owes nothing more; and once the lead has answered, an opinion that never
    // came helps nobody.
    let opinion = matches!(key, ClockKey::CoOpinion | ClockKey::CoOpinionRedo);
    let over = !case.counts() || (opinion && case.replied().is_some());
    clocks.retain(|clock| clock.met.is_some() || !over);
    clocks
}

/// The clocks that somebody must still act by; of a closed case those that outlive its closing.
/// What cannot run is not read.
pub fn open_clocks<'a>(book: &'a Book, case: &Case, today: Date) -> Vec<Clock<'a>> {
    if !case.counts() {
        return Vec::new();
    }
    let closed = case.closed.is_some();
    let may_run = |key: &ClockKey| is_duty(*key) && (!closed || outlives_closing(*key));
    let keys = ClockKey::ALL.into_iter().filter(may_run);
    let clocks = keys.flat_map(|key| clocks_of(book, case, key, today));
    clocks.filter(|clock| clock.met.is_none()).collect()
}

/// Whether somebody must act by the end of a clock; the right to return a case is none.
fn is_duty(key: ClockKey) -> bool {
    key != ClockKey::Return
}

/// Whether it runs on when the case is closed.
fn outlives_closing(key: ClockKey) -> bool {
    let keys = [ClockKey::Promise, ClockKey::NoticeAnswer, ClockKey::Rework];
    keys.contains(&key)
}

/// The clock that the reply runs by; none before the hand-over, and for tracked cases.
pub fn reply_clock<'a>(book: &'a Book, case: &Case, today: Date) -> Option<Clock<'a>> {
    Reading::new(book, case, today)
        .clocks(ClockKey::Reply)
        .pop()
}

/// The longest time a reply may take in all, and what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Longest {
    /// The last day.
    pub date: Date,
    /// Text and article, where they are verified.
    pub article: Option<String>,
    /// Whether somebody must consent; yes where the text says nothing else.
    pub consent: bool,
}

/// How far a reply may be extended; none where the set knows no long limit.
pub fn longest_reply(book: &Book, case: &Case, today: Date) -> Option<Longest> {
    let reading = Reading::new(book, case, today);
    let (rules, rule) = reading.rule(ClockKey::ReplyHard, case.assignment()?.on, None)?;
    let start = reading.started(rule.start)?;
    let longest = reading.run(rule, start, None)?;
    let article = rules
        .clock(ClockKey::ReplyHard)
        .and_then(ClockRule::article);
    Some(Longest {
        date: longest.date,
        article: article.map(str::to_owned),
        consent: rule.consent.unwrap_or(true),
    })
}
