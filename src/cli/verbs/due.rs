//! `due` (待办): whom to chase today.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::spoken::unit_meant;
use crate::domain::terms::Name;
use crate::report::due::{Question, due};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("待办: 今天要催谁,还剩几天,打给谁", "Whom to chase today, how many days are left, whom to call"),
    after_help = both!(
        "例: jianyi 待办\n    jianyi 待办 --几天内 14 --单位 农业服务中心 --显示号码",
        "Example: jianyi due\n         jianyi due --within 14 --unit 农业服务中心 --phones"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(long, visible_alias = "几天内", value_name = both!("天", "DAYS"), default_value_t = 7, help = both!("几天内到期的;逾期的总在", "What ends within so many days; what is late always"))]
    within: i64,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("只看这个单位", "Of this unit only"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "督办领导", value_name = both!("姓名", "NAME"), help = both!("只看这位督办领导的", "Of this supervising leader only"))]
    supervisor: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.read_checked(&args.reading, |outlook| {
        let unit = args.unit.as_deref();
        let unit = unit.map(|typed| unit_meant(outlook, typed));
        let question = Question {
            days_left: i64::MIN..=args.within,
            unit: unit.transpose()?,
            supervisor: args
                .supervisor
                .as_deref()
                .and_then(|typed| Name::new(typed).ok()),
        };
        Ok(due(outlook, &question))
    })
}
