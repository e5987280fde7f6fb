//! Why a workbook that was to be imported cannot be read, in words.

use crate::intake::{BadCell, WorkbookError};
use crate::words::{Lang, Message, list, say};

/// More cells than these are counted, not named.
const NAMED_MOST: usize = 10;

/// Why a workbook cannot be read, and what to do.
pub(super) fn bad_workbook(lang: Lang, error: &WorkbookError) -> Message {
    let message = Message::new(what(lang, error)).hint(hint(lang, error));
    match error {
        WorkbookError::Broken(why) => message.because(why),
        WorkbookError::Old
        | WorkbookError::NoWorkbook
        | WorkbookError::TooLarge
        | WorkbookError::NoSheets
        | WorkbookError::NoSuchSheet { .. }
        | WorkbookError::NoTable { .. }
        | WorkbookError::BadCells(_)
        | WorkbookError::TwoHeaders { .. }
        | WorkbookError::NoHeader(_) => message,
    }
}

fn what(lang: Lang, error: &WorkbookError) -> String {
    let (zh, en) = match error {
        WorkbookError::Old => (
            "这是旧版 .xls 文件,或者加了密码",
            "this is an old .xls file, or has a password",
        ),
        WorkbookError::NoWorkbook => (
            "这是压缩包或别的文档,不是 .xlsx 工作簿",
            "this is an archive or another document, no .xlsx workbook",
        ),
        WorkbookError::Broken(_) => ("工作簿已损坏,读不了", "the workbook is damaged"),
        WorkbookError::TooLarge => (
            "文件展开后太大,没有读",
            "unpacked, the file is too large; it was not read",
        ),
        WorkbookError::NoSheets => (
            "只有工作簿才有工作表,这是 CSV",
            "this is CSV, only workbooks have worksheets",
        ),
        WorkbookError::NoSuchSheet { named, .. } => {
            return say(
                lang,
                format!("没有叫“{named}”的工作表"),
                format!("there is no worksheet `{named}`"),
            );
        }
        WorkbookError::NoTable { sheet, .. } => {
            return say(
                lang,
                format!("工作表“{sheet}”里没有表"),
                format!("there is no table on the worksheet `{sheet}`"),
            );
        }
        WorkbookError::BadCells(cells) => return bad_cells(lang, cells),
        WorkbookError::TwoHeaders { first, second } => {
            return say(
                lang,
                format!("第 {first} 行和第 {second} 行都像列名"),
                format!("lines {first} and {second} both look like headers"),
            );
        }
        WorkbookError::NoHeader(cell) => {
            return say(
                lang,
                format!("{cell} 有内容,这一列却没有列名"),
                format!("{cell} is filled, its column has no header"),
            );
        }
    };
    say(lang, zh, en)
}

fn hint(lang: Lang, error: &WorkbookError) -> String {
    let (zh, en) = match error {
        WorkbookError::Old => (
            "在 Excel 或 WPS 里另存为 .xlsx(不加密码)再导入",
            "save it as .xlsx without a password first",
        ),
        WorkbookError::NoWorkbook => ("请给 .xlsx 或 CSV 文件", "give an .xlsx or CSV file"),
        WorkbookError::Broken(_) => (
            "在 Excel 或 WPS 里打开,另存为 .xlsx 或 CSV 再导入",
            "open it in a spreadsheet and save it as .xlsx or CSV",
        ),
        WorkbookError::TooLarge => (
            "删去图片和多余的行列,或另存为 CSV 再导入",
            "remove pictures and empty rows and columns, or import it as CSV",
        ),
        WorkbookError::NoSheets => ("去掉 --sheet", "leave out --sheet"),
        WorkbookError::NoSuchSheet { sheets, .. } => {
            let sheets = list(lang, sheets);
            return say(
                lang,
                format!("有这些: {sheets}"),
                format!("there are: {sheets}"),
            );
        }
        WorkbookError::NoTable { others, .. } => {
            let others = list(lang, others);
            return say(
                lang,
                format!("另有 {others},用 --sheet 指定"),
                format!("name another with --sheet: {others}"),
            );
        }
        WorkbookError::BadCells(_) => (
            "在 Excel 或 WPS 里打开改正,保存后再导入;不要的列用 --ignore",
            "mend them in a spreadsheet and save it; columns to leave out: --ignore",
        ),
        WorkbookError::TwoHeaders { .. } => (
            "列名写一行;写两行的,上行写大类,下行把大类下的每一列都写上名字(如 承办单位 下写 主办、会办);两张表请分到两个工作表,用 --sheet 分别导入",
            "write the header on one line, or a group on the upper line and a name for each of its columns on the lower; two tables need two worksheets (--sheet)",
        ),
        WorkbookError::NoHeader(_) => (
            "给它写上列名,或删去这些内容",
            "name the column, or clear it",
        ),
    };
    say(lang, zh, en)
}

fn bad_cells(lang: Lang, cells: &[BadCell]) -> String {
    let named = cells.iter().take(NAMED_MOST).map(|bad| match &bad.value {
        Some(value) => format!("{} {value}", bad.cell),
        None => say(
            lang,
            format!("{} 公式没有算出的值", bad.cell),
            format!("{} formula without a value", bad.cell),
        ),
    });
    let named: Vec<String> = named.collect();
    let named = list(lang, &named);
    let count = cells.len();
    say(
        lang,
        format!("有 {count} 格读不了: {named}"),
        format!("{count} cells cannot be read: {named}"),
    )
}
