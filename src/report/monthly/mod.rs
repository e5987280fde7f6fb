//! The monthly report: how the cases moved, what was done, where they stand at the month's end,
//! what is blocked or late, what falls due in the next month.
//!
//! Only what had happened by the end of the month counts, however much later it is printed: the
//! same entries give the same figures for ever. It refuses a month that has not begun.

mod end;
pub mod movement;
mod problems;
mod text;
mod work;

use self::end::MonthEnd;
use self::movement::{Movement, Movements};
use self::problems::problems;
pub(in crate::report) use self::text::figure;
use self::text::text;
use self::work::{consultations, difficulties};
use super::compare::Basics;
use super::deeds::{by_month, deeds};
use super::document::{Data, Document};
use super::figures::Figures;
use super::judgement::satisfaction;
use super::lists::key_supervised;
use super::month::Month;
use super::outlook::Outlook;
use super::rates::rates;
use super::scope::{Filter, Unclear};
use super::section::{Measure, Row, Section};
use super::summary::{ScopeCount, by_category, by_class, colours};
use super::table::{Look, Table};
use super::tally::heading;
use crate::domain::terms::Date;
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
    let document = Document::of_figures("report.monthly", title, basis, figures, &headings);
    // Only the office's own language has the sentences of such a report.
    let text = match (outlook.lang, &document.data) {
        (Lang::Zh, Data::Figures(figures)) => text(outlook, month, figures),
        (Lang::Zh | Lang::En, _) => Vec::new(),
    };
    let document = document.with_text(text);
    let mut foot = vec![words::movement_identity(outlook.lang).to_owned()];
    foot.extend(outlook.foot());
    Ok(document.with_foot(foot))
}

/// What no case of a month's report has on record at all, though each should: nobody did it, or nobody
/// entered it.
pub fn without_record(document: &Document) -> Vec<&str> {
    const ENTERED: [&str; 2] = ["consultation_rate", "publication_rate"];
    let Data::Figures(figures) = &document.data else {
        return Vec::new();
    };
    let rows = figures
        .sections
        .iter()
        .filter(|section| section.key == "rates");
    let rows = rows.flat_map(|section| &section.rows);
    let is_bare = |row: &&Row| {
        let Measure::Rate {
            numerator: 0,
            denominator,
            ..
        } = row.measure
        else {
            return false;
        };
        denominator > 0 && ENTERED.contains(&&*row.key)
    };
    rows.filter(is_bare).map(|row| row.label.as_str()).collect()
}

/// Which cases a table is shown, as they stood at the end of the month.
#[derive(Clone, Copy)]
enum Among {
    /// Those in the denominator.
    Counted,
    /// Those in scope whatever became of them.
    Touched,
    /// Those of them that were replied to in the month.
    Answered,
}

/// Its figures.
fn figures(outlook: &Outlook, month: Month, filter: &Filter) -> Figures {
    let last = month.last().min(outlook.as_of);
    // Whatever is asked of a clock or a rate is asked as of the end of the month.
    let then = &Outlook {
        as_of: last,
        ..outlook.clone()
    };
    let mut basics = Basics::new(then, filter);
    let mut movements = Movements::default();
    let mut tables = tables(then, month, filter);
    let mut scope = ScopeCount::new(then, filter);
    for passing in outlook.book.walk() {
        let stood = passing.on(basics.days());
        let stood = stood.each_ref().map(Option::as_deref);
        basics.take(stood);
        let [_, before, Some(case)] = stood else {
            continue;
        };
        let look = Look::on_the_way(then, case, &passing);
        let taken = filter.takes_any_unit(then, case);
        let touched = taken && filter.unit().is_none_or(|unit| case.had(unit));
        let counted = filter.counts(then, case);
        scope.take(case, counted, filter.tracks(then, case));
        if taken {
            movements.take(&passing, [before, Some(case)], &(month.first()..=last));
        }
        for (among, table) in &mut tables {
            let shown = match among {
                Among::Counted => counted,
                Among::Touched => touched,
                Among::Answered => touched && look.replied().is_some_and(|on| month.contains(on)),
            };
            if shown {
                table.take(&look);
            }
        }
    }
    let mut sections: Vec<Section> = vec![basics.print()];
    sections.extend(tables.into_iter().map(|(_, table)| table.print()));
    let before = sections
        .iter()
        .position(|section| section.key == BEFORE_MOVEMENT);
    let place = before.map_or(0, |before| before + 1);
    sections.insert(place, movement(then, filter, &movements));
    Figures {
        month: Some(month.code()),
        scope: scope.print(),
        sections,
    }
}

/// The section after which the movement stands, which is counted apart.
const BEFORE_MOVEMENT: &str = "category";

/// The tables, in the order of printing.
fn tables<'o>(
    then: &'o Outlook<'o>,
    month: Month,
    filter: &'o Filter,
) -> Vec<(Among, Box<dyn Table + 'o>)> {
    let days = month.first()..=then.as_of;
    let year = month.january().first()..=then.as_of;
    let end = MonthEnd {
        outlook: then,
        month,
    };
    let class = by_class(then).titled(Label::ClassOfMonth);
    vec![
        (Among::Counted, Box::new(by_category(then))),
        (
            Among::Touched,
            Box::new(deeds(then, ("activity", Label::Activity), days)),
        ),
        (Among::Answered, Box::new(class)),
        (Among::Counted, Box::new(colours(then))),
        (Among::Counted, Box::new(consultations(then))),
        (
            Among::Touched,
            Box::new(deeds(then, ("year", Label::YearSoFar), year)),
        ),
        (Among::Touched, Box::new(by_month(then, month))),
        (Among::Counted, Box::new(rates(then))),
        (Among::Counted, Box::new(satisfaction(then))),
        (Among::Counted, Box::new(key_supervised(then, |_| ()))),
        (Among::Counted, Box::new(end.blocked())),
        (Among::Counted, Box::new(problems(then))),
        (Among::Counted, Box::new(difficulties(then, month))),
        (Among::Counted, Box::new(end.overdue())),
        (Among::Counted, Box::new(end.due_next())),
        (Among::Counted, Box::new(end.commitments())),
        (Among::Touched, Box::new(end.told())),
        (Among::Touched, Box::new(end.notes(filter))),
    ]
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
fn movement(outlook: &Outlook, filter: &Filter, all: &Movements) -> Section {
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
