//! Why particulars of citizens could not be read, kept or removed, in words. Never what stands in
//! them.

use super::bad_journal::failed;
use super::failure::{Exit, Failure};
use crate::journal::PrivateError;
use crate::words::{self, Lang, Message, say};

/// Why not, with what to do.
pub(super) fn bad_private(lang: Lang, error: &PrivateError) -> Failure {
    match error {
        PrivateError::Journal(error) => failed(lang, error),
        PrivateError::System { path, source } => {
            let why = words::system(lang, source);
            let what = format!("{}: {why}", path.display());
            let hint = say(
                lang,
                "核对权限和磁盘空间,再做一次",
                "check rights and space, then try again",
            );
            Failure::told(Message::new(what).hint(hint), Exit::Unexpected)
        }
        PrivateError::Damaged { path, line } => {
            let path = path.display();
            let what = say(
                lang,
                format!("“{path}”第 {line} 行读不出来"),
                format!("line {line} of `{path}` cannot be read"),
            );
            let hint = say(
                lang,
                "把备份恢复到新目录(jianyi restore 备份.zip --store 新目录),再把其中的 private.jsonl 复制过来",
                "restore a backup into a new folder (jianyi restore FILE --store NEW-DIR) and copy its private.jsonl here",
            );
            Failure::told(Message::new(what).hint(hint), Exit::Damaged)
        }
    }
}
