//! What the office itself is: its rules, calendar, sessions and rosters.
//!
//! Facts of the office are read in the order they were recorded and carry their own dates
//! (`from`, `on`): a roster typed in today serves the cases of last year too. Who looks back asks
//! for the office as it stood on a day ([`Office::on`]).

mod by_day;
mod fold;
mod roster;

use std::collections::BTreeMap;

pub use roster::{Group, Membership, Staffing, Station};

use uuid::Uuid;

use crate::domain::event::CheckKind;
use crate::domain::rules::{Calendar, RuleSet};
use crate::domain::terms::{CaseId, Date, Level, Name, SessionKey, Text, nearest, year_of};

/// Whose store it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The day it was opened.
    pub opened: Date,
    /// The store's UUID, for the day when many stores are added up.
    pub store: Uuid,
    /// The office's name (健龙镇人大主席团).
    pub name: Name,
    /// Its level.
    pub level: Level,
    /// Who records when nobody is named.
    pub secretary: Name,
}

/// A rule set in force from a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Adoption {
    /// The first day.
    pub from: Date,
    /// Whether clocks that were running on that day move to it.
    pub running: bool,
    /// The resolved document.
    pub rules: RuleSet,
}

/// A session of the congress (会议).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// 第 20 届第 5 次
    pub key: SessionKey,
    /// The day it opened.
    pub opened: Date,
    /// The day it closed.
    pub closed: Option<Date>,
}

/// A seat in a congress (代表职务).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mandate {
    /// Which congress.
    pub level: Level,
    /// 选区
    pub constituency: Option<Name>,
    /// 补选
    pub by_election: bool,
    /// The first day.
    pub from: Date,
    /// The day it ended.
    pub to: Option<Date>,
    /// Why, where somebody said so.
    pub why: Option<Text>,
}

impl Mandate {
    /// Whether it had begun by a day and was not over.
    pub fn is_held_on(&self, day: Date) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }
}

/// A person on the roster (代表).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Deputy {
    /// The day of the entry.
    pub entered: Date,
    /// 代表证号
    pub card: Option<Name>,
    /// 代表小组, as it was entered with the person.
    pub group: Option<Name>,
    /// The day that membership ended.
    pub group_left: Option<Date>,
    /// The seats held, oldest first.
    pub mandates: Vec<Mandate>,
}

impl Deputy {
    /// Whether a seat is held on a day, at whichever level; who has none on record is not asked.
    pub fn serves_on(&self, day: Date) -> bool {
        self.mandates.is_empty() || self.mandates.iter().any(|seat| seat.is_held_on(day))
    }

    /// Whether a seat is held on some day of a year; who has none on record is not asked.
    pub fn serves_in(&self, year: i32) -> bool {
        let in_year = |seat: &Mandate| {
            year_of(seat.from) <= year && seat.to.is_none_or(|to| year_of(to) >= year)
        };
        self.mandates.is_empty() || self.mandates.iter().any(in_year)
    }

    /// The same for a seat at one level.
    pub fn serves_at(&self, level: Level, day: Date) -> bool {
        let mut seats = self.mandates.iter();
        self.mandates.is_empty() || seats.any(|seat| seat.level == level && seat.is_held_on(day))
    }

    /// The group that was entered with the person, on a day.
    pub fn group_on(&self, day: Date) -> Option<&Name> {
        let group = self.group.as_ref();
        group.filter(|_| self.group_left.is_none_or(|left| day <= left))
    }

    /// The first day of the seats that begin after a day, where there is one.
    pub fn to_serve(&self, level: Option<Level>, day: Date) -> Option<Date> {
        let seats = self.mandates.iter();
        let seats = seats.filter(|seat| level.is_none_or(|level| level == seat.level));
        seats.map(|seat| seat.from).filter(|from| day < *from).min()
    }
}

/// Who leads a unit and who answers the phone, since a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// The first day.
    pub from: Date,
    /// 责任岗位
    pub post: Option<Name>,
    /// 责任领导
    pub leader: Option<Name>,
    /// 经办人
    pub clerk: Option<Name>,
    /// 联系电话
    pub phone: Option<Name>,
}

/// A handling unit (承办单位).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unit {
    /// The day of the entry.
    pub entered: Date,
    /// Who held its post, oldest first.
    pub posts: Vec<Post>,
}

impl Unit {
    /// Who held the post on a day: the last one filled by then, else the first ever.
    pub fn post_on(&self, day: Date) -> Option<&Post> {
        let by_then = self
            .posts
            .iter()
            .filter(|p| p.from <= day)
            .max_by_key(|p| p.from);
        by_then.or_else(|| self.posts.first())
    }
}

/// A check of some cases (检查).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// By whom.
    pub kind: CheckKind,
    /// The day it began.
    pub opened: Date,
    /// What decided the sample; none where the cases were named.
    pub seed: Option<u64>,
    /// What is looked at.
    pub cases: Vec<CaseId>,
}

/// How another platform's ledger names our columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedMapping {
    /// Its headers and ours.
    pub columns: BTreeMap<String, String>,
    /// Its headers that we leave aside.
    pub ignore: Vec<String>,
}

/// A list that is asked for again and again.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SavedFilter {
    /// Each as it is said.
    pub conditions: Vec<String>,
    /// The key of a column.
    pub sort: Option<String>,
    /// The greatest first.
    pub descending: bool,
    /// Keys of columns; none where all are wanted.
    pub columns: Vec<String>,
}

