//! `look-back` (回头看): somebody went and saw what became of it; what is not good is reworked.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command, LookBackWish, OverseeWish};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("回头看: 现场检验办理实效,不过关的责令整改", "Look back at what became of it; what is not good enough is reworked"),
    after_help = both!(
        "例: jianyi 回头看 17 --过关 --人员 祝晓琴、凌钦泽\n    jianyi 回头看 17 --不过关 --说明 \"路灯三盏不亮\" --整改 \"修好路灯\" --期限 2024-09-30",
        "Example: jianyi look-back 17 --good --people 祝晓琴、凌钦泽\n         jianyi look-back 17 --bad --note \"three lamps are dark\" --rework \"mend the lamps\" --due 2024-09-30"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "过关", group = "verdict", action = clap::ArgAction::SetTrue, help = both!("看过,过关", "Good enough"))]
    good: bool,
    #[arg(long, visible_alias = "不过关", group = "verdict", action = clap::ArgAction::SetTrue, help = both!("看过,不过关", "Not good enough"))]
    bad: bool,
    #[arg(long, visible_alias = "人员", value_name = both!("姓名", "NAMES"), help = both!("谁去看的(用、分开)", "Who went"))]
    people: Option<String>,
    #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("看到什么", "What they saw"))]
    note: Option<String>,
    #[arg(long, visible_alias = "整改", requires = "bad", value_name = both!("事项", "TEXT"), help = both!("要整改什么", "What is to be done better"))]
    rework: Option<String>,
    #[arg(long, visible_alias = "期限", requires = "rework", value_name = both!("日期", "DATE"), help = both!("整改期限,默认按办法", "By when; by the rules if left out"))]
    due: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let judged = args.good || args.bad;
    desk.can_ask(&[("CASES", args.cases.is_none()), ("--good|--bad", !judged)])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let good = match judged {
        true => args.good,
        false => {
            desk.ask_which(
                both!("过关吗", "Good enough"),
                &[
                    ("--good", both!("过关", "yes")),
                    ("--bad", both!("不过关", "no")),
                ],
            )? == 0
        }
    };
    desk.record(&args.writing, |wish| {
        let look = LookBackWish {
            good,
            people: wish.names("--people", args.people.as_deref())?,
            note: wish.maybe_text("--note", args.note.as_deref())?,
            rework: wish.maybe_text("--rework", args.rework.as_deref())?,
            due: wish.maybe_date("--due", args.due.as_deref())?,
        };
        let look = OverseeWish::LookBack(look);
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Oversee(Box::new(look)),
        ))
    })
}
