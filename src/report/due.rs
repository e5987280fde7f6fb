//! Whom to chase today (待办): every duty that runs out soon or ran out, with the unit or person
//! that owes it, the post and the phone, and the clock it comes from.
//!
//! Refuses: to show a phone whole unless asked, and to chase cases that another level handles.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use super::cell::{Cell, Tone};
use super::document::Document;
use super::due_work;
use super::list::number;
use super::outlook::Outlook;
use super::sheet::{Column, Sheet};
use super::show::{clock_source, open_years, years_told};
use crate::domain::book::Case;
use crate::domain::deadline::{self, Actor};
use crate::domain::rules::{ClockKey, Colour};
use crate::domain::terms::{CaseId, Date, Name, Number};
use crate::words::{self, Label, Lang, Word};

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Duties of which so many days are left; of late ones fewer than none.
    pub days_left: RangeInclusive<i64>,
    /// Of this unit only.
    pub unit: Option<Name>,
    /// Of cases with this supervising leader only.
    pub supervisor: Option<Name>,
}

/// A duty of somebody.
pub(super) struct Duty {
    pub(super) due: Date,
    pub(super) what: String,
    pub(super) key: &'static str,
    /// The units that owe it; none where the office or a deputy does.
    pub(super) units: Vec<Name>,
    /// Who else owes it, in words.
    pub(super) who: Option<String>,
    pub(super) colour: Colour,
    pub(super) source: String,
}

/// What a duty is about.
pub(super) struct Matter {
    pub(super) number: Cell,
    pub(super) title: String,
    pub(super) supervisor: Option<Name>,
}

/// The list, most urgent first.
pub fn due(outlook: &Outlook, question: &Question) -> Document {
    let mut list = DueRows::new(outlook, question);
    for case in outlook.book.walk_running() {
        let open = deadline::duties(outlook.book, &case, outlook.as_of);
        list.push(&case, &open);
    }
    let sheet = list.print();
    let title = Label::DueList.word(outlook.lang);
    let foot = words::foot_count(outlook.lang, sheet.rows().len());
    Document::of_rows("due", title, outlook.basis(), vec![sheet]).with_foot(vec![foot])
}

/// Rows of duties as their cases come.
pub(super) struct DueRows<'o> {
    outlook: &'o Outlook<'o>,
    question: &'o Question,
    sheet: Sheet,
    /// Of each row.
    places: Vec<Place>,
    without_clock: Vec<CaseId>,
    /// The years without holidays that a clock counts through.
    years: BTreeSet<i32>,
}

/// Where a duty stands in the list.
type Place = (Date, Option<Number>, u32);

impl<'o> DueRows<'o> {
    pub(super) fn new(outlook: &'o Outlook<'o>, question: &'o Question) -> Self {
        Self {
            outlook,
            question,
            sheet: Sheet::new(
                "due",
                Label::DueList.word(outlook.lang),
                columns(outlook.lang),
            ),
            places: Vec::new(),
            without_clock: Vec::new(),
            years: BTreeSet::new(),
        }
    }

    /// One more case with its open duties.
    pub(super) fn push(&mut self, case: &Case, open: &[deadline::Duty]) {
        let Self {
            outlook, question, ..
        } = *self;
        if !asked(outlook, question, case) {
            return;
        }
        if question.unit.is_none() && open.iter().any(waits_without_clock) {
            self.without_clock.push(case.id);
        }
        let clocks = open.iter().filter_map(|duty| duty.clock.as_ref());
        self.years.extend(clocks.flat_map(open_years));
        for duty in duties(outlook, case, open) {
            let left = (duty.due - outlook.as_of).num_days();
            let named = |unit: &Name| duty.units.contains(unit);
            if question.days_left.contains(&left) && question.unit.as_ref().is_none_or(named) {
                self.places.push((duty.due, case.number, case.id.0));
                self.sheet.push(row(outlook, case, &duty));
            }
        }
    }

