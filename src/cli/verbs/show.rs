//! `show` (查看): one case whole, with its timeline and clocks.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::wish::one_case;
use crate::report::show;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("查看一件建议的全部情况", "Show one case whole"),
    after_help = both!("例: jianyi 查看 17", "Example: jianyi show 17")
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASE"), help = both!("哪件建议: 17 · 2024-17 · 闭3", "Which case: 17, 2024-17, 闭3"))]
    case: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASE", args.case.is_none())])?;
    let case = desk.ask_case(
        "CASE",
        args.case.as_deref(),
        both!("哪件建议", "Which case"),
    )?;
    desk.read_checked(&args.reading, |outlook| {
        Ok(show::show(
            outlook,
            one_case(outlook.book, outlook.lang, &case)?,
        ))
    })
}
