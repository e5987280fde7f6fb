//! A completed row → the wishes that a person would have had, in the order of their days.
//!
//! Refuses: to judge. Each wish goes through `decide` at its place, as if it had been typed on
//! its day.

mod hand_over;
mod handle;

use super::ledger::LedgerRow;
use crate::domain::book::Ending;
use crate::domain::command::{CaseWish, Command, ReviewOutcome, Submission};
use crate::domain::terms::{CaseId, Date, Level, Texts};
use crate::report::ledger::{Days, Undated};
use crate::words::NOT_STATED;

/// What the wishes of a row depend on beside the row.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The level of the office.
    pub level: Level,
    /// Whether the rules of the day number a case at its acceptance, so that it has to be reviewed.
    pub reviewed: bool,
    /// The number that it is given where it has none, if not the next one that is free.
    pub number: Option<u32>,
    /// The case that leads the group of the row.
    pub merged_into: Option<CaseId>,
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
        handled: handled(row),
    }
}

/// The last day on which a unit did something of which the row tells the day.
fn handled(row: &LedgerRow) -> Option<Date> {
    let talks = row.consulted.iter().copied();
    let opinions = row.co_opinion.iter().map(|(_, day)| *day);
    let days = row.signed.into_iter().chain(row.returned);
    days.chain(talks).chain(opinions).max()
}

/// Whether a row tells that the suggestion was accepted, or does not tell what became of it.
fn is_accepted(row: &LedgerRow) -> bool {
    match row.ended.as_ref().map(|ended| ended.value.ending) {
        None => true,
        Some(Ending::Withdrawn) => row.no.is_some() || row.assigned.is_some(),
        Some(Ending::Refused | Ending::Letter) => false,
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
        let given = self.setting.number;
        let submission = Submission {
            number: row.no.or(given.filter(|_| !self.setting.reviewed)),
            level: row.level,
            period: row.period,
            session: row.session_key(),
            title: title.clone(),
            body: row.body.clone(),
            requests: Vec::new(),
            deputy: row.deputy.clone(),
            co_signers: row.co_signers.clone(),
            delegation: row.delegation.clone(),
            category: category.clone(),
            kind: row.kind.unwrap_or_default(),
            confidential: row.confidential.unwrap_or_default(),
            motion: None,
        };
        told.push((on, Command::Submit(Box::new(submission))));
        if self.setting.reviewed && is_accepted(row) {
            let outcome = ReviewOutcome::Accept(given);
            let cases = self.cases.clone();
            told.push((
                on,
                Command::on(
                    cases,
                    CaseWish::Review {
                        outcome,
                        code: None,
                    },
                ),
            ));
        }
        if let Some(key) = row.key_supervised.as_ref().filter(|key| key.value) {
            let day = key.on.unwrap_or(self.days.supposed(Undated::KeySupervised));
            let (cases, supervisor) = (self.cases.clone(), row.supervisor.clone());
            told.push((day, Command::on(cases, CaseWish::PickKey { supervisor })));
        }
        if let (Some(merged), Some(into)) = (&row.merged, self.setting.merged_into) {
            let day = merged.on.unwrap_or(self.days.supposed(Undated::Merged));
            let merge = CaseWish::Merge {
                into,
                told_apart: true,
            };
            told.push((day, Command::on(self.cases.clone(), merge)));
        }
    }
}
