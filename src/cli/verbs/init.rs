//! `init` (建档): a new store with its office, rules and calendars.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::Command;
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("建档: 为本单位建一份新账", "Make a new store for the office"),
    after_help = both!(
        "例: jianyi 建档 --单位 健龙镇人大主席团 --秘书 王敏 --办法 jianlong",
        "Example: jianyi init --office 健龙镇人大主席团 --secretary 王敏 --rules national-2025"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(long, visible_alias = "单位", value_name = both!("名称", "NAME"), help = both!("本单位的名称", "Name of the office"))]
    office: Option<String>,
    #[arg(long, visible_alias = "秘书", value_name = both!("姓名", "NAME"), help = both!("人大秘书,默认的记录人", "The secretary, who records when nobody is named"))]
    secretary: Option<String>,
    #[arg(long, visible_alias = "级别", value_name = both!("级别", "LEVEL"), help = both!("镇 区 市 省,默认镇", "town district city province; town if left out"))]
    level: Option<String>,
    #[arg(long, visible_alias = "办法", value_name = both!("名称|文件", "NAME|FILE"), help = both!("适用的办法,默认 national-2025,见 jianyi 办法", "Rule set; national-2025 if left out, see jianyi rules"))]
    rules: Option<String>,
    #[arg(long, visible_alias = "自", value_name = both!("日期", "DATE"), help = both!("办法自哪天起适用,默认办法的施行日", "Rules in force from; the day the set came into force if left out"))]
    from: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("--office", args.office.is_none()),
        (
            "--secretary",
            args.secretary.is_none() && desk.by().is_none(),
        ),
    ])?;
    let office = desk.ask_text(
        "--office",
        args.office.as_deref(),
        both!("本单位的名称", "Name of the office"),
    )?;
    let by = args.secretary.clone().or_else(|| desk.by());
    let secretary = desk.ask_text("--secretary", by.as_deref(), both!("人大秘书", "Secretary"))?;
    let named = match &args.rules {
        Some(named) => named.clone(),
        None => desk.ask_rules()?,
    };
    let rules = desk.rule_set(&named)?;
    desk.found(&args.writing, |wish| {
        let level = wish.maybe_choice(args.level.as_deref(), "--level", words::parse_level)?;
        let from = match args.from.as_deref() {
            Some(from) => wish.date("--from", from)?,
            None => rules.in_force_from.unwrap_or(wish.today()),
        };
        Ok(Command::Init {
            store: wish.seed(),
            office: wish.name("--office", &office)?,
            level: level.unwrap_or_default(),
            secretary: wish.name("--secretary", &secretary)?,
            rules: Box::new(rules.clone()),
            from,
            tables: wish.shipped_calendars()?,
        })
    })
}
