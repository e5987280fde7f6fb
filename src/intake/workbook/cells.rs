//! The cells of a worksheet, one after the other as they stand in the file, as text.

use std::collections::BTreeMap;

use calamine::{DataRef, ExcelDateTime};
use chrono::Timelike;

use super::super::foot;
use super::super::table::ROW_MOST;
use super::{Book, TableError, WorkbookError, broken};

/// All text of a worksheet together. A string stands in the file once and may be used a million
/// times.
const BYTES_MOST: usize = 768 << 20;
/// What a cell takes beside its text.
const CELL_BYTES: usize = 64;
/// What a worksheet of Excel has at most.
const ROWS_MOST: u32 = 1 << 20;
const COLUMNS_MOST: u32 = 1 << 14;
/// More are not worth naming.
const TOLD_MOST: usize = 1_000;
/// A number with more digits has lost its last ones in Excel.
const EXACT_MOST: f64 = 999_999_999_999_999.0;
/// The last day that Excel knows, and one more.
const DAYS_MOST: f64 = 2_958_466.0;

/// The filled cells of a row with their columns, from left to right.
pub(super) type Row = Vec<(u32, String)>;

/// A cell that says nothing.
#[derive(Debug)]
pub(super) struct Unread {
    pub(super) row: u32,
    pub(super) column: u32,
    /// The error; nothing for a formula without a value.
    pub(super) value: Option<String>,
}

/// The filled cells of a worksheet, all counted from 0.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) rows: BTreeMap<u32, Row>,
    pub(super) bad: Vec<Unread>,
    /// Numbers that have lost digits.
    pub(super) long: Vec<(u32, u32)>,
    bytes: usize,
    /// The row that was filled last, and its text so far.
    row: (u32, usize),
}

impl Grid {
    pub(super) fn read(book: &mut Book, sheet: &str) -> Result<Self, TableError> {
        let mut reader = book
            .worksheet_cells_reader(sheet)
            .map_err(|error| broken(&error))?;
        let mut grid = Self::default();
        while let Some(cell) = reader
            .next_cell_with_formula_metadata()
            .map_err(|error| broken(&error))?
        {
            let (row, column) = cell.pos;
            if row >= ROWS_MOST || column >= COLUMNS_MOST {
                // The reader counts on and wraps around where a place has too many letters.
                return Err(WorkbookError::Broken("cell reference".to_owned()).into());
            }
            match value(&cell.value) {
                Value::Text(text) => grid.put(row, column, text)?,
                Value::Number(number) => {
                    if number.abs() > EXACT_MOST && grid.long.len() < TOLD_MOST {
                        grid.long.push((row, column));
                    }
                    grid.put(row, column, number.to_string())?;
                }
                Value::Error(value) => grid.bad(row, column, Some(value)),
                Value::Nothing if cell.formula.is_some() => grid.bad(row, column, None),
                Value::Nothing => {}
            }
        }
        for row in grid.rows.values_mut() {
            // A file may have its cells in any order, and twice; ours and Excel's have not.
            row.sort_by_key(|(column, _)| *column);
            row.dedup_by_key(|(column, _)| *column);
        }
        Ok(grid)
    }

    /// Takes what stands below the rows of the table, and says on which lines it stood.
    pub(super) fn cut_foot(&mut self, head: u32) -> Vec<u32> {
        let below = self.rows.range(head + 1..);
        let firsts = below
            .clone()
            .rev()
            .map(|(_, cells)| cells.first().map_or("", |(_, text)| text.as_str()));
        let rows = foot::rows(firsts);
        let cut: Vec<u32> = below.rev().take(rows).map(|(row, _)| *row).collect();
        let Some(first) = cut.last().copied() else {
            return cut;
        };
        self.rows.split_off(&first);
        self.bad.retain(|cell| cell.row < first);
        self.long.retain(|(row, _)| *row < first);
        cut.into_iter().rev().collect()
    }

    /// Fills a cell that is empty.
    pub(super) fn put(&mut self, row: u32, column: u32, text: String) -> Result<(), TableError> {
        if text.is_empty() {
            return Ok(());
        }
        self.bytes += text.len() + CELL_BYTES;
        if self.bytes > BYTES_MOST {
            return Err(WorkbookError::TooLarge.into());
        }
        // The cells of a row stand together, as programs write them.
        let before = if self.row.0 == row { self.row.1 } else { 0 };
        self.row = (row, before + text.len());
        if self.row.1 > ROW_MOST {
            let line = u64::from(row) + 1;
            return Err(TableError::LongRow { line });
        }
        self.rows.entry(row).or_default().push((column, text));
        Ok(())
    }

    fn bad(&mut self, row: u32, column: u32, value: Option<String>) {
        if self.bad.len() < TOLD_MOST {
            self.bad.push(Unread { row, column, value });
        }
    }
}

enum Value {
    Nothing,
    Text(String),
    Number(f64),
    Error(String),
}

fn value(data: &DataRef) -> Value {
    match data {
        DataRef::Empty => Value::Nothing,
        DataRef::String(text) => Value::Text(bare(text)),
        DataRef::SharedString(text) => Value::Text(bare(text)),
        DataRef::Int(number) => Value::Text(number.to_string()),
        DataRef::Float(number) => Value::Number(*number),
        DataRef::Bool(true) => Value::Text("是".to_owned()),
        DataRef::Bool(false) => Value::Text("否".to_owned()),
        DataRef::DateTime(moment) => moment_value(*moment),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            Value::Text(bare(&text.replace('T', " ")))
        }
        DataRef::Error(error) => Value::Error(error.to_string()),
    }
}

fn bare(text: &str) -> String {
    text.trim().replace("\r\n", "\n")
}

/// A day, with its time where it has one; a time alone.
fn moment_value(moment: ExcelDateTime) -> Value {
    let days = moment.as_f64();
    let is_day = moment.is_datetime() && (0.0..DAYS_MOST).contains(&days);
    let Some(time) = is_day.then(|| moment.as_datetime()).flatten() else {
        return Value::Number(days);
    };
    let has_time = time.num_seconds_from_midnight() > 0;
    Value::Text(match (days < 1.0, has_time) {
        (true, _) => time.format("%H:%M:%S").to_string(),
        (false, true) => time.format("%Y-%m-%d %H:%M:%S").to_string(),
        (false, false) => time.format("%Y-%m-%d").to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_that_no_program_writes_is_refused() {
        let mut grid = Grid::default();
        let half = "x".repeat(ROW_MOST / 2 + 1);
        assert_eq!(grid.put(2, 0, half.clone()), Ok(()));
        assert_eq!(grid.put(3, 0, half.clone()), Ok(()));
        assert_eq!(grid.put(3, 1, half), Err(TableError::LongRow { line: 4 }));
    }
}
