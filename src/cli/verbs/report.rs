//! `report` (报表): counted reports; each figure can name its cases.

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::report::{Document, Month, Outlook, explain, monthly, scope, summary, urgent};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("报表: 综合统计、月报", "Reports: summary, monthly"),
    after_help = both!(
        "例: jianyi 报表 月报 --month 2024-05\n    jianyi 报表 汇总 --scope level=town --explain class.A",
        "Example: jianyi report monthly --month 2024-05\n         jianyi report summary --scope level=town --explain class.A"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    report: Report,
}

#[derive(Debug, ClapArgs)]
struct Common {
    #[arg(long, visible_alias = "范围", value_name = both!("条件", "KEY=VALUE,…"), help = both!("统计哪些建议: level=town,kind=ordinary,year=2024", "Which cases count: level=town,kind=ordinary,year=2024"))]
    scope: Option<String>,
    #[arg(long, visible_alias = "来源", value_name = both!("项", "SECTION.KEY"), help = both!("列出一个数字背后的建议: class.A", "List the cases behind a figure: class.A"))]
    explain: Option<String>,
    #[arg(long, visible_alias = "报警", value_enum, value_name = "red|overdue", help = both!("统计范围内有红色或逾期的建议时退出码为 8,供脚本判断", "Exit with 8 if cases in scope are red or overdue, for scripts"))]
    fail_on: Option<FailOn>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FailOn {
    Red,
    Overdue,
}

#[derive(Debug, Subcommand)]
enum Report {
    #[command(visible_alias = "汇总", about = both!("综合统计", "Summary"))]
    Summary {
        #[command(flatten)]
        common: Common,
    },
    #[command(visible_alias = "月报", about = both!("月报", "Monthly report"))]
    Monthly {
        #[arg(long, visible_alias = "月份", value_name = both!("年-月", "YEAR-MONTH"), help = both!("哪个月: 2024-05,默认最近一个已结束的月", "Which month: 2024-05; the last one that is over if left out"))]
        month: Option<String>,
        #[command(flatten)]
        common: Common,
    },
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.report {
        Report::Summary { common } => {
            desk.read_checked(&common.reading, |outlook| {
                let scope = scope::Filter::read(outlook, common.scope.as_deref())?;
                let report = summary::summary(outlook, &scope);
                explained(outlook, report, common)
            })?;
            alarm(common, desk)
        }
        Report::Monthly { month, common } => {
            let month = month
                .as_deref()
                .map(|typed| desk.month(typed))
                .transpose()?;
            desk.read_checked(&common.reading, |outlook| {
                let month = month.unwrap_or(Month::over_by(outlook.as_of));
                let scope = scope::Filter::read(outlook, common.scope.as_deref())?;
                let report = monthly::monthly(outlook, month, &scope)?;
                explained(outlook, report, common)
            })?;
            alarm(common, desk)
        }
    }
}

/// Exit code 8 for scripts, after the report was printed.
fn alarm(common: &Common, desk: &mut Desk) -> anyhow::Result<()> {
    let Some(fail_on) = common.fail_on else {
        return Ok(());
    };
    let found = desk.look(&common.reading, |outlook| {
        let scope = scope::Filter::read(outlook, common.scope.as_deref())?;
        Ok(match fail_on {
            FailOn::Red => urgent::red(outlook, &scope),
            FailOn::Overdue => urgent::overdue(outlook, &scope),
        })
    })?;
    if found.is_empty() {
        return Ok(());
    }
    Err(Failure::told(words::findings(desk.lang(), &found), Exit::Findings).into())
}

/// The report itself, or the cases behind one of its figures.
fn explained(outlook: &Outlook, report: Document, common: &Common) -> anyhow::Result<Document> {
    match &common.explain {
        None => Ok(report),
        Some(name) => Ok(explain::explain(outlook, &report, name)?),
    }
}
