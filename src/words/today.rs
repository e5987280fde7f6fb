//! The page of the day: what waits for the secretary, and how an office begins.

use super::{Lang, Pair, Word, date, list, say};
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

/// The heading: the office, the day, how many are not closed.
pub fn today_title(lang: Lang, office: &str, day: Date, open: usize) -> String {
    let day = date(lang, day);
    match lang {
        Lang::Zh => format!("{office} · {day} · 没有办结 {open} 件"),
        Lang::En => format!("{office} · {day} · {open} not closed"),
    }
}

/// Where those that are not closed stand: the parts add up to all of them.
pub fn open_parts(lang: Lang, open: usize, parts: &[(String, usize)]) -> String {
    let parts = parts.iter().map(|(what, count)| format!("{what} {count}"));
    let parts: Vec<String> = parts.collect();
    match lang {
        Lang::Zh => format!("没有办结的 {open} 件: {}", list(lang, &parts)),
        Lang::En => format!("{open} not closed: {}", list(lang, &parts)),
    }
}

/// Those that show no colour: answered, and nothing is odd about them.
pub fn without_colour(lang: Lang, count: usize) -> String {
    say(
        lang,
        format!("另有 {count} 件已经答复、没有预警,不在三色里"),
        format!("{count} more are answered and show no sign"),
    )
}

/// Those that are closed and show a colour all the same.
pub fn closed_with_colour(lang: Lang, count: usize) -> String {
    say(
        lang,
        format!("三色里有 {count} 件已经办结,承诺等事项还没有完"),
        format!("{count} of the coloured ones are closed, with something still open"),
    )
}

/// Those that another level handles.
pub fn of_another_level(lang: Lang) -> String {
    say(lang, "上级办理", "handled at another level")
}

/// Those that have no reply yet.
pub fn not_replied(lang: Lang) -> String {
    say(lang, "还没有答复", "not replied to")
}

/// The commands most likely next, one a line.
pub fn likely_next(lang: Lang, commands: &[String]) -> Vec<String> {
    let mut lines = vec![say(lang, "接下来可能要做:", "most likely next:")];
    lines.extend(commands.iter().map(|command| format!("  {command}")));
    lines
}

/// A list of which only the first rows are shown, and the command that shows all.
pub fn more_rows(lang: Lang, more: usize, whole: Option<&str>) -> String {
    let see = whole.map(|whole| {
        say(
            lang,
            format!(",全部: {whole}"),
            format!("; all of them: {whole}"),
        )
    });
    let see = see.unwrap_or_default();
    say(
        lang,
        format!("……另有 {more} 行{see}"),
        format!("… and {more} more{see}"),
    )
}

/// The command that lists every red case.
pub fn all_red(lang: Lang) -> String {
    say(lang, "jianyi list 红", "jianyi list red")
}

/// A long text that every row of a list has.
pub fn same_in_each(lang: Lang, label: &str, words: &str) -> String {
    say(
        lang,
        format!("{label}(各行都是): {words}"),
        format!("{label} (of every row): {words}"),
    )
}

/// Columns in which no row says anything.
pub fn empty_columns(lang: Lang, labels: &[&str]) -> String {
    let labels = list(lang, labels);
    say(
        lang,
        format!("没有内容、没有显示的栏: {labels}"),
        format!("columns that say nothing and are not shown: {labels}"),
    )
}

/// Columns for which the screen is too narrow.
pub fn narrow_screen(lang: Lang, labels: &[&str]) -> String {
    let labels = list(lang, labels);
    say(
        lang,
        format!("窗口窄,没有显示的栏: {labels}"),
        format!("columns for which the window is too narrow: {labels}"),
    )
}

/// That numbers of people are not shown whole, and how they are.
pub fn numbers_are_masked(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "号码只显示首尾;要写全,加 --显示号码",
        Lang::En => "numbers of people are shown by their ends; --phones shows them whole",
    }
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
