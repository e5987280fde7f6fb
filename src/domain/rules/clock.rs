//! The grammar of clocks: which clock, what starts it, how long it runs.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::error::RulesError;
use crate::domain::terms::Period;

/// A clock that an office may know. One that its text does not set is absent (本办法未规定).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the glossary gives their Chinese names, `words` prints them"
)]
pub enum ClockKey {
    HandOver,
    Sign,
    FirstContact,
    Return,
    Reassign,
    CoOpinion,
    CoOpinionRedo,
    Reply,
    ReplyHard,
    Feedback,
    Rehandle,
    Adjudicate,
    Promise,
    NoticeAnswer,
    OpinionAnswer,
    Rework,
}

impl ClockKey {
    /// Every clock, in the order in which a case meets them.
    pub const ALL: [Self; 16] = [
        Self::HandOver,
        Self::Sign,
        Self::FirstContact,
        Self::Return,
        Self::Reassign,
        Self::CoOpinion,
        Self::CoOpinionRedo,
        Self::Reply,
        Self::ReplyHard,
        Self::Feedback,
        Self::Rehandle,
        Self::Adjudicate,
        Self::Promise,
        Self::NoticeAnswer,
        Self::OpinionAnswer,
        Self::Rework,
    ];

    /// Its name in a rule set (`co_opinion`).
    pub fn code(self) -> &'static str {
        match self {
            Self::HandOver => "hand_over",
            Self::Sign => "sign",
            Self::FirstContact => "first_contact",
            Self::Return => "return",
            Self::Reassign => "reassign",
            Self::CoOpinion => "co_opinion",
            Self::CoOpinionRedo => "co_opinion_redo",
            Self::Reply => "reply",
            Self::ReplyHard => "reply_hard",
            Self::Feedback => "feedback",
            Self::Rehandle => "rehandle",
            Self::Adjudicate => "adjudicate",
            Self::Promise => "promise",
            Self::NoticeAnswer => "notice_answer",
            Self::OpinionAnswer => "opinion_answer",
            Self::Rework => "rework",
        }
    }

    /// The clock of that name.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|key| key.code() == code)
    }
}

/// What starts a clock. The day after it is day 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the fact of that name")]
pub enum Start {
    Submitted,
    Received,
    Assigned,
    Signed,
    Returned,
    SessionClosed,
    Replied,
    ReplyReceived,
    Rated,
    CoOpinionRejected,
    Noticed,
    Recorded,
    Ordered,
    Promised,
}

/// How long a clock runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Limit {
    /// `3m`: calendar months, to the same day of the month or its last day.
    Months(u16),
    /// `10wd`: working days.
    Workdays(u16),
    /// `30d`: days.
    Days(u16),
    /// `07-31`: the first such day after the start.
    Fixed {
        /// 1–12
        month: u8,
        /// 1–31
        day: u8,
    },
    /// `-20d before reply`: days before another clock ends.
    Before {
        /// How many days.
        days: u16,
        /// The other clock.
        clock: ClockKey,
    },
}

/// Longer than this is a slip of the finger.
const MONTHS_MOST: u16 = 120;
const DAYS_MOST: u16 = 3_650;

impl std::str::FromStr for Limit {
    type Err = RulesError;

    fn from_str(written: &str) -> Result<Self, RulesError> {
        let bad = || RulesError::BadLimit(written.to_owned());
        let text = written.trim();
        if let Some(rest) = text.strip_prefix('-') {
            let (days, clock) = rest.split_once("d before ").ok_or_else(bad)?;
            return Ok(Self::Before {
                days: count(days, DAYS_MOST).ok_or_else(bad)?,
                clock: ClockKey::of_code(clock.trim()).ok_or_else(bad)?,
            });
        }
        if let Some((month, day)) = text.split_once('-') {
            let month: u8 = month.parse().map_err(|_| bad())?;
            let day: u8 = day.parse().map_err(|_| bad())?;
            // A leap year has every day that any year has.
            let real = chrono::NaiveDate::from_ymd_opt(2024, month.into(), day.into()).is_some();
            return real.then_some(Self::Fixed { month, day }).ok_or_else(bad);
        }
        let limit = if let Some(days) = text.strip_suffix("wd") {
            count(days, DAYS_MOST).map(Self::Workdays)
        } else if let Some(days) = text.strip_suffix('d') {
            count(days, DAYS_MOST).map(Self::Days)
        } else {
            text.strip_suffix('m')
                .and_then(|months| count(months, MONTHS_MOST))
                .map(Self::Months)
        };
        limit.ok_or_else(bad)
    }
}

fn count(digits: &str, most: u16) -> Option<u16> {
    let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    plain
        .then(|| digits.parse().ok())
        .flatten()
        .filter(|n| (1..=most).contains(n))
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Months(n) => write!(f, "{n}m"),
            Self::Workdays(n) => write!(f, "{n}wd"),
            Self::Days(n) => write!(f, "{n}d"),
            Self::Fixed { month, day } => write!(f, "{month:02}-{day:02}"),
            Self::Before { days, clock } => write!(f, "-{days}d before {}", clock.code()),
        }
    }
}

impl TryFrom<String> for Limit {
    type Error = RulesError;

    fn try_from(written: String) -> Result<Self, RulesError> {
        written.parse()
    }
}

impl From<Limit> for String {
    fn from(limit: Limit) -> Self {
        limit.to_string()
    }
}

/// More time for a unit that has many cases.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// From so many cases on.
    pub cases_min: u32,
    /// So much more.
    pub add: Limit,
}

/// A clock of a rule set, with the source of its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClockRule {
    /// What starts it.
    pub start: Start,
    /// How long it runs, unless the period says otherwise.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// How long for a suggestion raised in session.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_session: Option<Limit>,
    /// How long for one raised between sessions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub between_sessions: Option<Limit>,
    /// More time by the unit's load.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extra: Vec<Extra>,
    /// Whether somebody must consent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consent: Option<bool>,
    /// Whether a last day that is no workday moves to the next one.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub roll_forward: bool,
    /// Text and article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// `false` where nobody has seen the article.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verified: Option<bool>,
    /// What is to be known about the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl ClockRule {
    /// The limit for a suggestion of that period; none if the text sets none for it.
    pub fn limit_for(&self, period: Period) -> Option<Limit> {
        let own = match period {
            Period::InSession => self.in_session,
            Period::BetweenSessions => self.between_sessions,
        };
        own.or(self.limit)
    }

    /// What a unit with so many cases gets on top: the highest row it reaches.
    pub fn extra_for(&self, load: u32) -> Option<Limit> {
        let reached = self.extra.iter().filter(|row| load >= row.cases_min);
        reached.max_by_key(|row| row.cases_min).map(|row| row.add)
    }

    /// Text and article; none where the value is unverified.
    pub fn article(&self) -> Option<&str> {
        self.source.as_deref().filter(|_| self.is_verified())
    }

    /// Whether somebody has seen the article.
    pub fn is_verified(&self) -> bool {
        self.verified.unwrap_or(self.source.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_is_read_and_written_alike() {
        for text in ["3m", "10wd", "30d", "07-31", "02-29", "-20d before reply"] {
            let limit: Limit = text.parse().expect(text);
            assert_eq!(limit.to_string(), text);
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "3x",
            "0m",
            "-5wd",
            "13-45",
            "02-30",
            "m",
            "+3d",
            "99999d",
            "-3d before lunch",
        ] {
            assert_eq!(
                text.parse::<Limit>(),
                Err(RulesError::BadLimit(text.to_owned())),
                "{text}"
            );
        }
    }
}
