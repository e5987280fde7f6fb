//! The reports that go out of the house: `report public` and its siblings. What may not go out is
//! left out, which is said to who prints them; `--left-out` lists it.

use clap::{ArgAction, Args as ClapArgs, Subcommand, ValueEnum};

use super::report_compare::Other;
use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::report::scope::Filter;
use crate::report::{Document, Outlook, annual, booklet, public};
use crate::words::annual::Side;
use crate::words::{self, Lang};

/// What every one of them takes.
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    #[arg(long, visible_alias = "范围", value_name = both!("条件", "KEY=VALUE,…"), help = both!("统计哪些建议: level=town,kind=ordinary,year=2024", "Which cases count: level=town,kind=ordinary,year=2024"))]
    scope: Option<String>,
    #[arg(long, visible_alias = "部分", conflicts_with = "left_out", value_name = both!("部分", "SECTION"), help = both!("只要报表的一部分: cases", "One section of the report only: cases"))]
    section: Option<String>,
    #[arg(long, visible_alias = "未公开", action = ArgAction::SetTrue, help = both!("列出没有公开的内容和原因,供内部核对", "List what was left out, and why; for the office"))]
    left_out: bool,
    #[arg(long, visible_alias = "对比", value_name = both!("年份或届次", "YEAR|SESSION"), help = both!("年度报告: 与哪一年或哪次会议相比(2023 或 20-4)", "Of the yearly report: held against a year or a session (2023, 20-4)"))]
    compare: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

/// One report each.
#[derive(Debug, Subcommand)]
pub(super) enum OutwardReport {
    #[command(
        visible_alias = "公开",
        about = both!("公开网页: 数字、每件建议的结果;保密和私人内容不出现", "The public page: figures and what became of every case, nothing private"),
        after_help = both!("例: jianyi 报表 公开 -o 公开.html\n    jianyi 报表 公开 --left-out", "Example: jianyi report public -o public.html\n         jianyi report public --left-out")
    )]
    Public(Args),
    #[command(
        visible_alias = "年度报告",
        about = both!("年度报告初稿: 基本情况、做法成效、问题、下一步", "Draft of the yearly report: figures, practice, problems, next steps"),
        after_help = both!("例: jianyi 报表 年度报告 --from presidium -o 年度报告.docx\n    jianyi 报表 年度报告 --from government --scope year=2024", "Example: jianyi report annual --from presidium -o annual.docx\n         jianyi report annual --from government --scope year=2024")
    )]
    Annual {
        #[arg(long, visible_alias = "报告人", value_enum, default_value = "presidium", value_name = "government|presidium", help = both!("谁作报告: government 政府 · presidium 主席团(常委会)", "Who reports: the government or the presidium"))]
        from: From,
        #[command(flatten)]
        args: Args,
    },
    #[command(
        visible_alias = "答复汇编",
        about = both!("答复汇编: 能公开的答复,分类排列", "The booklet of replies that may be published, by category"),
        after_help = both!("例: jianyi 报表 答复汇编 -o 答复汇编.docx", "Example: jianyi report booklet -o booklet.docx")
    )]
    Booklet(Args),
}

/// Who speaks to the congress.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum From {
    #[value(alias = "政府")]
    Government,
    #[value(alias = "主席团", alias = "常委会")]
    Presidium,
}

impl OutwardReport {
    pub(super) fn run(&self, desk: &mut Desk) -> anyhow::Result<()> {
        match self {
            Self::Public(args) => {
                args.stands_alone(desk)?;
                args.read(desk, "public", public::page)
            }
            Self::Annual { from, args } => {
                let side = match from {
                    From::Government => Side::Government,
                    From::Presidium => Side::Presidium,
                };
                let earlier = args.earlier(desk)?;
                args.read(desk, "annual", |outlook, filter| match &earlier {
                    None => annual::annual(outlook, filter, side, None),
                    Some((other, earlier)) => {
                        let this = other.this(outlook, filter);
                        annual::annual(outlook, &this, side, Some(earlier))
                    }
                })
            }
            Self::Booklet(args) => {
                args.stands_alone(desk)?;
                args.read(desk, "booklet", booklet::booklet)
            }
        }
    }
}

impl Args {
    /// Refuses another year beside a paper that is no account of one.
    fn stands_alone(&self, desk: &Desk) -> anyhow::Result<()> {
        match self.compare {
            Some(_) => Err(desk.misused(words::not_beside(desk.lang()))),
            None => Ok(()),
        }
    }

    /// The year or session that the report is held against, as far into it as today is.
    fn earlier(&self, desk: &mut Desk) -> anyhow::Result<Option<(Other, annual::Earlier)>> {
        let Some(typed) = self.compare.as_deref() else {
            return Ok(None);
        };
        let other = Other::read(typed)?;
        let (reading, _) = other.reading(desk, &self.reading)?;
        let course = desk.look(&reading, |outlook| {
            let scope = Filter::read(outlook, self.scope.as_deref())?;
            Ok(annual::course(outlook, &other.other(&scope)))
        })?;
        // A paper of the office is Chinese, whoever prints it.
        let label = other.word(Lang::Zh);
        Ok(Some((other, annual::Earlier { label, course })))
    }

    fn read(
        &self,
        desk: &mut Desk,
        command: &str,
        make: impl Fn(&Outlook, &Filter) -> (Document, public::Goes),
    ) -> anyhow::Result<()> {
        let (document, told) = desk.look(&self.reading, |outlook| {
            let filter = Filter::read(outlook, self.scope.as_deref())?;
            let (document, goes) = make(outlook, &filter);
            let document = match (&self.section, self.left_out) {
                (_, true) => goes.list(outlook),
                (Some(key), false) => document.only_section(key)?,
                (None, false) => document,
            };
            Ok((document, goes.told(outlook, command)))
        })?;
        desk.publish(document)?;
        match self.left_out {
            true => Ok(()),
            false => desk.say(&told),
        }
    }
}
