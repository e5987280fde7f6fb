//! What is said of citizens whose particulars stand apart: never the particulars themselves.

use super::{Lang, say};
use crate::domain::terms::CitizenId;

/// What a key of the private file is called.
pub fn private_key(lang: Lang, key: &str) -> &str {
    let zh = match key {
        "name" => "姓名",
        "phone" => "电话",
        "address" => "住址",
        "identity" => "身份证号",
        "household" => "家庭情况",
        "note" => "备注",
        "too_large" => "太大,没有看完",
        "too_deep" => "压缩包套得太深,没有看完",
        "closed" => "损坏或有密码,打不开",
        "no_text" => "图片、扫描件、PDF,查不了内容",
        "unreadable" => "没有权限,读不了",
        "link" => "是链接,没有跟过去看",
        _ => key,
    };
    let en = match key {
        "too_large" => "too large to be looked at to its end",
        "too_deep" => "archives nested too deep to be looked at",
        "closed" => "damaged or locked, cannot be opened",
        "no_text" => "a picture, a scan or a PDF: holds no text",
        "unreadable" => "not allowed to read it",
        "link" => "a link, which was not followed",
        _ => key,
    };
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}

/// How far a search went.
pub fn searched(lang: Lang, files: usize, unseen: usize) -> String {
    say(
        lang,
        format!("查过 {files} 个文件;没有看完的 {unseen} 个,都列在表里"),
        format!(
            "{files} files were searched; {unseen} were not looked at to their end and are listed"
        ),
    )
}

/// How words came to be gone from the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gone {
    /// 抹除
    Erased,
    /// 更正: others stand in their place.
    Replaced,
}

impl Gone {
    /// What scripts know the page by.
    pub fn code(self) -> &'static str {
        match self {
            Self::Erased => "erase",
            Self::Replaced => "citizen.correct",
        }
    }
}

/// What is left to do after words are gone from the store.
pub fn still_held(lang: Lang, gone: Gone, places: usize, unseen: usize) -> String {
    let (zh, en) = match gone {
        Gone::Erased => ("个人信息已抹除", "erased"),
        Gone::Replaced => ("个人信息已更正", "put right"),
    };
    let words = match (gone, lang) {
        (Gone::Erased, Lang::Zh) => "同样的字样",
        (Gone::Replaced, Lang::Zh) => "旧的字样",
        (Gone::Erased, Lang::En) => "the same words",
        (Gone::Replaced, Lang::En) => "the old words",
    };
    match (places, unseen) {
        (0, 0) => say(
            lang,
            format!("{zh},查过的地方没有{words}了"),
            format!("{en}; nothing that was searched holds {words} any more"),
        ),
        (0, _) => say(
            lang,
            format!("{zh};有 {unseen} 个文件没有看完,见上表,请人工核对"),
            format!(
                "{en}; {unseen} files listed above could not be looked at to their end: look at them yourself"
            ),
        ),
        (_, 0) => say(
            lang,
            format!("{zh};还有 {places} 处出现{words},请按上表处理(备份删除或重做,佐证另存)"),
            format!(
                "{en}; {words} still stand in {places} places listed above: delete or remake backups, replace evidence"
            ),
        ),
        _ => say(
            lang,
            format!(
                "{zh};还有 {places} 处出现{words},另有 {unseen} 个文件没有看完,请按上表处理和核对"
            ),
            format!(
                "{en}; {words} still stand in {places} places, and {unseen} files could not be looked at to their end: see above"
            ),
        ),
    }
}

/// Free text that holds numbers of people.
pub fn holds_numbers(lang: Lang, count: usize) -> String {
    say(
        lang,
        format!(
            "注意: 文字里有 {count} 个像电话或身份证号的号码。记录只增不改;群众的号码请用 jianyi citizen 登记,写错了可以撤销后重写"
        ),
        format!(
            "note: {count} numbers in the text look like phones or identity cards. The journal only grows; enter a citizen's with jianyi citizen"
        ),
    )
}

/// A citizen's particulars that are not as the journal says.
pub fn private_fault(lang: Lang, citizen: CitizenId, fault: &str) -> String {
    let (zh, en) = match fault {
        "missing" => (
            "的个人信息不见了,也没有抹除的记录;从备份取回 private.jsonl,或者用 jianyi citizen correct 重新登记",
            "has no particulars, and nobody erased them; bring private.jsonl back from a backup, or record them again by jianyi citizen correct",
        ),
        "altered" => (
            "的个人信息被改过;从备份取回 private.jsonl,或者用 jianyi citizen correct 重新登记",
            "has particulars that were altered; bring private.jsonl back from a backup, or record them again by jianyi citizen correct",
        ),
        _ => (
            "已经抹除,个人信息却还在;再做一次 jianyi erase",
            "was erased, but the particulars are still there: run jianyi erase again",
        ),
    };
    say(
        lang,
        format!("群众{citizen} {zh}"),
        format!("citizen {citizen} {en}"),
    )
}

/// How many were erased: gone, not missing.
pub fn erased_count(lang: Lang, count: usize) -> String {
    say(
        lang,
        format!("已抹除个人信息 {count} 人,编号和理由都在记录里"),
        format!("{count} citizens were erased; number and reason are on record"),
    )
}

/// Rows that no line names, left by an entry that was interrupted or taken back.
pub fn private_unknown(lang: Lang, count: usize) -> String {
    say(
        lang,
        format!("注意: 个人信息里有 {count} 行没有记录提到"),
        format!("note: {count} rows of particulars are named by no entry"),
    )
}

/// Others may read the private file.
pub fn open_to_others(lang: Lang, path: &str) -> String {
    say(
        lang,
        format!("注意: 别人也能读“{path}”;请改为只有本人可读: chmod go= {path}"),
        format!("note: others may read `{path}`; make it yours alone: chmod go= {path}"),
    )
}
