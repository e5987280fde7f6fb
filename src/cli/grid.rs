//! A sheet as a table on a terminal, with bars where they are asked for.
//!
//! Refuses: to choose what is shown, and to put anything into words.

use comfy_table::{
    Attribute, Cell as TableCell, CellAlignment, Color, ColumnConstraint, ContentArrangement,
    Table, Width,
};
use unicode_width::UnicodeWidthStr;

use super::screen::{Style, most};
use super::spark;
use crate::domain::terms::strip_hidden;
use crate::paper::drawn::drawn;
use crate::report::{Align, Cell, Sheet, Tone};
use crate::words::{PageLabel, Word};

/// A sheet as a table. One that is wider than the terminal stands in parts, one below the other, each
/// with the column by which a row is known; none where even those would be too narrow to be read.
pub(super) fn grid(sheet: &Sheet, style: &Style) -> Option<String> {
    let shown = sheet.rows().len().min(most(style));
    let rows = &sheet.rows()[..shown];
    match style.columns.filter(|_| !style.wide) {
        Some(columns) => parts(sheet, rows, columns.into(), style).map(|parts| {
            let tables = parts.iter().map(|part| table(sheet, rows, part, style));
            let tables: Vec<String> = tables.map(|table| table.to_string()).collect();
            tables.join("\n\n")
        }),
        None => Some(wide(sheet, rows, style)),
    }
}

