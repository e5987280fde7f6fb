//! Every rule that a wish can break, and every contradiction of history, in words.

use super::clash::{contradiction, next_step, no_longer_lawful};
use super::handing_over::handing_over_words;
use super::judging::judging_words;
use super::need::need_words;
use super::session::session_words;
use super::work::work_words;
use super::work_change::on_record;
use super::{Lang, Message, Word, case_label, case_spans, date, plain_label, say, short_date};
use crate::domain::book::Book;
use crate::domain::event::OnRecord;
use crate::domain::refusal::Rule;
use crate::domain::terms::CaseId;

/// The article behind a rule, or that it is the office's own.
pub(super) fn ground(lang: Lang, article: Option<&String>) -> String {
    match article {
        Some(article) => say(lang, format!("依据: {article}"), format!("by {article}")),
        None => say(
            lang,
            "依据: 本单位采用的办法这样定,没有引条文;各项规定: jianyi rules show",
            "by the rule set this office adopted, which names no article: jianyi rules show",
        ),
    }
}

/// The words of a rule, about a case where there is one.
#[expect(clippy::too_many_lines, reason = "one table: each rule and its words")]
pub(super) fn rule_words(lang: Lang, rule: &Rule, book: &Book, case: Option<CaseId>) -> Message {
    let number = case.map_or_else(|| "17".to_owned(), |case| plain_label(book, case));
    let number = number.as_str();
    match rule {
        Rule::NotYet { on } => Message::new(say(
            lang,
            format!("{}还没到,不能记成已经发生", date(lang, *on)),
            format!("{} has not come yet", date(lang, *on)),
        ))
        .hint(say(
            lang,
            "改 --on 的日期,或等到那天再记",
            "mend --on, or record it on that day",
        )),
        Rule::WrongState { state } => Message::new(say(
            lang,
            format!("现在是“{}”,不能做这一步", state.word(lang)),
            format!(
                "this step is not possible while the case is {}",
                state.word(lang)
            ),
        ))
        .hint(next_step(lang, *state, number)),
        Rule::Contradicts(impossible) => contradiction(lang, impossible, book),
        Rule::Unlawful(unlawful) => no_longer_lawful(lang, unlawful, book),
        Rule::NumberTaken { number, holder } => Message::new(say(
            lang,
            format!("编号 {} 已经给了{}", number.seq, case_label(book, *holder)),
            format!(
                "number {} belongs to {}",
                number.seq,
                case_label(book, *holder)
            ),
        ))
        .because(say(
            lang,
            "同一次会议里编号不能重复",
            "a number is unique within its session",
        ))
        .hint(say(
            lang,
            "不写 --number 会给下一个空号",
            "without --number the next free one is given",
        )),
        Rule::Session(rule) => session_words(lang, rule),
        Rule::Recorded { name } => recorded(lang, name),
        Rule::Known { name } => Message::new(say(
            lang,
            format!("“{name}”已经登记过了"),
            format!("`{name}` is on record already"),
        ))
        .hint(say(
            lang,
            "重名的代表用能区分的写法,如“李敏(二组)”,并写 --card",
            "enter a namesake in a form that tells them apart, with --card",
        )),
        Rule::NeedsProposer => Message::new(say(lang, "没有写由谁提出", "nobody proposes it"))
            .because(say(
                lang,
                "建议由代表提出,会议期间也可以由代表团提出",
                "a deputy proposes, in session also a delegation",
            ))
            .hint(say(lang, "写上 --deputy 姓名", "give --deputy NAME")),
        Rule::DelegationInSession { article } => Message::new(say(
            lang,
            "闭会期间不能以代表团名义提出",
            "a delegation proposes in session only",
        ))
        .because(ground(lang, article.as_ref()))
        .hint(say(
            lang,
            "写上 --deputy 姓名,由代表提出",
            "give --deputy NAME",
        )),
        Rule::NamedTwice { name } => Message::new(say(
            lang,
            format!("{name} 写了两次"),
            format!("{name} is named twice"),
        ))
        .hint(say(
            lang,
            "领衔代表不用再写进联名",
            "the lead deputy is not a co-signer too",
        )),
        Rule::NoSeat { deputy, level } => Message::new(say(
            lang,
            format!("{deputy} 不是{}代表,或职务已经终止", level.word(lang)),
            format!("{deputy} holds no seat at the level {}", level.word(lang)),
        ))
        .because(say(
            lang,
            "向哪一级提建议,要担任哪一级的代表",
            "who hands in at a level holds a seat there",
        ))
        .hint(say(
            lang,
            "用 jianyi deputy list 核对名册",
            "jianyi deputy list shows the seats",
        )),
        Rule::TooEarly { on, after } => Message::new(say(
            lang,
            format!("{}早于{}", short_date(lang, *on), short_date(lang, *after)),
            format!(
                "{} is before {}",
                short_date(lang, *on),
                short_date(lang, *after)
            ),
        ))
        .hint(say(
            lang,
            "核对日期;记错了的可以用 jianyi correct",
            "check the dates; jianyi correct mends an entry",
        )),
        Rule::BeyondLimit { to, limit, article } => Message::new(say(
            lang,
            format!(
                "{}超过了最长的 {}",
                short_date(lang, *to),
                date(lang, *limit)
            ),
            format!(
                "{} is beyond {}, the longest in all",
                short_date(lang, *to),
                date(lang, *limit)
            ),
        ))
        .because(ground(lang, article.as_ref()))
        .hint(say(
            lang,
            "延期以总期限为止,到期仍办不完的先答复并写明原因",
            "extend up to that day; reply with the reasons if more is needed",
        )),
        Rule::NoExtension { to, due } => Message::new(say(
            lang,
            format!(
                "{}不晚于现在的期限 {}",
                short_date(lang, *to),
                date(lang, *due)
            ),
            format!(
                "{} is not later than {}",
                short_date(lang, *to),
                date(lang, *due)
            ),
        ))
        .hint(say(lang, "写一个更晚的日期", "give a later day")),
        Rule::Needs { need, article } => {
            need_words(lang, need, number).because(ground(lang, article.as_ref()))
        }
        Rule::WithdrawnLate { article } => Message::new(say(
            lang,
            "交办以后不能撤回",
            "it cannot be withdrawn once it is handed over",
        ))
        .because(ground(lang, article.as_ref()))
        .hint(say(
            lang,
            format!("办完答复即可: jianyi reply {number} …"),
            format!("let it be answered: jianyi reply {number} …"),
        )),
        Rule::WrongCode { code, article } => Message::new(say(
            lang,
            format!("“{code}”这种情形不是这样处理的"),
            format!("`{code}` does not lead to this outcome"),
        ))
        .because(ground(lang, article.as_ref()))
        .hint(say(
            lang,
            "每种情形怎么处理: jianyi rules show",
            "jianyi rules show tells what each reason leads to",
        )),
        Rule::NothingAmended => Message::new(say(lang, "没有写要改什么", "nothing to change"))
            .hint(say(
                lang,
                "至少写一项,见 --help",
                "give at least one option, see --help",
            )),
        Rule::MergeCycle { other } => {
            let other = case_label(book, *other);
            Message::new(say(
                lang,
                format!("{other} 就是它自己,或已经并到它里面"),
                format!("{other} is the case itself, or merged into it"),
            ))
            .hint(say(
                lang,
                format!("先取消并案: jianyi merge {other} --apart"),
                format!("part them first: jianyi merge {other} --apart"),
            ))
        }
        Rule::MergeChain { other, lead } => {
            let (other, lead) = (case_label(book, *other), case_label(book, *lead));
            Message::new(say(
                lang,
                format!("{other} 已经并到 {lead},不能再并"),
                format!("{other} is merged into {lead} already"),
            ))
            .hint(say(
                lang,
                format!("直接并到 {lead}"),
                format!("merge it into {lead}"),
            ))
        }
        Rule::NotEarlier { other } => Message::new(say(
            lang,
            format!("{} 不是更早的建议", case_label(book, *other)),
            format!("{} is no earlier case", case_label(book, *other)),
        ))
        .hint(say(
            lang,
            "连到以前提出的那一件",
            "link it to one that was handed in before",
        )),
        Rule::Dissatisfied { article } => Message::new(say(
            lang,
            "代表不满意,要重新办理",
            "the deputy is dissatisfied: handle it again",
        ))
        .because(ground(lang, article.as_ref()))
        .hint(say(
            lang,
            format!("重新办理后再答复: jianyi reply {number} …"),
            format!("reply again: jianyi reply {number} …"),
        )),
        Rule::NeedsGrade => Message::new(say(lang, "没有写评价", "no rating")).hint(say(
            lang,
            "写上 --rating 满意",
            "give --rating WORD",
        )),
        Rule::NotSignatory { deputy } => Message::new(say(
            lang,
            format!("{deputy} 没有在这件建议上署名"),
            format!("{deputy} did not sign the suggestion"),
        ))
        .because(say(
            lang,
            "评价、同意撤回,都由署名的代表作出",
            "who signed it rates it and agrees to a withdrawal",
        ))
        .hint(say(
            lang,
            format!("用 jianyi show {number} 看署名"),
            format!("jianyi show {number} names the signatories"),
        )),
        Rule::HandOver(rule) => handing_over_words(lang, rule, number),
        Rule::Work(rule) => work_words(lang, rule),
        Rule::Judging(rule) => judging_words(lang, rule, number),
        Rule::TooMuch { percent } => Message::new(say(
            lang,
            format!("进度 {percent}% 超过了 100"),
            format!("{percent} percent is more than 100"),
        ))
        .hint(say(lang, "进度写 0 到 100", "give 0 to 100")),
        Rule::CannotTakeBack { line } => Message::new(say(
            lang,
            format!("第 {line} 条不能撤销或恢复"),
            format!("entry {line} cannot be taken back or put back"),
        ))
        .because(say(
            lang,
            "建档的那一条、撤销和重做本身、已经撤销(或没有撤销)的,都不能",
            "not the one that opens the store, not an undo or redo, not one already in that state",
        ))
        .hint(say(
            lang,
            "全部记录: jianyi log",
            "jianyi log shows the entries",
        )),
        Rule::InUse { name, cases } => Message::new(say(
            lang,
            format!(
                "还有建议用到“{name}”: {}",
                case_spans(lang, book, cases.clone())
            ),
            format!(
                "`{name}` is still used by {}",
                case_spans(lang, book, cases.clone())
            ),
        ))
        .hint(say(
            lang,
            "先撤销或更正那些记录",
            "take those entries back or correct them first",
        )),
        Rule::SameReply { unit } => Message::new(say(
            lang,
            format!("{unit}当天已经有一次同样的答复"),
            format!("{unit} gave the same reply on that day"),
        ))
        .hint(say(
            lang,
            "再次答复请写明不同的文号、内容或日期;记重了不用再记",
            "another reply has another number, text or day",
        )),
        Rule::NothingChanges => Message::new(say(
            lang,
            "已经是这样,没有什么要更正或者登记",
            "it is so already: nothing to correct or to enter",
        ))
        .hint(say(
            lang,
            "用 jianyi log 核对条号",
            "check the entry with jianyi log",
        )),
        Rule::StoreExists => {
            Message::new(say(lang, "这里已经建过档", "there is a store here already")).hint(say(
                lang,
                "换一个目录: --store 目录",
                "take another folder: --store DIR",
            ))
        }
        Rule::NotOpened => Message::new(say(lang, "还没有建档", "the store is not opened yet"))
            .hint(say(lang, "先建档: jianyi init", "begin with jianyi init")),
    }
}

/// What happens once, and has.
fn recorded(lang: Lang, what: &OnRecord) -> Message {
    let name = on_record(lang, what);
    let message = Message::new(say(
        lang,
        format!("“{name}”已经记过了"),
        format!("`{name}` is on record already"),
    ));
    let message = match what {
        OnRecord::Named(_) => message.hint(say(
            lang,
            "另一次就另取名称",
            "another one has another name",
        )),
        OnRecord::Work(_) => message,
    };
    message.hint(say(
        lang,
        "记错的那一条在 jianyi log;用 jianyi correct 改;整条不要的用 jianyi undo",
        "jianyi log has the entry; jianyi correct mends it; jianyi undo takes it back",
    ))
}

pub(super) fn names(names: &[crate::domain::terms::Name]) -> Vec<&str> {
    names
        .iter()
        .map(crate::domain::terms::Name::as_str)
        .collect()
}
