//! What the operating system said, in the reader's language where it is one of the usual things.

use std::io;

use super::{Lang, Message, say};

/// The words for an error of the system; a rare one keeps its own words, marked as such.
#[expect(
    clippy::wildcard_enum_match_arm,
    reason = "the system may always say something new"
)]
pub fn system(lang: Lang, error: &io::Error) -> String {
    if lang == Lang::En {
        return error.to_string();
    }
    let said = match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件或目录",
        io::ErrorKind::PermissionDenied => "没有权限",
        io::ErrorKind::AlreadyExists => "已经存在",
        io::ErrorKind::IsADirectory => "这是一个目录,不是文件",
        io::ErrorKind::NotADirectory => "路径里有一段不是目录",
        io::ErrorKind::ReadOnlyFilesystem => "磁盘是只读的",
        io::ErrorKind::StorageFull => "磁盘满了",
        io::ErrorKind::QuotaExceeded => "超出了磁盘配额",
        io::ErrorKind::FileTooLarge => "文件超过了允许的大小",
        io::ErrorKind::InvalidData => "内容不是 UTF-8 文本",
        _ => return format!("系统提示: {error}"),
    };
    said.to_owned()
}

/// Why a file is not read at all.
pub fn larger_than(lang: Lang, megabytes: u64) -> String {
    super::say(
        lang,
        format!("大于 {megabytes} MB,不读"),
        format!("it is larger than {megabytes} MB and is not read"),
    )
}

/// What was to be printed did not arrive whole.
pub fn unprinted(lang: Lang, why: &str) -> Message {
    Message::new(say(
        lang,
        "输出没有写完,已经写出的部分不完整",
        "the output was not written whole; what was written is a part",
    ))
    .because(why)
    .hint(say(
        lang,
        "看看磁盘满没满,腾出空间再来一次;已经记录的不受影响",
        "check that the disk is not full and try again; what was recorded stays recorded",
    ))
}
