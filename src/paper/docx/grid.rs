//! Tables and forms of a document: borders, a heading that comes again on each page, rows that are
//! not torn, columns as wide as their words need.

use super::page::{self, CHARACTER};
use super::xml::{Font, Look, paragraph, quarters, run, spacing};
use crate::report::{Align, FormRow, Sheet};

const BORDERS: &str = r#"<w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:right w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders>"#;
const CELL_EDGE: u32 = 80;

/// A sheet as a table of the width of the text.
pub(super) fn table(sheet: &Sheet, width: u32) -> String {
    // 小四, 五号, 小五: the more columns, the smaller.
    let size = match sheet.columns().len() {
        0..=6 => 24,
        7..=12 => 21,
        _ => 18,
    };
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
                words: cell.shown().into_owned(),
                look: Look::new(Font::Body, size),
                side: match column.align() {
                    Align::Left => "left",
                    Align::Right => "right",
                },
            })
            .collect();
        out += &row(&height(&cells), &cells, &widths);
    }
    out + "</w:tbl>"
}

/// A row that is mostly empty is to be written in by hand and has room for it.
fn height(cells: &[Cell]) -> String {
    let empty = cells.iter().filter(|cell| cell.words.is_empty()).count();
    match 2 * empty > cells.len() {
        true => format!(
            r#"<w:cantSplit/><w:trHeight w:val="{}" w:hRule="atLeast"/>"#,
            page::LINE
        ),
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

/// Each column as wide as its words ask for; what is left is shared. Where they ask for more than
/// there is, those with much to say wrap into about equally many lines.
fn widths(sheet: &Sheet, width: u32, size: u32) -> Vec<u32> {
    const QUARTERS_LEAST: u32 = 8;
    const QUARTERS_MOST: u32 = 160;
    let room = |quarters: u32| {
        let quarters = quarters.clamp(QUARTERS_LEAST, QUARTERS_MOST);
        quarters * size * 11 / 4 + 2 * CELL_EDGE + 20
    };
    let columns = sheet.columns().iter().enumerate();
    let (asked, least): (Vec<u32>, Vec<u32>) = columns
        .map(|(place, column)| {
            let rows = sheet.rows().iter().take(500);
            let cells = rows.filter_map(|row| row.get(place));
            let measured = cells.map(|cell| (quarters(&cell.shown()), unbroken(&cell.shown())));
            let (words, unbroken) = measured.fold((0, 0), |most, cell| {
                (most.0.max(cell.0), most.1.max(cell.1))
            });
            (room(words.max(quarters(&column.label))), room(unbroken))
        })
        .unzip();
    let all: u32 = asked.iter().sum::<u32>().max(1);
    let mut widths: Vec<u32> = match all > width {
        true => shrunk(&asked, &least, width),
        false => asked.iter().map(|a| a * width / all).collect(),
    };
    let used: u32 = widths.iter().sum();
    if let Some(widest) = widths.iter_mut().max() {
        *widest += width.saturating_sub(used);
    }
    widths
}

/// How wide the longest piece of some words is that no line should tear: a name, a number, a date,
/// a Latin word. Digits get a third more room: what stands in for a font that a machine has not
/// may have wider ones.
fn unbroken(words: &str) -> u32 {
    const NAME: u32 = 20;
    let pieces = words.split(|c: char| !c.is_ascii_graphic());
    let pieces = pieces.map(|piece| quarters(piece) * 4 / 3).max();
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
