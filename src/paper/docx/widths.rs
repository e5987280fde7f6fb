//! How wide the columns of a table are: no date, no number, no name is torn, a column in which nothing
//! stands gives its room away, and the rest goes where it takes most lines off the rows.
//!
//! Refuses: to draw; `grid` does.

use std::borrow::Cow;

use super::grid::CELL_EDGE;
use super::xml::quarters;
use crate::paper::fewest_lines::{Asking, fewest_lines};
use crate::report::{self, Sheet};

/// Left and right of the words where many columns share a page.
const CELL_EDGE_OF_MANY: u32 = 45;

/// So many characters of a text stand beside each other at the least, the first that there is room
/// for. The rest of the width goes where it takes most lines away.
const CHARACTERS_LEAST: [u32; 2] = [3, 2];

/// The sheet without the columns in which nothing stands, where its words ask for more than the
/// width; any other as it is, for a blank may be there to be written in. With it its columns as they
/// were measured.
pub(super) fn lean(sheet: &Sheet, width: u32) -> (Cow<'_, Sheet>, Vec<Measured>) {
    let found = measured(sheet, size(sheet));
    let asked: u32 = found.iter().map(|column| column.asked).sum();
    if asked <= width {
        return (Cow::Borrowed(sheet), found);
    }
    let columns = sheet.columns().iter().enumerate();
    let is_told = |place: usize| {
        let mut rows = sheet.rows().iter();
        rows.any(|row| {
            row.get(place)
                .is_some_and(|cell| *cell != report::Cell::Empty && !cell.shown().is_empty())
        })
    };
    let told = columns.filter(|(place, _)| is_told(*place));
    let told: Vec<&str> = told.map(|(_, column)| &*column.key).collect();
    match told.len() == sheet.columns().len() || told.is_empty() {
        true => (Cow::Borrowed(sheet), found),
        false => {
            let lean = sheet.only(&told);
            let found = measured(&lean, size(&lean));
            (Cow::Owned(lean), found)
        }
    }
}

/// The least width of each column: what must not be torn, and so many characters of a long text.
pub(super) fn floors(columns: &[Measured], characters: u32, size: u32) -> Vec<u32> {
    let few = room(4 * characters, size);
    let columns = columns.iter();
    columns.map(|c| few.min(c.asked).max(c.least)).collect()
}

/// 小五
const SMALLEST: u32 = 18;

/// 小四, 五号, 小五: the more columns, the smaller.
pub(super) fn size(sheet: &Sheet) -> u32 {
    match sheet.columns().len() {
        0..=6 => 24,
        7..=9 => 21,
        _ => SMALLEST,
    }
}

/// Days beside each other, one below the other: a line is not broken between two of them alike in
/// every program.
pub(super) fn stacked(words: &str) -> String {
    let is_day = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        part.len() == 10 && digits == 8 && part.matches('-').count() == 2
    };
    match words.split('、').all(is_day) {
        true => words.replace('、', "、\n"),
        false => words.to_owned(),
    }
}

/// The width of a cell with words of so many quarters of a character.
fn room(quarters: u32, size: u32) -> u32 {
    const QUARTERS_LEAST: u32 = 8;
    const QUARTERS_MOST: u32 = 160;
    let quarters = quarters.clamp(QUARTERS_LEAST, QUARTERS_MOST);
    quarters * size * 11 / 4 + 2 * edge(size) + 20
}

/// Left and right of the words of a cell, by their size.
pub(super) fn edge(size: u32) -> u32 {
    match size {
        SMALLEST => CELL_EDGE_OF_MANY,
        _ => CELL_EDGE,
    }
}

/// A column as its words were measured, in quarters of a character.
pub(super) struct Measured {
    /// The words of each cell.
    cells: Vec<u32>,
    /// The width that shows the longest of them on one line.
    asked: u32,
    /// The least width: nothing in it is torn that must not be.
    least: u32,
}

fn measured(sheet: &Sheet, size: u32) -> Vec<Measured> {
    const ROWS_MEASURED: usize = 500;
    let columns = sheet.columns().iter().enumerate();
    let measured = columns.map(|(place, column)| {
        let rows = sheet.rows().iter().take(ROWS_MEASURED);
        let shown = rows.filter_map(|row| Some(row.get(place)?.shown()));
        let shown: Vec<_> = shown.collect();
        let longest = |words: &str| words.split('、').map(quarters).max().unwrap_or_default();
        let cells: Vec<u32> = shown.iter().map(|words| quarters(words)).collect();
        let one_line = |words: &std::borrow::Cow<str>| match stacked(words).contains('\n') {
            true => longest(words) + 4,
            false => quarters(words),
        };
        let widest = shown.iter().map(one_line).max().unwrap_or_default();
        let unbroken = shown.iter().map(|words| unbroken(words)).max();
        // A digit is half a character wide, and none is torn for want of what `room` adds.
        let least = unbroken.unwrap_or_default() * 10 / 11;
        Measured {
            cells,
            asked: room(widest.max(quarters(&column.label)), size),
            least: room(least, size),
        }
    });
    measured.collect()
}

/// Each column as wide as its words ask for; what is left is shared. Where they ask for more than
/// there is, the rows take as few lines as the width allows.
pub(super) fn widths(columns: &[Measured], width: u32, size: u32) -> Vec<u32> {
    let all: u32 = columns.iter().map(|c| c.asked).sum::<u32>().max(1);
    let mut widths: Vec<u32> = match all > width {
        true => shared(columns, width, size),
        false => columns.iter().map(|c| c.asked * width / all).collect(),
    };
    let used: u32 = widths.iter().sum();
    if let Some(widest) = widths.iter_mut().max() {
        *widest += width.saturating_sub(used);
    }
    widths
}

