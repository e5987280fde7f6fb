//! 审: what becomes of a suggestion that was handed in, before anybody handles it: reviewed,
//! amended, classified, linked to earlier ones, merged, withdrawn.

use super::{Bench, not_found, one};
use crate::domain::book::{Case, State};
use crate::domain::command::{AmendWish, ClassifyWish, ReviewOutcome};
use crate::domain::event::{self, Event};
use crate::domain::refusal::{Need, Refusal, Rule, Thing};
use crate::domain::rules::{ReviewReason, ReviewStep, Withdrawal};
use crate::domain::terms::{CaseId, Name, Text};

impl Bench<'_> {
    pub(super) fn review(
        &self,
        case: &Case,
        outcome: &ReviewOutcome,
        code: Option<&Name>,
    ) -> Result<Vec<Event>, Refusal> {
        Self::state(case, &[State::Submitted, State::ForAmendment])?;
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
            self.needs(coded, case, "review_reasons", || Need::Code { choices })?;
            return Ok(None);
        };
        match known.iter().find(|reason| reason.code == *code) {
            None => Err(not_found(Thing::ReviewReason, code.as_str(), codes(known))),
            Some(reason) if !reason.leads_to.contains(&step) => {
                let code = code.clone();
                Err(Refusal::of_case(case.id, Rule::WrongCode { code }))
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

    /// Kind and traits; what is left out stays as it was.
    pub(super) fn classify(&self, case: &Case, wish: &ClassifyWish) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
        if *wish == ClassifyWish::default() {
            return Err(Refusal::of_case(case.id, Rule::NothingAmended));
        }
        let now = &case.character;
        let or = |new: &Option<Name>, old: &Option<Name>| new.clone().or_else(|| old.clone());
        Ok(one(event::Classified {
            on: self.stamp.on,
            case: case.id,
            kind: wish.kind.unwrap_or(case.kind),
            scope: or(&wish.scope, &now.scope),
            difficulty: or(&wish.difficulty, &now.difficulty),
            urgency: or(&wish.urgency, &now.urgency),
            traits: wish.traits.clone().unwrap_or_else(|| now.traits.clone()),
        }))
    }

    /// The same matter was raised before, in this store.
    pub(super) fn link(&self, case: &Case, earlier: CaseId) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
        let other = self.case(earlier)?;
        if other.id == case.id || other.submitted > case.submitted {
            let other = other.id;
            return Err(Refusal::of_case(case.id, Rule::NotEarlier { other }));
        }
        if case.earlier.contains(&earlier) {
            return Err(Rule::NothingChanges.into());
        }
        Ok(one(event::Linked {
            on: self.stamp.on,
            case: case.id,
            earlier,
        }))
    }

    /// Handled together with another one of the same level, which is on its own.
    pub(super) fn merge(&self, case: &Case, into: CaseId) -> Result<Vec<Event>, Refusal> {
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
            return refused(Rule::OtherLevel { level });
        }
        if case.replied().is_some() || other.replied().is_some() {
            let state = State::Replied;
            return refused(Rule::WrongState { state });
        }
        Ok(one(event::Merged {
            on: self.stamp.on,
            case: case.id,
            into,
        }))
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
        let mut allowed = vec![
            State::Submitted,
            State::ForAmendment,
            State::Accepted,
            State::PreAssigned,
        ];
        let rule = self.rules.and_then(|rules| rules.withdraw);
        if rule != Some(Withdrawal::BeforeHandOver) {
            allowed.extend([
                State::Assigned,
                State::Signed,
                State::Returned,
                State::InProgress,
            ]);
        }
        Self::state(case, &allowed)?;
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
