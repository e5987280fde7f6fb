//! `session` (届次): sessions of the congress, opened and closed.

use clap::{Args as ClapArgs, Subcommand};

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::desk::Desk;
use crate::domain::command::Command;
use crate::report;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("届次: 开会、闭会、查看", "Sessions: open, close, list"),
    after_help = both!(
        "例: jianyi 届次 开 20-5 --on 2024-01-16\n    jianyi 届次 闭 --on 2024-01-17",
        "Example: jianyi session open 20-5 --on 2024-01-16\n         jianyi session close --on 2024-01-17"
    )
)]
pub(in crate::cli) struct Args {
    #[command(subcommand)]
    act: Option<Act>,
}

#[derive(Debug, Subcommand)]
enum Act {
    #[command(visible_alias = "开", alias = "开会", about = both!("开会", "Open a session"))]
    Open {
        #[arg(value_name = both!("届-次", "TERM-SESSION"), help = both!("第几届第几次会议: 20-5", "Term and session: 20-5"))]
        session: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "闭", alias = "闭会", about = both!("闭会", "Close a session"))]
    Close {
        #[arg(value_name = both!("届-次", "TERM-SESSION"), help = both!("哪一次会议,默认最后开的: 20-5", "Which session; the one opened last if left out: 20-5"))]
        session: Option<String>,
        #[command(flatten)]
        writing: Writing,
    },
    #[command(visible_alias = "列表", about = both!("列出各次会议", "List the sessions"))]
    List {
        #[command(flatten)]
        reading: Reading,
    },
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    match &args.act {
        Some(Act::Open { session, writing }) => {
            desk.can_ask(&[("TERM-SESSION", session.is_none())])?;
            let label = both!("第几届第几次会议(20-5)", "Term and session (20-5)");
            let session = desk.ask_text("TERM-SESSION", session.as_deref(), label)?;
            let day = both!("哪一天开会", "The day it opened");
            let writing = desk.ask_day(writing, day)?;
            desk.record(&writing, |wish| {
                Ok(Command::OpenSession {
                    key: wish.session("TERM-SESSION", &session)?,
                })
            })
        }
        Some(Act::Close { session, writing }) => {
            let day = both!("哪一天闭会", "The day it closed");
            let writing = desk.ask_day(writing, day)?;
            desk.record(&writing, |wish| {
                let key = session.as_deref();
                let key = key
                    .map(|key| wish.session("TERM-SESSION", key))
                    .transpose()?;
                Ok(Command::CloseSession { key })
            })
        }
        Some(Act::List { reading }) => desk.read(reading, report::roster::sessions),
        None => desk.read(&Reading::default(), report::roster::sessions),
    }
}
