//! The headers of a foreign table → our columns.
//!
//! Order is free and columns may be missing. Our own headers, their English keys and plain
//! synonyms are understood; every synonym that was taken is told. A person's mapping goes first.
//!
//! Words that mean one thing here and another there (序号, 类型, 办理情况 …) are decided by what
//! stands below them, where that leaves no choice (`guess`); every guess is told.
//!
//! Refuses: to drop a column silently, and to guess without the values. All headers that are not
//! understood are named together, each with the nearest known ones, so that one run shows the
//! whole way out.

use std::collections::BTreeMap;

use thiserror::Error;

use super::guess::{self, Below, Guess};
use super::mapping::{Mapping, checked, unknown_header};
use super::naming::{is_doubtful, is_first_of_several, known, normal};
use super::table::Table;

/// What the columns of one kind of table have in common.
pub trait TableColumn: Copy + Ord + 'static {
    /// Every column, in the order in which we write them.
    fn all() -> &'static [Self];
    /// What stands above it in our own tables.
    fn header(self) -> &'static str;
    /// The column of one of our own headers or keys.
    fn of_header(text: &str) -> Option<Self>;
    /// Other words for a column that cannot mean anything else.
    fn synonyms() -> &'static [(&'static str, Self)];
    /// Words that are never taken without a person's word, or a guess by their values.
    fn ambiguous() -> &'static [&'static str];
    /// The columns that such a word may mean, the likeliest first.
    fn meanings(_word: &str) -> &'static [Self] {
        &[]
    }
    /// Names of columns that may still mean something else, by their values.
    fn doubtful() -> &'static [&'static str] {
        &[]
    }
    /// Whether several columns of a file may stand in it, one behind the other.
    fn joins(self) -> bool {
        false
    }
    /// What such a word means, by what stands below it.
    fn guess(word: &str, below: &Below<'_, Self>) -> Option<Guess<Self>> {
        guess::of_any(word, below)
    }
}

/// A header that is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownHeader {
    /// As it stands in the file.
    pub header: String,
    /// The nearest of our own headers, best first; of a word with several meanings all of them.
    pub near: Vec<String>,
    /// It is a word with several meanings, which only a person can map.
    pub is_ambiguous: bool,
}

/// Why headers cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HeaderError {
    /// Not understood: to be mapped or ignored.
    #[error("unknown headers: {}", names(.0))]
    Unknown(Vec<UnknownHeader>),
    /// Cells without a header above them.
    #[error("column {place} has no header")]
    Missing {
        /// The place of the column, from 1.
        place: usize,
    },
    /// Two headers for one column.
    #[error("`{first}` and `{second}` are both {column}")]
    Doubled {
        /// Our header of the column.
        column: &'static str,
        /// Their first header for it.
        first: String,
        /// Their second header for it.
        second: String,
    },
    /// The mapping begins at a header that the file does not have.
    #[error("the file has no header `{header}`")]
    NoSuchHeader {
        /// As it was given.
        header: String,
        /// The nearest headers of the file, best first.
        near: Vec<String>,
    },
    /// The mapping leads to a column that we do not have.
    #[error("there is no column `{header}`")]
    NoSuchColumn {
        /// As it was given.
        header: String,
        /// The nearest of our own headers, best first.
        near: Vec<String>,
    },
}

fn names(unknown: &[UnknownHeader]) -> String {
    let names: Vec<&str> = unknown.iter().map(|u| u.header.as_str()).collect();
    names.join(", ")
}

/// Where each column stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header<C> {
    places: BTreeMap<C, usize>,
    /// Further columns of the file that stand in one of ours, with their place and header.
    beside: Vec<(C, usize, String)>,
    /// Headers that were taken for a column by another name than ours.
    pub read_as: Vec<(String, C)>,
    /// Headers that a person told to pass over.
    pub ignored: Vec<String>,
    /// Headers that were decided by their values.
    pub guessed: Vec<(String, Guess<C>)>,
    /// Where those stand that are no column of ours, and still say something.
    aside: Vec<(Guess<C>, usize)>,
}

