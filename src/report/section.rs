//! One counted table: a denominator, and rows that can name the cases behind them.
//!
//! Refuses: to divide and to round. A percentage comes in as the printed string, because the
//! office's rule set says how it is written; without one nothing is printed in its place.

use std::rc::Rc;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::cell::Cell;
use super::sheet::{Column, Key, Kind, Sheet};
use crate::domain::terms::CaseId;

/// Figures that belong together: the classes, the units, the rates.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Section {
    /// What scripts and `--explain` call it: `class`.
    pub key: Key,
    /// What a person reads above it.
    pub label: String,
    /// What its percentages are taken of; `null` where each row has its own, or none has any.
    pub denominator: Option<Denominator>,
    /// Headings of the named values of its rows, in the order of printing.
    #[serde(skip)]
    pub headings: Vec<Heading>,
    /// The figures, in the order of printing.
    pub rows: Vec<Row>,
}

/// What a section's percentages are taken of.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Denominator {
    /// In words: `办结建议`.
    pub label: String,
    /// How many.
    pub value: usize,
}

/// Key and heading of a named value: `opening`, `期初`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// What scripts call it.
    pub key: Key,
    /// What stands above its column.
    pub label: String,
    /// What the column holds.
    pub kind: Kind,
}

/// One line of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What scripts and `--explain` call it: `A`.
    pub key: Key,
    /// What a person reads.
    pub label: String,
    /// The figure itself.
    pub measure: Measure,
    /// Named integers beside it: `opening`, `new`, `answered` of a unit's month.
    pub integers: Vec<(Key, i64)>,
    /// Named values that are no counts: the title of a case, the unit that is late.
    pub cells: Vec<(Key, Rc<Cell>)>,
    /// The cases behind the figure. Not serialised: `--explain` lists them.
    pub cases: Vec<CaseId>,
    /// The cases behind figures of the row that are no figure of their own: a named integer, a
    /// denominator. Not serialised: `--explain SECTION.KEY.PART` lists them.
    pub parts: Vec<(Key, Vec<CaseId>)>,
}

/// What a row tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// Nothing but its named integers.
    Integers,
    /// A number of things.
    Count(usize),
    /// A number of things and its share of the section's denominator.
    Share {
        /// How many.
        count: usize,
        /// As printed, without the sign; `None` where the denominator is zero.
        percent: Option<String>,
    },
    /// A rate with a denominator of its own.
    Rate {
        /// What is counted of what: `satisfied/returned`, `满意 / 收到评价`.
        formula: Formula,
        /// How many are counted.
        numerator: usize,
        /// Of how many.
        denominator: usize,
        /// As printed, without the sign; `None` where the denominator is zero.
        percent: Option<String>,
    },
    /// A mean, as printed; `None` where too few stand behind it.
    Mean(Option<String>),
}

/// What a rate counts, of what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Formula {
    /// For scripts, the same in every language: `satisfied/returned`.
    pub key: Key,
    /// For people: `满意 / 收到评价`.
    pub label: String,
}

impl Row {
    /// A row that counts its cases, so that the figure and its explanation cannot differ.
    pub fn of_cases(key: impl Into<Key>, label: impl Into<String>, cases: Vec<CaseId>) -> Self {
        let mut row = Self::new(key, label, Measure::Count(cases.len()));
        row.cases = cases;
        row
    }

    /// A row whose figure is not a number of cases (stars, visits, rates), or none at all.
    pub fn new(key: impl Into<Key>, label: impl Into<String>, measure: Measure) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            measure,
            integers: Vec::new(),
            cells: Vec::new(),
            cases: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// The same row with its share beside the count. A rate keeps its own.
    #[must_use]
    pub fn with_share(mut self, share: Option<String>) -> Self {
        self.measure = match self.measure {
            Measure::Count(count) | Measure::Share { count, .. } => Measure::Share {
                count,
                percent: share,
            },
            other @ (Measure::Integers | Measure::Rate { .. } | Measure::Mean(_)) => other,
        };
        self
    }

    /// The same row with one more named integer.
    #[must_use]
    pub fn with_integer(mut self, key: impl Into<Key>, value: i64) -> Self {
        self.integers.push((key.into(), value));
        self
    }

    /// The same row with one more named value that is no count.
    #[must_use]
    pub fn with_cell(mut self, key: impl Into<Key>, cell: impl Into<Cell>) -> Self {
        self.cells.push((key.into(), Rc::new(cell.into())));
        self
    }

    /// The same row with one more named integer that counts cases, so that it cannot differ from
    /// its explanation.
    #[must_use]
    pub fn with_counted(self, key: impl Into<Key>, cases: Vec<CaseId>) -> Self {
        let key = key.into();
        let count = i64::try_from(cases.len()).unwrap_or(i64::MAX);
        self.with_part(key.clone(), cases).with_integer(key, count)
    }

    /// The same row with the cases behind a part of it.
    #[must_use]
    pub fn with_part(mut self, key: impl Into<Key>, cases: Vec<CaseId>) -> Self {
        self.parts.push((key.into(), cases));
        self
    }

    /// The same row with the cases behind it.
    #[must_use]
    pub fn with_cases(mut self, cases: Vec<CaseId>) -> Self {
        self.cases = cases;
        self
    }

