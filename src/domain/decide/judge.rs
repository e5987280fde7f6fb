//! 督 and 评: promises kept or not, ratings, closing.

use super::{Bench, not_found, one};
use crate::domain::book::{Case, ClassStepKind, State};
use crate::domain::command::RatingWish;
use crate::domain::event::{self, Event, RemindMode};
use crate::domain::refusal::{Need, Refusal, Rule, Thing};
use crate::domain::rules::{CloseNeed, Grade};
use crate::domain::terms::{Name, Stars, Text};

impl Bench<'_> {
    /// Urges who is named; else every unit that owes a reply, or after the reply the proposer.
    pub(super) fn remind(
        &self,
        case: &Case,
        (unit, deputy): (Option<&Name>, Option<&Name>),
        mode: Option<RemindMode>,
        note: Option<&Text>,
    ) -> Result<Vec<Event>, Refusal> {
        self.handed_over(case)?;
        unit.map(|unit| self.unit(unit)).transpose()?;
        deputy
            .map(|deputy| self.rater(case, Some(deputy)))
            .transpose()?;
        let assignment = case.assignment();
        let owing: Vec<Name> = match (unit, deputy, case.replied()) {
            (None, None, None) => assignment.map_or_else(Vec::new, |a| {
                let repliers = a.to.repliers();
                repliers
                    .filter(|unit| case.unit_replied(unit).is_none())
                    .cloned()
                    .collect()
            }),
            _ => unit.cloned().into_iter().collect(),
        };
        let proposer = case
            .proposer()
            .filter(|_| unit.is_none() && case.replied().is_some());
        let deputy = deputy.or(proposer);
        let reminded = |unit: Option<Name>, deputy: Option<&Name>| {
            let deputy = deputy.cloned();
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
        let mut events: Vec<Event> = Vec::new();
        events.extend(owing.into_iter().map(|unit| reminded(Some(unit), None)));
        events.extend(deputy.map(|deputy| reminded(None, Some(deputy))));
        Ok(events)
    }

    pub(super) fn settle(
        &self,
        case: &Case,
        kept: bool,
        note: Option<&Text>,
    ) -> Result<Vec<Event>, Refusal> {
        if case.open_commitments().next().is_none() {
            return Err(Refusal::of_case(
                case.id,
                Rule::WrongState {
                    state: case.state(),
                },
            ));
        }
        Ok(one(event::CommitmentSettled {
            on: self.stamp.on,
            case: case.id,
            kept,
            note: note.cloned(),
        }))
    }

    /// A signatory rates the reply, in the words of the office's scale.
    pub(super) fn rate(&self, case: &Case, wish: &RatingWish) -> Result<Vec<Event>, Refusal> {
        Self::state(
            case,
            &[State::Replied, State::Rated, State::Closed, State::Tracking],
        )?;
        let deputy = self.rater(case, wish.deputy.as_ref())?;
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
        Ok(one(event::Rated {
            on: self.stamp.on,
            case: case.id,
            deputy,
            rating: wish.rating.clone(),
            attitude: wish.attitude.clone(),
            result: wish.result.clone(),
            comment: wish.comment.clone(),
        }))
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

    pub(super) fn revisit(
        &self,
        case: &Case,
        rating: &Name,
        note: Option<&Text>,
    ) -> Result<Vec<Event>, Refusal> {
        self.answered(case)?;
        self.grade(rating)?;
        Ok(one(event::Revisited {
            on: self.stamp.on,
            case: case.id,
            rating: rating.clone(),
            note: note.cloned(),
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
            let (need, article) = (Need::Reply, self.article("gates"));
            return Err(Refusal::of_case(case.id, Rule::Needs { need, article }));
        }
        Self::state(case, &[State::Replied, State::Rated])?;
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
            };
            self.needs(met, case, "gates", || match need {
                CloseNeed::Reply => Need::Reply,
                CloseNeed::Rating | CloseNeed::RatingOrReminded => Need::Rating,
                CloseNeed::Consultation => Need::Consultation {
                    face_to_face: false,
                },
                CloseNeed::Delivered => Need::Delivery {
                    missing: self.undelivered(case),
                },
                CloseNeed::ClassConfirmed => Need::ConfirmedClass,
            })?;
        }
        let grade = match case.rating().and_then(|r| r.headline()) {
            Some(word) => self.grade(word)?,
            None => None,
        };
        let article = self.article("satisfaction");
        let content = grade != Some(Grade::Dissatisfied);
        self.gate(content, case, || Rule::Dissatisfied { article })?;
        Ok(one(event::Closed {
            on: self.stamp.on,
            case: case.id,
        }))
    }

    fn answered(&self, case: &Case) -> Result<(), Refusal> {
        Self::state(
            case,
            &[State::Replied, State::Rated, State::Closed, State::Tracking],
        )
    }

    /// The lead deputy answers for all; a co-signer may be named.
    fn rater(&self, case: &Case, named: Option<&Name>) -> Result<Name, Refusal> {
        let Some(named) = named else {
            return case
                .proposer()
                .cloned()
                .ok_or_else(|| Rule::NeedsProposer.into());
        };
        if case.signatories().any(|name| name == named) {
            return Ok(named.clone());
        }
        self.deputy(named)?;
        Err(Refusal::of_case(
            case.id,
            Rule::NotSignatory {
                deputy: named.clone(),
            },
        ))
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
