//! What an import noticed beside its rows, in words: how the file was read, what it passed over,
//! what it took a header for, what it supposes and what it adds to the rosters.

use std::collections::BTreeMap;

use crate::domain::refusal::Refusal;
use crate::domain::terms::{SessionKey, nearest};
use crate::intake::{
    Added, Encoding, Guess, LedgerFile, Plan, Reason, Remark, TableColumn, Verdict, Why,
};
use crate::words::{Lang, LedgerColumn, Word, list, say};

/// More cells or lines than these are counted, not named.
const NAMED_MOST: usize = 10;

/// What a person should know of how a file was read.
pub(super) fn remarks(lang: Lang, remarks: &[Remark]) -> Vec<String> {
    remarks.iter().filter_map(|r| remark(lang, r)).collect()
}

fn remark(lang: Lang, remark: &Remark) -> Option<String> {
    let lines = |lines: &[u64], zh: &str, en: &str| {
        let named = some(lang, lines)?;
        Some(say(
            lang,
            format!("{zh}: 第 {named} 行"),
            format!("{en}: {named}"),
        ))
    };
    let cells = |cells: &[String], zh: &str, en: &str| {
        let named = some(lang, cells)?;
        Some(say(
            lang,
            format!("{zh}: {named}"),
            format!("{en}: {named}"),
        ))
    };
    match remark {
        Remark::Sheet { name, others } => Some(sheet(lang, name, others)),
        Remark::Above(of) => lines(of, "列名上面的行不读", "lines above the header passed over"),
        Remark::Below(of) => lines(
            of,
            "表尾的合计、制表人等不读",
            "lines below the rows passed over (totals, who made it)",
        ),
        Remark::HeaderOf(of) => lines(
            of,
            "列名占两行,上下合起来读",
            "the header stands on two lines, read as one",
        ),
        Remark::Hidden(of) => lines(of, "隐藏的行也读入了", "hidden lines, read like the others"),
        Remark::Merged(of) => cells(
            of,
            "合并单元格的内容算在它的每一行",
            "merged cells hold in each of their lines",
        ),
        Remark::OfTheYear { year, cells: of } => cells(
            of,
            &format!("没有年份的日期按表里其他日期的 {year} 年读,请核对"),
            &format!("days without a year were read as of {year}, as all others are"),
        ),
        Remark::OfTheTitle(key) => Some(of_the_title(lang, *key)),
        Remark::Nameless(of) => cells(
            of,
            "“等几人”没有写名字的不记,只记写了名字的",
            "those who signed without a name are not recorded",
        ),
        Remark::Answers(of) => cells(
            of,
            "按列名换成了本系统的词",
            "answers under their own header, read as our words",
        ),
        Remark::Joined(of) => lines(
            of,
            "各单位分行写的,合成一件的行",
            "lines of one suggestion, a unit each, read as one",
        ),
        Remark::OtherCount(of) => cells(
            of,
            "人数和写了的名字对不上,只记写了名字的(行)",
            "lines that count more or fewer than they name; who is named is recorded",
        ),
        Remark::LongNumbers(of) => cells(
            of,
            "超过 15 位的数字存成了“数值”,末尾几位已经丢失,请核对",
            "numbers of more than 15 digits have lost their last ones, check",
        ),
    }
}

fn of_the_title(lang: Lang, key: SessionKey) -> String {
    let (term, session) = (key.term, key.session);
    say(
        lang,
        format!("没有写届次的行按标题记: 第{term}届第{session}次会议"),
        format!("rows without a session are of the one in the title: {term}-{session}"),
    )
}

fn sheet(lang: Lang, name: &str, others: &[String]) -> String {
    if others.is_empty() {
        return say(
            lang,
            format!("工作表: {name}"),
            format!("worksheet: {name}"),
        );
    }
    let others = list(lang, others);
    say(
        lang,
        format!("工作表: {name}(另有 {others},要读请用 --sheet)"),
        format!("worksheet: {name} (--sheet for another: {others})"),
    )
}

