//! `reassign` (改办): hands cases over anew; the reply clock starts again.

use clap::Args as ClapArgs;

use super::assign::HandOver;
use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("改由别的单位承办", "Hand cases over to another unit"),
    after_help = both!(
        "例: jianyi 改办 17 --主办 村镇建设服务中心",
        "Example: jianyi reassign 17 --lead 村镇建设服务中心"
    )
)]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    hand_over: HandOver,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let asked = args.hand_over.ask(desk)?;
    desk.record(&args.writing, |wish| {
        let (cases, hand_over) = asked.parse(wish)?;
        Ok(Command::on(cases, CaseWish::Reassign(hand_over)))
    })
}
