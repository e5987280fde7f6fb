//! A sheet as a table on a terminal, with bars where they are asked for.
//!
//! Refuses: to choose what is shown, how wide a column is, and to put anything into words.

use comfy_table::{
    Attribute, Cell as TableCell, CellAlignment, Color, ColumnConstraint, ContentArrangement,
    Table, Width,
};
use unicode_width::UnicodeWidthStr;

use super::columns::{Part, parts, places};
use super::fold::folded;
use super::screen::{Style, most};
use super::spark;
use crate::domain::terms::strip_hidden;
use crate::paper::drawn::drawn;
use crate::report::{Align, Cell, Rows, Sheet, Tone};
use crate::words::{PageLabel, Word};

/// A sheet as a table. One that is wider than the terminal stands in parts, one below the other, each
/// with the column by which a row is known; none where even those would be too narrow to be read.
pub(super) fn grid(sheet: &Sheet, style: &Style) -> Option<String> {
    let rows = sheet.rows().first(most(style));
    match style.columns.filter(|_| !style.wide) {
        Some(_) => parts(sheet, rows, style).map(|parts| {
            let tables = parts.iter().map(|part| table(sheet, rows, part, style));
            let tables: Vec<String> = tables.map(|table| table.to_string()).collect();
            tables.join("\n\n")
        }),
        None => Some(wide(sheet, rows, style)),
    }
}

/// A long table that may be as wide as it likes is drawn piece by piece, since one that is laid out
/// holds every cell several times.
fn wide(sheet: &Sheet, rows: Rows, style: &Style) -> String {
    const PIECE: usize = 1000;
    /// Its frame above, its heads, the line below them.
    const ABOVE: usize = 3;
    let all: Part = places(sheet).map(|place| (place, None)).collect();
    if rows.len() <= PIECE || style.ascii || style.bars {
        return table(sheet, rows, &all, style).to_string();
    }
    let widths = widths(sheet, rows);
    let mut out = String::new();
    for (place, piece) in rows.pieces(PIECE).enumerate() {
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

/// How wide each column is with the space on both its sides.
fn widths(sheet: &Sheet, rows: Rows) -> Vec<u16> {
    let heads = sheet.columns().iter();
    let mut widths: Vec<usize> = heads
        .map(|head| strip_hidden(&head.label).width())
        .collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row.iter()) {
            *width = strip_hidden(&cell.shown()).width().max(*width);
        }
    }
    let widths = widths.into_iter();
    widths
        .map(|width| u16::try_from(width + 2).unwrap_or(u16::MAX))
        .collect()
}

/// Some columns of a sheet.
fn table(sheet: &Sheet, rows: Rows, part: &Part, style: &Style) -> Table {
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
    let limits = part.iter().map(|(_, width)| *width).chain([None]);
    table.set_header(heads.zip(limits).map(|((label, align), width)| {
        let label = strip_hidden(label).into_owned();
        let head = TableCell::new(within(label, width)).set_alignment(align);
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
        let course = times.clone().map(|times| {
            let counts = times.filter_map(|place| row.get(place));
            TableCell::new(spark::line(counts, style.ascii))
        });
        let cells = cells.zip(part).map(|(((cell, align), bar), (_, width))| {
            let words = words(cell, *bar, style);
            let drawn = TableCell::new(within(words, *width)).set_alignment(*align);
            match tone(cell).filter(|_| style.colour) {
                Some(colour) => drawn.fg(colour),
                None => drawn,
            }
        });
        table.add_row(cells.chain(course));
    }
    for (column, (_, width)) in table.column_iter_mut().zip(part) {
        if let Some(width) = width {
            // The space on both its sides counts.
            let width = u16::try_from(width + 2).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
    }
    table
}

/// What is written into a cell, with its bar where its column has bars.
pub(super) fn words(cell: &Cell, longest: Option<u64>, style: &Style) -> String {
    let bar = longest.and_then(|longest| with_bar(cell, longest, style.ascii));
    bar.unwrap_or_else(|| strip_hidden(&cell.shown()).into_owned())
}

/// Words in lines that fit their column.
fn within(words: String, width: Option<usize>) -> String {
    match width {
        Some(width) if words.lines().any(|line| line.width() > width) => {
            folded(&words, width).join("\n")
        }
        _ => words,
    }
}

/// The greatest count of a column with bars.
pub(super) fn longest(sheet: &Sheet, column: usize, bars: bool) -> Option<u64> {
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
            let all: Part = places(&sheet).map(|place| (place, None)).collect();
            let whole = table(&sheet, sheet.rows().first(most(&style)), &all, &style).to_string();
            assert_eq!(grid(&sheet, &style), Some(whole));
        }
    }
}
