//! Counted reports of the deputies' work beside the cases. Every figure is the things behind it,
//! counted, and can name them (`--explain SECTION.KEY`), as the figures of cases can.
//!
//! Refuses: to know opinions, activities or projects; who reports on them says how each is listed.

use super::Cell;
use super::document::Document;
use super::figures::{Figures, NoSuchFigure, Scope};
use super::list::sheet_of;
use super::outlook::Outlook;
use super::section::{Denominator, Heading, Measure, Row, Section};
use super::sheet::{Key, Kind, Sheet};
use super::tally::style;
use crate::domain::deadline::Clock;
use crate::domain::event::Subject;
use crate::domain::terms::{CaseId, nearest, year_of};
use crate::words::{self, Lang, Word, WorkLabel};

/// One thing behind a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Behind {
    Case(CaseId),
    Work(Subject),
    /// A station, by its place among all.
    Station(usize),
    /// A group, by its place among all.
    Group(usize),
    /// A deputy, by the place on the roster.
    Deputy(usize),
}

/// A figure beside the row's own: a count of things, or a sum over them.
pub(super) struct Part {
    pub(super) key: Key,
    pub(super) label: String,
    pub(super) value: usize,
    pub(super) behind: Vec<Behind>,
}

/// A line of a counted section.
pub(super) struct Line {
    pub(super) key: Key,
    pub(super) label: String,
    pub(super) behind: Vec<Behind>,
    pub(super) parts: Vec<Part>,
    pub(super) cells: Vec<(Key, String, Cell)>,
}

impl Line {
    pub(super) fn new(key: impl Into<Key>, label: impl Into<String>, behind: Vec<Behind>) -> Self {
        Self {
            key: key.into(),
            label: label.into(),
            behind,
            parts: Vec::new(),
            cells: Vec::new(),
        }
    }

    /// The same line with one more sum over things.
    pub(super) fn with_part(
        mut self,
        key: impl Into<Key>,
        label: &str,
        value: usize,
        behind: Vec<Behind>,
    ) -> Self {
        self.parts.push(Part {
            key: key.into(),
            label: label.to_owned(),
            value,
            behind,
        });
        self
    }

    /// The same line with a value that is no count.
    pub(super) fn with_cell(mut self, key: impl Into<Key>, label: &str, cell: Cell) -> Self {
        self.cells.push((key.into(), label.to_owned(), cell));
        self
    }
}

/// A counted section.
pub(super) struct Counted {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    /// What the shares are taken of; none where there are none.
    pub(super) of: Option<(&'static str, usize)>,
    pub(super) lines: Vec<Line>,
}

/// A counted report before it is printed.
pub(super) struct Report {
    pub(super) kind: &'static str,
    pub(super) title: &'static str,
    pub(super) scope: String,
    pub(super) total: usize,
    pub(super) units: usize,
    pub(super) sections: Vec<Counted>,
}

/// Whether things were done by their last days: each is one of in time, late, overdue, running,
/// without a limit.
pub(super) fn timeliness(outlook: &Outlook, things: &[(Behind, Option<Clock>)]) -> Vec<Line> {
    let place = |clock: &Option<Clock>| {
        let Some(clock) = clock else {
            return "no_clock";
        };
        match (clock.met.is_some(), clock.is_overdue(outlook.as_of)) {
            (true, false) => "in_time",
            (true, true) => "late",
            (false, true) => "overdue",
            (false, false) => "running",
        }
    };
    let rows = [
        ("in_time", WorkLabel::InTime),
        ("late", WorkLabel::Late),
        ("overdue", WorkLabel::Overdue),
        ("running", WorkLabel::Running),
        ("no_clock", WorkLabel::NoClock),
    ];
    let line = |(key, label): (&'static str, WorkLabel)| {
        let of = things.iter().filter(|(_, clock)| place(clock) == key);
        let behind = of.map(|(thing, _)| *thing).collect();
        Line::new(key, label.word(outlook.lang), behind)
    };
    rows.into_iter().map(line).collect()
}

/// What of a report is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Asked<'a> {
    /// Only what belongs to a year.
    pub year: Option<i32>,
    /// The things behind one figure.
    pub explain: Option<&'a str>,
}

impl Asked<'_> {
    /// Whether a day belongs to what is asked for.
    pub(super) fn takes(&self, day: crate::domain::terms::Date) -> bool {
        self.year.is_none_or(|year| year == year_of(day))
    }

    /// In words: `2024年`, or all of it.
    pub(super) fn scope(&self, lang: Lang) -> String {
        match self.year {
            Some(year) => words::say(lang, format!("{year}年"), year.to_string()),
            None => WorkLabel::AllYears.word(lang).to_owned(),
        }
    }
}

