//! Every rule of supervising and judging that a wish can break, in words.

use super::clash::next_step;
use super::rule::{ground, names};
use super::{Lang, Message, Word, date, list, say, short_date};
use crate::domain::book::State;
use crate::domain::refusal::JudgingRule;
use crate::domain::rules::ClockKey;
use crate::domain::terms::Date;

/// The words of a rule; `number` names the case for the command to type.
#[expect(clippy::too_many_lines, reason = "one table: each rule and its words")]
pub(super) fn judging_words(lang: Lang, rule: &JudgingRule, number: &str) -> Message {
    match rule {
        JudgingRule::RatesHimself {
            deputy,
            unit,
            others,
        } => Message::new(say(
            lang,
            format!("{deputy} 是 {unit} 的负责人或经办人,不能评价自己办的建议"),
            format!("{deputy} answers for it in {unit} and cannot rate it"),
        ))
        .because(say(
            lang,
            "评价由不承办这件建议的署名代表作出",
            "a signatory who does not handle it rates",
        ))
        .hint(match others.as_slice() {
            [] => say(
                lang,
                "没有别的署名代表;用 jianyi remind 或 --lenient 导入另行记录",
                "no other deputy signed it",
            ),
            others => say(
                lang,
                format!("写上 --deputy: {}", list(lang, &names(others))),
                format!("give --deputy: {}", list(lang, &names(others))),
            ),
        }),
        JudgingRule::RatedBefore { deputy, on } => Message::new(say(
            lang,
            format!("{deputy} 在{}已经评价过", short_date(lang, *on)),
            format!("{deputy} rated it on {}", short_date(lang, *on)),
        ))
        .because(say(lang, "一轮只评价一次", "one rating a round"))
        .hint(say(
            lang,
            "记错了用 jianyi correct;再次答复后可以再评价",
            "jianyi correct mends an entry; after another reply it is rated again",
        )),
        JudgingRule::NotHolder { unit } => Message::new(say(
            lang,
            format!("“{unit}”不承办这件建议"),
            format!("`{unit}` does not hold the case"),
        ))
        .hint(say(
            lang,
            format!("用 jianyi show {number} 看承办单位"),
            format!("jianyi show {number} names the units"),
        )),
        JudgingRule::NoPromise => {
            Message::new(say(lang, "这件建议没有承诺事项", "nothing was promised")).hint(say(
                lang,
                "评价答复不要写 --promise",
                "leave --promise out to rate the reply",
            ))
        }
        JudgingRule::PromiseRuns { due } => Message::new(say(
            lang,
            format!("承诺 {} 到期,还没有落实结果可评", short_date(lang, *due)),
            format!(
                "promised until {}: nothing to rate yet",
                short_date(lang, *due)
            ),
        ))
        .hint(say(
            lang,
            format!("先记录结果: jianyi follow {number} --kept 或 --broken"),
            format!("record what became of it: jianyi follow {number} --kept or --broken"),
        )),
        JudgingRule::NoOpenPromise => Message::new(say(
            lang,
            "没有等待落实的承诺(或不是这一项)",
            "no promise is open, or not that one",
        ))
        .hint(say(
            lang,
            format!("用 jianyi show {number} 看承诺事项"),
            format!("jianyi show {number} lists the promises"),
        )),
        JudgingRule::NoOpenFinding => Message::new(say(
            lang,
            "没有待整改的检查问题",
            "nothing that a check found waits to be mended",
        ))
        .hint(say(
            lang,
            "已有的检查: jianyi check list",
            "jianyi check list shows the checks",
        )),
        JudgingRule::OutsideCheck { check } => Message::new(say(
            lang,
            format!("不在“{check}”的检查范围内"),
            format!("it is not among the cases of `{check}`"),
        ))
        .hint(say(
            lang,
            format!("用 jianyi check show {check} 看范围"),
            format!("jianyi check show {check} lists them"),
        )),
        JudgingRule::BeforeCheck { check, opened } => Message::new(say(
            lang,
            format!("“{check}” {} 才开始", short_date(lang, *opened)),
            format!("`{check}` begins on {}", short_date(lang, *opened)),
        ))
        .hint(say(
            lang,
            "检查的问题记在检查开始以后",
            "what a check finds is dated after its beginning",
        )),
        JudgingRule::SampleTooLarge { asked, cases } => Message::new(say(
            lang,
            format!("只有 {cases} 件,抽不出 {asked} 件"),
            format!("a sample of {asked} from {cases} cases"),
        ))
        .hint(say(
            lang,
            "减少 --sample,或放宽范围",
            "take a smaller --sample or more cases",
        )),
        JudgingRule::OnlyReplyExtends {
            state,
            runs,
            article,
        } => only_reply_extends(lang, (*state, *runs), number)
            .because(ground(lang, article.as_ref())),
        JudgingRule::NobodyToUrge { state } => Message::new(say(
            lang,
            format!("没有要催的: 现在是“{}”,没有等谁", state.word(lang)),
            format!("nobody to urge: the case is {}", state.word(lang)),
        ))
        .hint(next_step(lang, *state, number))
        .hint(say(
            lang,
            "仍要催某个单位或代表的,写 --unit 或 --deputy",
            "name a unit or a deputy all the same: --unit or --deputy",
        )),
    }
}

/// Which clock can be made longer, which one runs now, and what is done instead.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "in the other states the usual next step is what to do"
)]
fn only_reply_extends(
    lang: Lang,
    (state, runs): (State, Option<(ClockKey, Date)>),
    number: &str,
) -> Message {
    let now = state.word(lang);
    let what = match runs {
        Some((key, due)) => say(
            lang,
            format!(
                "能延的只有答复期限;现在是“{now}”,{}期限({})不能延",
                key.word(lang),
                date(lang, due)
            ),
            format!(
                "only the time for the reply can be extended; the case is {now}, and its {} stays due on {}",
                key.word(lang),
                date(lang, due)
            ),
        ),
        None => say(
            lang,
            format!("能延的只有答复期限;现在是“{now}”,已经答复过了"),
            format!(
                "only the time for the reply can be extended; the case is {now}, replied to already"
            ),
        ),
    };
    let instead = match state {
        State::Rehandling => say(
            lang,
            format!(
                "按期再次答复: jianyi reply {number};一时办不完的写上承诺: jianyi reply {number} --promise 事项 --promise-due 日期"
            ),
            format!(
                "reply again by then: jianyi reply {number}; what takes longer is promised in it: jianyi reply {number} --promise TEXT --promise-due DATE"
            ),
        ),
        State::Tracking => say(
            lang,
            format!(
                "承诺不能按期兑现的,记未兑现并再作承诺: jianyi follow {number} --broken --again 事项 --due 日期"
            ),
            format!(
                "a promise that cannot be kept is told so and made anew: jianyi follow {number} --broken --again TEXT --due DATE"
            ),
        ),
        _ => next_step(lang, state, number),
    };
    Message::new(what).hint(instead)
}
