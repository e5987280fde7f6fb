//! `close` (办结): closes cases that have passed the office's gates.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("办结", "Close cases"),
    after_help = both!(
        "例: jianyi 办结 1-12",
        "Example: jianyi close 1-12"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    desk.record(&args.writing, |wish| {
        Ok(Command::on(wish.cases(&cases)?, CaseWish::Close))
    })
}
