//! Which cases a list takes: the filters as they were typed, read once, asked of each case.
//!
//! Refuses: a name that is not on record, and a word that a filter does not know.

use crate::domain::book::{Rating, State};
use crate::domain::deadline::Step;
use crate::domain::event::Kind;
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::rules::Colour;
use crate::domain::terms::{CaseId, Date, Level, Name, Period, SessionKey, parse_session, year_of};
use crate::report::mentioned::mentions;
use crate::report::outlook::Outlook;
use crate::report::scope::{Unclear, categories, known_category, nearest_first};
use crate::report::table::Look;
use crate::words::{self, Lang, Listed, Word};

/// The filters as they were typed.
#[derive(Debug, Clone, Copy, Default)]
#[expect(missing_docs, reason = "each is the option of that name")]
pub struct FilterWords<'a> {
    pub text: Option<&'a str>,
    /// Those that are named by their numbers; all where none is.
    pub cases: &'a [CaseId],
    pub state: Option<&'a str>,
    pub unit: Option<&'a str>,
    pub deputy: Option<&'a str>,
    pub category: Option<&'a str>,
    pub class: Option<&'a str>,
    pub kind: Option<&'a str>,
    pub level: Option<&'a str>,
    pub colour: Option<&'a str>,
    pub session: Option<&'a str>,
    pub year: Option<i32>,
    pub period: Option<&'a str>,
    pub rating: Option<&'a str>,
    pub standing: Option<Standing>,
    /// The first and the last day on which the reply may be due.
    pub due: Option<(Date, Date)>,
    pub overdue: bool,
    pub due_within: Option<i64>,
    pub key: bool,
}

/// Where a case stands as people say it: several states at once, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// 在办: as the page of the day counts them.
    InWork,
    /// 未办结
    Open,
    /// 办结, those with an open promise too
    Closed,
    /// 未交办
    Unassigned,
    /// 未答复: handed over, and a reply is owed
    Unanswered,
    /// 未评价: answered, and no rating has come
    Unrated,
    /// 有承诺
    Promised,
    /// 可办结: nothing is left but to close it
    Closable,
}

impl Standing {
    fn is_of(self, case: &Look) -> bool {
        match self {
            Self::InWork => case.in_work().is_some() && !case.outlook.is_tracked(case),
            Self::Open => case.counts() && case.closed.is_none(),
            Self::Closed => case.closed.is_some(),
            Self::Unassigned => case.counts() && case.assignment().is_none(),
            Self::Unanswered => case.waits() && case.assignment().is_some(),
            Self::Unrated => case.replied().is_some() && case.rating().is_none(),
            Self::Promised => !case.commitments.is_empty(),
            Self::Closable => {
                let state = case.outlook.book.state(case);
                case.counts() && Step::of(state) == Some(Step::Close)
            }
        }
    }
}

/// Why a filter cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    /// A word that the filter does not take.
    #[error(transparent)]
    Unclear(#[from] Unclear),
    /// A name that is not on record.
    #[error(transparent)]
    NotFound(#[from] Refusal),
}

/// Which cases to list.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    text: Vec<String>,
    cases: Vec<CaseId>,
    state: Option<State>,
    units: Vec<Name>,
    deputies: Vec<Name>,
    categories: Vec<Name>,
    class: Option<Name>,
    kind: Option<Kind>,
    level: Option<Level>,
    colour: Option<Colour>,
    session: Option<SessionKey>,
    year: Option<i32>,
    period: Option<Period>,
    rating: Option<Name>,
    standing: Option<Standing>,
    due: Option<(Date, Date)>,
    overdue: bool,
    due_within: Option<i64>,
    key: bool,
}

