//! `supervise` (督办): a notice to the unit or a talk with it, and the answer to a notice.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command, OverseeWish, SuperviseWish};
use crate::domain::event::SuperviseMode;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("督办: 督办通知、约谈,记录回复", "Step in: a notice or a talk, and the answer to it"),
    after_help = both!(
        "例: jianyi 督办 17 --问题 \"三个月没有面商\" --期限 2024-07-20\n    jianyi 督办 17 --约谈 --问题 \"逾期未答复\" --人员 镇纪委、李明\n    jianyi 督办 17 --回复 \"已于 6 月 18 日面商\"",
        "Example: jianyi supervise 17 --problem \"no talk in three months\" --due 2024-07-20\n         jianyi supervise 17 --talk --problem \"late\" --people 镇纪委、李明\n         jianyi supervise 17 --answer \"talked on 18 June\""
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "问题", value_name = both!("问题", "TEXT"), help = both!("督办什么问题", "What is wrong"))]
    problem: Option<String>,
    #[arg(long, visible_alias = "约谈", action = clap::ArgAction::SetTrue, help = both!("是约谈,不是督办通知", "A talk, not a notice"))]
    talk: bool,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("督办哪个单位,默认承办单位", "Which unit; the one that has the case if left out"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "人员", value_name = both!("姓名", "NAMES"), help = both!("参加人,或联合督办的单位(用、分开)", "Who takes part, or supervises with us"))]
    people: Option<String>,
    #[arg(long, visible_alias = "期限", value_name = both!("日期", "DATE"), help = both!("要求哪一天前回复", "To be answered by"))]
    due: Option<String>,
    #[arg(long, visible_alias = "回复", conflicts_with_all = ["problem", "talk", "people", "due"], value_name = both!("回复", "TEXT"), help = both!("承办单位对最早一件督办的回复", "What the unit answered to the oldest open one"))]
    answer: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let steps_in = args.answer.is_none();
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--problem", steps_in && args.problem.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let problem = match steps_in {
        true => desk.ask_text(
            "--problem",
            args.problem.as_deref(),
            both!("督办什么问题", "What is wrong"),
        )?,
        false => String::new(),
    };
    desk.record(&args.writing, |wish| {
        let unit = wish.maybe_name("--unit", args.unit.as_deref())?;
        let step = match &args.answer {
            Some(answer) => OverseeWish::AnswerNotice {
                unit,
                note: wish.text("--answer", answer)?,
            },
            None => OverseeWish::Supervise(SuperviseWish {
                mode: match args.talk {
                    true => SuperviseMode::Talk,
                    false => SuperviseMode::Notice,
                },
                unit,
                people: wish.names("--people", args.people.as_deref())?,
                problem: wish.text("--problem", &problem)?,
                due: wish.maybe_date("--due", args.due.as_deref())?,
            }),
        };
        let cases = wish.cases(&cases)?;
        Ok(Command::on(cases, CaseWish::Oversee(Box::new(step))))
    })
}
