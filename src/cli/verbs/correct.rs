//! `correct` (更正): a field of an earlier fact was wrong. The old entry stays.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("更正已记录的一项", "Correct a field of an earlier entry"),
    after_help = both!(
        "例: jianyi 更正 32 --项 日期 --值 2024-01-19 --理由 \"日期抄错\"\n    jianyi 更正 1-12 --事实 交办 --项 日期 --值 2024-01-21 --理由 \"交办日期都抄错\"\n    jianyi 查看 17    条号和项名在这里",
        "Example: jianyi correct 32 --field on --value 2024-01-19 --why \"copied wrongly\"\n         jianyi correct 1-12 --fact assigned --field on --value 2024-01-21 --why \"copied wrongly\"\n         jianyi show 17    has the entry numbers and fields"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("条", "LINE"), help = both!("第几条记录,一条里有几项事实时写 812.1;写成“第41号”就是这件建议;与 --fact 一起写编号", "Which entry, 812.1 for its second fact; 2024-41 names a case; with --fact: which cases"))]
    line: Option<String>,
    #[arg(long, visible_alias = "事实", value_name = both!("名称", "FACT"), help = both!("改写编号: 把这些建议最后一次的这项事实(交办、答复 …)一起更正", "Takes cases instead of an entry: the last fact of that name of each (assigned, replied …)"))]
    fact: Option<String>,
    #[arg(long, visible_alias = "项", value_name = both!("项", "FIELD"), help = both!("哪一项: 日期 标题 代表 类别 结果 to.lead …(查看里的项名)", "Which field: on title to.lead class …"))]
    field: Option<String>,
    #[arg(long, visible_alias = "值", value_name = both!("新值", "VALUE"), help = both!("新值;留空写 null", "New value; null to leave it out"))]
    value: Option<String>,
    #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("为什么更正", "Why"))]
    why: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("LINE", args.line.is_none()),
        ("--field", args.field.is_none()),
        ("--value", args.value.is_none()),
        ("--why", args.why.is_none()),
    ])?;
    let line = desk.ask_text(
        "LINE",
        args.line.as_deref(),
        both!(
            "第几条记录,或建议第几号(写“第41号”)",
            "Which entry, or case (2024-41)"
        ),
    )?;
    if args.fact.is_none() {
        desk.must_be_meant(&line)?;
    }
    let label = both!("哪一项", "Which field");
    let given = args.field.as_deref();
    let fields = match given {
        Some(_) => Vec::new(),
        None => desk.fields_of_entry(&line)?,
    };
    let field = match fields.is_empty() {
        true => desk.ask_text("--field", given, label)?,
        false => desk.ask_word("--field", given, label, &fields)?,
    };
    let value = desk.ask_text("--value", args.value.as_deref(), both!("新值", "New value"))?;
    let why = desk.ask_text("--why", args.why.as_deref(), both!("为什么更正", "Why"))?;
    desk.record(&args.writing, |wish| {
        let facts = match args.fact.as_deref() {
            Some(name) => wish.facts_of_cases(&line, name)?,
            None => wish.facts_meant(&line, &field)?,
        };
        wish.correction(facts, &field, &value, &why)
    })
}
