//! One cell → one typed value, or why it is none.
//!
//! Refuses: days without their year (the year of a ledger is not the year of the clock) and words
//! outside their list. Names typed with a space for the eye (`王　平`) are the names without it.

use thiserror::Error;

pub(super) use super::day::date;
use super::day::is_time;
use super::header::TableColumn;
use crate::domain::terms::{
    Date, DateError, Name, Stars, Text, TextError, Title, half_width, parse_integer,
};

/// Why a cell has no value.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Why {
    /// Not a day.
    #[error(transparent)]
    Date(#[from] DateError),
    /// A day that could be of any year.
    #[error("the year is missing")]
    NoYear,
    /// So many months, but the hand-over from which they run has no day.
    #[error("runs from no day")]
    NoStart,
    /// The number that a spreadsheet keeps for a day.
    #[error("the number of {0} in a spreadsheet")]
    Serial(Date),
    /// Words that cannot stand in the journal.
    #[error(transparent)]
    Text(#[from] TextError),
    /// Not a number of a suggestion, a term or a session.
    #[error("not a number")]
    NotANumber,
    /// Several where only one is meant.
    #[error("several units")]
    Several,
    /// A number, but greater than one of a suggestion can be.
    #[error("greater than 9999")]
    TooGreat,
    /// Not one of the words that are understood here.
    #[error("not one of {}", .0.join(", "))]
    NotOneOf(Vec<String>),
}

/// A cell that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}, {}: `{value}`: {why}", column.header())]
pub struct CellError<C: TableColumn> {
    /// The line its row begins on, from 1.
    pub line: u64,
    /// Its column.
    pub column: C,
    /// What stands in it.
    pub value: String,
    /// Why it cannot be read.
    pub why: Why,
}

/// The cells of one row, read one after the other; what cannot be read is collected.
pub(super) struct Cells<'a, C: TableColumn> {
    line: u64,
    cells: &'a std::collections::BTreeMap<C, String>,
    errors: Vec<CellError<C>>,
}

impl<'a, C: TableColumn> Cells<'a, C> {
    pub(super) fn new(line: u64, cells: &'a std::collections::BTreeMap<C, String>) -> Self {
        Self {
            line,
            cells,
            errors: Vec::new(),
        }
    }

    /// The value of a cell; none where it is empty or cannot be read.
    pub(super) fn take<T>(
        &mut self,
        column: C,
        read: impl FnOnce(&str) -> Result<T, Why>,
    ) -> Option<T> {
        let value = self.cells.get(&column)?;
        match read(value) {
            Ok(value) => Some(value),
            Err(why) => {
                self.errors.push(CellError {
                    line: self.line,
                    column,
                    value: value.clone(),
                    why,
                });
                None
            }
        }
    }

    pub(super) fn errors(self) -> Vec<CellError<C>> {
        self.errors
    }
}

/// A value with its day, where the cell names one: `2024-05-06 区交通局`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dated<T> {
    /// The day; where nothing is said, one is supposed.
    pub on: Option<Date>,
    /// What happened.
    pub value: T,
}

pub(super) fn name(text: &str) -> Result<Name, Why> {
    Ok(Name::new(&without_gaps(text))?)
}

pub(super) fn title(text: &str) -> Result<Title, Why> {
    // A line break in a cell is layout, not part of the title.
    Ok(Title::new(
        &text.split_whitespace().collect::<Vec<_>>().join(" "),
    )?)
}

pub(super) fn text(text: &str) -> Result<Text, Why> {
    Ok(Text::new(text)?)
}

/// Several names: parted by a mark, else by spaces.
pub(super) fn names(text: &str) -> Result<Vec<Name>, Why> {
    if text.contains(MARKS) {
        return pieces(text).map(name).collect();
    }
    let mut whole: Vec<String> = Vec::new();
    let mut open = false;
    for word in text.split_whitespace() {
        // `王 平 李小红`: a surname and a given name of one character each are one person.
        let single = word.chars().count() == 1;
        match whole.last_mut() {
            Some(surname) if open && single => surname.push_str(word),
            _ => whole.push(word.to_owned()),
        }
        open = single && !open;
    }
    whole.iter().map(|word| name(word)).collect()
}

/// Who signed, where one cell names them all: several where marks part them, or white space parts
/// names of more than one character each; `王 平` is one person, and so is a name in Latin letters.
pub(super) fn signatories(text: &str) -> Result<Vec<Name>, Why> {
    let is_whole = |word: &str| word.chars().count() > 1 && word.chars().all(|c| c > '\u{2e7f}');
    match text.contains(MARKS) || text.split_whitespace().all(is_whole) {
        true => names(text),
        false => Ok(vec![name(text)?]),
    }
}

const MARKS: [char; 6] = ['、', '，', ',', ';', '；', '\n'];

pub(super) fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(MARKS).map(str::trim).filter(|p| !p.is_empty())
}

/// Without the white space between Chinese characters.
fn without_gaps(text: &str) -> String {
    let wide = |c: Option<char>| c.is_some_and(|c| c > '\u{2e7f}');
    let mut bare = String::new();
    let mut rest = text.trim().chars().peekable();
    while let Some(c) = rest.next() {
        if !c.is_whitespace() {
            bare.push(c);
            continue;
        }
        while rest.next_if(|c| c.is_whitespace()).is_some() {}
        if !(wide(bare.chars().next_back()) && wide(rest.peek().copied())) {
            bare.push(' ');
        }
    }
    bare
}

