//! Every rule of the deputies' work beside the cases that a wish can break, in words.

use super::ballot::ballot_words;
use super::meeting::meeting_words;
use super::project::project_words;
use super::rule::names;
use super::standing::standing_words;
use super::{Lang, Message, Word, date, list, say, short_date};
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
        WorkRule::SeatToCome { deputy, on, from } => Message::new(say(
            lang,
            format!("{deputy} {}起才是代表,{}还不是", date(lang, *from), date(lang, *on)),
            format!("{deputy} holds a seat from {} on", date(lang, *from)),
        ))
        .because(say(
            lang,
            "任职以前不做代表工作",
            "nobody does a deputy's work before the seat begins",
        ))
        .hint(say(
            lang,
            "核对日期;名册上的任职日期不对,用 jianyi correct 改任职那一条的 on(见 jianyi log)",
            "check the day; where the roster is wrong, correct `on` of the seat's entry (jianyi log)",
        )),
        WorkRule::CardTaken { card, deputy } => Message::new(say(
            lang,
            format!("代表证号 {card} 已经是 {deputy} 的"),
            format!("card {card} is {deputy}'s"),
        ))
        .because(say(
            lang,
            "一个代表证号只属于一个人",
            "a card number belongs to one person",
        ))
        .hint(say(
            lang,
            "核对证号;同一个人的另一个职务用 jianyi deputy seat",
            "check the number; one more seat of the same person is jianyi deputy seat",
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
            "记错了用 jianyi correct;后来的结果用 jianyi opinion settle",
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
        WorkRule::NotHeldYet { activity, day } => Message::new(say(
            lang,
            format!("活动{activity} 定在{},还没有举行", date(lang, *day)),
            format!("activity {activity} is planned for {}", date(lang, *day)),
        ))
        .because(say(
            lang,
            "没有举行的活动没有出席和成果",
            "what was not held was not attended and brought nothing",
        ))
        .hint(say(
            lang,
            "核对 --on;提前举行的先用 jianyi correct 改日期",
            "check --on; jianyi correct moves the day of one that was held earlier",
        )),
        WorkRule::NobodyCame { activity } => Message::new(say(
            lang,
            format!("活动{activity} 没有写谁参加"),
            format!("nobody is named for activity {activity}"),
        ))
        .hint(say(
            lang,
            "写上 --attended 代表 或 --others 人数;没有举行用 jianyi activity cancel",
            "give --attended NAMES or --others COUNT; jianyi activity cancel calls it off",
        )),
        WorkRule::ActivityOver { activity, on } => Message::new(say(
            lang,
            format!("活动{activity} 在{}已经举行或取消", short_date(lang, *on)),
            format!("activity {activity} was over on {}", short_date(lang, *on)),
        ))
        .hint(say(
            lang,
            "记错了用 jianyi correct或 jianyi undo",
            "jianyi correct mends an entry, jianyi undo takes it back",
        )),
        WorkRule::NotInvited { deputy } => Message::new(say(
            lang,
            format!("{deputy} 不在邀请名单上,谈不上请假"),
            format!("{deputy} was not invited and needs no leave"),
        ))
        .hint(say(
            lang,
            "核对姓名: jianyi activity show 编号",
            "check the name: jianyi activity show NUMBER",
        )),
        WorkRule::InGroup { deputy, group } => Message::new(say(
            lang,
            format!("{deputy} 已经在“{group}”里"),
            format!("{deputy} is in {group} already"),
        ))
        .hint(say(
            lang,
            "看各组成员: jianyi group list;先退出再加入用 jianyi group leave",
            "see who is where: jianyi group list; jianyi group leave comes before another time",
        )),
        WorkRule::NotInGroup { deputy, group } => Message::new(say(
            lang,
            format!("{deputy} 当天不在“{group}”里"),
            format!("{deputy} is not in {group} on that day"),
        ))
        .hint(say(
            lang,
            "看各组成员: jianyi group list",
            "see who is where: jianyi group list",
        )),
        WorkRule::RatingsAndPresent { ballots, present } => Message::new(say(
            lang,
            format!("评价 {ballots} 份,到场 {present} 人"),
            format!("{ballots} ratings, {present} present"),
        ))
        .because(say(
            lang,
            "评价份数不能是零,也不能多于到场人数",
            "there is at least one rating, and none more than people present",
        ))
        .hint(say(lang, "核对票数", "count again")),
        WorkRule::Meeting(rule) => meeting_words(lang, rule),
        WorkRule::SeatOverlaps {
            deputy,
            level,
            from,
            to,
        } => {
            let (level, from) = (level.word(lang), date(lang, *from));
            let to = to.map(|to| date(lang, to)).unwrap_or_default();
            Message::new(say(
                lang,
                format!("{deputy} 已有{level}代表职务: {from}起 {to}"),
                format!("{deputy} holds a seat at the level {level}: from {from} to {to}"),
            ))
            .because(say(
                lang,
                "同一级的代表职务不能重叠",
                "seats at one level do not overlap",
            ))
            .hint(say(
                lang,
                "先终止原来的职务: jianyi deputy end;日期写错了用 jianyi correct",
                "end the seat first: jianyi deputy end; jianyi correct mends a day",
            ))
        }
        WorkRule::Namesake { deputy } => Message::new(say(
            lang,
            format!("名册上已有 {deputy}"),
            format!("{deputy} is on record already"),
        ))
        .because(say(
            lang,
            "重名的人要靠代表证号区分,两个人都要有",
            "namesakes are told apart by their card numbers; both need one",
        ))
        .hint(say(
            lang,
            "同一个人再任一职用 jianyi deputy seat;是另一个人就写 --card,原来那位没有证号的用 jianyi correct 补上",
            "one more seat of the same person: jianyi deputy seat; another person: give --card, and add the first one's with jianyi correct",
        )),
        WorkRule::NotPaired { citizen } => Message::new(say(
            lang,
            format!("群众{citizen} 没有结对的代表"),
            format!("no deputy keeps in touch with household {citizen}"),
        ))
        .hint(say(
            lang,
            "先结对: jianyi citizen pair 编号 --deputy 代表",
            "pair it first: jianyi citizen pair NUMBER --deputy NAME",
        )),
        WorkRule::WhichDeputy { deputies } => {
            let known = list(lang, &names(deputies));
            Message::new(say(
                lang,
                format!("这些联系户的结对代表不止一位: {known}"),
                format!("several deputies keep in touch with them: {known}"),
            ))
            .hint(say(lang, "写上 --deputy 代表", "give --deputy NAME"))
        }
        WorkRule::SameCitizen { citizen } => Message::new(say(
            lang,
            format!("群众{citizen} 登记过,姓名和号码都一样"),
            format!("citizen {citizen} is on record with the same name and number"),
        ))
        .because(say(
            lang,
            "一个人登记两次,走访和民意就分在两处",
            "entered twice, visits and opinions of one person would stand apart",
        ))
        .hint(say(
            lang,
            format!("民意写 --群众编号 {citizen};查看: jianyi 群众 查看 {citizen}"),
            format!("give --citizen-no {citizen} for an opinion; jianyi citizen show {citizen}"),
        )),
        WorkRule::ErasedBefore { citizen, on } => Message::new(say(
            lang,
            format!("群众{citizen} 的个人信息在{}已经抹除", date(lang, *on)),
            format!("citizen {citizen} was erased on {}", date(lang, *on)),
        ))
        .because(say(
            lang,
            "抹除以后不再登记和联系,也不能恢复",
            "what was erased does not come back and is not used any more",
        ))
        .hint(say(
            lang,
            "核对编号: jianyi citizen list",
            "check the number: jianyi citizen list",
        )),
        WorkRule::SaidBy { citizen, opinion } => Message::new(say(
            lang,
            format!("民意{opinion} 是群众{citizen} 反映的"),
            format!("citizen {citizen} said opinion {opinion}"),
        ))
        .hint(say(
            lang,
            "要删个人信息用 jianyi erase;登记错了先更正那条民意的“群众”",
            "jianyi erase removes the particulars; or first correct the opinion's citizen",
        )),
        WorkRule::Project(rule) => project_words(lang, rule),
        WorkRule::Ballot(rule) => ballot_words(lang, rule),
        WorkRule::Standing(rule) => standing_words(lang, rule),
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

/// How often a group met this year, and how often it has to.
pub fn held_of(lang: Lang, held: usize, least: u32) -> String {
    say(
        lang,
        format!("今年开展 {held} 次,每年至少 {least} 次"),
        format!("met {held} times this year, at least {least} are due"),
    )
}