/// Their names, or the first of them and how many there are.
fn some(lang: Lang, all: &[impl ToString]) -> Option<String> {
    let named: Vec<String> = all
        .iter()
        .take(NAMED_MOST)
        .map(ToString::to_string)
        .collect();
    let named = list(lang, &named);
    let count = all.len();
    match count {
        0 => None,
        1..=NAMED_MOST => Some(named),
        _ => Some(say(
            lang,
            format!("{named} 等 {count} 处"),
            format!("{named} and more, {count} in all"),
        )),
    }
}

/// Headers that were decided by their values, each with the way to say otherwise.
pub(super) fn guesses<C: TableColumn>(lang: Lang, guessed: &[(String, Guess<C>)]) -> Vec<String> {
    guessed.iter().map(|(h, g)| guess(lang, h, *g)).collect()
}

fn guess<C: TableColumn>(lang: Lang, header: &str, guess: Guess<C>) -> String {
    let (zh, en) = match guess {
        Guess::Column(column) => {
            let ours = column.header();
            (
                format!("{header} → {ours}(按内容判断)"),
                format!("{header} → {ours} (by its values)"),
            )
        }
        Guess::Empty => (
            format!("{header}: 整列是空的,不读"),
            format!("{header}: empty, passed over"),
        ),
        Guess::RowCounter => (
            format!("{header}: 是行号,不读"),
            format!("{header}: counts the rows, passed over"),
        ),
        Guess::DeputysPhone => (
            format!("{header}: 是代表的电话,不记入"),
            format!("{header}: a deputy's phone, passed over"),
        ),
        Guess::PartOfUnit => (
            format!("{header}: 是单位的主办、协办、分办,按它分列"),
            format!("{header}: the part of the unit, which is put there"),
        ),
        Guess::Signatories => (
            format!("{header}: 是提出人数,只用来核对名字"),
            format!("{header}: counts who signed, compared with the names"),
        ),
    };
    say(
        lang,
        format!("{zh};不对请用 --map {header}=列名"),
        format!("{en}; otherwise: --map {header}=COLUMN"),
    )
}

/// What the rows add to the rosters.
pub(super) fn added(lang: Lang, added: &Added) -> Vec<String> {
    let mut lines = Vec::new();
    let units: Vec<&str> = added.units.keys().map(|n| n.as_str()).collect();
    let people: Vec<&str> = added.deputies.keys().map(|n| n.as_str()).collect();
    let sessions: Vec<String> = added
        .sessions
        .iter()
        .map(|(key, day)| format!("{}-{} ({day})", key.term, key.session))
        .collect();
    if !units.is_empty() {
        let names = list(lang, &units);
        lines.push(say(
            lang,
            format!("名册新增单位 {} 个: {names}", units.len()),
            format!("{} units added to the roster: {names}", units.len()),
        ));
    }
    if !people.is_empty() {
        let names = list(lang, &people);
        lines.push(say(
            lang,
            format!("名册新增代表 {} 人: {names}", people.len()),
            format!("{} deputies added to the roster: {names}", people.len()),
        ));
    }
    if !sessions.is_empty() {
        let names = list(lang, &sessions);
        lines.push(say(
            lang,
            format!("新增会议(开会日期按最早的提出日期推定,可用 jianyi correct 改): {names}"),
            format!(
                "sessions added (opened on the earliest submission; mend with jianyi correct): {names}"
            ),
        ));
    }
    lines
}

