//! `concur` (会办): a co-unit's opinion has come in.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::choices::Kind as Known;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("协办单位的意见已到,或退回重提", "A co-unit gives its opinion, or has to give it again"),
    after_help = both!(
        "例: jianyi 会办 17 --单位 村镇建设服务中心",
        "Example: jianyi concur 17 --unit 村镇建设服务中心"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("哪个协办单位", "Which co-unit"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "意见", value_name = both!("意见", "NOTE"), help = both!("协办意见", "The opinion"))]
    note: Option<String>,
    #[arg(long, visible_alias = "退回意见", action = clap::ArgAction::SetTrue, help = both!("意见不够,退回重提,须写 --note", "Not enough: to be given once more; needs --note"))]
    reject: bool,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--unit", args.unit.is_none()),
        ("--note", args.reject && args.note.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let unit = desk.ask_known(
        Known::Unit,
        "--unit",
        args.unit.as_deref(),
        both!("协办单位", "Co-unit"),
    )?;
    let why = match args.reject {
        true => Some(desk.ask_text("--note", args.note.as_deref(), both!("为什么退回", "Why"))?),
        false => None,
    };
    desk.record(&args.writing, |wish| {
        if let Some(why) = &why {
            let (unit, why) = (wish.name("--unit", &unit)?, wish.text("--note", why)?);
            let reject = CaseWish::RejectOpinion { unit, why };
            return Ok(Command::on(wish.cases(&cases)?, reject));
        }
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Concur {
                unit: wish.name("--unit", &unit)?,
                note: wish.maybe_text("--note", args.note.as_deref())?,
            },
        ))
    })
}
