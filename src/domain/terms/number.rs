//! Which case: the store's own counter, and the official number with its series.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::numeral::{half_width, parse_integer};

/// A case, counted in the store from 1. Never printed on a paper, never used again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CaseId(pub u32);

impl fmt::Display for CaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The level of the congress that decides a matter.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 乡镇
    #[default]
    Town,
    /// 区县
    District,
    /// 市(设区的市、直辖市)
    City,
    /// 省
    Province,
}

impl Level {
    /// How its numbers are told from others': `区` in `区12`.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Town => "镇",
            Self::District => "区",
            Self::City => "市",
            Self::Province => "省",
        }
    }
}

/// When a suggestion was raised (代表法 24、36): in session or between sessions.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, Default,
)]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// 会议期间
    #[default]
    InSession,
    /// 闭会期间
    BetweenSessions,
}

/// A session of a congress: 第 20 届第 5 次会议 is `term` 20, `session` 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct SessionKey {
    /// 届
    pub term: u16,
    /// 次
    pub session: u16,
}

/// `20-5`, `20届5次`, `第二十届第五次会议`.
pub fn parse_session(typed: &str) -> Option<SessionKey> {
    let plain = half_width(typed);
    let (term, session) = plain.split_once(['-', '.', '届'])?;
    let bare = |text: &str| {
        let text = text.trim();
        let text = text.strip_prefix('第').unwrap_or(text);
        let text = text.strip_suffix("会议").unwrap_or(text);
        let number = parse_integer(text.strip_suffix('次').unwrap_or(text))?;
        u16::try_from(number).ok().filter(|n| *n > 0)
    };
    Some(SessionKey {
        term: bare(term)?,
        session: bare(session)?,
    })
}

/// One run of numbers: each level, session and period counts from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    /// The congress whose number it is.
    pub level: Level,
    /// 届
    pub term: u16,
    /// 次
    pub session: u16,
    /// 会议期间 or 闭会期间
    pub period: Period,
}

impl Series {
    /// The session it belongs to.
    pub fn session_key(&self) -> SessionKey {
        SessionKey {
            term: self.term,
            session: self.session,
        }
    }
}

/// An official number (建议编号): unique in the store; printed by the office's template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Number {
    /// The run it is counted in.
    pub series: Series,
    /// The integer that is printed.
    pub seq: u32,
}
