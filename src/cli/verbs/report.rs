//! `report` (报表): counted reports; each figure can name its cases.

use clap::{Args as ClapArgs, Subcommand, ValueEnum};

use super::outward_report::OutwardReport;
use super::report_compare::Other;
use super::work_report::WorkReport;
use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::report::scope::Filter;
use crate::report::{
    Document, Month, Outlook, assessment, beside, commitments, explain, groups, lists, monthly,
    ratings, summary, trend, urgent,
};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("报表: 汇总、月报、单位、类别、代表、三张清单、承诺、评价;公开网页、年度报告、答复汇编", "Reports: summary, monthly, units, categories, deputies, lists, commitments, ratings; public page, yearly report, booklet"),
    after_help = both!(
        "例: jianyi 报表 月报 --month 2024-05\n    jianyi 报表 汇总 --scope level=town --explain class.A\n    jianyi 报表 清单 --section responsibility --format csv -o 责任清单.csv",
        "Example: jianyi report monthly --month 2024-05\n         jianyi report summary --scope level=town --explain class.A\n         jianyi report lists --section responsibility --format csv -o list.csv"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    report: Every,
}

/// Every report: of cases, of the deputies' work beside them, and what goes out of the house.
#[derive(Debug, Subcommand)]
enum Every {
    #[command(flatten)]
    Cases(Report),
    #[command(flatten)]
    Work(WorkReport),
    #[command(flatten)]
    Outward(OutwardReport),
}

#[derive(Debug, ClapArgs)]
struct Common {
    #[arg(long, visible_alias = "范围", value_name = both!("条件", "KEY=VALUE,…"), help = both!("统计哪些建议: level=town,kind=ordinary,year=2024", "Which cases count: level=town,kind=ordinary,year=2024"))]
    scope: Option<String>,
    #[arg(long, visible_alias = "来源", value_name = both!("项", "SECTION.KEY"), help = both!("列出一个数字背后的建议: class.A", "List the cases behind a figure: class.A"))]
    explain: Option<String>,
    #[arg(long, visible_alias = "部分", conflicts_with = "explain", value_name = both!("部分", "SECTION"), help = both!("只要报表的一部分: class", "One section of the report only: class"))]
    section: Option<String>,
    #[arg(long, visible_alias = "对比", value_name = both!("年|会次", "YEAR|SESSION"), help = both!("和另一年(2023)或另一次会议(20-4)的同一天对比", "Beside the same day of another year (2023) or session (20-4)"))]
    compare: Option<String>,
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
    Summary(Common),
    #[command(visible_alias = "月报", about = both!("月报", "Monthly report"))]
    Monthly {
        #[arg(long, visible_alias = "月份", value_name = both!("年-月", "YEAR-MONTH"), help = both!("哪个月: 2024-05,默认最近一个已结束的月", "Which month: 2024-05; the last one that is over if left out"))]
        month: Option<String>,
        #[command(flatten)]
        common: Common,
    },
    #[command(visible_alias = "单位", about = both!("承办单位: 任务、时效、结果、评价、办理过程", "Units: load, timeliness, outcome, ratings, conduct"))]
    Units(Common),
    #[command(visible_alias = "类别", about = both!("分类别: 件数、占比、结果、评价", "Categories: counts, shares, outcome, ratings"))]
    Categories(Common),
    #[command(visible_alias = "代表", about = both!("代表: 领衔、联名、结果、评价", "Deputies: raised, co-signed, outcome, ratings"))]
    Deputies(Common),
    #[command(visible_alias = "清单", about = both!("三张清单: 责任、交办、重点督办", "The three lists: responsibility, hand-over, key supervised"))]
    Lists(Common),
    #[command(visible_alias = "承诺", about = both!("承诺事项台账: 兑现、逾期、结转", "Ledger of promises: kept, late, carried over"))]
    Commitments {
        #[arg(long, visible_alias = "年度", value_name = both!("年", "YEAR"), help = both!("哪一年,默认当年;含上年结转的", "Which year; those carried over are among them"))]
        year: Option<i32>,
        #[command(flatten)]
        common: Common,
    },
    #[command(visible_alias = "评价", about = both!("评价: 征询、轮次、群众评分、回访、三满意", "Ratings: forms, rounds, stars, revisits, the three side by side"))]
    Ratings(Common),
    #[command(visible_alias = "考核", about = both!("承办单位考核: 按办法计分排名、无记名测评、检查、表扬批评、容错", "Units judged: scores by the rules, anonymous rounds, findings, praise, criticism, forgiven errors"), after_help = both!("例: jianyi 报表 考核 --范围 year=2024 --部分 anonymous", "Example: jianyi report assessment --scope year=2024 --section anonymous"))]
    Assessment(Common),
    #[command(visible_alias = "趋势", about = both!("历年趋势: 各年、类别、单位、反复提出、热点、结转", "Years side by side: categories, units, raised again, hot topics, left over"), after_help = both!("例: jianyi 报表 趋势 --范围 year=2024 --部分 topics", "Example: jianyi report trend --scope year=2024 --section topics"))]
    Trend(Common),
}

