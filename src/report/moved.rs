//! What a change of the record moves: which last days and which figures are not what they were.
//!
//! It compares two books, before and after, as the reader of today sees them; it judges nothing.

use std::collections::BTreeMap;

use super::figures::Figures;
use super::outlook::Outlook;
use super::scope::Filter;
use super::summary;
use crate::domain::book::Book;
use crate::domain::deadline;
use crate::domain::rules::ClockKey;
use crate::domain::terms::{CaseId, Date, Name};
use crate::words::{Lang, MovedDue, MovedFigure};

/// Everything that moved.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moved {
    /// Last days, by case and clock.
    pub dues: Vec<MovedDue>,
    /// Figures of the summary, by name.
    pub figures: Vec<MovedFigure>,
}

/// Compares two books on one day.
pub fn moved(lang: Lang, today: Date, before: &Book, after: &Book) -> Moved {
    let dues = [before, after].map(|book| dues(book, today));
    let figures = [before, after].map(|book| {
        let outlook = Outlook::unprinted(book, today, lang);
        counts(&summary::figures(&outlook, &Filter::default()))
    });
    let [dues_before, dues_after] = dues;
    let [counts_before, counts_after] = figures;
    Moved {
        dues: differences(dues_before, dues_after)
            .map(|((case, clock, unit, _), before, after)| MovedDue {
                case,
                clock,
                unit,
                before,
                after,
            })
            .collect(),
        figures: differences(counts_before, counts_after)
            .map(|((name, label), before, after)| MovedFigure {
                name,
                label,
                before: before.unwrap_or(0),
                after: after.unwrap_or(0),
            })
            .collect(),
    }
}

/// What stands under one key before and after, where it is not the same.
fn differences<K: Ord + Clone, V: PartialEq>(
    mut before: BTreeMap<K, V>,
    after: BTreeMap<K, V>,
) -> impl Iterator<Item = (K, Option<V>, Option<V>)> {
    let mut all: BTreeMap<K, (Option<V>, Option<V>)> = BTreeMap::new();
    for (key, value) in after {
        let old = before.remove(&key);
        all.insert(key, (old, Some(value)));
    }
    for (key, value) in before {
        all.insert(key, (Some(value), None));
    }
    all.into_iter()
        .filter(|(_, (before, after))| before != after)
        .map(|(key, (before, after))| (key, before, after))
}

/// A clock of a case; the last part tells apart those of one kind.
type ClockId = (CaseId, ClockKey, Option<Name>, usize);

fn dues(book: &Book, today: Date) -> BTreeMap<ClockId, Date> {
    let mut dues = BTreeMap::new();
    for case in book.walk() {
        for clock in deadline::clocks(book, &case, today) {
            let due = clock.due();
            let same = |place| (case.id, clock.key, clock.unit.clone(), place);
            let free = (0..).map(same).find(|id| !dues.contains_key(id));
            dues.extend(free.map(|id| (id, due)));
        }
    }
    dues
}

/// The number of cases behind each row of figures that has any, by its name and its label.
fn counts(figures: &Figures) -> BTreeMap<(String, String), usize> {
    let rows = figures.rows_named().map(|(name, row)| {
        let key = (name, row.label.to_owned());
        (key, row.cases.len())
    });
    rows.filter(|(_, count)| *count > 0).collect()
}
