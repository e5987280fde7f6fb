//! A report with the same report of another year or session beside it (对比): whatever it counts,
//! each figure gets its earlier one and the change. One mechanism for all of them.
//!
//! Refuses: to call anything better or worse, and to compare lists, which count nothing.

use std::rc::Rc;

use super::document::{Data, Document};
use super::outlook::Outlook;
use super::section::{Heading, Measure, Row, Section};
use super::sheet::Kind;
use crate::words::{StandingLabel, Word};

/// What stands where nothing is on record of a time.
pub(super) const NO_DATA: &str = "—";

/// The report with the earlier one beside it; `earlier` is what that is called: `2023年`.
#[must_use]
pub fn beside(outlook: &Outlook, mut now: Document, then: &Document, earlier: &str) -> Document {
    let (Data::Figures(ours), Data::Figures(theirs)) = (&mut now.data, &then.data) else {
        return now;
    };
    let known = theirs.scope.total > 0;
    for section in &mut ours.sections {
        let other = theirs
            .sections
            .iter()
            .find(|other| other.key == section.key);
        put_beside(outlook, section, other.filter(|_| known), (earlier, known));
    }
    ours.scope.label += &format!(" · {}: {}", earlier, theirs.scope.label);
    now.sheets = ours.sheets(&outlook.headings());
    // Its sentences know nothing of the earlier one.
    now.prose.clear();
    now
}

/// `known`: whether anything is on record of the earlier time. What it has no row of is none of it.
fn put_beside(
    outlook: &Outlook,
    section: &mut Section,
    then: Option<&Section>,
    (earlier, known): (&str, bool),
) {
    let counts = |row: &&Row| figure(row).is_some();
    if !section.rows.iter().any(|row| counts(&row)) {
        return;
    }
    let others = then.map(|then| then.rows.as_slice()).unwrap_or_default();
    // What was there earlier and is not now is the change that is overlooked most easily.
    let gone = others.iter().filter(counts);
    let gone = gone.filter(|other| !section.rows.iter().any(|row| row.key == other.key));
    let gone: Vec<Row> = gone.map(emptied).collect();
    section.rows.extend(gone);
    for row in &mut section.rows {
        let other = others.iter().find(|other| other.key == row.key);
        let none = || match count(row) {
            Some(_) if known => "0".to_owned(),
            Some(_) | None => NO_DATA.to_owned(),
        };
        let told = figure(row).map(|_| other.and_then(figure).unwrap_or_else(none));
        row.cells.push(("before".into(), Rc::new(told.into())));
        match (count(row), other.and_then(count).or(Some(0))) {
            (Some(now), Some(before)) if known => {
                row.integers.push(("change".into(), now - before));
            }
            (Some(_), _) => row.cells.push(("change".into(), Rc::new(NO_DATA.into()))),
            (None, _) => {}
        }
        let cases = other.map(|other| other.cases.clone()).unwrap_or_default();
        row.parts.push(("before".into(), cases));
    }
    section.headings.push(Heading {
        key: "before".into(),
        label: earlier.to_owned(),
        kind: Kind::Text,
    });
    section.headings.push(Heading {
        key: "change".into(),
        label: StandingLabel::Change.word(outlook.lang).to_owned(),
        kind: Kind::Number,
    });
}

/// The figure of a row as it is printed; none where it tells none.
fn figure(row: &Row) -> Option<String> {
    match &row.measure {
        Measure::Integers => None,
        Measure::Count(count) => Some(count.to_string()),
        Measure::Share { count, percent } => Some(match percent {
            Some(percent) => format!("{count} ({percent}%)"),
            None => count.to_string(),
        }),
        Measure::Rate { percent, .. } => Some(
            percent
                .as_ref()
                .map_or_else(|| NO_DATA.to_owned(), |p| format!("{p}%")),
        ),
        Measure::Mean(mean) => Some(mean.clone().unwrap_or_else(|| NO_DATA.to_owned())),
    }
}

/// The count of a row that has one.
fn count(row: &Row) -> Option<i64> {
    match &row.measure {
        Measure::Count(count) | Measure::Share { count, .. } => i64::try_from(*count).ok(),
        Measure::Integers | Measure::Rate { .. } | Measure::Mean(_) => None,
    }
}

/// The same row with nothing in it.
fn emptied(row: &Row) -> Row {
    let measure = match &row.measure {
        Measure::Integers => Measure::Integers,
        Measure::Count(_) => Measure::Count(0),
        Measure::Share { .. } => Measure::Share {
            count: 0,
            percent: None,
        },
        Measure::Rate { formula, .. } => Measure::Rate {
            formula: formula.clone(),
            numerator: 0,
            denominator: 0,
            percent: None,
        },
        Measure::Mean(_) => Measure::Mean(None),
    };
    Row::new(row.key.clone(), row.label.clone(), measure)
}
