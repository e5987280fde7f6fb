//! One sheet as a worksheet: header, rows, notes below; widths by what is seen.

use chrono::Datelike;
use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr;

use super::chart;
use super::style::{Look, Styles};
use crate::domain::terms::{Date, strip_hidden_keep_lines};
use crate::report::{Cell, Kind, Sheet, Tone};
use crate::words::{self, Lang};

/// In characters of half width.
const WIDTH_LEAST: usize = 6;
const WIDTH_MOST: usize = 42;
/// Longer texts are not spread over lines: a row would fill the screen.
const LINES_MOST: usize = 8;
/// Whose widths are looked at: a column is not made wider by a late row.
const ROWS_MEASURED: usize = 2_000;
/// What Excel takes as the text of one cell, in UTF-16 units.
const UNITS_MOST: usize = 32_767;
/// A number with more digits loses its last ones in Excel.
const EXACT_MOST: u64 = 999_999_999_999_999;

const TEXT: &str = "@";
const DAY: &str = "yyyy-mm-dd";

/// Where things stand on a worksheet.
pub(super) struct Laid {
    /// In characters of half width.
    pub(super) widths: Vec<usize>,
    /// The first row below everything.
    pub(super) below: u32,
    /// Cells whose text was cut.
    pub(super) cut: Vec<String>,
}

impl Laid {
    pub(super) fn width(&self) -> usize {
        self.widths.iter().sum()
    }
}

pub(super) fn write(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    styles: &mut Styles,
    lang: Lang,
) -> Result<Laid, XlsxError> {
    let mut laid = Laid {
        widths: widths(sheet),
        below: 0,
        cut: Vec::new(),
    };
    styles.boxed(chart::is_asked(sheet));
    let header = styles.header();
    for (place, column) in (0_u16..).zip(sheet.columns()) {
        let pattern = match column.kind {
            Kind::Text => TEXT,
            Kind::Date => DAY,
            Kind::Number | Kind::Percent => "General",
        };
        let width = laid.widths.get(usize::from(place)).copied();
        let width = u32::try_from(width.unwrap_or(WIDTH_LEAST)).unwrap_or_default();
        worksheet.set_column_width(place, width)?;
        worksheet.set_column_format(place, &styles.of_column(pattern))?;
        worksheet.write_string_with_format(0, place, &*shown(&column.label), &header)?;
    }
    let mut row = 0;
    for (at, cells) in sheet.rows().iter().enumerate() {
        row += 1;
        for (place, cell) in (0_u16..).zip(cells.iter()) {
            let tone = match place {
                0 => sheet.tone(at),
                _ => Tone::Plain,
            };
            let width = laid.widths.get(usize::from(place)).copied();
            let slot = Slot {
                row,
                column: place,
                width: width.unwrap_or(WIDTH_LEAST),
                tone,
                lang,
            };
            if slot.fill(worksheet, cell, styles)? {
                laid.cut.push(slot.name());
            }
        }
    }
    laid.below = row + 1;
    stand_still(worksheet, sheet, row)?;
    notes(worksheet, sheet, styles, &mut laid)?;
    Ok(laid)
}

/// The header stays while the rows move, and filters them; in a wide sheet so do number and title.
fn stand_still(worksheet: &mut Worksheet, sheet: &Sheet, last: u32) -> Result<(), XlsxError> {
    let Some(right) = sheet.columns().len().checked_sub(1) else {
        return Ok(());
    };
    let right = u16::try_from(right).unwrap_or(u16::MAX);
    worksheet.set_freeze_panes(1, kept_columns(sheet))?;
    if last > 0 {
        worksheet.autofilter(0, 0, last, right)?;
        worksheet.ignore_error_range(1, 0, last, right, IgnoreError::NumberStoredAsText)?;
    }
    Ok(())
}

/// The columns that stay in sight where a sheet is too wide to be seen whole.
pub(super) fn kept_columns(sheet: &Sheet) -> u16 {
    const SEEN_WHOLE: usize = 15;
    match sheet.columns().len() > SEEN_WHOLE {
        true => 2,
        false => 0,
    }
}

fn notes(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    styles: &Styles,
    laid: &mut Laid,
) -> Result<(), XlsxError> {
    let note = styles.note();
    for words in &sheet.notes {
        laid.below += 1;
        worksheet.write_string_with_format(laid.below, 0, &*shown(words), &note)?;
    }
    laid.below += 1;
    Ok(())
}

fn shown(words: &str) -> std::borrow::Cow<'_, str> {
    strip_hidden_keep_lines(words)
}

fn widest_line(words: &str) -> usize {
    words.lines().map(UnicodeWidthStr::width).max().unwrap_or(0)
}

fn widths(sheet: &Sheet) -> Vec<usize> {
    // The arrow of the filter stands beside the header.
    const ARROW: usize = 3;
    let columns = sheet.columns().iter().enumerate();
    columns
        .map(|(place, column)| {
            let rows = sheet.rows().iter().take(ROWS_MEASURED);
            let cells = rows.filter_map(|row| row.get(place));
            let widest = cells.map(|cell| widest_line(&cell.shown()) + 1).max();
            let header = widest_line(&column.label) + ARROW;
            widest
                .unwrap_or_default()
                .max(header)
                .clamp(WIDTH_LEAST, WIDTH_MOST)
        })
        .collect()
}

/// What Excel takes a cell for.
enum Value<'a> {
    Nothing,
    /// With so many decimals.
    Number(f64, usize),
    /// Of one, shown as of a hundred with so many decimals.
    Share(f64, usize),
    /// Shown in words.
    Amount(i64, &'a str, Tone),
    Day(Date),
    Words(Tone),
}