/// What the new rows leave open and the import supposes.
pub(super) fn supposed(lang: Lang, plan: &Plan) -> Vec<String> {
    let mut rows: BTreeMap<LedgerColumn, usize> = BTreeMap::new();
    for column in plan.rows.iter().flat_map(|row| &row.supposed) {
        *rows.entry(*column).or_default() += 1;
    }
    let names = rows.iter();
    let names: Vec<String> = names
        .map(|(column, rows)| format!("{}({rows})", column.word(lang)))
        .collect();
    if names.is_empty() {
        return Vec::new();
    }
    let names = list(lang, &names);
    let mut lines = vec![say(
        lang,
        format!("表里没有、按推定记的(行数): {names}"),
        format!("not in the file, supposed (rows): {names}"),
    )];
    let dated = [LedgerColumn::Submitted, LedgerColumn::Period];
    if dated.iter().all(|column| rows.contains_key(column)) {
        lines.push(say(
            lang,
            "没有提出日期和时间的,按会议期间、开会那天提出的记;有闭会期间提出的,先在表里加上“时间”或“提出日期”一列",
            "rows without day and period count as handed in on the first day of the session; where some came between sessions, add a column 时间 or 提出日期 first",
        ));
    }
    lines
}

/// Words of the file that the office's lists do not have, as options that say what they stand for.
pub(super) fn unknown_words(lang: Lang, file: &LedgerFile, plan: &Plan) -> Option<String> {
    let mut words: BTreeMap<(LedgerColumn, &str), &str> = BTreeMap::new();
    for (read, report) in file.rows.iter().zip(&plan.rows) {
        let Verdict::Wrong(reasons) = &report.verdict else {
            continue;
        };
        for reason in reasons {
            let Some((word, choices)) = unknown_word(reason) else {
                continue;
            };
            let of_word = read.cells.iter().filter(|(_, cell)| *cell == word);
            let meant = nearest(word, choices.iter().map(String::as_str));
            let meant = meant.first().copied().unwrap_or("…");
            words.extend(of_word.map(|(column, cell)| ((*column, cell.as_str()), meant)));
        }
    }
    let options = words.iter().map(|((column, word), meant)| {
        let column = column.header();
        format!("--map {column}:{word}={meant}")
    });
    let options: Vec<String> = options.collect();
    let options = options.join(" ");
    (!words.is_empty()).then(|| {
        say(
            lang,
            format!("这些词本单位没有,写明各是哪一个就能导入: {options}"),
            format!("words that the office does not have, say what each stands for: {options}"),
        )
    })
}

fn unknown_word(reason: &Reason) -> Option<(&str, &[String])> {
    match reason {
        Reason::Refused {
            refusal: Refusal::NotFound { word, near, .. },
            ..
        } => Some((word, near)),
        Reason::Cell(error) => match &error.why {
            Why::NotOneOf(choices) => Some((&error.value, choices)),
            Why::Date(_)
            | Why::NoYear
            | Why::NoStart
            | Why::Text(_)
            | Why::NotANumber
            | Why::Several
            | Why::TooGreat => None,
        },
        Reason::Refused { .. }
        | Reason::Gap(_)
        | Reason::Twice { .. }
        | Reason::Impossible { .. } => None,
    }
}

/// Columns of new rows that no fact carries.
pub(super) fn not_carried<C: TableColumn>(
    lang: Lang,
    columns: &BTreeMap<C, Vec<u64>>,
) -> Option<String> {
    let names: Vec<String> = columns
        .iter()
        .map(|(column, lines)| format!("{}({})", column.header(), lines.len()))
        .collect();
    let names = list(lang, &names);
    (!columns.is_empty()).then(|| {
        say(
            lang,
            format!("没有记录的列(行数): {names}"),
            format!("columns that were not recorded (rows): {names}"),
        )
    })
}

/// How the file was read.
pub(super) fn encoding(lang: Lang, encoding: Encoding) -> String {
    let name = match encoding {
        Encoding::Utf8Bom => "UTF-8 (BOM)",
        Encoding::Utf8 => "UTF-8",
        Encoding::Gb18030 => "GB18030",
        Encoding::Workbook => ".xlsx",
    };
    say(
        lang,
        format!("文件编码: {name}"),
        format!("encoding: {name}"),
    )
}
