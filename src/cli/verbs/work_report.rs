//! The counted reports of the deputies' work beside the cases: `report opinions` and its siblings.

use clap::{Args as ClapArgs, Subcommand};

use super::report_compare::Other;
use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::domain::terms::year_of;
use crate::report::{
    Asked, Document, NoSuchFigure, Outlook, activities, beside, meetings, opinions, performance,
    projects, roster_counted,
};

/// What every one of them takes.
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    #[arg(long, visible_alias = "年度", value_name = both!("年", "YEAR"), help = both!("只要哪一年的", "Only those of a year"))]
    year: Option<i32>,
    #[arg(long, visible_alias = "来源", value_name = both!("项", "SECTION.KEY"), help = both!("列出一个数字由哪些项而来", "List what stands behind a figure"))]
    explain: Option<String>,
    #[arg(long, visible_alias = "部分", conflicts_with = "explain", value_name = both!("部分", "SECTION"), help = both!("只要报表的一部分", "One section of the report only"))]
    section: Option<String>,
    #[arg(long, visible_alias = "对比", conflicts_with = "explain", value_name = both!("年", "YEAR"), help = both!("和哪一年的同一天对比", "Beside the same day of another year"))]
    compare: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

/// One report each.
#[derive(Debug, Subcommand)]
pub(super) enum WorkReport {
    #[command(visible_alias = "民意", about = both!("民意: 渠道、去向、转为建议的来龙去脉、时限", "Opinions: heard by, what became of them, links to suggestions, limits"))]
    Opinions(Args),
    #[command(visible_alias = "活动", about = both!("活动: 种类、人次、成果、小组次数、出席", "Activities: kinds, person-times, what they brought, groups, attendance"))]
    Activities(Args),
    #[command(visible_alias = "会议", about = both!("会议: 种类、决定、审议意见的时限和答复", "Meetings: kinds, decisions, opinions of deliberations and their limits"))]
    Meetings(Args),
    #[command(visible_alias = "名册", about = both!("名册: 家站、小组、代表职务、值守、联系户", "The roster: stations, groups, seats, who keeps them, households"))]
    Roster(Args),
    #[command(visible_alias = "项目", about = both!("民生实事项目: 各环节、进度颜色、单位、村、测评、管护", "Livelihood projects: stages, colours, units, villages, evaluation, upkeep"))]
    Projects(Args),
    #[command(visible_alias = "履职", about = both!("代表履职: 积分、等次、季度、自评和选民评议、承诺", "Deputies' duty: points, grades, quarters, ratings, pledges"), after_help = both!("例: jianyi 报表 履职 --年度 2024", "Example: jianyi report performance --year 2024"))]
    Performance(Args),
}

impl WorkReport {
    pub(super) fn run(&self, desk: &mut Desk) -> anyhow::Result<()> {
        match self {
            Self::Opinions(args) => args.read(desk, opinions::report),
            Self::Activities(args) => args.read(desk, activities::report),
            Self::Meetings(args) => args.read(desk, meetings::report),
            Self::Roster(args) => args.read(desk, roster_counted::report),
            Self::Projects(args) => args.read(desk, projects::report),
            Self::Performance(args) => args.read(desk, performance::report),
        }
    }
}

impl Args {
    fn read(
        &self,
        desk: &mut Desk,
        make: fn(&Outlook, &Asked) -> Result<Document, NoSuchFigure>,
    ) -> anyhow::Result<()> {
        let mut asked = Asked {
            year: self.year,
            explain: self.explain.as_deref(),
        };
        let other = self.compare.as_deref().map(Other::read_year).transpose()?;
        let earlier = match &other {
            None => None,
            Some(other) => {
                let (reading, then) = other.reading(desk, &self.reading)?;
                let asked_then = Asked {
                    year: Some(then),
                    ..asked
                };
                Some(desk.look(&reading, |outlook| Ok(make(outlook, &asked_then)?))?)
            }
        };
        if other.is_some() && asked.year.is_none() {
            let day = desk.look(&self.reading, |outlook| Ok(outlook.as_of))?;
            asked.year = Some(year_of(day));
        }
        desk.read_checked(&self.reading, |outlook| {
            let mut report = make(outlook, &asked)?;
            if let (Some(other), Some(earlier)) = (&other, &earlier) {
                report = beside(outlook, report, earlier, &other.word(outlook.lang));
            }
            Ok(match &self.section {
                Some(key) => report.only_section(key)?,
                None => report,
            })
        })
    }
}
