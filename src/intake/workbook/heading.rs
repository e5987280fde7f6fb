//! Which row is the header: the one that knows most of our words, with the one beside it where a
//! header stands on two (a group above, its columns below).
//!
//! Refuses: two headers that are not one for certain.

use std::collections::BTreeMap;

use super::cells::Row;
use super::{Remark, TableError, WorkbookError, line};

/// Titles above a header are few.
pub(in crate::intake) const ROWS_LOOKED_AT: usize = 50;

/// What a text is as a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::intake) enum Meaning {
    /// The name of a column, or a person mapped it.
    Column,
    /// A word that names columns in some offices.
    Doubtful,
    /// A person told to pass over it.
    Ignored,
    /// No header that we know.
    Nothing,
}

/// The rows of a table that have a filled cell, counted from 0.
pub(in crate::intake) type Rows = BTreeMap<u32, Row>;

/// The header of a table: one row, or two that are one.
pub(in crate::intake) struct Head {
    /// The row it begins on, from 0.
    pub(in crate::intake) first: u32,
    /// The row it ends on.
    pub(in crate::intake) last: u32,
    /// Its cells.
    pub(in crate::intake) cells: Row,
}

impl Head {
    /// A header on one row.
    pub(in crate::intake) fn of_row(row: u32, cells: Row) -> Self {
        Self {
            first: row,
            last: row,
            cells,
        }
    }

    /// Its cells in so many columns, empty where it has none.
    pub(in crate::intake) fn in_columns(&self, count: usize) -> Vec<String> {
        let named: BTreeMap<u32, &String> = self.cells.iter().map(|(at, c)| (*at, c)).collect();
        let columns = (0_u32..).take(count);
        let cells = columns.map(|at| named.get(&at).map(ToString::to_string));
        cells.map(Option::unwrap_or_default).collect()
    }

    /// What a person should know of it.
    pub(in crate::intake) fn remark(&self) -> Remark {
        match self.first == self.last {
            true => Remark::HeaderOf(Vec::new()),
            false => Remark::HeaderOf(vec![line(self.first), line(self.last)]),
        }
    }
}

/// The header of a worksheet.
pub(super) fn find(rows: &Rows, meaning: &dyn Fn(&str) -> Meaning) -> Result<Head, TableError> {
    let first = rows.iter().take(ROWS_LOOKED_AT);
    let best = first
        .rev()
        .max_by_key(|(_, row)| (known(row, meaning), row.len()));
    let (head, _) = best.ok_or(TableError::Empty)?;
    whole(rows, *head, meaning)
}

/// The same of plain text, where rows are as wide as they are long: the first row, unless one below
/// it knows more of our words.
pub(in crate::intake) fn find_below_titles(
    rows: &Rows,
    meaning: &dyn Fn(&str) -> Meaning,
) -> Result<Head, TableError> {
    let (first, cells) = rows.first_key_value().ok_or(TableError::Empty)?;
    let least = known(cells, meaning).max(1);
    let better = rows.iter().filter(|(_, row)| known(row, meaning) > least);
    let best = better.rev().max_by_key(|(_, row)| known(row, meaning));
    let head = best.map_or(*first, |(head, _)| *head);
    whole(rows, head, meaning)
}

/// The header at a row, with the row above or below it where both are one; no other may be there.
fn whole(rows: &Rows, at: u32, meaning: &dyn Fn(&str) -> Meaning) -> Result<Head, TableError> {
    let cells = rows.get(&at).ok_or(TableError::Empty)?;
    let above = rows
        .range(..at)
        .next_back()
        .map(|(row, cells)| (*row, cells));
    let below = rows
        .range(at + 1..)
        .next()
        .map(|(row, cells)| (*row, cells));
    let pairs = [(Some((at, cells)), below), (above, Some((at, cells)))];
    let joined = pairs.into_iter().find_map(|(upper, lower)| {
        let ((first, upper), (last, lower)) = upper.zip(lower)?;
        let cells = joined(upper, lower, meaning)?;
        Some(Head { first, last, cells })
    });
    let head = joined.unwrap_or_else(|| Head::of_row(at, cells.clone()));
    refuse_second(rows, &head, meaning)?;
    Ok(head)
}

