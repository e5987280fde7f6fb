//! How a clock is read: which rule, which start, how long, with which load.

use super::{Clock, reply_clock};
use crate::domain::book::{Assignment, Book, Case, HandOver};
use crate::domain::rules::{ClockKey, ClockRule, Due, Limit, RuleSet, Start, due};
use crate::domain::terms::Date;

/// A case read on a day.
pub(super) struct Reading<'a, 'c> {
    pub(super) book: &'a Book,
    pub(super) case: &'c Case,
    pub(super) today: Date,
}

impl<'a, 'c> Reading<'a, 'c> {
    pub(super) fn new(book: &'a Book, case: &'c Case, today: Date) -> Self {
        Self { book, case, today }
    }
}

impl<'a> Reading<'a, '_> {
    pub(super) fn clocks(&self, key: ClockKey) -> Vec<Clock<'a>> {
        let case = self.case;
        let ours = case.assignment().filter(|a| a.how != HandOver::Tracked);
        let tracked = case.assignment().is_some() && ours.is_none();
        if tracked && key != ClockKey::Promise {
            return Vec::new();
        }
        match key {
            ClockKey::HandOver => self.one(key, case.first_assigned()),
            ClockKey::Sign => self.one(key, case.signed()),
            ClockKey::FirstContact => {
                let since = ours.map(|a| a.on);
                let talks = case.consultations.iter().map(|c| c.on);
                self.one(key, talks.filter(|on| Some(*on) >= since).min())
            }
            ClockKey::Return => self.one(key, None),
            ClockKey::Reassign => self.reassign(),
            ClockKey::CoOpinion => ours.map(|a| self.co_opinions(a)).unwrap_or_default(),
            ClockKey::CoOpinionRedo => ours.map(|a| self.opinions_again(a)).unwrap_or_default(),
            ClockKey::Reply => ours.map(|a| self.reply_together(a)).unwrap_or_default(),
            ClockKey::Feedback => self.one(key, self.judged()),
            ClockKey::Rehandle => self.rehandle(),
            ClockKey::Promise => self.promises(),
            ClockKey::Adjudicate => self.adjudicate(),
            ClockKey::NoticeAnswer => self.notices(),
            ClockKey::Rework => self.reworks(),
            // The long limit is the reply's; opinions are no cases.
            ClockKey::ReplyHard | ClockKey::OpinionAnswer => Vec::new(),
        }
    }

    /// A clock that runs once, from the start its rule names.
    pub(super) fn one(&self, key: ClockKey, met: Option<Date>) -> Vec<Clock<'a>> {
        let latest = self.case.assignment().map_or(self.case.submitted, |a| a.on);
        let Some((_, rule)) = self.rule(key, latest, met) else {
            return Vec::new();
        };
        let start = self.started(rule.start);
        start
            .and_then(|start| self.clock(key, start, met))
            .into_iter()
            .collect()
    }

    /// The day on which the reply that counts was rated.
    fn judged(&self) -> Option<Date> {
        let rating = self.case.rating();
        let of_last = rating.filter(|rating| rating.replies == self.case.replies.len());
        of_last.map(|rating| rating.on)
    }

    /// The reply clock, no later than that of any case handled together with this one.
    pub(super) fn reply_together(&self, assignment: &Assignment) -> Vec<Clock<'a>> {
        let mut clocks = self.reply(assignment);
        for clock in &mut clocks {
            let together = self.book.together_with(self.case, self.today);
            let others = together.iter().filter_map(|case| {
                let other = Reading { case, ..*self };
                let clock = other.reply(case.assignment()?).pop()?;
                Some(clock.own_due())
            });
            clock.together = others.min().filter(|day| *day < clock.own_due());
        }
        clocks
    }

    pub(super) fn reply(&self, assignment: &Assignment) -> Vec<Clock<'a>> {
        let hard = assignment.hard.is_some();
        let met = self.case.replied();
        let key = if hard {
            ClockKey::ReplyHard
        } else {
            ClockKey::Reply
        };
        let mut clocks = self.one(key, met);
        for clock in &mut clocks {
            clock.key = ClockKey::Reply;
            clock.agreed = assignment.due;
            clock.extended = self.case.extension.as_ref().map(|e| e.to);
        }
        clocks
    }

    pub(super) fn clock(&self, key: ClockKey, start: Date, met: Option<Date>) -> Option<Clock<'a>> {
        let (rules, rule) = self.rule(key, start, met)?;
        Some(Clock {
            key,
            unit: None,
            rule: Some(rule),
            rules,
            due: self.run(rule, start, None)?,
            agreed: None,
            extended: None,
            together: None,
            met,
        })
    }

    /// The rule of a clock that started on a day.
    pub(super) fn rule(
        &self,
        key: ClockKey,
        start: Date,
        met: Option<Date>,
    ) -> Option<(&'a RuleSet, &'a ClockRule)> {
        let rules = self.book.office().rules_of_clock(start, met, self.today)?;
        Some((rules, rules.clock(key)?))
    }

    pub(super) fn run(&self, rule: &ClockRule, start: Date, before: Option<Date>) -> Option<Due> {
        let calendar = self.book.office().calendar();
        let limit = rule.limit_for(self.case.period)?;
        let before = before.or_else(|| {
            // The only clock that others are counted back from so far.
            let of_reply = matches!(
                limit,
                Limit::Before {
                    clock: ClockKey::Reply,
                    ..
                }
            );
            let reply = || reply_clock(self.book, self.case, self.today);
            of_reply.then(reply).flatten().map(|clock| clock.due())
        });
        let mut end = due(start, limit, calendar, before).ok()?;
        // The load is a walk over the whole book.
        if !rule.extra.is_empty()
            && let Some(extra) = rule.extra_for(self.load())
        {
            end = end.longer(extra, calendar).ok()?;
        }
        if rule.roll_forward {
            end.rolled_forward(calendar).ok()
        } else {
            Some(end)
        }
    }

    /// How many cases of the session the lead unit has, by the hand-overs up to today: a book that
    /// knows of later ones gives the same last day.
    pub(super) fn load(&self) -> u32 {
        let lead = |case: &Case| {
            let by_today = case.assignments.iter().rfind(|a| a.on <= self.today);
            by_today.and_then(|a| a.to.lead.clone())
        };
        let own = lead(self.case);
        let same = |c: &&Case| c.session == self.case.session && lead(c) == own && own.is_some();
        u32::try_from(self.book.cases().filter(same).count()).unwrap_or(u32::MAX)
    }

    /// The day a clock starts, if the fact that starts it is on record.
    pub(super) fn started(&self, start: Start) -> Option<Date> {
        let case = self.case;
        match start {
            Start::Submitted | Start::Received => Some(case.submitted),
            Start::Assigned => case.assignment().map(|a| a.on),
            Start::Signed => case.signed(),
            Start::Returned => case.assignment()?.returned.as_ref().map(|r| r.on),
            Start::SessionClosed => {
                case.assignment()?;
                self.book.office().session(case.session)?.closed
            }
            Start::Replied | Start::ReplyReceived => case.reply().map(|r| r.on),
            Start::Rated => case.rating().map(|r| r.on),
            Start::Promised => case.commitments.last().map(|c| c.made),
            Start::Noticed => case.oversight.notices.last().map(|n| n.on),
            Start::Ordered => case.oversight.reworks.last().map(|r| r.on),
            Start::CoOpinionRejected | Start::Recorded => None,
        }
    }
}
