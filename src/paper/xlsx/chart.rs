//! A chart beside or below the tables that are read as pictures: how many cases each unit and
//! each category has, and the shares of classes, grades and categories.
//!
//! Refuses: a chart of one row, of none, or of nothing but zeros; and shares of its own, which
//! would not be rounded as the office's are.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartLegendPosition, ChartType, Worksheet, XlsxError,
};

use super::grid::Laid;
use crate::report::{Cell, Sheet};

/// More pieces of a ring cannot be told apart.
const PIECES_MOST: usize = 8;
/// Up to this width a table leaves room beside it on a screen.
const NARROW: usize = 70;

/// Whether a sheet is drawn.
pub(super) fn is_asked(sheet: &Sheet) -> bool {
    shape(sheet).is_some()
}

pub(super) fn insert(
    worksheet: &mut Worksheet,
    sheet: &Sheet,
    name: &str,
    laid: &Laid,
) -> Result<(), XlsxError> {
    let Some((shape, column)) = shape(sheet) else {
        return Ok(());
    };
    // A mean at the end is no bar.
    let counted = |row: &Vec<Cell>| matches!(row.get(usize::from(column)), Some(Cell::Integer(_)));
    let rows = sheet
        .rows()
        .iter()
        .rposition(counted)
        .map_or(0, |at| at + 1);
    let last = u32::try_from(rows).unwrap_or(u32::MAX);
    let mut chart = Chart::new(shape);
    let mut label = ChartDataLabel::new();
    label.show_value();
    chart
        .add_series()
        .set_name((name, 0, column))
        .set_categories((name, 1, 0, last, 0))
        .set_values((name, 1, column, last, column))
        .set_data_label(&label);
    let heading = sheet.columns().get(usize::from(column));
    let heading = heading.map(|c| c.label.as_str()).unwrap_or_default();
    let title = format!("{}（{heading}）", sheet.title);
    chart.title().set_name(&title);
    chart.set_alt_text(&title);
    match shape == ChartType::Doughnut {
        true => chart.legend().set_position(ChartLegendPosition::Right),
        false => chart.legend().set_hidden(),
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

/// Which chart a sheet asks for by its key, and which column it is drawn from.
fn shape(sheet: &Sheet) -> Option<(ChartType, u16)> {
    let few = sheet.rows().len() <= PIECES_MOST;
    let shape = match &*sheet.key {
        "class" | "satisfaction" | "kind" | "period" | "level" if few => ChartType::Doughnut,
        "category" if few => ChartType::Doughnut,
        "category" | "unit" | "stars" | "class" | "satisfaction" => ChartType::Column,
        _ => return None,
    };
    let at = sheet.columns().iter().position(|c| c.key == "count")?;
    let counts = sheet.rows().iter().filter_map(|row| row.get(at));
    let filled = counts.filter(|cell| matches!(cell, Cell::Integer(1..)));
    let worth_it = filled.count() > 1;
    worth_it.then(|| Some((shape, u16::try_from(at).ok()?)))?
}
