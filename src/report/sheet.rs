//! One grid of typed cells, from which every format is written.
//!
//! A cell knows two forms of itself: the one a person reads ([`Cell::shown`]) and the one a script
//! compares ([`Cell::plain`]), which does not change with the language. Serialised it is a JSON
//! value of its type.
//!
//! Refuses: widths, colours, fonts, quoting and escaping. Texts come from people and stand here as
//! they are: each paper makes them safe for its own format.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

use crate::domain::terms::Date;

/// What a script calls a thing: English, `snake_case`, never translated. The name of a unit may
/// stand here too, where the office has no other key.
pub type Key = Cow<'static, str>;

/// Rows of cells under named columns. Every row is as wide as the columns are many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What scripts call it.
    pub key: Key,
    /// What stands above it.
    pub title: String,
    /// Remarks that stand below it.
    pub notes: Vec<String>,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// A sheet without rows.
    pub fn new(key: impl Into<Key>, title: impl Into<String>, columns: Vec<Column>) -> Self {
        Self {
            key: key.into(),
            title: title.into(),
            notes: Vec::new(),
            columns,
            rows: Vec::new(),
        }
    }

    /// Adds a row. One that is not as wide as the columns is a slip of the programmer: it stops a
    /// debug build, and is filled up or cut in a release.
    pub fn push(&mut self, mut row: Vec<Cell>) {
        debug_assert_eq!(row.len(), self.columns.len(), "row of sheet `{}`", self.key);
        row.resize(self.columns.len(), Cell::Empty);
        self.rows.push(row);
    }

    /// What the cells of a row mean, from left to right.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The rows, from top to bottom.
    pub fn rows(&self) -> &[Vec<Cell>] {
        &self.rows
    }

    /// The rows as objects for JSON: column keys in their order, typed values.
    pub fn records(&self) -> impl ExactSizeIterator<Item = Record<'_>> {
        self.rows.iter().map(|row| Record {
            sheet: None,
            columns: &self.columns,
            row,
        })
    }
}

/// One row, serialised as an object `{column key: value}`.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    sheet: Option<&'a str>,
    columns: &'a [Column],
    row: &'a [Cell],
}

impl<'a> Record<'a> {
    /// The same row with a first field `sheet`, for streams that mix several sheets.
    #[must_use]
    pub fn of_sheet(mut self, key: &'a str) -> Self {
        self.sheet = Some(key);
        self
    }
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        if let Some(sheet) = self.sheet {
            map.serialize_entry("sheet", sheet)?;
        }
        for (column, cell) in self.columns.iter().zip(self.row) {
            map.serialize_entry(&column.key, cell)?;
        }
        map.end()
    }
}

/// What the cells of one column have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What scripts call it.
    pub key: Key,
    /// What stands above it.
    pub label: String,
    /// What its cells hold.
    pub kind: Kind,
}

impl Column {
    /// A column.
    pub fn new(key: impl Into<Key>, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            kind,
        }
    }

    /// A column of words.
    pub fn text(key: impl Into<Key>, label: impl Into<String>) -> Self {
        Self::new(key, label, Kind::Text)
    }

    /// A column of counts or amounts.
    pub fn number(key: impl Into<Key>, label: impl Into<String>) -> Self {
        Self::new(key, label, Kind::Number)
    }

    /// A column of days.
    pub fn date(key: impl Into<Key>, label: impl Into<String>) -> Self {
        Self::new(key, label, Kind::Date)
    }

    /// Figures stand right, so that their digits stand below each other; words stand left.
    pub fn align(&self) -> Align {
        match self.kind {
            Kind::Text | Kind::Date => Align::Left,
            Kind::Number | Kind::Percent => Align::Right,
        }
    }
}

/// What a column holds. A cell of it may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, lists of words, marks.
    Text,
    /// Counts and amounts.
    Number,
    /// Shares of a hundred.
    Percent,
    /// Days.
    Date,
}

/// The side of its column on which a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// As words do.
    Left,
    /// As figures do.
    Right,
}

/// One value of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Nothing is known, or nothing applies.
    Empty,
    /// Words as they were typed: untrusted, line breaks possible.
    Text(String),
    /// A word that scripts know by a key: a state, a class, an official number.
    Word {
        /// What scripts compare: `overdue`, `A`, `2024-17`.
        key: Key,
        /// What a person reads: `超期`, `第17号`.
        label: String,
        /// What it means for the reader; the label says it too.
        tone: Tone,
    },
    /// A count.
    Integer(i64),
    /// An amount with a fraction, printed in the office's style: `4.35`.
    Decimal(String),
    /// A share, printed in the office's style and without the sign: `57.97`.
    Percent(String),
    /// A day.
    Date(Date),
    /// Several words, such as the co-signers of a case.
    List(Vec<String>),
    /// Yes or no.
    Flag {
        /// What is the case.
        is_set: bool,
        /// What a person reads: `是`.
        label: String,
    },
}