impl Filter {
    /// Reads the filters, in the office's words or in the codes of the journal. Names must be on
    /// the roster, and of several (`A、B`) any will do; a class may be named by its code or by what
    /// it means.
    ///
    /// # Errors
    /// An unknown unit, deputy, category or class with the nearest names; a state, kind or level
    /// that there is not.
    pub fn read(outlook: &Outlook, typed: &FilterWords) -> Result<Self, FilterError> {
        fn read<T: Listed + Word>(
            lang: Lang,
            (field, typed): (&str, Option<&str>),
            parse: impl Fn(&str) -> Option<T>,
        ) -> Result<Option<T>, Unclear> {
            let unclear = |typed: &str| Unclear::new(field, typed, words::choices::<T>(lang));
            let parsed = |typed: &str| parse(typed).ok_or_else(|| unclear(typed));
            typed.map(parsed).transpose()
        }
        let (office, lang) = (outlook.book.office(), outlook.lang);
        Ok(Self {
            text: (typed.text.unwrap_or_default().split_whitespace())
                .map(str::to_lowercase)
                .collect(),
            cases: typed.cases.to_vec(),
            state: read(lang, ("--state", typed.state), words::parse_state)?,
            units: each(typed.unit, |unit| office.unit_called(unit))?,
            deputies: each(typed.deputy, |typed| deputy(outlook, typed))?,
            categories: each(typed.category, |typed| category(outlook, typed))?,
            class: class(outlook, typed.class)?,
            kind: read(lang, ("--kind", typed.kind), words::parse_kind)?,
            level: read(lang, ("--level", typed.level), words::parse_level)?,
            colour: read(lang, ("--colour", typed.colour), words::parse_colour)?,
            session: session(outlook, typed.session)?,
            year: typed.year,
            period: read(lang, ("--period", typed.period), words::parse_period)?,
            rating: rating(outlook, typed.rating)?,
            standing: typed.standing,
            due: typed.due,
            overdue: typed.overdue,
            due_within: typed.due_within,
            key: typed.key,
        })
    }

    /// Whether no case is meant of which nothing is left to do.
    pub(super) fn is_of_running(&self) -> bool {
        use State::{Reworking, Tracking};
        let runs = |state| matches!(state, Reworking | Tracking);
        // What is over shows no colour.
        let shows = self.standing == Some(Standing::InWork) || self.colour.is_some();
        shows || self.state.is_some_and(runs) || self.is_of_open()
    }

    /// Whether no case is meant that is closed or left the handling.
    pub(super) fn is_of_open(&self) -> bool {
        use State::{Closed, Letter, Refused, Reworking, Tracking, Withdrawn};
        let may_be_closed = |state| {
            let closed = matches!(state, Closed | Reworking | Tracking);
            closed || matches!(state, Refused | Letter | Withdrawn)
        };
        let standing = self.standing.is_some_and(|standing| match standing {
            Standing::Open | Standing::Unanswered | Standing::Closable => true,
            Standing::InWork
            | Standing::Closed
            | Standing::Unassigned
            | Standing::Unrated
            | Standing::Promised => false,
        });
        standing || self.state.is_some_and(|state| !may_be_closed(state))
    }

    /// Whether only cases are meant that wait for their reply.
    pub(super) fn is_of_waiting(&self) -> bool {
        let unanswered = self.standing == Some(Standing::Unanswered);
        unanswered || self.overdue || self.due_within.is_some() || self.due.is_some()
    }

    pub(super) fn takes(&self, case: &Look) -> bool {
        let outlook = case.outlook;
        let signed = |name: &Name| case.signatories().any(|signed| signed == name);
        let holds = |name: &Name| {
            case.assignment()
                .is_some_and(|a| a.to.units().any(|u| u == name))
        };
        self.state
            .is_none_or(|state| state == outlook.book.state(case))
            && any(&self.units, holds)
            && any(&self.deputies, signed)
            && any(&self.categories, |category| *category == case.category)
            && self.class.as_ref().is_none_or(|c| case.class() == Some(c))
            && self.kind.is_none_or(|kind| kind == case.kind)
            && self.level.is_none_or(|level| level == case.level)
            && self.session.is_none_or(|key| key == case.session)
            && self.year.is_none_or(|year| year == year_of(case.submitted))
            && self.period.is_none_or(|period| period == case.period)
            && (self.rating.is_none()
                || case.rating().and_then(Rating::headline) == self.rating.as_ref())
            && self.standing.is_none_or(|standing| standing.is_of(case))
            && (!self.key || case.key_supervised.is_some())
            && (self.cases.is_empty() || self.cases.contains(&case.id))
            && self.text.iter().all(|text| mentions(case, text))
            && (self.colour.is_none() || case.in_work() == self.colour)
            && self.takes_clock(case)
    }

    fn takes_clock(&self, case: &Look) -> bool {
        if !self.overdue && self.due_within.is_none() && self.due.is_none() {
            return true;
        }
        let Some(clock) = case.reply_clock().filter(|_| case.waits()) else {
            return false;
        };
        let left = clock.days_left(case.outlook.as_of);
        (!self.overdue || left < 0)
            && self
                .due_within
                .is_none_or(|days| (0..=days).contains(&left))
            && self
                .due
                .is_none_or(|(from, to)| (from..=to).contains(&clock.due()))
    }
}

