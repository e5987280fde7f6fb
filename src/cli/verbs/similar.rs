//! `similar` (相似): look-alikes of a case or of a title, over all years.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::wish::one_case;
use crate::domain::terms::CaseRef;
use crate::report::similar::{Asked, similar};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("找历年相似的建议", "Find look-alikes over all years"),
    after_help = both!(
        "例: jianyi 相似 17\n    jianyi 相似 \"关于整治山坪塘的建议\"",
        "Example: jianyi similar 17\n         jianyi similar 关于整治山坪塘的建议"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号|标题", "CASE|TITLE"), help = both!("哪件建议,或一个标题", "Which case, or a title"))]
    what: Option<String>,
    #[arg(long, visible_alias = "几件", value_name = both!("几件", "N"), default_value_t = 5, help = both!("最多列几件", "How many at most"))]
    limit: usize,
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASE|TITLE", args.what.is_none())])?;
    let what = desk.ask_text(
        "CASE|TITLE",
        args.what.as_deref(),
        both!("编号或标题", "Case or title"),
    )?;
    desk.read_checked(&args.reading, |outlook| {
        let asked = match what.parse::<CaseRef>() {
            Ok(_) => Asked::Case(one_case(outlook.book, outlook.lang, &what)?),
            Err(_) => Asked::Text(&what),
        };
        Ok(similar(outlook, asked, args.limit))
    })
}
