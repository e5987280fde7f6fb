//! Whom to chase beside the cases: for answers to what citizens said (民意) and to what a congress said
//! in its deliberation (审议意见), for projects that are to be finished and repairs under warranty
//! (民生实事项目), for pledges of deputies, for groups that have not met often enough when the year is
//! near its end. They stand in the same list.
//!
//! Refuses: to say who said an opinion, which nobody knows here.

use super::case_rows::first_words;
use super::cell::Cell;
use super::due::{Duty, Matter, Question, roster_contact, row_of};
use super::outlook::Outlook;
use super::show::clock_source;
use crate::domain::book::Project;
use crate::domain::deadline::{Clock, agreed_clock, deliberation_due, opinion_due};
use crate::domain::event::Subject;
use crate::domain::rules::ClockKey;
use crate::domain::terms::{Date, Name, ProjectId, Text, year_of};
use crate::words::{self, Label, StandingLabel, Word, WorkLabel};

/// What is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// An answer.
    Answer,
    /// A work, a repair, a pledge.
    Work,
    /// Activities of a group.
    Group,
}

/// Something that somebody still waits for.
pub(super) struct Awaited<'a> {
    pub(super) wanted: Wanted,
    /// What it is called, and its number; groups have none.
    pub(super) label: String,
    number: u32,
    pub(super) clock: Clock<'a>,
    /// So many days before its last one it is chased, whatever the list asks for.
    notice: i64,
    /// What it is, for scripts and for people.
    what: (&'static str, &'static str),
    said: String,
    /// Who owes it; our office where it was handed to nobody.
    by: Option<&'a Name>,
}

impl Awaited<'_> {
    /// Whether its last day has passed, or it is time to call.
    pub(super) fn is_late(&self, outlook: &Outlook) -> bool {
        let left = self.clock.days_left(outlook.as_of);
        self.clock.is_overdue(outlook.as_of) || (0..self.notice).contains(&left)
    }
}

/// Everything that is awaited and has a last day.
pub(super) fn awaited<'a>(outlook: &'a Outlook) -> Vec<Awaited<'a>> {
    let lang = outlook.lang;
    let words_of = |text: &Text| outlook.book.texts().words(text).to_owned();
    let opinions = outlook.book.opinions().iter().filter_map(|(id, opinion)| {
        let clock = opinion_due(outlook.book, opinion, outlook.as_of)?;
        Some(Awaited {
            wanted: Wanted::Answer,
            label: words::subject_label(lang, Subject::Opinion(id)),
            number: id.0,
            notice: 0,
            what: (clock.key.code(), clock.key.word(lang)),
            clock,
            said: words_of(&opinion.heard.text),
            by: opinion.passed_on.last().map(|passed| &passed.to),
        })
    });
    let given = outlook.book.meetings().deliberations();
    let given = given.filter_map(|(id, deliberation)| {
        Some(Awaited {
            wanted: Wanted::Answer,
            label: words::subject_label(lang, Subject::Deliberation(id)),
            number: id.0,
            notice: 0,
            what: ("deliberation", WorkLabel::Deliberation.word(lang)),
            clock: deliberation_due(outlook.book, deliberation, outlook.as_of)?,
            said: words_of(&deliberation.given.text),
            by: Some(&deliberation.given.unit),
        })
    });
    let all = opinions.chain(given);
    let all = all.filter(|awaited| awaited.clock.met.is_none());
    let all = all.chain(works(outlook)).chain(pledges(outlook));
    all.chain(groups(outlook)).collect()
}

/// Groups that have not met often enough, when the year is near its end by the rules.
fn groups<'a>(outlook: &'a Outlook) -> Vec<Awaited<'a>> {
    let year = year_of(outlook.as_of);
    let rules = outlook.rules().and_then(|rules| rules.activities);
    let limits = rules.and_then(|r| Some((r.group_yearly_min?, r.group_chase_days?)));
    let days = Date::from_ymd_opt(year, 1, 1).zip(Date::from_ymd_opt(year, 12, 31));
    let Some(((least, chase), (first, last))) = limits.zip(days) else {
        return Vec::new();
    };
    let near = (last - outlook.as_of).num_days() < i64::from(chase);
    let then = outlook.office();
    let then = then.groups();
    let groups = outlook.book.office().groups().into_iter();
    let groups = groups.filter(|group| near && then.contains(group));
    let short = groups.filter_map(|group| {
        let held = group_meetings(outlook, group, year);
        (held < least as usize).then_some((group, held))
    });
    let label = WorkLabel::GroupsHeld.word(outlook.lang);
    short
        .filter_map(|(group, held)| {
            Some(Awaited {
                wanted: Wanted::Group,
                label: group.to_string(),
                number: 0,
                notice: i64::from(chase),
                what: ("group", label),
                clock: agreed(outlook, first, last)?,
                said: words::held_of(outlook.lang, held, least),
                by: Some(group),
            })
        })
        .collect()
}