/// Whether one of the names fits; all do where none is named.
fn any(names: &[Name], fits: impl Fn(&Name) -> bool) -> bool {
    names.is_empty() || names.iter().any(fits)
}

/// Each of the names that were typed, `A、B`; a name may hold such a sign itself.
fn each(
    typed: Option<&str>,
    read: impl Fn(&str) -> Result<Name, Refusal>,
) -> Result<Vec<Name>, Refusal> {
    let Some(typed) = typed else {
        return Ok(Vec::new());
    };
    match read(typed) {
        Ok(name) => Ok(vec![name]),
        Err(_) => {
            let names = typed.split(['、', '，', ',']).map(str::trim);
            names.map(read).collect()
        }
    }
}

/// The deputy of the roster that a typed name means; of several namesakes the card tells which.
fn deputy(outlook: &Outlook, typed: &str) -> Result<Name, Refusal> {
    let office = outlook.book.office();
    let called = Name::new(typed).ok();
    let called = called.map(|name| office.person_called(&name)).transpose()?;
    let known = called.filter(|name| office.deputy(name).is_some());
    known.ok_or_else(|| Refusal::NotFound {
        thing: Thing::Deputy,
        word: typed.to_owned(),
        near: office.deputies_near(typed),
    })
}

/// `20-5`, `第二十届第五次会议`: a session on record, or one that a case is of.
fn session(outlook: &Outlook, typed: Option<&str>) -> Result<Option<SessionKey>, Unclear> {
    let Some(typed) = typed else {
        return Ok(None);
    };
    let sessions = outlook.book.office().sessions();
    let known = sessions.map(|s| format!("{}-{}", s.key.term, s.key.session));
    let unclear = || Unclear::new("--session", typed, known.collect());
    parse_session(typed).map(Some).ok_or_else(unclear)
}

/// A word of the office's scale of satisfaction.
fn rating(outlook: &Outlook, typed: Option<&str>) -> Result<Option<Name>, Unclear> {
    let Some(typed) = typed else {
        return Ok(None);
    };
    let levels = outlook
        .rules()
        .map(|rules| rules.satisfaction.levels.as_slice());
    let levels = levels.unwrap_or_default();
    let known = levels.iter().find(|level| level.as_str() == typed);
    let all = || levels.iter().map(Name::to_string).collect();
    let unclear = || Unclear::new("--rating", typed, all());
    known.cloned().map(Some).ok_or_else(unclear)
}

fn category(outlook: &Outlook, typed: &str) -> Result<Name, Refusal> {
    known_category(outlook, typed).ok_or_else(|| {
        let names = categories(outlook);
        let names: Vec<&str> = names.iter().map(Name::as_str).collect();
        Refusal::NotFound {
            thing: Thing::Category,
            word: typed.to_owned(),
            near: nearest_first(typed, &names),
        }
    })
}

/// `A`, `a`, `A类`, `已解决或采纳`: a class of the rule set, or one that a reply has.
fn class(outlook: &Outlook, typed: Option<&str>) -> Result<Option<Name>, Refusal> {
    let Some(typed) = typed else {
        return Ok(None);
    };
    let code = typed.strip_suffix('类').unwrap_or(typed);
    let rules = outlook.rules().map(|r| r.classes.as_slice());
    let classes = rules.unwrap_or_default();
    let same = |class: &&Name| class.as_str().eq_ignore_ascii_case(code);
    let of_reply = || {
        let mut cases = outlook.book.walk();
        cases.find_map(|case| case.replies.iter().map(|r| &r.class).find(same).cloned())
    };
    let meant = classes.iter().find(|c| c.label.as_str() == typed);
    let codes = classes.iter().map(|c| &c.code);
    let known = codes.into_iter().find(same).cloned().or_else(of_reply);
    let found = known.or_else(|| meant.map(|c| c.code.clone()));
    found.map(Some).ok_or_else(|| {
        let told = classes.iter().map(|c| format!("{} {}", c.code, c.label));
        Refusal::NotFound {
            thing: Thing::Class,
            word: typed.to_owned(),
            near: told.collect(),
        }
    })
}
