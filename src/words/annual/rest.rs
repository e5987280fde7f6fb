//! What was done, what is wrong, what is next: a sentence for each figure that is not nought.

use super::numeral;
use crate::words::{Lang, list, titled};

/// The headings of 主要做法, in their order: hand-over, talks, supervision, what it brought.
pub fn practice_headings(place: usize, topic: usize) -> String {
    const TOPICS: [&str; 4] = [
        "明确责任，及时交办",
        "加强沟通，做好面商",
        "跟踪督办，推动落实",
        "注重实效，兑现承诺",
    ];
    let topic = TOPICS.get(topic).copied().unwrap_or_default();
    format!("（{}）{topic}", numeral(place))
}

/// Figures with their words, those that are nought left out; none if all are.
fn figures(told: &[(&str, usize, &str)]) -> Option<String> {
    let told = told.iter().filter(|(_, count, _)| *count > 0);
    let told: Vec<String> = told
        .map(|(before, count, after)| format!("{before}{count}{after}"))
        .collect();
    (!told.is_empty()).then(|| told.join("，"))
}

/// Handed over, signed for, given back.
pub fn handed_over(
    handed: usize,
    units: usize,
    signed: usize,
    leaders: usize,
    returned: usize,
    reassigned: usize,
) -> Option<String> {
    let told = figures(&[
        ("共交办建议", handed, "件"),
        ("由", units, "个承办单位办理"),
        ("已签收", signed, "件"),
        ("明确责任领导的", leaders, "件"),
        ("单位退回", returned, "件"),
        ("改办", reassigned, "件"),
    ]);
    told.map(|told| told + "。")
}

/// How often it was talked with deputies.
pub fn talks(times: usize, cases: usize, in_person: usize, with_leader: usize) -> Option<String> {
    let told = figures(&[
        ("承办单位与代表面商", times, "次"),
        ("涉及建议", cases, "件"),
        ("其中当面沟通的", in_person, "件"),
        ("责任领导参加的", with_leader, "件"),
    ]);
    told.map(|told| told + "。")
}

/// A case that was much talked about.
pub fn told_talks(title: &str, times: usize) -> String {
    format!(
        "在办理{}时，承办单位先后{times}次与代表面商。",
        titled(title)
    )
}

/// Urging, notices, checks, looking back.
pub fn oversight(
    reminded: usize,
    noticed: usize,
    found: usize,
    mended: usize,
    looked_back: usize,
) -> Option<String> {
    let told = figures(&[
        ("催办", reminded, "次"),
        ("发出督办通知、约谈", noticed, "次"),
        ("检查发现问题", found, "个"),
        ("已整改", mended, "个"),
        ("办后回头看", looked_back, "次"),
    ]);
    told.map(|told| told + "。")
}

/// What it brought in all, and what was promised and kept.
pub fn effects(sums: &[String], promised: usize, kept: usize) -> Option<String> {
    let sums = (!sums.is_empty()).then(|| format!("据承办单位记录，{}", list(Lang::Zh, sums)));
    let promises = figures(&[("作出承诺", promised, "项"), ("已兑现", kept, "项")]);
    let told: Vec<String> = sums.into_iter().chain(promises).collect();
    (!told.is_empty()).then(|| told.join("；") + "。")
}

/// What one case brought.
pub fn told_effects(title: &str, number: &str, effects: &[String]) -> String {
    format!(
        "{}（{number}）：{}。",
        titled(title),
        list(Lang::Zh, effects)
    )
}

/// Under the table of classes, where the text takes its shares of each kind.
pub const SHARES_OF_ALL: &str =
    "注：本表占比以全部建议为分母，正文占比以各类建议（一般、重点、复杂）的件数为分母。";

/// Where nothing was handed over: no problem, and what follows.
pub const NOTHING_HANDED_OVER: [&str; 2] = [
    "统计范围内没有已经交办的建议，没有可以分析的问题。",
    "建议交办以后，督促承办单位按时限办理和答复。",
];

