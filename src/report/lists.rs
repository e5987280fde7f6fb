//! The three lists (三张清单): who is responsible and by when, what was handed over to whom, what
//! is supervised as key.
//!
//! Cases one a row, in the order of their numbers. It refuses to leave a case out.

use super::case_rows::{Listed, case_row};
use super::cell::Cell;
use super::document::Document;
use super::groups::report;
use super::list::{colour_key, tone};
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::Row;
use super::sheet::Kind;
use super::table::{Look, Table};
use crate::domain::book::{Assignment, Case};
use crate::domain::deadline::Clock;
use crate::domain::terms::{CaseId, Date, Name, Number};
use crate::words::{Label, Word};

/// The three lists.
pub fn lists(outlook: &Outlook, filter: &Filter) -> Document {
    let title = ("report.lists", Label::ListsReport);
    let tables: Vec<Box<dyn Table + '_>> = vec![
        Box::new(responsibility(outlook)),
        Box::new(handed_over(outlook)),
        Box::new(key_supervised(outlook, place)),
    ];
    report(outlook, filter, title, tables)
}

/// What cases are sorted by.
type Place = (Option<Number>, CaseId);

fn place(case: &Case) -> Place {
    (case.number, case.id)
}

/// 责任清单: leader, post, clerk, limit.
fn responsibility<'o>(outlook: &'o Outlook<'o>) -> Listed<'o, Place> {
    let columns = [
        ("unit", Label::Unit, Kind::Text),
        ("leader", Label::Leader, Kind::Text),
        ("post", Label::Post, Kind::Text),
        ("clerk", Label::Clerk, Kind::Text),
        ("due", Label::Due, Kind::Date),
    ];
    let named = ("responsibility", Label::ResponsibilityList);
    Listed::new(outlook, named, &columns, |case| {
        let held = |part: fn(&crate::domain::book::Post) -> &Option<Name>| {
            let unit = case.assignment()?.to.repliers().next()?;
            let unit = outlook.book.office().unit(unit)?;
            part(unit.post_on(outlook.as_of)?).clone()
        };
        let to = case.assignment().map(|a| &a.to);
        let leader = to
            .and_then(|to| to.leader.clone())
            .or_else(|| held(|p| &p.leader));
        let post = to
            .and_then(|to| to.post.clone())
            .or_else(|| held(|p| &p.post));
        let clerk = to
            .and_then(|to| to.clerk.clone())
            .or_else(|| held(|p| &p.clerk));
        let row = case_row(outlook, case, None)
            .with_cell("unit", units(case))
            .with_cell("leader", leader.map(|n| n.to_string()))
            .with_cell("post", post.map(|n| n.to_string()))
            .with_cell("clerk", clerk.map(|n| n.to_string()))
            .with_cell("due", due(case));
        vec![(place(case), row)]
    })
}

/// 交办清单: what was handed over to whom, when it was signed for, by when it is to be answered.
fn handed_over<'o>(outlook: &'o Outlook<'o>) -> Listed<'o, Place> {
    let columns = [
        ("deputy", Label::Deputy, Kind::Text),
        ("category", Label::Category, Kind::Text),
        ("unit", Label::Unit, Kind::Text),
        ("co", Label::Co, Kind::Text),
        ("assigned", Label::Assigned, Kind::Date),
        ("signed", Label::Signed, Kind::Date),
        ("due", Label::Due, Kind::Date),
        ("state", Label::State, Kind::Text),
    ];
    let named = ("hand_over", Label::HandOverList);
    Listed::new(outlook, named, &columns, |case| {
        let co = case.assignment().map(|a| Cell::names(&a.to.co));
        let state = outlook.book.state(case);
        let row = case_row(outlook, case, None)
            .with_cell("deputy", case.proposer().map(Name::to_string))
            .with_cell("category", case.category.as_str())
            .with_cell("unit", units(case))
            .with_cell("co", co.unwrap_or(Cell::Empty))
            .with_cell("assigned", case.assignment().map(|a: &Assignment| a.on))
            .with_cell("signed", case.signed())
            .with_cell("due", due(case))
            .with_cell("state", state.word(outlook.lang));
        vec![(place(case), row)]
    })
}

/// 重点督办建议清单: who supervises, how often somebody was urged, where it stands.
pub(super) fn key_supervised<'o, K: Ord>(
    outlook: &'o Outlook<'o>,
    sorted_by: impl Fn(&Case) -> K + 'o,
) -> Listed<'o, K> {
    let columns = [
        ("supervisor", Label::Supervisor, Kind::Text),
        ("unit", Label::Unit, Kind::Text),
        ("leader", Label::Leader, Kind::Text),
        ("due", Label::Due, Kind::Date),
        ("colour", Label::Warning, Kind::Text),
        ("consulted", Label::Talks, Kind::Number),
        ("reminded", Label::Reminded, Kind::Number),
        ("supervised", Label::SupervisedCases, Kind::Number),
        ("state", Label::State, Kind::Text),
        ("class", Label::Class, Kind::Text),
    ];
    let named = ("key_supervised", Label::KeySupervisedList);
    Listed::new(outlook, named, &columns, move |case| {
        match case.key_supervised.is_some() {
            true => vec![(sorted_by(case), supervised(outlook, case))],
            false => Vec::new(),
        }
    })
}

fn supervised(outlook: &Outlook, case: &Look) -> Row {
    let supervised = case.key_supervised.as_ref();
    let supervisor = supervised.and_then(|(_, name)| name.as_ref());
    let leader = case.assignment().and_then(|a| a.to.leader.as_ref());
    let state = outlook.book.state(case);
    let colour = case
        .in_work()
        .map(|colour| Cell::toned(colour_key(colour), colour.word(outlook.lang), tone(colour)));
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    case_row(outlook, case, None)
        .with_cell("supervisor", supervisor.map(Name::to_string))
        .with_cell("unit", units(case))
        .with_cell("leader", leader.map(Name::to_string))
        .with_cell("due", due(case))
        .with_cell("colour", colour.unwrap_or(Cell::Empty))
        .with_integer("consulted", count(case.consultations.len()))
        .with_integer("reminded", count(case.reminders.len()))
        .with_integer("supervised", count(case.oversight.notices.len()))
        .with_cell("state", state.word(outlook.lang))
        .with_cell("class", case.class().map(Name::to_string))
}

fn due(case: &Look) -> Option<Date> {
    case.reply_clock().map(Clock::due)
}

fn units(case: &Case) -> Cell {
    let units: Vec<Name> = match case.assignment() {
        Some(assignment) => assignment.to.repliers().cloned().collect(),
        None => Vec::new(),
    };
    Cell::names(&units)
}
