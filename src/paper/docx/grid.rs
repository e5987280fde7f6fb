//! Tables and forms of a document: borders, a heading that comes again on each page, rows that are
//! not torn, columns as wide as their words need.

use super::page::{self, CHARACTER};
use super::xml::{Font, Look, paragraph, quarters, run, spacing};
use crate::report::{Align, FormRow, Sheet};

const BORDERS: &str = r#"<w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:right w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders>"#;
const CELL_EDGE: u32 = 80;

/// So many characters of a long text stand beside each other, the first that there is room for.
const CHARACTERS_LEAST: [u32; 5] = [10, 8, 6, 5, 4];

/// The page that a sheet needs: by the count of its columns; one that lies across where on one that
/// stands their words would stand one below the other, unless it stands `in_text`.
pub(super) fn page_of(sheet: &Sheet, in_text: bool) -> page::Sheet {
    const CHARACTERS_UPRIGHT: u32 = 8;
    let page = page::Sheet::for_columns(sheet.columns().len());
    let size = size(sheet);
    let (asked, least) = measured(sheet, size);
    let needed: u32 = floors(&asked, &least, CHARACTERS_UPRIGHT, size)
        .iter()
        .sum();
    match page == page::Sheet::Upright && !in_text && needed > page.width() {
        true => page::Sheet::Across,
        false => page,
    }
}

/// The least width of each column: what must not be torn, and so many characters of a long text.
fn floors(asked: &[u32], least: &[u32], characters: u32, size: u32) -> Vec<u32> {
    let few = room(4 * characters, size);
    let columns = asked.iter().zip(least);
    columns
        .map(|(asked, least)| few.min(*asked).max(*least))
        .collect()
}

/// 小四, 五号, 小五: the more columns, the smaller.
fn size(sheet: &Sheet) -> u32 {
    match sheet.columns().len() {
        0..=6 => 24,
        7..=12 => 21,
        _ => 18,
    }
}