/// Where nothing is wrong.
pub const FINE: &str = "从记录看，没有逾期答复、未与代表沟通、代表不满意、承诺没有按期兑现、应当承诺而没有承诺和检查发现问题没有整改的情况。";

/// The problems that figures can show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Replied to late, or late and not replied to.
    Late,
    /// Replied to without a talk.
    NoTalk,
    /// A deputy was dissatisfied.
    Dissatisfied,
    /// A promise broken, kept late, or overdue.
    Promise,
    /// Its class needs a promise with a date, and none is on record.
    Unpromised,
    /// What a check found is not mended.
    Unmended,
}

impl Problem {
    /// In the order of the report.
    pub const ALL: [Self; 6] = [
        Self::Late,
        Self::NoTalk,
        Self::Dissatisfied,
        Self::Promise,
        Self::Unpromised,
        Self::Unmended,
    ];

    /// What it is called, what its cases are, what follows from it.
    fn words(self) -> [&'static str; 3] {
        match self {
            Self::Late => [
                "答复不够及时",
                "件建议逾期答复或者到期没有答复",
                "督促承办单位倒排时间，临近期限的提前催办，逾期的发出督办通知",
            ],
            Self::NoTalk => [
                "与代表沟通不够",
                "件建议没有与代表沟通的记录",
                "坚持先沟通后答复，没有面商记录的不予上报",
            ],
            Self::Dissatisfied => [
                "有的办理结果代表不满意",
                "件建议有过不满意的评价",
                "对代表不满意的建议重新办理，请代表再次评价",
            ],
            Self::Promise => [
                "续办续复不够扎实",
                "件建议的承诺没有按期兑现",
                "对照承诺事项台账逐项跟踪，兑现一项、答复一项、销号一项",
            ],
            Self::Unpromised => [
                "承诺不够具体",
                "件建议按分类应当承诺办理期限而没有记录",
                "对列入计划的建议逐件补记承诺事项和期限",
            ],
            Self::Unmended => [
                "检查发现的问题整改不到位",
                "件建议在检查中发现的问题还没有整改",
                "对检查发现的问题限期整改，逐件复核",
            ],
        }
    }
}

/// A problem by its place among those that are told, how many cases have it, which may be named,
/// and whether those are all.
pub fn problem(
    place: usize,
    problem: Problem,
    count: usize,
    (named, is_all): (&str, bool),
) -> String {
    let [what, cases, _] = problem.words();
    let named = match (named.is_empty(), is_all) {
        (true, _) => String::new(),
        (false, true) => format!("（{named}）"),
        (false, false) => format!("（其中可以公开的：{named}）"),
    };
    format!("{}是{what}。{count}{cases}{named}。", numeral(place))
}

/// What follows from the problems, from what waits for its reply, from what was replied to and is
/// not closed, from what is still promised.
pub fn next_steps(
    problems: &[Problem],
    waiting: usize,
    unclosed: usize,
    promised: usize,
) -> Vec<String> {
    let plans = problems.iter().map(|problem| problem.words()[2].to_owned());
    let mut plans: Vec<String> = plans.collect();
    if waiting > 0 {
        plans.push(format!("抓紧办理尚未答复的{waiting}件建议，按期答复代表"));
    }
    if unclosed > 0 {
        plans.push(format!(
            "对已答复、尚未办结的{unclosed}件建议征询代表意见，符合条件的及时办结"
        ));
    }
    if promised > 0 {
        plans.push(format!(
            "继续跟踪尚未到期的{promised}项承诺，到期逐项向代表续复"
        ));
    }
    let told = plans.into_iter().enumerate();
    told.map(|(at, plan)| format!("{}是{plan}。", numeral(at + 1)))
        .collect()
}

/// Where nothing is left to do.
pub fn no_plans() -> String {
    "所报告的建议已全部办结，承诺事项没有未了的，下一步转入归档和总结。".to_owned()
}