/// Two rows as one header: the upper one names columns and groups of them, the lower one the columns
/// of each group, from its first to its last (`承办单位` over `主办` and `会办`). Whatever is not
/// that for certain is none: a title, a row of values, two tables, a group with a column left open.
fn joined(upper: &Row, lower: &Row, meaning: &dyn Fn(&str) -> Meaning) -> Option<Row> {
    let above: BTreeMap<u32, &str> = upper
        .iter()
        .map(|(at, text)| (*at, text.as_str()))
        .collect();
    let below: BTreeMap<u32, &str> = lower
        .iter()
        .map(|(at, text)| (*at, text.as_str()))
        .collect();
    let mut cells: BTreeMap<u32, String> = BTreeMap::new();
    let mut is_known = false;
    for (at, own) in &below {
        let (group_at, group) = above.range(..=*at).next_back()?;
        let next = at + 1;
        let is_alone = group_at == at && (above.contains_key(&next) || !below.contains_key(&next));
        if is_alone || !(*group_at..*at).all(|column| below.contains_key(&column)) {
            return None;
        }
        let name = name_in(group, own, meaning);
        is_known |= meaning(&name) == Meaning::Column;
        cells.insert(*at, name);
    }
    // A title above a header names no column of its own.
    let has_own =
        |(at, text): (&u32, &&str)| !below.contains_key(at) && meaning(text) == Meaning::Column;
    is_known &= above.iter().any(has_own);
    for (at, text) in above {
        cells.entry(at).or_insert_with(|| text.to_owned());
    }
    is_known.then(|| cells.into_iter().collect())
}

/// The name of a column in a group: both together where that says more (`交办`, `日期`), its own
/// where that says it all (`办理情况`, `答复日期`).
fn name_in(group: &str, own: &str, meaning: &dyn Fn(&str) -> Meaning) -> String {
    let both = format!("{group}{own}");
    match (meaning(&both), meaning(own)) {
        (Meaning::Nothing | Meaning::Doubtful, Meaning::Column | Meaning::Ignored) => {
            own.to_owned()
        }
        (Meaning::Nothing, Meaning::Doubtful) => own.to_owned(),
        _ => both,
    }
}

/// How many cells of a row may be headers.
fn known(row: &Row, meaning: &dyn Fn(&str) -> Meaning) -> usize {
    let known = row
        .iter()
        .filter(|(_, text)| meaning(text) != Meaning::Nothing);
    known.count()
}

/// Refuses another row that looks like the header of a table.
fn refuse_second(
    rows: &Rows,
    head: &Head,
    meaning: &dyn Fn(&str) -> Meaning,
) -> Result<(), TableError> {
    let others = rows
        .iter()
        .filter(|(row, _)| !(head.first..=head.last).contains(*row));
    for (row, cells) in others {
        if is_header(cells, meaning) || completes(*row, cells, head, meaning) {
            return Err(WorkbookError::TwoHeaders {
                first: line(head.first.min(*row)),
                second: line(head.last.max(*row)),
            }
            .into());
        }
    }
    Ok(())
}

/// A row of which at least two cells, and half of all, are names of columns.
fn is_header(row: &Row, meaning: &dyn Fn(&str) -> Meaning) -> bool {
    let named = row
        .iter()
        .filter(|(_, text)| meaning(text) == Meaning::Column);
    let named = named.count();
    named >= 2 && named * 2 >= row.len()
}

/// A row beside the header that names columns where the header has gaps.
fn completes(row: u32, cells: &Row, head: &Head, meaning: &dyn Fn(&str) -> Meaning) -> bool {
    let fills = |(at, text): &(u32, String)| {
        let gap = head.cells.binary_search_by_key(at, |(column, _)| *column);
        gap.is_err() && meaning(text) == Meaning::Column
    };
    let is_beside = row + 1 == head.first || row == head.last + 1;
    is_beside && cells.iter().any(fills)
}
