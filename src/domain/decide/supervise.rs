//! 督: notices and talks, colours by hand, checks, looking back and rework, promises followed up.

use super::judge::ANSWERED;
use super::{Bench, not_found, one};
use crate::domain::book::{Case, Commitment, State};
use crate::domain::command::{FollowWish, InspectWish, LookBackWish, OverseeWish, ReReplyWish};
use crate::domain::command::{Sample, SuperviseWish};
use crate::domain::event::{self, CheckKind, Event, Rateable};
use crate::domain::refusal::{JudgingRule, Need, Refusal, Rule, Thing};
use crate::domain::rules::ClockKey;
use crate::domain::sample::{Drawn, draw};
use crate::domain::terms::{CaseId, Date, Name, Text};

impl Bench<'_> {
    pub(super) fn oversee(&self, case: &Case, wish: &OverseeWish) -> Result<Vec<Event>, Refusal> {
        let (on, id) = (self.stamp.on, case.id);
        match wish {
            OverseeWish::Supervise(wish) => self.step_in(case, wish),
            OverseeWish::AnswerNotice { unit, note } => {
                unit.as_ref().map(|unit| self.unit(unit)).transpose()?;
                Ok(one(event::NoticeAnswered {
                    on,
                    case: id,
                    unit: unit.clone(),
                    note: note.clone(),
                }))
            }
            OverseeWish::SetColour { colour, why } => {
                let set = case.oversight.colour.as_ref().map(|(_, colour, _)| *colour);
                if set == *colour {
                    return Err(Rule::NothingChanges.into());
                }
                Ok(one(event::ColourSet {
                    on,
                    case: id,
                    colour: *colour,
                    why: why.clone(),
                }))
            }
            OverseeWish::Inspect(wish) => self.inspect(case, wish),
            OverseeWish::Mend { check, note } => self.mend(case, check.as_ref(), note.as_ref()),
            OverseeWish::LookBack(wish) => self.look_back(case, wish),
            OverseeWish::OrderRework { what, due } => self.order_rework(case, what, *due),
            OverseeWish::FinishRework { note } => Ok(one(event::ReworkDone {
                on,
                case: id,
                note: note.clone(),
            })),
            OverseeWish::Follow(wish) => self.follow(case, wish),
            OverseeWish::SeekFeedback { deputies } => self.seek_feedback(case, deputies),
            OverseeWish::Adjudicate { by, opinion } => self.adjudicate(case, by.as_ref(), opinion),
            OverseeWish::Forgive(wish) => self.forgive(case, wish),
            OverseeWish::Reopen { why } => Ok(one(event::Reopened {
                on,
                case: id,
                why: why.clone(),
            })),
        }
    }

    fn step_in(&self, case: &Case, wish: &SuperviseWish) -> Result<Vec<Event>, Refusal> {
        self.handed_over(case)?;
        wish.unit
            .as_ref()
            .map(|unit| self.holder(case, unit))
            .transpose()?;
        wish.due.map(|due| self.not_before(case, due)).transpose()?;
        Ok(one(event::Supervised {
            on: self.stamp.on,
            case: case.id,
            mode: wish.mode,
            unit: wish.unit.clone(),
            people: wish.people.clone(),
            problem: wish.problem.clone(),
            due: wish.due,
        }))
    }

    /// A unit on record that has the case, or had it.
    pub(super) fn holder(&self, case: &Case, unit: &Name) -> Result<(), Refusal> {
        self.unit(unit)?;
        if case.had(unit) {
            return Ok(());
        }
        let unit = unit.clone();
        Err(Refusal::of_case(case.id, JudgingRule::NotHolder { unit }))
    }

    /// The cases of a check: all that are named, or a sample of them.
    pub(super) fn open_check(
        &self,
        check: &Name,
        kind: CheckKind,
        cases: &[CaseId],
        sample: Option<Sample>,
    ) -> Result<Vec<Event>, Refusal> {
        if self.book.office().check(check).is_some() {
            let name = check.into();
            return Err(Rule::Recorded { name }.into());
        }
        let cases: Vec<Case> = cases
            .iter()
            .map(|id| self.case(*id))
            .collect::<Result<_, _>>()?;
        for case in &cases {
            self.handed_over(case)?;
        }
        let drawn = match sample {
            None => cases.iter().map(|case| case.id).collect(),
            Some(sample) => match draw(&cases, sample) {
                Drawn::Cases(drawn) => drawn,
                Drawn::TooFew { cases } => {
                    let asked = sample.size;
                    return Err(JudgingRule::SampleTooLarge { asked, cases }.into());
                }
            },
        };
        Ok(one(event::CheckOpened {
            on: self.stamp.on,
            check: check.clone(),
            kind,
            seed: sample.map(|sample| sample.seed),
            cases: drawn,
        }))
    }

    fn inspect(&self, case: &Case, wish: &InspectWish) -> Result<Vec<Event>, Refusal> {
        let office = self.book.office();
        let Some(check) = office.check(&wish.check) else {
            let near = office.checks_near(wish.check.as_str());
            return Err(not_found(Thing::Check, wish.check.as_str(), near));
        };
        if !check.cases.contains(&case.id) {
            let check = wish.check.clone();
            return Err(Refusal::of_case(
                case.id,
                JudgingRule::OutsideCheck { check },
            ));
        }
        if self.stamp.on < check.opened {
            let (check, opened) = (wish.check.clone(), check.opened);
            let rule = JudgingRule::BeforeCheck { check, opened };
            return Err(Refusal::of_case(case.id, rule));
        }
        let by = wish.mend_by;
        by.map(|day| self.not_before(case, day)).transpose()?;
        Ok(one(event::Inspected {
            on: self.stamp.on,
            case: case.id,
            check: wish.check.clone(),
            inspector: wish.inspector.clone(),
            mode: wish.mode,
            finding: wish.finding.clone(),
            mend_by: wish.mend_by,
        }))
    }

    fn mend(
        &self,
        case: &Case,
        check: Option<&Name>,
        note: Option<&Text>,
    ) -> Result<Vec<Event>, Refusal> {
        let oldest = || case.oversight.open_findings().next().map(|i| &i.check);
        let Some(check) = check.or_else(oldest) else {
            return Err(Refusal::of_case(case.id, JudgingRule::NoOpenFinding));
        };
        Ok(one(event::FindingMended {
            on: self.stamp.on,
            case: case.id,
            check: check.clone(),
            note: note.cloned(),
        }))
    }

    fn look_back(&self, case: &Case, wish: &LookBackWish) -> Result<Vec<Event>, Refusal> {
        self.state(case, &ANSWERED)?;
        self.not_handling(case, &wish.people)?;
        let told = wish.good || wish.rework.is_some();
        let told = told || case.oversight.reworks.iter().any(|r| r.done.is_none());
        self.gate(told, case, || Rule::Needs {
            need: Need::Rework,
            article: None,
        })?;
        let mut events = one(event::LookedBack {
            on: self.stamp.on,
            case: case.id,
            good: wish.good,
            people: wish.people.clone(),
            note: wish.note.clone(),
        });
        if let Some(what) = &wish.rework {
            events.extend(self.order_rework(case, what, wish.due)?);
        }
        Ok(events)
    }

    /// Rework has a date: the one that is named, or the end of the rules' clock.
    fn order_rework(
        &self,
        case: &Case,
        what: &Text,
        due: Option<Date>,
    ) -> Result<Vec<Event>, Refusal> {
        self.state(case, &ANSWERED)?;
        due.map(|due| self.not_before(case, due)).transpose()?;
        let clock = self.rules.and_then(|rules| rules.clock(ClockKey::Rework));
        if due.is_none() && clock.is_none() {
            let (need, article) = (Need::ReworkDue, None);
            return Err(Refusal::of_case(case.id, Rule::Needs { need, article }));
        }
        Ok(one(event::ReworkOrdered {
            on: self.stamp.on,
            case: case.id,
            what: what.clone(),
            due,
        }))
    }

    /// What became of a promise, the second reply that says so, and what is promised anew.
    fn follow(&self, case: &Case, wish: &FollowWish) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
        let (on, id) = (self.stamp.on, case.id);
        let mut events = Vec::new();
        if let Some(kept) = wish.kept {
            let promise = self.promise_meant(case, wish.item)?;
            events.push(
                event::CommitmentSettled {
                    on,
                    case: id,
                    promise: wish.item.map(|_| promise.promise.clone()),
                    kept,
                    note: wish.note.clone(),
                }
                .into(),
            );
        }
        if let Some(reply) = &wish.reply {
            events.push(self.reply_again(case, reply)?);
        }
        if let Some((promise, due)) = &wish.again {
            self.state(case, &ANSWERED)?;
            self.not_before(case, *due)?;
            events.push(
                event::CommitmentMade {
                    on,
                    case: id,
                    promise: promise.clone(),
                    due: *due,
                }
                .into(),
            );
        }
        if events.is_empty() {
            return Err(Rule::NothingChanges.into());
        }
        Ok(events)
    }

    /// The promise that is meant: the one of that place, or the oldest that is open.
    fn promise_meant<'a>(
        &self,
        case: &'a Case,
        item: Option<usize>,
    ) -> Result<&'a Commitment, Refusal> {
        let none = || Refusal::of_case(case.id, JudgingRule::NoOpenPromise);
        let meant = match item {
            None => case.open_commitments().next(),
            Some(item) => {
                let named = item.checked_sub(1).and_then(|at| case.commitments.get(at));
                named.filter(|promise| promise.settled.is_none())
            }
        };
        meant.ok_or_else(none)
    }

    fn reply_again(&self, case: &Case, wish: &ReReplyWish) -> Result<Event, Refusal> {
        self.state(case, &ANSWERED)?;
        let unit = self.acting(case, wish.unit.as_ref())?;
        if !case.had(&unit) {
            return Err(Refusal::of_case(case.id, JudgingRule::NotHolder { unit }));
        }
        let class = wish.class.as_ref();
        class.map(|class| self.class(class)).transpose()?;
        self.withheld_for_a_reason(case, wish.publication, wish.publication_reason.as_ref())?;
        Ok(event::ReReplied {
            on: self.stamp.on,
            case: case.id,
            unit: Some(unit),
            class: wish.class.clone(),
            doc_no: wish.doc_no.clone(),
            signer: wish.signer.clone(),
            text: wish.text.clone(),
            within: None,
            publication: wish.publication,
            publication_reason: wish.publication_reason.clone(),
        }
        .into())
    }

    /// The form goes to those whom the reply goes to.
    fn seek_feedback(&self, case: &Case, named: &[Name]) -> Result<Vec<Event>, Refusal> {
        self.state(case, &ANSWERED)?;
        for name in named {
            self.signatory(case, name)?;
        }
        let heard = |deputy: &Name| self.has_more_to_say(case, deputy);
        let deputies: Vec<Name> = match named {
            [] => {
                let recipients: Vec<Name> = self.recipients(case).cloned().collect();
                let silent = recipients.iter().filter(|name| heard(name).is_ok());
                let silent: Vec<Name> = silent.cloned().collect();
                if silent.is_empty() {
                    recipients.iter().try_for_each(heard)?;
                }
                silent
            }
            named => {
                named.iter().try_for_each(heard)?;
                named.to_vec()
            }
        };
        let sought = deputies.into_iter().map(|deputy| {
            let (on, case) = (self.stamp.on, case.id);
            event::FeedbackSought { on, case, deputy }.into()
        });
        Ok(sought.collect())
    }

    /// Whether a deputy has not rated the last reply yet, or can rate what became of its promise.
    fn has_more_to_say(&self, case: &Case, deputy: &Name) -> Result<(), Refusal> {
        let rated = self.first_in_round(case, Rateable::Reply, deputy);
        rated.or_else(|rated| {
            self.promise_can_be_rated(case)
                .and_then(|()| self.first_in_round(case, Rateable::Commitment, deputy))
                .map_err(|_| rated)
        })
    }

    /// Only a second dissatisfied rating is decided on.
    fn adjudicate(
        &self,
        case: &Case,
        by: Option<&Name>,
        opinion: &Text,
    ) -> Result<Vec<Event>, Refusal> {
        let state = self.book.state(case);
        if state != State::Adjudicating {
            return Err(Refusal::of_case(case.id, Rule::WrongState { state }));
        }
        Ok(one(event::Adjudicated {
            on: self.stamp.on,
            case: case.id,
            by: by.cloned(),
            opinion: opinion.clone(),
        }))
    }
}
