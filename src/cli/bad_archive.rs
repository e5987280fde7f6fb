//! Why a store was not backed up or not restored, in words.

use std::io;

use super::bad_journal::{failed, fault_words};
use super::failure::{Exit, Failure};
use crate::journal::{BackupError, Flaw};
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
        BackupError::Altered { path, flaw } => {
            let (path, what) = (path.display(), flaw_words(lang, flaw));
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

fn flaw_words(lang: Lang, flaw: &Flaw) -> String {
    let (zh, en) = match flaw {
        Flaw::NoFile => ("不是普通文件".to_owned(), "it is no file".to_owned()),
        Flaw::NoArchive(why) => (
            format!("不是 zip 文件,或者已经损坏 ({why})"),
            format!("it is no zip file, or damaged ({why})"),
        ),
        Flaw::NoManifest => (
            "里面没有清单 manifest.json".to_owned(),
            "it holds no manifest.json".to_owned(),
        ),
        Flaw::BadManifest => (
            "清单 manifest.json 读不出来".to_owned(),
            "its manifest.json cannot be read".to_owned(),
        ),
        Flaw::Version(found) => (
            format!("清单是第 {found} 版,本程序不认识"),
            format!("its manifest has version {found}, which this program does not know"),
        ),
        Flaw::Foreign(name) => (
            format!("里面有“{name}”,档案没有这样的文件,或者重复了"),
            format!("it holds `{name}`, which no store has, or twice"),
        ),
        Flaw::Changed(name) => (format!("“{name}”被改动过"), format!("`{name}` was altered")),
        Flaw::Lacks(name) => (format!("缺少“{name}”"), format!("`{name}` is missing")),
        Flaw::Journal(damage) => {
            let (line, why) = (damage.line, fault_words(lang, &damage.fault));
            (
                format!("其中的记录第 {line} 行{why}"),
                format!("line {line} of its journal {why}"),
            )
        }
        Flaw::OtherJournal => (
            "其中的记录和清单上的条号、指纹不符".to_owned(),
            "its journal is not the one of the manifest: number and fingerprint differ".to_owned(),
        ),
        Flaw::Row(line) => (
            format!("其中的个人信息第 {line} 行读不出来"),
            format!("row {line} of its particulars cannot be read"),
        ),
        Flaw::ReadBack => (
            "写完读回来不一样".to_owned(),
            "it reads back otherwise than it was written".to_owned(),
        ),
    };
    say(lang, zh, en)
}
