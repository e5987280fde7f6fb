//! Which tables are read as pictures: how many cases each unit and each category has, and the
//! shares of classes, grades and categories. One answer for a workbook's chart, a page's bars and
//! the bars on a screen.
//!
//! Refuses: a picture of one row, of none, or of nothing but zeros.

use crate::report::{Cell, Sheet};

/// More pieces of a ring cannot be told apart.
const PIECES_MOST: usize = 8;

/// What a picture looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The parts of a whole.
    Ring,
    /// Things beside each other.
    Bars,
}

/// A sheet that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// As what.
    pub(crate) shape: Shape,
    /// The place of the column that is drawn.
    pub(crate) column: usize,
    /// So many rows from the top; a mean at the end is no bar.
    pub(crate) rows: usize,
}

/// How a sheet is drawn, if it is.
pub(crate) fn drawn(sheet: &Sheet) -> Option<Drawn> {
    let few = sheet.rows().len() <= PIECES_MOST;
    let shape = match &*sheet.key {
        "class" | "satisfaction" | "kind" | "period" | "level" | "category" if few => Shape::Ring,
        "category" | "unit" | "stars" | "class" | "satisfaction" => Shape::Bars,
        _ => return None,
    };
    let column = sheet.columns().iter().position(|c| c.key == "count")?;
    let counts = || sheet.rows().iter().map(|row| row.get(column));
    let filled = counts().filter(|cell| matches!(cell, Some(Cell::Integer(1..))));
    if filled.count() < 2 {
        return None;
    }
    let last = sheet
        .rows()
        .iter()
        .rposition(|row| matches!(row.get(column), Some(Cell::Integer(_))))?;
    Some(Drawn {
        shape,
        column,
        rows: last + 1,
    })
}
