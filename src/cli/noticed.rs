//! What the reader of a file noticed, in words: which worksheet it took, what it passed over, what
//! it took a header for.

use crate::intake::{Guess, Remark, TableColumn};
use crate::words::{Lang, list, say};

/// More cells or lines than these are counted, not named.
const NAMED_MOST: usize = 10;

/// What a person should know of how a file was read.
pub(super) fn remarks(lang: Lang, remarks: &[Remark]) -> Vec<String> {
    remarks.iter().filter_map(|r| remark(lang, r)).collect()
}

fn remark(lang: Lang, remark: &Remark) -> Option<String> {
    Some(match remark {
        Remark::Sheet { name, others } if others.is_empty() => say(
            lang,
            format!("工作表: {name}"),
            format!("worksheet: {name}"),
        ),
        Remark::Sheet { name, others } => {
            let others = list(lang, others);
            say(
                lang,
                format!("工作表: {name}(另有 {others},要读请用 --sheet)"),
                format!("worksheet: {name} (--sheet for another: {others})"),
            )
        }
        Remark::Above(lines) => {
            let lines = some(lang, lines)?;
            say(
                lang,
                format!("列名上面的行不读: 第 {lines} 行"),
                format!("lines above the header passed over: {lines}"),
            )
        }
        Remark::Hidden(lines) => {
            let lines = some(lang, lines)?;
            say(
                lang,
                format!("隐藏的行也读入了: 第 {lines} 行"),
                format!("hidden lines, read like the others: {lines}"),
            )
        }
        Remark::Merged(cells) => {
            let cells = some(lang, cells)?;
            say(
                lang,
                format!("合并单元格的内容算在它的每一行: {cells}"),
                format!("merged cells hold in each of their lines: {cells}"),
            )
        }
        Remark::LongNumbers(cells) => {
            let cells = some(lang, cells)?;
            say(
                lang,
                format!("超过 15 位的数字存成了“数值”,末尾几位已经丢失,请核对: {cells}"),
                format!("numbers of more than 15 digits have lost their last ones, check: {cells}"),
            )
        }
    })
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
    };
    say(
        lang,
        format!("{zh};不对请用 --map {header}=列名"),
        format!("{en}; otherwise: --map {header}=COLUMN"),
    )
}
