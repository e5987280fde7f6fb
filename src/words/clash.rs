//! Every contradiction of history in words, and what is possible in a state instead.

use super::work_change::on_record;
use super::{Lang, Message, Word, date, fact_name, refusal, say};
use crate::domain::book::{Book, Clash, Impossible, State};
use crate::domain::deadline::Step;
use crate::domain::refusal::Unlawful;
use crate::domain::terms::Date;

/// What is possible in a state.
pub(super) fn next_step(lang: Lang, state: State, number: &str) -> String {
    let verb = Step::of(state).map_or("show", step_command);
    say(
        lang,
        format!("接下来可以: jianyi {verb} {number}"),
        format!("next: jianyi {verb} {number}"),
    )
}

/// The command that takes a step.
pub fn step_command(step: Step) -> &'static str {
    match step {
        Step::Review => "review",
        Step::Amend => "amend",
        Step::HandOver => "assign",
        Step::HandOverAnew => "reassign",
        Step::Sign => "sign",
        Step::Consult => "consult",
        Step::Reply | Step::Rehandle => "reply",
        Step::Rate => "rate",
        Step::Decide => "adjudicate",
        Step::Rework => "look-back",
        Step::KeepPromise => "follow",
        Step::Close => "close",
    }
}

/// A fact that cannot have happened, with the step it stands against.
pub(super) fn contradiction(lang: Lang, impossible: &Impossible, book: &Book) -> Message {
    let step = fact_name(lang, impossible.event);
    let day = if impossible.on == Date::MIN {
        String::new()
    } else {
        date(lang, impossible.on)
    };
    let later = impossible.at.line <= book.head();
    let what = match later {
        true => say(
            lang,
            format!("与第 {} 条记录矛盾: {day}{step}", impossible.at.line),
            format!(
                "it contradicts entry {}: {step} on {day}",
                impossible.at.line
            ),
        ),
        false => say(
            lang,
            format!("{day}{step}不可能"),
            format!("{step} on {day} is not possible"),
        ),
    };
    Message::new(what).because(clash(lang, &impossible.clash)).hint(say(
        lang,
        "核对日期;已记录的那条错了就先用 jianyi correct,或用 jianyi undo",
        "check the dates; mend the recorded entry with jianyi correct, or take it back with jianyi undo",
    ))
}

/// A fact on record that would no longer be lawful, and why a fresh one would be refused.
pub(super) fn no_longer_lawful(lang: Lang, unlawful: &Unlawful, book: &Book) -> Message {
    let step = fact_name(lang, unlawful.event);
    let (line, day) = (unlawful.line, date(lang, unlawful.on));
    Message::new(say(
        lang,
        format!("那样一来第 {line} 条记录({day}{step})就不合规定"),
        format!("entry {line} ({step} on {day}) would then be against the rules"),
    ))
    .because(refusal(lang, &unlawful.why, book).what)
    .hint(say(
        lang,
        format!("先处理那一条: jianyi log --line {line},再用 jianyi correct 或 jianyi undo"),
        format!(
            "settle that entry first: jianyi log --line {line}, then jianyi correct or jianyi undo"
        ),
    ))
}

