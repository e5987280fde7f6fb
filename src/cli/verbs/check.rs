//! `check` (检查): begins a check of some cases or of a sample, notes what it found, and that it was
//! mended.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::{CaseWish, Command, InspectWish, OverseeWish, Sample};
use crate::domain::event::CheckKind;
use crate::report::checks;
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("检查: 自查、抽查、第三方监督,发现问题限期整改", "Checks: by the units, of a sample, by a third party; what they find is mended"),
    after_help = both!(
        "例: jianyi 检查 开始 年中抽查 1-20 --抽取 10 --种子 2024\n    jianyi 检查 开始 年中自查 1-20\n    jianyi 检查 记录 年中自查 17 --发现 \"面商材料不全\" --整改期限 2024-10-31\n    jianyi 检查 整改 17 --检查 年中自查\n    jianyi 检查 查看 年中自查",
        "Example: jianyi check open drawn 1-20 --sample 10 --seed 2024\n         jianyi check open midyear 1-20\n         jianyi check note midyear 17 --finding \"papers missing\" --mend-by 2024-10-31\n         jianyi check mend 17 --check midyear\n         jianyi check show midyear"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Act,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "开始", about = both!("开始一次检查,可以抽样", "Begin a check, of all or of a sample"))]
    Open(Opening),
    #[command(visible_alias = "记录", about = both!("记录检查的结果;没有写发现就是没有问题", "Note what the check saw; without a finding it is in order"))]
    Note(Noting),
    #[command(visible_alias = "整改", about = both!("检查发现的问题已经整改", "What a check found was mended"))]
    Mend(Mending),
    #[command(visible_alias = "列表", about = both!("有哪些检查", "Which checks there are"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "查看", about = both!("一次检查: 范围、发现、整改", "One check: its cases, findings, what was mended"))]
    Show {
        #[arg(value_name = both!("检查", "CHECK"), help = both!("检查的名称", "Name of the check"))]
        check: String,
        #[command(flatten)]
        reading: Reading,
    },
}

#[derive(Debug, ClapArgs)]
struct Opening {
    #[arg(value_name = both!("检查", "CHECK"), help = both!("检查的名称", "Name of the check"))]
    check: String,
    #[arg(value_name = both!("编号", "CASES"), help = both!("从哪些建议里查: 1-69", "Of which cases: 1-69"))]
    cases: String,
    #[arg(long, visible_alias = "种类", value_name = both!("种类", "KIND"), help = both!("自查 抽查 第三方监督;写了抽取就是抽查", "self_check spot_check third_party; spot_check with a sample"))]
    kind: Option<String>,
    #[arg(long, visible_alias = "抽取", value_name = both!("件数", "N"), value_parser = clap::value_parser!(u16).range(1..), help = both!("按承办单位分层抽取多少件", "Draw so many, spread over the units"))]
    sample: Option<u16>,
    #[arg(long, visible_alias = "种子", requires = "sample", value_name = both!("数字", "SEED"), help = both!("决定抽到哪些;同样的种子抽到同样的建议", "What decides which; the same seed draws the same cases"))]
    seed: Option<u64>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, ClapArgs)]
struct Noting {
    #[arg(value_name = both!("检查", "CHECK"), help = both!("检查的名称", "Name of the check"))]
    check: String,
    #[arg(value_name = both!("编号", "CASES"), help = both!("查了哪些建议", "Which cases"))]
    cases: String,
    #[arg(long, visible_alias = "发现", value_name = both!("问题", "TEXT"), help = both!("发现什么问题", "What was found"))]
    finding: Option<String>,
    #[arg(long, visible_alias = "整改期限", requires = "finding", value_name = both!("日期", "DATE"), help = both!("哪一天前整改", "To be mended by"))]
    mend_by: Option<String>,
    #[arg(long, visible_alias = "检查人", value_name = both!("姓名", "NAME"), help = both!("谁查的", "Who looked"))]
    inspector: Option<String>,
    #[arg(long, visible_alias = "方式", value_name = both!("方式", "MODE"), help = both!("线上 线下", "online on_site"))]
    mode: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, ClapArgs)]
struct Mending {
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议", "Which cases"))]
    cases: String,
    #[arg(long, visible_alias = "检查", value_name = both!("检查", "CHECK"), help = both!("哪次检查发现的,默认最早的", "Which check found it; the oldest if left out"))]
    check: Option<String>,
    #[arg(long, visible_alias = "说明", value_name = both!("说明", "NOTE"), help = both!("整改的情况", "How it was mended"))]
    note: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.act {
        Act::Open(args) => desk.record(&args.writing, |wish| args.wish(wish)),
        Act::Note(args) => desk.record(&args.writing, |wish| args.wish(wish)),
        Act::Mend(args) => desk.record(&args.writing, |wish| args.wish(wish)),
        Act::List { reading } => desk.read(reading, checks::list),
        Act::Show { check, reading } => desk.read_checked(reading, |outlook| {
            let refused = |refusal| Failure::refused(outlook.lang, &refusal, outlook.book);
            Ok(checks::show(outlook, check).map_err(refused)?)
        }),
    }
}

impl Opening {
    fn wish(&self, wish: &Wish) -> Parsed<Command> {
        let kind = wish.maybe_choice(self.kind.as_deref(), "--kind", words::parse_check_kind)?;
        let usual = match self.sample {
            Some(_) => CheckKind::SpotCheck,
            None => CheckKind::SelfCheck,
        };
        // The day is a seed that nobody can choose by its outcome and that the line itself keeps.
        let day = || wish.stamp.on.to_string().replace('-', "").parse().ok();
        let sample = self.sample.map(|size| Sample {
            size: usize::from(size),
            seed: self.seed.or_else(day).unwrap_or_default(),
        });
        Ok(Command::OpenCheck {
            check: wish.name("CHECK", &self.check)?,
            kind: kind.unwrap_or(usual),
            cases: wish.cases(&self.cases)?,
            sample,
        })
    }
}

impl Noting {
    fn wish(&self, wish: &Wish) -> Parsed<Command> {
        let inspect = InspectWish {
            check: wish.name("CHECK", &self.check)?,
            inspector: wish.maybe_name("--inspector", self.inspector.as_deref())?,
            mode: wish.maybe_choice(self.mode.as_deref(), "--mode", words::parse_inspect_mode)?,
            finding: wish.maybe_text("--finding", self.finding.as_deref())?,
            mend_by: wish.maybe_date("--mend-by", self.mend_by.as_deref())?,
        };
        let inspect = OverseeWish::Inspect(inspect);
        let cases = wish.cases(&self.cases)?;
        Ok(Command::on(cases, CaseWish::Oversee(Box::new(inspect))))
    }
}

impl Mending {
    fn wish(&self, wish: &Wish) -> Parsed<Command> {
        let mend = OverseeWish::Mend {
            check: wish.maybe_name("--check", self.check.as_deref())?,
            note: wish.maybe_text("--note", self.note.as_deref())?,
        };
        let cases = wish.cases(&self.cases)?;
        Ok(Command::on(cases, CaseWish::Oversee(Box::new(mend))))
    }
}
