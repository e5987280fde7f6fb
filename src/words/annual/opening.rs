//! 基本情况: the sentence of figures with which a yearly report opens.

use super::{Side, Speaker, counted, sessions_of};
use crate::domain::rules::LetterRules;
use crate::domain::terms::{Name, SessionKey};
use crate::words::titled;

/// Everything the opening tells.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the fields are the figures of that name")]
pub struct Opening {
    pub speaker: Speaker,
    pub sessions: Vec<SessionKey>,
    pub total: usize,
    pub in_session: usize,
    pub between: usize,
    /// The kinds there are, the ordinary one last.
    pub kinds: Vec<KindTold>,
    /// Of all.
    pub categories: Vec<Told>,
    pub classes: Vec<ClassTold>,
    pub units: usize,
    pub replied: usize,
    pub closed: usize,
    /// Those that are handled once more because the deputy was not satisfied.
    pub again: usize,
    /// Whether all of it was raised in the year of the report.
    pub is_of_this_year: bool,
    pub reply_rate: Option<String>,
    pub satisfaction: Option<String>,
    /// Whether the rate counts those who are mostly satisfied too.
    pub with_mostly: bool,
    /// Who looked at each class first and then again.
    pub reviewers: [Vec<String>; 2],
}

/// The cases of a kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindTold {
    /// `重点`
    pub word: String,
    /// How many.
    pub total: usize,
    /// Those of them that wait for their reply.
    pub waiting: usize,
    /// By category.
    pub categories: Vec<Told>,
    /// By class.
    pub classes: Vec<ClassTold>,
}

/// A number of cases and its share, as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Of what.
    pub word: String,
    /// How many.
    pub count: usize,
    /// Of all; none where there is nothing to divide by.
    pub share: Option<String>,
}

/// A class and its cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassTold {
    /// `A`
    pub code: String,
    /// What it means, in the words of a report.
    pub told: Told,
    /// Whether the matter is settled by it.
    pub resolved: bool,
}

/// 基本情况, a paragraph each.
pub fn opening(of: &Opening) -> Vec<String> {
    match of.speaker.side {
        _ if of.total == 0 => vec![nothing(of)],
        Side::Government => vec![government(of)],
        Side::Presidium => vec![raised(of), outcome(of)],
    }
}

/// Where nothing was handed over.
fn nothing(of: &Opening) -> String {
    match of.sessions.is_empty() {
        true => "统计范围内没有已经交办的代表建议。".to_owned(),
        false => format!(
            "{}，没有已经交办的代表建议。",
            sessions_of(&of.speaker, &of.sessions)
        ),
    }
}

fn government(of: &Opening) -> String {
    let place = &of.speaker.place;
    let sessions = sessions_of(&of.speaker, &of.sessions);
    let several = of.kinds.len() > 1;
    let kinds = of.kinds.iter().enumerate().map(|(at, kind)| {
        let word = if several { kind.word.as_str() } else { "" };
        let told = format!("{word}建议{}件", kind.total);
        match at + 1 == of.kinds.len() {
            true => told + &in_brackets(&kind.categories),
            false => told,
        }
    });
    let kinds = kinds.collect::<Vec<_>>().join("，");
    let mut told = format!(
        "{sessions}期间，{place}政府共承办由{place}人大交办的代表{kinds}，分别交由{}个政府部门办理。",
        of.units
    );
    if of.between > 0 {
        told += &format!(
            "其中，会议期间{}件，闭会期间{}件。",
            of.in_session, of.between
        );
    }
    told += &format!(
        "在{}的监督和指导下，经政府各承办单位的共同努力，{}",
        of.speaker.body,
        done(of)
    );
    let kinds = of.kinds.iter().map(|kind| {
        let word = if several { kind.word.as_str() } else { "" };
        kind_outcome(word, kind)
    });
    format!("{told}截至目前，{}。", kinds.collect::<Vec<_>>().join("；"))
}

/// `（其中：农林水电类10件、…）`
fn in_brackets(categories: &[Told]) -> String {
    let some = categories.iter().filter(|c| c.count > 0);
    let some: Vec<String> = some.map(|c| format!("{}类{}件", c.word, c.count)).collect();
    match some.is_empty() {
        true => String::new(),
        false => format!("（其中：{}）", some.join("、")),
    }
}

