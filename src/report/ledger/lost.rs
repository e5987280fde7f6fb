//! What a ledger cannot carry: it has one cell where a history may have many facts.

use crate::domain::book::{Assignment, Book, Case, Rating, Reply};
use crate::domain::event::Event;
use crate::domain::rules::Grade;
use crate::words::{Pair, Word};

/// A kind of facts, or parts of facts, that a ledger leaves behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Loss {
    /// By which code of the rules a suggestion was not accepted, and who agreed to a withdrawal
    Ending,
    /// 退回修改
    Amendment,
    /// Hand-overs between the first and the last, the other units of the first, and units that
    /// returned without being the lead
    HandOver,
    /// Why a unit gave a case back
    ReturnReason,
    /// 转办
    Forward,
    /// Days of signing that differ from unit to unit
    Signing,
    /// 三见面: stage, people, leader and words of a talk
    Consultation,
    /// 进展, but the last one of an open promise
    Progress,
    /// Why and with whose consent more time was given
    Consent,
    /// Replies of one of several separate units, and later replies
    Reply,
    /// The words of a reply
    ReplyText,
    /// Promises before the last
    Commitment,
    /// Ratings before the last
    Rating,
    /// Opinions written on a form
    Comment,
    /// Stars before the last, and where they were asked for
    PublicRating,
    /// 修改: what it said before
    Amended,
    /// 种类 is kept, 范围 难易 紧迫 特征 are not, nor the requests and the motion
    Character,
    /// 重复提出
    Links,
    /// 预交办, its objections and what was settled
    PreAssignment,
    /// 方案, 专班, why the long limit
    Plan,
    /// 约见
    Booking,
    /// 节点, 难点, 成效
    Milestone,
    /// 佐证
    Evidence,
    /// Co-opinions that were rejected
    CoOpinion,
    /// 送达
    Delivery,
    /// 初审, 复审, 确认
    ClassStep,
    /// 催办
    Reminder,
    /// 督办、检查、回头看、整改、续复、研究处理
    Oversight,
    /// The number at the upper level, and what became of it there
    Escalation,
    /// The days of remarks, and where one ends and the next begins
    Remark,
}

impl Word for Loss {
    fn pair(&self) -> Pair {
        let (zh, en) = match self {
            Self::Ending => (
                "不予受理的情形代码、同意撤回的人",
                "codes of refusals, who agreed to withdrawals",
            ),
            Self::Amendment => ("退回修改", "amendments"),
            Self::HandOver => ("中间的交办和退回", "hand-overs in between"),
            Self::ReturnReason => ("退回理由", "reasons of returns"),
            Self::Forward => ("转办", "passings-on"),
            Self::Signing => ("各单位的签收日", "days of signing by unit"),
            Self::Consultation => ("面商的阶段和参加人", "stages and people of talks"),
            Self::Progress => ("进展", "progress notes"),
            Self::Consent => ("延期的理由和同意人", "reasons and consent of extensions"),
            Self::Reply => ("多次或分别答复", "later and separate replies"),
            Self::ReplyText => ("答复正文", "words of replies"),
            Self::Commitment => ("较早的承诺", "earlier promises"),
            Self::Rating => ("较早的评价", "earlier ratings"),
            Self::Comment => ("评价意见", "opinions on forms"),
            Self::PublicRating => ("较早的群众评分", "earlier stars"),
            Self::Amended => ("修改前的内容", "what it said before amendments"),
            Self::Character => ("特征、具体请求、议案号", "traits, requests, motions"),
            Self::Links => ("与以前建议的联系", "links to earlier cases"),
            Self::PreAssignment => ("预交办和异议", "pre-hand-overs and objections"),
            Self::Plan => (
                "方案、专班、疑难理由",
                "plans, task forces, reasons of the long limit",
            ),
            Self::Booking => ("约见", "talks agreed on"),
            Self::Milestone => ("节点、难点、成效", "milestones, difficulties, effects"),
            Self::Evidence => ("佐证", "evidence"),
            Self::CoOpinion => ("退回的协办意见", "co-opinions that were rejected"),
            Self::Delivery => ("送达", "deliveries"),
            Self::ClassStep => ("分类的审核", "reviews of the class"),
            Self::Reminder => ("催办", "reminders"),
            Self::Oversight => (
                "督办、检查、回头看、整改、续复",
                "notices, checks, looks back, rework, second replies",
            ),
            Self::Escalation => ("上级编号和结果", "numbers and outcomes at the upper level"),
            Self::Remark => ("备注的日期", "days of remarks"),
        };
        Pair { zh, en }
    }
}

