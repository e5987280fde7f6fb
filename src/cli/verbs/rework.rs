//! `rework` (整改): ordered with a date, done by the unit; the next look back says whether it is good.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command, OverseeWish};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("整改: 责令限期整改,记录完成", "Order rework by a day, and note that it is done"),
    after_help = both!(
        "例: jianyi 整改 17 \"修好路灯\" --期限 2024-09-30\n    jianyi 整改 17 --完成 --说明 \"三盏都亮了\"",
        "Example: jianyi rework 17 \"mend the lamps\" --due 2024-09-30\n         jianyi rework 17 --done --note \"all three are lit\""
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(value_name = both!("事项", "TEXT"), conflicts_with = "done", help = both!("要整改什么", "What is to be done better"))]
    what: Option<String>,
    #[arg(long, visible_alias = "期限", conflicts_with = "done", value_name = both!("日期", "DATE"), help = both!("整改期限,默认按办法", "By when; by the rules if left out"))]
    due: Option<String>,
    #[arg(long, visible_alias = "完成", action = clap::ArgAction::SetTrue, help = both!("最早一项整改已经完成", "The oldest one is done"))]
    done: bool,
    #[arg(long, visible_alias = "说明", requires = "done", value_name = both!("说明", "NOTE"), help = both!("完成的情况", "How it was done"))]
    note: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("TEXT|--done", args.what.is_none() && !args.done),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let what = match args.done {
        true => String::new(),
        false => desk.ask_text(
            "TEXT",
            args.what.as_deref(),
            both!("要整改什么", "What is to be done"),
        )?,
    };
    desk.record(&args.writing, |wish| {
        let step = match args.done {
            true => OverseeWish::FinishRework {
                note: wish.maybe_text("--note", args.note.as_deref())?,
            },
            false => OverseeWish::OrderRework {
                what: wish.text("TEXT", &what)?,
                due: wish.maybe_date("--due", args.due.as_deref())?,
            },
        };
        let cases = wish.cases(&cases)?;
        Ok(Command::on(cases, CaseWish::Oversee(Box::new(step))))
    })
}
