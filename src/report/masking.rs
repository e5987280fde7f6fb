//! Phone and identity numbers, hidden in whatever is printed unless somebody asks for them whole
//! (`--phones`). An exchange of data, a ledger or the whole journal, is not masked: it must come in
//! again as it went out.
//!
//! Refuses: to know what such a number looks like; that is told by `terms`.

use std::borrow::Cow;

use serde_json::Value;

use super::block::Block;
use super::cell::Cell;
use super::document::{Data, Document};
use super::section::Row;
use super::sheet::Sheet;
use crate::domain::terms::people_numbers;

/// What the column and the field of a phone are called.
const PHONE: &str = "phone";

impl Document {
    /// The same document with its phone and identity numbers masked.
    #[must_use]
    pub fn masked(mut self) -> Self {
        self.sheets.iter_mut().for_each(mask_sheet);
        for block in &mut self.prose {
            if let Block::Table(sheet) = block {
                mask_sheet(sheet);
            }
            block.words_mut().into_iter().for_each(mask_text);
        }
        for line in &mut self.foot {
            mask_text(line);
        }
        match &mut self.data {
            Data::Rows | Data::Prose => {}
            Data::Value(value) => mask_value(value, false),
            Data::Figures(figures) => {
                let sections = figures.sections.iter_mut();
                sections.flat_map(|s| &mut s.rows).for_each(mask_row);
            }
        }
        self
    }
}

fn mask_sheet(sheet: &mut Sheet) {
    let columns = sheet.columns().iter();
    let phones: Vec<bool> = columns.map(|column| column.key == PHONE).collect();
    for row in sheet.rows_mut() {
        // A sheet of particulars has the field's name in its first cell.
        let first = row.first().map(Cell::plain);
        let named = first.is_some_and(|field| field == PHONE);
        for (cell, in_column) in row.iter_mut().zip(&phones) {
            mask_cell(cell, named || *in_column);
        }
    }
    sheet.notes.iter_mut().for_each(mask_text);
}

fn mask_row(row: &mut Row) {
    mask_text(&mut row.label);
    for (_, cell) in &mut row.cells {
        mask_cell(cell, false);
    }
}

fn mask_cell(cell: &mut Cell, is_phone: bool) {
    match cell {
        Cell::Text(text) if is_phone => *text = masked_phone(text),
        Cell::Text(text) => mask_text(text),
        Cell::List(words) => words.iter_mut().for_each(mask_text),
        // A key is a code; where people's words stand as one, they are masked like words.
        Cell::Word { key, label, .. } => {
            if let Cow::Owned(masked) = masked(key) {
                *key = masked.into();
            }
            mask_text(label);
        }
        Cell::Empty
        | Cell::Integer(_)
        | Cell::Amount { .. }
        | Cell::Decimal(_)
        | Cell::Percent(_)
        | Cell::Date(_)
        | Cell::Flag { .. } => {}
    }
}

fn mask_value(value: &mut Value, is_phone: bool) {
    match value {
        Value::String(text) if is_phone => *text = masked_phone(text),
        Value::String(text) => mask_text(text),
        Value::Array(items) => items.iter_mut().for_each(|item| mask_value(item, is_phone)),
        Value::Object(fields) => {
            for (key, value) in fields {
                mask_value(value, key == PHONE);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn mask_text(text: &mut String) {
    if let Cow::Owned(masked) = masked(text) {
        *text = masked;
    }
}

/// `138****5678`: enough to know it by, not enough to call.
fn masked_phone(phone: &str) -> String {
    let signs: Vec<char> = phone.chars().collect();
    let (head, tail) = if signs.len() >= 8 { (3, 4) } else { (0, 2) };
    let hidden = signs.len().saturating_sub(head + tail);
    let shown = |part: &[char]| part.iter().collect::<String>();
    let (start, end) = (&signs[..head], &signs[signs.len().min(head + hidden)..]);
    format!("{}{}{}", shown(start), "*".repeat(hidden), shown(end))
}

/// A text with each number that is shaped like a phone's or an identity card's masked.
fn masked(text: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut done = 0;
    for (from, to) in people_numbers(text) {
        out.push_str(&text[done..from]);
        out.push_str(&masked_phone(&text[from..to]));
        done = to;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_masked_wherever_they_stand() {
        for (text, shown) in [
            ("电话13812345678,请回", "电话138****5678,请回"),
            ("138-1234-5678", "138******5678"),
            ("138 1234 5678", "138******5678"),
            ("+8613812345678", "+86138****5678"),
            ("办公室023-41410000", "办公室023*****0000"),
            ("0871-63123456转3", "087******3456转3"),
            ("身份证500227199001011234号", "身份证500***********1234号"),
            ("50022719900101123X", "500***********123X"),
            ("13812345678和13987654321", "138****5678和139****4321"),
        ] {
            assert_eq!(masked(text), shown);
        }
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "第17号",
            "2024-05-31",
            "20240531",
            "138123456789",
            "健龙府函〔2024〕99号",
            "a13812345678b",
            "投入13812345678901元",
            "500227299001011234",
            "0871",
            "",
            "长13812",
        ] {
            assert_eq!(masked(text), text);
        }
    }

    #[test]
    fn a_phone_field_is_masked_whatever_its_shape() {
        for (phone, shown) in [
            ("13812345678", "138****5678"),
            ("41410", "***10"),
            ("1", "1"),
            ("转张主任", "**主任"),
        ] {
            assert_eq!(masked_phone(phone), shown);
        }
    }
}