/// Lists of the things behind a figure, kind by kind.
pub(super) type Listing = fn(&Outlook, &[Behind]) -> Vec<Sheet>;

impl Report {
    /// The report, or the things behind one of its figures.
    pub(super) fn answer(
        self,
        outlook: &Outlook,
        asked: &Asked,
        listing: Listing,
    ) -> Result<Document, NoSuchFigure> {
        match asked.explain {
            None => Ok(self.document(outlook)),
            Some(name) => self.explained(outlook, name, listing),
        }
    }

    fn document(self, outlook: &Outlook) -> Document {
        let (kind, title) = (self.kind, self.title);
        let figures = Figures {
            month: None,
            scope: Scope {
                label: self.scope,
                total: self.total,
                tracked: self.total,
                units_count: self.units,
                sessions: None,
            },
            sections: self
                .sections
                .into_iter()
                .map(|s| s.section(outlook))
                .collect(),
        };
        Document::of_figures(kind, title, outlook.basis(), figures, &outlook.headings())
            .with_foot(outlook.foot())
    }

    fn explained(
        self,
        outlook: &Outlook,
        name: &str,
        listing: Listing,
    ) -> Result<Document, NoSuchFigure> {
        let mut known = Vec::new();
        for section in &self.sections {
            for line in &section.lines {
                let place = format!("{}.{}", section.key, line.key);
                for part in &line.parts {
                    known.push((format!("{place}.{}", part.key), &line.label, &part.behind));
                }
                known.push((place, &line.label, &line.behind));
            }
        }
        let Some((_, label, behind)) = known.iter().find(|(place, ..)| place == name) else {
            let near = nearest(name, known.iter().map(|(place, ..)| place.as_str()));
            return Err(NoSuchFigure {
                name: name.to_owned(),
                nearest: near.into_iter().map(str::to_owned).collect(),
            });
        };
        let lang = outlook.lang;
        let cases = behind.iter().filter_map(|thing| match thing {
            Behind::Case(id) => outlook.book.case(*id),
            Behind::Work(_) | Behind::Station(_) | Behind::Group(_) | Behind::Deputy(_) => None,
        });
        let cases: Vec<_> = cases.collect();
        let mut sheets = listing(outlook, behind);
        if !cases.is_empty() {
            sheets.push(sheet_of(outlook, cases.into_iter()));
        }
        let title = words::say(
            lang,
            format!("{name}（{label}）由来"),
            format!("what stands behind {name} ({label})"),
        );
        let foot = words::foot_count(lang, behind.len());
        Ok(Document::of_rows("explain", title, outlook.basis(), sheets).with_foot(vec![foot]))
    }
}

impl Counted {
    fn section(self, outlook: &Outlook) -> Section {
        let mut headings: Vec<Heading> = Vec::new();
        let mut add = |key: &Key, label: &str, kind: Kind| {
            if !headings.iter().any(|heading| heading.key == *key) {
                headings.push(Heading {
                    key: key.clone(),
                    label: label.to_owned(),
                    kind,
                });
            }
        };
        for line in &self.lines {
            for part in &line.parts {
                add(&part.key, &part.label, Kind::Number);
            }
            for (key, label, _) in &line.cells {
                add(key, label, Kind::Text);
            }
        }
        let counts: Vec<u64> = self.lines.iter().map(|l| l.behind.len() as u64).collect();
        let shares = self
            .of
            .map(|(_, whole)| style(outlook).shares(&counts, whole as u64));
        let rows = self.lines.into_iter().enumerate().map(|(place, line)| {
            let count = Measure::Count(line.behind.len());
            let mut row = Row::new(line.key, line.label, count);
            if let Some(shares) = &shares {
                row = row.with_share(shares.get(place).cloned().flatten());
            }
            for part in line.parts {
                let value = i64::try_from(part.value).unwrap_or(i64::MAX);
                row = row.with_integer(part.key, value);
            }
            for (key, _, cell) in line.cells {
                row = row.with_cell(key, cell);
            }
            row
        });
        Section {
            key: self.key.into(),
            label: self.label.to_owned(),
            denominator: self.of.map(|(label, value)| Denominator {
                label: label.to_owned(),
                value,
            }),
            rows: rows.collect(),
            headings,
        }
    }
}
