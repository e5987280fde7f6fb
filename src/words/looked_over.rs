//! What is said after the store was looked over: what `verify`, `backup` and `restore` found, kept
//! and put right. Plain values come in; this room knows no file.

use super::{Lang, Message, say};

/// Problems that are not told one by one.
pub fn more_problems(lang: Lang, more: u64) -> String {
    say(
        lang,
        format!("此外还有 {more} 处"),
        format!("and {more} more"),
    )
}

/// A file kept as evidence that is gone.
pub fn lost_evidence(lang: Lang, case: &str, file: &str) -> String {
    say(
        lang,
        format!("{case}的佐证“{file}”不见了;再添加一次原来的文件就补回"),
        format!("evidence `{file}` of {case} is missing; add the same file again to put it back"),
    )
}

/// One that is no longer what it was.
pub fn altered_evidence(lang: Lang, case: &str, file: &str) -> String {
    say(
        lang,
        format!("{case}的佐证“{file}”被改动过;再添加一次原来的文件就换回"),
        format!("evidence `{file}` of {case} was altered; add the same file again to put it back"),
    )
}

/// One that the system does not let us read.
pub fn closed_evidence(lang: Lang, case: &str, file: &str) -> String {
    say(
        lang,
        format!("{case}的佐证“{file}”没有权限读,看不了是不是原样;请管理员检查 evidence 目录的权限"),
        format!(
            "evidence `{file}` of {case} cannot be read: permission denied; have the rights of the folder evidence looked at"
        ),
    )
}

/// Evidence that was lost or altered is what was recorded again.
pub fn evidence_put_back(lang: Lang) -> String {
    say(
        lang,
        "早已记过,文件丢了或被改过,已经补回;没有另记一条",
        "recorded before; the file was lost or altered and is put back; nothing was recorded",
    )
}

/// Lines of a file that have the same fault, one after the other.
pub fn up_to_line(lang: Lang, fault: &str, last: u64) -> String {
    say(
        lang,
        format!("{fault};到第 {last} 行都是"),
        format!("{fault}; so do all up to line {last}"),
    )
}

/// A checkpoint stands for entries that the journal no longer has.
pub fn gone_back(lang: Lang, seq: u64, head: u64) -> String {
    say(
        lang,
        format!(
            "注意: journal.checkpoint 做到第 {seq} 条,记录却只到第 {head} 条: 末尾的丢了,或者换上了旧的记录;从备份或副本补回: jianyi verify --repair --with 文件;确实要用旧的,就删去 journal.checkpoint"
        ),
        format!(
            "note: journal.checkpoint stands for {seq} entries, but there are {head}: the end was cut off, or an older journal was put in its place; bring them back by jianyi verify --repair --with FILE, or delete journal.checkpoint if the older one is meant"
        ),
    )
}

/// A file among the evidence that no entry names.
pub fn unknown_evidence(lang: Lang, file: &str) -> String {
    say(
        lang,
        format!("注意: 没有记录提到佐证文件 {file}"),
        format!("note: no entry names {file}"),
    )
}

/// An interrupted append was set aside.
pub fn torn_kept(lang: Lang, file: &str, bytes: u64) -> String {
    say(
        lang,
        format!("注意: 上次没写完的 {bytes} 字节已另存到 {file}"),
        format!("note: {bytes} bytes of an interrupted append were set aside in {file}"),
    )
}

/// The clock went back before a line.
pub fn clock_went_back(lang: Lang, line: u64) -> String {
    say(
        lang,
        format!("注意: 第 {line} 条记录的时间早于前一条,请检查电脑的时钟"),
        format!("note: entry {line} was recorded earlier than the one before it; check the clock"),
    )
}

/// What `verify` found to be sound.
pub fn verified(lang: Lang, lines: u64, fingerprint: &str) -> String {
    say(
        lang,
        format!("{lines} 条记录没有问题;末条指纹 {fingerprint}"),
        format!("{lines} entries are sound; fingerprint of the last {fingerprint}"),
    )
}

/// How many entries can be read of a store that is not sound.
pub fn still_read(lang: Lang, lines: u64) -> String {
    say(
        lang,
        format!("读得出来的记录 {lines} 条"),
        format!("{lines} entries can be read"),
    )
}

