//! The rows of a sheet, of which a list may have as many as there are cases. Few cells of a column
//! differ, so each column keeps its cells apart from the rows that show them: what many rows say
//! takes the room of one, and is masked once.
//!
//! Refuses: to promise that no cell is kept twice. It looks only among those that came last.

use std::hash::{Hash, Hasher};
use std::ops::Index;

use super::cell::Cell;

/// So many cells of a column are known again, at most one a place.
pub(super) const PLACES: usize = 1 << 10;
/// The first ones are not looked for: a short table has little to share.
pub(super) const ROWS_SHORT: usize = 1 << 5;

/// All rows of a sheet.
#[derive(Debug, Clone, Default)]
pub(super) struct Grid {
    columns: Vec<Kept>,
    count: usize,
}

/// A column.
#[derive(Debug, Clone, Default)]
struct Kept {
    cells: Vec<Cell>,
    /// Which cell each row shows.
    shown: Vec<u32>,
    /// Cells that came last, by what they hash to.
    known: Vec<u32>,
}

impl Kept {
    fn push(&mut self, cell: Cell) {
        let place = self.place(cell);
        self.shown.push(place);
    }

    /// Where a cell is kept.
    fn place(&mut self, cell: Cell) -> u32 {
        if self.shown.len() < ROWS_SHORT {
            return self.keep(cell);
        }
        if self.known.is_empty() {
            self.known.resize(PLACES, u32::MAX);
        }
        let at = claimed(&cell);
        let known = self.known[at];
        if self.cells.get(known as usize) == Some(&cell) {
            return known;
        }
        let place = self.keep(cell);
        self.known[at] = place;
        place
    }

    fn keep(&mut self, cell: Cell) -> u32 {
        // No list has so many rows: they would not fit into the memory of the machine.
        let place = u32::try_from(self.cells.len()).unwrap_or(u32::MAX);
        self.cells.push(cell);
        place
    }

    fn get(&self, row: usize) -> Option<&Cell> {
        self.cells.get(*self.shown.get(row)? as usize)
    }
}

/// The place that a cell claims among those that came last.
pub(super) fn claimed(cell: &Cell) -> usize {
    let mut hash = Mixed::default();
    cell.hash(&mut hash);
    usize::try_from(hash.finish() >> 32).unwrap_or_default() % PLACES
}

/// The bytes of a cell, mixed: a few steps for eight of them. Cells that claim one place are kept
/// more than once, and nothing worse comes of it.
#[derive(Default)]
struct Mixed(u64);

impl Hasher for Mixed {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.write_u64(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            let mut word = [0; 8];
            word[..rest.len()].copy_from_slice(rest);
            self.write_u64(u64::from_le_bytes(word));
        }
    }

    fn write_u8(&mut self, byte: u8) {
        self.write_u64(byte.into());
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_u64(&mut self, word: u64) {
        let mixed = self.0.rotate_left(5) ^ word;
        self.0 = mixed.wrapping_mul(0x517c_c1b7_2722_0a95);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

impl Grid {
    /// No rows of so many columns.
    pub(super) fn of_columns(count: usize) -> Self {
        Self {
            columns: vec![Kept::default(); count],
            count: 0,
        }
    }

    /// One more row; it is filled up, or cut.
    pub(super) fn push(&mut self, row: Vec<Cell>) {
        let cells = row.into_iter().chain(std::iter::repeat(Cell::Empty));
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            column.push(cell);
        }
        self.count += 1;
    }

    /// Other cells for a row.
    pub(super) fn put(&mut self, row: usize, cells: Vec<Cell>) {
        for (column, cell) in self.columns.iter_mut().zip(cells) {
            let place = column.keep(cell);
            if let Some(shown) = column.shown.get_mut(row) {
                *shown = place;
            }
        }
    }

    /// One more column, filled by what a row says.
    pub(super) fn add_column(&mut self, cell: impl Fn(Cells) -> Cell) {
        let mut added = Kept::default();
        for row in self.all() {
            added.push(cell(row));
        }
        self.columns.push(added);
    }

    /// A column less.
    pub(super) fn remove_column(&mut self, column: usize) {
        if column < self.columns.len() {
            self.columns.remove(column);
        }
    }

    /// The same rows with some of the columns.
    pub(super) fn only(&self, places: &[usize]) -> Self {
        let columns = places.iter().filter_map(|place| self.columns.get(*place));
        Self {
            columns: columns.cloned().collect(),
            count: self.count,
        }
    }

    /// Puts the rows into another order: those that stood at these places, one after the other.
    pub(super) fn arrange(&mut self, order: &[usize]) {
        for column in &mut self.columns {
            let shown = order.iter().filter_map(|row| column.shown.get(*row));
            column.shown = shown.copied().collect();
        }
    }

    /// The cells of a column, each once or a few times, to change them for all rows that show them.
    pub(super) fn cells_mut(&mut self, column: usize) -> impl Iterator<Item = &mut Cell> {
        let column = self.columns.get_mut(column).into_iter();
        column.flat_map(|column| &mut column.cells)
    }

    /// The same to look at.
    pub(super) fn cells(&self, column: usize) -> impl Iterator<Item = &Cell> {
        let column = self.columns.get(column).into_iter();
        column.flat_map(|column| &column.cells)
    }

    /// All rows.
    pub(super) fn all(&self) -> Rows<'_> {
        Rows {
            grid: self,
            from: 0,
            to: self.count,
        }
    }
}

