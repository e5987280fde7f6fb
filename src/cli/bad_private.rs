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
                "从备份取回这个文件: jianyi restore",
                "bring that file back from a backup: jianyi restore",
            );
            Failure::told(Message::new(what).hint(hint), Exit::Damaged)
        }
    }
}
