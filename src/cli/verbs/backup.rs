//! `backup` (备份): the whole store in one archive, with a hash of every file.

use std::path::Path;

use clap::Args as ClapArgs;

use crate::both;
use crate::cli::bad_archive::bad_archive;
use crate::cli::desk::Desk;
use crate::cli::soundness::looked;
use crate::journal;
use crate::words;

#[derive(Debug, ClapArgs)]
#[command(
    about = both!("备份整个档案到一个文件(记录、佐证、群众个人信息、哈希)", "Put the whole store into one archive (journal, evidence, particulars of citizens, hashes)"),
    after_help = both!(
        "例: jianyi 备份 健龙镇-2024-12-31.zip",
        "Example: jianyi backup town-2024-12-31.zip"
    )
)]
pub(in crate::cli) struct Args {
    #[arg(value_name = both!("文件", "FILE"), help = both!("写到哪个文件,不能已经存在", "Which file; it must not be there yet"))]
    file: String,
}

pub(in crate::cli) fn run(args: &Args, desk: &mut Desk) -> anyhow::Result<()> {
    let lang = desk.lang();
    let place = desk.store()?.place(lang)?;
    let unsound = words::not_backed_up(lang);
    if let Some(failure) = looked(&place, desk)?.failure(&place, lang, unsound) {
        return Err(failure.into());
    }
    let to = desk.target(&args.file)?;
    let made = journal::backup(&place, &to, desk.now()).map_err(|e| bad_archive(lang, &e))?;
    let files = made.files.len();
    desk.say(&words::backed_up(lang, files, made.seq, &made.fingerprint))?;
    match lies_in(&to, place.folder()) {
        true => desk.say(&words::backup_in_the_store(lang)),
        false => Ok(()),
    }
}

/// Whether a file lies in a folder or deeper, once links are followed.
fn lies_in(file: &Path, folder: &Path) -> bool {
    let whole = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    whole(file).starts_with(whole(folder))
}