impl PartialEq for Grid {
    fn eq(&self, other: &Self) -> bool {
        self.columns.len() == other.columns.len() && self.all().iter().eq(other.all())
    }
}

impl Eq for Grid {}

/// Rows that follow one another, from top to bottom.
#[derive(Debug, Clone, Copy)]
pub struct Rows<'s> {
    grid: &'s Grid,
    from: usize,
    to: usize,
}

impl<'s> Rows<'s> {
    /// How many.
    pub fn len(self) -> usize {
        self.to - self.from
    }

    /// How many cells each column keeps for them and for the other rows of the sheet.
    pub fn kept(self) -> impl Iterator<Item = usize> {
        self.grid.columns.iter().map(|column| column.cells.len())
    }

    /// Whether there are none.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// One of them, counted from the first.
    pub fn get(self, row: usize) -> Option<Cells<'s>> {
        let Self { grid, from, .. } = self;
        let row = from + row;
        (row < self.to).then_some(Cells { grid, row })
    }

    /// Those that stand first, at most so many.
    #[must_use]
    pub fn first(self, most: usize) -> Self {
        Self {
            to: self.to.min(self.from.saturating_add(most)),
            ..self
        }
    }

    /// The same rows, so many at once.
    pub fn pieces(self, most: usize) -> impl Iterator<Item = Self> {
        let begins = (self.from..self.to).step_by(most.max(1));
        begins.map(move |from| Self { from, ..self }.first(most))
    }

    /// Each of them.
    pub fn iter(self) -> impl ExactSizeIterator<Item = Cells<'s>> + DoubleEndedIterator + Clone {
        let Self { grid, from, to } = self;
        (from..to).map(move |row| Cells { grid, row })
    }
}

impl<'s> IntoIterator for Rows<'s> {
    type Item = Cells<'s>;
    type IntoIter = Box<dyn Iterator<Item = Cells<'s>> + 's>;

    fn into_iter(self) -> Self::IntoIter {
        Box::new(self.iter())
    }
}

/// The cells of a row, from left to right.
#[derive(Debug, Clone, Copy)]
pub struct Cells<'s> {
    grid: &'s Grid,
    row: usize,
}

impl<'s> Cells<'s> {
    /// The cell of a column.
    pub fn get(self, column: usize) -> Option<&'s Cell> {
        self.grid.columns.get(column)?.get(self.row)
    }

    /// The first one.
    pub fn first(self) -> Option<&'s Cell> {
        self.get(0)
    }

    /// Each of them with its place among those that its column keeps: what many rows show has one.
    pub fn placed(self) -> impl Iterator<Item = (usize, &'s Cell)> {
        let columns = self.grid.columns.iter();
        columns.filter_map(move |column| {
            let place = *column.shown.get(self.row)? as usize;
            Some((place, column.cells.get(place)?))
        })
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = &'s Cell> + Clone {
        let columns = self.grid.columns.iter();
        columns.filter_map(move |column| column.get(self.row))
    }
}

impl PartialEq for Cells<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl Index<usize> for Cells<'_> {
    type Output = Cell;

    fn index(&self, column: usize) -> &Cell {
        self.get(column).unwrap_or(&Cell::Empty)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Cell {
        words.into()
    }

    /// Three columns: all alike, one of seven, each its own.
    fn grid(rows: usize) -> Grid {
        let mut grid = Grid::of_columns(3);
        for row in 0..rows {
            grid.push(vec!["镇".into(), (row % 7).into(), row.into()]);
        }
        grid
    }

    #[test]
    fn what_many_rows_say_is_kept_a_few_times() {
        let grid = grid(10_000);
        let kept: Vec<usize> = (0..3).map(|column| grid.cells(column).count()).collect();
        assert!(kept[0] <= ROWS_SHORT + 1 && kept[1] <= ROWS_SHORT + 7);
        assert_eq!(kept[2], 10_000);
        for (at, row) in grid.all().iter().enumerate() {
            let said = [text("镇"), (at % 7).into(), at.into()];
            assert!(row.iter().eq(&said), "row {at}");
        }
    }

    #[test]
    fn a_row_that_gets_other_cells_leaves_those_of_the_others() {
        let mut grid = grid(100);
        grid.put(50, vec![text("县"), Cell::Empty, Cell::Empty]);
        let towns = grid.all().iter().filter(|row| row[0] == text("镇"));
        assert_eq!(towns.count(), 99);
        let first = grid.all().get(50).and_then(Cells::first);
        assert_eq!(first, Some(&text("县")));
    }

    #[test]
    fn two_grids_are_the_same_if_their_rows_are() {
        let there = grid(100);
        let mut back = grid(100);
        let backwards: Vec<usize> = (0..100).rev().collect();
        back.arrange(&backwards);
        assert_ne!(there, back);
        back.arrange(&backwards);
        assert_eq!(there, back);
        let mut other = Grid::of_columns(3);
        for row in (0..100_usize).rev() {
            other.push(vec!["镇".into(), (row % 7).into(), row.into()]);
        }
        other.arrange(&backwards);
        assert_eq!(there, other);
        assert_ne!(there, there.only(&[0, 1]));
    }

    #[test]
    fn rows_are_cut_into_pieces_without_a_gap() {
        let grid = grid(25);
        let pieces: Vec<usize> = grid.all().pieces(10).map(Rows::len).collect();
        assert_eq!(pieces, [10, 10, 5]);
        let joined = grid.all().pieces(10).flat_map(Rows::iter);
        assert!(joined.eq(grid.all()));
        assert!(grid.all().first(7).get(7).is_none());
    }
}
