//! A case as the facts so far make it. Plain data; only the fold changes it.

mod designation;
mod hand_over;
mod oversight;
mod parts;
mod seldom;
mod state;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use designation::{Designation, Titled};
pub use hand_over::{Assignment, HandOver, PreAssignment, Return};
pub use oversight::{
    Adjudication, Forgiven, Inspection, LookBack, Notice, Oversight, ReReply, Rework,
};
pub use parts::{
    Booking, Character, ClassStep, ClassStepKind, CoOpinion, Commitment, Consultation, Difficulty,
    Effect, Escalation, Evidence, Extension, Fate, Milestone, Progress, PublicRating, Rating,
    Reminder, Reply, Revisit, Settled,
};
pub use seldom::Seldom;
pub use state::State;

use super::impossible::Ending;
use crate::domain::book::day;
use crate::domain::event::{Kind, Rateable, Trait};
use crate::domain::rules::HandOverNeed;
use crate::domain::terms::{
    CaseId, Date, Level, Name, Number, Period, Series, SessionKey, Text, Title,
};

/// One suggestion (建议) and what became of it. What it is called stands first, so that it is told
/// of a packed case without the rest ([`Designation`]).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// The store's own counter.
    pub id: CaseId,
    /// The official number, once given.
    pub number: Option<Number>,
    /// The day it was handed in.
    #[serde(with = "day")]
    pub submitted: Date,
    /// 标题
    pub title: Title,
    /// The congress that decides it.
    pub level: Level,
    /// In session or between sessions.
    pub period: Period,
    /// The session it belongs to.
    pub session: SessionKey,
    /// 内容
    pub body: Option<Text>,
    /// 领衔代表
    pub deputy: Option<Name>,
    /// 联名代表
    pub co_signers: Vec<Name>,
    /// 代表团, where a delegation proposes
    pub delegation: Option<Name>,
    /// 类别
    pub category: Name,
    /// 种类
    pub kind: Kind,
    /// What it asks for, one by one.
    pub requests: Seldom<Vec<Text>>,
    /// Scope, difficulty, urgency and traits, as the office sees them.
    pub character: Seldom<Character>,
    /// The same matter was raised before.
    pub earlier: Seldom<Vec<CaseId>>,
    /// Handled together with the case that leads the group, and since when (并案).
    pub merged: Option<(Date, CaseId)>,
    /// Every case it was ever merged into, oldest first.
    pub leads: Seldom<Vec<CaseId>>,
    /// The motion it was turned from.
    pub motion: Option<Name>,
    /// 保密
    pub confidential: bool,
    /// The day it was accepted.
    #[serde(with = "day::maybe")]
    pub accepted: Option<Date>,
    /// Returned to the deputy for amendment, and why.
    pub amendment: Option<(Date, Text)>,
    /// How often the deputies changed it.
    pub amended: usize,
    /// How it left the handling.
    pub ended: Option<(Date, Ending)>,
    /// Picked as key: the day and the supervising leader (督办领导).
    pub key_supervised: Option<(Date, Option<Name>)>,
    /// Proposed to units before the hand-over.
    pub pre_assignment: Option<Box<PreAssignment>>,
    /// Every hand-over, the last one in force.
    pub assignments: Vec<Assignment>,
    /// Talks agreed on, held or not.
    pub bookings: Seldom<Vec<Booking>>,
    /// Talks with the deputy.
    pub consultations: Vec<Consultation>,
    /// Dated notes.
    pub progress: Vec<Progress>,
    /// Dated steps of the plan.
    pub milestones: Seldom<Vec<Milestone>>,
    /// What stood in the way.
    pub difficulties: Seldom<Vec<Difficulty>>,
    /// What it brought, in figures.
    pub effects: Seldom<Vec<Effect>>,
    /// Files kept by their content.
    pub evidence: Seldom<Vec<Evidence>>,
    /// The opinions of each co-unit, oldest first.
    pub co_opinions: Seldom<BTreeMap<Name, Vec<CoOpinion>>>,
    /// The extension in force: recorded on, until, with whose consent.
    pub extension: Option<Box<Extension>>,
    /// Replies, oldest first.
    pub replies: Vec<Reply>,
    /// Whom the reply reached, and when.
    pub deliveries: Seldom<Vec<(Date, Name)>>,
    /// How the class came to be what it is, oldest first.
    pub classes: Vec<ClassStep>,
    /// Who was urged, and when (催办).
    pub reminders: Seldom<Vec<Reminder>>,
    /// Promises.
    pub commitments: Vec<Commitment>,
    /// Deputies' ratings, oldest first; the last one counts.
    pub ratings: Vec<Rating>,
    /// Stars of the public.
    pub stars: Seldom<Vec<PublicRating>>,
    /// The revisit group's rating.
    pub revisit: Option<Box<Revisit>>,
    /// Raised to the upper level.
    pub escalation: Option<Box<Escalation>>,
    /// What the supervising side did.
    pub oversight: Seldom<Oversight>,
    /// The day it was closed.
    #[serde(with = "day::maybe")]
    pub closed: Option<Date>,
    /// Remarks.
    pub notes: Seldom<Vec<(Date, Text)>>,
}

