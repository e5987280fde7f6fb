//! Every rule of sessions that a wish can break, in words.

use super::{Lang, Message, date, say, session};
use crate::domain::refusal::SessionRule;

/// The words of a rule.
pub(super) fn session_words(lang: Lang, rule: &SessionRule) -> Message {
    match rule {
        SessionRule::NoneOnRecord => Message::new(say(
            lang,
            "还没有登记会议",
            "no session of the congress is on record",
        ))
        .hint(say(
            lang,
            "先登记: jianyi session open 20-5 --on 2024-01-10",
            "enter one: jianyi session open 20-5 --on 2024-01-10",
        )),
        SessionRule::NoneOpen => Message::new(say(
            lang,
            "各次会议都已经闭会",
            "every session on record is closed",
        ))
        .hint(say(
            lang,
            "有哪些会: jianyi session list",
            "see jianyi session list",
        )),
        SessionRule::StillOpen { key } => Message::new(say(
            lang,
            format!("{}还没有闭会", session(lang, *key)),
            format!("session {}-{} is still open", key.term, key.session),
        ))
        .hint(say(
            lang,
            format!(
                "先闭会: jianyi session close {}-{} --on 日期",
                key.term, key.session
            ),
            format!(
                "close it first: jianyi session close {}-{} --on DATE",
                key.term, key.session
            ),
        )),
        SessionRule::NotOpen { key } => Message::new(say(
            lang,
            format!("没有开着的{}", session(lang, *key)),
            format!("session {}-{} is not open", key.term, key.session),
        ))
        .hint(say(
            lang,
            "有哪些会: jianyi session list",
            "see jianyi session list",
        )),
        SessionRule::Overlaps { next, opened } => Message::new(say(
            lang,
            format!("{}{}已经开会", session(lang, *next), date(lang, *opened)),
            format!("session {}-{} opened on {opened}", next.term, next.session),
        ))
        .because(say(
            lang,
            "上一次会议在下一次开会以前闭会",
            "a session ends before the next one opens",
        ))
        .hint(say(
            lang,
            "写它闭会那天: --on 日期",
            "write the day on which it closed: --on DATE",
        )),
    }
}
