//! What is lawful and yet looks wrong, in words.

use super::{Lang, Word, list, say, session, short_date, subject_label};
use crate::domain::decide::Doubt;
use crate::domain::event::Subject;
use crate::domain::terms::{CitizenId, Date, SessionKey};

/// What to look at again.
#[expect(clippy::too_many_lines, reason = "one table: each doubt and its words")]
pub fn doubt(lang: Lang, doubt: &Doubt) -> String {
    match doubt {
        Doubt::OtherDeputies {
            told,
            on_roster,
            level,
        } => say(
            lang,
            format!(
                "注意: 写的全体代表是 {told} 名,名册上当天在任的{}代表是 {on_roster} 名;过半数按 {told} 名算,请核对",
                level.word(Lang::Zh)
            ),
            format!(
                "note: {told} deputies in all, and {on_roster} seats of the level {} on the roster that day; the majority is of {told}",
                level.word(Lang::En)
            ),
        ),
        Doubt::RoundNearby {
            round,
            on,
            apart: Some(apart),
        } => say(
            lang,
            format!(
                "注意: {}的“{round}”测评过同样的单位,票数只差 {apart} 张;如果是同一批人投的票,两次一减就看出这 {apart} 张怎么打分,请核对",
                short_date(Lang::Zh, *on)
            ),
            format!(
                "note: `{round}` of {on} scored the same units with {apart} sheets more or fewer; if the same people voted, the difference tells how those few did"
            ),
        ),
        Doubt::RoundNearby {
            round,
            on,
            apart: None,
        } => say(
            lang,
            format!(
                "注意: {}的“{round}”测评过同样的单位;如果是同一批人投的票,两次合起来可能看出少数人怎么打分,请核对",
                short_date(Lang::Zh, *on)
            ),
            format!(
                "note: `{round}` of {on} scored the same units; if the same people voted, both together may tell how a few did"
            ),
        ),
        Doubt::DecidesNothing { valid } => say(
            lang,
            format!("注意: 有效票只有 {valid} 张,不留得票,也不产生结果"),
            format!(
                "note: {valid} valid ballots are too few: no votes are kept, and nothing is decided"
            ),
        ),
        Doubt::Uncounted { valid, counted } => say(
            lang,
            format!(
                "注意: 有效票 {valid} 张,给一个单位打分的最多 {counted} 张;作废的请写 --invalid"
            ),
            format!(
                "note: {valid} valid sheets, and no more than {counted} mark any unit; give --invalid for those that do not count"
            ),
        ),
        Doubt::StayApart(citizens) => {
            let numbers: Vec<String> = citizens.iter().map(ToString::to_string).collect();
            let numbers = numbers.join(",");
            say(
                lang,
                format!(
                    "注意: 撤销登记不删个人信息,还在 private.jsonl 里;要删用 jianyi erase {numbers}"
                ),
                format!(
                    "note: the particulars stay in private.jsonl; jianyi erase {numbers} removes them"
                ),
            )
        }
        Doubt::DecidedLater { meeting, held } => say(
            lang,
            format!(
                "注意: 会议{meeting} 在{}举行,决定记在另一天;当天作的决定写 --on {held}",
                short_date(Lang::Zh, *held)
            ),
            format!(
                "note: meeting {meeting} was held on {held}, and the decision stands on another day; what it decided that day is --on {held}"
            ),
        ),
        Doubt::FallsBack { before, now } => say(
            lang,
            format!("注意: 进度比上次({before}%)低,请核对 {now}%"),
            format!("note: it was at {before}% before; is {now}% right?"),
        ),
        Doubt::Overspent { spent, budget } => say(
            lang,
            format!(
                "注意: 已用 {spent} 万元,超过投资 {budget} 万元;投资变了要经同意: jianyi project change"
            ),
            format!(
                "note: {spent} are spent of a budget of {budget}; another budget needs consent: jianyi project change"
            ),
        ),
        Doubt::SessionLeftOpen { key, opened, days } => left_open(lang, (*key, *opened), *days),
        Doubt::SessionAfterCases { count, first } => say(
            lang,
            format!(
                "注意: 当年已有 {count} 件建议在开会那天以前提出(最早 {}),仍编在上一次会议;开会的日期写错了就先改日期",
                short_date(Lang::Zh, *first)
            ),
            format!(
                "note: {count} suggestions of that year were handed in before that day (the first on {first}) and stay with the session before; is the day right?"
            ),
        ),
        Doubt::Namesakes(citizens) => namesakes(lang, citizens),
        Doubt::NoVotes { meeting } => say(
            lang,
            format!("注意: 会议{meeting} 的决定没有写票数;举手或者票决的写 --votes 赞成/反对/弃权"),
            format!(
                "note: the decision of meeting {meeting} says no votes; where hands were counted give --votes YES/NO/ABSTAINED"
            ),
        ),
        Doubt::NoMeetingConsents { consent } => say(
            lang,
            format!(
                "注意: 没有“{consent}”开会的记录;调整的依据写会议的编号最清楚: --consent 3(jianyi meeting list)"
            ),
            format!(
                "note: no meeting called `{consent}` is on record; the number of the meeting that agreed says it best: --consent 3 (jianyi meeting list)"
            ),
        ),
        Doubt::NoProgress { project } => say(
            lang,
            format!(
                "注意: 项目{project} 没有记过进度就验收;完工了先记 jianyi project progress {project} --percent 100"
            ),
            format!(
                "note: project {project} is accepted and no progress is on record; jianyi project progress {project} --percent 100 says that it was finished"
            ),
        ),
        Doubt::RatedBefore { deputy, year, on } => say(
            lang,
            format!(
                "注意: “{deputy}”{year} 年的评议在{}记过一次,以后面这次为准",
                short_date(lang, *on)
            ),
            format!(
                "note: {year} of {deputy} was rated on {}; the later word counts",
                short_date(lang, *on)
            ),
        ),
        Doubt::SameActivity(activity) => {
            let known = subject_label(lang, Subject::Activity(*activity));
            say(
                lang,
                format!("注意: {known} 的种类、名称和日期都一样;同一次活动记两遍,次数就多算了"),
                format!(
                    "note: {known} has the same kind, title and day; one activity that is entered twice counts twice"
                ),
            )
        }
        Doubt::SameFigure(activity) => {
            let activity = subject_label(lang, Subject::Activity(*activity));
            say(
                lang,
                format!("注意: {activity} 已经记过同样的数,两次会加在一起;重复的用 jianyi undo"),
                format!(
                    "note: {activity} has the same figure already, and both are added up; jianyi undo takes one back"
                ),
            )
        }
        Doubt::SameVisit(household) => {
            let household = subject_label(lang, Subject::Citizen(*household));
            say(
                lang,
                format!("注意: {household} 同一天同一位代表已经走访过一次;同一次走访不要记两遍"),
                format!(
                    "note: the same deputy called on {household} on that day already; one call is entered once"
                ),
            )
        }
        Doubt::LaterThanRule { opinion, by_rule } => {
            let opinion = subject_label(lang, Subject::Opinion(*opinion));
            say(
                lang,
                format!("注意: {opinion} 按办法应当在 {by_rule} 以前答复,写的期限更晚"),
                format!(
                    "note: by the rules {opinion} is to be answered by {by_rule}; the day that was given is later"
                ),
            )
        }
        Doubt::SettledBefore(opinion) => {
            let opinion = subject_label(lang, Subject::Opinion(*opinion));
            say(
                lang,
                format!(
                    "注意: {opinion} 先前记的采纳情况不一样,以后面这次为准;先前的在 jianyi log 里"
                ),
                format!(
                    "note: {opinion} was settled otherwise before; the later word counts, the earlier one stands in jianyi log"
                ),
            )
        }
        Doubt::RaisedInVain(case) => say(
            lang,
            format!("注意: 建议 #{case} 未受理或者撤回,民意还算没有办"),
            format!("note: suggestion #{case} was refused or withdrawn; the opinion stays open"),
        ),
        Doubt::EndsLater { deputy, level, on } => {
            let (held, day) = (level.word(lang), short_date(lang, *on));
            say(
                lang,
                format!(
                    "注意: {deputy} 的{held}代表职务到{day}才终止,那天以前仍然在任;写错了先改日期"
                ),
                format!(
                    "note: the {held} seat of {deputy} ends on {day} and is held until then; is the day right?"
                ),
            )
        }
        Doubt::Outsiders(names) => {
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            let names = list(lang, &names);
            say(
                lang,
                format!("注意: {names} 不在代表名册上;列席的写进 --note,表决只算代表"),
                format!(
                    "note: {names} are not on the roster; --note has room for guests, and only deputies vote"
                ),
            )
        }
    }
}

