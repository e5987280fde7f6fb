//! Every rule of meetings that a wish can break, in words.

use super::{Lang, Message, date, say};
use crate::domain::event::MajorityOf;
use crate::domain::refusal::MeetingRule;

/// The words of a rule.
#[expect(clippy::too_many_lines, reason = "one table: each rule and its words")]
pub(super) fn meeting_words(lang: Lang, rule: &MeetingRule) -> Message {
    match rule {
        MeetingRule::ToCome { meeting, day } => Message::new(say(
            lang,
            format!("会议{meeting} 定在{},还没有举行", date(lang, *day)),
            format!("meeting {meeting} is called for {}", date(lang, *day)),
        ))
        .because(say(
            lang,
            "没有举行的会议没有到会、决定、纪要和审议意见",
            "nothing comes of a meeting that was not held",
        ))
        .hint(say(
            lang,
            "核对 --on;开过的先登记: jianyi meeting hold 编号 --present 姓名",
            "check --on; first enter who was there: jianyi meeting hold NUMBER --present NAMES",
        )),
        MeetingRule::Over { meeting, on } => Message::new(say(
            lang,
            format!("会议{meeting} 在{}已经举行", date(lang, *on)),
            format!("meeting {meeting} was held on {}", date(lang, *on)),
        ))
        .hint(say(
            lang,
            "记错了用 jianyi correct或 jianyi undo",
            "jianyi correct mends an entry, jianyi undo takes it back",
        )),
        MeetingRule::NobodyMet { meeting } => Message::new(say(
            lang,
            format!("会议{meeting} 没有写谁到会"),
            format!("nobody is named for meeting {meeting}"),
        ))
        .hint(say(
            lang,
            "写上 --present 姓名 或 --units 单位",
            "give --present NAMES or --units UNITS",
        )),
        MeetingRule::DecidesNothing => Message::new(say(
            lang,
            "没有写关于哪些建议或项目的决定",
            "the decision names no suggestion and no project",
        ))
        .hint(say(
            lang,
            "重点督办、研究处理写 --cases 编号,项目调整写 --projects 编号",
            "give --cases for key cases and adjudications, --projects for changes",
        )),
        MeetingRule::VotesAndPresent { votes, present } => Message::new(say(
            lang,
            format!("表决 {votes} 票,到会有表决权的 {present} 人"),
            format!("{votes} votes, {present} present who have one"),
        ))
        .because(say(
            lang,
            "票数不能多于到会的代表;列席的没有表决权",
            "there are not more votes than deputies present; guests have none",
        ))
        .hint(say(lang, "核对票数和到会名单", "count again")),
        MeetingRule::NotCarried {
            yes,
            of,
            majority_of: MajorityOf::Present,
        } => Message::new(say(
            lang,
            format!("赞成 {yes} 票,到会 {of} 人,没有过半数"),
            format!("{yes} of {of} present are not more than half"),
        ))
        .because(say(
            lang,
            "到会的过半数赞成才算通过",
            "more than half of those present carry a decision",
        ))
        .hint(not_minuted(lang)),
        MeetingRule::NotCarried {
            yes,
            of,
            majority_of: MajorityOf::All,
        } => Message::new(say(
            lang,
            format!("赞成 {yes} 票,全体代表 {of} 名,没有过半数"),
            format!("{yes} of all {of} deputies are not more than half"),
        ))
        .because(say(
            lang,
            "人民代表大会的决定由全体代表的过半数通过(地方组织法第二十五条)",
            "a congress decides by more than half of all deputies (ZZF22, article 25)",
        ))
        .hint(not_minuted(lang)),
        MeetingRule::NeedsVotes { meeting } => Message::new(say(
            lang,
            format!("会议{meeting} 是人民代表大会,决定没有写表决票数"),
            format!("meeting {meeting} is a congress, and its decision says no votes"),
        ))
        .because(say(
            lang,
            "人民代表大会的决定由全体代表的过半数通过(地方组织法第二十五条)",
            "a congress decides by more than half of all deputies (ZZF22, article 25)",
        ))
        .hint(say(
            lang,
            "写上赞成、反对、弃权各几票: --votes 48/1/0;没有表决的写进会议纪要",
            "say how many voted yes, no, abstained: --votes 48/1/0; what was not voted on goes into the minutes",
        )),
        MeetingRule::Answered { deliberation, on } => Message::new(say(
            lang,
            format!("审议意见{deliberation} 在{}已经答复", date(lang, *on)),
            format!(
                "deliberation {deliberation} was answered on {}",
                date(lang, *on)
            ),
        ))
        .hint(say(
            lang,
            "记错了用 jianyi correct",
            "jianyi correct mends an entry",
        )),
        MeetingRule::DecidedOn { meeting } => Message::new(say(
            lang,
            format!("会议{meeting} 对这件建议作过决定"),
            format!("meeting {meeting} decided on it"),
        ))
        .hint(say(
            lang,
            "先撤销那条决定: jianyi log",
            "first undo the decision: jianyi log",
        )),
    }
}

/// What was not carried is no decision.
fn not_minuted(lang: Lang) -> String {
    say(
        lang,
        "没有通过的不登记为决定,可以写进纪要: jianyi meeting minutes",
        "what was not carried is no decision; the minutes may tell it: jianyi meeting minutes",
    )
}
