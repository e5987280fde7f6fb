//! What must be there before a step, in words, with the option or the command that gives it.

use super::{Lang, Message, Word, list, say};
use crate::domain::event::Trait;
use crate::domain::refusal::Need;
use crate::domain::rules::HandOverNeed;
use crate::domain::terms::Name;

/// The words of a need; `number` names the case for the command to type.
#[expect(clippy::too_many_lines, reason = "one table: each need and its words")]
pub(super) fn need_words(lang: Lang, need: &Need, number: &str) -> Message {
    let listed = |names: &[Name]| list(lang, &names.iter().map(Name::as_str).collect::<Vec<_>>());
    match need {
        Need::Code { choices } => {
            Message::new(say(lang, "没有写不予受理的情形代码", "no coded reason")).hint(say(
                lang,
                format!("写上 --code: {}", list(lang, choices)),
                format!("give --code: {}", list(lang, choices)),
            ))
        }
        Need::Agreement { missing } => Message::new(say(
            lang,
            format!("撤回要全体署名代表同意,还缺: {}", listed(missing)),
            format!("all signatories must agree; missing: {}", listed(missing)),
        ))
        .hint(say(
            lang,
            "写上 --agreed 同意的代表(用、分开)",
            "give --agreed NAMES",
        )),
        Need::InHandOver(need) => {
            let (what, option) = (need.word(lang), hand_over_option(*need));
            Message::new(say(
                lang,
                format!("交办这类建议要明确{what}"),
                format!("the hand-over of such a case names {what}"),
            ))
            .hint(say(
                lang,
                format!("写上 {option}"),
                format!("give {option}"),
            ))
        }
        Need::Effect(of) => {
            let (what, hint_zh, hint_en) = match of {
                Trait::TimeCritical => (
                    say(
                        lang,
                        "时效性的建议要约定自己的期限",
                        "a time-critical case takes a limit of its own",
                    ),
                    "写上 --due 日期",
                    "give --due DATE".to_owned(),
                ),
                Trait::Repeated => (
                    say(
                        lang,
                        "重复提出的建议要先连到以前的建议",
                        "a repeated case is linked to the earlier one first",
                    ),
                    "用 jianyi similar 找到它,再用 jianyi kind 编号 --earlier 以前的编号 连上",
                    "find it with jianyi similar, then jianyi kind CASE --earlier CASE".to_owned(),
                ),
                Trait::Comprehensive => (
                    say(
                        lang,
                        "综合性的建议要几个单位一起办",
                        "a comprehensive case goes to several units",
                    ),
                    "写上 --co 协办单位 或 --separate 分办单位",
                    "give --co UNITS or --separate UNITS".to_owned(),
                ),
            };
            Message::new(what).hint(say(lang, hint_zh, hint_en))
        }
        Need::Coordination { units } => Message::new(say(
            lang,
            format!("{}对预交办有异议,还没有协调", listed(units)),
            format!("{} objected, and nothing was settled", listed(units)),
        ))
        .hint(say(
            lang,
            format!("协调后记录: jianyi pre-assign {number} --settled 结果"),
            format!("record what was settled: jianyi pre-assign {number} --settled TEXT"),
        )),
        Need::Telling => Message::new(say(
            lang,
            "延期要告知代表",
            "the deputy is to be told of an extension",
        ))
        .hint(say(
            lang,
            "告知后加上 --told",
            "give --told once that was done",
        )),
        Need::CoOpinions { units } => Message::new(say(
            lang,
            format!("协办意见还没到,也没有到期: {}", listed(units)),
            format!("the opinions of {} are not in, nor late", listed(units)),
        ))
        .hint(say(
            lang,
            format!("意见到了先记录: jianyi concur {number} --unit 单位"),
            format!("record them first: jianyi concur {number} --unit UNIT"),
        )),
        Need::Answers { requests, answers } => Message::new(say(
            lang,
            format!("提了 {requests} 条请求,只逐条回应了 {answers} 条"),
            format!("{requests} requests, {answers} answers"),
        ))
        .hint(say(
            lang,
            "每条请求写一个 --answer",
            "give one --answer for each request",
        )),
        Need::WithholdingReason => {
            Message::new(say(lang, "不予公开要写理由", "what is withheld says why")).hint(say(
                lang,
                "写上 --publication-reason 理由",
                "give --publication-reason TEXT",
            ))
        }
        Need::Delivery { missing } => Message::new(say(
            lang,
            format!("答复还没有送达: {}", listed(missing)),
            format!("the reply has not reached {}", listed(missing)),
        ))
        .hint(say(
            lang,
            format!("送达后记录: jianyi deliver {number}"),
            format!("record it: jianyi deliver {number}"),
        )),
        Need::ConfirmedClass => Message::new(say(
            lang,
            "办理结果分类还没有确认",
            "the class was not confirmed yet",
        ))
        .hint(say(
            lang,
            format!("先确认: jianyi class {number} --confirm A"),
            format!("confirm it: jianyi class {number} --confirm A"),
        )),
        Need::Consent => Message::new(say(lang, "延期要经同意", "an extension needs consent"))
            .hint(say(lang, "写上 --consent 同意人", "give --consent NAME")),
        Need::Consultation { face_to_face } => Message::new(match face_to_face {
            true => say(
                lang,
                "还没有与代表当面沟通",
                "the deputy was not met in person yet",
            ),
            false => say(
                lang,
                "还没有与代表沟通",
                "nobody talked with the deputy yet",
            ),
        })
        .hint(say(
            lang,
            format!("先记面商: jianyi consult {number} --mode 面谈 --on 日期"),
            format!("record the talk first: jianyi consult {number} --mode face_to_face --on DATE"),
        )),
        Need::Signer => Message::new(say(lang, "没有写签发人", "no signer")).hint(say(
            lang,
            "写上 --signer 姓名",
            "give --signer NAME",
        )),
        Need::Promise { class } => Message::new(say(
            lang,
            format!("{class} 类要写承诺事项和期限"),
            format!("class {class} needs a promise with a date"),
        ))
        .hint(say(
            lang,
            "写上 --promise 事项 --promise-due 日期",
            "give --promise TEXT --promise-due DATE",
        )),
        Need::Reason { class } => Message::new(say(
            lang,
            format!("{class} 类要写原因"),
            format!("class {class} needs a reason"),
        ))
        .hint(say(lang, "写上 --reason 原因", "give --reason TEXT")),
        Need::Reply => Message::new(say(
            lang,
            "还没有答复,不能办结",
            "not replied yet, cannot be closed",
        ))
        .hint(say(
            lang,
            format!("先答复: jianyi reply {number} --class A --signer 姓名"),
            format!("reply first: jianyi reply {number} --class A --signer NAME"),
        )),
        Need::Rating => Message::new(say(
            lang,
            "代表还没有评价,不能办结",
            "the deputy has not rated it, cannot be closed",
        ))
        .hint(say(
            lang,
            format!("先评价: jianyi rate {number} --rating 满意"),
            format!("rate first: jianyi rate {number} --rating 满意"),
        )),
        Need::LookBack => Message::new(say(
            lang,
            "还没有“回头看”,或者回头看不过关,不能办结",
            "nobody looked back and found it good: cannot be closed",
        ))
        .hint(say(
            lang,
            format!("看过以后记录: jianyi look-back {number} --good"),
            format!("record it: jianyi look-back {number} --good"),
        )),
        Need::Mending => Message::new(say(
            lang,
            "检查发现的问题还没有整改,不能办结",
            "what a check found is not mended: cannot be closed",
        ))
        .hint(say(
            lang,
            format!("整改后记录: jianyi check mend {number}"),
            format!("record it: jianyi check mend {number}"),
        )),
        Need::Rework => Message::new(say(
            lang,
            "回头看不过关的,要写清怎么整改",
            "what is not good enough is done better: say how",
        ))
        .hint(say(
            lang,
            "写上 --rework 整改事项 和 --due 期限",
            "give --rework TEXT and --due DATE",
        )),
        Need::Adjudication => Message::new(say(
            lang,
            "两次评价都不满意,要先研究处理,再答复",
            "dissatisfied twice: it is decided on before another reply",
        ))
        .hint(say(
            lang,
            format!("研究后记录: jianyi adjudicate {number} 处理意见"),
            format!("record it: jianyi adjudicate {number} OPINION"),
        )),
        Need::ReworkDue => Message::new(say(
            lang,
            "整改要有期限,本办法没有规定",
            "rework has a day, and the rules set none",
        ))
        .hint(say(lang, "写上 --due 日期", "give --due DATE")),
        Need::Comment => Message::new(say(
            lang,
            "不满意的要写具体意见",
            "who is dissatisfied says why",
        ))
        .hint(say(lang, "写上 --comment 意见", "give --comment TEXT")),
    }
}

/// The option that gives it.
fn hand_over_option(need: HandOverNeed) -> &'static str {
    match need {
        HandOverNeed::Leader => "--leader",
        HandOverNeed::Post => "--post",
        HandOverNeed::Plan => "--plan",
        HandOverNeed::Limit => "--due",
        HandOverNeed::Supervisor => "jianyi kind --supervisor",
        HandOverNeed::TaskForce => "--task-force",
    }
}
