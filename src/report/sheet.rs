//! One grid of typed cells, from which every format is written.
//!
//! Refuses: widths, colours, fonts, and rows of another width than the columns.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::cell::{Cell, Tone};
use super::rows::{Cells, Grid, Rows};

/// What a script calls a thing: English, `snake_case`, never translated. The name of a unit may
/// stand here too, where the office has no other key.
pub type Key = Cow<'static, str>;

/// Rows of cells under named columns. Every row is as wide as the columns are many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// What scripts call it.
    pub key: Key,
    /// What stands above it.
    pub title: String,
    /// Remarks that stand below it.
    pub notes: Vec<String>,
    /// The command that shows every row, for a screen that shows a few.
    pub all_by: Option<String>,
    /// Of how many things its rows are shares, where they are.
    pub whole: Option<usize>,
    columns: Vec<Column>,
    rows: Grid,
    tones: BTreeMap<usize, Tone>,
}

impl Sheet {
    /// A sheet without rows.
    pub fn new(key: impl Into<Key>, title: impl Into<String>, columns: Vec<Column>) -> Self {
        Self {
            key: key.into(),
            title: title.into(),
            notes: Vec::new(),
            all_by: None,
            whole: None,
            rows: Grid::of_columns(columns.len()),
            columns,
            tones: BTreeMap::new(),
        }
    }

    /// Adds a row. One that is not as wide as the columns is a slip of the programmer: it stops a
    /// debug build, and is filled up or cut in a release.
    pub fn push(&mut self, row: Vec<Cell>) {
        debug_assert_eq!(row.len(), self.columns.len(), "row of sheet `{}`", self.key);
        self.rows.push(row);
    }

    /// Adds a row that calls for attention as a whole, where no cell of it says why.
    pub fn push_toned(&mut self, row: Vec<Cell>, tone: Tone) {
        if tone != Tone::Plain {
            self.tones.insert(self.rows().len(), tone);
        }
        self.push(row);
    }

    /// What a row means for the reader, by its place.
    pub fn tone(&self, row: usize) -> Tone {
        self.tones.get(&row).copied().unwrap_or_default()
    }

    /// What the cells of a row mean, from left to right.
    pub fn columns(&self) -> &[Column] {
        &self.columns
    }

    /// The same rows under some of the columns, in the order in which they are named; a key that
    /// no column has is passed over.
    #[must_use]
    pub fn only(&self, keys: &[&str]) -> Self {
        let place = |key: &&str| self.columns.iter().position(|column| column.key == **key);
        let places: Vec<usize> = keys.iter().filter_map(place).collect();
        Self {
            key: self.key.clone(),
            title: self.title.clone(),
            notes: self.notes.clone(),
            all_by: self.all_by.clone(),
            whole: self.whole,
            columns: places.iter().map(|i| self.columns[*i].clone()).collect(),
            rows: self.rows.only(&places),
            tones: self.tones.clone(),
        }
    }

    /// The same rows without a column.
    #[must_use]
    pub(super) fn without(mut self, key: &str) -> Self {
        if let Some(place) = self.place_of(key) {
            self.columns.remove(place);
            self.rows.remove_column(place);
        }
        self
    }

    /// The same, where a narrow screen leaves these columns out rather than part the table.
    #[must_use]
    pub fn giving_way(mut self, keys: &[&str]) -> Self {
        for column in &mut self.columns {
            column.gives_way |= keys.contains(&&*column.key);
        }
        self
    }

    /// The same rows with one more column, filled by what the row says already.
    #[must_use]
    pub fn with_column(mut self, column: Column, cell: impl Fn(Cells) -> Cell) -> Self {
        self.columns.push(column);
        self.rows.add_column(cell);
        self
    }

    /// The key of the column that a person or a script names, by its key or by its heading.
    pub fn column_named(&self, word: &str) -> Option<&str> {
        let named = |column: &&Column| column.key == word || column.label == word;
        self.columns.iter().find(named).map(|column| &*column.key)
    }

    /// Puts the rows into the order of a column, empty cells last; rows that are alike stay as they
    /// stand.
    pub fn sort_by(&mut self, key: &str, descending: bool) {
        let Some(place) = self.columns.iter().position(|column| column.key == key) else {
            return;
        };
        let cells: Vec<&Cell> = self
            .rows()
            .iter()
            .filter_map(|row| row.get(place))
            .collect();
        let mut order: Vec<usize> = (0..cells.len()).collect();
        order.sort_by(|a, b| {
            let order = match (cells[*a], cells[*b]) {
                (Cell::Empty, Cell::Empty) => return Ordering::Equal,
                (Cell::Empty, _) => return Ordering::Greater,
                (_, Cell::Empty) => return Ordering::Less,
                (a, b) => in_order(&a.plain(), &b.plain()),
            };
            if descending { order.reverse() } else { order }
        });
        self.arrange(&order);
    }

    /// Puts the rows into the order of what is told of each of them, one after the other; rows that
    /// are alike stay as they stand.
    #[must_use]
    pub(super) fn in_order_of<K: Ord>(mut self, told: &[K]) -> Self {
        let mut order: Vec<usize> = (0..told.len()).collect();
        order.sort_by_key(|row| &told[*row]);
        self.arrange(&order);
        self
    }

    fn arrange(&mut self, order: &[usize]) {
        self.rows.arrange(order);
        let toned = order.iter().enumerate();
        let toned = toned.filter_map(|(now, row)| Some((now, *self.tones.get(row)?)));
        self.tones = toned.collect();
    }

