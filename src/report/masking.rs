//! Phone and identity numbers, hidden in whatever is printed unless somebody asks for them whole
//! (`--phones`). An exchange of data, a ledger or the whole journal, is not masked: it must come in
//! again as it went out.
//!
//! For the public every digit of them is hidden, and the numbers of doors with them; nothing shows
//! those whole.
//!
//! Knows the numbers of the mainland by their shape: mobile phones, land lines, identity cards.
//! Refuses: to judge whose number it is.

use std::borrow::Cow;

use serde_json::Value;

use super::addresses::doors;
use super::block::Block;
use super::cell::Cell;
use super::document::{Data, Document};
use super::section::Row;
use super::sheet::Sheet;
use crate::domain::terms::strip_hidden_keep_lines;

/// What the column and the field of a phone are called.
const PHONE: &str = "phone";

/// For whom it is masked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reader {
    /// Who may know the number by its ends.
    Office,
    /// Everybody.
    Public,
}

impl Document {
    /// The same document with its phone and identity numbers masked.
    #[must_use]
    pub fn masked(self) -> Self {
        self.masked_for(Reader::Office)
    }

    /// The same document as everybody may read it: phone and identity numbers and doors hidden
    /// wherever they stand, in titles and headings too.
    #[must_use]
    pub(super) fn masked_for_public(mut self) -> Self {
        mask_text(&mut self.title, Reader::Public);
        mask_text(&mut self.basis.rules, Reader::Public);
        for sheet in self.sheets_mut() {
            let labels = sheet.labels_mut();
            labels.for_each(|label| mask_text(label, Reader::Public));
        }
        self.masked_for(Reader::Public)
    }

    /// Its grids, those of its text too.
    fn sheets_mut(&mut self) -> impl Iterator<Item = &mut Sheet> {
        let blocks = self.prose.iter_mut();
        let tables = blocks.filter_map(|block| {
            let Block::Table(sheet) = block else {
                return None;
            };
            Some(sheet)
        });
        self.sheets.iter_mut().chain(tables)
    }

    fn masked_for(mut self, reader: Reader) -> Self {
        for block in &mut self.prose {
            let words = block.words_mut().into_iter();
            words.for_each(|words| mask_text(words, reader));
        }
        for sheet in self.sheets_mut() {
            mask_sheet(sheet, reader);
        }
        for line in &mut self.foot {
            mask_text(line, reader);
        }
        match &mut self.data {
            Data::Rows | Data::Prose => {}
            Data::Value(value) => mask_value(value, false, reader),
            Data::Figures(figures) => {
                let sections = figures.sections.iter_mut();
                let rows = sections.flat_map(|s| &mut s.rows);
                rows.for_each(|row| mask_row(row, reader));
            }
        }
        self
    }
}

/// A text as everybody may read it, and how many numbers were hidden in it.
pub(super) fn for_public(text: &str) -> (String, usize) {
    let text = strip_hidden_keep_lines(text);
    let mut signs: Vec<char> = text.chars().collect();
    // A number is one in full width too.
    let half: String = signs.iter().map(|c| half(*c)).collect();
    let place = |byte: usize| half[..byte].chars().count();
    let mut hidden: Vec<_> = (numbers(&half).into_iter())
        .map(|(from, to)| place(from)..place(to))
        .collect();
    hidden.extend(doors(&signs));
    for number in &hidden {
        signs[number.clone()].fill('*');
    }
    (signs.into_iter().collect(), hidden.len())
}

fn half(c: char) -> char {
    match c {
        '！'..='～' => u32::from(c)
            .checked_sub(0xfee0)
            .and_then(char::from_u32)
            .unwrap_or(c),
        _ => c,
    }
}

fn mask_sheet(sheet: &mut Sheet, reader: Reader) {
    let columns = sheet.columns().iter();
    let phones: Vec<bool> = columns.map(|column| column.key == PHONE).collect();
    for row in sheet.rows_mut() {
        // A sheet of particulars has the field's name in its first cell.
        let first = row.first().map(Cell::plain);
        let named = first.is_some_and(|field| field == PHONE);
        for (cell, in_column) in row.iter_mut().zip(&phones) {
            mask_cell(cell, named || *in_column, reader);
        }
    }
    let notes = sheet.notes.iter_mut();
    notes.for_each(|note| mask_text(note, reader));
}

fn mask_row(row: &mut Row, reader: Reader) {
    mask_text(&mut row.label, reader);
    for (_, cell) in &mut row.cells {
        mask_cell(cell, false, reader);
    }
}