/// How much of a kind is left behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lost {
    /// The kind.
    pub what: Loss,
    /// How many facts, or parts of facts.
    pub count: usize,
}

type Count = fn(&Book, &Case) -> usize;

/// Each loss, and how it is counted.
const COUNTS: [(Loss, Count); 30] = [
    (Loss::Ending, endings),
    (Loss::Amendment, |_, case| {
        usize::from(case.amendment.is_some())
    }),
    (Loss::HandOver, hand_overs),
    (Loss::ReturnReason, |_, case| {
        case.assignments
            .iter()
            .filter(|a| a.returned.is_some())
            .count()
    }),
    (Loss::Forward, |_, case| {
        case.assignments.iter().map(|a| a.forwarded.len()).sum()
    }),
    (Loss::Signing, signings),
    (Loss::Consultation, |_, case| {
        let more = |c: &&crate::domain::book::Consultation| {
            c.stage.is_some() || !c.people.is_empty() || c.leader_present
        };
        case.consultations.iter().filter(more).count()
    }),
    (Loss::Progress, progress),
    (Loss::Consent, |_, case| {
        usize::from(case.extension.is_some())
    }),
    (Loss::Reply, replies),
    (Loss::Oversight, |_, case| oversight(case)),
    (Loss::ReplyText, |_, case| {
        case.replies.iter().filter(|r| r.text.is_some()).count()
    }),
    (Loss::Commitment, |_, case| {
        case.commitments.len().saturating_sub(1)
    }),
    (Loss::Rating, |_, case| case.ratings.len().saturating_sub(1)),
    (Loss::Comment, |book, case| {
        let shown = |rating: &Rating| {
            let dissatisfied = book.grade(rating) == Some(Grade::Dissatisfied);
            dissatisfied && case.rating() == Some(rating)
        };
        let comments = case.ratings.iter().filter(|r| r.comment.is_some());
        comments.filter(|rating| !shown(rating)).count()
    }),
    (Loss::PublicRating, |_, case| {
        let channels = case.stars.last().filter(|s| s.channel.is_some());
        case.stars.len().saturating_sub(1) + channels.iter().count()
    }),
    (Loss::Amended, |_, case| case.amended),
    (Loss::Character, character),
    (Loss::Links, |_, case| case.earlier.len()),
    (Loss::PreAssignment, |_, case| {
        usize::from(case.pre_assignment.is_some())
    }),
    (Loss::Plan, plans),
    (Loss::Booking, |_, case| case.bookings.len()),
    (Loss::Milestone, |_, case| {
        case.milestones.len() + case.difficulties.len() + case.effects.len()
    }),
    (Loss::Evidence, |_, case| case.evidence.len()),
    (Loss::CoOpinion, |_, case| {
        let opinions = case.co_opinions.values().flatten();
        opinions.filter(|o| o.rejected.is_some()).count()
    }),
    (Loss::Delivery, |_, case| case.deliveries.len()),
    (Loss::ClassStep, |_, case| {
        case.classes.len().saturating_sub(case.replies.len())
    }),
    (Loss::Reminder, |_, case| case.reminders.len()),
    (Loss::Escalation, |_, case| {
        let escalation = case.escalation.as_ref();
        let told = escalation.filter(|e| e.upper.is_some() || !e.is_open());
        usize::from(told.is_some())
    }),
    (Loss::Remark, |_, case| case.notes.len().saturating_sub(1)),
];

