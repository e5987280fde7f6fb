//! Tables of a document: borders, a heading that comes again on each page, rows that are
//! not torn.
//!
//! Refuses: to measure words; `widths` does.

use super::page;
use super::widths::{edge, floors, lean, size, stacked, widths};
use super::xml::{Font, Look, paragraph, quarters, run, spacing};
use crate::report::{Align, Sheet};

const BORDERS: &str = r#"<w:tblBorders><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:left w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:right w:val="single" w:sz="6" w:space="0" w:color="000000"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="000000"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="000000"/></w:tblBorders>"#;
/// Left and right of the words of a cell, and above and below them.
pub(super) const CELL_EDGE: u32 = 80;
pub(super) const CELL_AIR: u32 = 40;
/// The page that a sheet needs: by the count of its columns; one that lies across where on one that
/// stands their words would stand one below the other, unless it stands `in_text`. A column in which
/// nothing stands needs no room on it.
pub(super) fn page_of(sheet: &Sheet, in_text: bool) -> page::Sheet {
    const CHARACTERS_UPRIGHT: u32 = 8;
    /// With so many columns a table stands upright in a text, whatever it says.
    const IN_TEXT_MOST: usize = 10;
    let page = page::Sheet::for_columns(sheet.columns().len());
    let (sheet, columns) = lean(sheet, page.width());
    let needed = floors(&columns, CHARACTERS_UPRIGHT, size(&sheet));
    let needed: u32 = needed.iter().sum();
    let fits = |page: page::Sheet| needed <= page.width();
    match page {
        page::Sheet::Upright if !in_text && !fits(page) => page::Sheet::Across,
        page::Sheet::Across if in_text && sheet.columns().len() <= IN_TEXT_MOST => {
            page::Sheet::Upright
        }
        page::Sheet::Wide if fits(page::Sheet::Across) => page::Sheet::Across,
        page::Sheet::Upright | page::Sheet::Across | page::Sheet::Wide => page,
    }
}

/// A sheet as a table of the width of the text; its last rows stay with lines that follow it.
pub(super) fn table(sheet: &Sheet, width: u32, is_followed: bool) -> String {
    const ROWS_KEPT: usize = 2;
    let (sheet, columns) = lean(sheet, width);
    let size = size(&sheet);
    let widths = widths(&columns, width, size);
    let head: Vec<Cell> = sheet
        .columns()
        .iter()
        .map(|column| Cell {
            words: column.label.clone(),
            look: Look::new(Font::Bold, size),
            side: "center",
        })
        .collect();
    let mut out = begin(&widths, edge(size));
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

/// A row that is mostly empty is to be written in by hand and has room for it. One is not torn at
/// the end of a page, unless it is higher than a third of an upright one: it would leave that much
/// empty, and what does not fit on a page would be cut off.
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
        let room = width.saturating_sub(2 * edge(size)).max(1);
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

pub(super) fn begin(widths: &[u32], edge: u32) -> String {
    let all: u32 = widths.iter().sum();
    let columns: String = widths
        .iter()
        .map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#))
        .collect();
    format!(
        r#"<w:tbl><w:tblPr><w:tblW w:w="{all}" w:type="dxa"/><w:jc w:val="center"/>{BORDERS}<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="{edge}" w:type="dxa"/><w:right w:w="{edge}" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>{columns}</w:tblGrid>"#
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
