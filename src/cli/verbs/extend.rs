//! `extend` (延期): more time for the reply, never beyond the legal total.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("经同意延长答复期限", "Give more time, with consent"),
    after_help = both!(
        "例: jianyi 延期 17 --至 2024-07-15 --理由 \"需等区级资金\" --同意人 李明",
        "Example: jianyi extend 17 --to 2024-07-15 --why \"waiting for funds\" --consent 李明"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "至", alias = "到", value_name = both!("日期", "DATE"), help = both!("延到哪一天", "Until when"))]
    to: Option<String>,
    #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("延期的理由", "Why"))]
    why: Option<String>,
    #[arg(long, visible_alias = "同意人", value_name = both!("姓名", "NAME"), help = both!("谁同意的", "Who consented"))]
    consent: Option<String>,
    #[arg(long, visible_alias = "已告知", action = clap::ArgAction::SetTrue, help = both!("已经告知代表", "The deputy was told"))]
    told: bool,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--to", args.to.is_none()),
        ("--why", args.why.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let to = desk.ask_date(
        "--to",
        args.to.as_deref(),
        both!("延到哪一天", "Until when"),
    )?;
    let why = desk.ask_text("--why", args.why.as_deref(), both!("延期的理由", "Why"))?;
    let label = both!("谁同意的", "Who consented");
    let consent = desk.ask_maybe("--consent", args.consent.as_deref(), label)?;
    desk.record(&args.writing, |wish| {
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Extend {
                to: wish.date("--to", &to)?,
                why: wish.text("--why", &why)?,
                consent: wish.maybe_name("--consent", consent.as_deref())?,
                told: args.told,
            },
        ))
    })
}