/// A long table that may be as wide as it likes is drawn piece by piece, since one that is laid out
/// holds every cell several times.
fn wide(sheet: &Sheet, rows: &[Vec<Cell>], style: &Style) -> String {
    const PIECE: usize = 1000;
    /// Its frame above, its heads, the line below them.
    const ABOVE: usize = 3;
    let all = all(sheet);
    if rows.len() <= PIECE || style.ascii || style.bars {
        return table(sheet, rows, &all, style).to_string();
    }
    let widths = widths(sheet, rows);
    let mut out = String::new();
    for (place, piece) in rows.chunks(PIECE).enumerate() {
        let mut table = table(sheet, piece, &all, style);
        for (column, width) in table.column_iter_mut().zip(&widths) {
            column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(*width)));
        }
        let drawn = table.to_string();
        let is_last = (place + 1) * PIECE >= rows.len();
        let lines = drawn.lines().count() - usize::from(!is_last);
        let above = if place == 0 { 0 } else { ABOVE };
        for line in drawn.lines().take(lines).skip(above) {
            out += line;
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// The columns of a part of a table, each with the width that it cannot do without.
type Part = Vec<(usize, usize)>;

fn all(sheet: &Sheet) -> Part {
    (0..sheet.columns().len()).map(|place| (place, 0)).collect()
}

/// How a table is parted so that each part fits: as one if its words can be broken for it, else in
/// several; none where a part would hold a single column.
fn parts(sheet: &Sheet, rows: &[Vec<Cell>], columns: usize, style: &Style) -> Option<Vec<Part>> {
    /// So wide a column of words is read well, and still read.
    const WORDS: [usize; 3] = [14, 10, 8];
    let places = 0..sheet.columns().len();
    let measured: Vec<Measured> = places
        .map(|place| measured(sheet, rows, place, style))
        .collect();
    let least = |words| -> Part {
        let widths = measured.iter().map(|column| column.least(words));
        widths.enumerate().collect()
    };
    let whole = WORDS.map(least).into_iter().find(|all| fits(all, columns));
    if let Some(whole) = whole {
        return Some(vec![whole]);
    }
    let mut parts: Vec<Part> = Vec::new();
    let all = least(WORDS[0]);
    let known_by = *all.get(known_by(sheet))?;
    let mut part = vec![known_by];
    for column in all.iter().filter(|column| **column != known_by) {
        part.push(*column);
        if !fits(&part, columns) {
            part.pop();
            parts.push(std::mem::replace(&mut part, vec![known_by, *column]));
        }
    }
    parts.push(part);
    // The first part keeps the order of the sheet.
    parts.first_mut()?.sort_unstable();
    let is_read = |part: &Part| part.len() > 1 && fits(part, columns);
    parts.iter().all(is_read).then_some(parts)
}

/// The column by which a row is known again in each part.
fn known_by(sheet: &Sheet) -> usize {
    let mut columns = sheet.columns().iter();
    let number = columns.position(|column| column.key == "number");
    number.unwrap_or_default()
}

fn fits(part: &Part, columns: usize) -> bool {
    /// The space on both sides of a cell, and the line after it.
    const AROUND: usize = 3;
    const FRAME: usize = 1;
    let cells: usize = part.iter().map(|(_, width)| width + AROUND).sum();
    cells + FRAME <= columns
}

/// How wide a column is by itself.
struct Measured {
    cells: usize,
    head: usize,
    /// Figures, days and addresses stay whole, words may be broken.
    is_whole: bool,
}

impl Measured {
    /// The width below which it is not read, where words have so much.
    fn least(&self, words: usize) -> usize {
        const HEAD: usize = 8;
        let most = if self.is_whole { usize::MAX } else { words };
        self.cells.min(most).max(self.head.min(HEAD))
    }
}

fn measured(sheet: &Sheet, rows: &[Vec<Cell>], place: usize, style: &Style) -> Measured {
    let longest_bar = longest(sheet, place, style.bars);
    let width = |cell: &Cell| {
        let bar = longest_bar.and_then(|longest| with_bar(cell, longest, style.ascii));
        let shown = bar.unwrap_or_else(|| strip_hidden(&cell.shown()).into_owned());
        shown.lines().map(UnicodeWidthStr::width).max()
    };
    let cells = rows.iter().filter_map(|row| row.get(place));
    let is_day = cells.clone().any(|cell| matches!(cell, Cell::Date(_)));
    let is_link = cells.clone().any(|cell| cell.link().is_some());
    let cells = cells.filter_map(width).max().unwrap_or_default();
    let column = sheet.columns().get(place);
    let head = column.map_or(0, |column| strip_hidden(&column.label).width());
    let is_right = column.is_some_and(|column| column.align() == Align::Right);
    Measured {
        cells,
        head,
        is_whole: is_right || is_day || is_link || longest_bar.is_some(),
    }
}

/// How wide each column is with the space on both its sides.
fn widths(sheet: &Sheet, rows: &[Vec<Cell>]) -> Vec<u16> {
    let heads = sheet.columns().iter();
    let mut widths: Vec<usize> = heads
        .map(|head| strip_hidden(&head.label).width())
        .collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = strip_hidden(&cell.shown()).width().max(*width);
        }
    }
    let widths = widths.into_iter();
    widths
        .map(|width| u16::try_from(width + 2).unwrap_or(u16::MAX))
        .collect()
}