impl<C: TableColumn> Header<C> {
    /// Reads the headers of a table.
    ///
    /// # Errors
    /// Any [`HeaderError`]; all unknown headers in one.
    pub fn read(table: &Table, mapping: &Mapping) -> Result<Self, HeaderError> {
        let named = named_headers(table)?;
        let wanted = checked::<C>(mapping, &named)?;
        let mut header = Self {
            places: BTreeMap::new(),
            beside: Vec::new(),
            read_as: Vec::new(),
            ignored: Vec::new(),
            guessed: Vec::new(),
            aside: Vec::new(),
        };
        let mut open = Vec::new();
        for (place, text) in named.iter().copied() {
            let stays = || is_first_of_several::<C>(&named, place);
            if mapping.ignore.contains(text) && !stays() {
                header.ignored.push(text.to_owned());
                continue;
            }
            let certain = || known(text).filter(|_| !is_doubtful::<C>(text));
            match wanted.get(text).copied().or_else(certain) {
                Some(column) => header.take(table, place, text, column)?,
                None => open.push((place, text)),
            }
        }
        let mut unknown = Vec::new();
        for (place, text) in open {
            let guess = C::guess(&normal(text), &header.below(table, place));
            match (guess, known(text)) {
                (Some(guess), own) => {
                    if let Guess::Column(column) = guess {
                        header.take(table, place, text, column)?;
                        header.read_as.retain(|(word, _)| word != text);
                    } else {
                        header.aside.push((guess, place));
                    }
                    if own.map(Guess::Column) != Some(guess) {
                        header.guessed.push((text.to_owned(), guess));
                    }
                }
                (None, Some(column)) => header.take(table, place, text, column)?,
                (None, None) => unknown.push(unknown_header::<C>(text)),
            }
        }
        if unknown.is_empty() {
            Ok(header)
        } else {
            Err(HeaderError::Unknown(unknown))
        }
    }

    /// Puts a column at its place, where no other header has it.
    fn take(
        &mut self,
        table: &Table,
        place: usize,
        text: &str,
        column: C,
    ) -> Result<(), HeaderError> {
        match self.places.get(&column) {
            None => {
                self.places.insert(column, place);
            }
            Some(_) if column.joins() => self.beside.push((column, place, text.to_owned())),
            Some(before) => {
                return Err(HeaderError::Doubled {
                    column: column.header(),
                    first: table.header[*before].clone(),
                    second: text.to_owned(),
                });
            }
        }
        if C::of_header(text) != Some(column) {
            self.read_as.push((text.to_owned(), column));
        }
        Ok(())
    }

    /// What can be seen of a column without knowing its name.
    fn below<'a>(&'a self, table: &'a Table, place: usize) -> Below<'a, C> {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(place));
        let left = self.places.iter().find(|(_, at)| **at + 1 == place);
        Below {
            values: cells
                .map(String::as_str)
                .filter(|c| !c.is_empty())
                .collect(),
            left: left.map(|(column, _)| *column),
            taken: self.places.keys().copied().collect(),
            headers: table.header.iter().map(|text| normal(text)).collect(),
        }
    }

    /// What the file calls a column, as it stands there.
    pub(super) fn named(&self, column: C) -> Option<&str> {
        let read_as = self
            .read_as
            .iter()
            .find(|(_, as_column)| *as_column == column);
        let guessed = self
            .guessed
            .iter()
            .find(|(_, guess)| *guess == Guess::Column(column));
        let other = read_as
            .map(|(text, _)| text)
            .or(guessed.map(|(text, _)| text));
        let has = self.places.contains_key(&column);
        has.then(|| other.map_or(column.header(), String::as_str))
    }

    /// Where something stands that is no column of ours.
    pub(super) fn place_of(&self, guess: Guess<C>) -> Option<usize> {
        let found = self.aside.iter().find(|(aside, _)| *aside == guess);
        found.map(|(_, place)| *place)
    }

    /// The columns that the file has.
    pub fn columns(&self) -> impl Iterator<Item = C> {
        self.places.keys().copied()
    }

    /// The filled cells of a row; what stands beside another one is said with its header.
    pub fn cells(&self, row: &[String]) -> BTreeMap<C, String> {
        let filled = |place: &usize| row.get(*place).filter(|cell| !cell.is_empty());
        let own = self.places.iter();
        let own = own.filter_map(|(column, place)| Some((*column, filled(place)?.clone())));
        let mut cells: BTreeMap<C, String> = own.collect();
        for (column, place, header) in &self.beside {
            if let Some(cell) = filled(place) {
                set_beside(cells.entry(*column).or_default(), header, cell);
            }
        }
        cells
    }
}

/// Puts a cell behind what stands there, under its header.
pub(super) fn set_beside(all: &mut String, header: &str, cell: &str) {
    if !all.is_empty() {
        all.push('；');
    }
    *all += header;
    all.push('：');
    *all += cell;
}

/// Headers with their places. A column without header and without cells is what Excel leaves.
fn named_headers(table: &Table) -> Result<Vec<(usize, &str)>, HeaderError> {
    let mut named = Vec::new();
    for (place, text) in table.header.iter().enumerate() {
        let filled =
            |row: &super::table::TableRow| row.cells.get(place).is_some_and(|c| !c.is_empty());
        match text.as_str() {
            "" if table.rows.iter().any(filled) => {
                return Err(HeaderError::Missing { place: place + 1 });
            }
            "" => {}
            text => named.push((place, text)),
        }
    }
    Ok(named)
}

#[cfg(test)]
mod tests;
