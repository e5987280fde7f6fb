//! A list as a person reads it: a column in which no row says anything is left out and named below,
//! a long text that every row repeats is told once, and a narrow screen does without the columns that
//! give way. Files and scripts get every column.
//!
//! Refuses: to leave out what a row is known by, and to touch a report, which is the same for everybody.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr;

use super::columns::is_whole;
use super::screen::{Style, most};
use crate::domain::terms::strip_hidden;
use crate::report::{Cell, Column, Rows, Sheet};
use crate::words;

/// From so many columns on a text is long.
const LONG: usize = 20;

/// What rows are known by.
const KNOWN_BY: [&str; 2] = ["number", "title"];

/// The sheet as it is drawn, and what is said below it.
pub(super) fn concise<'s>(sheet: &'s Sheet, style: &Style) -> (Cow<'s, Sheet>, Vec<String>) {
    let rows = rows_of(sheet, style);
    if style.wide || rows.is_empty() {
        return (Cow::Borrowed(sheet), Vec::new());
    }
    let mut kept: Vec<&str> = Vec::new();
    let mut empty: Vec<&str> = Vec::new();
    let mut below: Vec<String> = Vec::new();
    for (place, column) in sheet.columns().iter().enumerate() {
        let cells = rows.iter().filter_map(|row| row.get(place));
        match said(column, cells) {
            _ if place == 0 || KNOWN_BY.contains(&&*column.key) => kept.push(&column.key),
            Said::Each => kept.push(&column.key),
            Said::Nothing => empty.push(&column.label),
            Said::TheSame(words) => {
                below.push(words::same_in_each(style.lang, &column.label, &words));
            }
        }
    }
    if !empty.is_empty() {
        below.push(words::empty_columns(style.lang, &empty));
    }
    let short = match kept.len() == sheet.columns().len() {
        true => Cow::Borrowed(sheet),
        false => Cow::Owned(sheet.only(&kept)),
    };
    let (gone, kept): (Vec<&Column>, Vec<&Column>) =
        short.columns().iter().partition(|column| column.gives_way);
    if gone.is_empty() || is_whole(&short, rows_of(&short, style), style) {
        return (short, below);
    }
    let gone: Vec<&str> = gone.iter().map(|column| &*column.label).collect();
    below.push(words::narrow_screen(style.lang, &gone));
    let kept: Vec<&str> = kept.iter().map(|column| &*column.key).collect();
    let narrow = short.only(&kept);
    (Cow::Owned(narrow), below)
}

/// The rows that are shown.
fn rows_of<'s>(sheet: &'s Sheet, style: &Style) -> Rows<'s> {
    sheet.rows().first(most(style))
}

/// What a column says of the rows.
enum Said {
    /// Something of each.
    Each,
    /// Nothing of any.
    Nothing,
    /// The same long text of all.
    TheSame(String),
}

fn said<'c>(column: &Column, mut cells: impl Iterator<Item = &'c Cell>) -> Said {
    let Some(first) = cells.next() else {
        return Said::Each;
    };
    let words = strip_hidden(&first.shown()).trim().to_owned();
    let mut rest = cells.peekable();
    let is_one = rest.peek().is_none();
    if !rest.all(|cell| cell == first) {
        return Said::Each;
    }
    match words.width() {
        0 => Said::Nothing,
        width if width >= LONG && !is_one && !column.has_bars => Said::TheSame(words),
        _ => Said::Each,
    }
}