/// The office.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// The last day that one of its facts is of.
    latest: Option<Date>,
    identity: Option<Identity>,
    adoptions: Vec<Adoption>,
    calendar: Calendar,
    sessions: BTreeMap<SessionKey, Session>,
    deputies: BTreeMap<Name, Deputy>,
    units: BTreeMap<Name, Unit>,
    checks: BTreeMap<Name, Check>,
    mappings: BTreeMap<Name, SavedMapping>,
    groups: BTreeMap<Name, Group>,
    stations: BTreeMap<Name, Station>,
    filters: BTreeMap<Name, SavedFilter>,
}

impl Office {
    /// Whose store it is; none before the first line.
    pub fn identity(&self) -> Option<&Identity> {
        self.identity.as_ref()
    }

    /// The level of its congress; a town's until the store says otherwise.
    pub fn level(&self) -> Level {
        self.identity.as_ref().map_or(Level::Town, |i| i.level)
    }

    /// Every rule set adopted, in the order of adoption.
    pub fn adoptions(&self) -> &[Adoption] {
        &self.adoptions
    }

    /// The rule set in force on a day. Before the first one came into force, the first one.
    pub fn rules_on(&self, day: Date) -> Option<&RuleSet> {
        self.rules_of_clock(day, None, day)
    }

    /// The rule set of a clock that started on a day and stopped on another, as seen on `today`:
    /// the one in force at the start, unless a later adoption also moves running clocks.
    pub fn rules_of_clock(
        &self,
        start: Date,
        stopped: Option<Date>,
        today: Date,
    ) -> Option<&RuleSet> {
        let applies = |a: &&Adoption| {
            a.from <= start
                || (a.running && a.from <= today && stopped.is_none_or(|stop| stop >= a.from))
        };
        let last = self.adoptions.iter().filter(applies).max_by_key(|a| a.from);
        last.or_else(|| self.adoptions.iter().min_by_key(|a| a.from))
            .map(|a| &a.rules)
    }

    /// The adopted holidays and make-up workdays.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The sessions, oldest first.
    pub fn sessions(&self) -> impl DoubleEndedIterator<Item = &Session> {
        self.sessions.values()
    }

    /// A session.
    pub fn session(&self, key: SessionKey) -> Option<&Session> {
        self.sessions.get(&key)
    }

    /// The session that a suggestion of that day belongs to: the last one opened by then; before
    /// the first session the first one, since suggestions are often handed in some days ahead.
    pub fn session_on(&self, day: Date) -> Option<&Session> {
        let opened = self.sessions.values().filter(|s| s.opened <= day);
        opened
            .max_by_key(|s| s.opened)
            .or_else(|| self.sessions.values().next())
    }

    /// The last session, where nobody recorded its closing for longer than the rules say that one
    /// lasts: what is handed in is still numbered as of it.
    pub fn session_left_open(&self, day: Date) -> Option<&Session> {
        let most = self.rules_on(day)?.sessions?.days_most?;
        let last = self.session_on(day).filter(|last| last.closed.is_none())?;
        ((day - last.opened).num_days() > i64::from(most)).then_some(last)
    }

    /// The sessions opened in a year.
    pub fn sessions_of(&self, year: i32) -> impl Iterator<Item = &Session> {
        self.sessions
            .values()
            .filter(move |s| year_of(s.opened) == year)
    }

    /// The roster of deputies.
    pub fn deputies(&self) -> impl Iterator<Item = (&Name, &Deputy)> {
        self.deputies.iter()
    }

    /// A deputy.
    pub fn deputy(&self, name: &Name) -> Option<&Deputy> {
        self.deputies.get(name)
    }

    /// The handling units.
    pub fn units(&self) -> impl Iterator<Item = (&Name, &Unit)> {
        self.units.iter()
    }

    /// A unit.
    pub fn unit(&self, name: &Name) -> Option<&Unit> {
        self.units.get(name)
    }

    /// The checks, by name.
    pub fn checks(&self) -> impl Iterator<Item = (&Name, &Check)> {
        self.checks.iter()
    }

    /// A check.
    pub fn check(&self, name: &Name) -> Option<&Check> {
        self.checks.get(name)
    }

    /// The checks whose names are nearest to a word.
    pub fn checks_near(&self, word: &str) -> Vec<String> {
        near(word, self.checks.keys())
    }

    /// The saved mappings, by name.
    pub fn mappings(&self) -> impl Iterator<Item = (&Name, &SavedMapping)> {
        self.mappings.iter()
    }

    /// The saved filters, by name.
    pub fn filters(&self) -> impl Iterator<Item = (&Name, &SavedFilter)> {
        self.filters.iter()
    }

    /// The names of saved filters nearest to a word.
    pub fn filters_near(&self, word: &str) -> Vec<String> {
        let names = self.filters.keys().map(Name::as_str);
        let near = nearest(word, names);
        near.into_iter().map(str::to_owned).collect()
    }

    /// A saved filter.
    pub fn filter(&self, name: &Name) -> Option<&SavedFilter> {
        self.filters.get(name)
    }

    /// A saved mapping.
    pub fn mapping(&self, name: &Name) -> Option<&SavedMapping> {
        self.mappings.get(name)
    }

    /// The units whose names are nearest to a word.
    pub fn units_near(&self, word: &str) -> Vec<String> {
        near(word, self.units.keys())
    }

    /// The deputies whose names are nearest to a word.
    pub fn deputies_near(&self, word: &str) -> Vec<String> {
        near(word, self.deputies.keys())
    }
}

fn near<'a>(word: &str, names: impl Iterator<Item = &'a Name>) -> Vec<String> {
    nearest(word, names.map(Name::as_str))
        .into_iter()
        .map(str::to_owned)
        .collect()
}