/// Several days.
pub(super) fn dates(text: &str) -> Result<Vec<Date>, Why> {
    let mut days = Vec::new();
    for piece in pieces(text) {
        match date(piece) {
            Ok(day) => days.push(day),
            Err(_) if piece.contains(char::is_whitespace) => {
                let words = piece.split_whitespace().filter(|word| !is_time(word));
                days.extend(words.map(date).collect::<Result<Vec<_>, _>>()?);
            }
            Err(why) => return Err(why),
        }
    }
    Ok(days)
}

/// Days with the unit whose day it is, where the cell names it: `水务站 2024-03-04、2024-03-05`.
pub(super) fn unit_days(text: &str) -> Result<Vec<(Option<Name>, Date)>, Why> {
    let pairs = pieces(text).map(|piece| match piece.rsplit_once(char::is_whitespace) {
        Some((unit, day)) if date(piece).is_err() && date(unit).is_err() => {
            Ok((Some(name(unit)?), date(day)?))
        }
        _ => Ok((None, date(piece)?)),
    });
    pairs.collect()
}

/// A day at the beginning of a cell, and what stands behind it.
pub(super) fn leading_day(text: &str) -> (Option<Date>, &str) {
    let text = text.trim();
    if let Ok(day) = date(text) {
        return (Some(day), "");
    }
    match text.split_once(char::is_whitespace) {
        Some((head, rest)) => match date(head) {
            Ok(day) => (Some(day), rest.trim()),
            Err(_) => (None, text),
        },
        None => (None, text),
    }
}

/// A whole number from 1, framed or not: `20`, `第二十届`, `第5次会议`.
pub(super) fn ordinal(text: &str) -> Result<u16, Why> {
    let bare = text.trim().trim_start_matches('第');
    let bare = bare.trim_end_matches(['届', '次', '会', '议']);
    let number = parse_integer(bare).and_then(|n| u16::try_from(n).ok());
    number.filter(|n| *n > 0).ok_or(Why::NotANumber)
}

/// One to five stars: `5`, `5星`, `★★★★★`, and from how many people: `5（32人）`.
pub(super) fn stars(text: &str) -> Result<(Stars, u32), Why> {
    let plain = half_width(text).replace(' ', "");
    let (grade, people) = match plain.split_once('(') {
        Some((grade, people)) => (grade, people.trim_end_matches(')').trim_end_matches('人')),
        None => (plain.as_str(), "1"),
    };
    let bare = grade.trim_end_matches(['星', '分']);
    let shown = !bare.is_empty() && bare.chars().all(|c| c == '★');
    let count = if shown {
        u32::try_from(bare.chars().count()).ok()
    } else {
        parse_integer(bare)
    };
    let no_stars = || Why::Text(TextError::NoStars(text.trim().to_owned()));
    let count = count
        .and_then(|n| u8::try_from(n).ok())
        .ok_or_else(no_stars)?;
    let stars = Stars::new(count).map_err(|_| no_stars())?;
    let people = people.parse().ok().filter(|n| *n > 0);
    Ok((stars, people.ok_or(Why::NotANumber)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_and_without_marks() {
        for (text, expected) in [
            ("王秀兰、李强", vec!["王秀兰", "李强"]),
            ("王　平，李 强;赵四", vec!["王平", "李强", "赵四"]),
            ("王 平 李小红", vec!["王平", "李小红"]),
            ("王秀兰 李强", vec!["王秀兰", "李强"]),
            (
                "John Smith、阿依古丽·买买提",
                vec!["John Smith", "阿依古丽·买买提"],
            ),
        ] {
            let names = names(text).expect(text);
            assert_eq!(names.iter().map(Name::as_str).collect::<Vec<_>>(), expected);
        }
    }

    #[test]
    fn of_several_who_signed_each_is_a_person() {
        for (text, expected) in [
            ("甲乙、戊己", vec!["甲乙", "戊己"]),
            ("王 平", vec!["王平"]),
            ("祝晓琴", vec!["祝晓琴"]),
        ] {
            let people = signatories(text).expect(text);
            assert_eq!(
                people.iter().map(Name::as_str).collect::<Vec<_>>(),
                expected
            );
        }
    }

    #[test]
    fn days_of_units_and_days_in_front() {
        let day: Date = "2024-03-05".parse().expect("a date");
        let unit = Name::new("水务站").expect("a name");
        assert_eq!(
            unit_days("水务站 2024-03-05、2024/3/5 0:00"),
            Ok(vec![(Some(unit), day), (None, day)])
        );
        assert_eq!(leading_day("2024-03-05 区交通局"), (Some(day), "区交通局"));
        assert_eq!(leading_day("区 交通局"), (None, "区 交通局"));
    }

    #[test]
    fn stars_and_numbers() {
        for (text, count, people) in [
            ("5", 5, 1),
            ("四星", 4, 1),
            ("★★★", 3, 1),
            ("5（32人）", 5, 32),
        ] {
            let (stars, respondents) = stars(text).expect(text);
            assert_eq!((stars.count(), respondents), (count, people), "{text}");
        }
        for text in ["6", "4.6", "好", "5（0人）"] {
            assert!(stars(text).is_err(), "{text}");
        }
        for text in ["20", "第二十届", "二十", "第20次会议"] {
            assert_eq!(ordinal(text), Ok(20), "{text}");
        }
        assert_eq!(ordinal("届"), Err(Why::NotANumber));
    }
}