/// How often a group met in a year.
fn group_meetings(outlook: &Outlook, group: &Name, year: i32) -> usize {
    let all = outlook.book.activities().iter();
    all.filter(|(_, activity)| year_of(activity.day()) == year && activity.is_of_group(group))
        .count()
}

/// A last day that somebody agreed to.
fn agreed<'a>(outlook: &'a Outlook, start: Date, due: Date) -> Option<Clock<'a>> {
    let key = ClockKey::Promise;
    agreed_clock(outlook.book, key, (start, due), (None, outlook.as_of))
}

/// Projects that were chosen and are not finished, and what broke and is not mended.
fn works<'a>(outlook: &'a Outlook) -> impl Iterator<Item = Awaited<'a>> {
    let lang = outlook.lang;
    let of_project = move |(id, project): (ProjectId, &'a Project)| {
        let work = move |what, clock| Awaited {
            wanted: Wanted::Work,
            label: words::subject_label(lang, Subject::Project(id)),
            number: id.0,
            notice: 0,
            what,
            clock,
            said: project.collected.title.to_string(),
            by: project.unit(),
        };
        let runs = project.accepted().is_none();
        let started = project.started.as_ref().map(|started| started.on);
        let begun = started
            .or(project.chosen)
            .filter(|_| runs)
            .zip(project.due());
        let whole = begun.and_then(|(start, due)| agreed(outlook, start, due));
        let whole = whole.map(|clock| work(("project", WorkLabel::Completion.word(lang)), clock));
        let open = project
            .defects
            .iter()
            .filter(|defect| defect.mended.is_none());
        let repairs = open.filter_map(move |defect| {
            let clock = agreed(outlook, defect.found, defect.due?)?;
            Some(work(("repair", WorkLabel::Repair.word(lang)), clock))
        });
        whole.into_iter().chain(repairs)
    };
    outlook.book.projects().iter().flat_map(of_project)
}

/// What deputies pledged and is open.
fn pledges<'a>(outlook: &'a Outlook) -> impl Iterator<Item = Awaited<'a>> {
    let label = StandingLabel::Pledges.word(outlook.lang);
    let open = outlook.book.performance().pledges();
    let open = open.filter(|(_, pledge)| pledge.settled.is_none());
    open.filter_map(move |(id, pledge)| {
        Some(Awaited {
            wanted: Wanted::Work,
            label: words::subject_label(outlook.lang, Subject::Pledge(id)),
            number: id.0,
            notice: 0,
            what: ("pledge", label),
            clock: agreed(outlook, pledge.made.on, pledge.made.due?)?,
            said: outlook.book.texts().words(&pledge.made.promise).to_owned(),
            by: Some(&pledge.made.deputy),
        })
    })
}

/// Those that the list of the day asks for, as its rows, with their last days.
pub(super) fn rows<'a>(
    outlook: &Outlook,
    question: &Question,
    awaited: &'a [Awaited<'a>],
) -> Vec<(Date, u32, Vec<Cell>)> {
    let asked = awaited.iter().filter(|awaited| {
        let left = awaited.clock.days_left(outlook.as_of);
        let soon = question.days_left.contains(&left) || awaited.is_late(outlook);
        let unit = question.unit.as_ref();
        soon && question.supervisor.is_none() && unit.is_none_or(|unit| awaited.by == Some(unit))
    });
    asked
        .map(|awaited| {
            let due = awaited.clock.due();
            (due, awaited.number, row(outlook, awaited))
        })
        .collect()
}

fn row(outlook: &Outlook, awaited: &Awaited) -> Vec<Cell> {
    let lang = outlook.lang;
    let unit = awaited
        .by
        .filter(|by| outlook.book.office().unit(by).is_some());
    let who = match awaited.by {
        Some(by) => by.to_string(),
        None => Label::OurOffice.word(lang).to_owned(),
    };
    let (key, what) = awaited.what;
    let duty = Duty {
        due: awaited.clock.due(),
        what: what.to_owned(),
        key,
        units: unit.into_iter().cloned().collect(),
        who: unit.is_none().then_some(who),
        colour: awaited.clock.colour(outlook.as_of),
        source: clock_source(lang, &awaited.clock),
    };
    let matter = Matter {
        number: awaited.label.as_str().into(),
        title: first_words(&awaited.said),
        supervisor: None,
    };
    let contact = unit.map_or_else(Default::default, |unit| roster_contact(outlook, unit));
    row_of(outlook, matter, &duty, contact)
}
