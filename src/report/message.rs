//! The text of a message that urges somebody (短信催办): a unit to reply, a deputy to answer.
//!
//! It is a paper of the office: Chinese, whoever reads the screen. Refuses to send anything.

use super::outlook::Outlook;
use super::tally::owing;
use crate::domain::book::Case;
use crate::domain::deadline;
use crate::domain::terms::Name;
use crate::words::{self, Lang};

/// One line for each unit that owes its reply; after the reply one for the proposer.
pub fn messages(outlook: &Outlook, case: &Case) -> Vec<String> {
    let identity = outlook.book.office().identity();
    let office = identity.map_or("", |identity| identity.name.as_str());
    let titled = words::case_titled(Lang::Zh, outlook.book, case);
    let owed: Vec<&Name> = owing(case).collect();
    if !owed.is_empty() {
        let clock = deadline::reply_clock(outlook.book, case, outlook.as_of);
        let due = clock.map(|clock| {
            let day = words::date(Lang::Zh, clock.due());
            let left = words::days_left(Lang::Zh, clock.days_left(outlook.as_of));
            format!("答复期限为{day},{left},")
        });
        let due = due.unwrap_or_default();
        let told = |unit: &&Name| {
            format!("【{office}】{unit}: 你单位承办的{titled}{due}请抓紧办理并答复代表。")
        };
        return owed.iter().map(told).collect();
    }
    let rated = case
        .rating()
        .is_some_and(|r| r.replies == case.replies.len());
    let proposer = case
        .proposer()
        .filter(|_| case.replied().is_some() && !rated);
    let told = |deputy: &Name| {
        format!(
            "【{office}】{deputy}代表: 您提出的{titled}已经答复,请将对办理情况的意见反馈我们,谢谢。"
        )
    };
    proposer.map(told).into_iter().collect()
}