/// From the least widths on, half a character at a time; where even the least is too much, all give
/// alike.
fn shared(columns: &[Measured], width: u32, size: u32) -> Vec<u32> {
    let floors = CHARACTERS_LEAST.map(|few| floors(columns, few, size));
    let mut floors = floors.into_iter();
    let Some(least) = floors.find(|floors| floors.iter().sum::<u32>() <= width) else {
        let all = columns.iter().map(|c| c.least).sum::<u32>().max(1);
        return columns.iter().map(|c| c.least * width / all).collect();
    };
    let asking: Vec<Asking> = columns
        .iter()
        .map(|column| Asking {
            cells: &column.cells,
            asked: column.asked,
        })
        .collect();
    let lines = |quarters: u32, width: u32| {
        let room = width.saturating_sub(2 * edge(size)).max(1);
        u64::from(quarters * size * 5 / 2) * 1000 / u64::from(room)
    };
    fewest_lines(&asking, least, (width, size * 5), lines)
}

/// How wide the longest piece of some words is that no line should tear: a name, a number, a date,
/// a Latin word, each with the mark that no line begins with. Digits get a fifth more room: what
/// stands in for a font that a machine has not may have wider ones.
fn unbroken(words: &str) -> u32 {
    const NAME: u32 = 20;
    /// Eighteen digits. What is longer is no number that anybody reads, and no column is made for it.
    const PIECE: u32 = 44;
    let pieces = words.split_inclusive(|c: char| !c.is_ascii_graphic());
    let pieces = pieces.map(|piece| {
        let bare = piece.trim_end_matches(|c: char| !c.is_ascii_graphic());
        let mark = if piece.ends_with(['、', '，', '。', '；', '：', '）']) {
            4
        } else {
            0
        };
        let bare = quarters(bare) * 6 / 5;
        if bare > 0 && bare <= PIECE {
            bare + mark
        } else {
            0
        }
    });
    // `〔2024〕12号` stays in one piece, and so does `闭会第18号`.
    const CASE: usize = 10;
    let is_case = words.contains('第') && words.chars().count() <= CASE;
    let number = words.find('〔').or(is_case.then_some(0));
    let number = number.map(|from| &words[from..]);
    let number = number.and_then(|rest| rest.split_inclusive('号').next());
    let number = number.filter(|number| number.ends_with('号'));
    let number = number.map(|number| quarters(number) + turns(number));
    let pieces = pieces.chain(number).max();
    let whole = Some(quarters(words)).filter(|whole| *whole <= NAME);
    let whole = whole.map(|whole| whole + turns(words));
    whole.max(pieces).unwrap_or_default()
}

/// How often Chinese and other signs stand beside each other: programs put a quarter of a character
/// between them.
fn turns(words: &str) -> u32 {
    let signs = words.chars().map(|c| c.is_ascii_alphanumeric());
    let next = words.chars().skip(1).map(|c| c.is_ascii_alphanumeric());
    let turns = signs.zip(next).filter(|(sign, next)| sign != next);
    u32::try_from(turns.count()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::docx::page;
    use crate::report::Column;

    #[test]
    fn days_stand_below_each_other_and_numbers_in_one_piece() {
        assert_eq!(
            stacked("2024-03-05、2024-04-01"),
            "2024-03-05、\n2024-04-01"
        );
        assert_eq!(stacked("修桥、修路"), "修桥、修路");
        assert_eq!(stacked(""), "");
        assert!(unbroken("住房城乡建设局函〔2021〕1号") >= quarters("〔2021〕1号"));
        // Programs part digits from Chinese by a quarter of a character.
        assert_eq!(unbroken("闭会第18号"), quarters("闭会第18号") + 2);
        assert!(unbroken("第一次、第二次、第三次会议") == 0);
    }

    #[test]
    fn a_column_in_which_nothing_stands_gives_its_room_away() {
        let labels = ["编号", "标题", "承办单位", "责任领导", "经办人", "说明"];
        let sheet = |title: &str| {
            let columns = labels.iter().map(|label| Column::text(*label, *label));
            let mut sheet = Sheet::new("s", "表", columns.collect());
            let mut row: Vec<report::Cell> = vec![report::Cell::Empty; labels.len()];
            row[0] = "第1号".into();
            row[1] = title.into();
            row[5] = "".into();
            sheet.push(row);
            sheet
        };
        let width = page::WIDTH;
        let long = sheet(&"关于硬化村道的建议".repeat(5));
        let kept = lean(&long, width).0;
        assert_eq!(kept.columns().len(), 2);
        // Blanks to be written in stay where there is room for them.
        let short = sheet("关于修路的建议");
        assert_eq!(lean(&short, width).0.columns().len(), labels.len());
    }

    #[test]
    fn no_date_is_torn_in_a_table_of_many_columns() {
        let columns = (0..12).map(|i| Column::text(format!("c{i}"), "责任领导"));
        let mut sheet = Sheet::new("s", "表", columns.collect());
        let mut row: Vec<crate::report::Cell> =
            vec!["规划建设管理环保办公室".into(); 12];
        row[1] = "关于对渝昆高铁施工便道扬尘噪声加强管控的建议".into();
        row[5] = "2024-04-24".into();
        sheet.push(row);
        let all = page::Sheet::Across.width();
        let widths = widths(&measured(&sheet, 21), all, 21);
        assert_eq!(widths.iter().sum::<u32>(), all);
        // Ten signs of 五号, half as wide as high, and the edges of the cell.
        assert!(widths[5] >= 10 * 21 * 5 + 2 * CELL_EDGE, "{widths:?}");
        assert!(
            widths[1] > widths[0],
            "who says more has more room: {widths:?}"
        );
    }
}
