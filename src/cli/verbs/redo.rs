//! `redo` (重做): puts lines back that were undone.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::cli::wish::Record;
use crate::domain::command::Command;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("恢复撤销了的记录", "Put back what was undone"),
    after_help = both!(
        "例: jianyi 重做 --理由 \"撤错了\"",
        "Example: jianyi redo --why \"undone by mistake\""
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("条", "LINE"), help = both!("第几条记录;默认最后撤销的", "Which entry; the one undone last if left out"))]
    lines: Option<String>,
    #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("为什么恢复", "Why"))]
    why: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("--why", args.why.is_none())])?;
    let why = desk.ask_text("--why", args.why.as_deref(), both!("为什么恢复", "Why"))?;
    desk.confirm(both!("确定恢复?", "Put it back?"))?;
    desk.record(&args.writing, |wish| {
        Ok(Command::Redo {
            lines: wish.lines(args.lines.as_deref(), Record::Undone)?,
            why: wish.text("--why", &why)?,
        })
    })
}
