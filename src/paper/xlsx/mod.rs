//! `xlsx`: a workbook for Excel and WPS: one worksheet a sheet, and a last one that says what it
//! was made from.
//!
//! Numbers are numbers, days are days, everything else is text: no text of a cell is taken for a
//! formula, and long digits and leading zeros stay as they are. Header and filter stand still, the
//! page is set up for printing, sheets of units and categories have a chart.
//!
//! Refuses: to count and to colour by a rule of its own (a tone comes with its cell), and to ask
//! the clock: the day of making is the document's. A text longer than a cell may be is cut with a
//! mark, and its cell is named on the last sheet.

mod chart;
mod grid;
mod names;
mod page;
mod style;
#[cfg(test)]
mod tests;

use std::io::{Cursor, Read};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, FormatAlign, Workbook, XlsxError};

use super::PaperError;
use crate::domain::terms::strip_hidden;
use crate::report::{Document, Sheet};
use crate::words::{self, Lang};
use chrono::Datelike;
use names::Names;
use style::Styles;

/// From how many rows on a worksheet goes through a nameless temporary file while it is written,
/// so that a great ledger does not stand in memory twice.
const ROWS_IN_MEMORY_MOST: usize = 5_000;

pub(super) fn write(document: &Document, lang: Lang) -> Result<Vec<u8>, PaperError> {
    let mut book = Workbook::new();
    let mut styles = Styles::new(lang);
    // Height of a row and width of a column in pixels, as Excel has them for this font.
    book.set_default_format(&styles.base(), 18, 72)?;
    book.set_properties(&properties(document)?);
    let mut names = Names::default();
    let mut cut = Vec::new();
    let (shown, empty) = shown(document);
    for sheet in shown {
        let worksheet = match sheet.rows().len() > ROWS_IN_MEMORY_MOST {
            true => book.add_worksheet_with_low_memory()?,
            false => book.add_worksheet(),
        };
        let name = names.legal(&sheet.title, &sheet.key);
        worksheet.set_name(&name)?;
        let laid = grid::write(worksheet, sheet, &mut styles, lang)?;
        page::set_up(worksheet, document, sheet, &laid, lang)?;
        chart::insert(worksheet, sheet, &name, &laid)?;
        cut.extend(laid.cut.iter().map(|cell| format!("{name}!{cell}")));
    }
    let left = Left { cut, empty };
    basis(&mut book, document, &mut names, &styles, &left, lang)?;
    Ok(book.save_to_buffer()?)
}

/// Whether a workbook is as it was written here, or no workbook at all: whoever saves it again in a
/// program for such puts down who did, or when.
pub(super) fn is_own(bytes: &[u8]) -> bool {
    const SIZE_MOST: u64 = 1 << 16;
    let Ok(mut zip) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return true;
    };
    let mut told = String::new();
    let core = zip.by_name("docProps/core.xml").ok();
    let read = core.map(|core| core.take(SIZE_MOST).read_to_string(&mut told));
    let part = |name: &str| {
        let (_, rest) = told.split_once(&format!("<{name}"))?;
        let (_, rest) = rest.split_once('>')?;
        Some(rest.split_once("</")?.0.to_owned())
    };
    let (made, saved) = (part("dcterms:created"), part("dcterms:modified"));
    let by_nobody = part("cp:lastModifiedBy").is_some_and(|by| by.is_empty());
    matches!(read, Some(Ok(_))) && made.is_some() && made == saved && by_nobody
}

/// Nothing of the machine and its user; the title is what the reader sees anyway.
fn properties(document: &Document) -> Result<DocProperties, XlsxError> {
    let day = document.basis.as_of;
    let known_to_excel = u16::try_from(day.year()).ok().filter(|year| *year >= 1900);
    let made = match (
        known_to_excel,
        u8::try_from(day.month()),
        u8::try_from(day.day()),
    ) {
        (Some(year), Ok(month), Ok(day)) => ExcelDateTime::from_ymd(year, month, day)?,
        _ => ExcelDateTime::from_ymd(1900, 1, 1)?,
    };
    let title: String = strip_hidden(&document.title).chars().take(255).collect();
    Ok(DocProperties::new()
        .set_title(title)
        .set_creation_datetime(&made))
}

/// What stands on no worksheet as it is.
struct Left<'a> {
    /// Cells whose text was cut.
    cut: Vec<String>,
    /// Titles of sheets without a row.
    empty: Vec<&'a str>,
}

/// The sheets that have a worksheet, and the titles of those that have none: one without a row
/// among others would be an empty page.
fn shown(document: &Document) -> (Vec<&Sheet>, Vec<&str>) {
    let is_told = |sheet: &&Sheet| !sheet.rows().is_empty();
    let sheets = || document.sheets.iter();
    match sheets().any(|sheet| is_told(&sheet)) {
        true => {
            let empty = sheets().filter(|sheet| !is_told(sheet));
            let empty = empty.map(|sheet| sheet.title.as_str());
            (sheets().filter(is_told).collect(), empty.collect())
        }
        false => (sheets().collect(), Vec::new()),
    }
}

/// The last worksheet: the title, the foot, what it was made from, what had to be cut, which sheets
/// have nothing on them.
fn basis(
    book: &mut Workbook,
    document: &Document,
    names: &mut Names,
    styles: &Styles,
    left: &Left,
    lang: Lang,
) -> Result<(), XlsxError> {
    const WIDTH: f64 = 100.0;
    let mut lines = document.foot.clone();
    let of = &document.basis;
    if !of.fingerprint.is_empty() {
        let basis = words::foot(
            lang,
            of.as_of,
            of.known,
            &of.rules,
            &of.fingerprint,
            of.layout,
        );
        for line in basis {
            if !lines.contains(&line) {
                lines.push(line);
            }
        }
    }
    if !left.cut.is_empty() {
        lines.push(words::cut_cells(lang, &left.cut));
    }
    if !left.empty.is_empty() {
        lines.push(words::empty_sheets(lang, &left.empty));
    }
    let worksheet = book.add_worksheet();
    worksheet.set_name(names.legal(words::basis_sheet(lang), "basis"))?;
    worksheet.set_column_width(0, WIDTH)?;
    let title = styles.base().set_bold().set_font_size(14);
    worksheet.write_string_with_format(0, 0, strip_hidden(&document.title).as_ref(), &title)?;
    let plain = styles.base().set_text_wrap().set_align(FormatAlign::Top);
    for (row, line) in (1..).zip(&lines) {
        worksheet.write_string_with_format(row, 0, strip_hidden(line).as_ref(), &plain)?;
    }
    page::plain(worksheet, lang);
    Ok(())
}
