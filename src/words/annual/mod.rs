//! What a yearly report says, in the sentences that such reports carry. A paper follows the office's
//! language, which is Chinese whoever prints it.
//!
//! Values come in counted and divided; this room only writes them down. It claims nothing that no
//! value stands behind: praise and thanks are for who signs the report.

mod against;
mod opening;
mod rest;

use super::Label;
use crate::domain::terms::{Level, SessionKey, to_chinese_numeral};

pub use against::{Course, against};
pub use opening::{ClassTold, KindTold, Opening, Told, key_ones, not_counted, opening, review};
pub use rest::{
    FINE, NOTHING_HANDED_OVER, Problem, SHARES_OF_ALL, effects, handed_over, next_steps, no_plans,
    oversight, practice_headings, problem, talks, told_effects, told_talks,
};

/// Who reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// 政府: what it was handed, and what became of it.
    Government,
    /// 主席团, 常委会: what its deputies raised, and what became of it.
    Presidium,
}

/// Whose report it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    /// Who reports.
    pub side: Side,
    /// `德惠市`
    pub full: String,
    /// `市`: how a report calls its own place.
    pub place: String,
    /// `市人大常委会`, `镇人大主席团`
    pub body: String,
}

impl Speaker {
    /// The speaker of an office, whose name says where it is.
    pub fn of(side: Side, office: &str, level: Level) -> Self {
        let last = place_of(office).and_then(|full| full.chars().next_back());
        match place_of(office).zip(last) {
            Some((full, place)) => Self {
                side,
                full: full.to_owned(),
                place: place.to_string(),
                body: office[full.len() - place.len_utf8()..].to_owned(),
            },
            None => Self {
                side,
                full: office.to_owned(),
                place: match level {
                    Level::Town => "镇",
                    Level::District => "区",
                    Level::City => "市",
                    Level::Province => "省",
                }
                .to_owned(),
                body: office.to_owned(),
            },
        }
    }

    /// Who signs.
    pub fn signer(&self) -> String {
        match self.side {
            Side::Government => format!("{}人民政府", self.full),
            Side::Presidium => self.body_in_full(),
        }
    }

    fn body_in_full(&self) -> String {
        let rest = self.body.strip_prefix(&self.place);
        format!("{}{}", self.full, rest.unwrap_or(&self.body))
    }
}

/// The place whose congress an office serves: `健龙镇` of `健龙镇人大主席团`. None where its name
/// does not say it.
pub fn place_of(office: &str) -> Option<&str> {
    let mut marks = ["人大", "人民代表大会"].into_iter();
    let mark = marks.find_map(|mark| office.find(mark))?;
    Some(&office[..mark]).filter(|place| !place.is_empty())
}

/// The title of the report.
pub fn annual_title(speaker: &Speaker, sessions: &[SessionKey]) -> String {
    let sessions = sessions_of(speaker, sessions);
    match speaker.side {
        Side::Government => format!(
            "{}人民政府关于{sessions}代表建议办理情况的报告",
            speaker.full
        ),
        Side::Presidium => format!(
            "{}关于{sessions}代表建议办理情况的报告",
            speaker.body_in_full()
        ),
    }
}

/// The headings of its parts, and the salutation.
pub const PARTS: [&str; 4] = [
    "一、基本情况",
    "二、主要做法和成效",
    "三、存在的主要问题",
    "四、下一步工作打算",
];

/// What a congress is asked at the end of it, and what is enclosed.
pub const CLOSING: [&str; 2] = ["以上报告，请予审议。", "附件：代表建议办理情况统计表"];

/// To whom it is read.
pub const TO: &str = "各位代表";

/// `市十九届人大一次会议`; of several sessions each with its number.
pub(super) fn sessions_of(speaker: &Speaker, sessions: &[SessionKey]) -> String {
    let mut told = speaker.place.clone();
    let mut term = None;
    for key in sessions {
        let session = numeral(usize::from(key.session));
        let next = match term {
            Some(last) if last == key.term => format!("、{session}次会议"),
            Some(_) => format!("、{}", session_name(*key)),
            None => session_name(*key),
        };
        term = Some(key.term);
        told += &next;
    }
    told
}

/// `二十届人大七次会议`
pub fn session_name(key: SessionKey) -> String {
    let [term, session] = [key.term, key.session].map(|number| numeral(usize::from(number)));
    format!("{term}届人大{session}次会议")
}

/// How a booklet of replies is called.
pub fn booklet_title(office: &str) -> String {
    format!("{office}代表建议答复汇编")
}

/// `一、城建交通（28件）`: a part of a booklet.
pub fn booklet_part(place: usize, category: &str, count: usize) -> String {
    format!("{}、{category}（{count}件）", numeral(place))
}

/// Above a reply: who raised it, who replied, what came of it.
pub fn booklet_head(
    proposer: Option<&str>,
    units: &[String],
    class: Option<&str>,
    on: &str,
) -> String {
    use super::{Lang, Word};
    let label = |label: Label| label.word(Lang::Zh);
    let mut parts = Vec::new();
    parts.extend(proposer.map(|name| format!("{}：{name}", label(Label::Deputy))));
    parts.push(format!("{}：{}", label(Label::Unit), units.join("、")));
    parts.push(format!("答复日期：{on}"));
    parts.extend(class.map(|class| format!("{}：{class}", label(Label::Class))));
    parts.join("　")
}

/// Where a reply goes without its words.
pub const REPLY_WITHOUT_WORDS: &str = "已书面答复代表，答复原文不在本汇编之内。";

/// A number before the word that counts: `两件`, not `二件`.
pub(super) fn counted(number: usize) -> String {
    match number {
        2 => "两".to_owned(),
        other => numeral(other),
    }
}

/// `十七`, for a place in a list.
pub(super) fn numeral(number: usize) -> String {
    to_chinese_numeral(u32::try_from(number).unwrap_or(u32::MAX))
}
