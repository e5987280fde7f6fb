//! The page of the day: what waits for the secretary, and how an office begins.

use super::{Lang, Pair, Word, date, say};
use crate::domain::deadline::Step;
use crate::domain::terms::Date;

/// What waits for the secretary herself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Waiting {
    /// A draft is to be looked through.
    Review,
    /// Accepted, or returned by a unit: it needs a unit.
    HandOver,
    /// Somebody is late, or nearly.
    Chase,
    /// Dissatisfied for the second time: the office decides what is done.
    Decide,
    /// Replied to; the deputy has not said what she thinks of it.
    Rate,
    /// Rated; nothing stands against closing it.
    Close,
    /// The answer to a citizen's opinion, or to one of a deliberation, is late.
    Answers,
}

impl Waiting {
    /// What waits with a step; none where the step is somebody else's.
    pub fn of(step: Step) -> Option<Self> {
        match step {
            Step::Review => Some(Self::Review),
            Step::HandOver | Step::HandOverAnew => Some(Self::HandOver),
            Step::Decide => Some(Self::Decide),
            Step::Rate => Some(Self::Rate),
            Step::Close => Some(Self::Close),
            Step::Amend
            | Step::Sign
            | Step::Consult
            | Step::Reply
            | Step::Rehandle
            | Step::Rework
            | Step::KeepPromise => None,
        }
    }

    /// What scripts call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::HandOver => "hand_over",
            Self::Chase => "chase",
            Self::Decide => "decide",
            Self::Rate => "rate",
            Self::Close => "close",
            Self::Answers => "answers",
        }
    }
}

impl Word for Waiting {
    fn pair(&self) -> Pair {
        let (zh, en) = match self {
            Self::Review => ("待审查", "to review"),
            Self::HandOver => ("待交办", "to hand over"),
            Self::Chase => ("要催办", "to chase"),
            Self::Decide => ("待研究处理", "to decide on"),
            Self::Rate => ("待评价", "to rate"),
            Self::Close => ("可办结", "to close"),
            Self::Answers => ("逾期未答复的民意、审议意见", "opinions past their answer"),
        };
        Pair { zh, en }
    }
}

/// The heading: the office, the day, how many are in work.
pub fn today_title(lang: Lang, office: &str, day: Date, in_work: usize) -> String {
    let day = date(lang, day);
    match lang {
        Lang::Zh => format!("{office} · {day} · 在办 {in_work} 件"),
        Lang::En => format!("{office} · {day} · {in_work} in work"),
    }
}

/// The commands most likely next, one a line.
pub fn likely_next(lang: Lang, commands: &[String]) -> Vec<String> {
    let mut lines = vec![say(lang, "接下来可能要做:", "most likely next:")];
    lines.extend(commands.iter().map(|command| format!("  {command}")));
    lines
}

/// A list of which only the first rows are shown.
pub fn more_rows(lang: Lang, more: usize) -> String {
    say(
        lang,
        format!("……另有 {more} 行"),
        format!("… and {more} more"),
    )
}

/// Where there is no store yet: how to begin.
pub fn how_to_begin(lang: Lang, folder: &str) -> String {
    say(
        lang,
        format!(
            "这里还没有建档({folder})。可以这样开始:\n\n  \
             jianyi demo                     先看一眼: 健龙镇的一年,不用任何文件\n  \
             jianyi init                     为本办公室建档,一项一项地问\n  \
             jianyi import 台账.xlsx         建档以后导入已有的台账(先看结果,加 --apply 才写入)\n\n\
             建在别的目录: 加 --store 目录,或设环境变量 JIANYI_STORE。\n\
             帮助: jianyi --help,专题: jianyi help 专题\n"
        ),
        format!(
            "There is no store here yet ({folder}). To begin:\n\n  \
             jianyi demo                     have a look: the year of a town, no file needed\n  \
             jianyi init                     open a store for this office; it asks step by step\n  \
             jianyi import LEDGER.xlsx       then take in the ledger you have (--apply writes)\n\n\
             Elsewhere: add --store DIR, or set JIANYI_STORE.\n\
             Help: jianyi --help; topics: jianyi help topics\n"
        ),
    )
}
