//! 办: talks, notes, co-opinions, more time, the reply, raising to the upper level.

use super::hand_over::OPEN;
use super::{Bench, not_found, one};
use crate::domain::book::{Case, State};
use crate::domain::command::{ConsultWish, ReplyWish};
use crate::domain::deadline;
use crate::domain::event::{self, ConsultMode, Event};
use crate::domain::refusal::{Refusal, Rule, Thing};
use crate::domain::rules::{ClassRule, ConsultationGate};
use crate::domain::terms::{Date, Name, Text};

impl Bench<'_> {
    pub(super) fn consult(&self, case: &Case, wish: &ConsultWish) -> Result<Vec<Event>, Refusal> {
        self.counts(case)?;
        Ok(one(event::Consulted {
            on: self.stamp.on,
            case: case.id,
            stage: wish.stage,
            mode: wish.mode,
            people: wish.people.clone(),
            leader_present: wish.leader_present,
            note: wish.note.clone(),
        }))
    }

    pub(super) fn progress(
        &self,
        case: &Case,
        unit: Option<&Name>,
        percent: Option<u8>,
        note: &Text,
    ) -> Result<Vec<Event>, Refusal> {
        self.handed_over(case)?;
        if let Some(unit) = unit {
            self.unit(unit)?;
        }
        if let Some(percent) = percent.filter(|p| *p > 100) {
            return Err(Refusal::of_case(case.id, Rule::TooMuch { percent }));
        }
        Ok(one(event::Progressed {
            on: self.stamp.on,
            case: case.id,
            unit: unit.cloned(),
            percent,
            note: note.clone(),
        }))
    }

    pub(super) fn concur(
        &self,
        case: &Case,
        unit: &Name,
        note: Option<&Text>,
    ) -> Result<Vec<Event>, Refusal> {
        self.handed_over(case)?;
        self.unit(unit)?;
        Ok(one(event::CoOpinionGiven {
            on: self.stamp.on,
            case: case.id,
            unit: unit.clone(),
            note: note.cloned(),
        }))
    }

    /// More time: later than now, and never beyond the longest limit that the rules know.
    pub(super) fn extend(
        &self,
        case: &Case,
        to: Date,
        why: &Text,
        consent: Option<&Name>,
    ) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &OPEN)?;
        if let Some(clock) = deadline::reply_clock(self.book, case, self.stamp.on) {
            let due = clock.due();
            self.gate(to > due, case, || Rule::NoExtension { to, due })?;
        }
        if let Some(longest) = deadline::longest_reply(self.book, case, self.stamp.on) {
            let limit = longest.date;
            let article = longest.article.clone();
            self.gate(to <= limit, case, || Rule::BeyondLimit {
                to,
                limit,
                article,
            })?;
            let article = longest.article;
            let consented = !longest.consent || consent.is_some();
            self.gate(consented, case, || Rule::NeedsConsent { article })?;
        }
        Ok(one(event::Extended {
            on: self.stamp.on,
            case: case.id,
            to,
            why: why.clone(),
            consent: consent.cloned(),
        }))
    }

    pub(super) fn reply(&self, case: &Case, wish: &ReplyWish) -> Result<Vec<Event>, Refusal> {
        let rehandling = [State::Replied, State::Rated];
        let allowed: Vec<State> = OPEN.into_iter().chain(rehandling).collect();
        Self::state(case, &allowed)?;
        let unit = self.acting(case, wish.unit.as_ref())?;
        let class = self.class(&wish.class)?;
        self.consulted(case)?;
        if let Some(class) = class {
            self.class_gates(case, class, wish)?;
        }
        let signer =
            self.rules.is_none_or(|r| !r.gates.reply_needs_signer) || wish.signer.is_some();
        let article = self.article("gates");
        self.gate(signer, case, || Rule::NeedsSigner { article })?;
        let on = self.stamp.on;
        let mut events = one(event::Replied {
            on,
            case: case.id,
            unit,
            class: wish.class.clone(),
            doc_no: wish.doc_no.clone(),
            signer: wish.signer.clone(),
            text: wish.text.clone(),
            reason: wish.reason.clone(),
            publication: wish.publication,
        });
        if let Some((promise, due)) = &wish.promise {
            if *due < on {
                let rule = Rule::TooEarly {
                    on: *due,
                    after: on,
                };
                return Err(Refusal::of_case(case.id, rule));
            }
            events.push(
                event::CommitmentMade {
                    on,
                    case: case.id,
                    promise: promise.clone(),
                    due: *due,
                }
                .into(),
            );
        }
        Ok(events)
    }

    pub(super) fn escalate(
        &self,
        case: &Case,
        to: Option<&Name>,
        note: Option<&Text>,
    ) -> Result<Vec<Event>, Refusal> {
        self.counts(case)?;
        Ok(one(event::Escalated {
            on: self.stamp.on,
            case: case.id,
            to: to.cloned(),
            note: note.cloned(),
        }))
    }

    fn counts(&self, case: &Case) -> Result<(), Refusal> {
        if case.counts() {
            return Ok(());
        }
        Err(Refusal::of_case(
            case.id,
            Rule::WrongState {
                state: case.state(),
            },
        ))
    }

    fn handed_over(&self, case: &Case) -> Result<(), Refusal> {
        self.counts(case)?;
        if case.assignment().is_some() {
            return Ok(());
        }
        Err(Refusal::of_case(
            case.id,
            Rule::WrongState {
                state: case.state(),
            },
        ))
    }

    /// The class as the office defines it; no rule set, no definition.
    fn class(&self, code: &Name) -> Result<Option<&ClassRule>, Refusal> {
        let Some(rules) = self.rules else {
            return Ok(None);
        };
        match rules.class(code.as_str()) {
            Some(class) => Ok(Some(class)),
            None => {
                let choices = rules.classes.iter().map(|c| c.code.to_string()).collect();
                Err(not_found(Thing::Class, code.as_str(), choices))
            }
        }
    }

    /// 先沟通后答复, where the office demands it: since the hand-over in force.
    fn consulted(&self, case: &Case) -> Result<(), Refusal> {
        let Some(gate) = self.rules.and_then(|r| r.gates.reply_needs_consultation) else {
            return Ok(());
        };
        let face_to_face = match gate {
            ConsultationGate::Any => false,
            ConsultationGate::FaceToFace => true,
        };
        let fits = |mode: ConsultMode| !face_to_face || mode.is_face_to_face();
        let held = case.consultations.iter().any(|c| fits(c.mode));
        let article = self.article("gates");
        self.gate(held, case, || Rule::NeedsConsultation {
            face_to_face,
            article,
        })
    }

    fn class_gates(&self, case: &Case, class: &ClassRule, wish: &ReplyWish) -> Result<(), Refusal> {
        let article = self.article("classes");
        // Of several units that reply apart, one promise may speak for all.
        let since = case.assignment().map(|a| a.on);
        let made = case.commitments.iter().any(|c| Some(c.made) >= since);
        let promised = !class.promise || wish.promise.is_some() || made;
        self.gate(promised, case, || Rule::NeedsPromise {
            class: wish.class.clone(),
            article: article.clone(),
        })?;
        let reasoned = !class.reason || wish.reason.is_some() || wish.text.is_some();
        self.gate(reasoned, case, || Rule::NeedsReason {
            class: wish.class.clone(),
            article,
        })
    }

    /// Text and article behind a group of values of the rule set in force.
    pub(super) fn article(&self, group: &str) -> Option<String> {
        self.rules?.article_of(group)
    }
}
