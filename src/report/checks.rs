//! Checks (检查): which there are, and one of them whole: its cases, what it found, what was mended.
//!
//! Refuses: to judge. A case without a look yet is said to be so.

use serde_json::json;

use super::cell::{Cell, Tone};
use super::document::Document;
use super::list::number;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use crate::domain::book::{Case, Check, Inspection};
use crate::domain::refusal::{Refusal, Thing};
use crate::domain::terms::Name;
use crate::words::{Label, Word};

/// Every check, oldest first.
pub fn list(outlook: &Outlook) -> Document {
    let lang = outlook.lang;
    let columns = vec![
        Column::text("check", Label::Check.word(lang)),
        Column::text("kind", Label::Kind.word(lang)),
        Column::date("opened", Label::Date.word(lang)),
        Column::number("cases", Label::Cases.word(lang)),
        Column::number("looked_at", Label::LookedAt.word(lang)),
        Column::number("findings", Label::Findings.word(lang)),
        Column::number("open", Label::OpenFindings.word(lang)),
    ];
    let mut sheet = Sheet::new("checks", Label::Checks.word(lang), columns);
    let begun = |(_, check): &(&Name, &Check)| check.opened <= outlook.as_of;
    let checks = outlook.book.office().checks().filter(begun);
    let mut checks: Vec<(&Name, &Check)> = checks.collect();
    checks.sort_by_key(|(name, check)| (check.opened, *name));
    for (name, check) in checks {
        let looks: Vec<&Inspection> = cases(outlook, check)
            .flat_map(|case| of(case, name))
            .collect();
        let found = looks.iter().filter(|look| look.finding.is_some());
        let open = found.clone().filter(|look| look.mended.is_none());
        let looked_at = cases(outlook, check).filter(|case| of(case, name).next().is_some());
        sheet.push(vec![
            name.as_str().into(),
            check.kind.word(lang).into(),
            check.opened.into(),
            count(check.cases.len()),
            count(looked_at.count()),
            count(found.count()),
            count(open.count()),
        ]);
    }
    let title = Label::Checks.word(lang);
    Document::of_rows("checks", title, outlook.basis(), vec![sheet])
}

/// One check.
///
/// # Errors
/// No such check, with the nearest names.
pub fn show(outlook: &Outlook, typed: &str) -> Result<Document, Refusal> {
    let office = outlook.book.office();
    let found = Name::new(typed).ok();
    let found = found.and_then(|name| Some((name.clone(), office.check(&name)?)));
    let Some((name, check)) = found else {
        return Err(Refusal::NotFound {
            thing: Thing::Check,
            word: typed.to_owned(),
            near: office.checks_near(typed),
        });
    };
    let lang = outlook.lang;
    let columns = vec![
        Column::text("number", Label::Number.word(lang)),
        Column::text("title", Label::Title.word(lang)),
        Column::text("unit", Label::Unit.word(lang)),
        Column::date("on", Label::Date.word(lang)),
        Column::text("inspector", Label::Inspector.word(lang)),
        Column::text("mode", Label::Mode.word(lang)),
        Column::text("finding", Label::Finding.word(lang)),
        Column::date("mend_by", Label::MendBy.word(lang)),
        Column::date("mended", Label::Mended.word(lang)),
    ];
    let mut sheet = Sheet::new("cases", Label::Cases.word(lang), columns);
    for case in cases(outlook, check) {
        let looks: Vec<&Inspection> = of(case, &name).collect();
        for look in &looks {
            sheet.push(row(outlook, case, Some(look)));
        }
        if looks.is_empty() {
            sheet.push(row(outlook, case, None));
        }
    }
    let seed = check.seed.map(|seed| json!(seed));
    let title = format!("{name} · {}", check.kind.word(lang));
    let mut document = Document::of_rows("check", &title, outlook.basis(), vec![sheet]);
    if let Some(seed) = seed {
        document = document.with_foot(vec![format!("{}: {seed}", Label::Seed.word(lang))]);
    }
    Ok(document)
}

fn row(outlook: &Outlook, case: &Case, look: Option<&Inspection>) -> Vec<Cell> {
    let texts = outlook.book.texts();
    let units: Vec<String> = case
        .assignment()
        .map(|a| a.to.repliers().map(Name::to_string).collect())
        .unwrap_or_default();
    let finding = look.and_then(|look| look.finding.as_ref());
    let open = look.is_some_and(|look| look.mended.is_none());
    let finding = finding.map(|finding| {
        let tone = if open { Tone::Bad } else { Tone::Plain };
        let words = texts.words(finding);
        Cell::toned(words.to_owned(), words.to_owned(), tone)
    });
    let in_order = || {
        let label = match look {
            Some(_) => Label::InOrder,
            None => Label::NotLookedAt,
        };
        Cell::word(
            if look.is_some() {
                "in_order"
            } else {
                "not_looked_at"
            },
            label.word(outlook.lang),
        )
    };
    vec![
        number(outlook, case),
        case.title.as_str().into(),
        Cell::List(units),
        look.map(|look| look.on).into(),
        look.and_then(|look| look.inspector.as_ref())
            .map(Name::to_string)
            .into(),
        look.and_then(|look| look.mode)
            .map(|mode| mode.word(outlook.lang))
            .into(),
        finding.unwrap_or_else(in_order),
        look.and_then(|look| look.mend_by).into(),
        look.and_then(|look| look.mended).into(),
    ]
}

fn cases<'a>(outlook: &'a Outlook, check: &'a Check) -> impl Iterator<Item = &'a Case> {
    check.cases.iter().filter_map(|id| outlook.book.case(*id))
}

fn of<'a>(case: &'a Case, check: &'a Name) -> impl Iterator<Item = &'a Inspection> {
    let looks = case.oversight.inspections.iter();
    looks.filter(move |look| look.check == *check)
}

fn count(count: usize) -> Cell {
    Cell::Integer(i64::try_from(count).unwrap_or(i64::MAX))
}
