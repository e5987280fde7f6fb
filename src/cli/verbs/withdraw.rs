//! `withdraw` (撤回): the deputy takes a suggestion back.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("撤回建议", "Withdraw suggestions"),
    after_help = both!(
        "例: jianyi 撤回 17 --理由 \"已另行解决\"",
        "Example: jianyi withdraw 17 --why \"settled otherwise\""
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("撤回的理由", "Why it is withdrawn"))]
    why: Option<String>,
    #[arg(long, visible_alias = "同意", value_name = both!("姓名,姓名", "NAMES"), help = both!("同意撤回的署名代表", "Which signatories agreed"))]
    agreed: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--why", args.why.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let label = both!("撤回的理由", "Why it is withdrawn");
    let why = desk.ask_text("--why", args.why.as_deref(), label)?;
    desk.record(&args.writing, |wish| {
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Withdraw {
                why: Some(wish.text("--why", &why)?),
                agreed: wish.names("--agreed", args.agreed.as_deref())?,
            },
        ))
    })
}
