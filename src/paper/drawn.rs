//! Which tables are read as pictures: how many cases each unit and each category has, and the
//! shares of classes, grades and categories. One answer for a workbook's chart, a page's bars and
//! the bars on a screen.
//!
//! Refuses: a picture of one row, of none, or of nothing but zeros.

use crate::report::{Cell, Cells, Sheet};

/// More pieces of a ring cannot be told apart.
const PIECES_MOST: usize = 8;

/// What a picture looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// The parts of a whole.
    Ring,
    /// Things beside each other.
    Bars,
}

/// A sheet that is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Drawn {
    /// As what.
    pub(crate) shape: Shape,
    /// The place of the column that is drawn.
    pub(crate) column: usize,
    /// So many rows from the top; a mean at the end is no bar.
    pub(crate) rows: usize,
}

/// How a sheet is drawn, if it is.
pub(crate) fn drawn(sheet: &Sheet) -> Option<Drawn> {
    let column = sheet.columns().iter().position(|c| c.key == "count")?;
    let count = |row: Cells| match row.get(column) {
        Some(Cell::Integer(count)) => usize::try_from(*count).ok(),
        _ => None,
    };
    let counts: Vec<Option<usize>> = sheet.rows().iter().map(count).collect();
    let last = counts.iter().rposition(Option::is_some)?;
    let parts = parts(&counts, sheet.whole).filter(|parts| *parts <= PIECES_MOST);
    let (shape, rows) = match (&*sheet.key, parts) {
        ("class" | "satisfaction" | "kind" | "period" | "level" | "category", Some(parts)) => {
            (Shape::Ring, parts)
        }
        ("category" | "unit" | "stars" | "class" | "satisfaction", _) => (Shape::Bars, last + 1),
        _ => return None,
    };
    let shown = counts.iter().take(rows).flatten();
    let filled = shown.filter(|count| **count > 0).count();
    (filled > 1).then_some(Drawn {
        shape,
        column,
        rows,
    })
}

/// So many rows from the top are the parts of the whole; none where no rows add up to it. What a
/// table tells beside them, such as how many forms came in, is no part.
fn parts(counts: &[Option<usize>], whole: Option<usize>) -> Option<usize> {
    let Some(whole) = whole else {
        return Some(counts.len());
    };
    let mut sum = 0;
    let sums = counts.iter().map(|count| {
        sum += count.unwrap_or_default();
        sum
    });
    let sums: Vec<usize> = sums.collect();
    sums.iter().rposition(|sum| *sum == whole).map(|at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Column;

    fn sheet(key: &'static str, whole: Option<usize>, counts: &[u32]) -> Sheet {
        let columns = vec![Column::text("key", "项"), Column::number("count", "件数")];
        let mut sheet = Sheet::new(key, "表", columns);
        sheet.whole = whole;
        for count in counts {
            sheet.push(vec!["一".into(), (*count).into()]);
        }
        sheet
    }

    #[test]
    fn a_ring_is_made_of_the_parts_of_a_whole_only() {
        let seen = |sheet: &Sheet| drawn(sheet).map(|drawn| (drawn.shape, drawn.rows));
        for (key, whole, counts, told) in [
            (
                "satisfaction",
                Some(69),
                &[60, 9, 0, 69, 3][..],
                Some((Shape::Ring, 3)),
            ),
            ("satisfaction", Some(69), &[69, 0, 0, 69, 3], None),
            (
                "kind",
                Some(69),
                &[54, 10, 5, 10, 3],
                Some((Shape::Ring, 3)),
            ),
            ("kind", Some(69), &[54, 10, 10, 3], None),
            ("class", Some(9), &[4, 3], Some((Shape::Bars, 2))),
            ("category", None, &[4, 3], Some((Shape::Ring, 2))),
            ("unit", Some(7), &[4, 3], Some((Shape::Bars, 2))),
        ] {
            assert_eq!(seen(&sheet(key, whole, counts)), told, "{key} {counts:?}");
        }
    }
}