    /// `None` where the row has no such figure; empty where it has one that cannot be told.
    fn cell(&self, field: Field) -> Option<Cell> {
        match &self.measure {
            Measure::Integers => None,
            Measure::Count(count) => (field == Field::Count).then(|| (*count).into()),
            Measure::Mean(mean) => {
                (field == Field::Mean).then(|| mean.clone().map(Cell::Decimal).into())
            }
            Measure::Share { count, percent } => match field {
                Field::Count => Some((*count).into()),
                Field::Percent => Some(percent.clone().map(Cell::Percent).into()),
                Field::Formula | Field::Numerator | Field::Denominator | Field::Mean => None,
            },
            Measure::Rate {
                formula,
                numerator,
                denominator,
                percent,
            } => match field {
                Field::Formula => Some(Cell::word(formula.key.clone(), formula.label.clone())),
                Field::Numerator => Some((*numerator).into()),
                Field::Denominator => Some((*denominator).into()),
                Field::Percent => Some(percent.clone().map(Cell::Percent).into()),
                Field::Count | Field::Mean => None,
            },
        }
    }

    /// A named value; empty where the row has none of that name.
    fn named(&self, key: &str) -> Cell {
        let integer = self.integers.iter().find(|(name, _)| name == key);
        let cell = self.cells.iter().find(|(name, _)| name == key);
        match (integer, cell) {
            (Some((_, value)), _) => (*value).into(),
            (None, Some((_, cell))) => Cell::clone(cell),
            (None, None) => Cell::Empty,
        }
    }
}

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut map = to.serialize_map(None)?;
        map.serialize_entry("key", &self.key)?;
        map.serialize_entry("label", &self.label)?;
        match &self.measure {
            Measure::Integers => {}
            Measure::Count(count) => map.serialize_entry("count", count)?,
            Measure::Share { count, percent } => {
                map.serialize_entry("count", count)?;
                map.serialize_entry("percent", percent)?;
            }
            Measure::Mean(mean) => map.serialize_entry("mean", mean)?,
            Measure::Rate {
                formula,
                numerator,
                denominator,
                percent,
            } => {
                map.serialize_entry("formula", &formula.label)?;
                map.serialize_entry("numerator", numerator)?;
                map.serialize_entry("denominator", denominator)?;
                map.serialize_entry("percent", percent)?;
            }
        }
        for (key, value) in &self.integers {
            map.serialize_entry(key, value)?;
        }
        for (key, cell) in &self.cells {
            map.serialize_entry(key, &**cell)?;
        }
        map.end()
    }
}

/// The words above the columns of a section, in the reader's language.
#[derive(Debug, Clone, Copy)]
pub struct Headings<'a> {
    /// `项目`
    pub item: &'a str,
    /// `件数`
    pub count: &'a str,
    /// `口径`
    pub formula: &'a str,
    /// `分子`
    pub numerator: &'a str,
    /// `分母`
    pub denominator: &'a str,
    /// `占比`
    pub percent: &'a str,
    /// `平均`
    pub mean: &'a str,
    /// What stands between a label and its value: `：`
    pub colon: &'a str,
}

/// A column that is there only if a row of the section has the figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Formula,
    Count,
    Numerator,
    Denominator,
    Percent,
    Mean,
}

impl Field {
    const ALL: [Self; 6] = [
        Self::Count,
        Self::Numerator,
        Self::Denominator,
        Self::Percent,
        Self::Mean,
        Self::Formula,
    ];

    fn column(self, headings: &Headings) -> Column {
        match self {
            Self::Formula => Column::text("formula", headings.formula),
            Self::Count => Column::number("count", headings.count),
            Self::Numerator => Column::number("numerator", headings.numerator),
            Self::Denominator => Column::number("denominator", headings.denominator),
            Self::Percent => Column::new("percent", headings.percent, Kind::Percent),
            Self::Mean => Column::number("mean", headings.mean),
        }
    }
}

impl Section {
    /// The section as a grid; its denominator stands in a note below.
    pub fn sheet(&self, headings: &Headings) -> Sheet {
        let is_used = |field: &Field| self.rows.iter().any(|row| row.cell(*field).is_some());
        let fields: Vec<Field> = Field::ALL.into_iter().filter(is_used).collect();
        let mut columns = vec![Column::text("key", headings.item)];
        columns.extend(fields.iter().map(|field| field.column(headings)));
        columns.extend(
            self.headings
                .iter()
                .map(|heading| Column::new(heading.key.clone(), &heading.label, heading.kind)),
        );
        let mut sheet = Sheet::new(self.key.clone(), &self.label, columns);
        for row in &self.rows {
            let mut cells = vec![Cell::word(row.key.clone(), row.label.clone())];
            cells.extend(fields.iter().map(|field| row.cell(*field).into()));
            cells.extend(self.headings.iter().map(|heading| row.named(&heading.key)));
            sheet.push(cells);
        }
        if let Some(Denominator { label, value }) = &self.denominator {
            sheet
                .notes
                .push(format!("{label}{}{value}", headings.colon));
            sheet.whole = Some(*value);
        }
        sheet
    }
}