/// A sheet as a table of the width of the text.
pub(super) fn table(sheet: &Sheet, width: u32) -> String {
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
    out += &row(r#"<w:cantSplit/><w:tblHeader/>"#, &head, &widths);
    for cells in sheet.rows() {
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
        out += &row(&height(&cells, &widths), &cells, &widths);
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

fn begin(widths: &[u32]) -> String {
    let all: u32 = widths.iter().sum();
    let columns: String = widths
        .iter()
        .map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#))
        .collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="{all}" w:type="dxa"/><w:jc w:val="center"/>{BORDERS}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{CELL_EDGE}" w:type="dxa"/><w:right w:w="{CELL_EDGE}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"#
    )
}

fn row(properties: &str, cells: &[Cell], widths: &[u32]) -> String {
    let cells = cells.iter().zip(widths).map(|(cell, width)| {
        let line = cell.look.size * 13;
        let properties = format!(
            r#"<w:snapToGrid w:val="0"/>{}<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="{}"/>"#,
            spacing(line, 40, 40),
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

fn place(width: u32, columns: usize, words: &str) -> String {
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

/// What the words of each column ask for, and what it needs so that none is torn that must not be.
fn measured(sheet: &Sheet, size: u32) -> (Vec<u32>, Vec<u32>) {
    const ROWS_MEASURED: usize = 500;
    let columns = sheet.columns().iter().enumerate();
    let measured = columns.map(|(place, column)| {
        let rows = sheet.rows().iter().take(ROWS_MEASURED);
        let cells = rows.filter_map(|row| row.get(place));
        let measured = cells.map(|cell| (quarters(&cell.shown()), unbroken(&cell.shown())));
        let (words, unbroken) = measured.fold((0, 0), |most, cell| {
            (most.0.max(cell.0), most.1.max(cell.1))
        });
        (
            room(words.max(quarters(&column.label)), size),
            room(unbroken, size),
        )
    });
    measured.unzip()
}

/// Each column as wide as its words ask for; what is left is shared. Where they ask for more than
/// there is, those with much to say wrap into about equally many lines.
fn widths(sheet: &Sheet, width: u32, size: u32) -> Vec<u32> {
    let (asked, least) = measured(sheet, size);
    let all: u32 = asked.iter().sum::<u32>().max(1);
    let mut widths: Vec<u32> = match all > width {
        true => {
            let floors = CHARACTERS_LEAST.map(|few| floors(&asked, &least, few, size));
            let floors = floors
                .into_iter()
                .find(|floors| floors.iter().sum::<u32>() <= width);
            shrunk(&asked, &floors.unwrap_or(least), width)
        }
        false => asked.iter().map(|a| a * width / all).collect(),
    };
    let used: u32 = widths.iter().sum();
    if let Some(widest) = widths.iter_mut().max() {
        *widest += width.saturating_sub(used);
    }
    widths
}

/// How wide the longest piece of some words is that no line should tear: a name, a number, a date,
/// a Latin word, each with the mark that no line begins with. Digits get a fifth more room: what
/// stands in for a font that a machine has not may have wider ones.
fn unbroken(words: &str) -> u32 {
    const NAME: u32 = 20;
    let pieces = words.split_inclusive(|c: char| !c.is_ascii_graphic());
    let pieces = pieces.map(|piece| {
        let bare = piece.trim_end_matches(|c: char| !c.is_ascii_graphic());
        let mark = if piece.ends_with(['、', '，', '。', '；', '：', '）']) {
            4
        } else {
            0
        };
        let bare = quarters(bare) * 6 / 5;
        if bare > 0 { bare + mark } else { 0 }
    });
    // `〔2024〕12号` stays in one piece.
    let number = words.find('〔').map(|from| &words[from..]);
    let number = number.and_then(|rest| rest.split_inclusive('号').next());
    let number = number.filter(|number| number.ends_with('号')).map(quarters);
    let pieces = pieces.chain(number).max();
    let whole = Some(quarters(words)).filter(|whole| *whole <= NAME);
    whole.max(pieces).unwrap_or_default()
}

/// The columns in the fewest lines that fit the width, none narrower than what must not be torn;
/// where even that is too much, all give alike.
fn shrunk(asked: &[u32], least: &[u32], width: u32) -> Vec<u32> {
    /// Parts of a line, so that little is left over.
    const PARTS: u32 = 16;
    const LINES_MOST: u32 = 40;
    let in_lines = |parts: u32| -> Vec<u32> {
        let columns = asked.iter().zip(least);
        columns
            .map(|(asked, least)| (asked * PARTS / parts).max(*least))
            .collect()
    };
    let mut fewest = PARTS..=PARTS * LINES_MOST;
    let parts = fewest.find(|parts| in_lines(*parts).iter().sum::<u32>() <= width);
    match parts {
        Some(parts) => in_lines(parts),
        None => {
            let all = least.iter().sum::<u32>().max(1);
            least.iter().map(|least| least * width / all).collect()
        }
    }
}

/// A form: labels in 黑体, blanks with room for writing by hand.
pub(super) fn form(rows: &[FormRow]) -> String {
    /// Four characters of 四号 and the edges of their cell.
    const LABEL: u32 = 4 * CHARACTER + 200;
    const GRID: usize = 4;
    let value = (page::WIDTH - 2 * LABEL) / 2;
    let widths = [LABEL, value, LABEL, page::WIDTH - 2 * LABEL - value];
    let mut out = begin(&widths);
    for form in rows {
        let height = u32::from(form.lines) * page::LINE;
        out += &format!(
            r#"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>"#
        );
        match form.fields.as_slice() {
            [(label, words)] => {
                out += &place(LABEL, 1, &field(label, Font::Bold, "center"));
                out += &place(
                    page::WIDTH - LABEL,
                    GRID - 1,
                    &field(words, Font::Body, "left"),
                );
            }
            fields => {
                for (place_of, (label, words)) in fields.iter().take(2).enumerate() {
                    out += &place(LABEL, 1, &field(label, Font::Bold, "center"));
                    out += &place(
                        widths[2 * place_of + 1],
                        1,
                        &field(words, Font::Body, "left"),
                    );
                }
            }
        }
        out += "</w:tr>";
    }
    out + "</w:tbl>"
}

fn field(words: &str, font: Font, side: &str) -> String {
    const SIZE: u32 = 28;
    let properties = format!(
        r#"<w:snapToGrid w:val="0"/>{}<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="{side}"/>"#,
        spacing(400, 40, 40)
    );
    let lines = words
        .lines()
        .map(|line| paragraph(&properties, &run(line, Look::new(font, SIZE))));
    let lines: String = lines.collect();
    match lines.is_empty() {
        true => paragraph(&properties, ""),
        false => lines,
    }
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
