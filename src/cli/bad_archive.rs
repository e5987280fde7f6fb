//! Why a store was not backed up or not restored, in words.

use std::io;

use super::bad_journal::failed;
use super::failure::{Exit, Failure};
use crate::journal::BackupError;
use crate::words::{self, Lang, Message, say};

/// Why not, with what to do.
pub(super) fn bad_archive(lang: Lang, error: &BackupError) -> Failure {
    match error {
        BackupError::Journal(error) => failed(lang, error),
        BackupError::System { path, source } => {
            let path = path.display();
            let why = words::system(lang, source);
            let what = say(lang, format!("{path}: {why}"), format!("{path}: {why}"));
            let hint = say(
                lang,
                "核对文件名、权限和磁盘空间",
                "check name, rights and space",
            );
            // A file that is not there was named wrongly.
            let exit = match source.kind() == io::ErrorKind::NotFound {
                true => Exit::Misuse,
                false => Exit::Unexpected,
            };
            Failure::told(Message::new(what).hint(hint), exit)
        }
        BackupError::Exists(path) => {
            let path = path.display();
            let what = say(
                lang,
                format!("已经有文件“{path}”"),
                format!("`{path}` is there already"),
            );
            let hint = say(
                lang,
                "换一个文件名,备份不覆盖",
                "take another name; nothing is overwritten",
            );
            Failure::told(Message::new(what).hint(hint), Exit::Misuse)
        }
        BackupError::Altered { path, what } => {
            let path = path.display();
            let what = say(
                lang,
                format!("“{path}”不是完好的备份: {what}"),
                format!("`{path}` is no sound archive: {what}"),
            );
            let hint = say(lang, "换一份备份再恢复", "take another archive");
            Failure::told(Message::new(what).hint(hint), Exit::Damaged)
        }
        BackupError::Ahead { here, there } => {
            let what = say(
                lang,
                format!("档案已有 {here} 条记录,备份到第 {there} 条,而且不是它的延续,没有恢复"),
                format!(
                    "the store has {here} entries, the archive {there}, and does not go on from them"
                ),
            );
            let hint = say(
                lang,
                "恢复到新目录再比较: --store 新目录",
                "restore into a new folder and compare: --store NEW-DIR",
            );
            Failure::told(Message::new(what).hint(hint), Exit::Refused)
        }
    }
}
