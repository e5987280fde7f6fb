//! The reports that go out of the house: `report public` and its siblings. What may not go out is
//! left out, which is said to who prints them; `--left-out` lists it.

use clap::{ArgAction, Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::report::scope::Filter;
use crate::report::{Document, Outlook, public};

/// What every one of them takes.
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    #[arg(long, visible_alias = "范围", value_name = both!("条件", "KEY=VALUE,…"), help = both!("统计哪些建议: level=town,kind=ordinary,year=2024", "Which cases count: level=town,kind=ordinary,year=2024"))]
    scope: Option<String>,
    #[arg(long, visible_alias = "部分", conflicts_with = "left_out", value_name = both!("部分", "SECTION"), help = both!("只要报表的一部分: cases", "One section of the report only: cases"))]
    section: Option<String>,
    #[arg(long, visible_alias = "未公开", action = ArgAction::SetTrue, help = both!("列出没有公开的内容和原因,供内部核对", "List what was left out, and why; for the office"))]
    left_out: bool,
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
}

impl OutwardReport {
    pub(super) fn run(&self, desk: &mut Desk) -> anyhow::Result<()> {
        match self {
            Self::Public(args) => args.read(desk, "public", |outlook, filter| {
                Ok(public::page(outlook, filter))
            }),
        }
    }
}

impl Args {
    fn read(
        &self,
        desk: &mut Desk,
        command: &str,
        make: impl Fn(&Outlook, &Filter) -> anyhow::Result<(Document, public::Goes)>,
    ) -> anyhow::Result<()> {
        let (document, told) = desk.look(&self.reading, |outlook| {
            let filter = Filter::read(outlook, self.scope.as_deref())?;
            let (document, goes) = make(outlook, &filter)?;
            let document = match (&self.section, self.left_out) {
                (_, true) => goes.list(outlook),
                (Some(key), false) => document.only_section(key)?,
                (None, false) => document,
            };
            Ok((document, goes.told(outlook, command)))
        })?;
        desk.publish(&document)?;
        match self.left_out {
            true => Ok(()),
            false => desk.say(&told),
        }
    }
}
