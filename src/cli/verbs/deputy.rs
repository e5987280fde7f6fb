//! `deputy` (代表): the roster of deputies and their seats.

use clap::{Args as ClapArgs, Subcommand};

use super::deputy_performance::Performance;
use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::cli::wish::Wish;
use crate::domain::command::{Command, Seat};
use crate::domain::terms::{Date, Level};
use crate::{report, words};

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("代表名册", "The roster of deputies"),
    after_help = both!(
        "例: jianyi 代表 add 李明 --小组 第一代表小组 --级别 镇,区\n    jianyi 导入 代表.csv --种类 代表\n    jianyi 代表 终止 祝晓琴",
        "Example: jianyi deputy add 李明 --group 第一代表小组 --level town,district\n         jianyi import DEPUTIES.csv --kind deputies\n         jianyi deputy end 祝晓琴"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(flatten)]
    Performance(Performance),
    #[command(visible_alias = "登记", about = both!("登记一位代表;没写日期的,任职从本届开始那天算起", "Enter a deputy; where no day is said the seat begins with the term"))]
    Add {
        #[arg(value_name = both!("姓名", "NAME"), help = both!("姓名", "Name"))]
        name: Option<String>,
        #[arg(long, visible_alias = "代表证号", alias = "证号", value_name = both!("号", "CARD"), help = both!("代表证号", "Card number"))]
        card: Option<String>,
        #[arg(long, visible_alias = "小组", value_name = both!("小组", "GROUP"), help = both!("代表小组", "Deputy group"))]
        group: Option<String>,
        #[arg(long, visible_alias = "级别", value_name = both!("级别,级别", "LEVELS"), help = both!("哪一级的代表,默认本级", "Seats at which levels; our own if left out"))]
        level: Option<String>,
        #[arg(long, visible_alias = "选区", value_name = both!("选区", "NAME"), help = both!("选区", "Constituency"))]
        constituency: Option<String>,
        #[arg(long, visible_alias = "补选", action = clap::ArgAction::SetTrue, help = both!("补选当选", "Elected between general elections"))]
        by_election: bool,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "任职", about = both!("名册上的代表再任一个职务(连任、补选、另一级);没写日期的从本届开始那天算起", "One more seat of a deputy on the roster; where no day is said it begins with the term"), after_help = both!("例: jianyi 代表 任职 祝晓琴 --级别 区 --补选", "Example: jianyi deputy seat 祝晓琴 --level district --by-election"))]
    Seat(Seating),
    #[command(visible_alias = "终止", about = both!("代表职务终止", "A seat ends"))]
    End {
        #[arg(value_name = both!("姓名", "NAME"), help = both!("姓名", "Name"))]
        deputy: String,
        #[arg(long, visible_alias = "级别", value_name = both!("级别", "LEVEL"), help = both!("哪一级的职务,默认本级", "At which level; our own if left out"))]
        level: Option<String>,
        #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("理由", "Why"))]
        why: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "列表", about = both!("列出代表", "List the deputies"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
}

#[derive(Debug, ClapArgs)]
struct Seating {
    #[arg(value_name = both!("姓名", "NAME"), help = both!("姓名", "Name"))]
    deputy: String,
    #[arg(long, visible_alias = "级别", value_name = both!("级别", "LEVEL"), help = both!("哪一级,默认本级", "At which level; our own if left out"))]
    level: Option<String>,
    #[arg(long, visible_alias = "选区", value_name = both!("选区", "NAME"), help = both!("选区", "Constituency"))]
    constituency: Option<String>,
    #[arg(long, visible_alias = "至", value_name = both!("日期", "DATE"), help = both!("到哪一天为止", "The last day, where it is over"))]
    to: Option<String>,
    #[arg(long, visible_alias = "补选", action = clap::ArgAction::SetTrue, help = both!("补选当选", "Elected between general elections"))]
    by_election: bool,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.act {
        Some(Act::Performance(act)) => act.run(desk),
        Some(Act::Add {
            name,
            card,
            group,
            level,
            constituency,
            by_election,
            writing,
        }) => {
            desk.can_ask(&[("NAME", name.is_none())])?;
            let name = desk.ask_text("NAME", name.as_deref(), both!("姓名", "Name"))?;
            desk.record(writing, |wish| {
                let levels = match level {
                    Some(levels) => wish.choices(levels, "--level", words::parse_level)?,
                    None => vec![wish.own_level()],
                };
                let constituency = wish.maybe_name("--constituency", constituency.as_deref())?;
                let seat = |level: Level| Seat {
                    level,
                    constituency: constituency.clone(),
                    from: said_day(writing, wish),
                    to: None,
                    by_election: *by_election,
                };
                Ok(Command::AddDeputy {
                    deputy: wish.name("NAME", &name)?,
                    card: wish.maybe_name("--card", card.as_deref())?,
                    group: wish.maybe_name("--group", group.as_deref())?,
                    seats: levels.into_iter().map(seat).collect(),
                })
            })
        }
        Some(Act::Seat(args)) => args.run(desk),
        Some(Act::End {
            deputy,
            level,
            why,
            writing,
        }) => desk.record(writing, |wish| {
            let level = wish.maybe_choice(level.as_deref(), "--level", words::parse_level)?;
            Ok(Command::EndMandate {
                deputy: wish.deputy("NAME", deputy)?,
                level: level.unwrap_or(wish.own_level()),
                why: wish.maybe_text("--why", why.as_deref())?,
            })
        }),
        Some(Act::List { reading }) => desk.read(reading, report::roster::deputies),
        None => desk.read(&Reading::default(), report::roster::deputies),
    }
}

impl Seating {
    fn run(&self, desk: &mut Desk) -> anyhow::Result<()> {
        let writing = &self.on_its_day(desk)?;
        desk.record(writing, |wish| {
            let level = wish.maybe_choice(self.level.as_deref(), "--level", words::parse_level)?;
            Ok(Command::GiveMandate {
                deputy: wish.deputy("NAME", &self.deputy)?,
                seat: Seat {
                    level: level.unwrap_or(wish.own_level()),
                    constituency: wish
                        .maybe_name("--constituency", self.constituency.as_deref())?,
                    from: said_day(writing, wish),
                    to: wish.maybe_date("--to", self.to.as_deref())?,
                    by_election: self.by_election,
                },
            })
        })
    }

    /// Our own term tells nothing of a congress of another level: the first day of a seat there is
    /// asked for.
    fn on_its_day(&self, desk: &mut Desk) -> anyhow::Result<Writing> {
        let writing = self.writing.clone();
        let asked = writing.on.is_none() && !self.by_election;
        let level = self.level.as_deref().and_then(words::parse_level);
        let elsewhere = match level.filter(|_| asked) {
            Some(level) if desk.has_store()? => level != desk.known()?.office().level(),
            Some(_) | None => false,
        };
        if !elsewhere {
            return Ok(writing);
        }
        desk.can_ask(&[("--on", true)])?;
        let day = desk.ask_date(
            "--on",
            None,
            both!("从哪一天起任职", "First day of the seat"),
        )?;
        Ok(Writing {
            on: Some(day),
            ..writing
        })
    }
}

/// The first day of a seat, where it was said; else the session's decides.
fn said_day(writing: &Writing, wish: &Wish) -> Option<Date> {
    writing.on.as_ref().map(|_| wish.stamp.on)
}
