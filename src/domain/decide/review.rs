//! 审: what becomes of a suggestion that was handed in, before anybody handles it: reviewed,
//! amended, classified, linked to earlier ones, merged, withdrawn.

use super::hand_over::OPEN;
use super::{Bench, not_found, one};
use crate::domain::book::{Case, HandOver, State};
use crate::domain::command::{AmendWish, ClassifyWish, ReviewOutcome};
use crate::domain::event::{self, Event};
use crate::domain::refusal::{HandOverRule, Need, Refusal, Rule, Thing};
use crate::domain::rules::{ReviewReason, ReviewStep, Withdrawal};
use crate::domain::terms::{CaseId, Name, Text};

impl Bench<'_> {
    pub(super) fn review(
        &self,
        case: &Case,
        outcome: &ReviewOutcome,
        code: Option<&Name>,
    ) -> Result<Vec<Event>, Refusal> {
        self.state(case, &[State::Submitted, State::ForAmendment])?;
        let (on, id) = (self.stamp.on, case.id);
        let coded = |step| self.review_code(case, step, code);
        Ok(match outcome {
            ReviewOutcome::Accept(number) => return self.accept(case, *number),
            ReviewOutcome::Refuse(why) => one(event::Refused {
                on,
                case: id,
                code: coded(ReviewStep::Refuse)?,
                why: why.clone(),
            }),
            ReviewOutcome::ForAmendment(why) => one(event::ReturnedForAmendment {
                on,
                case: id,
                code: coded(ReviewStep::Amend)?,
                why: why.clone(),
            }),
            ReviewOutcome::Letter(why) => one(event::TurnedToLetter {
                on,
                case: id,
                code: coded(ReviewStep::Letter)?,
                why: why.clone(),
            }),
        })
    }

    /// A coded reason of the rule set that may lead to the outcome.
    fn review_code(
        &self,
        case: &Case,
        step: ReviewStep,
        code: Option<&Name>,
    ) -> Result<Option<Name>, Refusal> {
        let Some(rules) = self.rules else {
            return Ok(code.cloned());
        };
        let known = &rules.review_reasons;
        let codes = |reasons: &[ReviewReason]| -> Vec<String> {
            let told = |r: &ReviewReason| format!("{} {}", r.code, r.label);
            reasons.iter().map(told).collect()
        };
        let Some(code) = code else {
            let fits = known.iter().filter(|r| r.leads_to.contains(&step));
            let choices = codes(&fits.cloned().collect::<Vec<_>>());
            let coded = !rules.gates.review_needs_code;
            self.needs(coded, case, "gates.review_needs_code", || Need::Code {
                choices,
            })?;
            return Ok(None);
        };
        match known.iter().find(|reason| reason.code == *code) {
            None => Err(not_found(Thing::ReviewReason, code.as_str(), codes(known))),
            Some(reason) if !reason.leads_to.contains(&step) => {
                let (code, article) = (code.clone(), self.article("review_reasons"));
                Err(Refusal::of_case(case.id, Rule::WrongCode { code, article }))
            }
            Some(_) => Ok(Some(code.clone())),
        }
    }

    /// What the deputies changed; until the reply, and for a case that was sent back to them.
    pub(super) fn amend(&self, case: &Case, wish: &AmendWish) -> Result<Vec<Event>, Refusal> {
        if case.replied().is_some() || !case.counts() {
            let state = case.state();
            return Err(Refusal::of_case(case.id, Rule::WrongState { state }));
        }
        if *wish == AmendWish::default() {
            return Err(Refusal::of_case(case.id, Rule::NothingAmended));
        }
        if let Some(category) = &wish.category {
            self.category(category)?;
        }
        for (place, name) in wish.co_signers.iter().flatten().enumerate() {
            let before = wish.co_signers.iter().flatten().take(place);
            if case.deputy.as_ref() == Some(name) || before.into_iter().any(|n| n == name) {
                return Err(Rule::NamedTwice { name: name.clone() }.into());
            }
            self.deputy(name)?;
            self.seat(name, case.level)?;
        }
        Ok(one(event::Amended {
            on: self.stamp.on,
            case: case.id,
            title: wish.title.clone(),
            body: wish.body.clone(),
            requests: wish.requests.clone(),
            category: wish.category.clone(),
            co_signers: wish.co_signers.clone(),
        }))
    }

    /// Kind, traits, earlier cases, supervising leader; what is left out stays as it was.
    pub(super) fn classify(&self, case: &Case, wish: &ClassifyWish) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
        if *wish == ClassifyWish::default() {
            return Err(Refusal::of_case(case.id, Rule::NothingAmended));
        }
        let mut events = Vec::new();
        if let Some(earlier) = wish.earlier {
            events.push(self.linked(case, earlier)?);
        }
        let relating = ClassifyWish {
            earlier: wish.earlier,
            supervisor: wish.supervisor.clone(),
            ..ClassifyWish::default()
        };
        if *wish != relating {
            events.push(self.classified(case, wish));
        }
        if let Some(supervisor) = &wish.supervisor {
            events.extend(self.pick_key(case, Some(supervisor))?);
        }
        Ok(events)
    }

    fn classified(&self, case: &Case, wish: &ClassifyWish) -> Event {
        let now = &case.character;
        let or = |new: &Option<Name>, old: &Option<Name>| new.clone().or_else(|| old.clone());
        event::Classified {
            on: self.stamp.on,
            case: case.id,
            kind: wish.kind.unwrap_or(case.kind),
            scope: or(&wish.scope, &now.scope),
            difficulty: or(&wish.difficulty, &now.difficulty),
            urgency: or(&wish.urgency, &now.urgency),
            traits: wish.traits.clone().unwrap_or_else(|| now.traits.clone()),
        }
        .into()
    }

    /// The same matter was raised before, in this store: earlier, or on the same day before it.
    fn linked(&self, case: &Case, earlier: CaseId) -> Result<Event, Refusal> {
        let other = self.case(earlier)?;
        if (other.submitted, other.id) >= (case.submitted, case.id) {
            let other = other.id;
            return Err(Refusal::of_case(case.id, Rule::NotEarlier { other }));
        }
        if case.earlier.contains(&earlier) {
            return Err(Rule::NothingChanges.into());
        }
        Ok(event::Linked {
            on: self.stamp.on,
            case: case.id,
            earlier,
        }
        .into())
    }

    /// Handled together with another one of the same level, which is on its own.
    pub(super) fn merge(
        &self,
        case: &Case,
        into: CaseId,
        told_apart: bool,
    ) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
        let refused = |rule| Err(Refusal::of_case(case.id, rule));
        let other = self.case(into)?;
        Self::counting(&other)?;
        if other.id == case.id || self.was_merged(into, case.id) {
            return refused(Rule::MergeCycle { other: into });
        }
        if let Some((_, lead)) = other.merged {
            return refused(Rule::MergeChain { other: into, lead });
        }
        if let Some(member) = self.book.merged_into(case.id).next() {
            let lead = case.id;
            let other = member;
            return refused(Rule::MergeChain { other, lead });
        }
        if other.level != case.level {
            let level = other.level;
            return refused(HandOverRule::OtherLevel { level }.into());
        }
        if case.replied().is_some() || other.replied().is_some() {
            let state = State::Replied;
            return refused(Rule::WrongState { state });
        }
        let mut events = one(event::Merged {
            on: self.stamp.on,
            case: case.id,
            into,
        });
        if !told_apart {
            events.extend(self.as_in_group(case, &other)?);
            events.extend(self.as_in_group(&other, case)?);
        }
        Ok(events)
    }

    /// What is merged with a case that was handed over goes to the same units, which have signed
    /// for it where they have signed for that one.
    fn as_in_group(&self, case: &Case, other: &Case) -> Result<Vec<Event>, Refusal> {
        // On a later day it may have been handed over on its own.
        let at_last = self.book.case(case.id);
        let ever = at_last.is_some_and(|case| case.assignment().is_some());
        let Some(model) = other.assignment().filter(|_| !ever) else {
            return Ok(Vec::new());
        };
        let (on, id) = (self.stamp.on, case.id);
        if let (HandOver::Tracked, Some(lead)) = (model.how, &model.to.lead) {
            return self.track(case, lead, &model.to.co);
        }
        let mut events = match case.accepted {
            Some(_) => Vec::new(),
            None => self.accept(case, None)?,
        };
        let handed_over = event::Assigned {
            on,
            case: id,
            to: model.to.clone(),
            due: None,
            hard: model.hard.clone(),
            plan: model.plan.clone(),
            task_force: model.task_force.to_vec(),
        };
        events.push(handed_over.into());
        let holds = |unit: &&Name| model.to.units().any(|holder| holder == *unit);
        events.extend(model.signed.keys().filter(holds).map(|unit| {
            let unit = unit.clone();
            event::Signed { on, case: id, unit }.into()
        }));
        Ok(events)
    }

    /// Whether a case is merged into another one at any time, later days included.
    fn was_merged(&self, case: CaseId, into: CaseId) -> bool {
        self.book
            .case(case)
            .and_then(|case| case.merged)
            .is_some_and(|(_, lead)| lead == into)
    }

    pub(super) fn unmerge(&self, case: &Case) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
        Ok(one(event::Unmerged {
            on: self.stamp.on,
            case: case.id,
        }))
    }

    /// By the place's rule: at any time before the reply, before the hand-over, or with all
    /// signatories. The rest of a merged group stays together.
    pub(super) fn withdraw(
        &self,
        case: &Case,
        why: Option<&Text>,
        agreed: &[Name],
    ) -> Result<Vec<Event>, Refusal> {
        let early = [
            State::Submitted,
            State::ForAmendment,
            State::Accepted,
            State::PreAssigned,
        ];
        self.state(case, &[&early[..], &OPEN[..]].concat())?;
        for deputy in agreed {
            self.signatory(case, deputy)?;
        }
        let rule = self.rules.and_then(|rules| rules.withdraw);
        if rule == Some(Withdrawal::BeforeHandOver) {
            let article = self.article("withdraw");
            let waits = early.contains(&case.state());
            self.gate(waits, case, || Rule::WithdrawnLate { article })?;
        }
        if rule == Some(Withdrawal::AllSignatories) && !case.co_signers.is_empty() {
            let missing = case.signatories().filter(|name| !agreed.contains(name));
            let missing: Vec<Name> = missing.cloned().collect();
            self.needs(missing.is_empty(), case, "withdraw", || Need::Agreement {
                missing,
            })?;
        }
        let on = self.stamp.on;
        let mut events = one(event::Withdrawn {
            on,
            case: case.id,
            why: why.cloned(),
            agreed: agreed.to_vec(),
        });
        let mut rest = self.book.merged_into(case.id);
        if let Some(lead) = rest.next() {
            events.push(event::Unmerged { on, case: lead }.into());
            for case in rest {
                events.push(event::Unmerged { on, case }.into());
                let into = lead;
                events.push(event::Merged { on, case, into }.into());
            }
        }
        Ok(events)
    }

    /// Neither refused nor withdrawn nor a letter.
    pub(super) fn counting(case: &Case) -> Result<(), Refusal> {
        if case.counts() {
            return Ok(());
        }
        let state = case.state();
        Err(Refusal::of_case(case.id, Rule::WrongState { state }))
    }
}