/// Everything in some cases that a ledger leaves behind, while it is counted.
#[derive(Default)]
pub(super) struct LeftBehind([usize; COUNTS.len()]);

impl LeftBehind {
    pub(super) fn take(&mut self, book: &Book, case: &Case) {
        for (sum, (_, count)) in self.0.iter_mut().zip(COUNTS) {
            *sum += count(book, case);
        }
    }

    /// Nothing, where the ledger carries all.
    pub(super) fn told(self) -> Vec<Lost> {
        let lost = COUNTS.into_iter().zip(self.0);
        let lost = lost.map(|((what, _), count)| Lost { what, count });
        lost.filter(|lost| lost.count > 0).collect()
    }
}

fn hand_overs(_: &Book, case: &Case) -> usize {
    let between = case.assignments.len().saturating_sub(2);
    let by_others = case.assignments.iter().filter(|a| {
        let lead = a.to.lead.as_ref();
        a.returned.as_ref().is_some_and(|r| Some(&r.unit) != lead)
    });
    // Of a first hand-over that did not last, only the lead has a column.
    let first = case
        .assignments
        .first()
        .filter(|_| case.assignments.len() > 1);
    let more = first.is_some_and(|a| a.to.lead.is_none() || !a.to.co.is_empty());
    between + by_others.count() + usize::from(more)
}

/// Endings of which more is on record than that and why.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "only these facts end a case without handling"
)]
fn endings(book: &Book, case: &Case) -> usize {
    let more = |event: &Event| match event {
        Event::Refused(fact) => fact.code.is_some(),
        Event::TurnedToLetter(fact) => fact.code.is_some(),
        Event::Withdrawn(fact) => !fact.agreed.is_empty(),
        _ => false,
    };
    if case.ended.is_none() {
        return 0;
    }
    let facts = book.timeline(case.id);
    facts.filter(|fact| more(fact.event)).count()
}

/// Units that signed on another day than the one that the ledger shows.
fn signings(_: &Book, case: &Case) -> usize {
    let shown = case.signed();
    let all = case.assignments.iter().flat_map(|a| a.signed.values());
    all.filter(|day| Some(**day) != shown).count()
}

fn progress(_: &Book, case: &Case) -> usize {
    let since = case.open_commitments().last().map(|c| c.made);
    let shown = since.is_some_and(|made| case.progress.iter().any(|p| p.on >= made));
    case.progress.len() - usize::from(shown)
}

/// Replies that differ from the one that the ledger shows, and that a second import would not
/// make of it.
fn replies(_: &Book, case: &Case) -> usize {
    let Some(shown) = case.replied().and_then(|_| case.reply()) else {
        return case.replies.len();
    };
    let owed = case.assignment().map_or(0, |a| a.to.repliers().count());
    let like = |r: &&Reply| {
        (r.assignment, r.on, &r.class, &r.doc_no)
            == (shown.assignment, shown.on, &shown.class, &shown.doc_no)
    };
    let carried = case.replies.iter().filter(like).count().min(owed);
    case.replies.len() - carried
}

fn character(_: &Book, case: &Case) -> usize {
    let character = &case.character;
    let words = [
        &character.scope,
        &character.difficulty,
        &character.urgency,
        &case.motion,
    ];
    let words = words.iter().filter(|word| word.is_some()).count();
    words + character.traits.len() + case.requests.len()
}

fn plans(_: &Book, case: &Case) -> usize {
    let told = |a: &&Assignment| a.plan.is_some() || a.hard.is_some() || !a.task_force.is_empty();
    case.assignments.iter().filter(told).count()
}

/// Everything that the supervising side did; only colours and closings can be seen again.
fn oversight(case: &Case) -> usize {
    let oversight = &case.oversight;
    let done = oversight.notices.len() + oversight.inspections.len() + oversight.look_backs.len();
    let asked = oversight.feedback_sought.len() + oversight.adjudications.len();
    let more = oversight.reworks.len() + oversight.re_replies.len() + oversight.reopened.len();
    done + asked + more + usize::from(oversight.colour.is_some())
}
