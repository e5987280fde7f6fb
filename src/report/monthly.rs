//! The monthly report: how the cases moved, what was done, where they stand at the month's end,
//! what is blocked or late, what falls due in the next month.
//!
//! Only what had happened by the end of the month counts, however much later it is printed: the
//! same entries give the same figures for ever. It refuses a month that has not begun.

use super::compare::basics;
use super::deeds::deeds;
use super::document::Document;
use super::figures::Figures;
use super::judgement::satisfaction;
use super::lists::key_supervised;
use super::month::Month;
use super::month_end::MonthEnd;
use super::month_work::{consultations, difficulties};
use super::monthly_text::text;
use super::movement::{Movement, movements};
use super::outlook::Outlook;
use super::rates::rates;
use super::scope::{Filter, Unclear};
use super::section::{Measure, Row, Section};
use super::summary::{by_category, by_class, colours, scope};
use super::tally::{heading, ids, select};
use crate::domain::book::Case;
use crate::domain::terms::{CaseId, Date};
use crate::words::{self, Label, Lang, Word};

/// The report of a month.
///
/// # Errors
/// The month has not begun on the day of the view.
pub fn monthly(outlook: &Outlook, month: Month, filter: &Filter) -> Result<Document, Unclear> {
    if month.first() > outlook.as_of {
        let latest = Month::of(outlook.as_of).code();
        return Err(Unclear::new("--month", &month.code(), vec![latest]));
    }
    let figures = figures(outlook, month, filter);
    let headings = outlook.headings();
    let title = title(outlook, month);
    let basis = outlook.basis();
    // Only the office's own language has the sentences of such a report.
    let text = match outlook.lang {
        Lang::Zh => text(outlook, month, &figures),
        Lang::En => Vec::new(),
    };
    let document = Document::of_figures("report.monthly", title, basis, figures, &headings);
    let document = document.with_text(text);
    let mut foot = vec![words::movement_identity(outlook.lang).to_owned()];
    foot.extend(outlook.foot());
    Ok(document.with_foot(foot))
}

/// Its figures.
fn figures(outlook: &Outlook, month: Month, filter: &Filter) -> Figures {
    let last = month.last().min(outlook.as_of);
    // Whatever is asked of a clock or a rate is asked as of the end of the month.
    let then = Outlook {
        as_of: last,
        ..outlook.clone()
    };
    let all: Vec<Case> = outlook
        .book
        .cases()
        .filter_map(|case| outlook.book.case_on(case.id, last))
        .collect();
    let all: Vec<&Case> = all.iter().collect();
    let taken = select(&all, |case| filter.takes_any_unit(&then, case));
    let had = |case: &Case| filter.unit().is_none_or(|unit| case.had(unit));
    let touched = select(&taken, had);
    let counting = select(&all, |case| filter.counts(&then, case));
    let tracked = select(&all, |case| filter.tracks(&then, case));
    let answered = select(&touched, |case| {
        case.replied().is_some_and(|on| month.contains(on))
    });
    let mut class = by_class(&then, &answered);
    class.label = Label::ClassOfMonth.word(outlook.lang).to_owned();
    let year = month.january().first();
    let end = MonthEnd {
        outlook: &then,
        month,
        cases: &counting,
        touched: &touched,
    };
    let sections = vec![
        basics(&then, filter),
        by_category(&then, &counting),
        movement(&then, month, filter, &ids(&taken)),
        deeds(
            &then,
            ("activity", Label::Activity),
            &touched,
            &(month.first()..=last),
        ),
        class,
        colours(&then, &counting),
        consultations(&then, &counting),
        deeds(&then, ("year", Label::YearSoFar), &touched, &(year..=last)),
        rates(&then, &counting),
        satisfaction(&then, &counting),
        key_supervised(&then, &counting),
        end.blocked(),
        difficulties(&then, &counting),
        end.overdue(),
        end.due_next(),
        end.commitments(),
        end.told(),
        end.notes(),
    ];
    Figures {
        month: Some(month.code()),
        scope: scope(&then, filter, &counting, tracked.len()),
        sections,
    }
}

/// `2024年5月建议办理月报`; a month that is not over says until when.
fn title(outlook: &Outlook, month: Month) -> String {
    let lang = outlook.lang;
    let name = words::month(lang, month.year(), month.number());
    let report = Label::Monthly.word(lang);
    let until = |day: Date| words::short_date(lang, day);
    let running = outlook.as_of < month.last();
    match (lang, running) {
        (Lang::Zh, false) => format!("{name}{report}"),
        (Lang::Zh, true) => format!("{name}{report}（截至{}）", until(outlook.as_of)),
        (Lang::En, false) => format!("{report} {name}"),
        (Lang::En, true) => format!("{report} {name} (until {})", until(outlook.as_of)),
    }
}

/// The movement of the whole, of what nobody has yet, and of every unit; of one unit only where
/// the scope names it.
fn movement(outlook: &Outlook, month: Month, filter: &Filter, taken: &[CaseId]) -> Section {
    let all = movements(outlook.book, month, outlook.as_of, taken);
    let mut rows = Vec::new();
    if filter.unit().is_none() {
        rows.push(moved("all", Label::Office.word(outlook.lang), &all.whole));
        let desk = Label::NotHandedOver.word(outlook.lang);
        rows.push(moved("not_handed_over", desk, &all.desk));
    }
    let asked = |unit: &&crate::domain::terms::Name| filter.unit().is_none_or(|u| u == *unit);
    let units = all.units.iter().filter(|(unit, _)| asked(unit));
    rows.extend(units.map(|(unit, m)| moved(unit.as_str(), unit.as_str(), m)));
    let headings = [
        ("opening", Label::Opening),
        ("new", Label::New),
        ("answered", Label::Answered),
        ("withdrawn", Label::WithdrawnCases),
        ("refused", Label::RefusedCases),
        ("moved_out", Label::MovedOut),
        ("closing", Label::Closing),
    ];
    Section {
        key: "unit".into(),
        label: Label::Movement.word(outlook.lang).to_owned(),
        denominator: None,
        headings: headings
            .map(|(key, label)| heading(outlook, key, label))
            .into(),
        rows,
    }
}

/// A row stands for what waits at the end; every column names its own cases.
fn moved(key: &str, label: &str, movement: &Movement) -> Row {
    Row::new(key.to_owned(), label, Measure::Integers)
        .with_cases(movement.closing.clone())
        .with_counted("opening", movement.opening.clone())
        .with_counted("new", movement.new.clone())
        .with_counted("answered", movement.answered.clone())
        .with_counted("withdrawn", movement.withdrawn.clone())
        .with_counted("refused", movement.refused.clone())
        .with_counted("moved_out", movement.moved_out.clone())
        .with_counted("closing", movement.closing.clone())
}
