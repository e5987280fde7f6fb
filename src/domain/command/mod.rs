//! Wishes: what a person may ask for, already parsed and resolved to cases of the book.
//!
//! A wish holds no rule. One wish becomes one line of the journal, however many cases it names.

mod activity_wish;
mod case_wish;
mod citizen_wish;
mod meeting_wish;
mod opinion_wish;
mod oversee_wish;
mod project_wish;
mod roster_wish;

use std::collections::BTreeMap;

use uuid::Uuid;

pub use activity_wish::{ActivityWish, HoldWish, PlanWish};
pub use case_wish::{
    AmendWish, BookWish, CaseWish, ClassWish, ClassifyWish, ConsultWish, EvidenceWish,
    HandOverWish, RatingWish, ReplyWish, ReviewOutcome, RevisitWish,
};
pub use citizen_wish::{CitizenWish, SaidBy};
pub use meeting_wish::{DecideWish, MeetingWish};
pub use opinion_wish::{CollectWish, OpinionWish};
pub use oversee_wish::{
    FollowWish, ForgiveWish, InspectWish, LookBackWish, OverseeWish, ReReplyWish, SuperviseWish,
};
pub use project_wish::{ChangeWish, Consent};
pub use roster_wish::RosterWish;

pub use super::sample::Sample;

use super::book::{FactId, SavedFilter};
use super::event::{CheckKind, Event, Kind};
use super::rules::{RuleSet, YearTable};
use super::terms::{CaseId, Date, Level, Name, Period, SessionKey, Text, Title};

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
    /// A ledger of before tells of deputies who acted before the seat that is on record began.
    pub old_ledger: bool,
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
    /// What it asks for, one by one.
    pub requests: Vec<Text>,
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
    /// The motion it was turned from.
    pub motion: Option<Name>,
}

/// A seat to enter for a deputy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Which congress.
    pub level: Level,
    /// 选区
    pub constituency: Option<Name>,
    /// The first day; where nothing is said that of the wish, or of the term.
    pub from: Option<Date>,
    /// The last day, where it is over.
    pub to: Option<Date>,
    /// 补选
    pub by_election: bool,
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
    /// Closes a session that is open; the one that was opened last where none is named.
    CloseSession { key: Option<SessionKey> },
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
    /// 小组、家站
    Roster(RosterWish),
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
    /// Begins a check of some cases, or of a sample of them (检查).
    OpenCheck {
        check: Name,
        kind: CheckKind,
        cases: Vec<CaseId>,
        sample: Option<Sample>,
    },
    /// Keeps how another platform names our columns.
    SaveMapping {
        mapping: Name,
        columns: BTreeMap<String, String>,
        ignore: Vec<String>,
    },
    /// Keeps a list that is asked for again and again.
    SaveFilter { filter: Name, saved: SavedFilter },
    /// Keeps it no more.
    DropFilter { filter: Name },
    /// 提交
    Submit(Box<Submission>),
    /// 民意
    Opinions(OpinionWish),
    /// 活动
    Activities(ActivityWish),
    /// 群众
    Citizens(CitizenWish),
    /// 会议
    Meetings(MeetingWish),
    /// 民生实事项目: the fact that is wished for, on the day of the wish.
    Projects(Box<Event>),
    /// 项目调整
    ChangeProject(ChangeWish),
    /// 承办单位考核: the fact that is wished for, on the day of the wish.
    Assess(Box<Event>),
    /// 履职: the fact that is wished for, on the day of the wish.
    Perform(Box<Event>),
    /// The same wish for each of some cases; one refusal refuses all.
    OnCases { cases: Vec<CaseId>, wish: CaseWish },
    /// 更正 of the same field in some facts; those that have the value already stay.
    Correct {
        facts: Vec<FactId>,
        field: String,
        new: serde_json::Value,
        why: Text,
    },
    /// 撤销 of whole lines.
    Undo { lines: Vec<u64>, why: Text },
    /// 重做 of lines that were undone.
    Redo { lines: Vec<u64>, why: Text },
}

impl Command {
    /// A wish for some cases.
    pub fn on(cases: Vec<CaseId>, wish: CaseWish) -> Self {
        Self::OnCases { cases, wish }
    }

    /// Whether what stands on record already might not stand beside it: what is put right or taken
    /// back, and a seat that ends before what needed it.
    pub fn reaches_back(&self) -> bool {
        matches!(
            self,
            Self::Correct { .. } | Self::Undo { .. } | Self::Redo { .. } | Self::EndMandate { .. }
        )
    }
}
