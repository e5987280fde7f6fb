//! Citizens' opinions (民意): hearing, answering, passing on, talking over, raising, forwarding.
//!
//! A wish becomes facts, and each fact is judged against the state just before it; a correction is
//! judged by the same judgement.

use super::{Bench, not_found};
use crate::domain::book::{Opinion, Opinions};
use crate::domain::command::{CollectWish, OpinionWish, SaidBy};
use crate::domain::event::{self, Event, OpinionFact};
use crate::domain::refusal::{Refusal, Rule, Thing, WorkRule};
use crate::domain::terms::{CitizenId, Date, Name, OpinionId, nearest};

impl Bench<'_> {
    pub(super) fn opinions(&self, wish: &OpinionWish) -> Result<Vec<Event>, Refusal> {
        let state = self.book.opinions_on(self.stamp.on);
        let events = self.of_opinions(&state, wish)?;
        // An answer on the spot comes with the opinion itself, which nobody knows yet.
        if !matches!(wish, OpinionWish::Collect(_)) {
            for event in &events {
                self.allows_opinion(&state, event)?;
            }
        } else if let Some(heard) = events
            .iter()
            .find(|e| matches!(e, Event::OpinionCollected(_)))
        {
            self.allows_opinion(&state, heard)?;
        }
        Ok(events)
    }

    fn of_opinions(&self, state: &Opinions, wish: &OpinionWish) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        Ok(match wish.clone() {
            OpinionWish::Collect(wish) => self.heard(wish)?,
            OpinionWish::Answer { opinions, by, text } => each(&opinions, |opinion| {
                let (by, text) = (by.clone(), text.clone());
                event::OpinionAnswered {
                    on,
                    opinion,
                    by,
                    text,
                }
            }),
            OpinionWish::PassOn { opinions, to, due } => each(&opinions, |opinion| {
                let to = to.clone();
                event::OpinionPassedOn {
                    on,
                    opinion,
                    to,
                    due,
                }
            }),
            OpinionWish::Settle {
                opinions,
                adopted,
                outcome,
            } => each(&opinions, |opinion| event::OpinionSettled {
                on,
                opinion,
                adopted,
                outcome: outcome.clone(),
            }),
            OpinionWish::Discuss {
                opinions,
                group,
                people,
                note,
            } => super::one(event::OpinionsDiscussed {
                on,
                opinions,
                group,
                people,
                note,
            }),
            OpinionWish::Raise { opinions, cases } => super::one(event::OpinionsRaised {
                on,
                opinions,
                cases,
            }),
            OpinionWish::Forward {
                opinions,
                to,
                draft,
                proposal,
            } => super::one(event::OpinionsForwarded {
                on,
                to,
                draft: match draft {
                    Some(draft) => draft,
                    None => self.draft_of(state, &opinions)?,
                },
                proposal,
                opinions,
            }),
        })
    }

    fn heard(&self, wish: CollectWish) -> Result<Vec<Event>, Refusal> {
        let on = self.stamp.on;
        let (citizen, recorded) = match wish.citizen {
            None => (None, None),
            Some(SaidBy::Known(id)) => {
                self.citizen(&self.book.citizens_on(on), id)?;
                (Some(id), None)
            }
            Some(SaidBy::New(hash)) => {
                let citizen = self.book.next_citizen();
                let recorded = event::CitizenRecorded { on, citizen, hash };
                (Some(citizen), Some(Event::from(recorded)))
            }
        };
        let opinion = self.book.next_opinion();
        let by = wish.collector.clone();
        let heard = event::OpinionCollected {
            on,
            opinion,
            channel: wish.channel,
            place: wish.place,
            station: wish.station,
            collector: wish.collector,
            category: wish.category,
            draft: wish.draft,
            citizen,
            text: wish.text,
        };
        let answer = wish.answer.map(|text| event::OpinionAnswered {
            on,
            opinion,
            by,
            text,
        });
        Ok(recorded
            .into_iter()
            .chain(std::iter::once(heard.into()))
            .chain(answer.map(Event::from))
            .collect())
    }

    /// Whether the citizen that an opinion on record names was entered.
    pub(super) fn knows_who_said_it(&self, event: &Event) -> Result<(), Refusal> {
        let Event::OpinionCollected(heard) = event else {
            return Ok(());
        };
        let unknown = |id: &&CitizenId| self.book.citizens().get(**id).is_none();
        match heard.citizen.iter().find(unknown) {
            Some(id) => Err(not_found(Thing::Citizen, &id.to_string(), Vec::new())),
            None => Ok(()),
        }
    }

    /// The one draft that all opinions are about.
    fn draft_of(&self, state: &Opinions, opinions: &[OpinionId]) -> Result<Name, Refusal> {
        let mut drafts = Vec::new();
        for id in opinions {
            drafts.extend(self.opinion(state, *id)?.heard.draft.clone());
        }
        drafts.sort();
        drafts.dedup();
        match drafts.as_slice() {
            [draft] => Ok(draft.clone()),
            _ => Err(WorkRule::WhichDraft { drafts }.into()),
        }
    }

    /// Whether the rules allow a fact in the state just before it.
    pub(super) fn allows_opinion(&self, state: &Opinions, event: &Event) -> Result<(), Refusal> {
        let Some(fact) = OpinionFact::of(event) else {
            return Ok(());
        };
        match fact {
            OpinionFact::OpinionCollected(fact) => self.allows_heard(fact),
            OpinionFact::OpinionAnswered(fact) => {
                let answered = self.opinion(state, fact.opinion)?.answers.last();
                match answered.map(|answer| answer.on) {
                    Some(on) => Err(WorkRule::AnsweredBefore {
                        opinion: fact.opinion,
                        on,
                    }
                    .into()),
                    None => Ok(()),
                }
            }
            OpinionFact::OpinionPassedOn(fact) => {
                let opinion = self.opinion(state, fact.opinion)?;
                if let Some(answer) = opinion.answers.last() {
                    let on = answer.on;
                    return Err(WorkRule::AnsweredBefore {
                        opinion: fact.opinion,
                        on,
                    }
                    .into());
                }
                fact.due.map_or(Ok(()), |due| not_before(due, fact.on))
            }
            OpinionFact::OpinionsDiscussed(fact) => {
                self.all_opinions(state, &fact.opinions)?;
                self.group(&fact.group)?;
                fact.people.iter().try_for_each(|name| self.serving(name))
            }
            OpinionFact::OpinionsRaised(fact) => {
                self.all_opinions(state, &fact.opinions)?;
                for case in &fact.cases {
                    self.case(*case)?;
                }
                let linked = |id: &OpinionId| {
                    let opinion = state.get(*id);
                    opinion.is_some_and(|o| fact.cases.iter().all(|c| o.cases.contains_key(c)))
                };
                match fact.cases.is_empty() || fact.opinions.iter().all(linked) {
                    true => Err(Rule::NothingChanges.into()),
                    false => Ok(()),
                }
            }
            OpinionFact::OpinionsForwarded(fact) => self.all_opinions(state, &fact.opinions),
            OpinionFact::OpinionSettled(fact) => {
                let opinion = self.opinion(state, fact.opinion)?;
                let away = !opinion.cases.is_empty()
                    || !opinion.proposals.is_empty()
                    || !opinion.passed_on.is_empty();
                match away {
                    true => Ok(()),
                    false => Err(WorkRule::NotPassedOn {
                        opinion: fact.opinion,
                    }
                    .into()),
                }
            }
        }
    }

    fn allows_heard(&self, fact: &event::OpinionCollected) -> Result<(), Refusal> {
        fact.collector
            .iter()
            .try_for_each(|name| self.serving(name))?;
        // An office that keeps no list of stations may name any.
        let is_kept = self.book.office().stations().next().is_some();
        let asked = fact.station.iter().filter(|_| is_kept);
        asked.into_iter().try_for_each(|name| self.station(name))?;
        fact.category
            .iter()
            .try_for_each(|category| self.category(category))
    }

    fn opinion<'s>(&self, state: &'s Opinions, id: OpinionId) -> Result<&'s Opinion, Refusal> {
        if let Some(opinion) = state.get(id) {
            return Ok(opinion);
        }
        if let Some(later) = self.book.opinions().get(id) {
            let (on, after) = (self.stamp.on, later.heard.on);
            return Err(Rule::TooEarly { on, after }.into());
        }
        Err(not_found(Thing::Opinion, &id.to_string(), Vec::new()))
    }

    fn all_opinions(&self, state: &Opinions, ids: &[OpinionId]) -> Result<(), Refusal> {
        if ids.is_empty() {
            return Err(not_found(Thing::Opinion, "", Vec::new()));
        }
        ids.iter()
            .try_for_each(|id| self.opinion(state, *id).map(|_| ()))
    }

    /// A group of deputies that somebody on the roster belongs to.
    pub(super) fn group(&self, group: &Name) -> Result<(), Refusal> {
        let known = self.book.office().groups();
        if known.contains(group) {
            return Ok(());
        }
        let near = nearest(group.as_str(), known.iter().map(|group| group.as_str()));
        let near = near.into_iter().map(str::to_owned).collect();
        Err(not_found(Thing::Group, group.as_str(), near))
    }
}

pub(super) fn not_before(day: Date, after: Date) -> Result<(), Refusal> {
    match day < after {
        true => Err(Rule::TooEarly { on: day, after }.into()),
        false => Ok(()),
    }
}

fn each<E: Into<Event>>(opinions: &[OpinionId], fact: impl Fn(OpinionId) -> E) -> Vec<Event> {
    opinions
        .iter()
        .map(|opinion| fact(*opinion).into())
        .collect()
}
