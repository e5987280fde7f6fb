//! Tables of a document: borders, a heading that comes again on each page, rows that are
//! not torn, columns as wide as their words need.

use super::page;
use super::xml::{Font, Look, paragraph, quarters, run, spacing};
use crate::report::{Align, Sheet};

const BORDERS: &str = r#"<w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:right w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders>"#;
/// Left and right of the words of a cell, and above and below them.
pub(super) const CELL_EDGE: u32 = 80;
pub(super) const CELL_AIR: u32 = 40;

/// So many characters of a text stand beside each other at the least, the first that there is room
/// for.
const CHARACTERS_LEAST: [u32; 3] = [4, 3, 2];

/// The page that a sheet needs: by the count of its columns; one that lies across where on one that
/// stands their words would stand one below the other, unless it stands `in_text`.
pub(super) fn page_of(sheet: &Sheet, in_text: bool) -> page::Sheet {
    const CHARACTERS_UPRIGHT: u32 = 8;
    /// With so many columns a table stands upright in a text, whatever it says.
    const IN_TEXT_MOST: usize = 10;
    let page = page::Sheet::for_columns(sheet.columns().len());
    let size = size(sheet);
    let columns = measured(sheet, size);
    let needed: u32 = floors(&columns, CHARACTERS_UPRIGHT, size).iter().sum();
    match page {
        page::Sheet::Upright if !in_text && needed > page.width() => page::Sheet::Across,
        page::Sheet::Across if in_text && sheet.columns().len() <= IN_TEXT_MOST => {
            page::Sheet::Upright
        }
        page::Sheet::Upright | page::Sheet::Across | page::Sheet::Wide => page,
    }
}

/// The least width of each column: what must not be torn, and so many characters of a long text.
fn floors(columns: &[Measured], characters: u32, size: u32) -> Vec<u32> {
    let few = room(4 * characters, size);
    let columns = columns.iter();
    columns.map(|c| few.min(c.asked).max(c.least)).collect()
}

/// 小四, 五号, 小五: the more columns, the smaller.
fn size(sheet: &Sheet) -> u32 {
    match sheet.columns().len() {
        0..=6 => 24,
        7..=9 => 21,
        _ => 18,
    }
}

/// A sheet as a table of the width of the text; its last rows stay with lines that follow it.
pub(super) fn table(sheet: &Sheet, width: u32, is_followed: bool) -> String {
    const ROWS_KEPT: usize = 2;
    let size = size(sheet);
    let widths = widths(sheet, width, size);
    let head: Vec<Cell> = sheet
        .columns()
        .iter()
        .map(|column| Cell {
            words: column.label.clone(),
            look: Look::new(Font::Bold, size),
            side: "center",
        })
        .collect();
    let mut out = begin(&widths);
    out += &row(r#"<w:cantSplit/><w:tblHeader/>"#, &head, &widths, true);
    let kept = sheet.rows().len().saturating_sub(ROWS_KEPT);
    for (at, cells) in sheet.rows().iter().enumerate() {
        let cells = cells.iter().zip(sheet.columns());
        let cells: Vec<Cell> = cells
            .map(|(cell, column)| Cell {
                words: stacked(&cell.shown()),
                look: Look::new(Font::Body, size),
                side: match column.align() {
                    Align::Left => "left",
                    Align::Right => "right",
                },
            })
            .collect();
        let keep = is_followed && at >= kept;
        out += &row(&height(&cells, &widths), &cells, &widths, keep);
    }
    out + "</w:tbl>"
}

/// Days beside each other, one below the other: a line is not broken between two of them alike in
/// every program.
fn stacked(words: &str) -> String {
    let is_day = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        part.len() == 10 && digits == 8 && part.matches('-').count() == 2
    };
    match words.split('、').all(is_day) {
        true => words.replace('、', "、\n"),
        false => words.to_owned(),
    }
}

/// A row that is mostly empty is to be written in by hand and has room for it. One is not torn at
/// the end of a page, unless it is as high as half of one: it would leave that much empty, and what
/// does not fit on a page would be cut off.
fn height(cells: &[Cell], widths: &[u32]) -> String {
    let empty = cells.iter().filter(|cell| cell.words.is_empty()).count();
    if 2 * empty > cells.len() {
        return format!(
            r#"<w:cantSplit/><w:trHeight w:val="{}" w:hRule="atLeast"/>"#,
            page::LINE
        );
    }
    let high = cells.iter().zip(widths).map(|(cell, width)| {
        let size = cell.look.size;
        let room = width.saturating_sub(2 * CELL_EDGE).max(1);
        let lines = cell.words.lines();
        let lines = lines.map(|line| (quarters(line) * size * 5 / 2).div_ceil(room).max(1));
        lines.sum::<u32>() * size * 13
    });
    match high.max() > Some(page::HEIGHT / 3) {
        true => String::new(),
        false => "<w:cantSplit/>".to_owned(),
    }
}

struct Cell {
    words: String,
    look: Look,
    side: &'static str,
}

