//! The foot of a printed report: everything that is needed to print it again, byte for byte.

use super::{Lang, short_date};
use crate::domain::terms::Date;

/// Both times, the rules, the fingerprint and the layout.
pub fn foot(
    lang: Lang,
    as_of: Date,
    known: u64,
    rules: &str,
    fingerprint: &str,
    layout: u32,
) -> Vec<String> {
    let day = short_date(lang, as_of);
    match lang {
        Lang::Zh => vec![
            format!("截至 {day};记录至第 {known} 条(--as-of {as_of} --known {known})"),
            format!("办法 {rules};指纹 {fingerprint};版式 {layout}"),
        ],
        Lang::En => vec![
            format!("as of {day}; recorded up to entry {known} (--as-of {as_of} --known {known})"),
            format!("rules {rules}; fingerprint {fingerprint}; layout {layout}"),
        ],
    }
}

/// The last worksheet of a workbook: what it was made from.
pub fn basis_sheet(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "说明",
        Lang::En => "About",
    }
}

/// The number of a page, at its foot.
pub fn page_of(page: &str, pages: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第 {page} 页，共 {pages} 页"),
        Lang::En => format!("Page {page} of {pages}"),
    }
}

/// Stands at the end of a text that no cell of a workbook can hold.
pub fn cut_mark(lang: Lang, rest: usize) -> String {
    match lang {
        Lang::Zh => format!("……（余下 {rest} 字，表格的一格放不下）"),
        Lang::En => format!("… ({rest} more characters, too long for a cell)"),
    }
}

/// Which cells of a workbook were cut.
pub fn cut_cells(lang: Lang, cells: &[String]) -> String {
    let cells = super::list(lang, cells);
    match lang {
        Lang::Zh => format!("一格最多 32767 字，以下各格只印了前面一部分，全文请导出 CSV: {cells}"),
        Lang::En => format!(
            "a cell holds 32767 characters; of these only the beginning is printed, CSV has all: {cells}"
        ),
    }
}

/// Sheets of a report on which nothing stands.
pub fn empty_sheets(lang: Lang, titles: &[&str]) -> String {
    let titles: Vec<String> = titles.iter().map(|title| (*title).to_owned()).collect();
    let titles = super::list(lang, &titles);
    match lang {
        Lang::Zh => format!("以下各表没有内容，没有单列工作表：{titles}"),
        Lang::En => format!("nothing stands on these, and they have no worksheet: {titles}"),
    }
}

/// How the columns of the month's movement add up, for the whole and for every unit.
pub fn movement_identity(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => {
            "收支: 期初 + 新增 − 答复 − 撤回 − 不予受理(含转来信) − 转出 = 期末,全部和每一行都成立;交办、改办到别处计转出;分办的几家各计一次,各行相加不一定等于全部"
        }
        Lang::En => {
            "Movement: opening + new − answered − withdrawn − refused (letters too) − moved out = closing, for the whole and for each unit. A case handed to another unit moves out; separate units count it once each, so the rows need not add up to the whole"
        }
    }
}

/// From which likeness on a look-alike is worth a look.
pub fn alike_from(lang: Lang, score: u8) -> String {
    match lang {
        Lang::Zh => format!("相似度 0 到 100,{score} 以上的值得看一看"),
        Lang::En => format!("likeness from 0 to 100; from {score} on worth a look"),
    }
}

/// How many cases a list has.
pub fn foot_count(lang: Lang, count: usize) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("共{count}件"),
        (Lang::En, 1) => "1 case".to_owned(),
        (Lang::En, _) => format!("{count} cases"),
    }
}
