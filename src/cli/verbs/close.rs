//! `close` (办结): closes cases that have passed the office's gates, or opens them again.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command, OverseeWish};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("办结", "Close cases"),
    after_help = both!(
        "例: jianyi 办结 1-20\n    jianyi 办结 17 --重开 --理由 \"承诺没有兑现\"",
        "Example: jianyi close 1-20\n         jianyi close 17 --reopen --why \"the promise was not kept\""
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "重开", requires = "why", action = clap::ArgAction::SetTrue, help = both!("重新开启已办结的", "Open closed ones again"))]
    reopen: bool,
    #[arg(long, visible_alias = "理由", requires = "reopen", value_name = both!("理由", "WHY"), help = both!("为什么重开", "Why they are opened again"))]
    why: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    desk.record(&args.writing, |wish| {
        let close = match &args.why {
            None => CaseWish::Close,
            Some(why) => CaseWish::Oversee(Box::new(OverseeWish::Reopen {
                why: wish.text("--why", why)?,
            })),
        };
        Ok(Command::on(wish.cases(&cases)?, close))
    })
}
