//! `erase` (抹除): removes the particulars of citizens for good, says so in the journal, and lists
//! what still holds them.

use std::path::PathBuf;

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::{Reading, Writing};
use crate::cli::bad_private::bad_private;
use crate::cli::desk::Desk;
use crate::cli::left_behind;
use crate::domain::command::{CitizenWish, Command};
use crate::domain::terms::CitizenId;
use crate::journal::{Place, Sought, private};
use crate::words::Gone;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("抹除群众的个人信息(不能撤销),并列出哪里还有", "Erase the particulars of citizens for good, and list what still holds them"),
    after_help = both!(
        "例: jianyi 抹除 1 --理由 本人要求\n依据个人信息保护法第四十七条。记录本身不变: 留下编号、日期和理由。",
        "Example: jianyi erase 1 --why \"asked for it\"\nThe journal stays whole: number, day and reason remain (Personal Information Protection Law, article 47)."
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("编号", "NUMBERS"), help = both!("哪些群众: 3 或 1-4,7", "Which citizens: 3 or 1-4,7"))]
    citizens: Option<String>,
    #[arg(long, visible_alias = "理由", value_name = both!("理由", "WHY"), help = both!("为什么抹除", "Why"))]
    why: Option<String>,
    #[arg(long, visible_alias = "备份", value_name = both!("路径", "PATH"), help = both!("到哪些备份里找,可以写多次;档案旁边的 .zip 总是找", "Where backups are; may be given several times; archives beside the store are always looked at"))]
    backups: Vec<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    desk.can_ask(&[
        ("NUMBERS", args.citizens.is_none()),
        ("--why", args.why.is_none()),
    ])?;
    let typed = desk.ask_text(
        "NUMBERS",
        args.citizens.as_deref(),
        both!("群众编号", "Which citizens"),
    )?;
    let why = desk.ask_text("--why", args.why.as_deref(), both!("理由", "Why"))?;
    if !args.writing.dry_run {
        desk.confirm(both!(
            "抹除以后不能撤销,确定?",
            "It cannot be taken back. Erase?"
        ))?;
    }
    let lang = desk.lang();
    let place = desk.store()?.place(lang)?;
    let sought = sought(args, &typed, &place, desk)?;
    let erased = !args.writing.dry_run && finished_late(&sought.citizens, &place, desk)?;
    if !erased {
        desk.record_followed(
            &args.writing,
            |wish| {
                Ok(Command::Citizens(CitizenWish::Erase {
                    citizens: wish.numbers("NUMBERS", &typed)?,
                    why: wish.text("--why", &why)?,
                }))
            },
            |place, book| {
                private::remove(place, &sought.citizens, &book.sealed())
                    .map(|_| ())
                    .map_err(|error| bad_private(lang, &error))
            },
        )?;
    }
    if args.writing.dry_run {
        return Ok(());
    }
    left_behind::tell(desk, &sought.words, &sought.backups, Gone::Erased)
}

/// Whom to erase, and the words to look for afterwards.
struct ToErase {
    citizens: Vec<CitizenId>,
    words: Vec<Sought>,
    backups: Vec<PathBuf>,
}

fn sought(args: &Args, typed: &str, place: &Place, desk: &mut Desk) -> anyhow::Result<ToErase> {
    let lang = desk.lang();
    let citizens: Vec<CitizenId> = desk.numbers("NUMBERS", typed)?;
    let rows = private::rows(place).map_err(|error| bad_private(lang, &error))?;
    let theirs = rows.iter().filter(|row| citizens.contains(&row.citizen));
    let words = theirs.flat_map(|row| {
        let known = row.particulars.known();
        known.map(|(key, word)| (key, word.to_owned()))
    });
    let mut words: Vec<Sought> = words.collect();
    words.sort();
    words.dedup();
    Ok(ToErase {
        words,
        backups: left_behind::backups(desk, &args.backups)?,
        citizens,
    })
}

/// Whether the journal says already that all of them are erased, and rows were left by an
/// interruption; they go now.
fn finished_late(citizens: &[CitizenId], place: &Place, desk: &mut Desk) -> anyhow::Result<bool> {
    let lang = desk.lang();
    let (said, seals) = desk.look(&Reading::default(), |outlook| {
        let erased = |id: &CitizenId| outlook.book.citizens().erased(*id).is_some();
        let said = !citizens.is_empty() && citizens.iter().all(erased);
        Ok((said, outlook.book.sealed()))
    })?;
    if !said {
        return Ok(false);
    }
    let (wait, holder) = desk.turn();
    let removed = private::remove_late(place, citizens, &seals, (wait, &holder));
    Ok(removed.map_err(|error| bad_private(lang, &error))? > 0)
}