/// A store is sound as a whole, and no part of it by a day.
pub fn verified_whole(lang: Lang) -> Message {
    Message::new(say(
        lang,
        "校验看的是整个档案,不能用 --as-of、--known 只看一部分",
        "a store is verified as a whole: --as-of and --known cannot take a part of it",
    ))
    .hint(say(
        lang,
        "查缺漏(--complete)可以加 --as-of、--known;要某一条的指纹: --fingerprint --known",
        "--complete takes both; the fingerprint of an entry: --fingerprint --known",
    ))
}

/// What `verify` found to be unsound.
pub fn unsound(lang: Lang) -> Message {
    Message::new(say(
        lang,
        "档案有问题,见上",
        "the store is not sound, see above",
    ))
    .hint(say(
        lang,
        "先把整个目录复制一份再处理;不要用编辑器改 journal.jsonl",
        "copy the folder before anything else; do not edit journal.jsonl",
    ))
    .hint(say(
        lang,
        "记录损坏的: jianyi verify --repair;有备份或副本的加 --with 备份.zip,补回丢失的记录",
        "for damaged entries: jianyi verify --repair, with --with BACKUP.zip to bring lost ones back",
    ))
    .hint(say(
        lang,
        "佐证丢了或被改的: 找到原件再加一次,jianyi evidence 编号 文件;备份里的用 jianyi restore 备份.zip --store 新目录 取出",
        "for lost or altered evidence: add the file once more, jianyi evidence CASE FILE; jianyi restore BACKUP.zip --store NEW-DIR gives out what a backup has",
    ))
}

/// A file beside the journal that somebody should look at.
pub fn lies_beside(lang: Lang, file: &str) -> String {
    say(
        lang,
        format!("注意: 旁边有 {file},里面可能有没计入的记录"),
        format!("note: {file} lies beside the journal; entries may stand there that do not count"),
    )
}

/// What a ledger cannot carry.
pub fn left_behind(lang: Lang, kinds: &[String]) -> String {
    let kinds = super::list(lang, kinds);
    say(
        lang,
        format!("台账装不下的(件数): {kinds};全部记录用 --format jsonl 导出"),
        format!("a ledger cannot carry (count): {kinds}; --format jsonl carries everything"),
    )
}

/// Above a ledger that is printed.
pub fn ledger_title(office: &str) -> String {
    format!("{office}代表建议办理台账")
}

/// Not every column of a ledger stands on paper.
pub fn ledger_on_paper(lang: Lang) -> String {
    say(
        lang,
        "打印的台账只列主要栏目(A3 横向);全部栏目用 -o 台账.xlsx 导出",
        "a printed ledger has its main columns only (A3 across); -o LEDGER.xlsx has them all",
    )
}

/// Cases that a script wanted to know of.
pub fn findings(lang: Lang, cases: &[String]) -> Message {
    let (count, cases) = (cases.len(), super::list(lang, cases));
    Message::new(say(
        lang,
        format!("有 {count} 件: {cases}"),
        format!("{count} cases: {cases}"),
    ))
    .hint(say(
        lang,
        "用 jianyi show 编号 逐件查看",
        "jianyi show CASE tells more of each",
    ))
}

/// What is missing before papers are sent.
pub fn incomplete(lang: Lang, count: usize) -> Message {
    Message::new(say(
        lang,
        format!("有 {count} 处不齐全"),
        format!("{count} things are missing"),
    ))
    .hint(say(
        lang,
        "补记以后再校验: jianyi verify --complete",
        "record them, then again: jianyi verify --complete",
    ))
}

/// A store that was put into an archive.
pub fn backed_up(lang: Lang, files: usize, seq: u64, fingerprint: &str) -> String {
    say(
        lang,
        format!("已备份 {files} 个文件,记录至第 {seq} 条,指纹 {fingerprint}"),
        format!("{files} files backed up, up to entry {seq}, fingerprint {fingerprint}"),
    )
}

/// A backup that would be lost with its store.
pub fn backup_in_the_store(lang: Lang) -> String {
    say(
        lang,
        "注意: 备份和档案在同一个目录里,会一起丢;请再存一份到别的盘",
        "note: the backup lies in the store's own folder and would be lost with it; keep another on another disk",
    )
}

