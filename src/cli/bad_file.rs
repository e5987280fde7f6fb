//! Why a file that was to be imported is no table of ours, or one that was to be kept cannot be, in
//! words.

use super::bad_workbook;
use crate::intake::{BallotsError, FileError, HeaderError, TableError, UnknownHeader};
use crate::journal::{EvidenceError, evidence};
use crate::words::{self, Lang, Message, list, say};

/// Why a file is no table of ours.
pub(super) fn bad_file(lang: Lang, error: &FileError) -> Message {
    match error {
        FileError::Table(error) => bad_table(lang, error),
        FileError::Header(error) => bad_header(lang, error),
    }
}

/// Why the sheets of an anonymous round cannot be added up; never on which line.
pub(super) fn bad_ballots(lang: Lang, error: &BallotsError) -> Message {
    match error {
        BallotsError::File(error) => bad_file(lang, error),
        BallotsError::Heading(error) => words::bad_text(
            lang,
            &say(lang, "第一行的单位", "a unit in the first row"),
            error,
        ),
        BallotsError::Doubled {
            column,
            first,
            second,
        } => Message::new(say(
            lang,
            format!("第 {first} 列和第 {second} 列都是“{column}”"),
            format!("columns {first} and {second} are both `{column}`"),
        ))
        .because(say(
            lang,
            "两列加在一起,一张票就算了两次",
            "added up, each ballot would count twice",
        ))
        .hint(say(
            lang,
            "分项评分的写成“单位/项目”,否则去掉一列",
            "write `unit/item` where items are marked apart, else leave one out",
        )),
        BallotsError::NotAMark { column } => Message::new(say(
            lang,
            format!("“{column}”一列里有不是分数的格子"),
            format!("something under `{column}` is no mark"),
        ))
        .hint(say(
            lang,
            "分数写整数;没有打分的空着。为了保密,不说是哪一张票",
            "marks are whole numbers, an empty cell says nothing; which ballot it is stays secret",
        )),
    }
}

/// Of a file that is called a workbook and is text.
pub(super) fn named_wrong(lang: Lang) -> String {
    say(
        lang,
        "文件名像工作簿,内容却不是,是按文本表格读的;用 Excel 或 WPS 打开后另存为 .xlsx 再导入",
        "it is called a workbook and is none, so it was read as text: open it and save it as .xlsx",
    )
}

fn bad_table(lang: Lang, error: &TableError) -> Message {
    let save_again = say(
        lang,
        "在 Excel 或 WPS 里另存为 .xlsx 或“CSV UTF-8”再导入",
        "save it as .xlsx or CSV UTF-8 first",
    );
    let (what, hint) = match error {
        TableError::Workbook(error) => return bad_workbook::bad_workbook(lang, error),
        TableError::NotText => (
            say(
                lang,
                "这不是 CSV 文本文件,也不是工作簿",
                "this is neither CSV text nor a workbook",
            ),
            save_again,
        ),
        TableError::BadBytes { line } => (
            say(
                lang,
                format!("第 {line} 行既不是 UTF-8 也不是 GB18030"),
                format!("line {line} is neither UTF-8 nor GB18030"),
            ),
            save_again,
        ),
        TableError::OpenQuote { line } => (
            say(
                lang,
                format!("第 {line} 行的引号没有配对"),
                format!("the quote on line {line} is never closed"),
            ),
            say(lang, "补上右引号", "close the quote"),
        ),
        TableError::LongRow { line } => return long_row(lang, *line),
        TableError::Empty => (
            say(lang, "文件是空的", "the file is empty"),
            say(
                lang,
                "第一行写列名,以下每行一件建议",
                "the first row names the columns, each row below is a case",
            ),
        ),
        TableError::NoRows => (
            say(
                lang,
                "只有列名,没有一行数据",
                "there are headers and no rows",
            ),
            say(lang, "每件建议写一行", "write one row a case"),
        ),
        TableError::Width {
            line,
            found,
            expected,
        } => (
            say(
                lang,
                format!("第 {line} 行有 {found} 格,列名有 {expected} 个"),
                format!("line {line} has {found} cells under {expected} headers"),
            ),
            say(
                lang,
                "补齐或去掉多余的格;内容里有逗号的要加引号",
                "add or remove cells; quote cells that contain commas",
            ),
        ),
    };
    Message::new(what).hint(hint)
}

fn long_row(lang: Lang, line: u64) -> Message {
    Message::new(say(
        lang,
        format!("第 {line} 行长得不像一行: 超过 4 MiB"),
        format!("line {line} is too long to be a row: more than 4 MiB"),
    ))
    .hint(say(
        lang,
        "看看是不是选错了文件,或者换行丢了",
        "see whether this is the right file, and whether its line breaks were lost",
    ))
}