impl Case {
    /// The series whose numbers it takes.
    pub fn series(&self) -> Series {
        Series {
            level: self.level,
            term: self.session.term,
            session: self.session.session,
            period: self.period,
        }
    }

    /// The hand-over in force.
    pub fn assignment(&self) -> Option<&Assignment> {
        self.assignments.last()
    }

    /// Whether a unit has the case, or had it before it was handed over anew.
    pub fn had(&self, unit: &Name) -> bool {
        let mut assignments = self.assignments.iter();
        assignments.any(|a| a.to.units().any(|u| u == unit))
    }

    /// Whether a hand-over of this case names what the rules may ask for.
    pub fn meets(&self, assignment: &Assignment, need: HandOverNeed) -> bool {
        match need {
            HandOverNeed::Leader => assignment.to.leader.is_some(),
            HandOverNeed::Post => assignment.to.post.is_some(),
            HandOverNeed::Plan => assignment.plan.is_some(),
            HandOverNeed::Limit => assignment.due.is_some(),
            HandOverNeed::TaskForce => !assignment.task_force.is_empty(),
            HandOverNeed::Supervisor => {
                let supervised = self.key_supervised.as_ref();
                supervised.is_some_and(|(_, leader)| leader.is_some())
            }
        }
    }

    /// Whether a trait, where the case has it, has its effect on a hand-over.
    pub fn has_effect(&self, assignment: &Assignment, of: Trait) -> bool {
        let effect = match of {
            Trait::TimeCritical => assignment.due.is_some(),
            Trait::Repeated => !self.earlier.is_empty(),
            Trait::Comprehensive => assignment.to.units().count() > 1,
        };
        effect || !self.character.traits.contains(&of)
    }

    /// The first day of hand-over, whatever came after.
    pub fn first_assigned(&self) -> Option<Date> {
        self.assignments.first().map(|a| a.on)
    }

    /// The replies to the hand-over in force.
    pub fn current_replies(&self) -> impl DoubleEndedIterator<Item = &Reply> {
        let current = self.assignments.len().wrapping_sub(1);
        self.replies.iter().filter(move |r| r.assignment == current)
    }

    /// The day a unit first replied under the hand-over in force.
    pub fn unit_replied(&self, unit: &Name) -> Option<Date> {
        self.current_replies()
            .find(|r| r.unit == *unit)
            .map(|r| r.on)
    }

    /// The day on which every unit that owes a reply had replied for the first time.
    pub fn replied(&self) -> Option<Date> {
        let to = &self.assignment()?.to;
        last_of_all(to.repliers().map(|unit| self.unit_replied(unit)))
    }

    /// The day and the number of the last word to the deputy, a second reply (续复) among them, once
    /// every unit that owes a reply has replied. It goes with the class that counts.
    pub fn last_word(&self) -> Option<(Date, Option<&Name>)> {
        let reply = self.replied().and(self.reply())?;
        let again = self.oversight.re_replies.last();
        Some(match again.filter(|again| again.on >= reply.on) {
            Some(again) => (again.on, again.doc_no.as_ref()),
            None => (reply.on, reply.doc_no.as_ref()),
        })
    }

