//! What was done between two days: of each kind of deed how often, and in how many cases.
//!
//! Read from the facts, not from where the cases stand; what was taken back did not happen. It
//! judges nothing.

use std::ops::RangeInclusive;

use super::outlook::Outlook;
use super::section::{Heading, Row, Section};
use super::tally::{heading, integer};
use crate::domain::book::Case;
use crate::domain::event::{self, Event};
use crate::domain::terms::{CaseId, Date};
use crate::words::{Label, Word};

/// A kind of deed, and which facts are one of it.
type Deed = (&'static str, Label, fn(&Case, &Event) -> bool);

const DEEDS: [Deed; 17] = [
    ("submitted", Label::Submitted, |_, e| {
        matches!(e, Event::Submitted(_))
    }),
    ("refused", Label::RefusedCases, |_, e| {
        matches!(e, Event::Refused(_) | Event::TurnedToLetter(_))
    }),
    ("withdrawn", Label::WithdrawnCases, |_, e| {
        matches!(e, Event::Withdrawn(_))
    }),
    ("assigned", Label::HandedOver, |_, e| {
        matches!(e, Event::Assigned(_) | Event::Tracked(_))
    }),
    ("returned", Label::ReturnedCases, |_, e| {
        matches!(e, Event::Returned(_))
    }),
    ("reassigned", Label::Reassigned, |_, e| {
        matches!(e, Event::Reassigned(_))
    }),
    ("consulted", Label::Consulted, |_, e| {
        matches!(e, Event::Consulted(_))
    }),
    ("progressed", Label::ProgressNotes, |_, e| {
        matches!(e, Event::Progressed(_))
    }),
    ("extended", Label::ExtendedCases, |_, e| {
        matches!(e, Event::Extended(_))
    }),
    ("replied", Label::FullyReplied, |case, e| {
        matches!(e, Event::Replied(_)) && case.replied() == Some(e.on())
    }),
    ("replied_again", Label::RepliedAgain, |case, e| {
        matches!(e, Event::Replied(_)) && case.replied().is_some_and(|day| e.on() > day)
    }),
    ("rated", Label::RatedCases, |_, e| {
        matches!(e, Event::Rated(_))
    }),
    ("promised", Label::PromisesMade, |_, e| {
        matches!(e, Event::CommitmentMade(_))
    }),
    ("kept", Label::PromisesKept, |_, e| {
        matches!(
            e,
            Event::CommitmentSettled(event::CommitmentSettled { kept: true, .. })
        )
    }),
    ("broken", Label::PromisesBroken, |_, e| {
        matches!(
            e,
            Event::CommitmentSettled(event::CommitmentSettled { kept: false, .. })
        )
    }),
    ("escalated", Label::Escalated, |_, e| {
        matches!(e, Event::Escalated(_))
    }),
    ("closed", Label::ClosedCases, |_, e| {
        matches!(e, Event::Closed(_))
    }),
];

/// The deeds of some cases within some days.
pub(super) fn deeds(
    outlook: &Outlook,
    (key, label): (&'static str, Label),
    cases: &[&Case],
    days: &RangeInclusive<Date>,
) -> Section {
    let happened = cases.iter().filter_map(|case| {
        let facts = outlook.book.timeline_within(case.id, days.clone());
        let facts: Vec<&Event> = facts.map(|fact| fact.event).collect();
        (!facts.is_empty()).then_some((*case, facts))
    });
    let happened: Vec<(&Case, Vec<&Event>)> = happened.collect();
    let rows = DEEDS.into_iter().map(|(key, label, fits)| {
        let mut times = 0;
        let mut done: Vec<CaseId> = Vec::new();
        for (case, facts) in &happened {
            let count = facts.iter().filter(|event| fits(case, event)).count();
            times += count;
            done.extend((count > 0).then_some(case.id));
        }
        Row::of_cases(key, label.word(outlook.lang), done).with_integer("times", integer(times))
    });
    let times: Heading = heading(outlook, "times", Label::Times);
    Section {
        key: key.into(),
        label: label.word(outlook.lang).to_owned(),
        denominator: None,
        headings: vec![times],
        rows: rows.collect(),
    }
}
