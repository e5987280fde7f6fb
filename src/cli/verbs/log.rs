//! `log` (日志): the journal's lines: who recorded what, when.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::wish::one_case;
use crate::paper::Paper;
use crate::report::log;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("日志: 谁在什么时候记了什么", "The journal: who recorded what, when"),
    after_help = both!("例: jianyi 日志 --case 17", "Example: jianyi log --case 17")
)]
pub(in crate::cli) struct Args {
    #[arg(long, visible_alias = "建议", value_name = both!("编号", "CASE"), help = both!("只看一件建议的", "Of one case only"))]
    case: Option<String>,
    #[arg(long, visible_alias = "第几条", value_name = both!("条", "N"), help = both!("只看第几条", "One entry alone"))]
    line: Option<u64>,
    #[arg(long, visible_alias = "条数", value_name = both!("条数", "N"), help = both!("最后几条", "The last so many"))]
    limit: Option<usize>,
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let is_for_scripts = desk.format_of_output() == Some(Paper::Json);
    desk.read_checked(&args.reading, |outlook| {
        let case = match &args.case {
            Some(typed) => Some(one_case(outlook.book, outlook.lang, typed)?.id),
            None => None,
        };
        Ok(log::log(
            outlook,
            (case, args.line),
            args.limit,
            is_for_scripts,
        ))
    })
}
