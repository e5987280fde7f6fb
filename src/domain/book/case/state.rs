//! Where a case stands, worked out from its facts and never kept.

use super::Case;
use crate::domain::book::Ending;
use crate::domain::terms::Date;

/// Where a case stands (环节).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// 提出
    Submitted,
    /// 退回修改
    ForAmendment,
    /// 受理
    Accepted,
    /// 预交办
    PreAssigned,
    /// 交办
    Assigned,
    /// 签收
    Signed,
    /// 退回
    Returned,
    /// 办理
    InProgress,
    /// 答复
    Replied,
    /// 已评价
    Rated,
    /// 重新办理: rated dissatisfied, waits for another reply. What a word means is the rules' to
    /// say: see [`Book::state`](crate::domain::book::Book::state).
    Rehandling,
    /// 研究处理: dissatisfied for the second time, waits for a decision.
    Adjudicating,
    /// 整改: looked back at, and not good enough yet
    Reworking,
    /// 办结
    Closed,
    /// 跟踪续办: closed, with an open promise
    Tracking,
    /// 不予受理
    Refused,
    /// 转为代表来信
    Letter,
    /// 撤回
    Withdrawn,
}

impl Case {
    /// Where it stands, as far as the facts alone say.
    pub fn state(&self) -> State {
        if let Some((_, ending)) = self.ended {
            return match ending {
                Ending::Refused => State::Refused,
                Ending::Letter => State::Letter,
                Ending::Withdrawn => State::Withdrawn,
            };
        }
        if self.oversight.is_to_be_reworked() {
            return State::Reworking;
        }
        if self.closed.is_some() {
            let tracking = self.open_commitments().next().is_some();
            return if tracking {
                State::Tracking
            } else {
                State::Closed
            };
        }
        let Some(assignment) = self.assignment() else {
            return match (&self.pre_assignment, &self.accepted, &self.amendment) {
                (Some(_), _, _) => State::PreAssigned,
                (None, Some(_), _) => State::Accepted,
                (None, None, Some(_)) => State::ForAmendment,
                (None, None, None) => State::Submitted,
            };
        };
        if self.replied().is_some() {
            let rated = self
                .rating()
                .is_some_and(|r| r.replies == self.replies.len());
            return if rated { State::Rated } else { State::Replied };
        }
        if assignment.is_returned() {
            return State::Returned;
        }
        let begun = |on: Date| on >= assignment.on;
        if self.consultations.iter().any(|c| begun(c.on))
            || self.progress.iter().any(|p| begun(p.on))
        {
            return State::InProgress;
        }
        if self.signed().is_some() {
            State::Signed
        } else {
            State::Assigned
        }
    }
}