/// How far it is, in one sentence.
fn done(of: &Opening) -> String {
    let rate = |rate: &Option<String>| rate.as_ref().map(|rate| format!("{rate}%"));
    let mut told = match (of.closed == of.total, of.replied == of.total) {
        (true, true) => "所承办的建议已全部办结并答复代表".to_owned(),
        (false, true) => format!("所承办的建议已全部答复代表{}", how_far(of)),
        (_, false) => format!("已答复代表{}件{}", of.replied, how_far(of)),
    };
    if let Some(rate) = rate(&of.reply_rate) {
        told += &format!("，答复率达{rate}");
    }
    if let Some(rate) = rate(&of.satisfaction) {
        let what = match of.with_mostly {
            true => "满意和基本满意率",
            false => "满意率",
        };
        told += &format!("，代表对所提建议办理情况{what}达{rate}");
    }
    told + "。"
}

/// How many are closed, are handled once more, wait for their reply.
fn how_far(of: &Opening) -> String {
    let waiting = of.total - of.replied;
    let parts = [
        ("，办结", of.closed, "件"),
        ("，因代表不满意正在重新办理", of.again, "件"),
        ("，尚未答复", waiting, "件"),
    ];
    let told = parts.into_iter().filter(|(_, count, _)| *count > 0);
    told.map(|(before, count, after)| format!("{before}{count}{after}"))
        .collect()
}

/// What a share of a class is of: of all, or of those that were replied to where some wait.
fn base(waiting: usize) -> &'static str {
    match waiting {
        0 => "建议总数",
        _ => "已答复建议",
    }
}

/// `一般建议35件，已解决或基本解决20件，占建议总数的57.1%，…`
fn kind_outcome(word: &str, kind: &KindTold) -> String {
    let head = format!("{word}建议{}件", kind.total);
    let classes: Vec<&ClassTold> = some(&kind.classes);
    let [first, rest @ ..] = classes.as_slice() else {
        return format!("{head}，正在办理");
    };
    if rest.is_empty() && first.resolved && first.told.count == kind.total {
        return format!("{head}已解决");
    }
    let base = base(kind.waiting);
    let mut told = format!(
        "{head}，{}{}件{}",
        first.told.word,
        first.told.count,
        share(&first.told, base)
    );
    for (at, class) in rest.iter().enumerate() {
        let sign = if at > 0 && at + 1 == rest.len() {
            "。"
        } else {
            "，"
        };
        told += &format!(
            "{sign}{}的{}件{}",
            class.told.word.trim_end_matches('的'),
            class.told.count,
            share(&class.told, base)
        );
    }
    if kind.waiting > 0 {
        told += &format!("，尚未答复的{}件", kind.waiting);
    }
    told
}

fn some(classes: &[ClassTold]) -> Vec<&ClassTold> {
    classes
        .iter()
        .filter(|class| class.told.count > 0)
        .collect()
}

fn share(told: &Told, base: &str) -> String {
    let share = told.share.as_ref();
    share.map_or_else(String::new, |share| format!("，占{base}的{share}%"))
}

/// What the deputies raised.
fn raised(of: &Opening) -> String {
    let place = &of.speaker.place;
    let sessions = sessions_of(&of.speaker, &of.sessions);
    let mut told = format!("{sessions}，{place}人大代表共提出代表建议{}件", of.total);
    if of.between > 0 {
        told += &format!(
            "，其中，会议期间{}件，闭会期间{}件",
            of.in_session, of.between
        );
    }
    let categories = of.categories.iter().filter(|c| c.count > 0);
    let categories = categories.map(|c| {
        let share = c.share.as_ref().map(|share| format!("，占比{share}%"));
        format!("{}方面{}件{}", c.word, c.count, share.unwrap_or_default())
    });
    let categories: Vec<String> = categories.collect();
    format!(
        "{told}。按建议内容分类：{}，充分体现了代表对我{place}经济社会发展各方面工作的关心和重视。\
         根据相关法律法规的规定，{}件建议分别由{}个部门、组织和单位研究办理。",
        categories.join("；"),
        of.total,
        of.units
    )
}

