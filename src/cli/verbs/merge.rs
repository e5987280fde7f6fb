//! `merge` (并案): cases that are handled together, and parted again.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("并案办理: 一起办,各自计数、各自答复代表", "Handle cases together; each still counts and is answered"),
    after_help = both!(
        "例: jianyi 并案 18,19 --并到 17\n    jianyi 并案 19 --分开\n对并到的那一件(17)交办、签收、答复,就是对整组;对其中别的一件,只对那一件。",
        "Example: jianyi merge 18,19 --into 17\n         jianyi merge 19 --apart\nHanding over, signing for, replying to the one they are merged into (17) is for all of them; to another one, for that one alone."
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "并到", value_name = both!("编号", "CASE"), help = both!("并到哪一件", "Into which case"))]
    into: Option<String>,
    #[arg(long, visible_alias = "分开", action = clap::ArgAction::SetTrue, help = both!("取消并案", "Part it from the others again"))]
    apart: bool,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--into", args.into.is_none() && !args.apart),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let into = match args.apart {
        true => None,
        false => Some(desk.ask_case(
            "--into",
            args.into.as_deref(),
            both!("并到哪一件", "Into which case"),
        )?),
    };
    desk.record(&args.writing, |wish| {
        let step = match &into {
            Some(into) => CaseWish::Merge {
                into: wish.case(into)?,
                told_apart: false,
            },
            None => CaseWish::Unmerge,
        };
        Ok(Command::on(wish.cases(&cases)?, step))
    })
}
