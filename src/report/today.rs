//! The page of the day (今日): how many cases are of each colour, which are red, what falls due
//! within a week, what waits for the secretary herself, and the commands most likely next.
//!
//! Refuses: to chase what another level handles, and to draw: the bars are the screen's.

use std::collections::BTreeMap;

use super::case_sheet::CaseRows;
use super::cell::Cell;
use super::document::Document;
use super::due::{DueRows, Question, to_call};
use super::due_work::{self, Wanted};
use super::list::{colour_key, tone};
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use super::table::Look;
use super::tally::integer;
use crate::domain::book::{Case, Session, State};
use crate::domain::deadline::{self, Duty, Step};
use crate::domain::decide::possible_step;
use crate::domain::rules::Colour;
use crate::domain::terms::CaseId;
use crate::words::{self, Label, Waiting, Word, WorkLabel};

/// How far ahead it looks.
const DAYS_AHEAD: i64 = 7;

/// How many cases, late answers and works are named; `list` and `due` name all.
const TOLD_MOST: usize = 20;

/// So many rows of a list stand on the page; the commands below them show all.
const ROWS_ON_SCREEN: usize = 5;

/// How many commands are proposed.
const COMMANDS_MOST: usize = 3;

/// The page.
pub fn today(outlook: &Outlook) -> Document {
    let lang = outlook.lang;
    let mut colours: BTreeMap<Colour, usize> = BTreeMap::new();
    let mut open = Open::default();
    let mut red = CaseRows::new(outlook);
    let mut whom: BTreeMap<String, Cell> = BTreeMap::new();
    let question = Question {
        days_left: 0..=DAYS_AHEAD,
        unit: None,
        supervisor: None,
    };
    let mut week = DueRows::new(outlook, &question);
    let mut waiting = STEPS.map(|step| (step, Vec::new()));
    // What is over waits for nobody and shows no colour.
    for case in outlook.book.walk_running() {
        let look = Look::new(outlook, &case);
        let tracked = outlook.is_tracked(&case);
        let colour = look.in_work().filter(|_| !tracked);
        open.count(&look, (tracked, colour));
        if tracked {
            continue;
        }
        if let Some(colour) = colour {
            *colours.entry(colour).or_default() += 1;
            if colour == Colour::Red {
                red.push(&look);
                let number = words::plain_label_of(outlook.book, case.designation());
                whom.insert(number, to_call(outlook, &case));
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
    let title = words::today_title(lang, &office.unwrap_or_default(), outlook.as_of, open.all);
    let office = outlook.office();
    let open_session = office.session_left_open(outlook.as_of);
    let mut by_colour = by_colour(outlook, &colours);
    by_colour.notes = open.told(outlook);
    let sheets = vec![
        by_colour,
        red_ones(outlook, red, &whom),
        ahead(outlook, week),
        waits(outlook, &waiting, open_session),
    ];
    let next = words::likely_next(lang, &commands(outlook, &waiting, open_session));
    Document::of_rows("today", title, outlook.basis(), sheets)
        .with_rows_on_screen(ROWS_ON_SCREEN)
        .with_foot(next)
}

/// The cases that are not closed, part by part.
#[derive(Default)]
struct Open {
    all: usize,
    tracked: usize,
    not_replied: usize,
    /// Those that were answered.
    by_state: BTreeMap<State, usize>,
    without_colour: usize,
    /// Closed ones that show a colour all the same: of a promise.
    closed: usize,
}

impl Open {
    fn count(&mut self, look: &Look, (tracked, colour): (bool, Option<Colour>)) {
        if look.closed.is_some() || !look.counts() {
            self.closed += usize::from(colour.is_some());
            return;
        }
        self.all += 1;
        if tracked {
            self.tracked += 1;
            return;
        }
        match look.waits() {
            true => self.not_replied += 1,
            false => {
                let state = look.outlook.book.state(look);
                *self.by_state.entry(state).or_default() += 1;
            }
        }
        self.without_colour += usize::from(colour.is_none());
    }

    /// The parts, which add up to all of them, and those that no row of colours shows.
    fn told(&self, outlook: &Outlook) -> Vec<String> {
        let lang = outlook.lang;
        let waiting = |state: State| Step::of(state).and_then(Waiting::of);
        let word = |state: State| match waiting(state) {
            Some(waiting) => waiting.word(lang).to_owned(),
            None => state.word(lang).to_owned(),
        };
        let answered = self.by_state.iter();
        let answered = answered.map(|(state, count)| (word(*state), *count));
        let parts = std::iter::once((words::not_replied(lang), self.not_replied))
            .chain(answered)
            .chain([(words::of_another_level(lang), self.tracked)]);
        let parts: Vec<(String, usize)> = parts.filter(|(_, count)| *count > 0).collect();
        let mut told = Vec::new();
        if parts.len() > 1 {
            told.push(words::open_parts(lang, self.all, &parts));
        }
        if self.without_colour > 0 {
            told.push(words::without_colour(lang, self.without_colour));
        }
        if self.closed > 0 {
            told.push(words::closed_with_colour(lang, self.closed));
        }
        told
    }
}

fn by_colour(outlook: &Outlook, open: &BTreeMap<Colour, usize>) -> Sheet {
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

fn red_ones(outlook: &Outlook, red: CaseRows, whom: &BTreeMap<String, Cell>) -> Sheet {
    let sheet = red.by_due();
    let sheet = sheet
        .only(&["number", "title", "unit", "state", "due", "days_left"])
        .giving_way(&["state", "due"]);
    let column = Column::text("contact", Label::ToCall.word(outlook.lang));
    let mut sheet = sheet.with_column(column, |row| {
        let number = row.first().map(Cell::plain).unwrap_or_default();
        whom.get(&*number).cloned().unwrap_or(Cell::Empty)
    });
    sheet.key = "red".into();
    sheet.all_by = Some(words::all_red(outlook.lang));
    sheet.title = Label::RedCases.word(outlook.lang).to_owned();
    sheet
}

fn ahead(outlook: &Outlook, week: DueRows) -> Sheet {
    let columns = ["due", "days_left", "number", "title", "what", "unit"];
    let mut sheet = week.print().only(&columns).giving_way(&["due"]);
    sheet.key = "week".into();
    sheet.all_by = Some("jianyi due".to_owned());
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
            words::case_spans_at_most(outlook.lang, outlook.book, cases.iter().copied(), TOLD_MOST)
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
            let first = &late[..late.len().min(TOLD_MOST)];
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
        let step = possible_step(outlook.book, case, outlook.as_of).ok()??;
        let rest = if step == Step::Review {
            " --accept"
        } else {
            ""
        };
        let number = words::plain_label_of(outlook.book, case.designation());
        Some(format!(
            "jianyi {} {number}{rest}",
            words::step_command(step)
        ))
    };
    let close = open_session.map(|_| "jianyi session close".to_owned());
    if outlook.book.is_without_cases() {
        let open = outlook.office().sessions().next().is_none();
        let open = open.then_some("jianyi session open");
        let first = open.into_iter().chain(["jianyi import", "jianyi submit"]);
        let first = first.map(str::to_owned);
        return close.into_iter().chain(first).collect();
    }
    let always = ["jianyi submit", "jianyi list", "jianyi report monthly"];
    let always = always.into_iter().map(str::to_owned);
    let waiting = waiting.iter().filter_map(first);
    let mut commands: Vec<String> = close.into_iter().chain(waiting).chain(always).collect();
    commands.truncate(COMMANDS_MOST);
    commands
}
