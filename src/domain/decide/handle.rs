//! 办: talks, notes, milestones, evidence, co-opinions, more time, raising to the upper level.

use super::hand_over::OPEN;
use super::{Bench, not_found, one};
use crate::domain::book::Case;
use crate::domain::command::{BookWish, ConsultWish, EvidenceWish};
use crate::domain::deadline;
use crate::domain::event::{self, Event};
use crate::domain::refusal::{JudgingRule, Need, Refusal, Rule, Thing};
use crate::domain::terms::{Amount, Date, Digest, Name, Text, Texts};

impl Bench<'_> {
    pub(super) fn consult(&self, case: &Case, wish: &ConsultWish) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
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
        told: bool,
    ) -> Result<Vec<Event>, Refusal> {
        self.reply_is_awaited(case)?;
        let telling = self.rules.is_some_and(|r| r.gates.extension_tells_deputy);
        let place = "gates.extension_tells_deputy";
        self.needs(told || !telling, case, place, || Need::Telling)?;
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
            let need = Need::Consent;
            self.gate(consented, case, || Rule::Needs { need, article })?;
        }
        Ok(one(event::Extended {
            on: self.stamp.on,
            case: case.id,
            to,
            why: why.clone(),
            consent: consent.cloned(),
            told,
        }))
    }

    /// Only the time for the reply can be made longer: what runs once it is given cannot.
    fn reply_is_awaited(&self, case: &Case) -> Result<(), Refusal> {
        let answered = case.counts() && case.replied().is_some();
        if !answered {
            return self.state(case, &OPEN);
        }
        let turn = deadline::turn(self.book, case, self.stamp.on);
        let mut running = turn.iter().filter_map(|duty| duty.clock.as_ref());
        let runs = running.next().map(|clock| (clock.key, clock.due()));
        let longest = deadline::longest_reply(self.book, case, self.stamp.on);
        let rule = JudgingRule::OnlyReplyExtends {
            state: self.book.state(case),
            runs,
            article: longest.and_then(|longest| longest.article),
        };
        Err(Refusal::of_case(case.id, rule))
    }

    /// A talk agreed on for a day to come.
    pub(super) fn book_talk(&self, case: &Case, wish: &BookWish) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
        self.not_before(case, wish.day)?;
        Ok(one(event::ConsultationBooked {
            on: self.stamp.on,
            case: case.id,
            day: wish.day,
            stage: wish.stage,
            mode: wish.mode,
            people: wish.people.clone(),
            place: wish.place.clone(),
        }))
    }

    pub(super) fn set_milestone(
        &self,
        case: &Case,
        milestone: &Text,
        due: Date,
    ) -> Result<Vec<Event>, Refusal> {
        self.handed_over(case)?;
        self.not_before(case, due)?;
        Ok(one(event::MilestoneSet {
            on: self.stamp.on,
            case: case.id,
            milestone: milestone.clone(),
            due,
        }))
    }

    /// The step named, or the open one that is due first.
    pub(super) fn reach_milestone(
        &self,
        case: &Case,
        milestone: Option<&Text>,
        note: Option<&Text>,
    ) -> Result<Vec<Event>, Refusal> {
        let open = case.milestones.iter().filter(|m| m.reached.is_none());
        let named = open.filter(|m| milestone.is_none_or(|named| *named == m.milestone));
        let first = named.min_by_key(|m| m.due);
        let Some(first) = first else {
            let words = milestone.map(|text| Texts.words(text).to_owned());
            let open = case.milestones.iter().filter(|m| m.reached.is_none());
            let near = open.map(|m| Texts.words(&m.milestone).to_owned()).collect();
            let word = words.unwrap_or_default();
            return Err(not_found(Thing::Milestone, &word, near));
        };
        Ok(one(event::MilestoneReached {
            on: self.stamp.on,
            case: case.id,
            milestone: first.milestone.clone(),
            note: note.cloned(),
        }))
    }

    pub(super) fn raise_difficulty(
        &self,
        case: &Case,
        unit: Option<&Name>,
        note: &Text,
    ) -> Result<Vec<Event>, Refusal> {
        self.handed_over(case)?;
        unit.map(|unit| self.unit(unit)).transpose()?;
        Ok(one(event::DifficultyRaised {
            on: self.stamp.on,
            case: case.id,
            unit: unit.cloned(),
            note: note.clone(),
        }))
    }

    pub(super) fn record_effect(
        &self,
        case: &Case,
        what: &Name,
        amount: Amount,
        measure: &Name,
    ) -> Result<Vec<Event>, Refusal> {
        self.handed_over(case)?;
        Ok(one(event::EffectRecorded {
            on: self.stamp.on,
            case: case.id,
            what: what.clone(),
            amount,
            measure: measure.clone(),
        }))
    }

    /// Files whose content the store keeps; each once a case.
    pub(super) fn add_evidence(
        &self,
        case: &Case,
        files: &[EvidenceWish],
    ) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
        let mut known: Vec<&Digest> = case.evidence.iter().map(|e| &e.sha256).collect();
        let mut events = Vec::new();
        for file in files {
            if known.contains(&&file.sha256) {
                let name = (&file.file).into();
                return Err(Refusal::of_case(case.id, Rule::Recorded { name }));
            }
            known.push(&file.sha256);
            events.extend(one(event::EvidenceAdded {
                on: self.stamp.on,
                case: case.id,
                sha256: file.sha256.clone(),
                file: file.file.clone(),
                bytes: file.bytes,
                note: file.note.clone(),
            }));
        }
        Ok(events)
    }

    pub(super) fn reject_opinion(
        &self,
        case: &Case,
        unit: &Name,
        why: &Text,
    ) -> Result<Vec<Event>, Refusal> {
        self.handed_over(case)?;
        self.unit(unit)?;
        Ok(one(event::CoOpinionRejected {
            on: self.stamp.on,
            case: case.id,
            unit: unit.clone(),
            why: why.clone(),
        }))
    }

    pub(super) fn escalate(
        &self,
        case: &Case,
        to: Option<&Name>,
        upper: Option<&Name>,
        note: Option<&Text>,
    ) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
        Ok(one(event::Escalated {
            on: self.stamp.on,
            case: case.id,
            to: to.cloned(),
            upper: upper.cloned(),
            note: note.cloned(),
        }))
    }

    pub(super) fn answer_escalation(
        &self,
        case: &Case,
        upper: Option<&Name>,
        outcome: &Text,
    ) -> Result<Vec<Event>, Refusal> {
        Ok(one(event::EscalationAnswered {
            on: self.stamp.on,
            case: case.id,
            upper: upper.cloned(),
            outcome: outcome.clone(),
        }))
    }

    pub(super) fn handed_over(&self, case: &Case) -> Result<(), Refusal> {
        Self::counting(case)?;
        if case.assignment().is_some() {
            return Ok(());
        }
        let state = case.state();
        Err(Refusal::of_case(case.id, Rule::WrongState { state }))
    }

    /// A day to come must not lie before the day of the wish.
    pub(super) fn not_before(&self, case: &Case, day: Date) -> Result<(), Refusal> {
        let after = self.stamp.on;
        if day >= after {
            return Ok(());
        }
        Err(Refusal::of_case(case.id, Rule::TooEarly { on: day, after }))
    }
}
