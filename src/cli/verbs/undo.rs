//! `undo` (撤销): takes a line back, or all lines of an import; the journal only grows.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::cli::wish::Record;
use crate::domain::command::Command;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("撤销记录(整条命令)", "Take whole commands back"),
    after_help = both!(
        "例: jianyi 撤销 --理由 \"录错了\"",
        "Example: jianyi undo --why \"typed into the wrong case\""
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("条", "LINE"), help = both!("第几条记录,见 jianyi 日志;默认最后一条", "Which entry, see jianyi log; the last one if left out"))]
    lines: Option<String>,
    #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("为什么撤销", "Why"))]
    why: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("--why", args.why.is_none())])?;
    let why = desk.ask_text("--why", args.why.as_deref(), both!("为什么撤销", "Why"))?;
    desk.confirm(both!("确定撤销?", "Take it back?"))?;
    desk.record(&args.writing, |wish| {
        let lines = wish.lines(args.lines.as_deref(), Record::Standing)?;
        for line in &lines {
            wish.tell_about(*line, &line.to_string());
        }
        Ok(Command::Undo {
            lines,
            why: wish.text("--why", &why)?,
        })
    })
}
