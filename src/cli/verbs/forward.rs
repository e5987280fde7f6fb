//! `forward` (转办): passes cases on to a post of the government without moving a clock.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::choices::Kind as Known;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("政府内部转给岗位承办,不移动时限", "Pass cases on inside the government; no clock moves"),
    after_help = both!(
        "例: jianyi 转办 17 --单位 村镇建设服务中心",
        "Example: jianyi forward 17 --unit 村镇建设服务中心"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("转给谁", "To whom"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "责任领导", value_name = both!("姓名", "NAME"), help = both!("责任领导", "Responsible leader"))]
    leader: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--unit", args.unit.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let unit = desk.ask_known(
        Known::Unit,
        "--unit",
        args.unit.as_deref(),
        both!("转给哪个单位", "To which unit"),
    )?;
    desk.record(&args.writing, |wish| {
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Forward {
                unit: wish.name("--unit", &unit)?,
                leader: wish.maybe_name("--leader", args.leader.as_deref())?,
            },
        ))
    })
}
