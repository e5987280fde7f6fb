//! One case whole: particulars, clocks, replies, ratings, promises, timeline.
//!
//! Every fact of the timeline stands with its place in the journal, so that `correct` and `undo`
//! can name it. Nothing after the day of the view is shown.

use std::collections::BTreeSet;

use super::case_value::value;
use super::cell::{Cell, Tone};
use super::detail::detail;
use super::document::Document;
use super::handling;
use super::outlook::Outlook;
use super::oversight;
use super::particulars::{particulars, promises, ratings, replies};
use super::sheet::{Column, Sheet};
use crate::domain::book::{Case, Fact};
use crate::domain::deadline::{self, Clock};
use crate::domain::rules::Colour;
use crate::domain::terms::Name;
use crate::words::{self, Label, Lang, Word};

/// The case.
pub fn show(outlook: &Outlook, case: &Case) -> Document {
    let mut sheets = vec![particulars(outlook, case), clocks(outlook, case)];
    let mut more = handling::sheets(outlook, case);
    more.extend(oversight::sheets(outlook, case));
    more.extend([
        replies(outlook, case),
        ratings(outlook, case),
        promises(outlook, case),
    ]);
    sheets.extend(more.into_iter().filter(|sheet| !sheet.rows().is_empty()));
    sheets.push(timeline(outlook, case));
    let title = words::case_titled(outlook.lang, outlook.book, case);
    let whole = value(outlook, case);
    Document::of_rows("show", title, outlook.basis(), sheets).with_value(whole)
}

fn clocks(outlook: &Outlook, case: &Case) -> Sheet {
    let mut sheet = clock_sheet(outlook.lang);
    let clocks = deadline::clocks(outlook.book, case, outlook.as_of);
    for clock in &clocks {
        sheet.push(clock_row(outlook, clock));
    }
    sheet.notes = uncovered(outlook.lang, clocks.iter());
    sheet
}

/// The years whose holidays nobody has announced yet, said once each.
pub(super) fn uncovered<'a>(
    lang: Lang,
    clocks: impl Iterator<Item = &'a Clock<'a>>,
) -> Vec<String> {
    years_told(lang, clocks.flat_map(open_years).collect())
}

/// The years without holidays that a clock counts through which nothing has met yet.
pub(super) fn open_years<'a>(clock: &'a Clock) -> impl Iterator<Item = i32> + use<'a> {
    let open = clock.met.is_none().then_some(&clock.due);
    open.into_iter()
        .flat_map(|due| due.years_without_table.iter().copied())
}

pub(super) fn years_told(lang: Lang, years: BTreeSet<i32>) -> Vec<String> {
    let told = years
        .into_iter()
        .map(|year| words::year_without_table(lang, year));
    told.collect()
}

/// The columns in which clocks are shown.
pub(super) fn clock_sheet(lang: Lang) -> Sheet {
    let columns = vec![
        Column::text("clock", Label::Clock.word(lang)),
        Column::text("unit", Label::Unit.word(lang)),
        Column::date("start", Label::Start.word(lang)),
        Column::text("limit", Label::Limit.word(lang)),
        Column::date("due", Label::Due.word(lang)),
        Column::text("left", Label::Left.word(lang)),
        Column::text("source", Label::Source.word(lang)),
    ];
    Sheet::new("clocks", Label::Clocks.word(lang), columns)
}

/// A clock as a row of [`clock_sheet`].
pub(super) fn clock_row(outlook: &Outlook, clock: &Clock) -> Vec<Cell> {
    let lang = outlook.lang;
    let limit = clock.rule.map(|_| words::limit(lang, clock.due.limit));
    let left = match clock.met {
        _ if !clock.is_duty() => words::window(lang, clock.due() >= outlook.as_of).into(),
        Some(met) if met > clock.due() => Cell::toned(
            "late",
            words::met_late(lang, met, (met - clock.due()).num_days()),
            Tone::Bad,
        ),
        Some(met) => Cell::toned("met", words::met(lang, met), Tone::Good),
        None => {
            let days = clock.days_left(outlook.as_of);
            let tone = match clock.colour(outlook.as_of) {
                Colour::Green => Tone::Plain,
                Colour::Yellow => Tone::Warning,
                Colour::Red => Tone::Bad,
            };
            Cell::Amount {
                value: days,
                label: words::days_left(lang, days),
                tone,
            }
        }
    };
    vec![
        Cell::word(clock.key.code(), clock.key.word(lang)),
        clock.unit.as_ref().map(Name::to_string).into(),
        clock.start().into(),
        limit.into(),
        clock.due().into(),
        left,
        clock_source(outlook.lang, clock).into(),
    ]
}

/// Where a clock's limit comes from.
pub(super) fn clock_source(lang: Lang, clock: &Clock) -> String {
    let mut parts = Vec::new();
    if clock.extended.is_some() {
        parts.push(words::extended_note(lang).to_owned());
    } else if clock.agreed.is_some() {
        parts.push(words::agreed_note(lang).to_owned());
    }
    if let Some(rule) = clock.rule {
        let text = rule
            .source
            .clone()
            .unwrap_or_else(|| clock.rules.name.to_string());
        parts.push(if rule.is_verified() {
            text
        } else {
            format!("{text}{}", words::unverified(lang))
        });
    }
    parts.join(match lang {
        Lang::Zh => "；",
        Lang::En => "; ",
    })
}

fn timeline(outlook: &Outlook, case: &Case) -> Sheet {
    let lang = outlook.lang;
    let columns = vec![
        Column::date("on", Label::Date.word(lang)),
        Column::text("what", Label::What.word(lang)),
        Column::text("detail", Label::Detail.word(lang)),
        Column::text("by", Label::RecordedBy.word(lang)),
        Column::text("entry", Label::Entry.word(lang)),
    ];
    let mut sheet = Sheet::new("timeline", Label::Timeline.word(lang), columns);
    for fact in outlook
        .book
        .timeline(case.id)
        .filter(|f| f.event.on() <= outlook.as_of)
    {
        sheet.push(vec![
            fact.event.on().into(),
            Cell::word(fact.event.name(), words::fact(lang, fact.event)),
            detail(lang, fact.event).into(),
            fact.entry.by.as_str().into(),
            place(&fact).into(),
        ]);
    }
    sheet
}

/// How `correct` names a fact: `812`, or `812.1` for the second fact of a line.
fn place(fact: &Fact) -> String {
    match (fact.id.index, fact.entry.events.len()) {
        (0, 1) => fact.id.line.to_string(),
        (index, _) => format!("{}.{index}", fact.id.line),
    }
}
