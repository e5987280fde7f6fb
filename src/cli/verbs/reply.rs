//! `reply` (答复): the unit's reply to the deputy.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::choices::Kind as Known;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command, ReplyWish};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("答复代表", "Reply to the deputy"),
    after_help = both!(
        "例: jianyi 答复 17 --结果 B --签发人 李明 --承诺 \"年底前完成二期\" --承诺期限 2024-12-31",
        "Example: jianyi reply 17 --class B --signer 李明 --promise \"phase two\" --promise-due 2024-12-31"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15", "Which cases: 17, 1-12,15"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "结果", alias = "类", value_name = both!("分类", "CLASS"), help = both!("办理结果分类: A B C …", "Result class: A B C …"))]
    class: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("哪个单位答复,默认主办单位", "Who replies; the lead if left out"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "文号", value_name = both!("文号", "NO"), help = both!("答复文号", "Document number"))]
    doc_no: Option<String>,
    #[arg(long, visible_alias = "签发人", value_name = both!("姓名", "NAME"), help = both!("签发人", "Signer"))]
    signer: Option<String>,
    #[arg(long, visible_alias = "正文", value_name = both!("正文", "TEXT"), help = both!("答复正文", "The words of the reply"))]
    text: Option<String>,
    #[arg(long, visible_alias = "原因", value_name = both!("原因", "REASON"), help = both!("不能解决的原因", "Why it cannot be done"))]
    reason: Option<String>,
    #[arg(long, visible_alias = "公开", value_name = both!("公开属性", "PUBLICATION"), help = both!("公开 不予公开", "publish withhold"))]
    publication: Option<String>,
    #[arg(long, visible_alias = "不公开理由", value_name = both!("理由", "REASON"), help = both!("不予公开的理由", "Why it is withheld"))]
    publication_reason: Option<String>,
    #[arg(long, visible_alias = "回应", value_name = both!("回应", "TEXT"), help = both!("对一条请求的回应,可写几次,按请求的顺序", "Answer to a request; once for each, in their order"))]
    answer: Vec<String>,
    #[arg(long, visible_alias = "承诺", value_name = both!("事项", "PROMISE"), help = both!("承诺事项", "What is promised"))]
    promise: Option<String>,
    #[arg(long, visible_alias = "承诺期限", value_name = both!("日期", "DATE"), help = both!("承诺期限", "By when it is promised"))]
    promise_due: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

/// What a guided reply is asked for beside its class.
struct Asked {
    text: Option<String>,
    signer: Option<String>,
    promise: Option<(String, String)>,
}

fn ask(args: &Args, desk: &mut Desk) -> anyhow::Result<Asked> {
    let words = both!("答复正文", "The reply");
    let text = desk.ask_long("--text", args.text.as_deref(), words)?;
    let words = both!("签发人", "Signer");
    let signer = desk.ask_maybe("--signer", args.signer.as_deref(), words)?;
    let words = both!("承诺事项", "Promise");
    let promise = desk.ask_maybe("--promise", args.promise.as_deref(), words)?;
    let due = args.promise_due.as_deref();
    let promise = match (promise, due) {
        (None, None) => None,
        (promise, due) => Some((
            desk.ask_text("--promise", promise.as_deref(), words)?,
            desk.ask_date("--promise-due", due, both!("承诺期限", "Promised by"))?,
        )),
    };
    Ok(Asked {
        text,
        signer,
        promise,
    })
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        ("--class", args.class.is_none()),
        (
            "--promise-due",
            args.promise.is_some() && args.promise_due.is_none(),
        ),
        (
            "--promise",
            args.promise.is_none() && args.promise_due.is_some(),
        ),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let class = desk.ask_known(
        Known::Class,
        "--class",
        args.class.as_deref(),
        both!("办理结果", "Result class"),
    )?;
    let asked = ask(args, desk)?;
    desk.record(&args.writing, |wish| {
        let promise = match &asked.promise {
            Some((promise, due)) => Some((
                wish.text("--promise", promise)?,
                wish.date("--promise-due", due)?,
            )),
            None => None,
        };
        let publication = args.publication.as_deref();
        let reply = ReplyWish {
            unit: wish.maybe_name("--unit", args.unit.as_deref())?,
            class: wish.class(&class)?,
            doc_no: wish.maybe_name("--doc-no", args.doc_no.as_deref())?,
            signer: wish.maybe_name("--signer", asked.signer.as_deref())?,
            text: wish.maybe_text("--text", asked.text.as_deref())?,
            reason: wish.maybe_text("--reason", args.reason.as_deref())?,
            publication: wish.maybe_choice(
                publication,
                "--publication",
                words::parse_publication,
            )?,
            publication_reason: wish
                .maybe_text("--publication-reason", args.publication_reason.as_deref())?,
            answers: wish.texts("--answer", &args.answer)?,
            promise,
        };
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::Reply(Box::new(reply)),
        ))
    })
}
