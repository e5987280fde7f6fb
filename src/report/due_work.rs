//! Whom to chase for answers beside the cases: to what citizens said (民意), and to what a congress
//! said in its deliberation (审议意见). They run by the same clocks and stand in the same list.
//!
//! Refuses: to say who said an opinion, which nobody knows here.

use super::case_rows::first_words;
use super::cell::Cell;
use super::due::{Duty, Matter, Question, roster_contact, row_of};
use super::outlook::Outlook;
use super::show::clock_source;
use crate::domain::deadline::{Clock, deliberation_due, opinion_due};
use crate::domain::event::Subject;
use crate::domain::terms::{Date, Name, Text};
use crate::words::{self, Label, Word, WorkLabel};

/// An answer that somebody still waits for.
pub(super) struct Awaited<'a> {
    pub(super) subject: Subject,
    pub(super) clock: Clock<'a>,
    said: &'a Text,
    /// Who is to answer; our office where it was handed to nobody.
    by: Option<&'a Name>,
}

impl Awaited<'_> {
    /// Whether its last day has passed.
    pub(super) fn is_late(&self, outlook: &Outlook) -> bool {
        self.clock.is_overdue(outlook.as_of)
    }

    /// The number it is known by.
    pub(super) fn number(&self) -> u32 {
        match self.subject {
            Subject::Opinion(id) => id.0,
            Subject::Deliberation(id) => id.0,
            Subject::Activity(_)
            | Subject::Project(_)
            | Subject::Citizen(_)
            | Subject::Meeting(_)
            | Subject::Pledge(_)
            | Subject::Deed(_) => 0,
        }
    }
}

/// Every answer that is awaited and has a last day.
pub(super) fn awaited<'a>(outlook: &'a Outlook) -> Vec<Awaited<'a>> {
    let opinions = outlook.book.opinions().iter().filter_map(|(id, opinion)| {
        Some(Awaited {
            subject: Subject::Opinion(id),
            clock: opinion_due(outlook.book, opinion, outlook.as_of)?,
            said: &opinion.heard.text,
            by: opinion.passed_on.last().map(|passed| &passed.to),
        })
    });
    let given = outlook.book.meetings().deliberations();
    let given = given.filter_map(|(id, deliberation)| {
        Some(Awaited {
            subject: Subject::Deliberation(id),
            clock: deliberation_due(outlook.book, deliberation, outlook.as_of)?,
            said: &deliberation.given.text,
            by: Some(&deliberation.given.unit),
        })
    });
    let all = opinions.chain(given);
    all.filter(|awaited| awaited.clock.met.is_none()).collect()
}

/// Those that the list of the day asks for, as its rows, with their last days.
pub(super) fn rows<'a>(
    outlook: &Outlook,
    question: &Question,
    awaited: &'a [Awaited<'a>],
) -> Vec<(Date, u32, Vec<Cell>)> {
    let asked = awaited.iter().filter(|awaited| {
        let left = awaited.clock.days_left(outlook.as_of);
        let soon = question.days_left.contains(&left);
        let unit = question.unit.as_ref();
        soon && question.supervisor.is_none() && unit.is_none_or(|unit| awaited.by == Some(unit))
    });
    asked
        .map(|awaited| {
            let due = awaited.clock.due();
            (due, awaited.number(), row(outlook, awaited))
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
    let (key, what) = match awaited.subject {
        Subject::Deliberation(_) => ("deliberation", WorkLabel::Deliberation.word(lang)),
        Subject::Opinion(_)
        | Subject::Activity(_)
        | Subject::Project(_)
        | Subject::Citizen(_)
        | Subject::Meeting(_)
        | Subject::Pledge(_)
        | Subject::Deed(_) => (awaited.clock.key.code(), awaited.clock.key.word(lang)),
    };
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
        number: words::subject_label(lang, awaited.subject).into(),
        title: first_words(outlook.book.texts().words(awaited.said)),
        supervisor: None,
    };
    let contact = unit.map_or_else(Default::default, |unit| roster_contact(outlook, unit));
    row_of(outlook, matter, &duty, contact)
}
