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
        Thing::Case => ("全部建议: jianyi list", "jianyi list shows all cases"),
        Thing::Unit => (
            "名册: jianyi unit list;登记: jianyi unit add",
            "jianyi unit list shows the roster, jianyi unit add enters one",
        ),
        Thing::Deputy => (
            "名册: jianyi deputy list;登记: jianyi deputy add",
            "jianyi deputy list shows the roster, jianyi deputy add enters one",
        ),
        Thing::Session => (
            "用 jianyi session open 20-5 登记会议",
            "jianyi session open 20-5 enters a session",
        ),
        Thing::Line | Thing::Field => (
            "记录的条号和各项: jianyi log",
            "jianyi log shows entries and their fields",
        ),
        Thing::Milestone => ("看节点用 jianyi show", "jianyi show names the milestones"),
        Thing::Check => (
            "已有的检查: jianyi check list;开始一次: jianyi check open",
            "jianyi check list shows the checks, jianyi check open begins one",
        ),
        Thing::Group => (
            "登记代表时写上 --小组;名册: jianyi deputy list",
            "groups are named with deputies: jianyi deputy list",
        ),
        Thing::Project => (
            "全部项目: jianyi project list",
            "jianyi project list shows the projects",
        ),
        Thing::Ballot => (
            "已有的票决: jianyi report projects",
            "jianyi report projects names the ballots",
        ),
        Thing::Caretaker => (
            "用 jianyi project entrust 落实管护",
            "jianyi project entrust names one",
        ),
        Thing::Activity => (
            "全部活动: jianyi activity list",
            "jianyi activity list shows the activities",
        ),
        Thing::Meeting => (
            "全部会议: jianyi meeting list",
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
            "群众编号: jianyi citizen list",
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
            "全部民意: jianyi opinion list",
            "jianyi opinion list shows the opinions",
        ),
        Thing::Filter => (
            "存着的: jianyi filter list;保存: jianyi filter save",
            "jianyi filter list shows them, jianyi filter save keeps one",
        ),
        Thing::Mapping => (
            "存着的: jianyi mapping list;保存: jianyi mapping save",
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
