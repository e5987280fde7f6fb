//! `letter` (复函): what a unit sends about a case, as a paper: reply, co-opinion, forms. It prints
//! what is recorded and records nothing.

use clap::{Args as ClapArgs, ValueEnum};

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::cli::spoken::{cases_meant, unit_meant};
use crate::domain::book::Case;
use crate::report::letters::{self, LetterKind};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("复函: 答复、会办意见、退回申请、延期申请、征询意见表、面商记录,可成批写到目录", "Letters of a unit: reply, co-opinion, forms; many at once into a folder"),
    after_help = both!(
        "例: jianyi 复函 17\n    jianyi 复函 17 -o 复函.docx\n    jianyi 复函 16,17 -o 复函/\n    jianyi 复函 17 --种类 征询 -o 征询意见表.docx\n    jianyi 复函 17 --模板 红头.docx -o 复函.docx     模板里写 {{标题}} {{主送}} {{正文}}",
        "Example: jianyi letter 17\n         jianyi letter 17 -o reply.docx\n         jianyi letter 16,17 -o letters/\n         jianyi letter 17 --kind feedback -o form.docx\n         jianyi letter 17 --template OURS.docx -o reply.docx     its {{…}} are filled; a wrong one is answered with all there are"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议: 17 · 1-12,15 · 2024-17 · 闭3", "Which cases: 17, 1-12,15, 2024-17, 闭3"))]
    cases: Option<String>,
    #[arg(long, visible_alias = "种类", value_enum, default_value = "reply", hide_default_value = true, value_name = both!("种类", "KIND"), help = both!("答复(默认) 会办 退回 延期 征询 面商", "reply (if left out) co-opinion return extension feedback consultation"))]
    kind: Kind,
    #[arg(long, visible_alias = "文号", value_name = both!("文号", "NUMBER"), help = both!("会办意见、延期申请的文号,不给就留空白;答复的文号取记录", "The number of a co-opinion or a request for more time; that of a reply is recorded"))]
    doc_no: Option<String>,
    #[arg(long, visible_alias = "单位", value_name = both!("单位", "UNIT"), help = both!("只印这个单位的", "Only the papers of this unit"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "模板", value_name = both!("文件", "FILE"), help = both!("本单位的红头模板 .docx,其中的 {{标题}} 等处填上内容", "The office's own red-headed .docx, whose {{…}} are filled"))]
    template: Option<String>,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
#[value(rename_all = "kebab-case")]
enum Kind {
    #[value(alias = "答复")]
    Reply,
    #[value(alias = "会办")]
    CoOpinion,
    #[value(alias = "退回")]
    Return,
    #[value(alias = "延期")]
    Extension,
    #[value(alias = "征询")]
    Feedback,
    #[value(alias = "面商")]
    Consultation,
}

impl Kind {
    fn of_report(self) -> LetterKind {
        match self {
            Self::Reply => LetterKind::Reply,
            Self::CoOpinion => LetterKind::CoOpinion,
            Self::Return => LetterKind::Return,
            Self::Extension => LetterKind::Extension,
            Self::Feedback => LetterKind::Feedback,
            Self::Consultation => LetterKind::Consultation,
        }
    }
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[("CASES", args.cases.is_none())])?;
    let cases = desk.ask_cases(args.cases.as_deref())?;
    let kind = args.kind.of_report();
    let post = desk.look(&args.reading, |outlook| {
        let cases = cases_meant(outlook.book, outlook.as_of, outlook.lang, &cases)?;
        let cases = cases.iter().filter_map(|id| outlook.book.case(*id));
        let cases: Vec<&Case> = cases.collect();
        let doc_no = args.doc_no.as_deref();
        let unit = args.unit.as_deref();
        let unit = unit.map(|unit| unit_meant(outlook, unit)).transpose()?;
        Ok(letters::letters(
            outlook,
            &cases,
            kind,
            (unit.as_ref(), doc_no),
        ))
    })?;
    desk.send(&post, args.template.as_deref())
}
