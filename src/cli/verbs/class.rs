//! `class` (定类): the class of a reply on its way from the unit's word to the one that counts.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::choices::Kind as Known;
use crate::cli::desk::Desk;
use crate::domain::book::ClassStepKind;
use crate::domain::command::{CaseWish, ClassWish, Command};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("办理结果分类: 申报、初审、复审、确认", "The class of a reply: proposed, reviewed once and again, confirmed"),
    after_help = both!(
        "例: jianyi 定类 17 --初审 B --审核人 李明\n    jianyi 定类 1-12 --确认 A",
        "Example: jianyi class 17 --first-review B --reviewer 李明\n         jianyi class 1-12 --confirm A"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "申报", group = "step", value_name = both!("分类", "CLASS"), help = both!("承办单位改报的分类", "Another class, proposed by the unit"))]
    propose: Option<String>,
    #[arg(long, visible_alias = "初审", group = "step", value_name = both!("分类", "CLASS"), help = both!("初审的分类", "The class after the first review"))]
    first_review: Option<String>,
    #[arg(long, visible_alias = "复审", group = "step", value_name = both!("分类", "CLASS"), help = both!("复审的分类", "The class after the second review"))]
    second_review: Option<String>,
    #[arg(long, visible_alias = "确认", group = "step", value_name = both!("分类", "CLASS"), help = both!("确认的分类", "The class that counts"))]
    confirm: Option<String>,
    #[arg(long, visible_alias = "审核人", value_name = both!("姓名", "NAME"), help = both!("谁审的(申报时是单位)", "Who reviewed it (the unit that proposes)"))]
    reviewer: Option<String>,
    #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("为什么", "Why"))]
    note: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let steps = [
        (ClassStepKind::Proposed, &args.propose),
        (ClassStepKind::FirstReview, &args.first_review),
        (ClassStepKind::SecondReview, &args.second_review),
        (ClassStepKind::Confirmed, &args.confirm),
    ];
    let named = steps
        .into_iter()
        .find_map(|(step, class)| Some((step, class.as_deref()?)));
    desk.can_ask(&[
        ("CASES", args.cases.is_none()),
        (
            "--propose|--first-review|--second-review|--confirm",
            named.is_none(),
        ),
    ])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let (step, class) = match named {
        Some((step, class)) => (step, class.to_owned()),
        None => (
            ClassStepKind::Confirmed,
            desk.ask_known(
                Known::Class,
                "--confirm",
                None,
                both!("办理结果", "Result class"),
            )?,
        ),
    };
    desk.record(&args.writing, |wish| {
        let class = ClassWish {
            step,
            class: wish.name("CLASS", &class)?,
            by: wish.maybe_name("--reviewer", args.reviewer.as_deref())?,
            note: wish.maybe_text("--note", args.note.as_deref())?,
        };
        Ok(Command::on(
            wish.cases(&cases)?,
            CaseWish::SetClass(Box::new(class)),
        ))
    })
}
