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

/// Each column as wide as its words ask for, none too narrow to read; what is left is shared.
fn widths(sheet: &Sheet, width: u32, size: u32) -> Vec<u32> {
    const QUARTERS_LEAST: u32 = 8;
    const QUARTERS_MOST: u32 = 120;
    let longest = |column: usize| {
        let cells = sheet
            .rows()
            .iter()
            .take(500)
            .filter_map(|row| row.get(column));
        let words = cells.map(|cell| quarters(&cell.shown())).max();
        let head = sheet.columns().get(column).map(|c| quarters(&c.label));
        words.max(head).unwrap_or_default()
    };
    let asked: Vec<u32> = (0..sheet.columns().len())
        .map(|column| {
            let quarters = longest(column).clamp(QUARTERS_LEAST, QUARTERS_MOST);
            quarters * size * 11 / 4 + 2 * CELL_EDGE + 20
        })
        .collect();
    let all: u32 = asked.iter().sum::<u32>().max(1);
    let mut widths: Vec<u32> = match all > width {
        // What is short keeps its width as far as it goes; what is long gives.
        true => shrunk(&asked, width),
        false => asked.iter().map(|a| a * width / all).collect(),
    };
    let used: u32 = widths.iter().sum();
    if let Some(last) = widths.last_mut() {
        *last += width.saturating_sub(used);
    }
    widths
}

/// The greatest bound such that all columns, none wider than it, fit the width.
fn shrunk(asked: &[u32], width: u32) -> Vec<u32> {
    let fits = |bound: u32| asked.iter().map(|a| (*a).min(bound)).sum::<u32>() <= width;
    let (mut low, mut high) = (0, width);
    while low + 1 < high {
        let middle = u32::midpoint(low, high);
        match fits(middle) {
            true => low = middle,
            false => high = middle,
        }
    }
    asked.iter().map(|a| (*a).min(low)).collect()
}

/// A form: labels in 黑体, blanks with room for writing by hand.
pub(super) fn form(rows: &[FormRow]) -> String {
    const LABEL: u32 = 5 * CHARACTER + 300;
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
