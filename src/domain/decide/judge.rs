//! 评: reminders, ratings, closing.

use super::{Bench, not_found, one};
use crate::domain::book::{Case, ClassStepKind, Commitment, Rating, State};
use crate::domain::command::{RatingWish, RevisitWish};
use crate::domain::deadline::{self, Duty, Step, next_step};
use crate::domain::event::{self, Event, Rateable, RemindMode};
use crate::domain::refusal::{JudgingRule, Need, Refusal, Rule, Thing};
use crate::domain::rules::{CloseNeed, Grade};
use crate::domain::terms::{Name, Stars, Text};

/// Where a case stands once it was answered.
pub(super) const ANSWERED: [State; 5] = [
    State::Replied,
    State::Rated,
    State::Closed,
    State::Tracking,
    State::Reworking,
];

impl Bench<'_> {
    /// Urges who is named; else those whose turn it is.
    pub(super) fn remind(
        &self,
        case: &Case,
        (unit, deputy): (Option<&Name>, Option<&Name>),
        mode: Option<RemindMode>,
        note: Option<&Text>,
    ) -> Result<Vec<Event>, Refusal> {
        // A draft that went back waits for the deputies; every other one for who handles it.
        if next_step(self.book, case) != Some(Step::Amend) {
            self.handed_over(case)?;
        }
        unit.map(|unit| self.holder(case, unit)).transpose()?;
        deputy
            .map(|deputy| self.signatory(case, deputy))
            .transpose()?;
        let turn = match (unit, deputy) {
            (None, None) => deadline::turn(self.book, case, self.stamp.on),
            _ => Vec::new(),
        };
        let units = turn.iter().flat_map(Duty::units);
        let units = units.chain(unit).map(|unit| (Some(unit), None));
        let deputies = turn.iter().filter_map(Duty::proposer);
        let deputies = deputies.chain(deputy).map(|deputy| (None, Some(deputy)));
        let reminded = |(unit, deputy): (Option<&Name>, Option<&Name>)| {
            let (unit, deputy) = (unit.cloned(), deputy.cloned());
            let (on, case, note) = (self.stamp.on, case.id, note.cloned());
            event::Reminded {
                on,
                case,
                unit,
                deputy,
                mode,
                note,
            }
            .into()
        };
        let events: Vec<Event> = units.chain(deputies).map(reminded).collect();
        if events.is_empty() {
            let state = self.book.state(case);
            return Err(Refusal::of_case(
                case.id,
                JudgingRule::NobodyToUrge { state },
            ));
        }
        Ok(events)
    }

    /// A signatory who does not handle it rates the reply or its promise, once a round, in the
    /// words of the office's scale.
    pub(super) fn rate(&self, case: &Case, wish: &RatingWish) -> Result<Vec<Event>, Refusal> {
        self.state(case, &ANSWERED)?;
        if wish.of == Rateable::Commitment {
            self.promise_can_be_rated(case)?;
        }
        let deputy = self.rater(case, wish.deputy.as_ref())?;
        self.first_in_round(case, wish.of, &deputy)?;
        let words: Vec<&Name> = [&wish.rating, &wish.attitude, &wish.result]
            .into_iter()
            .flatten()
            .collect();
        if words.is_empty() {
            return Err(Refusal::of_case(case.id, Rule::NeedsGrade));
        }
        let mut dissatisfied = false;
        for word in words {
            dissatisfied |= self.grade(word)? == Some(Grade::Dissatisfied);
        }
        let explained = !dissatisfied || wish.comment.is_some();
        self.needs(explained, case, "satisfaction", || Need::Comment)?;
        let rated = event::Rated {
            on: self.stamp.on,
            case: case.id,
            deputy,
            of: wish.of,
            rating: wish.rating.clone(),
            attitude: wish.attitude.clone(),
            result: wish.result.clone(),
            comment: wish.comment.clone(),
            channel: wish.channel.clone(),
        };
        let reopened = self.reopened(case, &rated);
        let mut events = one(rated);
        events.extend(reopened);
        Ok(events)
    }

    /// A form that came after all, and is dissatisfied, opens a closed case again: it is handled
    /// once more on its clock. The word of a co-signer beside the lead deputy's does not.
    fn reopened(&self, case: &Case, rated: &event::Rated) -> Option<Event> {
        let headline = rated.rating.as_ref().or(rated.result.as_ref())?;
        let rules = self.rules?;
        let bad = rules.satisfaction.grade(headline.as_str()) == Some(Grade::Dissatisfied);
        let speaks = Some(&rated.deputy) == case.proposer();
        let beside = case
            .rating()
            .is_some_and(|r| r.replies == case.replies.len());
        let counts = rated.of == Rateable::Reply && (speaks || !beside);
        let why = rated
            .comment
            .clone()
            .or_else(|| Text::new(headline.as_str()).ok())?;
        let (on, case) = (self.stamp.on, case.closed.map(|_| case.id)?);
        (bad && counts).then(|| event::Reopened { on, case, why }.into())
    }

    /// A promise is rated once it was settled, or once its day has passed.
    pub(super) fn promise_can_be_rated(&self, case: &Case) -> Result<(), Refusal> {
        let over = |c: &Commitment| c.settled.is_some() || c.due < self.stamp.on;
        let Some(due) = case.commitments.iter().map(|c| c.due).min() else {
            return Err(Refusal::of_case(case.id, JudgingRule::NoPromise));
        };
        let known = case.commitments.iter().any(over);
        self.gate(known, case, || JudgingRule::PromiseRuns { due })
    }

    /// A round of the reply ends with the next reply, one of a promise with its next step.
    pub(super) fn first_in_round(
        &self,
        case: &Case,
        of: Rateable,
        deputy: &Name,
    ) -> Result<(), Refusal> {
        let settled = case.commitments.iter().filter_map(|c| c.settled.as_ref());
        let step = settled.map(|settled| settled.on).max();
        let in_round = |rating: &&Rating| match of {
            Rateable::Reply => rating.replies == case.replies.len(),
            Rateable::Commitment => step.is_none_or(|step| rating.on >= step),
        };
        let own = case.ratings.iter().filter(|r| r.of == of);
        let Some(before) = own.filter(in_round).find(|r| r.deputy == *deputy) else {
            return Ok(());
        };
        let (deputy, on) = (deputy.clone(), before.on);
        Err(Refusal::of_case(
            case.id,
            JudgingRule::RatedBefore { deputy, on },
        ))
    }

    pub(super) fn rate_public(
        &self,
        case: &Case,
        stars: Stars,
        respondents: u32,
        channel: Option<&Name>,
    ) -> Result<Vec<Event>, Refusal> {
        self.answered(case)?;
        Ok(one(event::PublicRated {
            on: self.stamp.on,
            case: case.id,
            stars,
            respondents,
            channel: channel.cloned(),
        }))
    }

    pub(super) fn revisit(&self, case: &Case, wish: &RevisitWish) -> Result<Vec<Event>, Refusal> {
        self.answered(case)?;
        self.not_handling(case, &wish.members)?;
        self.grade(&wish.rating)?;
        Ok(one(event::Revisited {
            on: self.stamp.on,
            case: case.id,
            rating: wish.rating.clone(),
            members: wish.members.clone(),
            means: wish.means.clone(),
            note: wish.note.clone(),
        }))
    }

    /// Closes a case that has passed the office's gates.
    pub(super) fn close(&self, case: &Case) -> Result<Vec<Event>, Refusal> {
        let reply = case.replied().is_some();
        let needs = self
            .rules
            .map(|r| r.gates.close_needs.as_slice())
            .unwrap_or_default();
        if !reply && (needs.contains(&CloseNeed::Reply) || case.assignment().is_some()) {
            let (need, article) = (Need::Reply, self.article("gates.close_needs"));
            return Err(Refusal::of_case(case.id, Rule::Needs { need, article }));
        }
        self.state(case, &[State::Replied, State::Rated])?;
        for need in needs {
            let met = match need {
                CloseNeed::Reply => reply,
                CloseNeed::Rating => case.state() == State::Rated,
                CloseNeed::RatingOrReminded => case.state() == State::Rated || answer_asked(case),
                CloseNeed::Consultation => !case.consultations.is_empty(),
                CloseNeed::Delivered => self.undelivered(case).is_empty(),
                CloseNeed::ClassConfirmed => {
                    let last = case.classes.last();
                    last.is_some_and(|step| step.kind == ClassStepKind::Confirmed)
                }
                CloseNeed::LookedBack => {
                    let last = case.oversight.look_backs.last();
                    last.is_some_and(|look| look.good)
                }
                CloseNeed::FindingsMended => case.oversight.open_findings().next().is_none(),
            };
            self.needs(met, case, "gates.close_needs", || match need {
                CloseNeed::Reply => Need::Reply,
                CloseNeed::Rating | CloseNeed::RatingOrReminded => Need::Rating,
                CloseNeed::Consultation => Need::Consultation {
                    face_to_face: false,
                },
                CloseNeed::Delivered => Need::Delivery {
                    missing: self.undelivered(case),
                },
                CloseNeed::ClassConfirmed => Need::ConfirmedClass,
                CloseNeed::LookedBack => Need::LookBack,
                CloseNeed::FindingsMended => Need::Mending,
            })?;
        }
        let article = self.article("satisfaction");
        let waits = [State::Rehandling, State::Adjudicating];
        let content = !waits.contains(&self.book.state(case));
        self.gate(content, case, || Rule::Dissatisfied { article })?;
        Ok(one(event::Closed {
            on: self.stamp.on,
            case: case.id,
        }))
    }

    fn answered(&self, case: &Case) -> Result<(), Refusal> {
        self.state(case, &ANSWERED)
    }

    /// The lead deputy answers for all; a co-signer may be named. Who handles a case does not rate
    /// it: persons are compared, so the next signatory rates where the lead deputy heads the unit.
    fn rater(&self, case: &Case, named: Option<&Name>) -> Result<Name, Refusal> {
        let handles = |deputy: &Name| self.handling_unit(case, deputy);
        if let Some(named) = named {
            self.signatory(case, named)?;
            if let Some(unit) = handles(named) {
                let (deputy, others) = (named.clone(), self.free_signatories(case));
                let rule = || JudgingRule::RatesHimself {
                    deputy,
                    unit,
                    others,
                };
                self.gate(false, case, rule)?;
            }
            return Ok(named.clone());
        }
        let Some(first) = case.proposer() else {
            return Err(Rule::NeedsProposer.into());
        };
        if let Some(free) = self.free_signatories(case).into_iter().next() {
            return Ok(free);
        }
        let (deputy, unit) = (first.clone(), handles(first));
        self.gate(unit.is_none(), case, || JudgingRule::RatesHimself {
            deputy: first.clone(),
            unit: unit.unwrap_or_else(|| first.clone()),
            others: Vec::new(),
        })?;
        Ok(deputy)
    }

    /// Nobody who handles a case goes to look at what became of it.
    pub(super) fn not_handling(&self, case: &Case, people: &[Name]) -> Result<(), Refusal> {
        for person in people {
            let unit = self.handling_unit(case, person);
            self.gate(unit.is_none(), case, || JudgingRule::RatesHimself {
                deputy: person.clone(),
                unit: unit.clone().unwrap_or_else(|| person.clone()),
                others: Vec::new(),
            })?;
        }
        Ok(())
    }

    /// The signatories who do not handle the case, the lead deputy first.
    fn free_signatories(&self, case: &Case) -> Vec<Name> {
        let free = |name: &&Name| self.handling_unit(case, name).is_none();
        case.signatories().filter(free).cloned().collect()
    }

    /// The unit in which a person answers for the case: its leader or clerk, by the hand-over or
    /// by the roster of the day, who sits in its task force, who signed its reply.
    fn handling_unit(&self, case: &Case, person: &Name) -> Option<Name> {
        let assignment = case.assignment()?;
        let to = &assignment.to;
        let mut replies = case.current_replies();
        if let Some(reply) = replies.find(|reply| reply.signer.as_ref() == Some(person)) {
            return Some(reply.unit.clone());
        }
        let named = [&to.leader, &to.clerk].into_iter().flatten();
        let mut named = named.chain(&assignment.task_force);
        let by_hand_over = named.any(|name| name == person);
        let own = to.repliers().next().filter(|_| by_hand_over);
        let on_roster = |unit: &&Name| {
            let post = self.book.office().unit(unit);
            let post = post.and_then(|unit| unit.post_on(self.stamp.on));
            post.is_some_and(|post| {
                let mut people = [&post.leader, &post.clerk].into_iter().flatten();
                people.any(|name| name == person)
            })
        };
        own.or_else(|| to.units().find(on_roster)).cloned()
    }

    /// Only who signed the suggestion.
    pub(super) fn signatory(&self, case: &Case, named: &Name) -> Result<(), Refusal> {
        if case.signatories().any(|name| name == named) {
            return Ok(());
        }
        self.deputy(named)?;
        let deputy = named.clone();
        Err(Refusal::of_case(case.id, Rule::NotSignatory { deputy }))
    }

    /// What a word of the scale means; no scale, no meaning.
    fn grade(&self, word: &Name) -> Result<Option<Grade>, Refusal> {
        let Some(rules) = self.rules else {
            return Ok(None);
        };
        let scale = &rules.satisfaction;
        match scale.grade(word.as_str()) {
            Some(grade) => Ok(Some(grade)),
            None => {
                let choices = scale.levels.iter().map(Name::to_string).collect();
                Err(not_found(Thing::Grade, word.as_str(), choices))
            }
        }
    }
}

/// Whether a deputy was urged to answer after the last reply (催办后仍未反馈).
fn answer_asked(case: &Case) -> bool {
    let replied = case.reply().map(|reply| reply.on);
    let mut reminders = case.reminders.iter();
    reminders.any(|r| r.deputy.is_some() && Some(r.on) >= replied)
}
