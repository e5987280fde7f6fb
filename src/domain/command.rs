//! Wishes: what a person may ask for, already parsed and resolved to cases of the book.
//!
//! A wish holds no rule. One wish becomes one line of the journal, however many cases it names.

use uuid::Uuid;

use super::event::{ConsultMode, ConsultStage, Handlers, Kind, Publication};
use super::rules::{RuleSet, YearTable};
use super::terms::{CaseId, Date, Level, Name, Period, SessionKey, Stars, Text, Title};

/// Who, when, under which leniency: everything a wish needs beside itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// The day it happened (`--on`, else today).
    pub on: Date,
    /// The day on the clock.
    pub today: Date,
    /// Who records it.
    pub by: Name,
    /// A historic ledger may pass the office's gates.
    pub lenient: bool,
}

/// What the review of a suggestion comes to (审查).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReviewOutcome {
    /// 受理; with a number of one's own choice where the rules number at acceptance
    Accept(Option<u32>),
    /// 不予受理
    Refuse(Text),
    /// 退回修改
    ForAmendment(Text),
    /// 转为代表来信
    Letter(Text),
}

/// A suggestion to hand in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// The number it already has on paper; else the next free one.
    pub number: Option<u32>,
    /// The office's own level where nothing is said.
    pub level: Option<Level>,
    /// In session while one is open, else between sessions.
    pub period: Option<Period>,
    /// The session of the day where nothing is said.
    pub session: Option<SessionKey>,
    /// 标题
    pub title: Title,
    /// 内容
    pub body: Option<Text>,
    /// 领衔代表
    pub deputy: Option<Name>,
    /// 联名代表
    pub co_signers: Vec<Name>,
    /// 代表团
    pub delegation: Option<Name>,
    /// 类别
    pub category: Name,
    /// 种类
    pub kind: Kind,
    /// 保密
    pub confidential: bool,
}

/// A seat to enter for a deputy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Which congress.
    pub level: Level,
    /// 选区
    pub constituency: Option<Name>,
    /// The first day; the day of the wish where nothing is said.
    pub from: Option<Date>,
}

/// Who leads a unit and who answers the phone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PostWish {
    /// 责任岗位
    pub post: Option<Name>,
    /// 责任领导
    pub leader: Option<Name>,
    /// 经办人
    pub clerk: Option<Name>,
    /// 联系电话
    pub phone: Option<Name>,
}

/// A reply to record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReplyWish {
    /// Who replies; the lead where nothing is said.
    pub unit: Option<Name>,
    /// The class code.
    pub class: Name,
    /// 文号
    pub doc_no: Option<Name>,
    /// 签发人
    pub signer: Option<Name>,
    /// The words.
    pub text: Option<Text>,
    /// Why it cannot be done.
    pub reason: Option<Text>,
    /// Whether it may be published.
    pub publication: Option<Publication>,
    /// What is promised, and by when.
    pub promise: Option<(Text, Date)>,
}

/// A deputy's rating to record.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RatingWish {
    /// Who rates; the lead deputy where nothing is said.
    pub deputy: Option<Name>,
    /// The overall word.
    pub rating: Option<Name>,
    /// 态度
    pub attitude: Option<Name>,
    /// 结果
    pub result: Option<Name>,
    /// The opinion.
    pub comment: Option<Text>,
}

