//! `consult` (面商): a talk with the deputy, before, during or after the handling.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{BookWish, CaseWish, Command, ConsultWish};
use crate::domain::event::ConsultMode;
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("与代表面商一次", "Record a talk with the deputy"),
    after_help = both!(
        "例: jianyi 面商 17 --方式 现场 --阶段 办前 --领导到场\n    jianyi 面商 17 --方式 面谈 --约在 2024-07-10 --地点 镇政府",
        "Example: jianyi consult 17 --mode site --stage before --leader-present\n         jianyi consult 17 --mode face_to_face --book 2024-07-10 --place townhall"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "方式", value_name = both!("方式", "MODE"), help = both!("面谈 走访 座谈 现场 电话 线上 书面", "face_to_face visit meeting site phone online letter"))]
    mode: Option<String>,
    #[arg(long, visible_alias = "阶段", value_name = both!("阶段", "STAGE"), help = both!("办前 办中 办后", "before during after"))]
    stage: Option<String>,
    #[arg(long, visible_alias = "参加人", value_name = both!("姓名,姓名", "NAMES"), help = both!("参加人", "Who took part"))]
    people: Option<String>,
    #[arg(long, visible_alias = "领导到场", action = clap::ArgAction::SetTrue, help = both!("责任领导到场", "The responsible leader was there"))]
    leader_present: bool,
    #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("谈了什么", "What was said"))]
    note: Option<String>,
    #[arg(long, visible_alias = "约在", conflicts_with_all = ["leader_present", "note"], value_name = both!("日期", "DATE"), help = both!("只约定,还没有谈: 约在哪一天", "Only agreed on so far: for which day"))]
    book: Option<String>,
    #[arg(long, visible_alias = "地点", requires = "book", value_name = both!("地点", "PLACE"), help = both!("约在哪里", "Where"))]
    place: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--mode", args.mode.is_none()),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let mode = desk.ask_word(
        "--mode",
        args.mode.as_deref(),
        both!("面商方式", "How"),
        &words::choices::<ConsultMode>(desk.lang()),
    )?;
    desk.record(&args.writing, |wish| {
        if let Some(day) = &args.book {
            let book = BookWish {
                day: wish.date("--book", day)?,
                stage: wish.maybe_choice(args.stage.as_deref(), "--stage", words::parse_stage)?,
                mode: wish.choice(&mode, "--mode", words::parse_mode)?,
                people: wish.names("--people", args.people.as_deref())?,
                place: wish.maybe_name("--place", args.place.as_deref())?,
            };
            return Ok(Command::on(
                wish.cases(&cases)?,
                CaseWish::Book(Box::new(book)),
            ));
        }
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Consult(Box::new(ConsultWish {
                stage: wish.maybe_choice(args.stage.as_deref(), "--stage", words::parse_stage)?,
                mode: wish.choice(&mode, "--mode", words::parse_mode)?,
                people: wish.names("--people", args.people.as_deref())?,
                leader_present: args.leader_present,
                note: wish.maybe_text("--note", args.note.as_deref())?,
            })),
        ))
    })
}
