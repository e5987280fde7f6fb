//! The clocks of a case: when each started, by which rule, when it ends, whether it was met.
//!
//! Every due date carries its explanation. What is not in the rule set has no clock; no number is
//! invented, and a case that another level decides has no clock of ours. Nothing is judged here:
//! `decide` refuses, reports colour.

use super::book::{Assignment, Book, Case, HandOver};
use super::rules::{ClockKey, ClockRule, Colour, Due, Limit, RuleSet, Start, due};
use super::terms::{Date, Name};

/// A clock of a case.
#[derive(Debug, Clone)]
pub struct Clock<'a> {
    /// Which clock.
    pub key: ClockKey,
    /// The unit it runs for, where it runs for each.
    pub unit: Option<Name>,
    /// The rule it runs by; none for a promise, whose date stands in the promise.
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
        self.key != ClockKey::Return
    }

    /// Its colour on a day.
    pub fn colour(&self, today: Date) -> Colour {
        self.rules
            .colour(self.start(), self.due(), today, self.met.is_some())
    }
}

/// Every clock of a case that has started, in the order of [`ClockKey`].
pub fn clocks<'a>(book: &'a Book, case: &Case, today: Date) -> Vec<Clock<'a>> {
    let reading = Reading { book, case, today };
    ClockKey::ALL
        .into_iter()
        .flat_map(|key| reading.clocks(key))
        .collect()
}

/// The clock that the reply runs by; none before the hand-over, and for tracked cases.
pub fn reply_clock<'a>(book: &'a Book, case: &Case, today: Date) -> Option<Clock<'a>> {
    Reading { book, case, today }.clocks(ClockKey::Reply).pop()
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
    let reading = Reading { book, case, today };
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

struct Reading<'a, 'c> {
    book: &'a Book,
    case: &'c Case,
    today: Date,
}

impl<'a> Reading<'a, '_> {
    fn clocks(&self, key: ClockKey) -> Vec<Clock<'a>> {
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
            ClockKey::Feedback => self.one(key, case.rating().map(|r| r.on)),
            ClockKey::Rehandle => self.rehandle(),
            ClockKey::Promise => self.promises(),
            // Started by facts that are not recorded yet.
            ClockKey::ReplyHard
            | ClockKey::Adjudicate
            | ClockKey::NoticeAnswer
            | ClockKey::OpinionAnswer
            | ClockKey::Rework => Vec::new(),
        }
    }

    /// A clock that runs once, from the start its rule names.
    fn one(&self, key: ClockKey, met: Option<Date>) -> Vec<Clock<'a>> {
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

    /// The reply clock, no later than that of any case handled together with this one.
    fn reply_together(&self, assignment: &Assignment) -> Vec<Clock<'a>> {
        let mut clocks = self.reply(assignment);
        for clock in &mut clocks {
            let others = self.book.together_with(self.case).filter_map(|case| {
                let other = Reading { case, ..*self };
                let clock = other.reply(case.assignment()?).pop()?;
                Some(clock.own_due())
            });
            clock.together = others.min().filter(|day| *day < clock.own_due());
        }
        clocks
    }

    fn reply(&self, assignment: &Assignment) -> Vec<Clock<'a>> {
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

    fn reassign(&self) -> Vec<Clock<'a>> {
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

    fn co_opinions(&self, assignment: &Assignment) -> Vec<Clock<'a>> {
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
    fn opinions_again(&self, assignment: &Assignment) -> Vec<Clock<'a>> {
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

    /// Runs from each rating that was dissatisfied until the next reply.
    fn rehandle(&self) -> Vec<Clock<'a>> {
        let dissatisfied = |on: Date, word: &Name| {
            let rules = self.book.office().rules_on(on);
            let grade = rules.and_then(|r| r.satisfaction.grade(word.as_str()));
            grade == Some(super::rules::Grade::Dissatisfied)
        };
        let ratings = self.case.ratings.iter();
        ratings
            .filter(|r| r.headline().is_some_and(|word| dissatisfied(r.on, word)))
            .filter_map(|rating| {
                let again = self
                    .case
                    .replies
                    .iter()
                    .map(|r| r.on)
                    .find(|on| *on > rating.on);
                self.clock(ClockKey::Rehandle, rating.on, again)
            })
            .collect()
    }

    fn promises(&self) -> Vec<Clock<'a>> {
        let Some(rules) = self.book.office().rules_on(self.today) else {
            return Vec::new();
        };
        let one = |c: &super::book::Commitment| Clock {
            key: ClockKey::Promise,
            unit: None,
            rule: None,
            rules,
            due: Due {
                date: c.due,
                start: c.made,
                limit: fixed(c.due),
                skipped: Vec::new(),
                made_up: Vec::new(),
                rolled_from: None,
                years_without_table: std::collections::BTreeSet::new(),
            },
            agreed: None,
            extended: None,
            together: None,
            met: c.settled.as_ref().map(|(on, ..)| *on),
        };
        self.case.commitments.iter().map(one).collect()
    }

    fn clock(&self, key: ClockKey, start: Date, met: Option<Date>) -> Option<Clock<'a>> {
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
    fn rule(
        &self,
        key: ClockKey,
        start: Date,
        met: Option<Date>,
    ) -> Option<(&'a RuleSet, &'a ClockRule)> {
        let rules = self.book.office().rules_of_clock(start, met, self.today)?;
        Some((rules, rules.clock(key)?))
    }

    fn run(&self, rule: &ClockRule, start: Date, before: Option<Date>) -> Option<Due> {
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
    fn load(&self) -> u32 {
        let lead = |case: &Case| {
            let by_today = case.assignments.iter().rfind(|a| a.on <= self.today);
            by_today.and_then(|a| a.to.lead.clone())
        };
        let own = lead(self.case);
        let same = |c: &&Case| c.session == self.case.session && lead(c) == own && own.is_some();
        u32::try_from(self.book.cases().filter(same).count()).unwrap_or(u32::MAX)
    }

    /// The day a clock starts, if the fact that starts it is on record.
    fn started(&self, start: Start) -> Option<Date> {
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
            Start::CoOpinionRejected | Start::Noticed | Start::Recorded | Start::Ordered => None,
        }
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
