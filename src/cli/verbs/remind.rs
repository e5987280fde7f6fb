//! `remind` (催办): a unit is urged to act, a deputy to answer; each time is logged.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::{FormatArg, Reading, Writing};
use crate::cli::desk::Desk;
use crate::cli::spoken::cases_meant;
use crate::domain::command::{CaseWish, Command};
use crate::domain::event::RemindMode;
use crate::domain::terms::Name;
use crate::report::letters::message::{self, Addressee};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("催办承办单位,或催代表反馈", "Urge a unit to act, or a deputy to answer"),
    after_help = both!(
        "例: jianyi 催办 17 --方式 电话 --说明 \"本周内答复\"\n    jianyi 催办 17 --方式 短信 --文本\n    jianyi 催办 17 --代表 祝晓琴",
        "Example: jianyi remind 17 --mode phone --note \"by Friday\"\n         jianyi remind 17 --mode message --text\n         jianyi remind 17 --deputy 祝晓琴"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("催哪个单位,默认轮到办理的单位", "Which unit; those whose turn it is if left out"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "代表", conflicts_with = "unit", value_name = both!("姓名", "NAME"), help = both!("催哪位代表反馈,等评价时默认领衔代表", "Which deputy; the proposer if left out where his rating is awaited"))]
    deputy: Option<String>,
    #[arg(long, visible_alias = "方式", value_name = both!("方式", "MODE"), help = both!("电话 书面 上门 短信", "phone letter on_site message"))]
    mode: Option<String>,
    #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("说了什么", "What was said"))]
    note: Option<String>,
    #[arg(long, visible_alias = "文本", action = clap::ArgAction::SetTrue, help = both!("同时打印短信正文,可以复制发送;方式是短信时总是打印", "Print the words of the message too, to be copied; always with the mode message"))]
    text: bool,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    desk.record(&args.writing, |wish| {
        let remind = CaseWish::Remind {
            unit: wish.maybe_name("--unit", args.unit.as_deref())?,
            deputy: wish.maybe_deputy("--deputy", args.deputy.as_deref())?,
            mode: wish.maybe_choice(args.mode.as_deref(), "--mode", words::parse_remind_mode)?,
            note: wish.maybe_text("--note", args.note.as_deref())?,
        };
        Ok(Command::on(wish.cases(&cases)?, remind))
    })?;
    let mode = args.mode.as_deref().and_then(words::parse_remind_mode);
    let is_read = matches!(desk.format(), None | Some(FormatArg::Table));
    let sent = mode == Some(RemindMode::Message) && is_read;
    if !args.text && !sent {
        return Ok(());
    }
    let name = |typed: &Option<String>| typed.as_deref().and_then(|typed| Name::new(typed).ok());
    let (unit, deputy) = (name(&args.unit), name(&args.deputy));
    let to = Addressee {
        unit: unit.as_ref(),
        deputy: deputy.as_ref(),
    };
    // The days are counted from the day of the reminder.
    let reading = Reading {
        as_of: args.writing.on.clone(),
        ..Reading::default()
    };
    let texts = desk.look(&reading, |outlook| {
        let cases = cases_meant(outlook.book, outlook.as_of, outlook.lang, &cases)?;
        let cases = cases.iter().filter_map(|id| outlook.book.case(*id));
        Ok(cases
            .flat_map(|case| message::messages(outlook, case, to))
            .collect::<Vec<_>>())
    })?;
    for text in texts {
        desk.print(format!("{text}\n").as_bytes())?;
    }
    Ok(())
}
