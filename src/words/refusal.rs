//! A refused wish in words: what, which rule, what to do next.

use super::rule::rule_words;
use super::{Lang, Message, Word, case_label, list};
use crate::domain::book::Book;
use crate::domain::refusal::{Refusal, Thing};

/// The words of a refusal; the book gives cases their numbers.
pub fn refusal(lang: Lang, refusal: &Refusal, book: &Book) -> Message {
    match refusal {
        Refusal::NotFound { thing, word, near } => not_found(lang, *thing, word, near),
        Refusal::Ambiguous {
            thing,
            word,
            candidates,
        } => {
            let thing = thing.word(lang);
            let candidates = list(lang, candidates);
            match lang {
                Lang::Zh => Message::new(format!("“{word}”可能指几个{thing}"))
                    .hint(format!("写全: {candidates}")),
                Lang::En => Message::new(format!("`{word}` may be several {thing}s"))
                    .hint(format!("write one of: {candidates}")),
            }
        }
        Refusal::Rule { case, rule } => {
            // A row that is not entered yet has no number to be called by.
            let entered = case.filter(|case| book.timeline(*case).next().is_some());
            let label = entered.map(|case| case_label(book, case));
            let mut message = rule_words(lang, rule, book, entered);
            if let Some(label) = label {
                message.what = format!("{label}: {}", message.what);
            }
            message
        }
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "one table: each thing and where it is listed"
)]
fn not_found(lang: Lang, thing: Thing, word: &str, near: &[String]) -> Message {
    let name = thing.word(lang);
    let mut message = Message::new(match lang {
        Lang::Zh => format!("没有{name}“{word}”"),
        Lang::En => format!("no {name} `{word}`"),
    });
    if !near.is_empty() {
        let near = list(lang, near);
        message = message.hint(match (lang, thing) {
            (Lang::Zh, Thing::Category | Thing::Class | Thing::Grade | Thing::ReviewReason) => {
                format!("可以写: {near}")
            }
            (Lang::Zh, _) => format!("相近的: {near}"),
            (Lang::En, Thing::Category | Thing::Class | Thing::Grade | Thing::ReviewReason) => {
                format!("choose from: {near}")
            }
            (Lang::En, _) => format!("near: {near}"),
        });
    }
    let (zh, en) = match thing {
        Thing::Case => ("用 jianyi list 查看全部建议", "jianyi list shows all cases"),
        Thing::Unit => (
            "用 jianyi unit list 查看名册,登记用 jianyi unit add",
            "jianyi unit list shows the roster, jianyi unit add enters one",
        ),
        Thing::Deputy => (
            "用 jianyi deputy list 查看名册,登记用 jianyi deputy add",
            "jianyi deputy list shows the roster, jianyi deputy add enters one",
        ),
        Thing::Session => (
            "用 jianyi session open 20-5 登记会议",
            "jianyi session open 20-5 enters a session",
        ),
        Thing::Line | Thing::Field => (
            "用 jianyi log 查看记录的条号和各项",
            "jianyi log shows entries and their fields",
        ),
        Thing::Milestone => ("看节点用 jianyi show", "jianyi show names the milestones"),
        Thing::Check => (
            "用 jianyi check list 查看检查,用 jianyi check open 开始",
            "jianyi check list shows the checks, jianyi check open begins one",
        ),
        Thing::Group => (
            "登记代表时写上 --小组;用 jianyi deputy list 查看",
            "groups are named with deputies: jianyi deputy list",
        ),
        Thing::Project => (
            "用 jianyi project list 查看项目",
            "jianyi project list shows the projects",
        ),
        Thing::Ballot => (
            "用 jianyi report projects 查看票决",
            "jianyi report projects names the ballots",
        ),
        Thing::Caretaker => (
            "用 jianyi project entrust 落实管护",
            "jianyi project entrust names one",
        ),
        Thing::Activity => (
            "用 jianyi activity list 查看活动",
            "jianyi activity list shows the activities",
        ),
        Thing::Meeting => (
            "用 jianyi meeting list 查看会议",
            "jianyi meeting list shows the meetings",
        ),
        Thing::Deliberation => (
            "用 jianyi meeting show 编号 查看审议意见",
            "jianyi meeting show NUMBER shows the opinions of a deliberation",
        ),
        Thing::Station => (
            "用 jianyi station add 设立家站",
            "jianyi station add sets one up",
        ),
        Thing::Citizen => (
            "用 jianyi citizen list 查看群众编号",
            "jianyi citizen list shows the numbers",
        ),
        Thing::Pledge => (
            "用 jianyi deputy file 姓名 查看承诺",
            "jianyi deputy file NAME shows the pledges",
        ),
        Thing::ScoreItem => (
            "看分项用 jianyi rules show",
            "jianyi rules show names the items",
        ),
        Thing::Opinion => (
            "用 jianyi opinion list 查看民意",
            "jianyi opinion list shows the opinions",
        ),
        Thing::Filter => (
            "用 jianyi filter list 查看,用 jianyi filter save 保存",
            "jianyi filter list shows them, jianyi filter save keeps one",
        ),
        Thing::Mapping => (
            "用 jianyi mapping list 查看,用 jianyi mapping save 保存",
            "jianyi mapping list shows them, jianyi mapping save keeps one",
        ),
        Thing::Category | Thing::Class | Thing::Grade | Thing::RuleSet | Thing::ReviewReason => (
            "看本单位的办法用 jianyi rules show",
            "jianyi rules show shows the rule set in force",
        ),
    };
    message.hint(match lang {
        Lang::Zh => zh,
        Lang::En => en,
    })
}
