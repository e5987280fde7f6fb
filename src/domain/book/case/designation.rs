//! What a case is called: its number, or its place in the store before it has one.
//!
//! Refuses to say it in words: how a number is printed is a rule of the day on which the case was
//! handed in.

use serde::Deserialize;

use super::Case;
use crate::domain::book::day;
use crate::domain::terms::{CaseId, Date, Number, Title};

/// What a case is called. Its fields are the first ones of [`Case`], in the same order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub struct Designation {
    /// The store's own counter.
    pub id: CaseId,
    /// The official number, once given.
    pub number: Option<Number>,
    /// The day it was handed in.
    #[serde(with = "day")]
    pub submitted: Date,
}

impl Case {
    /// What it is called.
    pub fn designation(&self) -> Designation {
        self.into()
    }
}

impl From<&Case> for Designation {
    fn from(case: &Case) -> Self {
        Self {
            id: case.id,
            number: case.number,
            submitted: case.submitted,
        }
    }
}

/// A case as a row names it: with its title, which is the field after them.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Titled {
    /// What it is called.
    pub designation: Designation,
    /// 标题
    pub title: Title,
}

impl From<&Case> for Titled {
    fn from(case: &Case) -> Self {
        Self {
            designation: case.into(),
            title: case.title.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::book::{Book, Entry, View};
    use crate::domain::terms::Names;
    use crate::journal::{AtWork, Journal};

    #[test]
    fn they_are_what_a_packed_case_begins_with() {
        let frozen = include_bytes!("../../../../tests/frozen/every_fact.v1.jsonl");
        let journal: Journal = Journal::parse(frozen, AtWork::No).expect("sound");
        let entries = journal.lines.into_iter().map(Entry::from);
        let book = Book::replay(entries, View::default()).expect("replays");
        let mut names = Names::default();
        let mut count = 0;
        for case in book.cases() {
            let packed = names.within(|| postcard::to_allocvec(case));
            let packed = packed.expect("packed");
            let begins = postcard::from_bytes(&packed);
            assert_eq!(begins, Ok(case.designation()));
            let begins = postcard::from_bytes(&packed);
            assert_eq!(begins, Ok(Titled::from(case)));
            count += 1;
        }
        assert!(count > 3, "{count}");
    }
}