    /// The reply that counts: the last one.
    pub fn reply(&self) -> Option<&Reply> {
        self.replies.last()
    }

    /// The class that counts so far: the last step towards it.
    pub fn class(&self) -> Option<&Name> {
        self.classes.last().map(|step| &step.class)
    }

    /// The opinion of a co-unit that is in and was not rejected.
    pub fn co_opinion(&self, unit: &Name) -> Option<Date> {
        let last = self.co_opinions.get(unit)?.last()?;
        last.rejected.is_none().then_some(last.given)
    }

    /// The talks since the hand-over in force: those with the unit that has the case now.
    pub fn current_consultations(&self) -> impl Iterator<Item = &Consultation> {
        let since = self.assignment().map(|a| a.on);
        let talks = self.consultations.iter();
        talks.filter(move |talk| Some(talk.on) >= since)
    }

    /// Whether somebody talked with the deputy since then.
    pub fn is_consulted(&self) -> bool {
        self.current_consultations().next().is_some()
    }

    /// Whether something was promised since the hand-over in force: of several units that reply
    /// apart, one promise may speak for all.
    pub fn is_promised(&self) -> bool {
        let since = self.assignment().map(|a| a.on);
        self.commitments.iter().any(|c| Some(c.made) >= since)
    }

    /// Whether the last reply reached somebody.
    pub fn has_reached(&self, deputy: &Name) -> bool {
        let replied = self.reply().map(|reply| reply.on);
        let mut deliveries = self.deliveries.iter();
        deliveries.any(|(on, name)| Some(*on) >= replied && name == deputy)
    }

    /// Who proposed it: the lead deputy, or the delegation.
    pub fn proposer(&self) -> Option<&Name> {
        self.deputy.as_ref().or(self.delegation.as_ref())
    }

    /// Everybody who signed it: the lead deputy or the delegation, then the co-signers.
    pub fn signatories(&self) -> impl Iterator<Item = &Name> {
        self.proposer().into_iter().chain(&self.co_signers)
    }

    /// The rating of the reply that counts: that of the last round that was rated.
    pub fn rating(&self) -> Option<&Rating> {
        self.rated_rounds().next_back()
    }

    /// Of each round that was rated, oldest first, the rating that counts: the proposer's, who
    /// answers for all (重庆条例 第二十六条); else the last one of the round.
    pub fn rated_rounds(&self) -> impl DoubleEndedIterator<Item = &Rating> {
        // Ratings stand in the order of the replies that they judge.
        let rounds = self.ratings.chunk_by(|a, b| a.replies == b.replies);
        rounds.filter_map(|round| {
            let rated = || round.iter().filter(|rating| rating.of == Rateable::Reply);
            let speaks = |rating: &&Rating| Some(&rating.deputy) == self.proposer();
            rated().rfind(speaks).or_else(|| rated().next_back())
        })
    }

    /// The last day on which every unit that owes a reply had signed.
    pub fn signed(&self) -> Option<Date> {
        let a = self.assignment()?;
        last_of_all(a.to.repliers().map(|unit| a.signed.get(unit).copied()))
    }

    /// Whether it counts: not refused, not withdrawn, not turned into a letter.
    pub fn counts(&self) -> bool {
        self.ended.is_none()
    }

    /// Whether a reply is still owed: it counts, nobody has answered, and it is not closed.
    pub fn awaits_reply(&self) -> bool {
        self.counts() && self.replied().is_none() && self.closed.is_none()
    }

    /// Promises that are neither kept nor broken yet.
    pub fn open_commitments(&self) -> impl Iterator<Item = &Commitment> {
        self.commitments.iter().filter(|c| c.settled.is_none())
    }

    /// Whether a promise is open, or the last one was broken.
    pub(in crate::domain::book) fn owes_promise(&self) -> bool {
        let kept = |promise: &Commitment| promise.settled.as_ref().map(|settled| settled.kept);
        let last = self.commitments.last().map(kept);
        self.open_commitments().next().is_some() || last == Some(Some(false))
    }
}

/// The last of some days; none where one of them is missing, or there is none.
fn last_of_all(mut days: impl Iterator<Item = Option<Date>>) -> Option<Date> {
    days.try_fold(None, |last, day| Some(last.max(Some(day?))))?
}
