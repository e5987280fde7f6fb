//! `pre-assign` (预交办): cases proposed to units before the hand-over; objections; what the
//! coordination came to.

use clap::Args as ClapArgs;

use super::assign::HandOver;
use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("预交办: 先征求承办单位意见,有异议的协调", "Propose cases to units before the hand-over; record objections and what was settled"),
    after_help = both!(
        "例: jianyi 预交办 17 --主办 农业服务中心\n    jianyi 预交办 17 --异议 农业服务中心 --理由 \"属于道路管理\"\n    jianyi 预交办 17 --协调 \"由村镇建设服务中心主办\"",
        "Example: jianyi pre-assign 17 --lead 农业服务中心\n         jianyi pre-assign 17 --objects 农业服务中心 --why \"roads are not ours\"\n         jianyi pre-assign 17 --settled \"the roads office leads\""
    )
)]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    hand_over: HandOver,
    #[arg(long, visible_alias = "异议", value_name = both!("单位", "UNIT"), help = both!("哪个单位有异议,须写 --why", "Which unit objects; needs --why"))]
    objects: Option<String>,
    #[arg(long, visible_alias = "协调", conflicts_with = "objects", value_name = both!("结果", "TEXT"), help = both!("协调的结果", "What the coordination came to"))]
    settled: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    if args.objects.is_none() && args.settled.is_none() {
        let asked = args.hand_over.ask(desk)?;
        return desk.record(&args.writing, |wish| {
            let (cases, hand_over) = asked.parse(wish)?;
            Ok(Command::on(cases, CaseWish::PreAssign { to: hand_over.to }))
        });
    }
    let (cases, why) = args.hand_over.named();
    desk.can_ask(&[
        ("CASES", cases.is_none()),
        ("--why", args.objects.is_some() && why.is_none()),
    ])?;
    let cases = desk.ask_cases(cases)?;
    let why = match args.objects {
        Some(_) => desk.ask_text("--why", why, both!("为什么有异议", "Why"))?,
        None => String::new(),
    };
    desk.record(&args.writing, |wish| {
        let step = match (&args.objects, &args.settled) {
            (Some(unit), _) => CaseWish::Dispute {
                unit: wish.name("--objects", unit)?,
                why: wish.text("--why", &why)?,
            },
            (None, settled) => CaseWish::Coordinate {
                note: wish.text("--settled", settled.as_deref().unwrap_or_default())?,
            },
        };
        Ok(Command::on(wish.cases(&cases)?, step))
    })
}