impl<'a> Value<'a> {
    fn of(cell: &'a Cell) -> Self {
        // One day of a column that may hold several is a day.
        if let Cell::List(words) = cell
            && let [only] = words.as_slice()
            && let Ok(day) = only.parse::<Date>()
            && day.year() > 1900
        {
            return Self::Day(day);
        }
        match cell {
            Cell::Empty => Self::Nothing,
            Cell::Integer(number) if number.unsigned_abs() <= EXACT_MOST => {
                Self::Number(*number as f64, 0)
            }
            Cell::Amount { value, label, tone } if value.unsigned_abs() <= EXACT_MOST => {
                Self::Amount(*value, label, *tone)
            }
            Cell::Decimal(printed) => match read(printed, 0) {
                Some((number, places)) => Self::Number(number, places),
                None => Self::Words(Tone::Plain),
            },
            Cell::Percent(printed) => match read(printed, -2) {
                Some((number, places)) => Self::Share(number, places),
                None => Self::Words(Tone::Plain),
            },
            // Excel counts days from 1900 on.
            Cell::Date(day) if day.year() > 1900 => Self::Day(*day),
            Cell::Word { tone, .. } | Cell::Amount { tone, .. } => Self::Words(*tone),
            Cell::Text(_)
            | Cell::Integer(_)
            | Cell::Date(_)
            | Cell::Link(_)
            | Cell::List(_)
            | Cell::Flag { .. } => Self::Words(Tone::Plain),
        }
    }
}

/// One cell's place.
struct Slot {
    row: u32,
    column: u16,
    width: usize,
    tone: Tone,
    lang: Lang,
}

impl Slot {
    /// Writes a cell; says whether its text had to be cut.
    fn fill(
        &self,
        worksheet: &mut Worksheet,
        cell: &Cell,
        styles: &mut Styles,
    ) -> Result<bool, XlsxError> {
        match Value::of(cell) {
            Value::Nothing if self.tone == Tone::Plain && !styles.are_boxed() => {}
            Value::Nothing => {
                let format = styles.of(self.look(TEXT, Tone::Plain, false));
                worksheet.write_blank(self.row, self.column, format)?;
            }
            Value::Number(number, places) => {
                self.number(worksheet, number, &decimals(places), Tone::Plain, styles)?;
            }
            Value::Share(number, places) => {
                let pattern = format!("{}%", decimals(places));
                self.number(worksheet, number, &pattern, Tone::Plain, styles)?;
            }
            Value::Amount(number, label, tone) => {
                let pattern = styles.worded(number, label);
                self.number(worksheet, number as f64, &pattern, tone, styles)?;
            }
            Value::Day(day) => {
                let format = styles.of(self.look(DAY, Tone::Plain, false));
                worksheet.write_datetime_with_format(self.row, self.column, day, format)?;
            }
            Value::Words(tone) => return self.text(worksheet, cell, tone, styles),
        }
        Ok(false)
    }

    fn look(&self, pattern: &str, tone: Tone, wrap: bool) -> Look {
        let tone = match tone {
            Tone::Plain => self.tone,
            own @ (Tone::Good | Tone::Warning | Tone::Bad) => own,
        };
        Look {
            pattern: pattern.to_owned(),
            tone,
            wrap,
            centred: pattern == DAY,
        }
    }

    fn number(
        &self,
        worksheet: &mut Worksheet,
        number: f64,
        pattern: &str,
        tone: Tone,
        styles: &mut Styles,
    ) -> Result<(), XlsxError> {
        let format = styles.of(self.look(pattern, tone, false));
        worksheet.write_number_with_format(self.row, self.column, number, format)?;
        Ok(())
    }

    fn text(
        &self,
        worksheet: &mut Worksheet,
        cell: &Cell,
        tone: Tone,
        styles: &mut Styles,
    ) -> Result<bool, XlsxError> {
        let words = cell.shown();
        let words = shown(&words);
        let lines = || {
            let wide = words.lines().map(|l| l.width().div_ceil(self.width).max(1));
            wide.sum::<usize>()
        };
        let wrap = (words.contains('\n') || words.len() > self.width)
            && (2..=LINES_MOST).contains(&lines());
        let format = styles.of(self.look(TEXT, tone, wrap));
        let cut = cut(&words, self.lang);
        let words = cut.as_deref().unwrap_or(&words);
        worksheet.write_string_with_format(self.row, self.column, words, format)?;
        Ok(cut.is_some())
    }

    /// As a person finds it: `D17`.
    fn name(&self) -> String {
        rust_xlsxwriter::utility::row_col_to_cell(self.row, self.column)
    }
}

/// The head of a text that no cell can hold, with a mark; none where it fits.
fn cut(words: &str, lang: Lang) -> Option<String> {
    let fits = words.len() <= UNITS_MOST || words.encode_utf16().count() <= UNITS_MOST;
    if fits {
        return None;
    }
    let all = words.chars().count();
    // Room for the mark, whose number is not yet known.
    let room = UNITS_MOST - words::cut_mark(lang, all).encode_utf16().count();
    let mut used = 0;
    let mut head = String::new();
    for c in words.chars() {
        used += c.len_utf16();
        if used > room {
            break;
        }
        head.push(c);
    }
    let rest = all - head.chars().count();
    Some(head + &words::cut_mark(lang, rest))
}

/// A printed number with its decimals, times a power of ten.
fn read(printed: &str, power: i32) -> Option<(f64, usize)> {
    let places = printed.split_once('.').map_or(0, |(_, tail)| tail.len());
    let is_plain = printed
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | '-'));
    let number = format!("{printed}e{power}").parse().ok()?;
    is_plain.then_some((number, places))
}

fn decimals(places: usize) -> String {
    match places {
        0 => "0".to_owned(),
        places => format!("0.{}", "0".repeat(places)),
    }
}
