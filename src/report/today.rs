//! The page of the day (今日): how many cases are of each colour, which are red, what falls due
//! within a week, what waits for the secretary herself, and the commands most likely next.
//!
//! Refuses: to chase what another level handles, and to draw: the bars are the screen's.

use std::collections::BTreeMap;

use super::case_sheet::CaseRows;
use super::cell::Cell;
use super::document::Document;
use super::due::{DueRows, Question};
use super::due_work::{self, Wanted};
use super::list::{colour_key, tone};
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use super::table::Look;
use super::tally::integer;
use crate::domain::book::{Case, Session};
use crate::domain::deadline::{self, Duty, Step};
use crate::domain::rules::Colour;
use crate::domain::terms::CaseId;
use crate::words::{self, Label, Waiting, Word, WorkLabel};

/// How far ahead it looks.
const DAYS_AHEAD: i64 = 7;

/// How many late answers and works are named; `due` names all.
const WORK_TOLD_MOST: usize = 20;

/// How many commands are proposed.
const COMMANDS_MOST: usize = 3;

/// The page.
pub fn today(outlook: &Outlook) -> Document {
    let lang = outlook.lang;
    let mut open: BTreeMap<Colour, usize> = BTreeMap::new();
    let mut red = CaseRows::new(outlook);
    let question = Question {
        days_left: 0..=DAYS_AHEAD,
        unit: None,
        supervisor: None,
    };
    let mut week = DueRows::new(outlook, &question);
    let mut waiting = STEPS.map(|step| (step, Vec::new()));
    // What is over waits for nobody and shows no colour.
    for case in outlook.book.walk_running() {
        if outlook.is_tracked(&case) {
            continue;
        }
        let look = Look::new(outlook, &case);
        if let Some(colour) = look.in_work() {
            *open.entry(colour).or_default() += 1;
            if colour == Colour::Red {
                red.push(&look);
            }
        }
        let duties = deadline::duties(outlook.book, &case, outlook.as_of);
        week.push(&case, &duties);
        for (step, cases) in &mut waiting {
            if case.counts() && waits_for(outlook, (&case, &duties), *step) {
                cases.push(case.id);
            }
        }
    }
    let waiting: Vec<(Waiting, Vec<CaseId>)> = waiting
        .into_iter()
        .filter(|(_, cases)| !cases.is_empty())
        .collect();
    let office = outlook.book.office().identity();
    let office = office.map(|identity| identity.name.to_string());
    let count = open.values().sum();
    let title = words::today_title(lang, &office.unwrap_or_default(), outlook.as_of, count);
    let open_session = unclosed(outlook);
    let sheets = vec![
        colours(outlook, &open),
        red_ones(outlook, red),
        ahead(outlook, week),
        waits(outlook, &waiting, open_session),
    ];
    let next = words::likely_next(lang, &commands(outlook, &waiting, open_session));
    Document::of_rows("today", title, outlook.basis(), sheets).with_foot(next)
}

fn colours(outlook: &Outlook, open: &BTreeMap<Colour, usize>) -> Sheet {
    let label = |label: Label| label.word(outlook.lang);
    let columns = vec![
        Column::text("colour", label(Label::Warning)),
        Column::number("count", label(Label::Count)).with_bars(),
    ];
    let mut sheet = Sheet::new("colours", label(Label::ByColour), columns);
    for colour in [Colour::Red, Colour::Yellow, Colour::Green] {
        let count = open.get(&colour).copied().unwrap_or_default();
        let word = Cell::toned(colour_key(colour), colour.word(outlook.lang), tone(colour));
        sheet.push(vec![word, Cell::Integer(integer(count))]);
    }
    sheet
}

fn red_ones(outlook: &Outlook, red: CaseRows) -> Sheet {
    let sheet = red.by_due();
    let mut sheet = sheet.only(&["number", "title", "unit", "state", "due", "days_left"]);
    sheet.key = "red".into();
    sheet.title = Label::RedCases.word(outlook.lang).to_owned();
    sheet
}

fn ahead(outlook: &Outlook, week: DueRows) -> Sheet {
    let columns = ["due", "days_left", "number", "title", "what", "unit"];
    let mut sheet = week.print().only(&columns);
    sheet.key = "week".into();
    sheet.title = Label::DueThisWeek.word(outlook.lang).to_owned();
    sheet
}

