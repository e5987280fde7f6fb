//! `progress` (进展): a dated note on the handling.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("记一条办理进展", "Note progress"),
    after_help = both!(
        "例: jianyi 进展 17 \"路基已完成\" --进度 60",
        "Example: jianyi progress 17 \"roadbed done\" --percent 60"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(value_name = both!("说明", "NOTE"), help = both!("做了什么", "What was done"))]
    note: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("哪个单位报来的", "Who reports"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "进度", value_name = both!("0-100", "0-100"), help = both!("完成百分比", "How far, in percent"))]
    percent: Option<u8>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("NOTE", args.note.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let note = desk.ask_text(args.note.as_deref(), both!("进展说明", "What was done"))?;
    desk.record(&args.writing, |wish| {
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Progress {
                unit: wish.maybe_name("--unit", args.unit.as_deref())?,
                percent: args.percent,
                note: wish.text("NOTE", &note)?,
            },
        ))
    })
}
