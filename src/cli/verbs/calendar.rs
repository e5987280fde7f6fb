//! `calendar` (日历): holidays and make-up workdays, shown and adopted.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::domain::command::Command;
use crate::domain::terms::year_of;
use crate::report;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("日历: 节假日和调休上班日", "Calendars: holidays and make-up workdays"),
    after_help = both!(
        "例: jianyi 日历 show 2026\n    jianyi 日历 adopt 2027.json",
        "Example: jianyi calendar show 2026\n         jianyi calendar adopt 2027.json"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "查看", about = both!("查看一年的安排", "Show the days of a year"))]
    Show {
        #[arg(value_name = both!("年", "YEAR"), help = both!("哪一年,默认今年", "Which year; this one if left out"))]
        year: Option<i32>,
        #[command(flatten)]
        reading: Reading,
    },
    #[command(visible_alias = "采用", about = both!("采用一年的安排", "Adopt the days of a year"))]
    Adopt {
        #[arg(value_name = both!("年|文件", "YEAR|FILE"), help = both!("自带的年份,或国务院通知整理成的 JSON 文件", "A year that comes with the program, or a JSON file"))]
        table: String,
        #[command(flatten)]
        writing: Writing,
    },
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.act {
        Some(Act::Show { year, reading }) => show(*year, reading, desk),
        None => show(None, &Reading::default(), desk),
        Some(Act::Adopt { table, writing }) => {
            let table = desk.year_table(table)?;
            desk.record(writing, |_| {
                Ok(Command::AdoptCalendar {
                    table: table.clone(),
                })
            })
        }
    }
}

fn show(year: Option<i32>, reading: &Reading, desk: &mut Desk) -> anyhow::Result<()> {
    let (calendar, basis) = desk.calendar(reading)?;
    let year = year.unwrap_or(year_of(basis.as_of));
    let document = report::rules::calendar(desk.lang(), basis, year, &calendar);
    desk.publish(document)
}