    /// Most urgent first, with the answers to opinions.
    pub(super) fn print(mut self) -> Sheet {
        let lang = self.outlook.lang;
        let awaited = due_work::awaited(self.outlook);
        for (due, number, row) in due_work::rows(self.outlook, self.question, &awaited) {
            self.places.push((due, None, number));
            self.sheet.push(row);
        }
        let clocks = awaited.iter().map(|awaited| &awaited.clock);
        self.years.extend(clocks.flat_map(open_years));
        let mut sheet = self.sheet.in_order_of(&self.places);
        sheet.notes = years_told(lang, self.years);
        if !self.without_clock.is_empty() {
            let labels = words::case_labels(self.outlook.book, &self.without_clock);
            sheet.notes.push(words::without_clock(lang, &labels));
        }
        sheet
    }
}

fn columns(lang: Lang) -> Vec<Column> {
    vec![
        Column::date("due", Label::Due.word(lang)),
        Column::number("days_left", Label::Left.word(lang)),
        Column::text("number", Label::Number.word(lang)),
        Column::text("title", Label::Title.word(lang)),
        Column::text("what", Label::What.word(lang)),
        Column::text("unit", Label::Owes.word(lang)),
        Column::text("post", Label::Post.word(lang)),
        Column::text("leader", Label::Leader.word(lang)),
        Column::text("clerk", Label::Clerk.word(lang)),
        Column::text("phone", Label::Phone.word(lang)),
        Column::text("supervisor", Label::Supervisor.word(lang)),
        Column::text("source", Label::Source.word(lang)),
    ]
}

/// Whether a dissatisfied deputy waits and no text says how long.
fn waits_without_clock(duty: &deadline::Duty) -> bool {
    let waits = matches!(duty.key, ClockKey::Rehandle | ClockKey::Adjudicate);
    waits && duty.clock.is_none()
}

fn asked(outlook: &Outlook, question: &Question, case: &Case) -> bool {
    let supervised = |leader: &Name| {
        let supervised = case.key_supervised.as_ref();
        supervised.is_some_and(|(_, name)| name.as_ref() == Some(leader))
    };
    case.counts()
        && !outlook.is_tracked(case)
        && question.supervisor.as_ref().is_none_or(supervised)
}

/// The clocks that run, the milestones that were not reached, the talks agreed on.
fn duties(outlook: &Outlook, case: &Case, open: &[deadline::Duty]) -> Vec<Duty> {
    let lang = outlook.lang;
    let mut duties: Vec<Duty> = open.iter().filter_map(|d| of_clock(outlook, d)).collect();
    let lead: Vec<Name> = match case.assignment() {
        Some(assignment) => assignment.to.repliers().cloned().collect(),
        None => Vec::new(),
    };
    let plain = |due: Date, key: &'static str, what: String| Duty {
        due,
        what,
        key,
        units: lead.clone(),
        who: None,
        colour: match due < outlook.as_of {
            true => Colour::Red,
            false => Colour::Green,
        },
        source: String::new(),
    };
    let findings = case.oversight.open_findings();
    duties.extend(findings.filter_map(|look| {
        let texts = outlook.book.texts();
        let finding = texts.words(look.finding.as_ref()?);
        let what = format!("{} {finding}", Label::OpenFindings.word(lang));
        Some(plain(look.mend_by?, "finding", what))
    }));
    if case.closed.is_none() {
        let open = case.milestones.iter().filter(|m| m.reached.is_none());
        duties.extend(open.map(|m| {
            let words = outlook.book.texts().words(&m.milestone).to_owned();
            let what = format!("{} {words}", Label::Milestone.word(lang));
            plain(m.due, "milestone", what)
        }));
        let ahead = case.bookings.iter().filter(|b| b.day >= outlook.as_of);
        duties.extend(ahead.map(|b| {
            let place = b.place.as_ref().map(|place| format!(" {place}"));
            let what = format!("{} {}", Label::Bookings.word(lang), b.mode.word(lang));
            plain(b.day, "booking", what + &place.unwrap_or_default())
        }));
    }
    duties
}

fn of_clock(outlook: &Outlook, duty: &deadline::Duty) -> Option<Duty> {
    let lang = outlook.lang;
    let clock = duty.clock.as_ref()?;
    let office = || Label::OurOffice.word(lang).to_owned();
    let who = match duty.proposer() {
        Some(proposer) => Some(proposer.to_string()),
        None => duty.by.contains(&Actor::Office).then(office),
    };
    Some(Duty {
        due: clock.due(),
        what: clock.key.word(lang).to_owned(),
        key: clock.key.code(),
        units: duty.units().cloned().collect(),
        who,
        colour: clock.colour(outlook.as_of),
        source: clock_source(lang, clock),
    })
}

