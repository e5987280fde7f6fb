//! The years side by side (趋势): how many of each year, category and unit, matters that were raised
//! again, what this year speaks of more than earlier ones, what earlier years left unsolved.
//!
//! Refuses: to act on likeness; two suggestions that resemble each other are shown, not joined.

use std::collections::{BTreeMap, BTreeSet};

use super::beside::NO_DATA;
use super::case_rows::{SortedRows, case_row, case_section};
use super::cell::Cell;
use super::document::Document;
use super::groups::{document, each_in_scope};
use super::outlook::Outlook;
use super::scope::{Filter, year_of_case};
use super::section::{Heading, Row, Section};
use super::sheet::Kind;
use super::table::Look;
use super::tally::integer;
use crate::domain::book::Case;
use crate::domain::keyness::topics;
use crate::domain::rules::Grade;
use crate::domain::similar::{Index, Texts};
use crate::domain::terms::{CaseId, Name, year_of};
use crate::words::{self, Label, StandingLabel, Word};

/// How many topics are told.
const TOPICS_MOST: usize = 20;

/// The report. Cases of every year are compared; a year in the scope is the one that is asked about,
/// else the last one that has any.
pub fn trend(outlook: &Outlook, filter: &Filter) -> Document {
    let title = ("report.trend", Label::Trend);
    let last = filter.year().unwrap_or(year_of(outlook.as_of));
    let mut years = Years {
        outlook,
        year: last,
        by_year: BTreeMap::new(),
        categories: ByName::new(),
        units: ByName::new(),
        left_over: SortedRows::default(),
    };
    let scope = each_in_scope(outlook, &filter.of_any_year(), |case| {
        let of = year_of_case(outlook, case).filter(|of| *of <= last);
        if let Some(of) = of {
            years.take(case, of, last);
        }
    });
    if filter.year().is_none()
        && let Some((newest, _)) = years.by_year.last_key_value()
    {
        years.year = *newest;
    }
    let sections = vec![
        years.each(),
        years.groups("category", Label::Category, &years.categories),
        years.groups("unit", Label::Unit, &years.units),
        years.raised_again(),
        years.hot(),
        years.carried_over(),
    ];
    document(outlook, title, scope, sections)
}

/// The cases of a year, how they ended, and what was said of them.
#[derive(Default)]
struct Year {
    cases: Vec<CaseId>,
    replied: Vec<CaseId>,
    resolved: Vec<CaseId>,
    closed: Vec<CaseId>,
    satisfied: Vec<CaseId>,
    dissatisfied: Vec<CaseId>,
}

/// The cases of each category or unit, by year.
type ByName = BTreeMap<Name, BTreeMap<i32, Vec<CaseId>>>;

struct Years<'o> {
    outlook: &'o Outlook<'o>,
    year: i32,
    by_year: BTreeMap<i32, Year>,
    categories: ByName,
    units: ByName,
    /// What earlier years left unsolved, each with its year.
    left_over: SortedRows<i32>,
}

