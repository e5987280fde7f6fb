//! A sheet as a table on a terminal, with bars where they are asked for.
//!
//! Refuses: to choose what is shown, how wide a column is, and to put anything into words.

use std::borrow::Cow;

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

/// A table that may be as wide as it likes. Nothing has to be folded for it, so that it is drawn line
/// by line, with the lines that [`table`] draws; what is drawn otherwise is left to that.
fn wide(sheet: &Sheet, rows: Rows, style: &Style) -> String {
    if !style.wide || style.ascii || style.bars || style.colour {
        let all: Part = places(sheet).map(|place| (place, None)).collect();
        return table(sheet, rows, &all, style).to_string();
    }
    let bars = places(sheet).map(|place| longest(sheet, place, style.bars));
    let bars: Vec<Option<u64>> = bars.collect();
    let columns = sheet.columns().iter();
    let heads = columns.map(|head| strip_hidden(&head.label));
    let heads: Vec<_> = heads.map(|head| (head.width(), head)).collect();
    let mut widths: Vec<usize> = heads.iter().map(|(width, _)| *width).collect();
    // What many rows show is put into words once.
    let mut told: Vec<Vec<Option<Told>>> = rows.kept().map(|count| vec![None; count]).collect();
    for row in rows {
        let columns = widths.iter_mut().zip(&mut told).zip(&bars);
        for ((place, cell), ((widest, told), bar)) in row.placed().zip(columns) {
            let (width, _) = told[place].get_or_insert_with(|| {
                let words = words(cell, *bar, style);
                (words.width(), words)
            });
            *widest = (*width).max(*widest);
        }
    }
    let mut out = String::new();
    rule(&mut out, &widths, ['┌', '─', '┬', '┐']);
    line(&mut out, sheet, &widths, heads.iter());
    rule(&mut out, &widths, ['╞', '═', '╪', '╡']);
    for row in rows {
        let cells = row.placed().zip(&told);
        let cells = cells.filter_map(|((place, _), told)| told[place].as_ref());
        line(&mut out, sheet, &widths, cells);
    }
    rule(&mut out, &widths, ['└', '─', '┴', '┘']);
    out.truncate(out.trim_end().len());
    out
}

/// The line above or below a table, or between its heads and its rows.
fn rule(out: &mut String, widths: &[usize], [left, fill, between, right]: [char; 4]) {
    for (place, width) in widths.iter().enumerate() {
        out.push(if place == 0 { left } else { between });
        // The space on both sides counts.
        out.extend(std::iter::repeat_n(fill, width + 2));
    }
    out.push(right);
    out.push('\n');
}

/// A cell in words, and how wide they are.
type Told<'c> = (usize, Cow<'c, str>);

/// A line of cells.
fn line<'t, 'c: 't>(
    out: &mut String,
    sheet: &Sheet,
    widths: &[usize],
    cells: impl Iterator<Item = &'t Told<'c>>,
) {
    let columns = sheet.columns().iter().zip(widths);
    for (place, ((taken, words), (column, width))) in cells.zip(columns).enumerate() {
        out.push_str(if place == 0 { "│ " } else { "┆ " });
        let space = width.saturating_sub(*taken);
        match column.align() {
            Align::Left => {
                out.push_str(words);
                leave(out, space);
            }
            Align::Right => {
                leave(out, space);
                out.push_str(words);
            }
        }
        out.push(' ');
    }
    out.push_str("│\n");
}

/// Leaves room for so many signs.
fn leave(out: &mut String, mut signs: usize) {
    const ROOM: &str = "                                                                ";
    while signs > 0 {
        let part = signs.min(ROOM.len());
        out.push_str(&ROOM[..part]);
        signs -= part;
    }
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
            let words = words(cell, *bar, style).into_owned();
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
pub(super) fn words<'c>(cell: &'c Cell, longest: Option<u64>, style: &Style) -> Cow<'c, str> {
    if let Some(bar) = longest.and_then(|longest| with_bar(cell, longest, style.ascii)) {
        return bar.into();
    }
    match cell.shown() {
        Cow::Borrowed(words) => strip_hidden(words),
        Cow::Owned(words) => {
            let other = match strip_hidden(&words) {
                Cow::Borrowed(_) => None,
                Cow::Owned(other) => Some(other),
            };
            other.unwrap_or(words).into()
        }
    }
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
    use crate::report::{Column, Kind};
    use crate::words::Lang;

    #[test]
    fn a_table_drawn_line_by_line_is_the_one_that_is_laid_out() {
        let mut columns = ["标题", "a", "n", "件数"].map(|label| Column::text(label, label));
        columns[2].kind = Kind::Number;
        columns[3] = Column::number("count", "件数").with_bars();
        let mut sheet = Sheet::new("cases", "建议", columns.into());
        let titles = [
            "",
            "修桥",
            "关于修桥\n的建议",
            "e\u{301}🚧〇ｘ",
            "\u{202e}坏\t",
        ];
        for (rows, title) in titles.into_iter().enumerate() {
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
            let all: Part = places(&sheet).map(|place| (place, None)).collect();
            let laid_out = table(&sheet, sheet.rows(), &all, &style).to_string();
            assert_eq!(grid(&sheet, &style), Some(laid_out));
            let words = Cell::List(vec!["甲".to_owned(); rows]);
            sheet.push(vec![title.into(), words, rows.into(), (rows * 7).into()]);
        }
    }
}
