//! What is said of a file that is written, or is not. The store has a room of its own.

use super::{Lang, Message, say};

/// A file was written.
pub fn saved(lang: Lang, file: &str) -> String {
    say(lang, format!("已写到 {file}"), format!("written to {file}"))
}

/// The same, and what is in it.
pub fn saved_with(lang: Lang, file: &str, title: &str) -> String {
    format!("{}: {title}", saved(lang, file))
}

/// A file could not be written; the old one stays.
pub fn unsaved(lang: Lang, why: &str) -> Message {
    Message::new(say(
        lang,
        "文件没有写成,原来的文件没有动",
        "the file was not written; an old one is as it was",
    ))
    .because(why)
    .hint(say(
        lang,
        "看看目录在不在、能不能写、磁盘满没满",
        "check that the folder is there, writable and not full",
    ))
}

/// A file of a store is written by the program alone.
pub fn part_of_a_store(lang: Lang, file: &str) -> Message {
    Message::new(say(
        lang,
        format!("“{file}”是档案的一部分,不能写在上面"),
        format!("`{file}` is a part of a store and is not written over"),
    ))
    .hint(say(
        lang,
        "换一个文件名,或写到别的目录",
        "take another name or another folder",
    ))
}
