//! A due date explained: start, rule, source, days skipped, make-up days counted.

use serde_json::json;

use super::case_value;
use super::cell::{Cell, Tone};
use super::document::{Basis, Document};
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use super::show::{clock_row, clock_sheet};
use crate::domain::book::Case;
use crate::domain::deadline;
use crate::domain::rules::{Calendar, ClockKey, Due, Limit, RulesError, Skipped, due};
use crate::domain::terms::{Date, Name};
use crate::words::{self, Label, Lang, Word};

/// Every clock of a case, those that ran on working days with the days they passed over.
pub fn of_case(outlook: &Outlook, case: &Case) -> Document {
    let lang = outlook.lang;
    let mut table = clock_sheet(lang);
    let mut explained = explanation_sheet(lang);
    let mut values = Vec::new();
    for clock in deadline::clocks(outlook.book, case, outlook.as_of) {
        table.push(clock_row(outlook, &clock));
        values.push(case_value::clock(outlook, &clock));
        let due = Cell::word("due", Label::Due.word(lang));
        let ends = (due, dated(lang, clock.due()));
        for (what, cell) in std::iter::once(ends).chain(steps(lang, &clock.due)) {
            explained.push(vec![
                Cell::word(clock.key.code(), clock.key.word(lang)),
                what,
                cell,
            ]);
        }
        if let Some(day) = clock.together.filter(|day| *day == clock.due()) {
            explained.push(vec![
                Cell::word(clock.key.code(), clock.key.word(lang)),
                Label::MergedWith.word(lang).into(),
                dated(lang, day),
            ]);
        }
        if let Some(note) = clock.rule.and_then(|rule| rule.note.clone()) {
            explained.push(vec![
                Cell::word(clock.key.code(), clock.key.word(lang)),
                Label::Note.word(lang).into(),
                note.into(),
            ]);
        }
    }
    table.notes = absent(outlook, case);
    let title = words::case_titled(lang, outlook.book, case);
    let value = json!({
        "number": words::plain_label(outlook.book, case.id),
        "clocks": values,
    });
    Document::of_rows("deadline", title, outlook.basis(), vec![table, explained]).with_value(value)
}

/// The clocks that the rule set in force does not know (本办法未规定).
fn absent(outlook: &Outlook, case: &Case) -> Vec<String> {
    let day = case.assignment().map_or(case.submitted, |a| a.on);
    let Some(rules) = outlook.book.office().rules_on(day) else {
        return Vec::new();
    };
    let unset = ClockKey::ALL
        .into_iter()
        .filter(|key| rules.clock(*key).is_none());
    let unset: Vec<&str> = unset.map(|key| key.word(outlook.lang)).collect();
    if unset.is_empty() {
        Vec::new()
    } else {
        vec![words::not_set(outlook.lang, rules.label.as_str(), &unset)]
    }
}

/// A bare question: from a day, so long.
///
/// # Errors
/// The date leaves the calendar, or the limit needs another clock.
pub fn bare(
    lang: Lang,
    basis: Basis,
    (from, limit): (Date, Limit),
    calendar: &Calendar,
) -> Result<Document, RulesError> {
    let due = due(from, limit, calendar, None)?;
    let columns = vec![
        Column::text("item", Label::Item.word(lang)),
        Column::text("detail", Label::Detail.word(lang)),
    ];
    let mut sheet = Sheet::new("deadline", Label::Clock.word(lang), columns);
    let mut add = |key: &'static str, label: Label, cell: Cell| {
        sheet.push(vec![Cell::word(key, label.word(lang)), cell]);
    };
    add("start", Label::Start, dated(lang, from));
    add(
        "limit",
        Label::Limit,
        Cell::word(limit.to_string(), words::limit(lang, limit)),
    );
    add("due", Label::Due, dated(lang, due.date));
    for (what, cell) in steps(lang, &due) {
        sheet.push(vec![what, cell]);
    }
    let value = json!({
        "start": from,
        "limit": limit.to_string(),
        "due": due.date,
        "way": case_value::way(&due),
    });
    let title = Label::Clock.word(lang);
    Ok(Document::of_rows("deadline", title, basis, vec![sheet]).with_value(value))
}

fn explanation_sheet(lang: Lang) -> Sheet {
    let columns = vec![
        Column::text("clock", Label::Clock.word(lang)),
        Column::text("what", Label::What.word(lang)),
        Column::text("detail", Label::Detail.word(lang)),
    ];
    Sheet::new("explained", Label::Explained.word(lang), columns)
}

/// A day: ISO for scripts, with its weekday for people.
fn dated(lang: Lang, day: Date) -> Cell {
    Cell::word(day.to_string(), words::date(lang, day))
}

/// What is to be said of the way from start to end: what, and which days.
fn steps(lang: Lang, due: &Due) -> Vec<(Cell, Cell)> {
    let step = |key: &'static str, label: Label| Cell::word(key, label.word(lang));
    let mut steps = Vec::new();
    let weekends = due.skipped.iter().filter(|s| s.holiday.is_none()).count();
    if weekends > 0 {
        steps.push((
            step("weekends_skipped", Label::WeekendsSkipped),
            weekends.into(),
        ));
    }
    let mut names: Vec<&str> = Vec::new();
    for name in due.skipped.iter().filter_map(|s| s.holiday.as_ref()) {
        if !names.contains(&name.as_str()) {
            names.push(name.as_str());
        }
    }
    for name in names {
        let of_name = |s: &&Skipped| s.holiday.as_ref().is_some_and(|h| h.as_str() == name);
        let days = due.skipped.iter().filter(of_name);
        let days: Vec<String> = days.map(|s| words::short_date(lang, s.day)).collect();
        let label = format!("{}: {name}", Label::HolidaysSkipped.word(lang));
        steps.push((Cell::word("holidays_skipped", label), Cell::List(days)));
    }
    if !due.made_up.is_empty() {
        let told = |(day, name): &(Date, Name)| format!("{} {name}", words::date(lang, *day));
        let days = due.made_up.iter().map(told).collect();
        steps.push((step("made_up", Label::MadeUp), Cell::List(days)));
    }
    if let Some(day) = due.rolled_from {
        steps.push((step("rolled_from", Label::RolledFrom), dated(lang, day)));
    }
    for year in &due.years_without_table {
        let told = words::year_without_table(lang, *year);
        let told = Cell::toned(year.to_string(), told, Tone::Warning);
        steps.push((step("year_without_table", Label::Note), told));
    }
    steps
}
