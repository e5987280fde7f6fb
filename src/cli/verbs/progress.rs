//! `progress` (进展): a dated note on the handling.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("记一条办理进展、难点或成效", "Note progress, a difficulty, or an effect in figures"),
    after_help = both!(
        "例: jianyi 进展 17 \"路基已完成\" --进度 60\n    jianyi 进展 17 \"资金缺口 30 万元\" --难点\n    jianyi 进展 17 --成效 投入资金 --数量 297 --计量 万元",
        "Example: jianyi progress 17 \"roadbed done\" --percent 60\n         jianyi progress 17 \"funds are short\" --difficulty\n         jianyi progress 17 --effect funds --amount 29700 --measure yuan"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(value_name = both!("说明", "NOTE"), help = both!("做了什么", "What was done"))]
    note: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("哪个单位报来的", "Who reports"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "进度", value_name = both!("0-100", "0-100"), help = both!("完成百分比", "How far, in percent"))]
    percent: Option<u8>,
    #[arg(long, visible_alias = "难点", action = clap::ArgAction::SetTrue, help = both!("这是难点堵点", "It is a difficulty"))]
    difficulty: bool,
    #[arg(long, visible_alias = "成效", conflicts_with_all = ["percent", "difficulty", "unit"], requires_all = ["amount", "measure"], value_name = both!("事项", "WHAT"), help = both!("办理成效的数字: 是什么", "An effect in figures: of what"))]
    effect: Option<String>,
    #[arg(long, visible_alias = "数量", value_name = both!("数字", "NUMBER"), help = both!("多少", "How much"))]
    amount: Option<String>,
    #[arg(long, visible_alias = "计量", value_name = both!("单位", "MEASURE"), help = both!("万元 人 米 …", "In which measure"))]
    measure: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("NOTE", args.note.is_none() && args.effect.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    if let (Some(what), Some(amount), Some(measure)) = (&args.effect, &args.amount, &args.measure) {
        return desk.record(&args.writing, |wish| {
            let effect = CaseWish::RecordEffect {
                what: wish.name("--effect", what)?,
                amount: wish.amount("--amount", amount)?,
                measure: wish.name("--measure", measure)?,
            };
            Ok(Command::on(wish.cases(&cases)?, effect))
        });
    }
    let note = desk.ask_text(
        "NOTE",
        args.note.as_deref(),
        both!("进展说明", "What was done"),
    )?;
    desk.record(&args.writing, |wish| {
        if args.difficulty {
            let difficulty = CaseWish::RaiseDifficulty {
                unit: wish.maybe_name("--unit", args.unit.as_deref())?,
                note: wish.text("NOTE", &note)?,
            };
            return Ok(Command::on(wish.cases(&cases)?, difficulty));
        }
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Progress {
                unit: wish.maybe_name("--unit", args.unit.as_deref())?,
                percent: args.percent,
                note: wish.text("NOTE", &note)?,
            },
        ))
    })
}
