//! How wide the columns of a table are on a terminal, and how one that is wider than it is parted.
//!
//! Refuses: to draw.

use unicode_width::UnicodeWidthStr;

use super::fold::longest_piece;
use super::grid::{longest, words};
use super::screen::Style;
use super::spark;
use crate::domain::terms::strip_hidden;
use crate::paper::fewest_lines::{Asking, fewest_lines};
use crate::report::{Align, Cell, Rows, Sheet};

/// The columns of a part of a table by their places, each with its width; none where it may be as
/// wide as it likes.
pub(super) type Part = Vec<(usize, Option<usize>)>;

/// So wide a column of words is read well, and still read.
const WORDS: [usize; 3] = [14, 10, 8];

/// The space on both sides of a cell, and the line after it.
const AROUND: usize = 3;

/// Of so many rows it is measured how many lines they take.
const ROWS_MEASURED: usize = 500;

/// Where the columns of a sheet stand.
pub(super) fn places(sheet: &Sheet) -> std::ops::Range<usize> {
    0..sheet.columns().len()
}

/// How a table is parted so that each part fits: as one if its words can be broken for it, else in
/// several, each with the column by which a row is known; none where a part would hold a single column.
pub(super) fn parts(sheet: &Sheet, rows: Rows, style: &Style) -> Option<Vec<Part>> {
    let measured: Vec<Measured> = places(sheet)
        .map(|place| measured(sheet, rows, place, style))
        .collect();
    let room = room(sheet, style);
    let parts = match in_one(&measured, room) {
        Some(whole) => vec![whole],
        None => in_several(&measured, known_by(sheet), room)?,
    };
    let parts = parts.into_iter();
    Some(parts.map(|part| allotted(&measured, &part, room)).collect())
}

/// Whether a table stands on the terminal as one.
pub(super) fn is_whole(sheet: &Sheet, rows: Rows, style: &Style) -> bool {
    let measured: Vec<Measured> = places(sheet)
        .map(|place| measured(sheet, rows, place, style))
        .collect();
    in_one(&measured, room(sheet, style)).is_some()
}

/// The columns of a part, each with the width that it cannot do without.
type Least = Vec<(usize, usize)>;

fn least(measured: &[Measured], words: usize) -> Least {
    let widths = measured.iter().map(|column| column.least(words));
    widths.enumerate().collect()
}

fn in_one(measured: &[Measured], room: usize) -> Option<Least> {
    let mut all = WORDS.into_iter().map(|words| least(measured, words));
    all.find(|all| fits(all, room))
}

fn in_several(measured: &[Measured], known_by: usize, room: usize) -> Option<Vec<Least>> {
    let all = least(measured, WORDS[0]);
    let known_by = *all.get(known_by)?;
    let mut parts: Vec<Least> = Vec::new();
    let mut part = vec![known_by];
    for column in all.iter().filter(|column| **column != known_by) {
        part.push(*column);
        if !fits(&part, room) {
            part.pop();
            parts.push(std::mem::replace(&mut part, vec![known_by, *column]));
        }
    }
    parts.push(part);
    // The first part keeps the order of the sheet.
    parts.first_mut()?.sort_unstable();
    let is_read = |part: &Least| part.len() > 1 && fits(part, room);
    parts.iter().all(is_read).then_some(parts)
}

/// The column by which a row is known again in each part.
fn known_by(sheet: &Sheet) -> usize {
    let mut columns = sheet.columns().iter();
    let number = columns.position(|column| column.key == "number");
    number.unwrap_or_default()
}

/// The columns of the terminal that a table can fill, without its frame and the course behind it.
fn room(sheet: &Sheet, style: &Style) -> usize {
    const FRAME: usize = 1;
    let course = spark::course(sheet).filter(|_| style.bars);
    let course = course.map_or(0, |times| times.len() + AROUND);
    let columns = style.columns.map_or(usize::MAX, usize::from);
    columns.saturating_sub(FRAME + course)
}

fn fits(part: &Least, room: usize) -> bool {
    part.iter().map(|(_, width)| width + AROUND).sum::<usize>() <= room
}

/// The widths with which the rows of a part take the fewest lines.
fn allotted(measured: &[Measured], part: &Least, room: usize) -> Part {
    let columns = part.iter().map(|(place, _)| measured[*place].asking());
    let columns: Vec<Asking> = columns.collect();
    let least = part.iter().map(|(_, width)| counted(*width)).collect();
    let all = room.saturating_sub(part.len() * AROUND);
    let lines = |cell: u32, width: u32| u64::from(cell) * 1000 / u64::from(width.max(1));
    let widths = fewest_lines(&columns, least, (counted(all), 1), lines);
    let places = part.iter().map(|(place, _)| *place);
    let widths = widths.into_iter().map(|width| usize::try_from(width).ok());
    places.zip(widths).collect()
}

fn counted(columns: usize) -> u32 {
    u32::try_from(columns).unwrap_or(u32::MAX)
}

/// How wide a column is by itself.
struct Measured {
    /// Its widest cell.
    cells: usize,
    /// The longest piece of them that should not be torn.
    piece: usize,
    head: usize,
    /// Figures, days and addresses stay whole, words may be broken.
    is_whole: bool,
    /// The heading, which is a row as well, and the first of the rows.
    rows: Vec<u32>,
}

impl Measured {
    fn asking(&self) -> Asking<'_> {
        Asking {
            cells: &self.rows,
            asked: counted(self.cells.max(self.head)),
        }
    }

    /// The width below which it is not read, where words have so much.
    fn least(&self, words: usize) -> usize {
        const HEAD: usize = 8;
        let words = words.max(self.piece.min(WORDS[0]));
        let most = if self.is_whole { usize::MAX } else { words };
        self.cells.min(most).max(self.head.min(HEAD))
    }
}

fn measured(sheet: &Sheet, rows: Rows, place: usize, style: &Style) -> Measured {
    let longest = longest(sheet, place, style.bars);
    let cells = rows.iter().filter_map(|row| row.get(place));
    let is_day = cells.clone().any(|cell| matches!(cell, Cell::Date(_)));
    let mut piece = 0;
    let is_link = cells.clone().any(|cell| cell.link().is_some());
    let widths = cells.enumerate().map(|(row, cell)| {
        let words = words(cell, longest, style);
        if row < ROWS_MEASURED {
            piece = piece.max(longest_piece(&words));
        }
        let lines = words.lines().map(UnicodeWidthStr::width);
        lines.max().unwrap_or_default()
    });
    let widths: Vec<usize> = widths.collect();
    let column = sheet.columns().get(place);
    let head = column.map_or(0, |column| strip_hidden(&column.label).width());
    let is_right = column.is_some_and(|column| column.align() == Align::Right);
    let cells = widths.iter().copied().max().unwrap_or_default();
    let shown = widths.into_iter().take(ROWS_MEASURED);
    Measured {
        cells,
        piece,
        head,
        is_whole: is_right || is_day || is_link || longest.is_some(),
        rows: std::iter::once(head).chain(shown).map(counted).collect(),
    }
}
