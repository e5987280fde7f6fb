//! Phone and identity numbers, hidden in whatever is printed unless somebody asks for them whole
//! (`--phones`). An exchange of data, a ledger or the whole journal, is not masked: it must come in
//! again as it went out.
//!
//! For the public every digit of them is hidden, and the numbers of doors with them; nothing shows
//! those whole.
//!
//! Refuses: to know what such a number looks like; that is told by `terms`.

use std::borrow::Cow;
use std::ops::Range;
use std::rc::Rc;

use serde_json::Value;

use super::addresses::{doors, is_of_number};
use super::block::Block;
use super::cell::Cell;
use super::document::{Data, Document};
use super::one_person::one_person;
use super::section::Row;
use super::sheet::{Key, Sheet};
use crate::domain::terms::{people_numbers, strip_hidden_keep_lines};

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

    /// The same document as everybody may read it: doors hidden with the numbers.
    #[must_use]
    pub(super) fn masked_for_public(self) -> Self {
        self.masked_for(Reader::Public)
    }

    /// Its grids, those of its text too.
    fn sheets_mut(&mut self) -> impl Iterator<Item = &mut Sheet> {
        let blocks = self.prose.iter_mut();
        let tables = blocks.filter_map(|block| {
            let Block::Table(sheet) = block else {
                return None;
            };
            Some(&mut **sheet)
        });
        self.sheets.iter_mut().chain(tables)
    }

    fn masked_for(mut self, reader: Reader) -> Self {
        mask_text(&mut self.title, reader);
        mask_text(&mut self.basis.rules, reader);
        for block in &mut self.prose {
            let words = block.words_mut().into_iter();
            words.for_each(|words| mask_text(words, reader));
        }
        for sheet in self.sheets_mut() {
            let labels = sheet.labels_mut();
            labels.for_each(|label| mask_text(label, reader));
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

/// A line of talk: as the office reads it, and nothing in it that moves the cursor or turns the
/// direction of writing.
#[must_use]
pub fn seen(line: &str) -> String {
    masked(&strip_hidden_keep_lines(line), Reader::Office).into_owned()
}

/// A text as everybody may read it, and how many numbers were hidden in it.
pub(super) fn for_public(text: &str) -> (String, usize) {
    let text = strip_hidden_keep_lines(text);
    let hidden = hidden(&text, Reader::Public);
    (masked_at(&text, &hidden, Reader::Public), hidden.len())
}

/// Where a text has something to be hidden: byte ranges, from left to right, none inside another.
fn hidden(text: &str, reader: Reader) -> Vec<Range<usize>> {
    let numbers = people_numbers(text).into_iter();
    let mut hidden: Vec<_> = numbers.map(|(from, to)| from..to).collect();
    if reader == Reader::Public {
        let doors = in_signs(text).into_iter();
        let apart = |door: &Range<usize>| {
            let mut numbers = hidden.iter();
            numbers.all(|number| door.end <= number.start || number.end <= door.start)
        };
        let doors: Vec<_> = doors.filter(apart).collect();
        hidden.extend(doors);
        hidden.sort_by_key(|range| range.start);
        // What two shapes have in common is hidden once.
        let mut shown = 0;
        hidden.retain(|range| {
            let is_apart = range.start >= shown;
            shown = shown.max(range.end);
            is_apart
        });
    }
    hidden
}

/// Where doors and what points to one person stand; each has a number.
fn in_signs(text: &str) -> Vec<Range<usize>> {
    if !text.chars().any(is_of_number) {
        return Vec::new();
    }
    let signs: Vec<char> = text.chars().collect();
    let mut found = doors(&signs);
    found.extend(one_person(&signs));
    if !found.is_empty() {
        let places = text.char_indices().map(|(place, _)| place);
        let places: Vec<usize> = places.chain([text.len()]).collect();
        for range in &mut found {
            *range = places[range.start]..places[range.end];
        }
    }
    found
}

/// The text with each of these ranges masked.
fn masked_at(text: &str, ranges: &[Range<usize>], reader: Reader) -> String {
    let mut out = String::new();
    let mut done = 0;
    for range in ranges {
        out.push_str(&text[done..range.start]);
        out.push_str(&starred(&text[range.clone()], reader));
        done = range.end;
    }
    out.push_str(&text[done..]);
    out
}

fn mask_sheet(sheet: &mut Sheet, reader: Reader) {
    // A sheet of particulars has the field's name in its first cell.
    let rows = sheet.rows().iter().enumerate();
    let named = rows.filter(|(_, row)| row.first().is_some_and(|field| field.plain() == PHONE));
    let starred = named.map(|(at, row)| {
        let mut cells: Vec<Cell> = row.iter().cloned().collect();
        let phones = cells.iter_mut();
        phones.for_each(|cell| mask_cell(cell, true, reader));
        (at, cells)
    });
    let starred: Vec<(usize, Vec<Cell>)> = starred.collect();
    for place in 0..sheet.columns().len() {
        let is_phone = sheet.columns()[place].key == PHONE;
        let cells = sheet.cells_mut(place);
        cells.for_each(|cell| mask_cell(cell, is_phone, reader));
    }
    for (row, cells) in starred {
        sheet.put(row, cells);
    }
    let notes = sheet.notes.iter_mut();
    notes.for_each(|note| mask_text(note, reader));
}

fn mask_row(row: &mut Row, reader: Reader) {
    mask_text(&mut row.label, reader);
    for (_, cell) in &mut row.cells {
        // What other rows show too stays shared where nothing is hidden in it.
        match Rc::get_mut(cell) {
            Some(cell) => mask_cell(cell, false, reader),
            None => {
                let mut masked = Cell::clone(cell);
                mask_cell(&mut masked, false, reader);
                if masked != **cell {
                    *cell = Rc::new(masked);
                }
            }
        }
    }
}

fn mask_cell(cell: &mut Cell, is_phone: bool, reader: Reader) {
    match cell {
        Cell::Text(text) if is_phone => *text = starred(text, reader),
        Cell::Text(text) => mask_text(text, reader),
        Cell::List(words) => words.iter_mut().for_each(|word| mask_text(word, reader)),
        // A key is a code; where people's words stand as one, they are masked like words.
        Cell::Word { key, label, .. } => {
            let is_shown = key == label;
            mask_word(key, reader);
            match is_shown {
                true => label.clone_from(key),
                false => mask_word(label, reader),
            }
        }
        Cell::Empty
        | Cell::Integer(_)
        | Cell::Amount { .. }
        | Cell::Decimal(_)
        | Cell::Percent(_)
        | Cell::Date(_)
        // No number of a person stands in an address, and one sign less leads nowhere.
        | Cell::Link(_)
        | Cell::Flag { .. } => {}
    }
}

fn mask_value(value: &mut Value, is_phone: bool, reader: Reader) {
    match value {
        Value::String(text) if is_phone => *text = starred(text, reader),
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

fn mask_word(word: &mut Key, reader: Reader) {
    if let Cow::Owned(masked) = masked(word, reader) {
        *word = masked.into();
    }
}

fn mask_text(text: &mut String, reader: Reader) {
    if let Cow::Owned(masked) = masked(text, reader) {
        *text = masked;
    }
}

/// `138****5678`: enough to know it by, not enough to call.
fn starred(phone: &str, reader: Reader) -> String {
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

/// A text with whatever its reader may not see masked.
fn masked(text: &str, reader: Reader) -> Cow<'_, str> {
    let text = match reader {
        Reader::Public => strip_hidden_keep_lines(text),
        Reader::Office => Cow::Borrowed(text),
    };
    let hidden = hidden(&text, reader);
    match hidden.is_empty() {
        true => text,
        false => Cow::Owned(masked_at(&text, &hidden, reader)),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert_eq, proptest};

    use super::*;

    #[test]
    fn numbers_of_people_are_masked_wherever_they_stand() {
        for (text, shown) in [
            ("电话13812345678,请回", "电话138****5678,请回"),
            ("138-1234-5678", "138******5678"),
            ("138 1234 5678", "138******5678"),
            ("微信V13812345678", "微信V138****5678"),
            ("13812345678x和No13812345678", "138****5678x和No138****5678"),
            ("ID500227199001011234", "ID500***********1234"),
            ("+8613812345678", "+86138****5678"),
            ("办公室023-41410000", "办公室023*****0000"),
            ("0871-63123456转3", "087******3456转3"),
            ("0717 2885566", "071*****5566"),
            ("139.6666.7777", "139******7777"),
            ("１３９６６６６７７７７", "１３９****７７７７"),
            ("身份证500227900101123", "身份证500********1123"),
            ("身份证500227199001011234号", "身份证500***********1234号"),
            ("50022719900101123X", "500***********123X"),
            ("13812345678和13987654321", "138****5678和139****4321"),
        ] {
            assert_eq!(masked(text, Reader::Office), shown);
        }
    }

    proptest! {
        #[test]
        fn a_text_without_a_sign_of_a_number_has_no_place_to_hide(
            text in "([0９一十佰廿A-Z渝号栋组住址-]|户号|出生|单元|桥){0,12}",
        ) {
            let signs: Vec<char> = text.chars().collect();
            let found = doors(&signs).len() + one_person(&signs).len();
            prop_assert_eq!(in_signs(&text).len(), found);
        }
    }

    #[test]
    fn talk_hides_numbers_and_moves_no_cursor() {
        let line = "没有 \u{1b}[31m 138-1234-5678\u{202e}\n提示: 列表";
        assert_eq!(seen(line), "没有 [31m 138******5678\n提示: 列表");
    }

    #[test]
    fn other_numbers_stay() {
        for text in [
            "第17号",
            "2024-05-31",
            "20240531",
            "138123456789",
            "健龙府函〔2024〕99号",
            "a1b2c3d4e5f60718293a13812345678bcdef",
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
            ("住健龙路一百二十八号", "住健龙路*****号", 1),
            (
                "住健龙路18号,电话023-41410000",
                "住健龙路**号,电话************",
                2,
            ),
            (
                "住３号楼２单元５０１,139.6666.7777",
                "住*号楼*单元***,*************",
                4,
            ),
            (
                "幸福小区6-2-301,0717 2885566",
                "幸福小区*******,************",
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
            assert_eq!(starred(phone, Reader::Office), shown);
        }
    }
}
