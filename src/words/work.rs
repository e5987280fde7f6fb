//! Every rule of the deputies' work beside the cases that a wish can break, in words.

use super::rule::names;
use super::{Lang, Message, date, list, say, short_date};
use crate::domain::refusal::WorkRule;
use crate::domain::terms::OpinionId;

/// The words of a rule.
#[expect(clippy::too_many_lines, reason = "one table: each rule and its words")]
pub(super) fn work_words(lang: Lang, rule: &WorkRule) -> Message {
    match rule {
        WorkRule::LeftOffice { deputy, on } => Message::new(say(
            lang,
            format!("{deputy} 在{}已经不是代表", date(lang, *on)),
            format!("{deputy} holds no seat on {}", date(lang, *on)),
        ))
        .because(say(
            lang,
            "代表职务终止以后不再计入代表工作",
            "who has left does no deputy's work",
        ))
        .hint(say(
            lang,
            "核对日期和名册: jianyi deputy list",
            "check the day and the roster: jianyi deputy list",
        )),
        WorkRule::AnsweredBefore { opinion, on } => Message::new(say(
            lang,
            format!("民意{opinion} 在{}已经答复", short_date(lang, *on)),
            format!(
                "opinion {opinion} was answered on {}",
                short_date(lang, *on)
            ),
        ))
        .because(say(
            lang,
            "一条民意只答复一次",
            "an opinion is answered once",
        ))
        .hint(say(
            lang,
            "记错了用 jianyi correct 更正;后来的结果用 jianyi opinion settle",
            "jianyi correct mends an entry; jianyi opinion settle tells what came of it",
        )),
        WorkRule::NotPassedOn { opinion } => Message::new(say(
            lang,
            format!("民意{opinion} 没有转交、转为建议或报送"),
            format!("opinion {opinion} was not passed on, raised or forwarded"),
        ))
        .because(say(
            lang,
            "去向说的是接手的人怎么办的",
            "what became of it is what those who took it up did",
        ))
        .hint(say(
            lang,
            "自己答复的用 jianyi opinion answer",
            "jianyi opinion answer records an answer of your own",
        )),
        WorkRule::WhichDraft { drafts } => {
            let known = list(lang, &names(drafts));
            Message::new(match drafts.is_empty() {
                true => say(lang, "没有写是哪部法规草案", "no draft law is named"),
                false => say(
                    lang,
                    format!("这些民意说的不是同一部草案: {known}"),
                    format!("they are about several drafts: {known}"),
                ),
            })
            .hint(say(lang, "写上 --draft 草案名称", "give --draft NAME"))
        }
        WorkRule::Linked { opinions } => Message::new(say(
            lang,
            format!("民意{}已转为这件建议", numbers(lang, opinions)),
            format!("it came from opinions {}", numbers(lang, opinions)),
        ))
        .hint(say(
            lang,
            "先撤销“转为建议”那一条: jianyi log",
            "first undo the entry that linked them: jianyi log",
        )),
    }
}

fn numbers(lang: Lang, opinions: &[OpinionId]) -> String {
    let numbers: Vec<String> = opinions.iter().map(ToString::to_string).collect();
    list(lang, &numbers)
}
