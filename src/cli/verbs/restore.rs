//! `restore` (恢复): a store back from an archive; what was recorded since is never overwritten.

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::bad_archive::bad_archive;
use crate::cli::desk::Desk;
use crate::journal;
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("从备份恢复;比备份多出记录的档案不会被覆盖", "Bring a store back from an archive; one that has more entries is never overwritten"),
    after_help = both!(
        "例: jianyi 恢复 健龙镇-2024-12-31.zip --档案 新目录",
        "Example: jianyi restore town-2024-12-31.zip --store NEW-DIR"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("文件", "FILE"), help = both!("备份文件", "The archive"))]
    file: String,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let from = desk.path(&args.file);
    let folder = desk.store()?.folder().to_owned();
    let (wait, holder) = desk.turn();
    let made =
        journal::restore(&from, &folder, wait, &holder).map_err(|e| bad_archive(lang, &e))?;
    let files = made.files.len();
    let at = made.at.format("%Y-%m-%d %H:%M").to_string();
    let told = words::restored(lang, &at, files, made.seq, &made.fingerprint);
    desk.say(&told)
}
