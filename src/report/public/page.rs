//! The public page: the figures of the scope, then every case that may be published with what
//! became of it.
//!
//! Figures count confidential cases too, or they would not add up; nobody can be known by them.

use super::{Goes, Place, Published, outward};
use crate::domain::book::Case;
use crate::report::cell::Cell;
use crate::report::document::Document;
use crate::report::outlook::Outlook;
use crate::report::scope::Filter;
use crate::report::section::{Measure, Section};
use crate::report::sheet::{Column, Sheet};
use crate::report::summary;
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
    let mut list = List::new(outlook);
    let figures = summary::figures_while(outlook, filter, |case| list.take(outlook, case));
    let (cases, goes) = list.print(outlook);
    let headings = outlook.headings();
    let told = figures.sections.iter().filter(|section| tells(section));
    let mut sheets: Vec<Sheet> = told
        .map(|section| section.sheet(&headings))
        .map(|sheet| match &*sheet.key {
            "unit" => sheet.only(&["key", "count"]),
            _ => sheet,
        })
        .collect();
    sheets.push(cases);
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

/// The cases one a row, by their numbers, and what was left out of them.
struct List {
    sheet: Sheet,
    places: Vec<Place>,
    goes: Goes,
    has_effects: bool,
    has_replies: bool,
}

impl List {
    fn new(outlook: &Outlook) -> Self {
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
        Self {
            sheet: Sheet::new("cases", Label::Cases.word(lang), columns),
            places: Vec::new(),
            goes: Goes::default(),
            has_effects: false,
            has_replies: false,
        }
    }

    fn take(&mut self, outlook: &Outlook, case: &Case) {
        if let Some(case) = self.goes.take(outlook, case) {
            self.has_effects |= !case.effects.is_empty();
            self.has_replies |= !case.replies.is_empty();
            self.places.push(case.place());
            self.sheet.push(row(case));
        }
    }

    fn print(mut self, outlook: &Outlook) -> (Sheet, Goes) {
        self.goes.sort();
        let mut sheet = self.sheet.in_order_of(&self.places);
        // What is told of no case needs no column.
        let told = [("effects", self.has_effects), ("reply", self.has_replies)];
        for (key, is_told) in told {
            if !is_told {
                sheet = sheet.without(key);
            }
        }
        let kept_back = self.goes.kept_back();
        if kept_back > 0 {
            sheet.notes.push(words::kept_back(outlook.lang, kept_back));
        }
        (sheet, self.goes)
    }
}

fn row(case: Published) -> Vec<Cell> {
    let replies = case.replies.iter().flat_map(|reply| &reply.paragraphs);
    let replies: Vec<&str> = replies.map(String::as_str).collect();
    let replies = (!replies.is_empty()).then(|| replies.join("\n"));
    vec![
        case.number,
        case.title.into(),
        case.proposer.into(),
        case.category.into(),
        Cell::list(case.units),
        case.submitted.into(),
        case.replied.into(),
        case.class.into(),
        Cell::list(case.effects),
        replies.into(),
    ]
}