/// A wish.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(
    missing_docs,
    reason = "the fields are those of the fact, see the table in `event`"
)]
pub enum Command {
    /// Opens the store (建档): its identity, rules and calendars in one line.
    Init {
        store: Uuid,
        office: Name,
        level: Level,
        secretary: Name,
        rules: Box<RuleSet>,
        from: Date,
        tables: Vec<YearTable>,
    },
    /// 届次
    OpenSession { key: SessionKey },
    /// Closes the session that is open.
    CloseSession,
    /// 代表
    AddDeputy {
        deputy: Name,
        card: Option<Name>,
        group: Option<Name>,
        seats: Vec<Seat>,
    },
    /// One more seat of a deputy on the roster.
    GiveMandate { deputy: Name, seat: Seat },
    /// A seat ends.
    EndMandate {
        deputy: Name,
        level: Level,
        why: Option<Text>,
    },
    /// 单位
    AddUnit { unit: Name, post: Option<PostWish> },
    /// Somebody else leads a unit from now on.
    FillPost { unit: Name, post: PostWish },
    /// 办法
    AdoptRules {
        rules: Box<RuleSet>,
        from: Date,
        running: bool,
    },
    /// 日历
    AdoptCalendar { table: YearTable },
    /// 提交
    Submit(Box<Submission>),
    /// 审查
    Review {
        cases: Vec<CaseId>,
        outcome: ReviewOutcome,
    },
    /// 撤回
    Withdraw {
        cases: Vec<CaseId>,
        why: Option<Text>,
    },
    /// Picks key suggestions to be supervised (重点督办).
    Supervise {
        cases: Vec<CaseId>,
        supervisor: Option<Name>,
    },
    /// Records who handles a case that another level decides (跟踪件).
    Track {
        cases: Vec<CaseId>,
        lead: Name,
        co: Vec<Name>,
    },
    /// 交办
    Assign {
        cases: Vec<CaseId>,
        to: Handlers,
        due: Option<Date>,
        hard: Option<Text>,
    },
    /// 改办
    Reassign {
        cases: Vec<CaseId>,
        to: Handlers,
        due: Option<Date>,
        hard: Option<Text>,
    },
    /// 转办
    Forward {
        cases: Vec<CaseId>,
        unit: Name,
        leader: Option<Name>,
    },
    /// 签收; the units that owe a reply and have not signed where none is named.
    Sign {
        cases: Vec<CaseId>,
        unit: Option<Name>,
    },
    /// 退回; by the lead where no unit is named.
    Return {
        cases: Vec<CaseId>,
        unit: Option<Name>,
        why: Text,
        proposed: Option<Name>,
    },
    /// 面商
    Consult {
        cases: Vec<CaseId>,
        stage: Option<ConsultStage>,
        mode: ConsultMode,
        people: Vec<Name>,
        leader_present: bool,
        note: Option<Text>,
    },
    /// 进展
    Progress {
        cases: Vec<CaseId>,
        unit: Option<Name>,
        percent: Option<u8>,
        note: Text,
    },
    /// 会办
    Concur {
        cases: Vec<CaseId>,
        unit: Name,
        note: Option<Text>,
    },
    /// 延期
    Extend {
        cases: Vec<CaseId>,
        to: Date,
        why: Text,
        consent: Option<Name>,
    },
    /// 答复
    Reply {
        cases: Vec<CaseId>,
        reply: Box<ReplyWish>,
    },
    /// 上报
    Escalate {
        cases: Vec<CaseId>,
        to: Option<Name>,
        note: Option<Text>,
    },
    /// 续办: the oldest open promise is kept or not.
    Settle {
        cases: Vec<CaseId>,
        kept: bool,
        note: Option<Text>,
    },
    /// 评价 by a deputy.
    Rate {
        cases: Vec<CaseId>,
        rating: Box<RatingWish>,
    },
    /// 评价 by the public.
    RatePublic {
        cases: Vec<CaseId>,
        stars: Stars,
        respondents: u32,
        channel: Option<Name>,
    },
    /// 评价 by the revisit group.
    Revisit {
        cases: Vec<CaseId>,
        rating: Name,
        note: Option<Text>,
    },
    /// 办结
    Close { cases: Vec<CaseId> },
    /// 备注
    Note { cases: Vec<CaseId>, note: Text },
    /// 更正: `fact` is the place in the line, from 0.
    Correct {
        line: u64,
        fact: u16,
        field: String,
        new: serde_json::Value,
        why: Text,
    },
    /// 撤销 of whole lines.
    Undo { lines: Vec<u64>, why: Text },
    /// 重做 of lines that were undone.
    Redo { lines: Vec<u64>, why: Text },
}
