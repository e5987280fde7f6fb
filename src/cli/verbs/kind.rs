//! `kind` (归类): kind, traits, links to earlier cases, key supervision: what the office makes of a case.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, ClassifyWish, Command};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("确定种类、特征,连到以前的建议,列为重点督办", "Set kind and traits, link to an earlier case, pick as key supervised"),
    after_help = both!(
        "例: jianyi 归类 17 --种类 复杂 --范围 全镇 --特征 综合性\n    jianyi 归类 17 --特征 重复性 --以前的 3\n    jianyi 归类 17 --督办领导 张主任",
        "Example: jianyi kind 17 --kind complex --traits comprehensive\n         jianyi kind 17 --traits repeated --earlier 3\n         jianyi kind 17 --supervisor 张主任"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "种类", value_name = both!("种类", "KIND"), help = both!("一般 重点 复杂", "ordinary key complex"))]
    kind: Option<String>,
    #[arg(long, visible_alias = "范围", value_name = both!("范围", "SCOPE"), help = both!("涉及范围", "How far it reaches"))]
    scope: Option<String>,
    #[arg(long, visible_alias = "难度", value_name = both!("难度", "DIFFICULTY"), help = both!("难易程度", "How hard it is"))]
    difficulty: Option<String>,
    #[arg(long, visible_alias = "紧迫", value_name = both!("紧迫程度", "URGENCY"), help = both!("紧迫程度", "How urgent it is"))]
    urgency: Option<String>,
    #[arg(long, visible_alias = "特征", value_name = both!("特征,特征", "TRAITS"), help = both!("时效性 重复性 综合性,代替原来的", "time_critical repeated comprehensive, instead of those set before"))]
    traits: Option<String>,
    #[arg(long, visible_alias = "以前的", value_name = both!("编号", "CASE"), help = both!("同一事项以前的建议", "The earlier case of the same matter"))]
    earlier: Option<String>,
    #[arg(long, visible_alias = "督办领导", value_name = both!("姓名", "NAME"), help = both!("列为重点督办,由谁督办", "Pick as key supervised, and by whom"))]
    supervisor: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    desk.record(&args.writing, |wish| {
        let traits = args.traits.as_deref();
        let traits = traits.map(|typed| wish.choices(typed, "--traits", words::parse_trait));
        let earlier = args.earlier.as_deref().map(|typed| wish.case(typed));
        let step = CaseWish::Classify(Box::new(ClassifyWish {
            kind: wish.maybe_choice(args.kind.as_deref(), "--kind", words::parse_kind)?,
            scope: wish.maybe_name("--scope", args.scope.as_deref())?,
            difficulty: wish.maybe_name("--difficulty", args.difficulty.as_deref())?,
            urgency: wish.maybe_name("--urgency", args.urgency.as_deref())?,
            traits: traits.transpose()?,
            earlier: earlier.transpose()?,
            supervisor: wish.maybe_name("--supervisor", args.supervisor.as_deref())?,
        }));
        Ok(Command::on(wish.cases(&cases)?, step))
    })
}
