//! `deadline` (时限): a due date explained: start, rule, source, days skipped, make-up days.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::wish::one_case;
use crate::report::deadline;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("时限: 解释一个到期日", "Explain a due date"),
    after_help = both!(
        "例: jianyi 时限 17\n    jianyi 时限 --from 2026-02-13 --limit 5wd",
        "Example: jianyi deadline 17\n         jianyi deadline --from 2026-02-13 --limit 5wd"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASE"), help = both!("哪件建议", "Which case"))]
    case: Option<String>,
    #[arg(long, visible_alias = "自", value_name = both!("日期", "DATE"), requires = "limit", conflicts_with = "case", help = both!("从哪天算起", "From which day"))]
    from: Option<String>,
    #[arg(long, visible_alias = "限", value_name = "3m|10wd|30d|07-31", requires = "from", help = both!("多长: 3m 月 · 10wd 工作日 · 30d 天 · 07-31 固定日", "How long: 3m months, 10wd working days, 30d days, 07-31 a fixed day"))]
    limit: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    if let (Some(from), Some(limit)) = (&args.from, &args.limit) {
        let from = desk.date("--from", from)?;
        let limit = desk.limit(limit)?;
        let (calendar, basis) = desk.calendar(&args.reading)?;
        let document = deadline::bare(desk.lang(), basis, (from, limit), &calendar)?;
        return desk.publish(document);
    }
    desk.can_ask(&[("CASE|--from --limit", args.case.is_none())])?;
    let case = desk.ask_case(
        "CASE",
        args.case.as_deref(),
        both!("哪件建议", "Which case"),
    )?;
    desk.read_checked(&args.reading, |outlook| {
        Ok(deadline::of_case(
            outlook,
            one_case(outlook.book, outlook.lang, &case)?,
        ))
    })
}