/// A store that came back from an archive.
pub fn restored(lang: Lang, at: &str, files: usize, seq: u64, fingerprint: &str) -> String {
    say(
        lang,
        format!(
            "已恢复 {at} 备份的 {files} 个文件,记录至第 {seq} 条,指纹 {fingerprint}。接下来: jianyi verify"
        ),
        format!(
            "{files} files of {at} restored, up to entry {seq}, fingerprint {fingerprint}. Next: jianyi verify"
        ),
    )
}

/// Whether nothing up to an entry was changed since a fingerprint was printed.
pub fn proven(lang: Lang, seq: u64, fingerprint: &str) -> String {
    say(
        lang,
        format!(
            "第 1 至 {seq} 条与印出指纹 {fingerprint} 时完全一样;佐证和个人信息另用 jianyi verify 校验"
        ),
        format!(
            "entries 1 to {seq} are as they were when {fingerprint} was printed; jianyi verify looks at evidence and particulars"
        ),
    )
}

/// It was, or the entry is gone.
pub fn disproven(lang: Lang, seq: u64, found: Option<&str>) -> Message {
    Message::new(match found {
        Some(found) => say(
            lang,
            format!("第 {seq} 条现在的指纹是 {found},与印出的不同: 前面的记录被改过,或者条号写错了、不是同一份档案"),
            format!("entry {seq} has fingerprint {found} now: something before it was changed, or the number after @ is wrong, or it is another store"),
        ),
        None => say(
            lang,
            format!("现在没有第 {seq} 条: 末尾的记录丢了,或者不是同一份档案"),
            format!("there is no entry {seq}: the end was cut off, or it is another store"),
        ),
    })
    .hint(say(
        lang,
        "与备份比较;印出指纹的那份报告和备份都要留好",
        "compare with a backup; keep the report and the backup",
    ))
}

/// What a repair came to.
pub fn repaired(lang: Lang, seq: u64, kept: Option<&str>) -> String {
    match kept {
        None => say(
            lang,
            "没有损坏,什么都没动",
            "nothing is damaged, nothing was touched",
        ),
        Some(kept) => say(
            lang,
            format!("现在能读到第 {seq} 条;原来的文件整个留在 {kept}"),
            format!("it reads up to entry {seq} now; the file as it was is kept at {kept}"),
        ),
    }
}

/// The particulars of citizens as they stood before a repair.
pub fn particulars_kept(lang: Lang, kept: &str) -> String {
    say(
        lang,
        format!("群众的个人信息照原样另存在 {kept};以后的登记会去掉没有记录提到的行"),
        format!(
            "the particulars of citizens are kept as they were at {kept}; the next entry removes rows that no entry names"
        ),
    )
}

/// Why a store that is not sound is not put into an archive.
pub fn not_backed_up(lang: Lang) -> Message {
    Message::new(say(
        lang,
        "档案有问题,没有备份: 有问题的备份会让人以为有备份",
        "the store is not sound and was not backed up: an archive of it would only look like a backup",
    ))
    .hint(say(
        lang,
        "jianyi verify 列出全部问题",
        "jianyi verify lists all problems",
    ))
    .hint(say(
        lang,
        "先把整个目录复制一份,再用 jianyi verify --repair 修复记录,佐证和个人信息从旧备份取回",
        "copy the whole folder first; then jianyi verify --repair mends the journal, and an older backup brings back evidence and particulars",
    ))
}

/// When entries of which nothing is left were recorded.
pub fn missing_entries(lang: Lang, last: u64, after: Option<&str>, before: Option<&str>) -> String {
    let (from, to) = (after.unwrap_or("…"), before.unwrap_or("…"));
    say(
        lang,
        format!("至第 {last} 条,文件里没有了;记于 {from} 与 {to} 之间"),
        format!("up to entry {last}, gone from the file; recorded between {from} and {to}"),
    )
}

/// Something that was recorded could not be put back.
pub fn lost_lines(lang: Lang) -> Message {
    Message::new(say(
        lang,
        "有些记录没能放回去,见上",
        "some entries could not be put back, see above",
    ))
    .hint(say(
        lang,
        "有备份或副本的再修一次,连同另存的原文件,能证明的就补回: jianyi verify --repair --with 备份.zip;没有就按上面的时间和建议补记",
        "with a backup or a copy repair again, and what the chain proves comes back, from the file that was kept aside too: jianyi verify --repair --with BACKUP.zip; else record them again by time and case",
    ))
}
