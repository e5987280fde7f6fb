//! A chart beside or below the tables that are read as pictures, a code below an address.
//!
//! Refuses: shares of its own, which would not be rounded as the office's are.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartLegendPosition, ChartType, Image, Worksheet, XlsxError,
};

use super::grid::Laid;
use crate::paper::code::code;
use crate::paper::drawn::{Drawn, Shape, drawn};
use crate::report::Sheet;

/// Up to this width a table leaves room beside it on a screen.
const NARROW: usize = 70;

/// Whether a sheet is drawn.
pub(super) fn is_asked(sheet: &Sheet) -> bool {
    drawn(sheet).is_some()
}

pub(super) fn insert(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    name: &str,
    laid: &Laid,
) -> Result<(), XlsxError> {
    if let Some((code, link)) = code(sheet) {
        let picture = code.png().map(|png| Image::new_from_buffer(&png));
        if let Some(picture) = picture.transpose()? {
            let picture = picture.set_alt_text(link.as_str());
            worksheet.insert_image(laid.below + 1, 0, &picture)?;
        }
    }
    let Some(Drawn {
        shape,
        column: at,
        rows,
    }) = drawn(sheet)
    else {
        return Ok(());
    };
    let column = u16::try_from(at).unwrap_or(u16::MAX);
    let last = u32::try_from(rows).unwrap_or(u32::MAX);
    let mut chart = Chart::new(match shape {
        Shape::Ring => ChartType::Doughnut,
        Shape::Bars => ChartType::Column,
    });
    let mut label = ChartDataLabel::new();
    label.show_value();
    chart
        .add_series()
        .set_name((name, 0, column))
        .set_categories((name, 1, 0, last, 0))
        .set_values((name, 1, column, last, column))
        .set_data_label(&label);
    let heading = sheet.columns().get(at);
    let heading = heading.map(|c| c.label.as_str()).unwrap_or_default();
    let title = format!("{}（{heading}）", sheet.title);
    chart.title().set_name(&title);
    chart.set_alt_text(&title);
    match shape {
        Shape::Ring => chart.legend().set_position(ChartLegendPosition::Right),
        Shape::Bars => chart.legend().set_hidden(),
    };
    let wide = 320 + 34 * u32::try_from(rows.min(30)).unwrap_or_default();
    chart.set_width(wide.max(520)).set_height(340);
    let columns = u16::try_from(sheet.columns().len()).unwrap_or(u16::MAX);
    match laid.width() <= NARROW {
        true => worksheet.insert_chart(0, columns + 1, &chart)?,
        false => worksheet.insert_chart(laid.below + 1, 0, &chart)?,
    };
    Ok(())
}
