//! What is lawful and yet looks wrong, in words.

use super::{Lang, Word, list, say, short_date, subject_label};
use crate::domain::decide::Doubt;
use crate::domain::event::Subject;
use crate::domain::terms::{CitizenId, Date};

/// What to look at again.
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
        Doubt::Namesakes(citizens) => namesakes(lang, citizens),
    }
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
