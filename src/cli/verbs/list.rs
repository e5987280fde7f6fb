//! `list` (列表): which cases there are, by filters.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::report::list::{self, FilterError, FilterWords};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("列出建议", "List cases"),
    after_help = both!(
        "例: jianyi 列表 --逾期\n    jianyi 列表 --单位 农业服务中心 --几天内到期 10",
        "Example: jianyi list --overdue\n         jianyi list --unit 农业服务中心 --due-within 10"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("文字", "TEXT"), help = both!("标题、内容、答复里有这些字", "In title, body, notes or reply"))]
    text: Option<String>,
    #[arg(long, visible_alias = "环节", value_name = both!("环节", "STATE"), help = both!("交办 签收 办理 答复 办结 …", "assigned signed in_progress replied closed …"))]
    state: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("承办单位", "Handling unit"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "代表", value_name = both!("姓名", "NAME"), help = both!("领衔或联名代表", "Lead deputy or co-signer"))]
    deputy: Option<String>,
    #[arg(long, visible_alias = "类别", value_name = both!("类别", "CATEGORY"), help = both!("类别", "Category"))]
    category: Option<String>,
    #[arg(long, visible_alias = "结果", value_name = both!("分类", "CLASS"), help = both!("办理结果分类", "Result class"))]
    class: Option<String>,
    #[arg(long, visible_alias = "种类", value_name = both!("种类", "KIND"), help = both!("一般 重点 复杂", "ordinary key complex"))]
    kind: Option<String>,
    #[arg(long, visible_alias = "级别", value_name = both!("级别", "LEVEL"), help = both!("镇 区 市 省", "town district city province"))]
    level: Option<String>,
    #[arg(long, visible_alias = "逾期", action = clap::ArgAction::SetTrue, help = both!("答复已逾期", "The reply is overdue"))]
    overdue: bool,
    #[arg(long, visible_alias = "几天内到期", value_name = both!("天", "DAYS"), help = both!("几天内到期", "Due within so many days"))]
    due_within: Option<i64>,
    #[arg(long, visible_alias = "重点督办", action = clap::ArgAction::SetTrue, help = both!("重点督办的", "Key supervised ones"))]
    key: bool,
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let words = FilterWords {
        text: args.text.as_deref(),
        state: args.state.as_deref(),
        unit: args.unit.as_deref(),
        deputy: args.deputy.as_deref(),
        category: args.category.as_deref(),
        class: args.class.as_deref(),
        kind: args.kind.as_deref(),
        level: args.level.as_deref(),
        overdue: args.overdue,
        due_within: args.due_within,
        key: args.key,
    };
    desk.read_checked(&args.reading, |outlook| {
        let filter = list::Filter::read(outlook, &words).map_err(|error| match error {
            FilterError::Unclear(unclear) => anyhow::Error::from(unclear),
            FilterError::NotFound(refusal) => {
                Failure::refused(outlook.lang, &refusal, outlook.book).into()
            }
        })?;
        Ok(list::list(outlook, &filter))
    })
}
