//! What is said of the store: not there, locked, damaged, newer, not writable. Plain values come in;
//! this room knows no file.

use super::{Lang, Message, say};

/// What is wrong with a store.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentences below say what each is")]
pub enum Trouble {
    NotThere {
        path: String,
    },
    Lost {
        path: String,
        beside: String,
    },
    TwoWays {
        path: String,
        seq: u64,
    },
    AlreadyThere {
        path: String,
    },
    WrongPlace {
        path: String,
    },
    NotReadable {
        path: String,
        why: String,
    },
    NotWritable {
        path: String,
        why: String,
    },
    NotRecorded {
        path: String,
        restored: bool,
        why: String,
    },
    Uncertain {
        path: String,
        why: String,
    },
    Locked {
        holder: Option<(u32, String)>,
    },
    Changed {
        path: String,
    },
    Damaged {
        path: String,
        line: u64,
        why: String,
    },
    NoBeginning {
        path: String,
    },
    Newer {
        path: String,
        line: u64,
        found: u32,
    },
    Contradictory {
        line: u64,
        why: String,
    },
    NoHome,
}

/// The words for it.
#[expect(
    clippy::too_many_lines,
    reason = "one table: each trouble and its words"
)]
pub fn storage(lang: Lang, trouble: &Trouble) -> Message {
    match trouble {
        Trouble::NotThere { path } => Message::new(say(
            lang,
            format!("这里还没有建档: {path}"),
            format!("there is no store yet at {path}"),
        ))
        .hint(say(
            lang,
            "建一份: jianyi init --office 单位 --secretary 姓名",
            "make one: jianyi init --office NAME --secretary NAME",
        ))
        .hint(say(
            lang,
            "先试试: jianyi demo;已有档案的用 --store 指明目录",
            "try it first: jianyi demo; name another folder with --store",
        ))
        .hint(say(
            lang,
            "原来有档案、文件不见了的,不要 init: 找回 journal.jsonl,或 jianyi restore 备份.zip --store 目录",
            "if there was one here and its file is gone, do not init: find journal.jsonl, or jianyi restore BACKUP.zip --store DIR",
        )),
        Trouble::Lost { path, beside } => Message::new(say(
            lang,
            format!("{path} 空了或不见了,旁边却还有它的 {beside};没有动任何东西"),
            format!("{path} is empty or gone, but {beside} belonged to it; nothing was touched"),
        ))
        .hint(say(
            lang,
            "从备份恢复到新目录: jianyi restore 备份.zip --store 新目录;没有备份就把这个目录整个留好",
            "bring a backup back into a new folder: jianyi restore FILE --store NEW-DIR; without one, keep the whole folder",
        ))
        .hint(say(
            lang,
            "要另建一份档案,用 --store 指到别的目录",
            "for a store of its own, name another folder with --store",
        )),
        Trouble::AlreadyThere { path } => Message::new(say(
            lang,
            format!("这里已经建过档: {path}"),
            format!("there is a store already at {path}"),
        ))
        .hint(say(
            lang,
            "换一个目录: --store 目录",
            "take another folder: --store DIR",
        )),
        Trouble::WrongPlace { path } => Message::new(say(
            lang,
            format!("{path} 不是档案该有的样子(该是文件却是目录、链接或管道,或相反)"),
            format!("{path} is a folder, a link or a pipe where a file should be, or the other way round"),
        ))
        .hint(say(
            lang,
            "用 --store 指到放 journal.jsonl 的目录",
            "let --store name the folder of journal.jsonl",
        )),
        Trouble::NotReadable { path, why } => Message::new(say(
            lang,
            format!("读不到 {path}"),
            format!("cannot read {path}"),
        ))
        .because(why.clone())
        .hint(say(
            lang,
            "请管理员检查这个文件的权限",
            "check the rights of that file",
        )),
        Trouble::NotWritable { path, why } => Message::new(say(
            lang,
            format!("写不了 {path},没有记录任何东西"),
            format!("cannot write {path}; nothing was recorded"),
        ))
        .because(why.clone())
        .hint(say(
            lang,
            "检查权限、磁盘空间,再重做一次;只看不写的命令照常能用",
            "check rights and disk space and try again; reading still works",
        )),
        Trouble::NotRecorded {
            path,
            restored,
            why,
        } => {
            let message = Message::new(say(
                lang,
                format!("没有记录成功: {path}"),
                format!("not recorded in {path}"),
            ))
            .because(why.clone());
            match restored {
                true => message.hint(say(lang, "原来的记录没有动;腾出磁盘空间后再做一次", "what was recorded is as it was; free some disk space and try again")),
                false => message.hint(say(lang, "文件末尾可能留下没写完的一行,下次写入时会另存一旁;先用 jianyi verify 检查", "an unfinished line may stand at the end; the next writer sets it aside; jianyi verify checks")),
            }
        }
        Trouble::Uncertain { path, why } => Message::new(say(
            lang,
            format!("不能确定是否已经记录: {path}"),
            format!("it may be recorded in {path}, or not"),
        ))
        .because(why.clone())
        .hint(say(
            lang,
            "先别重做: 用 jianyi log 和 jianyi list 看这一条在不在,再用 jianyi verify 检查磁盘上的档案",
            "do not repeat it yet: jianyi log and jianyi list show whether the entry stands; then jianyi verify checks the store",
        )),
        Trouble::Locked { holder } => {
            let what = match holder {
                Some((process, since)) => say(
                    lang,
                    format!("另一个程序(进程 {process},{since} 起)正在写入"),
                    format!("another process ({process}, since {since}) is writing"),
                ),
                None => say(lang, "另一个程序正在写入", "another process is writing"),
            };
            Message::new(what).hint(say(
                lang,
                "等一会儿再做一次,不会丢东西",
                "try again in a moment; nothing is lost",
            ))
        }
        Trouble::Changed { path } => Message::new(say(
            lang,
            format!("写入时 {path} 被别的程序改动了,没有记录"),
            format!("{path} was changed by another program meanwhile; nothing was recorded"),
        ))
        .hint(say(
            lang,
            "关掉对这个目录的网盘同步和编辑器,再做一次",
            "stop synchronising or editing that folder, and try again",
        )),
        Trouble::TwoWays { path, seq } => Message::new(say(
            lang,
            format!("{path} 没有损坏,--with 的文件从第 {seq} 条起却是另外的记录;没有动任何东西"),
            format!("{path} is sound, and a file of --with has other entries from {seq} on; nothing was touched"),
        ))
        .hint(say(
            lang,
            "那是别的单位的,或者两份档案分头记过: 只能留一份,把另一份多出的记录照着补记",
            "it is of another office, or two copies were written to: keep one, and record again what the other has more",
        )),
        Trouble::Damaged { path, line, why } => Message::new(say(
            lang,
            format!("{path} 第 {line} 行损坏,没有写入任何东西"),
            format!("line {line} of {path} is damaged; nothing was written"),
        ))
        .because(why.clone())
        .hint(say(
            lang,
            "先把整个目录复制一份,再用 jianyi verify 列出全部问题",
            "copy the folder first; then jianyi verify lists all problems",
        )),
        Trouble::NoBeginning { path } => Message::new(say(
            lang,
            format!("{path} 的第一条丢了或读不出来,后面的都以它为准,修复不了,没有动任何东西"),
            format!("the first entry of {path} is lost or unreadable, and all others stand on it; it cannot be mended, and nothing was touched"),
        ))
        .hint(say(
            lang,
            "从备份恢复到新目录: jianyi restore 备份.zip --store 新目录;没有备份就把这个目录整个留好",
            "bring a backup back into a new folder: jianyi restore FILE --store NEW-DIR; without one, keep the whole folder",
        )),
        Trouble::Newer { path, line, found } => Message::new(say(
            lang,
            format!("{path} 第 {line} 行是新版本写的(格式 {found})"),
            format!("line {line} of {path} was written by a newer version (format {found})"),
        ))
        .hint(say(
            lang,
            "换用新版 jianyi;这一版没有写入任何东西",
            "use the newer jianyi; this one wrote nothing",
        )),
        Trouble::Contradictory { line, why } => Message::new(say(
            lang,
            format!("第 {line} 条记录与前面的矛盾,没有写入任何东西"),
            format!("entry {line} contradicts what stands before it; nothing was written"),
        ))
        .because(why.clone())
        .hint(say(
            lang,
            "先把整个目录复制一份,再用 jianyi verify 检查",
            "copy the folder first; then jianyi verify checks it",
        )),
        Trouble::NoHome => Message::new(say(
            lang,
            "找不到存放数据的目录",
            "no folder for the data was found",
        ))
        .hint(say(
            lang,
            "用 --store 目录 指明,或设 JIANYI_STORE",
            "name it with --store DIR or JIANYI_STORE",
        )),
    }
}

/// An append that was interrupted stands at the end; the next writer sets it aside.
pub fn interrupted(lang: Lang) -> String {
    say(
        lang,
        "注意: 文件末尾有一行没有写完(上次写入中断),不计入;下次写入时会另存一旁。当时已经提示记好了的,从备份补回: jianyi verify --repair --with 备份.zip",
        "note: an interrupted append stands at the end; it does not count, and the next writer sets it aside. If it had been confirmed, bring it back: jianyi verify --repair --with BACKUP.zip",
    )
}
