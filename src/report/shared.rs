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
