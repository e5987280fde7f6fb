//! `feedback` (征询意见): deputies are asked to answer the reply; who did not, the ratings report says.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command, OverseeWish};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("发出征询意见表(回执)", "Note that the feedback forms went out"),
    after_help = both!(
        "例: jianyi 征询 1-12\n    jianyi 征询 17 --代表 祝晓琴",
        "Example: jianyi feedback 1-12\n         jianyi feedback 17 --deputies 祝晓琴"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "代表", value_name = both!("姓名", "NAMES"), help = both!("发给谁,默认办法规定要答复的人(用、分开)", "To whom; those whom the rules name if left out"))]
    deputies: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    desk.record(&args.writing, |wish| {
        let seek = OverseeWish::SeekFeedback {
            deputies: wish.deputies("--deputies", args.deputies.as_deref())?,
        };
        let cases = wish.cases(&cases)?;
        Ok(Command::on(cases, CaseWish::Oversee(Box::new(seek))))
    })
}
