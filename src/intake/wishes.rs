//! A completed row → the wishes that a person would have had, in the order of their days.
//!
//! Refuses: to judge. Each wish goes through `decide` at its place, as if it had been typed on
//! its day.

use super::ledger::LedgerRow;
use super::values::FollowUp;
use crate::domain::command::{Command, RatingWish, ReplyWish, ReviewOutcome, Submission};
use crate::domain::event::{ConsultMode, Handlers};
use crate::domain::terms::{CaseId, Date, Level, Name, Text, Texts};
use crate::report::ledger::{Days, Undated};

/// Written where a wish asks for a reason and a ledger has no column for one.
const NOT_STATED: &str = "台账未载";

/// What the wishes of a row depend on beside the row.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The level of the office.
    pub level: Level,
    /// Whether the rules of the day number a case at its acceptance, so that it has to be reviewed.
    pub reviewed: bool,
    /// The day on the clock: nothing is supposed to have happened after it.
    pub today: Date,
}

/// The wishes of a row, each with its day. The row must be complete: without title, submission
/// day or category there are none.
pub fn wishes(row: &LedgerRow, case: CaseId, setting: &Setting) -> Vec<(Date, Command)> {
    let Some(submitted) = row.submitted else {
        return Vec::new();
    };
    let teller = Teller {
        row,
        cases: vec![case],
        setting,
        days: days(row, submitted),
        texts: Texts,
    };
    let mut told = Vec::new();
    teller.raise(submitted, &mut told);
    if row.level.is_none_or(|level| level == setting.level) {
        teller.hand_over(&mut told);
    } else {
        teller.track(&mut told);
    }
    teller.handle(&mut told);
    teller.reply(&mut told);
    teller.judge(&mut told);
    teller.end(&mut told);
    // Stable: on one day the steps stay in the order in which they are told.
    told.sort_by_key(|(day, _)| *day);
    told
}

fn days(row: &LedgerRow, submitted: Date) -> Days {
    Days {
        submitted,
        assigned: row.assigned,
        reassigned: row.reassigned,
        replied: row.replied,
        rated: row.rated,
        closed: row.closed,
        promise_due: row.promise_due,
    }
}

type Told = Vec<(Date, Command)>;

struct Teller<'a> {
    row: &'a LedgerRow,
    cases: Vec<CaseId>,
    setting: &'a Setting,
    days: Days,
    texts: Texts,
}

