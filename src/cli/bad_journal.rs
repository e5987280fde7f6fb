//! Why a journal was not read or not written, in words.

use std::path::PathBuf;

use super::failure::{Exit, Failure};
use crate::journal::{ErrorKind, FORMAT_VERSION, Fault, Journal, JournalError, Risk, Tail};
use crate::words::{self, Lang, Trouble, say};

/// A failure of the journal in words, with its exit code.
pub(super) fn failed(lang: Lang, error: &JournalError) -> Failure {
    let exit = match error.kind() {
        ErrorKind::Failed => Exit::Unexpected,
        ErrorKind::Misplaced => Exit::Misuse,
        ErrorKind::Busy => Exit::Busy,
        ErrorKind::Damaged => Exit::Damaged,
    };
    Failure::told(words::storage(lang, &trouble(lang, error)), exit)
}

fn trouble(lang: Lang, error: &JournalError) -> Trouble {
    let shown = |path: &PathBuf| path.display().to_string();
    match error {
        JournalError::NotThere { path } => Trouble::NotThere { path: shown(path) },
        JournalError::Lost { path, beside } => Trouble::Lost {
            path: shown(path),
            beside: shown(beside),
        },
        JournalError::TwoWays { path, seq } => Trouble::TwoWays {
            path: shown(path),
            seq: *seq,
        },
        JournalError::AlreadyThere { path } => Trouble::AlreadyThere { path: shown(path) },
        JournalError::WrongPlace { path } => Trouble::WrongPlace { path: shown(path) },
        JournalError::NotReadable { path, source } => Trouble::NotReadable {
            path: shown(path),
            why: words::system(lang, source),
        },
        JournalError::NotWritable { path, source } => Trouble::NotWritable {
            path: shown(path),
            why: words::system(lang, source),
        },
        JournalError::NotRecorded {
            path,
            restored,
            source,
        } => Trouble::NotRecorded {
            path: shown(path),
            restored: *restored,
            why: words::system(lang, source),
        },
        JournalError::Uncertain { path, source } => Trouble::Uncertain {
            path: shown(path),
            why: words::system(lang, source),
        },
        JournalError::Unfit { seq, fault } => Trouble::Contradictory {
            line: *seq,
            why: fault_words(lang, fault),
        },
        JournalError::Locked { holder, .. } => Trouble::Locked {
            holder: holder
                .as_ref()
                .map(|h| (h.process, h.at.format("%Y-%m-%d %H:%M:%S").to_string())),
        },
        JournalError::Conflict { .. } => Trouble::Locked { holder: None },
        JournalError::Changed { path } => Trouble::Changed { path: shown(path) },
        JournalError::Damaged { path, line, fault } => Trouble::Damaged {
            path: shown(path),
            line: *line,
            why: fault_words(lang, fault),
        },
        JournalError::NoBeginning { path } => Trouble::NoBeginning { path: shown(path) },
        JournalError::Newer { path, line, found } => Trouble::Newer {
            path: shown(path),
            line: *line,
            found: *found,
        },
    }
}

/// What is wrong with a line.
pub(super) fn fault_words(lang: Lang, fault: &Fault) -> String {
    let zh = match fault {
        Fault::ByteOrderMark => "开头多了字节顺序标记(BOM)".to_owned(),
        Fault::Blank => "是空行".to_owned(),
        Fault::CarriageReturn => "行尾是回车换行(CRLF)".to_owned(),
        Fault::Nul => "含有零字节".to_owned(),
        Fault::NotUtf8 { at } => format!("从第 {at} 个字节起不是 UTF-8"),
        Fault::Unreadable(why) => format!("不是一条完整的记录 ({why})"),
        Fault::Newer { found } => {
            format!("是第 {found} 版格式,本程序只认到第 {FORMAT_VERSION} 版")
        }
        Fault::NoSuchVersion { found } => format!("写着第 {found} 版格式,没有这一版"),
        Fault::Seq { expected, found } => format!("条号是 {found},应为 {expected}"),
        Fault::Chain { .. } => {
            "和上一行接不上(哈希不符): 这两行有一行被改过,或者中间少了几行".to_owned()
        }
        Fault::Batch { batch } => format!("写的批次首条是 {batch},不对"),
        Fault::NoEvents => "没有任何事项".to_owned(),
        Fault::Claims { other } => format!("和第 {other} 行争同一个位置,哪一行是真的无法证明"),
        Fault::Disproved { next } => {
            format!("被改过: 第 {next} 行证明它前面原来是另一行")
        }
    };
    say(lang, zh, fault.to_string())
}

/// What is noticed of a journal that can be read all the same.
pub(super) fn warnings(lang: Lang, journal: &Journal) -> Vec<String> {
    let mut warnings = Vec::new();
    if let Tail::Torn { .. } = &journal.tail {
        warnings.push(words::interrupted(lang));
    }
    if let Some(back) = journal.clock.last() {
        warnings.push(words::clock_went_back(lang, back.seq));
    }
    warnings
}

/// What is noticed about the folder of a store.
pub(super) fn risk_words(lang: Lang, risk: &Risk) -> String {
    match risk {
        Risk::Network { kind } => say(
            lang,
            format!("注意: 档案在网络盘上({kind}),同一时间只由一台电脑写入,并常做备份"),
            format!(
                "note: the store lies on a network drive ({kind}); let one machine write at a time, and back it up"
            ),
        ),
        Risk::Synced { by } => say(
            lang,
            format!("注意: 档案在同步目录里({by}),同一时间只由一台电脑写入,等同步完再换电脑"),
            format!(
                "note: the store lies in a synchronised folder ({by}); let one machine write at a time, and wait for the sync before another does"
            ),
        ),
        Risk::HalfRestored(path) => {
            let path = path.display();
            say(
                lang,
                format!("注意: 有一次恢复没有做完(或正在做),留下 {path};再恢复一次会清掉它"),
                format!(
                    "note: a restore was interrupted, or is at work, and left {path}; the next restore takes it away"
                ),
            )
        }
        Risk::Copy(path) => words::lies_beside(lang, &path.display().to_string()),
    }
}
