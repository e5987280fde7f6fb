//! Words of a case's dossier. Names of its files follow the office's language, as papers do.

use super::{Lang, Message, say};

/// The title of the cover.
pub fn dossier_title(office: &str) -> String {
    format!("{office}代表建议办理档案")
}

/// Above the list of what lies in it.
pub fn dossier_contents() -> &'static str {
    "卷内目录"
}

/// The columns of that list: place, file, what it is.
pub fn dossier_columns() -> [&'static str; 3] {
    ["序号", "文件", "题名"]
}

/// Under that list, where the papers show no number of a person whole.
pub fn dossier_masked() -> &'static str {
    "注：公文和办理情况中的电话、证件号码只显示首尾，与发出的原件不同（归档时加 --显示号码 则写全）；记录原文和佐证照原样。"
}

/// What the lines of the journal are called there.
pub fn dossier_record_title() -> &'static str {
    "本件的原始记录"
}

/// The cover, without an ending.
pub fn dossier_cover() -> String {
    "01-封面".to_owned()
}

/// The case whole, without an ending.
pub fn dossier_case() -> String {
    "02-办理情况".to_owned()
}

/// The folder of letters and notices.
pub fn dossier_letters() -> &'static str {
    "03-公文"
}

/// The folder of evidence.
pub fn dossier_evidence() -> &'static str {
    "04-佐证"
}

/// The lines of the journal.
pub fn dossier_record() -> String {
    "05-记录.jsonl".to_owned()
}

/// A dossier is an archive and nothing else.
pub fn dossier_makes_zip(lang: Lang, asked: &str) -> Message {
    Message::new(say(
        lang,
        format!("归档是一个 .zip,写不成 {asked}"),
        format!("a dossier is a .zip and cannot become {asked}"),
    ))
    .hint(say(
        lang,
        "-o 的文件名用 .zip 结尾;只要一份复函用 jianyi letter 编号 -o 复函.docx",
        "let the name of -o end in .zip; for one letter alone: jianyi letter CASE -o reply.docx",
    ))
}

/// It was written.
pub fn dossier_saved(lang: Lang, file: &str, count: usize) -> String {
    say(
        lang,
        format!(
            "已归档到 {file}: {count} 个文件,另有 清单.json 和 SHA256SUMS(可用 sha256sum -c 核对)"
        ),
        format!(
            "dossier written to {file}: {count} files, with 清单.json and SHA256SUMS (for sha256sum -c)"
        ),
    )
}

/// A file of evidence is gone or was altered.
pub fn dossier_altered(lang: Lang, file: &str) -> Message {
    Message::new(say(
        lang,
        format!("佐证“{file}”不见了或者被改动过,没有归档"),
        format!("evidence `{file}` is missing or was altered; no dossier was written"),
    ))
    .hint(say(
        lang,
        "用 jianyi verify 检查,从备份恢复原来的文件",
        "see jianyi verify, and take the original from a backup",
    ))
}
