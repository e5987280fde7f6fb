//! Cells that many rows of figures show, where there are as many rows as cases: each takes the room of
//! one. The rows of a sheet have the same from `rows`, by its columns.
//!
//! Refuses: to promise that no cell is kept twice. It looks only among those that came last.

use std::rc::Rc;

use super::cell::Cell;
use super::rows::{PLACES, ROWS_SHORT, claimed};
use super::sheet::Key;

/// Cells of rows that are made one by one, as many as there are cases: what came before in the same
/// place of a row is shown by both.
#[derive(Debug, Default)]
pub(super) struct Shared {
    columns: Vec<Vec<Option<Rc<Cell>>>>,
    rows: usize,
}

impl Shared {
    /// The cells of a row, with no more room than they need.
    pub(super) fn take(&mut self, cells: &mut Vec<(Key, Rc<Cell>)>) {
        cells.shrink_to_fit();
        self.rows += 1;
        if self.rows <= ROWS_SHORT {
            return;
        }
        if self.columns.len() < cells.len() {
            self.columns.resize(cells.len(), vec![None; PLACES]);
        }
        for (known, (_, cell)) in self.columns.iter_mut().zip(cells) {
            let known = &mut known[claimed(cell)];
            match known {
                Some(known) if known == cell => *cell = Rc::clone(known),
                Some(_) | None => *known = Some(Rc::clone(cell)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_many_rows_show_is_kept_once_and_shown_by_each() {
        let mut shared = Shared::default();
        let titled = |n: usize| Cell::from(format!("第{n}件"));
        let unit = Cell::from("水务站");
        let rows = (0..ROWS_SHORT * 2).map(|n| {
            let cells = [("title", titled(n)), ("unit", unit.clone())];
            let mut cells = cells.map(|(key, cell)| (key.into(), Rc::new(cell))).into();
            shared.take(&mut cells);
            cells
        });
        let rows: Vec<Vec<(Key, Rc<Cell>)>> = rows.collect();
        for (n, row) in rows.iter().enumerate() {
            assert_eq!((&*row[0].1, &*row[1].1), (&titled(n), &unit));
        }
        let later = &rows[ROWS_SHORT..];
        assert!(
            later
                .iter()
                .all(|row| Rc::ptr_eq(&row[1].1, &later[0][1].1))
        );
    }
}