    /// Where the column of a key stands.
    pub(super) fn place_of(&self, key: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.key == key)
    }

    /// What the rows show in a column, to change it in place wherever it is shown.
    pub(super) fn cells_mut(&mut self, column: usize) -> impl Iterator<Item = &mut Cell> {
        self.rows.cells_mut(column)
    }

    /// What the rows show in a column, in no order and each perhaps several times; what [`Self::put`]
    /// replaced may be among it.
    pub(super) fn cells(&self, column: usize) -> impl Iterator<Item = &Cell> {
        self.rows.cells(column)
    }

    /// Other cells for one row.
    pub(super) fn put(&mut self, row: usize, cells: Vec<Cell>) {
        self.rows.put(row, cells);
    }

    /// Its title and the headings of its columns, to change them in place.
    pub(super) fn labels_mut(&mut self) -> impl Iterator<Item = &mut String> {
        let columns = self.columns.iter_mut().map(|column| &mut column.label);
        std::iter::once(&mut self.title).chain(columns)
    }

    /// The rows, from top to bottom.
    pub fn rows(&self) -> Rows<'_> {
        self.rows.all()
    }

    /// The rows as objects for JSON: column keys in their order, typed values.
    pub fn records(&self) -> impl ExactSizeIterator<Item = Record<'_>> {
        self.rows().iter().map(|row| Record {
            sheet: None,
            columns: &self.columns,
            row,
        })
    }
}

/// Numbers by what they are worth, everything else by its characters.
fn in_order(a: &str, b: &str) -> Ordering {
    match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => a.total_cmp(&b),
        _ => a.cmp(b),
    }
}

/// One row, serialised as an object `{column key: value}`.
#[derive(Debug, Clone, Copy)]
pub struct Record<'a> {
    sheet: Option<&'a str>,
    columns: &'a [Column],
    row: Cells<'a>,
}

impl<'a> Record<'a> {
    /// The same row with a first field `sheet`, for streams that mix several sheets.
    #[must_use]
    pub fn of_sheet(mut self, key: &'a str) -> Self {
        self.sheet = Some(key);
        self
    }
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        if let Some(sheet) = self.sheet {
            map.serialize_entry("sheet", sheet)?;
        }
        for (column, cell) in self.columns.iter().zip(self.row.iter()) {
            map.serialize_entry(&column.key, cell)?;
        }
        map.end()
    }
}

/// What the cells of one column have in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What scripts call it.
    pub key: Key,
    /// What stands above it.
    pub label: String,
    /// What its cells hold.
    pub kind: Kind,
    /// Whether a screen may draw a bar beside each count.
    pub has_bars: bool,
    /// Whether a narrow screen leaves it out rather than part the table.
    pub gives_way: bool,
}

impl Column {
    /// A column.
    pub fn new(key: impl Into<Key>, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            kind,
            has_bars: false,
            gives_way: false,
        }
    }

    /// The same, its counts with bars on a screen.
    #[must_use]
    pub fn with_bars(self) -> Self {
        Self {
            has_bars: true,
            ..self
        }
    }

    /// A column of words.
    pub fn text(key: impl Into<Key>, label: impl Into<String>) -> Self {
        Self::new(key, label, Kind::Text)
    }

    /// A column of counts or amounts.
    pub fn number(key: impl Into<Key>, label: impl Into<String>) -> Self {
        Self::new(key, label, Kind::Number)
    }

    /// A column of days.
    pub fn date(key: impl Into<Key>, label: impl Into<String>) -> Self {
        Self::new(key, label, Kind::Date)
    }

    /// Figures stand right, so that their digits stand below each other; words stand left.
    pub fn align(&self) -> Align {
        match self.kind {
            Kind::Text | Kind::Date => Align::Left,
            Kind::Number | Kind::Percent => Align::Right,
        }
    }
}

/// What a column holds. A cell of it may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words, lists of words, marks.
    Text,
    /// Counts and amounts.
    Number,
    /// Shares of a hundred.
    Percent,
    /// Days.
    Date,
}

/// The side of its column on which a cell stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// As words do.
    Left,
    /// As figures do.
    Right,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn json(value: &impl Serialize) -> String {
        serde_json::to_string(value).expect("a cell is always JSON")
    }

    #[test]
    fn a_record_keeps_the_order_of_the_columns() {
        let columns = vec![
            Column::text("title", "标题"),
            Column::number("age_days", "天数"),
        ];
        let mut sheet = Sheet::new("cases", "建议", columns);
        sheet.push(vec!["修桥".into(), 3_u32.into()]);
        let record = sheet.records().next().expect("one row");
        assert_eq!(json(&record), r#"{"title":"修桥","age_days":3}"#);
        assert_eq!(
            json(&record.of_sheet("cases")),
            r#"{"sheet":"cases","title":"修桥","age_days":3}"#
        );
    }

    #[test]
    fn a_column_less_leaves_the_others_as_they_are() {
        let keys = ["title", "unit", "note"];
        let columns = keys.map(|key| Column::text(key, key)).into();
        let mut sheet = Sheet::new("cases", "建议", columns);
        sheet.push(keys.map(Cell::from).into());
        let fewer = sheet.clone().without("unit");
        assert_eq!(fewer, sheet.only(&["title", "note"]));
        assert_eq!(sheet.clone().without("deputy"), sheet);
    }
}
