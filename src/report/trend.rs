//! The years side by side (趋势): how many of each year, category and unit, matters that were raised
//! again, what this year speaks of more than earlier ones, what earlier years left unsolved.
//!
//! Refuses: to act on likeness; two suggestions that resemble each other are shown, not joined.

use std::collections::{BTreeMap, BTreeSet};

use super::beside::NO_DATA;
use super::case_rows::{case_row, case_section};
use super::cell::Cell;
use super::document::Document;
use super::groups::report;
use super::outlook::Outlook;
use super::scope::{Filter, year_of_case};
use super::section::{Heading, Row, Section};
use super::sheet::Kind;
use super::tally::{integer, of};
use crate::domain::book::Case;
use crate::domain::keyness::topics;
use crate::domain::rules::Grade;
use crate::domain::similar::Index;
use crate::domain::terms::{CaseId, Name, year_of};
use crate::words::{self, Label, StandingLabel, Word};

/// How many topics are told.
const TOPICS_MOST: usize = 20;

/// The report. Cases of every year are compared; a year in the scope is the one that is asked about,
/// else the last one that has any.
pub fn trend(outlook: &Outlook, filter: &Filter) -> Document {
    let last = filter.year().unwrap_or(year_of(outlook.as_of));
    let title = ("report.trend", Label::Trend);
    report(outlook, &filter.of_any_year(), title, |cases| {
        let mut by_year: BTreeMap<i32, Vec<&Case>> = BTreeMap::new();
        for case in cases {
            let of = year_of_case(outlook, case).filter(|of| *of <= last);
            if let Some(of) = of {
                by_year.entry(of).or_default().push(case);
            }
        }
        let newest = by_year.last_key_value().map_or(last, |(year, _)| *year);
        let years = Years {
            outlook,
            year: filter.year().unwrap_or(newest),
            coming: filter.year().unwrap_or(year_of(outlook.as_of)),
            by_year,
        };
        vec![
            years.each(),
            years.groups("category", Label::Category, |case| {
                vec![case.category.clone()]
            }),
            years.groups("unit", Label::Unit, |case| {
                let to = case.assignment().into_iter();
                to.flat_map(|a| a.to.repliers()).cloned().collect()
            }),
            years.raised_again(),
            years.hot(),
            years.carried_over(),
        ]
    })
}

struct Years<'a, 'o> {
    outlook: &'o Outlook<'o>,
    year: i32,
    /// The year into which earlier ones are carried, whether anything was handed in yet or not.
    coming: i32,
    by_year: BTreeMap<i32, Vec<&'a Case>>,
}

impl Years<'_, '_> {
    fn this_year(&self) -> &[&Case] {
        self.by_year
            .get(&self.year)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    fn earlier(&self) -> impl Iterator<Item = &Case> {
        self.before(self.year)
    }

    fn before(&self, year: i32) -> impl Iterator<Item = &Case> {
        let earlier = self.by_year.range(..year);
        earlier.flat_map(|(_, cases)| cases.iter().copied())
    }

    /// Each year: how many, how they ended, what was said of them.
    fn each(&self) -> Section {
        let book = self.outlook.book;
        let graded = |case: &Case, wanted: Grade| {
            case.rating().and_then(|rating| book.grade(rating)) == Some(wanted)
        };
        let rows = self.by_year.iter().map(|(year, cases)| {
            Row::of_cases(
                year.to_string(),
                words::year(self.outlook.lang, *year),
                of(cases, |_| true),
            )
            .with_counted("replied", of(cases, |c| c.replied().is_some()))
            .with_counted("resolved", of(cases, |c| book.is_resolved(c)))
            .with_counted("closed", of(cases, |c| c.closed.is_some()))
            .with_counted("satisfied", of(cases, |c| graded(c, Grade::Satisfied)))
            .with_counted(
                "dissatisfied",
                of(cases, |c| graded(c, Grade::Dissatisfied)),
            )
        });
        let lang = self.outlook.lang;
        let heading = |key: &'static str, label: &str| Heading {
            key: key.into(),
            label: label.to_owned(),
            kind: Kind::Number,
        };
        Section {
            key: "year".into(),
            label: StandingLabel::EachYear.word(lang).to_owned(),
            denominator: None,
            rows: rows.collect(),
            headings: vec![
                heading("replied", Label::Replied.word(lang)),
                heading("resolved", StandingLabel::Resolved.word(lang)),
                heading("closed", Label::ClosedCases.word(lang)),
                heading("satisfied", Grade::Satisfied.word(lang)),
                heading("dissatisfied", Grade::Dissatisfied.word(lang)),
            ],
        }
    }

    /// Groups with a column a year; their own figure is this year's.
    fn groups(&self, key: &'static str, label: Label, by: impl Fn(&Case) -> Vec<Name>) -> Section {
        let mut found: BTreeMap<Name, BTreeMap<i32, Vec<CaseId>>> = BTreeMap::new();
        for (year, cases) in &self.by_year {
            for case in cases {
                for name in by(case) {
                    let years = found.entry(name).or_default();
                    years.entry(*year).or_default().push(case.id);
                }
            }
        }
        let rows = found.into_iter().map(|(name, mut years)| {
            let now = years.get(&self.year).cloned().unwrap_or_default();
            let before = years.get(&(self.year - 1)).map_or(0, Vec::len);
            // A year of which nothing is on record is no year of which there was nothing.
            let known = self.by_year.contains_key(&(self.year - 1));
            let change = match known {
                true => Cell::Integer(integer(now.len()) - integer(before)),
                false => NO_DATA.into(),
            };
            let row = Row::of_cases(name.to_string(), name.to_string(), now);
            let row = self.by_year.keys().fold(row, |row, year| {
                let cases = years.remove(year).unwrap_or_default();
                row.with_counted(year.to_string(), cases)
            });
            row.with_cell("change", change)
        });
        let lang = self.outlook.lang;
        let years = self.by_year.keys().map(|year| Heading {
            key: year.to_string().into(),
            label: words::year(lang, *year),
            kind: Kind::Number,
        });
        let change = Heading {
            key: "change".into(),
            label: StandingLabel::Change.word(lang).to_owned(),
            kind: Kind::Number,
        };
        Section {
            key: key.into(),
            label: label.word(lang).to_owned(),
            denominator: None,
            rows: rows.collect(),
            headings: years.chain(std::iter::once(change)).collect(),
        }
    }

