//! The rules of handing over, in words.

use super::rule::{ground, names};
use super::{Lang, Message, Word, date, list, say};
use crate::domain::refusal::HandOverRule;

/// The words of a broken rule; `number` names the case for the command to type.
#[expect(clippy::too_many_lines, reason = "one table: each rule and its words")]
pub(super) fn handing_over_words(lang: Lang, rule: &HandOverRule, number: &str) -> Message {
    match rule {
        HandOverRule::OtherLevel { level } => Message::new(say(
            lang,
            format!("这是{}一级的建议,由上级交办", level.word(lang)),
            format!("it is decided at the level {}", level.word(lang)),
        ))
        .because(say(
            lang,
            "跟踪件不由本级交办",
            "a tracked case is not ours to hand over",
        ))
        .hint(say(
            lang,
            "随台账导入,主办单位写上级单位",
            "enter it through the ledger with the unit that handles it there",
        )),
        HandOverRule::OwnLevel => Message::new(say(
            lang,
            "这是本级的建议,应当交办而不是跟踪",
            "it is decided at our own level",
        ))
        .hint(say(
            lang,
            format!("jianyi assign {number} --lead 单位"),
            format!("jianyi assign {number} --lead UNIT"),
        )),
        HandOverRule::NeedsUnit => Message::new(say(lang, "没有写承办单位", "no handling unit")).hint(say(
            lang,
            "写上 --lead 主办单位,或 --separate 分办单位",
            "give --lead UNIT or --separate UNITS",
        )),
        HandOverRule::UnitTwice { unit } => Message::new(say(
            lang,
            format!("“{unit}”写了两次"),
            format!("`{unit}` is named twice"),
        ))
        .hint(say(
            lang,
            "主办、协办、分办里一个单位只写一次",
            "a unit stands once among lead, co and separate",
        )),
        HandOverRule::WhichUnit { units } => Message::new(say(
            lang,
            "有几个单位,不知道说的是哪个",
            "several units hold it",
        ))
        .hint(say(
            lang,
            format!("写上 --unit: {}", list(lang, &names(units))),
            format!("give --unit: {}", list(lang, &names(units))),
        )),
        HandOverRule::ReturnedLate { due, article } => Message::new(say(
            lang,
            format!("退回的期限是 {},已经过了,不能再退", date(lang, *due)),
            format!("it could be given back until {}", date(lang, *due)),
        ))
        .because(ground(lang, article.as_ref()))
        .hint(say(
            lang,
            format!("确需换单位,由交办的一方改办: jianyi reassign {number} --lead 单位"),
            format!("if another unit is to have it: jianyi reassign {number} --lead UNIT"),
        )),
        HandOverRule::HoldsAlready { unit } => Message::new(say(
            lang,
            format!("{unit} 本来就在承办这件建议"),
            format!("{unit} holds the case already"),
        ))
        .hint(say(lang, "写另一个单位", "name another unit")),
        HandOverRule::SameUnits => Message::new(say(
            lang,
            "还是原来的承办单位,不是改办",
            "those units owe the reply already",
        ))
        .because(say(
            lang,
            "改办会重新起算答复期限,所以只用于换主办或分办单位",
            "a new hand-over starts the reply clock again, so it is for other units only",
        ))
        .hint(say(
            lang,
            format!("要更多时间用 jianyi extend {number};只改协办单位用 jianyi correct {number} --fact assigned --field to.co"),
            format!("for more time: jianyi extend {number}; for co-units only: jianyi correct {number} --fact assigned --field to.co"),
        )),
    }
}
