//! One value of a sheet, in every form that a format asks for.
//!
//! A cell knows what a person reads ([`Cell::shown`]) and what a script compares ([`Cell::plain`]),
//! which does not change with the language. Serialised it is a JSON value of its type.
//!
//! Refuses: quoting and escaping. Texts come from people and stand here as they are: each paper
//! makes them safe for its own format.

use std::borrow::Cow;

use serde::ser::{Serialize, Serializer};

use super::sheet::Key;
use crate::domain::terms::{Date, Link, Name};

/// One value of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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
        label: Key,
        /// What it means for the reader; the label says it too.
        tone: Tone,
    },
    /// A count.
    Integer(i64),
    /// A number that people read in words: days left.
    Amount {
        /// What scripts compare: `-10`.
        value: i64,
        /// What a person reads: `逾期10天`.
        label: String,
        /// What it means for the reader; the label says it too.
        tone: Tone,
    },
    /// An amount with a fraction, printed in the office's style: `4.35`.
    Decimal(String),
    /// A share, printed in the office's style and without the sign: `57.97`.
    Percent(String),
    /// A day.
    Date(Date),
    /// An address; a paper on which a phone can read it draws it as a code.
    Link(Link),
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

/// What a word means for the reader. A screen and a workbook may turn it into
/// a colour; other papers pass over it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
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
    /// A name, where there is one.
    pub(super) fn name(name: Option<&Name>) -> Self {
        name.map(Name::to_string).into()
    }

    /// Names as a list; empty where there are none.
    pub(super) fn names<'a>(names: impl IntoIterator<Item = &'a Name>) -> Self {
        Self::list(names.into_iter().map(Name::to_string).collect())
    }

    /// A list; empty where nothing stands on it.
    pub(super) fn list(names: Vec<String>) -> Self {
        match names.is_empty() {
            true => Self::Empty,
            false => Self::List(names),
        }
    }

    /// A word without a special meaning.
    pub fn word(key: impl Into<Key>, label: impl Into<Key>) -> Self {
        Self::toned(key, label, Tone::Plain)
    }

    /// A word that calls for attention, or tells that none is needed.
    pub fn toned(key: impl Into<Key>, label: impl Into<Key>, tone: Tone) -> Self {
        Self::Word {
            key: key.into(),
            label: label.into(),
            tone,
        }
    }

    /// What a person reads: labels, `58%`, lists joined by `、`, nothing for an empty cell.
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Word { label, .. } => Cow::Borrowed(label),
            Self::Amount { label, .. } | Self::Flag { label, .. } => Cow::Borrowed(label),
            Self::Percent(number) => Cow::Owned(format!("{number}%")),
            Self::Empty
            | Self::Text(_)
            | Self::Integer(_)
            | Self::Decimal(_)
            | Self::Date(_)
            | Self::Link(_)
            | Self::List(_) => self.plain(),
        }
    }

    /// The address, where it is one.
    pub fn link(&self) -> Option<&Link> {
        let Self::Link(link) = self else {
            return None;
        };
        Some(link)
    }

    /// Whether it calls for attention.
    pub fn is_warning(&self) -> bool {
        match self {
            Self::Word { tone, .. } | Self::Amount { tone, .. } => *tone == Tone::Warning,
            Self::Empty
            | Self::Text(_)
            | Self::Integer(_)
            | Self::Decimal(_)
            | Self::Percent(_)
            | Self::Date(_)
            | Self::Link(_)
            | Self::List(_)
            | Self::Flag { .. } => false,
        }
    }

    /// What a script compares: keys, `58`, `true`, `2024-03-05`; the same in every language.
    pub fn plain(&self) -> Cow<'_, str> {
        match self {
            Self::Empty => Cow::Borrowed(""),
            Self::Text(text) | Self::Decimal(text) | Self::Percent(text) => Cow::Borrowed(text),
            Self::Word { key, .. } => Cow::Borrowed(key),
            Self::Integer(number) | Self::Amount { value: number, .. } => {
                Cow::Owned(number.to_string())
            }
            Self::Date(date) => Cow::Owned(date.to_string()),
            Self::Link(link) => Cow::Borrowed(link.as_str()),
            Self::List(words) => match words.as_slice() {
                [word] => Cow::Borrowed(word),
                words => Cow::Owned(words.join("、")),
            },
            Self::Flag { is_set, .. } => Cow::Borrowed(if *is_set { "true" } else { "false" }),
        }
    }
}

impl Serialize for Cell {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Empty => to.serialize_unit(),
            Self::Integer(number) | Self::Amount { value: number, .. } => to.serialize_i64(*number),
            Self::List(words) => words.serialize(to),
            Self::Flag { is_set, .. } => to.serialize_bool(*is_set),
            Self::Text(_)
            | Self::Word { .. }
            | Self::Decimal(_)
            | Self::Percent(_)
            | Self::Link(_)
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
}
