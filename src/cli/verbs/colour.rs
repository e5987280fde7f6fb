//! `colour` (标色): the colour by hand, with a reason; or by the rules again.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command, OverseeWish};
use crate::domain::rules::Colour;
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("人工标色,写明理由;或恢复按办法标色", "Set the colour by hand with a reason, or let it follow the rules again"),
    after_help = both!(
        "例: jianyi 标色 17 红 --理由 \"承办单位推诿\"\n    jianyi 标色 17 --恢复 --理由 \"已经重新启动\"",
        "Example: jianyi colour 17 red --why \"nobody feels responsible\"\n         jianyi colour 17 --auto --why \"moving again\""
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(value_name = both!("颜色", "COLOUR"), conflicts_with = "auto", help = both!("绿 黄 红", "green yellow red"))]
    colour: Option<String>,
    #[arg(long, visible_alias = "恢复", action = clap::ArgAction::SetTrue, help = both!("恢复按办法标色", "Let it follow the rules again"))]
    auto: bool,
    #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("为什么", "Why"))]
    why: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("COLOUR|--auto", args.colour.is_none() && !args.auto),
        ("--why", args.why.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let colour = match args.auto {
        true => None,
        false => Some(desk.ask_word(
            "COLOUR",
            args.colour.as_deref(),
            both!("颜色", "Colour"),
            &words::choices::<Colour>(desk.lang()),
        )?),
    };
    let why = desk.ask_text("--why", args.why.as_deref(), both!("理由", "Why"))?;
    desk.record(&args.writing, |wish| {
        let set = OverseeWish::SetColour {
            colour: wish.maybe_choice(colour.as_deref(), "COLOUR", words::parse_colour)?,
            why: wish.text("--why", &why)?,
        };
        let cases = wish.cases(&cases)?;
        Ok(Command::on(cases, CaseWish::Oversee(Box::new(set))))
    })
}
