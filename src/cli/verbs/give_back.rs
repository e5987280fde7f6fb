//! `return` (退回): a unit says that a case is not its job.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("承办单位退回不属于自己的建议", "A unit gives a case back"),
    after_help = both!(
        "例: jianyi 退回 17 --理由 \"属于交通管理职责\" --建议单位 村镇建设服务中心\n    jianyi 退回 17 --不同意 --理由 \"属于该单位职责\"",
        "Example: jianyi return 17 --why \"roads are not ours\" --proposed 村镇建设服务中心\n         jianyi return 17 --refuse --why \"it is their job\""
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("退回(或不同意退回)的理由", "Why"))]
    why: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("哪个单位退回,默认主办单位", "Which unit; the lead if left out"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "建议单位", value_name = both!("单位", "UNIT"), help = both!("建议改由谁承办", "Who should have it instead"))]
    proposed: Option<String>,
    #[arg(long, visible_alias = "不同意", action = clap::ArgAction::SetTrue, help = both!("不同意退回,原单位继续办理", "The return is not agreed to: the unit goes on"))]
    refuse: bool,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--why", args.why.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let why = desk.ask_text(
        "--why",
        args.why.as_deref(),
        both!("退回的理由", "Why is it returned"),
    )?;
    desk.record(&args.writing, |wish| {
        if args.refuse {
            let why = wish.text("--why", &why)?;
            return Ok(Command::on(
                wish.cases(&cases)?,
                CaseWish::RefuseReturn { why },
            ));
        }
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Return {
                unit: wish.maybe_name("--unit", args.unit.as_deref())?,
                why: wish.text("--why", &why)?,
                proposed: wish.maybe_name("--proposed", args.proposed.as_deref())?,
            },
        ))
    })
}
