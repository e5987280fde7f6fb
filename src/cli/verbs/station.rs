//! `station` (家站): homes and stations of deputies, legislative contact points, and who keeps them.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::cli::wish::{Parsed, Wish};
use crate::domain::command::{Command, RosterWish};
use crate::{report, words};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("代表之家、联络站、立法联系点", "Homes and stations of deputies, legislative contact points"),
    after_help = both!(
        "例: jianyi 家站 设立 和平村联络站 --家站种类 联络站 --负责人 祝晓琴\n    jianyi 家站 值守 和平村联络站 --负责人 凌钦泽 --信息员 祝晓琴\n    jianyi 家站 列表",
        "Example: jianyi station add STATION-1 --station-kind station --heads 祝晓琴\n         jianyi station staff STATION-1 --heads 凌钦泽 --informants 祝晓琴\n         jianyi station list"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, ClapArgs)]
struct Keepers {
    #[arg(long, visible_alias = "负责人", value_name = both!("姓名,姓名", "NAMES"), help = both!("负责的代表", "The deputies who keep it"))]
    heads: Option<String>,
    #[arg(long, visible_alias = "信息员", value_name = both!("姓名,姓名", "NAMES"), help = both!("担任信息员的代表", "The deputies who carry news to it"))]
    informants: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "设立", about = both!("设立一个家站", "Set one up"), after_help = both!("例: jianyi 家站 设立 团坝村联络站 --家站种类 联络站", "Example: jianyi station add STATION-2 --station-kind station"))]
    Add {
        #[arg(value_name = both!("名称", "NAME"), help = both!("名称", "Name"))]
        station: Option<String>,
        #[arg(long, visible_alias = "家站种类", value_name = both!("种类", "KIND"), help = both!("代表之家、联络站(默认)、立法联系点", "home, station (if left out), contact_point"))]
        station_kind: Option<String>,
        #[arg(long, visible_alias = "地点", value_name = both!("地点", "PLACE"), help = both!("在哪里", "Where"))]
        place: Option<String>,
        #[command(flatten)]
        keepers: Keepers,
    },
    #[command(visible_alias = "值守", about = both!("换了负责人或信息员", "Somebody else keeps it from now on"), after_help = both!("例: jianyi 家站 值守 和平村联络站 --负责人 凌钦泽", "Example: jianyi station staff STATION-1 --heads 凌钦泽"))]
    Staff {
        #[arg(value_name = both!("名称", "NAME"), help = both!("哪个家站", "Which one"))]
        station: String,
        #[command(flatten)]
        keepers: Keepers,
    },
    #[command(visible_alias = "列表", about = both!("列出家站", "List them"), after_help = both!("例: jianyi 家站 列表", "Example: jianyi station list"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.act {
        Some(Act::Add {
            station,
            station_kind,
            place,
            keepers,
        }) => {
            desk.can_ask(&[("NAME", station.is_none())])?;
            let station = desk.ask_text("NAME", station.as_deref(), both!("名称", "Name"))?;
            desk.record(&keepers.writing, |wish| {
                let kind = station_kind.as_deref().unwrap_or("station");
                let (heads, informants) = keepers.read(wish)?;
                Ok(Command::Roster(RosterWish::AddStation {
                    station: wish.name("NAME", &station)?,
                    kind: wish.choice(kind, "--station-kind", words::parse_station_kind)?,
                    place: wish.maybe_name("--place", place.as_deref())?,
                    heads,
                    informants,
                }))
            })
        }
        Some(Act::Staff { station, keepers }) => desk.record(&keepers.writing, |wish| {
            let (heads, informants) = keepers.read(wish)?;
            Ok(Command::Roster(RosterWish::Staff {
                station: wish.name("NAME", station)?,
                heads,
                informants,
            }))
        }),
        Some(Act::List { reading }) => desk.read(reading, report::roster::stations),
        None => desk.read(&Reading::default(), report::roster::stations),
    }
}

impl Keepers {
    fn read(
        &self,
        wish: &Wish,
    ) -> Parsed<(
        Vec<crate::domain::terms::Name>,
        Vec<crate::domain::terms::Name>,
    )> {
        let heads = wish.deputies("--heads", self.heads.as_deref())?;
        let informants = wish.deputies("--informants", self.informants.as_deref())?;
        Ok((heads, informants))
    }
}