    /// This year's cases whose matter an earlier year raised, by likeness or because somebody said
    /// so, with whether something was promised then and not kept.
    fn raised_again(&self) -> Section {
        let earlier: BTreeMap<CaseId, &Case> = self.earlier().map(|case| (case.id, case)).collect();
        // Weighing all texts pays only where there is something to be like.
        let rows = match earlier.is_empty() {
            true => Vec::new(),
            false => self.rows_like(&earlier),
        };
        let columns = [
            ("earlier", Label::RaisedBefore, Kind::Text),
            ("unkept", Label::PromisesUnkept, Kind::Number),
        ];
        case_section(
            self.outlook,
            ("repeated", Label::RaisedAgain),
            &columns,
            rows,
        )
    }

    fn rows_like(&self, earlier: &BTreeMap<CaseId, &Case>) -> Vec<Row> {
        let book = self.outlook.book;
        let index = Index::of(book);
        let rules = book.office().rules_on(self.outlook.as_of);
        let rules = rules.and_then(|rules| rules.repeats).unwrap_or_default();
        let texts = book.texts();
        let mut rows = Vec::new();
        for case in self.this_year() {
            let body = case.body.as_ref().map(|body| texts.words(body));
            let hits = index.repeats((case.title.as_str(), body), Some(case.id), &rules);
            let alike = hits.into_iter().map(|hit| hit.case);
            let before: BTreeSet<CaseId> = alike.chain(case.earlier.iter().copied()).collect();
            let before: Vec<&Case> = before
                .iter()
                .filter_map(|id| earlier.get(id).copied())
                .collect();
            if before.is_empty() {
                continue;
            }
            let labels: Vec<String> = before
                .iter()
                .map(|case| words::plain_label(book, case.id))
                .collect();
            let unkept = of(&before, |case| self.is_unkept(case));
            let row = case_row(self.outlook, case, None)
                .with_cell("earlier", words::list(self.outlook.lang, &labels))
                .with_part("earlier", before.iter().map(|case| case.id).collect())
                .with_counted("unkept", unkept);
            rows.push(row);
        }
        rows
    }

    /// A promise that was broken, or whose day has passed.
    fn is_unkept(&self, case: &Case) -> bool {
        let mut promises = case.commitments.iter();
        promises.any(|promise| promise.fate(self.outlook.as_of).is_unkept())
    }

    /// What this year speaks of more than the years before.
    fn hot(&self) -> Section {
        let texts = self.outlook.book.texts();
        let words = |case: &Case| {
            let body = case.body.as_ref().map(|body| texts.words(body));
            format!("{}\n{}", case.title, body.unwrap_or_default())
        };
        let now: Vec<String> = self.this_year().iter().map(|case| words(case)).collect();
        let before: Vec<String> = self.earlier().map(words).collect();
        let rows = topics(&now, &before, TOPICS_MOST).into_iter().map(|topic| {
            let cases = topic
                .places
                .iter()
                .filter_map(|place| self.this_year().get(*place));
            let cases = cases.map(|case| case.id).collect();
            let keyness = format!("{}.{:02}", topic.keyness / 100, topic.keyness % 100);
            Row::of_cases(topic.run.clone(), topic.run, cases)
                .with_integer("before", integer(topic.before))
                .with_cell("keyness", Cell::Decimal(keyness))
        });
        let lang = self.outlook.lang;
        let heading = |key: &'static str, label: StandingLabel| Heading {
            key: key.into(),
            label: label.word(lang).to_owned(),
            kind: Kind::Number,
        };
        Section {
            key: "topics".into(),
            label: StandingLabel::HotTopics.word(lang).to_owned(),
            denominator: None,
            rows: rows.collect(),
            headings: vec![
                heading("before", StandingLabel::EarlierYears),
                heading("keyness", StandingLabel::Keyness),
            ],
        }
    }

    /// What earlier years left unsolved, closed or not (未解决的转入下年): the reply resolved nothing,
    /// or a promise is open.
    fn carried_over(&self) -> Section {
        let left = self.before(self.coming).filter(|case| {
            !self.outlook.book.is_resolved(case) || case.open_commitments().next().is_some()
        });
        let rows = left.map(|case| {
            let state = self.outlook.book.state(case).word(self.outlook.lang);
            let due = case.open_commitments().map(|promise| promise.due).min();
            let year = year_of_case(self.outlook, case);
            case_row(self.outlook, case, None)
                .with_integer("of_year", year.map_or(0, i64::from))
                .with_cell("category", case.category.as_str())
                .with_cell("state", state)
                .with_cell("due", due)
        });
        let columns = [
            ("of_year", Label::Year, Kind::Number),
            ("category", Label::Category, Kind::Text),
            ("state", Label::State, Kind::Text),
            ("due", Label::Due, Kind::Date),
        ];
        let rows = rows.collect();
        case_section(self.outlook, ("carried", Label::LeftOver), &columns, rows)
    }
}
