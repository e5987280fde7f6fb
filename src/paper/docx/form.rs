//! Forms of a document: labels in 黑体 beside fields, with room for writing by hand.

use super::grid::{CELL_AIR, CELL_EDGE, begin, place};
use super::page::{self, CHARACTER};
use super::xml::{Font, Look, paragraph, quarters, run, spacing};
use crate::report::{Block, FormRow};

/// Four characters of 四号 and the edges of their cell.
const LABEL: u32 = 4 * CHARACTER + 200;
/// What is written in a field: 四号, on lines of so much.
const FIELD: u32 = 28;
const FIELD_LINE: u32 = 400;
/// The width of what stands beside a label.
fn value_width(fields: usize) -> u32 {
    match fields {
        1 => page::WIDTH - LABEL,
        _ => (page::WIDTH - 2 * LABEL) / 2,
    }
}

/// The height that the words of a row need.
pub(super) fn written(form: &FormRow) -> u32 {
    let lines = |words: &str, width: u32| {
        let room = width - 2 * CELL_EDGE;
        let lines = words.lines();
        let lines = lines.map(|line| (quarters(line) * FIELD * 5 / 2).div_ceil(room).max(1));
        lines
            .map(|lines| lines * FIELD_LINE + 2 * CELL_AIR)
            .sum::<u32>()
    };
    let width = value_width(form.fields.len());
    let fields = form.fields.iter();
    let highest = fields.map(|(label, words)| lines(label, LABEL).max(lines(words, width)));
    highest.max().unwrap_or_default()
}

/// The height of a row of a form.
pub(super) fn row_height(form: &FormRow) -> u32 {
    written(form).max(u32::from(form.lines) * page::LINE)
}

/// Whether a form is so short that it is not torn.
pub(super) fn is_short(rows: &[FormRow]) -> bool {
    const SHORT: usize = 3;
    rows.len() <= SHORT
}

/// A form: labels in 黑体, blanks with room for writing by hand. A short one is not torn at the foot
/// of a page, and stays with the signature that follows it.
pub(super) fn form(rows: &[FormRow], next: Option<&Block>) -> String {
    const GRID: usize = 4;
    let value = value_width(2);
    let widths = [LABEL, value, LABEL, page::WIDTH - 2 * LABEL - value];
    let is_signed = matches!(next, Some(Block::Signature { .. }));
    let mut out = begin(&widths, CELL_EDGE);
    for (at, form) in rows.iter().enumerate() {
        let is_last = at + 1 == rows.len();
        let keep = is_short(rows) && (!is_last || is_signed);
        let cell = |words: &str, font: Font, side: &str| field(words, font, side, keep);
        let height = u32::from(form.lines) * page::LINE;
        out += &format!(
            r#"<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/></w:trPr>"#
        );
        match form.fields.as_slice() {
            [(label, words)] => {
                out += &place(LABEL, 1, &cell(label, Font::Bold, "center"));
                let words = cell(words, Font::Body, "left");
                out += &place(value_width(1), GRID - 1, &words);
            }
            fields => {
                for (place_of, (label, words)) in fields.iter().take(2).enumerate() {
                    out += &place(LABEL, 1, &cell(label, Font::Bold, "center"));
                    let words = cell(words, Font::Body, "left");
                    out += &place(widths[2 * place_of + 1], 1, &words);
                }
            }
        }
        out += "</w:tr>";
    }
    out + "</w:tbl>"
}

fn field(words: &str, font: Font, side: &str, keep: bool) -> String {
    let keep = if keep { "<w:keepNext/>" } else { "" };
    let properties = format!(
        r#"{keep}<w:snapToGrid w:val="0"/>{}<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="{side}"/>"#,
        spacing(FIELD_LINE, CELL_AIR, CELL_AIR)
    );
    let lines = words
        .lines()
        .map(|line| paragraph(&properties, &run(line, Look::new(font, FIELD))));
    let lines: String = lines.collect();
    match lines.is_empty() {
        true => paragraph(&properties, ""),
        false => lines,
    }
}
