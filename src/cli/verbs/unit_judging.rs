//! How units are judged beside their cases: anonymous rounds, commendations, forgiven errors.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Recounting, Writing};
use crate::cli::bad_file;
use crate::cli::desk::Desk;
use crate::cli::failure::{Exit, Failure};
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::{CaseWish, Command, ForgiveWish, OverseeWish};
use crate::domain::event;
use crate::intake::{self, AddedUp, Mapping};

/// The marks go from nothing to this where nothing is said.
const FULL: u32 = 100;

/// One act each.
#[derive(Debug, Subcommand)]
pub(super) enum Judging {
    #[command(visible_alias = "测评", about = both!("无记名测评: 读入测评表,只记各单位各分数的票数,不留一张票", "Count an anonymous round: how often each mark was given, never a ballot"), after_help = both!("例: jianyi 单位 测评 2024年测评 测评表.csv --发出 60 --经手人 计票人\n测评表第一行写单位(或 单位/分项),每张票一行,没打分的空着。测评表不会保存;不足五张票的只记张数。", "Example: jianyi unit score 2024 SHEETS.csv --issued 60 --by COUNTER\nThe first row names the units (or UNIT/ITEM), each row below is a ballot, an empty cell says nothing. The file is not kept; of fewer than five ballots only their number is."))]
    Score(Scoring),
    #[command(visible_alias = "表扬", about = both!("表扬一个单位", "Commend a unit"), after_help = both!("例: jianyi 单位 表扬 农业服务中心 --事由 \"三件建议提前办结\" --由 主席团", "Example: jianyi unit commend 农业服务中心 --what \"three cases done ahead of time\" --body 主席团"))]
    Commend(Commending),
    #[command(visible_alias = "容错", about = both!("一件建议里的差错不计入考核,要写理由", "An error in a case is not held against the unit; say why"), after_help = both!("例: jianyi 交办 17 --主办 村镇建设服务中心\n    jianyi 单位 容错 村镇建设服务中心 17 --理由 \"汛期抢险\"", "Example: jianyi assign 17 --lead 村镇建设服务中心\n         jianyi unit forgive 村镇建设服务中心 17 --why \"flood relief\""))]
    Forgive(Forgiving),
}

#[derive(Debug, ClapArgs)]
pub(super) struct Scoring {
    #[arg(value_name = both!("测评", "ROUND"), help = both!("这次测评的名称", "Name of the round"))]
    round: String,
    #[arg(value_name = both!("文件", "FILE"), help = both!("测评表,.xlsx 或 CSV;- 表示管道", "The sheets, .xlsx or CSV; - for a pipe"))]
    file: String,
    #[arg(long, visible_alias = "发出", required = true, value_name = both!("张", "N"), help = both!("发出几张票", "Ballots issued"))]
    issued: u32,
    #[arg(long, visible_alias = "收回", value_name = both!("张", "N"), help = both!("收回几张票,默认表里的行数加无效票", "Ballots returned; as many as rows and invalid ones if left out"))]
    returned: Option<u32>,
    #[arg(long, visible_alias = "无效", default_value_t = 0, value_name = both!("张", "N"), help = both!("无效票,不写进表里", "Invalid ballots, which are not in the file"))]
    invalid: u32,
    #[arg(long, visible_alias = "满分", default_value_t = FULL, value_name = both!("分", "MARK"), help = both!("最高可以打几分", "The highest mark"))]
    full: u32,
    #[arg(long, visible_alias = "工作表", value_name = both!("名称", "NAME"), help = both!("读工作簿的哪张表", "Which worksheet of a workbook"))]
    sheet: Option<String>,
    #[arg(long, visible_alias = "另一批人", action = clap::ArgAction::SetTrue, help = both!("投票的不是前几天那次的人", "Other people voted than in the round a few days ago"))]
    other_voters: bool,
    #[command(flatten)]
    recounting: Recounting,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Commending {
    #[arg(value_name = both!("单位", "UNIT"), help = both!("哪个单位", "Which unit"))]
    unit: String,
    #[arg(long, visible_alias = "事由", required = true, value_name = both!("事由", "TEXT"), help = both!("为什么表扬", "What for"))]
    what: String,
    #[arg(long, visible_alias = "由", value_name = both!("机构", "BODY"), help = both!("谁决定的", "Who decided"))]
    body: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, ClapArgs)]
pub(super) struct Forgiving {
    #[arg(value_name = both!("单位", "UNIT"), help = both!("哪个单位", "Which unit"))]
    unit: String,
    #[arg(value_name = both!("编号", "CASES"), help = both!("哪些建议", "Which cases"))]
    cases: String,
    #[arg(long, visible_alias = "分项", value_name = both!("分项", "ITEM"), help = both!("考核表的哪一项,默认各项都不计", "Which item of the table; all if left out"))]
    item: Option<String>,
    #[arg(long, visible_alias = "理由", required = true, value_name = both!("理由", "WHY"), help = both!("为什么", "Why"))]
    why: String,
    #[arg(long, visible_alias = "由", value_name = both!("机构", "BODY"), help = both!("谁决定的", "Who decided"))]
    body: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

impl Judging {
    pub(super) fn run(&self, desk: &mut Desk) -> anyhow::Result<()> {
        match self {
            Self::Score(args) => {
                let added = args.read(desk)?;
                desk.record(&args.writing, |wish| args.wish(wish, &added))
            }
            Self::Commend(args) => desk.record(&args.writing, |wish| args.wish(wish)),
            Self::Forgive(args) => desk.record(&args.writing, |wish| args.wish(wish)),
        }
    }
}

impl Scoring {
    fn read(&self, desk: &mut Desk) -> anyhow::Result<AddedUp> {
        let lang = desk.lang();
        let bytes = desk.bytes_of(&self.file)?;
        let mapping = Mapping {
            sheet: self.sheet.clone(),
            ..Mapping::default()
        };
        let added = intake::ballots(&bytes, &mapping);
        let misuse = |error| Failure::told(bad_file::bad_ballots(lang, &error), Exit::Misuse);
        Ok(added.map_err(misuse)?)
    }

    fn wish(&self, wish: &Wish, added: &AddedUp) -> Parsed<Command> {
        let counted = added.ballots.saturating_add(self.invalid);
        let fact = event::AnonymousScoringClosed {
            on: wish.stamp.on,
            round: wish.name("ROUND", &self.round)?,
            full: self.full,
            issued: self.issued,
            returned: self.returned.unwrap_or(counted),
            invalid: self.invalid,
            scores: added.scores.clone(),
            recount: self.recounting.why(wish)?,
            other_voters: self.other_voters,
        };
        Ok(Command::Assess(Box::new(fact.into())))
    }
}

impl Commending {
    fn wish(&self, wish: &Wish) -> Parsed<Command> {
        let fact = event::UnitCommended {
            on: wish.stamp.on,
            unit: wish.name("UNIT", &self.unit)?,
            what: wish.text("--what", &self.what)?,
            by: wish.maybe_name("--body", self.body.as_deref())?,
        };
        Ok(Command::Assess(Box::new(fact.into())))
    }
}

impl Forgiving {
    fn wish(&self, wish: &Wish) -> Parsed<Command> {
        let forgive = OverseeWish::Forgive(ForgiveWish {
            unit: wish.name("UNIT", &self.unit)?,
            item: wish.maybe_name("--item", self.item.as_deref())?,
            why: wish.text("--why", &self.why)?,
            by: wish.maybe_name("--body", self.body.as_deref())?,
        });
        let cases = wish.cases(&self.cases)?;
        Ok(Command::on(cases, CaseWish::Oversee(Box::new(forgive))))
    }
}
