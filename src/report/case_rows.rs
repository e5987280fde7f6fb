//! Cases one a row: under the number that scripts know, with the title first and whatever a report
//! wants to say of each.

use super::outlook::Outlook;
use super::section::{Measure, Row, Section};
use super::shared::Shared;
use super::sheet::Kind;
use super::table::{Look, Table};
use super::tally::heading_of;
use crate::domain::book::Case;
use crate::words::{self, Label, Word};

/// A case under its number, with its title. A place makes the key the row's own where a case may
/// have several.
pub(super) fn case_row(outlook: &Outlook, case: &Case, place: Option<usize>) -> Row {
    let book = outlook.book;
    let number = words::plain_label_of(book, case.designation());
    let key = match place {
        Some(place) => format!("{number}.{place}"),
        None => number,
    };
    Row::new(
        key,
        words::case_label_of(book, case.designation()),
        Measure::Integers,
    )
    .with_cases(vec![case.id])
    .with_cell("title", case.title.as_str())
}

/// A table with rows for some of the cases it is shown, in the order of what each row is sorted by,
/// and of the cases where that is the same.
pub(super) struct Listed<'o, K> {
    outlook: &'o Outlook<'o>,
    named: (&'static str, Label),
    more: Vec<(&'static str, Label, Kind)>,
    told: Telling<'o, K>,
    rows: SortedRows<K>,
}

/// Rows of cases while they are made, each with what it is sorted by.
pub(super) struct SortedRows<K> {
    rows: Vec<(K, Row)>,
    cells: Shared,
}

impl<K> Default for SortedRows<K> {
    fn default() -> Self {
        Self {
            rows: Vec::new(),
            cells: Shared::default(),
        }
    }
}

impl<K> SortedRows<K> {
    pub(super) fn push(&mut self, by: K, mut row: Row) {
        self.cells.take(&mut row.cells);
        self.rows.push((by, row));
    }

    /// All that was put in.
    pub(super) fn into_rows(self) -> Vec<(K, Row)> {
        self.rows
    }
}

/// The rows of a case, each with what it is sorted by.
type Telling<'o, K> = Box<dyn Fn(&Look) -> Vec<(K, Row)> + 'o>;

impl<'o, K: Ord> Listed<'o, K> {
    pub(super) fn new(
        outlook: &'o Outlook<'o>,
        named: (&'static str, Label),
        more: &[(&'static str, Label, Kind)],
        told: impl Fn(&Look) -> Vec<(K, Row)> + 'o,
    ) -> Self {
        Self {
            outlook,
            named,
            more: more.to_vec(),
            told: Box::new(told),
            rows: SortedRows::default(),
        }
    }
}

impl<K: Ord> Table for Listed<'_, K> {
    fn take(&mut self, look: &Look) {
        for (by, row) in (self.told)(look) {
            self.rows.push(by, row);
        }
    }

    fn print(self: Box<Self>) -> Section {
        let mut rows = self.rows.into_rows();
        rows.sort_by(|(one, _), (other, _)| one.cmp(other));
        let rows = rows.into_iter().map(|(_, row)| row).collect();
        case_section(self.outlook, self.named, &self.more, rows)
    }
}

/// Rows of cases under their columns; the title stands first.
pub(super) fn case_section(
    outlook: &Outlook,
    (key, label): (&'static str, Label),
    more: &[(&'static str, Label, Kind)],
    rows: Vec<Row>,
) -> Section {
    let title = ("title", Label::Title, Kind::Text);
    let columns = std::iter::once(&title).chain(more);
    Section {
        key: key.into(),
        label: label.word(outlook.lang).to_owned(),
        denominator: None,
        headings: columns
            .map(|(key, label, kind)| heading_of(outlook, *key, *label, *kind))
            .collect(),
        rows,
    }
}

/// The beginning of a text: one line of it, and not more than a row can take.
pub(super) fn first_words(text: &str) -> String {
    const CHARACTERS_MOST: usize = 60;
    let line = text.lines().next().unwrap_or_default();
    let cut: String = line.chars().take(CHARACTERS_MOST).collect();
    if cut.len() < text.len() {
        cut + "…"
    } else {
        cut
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_begun_and_the_cut_is_shown() {
        assert_eq!(first_words("已开工"), "已开工");
        assert_eq!(first_words("已开工\n明日完工"), "已开工…");
        assert_eq!(first_words(&"长".repeat(61)), "长".repeat(60) + "…");
    }
}
