//! Tables of the deputies' work → wishes: opinions, activities, livelihood projects, groups and
//! stations. They go the way of the rosters: each row is judged against a copy of the book that
//! has the rows above it.
//!
//! Refuses: to change what is on record. A row that is there already is the same, and is passed
//! over.

mod activities;
mod opinions;
mod places;
mod projects;

pub use activities::{ActivityColumn, activities};
pub use opinions::{OpinionColumn, opinions};
pub use places::{GroupColumn, StationColumn, groups, stations};
pub use projects::{ProjectColumn, projects};

use std::collections::BTreeMap;

use super::cell::{Why, name};
use super::header::TableColumn;
use super::roster::RosterReason;
use crate::domain::book::Book;
use crate::domain::refusal::Refusal;
use crate::domain::terms::Name;

/// Names split by 、 or commas.
fn names(cell: &str) -> Result<Vec<Name>, Why> {
    let pieces = cell.split(['、', ',', '，', ';', '；', '\n']);
    let pieces = pieces.map(str::trim).filter(|piece| !piece.is_empty());
    pieces.map(name).collect()
}

/// People as the roster has their names: `李明(1024)` where namesakes are told apart.
fn people(book: &Book, typed: Option<Vec<Name>>) -> Result<Vec<Name>, Refusal> {
    let typed = typed.unwrap_or_default().into_iter();
    typed
        .map(|name| book.office().person_called(&name))
        .collect()
}

/// The filled cells that mean nothing without another one, which is empty.
fn needy<C: TableColumn>(cells: &BTreeMap<C, String>, column: C, by: &[C]) -> Vec<RosterReason<C>> {
    let empty = !cells.contains_key(&column);
    let filled = by.iter().filter(|by| empty && cells.contains_key(by));
    filled
        .map(|by| RosterReason::Needs { column, by: *by })
        .collect()
}
