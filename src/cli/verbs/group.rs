//! `group` (小组): groups of deputies and who belongs to them.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::domain::command::{Command, RosterWish};
use crate::report;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("代表小组: 设立、加入、退出", "Groups of deputies: set up, joined, left"),
    after_help = both!(
        "例: jianyi 小组 设立 产业专业小组 --专业 --代表 祝晓琴,凌钦泽\n    jianyi 小组 退出 产业专业小组 --代表 凌钦泽\n    jianyi 小组 列表",
        "Example: jianyi group add GROUP-2 --professional --deputies 祝晓琴,凌钦泽\n         jianyi group leave GROUP-2 --deputies 凌钦泽\n         jianyi group list"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "设立", about = both!("设立一个代表小组", "Set up a group"), after_help = both!("例: jianyi 小组 设立 茶业专业小组 --专业 --代表 祝晓琴", "Example: jianyi group add GROUP-3 --professional --deputies 祝晓琴"))]
    Add {
        #[arg(value_name = both!("小组", "GROUP"), help = both!("小组名称", "Name of the group"))]
        group: Option<String>,
        #[arg(long, visible_alias = "专业", action = clap::ArgAction::SetTrue, help = both!("专业代表小组", "A professional group"))]
        professional: bool,
        #[arg(long, visible_alias = "家站", value_name = both!("家站", "STATION"), help = both!("在哪个家站活动", "Where it meets"))]
        station: Option<String>,
        #[arg(long, visible_alias = "代表", value_name = both!("姓名,姓名", "NAMES"), help = both!("哪些代表", "Which deputies"))]
        deputies: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "加入", about = both!("代表加入小组(可以同时在几个小组)", "Deputies join a group, beside others"), after_help = both!("例: jianyi 小组 加入 第一代表小组 --代表 凌钦泽", "Example: jianyi group join GROUP-1 --deputies 凌钦泽"))]
    Join(Members),
    #[command(visible_alias = "退出", about = both!("代表退出小组", "Deputies leave a group"), after_help = both!("例: jianyi 小组 退出 第一代表小组 --代表 凌钦泽", "Example: jianyi group leave GROUP-1 --deputies 凌钦泽"))]
    Leave(Members),
    #[command(visible_alias = "列表", about = both!("列出代表小组和成员", "List the groups and their members"), after_help = both!("例: jianyi 小组 列表", "Example: jianyi group list"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
}

#[derive(Debug, ClapArgs)]
struct Members {
    #[arg(value_name = both!("小组", "GROUP"), help = both!("哪个小组", "Which group"))]
    group: String,
    #[arg(long, visible_alias = "代表", required = true, value_name = both!("姓名,姓名", "NAMES"), help = both!("哪些代表", "Which deputies"))]
    deputies: String,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.act {
        Some(Act::Add {
            group,
            professional,
            station,
            deputies,
            writing,
        }) => {
            desk.can_ask(&[("GROUP", group.is_none())])?;
            let group = desk.ask_text("GROUP", group.as_deref(), both!("小组名称", "Group"))?;
            desk.record(writing, |wish| {
                Ok(Command::Roster(RosterWish::AddGroup {
                    group: wish.name("GROUP", &group)?,
                    professional: *professional,
                    station: wish.maybe_name("--station", station.as_deref())?,
                    deputies: wish.deputies("--deputies", deputies.as_deref())?,
                }))
            })
        }
        Some(Act::Join(members)) => desk.record(&members.writing, |wish| {
            Ok(Command::Roster(RosterWish::Join {
                group: wish.name("GROUP", &members.group)?,
                deputies: wish.deputies("--deputies", Some(&members.deputies))?,
            }))
        }),
        Some(Act::Leave(members)) => desk.record(&members.writing, |wish| {
            Ok(Command::Roster(RosterWish::Leave {
                group: wish.name("GROUP", &members.group)?,
                deputies: wish.deputies("--deputies", Some(&members.deputies))?,
            }))
        }),
        Some(Act::List { reading }) => desk.read(reading, report::roster::groups),
        None => desk.read(&Reading::default(), report::roster::groups),
    }
}
