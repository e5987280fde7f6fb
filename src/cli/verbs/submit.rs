//! `submit` (提交): a suggestion is handed in.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::choices::Kind as Known;
use crate::cli::desk::Desk;
use crate::domain::command::{Command, Submission};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("提交一件建议", "Hand in a suggestion"),
    after_help = both!(
        "例: jianyi 提交 关于硬化村道的建议 --代表 祝晓琴 --类别 其他",
        "Example: jianyi submit \"Pave the village road\" --deputy 祝晓琴 --category 其他"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("标题", "TITLE"), help = both!("建议的标题", "Title of the suggestion"))]
    title: Option<String>,
    #[arg(long, visible_alias = "代表", alias = "领衔代表", value_name = both!("姓名", "NAME"), help = both!("领衔代表", "Lead deputy"))]
    deputy: Option<String>,
    #[arg(long, visible_alias = "联名", value_name = both!("姓名,姓名", "NAMES"), help = both!("联名代表", "Co-signers"))]
    co_signers: Option<String>,
    #[arg(long, visible_alias = "代表团", value_name = both!("名称", "NAME"), help = both!("以代表团名义提出(会议期间)", "Proposed by a delegation (in session)"))]
    delegation: Option<String>,
    #[arg(long, visible_alias = "类别", value_name = both!("类别", "CATEGORY"), help = both!("类别,见 jianyi 办法", "Category, see jianyi rules"))]
    category: Option<String>,
    #[arg(long, visible_alias = "内容", value_name = both!("正文", "TEXT"), help = both!("建议的内容", "Body"))]
    body: Option<String>,
    #[arg(long, visible_alias = "请求", value_name = both!("请求", "TEXT"), help = both!("具体请求,可写几次,答复时逐条回应", "What it asks for; may be given several times"))]
    request: Vec<String>,
    #[arg(long, visible_alias = "编号", value_name = both!("数字", "N"), help = both!("已有的编号,默认下一个空号", "The number it already has; else the next free one"))]
    number: Option<String>,
    #[arg(long, visible_alias = "种类", value_name = both!("种类", "KIND"), help = both!("一般 重点 复杂", "ordinary key complex"))]
    kind: Option<String>,
    #[arg(long, visible_alias = "级别", value_name = both!("级别", "LEVEL"), help = both!("镇 区 市 省,默认本级", "town district city province"))]
    level: Option<String>,
    #[arg(long, visible_alias = "时间", value_name = both!("时间", "PERIOD"), help = both!("会议期间 闭会期间,默认看会议是否闭会", "in_session between_sessions"))]
    period: Option<String>,
    #[arg(long, visible_alias = "会次", value_name = both!("届-次", "TERM-SESSION"), help = both!("哪一届哪一次会议: 20-5,默认当天的会议", "Which session: 20-5; that of the day if left out"))]
    session: Option<String>,
    #[arg(long, visible_alias = "保密", action = clap::ArgAction::SetTrue, help = both!("代表身份保密", "Keep the deputy's identity confidential"))]
    confidential: bool,
    #[arg(long, visible_alias = "议案", value_name = both!("议案号", "MOTION"), help = both!("由哪件议案转来", "The motion it was turned from"))]
    motion: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("TITLE", args.title.is_none()),
        (
            "--deputy",
            args.deputy.is_none() && args.delegation.is_none(),
        ),
        ("--category", args.category.is_none()),
    ])?;
    let title = desk.ask_text("TITLE", args.title.as_deref(), both!("标题", "Title"))?;
    let deputy = match args.delegation {
        Some(_) => args.deputy.clone(),
        None => Some(desk.ask_known(
            Known::Deputy,
            "--deputy",
            args.deputy.as_deref(),
            both!("领衔代表", "Lead deputy"),
        )?),
    };
    let category = desk.ask_known(
        Known::Category,
        "--category",
        args.category.as_deref(),
        both!("类别", "Category"),
    )?;
    let co_signers = desk.ask_several(
        Known::Deputy,
        "--co-signers",
        args.co_signers.as_deref(),
        both!("联名代表", "Co-signers"),
    )?;
    let body = desk.ask_long("--body", args.body.as_deref(), both!("建议的内容", "Body"))?;
    desk.record(&args.writing, |wish| {
        let kind = wish.maybe_choice(args.kind.as_deref(), "--kind", words::parse_kind)?;
        let submission = Submission {
            number: wish.maybe_number("--number", args.number.as_deref())?,
            level: wish.maybe_choice(args.level.as_deref(), "--level", words::parse_level)?,
            period: wish.maybe_choice(args.period.as_deref(), "--period", words::parse_period)?,
            session: wish.maybe_session("--session", args.session.as_deref())?,
            title: wish.title(&title)?,
            body: wish.maybe_text("--body", body.as_deref())?,
            requests: wish.texts("--request", &args.request)?,
            deputy: wish.maybe_deputy("--deputy", deputy.as_deref())?,
            co_signers: wish.deputies("--co-signers", co_signers.as_deref())?,
            delegation: wish.maybe_name("--delegation", args.delegation.as_deref())?,
            category: wish.name("--category", &category)?,
            kind: kind.unwrap_or_default(),
            confidential: args.confidential,
            motion: wish.maybe_name("--motion", args.motion.as_deref())?,
        };
        Ok(Command::Submit(Box::new(submission)))
    })
}
