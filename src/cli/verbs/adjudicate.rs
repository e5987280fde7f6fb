//! `adjudicate` (研究处理): what is decided after a second dissatisfied rating.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command, OverseeWish};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("两次不满意后的研究处理意见", "Decide on a case after a second dissatisfied rating"),
    after_help = both!(
        "例: jianyi 研究处理 17 \"主席团会议认为答复符合实际,予以办结\" --由 主席团会议",
        "Example: jianyi adjudicate 17 \"the presidium takes the reply as it is\" --body 主席团会议"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(value_name = both!("意见", "OPINION"), help = both!("处理意见", "What was decided"))]
    opinion: Option<String>,
    #[arg(long, visible_alias = "由", value_name = both!("机构", "BODY"), help = both!("谁作出的", "Who decided"))]
    body: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("OPINION", args.opinion.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let opinion = desk.ask_text(
        "OPINION",
        args.opinion.as_deref(),
        both!("处理意见", "What was decided"),
    )?;
    desk.record(&args.writing, |wish| {
        let decide = OverseeWish::Adjudicate {
            by: wish.maybe_name("--body", args.body.as_deref())?,
            opinion: wish.text("OPINION", &opinion)?,
        };
        let cases = wish.cases(&cases)?;
        Ok(Command::on(cases, CaseWish::Oversee(Box::new(decide))))
    })
}
