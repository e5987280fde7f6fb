//! The clocks that may run more than once for a case: one for each return, co-unit, rating, notice,
//! rework, promise.

use super::Clock;
use super::reading::Reading;
use crate::domain::book::{Assignment, Commitment, Notice, Rating, Rework};
use crate::domain::rules::{ClockKey, Due, Limit, RuleSet};
use crate::domain::terms::{Date, Name};

impl<'a> Reading<'a, '_> {
    pub(super) fn reassign(&self) -> Vec<Clock<'a>> {
        let pairs = self.case.assignments.iter().enumerate();
        let returned = pairs.filter_map(|(place, a)| Some((place, a.returned.as_ref()?)));
        returned
            .filter_map(|(place, returned)| {
                let on = returned.on;
                let next = self.case.assignments.get(place + 1).map(|a| a.on);
                // Returned and answered all the same: nobody need hand it over anew.
                let answered = self.case.replied().filter(|day| *day >= on);
                let refused = returned.refused.as_ref().map(|(on, _)| *on);
                self.clock(ClockKey::Reassign, on, next.or(refused).or(answered))
            })
            .collect()
    }

    pub(super) fn co_opinions(&self, assignment: &Assignment) -> Vec<Clock<'a>> {
        let one = |unit: &Name| {
            let first = self.case.co_opinions.get(unit).and_then(|all| all.first());
            let met = first.map(|opinion| opinion.given);
            let mut clock = self.one(ClockKey::CoOpinion, met).pop()?;
            clock.unit = Some(unit.clone());
            Some(clock)
        };
        assignment.to.co.iter().filter_map(one).collect()
    }

    /// Runs from each rejection until the opinion that follows it.
    pub(super) fn opinions_again(&self, assignment: &Assignment) -> Vec<Clock<'a>> {
        let mut clocks = Vec::new();
        for unit in &assignment.to.co {
            let opinions = self.case.co_opinions.get(unit);
            let opinions = opinions.map(Vec::as_slice).unwrap_or_default();
            for (place, opinion) in opinions.iter().enumerate() {
                let next = opinions.get(place + 1).map(|next| next.given);
                let clock = opinion
                    .rejected
                    .and_then(|on| self.clock(ClockKey::CoOpinionRedo, on, next));
                clocks.extend(clock.map(|mut clock| {
                    clock.unit = Some(unit.clone());
                    clock
                }));
            }
        }
        clocks
    }

    /// Runs from each dissatisfied rating that something follows from, until the next reply. After
    /// the second one the office decides first what is to be done.
    pub(super) fn rehandle(&self) -> Vec<Clock<'a>> {
        let ratings = self.book.dissatisfied(self.case).enumerate();
        let is_asked =
            |place: usize, rating: &Rating| place == 0 || self.book.is_settled(self.case, rating);
        let ratings = ratings.filter(|(place, rating)| is_asked(*place, rating));
        let ratings = ratings.map(|(_, rating)| rating.on);
        let run = |rated: Date| {
            let mut replies = self.case.replies.iter().map(|r| r.on);
            let again = replies.find(|on| *on > rated);
            self.clock(ClockKey::Rehandle, rated, again)
        };
        ratings.filter_map(run).collect()
    }

    /// Runs from the second dissatisfied rating until something is decided.
    pub(super) fn adjudicate(&self) -> Vec<Clock<'a>> {
        let again = self.book.dissatisfied(self.case).skip(1).map(|r| r.on);
        let run = |rated: Date| {
            let mut decided = self.case.oversight.adjudications.iter().map(|a| a.on);
            let decided = decided.find(|on| *on >= rated);
            self.clock(ClockKey::Adjudicate, rated, decided)
        };
        again.filter_map(run).collect()
    }

    /// Each notice until its answer; the day it names goes before the rules' clock.
    pub(super) fn notices(&self) -> Vec<Clock<'a>> {
        let run = |notice: &Notice| {
            let met = notice.answered.as_ref().map(|(on, _)| *on);
            let dates = (notice.on, notice.due);
            let mut clock = self.dated(ClockKey::NoticeAnswer, dates, met)?;
            clock.unit.clone_from(&notice.unit);
            Some(clock)
        };
        let notices = self.case.oversight.notices.iter();
        notices.filter_map(run).collect()
    }

    /// Each rework until it is done; the day it names goes before the rules' clock.
    pub(super) fn reworks(&self) -> Vec<Clock<'a>> {
        let run =
            |rework: &Rework| self.dated(ClockKey::Rework, (rework.on, rework.due), rework.done);
        let reworks = self.case.oversight.reworks.iter();
        reworks.filter_map(run).collect()
    }

    /// A clock whose last day stands in the fact that starts it, else follows from the rules.
    pub(super) fn dated(
        &self,
        key: ClockKey,
        (start, due): (Date, Option<Date>),
        met: Option<Date>,
    ) -> Option<Clock<'a>> {
        match due {
            None => self.clock(key, start, met),
            Some(due) => {
                let rules = self.book.office().rules_of_clock(start, met, self.today)?;
                Some(fixed_clock(key, rules, (start, due), met))
            }
        }
    }

    pub(super) fn promises(&self) -> Vec<Clock<'a>> {
        let Some(rules) = self.book.office().rules_on(self.today) else {
            return Vec::new();
        };
        let run = |promise: &Commitment| {
            let met = promise.settled.as_ref().map(|settled| settled.on);
            fixed_clock(ClockKey::Promise, rules, (promise.made, promise.due), met)
        };
        self.case.commitments.iter().map(run).collect()
    }
}

/// A clock whose last day was named in words.
pub(super) fn fixed_clock<'a>(
    key: ClockKey,
    rules: &'a RuleSet,
    (start, date): (Date, Date),
    met: Option<Date>,
) -> Clock<'a> {
    Clock {
        key,
        unit: None,
        rule: None,
        rules,
        due: Due {
            date,
            start,
            limit: fixed(date),
            skipped: Vec::new(),
            made_up: Vec::new(),
            rolled_from: None,
            years_without_table: std::collections::BTreeSet::new(),
        },
        agreed: None,
        extended: None,
        together: None,
        met,
    }
}

/// The day of a promise as the limit it is.
fn fixed(day: Date) -> Limit {
    use chrono::Datelike;
    let part = |n: u32| u8::try_from(n).unwrap_or(1);
    Limit::Fixed {
        month: part(day.month()),
        day: part(day.day()),
    }
}