fn row(outlook: &Outlook, case: &Case, duty: &Duty) -> Vec<Cell> {
    let supervisor = case.key_supervised.as_ref();
    let matter = Matter {
        number: number(outlook, case),
        title: case.title.as_str().to_owned(),
        supervisor: supervisor.and_then(|(_, leader)| leader.clone()),
    };
    row_of(outlook, matter, duty, contact(outlook, case, duty))
}

/// The row of a duty: what it is about, who owes it, whom to call.
pub(super) fn row_of(
    outlook: &Outlook,
    matter: Matter,
    duty: &Duty,
    contact: Contact,
) -> Vec<Cell> {
    let left = (duty.due - outlook.as_of).num_days();
    let tone = match duty.colour {
        Colour::Green => Tone::Plain,
        Colour::Yellow => Tone::Warning,
        Colour::Red => Tone::Bad,
    };
    let units: Vec<String> = duty.units.iter().map(Name::to_string).collect();
    let owes = match (units.is_empty(), &duty.who) {
        (true, who) => who.clone().into(),
        (false, _) => Cell::List(units),
    };
    let text = |name: Option<Name>| name.map(|n| n.to_string()).into();
    vec![
        duty.due.into(),
        Cell::Amount {
            value: left,
            label: words::days_left(outlook.lang, left),
            tone,
        },
        matter.number,
        matter.title.into(),
        Cell::word(duty.key, duty.what.clone()),
        owes,
        text(contact.post),
        text(contact.leader),
        text(contact.clerk),
        text(contact.phone),
        text(matter.supervisor),
        duty.source.as_str().into(),
    ]
}

/// Whom to call.
#[derive(Default)]
pub(super) struct Contact {
    post: Option<Name>,
    leader: Option<Name>,
    clerk: Option<Name>,
    phone: Option<Name>,
}

/// Whom to call about a case, as a cell of one column: `刘洋 13900001111`.
pub(super) fn to_call(outlook: &Outlook, case: &Case) -> Cell {
    let unit = case.assignment().and_then(|a| a.to.repliers().next());
    let Some(unit) = unit else {
        return Cell::Empty;
    };
    let contact = contact_of(outlook, case, unit);
    let person = contact.clerk.or(contact.leader);
    let parts = person.into_iter().chain(contact.phone);
    let parts: Vec<String> = parts.map(|part| part.to_string()).collect();
    let told = (!parts.is_empty()).then(|| parts.join(" "));
    told.into()
}

fn contact(outlook: &Outlook, case: &Case, duty: &Duty) -> Contact {
    let unit = duty.units.first();
    unit.map_or_else(Contact::default, |unit| contact_of(outlook, case, unit))
}

/// Those named at the hand-over for the unit that answers for it, else those on the roster today.
fn contact_of(outlook: &Outlook, case: &Case, unit: &Name) -> Contact {
    let named = case
        .assignment()
        .filter(|a| a.to.lead.as_ref() == Some(unit));
    let named = named.map(|a| &a.to);
    let roster = roster_contact(outlook, unit);
    let or = |own: Option<&Option<Name>>, held: Option<Name>| own.cloned().flatten().or(held);
    Contact {
        post: or(named.map(|to| &to.post), roster.post),
        leader: or(named.map(|to| &to.leader), roster.leader),
        clerk: or(named.map(|to| &to.clerk), roster.clerk),
        phone: or(named.map(|to| &to.phone), roster.phone),
    }
}

/// Those of a unit on the roster today.
pub(super) fn roster_contact(outlook: &Outlook, unit: &Name) -> Contact {
    let roster = outlook.book.office().unit(unit);
    let post = roster.and_then(|unit| unit.post_on(outlook.as_of));
    post.cloned().map_or_else(Contact::default, |post| Contact {
        post: post.post,
        leader: post.leader,
        clerk: post.clerk,
        phone: post.phone,
    })
}
