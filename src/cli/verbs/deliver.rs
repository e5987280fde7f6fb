//! `deliver` (送达): whom the reply reached.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Writing;
use crate::cli::desk::Desk;
use crate::domain::command::{CaseWish, Command};
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("答复送达代表", "The reply reached the deputies"),
    after_help = both!(
        "例: jianyi 送达 17            (按办法该送达的每一位)\n    jianyi 送达 17 --代表 祝晓琴 --方式 面谈",
        "Example: jianyi deliver 17            (everybody whom the rules name)\n         jianyi deliver 17 --deputy 祝晓琴 --mode face_to_face"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "代表", value_name = both!("姓名,姓名", "NAMES"), help = both!("送达了谁,默认按办法该送达的每一位", "Whom; everybody whom the rules name if left out"))]
    deputy: Option<String>,
    #[arg(long, visible_alias = "方式", value_name = both!("方式", "MODE"), help = both!("面谈 书面 …", "face_to_face letter …"))]
    mode: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    desk.record(&args.writing, |wish| {
        let deliver = CaseWish::Deliver {
            deputies: wish.names("--deputy", args.deputy.as_deref())?,
            mode: wish.maybe_choice(args.mode.as_deref(), "--mode", words::parse_mode)?,
        };
        Ok(Command::on(wish.cases(&cases)?, deliver))
    })
}
