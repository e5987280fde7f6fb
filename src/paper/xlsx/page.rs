//! The printed page of a worksheet: A4 across, A3 where it is wide, the header on every page, page
//! numbers below.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::chart;
use super::grid::{self, Laid};
use crate::domain::terms::strip_hidden;
use crate::report::{Document, Sheet};
use crate::words::{self, Lang};

const A4: u8 = 9;
const A3: u8 = 8;
/// What fits on a page across, in characters of half width, when it is shrunk to about 70 percent.
const FITS_A4: usize = 190;
const FITS_A3: usize = 270;
const TITLE_MOST: usize = 90;

pub(super) fn set_up(
    worksheet: &mut Worksheet,
    document: &Document,
    sheet: &Sheet,
    laid: &Laid,
    lang: Lang,
) -> Result<(), XlsxError> {
    let title = match document.title == sheet.title {
        true => document.title.clone(),
        false => format!("{}  {}", document.title, sheet.title),
    };
    worksheet.set_landscape();
    worksheet.set_repeat_rows(0, 0)?;
    // A chart would stand on the lines: its table has borders of its own.
    worksheet.set_print_gridlines(!chart::is_asked(sheet));
    match laid.width() {
        width if width <= FITS_A4 => worksheet.set_paper_size(A4).set_print_fit_to_pages(1, 0),
        width if width <= FITS_A3 => worksheet.set_paper_size(A3).set_print_fit_to_pages(1, 0),
        _ => {
            let kept = grid::kept_columns(sheet);
            if kept > 0 {
                worksheet.set_repeat_columns(0, kept - 1)?;
            }
            worksheet.set_paper_size(A3).set_print_scale(70)
        }
    };
    head_and_foot(worksheet, &title, lang);
    Ok(())
}

/// A page of lines.
pub(super) fn plain(worksheet: &mut Worksheet, lang: Lang) {
    worksheet.set_landscape();
    worksheet.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    head_and_foot(worksheet, "", lang);
}

fn head_and_foot(worksheet: &mut Worksheet, title: &str, lang: Lang) {
    // From left and right, top and bottom, head and foot, in inches.
    worksheet.set_margins(0.5, 0.5, 0.8, 0.7, 0.35, 0.35);
    let title: String = strip_hidden(title).chars().take(TITLE_MOST).collect();
    if !title.is_empty() {
        // The space keeps digits of the title apart from the size.
        worksheet.set_header(format!("&C&14 {}", title.replace('&', "&&")));
    }
    worksheet.set_footer(format!("&C{}", words::page_of("&P", "&N", lang)));
}
