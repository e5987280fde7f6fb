//! What a person says of a foreign file: which header is which column, which word which, what to
//! pass over.
//!
//! Refuses: a header that the file does not have, and a column that we do not have.

use std::collections::{BTreeMap, BTreeSet};

use super::header::{HeaderError, TableColumn, UnknownHeader};
use super::naming::{known, normal};
use crate::domain::terms::nearest;

/// What a person said about a file: `--map 旧=新`, `--map 类别:旧=新`, `--ignore 序号`, `--sheet 台账`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mapping {
    /// Their header → ours; a word of one of our columns → what it stands for.
    pub map: BTreeMap<String, String>,
    /// Their headers to pass over.
    pub ignore: BTreeSet<String>,
    /// The worksheet to read.
    pub sheet: Option<String>,
}

impl Mapping {
    /// Their headers → ours.
    fn columns(&self) -> impl Iterator<Item = (&String, &String)> {
        let of_values = |(theirs, _): &(&String, &String)| theirs.contains(OF_VALUE);
        self.map.iter().filter(move |pair| !of_values(pair))
    }

    /// The words of one of our columns → what they stand for: `类别:教育` → `科教文卫`.
    pub(super) fn values<C: TableColumn>(&self) -> Result<Vec<(C, &str, &str)>, HeaderError> {
        let of_values = self.map.iter().filter_map(|(theirs, ours)| {
            let (column, word) = theirs.split_once(OF_VALUE)?;
            Some((column, word, ours))
        });
        let read = of_values.map(|(header, word, ours)| {
            let column = known(header).or_else(|| C::of_header(&normal(header)));
            let column = column.ok_or_else(|| HeaderError::NoSuchColumn {
                header: header.to_owned(),
                near: near_columns::<C>(header),
            })?;
            Ok((column, word.trim(), ours.as_str()))
        });
        read.collect()
    }
}

/// Between a column and a word of it, in a mapping.
const OF_VALUE: [char; 2] = [':', '：'];

/// The mapping, checked against the file and against our columns.
pub(super) fn checked<'a, C: TableColumn>(
    mapping: &'a Mapping,
    named: &[(usize, &str)],
) -> Result<BTreeMap<&'a str, C>, HeaderError> {
    // A header to pass over that is not there does no harm: saved mappings serve many files.
    for (header, _) in mapping.columns() {
        if !named.iter().any(|(_, text)| text == header) {
            return Err(HeaderError::NoSuchHeader {
                header: header.clone(),
                near: owned(nearest(header, named.iter().map(|(_, text)| *text))),
            });
        }
    }
    let mut wanted = BTreeMap::new();
    for (theirs, ours) in mapping.columns() {
        let column = known(ours).ok_or_else(|| HeaderError::NoSuchColumn {
            header: ours.clone(),
            near: near_columns::<C>(ours),
        })?;
        wanted.insert(theirs.as_str(), column);
    }
    Ok(wanted)
}

/// A header that means nothing to us, with what it may be.
pub(super) fn unknown_header<C: TableColumn>(text: &str) -> UnknownHeader {
    let word = normal(text);
    let is_ambiguous = C::ambiguous().contains(&word.as_str());
    let meanings = C::meanings(&word).iter();
    let meanings = meanings.map(|column| column.header().to_owned());
    UnknownHeader {
        header: text.to_owned(),
        near: match is_ambiguous {
            true => meanings.collect(),
            false => near_columns::<C>(text),
        },
        is_ambiguous,
    }
}

/// Our headers nearest to a word, by what we and by what other offices call them.
fn near_columns<C: TableColumn>(text: &str) -> Vec<String> {
    let own = C::all().iter().map(|column| (column.header(), *column));
    let words: BTreeMap<&str, C> = C::synonyms().iter().copied().chain(own).collect();
    let near = nearest(&normal(text), words.keys().copied());
    let columns: Vec<C> = near.iter().map(|word| words[word]).collect();
    let first = |place: &usize| !columns[..*place].contains(&columns[*place]);
    let places = (0..columns.len()).filter(first);
    places
        .map(|place| columns[place].header().to_owned())
        .collect()
}

fn owned(words: Vec<&str>) -> Vec<String> {
    words.into_iter().map(str::to_owned).collect()
}