fn bad_header(lang: Lang, error: &HeaderError) -> Message {
    match error {
        HeaderError::Unknown(unknown) => unknown_headers(lang, unknown),
        HeaderError::Missing { place } => Message::new(say(
            lang,
            format!("第 {place} 列有内容却没有列名"),
            format!("column {place} has no header"),
        ))
        .hint(say(lang, "给它写上列名", "name it")),
        HeaderError::Doubled {
            column,
            first,
            second,
        } => Message::new(say(
            lang,
            format!("“{first}”和“{second}”都是“{column}”"),
            format!("`{first}` and `{second}` are both {column}"),
        ))
        .hint(say(
            lang,
            format!("忽略后一个: --ignore {second}"),
            format!("ignore the second: --ignore {second}"),
        )),
        HeaderError::NoSuchHeader { header, near } => Message::new(say(
            lang,
            format!("文件里没有列“{header}”"),
            format!("the file has no header `{header}`"),
        ))
        .near(lang, near),
        HeaderError::NoSuchColumn { header, near } => Message::new(say(
            lang,
            format!("没有叫“{header}”的列可以对应"),
            format!("there is no column `{header}` to map to"),
        ))
        .near(lang, near)
        .hint(say(
            lang,
            "有哪些列: jianyi help 表格",
            "all columns: jianyi help spreadsheets",
        )),
    }
}

fn unknown_headers(lang: Lang, unknown: &[UnknownHeader]) -> Message {
    let names: Vec<&str> = unknown.iter().map(|u| u.header.as_str()).collect();
    let names = list(lang, &names);
    let mut message = Message::new(say(
        lang,
        format!("不认识的列: {names}"),
        format!("unknown headers: {names}"),
    ));
    for header in unknown {
        let name = &header.header;
        let near = list(lang, &header.near);
        message = message.hint(match (header.is_ambiguous, header.near.first()) {
            (true, Some(first)) => say(
                lang,
                format!("“{name}”可能是 {near},请指明: --map {name}={first} 或 --ignore {name}"),
                format!("`{name}` may be {near}: --map {name}={first} or --ignore {name}"),
            ),
            (false, Some(first)) => say(
                lang,
                format!("“{name}”是不是 {near}? --map {name}={first} 或 --ignore {name}"),
                format!("`{name}`: near {near}; --map {name}={first} or --ignore {name}"),
            ),
            (_, None) => say(
                lang,
                format!("对应到一列: --map {name}=列名,或忽略: --ignore {name}"),
                format!("--map {name}=COLUMN, or --ignore {name}"),
            ),
        });
    }
    message
}

/// Why a file cannot be kept as evidence.
pub(super) fn bad_evidence(lang: Lang, error: &EvidenceError) -> Message {
    let mebibytes = |bytes: u64| bytes / (1024 * 1024);
    match error {
        EvidenceError::NotReadable { path, source } => {
            let path = path.display().to_string();
            words::no_file(lang, &path, &words::system(lang, source))
        }
        EvidenceError::NoFile(path) => Message::new(say(
            lang,
            format!("{} 不是文件", path.display()),
            format!("{} is no file", path.display()),
        ))
        .hint(say(
            lang,
            "逐个写文件,不能写文件夹",
            "name files one by one, no folders",
        )),
        EvidenceError::Empty(path) => Message::new(say(
            lang,
            format!("{} 是空的", path.display()),
            format!("{} is empty", path.display()),
        ))
        .hint(say(lang, "核对文件", "check the file")),
        EvidenceError::TooLarge { path, bytes } => Message::new(say(
            lang,
            format!("{} 有 {} MB,太大", path.display(), mebibytes(*bytes)),
            format!("{} has {} MiB, too many", path.display(), mebibytes(*bytes)),
        ))
        .hint(say(
            lang,
            format!(
                "最多 {} MB;录像请截图或压缩",
                mebibytes(evidence::BYTES_MOST)
            ),
            format!("at most {} MiB", mebibytes(evidence::BYTES_MOST)),
        )),
        EvidenceError::Changed(path) => Message::new(say(
            lang,
            format!("{} 在复制时变了,没有记录", path.display()),
            format!(
                "{} changed while it was copied; nothing was recorded",
                path.display()
            ),
        ))
        .hint(say(
            lang,
            "等它写完再存一次",
            "wait until it is written, then try again",
        )),
        EvidenceError::NotKept { path, source } => Message::new(say(
            lang,
            format!("写不了 {},没有记录", path.display()),
            format!("cannot write {}; nothing was recorded", path.display()),
        ))
        .because(words::system(lang, source))
        .hint(say(
            lang,
            "检查权限和磁盘空间",
            "check rights and disk space",
        )),
        EvidenceError::Altered(path) => Message::new(say(
            lang,
            format!("档案里的 {} 已被改动", path.display()),
            format!("{} in the store was altered", path.display()),
        ))
        .hint(say(
            lang,
            "查看: jianyi verify;再从备份里找回原件",
            "see jianyi verify, and take the original from a backup",
        )),
    }
}
