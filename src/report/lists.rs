//! The three lists (三张清单): who is responsible and by when, what was handed over to whom, what
//! is supervised as key.
//!
//! Cases one a row, in the order of their numbers. It refuses to leave a case out.

use super::case_rows::{Listed, case_row, case_section};
use super::cell::Cell;
use super::document::Document;
use super::groups::report;
use super::list::{colour_key, tone};
use super::outlook::Outlook;
use super::scope::Filter;
use super::section::{Row, Section};
use super::sheet::Kind;
use super::table::{Look, counted};
use crate::domain::book::{Assignment, Case};
use crate::domain::deadline::{self, Clock};
use crate::domain::terms::{Date, Name};
use crate::words::{Label, Word};

/// The three lists.
pub fn lists(outlook: &Outlook, filter: &Filter) -> Document {
    report(
        outlook,
        filter,
        ("report.lists", Label::ListsReport),
        |cases| {
            let mut cases = cases.to_vec();
            cases.sort_by_key(|case| (case.number, case.id));
            vec![
                responsibility(outlook, &cases),
                handed_over(outlook, &cases),
                counted(outlook, key_supervised(outlook), &cases),
            ]
        },
    )
}

/// 责任清单: leader, post, clerk, limit.
fn responsibility(outlook: &Outlook, cases: &[&Case]) -> Section {
    let columns = [
        ("unit", Label::Unit, Kind::Text),
        ("leader", Label::Leader, Kind::Text),
        ("post", Label::Post, Kind::Text),
        ("clerk", Label::Clerk, Kind::Text),
        ("due", Label::Due, Kind::Date),
    ];
    let rows = cases.iter().map(|case| {
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
        case_row(outlook, case, None)
            .with_cell("unit", units(case))
            .with_cell("leader", leader.map(|n| n.to_string()))
            .with_cell("post", post.map(|n| n.to_string()))
            .with_cell("clerk", clerk.map(|n| n.to_string()))
            .with_cell("due", due(outlook, case))
    });
    let named = ("responsibility", Label::ResponsibilityList);
    case_section(outlook, named, &columns, rows.collect())
}

/// 交办清单: what was handed over to whom, when it was signed for, by when it is to be answered.
fn handed_over(outlook: &Outlook, cases: &[&Case]) -> Section {
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
    let rows = cases.iter().map(|case| {
        let co = case.assignment().map(|a| Cell::names(&a.to.co));
        let state = outlook.book.state(case);
        case_row(outlook, case, None)
            .with_cell("deputy", case.proposer().map(Name::to_string))
            .with_cell("category", case.category.as_str())
            .with_cell("unit", units(case))
            .with_cell("co", co.unwrap_or(Cell::Empty))
            .with_cell("assigned", case.assignment().map(|a: &Assignment| a.on))
            .with_cell("signed", case.signed())
            .with_cell("due", due(outlook, case))
            .with_cell("state", state.word(outlook.lang))
    });
    let named = ("hand_over", Label::HandOverList);
    case_section(outlook, named, &columns, rows.collect())
}

/// 重点督办建议清单: who supervises, how often somebody was urged, where it stands.
pub(super) fn key_supervised<'o>(outlook: &'o Outlook<'o>) -> Listed<'o, ()> {
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
    Listed::new(outlook, named, &columns, |case| {
        match case.key_supervised.is_some() {
            true => vec![((), supervised(outlook, case))],
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
        .with_cell("due", case.reply_clock().map(Clock::due))
        .with_cell("colour", colour.unwrap_or(Cell::Empty))
        .with_integer("consulted", count(case.consultations.len()))
        .with_integer("reminded", count(case.reminders.len()))
        .with_integer("supervised", count(case.oversight.notices.len()))
        .with_cell("state", state.word(outlook.lang))
        .with_cell("class", case.class().map(Name::to_string))
}

fn due(outlook: &Outlook, case: &Case) -> Option<Date> {
    let clock = deadline::reply_clock(outlook.book, case, outlook.as_of)?;
    Some(clock.due())
}

fn units(case: &Case) -> Cell {
    let units: Vec<Name> = match case.assignment() {
        Some(assignment) => assignment.to.repliers().cloned().collect(),
        None => Vec::new(),
    };
    Cell::names(&units)
}