/// A session that is over and was not closed in the journal.
fn left_open(lang: Lang, (key, opened): (SessionKey, Date), days: i64) -> String {
    let held = session(lang, key);
    say(
        lang,
        format!(
            "注意: {held}{}开会,{days} 天了还没有记闭会,这件按会议期间编号;闭会以后提的,先记闭会再提交: jianyi session close --on 闭会日期",
            short_date(Lang::Zh, opened)
        ),
        format!(
            "note: {held} opened on {opened}, {days} days ago, and its closing is not recorded: this one is numbered as of the session; if it came later, first jianyi session close --on DATE"
        ),
    )
}

/// The same beside a row of a table.
pub fn same_name(lang: Lang, citizens: &[CitizenId]) -> Option<String> {
    let labels = citizens.iter();
    let labels = labels.map(|citizen| subject_label(lang, Subject::Citizen(*citizen)));
    let labels: Vec<String> = labels.collect();
    let told = list(lang, &labels);
    let told = say(lang, format!("同名: {told}"), format!("same name: {told}"));
    (!citizens.is_empty()).then_some(told)
}

/// Who bears the name already, by number: the name itself is private.
fn namesakes(lang: Lang, citizens: &[(CitizenId, Date)]) -> String {
    let labels = citizens.iter();
    let labels: Vec<String> = labels
        .map(|(citizen, since)| {
            let citizen = subject_label(lang, Subject::Citizen(*citizen));
            say(
                lang,
                format!("{citizen}({since})"),
                format!("{citizen} ({since})"),
            )
        })
        .collect();
    let labels = list(lang, &labels);
    let numbers = citizens.iter().map(|(citizen, _)| citizen.to_string());
    let first = numbers.clone().next().unwrap_or_default();
    let numbers = numbers.collect::<Vec<_>>().join(",");
    say(
        lang,
        format!(
            "注意: 同名的登记过: {labels};是同一个人就不再登记,民意写 --群众编号 {first};核对: jianyi 群众 查看 {first} --个人信息"
        ),
        format!(
            "note: the same name is on record: {labels}; enter nobody twice: for an opinion give --citizen-no, one of {numbers}; look: jianyi citizen show {first} --private"
        ),
    )
}
