//! The public page: the figures of the scope, then every case that may be published with what
//! became of it.
//!
//! Figures count confidential cases too, or they would not add up; nobody can be known by them.

use super::{Goes, Published, outward, published};
use crate::domain::book::Case;
use crate::report::cell::Cell;
use crate::report::document::Document;
use crate::report::outlook::Outlook;
use crate::report::scope::Filter;
use crate::report::section::{Measure, Section};
use crate::report::sheet::{Column, Sheet};
use crate::report::summary;
use crate::report::tally::select;
use crate::words::{self, Label, PublicLabel, Word};

/// The figures of a summary that are everybody's.
const FIGURES: [&str; 7] = [
    "category",
    "unit",
    "class",
    "satisfaction",
    "rates",
    "stars",
    "revisit",
];

/// The page, and what was left out of it.
pub fn page(outlook: &Outlook, filter: &Filter) -> (Document, Goes) {
    let lang = outlook.lang;
    let all: Vec<&Case> = outlook.book.cases().collect();
    let mut cases = select(&all, |case| filter.counts(outlook, case));
    cases.sort_by_key(|case| (case.number, case.id));
    let goes = published(outlook, &cases);
    let figures = summary::figures(outlook, filter);
    let headings = outlook.headings();
    let told = figures.sections.iter().filter(|section| tells(section));
    let mut sheets: Vec<Sheet> = told
        .map(|section| section.sheet(&headings))
        .map(|sheet| match &*sheet.key {
            "unit" => sheet.only(&["key", "count"]),
            _ => sheet,
        })
        .collect();
    sheets.push(list(outlook, &goes));
    let office = outlook.book.office().identity();
    let office = office.map_or("", |identity| identity.name.as_str());
    let title = words::public_title(lang, office);
    let mut foot = vec![figures.scope.label];
    foot.extend(outlook.foot());
    let page = Document::of_rows("report.public", title, outlook.basis(), sheets);
    (outward(page.with_foot(foot)), goes)
}

/// Whether a section is everybody's and has something to tell.
fn tells(section: &Section) -> bool {
    let counted = |measure: &Measure| match measure {
        Measure::Count(count) | Measure::Share { count, .. } => *count > 0,
        Measure::Rate { denominator, .. } => *denominator > 0,
        Measure::Mean(mean) => mean.is_some(),
        Measure::Integers => false,
    };
    let known = FIGURES.contains(&&*section.key);
    known && section.rows.iter().any(|row| counted(&row.measure))
}

/// The cases one a row.
fn list(outlook: &Outlook, goes: &Goes) -> Sheet {
    let lang = outlook.lang;
    let text = |key: &'static str, label: &dyn Word| Column::text(key, label.word(lang));
    let columns = vec![
        text("case", &Label::Number),
        text("title", &Label::Title),
        text("proposer", &Label::Deputy),
        text("category", &Label::Category),
        text("unit", &Label::Unit),
        Column::date("submitted", Label::Submitted.word(lang)),
        Column::date("replied", Label::Replied.word(lang)),
        text("class", &Label::Class),
        text("effects", &PublicLabel::Effects),
        text("reply", &PublicLabel::Reply),
    ];
    let mut sheet = Sheet::new("cases", Label::Cases.word(lang), columns);
    for case in &goes.cases {
        sheet.push(row(case));
    }
    // What is told of no case needs no column.
    let told = |key: &&str| match *key {
        "effects" => goes.cases.iter().any(|case| !case.effects.is_empty()),
        "reply" => goes.cases.iter().any(|case| !case.replies.is_empty()),
        _ => true,
    };
    let keys: Vec<String> = sheet.columns().iter().map(|c| c.key.to_string()).collect();
    let keys: Vec<&str> = keys.iter().map(String::as_str).filter(told).collect();
    let mut sheet = sheet.only(&keys);
    if goes.kept_back() > 0 {
        sheet.notes.push(words::kept_back(lang, goes.kept_back()));
    }
    sheet
}

fn row(case: &Published) -> Vec<Cell> {
    let list = |words: &[String]| match words {
        [] => Cell::Empty,
        words => Cell::List(words.to_vec()),
    };
    let replies = case.replies.iter().flat_map(|reply| &reply.paragraphs);
    let replies: Vec<&str> = replies.map(String::as_str).collect();
    let replies = (!replies.is_empty()).then(|| replies.join("\n"));
    vec![
        case.number.clone(),
        case.title.as_str().into(),
        case.proposer.clone().into(),
        case.category.as_str().into(),
        list(&case.units),
        case.submitted.into(),
        case.replied.into(),
        case.class.clone().into(),
        list(&case.effects),
        replies.into(),
    ]
}