impl Teller<'_> {
    fn raise(&self, on: Date, told: &mut Told) {
        let row = self.row;
        let (Some(title), Some(category)) = (&row.title, &row.category) else {
            return;
        };
        let submission = Submission {
            number: row.no,
            level: row.level,
            period: row.period,
            session: row.session_key(),
            title: title.clone(),
            body: row.body.clone(),
            deputy: row.deputy.clone(),
            co_signers: row.co_signers.clone(),
            delegation: row.delegation.clone(),
            category: category.clone(),
            kind: row.kind.unwrap_or_default(),
            confidential: row.confidential.unwrap_or_default(),
        };
        told.push((on, Command::Submit(Box::new(submission))));
        if self.setting.reviewed {
            let outcome = ReviewOutcome::Accept(None);
            let cases = self.cases.clone();
            told.push((on, Command::Review { cases, outcome }));
        }
        if let Some(key) = row.key_supervised.as_ref().filter(|key| key.value) {
            let day = key.on.unwrap_or(self.days.supposed(Undated::KeySupervised));
            let (cases, supervisor) = (self.cases.clone(), row.supervisor.clone());
            told.push((day, Command::Supervise { cases, supervisor }));
        }
    }

    fn hand_over(&self, told: &mut Told) {
        let row = self.row;
        let Some(assigned) = row.assigned else {
            return;
        };
        let Some(anew) = row.reassigned else {
            told.push((assigned, self.assign(self.handlers(), row.due)));
            self.sign(told);
            self.give_back(row.lead.as_ref(), told);
            return;
        };
        let first = Handlers {
            lead: row.first_lead.clone(),
            ..Handlers::default()
        };
        told.push((assigned, self.assign(first, None)));
        let signed_before = row.signed.is_some_and(|day| day < anew);
        if signed_before {
            self.sign(told);
        }
        self.give_back(row.first_lead.as_ref(), told);
        let reassign = Command::Reassign {
            cases: self.cases.clone(),
            to: self.handlers(),
            due: row.due,
            hard: None,
        };
        told.push((anew, reassign));
        if !signed_before {
            self.sign(told);
        }
    }

    fn assign(&self, to: Handlers, due: Option<Date>) -> Command {
        Command::Assign {
            cases: self.cases.clone(),
            to,
            due,
            hard: None,
        }
    }

    fn handlers(&self) -> Handlers {
        let row = self.row;
        Handlers {
            lead: row.lead.clone(),
            co: row.co.clone(),
            separate: row.separate.clone(),
            leader: row.leader.clone(),
            post: row.post.clone(),
            clerk: row.clerk.clone(),
            phone: row.phone.clone(),
        }
    }

    fn track(&self, told: &mut Told) {
        if let (Some(on), Some(lead)) = (self.row.assigned, &self.row.lead) {
            let track = Command::Track {
                cases: self.cases.clone(),
                lead: lead.clone(),
                co: self.row.co.clone(),
            };
            told.push((on, track));
            self.sign(told);
        }
    }

    /// Every unit that owes a reply signs.
    fn sign(&self, told: &mut Told) {
        if let Some(on) = self.row.signed {
            let cases = self.cases.clone();
            told.push((on, Command::Sign { cases, unit: None }));
        }
    }

    fn give_back(&self, unit: Option<&Name>, told: &mut Told) {
        if let (Some(on), Ok(why)) = (self.row.returned, Text::new(NOT_STATED)) {
            let give_back = Command::Return {
                cases: self.cases.clone(),
                unit: unit.cloned(),
                why,
                proposed: None,
            };
            told.push((on, give_back));
        }
    }

    fn handle(&self, told: &mut Told) {
        let row = self.row;
        for (place, on) in row.consulted.iter().enumerate() {
            let mode = row.consult_mode.get(place).or(row.consult_mode.first());
            let consult = Command::Consult {
                cases: self.cases.clone(),
                stage: None,
                mode: mode.copied().unwrap_or(ConsultMode::FaceToFace),
                people: Vec::new(),
                leader_present: false,
                note: None,
            };
            told.push((*on, consult));
        }
        for (unit, on) in &row.co_opinion {
            if let Some(unit) = unit.clone() {
                let cases = self.cases.clone();
                told.push((
                    *on,
                    Command::Concur {
                        cases,
                        unit,
                        note: None,
                    },
                ));
            }
        }
        if let Some(escalated) = &row.escalated {
            let day = escalated
                .on
                .unwrap_or(self.days.supposed(Undated::Escalated));
            let escalate = Command::Escalate {
                cases: self.cases.clone(),
                to: escalated.value.clone(),
                note: None,
            };
            told.push((day, escalate));
        }
        if let (Some(to), Some(on), Ok(why)) =
            (row.extended_to, self.extended_on(), Text::new(NOT_STATED))
        {
            let extend = Command::Extend {
                cases: self.cases.clone(),
                to,
                why,
                consent: None,
            };
            told.push((on, extend));
        }
    }

    /// More time is supposed to be given on the last day there was, and before the reply.
    fn extended_on(&self) -> Option<Date> {
        let handed_over = self.row.reassigned.or(self.row.assigned)?;
        let last = self.row.due.unwrap_or(handed_over).min(self.setting.today);
        let last = self.row.replied.map_or(last, |replied| last.min(replied));
        Some(last.max(handed_over))
    }

    fn reply(&self, told: &mut Told) {
        let row = self.row;
        let (Some(on), Some(class)) = (row.replied, &row.class) else {
            return;
        };
        let (reason, _) = self.reason_and_remarks();
        let repliers: Vec<&Name> = row.lead.iter().chain(&row.separate).collect();
        for (place, unit) in repliers.into_iter().enumerate() {
            // The promise of separate units is one promise.
            let promise = row
                .promise
                .clone()
                .zip(row.promise_due)
                .filter(|_| place == 0);
            let reply = ReplyWish {
                unit: Some(unit.clone()),
                class: class.clone(),
                doc_no: row.doc_no.clone(),
                signer: row.signer.clone(),
                text: None,
                reason: reason.clone(),
                publication: row.public,
                promise,
            };
            let (cases, reply) = (self.cases.clone(), Box::new(reply));
            told.push((on, Command::Reply { cases, reply }));
        }
    }

    fn judge(&self, told: &mut Told) {
        let row = self.row;
        let is_rated = row.rating.is_some() || row.attitude.is_some() || row.result.is_some();
        if let Some(on) = row.rated.filter(|_| is_rated) {
            let rating = RatingWish {
                rating: row.rating.clone(),
                attitude: row.attitude.clone(),
                result: row.result.clone(),
                ..RatingWish::default()
            };
            let (cases, rating) = (self.cases.clone(), Box::new(rating));
            told.push((on, Command::Rate { cases, rating }));
        }
        if let Some(stars) = &row.stars {
            let rate = Command::RatePublic {
                cases: self.cases.clone(),
                stars: stars.value.0,
                respondents: stars.value.1,
                channel: None,
            };
            told.push((stars.on.unwrap_or(self.days.supposed(Undated::Stars)), rate));
        }
        if let Some(revisit) = &row.revisit {
            let day = revisit.on.unwrap_or(self.days.supposed(Undated::Revisit));
            let (cases, rating) = (self.cases.clone(), revisit.value.clone());
            told.push((
                day,
                Command::Revisit {
                    cases,
                    rating,
                    note: None,
                },
            ));
        }
    }

    fn end(&self, told: &mut Told) {
        if let Some(on) = self.row.closed {
            told.push((
                on,
                Command::Close {
                    cases: self.cases.clone(),
                },
            ));
        }
        self.follow_up(told);
        if let (_, Some(note)) = self.reason_and_remarks() {
            let cases = self.cases.clone();
            told.push((
                self.days.supposed(Undated::Remark),
                Command::Note { cases, note },
            ));
        }
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
            FollowUp::Kept(note) => (
                on(Undated::Settled),
                Command::Settle {
                    cases,
                    kept: true,
                    note,
                },
            ),
            FollowUp::Broken(note) => (
                on(Undated::Settled),
                Command::Settle {
                    cases,
                    kept: false,
                    note,
                },
            ),
            FollowUp::Open(note) => {
                let (unit, percent) = (None, None);
                (
                    on(Undated::Open),
                    Command::Progress {
                        cases,
                        unit,
                        percent,
                        note,
                    },
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
