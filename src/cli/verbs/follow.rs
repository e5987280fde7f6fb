//! `follow` (续办): a promise is kept or not, answered once more, promised anew.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::{CaseWish, Command, FollowWish, OverseeWish, ReReplyWish};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("续办续复: 承诺兑现与否,再次答复,改类,再作承诺", "Follow a promise up: kept or not, a second reply, another class, a new promise"),
    after_help = both!(
        "例: jianyi 续办 17 --兑现 --说明 \"20 盏全部安装\"\n    jianyi 续办 17 --兑现 --结果 A --文号 健龙府函〔2025〕3号 --签发人 李明\n    jianyi 续办 17 --未兑现 --再承诺 \"明年汛期前修好\" --期限 2025-05-31",
        "Example: jianyi follow 17 --kept --note \"all 20 are lit\"\n         jianyi follow 17 --kept --class A --doc-no 健龙府函〔2025〕3号 --signer 李明\n         jianyi follow 17 --broken --again \"before the next flood\" --due 2025-05-31"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "兑现", group = "verdict", action = clap::ArgAction::SetTrue, help = both!("已经兑现(晚于期限的记为迟兑现)", "It was kept; after its day it counts as late"))]
    kept: bool,
    #[arg(long, visible_alias = "未兑现", group = "verdict", action = clap::ArgAction::SetTrue, help = both!("没有兑现", "It was not kept"))]
    broken: bool,
    #[arg(long, visible_alias = "第几项", value_name = "N", help = both!("第几项承诺,默认最早的", "Which promise of the case, from 1; the oldest if left out"))]
    item: Option<usize>,
    #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("落实的情况", "What became of it"))]
    note: Option<String>,
    #[arg(long, visible_alias = "结果", value_name = both!("分类", "CLASS"), help = both!("续复的办理结果分类", "The class of the second reply"))]
    class: Option<String>,
    #[arg(long, visible_alias = "文号", value_name = both!("文号", "NUMBER"), help = both!("续复的文号", "Number of the second reply"))]
    doc_no: Option<String>,
    #[arg(long, visible_alias = "签发人", value_name = both!("姓名", "NAME"), help = both!("谁签发的", "Who signed it"))]
    signer: Option<String>,
    #[arg(long, visible_alias = "正文", value_name = both!("正文", "TEXT"), help = both!("续复的正文", "Words of the second reply"))]
    text: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("谁续复的", "Who replies"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "公开", value_name = both!("公开属性", "PUBLICATION"), help = both!("续复的公开属性: 公开 不予公开,默认随原答复", "Whether the second reply is published: publish withhold; as the first one if left out"))]
    publication: Option<String>,
    #[arg(long, visible_alias = "不公开理由", value_name = both!("理由", "REASON"), help = both!("续复不予公开的理由", "Why the second reply is withheld"))]
    publication_reason: Option<String>,
    #[arg(long, visible_alias = "再承诺", requires = "due", value_name = both!("事项", "TEXT"), help = both!("重新承诺什么", "What is promised anew"))]
    again: Option<String>,
    #[arg(long, visible_alias = "期限", requires = "again", value_name = both!("日期", "DATE"), help = both!("新的期限", "By when"))]
    due: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let judged = args.kept || args.broken;
    let says = judged || args.again.is_some() || args.replies();
    desk.can_ask(&[("CASES", args.cases.is_none()), ("--kept|--broken", !says)])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let kept = match (says, judged) {
        (false, _) => Some(
            desk.ask_which(
                both!("兑现了吗", "Was it kept"),
                &[
                    ("--kept", both!("兑现了", "yes")),
                    ("--broken", both!("没有兑现", "no")),
                ],
            )? == 0,
        ),
        (true, true) => Some(args.kept),
        (true, false) => None,
    };
    desk.record(&args.writing, |wish| {
        let again = args.again.as_deref().zip(args.due.as_deref());
        let again = again
            .map(|(promise, due)| Ok((wish.text("--again", promise)?, wish.date("--due", due)?)));
        let follow = FollowWish {
            item: args.item,
            kept,
            note: wish.maybe_text("--note", args.note.as_deref())?,
            reply: args.reply(wish)?,
            again: again.transpose()?,
        };
        let follow = OverseeWish::Follow(follow);
        let cases = wish.cases(&cases)?;
        Ok(Command::on(cases, CaseWish::Oversee(Box::new(follow))))
    })
}

impl Args {
    /// Whether a second reply is told.
    fn replies(&self) -> bool {
        let told = [
            &self.class,
            &self.doc_no,
            &self.signer,
            &self.text,
            &self.publication,
        ];
        told.into_iter().any(Option::is_some)
    }

    fn reply(&self, wish: &Wish) -> Parsed<Option<ReReplyWish>> {
        if !self.replies() {
            return Ok(None);
        }
        Ok(Some(ReReplyWish {
            unit: wish.maybe_name("--unit", self.unit.as_deref())?,
            class: self
                .class
                .as_deref()
                .map(|class| wish.class(class))
                .transpose()?,
            doc_no: wish.maybe_name("--doc-no", self.doc_no.as_deref())?,
            signer: wish.maybe_name("--signer", self.signer.as_deref())?,
            text: wish.maybe_text("--text", self.text.as_deref())?,
            publication: wish.maybe_choice(
                self.publication.as_deref(),
                "--publication",
                words::parse_publication,
            )?,
            publication_reason: wish
                .maybe_text("--publication-reason", self.publication_reason.as_deref())?,
        }))
    }
}
