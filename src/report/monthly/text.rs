//! The monthly report as a text, for papers that are read: what it is, until when, a sentence of
//! figures, what moved, how well, what is wrong, what comes next; then the tables.
//!
//! It says once more in words what the sections count and counts nothing itself, so that text and
//! tables cannot differ.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::super::block::Block;
use super::super::figures::Figures;
use super::super::month::Month;
use super::super::outlook::Outlook;
use super::super::section::{Measure, Row, Section};
use crate::words::monthly::{
    Figure, MONTHLY_FINE, MONTHLY_PARTS, MONTHLY_TABLES, Rated, monthly_figures, monthly_movement,
    monthly_next, monthly_opening, monthly_title,
};
use crate::words::{self, Lang};

/// The text.
pub(super) fn text(outlook: &Outlook, month: Month, figures: &Figures) -> Vec<Block> {
    let text = Text {
        outlook,
        figures,
        told: RefCell::default(),
    };
    let last = month.last().min(outlook.as_of);
    let office = outlook.book.office().identity();
    let office = office.map_or("", |identity| identity.name.as_str());
    let day = words::short_date(Lang::Zh, last);
    let name = words::month(Lang::Zh, month.year(), month.number());
    let running = (last < month.last()).then_some(day.as_str());
    let mut blocks = vec![Block::Title(monthly_title(office, &name, running))];
    let scope = &figures.scope;
    let rates = text.rates();
    blocks.push(Block::paragraph(monthly_opening(
        &day,
        (scope.total, scope.sessions.as_deref()),
        scope.units_count,
        &rates,
    )));
    let parts = [text.moved(), text.quality(), text.wrong(), text.next()];
    for (heading, part) in MONTHLY_PARTS.into_iter().zip(parts) {
        blocks.push(Block::heading(1, heading));
        blocks.extend(part);
    }
    blocks.push(Block::Signature {
        by: office.to_owned(),
        on: words::short_date(Lang::Zh, outlook.as_of),
    });
    blocks.push(Block::PageBreak);
    blocks.push(Block::heading(1, MONTHLY_TABLES));
    let told = text.told.take();
    let others = figures.sections.iter();
    let others = others.filter(|section| !told.contains(&*section.key));
    blocks.extend(others.filter_map(|section| text.table(&section.key)));
    blocks
}

struct Text<'a, 'o> {
    outlook: &'o Outlook<'a>,
    figures: &'o Figures,
    /// The sections that stand in the text already, as a sentence or as a table: the annex has the
    /// others.
    told: RefCell<BTreeSet<String>>,
}

impl Text<'_, '_> {
    fn section(&self, key: &str) -> Option<&Section> {
        let mut sections = self.figures.sections.iter();
        sections.find(|section| section.key == key)
    }

    /// A section that the text tells of.
    fn telling(&self, key: &str) -> Option<&Section> {
        self.told.borrow_mut().insert(key.to_owned());
        self.section(key)
    }

    /// A section as a table, where it has anything.
    fn table(&self, key: &str) -> Option<Block> {
        let section = self
            .telling(key)
            .filter(|section| !section.rows.is_empty())?;
        Some(Block::table(section.sheet(&self.outlook.headings())))
    }

    /// A section as a sentence.
    fn told(&self, key: &str) -> Option<Block> {
        let section = self.telling(key)?;
        let figures: Vec<Figure> = section.rows.iter().filter_map(figure).collect();
        monthly_figures(&section.label, &figures).map(Block::paragraph)
    }

    fn rows(&self, key: &str) -> usize {
        self.section(key).map_or(0, |section| section.rows.len())
    }

    /// The rates that have anything to divide by.
    fn rates(&self) -> Vec<Rated> {
        let rows = self.section("rates").map(|section| section.rows.as_slice());
        let rate = |row: &Row| match &row.measure {
            Measure::Rate {
                numerator,
                denominator,
                percent: Some(percent),
                ..
            } => Some(Rated {
                word: row.label.clone(),
                percent: percent.clone(),
                numerator: *numerator,
                denominator: *denominator,
            }),
            Measure::Rate { .. }
            | Measure::Integers
            | Measure::Count(_)
            | Measure::Share { .. }
            | Measure::Mean(_) => None,
        };
        rows.unwrap_or_default().iter().filter_map(rate).collect()
    }

    fn moved(&self) -> Vec<Block> {
        let section = self.telling("unit");
        let row = |key: &str| section?.rows.iter().find(|row| row.key == key);
        let of_row = |row: &Row, key: &str| {
            let mut integers = row.integers.iter();
            let integer = integers.find(|(known, _)| known == key);
            integer.map_or(0, |(_, n)| *n)
        };
        let desk = row("not_handed_over").map_or(0, |row| of_row(row, "closing"));
        let sentence = section.zip(row("all")).map(|(section, all)| {
            let value = |key: &str| of_row(all, key);
            let ends = ["opening", "closing"];
            let between = section.headings.iter();
            let between = between.filter(|heading| !ends.contains(&&*heading.key));
            let moved: Vec<(String, i64)> = between
                .map(|heading| (heading.label.clone(), value(&heading.key)))
                .collect();
            let [opening, closing] = ends.map(value);
            Block::paragraph(monthly_movement(opening, &moved, (closing, desk)))
        });
        let told = [
            self.told("activity"),
            self.told("class"),
            self.table("unit"),
        ];
        sentence
            .into_iter()
            .chain(told.into_iter().flatten())
            .collect()
    }

    fn quality(&self) -> Vec<Block> {
        let told = [
            self.told("consultation"),
            self.told("satisfaction"),
            self.table("rates"),
        ];
        told.into_iter().flatten().collect()
    }

    fn wrong(&self) -> Vec<Block> {
        let told = [self.told("blocked"), self.table("problem")];
        let told: Vec<Block> = told.into_iter().flatten().collect();
        match told.is_empty() {
            true => vec![Block::paragraph(MONTHLY_FINE)],
            false => told,
        }
    }

    fn next(&self) -> Vec<Block> {
        let next = monthly_next(self.rows("due_next"), self.rows("commitments"));
        let told = [Some(Block::paragraph(next)), self.table("due_next")];
        told.into_iter().flatten().collect()
    }
}

/// The figure of a row that counts.
pub(in crate::report) fn figure(row: &Row) -> Option<Figure> {
    let (count, share) = match &row.measure {
        Measure::Count(count) => (*count, None),
        Measure::Share { count, percent } => (*count, percent.clone()),
        Measure::Integers | Measure::Rate { .. } | Measure::Mean(_) => return None,
    };
    Some(Figure {
        word: row.label.clone(),
        count,
        share,
    })
}