pub(super) fn begin(widths: &[u32]) -> String {
    let all: u32 = widths.iter().sum();
    let columns: String = widths
        .iter()
        .map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#))
        .collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="{all}" w:type="dxa"/><w:jc w:val="center"/>{BORDERS}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{CELL_EDGE}" w:type="dxa"/><w:right w:w="{CELL_EDGE}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"#
    )
}

fn row(properties: &str, cells: &[Cell], widths: &[u32], keep: bool) -> String {
    let keep = if keep { "<w:keepNext/>" } else { "" };
    let cells = cells.iter().zip(widths).map(|(cell, width)| {
        let line = cell.look.size * 13;
        let properties = format!(
            r#"{keep}<w:snapToGrid w:val="0"/>{}<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="{}"/>"#,
            spacing(line, CELL_AIR, CELL_AIR),
            cell.side
        );
        let words = paragraph(&properties, &run(&cell.words, cell.look));
        place(*width, 1, &words)
    });
    format!(
        "<w:tr><w:trPr>{properties}</w:trPr>{}</w:tr>",
        cells.collect::<String>()
    )
}

pub(super) fn place(width: u32, columns: usize, words: &str) -> String {
    let span = match columns {
        1 => String::new(),
        _ => format!(r#"<w:gridSpan w:val="{columns}"/>"#),
    };
    format!(
        r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}<w:vAlign w:val="center"/></w:tcPr>{words}</w:tc>"#
    )
}

/// The width of a cell with words of so many quarters of a character.
fn room(quarters: u32, size: u32) -> u32 {
    const QUARTERS_LEAST: u32 = 8;
    const QUARTERS_MOST: u32 = 160;
    let quarters = quarters.clamp(QUARTERS_LEAST, QUARTERS_MOST);
    quarters * size * 11 / 4 + 2 * CELL_EDGE + 20
}

/// A column as its words were measured, in quarters of a character.
struct Measured {
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
fn widths(sheet: &Sheet, width: u32, size: u32) -> Vec<u32> {
    let columns = measured(sheet, size);
    let all: u32 = columns.iter().map(|c| c.asked).sum::<u32>().max(1);
    let mut widths: Vec<u32> = match all > width {
        true => fewest_lines(&columns, width, size),
        false => columns.iter().map(|c| c.asked * width / all).collect(),
    };
    let used: u32 = widths.iter().sum();
    if let Some(widest) = widths.iter_mut().max() {
        *widest += width.saturating_sub(used);
    }
    widths
}

/// From the least widths, half a character at a time goes to the column that takes most off the
/// height of the rows; where even the least is too much, all give alike.
fn fewest_lines(columns: &[Measured], width: u32, size: u32) -> Vec<u32> {
    let floors = CHARACTERS_LEAST.map(|few| floors(columns, few, size));
    let mut floors = floors.into_iter();
    let Some(mut widths) = floors.find(|floors| floors.iter().sum::<u32>() <= width) else {
        let all = columns.iter().map(|c| c.least).sum::<u32>().max(1);
        return columns.iter().map(|c| c.least * width / all).collect();
    };
    let step = size * 5;
    let rows = columns.first().map_or(0, |column| column.cells.len());
    let line = |column: usize, row: usize, width: u32| {
        let room = width.saturating_sub(2 * CELL_EDGE).max(1);
        let words = columns[column].cells.get(row).copied().unwrap_or_default();
        u64::from(words * size * 5 / 2) * 1000 / u64::from(room)
    };
    while widths.iter().sum::<u32>() + step <= width {
        let mut saved = vec![0_u64; columns.len()];
        for row in 0..rows {
            let heights = |column: usize| line(column, row, widths[column]);
            // The highest cell of a row says how high it is, the second how much it can give.
            let mut order: Vec<usize> = (0..columns.len()).collect();
            order.sort_by_key(|column| std::cmp::Reverse(heights(*column)));
            let (Some(first), second) = (order.first(), order.get(1)) else {
                continue;
            };
            let after = line(*first, row, widths[*first] + step);
            let after = second.map_or(after, |second| after.max(heights(*second)));
            saved[*first] += heights(*first).saturating_sub(after.max(1000));
        }
        let may = |column: &usize| widths[*column] < columns[*column].asked;
        let best = (0..columns.len()).filter(may);
        let Some(best) = best.max_by_key(|column| (saved[*column], columns[*column].asked)) else {
            break;
        };
        widths[best] += step;
    }
    widths
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
    // `〔2024〕12号` stays in one piece.
    let number = words.find('〔').map(|from| &words[from..]);
    let number = number.and_then(|rest| rest.split_inclusive('号').next());
    let number = number.filter(|number| number.ends_with('号')).map(quarters);
    let pieces = pieces.chain(number).max();
    let whole = Some(quarters(words)).filter(|whole| *whole <= NAME);
    whole.max(pieces).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
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
        assert!(unbroken("第一次、第二次、第三次会议") == 0);
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
        let widths = widths(&sheet, all, 21);
        assert_eq!(widths.iter().sum::<u32>(), all);
        // Ten signs of 五号, half as wide as high, and the edges of the cell.
        assert!(widths[5] >= 10 * 21 * 5 + 2 * CELL_EDGE, "{widths:?}");
        assert!(
            widths[1] > widths[0],
            "who says more has more room: {widths:?}"
        );
    }
}
