//! `review` (审查): accepted, refused, returned for amendment, or turned into a letter.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command, ReviewOutcome};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("审查: 受理、不予受理、退回修改、转为来信", "Review: accept, refuse, return for amendment, turn into a letter"),
    after_help = both!(
        "例: jianyi 审查 1-12 --受理\n    jianyi 审查 13 --不予受理 --理由 \"涉及本人事务\"",
        "Example: jianyi review 1-12 --accept\n         jianyi review 13 --refuse --why \"a private matter\""
    )
)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a flag that is typed"
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15", "Which cases: 17, 1-12,15"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "受理", group = "outcome", action = clap::ArgAction::SetTrue, help = both!("受理", "Accept"))]
    accept: bool,
    #[arg(long, visible_alias = "不予受理", group = "outcome", action = clap::ArgAction::SetTrue, help = both!("不予受理,须写 --why", "Refuse; needs --why"))]
    refuse: bool,
    #[arg(long, visible_alias = "退回修改", group = "outcome", action = clap::ArgAction::SetTrue, help = both!("退回代表修改,须写 --why", "Return for amendment; needs --why"))]
    amend: bool,
    #[arg(long, visible_alias = "转来信", group = "outcome", action = clap::ArgAction::SetTrue, help = both!("转为代表来信,须写 --why", "Turn into a letter; needs --why"))]
    letter: bool,
    #[arg(long, visible_alias = "编号", value_name = both!("数字", "N"), help = both!("受理时给的编号", "The number given at acceptance"))]
    number: Option<String>,
    #[arg(long, visible_alias = "情形", conflicts_with = "accept", value_name = both!("代码", "CODE"), help = both!("不予受理等的情形代码,见 jianyi 办法 查看", "Coded reason, see jianyi rules show"))]
    code: Option<String>,
    #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("理由", "Why"))]
    why: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let open = !(args.accept || args.refuse || args.amend || args.letter);
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--accept|--refuse|--amend|--letter", open),
        ("--why", args.why.is_none() && !open && !args.accept),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let outcome = if open {
        let choices = [
            ("--accept", both!("受理", "accept")),
            ("--refuse", both!("不予受理", "refuse")),
            ("--amend", both!("退回修改", "return for amendment")),
            ("--letter", both!("转为代表来信", "turn into a letter")),
        ];
        desk.ask_which(both!("审查结果", "Outcome"), &choices)?
    } else {
        [args.accept, args.refuse, args.amend, args.letter]
            .iter()
            .position(|o| *o)
            .unwrap_or(0)
    };
    let why = match outcome {
        0 => None,
        _ => Some(desk.ask_text("--why", args.why.as_deref(), both!("理由", "Why"))?),
    };
    desk.record(&args.writing, |wish| {
        let why = wish.maybe_text("--why", why.as_deref())?;
        let outcome = match (outcome, why) {
            (1, Some(why)) => ReviewOutcome::Refuse(why),
            (2, Some(why)) => ReviewOutcome::ForAmendment(why),
            (3, Some(why)) => ReviewOutcome::Letter(why),
            _ => ReviewOutcome::Accept(wish.maybe_number("--number", args.number.as_deref())?),
        };
        let code = wish.maybe_name("--code", args.code.as_deref())?;
        let review = CaseWish::Review { outcome, code };
        Ok(Command::on(wish.cases(&cases)?, review))
    })
}
