//! The days that a ledger has no column for. Export and import suppose the same ones, so that a
//! day has to be written into a cell only where it was another.

use crate::domain::book::Case;
use crate::domain::terms::Date;

/// What a ledger tells without its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Undated {
    /// 并案: with the hand-over
    Merged,
    /// 重点督办: chosen when the case is handed over
    KeySupervised,
    /// 上报: told with the reply
    Escalated,
    /// 群众评分: asked together with the deputy
    Stars,
    /// 回访评价: asked together with the deputy
    Revisit,
    /// 续办情况 of a promise kept or broken: on its last day
    Settled,
    /// 续办情况 of a promise still open: the last thing known
    Open,
    /// 备注: the last thing known
    Remark,
    /// 终止办理: after everything else that was done
    Ended,
}

/// The days that a ledger does have columns for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    /// 提出日期
    pub submitted: Date,
    /// 交办日期
    pub assigned: Option<Date>,
    /// 改办日期
    pub reassigned: Option<Date>,
    /// 答复日期
    pub replied: Option<Date>,
    /// 评价日期
    pub rated: Option<Date>,
    /// 办结日期
    pub closed: Option<Date>,
    /// 承诺期限
    pub promise_due: Option<Date>,
    /// The last of 签收日期, 退回日期, 面商日期 and 协办意见日期.
    pub handled: Option<Date>,
}

impl Days {
    /// The days of a case.
    pub fn of(case: &Case) -> Self {
        let anew = case.assignments.get(1..).and_then(<[_]>::last);
        Self {
            submitted: case.submitted,
            assigned: case.first_assigned(),
            reassigned: anew.map(|a| a.on),
            replied: case.replied().and(case.reply()).map(|reply| reply.on),
            rated: case.rating().map(|r| r.on),
            closed: case.closed,
            promise_due: case.commitments.last().map(|c| c.due),
            handled: handled(case),
        }
    }

    /// The day supposed for what has no column of its own.
    pub fn supposed(&self, what: Undated) -> Date {
        let handed_over = self.reassigned.or(self.assigned);
        let day = match what {
            Undated::KeySupervised | Undated::Merged => self.assigned,
            Undated::Escalated => self.replied.or(handed_over),
            Undated::Stars | Undated::Revisit => self.rated.or(self.replied),
            Undated::Settled => self.promise_due,
            Undated::Open | Undated::Remark => Some(self.last()),
            Undated::Ended => self.handled.max(Some(self.last())),
        };
        day.unwrap_or(self.submitted)
    }

    fn last(&self) -> Date {
        let days = [
            self.assigned,
            self.reassigned,
            self.replied,
            self.rated,
            self.closed,
        ];
        let last = days.into_iter().flatten().max();
        last.map_or(self.submitted, |day| day.max(self.submitted))
    }
}

/// The last day on which a unit did what a ledger tells the day of.
fn handled(case: &Case) -> Option<Date> {
    let returned = case.assignments.first().and_then(|a| a.returned.as_ref());
    let talks = case.consultations.iter().map(|talk| talk.on);
    let units = case.assignment().into_iter().flat_map(|a| &a.to.co);
    let opinions = units.filter_map(|unit| case.co_opinion(unit));
    let days = case.signed().into_iter().chain(returned.map(|r| r.on));
    days.chain(talks).chain(opinions).max()
}
