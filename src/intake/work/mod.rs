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

use super::cell::{Why, name};
use crate::domain::book::Book;
use crate::domain::terms::Name;

/// Names split by 、 or commas.
fn names(cell: &str) -> Result<Vec<Name>, Why> {
    let pieces = cell.split(['、', ',', '，', ';', '；', '\n']);
    let pieces = pieces.map(str::trim).filter(|piece| !piece.is_empty());
    pieces.map(name).collect()
}

/// A person as the roster has the name: `李明(1024)` where namesakes are told apart.
fn person(book: &Book, typed: Name) -> Name {
    match book.office().people_called(&typed).as_slice() {
        [only] => (*only).clone(),
        _ => typed,
    }
}

fn people(book: &Book, typed: Option<Vec<Name>>) -> Vec<Name> {
    let typed = typed.unwrap_or_default().into_iter();
    typed.map(|name| person(book, name)).collect()
}
