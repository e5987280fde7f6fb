//! 办 and 评: talks, opinions, more time, the reply, ratings, closing, what became of the promise.

use super::{NOT_STATED, Teller, Told};
use crate::domain::book::Ending;
use crate::domain::command::{
    CaseWish, Command, ConsultWish, FollowWish, OverseeWish, RatingWish, ReplyWish, ReviewOutcome,
    RevisitWish,
};
use crate::domain::event::ConsultMode;
use crate::domain::terms::{CaseId, Date, Name, Text};
use crate::intake::values::FollowUp;
use crate::report::ledger::Undated;

impl Teller<'_> {
    pub(super) fn handle(&self, told: &mut Told) {
        let row = self.row;
        for (place, on) in row.consulted.iter().enumerate() {
            let mode = row.consult_mode.get(place).or(row.consult_mode.first());
            let consult = Command::on(
                self.cases.clone(),
                CaseWish::Consult(Box::new(ConsultWish {
                    stage: None,
                    mode: mode.copied().unwrap_or(ConsultMode::FaceToFace),
                    people: Vec::new(),
                    leader_present: false,
                    note: None,
                })),
            );
            told.push((*on, consult));
        }
        for (unit, on) in &row.co_opinion {
            if let Some(unit) = unit.clone() {
                let cases = self.cases.clone();
                told.push((
                    *on,
                    Command::on(cases, CaseWish::Concur { unit, note: None }),
                ));
            }
        }
        if let Some(escalated) = &row.escalated {
            let day = escalated
                .on
                .unwrap_or(self.days.supposed(Undated::Escalated));
            let escalate = Command::on(
                self.cases.clone(),
                CaseWish::Escalate {
                    to: escalated.value.clone(),
                    upper: None,
                    note: None,
                },
            );
            told.push((day, escalate));
        }
        // Who writes an extension down was given it, by whom the ledger does not say.
        if let (Some(to), Some(on), Ok(why)) =
            (row.extended_to, self.extended_on(), Text::new(NOT_STATED))
        {
            let extend = Command::on(
                self.cases.clone(),
                CaseWish::Extend {
                    to,
                    why,
                    consent: Name::new(NOT_STATED).ok(),
                    told: false,
                },
            );
            told.push((on, extend));
        }
    }

    /// More time is supposed to be given on the last day there was, before the reply, and before the
    /// case left the handling.
    fn extended_on(&self) -> Option<Date> {
        let handed_over = self.row.reassigned.or(self.row.assigned)?;
        let last = self.row.due.unwrap_or(handed_over).min(self.setting.today);
        let ends = [self.row.replied, self.ended_on()].into_iter().flatten();
        let last = ends.fold(last, Date::min);
        Some(last.max(handed_over))
    }

    pub(super) fn reply(&self, told: &mut Told) {
        let row = self.row;
        let (Some(on), Some(class)) = (row.replied, &row.class) else {
            return;
        };
        let (reason, _) = self.reason_and_remarks();
        let plain = |unit: &Name| ReplyWish {
            unit: Some(unit.clone()),
            class: class.clone(),
            doc_no: None,
            signer: row.signer.clone(),
            text: None,
            reason: reason.clone(),
            publication: None,
            publication_reason: None,
            answers: Vec::new(),
            promise: None,
        };
        let mut tell = |on: Date, reply: ReplyWish| {
            let (cases, reply) = (self.cases.clone(), Box::new(reply));
            told.push((on, Command::on(cases, CaseWish::Reply(reply))));
        };
        let repliers: Vec<&Name> = row.lead.iter().chain(&row.separate).collect();
        for (place, unit) in repliers.into_iter().enumerate() {
            if let Some(before) = row.replied_before {
                tell(before, plain(unit));
            }
            // The promise of separate units is one promise.
            let promise = row.promise.clone().zip(row.promise_due);
            let reply = ReplyWish {
                doc_no: row.doc_no.clone(),
                publication: row.public,
                promise: promise.filter(|_| place == 0),
                ..plain(unit)
            };
            tell(on, reply);
        }
    }

    pub(super) fn judge(&self, told: &mut Told) {
        let row = self.row;
        let is_rated = row.rating.is_some() || row.attitude.is_some() || row.result.is_some();
        if let Some(on) = row.rated.filter(|_| is_rated) {
            let rating = RatingWish {
                rating: row.rating.clone(),
                attitude: row.attitude.clone(),
                result: row.result.clone(),
                comment: row.comment.clone(),
                ..RatingWish::default()
            };
            let (cases, rating) = (self.cases.clone(), Box::new(rating));
            told.push((on, Command::on(cases, CaseWish::Rate(rating))));
        }
        if let Some(stars) = &row.stars {
            let rate = Command::on(
                self.cases.clone(),
                CaseWish::RatePublic {
                    stars: stars.value.0,
                    respondents: stars.value.1,
                    channel: None,
                },
            );
            told.push((stars.on.unwrap_or(self.days.supposed(Undated::Stars)), rate));
        }
        if let Some(revisit) = &row.revisit {
            let day = revisit.on.unwrap_or(self.days.supposed(Undated::Revisit));
            let (cases, rating) = (self.cases.clone(), revisit.value.clone());
            told.push((
                day,
                Command::on(
                    cases,
                    CaseWish::Revisit(Box::new(RevisitWish {
                        rating,
                        members: Vec::new(),
                        means: Vec::new(),
                        note: None,
                    })),
                ),
            ));
        }
    }

    pub(super) fn end(&self, told: &mut Told) {
        if let Some(on) = self.row.closed {
            told.push((on, Command::on(self.cases.clone(), CaseWish::Close)));
        }
        self.follow_up(told);
        self.leave(told);
        if let (_, Some(note)) = self.reason_and_remarks() {
            let cases = self.cases.clone();
            told.push((
                self.days.supposed(Undated::Remark),
                Command::on(cases, CaseWish::Note { note }),
            ));
        }
    }

    /// When it left the handling, where it did.
    fn ended_on(&self) -> Option<Date> {
        let ended = self.row.ended.as_ref()?;
        Some(ended.on.unwrap_or(self.days.supposed(Undated::Ended)))
    }

    /// It left the handling: was not accepted, became a letter, was taken back.
    fn leave(&self, told: &mut Told) {
        let (Some(ended), Some(on)) = (&self.row.ended, self.ended_on()) else {
            return;
        };
        let why = ended.value.why.clone();
        let outcome = match (
            ended.value.ending,
            why.clone().or(Text::new(NOT_STATED).ok()),
        ) {
            (Ending::Withdrawn, _) | (_, None) => None,
            (Ending::Refused, Some(why)) => Some(ReviewOutcome::Refuse(why)),
            (Ending::Letter, Some(why)) => Some(ReviewOutcome::Letter(why)),
        };
        let wish = match outcome {
            Some(outcome) => CaseWish::Review {
                outcome,
                code: None,
            },
            // Who agreed to it the ledger does not say.
            None => CaseWish::Withdraw {
                why,
                agreed: Vec::new(),
            },
        };
        told.push((on, Command::on(self.cases.clone(), wish)));
    }

    fn follow_up(&self, told: &mut Told) {
        let Some(follow_up) = &self.row.follow_up else {
            return;
        };
        let on = |what| {
            follow_up
                .on
                .unwrap_or(self.days.supposed(what).min(self.setting.today))
        };
        let cases = self.cases.clone();
        let (day, wish) = match follow_up.value.clone() {
            FollowUp::Kept(note) => (on(Undated::Settled), follow(cases, true, note)),
            FollowUp::Broken(note) => (on(Undated::Settled), follow(cases, false, note)),
            FollowUp::Open(note) => {
                let (unit, percent) = (None, None);
                (
                    on(Undated::Open),
                    Command::on(
                        cases,
                        CaseWish::Progress {
                            unit,
                            percent,
                            note,
                        },
                    ),
                )
            }
        };
        told.push((day, wish));
    }

    /// `原因：…；…`: why it cannot be done belongs to the reply, the rest are remarks.
    fn reason_and_remarks(&self) -> (Option<Text>, Option<Text>) {
        let Some(remarks) = &self.row.remarks else {
            return (None, None);
        };
        let whole = (None, Some(remarks.clone()));
        let words = self.texts.words(remarks);
        let Some(rest) = words
            .strip_prefix("原因：")
            .filter(|_| self.row.replied.is_some())
        else {
            return whole;
        };
        let parts = rest.split_once('；').filter(|(_, rest)| !rest.is_empty());
        let (reason, rest) = parts.map_or((rest, None), |(reason, rest)| (reason, Some(rest)));
        match (Text::new(reason), rest.map(Text::new).transpose()) {
            (Ok(reason), Ok(rest)) => (Some(reason), rest),
            // An empty reason is none.
            (Err(_), _) | (_, Err(_)) => whole,
        }
    }
}

/// What became of the oldest open promise.
fn follow(cases: Vec<CaseId>, kept: bool, note: Option<Text>) -> Command {
    let follow = OverseeWish::Follow(FollowWish {
        kept: Some(kept),
        note,
        ..FollowWish::default()
    });
    Command::on(cases, CaseWish::Oversee(Box::new(follow)))
}
