//! `escalate` (上报): what the office cannot solve goes to the upper level; what became of it there.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("上报上一级,记下那边的编号和结果", "Raise to the upper level; record its number there and what became of it"),
    after_help = both!(
        "例: jianyi 上报 17 --上级 区交通局 --上级编号 区第12号\n    jianyi 上报 17 --结果 \"已列入区 2025 年计划\"",
        "Example: jianyi escalate 17 --to 区交通局 --upper 区第12号\n         jianyi escalate 17 --outcome \"in the plan for 2025\""
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "上级", value_name = both!("单位", "OFFICE"), help = both!("报到哪里", "Where to"))]
    to: Option<String>,
    #[arg(long, visible_alias = "上级编号", value_name = both!("编号", "NUMBER"), help = both!("在那边的编号", "Its number there"))]
    upper: Option<String>,
    #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("说明", "A note"))]
    note: Option<String>,
    #[arg(long, visible_alias = "结果", conflicts_with_all = ["to", "note"], value_name = both!("结果", "TEXT"), help = both!("那边办理的结果", "What became of it there"))]
    outcome: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    desk.record(&args.writing, |wish| {
        let upper = wish.maybe_name("--upper", args.upper.as_deref())?;
        let step = match args.outcome.as_deref() {
            Some(outcome) => CaseWish::AnswerEscalation {
                upper,
                outcome: wish.text("--outcome", outcome)?,
            },
            None => CaseWish::Escalate {
                to: wish.maybe_name("--to", args.to.as_deref())?,
                upper,
                note: wish.maybe_text("--note", args.note.as_deref())?,
            },
        };
        Ok(Command::on(wish.cases(&cases)?, step))
    })
}
