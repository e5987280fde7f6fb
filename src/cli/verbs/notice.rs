//! `notice` (通知): what the office sends about cases, as a paper: hand-over with its slips, reminder,
//! supervision notice, consent. It prints what is recorded and records nothing.

use clap::{Args as ClapArgs, ValueEnum};

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::spoken::cases_meant;
use crate::domain::book::Case;
use crate::report::letters::{self, NoticeKind};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("通知: 交办通知和交办单、督办、催办、同意延期、重新办理、交办会签到表", "Notices of the office: hand-over and slips, supervision, reminder, consent, re-handling, sign-in sheet"),
    after_help = both!(
        "例: jianyi 通知 交办 16,17 --文号 健龙人大〔2024〕5号 -o 交办/\n    jianyi 通知 催办 17 -o 催办函.docx\n    jianyi 通知 督办 17\n    jianyi 通知 签到 16,17 -o 签到表.docx",
        "Example: jianyi notice hand-over 16,17 --doc-no 健龙府函〔2025〕3号 -o notices/\n         jianyi notice remind 17 -o reminder.docx\n         jianyi notice supervise 17\n         jianyi notice sign-in 16,17 -o sheet.docx"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_enum, value_name = both!("种类", "KIND"), help = both!("交办 交办单 督办 催办 延期 重办 签到", "hand-over slips supervise remind consent rehandle sign-in"))]
    kind: Kind,
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "文号", value_name = both!("文号", "NUMBER"), help = both!("本机关的发文字号,不给就留空白", "The office's own number; a blank if left out"))]
    doc_no: Option<String>,
    #[arg(long, visible_alias = "模板", value_name = both!("文件", "FILE"), help = both!("本单位的红头模板 .docx,其中的 {{标题}} 等处填上内容", "The office's own red-headed .docx, whose {{…}} are filled"))]
    template: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "kebab-case")]
enum Kind {
    #[value(alias = "交办")]
    HandOver,
    #[value(alias = "交办单")]
    Slips,
    #[value(alias = "督办")]
    Supervise,
    #[value(alias = "催办")]
    Remind,
    #[value(alias = "延期")]
    Consent,
    #[value(alias = "重办")]
    Rehandle,
    #[value(alias = "签到")]
    SignIn,
}

impl Kind {
    fn of_report(self) -> NoticeKind {
        match self {
            Self::HandOver => NoticeKind::HandOver,
            Self::Slips => NoticeKind::Slips,
            Self::Supervise => NoticeKind::Supervise,
            Self::Remind => NoticeKind::Remind,
            Self::Consent => NoticeKind::Consent,
            Self::Rehandle => NoticeKind::Rehandle,
            Self::SignIn => NoticeKind::SignIn,
        }
    }
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let kind = args.kind.of_report();
    let post = desk.look(&args.reading, |outlook| {
        let cases = cases_meant(outlook.book, outlook.as_of, outlook.lang, &cases)?;
        let cases: Vec<&Case> = cases
            .iter()
            .filter_map(|id| outlook.book.case(*id))
            .collect();
        let doc_no = args.doc_no.as_deref();
        Ok(letters::notices(outlook, &cases, kind, doc_no))
    })?;
    desk.send(&post, args.template.as_deref())
}