/// Some columns of a sheet.
fn table(sheet: &Sheet, rows: &[Vec<Cell>], part: &Part, style: &Style) -> Table {
    let mut table = Table::new();
    table.set_content_arrangement(if style.wide {
        ContentArrangement::Disabled
    } else {
        ContentArrangement::Dynamic
    });
    if let Some(columns) = style.columns.filter(|_| !style.wide) {
        table.set_width(columns);
    }
    if style.colour {
        // Who looks is known here; the table would ask the process.
        table.enforce_styling();
    }
    if !style.ascii {
        table.load_style(comfy_table::presets::UTF8_FULL_CONDENSED);
    }
    let align = |align: Align| match align {
        Align::Left => CellAlignment::Left,
        Align::Right => CellAlignment::Right,
    };
    let columns = part
        .iter()
        .filter_map(|(place, _)| sheet.columns().get(*place));
    let aligns: Vec<CellAlignment> = columns.clone().map(|c| align(c.align())).collect();
    // The course stands behind the last column.
    let is_last = part.last().map(|(place, _)| place + 1) == Some(sheet.columns().len());
    let times = spark::course(sheet).filter(|_| style.bars && is_last);
    let course = times.as_ref().map(|_| PageLabel::Course.word(style.lang));
    let heads = columns.zip(&aligns);
    let heads = heads.map(|(column, align)| (&*column.label, *align));
    let heads = heads.chain(course.map(|course| (course, CellAlignment::Left)));
    table.set_header(heads.map(|(label, align)| {
        let head = TableCell::new(strip_hidden(label)).set_alignment(align);
        if style.colour {
            head.add_attribute(Attribute::Bold)
        } else {
            head
        }
    }));
    let bars: Vec<Option<u64>> = part
        .iter()
        .map(|(place, _)| longest(sheet, *place, style.bars))
        .collect();
    for row in rows {
        let cells = part.iter().filter_map(|(place, _)| row.get(*place));
        let cells = cells.zip(&aligns).zip(&bars);
        let course = times.clone().and_then(|times| row.get(times));
        let course = course.map(|counts| TableCell::new(spark::line(counts, style.ascii)));
        let cells = cells.map(|((cell, align), bar)| {
            let bar = bar.and_then(|longest| with_bar(cell, longest, style.ascii));
            let words = bar.unwrap_or_else(|| strip_hidden(&cell.shown()).into_owned());
            let drawn = TableCell::new(words).set_alignment(*align);
            match tone(cell).filter(|_| style.colour) {
                Some(colour) => drawn.fg(colour),
                None => drawn,
            }
        });
        table.add_row(cells.chain(course));
    }
    for (column, (_, least)) in table.column_iter_mut().zip(part) {
        // The space on both its sides counts.
        let least = u16::try_from(least + 2).unwrap_or(u16::MAX);
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(least)));
    }
    table
}

/// The greatest count of a column with bars.
fn longest(sheet: &Sheet, column: usize, bars: bool) -> Option<u64> {
    let is_picture = || drawn(sheet).is_some_and(|drawn| drawn.column == column);
    let has_bars = sheet.columns().get(column)?.has_bars || (bars && is_picture());
    let counts = sheet
        .rows()
        .iter()
        .filter_map(|row| count(row.get(column)?));
    has_bars.then(|| counts.max().unwrap_or_default())
}

fn count(cell: &Cell) -> Option<u64> {
    cell.plain().parse().ok()
}

/// `12 ██████`: as long as its share of the longest, never nothing for something. What is no count
/// has no bar.
fn with_bar(cell: &Cell, longest: u64, ascii: bool) -> Option<String> {
    const WIDTH: u64 = 16;
    let count = count(cell)?;
    let length = (count * WIDTH).div_ceil(longest.max(1));
    let mark = if ascii { "#" } else { "█" };
    let bar = mark.repeat(usize::try_from(length).unwrap_or_default());
    Some(format!("{count:>4} {bar:<16}"))
}

fn tone(cell: &Cell) -> Option<Color> {
    let (Cell::Word { tone, .. } | Cell::Amount { tone, .. }) = cell else {
        return None;
    };
    match tone {
        Tone::Plain => None,
        Tone::Good => Some(Color::Green),
        Tone::Warning => Some(Color::Yellow),
        Tone::Bad => Some(Color::Red),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Column;
    use crate::words::Lang;

    #[test]
    fn a_table_drawn_in_pieces_is_the_one_drawn_as_a_whole() {
        let columns = ["标题", "n"].map(|label| Column::text(label, label));
        let mut sheet = Sheet::new("cases", "建议", columns.into());
        for n in 0..2_345_usize {
            let title = "修桥".repeat(n.is_multiple_of(1_500).into());
            sheet.push(vec![title.into(), n.into()]);
        }
        let style = Style {
            lang: Lang::Zh,
            ascii: false,
            wide: true,
            columns: None,
            rows_most: None,
            colour: false,
            bars: false,
            marked: &[],
        };
        for rows_most in [None, Some(1_000), Some(1_001)] {
            let style = Style { rows_most, ..style };
            let rows = sheet.rows().len().min(most(&style));
            let all = all(&sheet);
            let whole = table(&sheet, &sheet.rows()[..rows], &all, &style).to_string();
            assert_eq!(grid(&sheet, &style), Some(whole));
        }
    }
}
