//! The ledger as a printed table: the columns that an office keeps on paper, on A3 across.
//!
//! Refuses: to be imported again. What is left out stands in the workbook.

use crate::report::Sheet;
use crate::words::LedgerColumn::{self, *};

/// What stands on paper, where anything stands there at all.
const PRINTED: [LedgerColumn; 20] = [
    No, Term, Session, Period, Title, Deputy, Category, Lead, Co, Separate, Leader, Clerk,
    Assigned, Due, Consulted, Replied, DocNo, Class, Rating, Closed,
];
/// What is left out where every row says the same.
const TELLING: [LedgerColumn; 3] = [Term, Session, Period];

/// The columns of a ledger that stand on paper.
#[must_use]
pub fn on_paper(ledger: &Sheet) -> Sheet {
    let says = |column: &LedgerColumn| {
        let Some(place) = ledger.place_of(column.key()) else {
            return false;
        };
        let cells = ledger.rows().iter().filter_map(|row| row.get(place));
        let mut words = cells.map(|cell| cell.shown());
        let first = words.next().unwrap_or_default();
        let differs = words.any(|other| other != first);
        differs || !first.is_empty() && !TELLING.contains(column)
    };
    let kept = PRINTED.iter().filter(|column| says(column));
    let kept: Vec<&str> = kept.map(|column| column.key()).collect();
    ledger.only(&kept)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Column;

    #[test]
    fn what_says_nothing_is_not_printed() {
        let columns = [No, Term, Session, Title, Body, Separate];
        let columns = columns.map(|column| Column::text(column.key(), column.header()));
        let mut sheet = Sheet::new("ledger", "台账", columns.into());
        for row in [
            ["1", "20", "4", "修桥", "内容", ""],
            ["1", "20", "5", "修路", "内容", ""],
        ] {
            sheet.push(row.map(Into::into).into());
        }
        let printed = on_paper(&sheet);
        let labels: Vec<&str> = printed.columns().iter().map(|c| c.label.as_str()).collect();
        assert_eq!(labels, ["编号", "会次", "标题"]);
    }
}
