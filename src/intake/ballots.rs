//! The sheets of an anonymous round (无记名测评), added up: the first row names the units, or unit
//! and item with `/` between them, each row below is one ballot, an empty cell says nothing.
//!
//! Refuses: to hand out a ballot. Nothing leaves this room but how often each mark was given; not
//! even an error says on which line it was found.

use std::collections::BTreeMap;

use thiserror::Error;

use super::ledger::FileError;
use super::mapping::Mapping;
use super::table::{Table, TableError};
use super::workbook::{self, Meaning, WorkbookError};
use crate::domain::event::{AnonymousScore, MarkCount};
use crate::domain::terms::{Name, TextError, parse_integer};

/// What the sheets of a round came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedUp {
    /// How many sheets have anything on them.
    pub ballots: u32,
    /// Unit by unit, item by item.
    pub scores: Vec<AnonymousScore>,
}

/// Why the sheets cannot be added up.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BallotsError {
    /// The bytes are no table.
    #[error(transparent)]
    File(#[from] FileError),
    /// A heading is no name.
    #[error("{0}")]
    Heading(TextError),
    /// Two columns for one thing: which ballots are whose cannot be told.
    #[error("columns {first} and {second} are both {column}")]
    Doubled {
        /// The heading.
        column: String,
        /// The place of the first, from 1.
        first: usize,
        /// The place of the second.
        second: usize,
    },
    /// Something in the column is no mark.
    #[error("not a mark under {column}")]
    NotAMark {
        /// The heading.
        column: String,
    },
}

/// Adds up the sheets of a round.
///
/// # Errors
/// The bytes are no table; a heading is no name or stands there twice; a cell is no mark.
pub fn ballots(bytes: &[u8], mapping: &Mapping) -> Result<AddedUp, BallotsError> {
    let table = read(bytes, mapping)?;
    let mut counted: BTreeMap<(Name, Option<Name>), BTreeMap<u32, u32>> = BTreeMap::new();
    let mut places = BTreeMap::new();
    for (place, heading) in table.header.iter().enumerate() {
        if heading.trim().is_empty() {
            continue;
        }
        let named = column(heading)?;
        if let Some(first) = places.insert(named.clone(), place + 1) {
            return Err(BallotsError::Doubled {
                column: heading.trim().to_owned(),
                first,
                second: place + 1,
            });
        }
        let marks = counted.entry(named).or_default();
        for row in &table.rows {
            let cell = row.cells.get(place).map(|cell| cell.trim());
            let Some(cell) = cell.filter(|cell| !cell.is_empty()) else {
                continue;
            };
            let mark = parse_integer(cell).ok_or_else(|| BallotsError::NotAMark {
                column: heading.trim().to_owned(),
            })?;
            *marks.entry(mark).or_default() += 1;
        }
    }
    let scores = counted.into_iter().filter(|(_, marks)| !marks.is_empty());
    Ok(AddedUp {
        ballots: u32::try_from(table.rows.len()).unwrap_or(u32::MAX),
        scores: scores
            .map(|((unit, item), marks)| score(unit, item, &marks))
            .collect(),
    })
}

/// A heading is anything but a mark.
fn meaning(text: &str) -> Meaning {
    match parse_integer(text.trim()) {
        Some(_) => Meaning::Nothing,
        None => Meaning::Column,
    }
}

fn read(bytes: &[u8], mapping: &Mapping) -> Result<Table, FileError> {
    Ok(match (workbook::is_one(bytes), &mapping.sheet) {
        (true, sheet) => workbook::read(bytes, sheet.as_deref(), &meaning)?,
        (false, Some(_)) => return Err(TableError::from(WorkbookError::NoSheets).into()),
        (false, None) => Table::read(bytes)?,
    })
}

/// A unit, and perhaps one of its items: `水利站`, `水利站/效率`.
fn column(heading: &str) -> Result<(Name, Option<Name>), BallotsError> {
    let name = |text: &str| Name::new(text).map_err(BallotsError::Heading);
    match heading.split_once(['/', '／', '·']) {
        Some((unit, item)) => Ok((name(unit)?, Some(name(item)?))),
        None => Ok((name(heading)?, None)),
    }
}

fn score(unit: Name, item: Option<Name>, marks: &BTreeMap<u32, u32>) -> AnonymousScore {
    let count = |(mark, ballots): (&u32, &u32)| MarkCount {
        mark: *mark,
        ballots: *ballots,
    };
    let sum = marks
        .iter()
        .map(|(mark, ballots)| mark.saturating_mul(*ballots));
    AnonymousScore {
        unit,
        item,
        ballots: marks.values().sum(),
        sum: Some(sum.fold(0, u32::saturating_add)),
        marks: marks.iter().map(count).collect(),
    }
}
