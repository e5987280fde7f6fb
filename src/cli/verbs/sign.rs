//! `sign` (签收): the units sign for their cases.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("承办单位签收", "Sign for cases"),
    after_help = both!(
        "例: jianyi 签收 1-12",
        "Example: jianyi sign 1-12"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("哪个单位,默认是应当答复的各单位", "Which unit; those that owe a reply if left out"))]
    unit: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    desk.record(&args.writing, |wish| {
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Sign {
                unit: wish.maybe_name("--unit", args.unit.as_deref())?,
            },
        ))
    })
}
