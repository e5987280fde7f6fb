//! The reply (答复): what must be there before it, what it must say, whom it must reach, and how
//! its class comes to count.

use super::hand_over::OPEN;
use super::{Bench, not_found, one};
use crate::domain::book::{Case, ClassStepKind, Reply, State};
use crate::domain::command::{ClassWish, ReplyWish};
use crate::domain::deadline;
use crate::domain::event::{self, ConsultMode, Event, Publication, ReviewStage, Trait};
use crate::domain::refusal::{Need, Refusal, Rule, Thing};
use crate::domain::rules::{ClassRule, ClockKey, ConsultationGate, Recipients};
use crate::domain::terms::{CaseId, Name, Text};

impl Bench<'_> {
    pub(super) fn reply(&self, case: &Case, wish: &ReplyWish) -> Result<Vec<Event>, Refusal> {
        let rehandling = [State::Replied, State::Rated];
        let allowed: Vec<State> = OPEN.into_iter().chain(rehandling).collect();
        self.state(case, &allowed)?;
        let decided = self.book.state(case) != State::Adjudicating;
        let article = self.article("clocks.adjudicate");
        self.gate(decided, case, || Rule::Needs {
            need: Need::Adjudication,
            article,
        })?;
        let unit = self.acting(case, wish.unit.as_ref())?;
        let class = self.class(&wish.class)?;
        self.consulted(case)?;
        self.co_opinions_in(case, &unit)?;
        self.complete(case, wish)?;
        if let Some(class) = class {
            self.class_gates(case, class, wish)?;
        }
        let on = self.stamp.on;
        let reply = event::Replied {
            on,
            case: case.id,
            unit,
            class: wish.class.clone(),
            doc_no: wish.doc_no.clone(),
            signer: wish.signer.clone(),
            text: wish.text.clone(),
            reason: wish.reason.clone(),
            publication: wish.publication,
            publication_reason: wish.publication_reason.clone(),
            answers: wish.answers.clone(),
        };
        // Typed twice: nobody replies in the same words on the same day again.
        let same = |last: &Reply| {
            (last.on, &last.unit, &last.class) == (on, &reply.unit, &reply.class)
                && (&last.doc_no, &last.text) == (&reply.doc_no, &reply.text)
        };
        if case.current_replies().last().is_some_and(same) {
            let unit = reply.unit;
            return Err(Refusal::of_case(case.id, Rule::SameReply { unit }));
        }
        let closing = self.closing_reply(case, &reply);
        let mut events = one(reply);
        events.extend(closing);
        if let Some((promise, due)) = &wish.promise {
            self.not_before(case, *due)?;
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

    /// Whom the reply reached; where nobody is named, everybody whom the rules name and whom it
    /// did not reach yet.
    pub(super) fn deliver(
        &self,
        case: &Case,
        named: &[Name],
        mode: Option<ConsultMode>,
    ) -> Result<Vec<Event>, Refusal> {
        for name in named {
            self.signatory(case, name)?;
        }
        let deputies = match named {
            [] => self.undelivered(case),
            named => named.to_vec(),
        };
        if deputies.is_empty() {
            return Err(Rule::NothingChanges.into());
        }
        let delivered = deputies.into_iter().map(|deputy| {
            let (on, case) = (self.stamp.on, case.id);
            event::Delivered {
                on,
                case,
                deputy,
                mode,
            }
            .into()
        });
        Ok(delivered.collect())
    }

    /// Those whom the rules name and whom the last reply did not reach: each signatory, or the
    /// lead deputy, who passes it on.
    pub(super) fn undelivered(&self, case: &Case) -> Vec<Name> {
        let recipients = self.recipients(case);
        let missing = recipients.filter(|name| !case.has_reached(name));
        missing.cloned().collect()
    }

    /// Whom the reply goes to by the rules: each signatory, or the lead deputy, who passes it on.
    pub(super) fn recipients<'a>(&self, case: &'a Case) -> impl Iterator<Item = &'a Name> {
        let named = match self.rules.and_then(|rules| rules.reply_to) {
            Some(Recipients::EachCoSigner) => usize::MAX,
            Some(Recipients::Lead) | None => 1,
        };
        case.signatories().take(named)
    }

    /// The reply to a matter that was raised before closes it for the earlier cases too (“了断式”
    /// 办理): each of them that was answered gets it as its second reply.
    fn closing_reply(&self, case: &Case, reply: &event::Replied) -> Vec<Event> {
        if !case.character.traits.contains(&Trait::Repeated) {
            return Vec::new();
        }
        let answered = |id: &CaseId| {
            let earlier = self.book.case_on(*id, self.stamp.on);
            earlier.is_some_and(|earlier| earlier.counts() && earlier.replied().is_some())
        };
        let again = |id: &CaseId| {
            event::ReReplied {
                on: self.stamp.on,
                case: *id,
                unit: Some(reply.unit.clone()),
                class: None,
                doc_no: reply.doc_no.clone(),
                signer: reply.signer.clone(),
                text: None,
                within: Some(case.id),
                publication: None,
                publication_reason: None,
            }
            .into()
        };
        let earlier = case.earlier.iter().filter(|id| answered(id));
        earlier.map(again).collect()
    }

    /// A step towards the class that counts: proposed, reviewed once and again, confirmed.
    pub(super) fn set_class(&self, case: &Case, wish: &ClassWish) -> Result<Vec<Event>, Refusal> {
        Self::counting(case)?;
        self.class(&wish.class)?;
        let (on, case, class) = (self.stamp.on, case.id, wish.class.clone());
        let note = wish.note.clone();
        let reviewed = |stage| event::ClassReviewed {
            on,
            case,
            stage,
            class: class.clone(),
            reviewer: wish.by.clone(),
            note: note.clone(),
        };
        Ok(match wish.step {
            ClassStepKind::Proposed => one(event::ClassProposed {
                on,
                case,
                class,
                unit: wish.by.clone(),
                note,
            }),
            ClassStepKind::FirstReview => one(reviewed(ReviewStage::First)),
            ClassStepKind::SecondReview => one(reviewed(ReviewStage::Second)),
            ClassStepKind::Confirmed => one(event::ClassConfirmed {
                on,
                case,
                class,
                reviewer: wish.by.clone(),
                note,
            }),
        })
    }

    /// The class as the office defines it; no rule set, no definition.
    pub(super) fn class(&self, code: &Name) -> Result<Option<&ClassRule>, Refusal> {
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
        let held = case.current_consultations().any(|c| fits(c.mode));
        let place = "gates.reply_needs_consultation";
        self.needs(held, case, place, || Need::Consultation { face_to_face })
    }

    fn class_gates(&self, case: &Case, class: &ClassRule, wish: &ReplyWish) -> Result<(), Refusal> {
        let promised = !class.promise || wish.promise.is_some() || case.is_promised();
        let class_code = || wish.class.clone();
        self.needs(promised, case, "classes", || Need::Promise {
            class: class_code(),
        })?;
        let reasoned = !class.reason || wish.reason.is_some() || wish.text.is_some();
        self.needs(reasoned, case, "classes", || Need::Reason {
            class: class_code(),
        })
    }

    /// The lead waits for the co-units' opinions, or for the end of their clock.
    fn co_opinions_in(&self, case: &Case, unit: &Name) -> Result<(), Refusal> {
        let waits = self.rules.is_some_and(|r| r.gates.reply_needs_co_opinions);
        let Some(assignment) = case.assignment().filter(|_| waits) else {
            return Ok(());
        };
        if assignment.to.lead.as_ref() != Some(unit) {
            return Ok(());
        }
        let on = self.stamp.on;
        let clocks = deadline::clocks(self.book, case, on);
        let runs_out = |unit: &Name| {
            let of_unit = clocks
                .iter()
                .filter(|clock| clock.unit.as_ref() == Some(unit));
            let of_opinion = of_unit.filter(|clock| {
                clock.key == ClockKey::CoOpinion || clock.key == ClockKey::CoOpinionRedo
            });
            let mut of_opinion = of_opinion.peekable();
            // Where no text sets a clock, none runs out.
            of_opinion.peek().is_some()
                && of_opinion.all(|clock| clock.met.is_some() || clock.due() < on)
        };
        let missing = assignment
            .to
            .co
            .iter()
            .filter(|unit| case.co_opinion(unit).is_none());
        let missing: Vec<Name> = missing.filter(|unit| !runs_out(unit)).cloned().collect();
        let place = "gates.reply_needs_co_opinions";
        self.needs(missing.is_empty(), case, place, || Need::CoOpinions {
            units: missing,
        })
    }

    /// What a reply must say where the office demands it: who signed it, an answer to each
    /// request, why it is withheld.
    fn complete(&self, case: &Case, wish: &ReplyWish) -> Result<(), Refusal> {
        let Some(gates) = self.rules.map(|rules| &rules.gates) else {
            return Ok(());
        };
        let signed = !gates.reply_needs_signer || wish.signer.is_some();
        self.needs(signed, case, "gates.reply_needs_signer", || Need::Signer)?;
        let (requests, answers) = (case.requests.len(), wish.answers.len());
        let answered = !gates.reply_answers_requests || answers >= requests;
        self.needs(answered, case, "gates.reply_answers_requests", || {
            Need::Answers { requests, answers }
        })?;
        self.withheld_for_a_reason(case, wish.publication, wish.publication_reason.as_ref())
    }

    /// What is not published says why, where the office demands it.
    pub(super) fn withheld_for_a_reason(
        &self,
        case: &Case,
        publication: Option<Publication>,
        reason: Option<&Text>,
    ) -> Result<(), Refusal> {
        let gate = self.rules.map(|rules| rules.gates.withholding_needs_reason);
        let withheld = publication == Some(Publication::Withhold);
        let explained = !(gate == Some(true) && withheld) || reason.is_some();
        let place = "gates.withholding_needs_reason";
        self.needs(explained, case, place, || Need::WithholdingReason)
    }
}
