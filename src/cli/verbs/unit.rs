//! `unit` (单位): the handling units, who leads them and who answers the phone.

use clap::{Args as ClapArgs, Subcommand};

use super::unit_judging::Judging;
use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;

use crate::domain::command::{Command, PostWish};
use crate::report;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("承办单位: 名册、任职、无记名测评、表扬、容错", "Handling units: roster, posts, anonymous rounds, commendations, forgiven errors"),
    after_help = both!(
        "例: jianyi 单位 add 水利站 --责任领导 陈刚 --经办人 刘洋\n    jianyi 单位 任职 农业服务中心 --责任领导 陈刚\n    jianyi 导入 单位.csv --种类 单位",
        "Example: jianyi unit add 水利站 --leader 陈刚 --clerk 刘洋\n         jianyi unit post 农业服务中心 --leader 陈刚\n         jianyi import UNITS.csv --kind units"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, ClapArgs)]
struct PostArgs {
    #[arg(value_name = both!("单位", "UNIT"), help = both!("单位名称", "Name of the unit"))]
    unit: Option<String>,
    #[arg(long, visible_alias = "责任领导", alias = "负责人", value_name = both!("姓名", "NAME"), help = both!("责任领导", "Responsible leader"))]
    leader: Option<String>,
    #[arg(long, visible_alias = "责任岗位", value_name = both!("岗位", "POST"), help = both!("责任岗位", "Responsible post"))]
    post: Option<String>,
    #[arg(long, visible_alias = "经办人", value_name = both!("姓名", "NAME"), help = both!("经办人", "Clerk"))]
    clerk: Option<String>,
    #[arg(long, visible_alias = "电话", value_name = both!("号码", "PHONE"), help = both!("联系电话", "Phone"))]
    phone: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "登记", about = both!("登记一个承办单位", "Enter a unit"))]
    Add(PostArgs),
    #[command(visible_alias = "任职", about = both!("换了领导或经办人", "Somebody else leads it or answers the phone"))]
    Post(PostArgs),
    #[command(flatten)]
    Judging(Judging),
    #[command(visible_alias = "列表", about = both!("列出承办单位", "List the units"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.act {
        Some(Act::Add(post)) => enter(post, desk, true),
        Some(Act::Post(post)) => enter(post, desk, false),
        Some(Act::Judging(judging)) => judging.run(desk),
        Some(Act::List { reading }) => desk.read(reading, report::roster::units),
        None => desk.read(&Reading::default(), report::roster::units),
    }
}

fn enter(args: &PostArgs, desk: &mut Desk, new: bool) -> anyhow::Result<()> {
    desk.can_ask(&[("UNIT", args.unit.is_none())])?;
    let unit = desk.ask_text(
        "UNIT",
        args.unit.as_deref(),
        both!("单位名称", "Name of the unit"),
    )?;
    desk.record(&args.writing, |wish| {
        let unit = wish.name("UNIT", &unit)?;
        let post = PostWish {
            post: wish.maybe_name("--post", args.post.as_deref())?,
            leader: wish.maybe_name("--leader", args.leader.as_deref())?,
            clerk: wish.maybe_name("--clerk", args.clerk.as_deref())?,
            phone: wish.maybe_name("--phone", args.phone.as_deref())?,
        };
        let post = (post != PostWish::default()).then_some(post);
        Ok(match (new, post) {
            (true, post) => Command::AddUnit { unit, post },
            (false, post) => Command::FillPost {
                unit,
                post: post.unwrap_or_default(),
            },
        })
    })
}