impl Years<'_> {
    /// One more case; what is left over goes into a year, whether anything was handed in then or not.
    fn take(&mut self, case: &Look, of: i32, coming: i32) {
        let book = self.outlook.book;
        let grade = case.rating().and_then(|rating| book.grade(rating));
        let is_resolved = book.is_resolved(case);
        let year = self.by_year.entry(of).or_default();
        for (fits, cases) in [
            (true, &mut year.cases),
            (case.replied().is_some(), &mut year.replied),
            (is_resolved, &mut year.resolved),
            (case.closed.is_some(), &mut year.closed),
            (grade == Some(Grade::Satisfied), &mut year.satisfied),
            (grade == Some(Grade::Dissatisfied), &mut year.dissatisfied),
        ] {
            cases.extend(fits.then_some(case.id));
        }
        let categories = self.categories.entry(case.category.clone());
        categories.or_default().entry(of).or_default().push(case.id);
        for unit in case.assignment().into_iter().flat_map(|a| a.to.repliers()) {
            let years = self.units.entry(unit.clone()).or_default();
            years.entry(of).or_default().push(case.id);
        }
        let is_left = !is_resolved || case.open_commitments().next().is_some();
        if of < coming && is_left {
            let row = self.left_over_row(case, of);
            self.left_over.push(of, row);
        }
    }

    fn this_year(&self) -> &[CaseId] {
        let this = self.by_year.get(&self.year);
        this.map(|year| year.cases.as_slice()).unwrap_or_default()
    }

    /// Those of the years before.
    fn earlier(&self) -> BTreeSet<CaseId> {
        let earlier = self.by_year.range(..self.year);
        earlier.flat_map(|(_, year)| &year.cases).copied().collect()
    }

    /// Each year: how many, how they ended, what was said of them.
    fn each(&self) -> Section {
        let lang = self.outlook.lang;
        let rows = self.by_year.iter().map(|(of, year)| {
            Row::of_cases(of.to_string(), words::year(lang, *of), year.cases.clone())
                .with_counted("replied", year.replied.clone())
                .with_counted("resolved", year.resolved.clone())
                .with_counted("closed", year.closed.clone())
                .with_counted("satisfied", year.satisfied.clone())
                .with_counted("dissatisfied", year.dissatisfied.clone())
        });
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
    fn groups(&self, key: &'static str, label: Label, found: &ByName) -> Section {
        let rows = found.iter().map(|(name, years)| {
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
                let cases = years.get(year).cloned().unwrap_or_default();
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
        let earlier = self.earlier();
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

    fn rows_like(&self, earlier: &BTreeSet<CaseId>) -> Vec<Row> {
        let book = self.outlook.book;
        let index = Index::of(book);
        let rules = book.office().rules_on(self.outlook.as_of);
        let rules = rules.and_then(|rules| rules.repeats).unwrap_or_default();
        let texts = book.texts();
        let mut rows = Vec::new();
        for case in self.this_year().iter().filter_map(|id| book.passing(*id)) {
            let body = case.body.as_ref().map(|body| texts.words(body));
            let hits = index.repeats((case.title.as_str(), body), Some(case.id), &rules);
            let alike = hits.into_iter().map(|hit| hit.case);
            let before: BTreeSet<CaseId> = alike.chain(case.earlier.iter().copied()).collect();
            let before: Vec<CaseId> = before.intersection(earlier).copied().collect();
            if !before.is_empty() {
                rows.push(self.row_like(&case, before));
            }
        }
        rows
    }

    /// A case with those of earlier years that it is like.
    fn row_like(&self, case: &Case, before: Vec<CaseId>) -> Row {
        let book = self.outlook.book;
        let (mut labels, mut unkept) = (Vec::new(), Vec::new());
        for earlier in before.iter().filter_map(|id| book.passing(*id)) {
            labels.push(words::plain_label_of(book, earlier.designation()));
            unkept.extend(self.is_unkept(&earlier).then_some(earlier.id));
        }
        case_row(self.outlook, case, None)
            .with_cell("earlier", words::list(self.outlook.lang, &labels))
            .with_part("earlier", before)
            .with_counted("unkept", unkept)
    }

    /// A promise that was broken, or whose day has passed.
    fn is_unkept(&self, case: &Case) -> bool {
        let mut promises = case.commitments.iter();
        promises.any(|promise| promise.fate(self.outlook.as_of).is_unkept())
    }

    /// What this year speaks of more than the years before.
    fn hot(&self) -> Section {
        let (this_year, earlier) = (self.this_year(), self.earlier());
        let words = |title: &str, body: Option<&str>| {
            let body = body.unwrap_or_default();
            format!("{title}\n{body}")
        };
        let mut now = vec![String::new(); this_year.len()];
        let place = |case: CaseId| this_year.binary_search(&case).ok();
        self.outlook.book.each(&mut |case, title, body| {
            if let Some(now) = place(case).and_then(|place| now.get_mut(place)) {
                *now = words(title, body);
            }
        });
        let before = |take: &mut dyn FnMut(&str)| {
            self.outlook.book.each(&mut |case, title, body| {
                if earlier.contains(&case) {
                    take(&words(title, body));
                }
            });
        };
        let topics = match earlier.is_empty() {
            true => Vec::new(),
            false => topics(now, before, TOPICS_MOST),
        };
        let rows = topics.into_iter().map(|topic| {
            let cases = topic.places.iter();
            let cases = cases.filter_map(|place| this_year.get(*place).copied());
            let keyness = format!("{}.{:02}", topic.keyness / 100, topic.keyness % 100);
            Row::of_cases(topic.run.clone(), topic.run, cases.collect())
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

    fn left_over_row(&self, case: &Look, of: i32) -> Row {
        let state = self.outlook.book.state(case).word(self.outlook.lang);
        let due = case.open_commitments().map(|promise| promise.due).min();
        case_row(self.outlook, case, None)
            .with_integer("of_year", i64::from(of))
            .with_cell("category", case.category.as_str())
            .with_cell("state", state)
            .with_cell("due", due)
    }

    /// What earlier years left unsolved, closed or not (未解决的转入下年): the reply resolved nothing,
    /// or a promise is open.
    fn carried_over(&mut self) -> Section {
        let mut left = std::mem::take(&mut self.left_over).into_rows();
        left.sort_by_key(|(year, _)| *year);
        let rows = left.into_iter().map(|(_, row)| row).collect();
        let columns = [
            ("of_year", Label::Year, Kind::Number),
            ("category", Label::Category, Kind::Text),
            ("state", Label::State, Kind::Text),
            ("due", Label::Due, Kind::Date),
        ];
        case_section(self.outlook, ("carried", Label::LeftOver), &columns, rows)
    }
}