/// What a word means for the reader. A screen may turn it into a colour; papers pass over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tone {
    /// Nothing special.
    #[default]
    Plain,
    /// As it should be (green).
    Good,
    /// Soon to be looked at (yellow).
    Warning,
    /// Against a limit or a rule (red).
    Bad,
}

impl Cell {
    /// A word without a special meaning.
    pub fn word(key: impl Into<Key>, label: impl Into<String>) -> Self {
        Self::toned(key, label, Tone::Plain)
    }

    /// A word that calls for attention, or tells that none is needed.
    pub fn toned(key: impl Into<Key>, label: impl Into<String>, tone: Tone) -> Self {
        Self::Word {
            key: key.into(),
            label: label.into(),
            tone,
        }
    }

    /// What a person reads: labels, `58%`, lists joined by `、`, nothing for an empty cell.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Word { label, .. } | Self::Flag { label, .. } => Cow::Borrowed(label),
            Self::Percent(number) => Cow::Owned(format!("{number}%")),
            Self::Empty
            | Self::Text(_)
            | Self::Integer(_)
            | Self::Decimal(_)
            | Self::Date(_)
            | Self::List(_) => self.plain(),
        }
    }

    /// What a script compares: keys, `58`, `true`, `2024-03-05`; the same in every language.
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Decimal(text) | Self::Percent(text) => Cow::Borrowed(text),
            Self::Word { key, .. } => Cow::Borrowed(key),
            Self::Integer(number) => Cow::Owned(number.to_string()),
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::List(words) => Cow::Owned(words.join("、")),
            Self::Flag { is_set, .. } => Cow::Borrowed(if *is_set { "true" } else { "false" }),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => to.serialize_unit(),
            Self::Integer(number) => to.serialize_i64(*number),
            Self::List(words) => words.serialize(to),
            Self::Flag { is_set, .. } => to.serialize_bool(*is_set),
            Self::Text(_)
            | Self::Word { .. }
            | Self::Decimal(_)
            | Self::Percent(_)
            | Self::Date(_) => to.serialize_str(&self.plain()),
        }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Cell {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}

impl From<usize> for Cell {
    /// A count; no store holds more than fit into an `i64`.
    fn from(count: usize) -> Self {
        Self::Integer(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<Date> for Cell {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl<T: Into<Cell>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: &impl Serialize) -> String {
        serde_json::to_string(value).expect("a cell is always JSON")
    }

    #[test]
    fn every_cell_for_people_for_scripts_and_as_json() {
        let date: Date = "2024-03-05".parse().expect("a date");
        let yes = Cell::Flag {
            is_set: true,
            label: "是".to_owned(),
        };
        let signers = Cell::List(vec!["王秀兰".to_owned(), "李强".to_owned()]);
        for (cell, shown, plain, as_json) in [
            (Cell::Empty, "", "", "null"),
            (Cell::from("修\n桥"), "修\n桥", "修\n桥", r#""修\n桥""#),
            (
                Cell::word("2024-17", "第17号"),
                "第17号",
                "2024-17",
                r#""2024-17""#,
            ),
            (Cell::from(17_u32), "17", "17", "17"),
            (
                Cell::Decimal("4.35".to_owned()),
                "4.35",
                "4.35",
                r#""4.35""#,
            ),
            (Cell::Percent("58".to_owned()), "58%", "58", r#""58""#),
            (
                Cell::from(Some(date)),
                "2024-03-05",
                "2024-03-05",
                r#""2024-03-05""#,
            ),
            (Cell::from(None::<Date>), "", "", "null"),
            (
                signers,
                "王秀兰、李强",
                "王秀兰、李强",
                r#"["王秀兰","李强"]"#,
            ),
            (yes, "是", "true", "true"),
        ] {
            assert_eq!(cell.shown(), shown);
            assert_eq!(cell.plain(), plain);
            assert_eq!(json(&cell), as_json);
        }
    }

    #[test]
    fn a_record_keeps_the_order_of_the_columns() {
        let columns = vec![
            Column::text("title", "标题"),
            Column::number("age_days", "天数"),
        ];
        let mut sheet = Sheet::new("cases", "建议", columns);
        sheet.push(vec!["修桥".into(), 3_u32.into()]);
        let record = sheet.records().next().expect("one row");
        assert_eq!(json(&record), r#"{"title":"修桥","age_days":3}"#);
        assert_eq!(
            json(&record.of_sheet("cases")),
            r#"{"sheet":"cases","title":"修桥","age_days":3}"#
        );
    }
}