/// What a fact contradicts, in words.
#[expect(clippy::too_many_lines, reason = "one table: each clash and its words")]
pub fn clash(lang: Lang, clash: &Clash) -> String {
    let (zh, en): (String, String) = match clash {
        Clash::NotSubmitted => (
            "那时还没有提出".into(),
            "it was not handed in by then".into(),
        ),
        Clash::SubmittedTwice => ("已经提出过".into(), "it was handed in before".into()),
        Clash::Ended(ending) => (
            format!("那时已经{}", ending.word(Lang::Zh)),
            format!("it was {} by then", ending.word(Lang::En)),
        ),
        Clash::Closed => ("那时已经办结".into(), "it was closed by then".into()),
        Clash::NotAccepted => ("那时还没有受理".into(), "not accepted by then".into()),
        Clash::ReturnedTwice => (
            "已经退回,还没有答复".into(),
            "given back before, and not answered yet".into(),
        ),
        Clash::AcceptedTwice => ("已经受理过".into(), "it was accepted before".into()),
        Clash::AssignedTwice => ("已经交办过".into(), "it was handed over before".into()),
        Clash::NotAssigned => (
            "那时还没有交办".into(),
            "it was not handed over by then".into(),
        ),
        Clash::NotHolder(unit) => (
            format!("{unit} 不承办这件建议"),
            format!("{unit} does not hold the case"),
        ),
        Clash::SignedTwice(unit) => (
            format!("{unit} 已经签收过"),
            format!("{unit} signed before"),
        ),
        Clash::Replied => ("那时已经答复".into(), "it was replied to by then".into()),
        Clash::NotReplied => (
            "那时还没有答复".into(),
            "it was not replied to by then".into(),
        ),
        Clash::NotPreAssigned => (
            "那时还没有预交办".into(),
            "it was not proposed to units by then".into(),
        ),
        Clash::NotReturned => (
            "没有等待答复的退回".into(),
            "no return waits for an answer".into(),
        ),
        Clash::NoMilestone => (
            "没有这个未完成的节点".into(),
            "there is no such open milestone".into(),
        ),
        Clash::NoCoOpinion(unit) => (
            format!("{unit} 没有可退回的协办意见"),
            format!("no opinion of {unit} is in"),
        ),
        Clash::NotEscalated => (
            "那时还没有上报".into(),
            "it was not escalated by then".into(),
        ),
        Clash::NoNotice => (
            "没有等待回复的督办".into(),
            "no notice waits for its answer".into(),
        ),
        Clash::NoFinding => (
            "这次检查没有待整改的问题".into(),
            "that check found nothing that waits to be mended".into(),
        ),
        Clash::NoRework => (
            "没有待完成的整改".into(),
            "nothing is to be reworked".into(),
        ),
        Clash::NotRated => ("代表还没有评价".into(), "it is not rated".into()),
        Clash::NotClosed => ("还没有办结".into(), "it is not closed".into()),
        Clash::Merged => ("已经并案".into(), "it is merged already".into()),
        Clash::NotMerged => ("没有并案".into(), "it is not merged".into()),
        Clash::NoCommitment => ("没有未兑现的承诺".into(), "there is no open promise".into()),
        Clash::NumberTaken(number, _) => (
            format!("编号 {} 已经给了别的建议", number.seq),
            format!("number {} belongs to another case", number.seq),
        ),
        Clash::Known(what) => (
            format!("{} 已经登记过", on_record(Lang::Zh, what)),
            format!("{} is on record already", on_record(Lang::En, what)),
        ),
        Clash::Unknown(what) => (
            format!("{} 没有登记", on_record(Lang::Zh, what)),
            format!("{} is not on record", on_record(Lang::En, what)),
        ),
        Clash::NotChosen(what) => (
            format!("{} 那时还没有选定", on_record(Lang::Zh, what)),
            format!("{} was not chosen by then", on_record(Lang::En, what)),
        ),
        Clash::NotStarted(what) => (
            format!("{} 那时还没有实施", on_record(Lang::Zh, what)),
            format!("{} was not under way by then", on_record(Lang::En, what)),
        ),
        Clash::Over(what) => (
            format!("{} 那时已经举行或取消", on_record(Lang::Zh, what)),
            format!(
                "{} was held or called off by then",
                on_record(Lang::En, what)
            ),
        ),
        Clash::NotHeld(what) => (
            format!("{} 那时还没有举行", on_record(Lang::Zh, what)),
            format!("{} was not held by then", on_record(Lang::En, what)),
        ),
        Clash::Opening => (
            "第一条记录必须是建档,也只有第一条是".into(),
            "the first entry opens the store, and no other".into(),
        ),
        Clash::NoSuchLine(line) => (
            format!("第 {line} 条不能撤销或恢复"),
            format!("entry {line} cannot be taken back or put back"),
        ),
        Clash::NoSuchField(field) => (
            format!("没有“{field}”这一项,或原值不符"),
            format!("no field `{field}` with that value"),
        ),
        Clash::BadValue(field, why) => (
            format!("“{field}”这一项不能是这个值"),
            format!("`{field}` cannot take this value: {why}"),
        ),
    };
    say(lang, zh, en)
}
