//! `milestone` (节点): dated steps of the plan, set and reached.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("分阶段落实的节点: 设定、达到", "Set dated steps of the plan, and note when they are reached"),
    after_help = both!(
        "例: jianyi 节点 17 \"完成路基\" --期限 2024-06-30\n    jianyi 节点 17 \"完成路基\" --达到",
        "Example: jianyi milestone 17 \"roadbed done\" --due 2024-06-30\n         jianyi milestone 17 \"roadbed done\" --reached"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(value_name = both!("节点", "MILESTONE"), help = both!("要达到什么", "What is to be reached"))]
    milestone: Option<String>,
    #[arg(long, visible_alias = "期限", value_name = both!("日期", "DATE"), help = both!("到哪一天", "By when"))]
    due: Option<String>,
    #[arg(long, visible_alias = "达到", action = clap::ArgAction::SetTrue, help = both!("已经达到;不写节点就是最早到期的那个", "It was reached; the one due first if none is named"))]
    reached: bool,
    #[arg(long, visible_alias = "说明", requires = "reached", value_name = both!("说明", "NOTE"), help = both!("达到的情况", "How it was reached"))]
    note: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let sets = !args.reached;
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("MILESTONE", sets && args.milestone.is_none()),
        ("--due", sets && args.due.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    if args.reached {
        return desk.record(&args.writing, |wish| {
            let reach = CaseWish::ReachMilestone {
                milestone: wish.maybe_text("MILESTONE", args.milestone.as_deref())?,
                note: wish.maybe_text("--note", args.note.as_deref())?,
            };
            Ok(Command::on(wish.cases(&cases)?, reach))
        });
    }
    let milestone = desk.ask_text(
        "MILESTONE",
        args.milestone.as_deref(),
        both!("要达到什么", "Milestone"),
    )?;
    let due = desk.ask_date("--due", args.due.as_deref(), both!("到哪一天", "By when"))?;
    desk.record(&args.writing, |wish| {
        let set = CaseWish::SetMilestone {
            milestone: wish.text("MILESTONE", &milestone)?,
            due: wish.date("--due", &due)?,
        };
        Ok(Command::on(wish.cases(&cases)?, set))
    })
}