/// What became of it.
fn outcome(of: &Opening) -> String {
    let when = if of.is_of_this_year { "今年" } else { "" };
    let done = match (of.closed == of.total, of.replied == of.total) {
        (true, true) => "已全部办理完毕并答复代表".to_owned(),
        (false, true) => format!("已全部答复代表{}", how_far(of)),
        (_, false) => format!("已答复{}件{}", of.replied, how_far(of)),
    };
    let mut told = format!("经各承办单位的共同努力，{when}代表提出的建议{done}。");
    let base = base(of.total - of.replied);
    let classes = some(&of.classes);
    if classes.is_empty() {
        return told;
    }
    let looked =
        |who: &[String], how: &str| (!who.is_empty()).then(|| format!("{}{how}", who.join("、")));
    let [first, second] = &of.reviewers;
    let looked: Vec<String> = [looked(first, "逐件初审"), looked(second, "复审")]
        .into_iter()
        .flatten()
        .collect();
    if !looked.is_empty() {
        told += &format!("经{}后，", looked.join("，"));
    }
    told += &match classes.len() {
        1 => "办理结果：".to_owned(),
        several => format!("办理结果分为以下{}类：", counted(several)),
    };
    let last = classes.len() - 1;
    let classes = classes.iter().enumerate().map(|(at, class)| {
        let mark = match class.code.chars().all(|c| c.is_ascii_alphanumeric()) {
            true => format!("（{}类）", class.code),
            false => String::new(),
        };
        let of_all = match at == last && at > 0 {
            true => "占".to_owned(),
            false => format!("占{base}的"),
        };
        let share = class.told.share.as_ref();
        let share = share.map(|share| format!("，{of_all}{share}%"));
        format!(
            "{}{mark}有{}件{}",
            class.told.word,
            class.told.count,
            share.unwrap_or_default()
        )
    });
    format!("{told}{}。", classes.collect::<Vec<_>>().join("；"))
}

/// What the key ones are called: those of the kind, those that were picked for supervision, or both.
pub fn key_ones(of_kind: usize, picked: usize, all: usize) -> &'static str {
    match (of_kind == all, picked == all) {
        (true, _) => "重点建议",
        (false, true) => "重点督办建议",
        (false, false) => "重点建议和重点督办建议",
    }
}

/// How many of the same session are not among those that are reported; none where all are.
pub fn not_counted(ended: usize, not_handed_over: usize) -> Option<String> {
    let parts = [
        ("撤回、不予受理或者转为代表来信的", ended),
        ("尚未交办的", not_handed_over),
    ];
    let parts = parts.iter().filter(|(_, count)| *count > 0);
    let parts: Vec<String> = parts
        .map(|(what, count)| format!("{what}{count}件"))
        .collect();
    (!parts.is_empty()).then(|| {
        format!(
            "本报告的件数均以已交办的建议为准，另有{}，不计在内。",
            parts.join("、")
        )
    })
}

/// The key ones by their titles, who handles them, whether all of them are done, what came of them.
pub fn review(
    (speaker, letters): (&Speaker, &LetterRules),
    (count, what, is_done): (usize, &str, bool),
    titles: &[String],
    units: &[String],
    classes: &[ClassTold],
) -> String {
    let number = counted(count);
    let which = match titles.len() == count {
        true => "，即：",
        false => "，其中公开的有：",
    };
    let shown: String = titles.iter().map(|title| titled(title)).collect();
    let which = if titles.is_empty() { "" } else { which };
    let chosen = match speaker.body.ends_with("常委会") {
        true => format!("{}主任会议", speaker.body),
        false => speaker.body.clone(),
    };
    let classes = some(classes);
    let came = match classes.as_slice() {
        [] => String::new(),
        [class] if class.told.count == count && titles.len() == count => {
            let all = if count == 1 { "为" } else { "均为" };
            match class.code.is_ascii() {
                true => format!("，{number}件{what}{all}{}类件", class.code),
                false => format!("，{number}件{what}{all}{}", class.told.word),
            }
        }
        several => {
            let told = several
                .iter()
                .map(|c| format!("{}{}件", c.code, c.told.count));
            let told = told.collect::<Vec<_>>().join("、");
            let known = several.iter().map(|c| c.told.count).sum();
            let rest = [
                (titles.len().saturating_sub(known), "还没有办理结果"),
                (count.saturating_sub(titles.len()), "依照规定不公开"),
            ];
            let rest = rest.iter().filter(|(count, _)| *count > 0);
            let rest: Vec<String> = rest.map(|(count, why)| format!("{count}件{why}")).collect();
            match rest.is_empty() {
                true => format!("，办理结果为{told}"),
                false => format!("，办理结果为{told}，另有{}", rest.join("、")),
            }
        }
    };
    let handled = handled(letters, units, is_done);
    format!("由{chosen}确定的{number}件{what}{which}{shown}，{handled}{came}。")
}

/// To whom the key ones went, and who handled them how.
fn handled(letters: &LetterRules, units: &[String], is_done: bool) -> String {
    let to = letters.key_handed_to.as_ref();
    let given = to.map_or(String::new(), |to| format!("全部交{to}研究办理。{to}及"));
    let how = letters.key_handled.as_ref().map_or("", Name::as_str);
    match (units, is_done) {
        ([], _) => "分别研究办理".to_owned(),
        (units, false) => format!("由{}研究办理", units.join("、")),
        ([unit], true) => format!("{given}{unit}{how}完成了办理工作"),
        (units, true) => format!("{given}{}等承办单位{how}完成了办理工作", units.join("、")),
    }
}
