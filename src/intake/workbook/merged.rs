//! Cells merged down: the value stands in the upper one and holds for all.

use super::cells::Grid;
use super::{Book, TableError, WorkbookError, broken, name};

/// Merged areas lie beside each other; a file with more work than this was made to be slow.
const STEPS_MOST: usize = 5_000_000;

/// Writes the value of each area below the header into all its rows; the areas, by name.
pub(super) fn fill(
    book: &mut Book,
    sheet: &str,
    grid: &mut Grid,
    head: u32,
) -> Result<Vec<String>, TableError> {
    let areas = book
        .merge_cells_by_sheet_name(sheet)
        .map_err(|error| broken(&error))?;
    let mut told = Vec::new();
    let mut steps = 0_usize;
    for area in areas {
        let ((top, left), (bottom, _)) = (area.start, area.end);
        if top <= head || bottom <= top {
            continue;
        }
        let Some(text) = text(grid, top, left) else {
            continue;
        };
        // Rows without a cell of their own stay away: the area is only long.
        let rows: Vec<u32> = grid
            .rows
            .range(top + 1..=bottom)
            .map(|(row, _)| *row)
            .collect();
        steps = steps.saturating_add(rows.len() + 1);
        if steps > STEPS_MOST {
            return Err(WorkbookError::TooLarge.into());
        }
        for row in rows {
            grid.put(row, left, text.clone())?;
        }
        told.push(format!("{}:{}", name(top, left), name(bottom, left)));
    }
    for row in grid.rows.values_mut() {
        row.sort_by_key(|(column, _)| *column);
        row.dedup_by_key(|(column, _)| *column);
    }
    Ok(told)
}

fn text(grid: &Grid, row: u32, column: u32) -> Option<String> {
    let row = grid.rows.get(&row)?;
    let cell = row.iter().find(|(at, _)| *at == column);
    cell.map(|(_, text)| text.clone())
}