fn mask_cell(cell: &mut Cell, is_phone: bool, reader: Reader) {
    match cell {
        Cell::Text(text) if is_phone => *text = masked_phone(text, reader),
        Cell::Text(text) => mask_text(text, reader),
        Cell::List(words) => words.iter_mut().for_each(|word| mask_text(word, reader)),
        // A key is a code; where people's words stand as one, they are masked like words.
        Cell::Word { key, label, .. } => {
            if let Cow::Owned(masked) = masked(key, reader) {
                *key = masked.into();
            }
            mask_text(label, reader);
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

fn mask_value(value: &mut Value, is_phone: bool, reader: Reader) {
    match value {
        Value::String(text) if is_phone => *text = masked_phone(text, reader),
        Value::String(text) => mask_text(text, reader),
        Value::Array(items) => {
            let items = items.iter_mut();
            items.for_each(|item| mask_value(item, is_phone, reader));
        }
        Value::Object(fields) => {
            for (key, value) in fields {
                mask_value(value, key == PHONE, reader);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn mask_text(text: &mut String, reader: Reader) {
    if let Cow::Owned(masked) = masked(text, reader) {
        *text = masked;
    }
}

/// `138****5678`: enough to know it by, not enough to call.
fn masked_phone(phone: &str, reader: Reader) -> String {
    let signs: Vec<char> = phone.chars().collect();
    let (head, tail) = match reader {
        Reader::Public => (0, 0),
        Reader::Office if signs.len() >= 8 => (3, 4),
        Reader::Office => (0, 2),
    };
    let hidden = signs.len().saturating_sub(head + tail);
    let shown = |part: &[char]| part.iter().collect::<String>();
    let (start, end) = (&signs[..head], &signs[signs.len().min(head + hidden)..]);
    format!("{}{}{}", shown(start), "*".repeat(hidden), shown(end))
}

/// A text with each number that is shaped like a phone's or an identity card's masked.
fn masked(text: &str, reader: Reader) -> Cow<'_, str> {
    if reader == Reader::Public {
        return match for_public(text) {
            (_, 0) => Cow::Borrowed(text),
            (masked, _) => Cow::Owned(masked),
        };
    }
    let mut out = String::new();
    let mut done = 0;
    for (from, to) in numbers(text) {
        out.push_str(&text[done..from]);
        out.push_str(&masked_phone(&text[from..to], reader));
        done = to;
    }
    if done == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Where such numbers stand: byte ranges, from left to right.
fn numbers(text: &str) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let Some(end) = shaped(bytes, at) else {
            at += 1;
            continue;
        };
        found.push((at, end));
        at = end;
    }
    found
}

/// The end of a number that begins at a place, if one does.
fn shaped(bytes: &[u8], from: usize) -> Option<usize> {
    let glued = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let before = from.checked_sub(1);
    // `+86` goes before a number without parting it.
    let country = from >= 2 && &bytes[from - 2..from] == b"86" && (from < 3 || !glued(from - 3));
    if before.is_some_and(glued) && !country {
        return None;
    }
    SHAPES.iter().find_map(|shape| {
        let end = shape(bytes, from)?;
        (!glued(end)).then_some(end)
    })
}

type Shape = fn(&[u8], usize) -> Option<usize>;

const SHAPES: [Shape; 3] = [identity, mobile, land_line];

/// So many digits from a place on: where they end.
fn digits(bytes: &[u8], from: usize, count: usize) -> Option<usize> {
    let run = bytes.get(from..from + count)?;
    run.iter().all(u8::is_ascii_digit).then_some(from + count)
}

/// A place after one sign that may part a number.
fn parted(bytes: &[u8], at: usize) -> usize {
    at + usize::from(matches!(bytes.get(at), Some(b'-' | b' ')))
}

/// 17 digits and a check sign, born in the 19th to 21st century.
fn identity(bytes: &[u8], from: usize) -> Option<usize> {
    let end = digits(bytes, from, 17)?;
    let century = matches!(&bytes[from + 6..from + 8], b"18" | b"19" | b"20");
    let check = bytes.get(end)?;
    (century && (check.is_ascii_digit() || matches!(check, b'X' | b'x'))).then_some(end + 1)
}

/// 11 digits from 13 to 19, also parted as 3 4 4.
fn mobile(bytes: &[u8], from: usize) -> Option<usize> {
    let known = matches!(bytes.get(from..from + 2)?, [b'1', b'3'..=b'9']);
    let area = digits(bytes, from, 3).filter(|_| known)?;
    let middle = digits(bytes, parted(bytes, area), 4)?;
    digits(bytes, parted(bytes, middle), 4)
}

/// An area code from 0, a dash, and 7 or 8 digits.
fn land_line(bytes: &[u8], from: usize) -> Option<usize> {
    if bytes.get(from) != Some(&b'0') {
        return None;
    }
    [4, 3].into_iter().find_map(|area| {
        let dash = digits(bytes, from, area)?;
        let rest = dash + 1;
        let line = digits(bytes, rest, 8).or_else(|| digits(bytes, rest, 7));
        line.filter(|_| bytes.get(dash) == Some(&b'-'))
    })
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
            assert_eq!(masked(text, Reader::Office), shown);
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
            assert_eq!(masked(text, Reader::Office), text);
        }
    }

    #[test]
    fn the_public_sees_no_digit_of_a_number() {
        for (text, shown, count) in [
            ("电话13812345678,请回", "电话***********,请回", 1),
            ("电话１３８１２３４５６７８", "电话***********", 1),
            ("138\u{200b}12345678", "***********", 1),
            (
                "住健龙路18号,电话023-41410000",
                "住健龙路**号,电话************",
                2,
            ),
            ("第17号建议,297万元", "第17号建议,297万元", 0),
        ] {
            assert_eq!(for_public(text), (shown.to_owned(), count));
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
            assert_eq!(masked_phone(phone, Reader::Office), shown);
        }
    }
}
