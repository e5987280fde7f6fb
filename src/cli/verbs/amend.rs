//! `amend` (修改): the deputies changed a suggestion before the reply.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{AmendWish, CaseWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("代表修改建议", "The deputies change a suggestion"),
    after_help = both!(
        "例: jianyi 修改 17 --标题 \"关于硬化团坝村道路的建议\"",
        "Example: jianyi amend 17 --title \"Pave the road of 团坝村\""
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "标题", value_name = both!("标题", "TITLE"), help = both!("新标题", "New title"))]
    title: Option<String>,
    #[arg(long, visible_alias = "内容", value_name = both!("正文", "TEXT"), help = both!("新内容", "New body"))]
    body: Option<String>,
    #[arg(long, visible_alias = "请求", value_name = both!("请求", "TEXT"), help = both!("具体请求,可写几次,代替原来的", "What it asks for, instead of what stood there"))]
    request: Vec<String>,
    #[arg(long, visible_alias = "类别", value_name = both!("类别", "CATEGORY"), help = both!("新类别", "New category"))]
    category: Option<String>,
    #[arg(long, visible_alias = "联名", value_name = both!("姓名,姓名", "NAMES"), help = both!("全部联名代表", "All co-signers"))]
    co_signers: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    desk.record(&args.writing, |wish| {
        let title = args.title.as_deref();
        let co_signers = args.co_signers.as_deref();
        let requests = wish.texts("--request", &args.request)?;
        let amend = AmendWish {
            title: title.map(|typed| wish.title(typed)).transpose()?,
            body: wish.maybe_text("--body", args.body.as_deref())?,
            requests: (!requests.is_empty()).then_some(requests),
            category: wish.maybe_name("--category", args.category.as_deref())?,
            co_signers: co_signers
                .map(|typed| wish.deputies("--co-signers", Some(typed)))
                .transpose()?,
        };
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Amend(Box::new(amend)),
        ))
    })
}
