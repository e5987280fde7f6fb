//! Words that people type: names, titles, long texts, stars.

use std::cmp::Ordering;
use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de, ser};
use thiserror::Error;

use super::hidden::hidden;
use super::names;
use super::seen::seen;
use super::spelled::spelled;

/// Why a text cannot stand in the journal.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("empty")]
    Empty,
    /// More characters than the field may hold.
    #[error("{length} characters, at most {limit} are allowed")]
    TooLong {
        /// Characters found.
        length: usize,
        /// Characters allowed.
        limit: usize,
    },
    /// A control character or one that changes the direction of writing: it would show another
    /// text than the one that is kept.
    #[error("contains the hidden character U+{0:04X}")]
    Hidden(u32),
    /// A number of stars outside 1–5.
    #[error("`{0}` is not a number of stars from 1 to 5")]
    NoStars(String),
    /// No amount: digits, at most two after the point.
    #[error("`{0}` is not an amount")]
    NotAnAmount(String),
    /// No points: digits, at most two after the point, perhaps a minus before.
    #[error("`{0}` is no number of points")]
    NotPoints(String),
    /// Not 64 hexadecimal digits.
    #[error("`{0}` is not a SHA-256")]
    NotADigest(String),
}

fn checked(text: &str, limit: usize, multiline: bool) -> Result<&str, TextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    // No text has more characters than bytes.
    if text.len() > limit {
        let length = text.chars().count();
        if length > limit {
            return Err(TextError::TooLong { length, limit });
        }
    }
    let bad = |c: &char| !(multiline && matches!(c, '\n' | '\t'));
    match hidden(text).find(bad) {
        Some(c) => Err(TextError::Hidden(u32::from(c))),
        None => Ok(text),
    }
}

macro_rules! words {
    ($name:ident, $limit:expr) => {
        impl $name {
            /// The most characters it may have.
            pub const LIMIT: usize = $limit;

            /// The words.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

/// The name of a person, unit, group, category or place, in the office's own words. The same few
/// names stand in a record again and again: copies share their words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Name(Arc<str>);

words!(Name, 60);

impl Name {
    /// Trims and checks.
    ///
    /// # Errors
    /// Empty, longer than [`Self::LIMIT`] characters, or with hidden characters.
    pub fn new(text: &str) -> Result<Self, TextError> {
        seen(text, |text| checked(text, Self::LIMIT, false)).map(Self)
    }

    /// A title, or so much of it as a name may have.
    pub fn shortened(title: &Title) -> Self {
        let begins: String = title.as_str().chars().take(Self::LIMIT).collect();
        Self(begins.trim_end().into())
    }
}

/// A packed file has the place of a name where a journal has its words.
impl Serialize for Name {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            return to.serialize_str(&self.0);
        }
        let place = names::place(self).ok_or_else(|| ser::Error::custom("no table of names"))?;
        to.serialize_u32(place)
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if from.is_human_readable() {
            return spelled(from, Self::new);
        }
        let name = names::at(u32::deserialize(from)?);
        name.ok_or_else(|| de::Error::custom("no such name"))
    }
}

impl Ord for Name {
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.0, &other.0) {
            return Ordering::Equal;
        }
        self.0.cmp(&other.0)
    }
}

impl PartialOrd for Name {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The title of a suggestion (标题): one line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Title(Box<str>);

words!(Title, 200);

impl Title {
    /// Trims and checks.
    ///
    /// # Errors
    /// Empty, longer than [`Self::LIMIT`] characters, or with hidden characters.
    pub fn new(text: &str) -> Result<Self, TextError> {
        checked(text, Self::LIMIT, false).map(|text| Self(text.into()))
    }
}

impl Serialize for Title {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Title {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read(from, Self::new, Self)
    }
}

/// Words as a journal or a checkpoint has them. What a checkpoint holds was looked at when its line
/// was read, and is vouched for by its hash: it is taken as it is.
fn read<'de, D: Deserializer<'de>, T>(
    from: D,
    new: fn(&str) -> Result<T, TextError>,
    kept: fn(Box<str>) -> T,
) -> Result<T, D::Error> {
    let written_out = from.is_human_readable();
    spelled(from, |text| match written_out {
        true => new(text),
        false => Ok(kept(text.into())),
    })
}

/// A long text: body, note, reply, promise. Kept as typed, line breaks included.
///
/// Who wants to print it asks [`Texts`] for the words, so that a later version may keep only
/// the place in the journal where they stand.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Text(Box<str>);

impl Text {
    /// The most characters a text may have.
    pub const LIMIT: usize = 50_000;

    /// Trims, folds CR LF into LF and checks.
    ///
    /// # Errors
    /// Empty, longer than [`Self::LIMIT`] characters, or with hidden characters.
    pub fn new(text: &str) -> Result<Self, TextError> {
        if text.contains('\r') {
            let folded = text.replace("\r\n", "\n");
            return checked(&folded, Self::LIMIT, true).map(|text| Self(text.into()));
        }
        checked(text, Self::LIMIT, true).map(|text| Self(text.into()))
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        read(from, Self::new, Self)
    }
}

/// Who knows the words behind a [`Text`]. Today the handle owns them.
#[derive(Debug, Clone, Copy, Default)]
pub struct Texts;

impl Texts {
    /// The words of a text.
    pub fn words<'a>(&'a self, text: &'a Text) -> &'a str {
        &text.0
    }
}

/// One to five stars given by the public (五星评价).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Stars(u8);

impl Stars {
    /// Checks the range.
    ///
    /// # Errors
    /// [`TextError::NoStars`] outside 1–5.
    pub fn new(count: u8) -> Result<Self, TextError> {
        if (1..=5).contains(&count) {
            Ok(Self(count))
        } else {
            Err(TextError::NoStars(count.to_string()))
        }
    }

    /// How many, 1–5.
    pub fn count(self) -> u8 {
        self.0
    }
}

impl<'de> Deserialize<'de> for Stars {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(u8::deserialize(from)?).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_title_may_be() {
        for good in ["关于修桥的建议", "𠮷野路改造🚧", "a"] {
            assert!(Title::new(good).is_ok(), "{good}");
        }
        assert_eq!(Title::new("  "), Err(TextError::Empty));
        assert_eq!(
            Title::new(&"长".repeat(10_000)),
            Err(TextError::TooLong {
                length: 10_000,
                limit: 200
            })
        );
        assert_eq!(Title::new("修\u{202e}桥"), Err(TextError::Hidden(0x202e)));
        assert_eq!(Title::new("修\u{7}桥"), Err(TextError::Hidden(7)));
        assert_eq!(Title::new("修\n桥"), Err(TextError::Hidden(10)));
    }

    #[test]
    fn a_text_keeps_its_lines() {
        let text = Text::new("一\r\n二").expect("two lines");
        assert_eq!(Texts.words(&text), "一\n二");
    }
}