impl Report {
    fn common(&self) -> &Common {
        match self {
            Self::Summary(common)
            | Self::Units(common)
            | Self::Categories(common)
            | Self::Deputies(common)
            | Self::Lists(common)
            | Self::Ratings(common)
            | Self::Assessment(common)
            | Self::Trend(common)
            | Self::Monthly { common, .. }
            | Self::Commitments { common, .. } => common,
        }
    }

    /// The report itself; `month` is what was typed, read; `of_year` is another year than was
    /// typed.
    fn build(
        &self,
        outlook: &Outlook,
        scope: &Filter,
        (month, of_year): (Option<Month>, Option<i32>),
    ) -> anyhow::Result<Document> {
        Ok(match self {
            Self::Summary(_) => summary::summary(outlook, scope),
            Self::Monthly { .. } => {
                let month = month.unwrap_or(Month::over_by(outlook.as_of));
                monthly::monthly(outlook, month, scope)?
            }
            Self::Units(_) => groups::units(outlook, scope),
            Self::Categories(_) => groups::categories(outlook, scope),
            Self::Deputies(_) => groups::deputies(outlook, scope),
            Self::Lists(_) => lists::lists(outlook, scope),
            Self::Commitments { year, .. } => {
                // Beside another year: the ledger of that year, or the promises of its cases.
                let year = year.map(|year| of_year.unwrap_or(year));
                commitments::commitments(outlook, scope, year)
            }
            Self::Ratings(_) => ratings::ratings(outlook, scope),
            Self::Assessment(_) => assessment::assessment(outlook, scope),
            Self::Trend(_) => trend::trend(outlook, scope),
        })
    }
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let report = match &args.report {
        Every::Cases(report) => report,
        Every::Work(report) => return report.run(desk),
        Every::Outward(report) => return report.run(desk),
    };
    let typed = match report {
        Report::Monthly { month, .. } => month.as_deref(),
        Report::Summary(_)
        | Report::Units(_)
        | Report::Categories(_)
        | Report::Deputies(_)
        | Report::Lists(_)
        | Report::Commitments { .. }
        | Report::Ratings(_)
        | Report::Assessment(_)
        | Report::Trend(_) => None,
    };
    let month = typed.map(|typed| desk.month(typed)).transpose()?;
    let common = report.common();
    let other = common.compare.as_deref().map(Other::read).transpose()?;
    let earlier = match &other {
        None => None,
        Some(other) => Some(before(report, other, month, desk)?),
    };
    let (document, bare) = desk.look(&common.reading, |outlook| {
        let scope = Filter::read(outlook, common.scope.as_deref())?;
        let document = match (&other, &earlier) {
            (Some(other), Some(earlier)) => {
                let scope = other.this(outlook, &scope);
                let now = report.build(outlook, &scope, (month, None))?;
                beside(outlook, now, earlier, &other.word(outlook.lang))
            }
            (_, _) => report.build(outlook, &scope, (month, None))?,
        };
        let is_of_month = matches!(report, Report::Monthly { .. });
        let bare = is_of_month.then(|| monthly::without_record(&document));
        let bare = words::monthly::without_record(outlook.lang, &bare.unwrap_or_default());
        Ok((explained(outlook, document, common)?, bare))
    })?;
    let is_read = desk.publish_before(document)?;
    if let Some(bare) = bare.filter(|_| is_read) {
        desk.say(&bare)?;
    }
    alarm(common, desk)
}

/// The same report of another year or session, as it was on the same day there.
fn before(
    report: &Report,
    other: &Other,
    month: Option<Month>,
    desk: &mut Desk,
) -> anyhow::Result<Document> {
    let common = report.common();
    let (reading, year) = other.reading(desk, &common.reading)?;
    let month = month.and_then(|month| month.in_year(year));
    desk.look(&reading, |outlook| {
        let scope = Filter::read(outlook, common.scope.as_deref())?;
        report.build(outlook, &other.other(&scope), (month, Some(year)))
    })
}

/// Exit code 8 for scripts, after the report was printed.
fn alarm(common: &Common, desk: &mut Desk) -> anyhow::Result<()> {
    let Some(fail_on) = common.fail_on else {
        return Ok(());
    };
    let found = desk.look(&common.reading, |outlook| {
        let scope = Filter::read(outlook, common.scope.as_deref())?;
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

/// The report itself, a part of it, or the cases behind one of its figures.
fn explained(outlook: &Outlook, report: Document, common: &Common) -> anyhow::Result<Document> {
    match (&common.explain, &common.section) {
        (Some(name), _) => Ok(explain::explain(outlook, &report, name)?),
        (None, Some(key)) => Ok(report.only_section(key)?),
        (None, None) => Ok(report),
    }
}