/// The steps that cases wait for, in the order of the page.
const STEPS: [Waiting; 6] = [
    Waiting::Chase,
    Waiting::Review,
    Waiting::HandOver,
    Waiting::Decide,
    Waiting::Rate,
    Waiting::Close,
];

/// The step that a case waits for, where it is the office's to take or to ask for. Who was urged
/// today need not be urged again.
fn waits_for(outlook: &Outlook, (case, duties): (&Case, &[Duty]), waiting: Waiting) -> bool {
    if waiting == Waiting::Chase {
        let late = |duty: &Duty| duty.is_of_others() && duty.is_overdue(outlook.as_of);
        let is_urged = case.reminders.iter().any(|urged| urged.on == outlook.as_of);
        return !is_urged && duties.iter().any(late);
    }
    let step = Step::of(outlook.book.state(case));
    step.and_then(Waiting::of) == Some(waiting)
}

fn waits(
    outlook: &Outlook,
    waiting: &[(Waiting, Vec<CaseId>)],
    open_session: Option<&Session>,
) -> Sheet {
    let label = |label: Label| label.word(outlook.lang);
    let columns = vec![
        Column::text("what", label(Label::What)),
        Column::number("count", label(Label::Count)),
        Column::text("cases", label(Label::Cases)),
    ];
    let mut sheet = Sheet::new("waiting", label(Label::WaitsForYou), columns);
    for (step, cases) in waiting {
        sheet.push(vec![
            Cell::word(step.code(), step.word(outlook.lang)),
            Cell::Integer(integer(cases.len())),
            words::case_spans(outlook.lang, outlook.book, cases.iter().copied())
                .as_str()
                .into(),
        ]);
    }
    if let Some(open) = open_session {
        sheet.push(vec![
            Cell::word("session", Label::SessionOpen.word(outlook.lang)),
            Cell::Integer(1),
            words::session(outlook.lang, open.key).into(),
        ]);
    }
    let late = due_work::awaited(outlook);
    let step = Waiting::Answers;
    let rows = [
        (Wanted::Answer, step.code(), step.word(outlook.lang)),
        (Wanted::Work, "work", WorkLabel::WorkLate.word(outlook.lang)),
        (
            Wanted::Group,
            "group",
            WorkLabel::GroupsShort.word(outlook.lang),
        ),
    ];
    for (wanted, key, label) in rows {
        let late = late.iter().filter(|awaited| awaited.is_late(outlook));
        let late = late.filter(|awaited| awaited.wanted == wanted);
        let late: Vec<String> = late.map(|awaited| awaited.label.clone()).collect();
        if !late.is_empty() {
            let first = &late[..late.len().min(WORK_TOLD_MOST)];
            sheet.push(vec![
                Cell::word(key, label),
                Cell::Integer(integer(late.len())),
                words::list(outlook.lang, first).into(),
            ]);
        }
    }
    sheet
}

/// Lines that work as they stand; what they leave out is asked for at the terminal.
fn commands(
    outlook: &Outlook,
    waiting: &[(Waiting, Vec<CaseId>)],
    open_session: Option<&Session>,
) -> Vec<String> {
    let first = |(waiting, cases): &(Waiting, Vec<CaseId>)| {
        if *waiting == Waiting::Chase {
            return Some("jianyi due".to_owned());
        }
        let case = outlook.book.case(*cases.first()?)?;
        let step = Step::of(outlook.book.state(case))?;
        let rest = if step == Step::Review {
            " --accept"
        } else {
            ""
        };
        let number = words::plain_label_of(outlook.book, case);
        Some(format!(
            "jianyi {} {number}{rest}",
            words::step_command(step)
        ))
    };
    let close = open_session.map(|_| "jianyi session close".to_owned());
    let always = ["jianyi submit", "jianyi list", "jianyi report monthly"];
    let always = always.into_iter().map(str::to_owned);
    let waiting = waiting.iter().filter_map(first);
    let mut commands: Vec<String> = close.into_iter().chain(waiting).chain(always).collect();
    commands.truncate(COMMANDS_MOST);
    commands
}

/// A session that is open for longer than the rules say that one lasts: what is handed in is numbered
/// as of it.
fn unclosed<'a>(outlook: &'a Outlook) -> Option<&'a Session> {
    let most = outlook.rules()?.sessions?.days_most?;
    let last = outlook.book.office().sessions().max_by_key(|s| s.opened)?;
    let since = (outlook.as_of - last.opened).num_days();
    (last.closed.is_none() && since > i64::from(most)).then_some(last)
}
