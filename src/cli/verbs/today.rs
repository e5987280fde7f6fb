//! `today` (今日), and `jianyi` without a word: what is red, what falls due, what waits for the
//! secretary. Where there is no store yet, how to begin.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::args::Reading;
use crate::cli::desk::Desk;
use crate::journal;
use crate::report::today;
use crate::words;

#[derive(Debug, Default, ClapArgs)]
#[command(
    about = both!("今天的事: 红色的、要到期的、等您办的(不写命令就是它)", "The day: what is red, falls due, waits for you (also without a command)"),
    after_help = both!("例: jianyi\n    jianyi 今日 --截至 2024-05-31", "Example: jianyi\n         jianyi today --as-of 2024-05-31")
)]
pub(in crate::cli) struct Args {
    #[command(flatten)]
    reading: Reading,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    if desk.format().is_none() && !desk.has_store()? {
        let folder = desk.store()?.folder().display().to_string();
        return desk.print(words::how_to_begin(desk.lang(), &folder).as_bytes());
    }
    desk.read(&args.reading, today::today)?;
    let lang = desk.lang();
    for file in journal::doubtful(&desk.store()?.place(lang)?) {
        desk.say(&words::lies_beside(lang, &file.display().to_string()))?;
    }
    Ok(())
}
